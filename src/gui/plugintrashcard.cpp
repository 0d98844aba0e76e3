// SPDX-License-Identifier: Apache-2.0
#include "gui/plugintrashcard.h"

#include "base/deliver.h"
#include "base/folders.h"

#include <QFileInfo>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

PluginTrashCard::PluginTrashCard(QWidget *parent)
    : UndoCard(parent)
{
    setObjectName(u"plugins.trash"_s);
}

void PluginTrashCard::moveToTrash(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    runInPool(
        this, [paths] { return plugsmith::moveToTrash(paths); },
        [this](const TrashResult &result) {
            report(result);
            emit changed();
        });
}

void PluginTrashCard::report(const TrashResult &result)
{
    std::function<void()> back;
    if (result.canUndo())
        back = [this, files = result.moved] { undo(files); };
    if (!result.failed.isEmpty()) {
        QStringList names;
        for (const QString &path : result.failed)
            names << folders::shortened(path);
        sayFailed(
            tr("%n file(s) could not be moved to the wastebasket", nullptr, static_cast<int>(result.failed.size())),
            names.join(u'\n'), back);
        return;
    }
    const auto plugins = static_cast<int>(
        std::ranges::count_if(result.moved, [](const TrashedFile &file) { return !file.path.endsWith(u".pinf"); }));
    sayDone(plugins == 1 ? tr("%1 was moved to the wastebasket").arg(QFileInfo(result.moved.first().path).fileName())
                         : tr("%n plugin(s) were moved to the wastebasket", nullptr, qMax(plugins, 1)),
            back);
}

void PluginTrashCard::undo(const QList<TrashedFile> &files)
{
    runInPool(
        this, [files] { return restoreFromTrash(files); },
        [this](const QStringList &failed) {
            if (!failed.isEmpty())
                sayFailed(tr("%n file(s) could not be brought back", nullptr, static_cast<int>(failed.size())),
                          tr("Something else has taken their place, or the wastebasket was emptied."));
            emit changed();
        });
}

} // namespace plugsmith
