// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/sourceloader.h"

#include <QObject>
#include <QStringList>

#include <optional>

namespace plugsmith {

/// Which of several sources holds the plugin: the one whose go.mod replaces modules that the others supply, else the
/// only one with a main package. nullopt: that cannot be told.
std::optional<qsizetype> pluginSourceAmong(const QVector<SourceScan> &scans);

/// Puts sources that came together in order: the one with the plugin first, behind it those that supply modules. GUI
/// thread, never blocks it.
class SourceSorter : public QObject
{
    Q_OBJECT

public:
    explicit SourceSorter(QObject *parent = nullptr);

    /// sorted() follows once; a call before it starts over.
    void sort(const QStringList &paths);
    /// sorted() does not follow. Harmless when idle.
    void cancel() { m_loader.cancel(); }

signals:
    /// `isDecided` is false if a person has to say which one is the plugin. A source that cannot be read stands first:
    /// whoever opens it says why.
    void sorted(const QStringList &paths, bool isDecided);

private:
    void onLoaded(const Result<QVector<SourceScan>> &scans);

    SourceLoader m_loader;
    QStringList m_paths;
};

} // namespace plugsmith
