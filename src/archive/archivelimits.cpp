// SPDX-License-Identifier: Apache-2.0
#include "archive/archivelimits.h"

#include "base/settingkeys.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Gigabyte = qint64(1) << 30;
constexpr qint64 EntriesStep = 100'000;
constexpr qint64 RatioFactor = 10;
constexpr qint64 Highest = qint64(1) << 49; // what the worker takes

/// The next multiple of `step` from `needed` on; twice the limit where nobody knows what is needed.
qint64 roundedUp(qint64 needed, qint64 limit, qint64 step)
{
    const qint64 wanted = qBound(limit + 1, needed > limit ? needed : 2 * limit, Highest);
    return (wanted + step - 1) / step * step;
}

qint64 positive(qint64 value, qint64 fallback)
{
    return value > 0 && value <= Highest ? value : fallback;
}

} // namespace

ArchiveLimits ArchiveLimits::of(const Settings &settings)
{
    const ArchiveLimits usual;
    return {positive(settings.get(keys::MaxSourceEntries), usual.maxEntries),
            positive(settings.get(keys::MaxSourceFileBytes), usual.maxEntryBytes),
            positive(settings.get(keys::MaxSourceBytes), usual.maxTotalBytes),
            positive(settings.get(keys::MaxSourceRatio), usual.maxRatio)};
}

void ArchiveLimits::keep(Settings &settings) const
{
    const ArchiveLimits usual;
    const auto set = [&settings](const SettingKey<qint64> &key, qint64 value, qint64 fallback) {
        settings.set(key, value == fallback ? 0 : value); // another default may come
    };
    set(keys::MaxSourceEntries, maxEntries, usual.maxEntries);
    set(keys::MaxSourceFileBytes, maxEntryBytes, usual.maxEntryBytes);
    set(keys::MaxSourceBytes, maxTotalBytes, usual.maxTotalBytes);
    set(keys::MaxSourceRatio, maxRatio, usual.maxRatio);
}

ArchiveLimits ArchiveLimits::raisedFor(const Error &error) const
{
    // The worker's report; see the README of unpack.
    const QJsonObject report = QJsonDocument::fromJson(error.detail.toUtf8()).object();
    const QString what = report["what"_L1].toString();
    const qint64 needed = report["needed"_L1].toInteger(-1);
    ArchiveLimits raised = *this;
    if (what == "entries"_L1) {
        raised.maxEntries = roundedUp(needed, maxEntries, EntriesStep);
    } else if (what == "ratio"_L1) {
        raised.maxRatio = qMin(maxRatio * RatioFactor, Highest);
    } else {
        const bool isOneFile = what == "entry"_L1;
        if (isOneFile)
            raised.maxEntryBytes = roundedUp(needed, maxEntryBytes, Gigabyte);
        // What holds a large file is at least as large.
        if (!isOneFile || raised.maxEntryBytes > maxTotalBytes)
            raised.maxTotalBytes = roundedUp(needed, maxTotalBytes, Gigabyte);
    }
    return raised;
}

} // namespace plugsmith
