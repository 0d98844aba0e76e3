// SPDX-License-Identifier: Apache-2.0
#include "models/awaitedtoolchains.h"

#include <algorithm>

namespace plugsmith {

AwaitedToolchains::AwaitedToolchains(ToolchainStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    connect(&store, &ToolchainStore::installFinished, this, &AwaitedToolchains::onFinished);
}

QVector<Target> AwaitedToolchains::targets() const
{
    QVector<Target> targets;
    for (const Waiting &waiting : m_waiting)
        targets += waiting.target;
    return targets;
}

QVector<GoVersion> AwaitedToolchains::versions() const
{
    QVector<GoVersion> versions;
    for (const Waiting &waiting : m_waiting) {
        if (!versions.contains(waiting.target.version))
            versions += waiting.target.version;
    }
    return versions;
}

void AwaitedToolchains::add(const QVector<Target> &targets, bool force)
{
    const QVector<Target> before = this->targets();
    for (const Target &target : targets) {
        if (!before.contains(target))
            m_waiting += {target, force};
    }
    for (const GoVersion &version : versions())
        m_store.install(version); // once, however often it is asked for
}

void AwaitedToolchains::remove(const Target &target)
{
    m_waiting.removeIf([&target](const Waiting &waiting) { return waiting.target == target; });
    if (!versions().contains(target.version))
        m_store.cancel(releaseName(target.version));
}

void AwaitedToolchains::clear()
{
    const QVector<GoVersion> left = versions();
    m_waiting.clear();
    for (const GoVersion &version : left)
        m_store.cancel(releaseName(version));
}

QVector<AwaitedToolchains::Waiting> AwaitedToolchains::takeInstalled(const BuildMachine &machine)
{
    QVector<Waiting> ready;
    std::ranges::copy_if(m_waiting, std::back_inserter(ready), [&machine](const Waiting &waiting) {
        return machine.toolchainFor(waiting.target.version) != nullptr;
    });
    m_waiting.removeIf([&machine](const Waiting &waiting) { return machine.toolchainFor(waiting.target.version); });
    return ready;
}

void AwaitedToolchains::onFinished(const QString &name, const Result<GoToolchain> &result)
{
    if (result)
        return; // the engine looks for it, and takeInstalled() finds it
    const auto version = GoVersion::parse(name);
    if (!version || !versions().contains(*version))
        return;
    m_waiting.removeIf([&version](const Waiting &waiting) { return waiting.target.version == *version; });
    emit failed(*version, result.error());
}

} // namespace plugsmith
