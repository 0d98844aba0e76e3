// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/goversion.h"

#include <QWidget>

class QFileDialog;
class QLabel;
class QLineEdit;
class QMimeData;
class QPushButton;
class QSplitter;
class QToolButton;

namespace plugsmith {

class DropOverlay;
class Settings;
class ToolchainFilter;
class ToolchainSession;
class ToolchainTable;
class ToolchainsMessage;
class ToolchainsSide;

/// The page with the Go versions and C compilers: what is here, what can be had, and what is missing for a platform.
/// Owns no data.
class ToolchainsPage : public QWidget
{
    Q_OBJECT

public:
    ToolchainsPage(ToolchainSession &session, const Settings &settings, QWidget *parent = nullptr);

    /// The row that is current: a key of ToolchainModel, or a platform. Empty: none.
    QString subject() const;
    /// A version ("1.22.6") or a platform ("linux/arm64").
    void showSubject(const QString &subject);
    void focusNextPane(bool forward);
    void saveState(Settings &settings) const;

signals:
    void said(const QString &sentence);
    /// The settings, on the page about toolchains.
    void settingsRequested();
    /// A version is to get a column of the matrix.
    void columnRequested(const plugsmith::GoVersion &version);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeToolBar();
    QWidget *makeVersions();
    QWidget *makeCompilers();
    void connectTables();
    void refresh();
    void sizeColumns();
    void addArchive();
    void addFolder();
    void openAddMenu();
    void add(const QStringList &paths);
    void showReason(const QModelIndex &index, const QRect &anchor);
    void showHow(const QModelIndex &index, const QRect &anchor);
    void chooseCompiler(const QModelIndex &index);
    void onCompilerAction(const QModelIndex &index, const QRect &anchor);
    void showVersionMenu(const QModelIndex &index, const QPoint &at);
    void showCompilerMenu(const QModelIndex &index, const QPoint &at);
    void copyCommand(const QModelIndex &index);
    void freeUp(const QRect &anchor);
    static QStringList goPathsIn(const QMimeData &data);

    ToolchainSession &m_session;
    ToolchainFilter *m_filter;
    ToolchainTable *m_versions;
    ToolchainTable *m_compilers;
    ToolchainsMessage *m_message;
    ToolchainsSide *m_side;
    DropOverlay *m_overlay;
    QSplitter *m_tables;
    QSplitter *m_outer;
    QPushButton *m_ask;
    QToolButton *m_add = nullptr;
    QToolButton *m_all = nullptr;
    QToolButton *m_showSide = nullptr;
    QLineEdit *m_search;
    QLabel *m_versionCount;
    QLabel *m_compilerCount;
    QPushButton *m_check;
    bool m_isNarrow = false;
};

} // namespace plugsmith
