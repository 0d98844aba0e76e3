// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/loadsession.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QTreeView;

namespace plugsmith {

class BadgeLabel;
class ElidedLabel;
class LoadMemoryGraph;

/// The left column of the Load page: the process of a session, the generations in it, its memory, and the folder that
/// it follows.
class LoadSessionPanel : public QWidget
{
    Q_OBJECT

public:
    explicit LoadSessionPanel(QWidget *parent = nullptr);

    /// nullptr: none.
    void setSession(LoadSession *session);
    QTreeView &view() { return *m_view; }

    /// Shows again what is the case, after a request was not followed.
    void showSandbox();

signals:
    void said(const QString &sentence);
    /// The process would have to start again for it.
    void sandboxRequested(bool on);

private:
    QWidget *makeProcessCard();
    QWidget *makeGenerations();
    QWidget *makeMemory();
    void refresh();
    void showStateBadge();
    void refreshMemory();
    void onInitialScn();
    void selectShown();
    void showMenu(const QPoint &at);
    void chooseFolder();
    void fitView();

    QPointer<LoadSession> m_session;
    QLabel *m_process;
    BadgeLabel *m_badge;
    QCheckBox *m_sandbox;
    QLabel *m_sandboxText;
    QLineEdit *m_initialScn;
    QTreeView *m_view;
    QLabel *m_memory;
    QLabel *m_replaced;
    LoadMemoryGraph *m_graph;
    QLabel *m_advice;
    QWidget *m_watching;
    ElidedLabel *m_folder;
    QTimer m_clock; // "Running 17 min"
    bool m_isSelecting = false;
};

} // namespace plugsmith
