// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/folders.h"
#include "base/settingkeys.h"
#include "base/settings.h"
#include "gui/toolchaindelegate.h"
#include "models/toolchainrow.h"
#include "support/goserver.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <QTreeView>

/// The Toolchains page as somebody at the window uses it.
namespace plugsmith::test {

/// Makes the server the only source of Go versions, and forgets what other ones gave.
inline void useOnly(const GoServer &server, Settings &settings)
{
    QFile::remove(folders::cache() + u"/goversions.json");
    QDir(folders::data() + u"/toolchains").removeRecursively();
    settings.set(keys::UseModuleProxy, false);
    settings.set(keys::UseGoDev, false);
    settings.set(keys::GoMirror, server.url().toString());
}

inline QModelIndex toolchainRow(const QTreeView &table, const QString &key)
{
    const QAbstractItemModel *model = table.model();
    for (int i = 0; i < model->rowCount(); ++i) {
        if (model->index(i, 0).data(ToolchainRow::KeyRole).toString() == key)
            return model->index(i, 0);
    }
    return {};
}

/// Clicks on the button that is painted at the end of a row, which must be in view.
inline void pressButtonOf(const QTreeView &table, const QModelIndex &row)
{
    const QModelIndex button = row.siblingAtColumn(table.model()->columnCount() - 1);
    const QRect rect = ToolchainDelegate::buttonRect(table.visualRect(button), table.fontMetrics(), button);
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, rect.center());
}

} // namespace plugsmith::test
