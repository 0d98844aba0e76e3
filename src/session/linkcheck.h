// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "gobinary/linkfacts.h"

#include <QHash>
#include <QStringList>

namespace plugsmith {

/// What a host process has in memory, as far as its runtime compares it: the packages of the host itself and of every
/// plugin that was opened, also of those that failed. Says in advance what opening a further plugin would do, so that
/// nothing is opened that would end the process or poison it (go-plugins.md 4.3). A value.
class LinkScope
{
public:
    LinkScope() = default;
    explicit LinkScope(LinkFacts host);

    /// Why `plugin` must not be opened; `name` words it.
    Result<void> check(const LinkFacts &plugin, const QString &name) const;
    /// The packages on whose hash the plugin and what is in memory disagree, in the order of the runtime.
    QStringList conflicts(const LinkFacts &plugin) const;
    void add(const LinkFacts &plugin);

private:
    LinkFacts m_host;
    QHash<QByteArray, QByteArray> m_hashes; // by package; the first definition counts
    QList<QByteArray> m_paths;              // of plugins in memory
};

} // namespace plugsmith
