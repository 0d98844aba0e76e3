// SPDX-License-Identifier: Apache-2.0
#include "gui/plugininfocard.h"

#include "base/deliver.h"

#include <QFileInfo>

namespace plugsmith {

using namespace Qt::StringLiterals;

PluginInfoCard::PluginInfoCard(QWidget *parent)
    : UndoCard(parent)
{
    setObjectName(u"plugins.infoCard"_s);
}

void PluginInfoCard::write(const QStringList &plugins)
{
    if (plugins.isEmpty())
        return;
    runInPool(
        this,
        [plugins] {
            Report result;
            for (const QString &path : plugins) {
                const auto change = planInfo(path);
                const auto applied = change ? applyChange(*change) : change.error();
                if (!applied)
                    result.problems << applied.error().sentence();
                else if (change->isNeeded())
                    result.changes << *change;
            }
            return result;
        },
        [this](const Report &result) {
            report(result);
            emit changed();
        });
}

void PluginInfoCard::report(const Report &result)
{
    const auto count = static_cast<int>(result.changes.size());
    std::function<void()> back;
    if (count > 0)
        back = [this, changes = result.changes] { undo(changes); };
    if (!result.problems.isEmpty()) {
        sayFailed(tr("%n build info file(s) could not be written", nullptr, static_cast<int>(result.problems.size())),
                  result.problems.join(u'\n'), back);
    } else if (count == 1) {
        const InfoChange &change = result.changes.first();
        const QString title = change.before ? tr("%1 was corrected") : tr("%1 was written");
        sayDone(title.arg(QFileInfo(change.path).fileName()), back);
    } else {
        sayDone(count == 0 ? tr("The build info fits already")
                           : tr("%n build info file(s) were written", nullptr, count),
                back);
    }
}

void PluginInfoCard::undo(const QList<InfoChange> &changes)
{
    runInPool(
        this,
        [changes] {
            QStringList problems;
            for (const InfoChange &change : changes) {
                if (const auto undone = takeBack(change); !undone)
                    problems << undone.error().sentence();
            }
            return problems;
        },
        [this](const QStringList &problems) {
            if (!problems.isEmpty()) {
                sayFailed(
                    tr("%n build info file(s) could not be brought back", nullptr, static_cast<int>(problems.size())),
                    problems.join(u'\n'));
            }
            emit changed();
        });
}

} // namespace plugsmith
