// SPDX-License-Identifier: Apache-2.0
#include "archive/pathrules.h"

#include <QHash>

#include <algorithm>

namespace plugsmith {
namespace {

constexpr qsizetype MaxPath = 4000;      // characters
constexpr int MaxHops = 40;              // the kernel's own limit
constexpr qint64 MaxSteps = 4'000'000;   // for all links together, see unpack/treecheck.cpp
using Targets = QHash<QString, QString>; // of all links, by path

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control;
}

bool staysInside(const QString &path, const QString &target, const Targets &targets, qint64 &steps)
{
    if (target.isEmpty() || target.size() > MaxPath || target.startsWith(u'/'))
        return false;
    QStringList at = path.split(u'/');
    at.removeLast();
    QStringList ahead = target.split(u'/');
    for (int hops = 0; !ahead.isEmpty();) {
        if (++steps > MaxSteps)
            return false;
        const QString step = ahead.takeFirst();
        if (step.isEmpty() || step == u".")
            continue;
        if (step == u"..") {
            if (at.isEmpty())
                return false;
            at.removeLast();
            continue;
        }
        at.append(step);
        const auto link = targets.constFind(at.join(u'/'));
        if (link == targets.constEnd())
            continue;
        if (++hops > MaxHops || link->startsWith(u'/'))
            return false;
        at.removeLast();
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
    qint64 steps = 0;
    const auto leaving = std::find_if(entries.begin(), entries.end(), [&](const SourceEntry &entry) {
        return entry.kind == EntryKind::Link && !staysInside(entry.path, entry.linkTarget, targets, steps);
    });
    return leaving == entries.end() ? nullptr : &*leaving;
}

} // namespace plugsmith
