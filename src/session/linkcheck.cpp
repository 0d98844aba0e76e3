// SPDX-License-Identifier: Apache-2.0
#include "session/linkcheck.h"

#include <QCoreApplication>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct LinkCheckText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::LinkCheck)
};

Error refusal(const QString &name, const QString &reason, const QString &detail = {})
{
    return {ErrorCode::Unsupported, LinkCheckText::tr("%1 was not loaded").arg(name), reason, detail};
}

} // namespace

LinkScope::LinkScope(LinkFacts host)
    : m_host(std::move(host))
{
    for (const PackageHash &package : std::as_const(m_host.packages))
        m_hashes.insert(package.package, package.hash);
}

QStringList LinkScope::conflicts(const LinkFacts &plugin) const
{
    QStringList names;
    for (const PackageHash &package : plugin.packages) {
        const auto known = m_hashes.constFind(package.package);
        if (known != m_hashes.cend() && *known != package.hash)
            names += QString::fromUtf8(package.package);
    }
    return names;
}

void LinkScope::add(const LinkFacts &plugin)
{
    for (const PackageHash &package : plugin.packages) {
        if (!m_hashes.contains(package.package))
            m_hashes.insert(package.package, package.hash);
    }
    m_paths += plugin.pluginPath;
}

Result<void> LinkScope::check(const LinkFacts &plugin, const QString &name) const
{
    if (!plugin.isPlugin)
        return refusal(name, LinkCheckText::tr("It is not a Go plugin; opening it would end the session."));
    if (plugin.machine != m_host.machine || plugin.wordSize != m_host.wordSize)
        return refusal(name, LinkCheckText::tr("It is for another processor."));
    if (plugin.recordBytes != m_host.recordBytes)
        return refusal(name,
                       LinkCheckText::tr("It was built by another Go release; opening it would end the session."));
    if (m_paths.contains(plugin.pluginPath)) {
        return Error{
            ErrorCode::InvalidInput,
            LinkCheckText::tr("%1 was already loaded under this path").arg(name),
            LinkCheckText::tr("Go loads each package path once. Path: %1").arg(QString::fromUtf8(plugin.pluginPath)),
            {}};
    }
    const QStringList differing = conflicts(plugin);
    if (differing.isEmpty())
        return {};
    const QString shown = differing.first(qMin(differing.size(), qsizetype(3))).join(u", "_s);
    return refusal(
        name,
        LinkCheckText::tr("%n package(s) were compiled from other sources or with other flags than those in memory: %1",
                          nullptr, static_cast<int>(differing.size()))
            .arg(differing.size() > 3 ? shown + u", …" : shown),
        differing.join(u'\n'));
}

} // namespace plugsmith
