// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVector>

namespace plugsmith {
struct SourceEntry
{
    enum class Kind { File, Folder, Link };
    QString path;
    Kind kind = Kind::File;
    qint64 size = 0;
    bool executable = false;
    QString linkTarget;
    QByteArray content;
    bool contentIsWhole = false;
};
struct SourceTree
{
    QVector<SourceEntry> entries;
    QString origin;
    bool isFolder = false;
    qint64 archiveBytes = 0;
    qint64 totalBytes = 0;
    QStringList leftOut;
};
} // namespace plugsmith
