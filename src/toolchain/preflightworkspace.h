// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QString>

#include <memory>

namespace plugsmith {

/// The folder in which one preflight builds, below folders::cache(), with the sources of a plugin that uses cgo, a host
/// that loads it, and a program without cgo. Everything that the tools write goes there (their temporary files too), so
/// that ending them by force leaves nothing behind. The folder is removed with the object. For a worker.
class PreflightWorkspace
{
public:
    /// Also removes what a crashed program left behind a day ago or earlier.
    static Result<std::shared_ptr<PreflightWorkspace>> make();
    ~PreflightWorkspace();
    Q_DISABLE_COPY_MOVE(PreflightWorkspace)

    QString path() const { return m_path; }
    QString temporaryFolder() const { return m_path + u"/tmp"; }
    QString pathOf(const QString &name) const { return m_path + u'/' + name; }

    /// Import paths, relative to path().
    static constexpr const char *PluginPackage = "./plugin";
    static constexpr const char *HostPackage = "./host";
    static constexpr const char *PlainPackage = "./plain";
    /// The host reads the path of the plugin here.
    static constexpr const char *PluginVariable = "PLUGSMITH_PREFLIGHT_PLUGIN";

    /// How the host ends.
    enum HostExit { Passed = 0, NotOpened = 10, NoSymbol = 11, WrongType = 12, WrongAnswer = 13 };

private:
    explicit PreflightWorkspace(QString path);

    QString m_path;
};

} // namespace plugsmith
