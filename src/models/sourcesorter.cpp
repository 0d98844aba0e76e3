// SPDX-License-Identifier: Apache-2.0
#include "models/sourcesorter.h"

#include <algorithm>

namespace plugsmith {

std::optional<qsizetype> pluginSourceAmong(const QVector<SourceScan> &scans)
{
    QVector<qsizetype> withMain;
    QVector<qsizetype> supplied; // those that get a module from one of the others
    for (qsizetype i = 0; i < scans.size(); ++i) {
        if (scans[i].mains.isEmpty())
            continue;
        withMain += i;
        QVector<SourceScan> others = scans;
        others.removeAt(i);
        for (int module = 0; module < scans[i].modules.size(); ++module) {
            const auto matches = matchLocalReplaces(scans[i], module, others);
            const bool isSupplied = std::ranges::any_of(
                matches, [](const LocalReplace &replace) { return replace.state == LocalReplace::State::Supplied; });
            if (isSupplied && !supplied.contains(i))
                supplied += i;
        }
    }
    if (supplied.size() == 1)
        return supplied.first();
    if (supplied.isEmpty() && withMain.size() == 1)
        return withMain.first();
    return std::nullopt;
}

SourceSorter::SourceSorter(QObject *parent)
    : QObject(parent)
{
    connect(&m_loader, &SourceLoader::loaded, this, &SourceSorter::onLoaded);
}

void SourceSorter::sort(const QStringList &paths)
{
    m_paths = paths;
    m_loader.load(paths);
}

void SourceSorter::onLoaded(const Result<QVector<SourceScan>> &scans)
{
    if (!scans) {
        if (scans.error().code != ErrorCode::Cancelled)
            emit sorted(m_paths, true);
        return;
    }
    // Modules beside a folder were added behind them.
    const auto source = pluginSourceAmong(scans->first(qMin(m_paths.size(), scans->size())));
    if (source)
        m_paths.move(*source, 0);
    emit sorted(m_paths, source.has_value());
}

} // namespace plugsmith
