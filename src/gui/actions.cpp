// SPDX-License-Identifier: Apache-2.0
#include "gui/actions.h"

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

class Maker
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
        action->setShortcut(shortcut);
        QString words = tip.isEmpty() ? QString(text).remove(u'&') : tip;
        if (!shortcut.isEmpty())
            words += u" ("_s + shortcut.toString(QKeySequence::NativeText) + u')';
        action->setToolTip(words);
        m_all += action;
        return action;
    }

private:
    QObject *m_parent;
    QVector<QAction *> &m_all;
};

} // namespace

Actions::Actions(BuildSession &session, QObject *parent)
{
    Maker make(parent, all);
    openArchive = make("file.openArchive", ActionsText::tr("&Open Archive…"), u"document-open"_s, QKeySequence::Open);
    openFolder = make("file.openFolder", ActionsText::tr("Open &Folder…"), u"folder"_s,
                      QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    addLocalModule = make("file.addLocalModule", ActionsText::tr("Add Local &Module…"), u"insert-link"_s, {});
    closeSource = make("file.closeSource", ActionsText::tr("&Close Source"), u"dialog-close"_s,
                       QKeySequence(Qt::CTRL | Qt::Key_W));
    quit = make("file.quit", ActionsText::tr("&Quit"), {}, QKeySequence(Qt::CTRL | Qt::Key_Q));
    quit->setMenuRole(QAction::QuitRole);
    copyCommand = make("edit.copyCommand", ActionsText::tr("Copy as &Command"), u"edit-copy"_s,
                       QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
                       ActionsText::tr("Copy the build as a command for a terminal"));
    buildPage = make("view.build", ActionsText::tr("&Build"), u"run-build"_s, QKeySequence(Qt::CTRL | Qt::Key_1));
    buildPage->setCheckable(true);
    buildPage->setChecked(true);
    fullScreen = make("view.fullScreen", ActionsText::tr("&Full Screen"), {}, QKeySequence::FullScreen);
    fullScreen->setCheckable(true);
    build = make("build.build", ActionsText::tr("&Build Selected"), u"run-build"_s, QKeySequence(Qt::CTRL | Qt::Key_B));
    buildAnyway = make("build.anyway", ActionsText::tr("Build &Anyway"), {}, {},
                       ActionsText::tr("Build even what has not changed"));
    retryFailed = make("build.retryFailed", ActionsText::tr("&Retry Failed"), u"view-refresh"_s,
                       QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B));
    cancelAll = make("build.cancelAll", ActionsText::tr("&Cancel All"), u"dialog-cancel"_s,
                     QKeySequence(Qt::CTRL | Qt::Key_Period));
    selectThisMachine = make("build.selectThisMachine", ActionsText::tr("Select &This Machine"), {}, {},
                             ActionsText::tr("Select every version for this machine's platform"));
    selectThisMachine->setIconText(ActionsText::tr("This machine"));
    selectAll = make("build.selectAll", ActionsText::tr("Select All That Build &Here"), {}, {});
    selectAll->setIconText(ActionsText::tr("All that build here"));
    selectNone = make("build.selectNone", ActionsText::tr("Clear &Selection"), {}, {});
    selectNone->setIconText(ActionsText::tr("None"));
    sample = make("help.sample", ActionsText::tr("&Sample Project"), {}, {},
                  ActionsText::tr("Open a small plugin source to try the program with"));
    about = make("help.about", ActionsText::tr("&About Plugsmith"), {}, {});
    about->setMenuRole(QAction::AboutRole);
    update(session);
}

void Actions::fill(QMenuBar *bar) const
{
    QMenu *file = bar->addMenu(ActionsText::tr("&File"));
    file->addActions({openArchive, openFolder});
    file->addAction(addLocalModule);
    file->addSeparator();
    file->addActions({closeSource, quit});
    QMenu *edit = bar->addMenu(ActionsText::tr("&Edit"));
    edit->addAction(copyCommand);
    QMenu *view = bar->addMenu(ActionsText::tr("&View"));
    view->addAction(buildPage);
    view->addSeparator();
    view->addAction(fullScreen);
    QMenu *buildMenu = bar->addMenu(ActionsText::tr("&Build"));
    buildMenu->addActions({build, buildAnyway, retryFailed, cancelAll});
    buildMenu->addSeparator();
    buildMenu->addActions({selectThisMachine, selectAll, selectNone});
    QMenu *help = bar->addMenu(ActionsText::tr("&Help"));
    help->addAction(sample);
    help->addSeparator();
    help->addAction(about);
}

void Actions::update(const BuildSession &session) const
{
    const bool hasSource = session.sourceState() != BuildSession::SourceState::None;
    const bool isReady = session.sourceState() == BuildSession::SourceState::Ready;
    const bool isBuilding = session.isBuilding();
    const bool hasPlan = session.plan() && !session.plan()->jobs.isEmpty();
    const BuildSummary summary = session.summary();
    closeSource->setEnabled(hasSource && !isBuilding);
    addLocalModule->setEnabled(isReady);
    copyCommand->setEnabled(hasPlan);
    build->setEnabled(hasPlan && !isBuilding);
    buildAnyway->setEnabled(hasPlan && !isBuilding);
    retryFailed->setEnabled(summary.failed > 0);
    cancelAll->setEnabled(isBuilding);
    for (QAction *action : {selectThisMachine, selectAll, selectNone})
        action->setEnabled(isReady);
}

} // namespace plugsmith
