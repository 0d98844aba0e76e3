// SPDX-License-Identifier: Apache-2.0
#include "gui/jobmenus.h"

#include "gui/cpulevelfields.h"
#include "models/buildsession.h"
#include "toolchain/targets.h"

#include <QActionGroup>
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

QMenu *makePlatformMenu(BuildSession &session, const Platform &platform, QWidget *parent)
{
    QMenu *menu = makeMenu(u"build.matrix.platformMenu"_s, parent);
    TargetMatrixModel &matrix = session.matrix();
    const auto selectRow = [&matrix, platform](bool selected) {
        QVector<Target> targets = matrix.selected();
        for (const GoVersion &version : matrix.versions()) {
            targets.removeAll({version, platform});
            if (selected)
                targets += {version, platform}; // those that are blocked are left out
        }
        matrix.select(targets);
    };
    menu->addAction(JobMenusText::tr("Select All of %1").arg(platform.toString()), menu,
                    [selectRow] { selectRow(true); })
        ->setEnabled(matrix.buildsHere(platform));
    menu->addAction(JobMenusText::tr("Clear All of %1").arg(platform.toString()), menu,
                    [selectRow] { selectRow(false); });
    const auto level = cpuLevelOf(platform);
    if (!level)
        return menu;
    menu->addSeparator();
    QMenu *levels = menu->addMenu(JobMenusText::tr("CPU Level (%1)").arg(level->variable));
    levels->setObjectName(u"build.matrix.levels"_s);
    auto *group = new QActionGroup(levels);
    const QString chosen = session.options().levels.value(level->variable);
    for (const QString &value : QStringList{QString()} + level->values) {
        QAction *action = levels->addAction(value.isEmpty() ? CpuLevelFields::defaultText(level->byDefault) : value);
        action->setCheckable(true);
        action->setChecked(value == chosen);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, menu, [&session, variable = level->variable, value] {
            BuildOptions options = session.options();
            options.levels.remove(variable);
            if (!value.isEmpty())
                options.levels.insert(variable, value);
            session.setOptions(options);
        });
    }
    return menu;
}

QMenu *makeJobMenu(BuildSession &session, int row, JobCommands &commands, QWidget *parent)
{
    QMenu *menu = makeMenu(u"build.jobs.menu"_s, parent);
    const BuildJob *job = session.jobs().jobAt(row);
    const PlannedJob *plan = session.jobs().planAt(row);
    const QString path = job ? job->result().path : QString();
    const QString log = job && job->state() != JobState::Queued ? job->logPath() : QString();
    menu->addAction(JobMenusText::tr("Load"), menu, [&commands, path] { commands.loadPlugin(path); })
        ->setEnabled(job && isLoadable(*job));
    menu->addAction(JobMenusText::tr("Show in Plugins"), menu, [&commands, path] { commands.showInPlugins(path); })
        ->setEnabled(job && job->state() == JobState::Done);
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
