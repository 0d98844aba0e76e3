// SPDX-License-Identifier: Apache-2.0
#include "gui/plugintrashcard.h"

#include "base/deliver.h"
#include "base/folders.h"

#include <QFileInfo>
#include <QPushButton>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int UndoTime = 10'000; // ms

} // namespace

PluginTrashCard::PluginTrashCard(QWidget *parent)
    : MessageCard(parent)
{
    setObjectName(u"plugins.trash"_s);
    hide();
    m_end.setSingleShot(true);
    m_end.setInterval(UndoTime);
    connect(&m_end, &QTimer::timeout, this, [this] {
        if (!underMouse() && !isAncestorOf(focusWidget()))
            hide();
        else
            m_end.start(); // somebody is about to press it
    });
    connect(this, &MessageCard::closed, this, &QWidget::hide);
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
    m_end.stop();
    if (!result.failed.isEmpty()) {
        QStringList names;
        for (const QString &path : result.failed)
            names << folders::shortened(path);
        show(SemanticRole::Negative,
             tr("%n file(s) could not be moved to the wastebasket", nullptr, static_cast<int>(result.failed.size())),
             names.join(u'\n'));
    } else {
        const auto plugins = static_cast<int>(
            std::ranges::count_if(result.moved, [](const TrashedFile &file) { return !file.path.endsWith(u".pinf"); }));
        const QString title =
            plugins == 1 ? tr("%1 was moved to the wastebasket").arg(QFileInfo(result.moved.first().path).fileName())
                         : tr("%n plugin(s) were moved to the wastebasket", nullptr, qMax(plugins, 1));
        show(SemanticRole::Information, title, {});
        emit said(title);
    }
    if (result.canUndo()) {
        auto *button = addButton(tr("Undo"), u"plugins.trash.undo"_s);
        connect(button, &QPushButton::clicked, this, [this, files = result.moved] { undo(files); });
    }
    setVisible(true);
    if (result.failed.isEmpty())
        m_end.start();
}

void PluginTrashCard::undo(const QList<TrashedFile> &files)
{
    hide();
    runInPool(
        this, [files] { return restoreFromTrash(files); },
        [this](const QStringList &failed) {
            if (!failed.isEmpty()) {
                show(SemanticRole::Negative,
                     tr("%n file(s) could not be brought back", nullptr, static_cast<int>(failed.size())),
                     tr("Something else has taken their place, or the wastebasket was emptied."));
                setVisible(true);
            }
            emit changed();
        });
}

} // namespace plugsmith
