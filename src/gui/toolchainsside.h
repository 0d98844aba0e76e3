// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/diskuse.h"

#include <QScrollArea>

class QCheckBox;
class QLabel;
class QPushButton;

namespace plugsmith {

class ElidedLabel;
class ToolchainSession;

/// The cards beside the tables of the Toolchains page: what everything takes on disk, and where Go versions come from.
class ToolchainsSide : public QScrollArea
{
    Q_OBJECT

public:
    explicit ToolchainsSide(ToolchainSession &session, QWidget *parent = nullptr);

    /// Measures anew, in the pool.
    void measure();

signals:
    void settingsRequested();
    /// The button that removes what was not used for long; `anchor` is global.
    void freeRequested(const QRect &anchor);

private:
    QWidget *makeDisk();
    QWidget *makeSources();
    void refresh();
    void refreshSources();
    void applySources();

    ToolchainSession &m_session;
    DiskUse m_use;
    bool m_isMeasured = false;
    bool m_isRefreshing = false;
    QLabel *m_total;
    class UseBar *m_bar;
    QLabel *m_versionsName;
    QLabel *m_versions;
    QLabel *m_working;
    QLabel *m_free;
    QLabel *m_unused;
    QPushButton *m_freeButton;
    QCheckBox *m_proxy;
    QCheckBox *m_goDev;
    ElidedLabel *m_mirror;
};

} // namespace plugsmith
