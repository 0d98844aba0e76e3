// SPDX-License-Identifier: Apache-2.0
#include "archive/pathrules.h"

#include <QHash>

#include <algorithm>

namespace plugsmith {
namespace {

constexpr qsizetype MaxPath = 4000;             // characters
constexpr int MaxHops = 40;                     // the kernel's own limit
constexpr qint64 MaxLinkWork = qint64(1) << 30; // for all links together, see unpack/treecheck.cpp
constexpr qint64 WorkOfStep = 64;
using Targets = QHash<QString, QString>; // of all links, by path

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control;
}

QString folderOf(const QString &path)
{
    return path.left(std::max<qsizetype>(0, path.lastIndexOf(u'/')));
}

bool staysInside(const QString &path, const QString &target, const Targets &targets, qint64 &work)
{
    if (target.isEmpty() || target.size() > MaxPath || target.startsWith(u'/'))
        return false;
    QString at = folderOf(path);
    QStringList ahead = target.split(u'/');
    for (int hops = 0; !ahead.isEmpty();) {
        const QString step = ahead.takeFirst();
        work += WorkOfStep + at.size() + step.size();
        if (work > MaxLinkWork)
            return false;
        if (step.isEmpty() || step == u".")
            continue;
        if (step == u"..") {
            if (at.isEmpty())
                return false;
            at = folderOf(at);
            continue;
        }
        const QString next = at.isEmpty() ? step : QString(at + u'/' + step);
        const auto link = targets.constFind(next);
        if (link == targets.constEnd()) {
            at = next;
            continue;
        }
        if (++hops > MaxHops || link->startsWith(u'/'))
            return false;
        ahead = link->split(u'/') + ahead;
    }
    return true;
}

} // namespace

bool isCleanPath(QStringView path)
{
    if (path.isEmpty() || path.size() > MaxPath || path.contains(u'\\') ||
        std::any_of(path.begin(), path.end(), isControl))
        return false;
    const auto components = path.split(u'/');
    return std::none_of(components.begin(), components.end(), [](QStringView component) {
        return component.isEmpty() || component == u"." || component == u"..";
    });
}

const SourceEntry *linkThatLeaves(const QList<SourceEntry> &entries)
{
    Targets targets;
    for (const SourceEntry &entry : entries) {
        if (entry.kind == EntryKind::Link)
            targets.insert(entry.path, entry.linkTarget);
    }
    qint64 work = 0;
    const auto leaving = std::find_if(entries.begin(), entries.end(), [&](const SourceEntry &entry) {
        return entry.kind == EntryKind::Link && !staysInside(entry.path, entry.linkTarget, targets, work);
    });
    return leaving == entries.end() ? nullptr : &*leaving;
}

} // namespace plugsmith
