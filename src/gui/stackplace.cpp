// SPDX-License-Identifier: Apache-2.0
#include "gui/stackplace.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

/// As the module cache writes paths: an upper-case letter is "!" and the lower-case one.
QString inModuleCache(const QString &file)
{
    QString escaped;
    for (const QChar c : file) {
        if (c.isUpper())
            escaped += u'!';
        escaped += c.toLower();
    }
    return escaped;
}

SourcePlace inSource(const StackSources &known, qsizetype number, const QString &file)
{
    const QString source = known.sources.value(number);
    if (source.isEmpty())
        return {};
    return {source, source.endsWith(".go"_L1) ? QFileInfo(source).fileName() : QDir::cleanPath(file)};
}

} // namespace

QString moduleFolderOf(const QString &packageFolder, const QString &package, const QString &module)
{
    const QString below = package.startsWith(module + u'/') ? package.sliced(module.size()) : QString();
    return packageFolder == below.mid(1)   ? QString()
           : packageFolder.endsWith(below) ? packageFolder.chopped(below.size())
                                           : packageFolder;
}

QString moduleOf(const QString &packageFolder, const QString &package)
{
    QStringList folders = packageFolder.split(u'/', Qt::SkipEmptyParts);
    QStringList parts = package.split(u'/');
    while (!folders.isEmpty() && parts.size() > 1 && folders.last() == parts.last()) {
        folders.removeLast();
        parts.removeLast();
    }
    return parts.join(u'/');
}

SourcePlace placeInStack(const QString &file, const StackSources &known)
{
    static const QRegularExpression unpacked(u"/plugsmith/work/[^/]+/src(\\d+)/(.+)$"_s);
    if (const auto match = unpacked.match(file); match.hasMatch())
        return inSource(known, match.capturedView(1).toInt(), match.captured(2));
    if (QDir::isAbsolutePath(file))
        return {{}, file};
    if (!known.module.isEmpty() && file.startsWith(known.module + u'/'))
        return inSource(known, 0, known.moduleFolder + u'/' + file.sliced(known.module.size() + 1));
    for (const QString &folder : known.goFolders) {
        const qsizetype version = file.indexOf(u'@');
        const QString path =
            folder + u'/' + (version < 0 ? file : inModuleCache(file.first(version)) + file.sliced(version));
        if (QFileInfo(path).isFile())
            return {{}, path};
    }
    return {};
}

} // namespace plugsmith
