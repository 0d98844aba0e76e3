// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAction>
#include <QObject>
#include <QVector>

#include <utility>

class QMenuBar;

namespace plugsmith {

class BuildSession;

/// Every command of the window: text, icon, shortcut, and when it can be used. Created once; menus, buttons and tests
/// take them from here. What they do is connected by the main window, or by the page that can do it through provide().
struct Actions
{
    Actions(BuildSession &session, QObject *parent);

    QAction *openArchive;
    QAction *openFolder;
    QAction *openRecent; ///< has a menu, which the main window fills
    QAction *addLocalModule;
    QAction *savePreset;
    QAction *presets;
    QAction *closeSource;
    QAction *quit;

    QAction *undo;
    QAction *redo;
    QAction *cut;
    QAction *copy;
    QAction *copyCommand;
    QAction *paste;
    QAction *selectEverything;
    QAction *find;
    QAction *findNext;
    QAction *findPrevious;
    QAction *settings;

    QAction *buildPage;
    QAction *pluginsPage;
    QAction *loadPage;
    QAction *toolchainsPage;
    QAction *back;
    QAction *forward;
    QAction *hideBlocked;
    QAction *buildableFirst;
    QAction *pluginDetailsRight;
    QAction *statusBar;
    QAction *fullScreen;
    QAction *nextPane;
    QAction *previousPane;
    QAction *logLarger;
    QAction *logSmaller;
    QAction *logNormal;

    QAction *build;
    QAction *buildAnyway;
    QAction *retryFailed;
    QAction *cancelJob;
    QAction *cancelAll;
    QAction *selectThisMachine;
    QAction *selectAll;
    QAction *selectNone;
    QAction *nextError;
    QAction *previousError;
    QAction *followLog;

    QAction *addPluginFolder;
    QAction *refreshPlugins;
    QAction *filterPlugins;
    QAction *showBuilt;  ///< the plugins of the last build, on the page for them
    QAction *loadPlugin; ///< what is selected on the page, or a file that is asked for
    QAction *newSession; ///< has a menu, which the page fills
    QAction *call;
    QAction *stopCall;
    QAction *loadNewer;
    QAction *refreshValues;
    QAction *restartSession;
    QAction *stopSession;
    QAction *closeSession;

    QAction *manual;
    QAction *shortcuts;
    QAction *sample;
    QAction *pluginNeeds;
    QAction *diagnostics;
    QAction *about;

    QVector<QAction *> all;

    /// Makes `action` do something and so visible: commands that nothing provides stay out of the menus, and their
    /// shortcuts do nothing.
    template<class Receiver, class Slot>
    static void provide(QAction *action, Receiver *receiver, Slot slot)
    {
        QObject::connect(action, &QAction::triggered, receiver, std::move(slot));
        action->setVisible(true);
    }

    void fill(QMenuBar *bar) const;
    /// Enables what the state of the session allows.
    void update(const BuildSession &session) const;

private:
    class Maker;
    void makeFile(Maker &make);
    void makeEdit(Maker &make);
    void makeView(Maker &make);
    void makeBuild(Maker &make);
    void makePlugin(Maker &make);
    void makeSession(Maker &make);
    void makeHelp(Maker &make);
};

} // namespace plugsmith
