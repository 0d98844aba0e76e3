// SPDX-License-Identifier: Apache-2.0
#include "session/sessionopener.h"

#include "base/deliver.h"
#include "session/sessionfolder.h"

#include <QCoreApplication>

#include <algorithm>

namespace plugsmith {
namespace {

struct OpenerText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::SessionOpener)
};

} // namespace

Result<GoToolchain> toolchainFor(const PluginFile &file, const QVector<GoToolchain> &toolchains)
{
    const Platform &here = Platform::thisMachine();
    if (file.facts.platform != here) {
        return Error{ErrorCode::Unsupported,
                     OpenerText::tr("%1 is for %2").arg(file.name(), file.facts.platform.toString()),
                     OpenerText::tr("This machine is %1.").arg(here.toString()),
                     {}};
    }
    // What the file itself says counts; its name and build info may be wrong, and old plugins say nothing.
    auto wanted = file.facts.goVersion;
    if (!wanted.isValid())
        wanted = GoVersion::parse(file.candidate.version).value_or(GoVersion());
    const auto isUsable = [&here](const GoToolchain &toolchain) {
        return toolchain.isUsable() && toolchain.platform == here;
    };
    const auto found = std::ranges::find_if(toolchains, [&](const GoToolchain &toolchain) {
        if (!isUsable(toolchain))
            return false;
        return wanted.isValid() ? toolchain.version == wanted
                                : file.facts.family.isValid() && file.facts.family.contains(toolchain.version);
    });
    if (found != toolchains.end())
        return *found;
    const QString version = wanted.isValid() ? wanted.toString() : file.facts.family.toString();
    return Error{ErrorCode::NotFound,
                 OpenerText::tr("%1 needs Go %2").arg(file.name(), version),
                 OpenerText::tr("This Go version is not installed."),
                 {}};
}

SessionOpener::SessionOpener(const QProcessEnvironment &environment, QObject *parent)
    : QObject(parent)
    , m_builder(environment)
{
    QThreadPool::globalInstance()->start(&SessionFolder::removeStale);
    connect(&m_builder, &HostBuilder::compiling, this, &SessionOpener::preparing);
    connect(&m_builder, &HostBuilder::built, this, [this](const Result<HostProgram> &host) {
        if (host)
            emit opened(m_file, *host);
        else
            emit failed(host.error());
    });
}

void SessionOpener::open(const QString &path, const QVector<GoToolchain> &toolchains)
{
    runInPool(
        this, [path] { return readPluginFile(path); },
        [this, toolchains](const Result<PluginFile> &file) {
            if (!file)
                return emit failed(file.error());
            m_file = *file;
            const auto toolchain = toolchainFor(m_file, toolchains);
            if (!toolchain)
                return emit failed(toolchain.error());
            m_builder.build(*toolchain, m_file.flags);
        });
}

} // namespace plugsmith
