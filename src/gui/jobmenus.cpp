// SPDX-License-Identifier: Apache-2.0
#include "gui/jobmenus.h"

#include "models/buildsession.h"

#include <QCoreApplication>
#include <QMenu>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct JobMenusText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::JobMenus)
};

QMenu *makeMenu(const QString &objectName, QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setObjectName(objectName);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    return menu;
}

/// Retry and Cancel, for cells and jobs alike.
void addFlow(QMenu *menu, BuildSession &session, const BuildJob *job, const QString &cancelText)
{
    const QString id = job ? job->id() : QString();
    const bool hasEnded = job && isFinished(job->state());
    menu->addAction(JobMenusText::tr("Retry"), menu, [&session, id] { session.retry(id); })
        ->setEnabled(hasEnded && job->state() != JobState::Done);
    menu->addAction(cancelText, menu, [&session, id] { session.engine().queue().cancel(id); })
        ->setEnabled(job && !hasEnded);
}

} // namespace

QMenu *makeCellMenu(BuildSession &session, const Target &target, JobCommands &commands, QWidget *parent)
{
    QMenu *menu = makeMenu(u"build.matrix.menu"_s, parent);
    TargetMatrixModel &matrix = session.matrix();
    const bool blocked = matrix.isBlocked(target);
    const bool selected = matrix.selected().contains(target);
    const BuildJob *job = session.run().jobOf(target);
    const QString id = job ? job->id() : QString();
    menu->addAction(JobMenusText::tr("Build Only This"), menu, [&session, target] { session.buildOnly(target); })
        ->setEnabled(!blocked && !session.isBuilding());
    menu->addAction(selected ? JobMenusText::tr("Clear") : JobMenusText::tr("Select"), menu,
                    [&matrix, target, selected] { matrix.setSelected(target, !selected); })
        ->setEnabled(!blocked);
    menu->addSeparator();
    menu->addAction(JobMenusText::tr("Show Log"), menu,
                    [&commands, id] { commands.showJobTab(id, JobCommands::Tab::Log); })
        ->setEnabled(job != nullptr);
    menu->addAction(JobMenusText::tr("Show Result"), menu,
                    [&commands, id] { commands.showJobTab(id, JobCommands::Tab::Result); })
        ->setEnabled(job && job->state() == JobState::Done);
    addFlow(menu, session, job, JobMenusText::tr("Cancel Job"));
    menu->addSeparator();
    menu->addAction(JobMenusText::tr("Why Not?"), menu, [&commands, target] { commands.showWhyNot(target); })
        ->setEnabled(blocked);
    menu->addAction(JobMenusText::tr("Copy as Command"), menu, [&commands, target] { commands.copyCommandOf(target); })
        ->setEnabled(!blocked && (selected || job));
    return menu;
}

QMenu *makeJobMenu(BuildSession &session, int row, JobCommands &commands, QWidget *parent)
{
    QMenu *menu = makeMenu(u"build.jobs.menu"_s, parent);
    const BuildJob *job = session.jobs().jobAt(row);
    const PlannedJob *plan = session.jobs().planAt(row);
    const QString path = job ? job->result().path : QString();
    const QString log = job && job->state() != JobState::Queued ? job->logPath() : QString();
    menu->addAction(JobMenusText::tr("Show in Folder"), menu, [&commands, path] { commands.showInFolder(path); })
        ->setEnabled(job && job->state() == JobState::Done);
    menu->addSeparator();
    addFlow(menu, session, job, JobMenusText::tr("Cancel"));
    menu->addSeparator();
    menu->addAction(JobMenusText::tr("Copy Log"), menu, [&commands, log] { commands.copyLog(log); })
        ->setEnabled(!log.isEmpty());
    menu->addAction(JobMenusText::tr("Save Log…"), menu, [&commands, log] { commands.saveLog(log); })
        ->setEnabled(!log.isEmpty());
    menu->addAction(JobMenusText::tr("Copy as Command"), menu,
                    [&commands, target = plan ? plan->target : Target()] { commands.copyCommandOf(target); })
        ->setEnabled(plan && !plan->blocked);
    return menu;
}

} // namespace plugsmith
