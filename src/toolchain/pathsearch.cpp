// SPDX-License-Identifier: Apache-2.0
#include "toolchain/pathsearch.h"

#include <QDir>
#include <QFileInfo>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

bool isProgram(const QString &path)
{
    const QFileInfo file(path);
    return file.isFile() && file.isExecutable();
}

} // namespace

QStringList pathFoldersOf(const QProcessEnvironment &environment)
{
    QStringList folders = environment.value(u"PATH"_s).split(u':', Qt::SkipEmptyParts);
    folders.removeIf([](const QString &folder) { return !QDir::isAbsolutePath(folder); });
    return folders;
}

QString findProgram(const QString &name, const QStringList &folders)
{
    if (name.isEmpty())
        return {};
    if (name.contains(u'/'))
        return QDir::isAbsolutePath(name) && isProgram(name) ? name : QString();
    for (const QString &folder : folders) {
        if (const QString path = folder + u'/' + name; isProgram(path))
            return path;
    }
    return {};
}

} // namespace plugsmith
