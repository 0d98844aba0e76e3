// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QPushButton;

namespace plugsmith {

class LoadSessions;
class RecentList;

/// The Load page without a session: what it is for, a button, and the plugins that were loaded before.
class LoadStartPanel : public QWidget
{
    Q_OBJECT

public:
    explicit LoadStartPanel(LoadSessions &sessions, QWidget *parent = nullptr);

    void refresh();

signals:
    void openRequested();
    void loadRequested(const QString &path);

private:
    LoadSessions &m_sessions;
    QPushButton *m_open;
    RecentList *m_recent;
};

} // namespace plugsmith
