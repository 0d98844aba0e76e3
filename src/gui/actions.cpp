// SPDX-License-Identifier: Apache-2.0
#include "gui/actions.h"

#include "gui/shortcuts.h"
#include "gui/symbolicicon.h"
#include "models/buildsession.h"

#include <QApplication>
#include <QMenu>
#include <QMenuBar>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct ActionsText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::Actions)
};

#ifdef Q_OS_MACOS
constexpr bool IsMac = true;
#else
constexpr bool IsMac = false;
#endif

} // namespace

class Actions::Maker
{
public:
    Maker(QObject *parent, QVector<QAction *> &all)
        : m_parent(parent)
        , m_all(all)
    {
    }

    QAction *operator()(const char *objectName, const QString &text, const QString &icon, const QKeySequence &shortcut,
                        const QString &tip = {})
    {
        auto *action = new QAction(text, m_parent);
        action->setObjectName(QLatin1StringView(objectName));
        if (!icon.isEmpty())
            action->setIcon(symbolicIcon(icon));
        action->setProperty(shortcuts::TipProperty, tip.isEmpty() ? QString(text).remove(u'&').remove(u'…') : tip);
        if (!shortcut.isEmpty())
            shortcuts::setDefaults(action, {shortcut});
        else
            shortcuts::setDefaults(action, {});
        m_all += action;
        return action;
    }
    /// One that is invisible until somebody provides it.
    QAction *optional(const char *objectName, const QString &text, const QString &icon, const QKeySequence &shortcut,
                      const QString &tip = {})
    {
        QAction *action = (*this)(objectName, text, icon, shortcut, tip);
        action->setVisible(false);
        return action;
    }

private:
    QObject *m_parent;
    QVector<QAction *> &m_all;
};

Actions::Actions(BuildSession &session, QObject *parent)
{
    Maker make(parent, all);
    makeFile(make);
    makeEdit(make);
    makeView(make);
    makeBuild(make);
    makePlugin(make);
    makeSession(make);
    makeHelp(make);
    update(session);
}

void Actions::makeFile(Maker &make)
{
    openArchive = make("file.openArchive", ActionsText::tr("&Open Archive…"), u"document-open"_s, QKeySequence::Open,
                       ActionsText::tr("Open an archive or a .go file"));
    openFolder = make("file.openFolder", ActionsText::tr("Open &Folder…"), u"folder"_s,
                      QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    openRecent = make("file.openRecent", ActionsText::tr("Open &Recent"), u"view-history"_s, {});
    addLocalModule = make("file.addLocalModule", ActionsText::tr("Add Local &Module…"), u"insert-link"_s, {},
                          ActionsText::tr("Add an archive with a module that go.mod replaces"));
    savePreset = make.optional("file.savePreset", ActionsText::tr("&Save Preset…"), u"document-save"_s, {});
    presets = make.optional("file.presets", ActionsText::tr("&Presets…"), {}, {});
    closeSource = make("file.closeSource", ActionsText::tr("&Close Source"), u"dialog-close"_s,
                       QKeySequence(Qt::CTRL | Qt::Key_W));
    quit = make("file.quit", ActionsText::tr("&Quit"), {}, QKeySequence(Qt::CTRL | Qt::Key_Q));
    quit->setMenuRole(QAction::QuitRole);
}

void Actions::makeEdit(Maker &make)
{
    undo = make("edit.undo", ActionsText::tr("&Undo"), {}, QKeySequence(Qt::CTRL | Qt::Key_Z));
    redo = make("edit.redo", ActionsText::tr("&Redo"), {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    cut = make("edit.cut", ActionsText::tr("Cu&t"), {}, QKeySequence(Qt::CTRL | Qt::Key_X));
    copy = make("edit.copy", ActionsText::tr("&Copy"), u"edit-copy"_s, QKeySequence(Qt::CTRL | Qt::Key_C));
    copyCommand = make("edit.copyCommand", ActionsText::tr("Copy as Co&mmand"), {},
                       QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
                       ActionsText::tr("Copy the build as a command for a terminal"));
    paste = make("edit.paste", ActionsText::tr("&Paste"), {}, QKeySequence(Qt::CTRL | Qt::Key_V),
                 ActionsText::tr("Paste text, or open the files or the address on the clipboard"));
    selectEverything = make("edit.selectAll", ActionsText::tr("Select &All"), {}, QKeySequence(Qt::CTRL | Qt::Key_A));
    find = make.optional("edit.find", ActionsText::tr("&Find…"), u"edit-find"_s, QKeySequence(Qt::CTRL | Qt::Key_F));
    findNext = make.optional("edit.findNext", ActionsText::tr("Find &Next"), {},
                             IsMac ? QKeySequence(Qt::CTRL | Qt::Key_G) : QKeySequence(Qt::Key_F3));
    findPrevious =
        make.optional("edit.findPrevious", ActionsText::tr("Find Pre&vious"), {},
                      IsMac ? QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G) : QKeySequence(Qt::SHIFT | Qt::Key_F3));
    settings =
        make("edit.settings", ActionsText::tr("&Settings…"), u"configure"_s, QKeySequence(Qt::CTRL | Qt::Key_Comma));
    shortcuts::setDefaults(
        settings, {QKeySequence(Qt::CTRL | Qt::Key_Comma), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Comma)});
    settings->setIconText(ActionsText::tr("Settings"));
    settings->setMenuRole(QAction::PreferencesRole);
}

void Actions::makeView(Maker &make)
{
    buildPage = make("view.build", ActionsText::tr("&Build"), u"run-build"_s, QKeySequence(Qt::CTRL | Qt::Key_1));
    buildPage->setCheckable(true);
    pluginsPage =
        make("view.plugins", ActionsText::tr("&Plugins"), u"preferences-plugin"_s, QKeySequence(Qt::CTRL | Qt::Key_2));
    pluginsPage->setCheckable(true);
    loadPage = make("view.load", ActionsText::tr("&Load"), u"media-playback-start-circled"_s,
                    QKeySequence(Qt::CTRL | Qt::Key_3));
    loadPage->setCheckable(true);
    toolchainsPage = make("view.toolchains", ActionsText::tr("&Toolchains"), u"applications-development"_s,
                          QKeySequence(Qt::CTRL | Qt::Key_4));
    toolchainsPage->setCheckable(true);
    back = make("view.back", ActionsText::tr("B&ack"), {},
                IsMac ? QKeySequence(Qt::CTRL | Qt::Key_BracketLeft) : QKeySequence(Qt::ALT | Qt::Key_Left));
    forward = make("view.forward", ActionsText::tr("F&orward"), {},
                   IsMac ? QKeySequence(Qt::CTRL | Qt::Key_BracketRight) : QKeySequence(Qt::ALT | Qt::Key_Right));
    hideBlocked =
        make.optional("view.hideBlocked", ActionsText::tr("&Hide Platforms That Cannot Be Built Here"), {}, {});
    hideBlocked->setCheckable(true);
    buildableFirst = make.optional("view.buildableFirst", ActionsText::tr("Sort by &What Builds Here"), {}, {});
    buildableFirst->setCheckable(true);
    pluginDetailsRight = make.optional("view.pluginDetailsRight", ActionsText::tr("&Details on the Right"), {}, {});
    pluginDetailsRight->setCheckable(true);
    statusBar = make("view.statusBar", ActionsText::tr("Show Status Ba&r"), {}, {});
    statusBar->setCheckable(true);
    statusBar->setChecked(true);
    fullScreen = make("view.fullScreen", ActionsText::tr("&Full Screen"), {}, QKeySequence::FullScreen);
    fullScreen->setCheckable(true);
    nextPane = make("view.nextPane", ActionsText::tr("Next Pane"), {}, QKeySequence(Qt::Key_F6));
    previousPane =
        make("view.previousPane", ActionsText::tr("Previous Pane"), {}, QKeySequence(Qt::SHIFT | Qt::Key_F6));
    logLarger =
        make.optional("view.logLarger", ActionsText::tr("&Larger Log Text"), {}, QKeySequence(Qt::CTRL | Qt::Key_Plus));
    logSmaller = make.optional("view.logSmaller", ActionsText::tr("&Smaller Log Text"), {},
                               QKeySequence(Qt::CTRL | Qt::Key_Minus));
    logNormal =
        make.optional("view.logNormal", ActionsText::tr("&Normal Log Text"), {}, QKeySequence(Qt::CTRL | Qt::Key_0));
}

void Actions::makeBuild(Maker &make)
{
    build = make("build.build", ActionsText::tr("&Build Selected"), u"run-build"_s, QKeySequence(Qt::CTRL | Qt::Key_B));
    buildAnyway = make("build.anyway", ActionsText::tr("Build &Anyway"), {}, {},
                       ActionsText::tr("Build even what has not changed"));
    retryFailed = make("build.retryFailed", ActionsText::tr("&Retry Failed"), u"view-refresh"_s,
                       QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B));
    cancelJob = make.optional("build.cancelJob", ActionsText::tr("Cancel &Job"), {}, {});
    cancelAll = make("build.cancelAll", ActionsText::tr("&Cancel All"), u"dialog-cancel"_s,
                     QKeySequence(Qt::CTRL | Qt::Key_Period));
    selectThisMachine = make("build.selectThisMachine", ActionsText::tr("Select &This Machine"), {}, {},
                             ActionsText::tr("Select every version for this machine's platform"));
    selectThisMachine->setIconText(ActionsText::tr("This machine"));
    selectAll = make("build.selectAll", ActionsText::tr("Select All That Build &Here"), {}, {});
    selectAll->setIconText(ActionsText::tr("All that build here"));
    selectNone = make("build.selectNone", ActionsText::tr("Clear &Selection"), {}, {});
    selectNone->setIconText(ActionsText::tr("None"));
    nextError = make.optional("build.nextError", ActionsText::tr("&Next Error"), {}, QKeySequence(Qt::Key_F4));
    previousError = make.optional("build.previousError", ActionsText::tr("&Previous Error"), {},
                                  QKeySequence(Qt::SHIFT | Qt::Key_F4));
    followLog = make.optional("build.followLog", ActionsText::tr("&Follow Log"), {},
                              IsMac ? QKeySequence(Qt::CTRL | Qt::Key_Down) : QKeySequence(Qt::CTRL | Qt::Key_End));
}

void Actions::makePlugin(Maker &make)
{
    addPluginFolder = make.optional("plugin.addFolder", ActionsText::tr("&Add Folder…"), u"list-add"_s, {},
                                    ActionsText::tr("Add a folder with plugins"));
    refreshPlugins = make.optional("plugin.refresh", ActionsText::tr("&Look Again"), u"view-refresh"_s,
                                   QKeySequence::Refresh, ActionsText::tr("Look for changes in the folders"));
    filterPlugins = make.optional("plugin.filter", ActionsText::tr("&Filter Plugins"), u"view-filter"_s,
                                  QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    showBuilt = make("plugin.showBuilt", ActionsText::tr("&Show Built Plugins"), u"preferences-plugin"_s,
                     QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L),
                     ActionsText::tr("Show the plugins of the last build on the Plugins page"));
}

void Actions::makeSession(Maker &make)
{
    loadPlugin = make("session.load", ActionsText::tr("&Load Plugin…"), u"document-open"_s,
                      QKeySequence(Qt::CTRL | Qt::Key_L), ActionsText::tr("Load a plugin and call its functions"));
    loadPlugin->setIconText(ActionsText::tr("Load plugin…"));
    newSession = make.optional("session.new", ActionsText::tr("&New Session"), u"list-add"_s, {});
    call = make.optional("session.call", ActionsText::tr("&Call"), u"media-playback-start"_s,
                         QKeySequence(Qt::CTRL | Qt::Key_Return));
    stopCall = make.optional("session.stopCall", ActionsText::tr("Sto&p Call"), u"media-playback-stop"_s, {},
                             ActionsText::tr("End the context of the call that runs"));
    loadNewer = make.optional("session.loadNewer", ActionsText::tr("Load Newer SCN &Automatically"), {}, {});
    loadNewer->setCheckable(true);
    refreshValues = make.optional("session.refresh", ActionsText::tr("Refresh &Values"), {}, {},
                                  ActionsText::tr("Read the variables of the plugin again"));
    restartSession = make.optional("session.restart", ActionsText::tr("&Restart Session"), u"view-refresh"_s,
                                   QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    restartSession->setIconText(ActionsText::tr("Restart"));
    stopSession = make.optional("session.stop", ActionsText::tr("&Stop Session"), u"media-playback-stop"_s, {},
                                ActionsText::tr("End the process of the session"));
    stopSession->setIconText(ActionsText::tr("Stop"));
    closeSession = make.optional("session.close", ActionsText::tr("Close S&ession"), u"dialog-close"_s, {},
                                 ActionsText::tr("End the session and forget it"));
}

void Actions::makeHelp(Maker &make)
{
    manual = make("help.manual", ActionsText::tr("&Manual"), {}, QKeySequence::HelpContents);
    shortcuts = make("help.shortcuts", ActionsText::tr("&Keyboard Shortcuts"), {}, {});
    sample = make("help.sample", ActionsText::tr("&Sample Project"), {}, {},
                  ActionsText::tr("Open a small plugin source to try the program with"));
    pluginNeeds = make("help.pluginNeeds", ActionsText::tr("&What a Plugin Needs"), {}, {});
    diagnostics = make("help.diagnostics", ActionsText::tr("Save &Diagnostic Report…"), u"document-save"_s, {},
                       ActionsText::tr("Show what would help others to understand a problem, and save it"));
    about = make("help.about", ActionsText::tr("&About Plugsmith"), {}, {});
    about->setMenuRole(QAction::AboutRole);
}

void Actions::fill(QMenuBar *bar) const
{
    const auto addMenu = [bar](const QString &title, const QVector<QVector<QAction *>> &groups) {
        QMenu *menu = bar->addMenu(title);
        menu->setToolTipsVisible(false);
        for (const QVector<QAction *> &group : groups) {
            if (!menu->isEmpty())
                menu->addSeparator();
            menu->addActions(group);
        }
        return menu;
    };
    addMenu(ActionsText::tr("&File"),
            {{openArchive, openFolder, openRecent, addLocalModule}, {savePreset, presets}, {closeSource, quit}})
        ->setObjectName(u"menu.file"_s);
    addMenu(ActionsText::tr("&Edit"),
            {{undo, redo, cut, copy, copyCommand, paste, selectEverything}, {find, findNext, findPrevious}, {settings}})
        ->setObjectName(u"menu.edit"_s);
    addMenu(ActionsText::tr("&View"), {{buildPage, pluginsPage, loadPage, toolchainsPage},
                                       {back, forward},
                                       {hideBlocked, buildableFirst, pluginDetailsRight, statusBar, fullScreen},
                                       {logLarger, logSmaller, logNormal}})
        ->setObjectName(u"menu.view"_s);
    addMenu(ActionsText::tr("&Build"), {{build, buildAnyway, retryFailed, cancelJob, cancelAll},
                                        {selectThisMachine, selectAll, selectNone},
                                        {nextError, previousError, followLog}})
        ->setObjectName(u"menu.build"_s);
    addMenu(ActionsText::tr("&Plugin"), {{addPluginFolder, refreshPlugins, filterPlugins}, {showBuilt}})
        ->setObjectName(u"menu.plugin"_s);
    addMenu(ActionsText::tr("&Session"), {{newSession, loadPlugin, call, stopCall},
                                          {loadNewer, refreshValues},
                                          {restartSession, stopSession, closeSession}})
        ->setObjectName(u"menu.session"_s);
    addMenu(ActionsText::tr("&Help"), {{manual, shortcuts, sample, pluginNeeds}, {diagnostics, about}})
        ->setObjectName(u"menu.help"_s);
}

void Actions::update(const BuildSession &session) const
{
    const bool hasSource = session.sourceState() != BuildSession::SourceState::None;
    const bool isReady = session.sourceState() == BuildSession::SourceState::Ready;
    const bool isBuilding = session.isBuilding();
    const bool hasPlan = session.plan() && !session.plan()->jobs.isEmpty();
    const BuildSummary summary = session.summary();
    const bool isLoading = loadPage->isChecked();
    closeSource->setText(isLoading ? ActionsText::tr("&Close Session") : ActionsText::tr("&Close Source"));
    closeSource->setEnabled(isLoading || (hasSource && !isBuilding));
    addLocalModule->setEnabled(isReady);
    copyCommand->setEnabled(hasPlan);
    build->setEnabled(hasPlan && !isBuilding);
    buildAnyway->setEnabled(hasPlan && !isBuilding);
    retryFailed->setEnabled(summary.failed > 0);
    showBuilt->setEnabled(summary.built > 0);
    cancelAll->setEnabled(isBuilding);
    for (QAction *action : {selectThisMachine, selectAll, selectNone})
        action->setEnabled(isReady);
}

} // namespace plugsmith
