// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalog/comparison.h"
#include "catalog/infowriter.h"
#include "catalog/plugingroups.h"

#include <QJsonObject>

namespace plugsmith {

/// What inspect, list, compare and stamp print. Keys of the objects are a promise to scripts.

/// `inspection` is an error for files that cannot be read; the entry has what is known all the same.
QJsonObject inspectionToJson(const PluginEntry &entry, const Result<Inspection> &inspection, bool withTypes);
QString inspectionToText(const PluginEntry &entry, const Result<Inspection> &inspection, bool withTypes,
                         bool withModules);

QJsonObject entryToJson(const PluginEntry &entry, const EntryStanding &standing);
/// A table of one line for each entry.
QString entriesToText(const QList<PluginEntry> &entries, const QList<EntryStanding> &standings);

QJsonObject comparisonToJson(const PluginComparison &comparison);
QString comparisonToText(const PluginComparison &comparison);

/// `isDone`: else it is what would be done.
QJsonObject changeToJson(const InfoChange &change, bool isDone);
QString changeToText(const InfoChange &change, bool isDone);

} // namespace plugsmith
