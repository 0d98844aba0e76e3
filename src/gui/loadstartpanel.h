// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace plugsmith {

class LoadSessions;
class PluginsSession;
class RecentList;

/// The Load page without a session: what it is for, a button, the newest plugins that this machine can load, and those
/// that were loaded before.
class LoadStartPanel : public QWidget
{
    Q_OBJECT

public:
    LoadStartPanel(LoadSessions &sessions, PluginsSession &plugins, QWidget *parent = nullptr);

    void refresh();

protected:
    void showEvent(QShowEvent *event) override;

signals:
    void openRequested();
    void loadRequested(const QString &path);

private:
    LoadSessions &m_sessions;
    PluginsSession &m_plugins;
    QLabel *m_icon;
    QPushButton *m_open;
    RecentList *m_newest;
    RecentList *m_recent;
};

} // namespace plugsmith
