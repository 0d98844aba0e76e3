// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAction>
#include <QObject>
#include <QVector>

class QMenuBar;

namespace plugsmith {

class BuildSession;

/// Every command of the window: text, icon, shortcut, and when it can be used. Created once; menus, buttons and tests
/// take them from here. What they do is connected by the main window.
struct Actions
{
    Actions(BuildSession &session, QObject *parent);

    QAction *openArchive;
    QAction *openFolder;
    QAction *addLocalModule;
    QAction *closeSource;
    QAction *quit;
    QAction *copyCommand;
    QAction *buildPage;
    QAction *fullScreen;
    QAction *build;
    QAction *buildAnyway;
    QAction *retryFailed;
    QAction *cancelAll;
    QAction *selectThisMachine;
    QAction *selectAll;
    QAction *selectNone;
    QAction *sample;
    QAction *about;

    QVector<QAction *> all;

    void fill(QMenuBar *bar) const;
    /// Enables what the state of the session allows.
    void update(const BuildSession &session) const;
};

} // namespace plugsmith
