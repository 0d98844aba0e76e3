// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "gobinary/linkfacts.h"
#include "session/hostflags.h"
#include "toolchain/gotoolchain.h"
#include "toolchain/toolrun.h"

#include <QObject>
#include <QProcessEnvironment>

namespace plugsmith {

/// A compiled plugin host and what it can open. A value.
struct HostProgram
{
    QString path;
    GoToolchain toolchain;
    HostFlags flags;
    LinkFacts link;

    bool operator==(const HostProgram &) const = default;
};

/// Compiles the plugin host (its source is inside this program) for a toolchain and flags, once: the result stays in
/// cache()/hosts under a name made of the toolchain, the flags and the source. Takes a millisecond when it is there,
/// else as long as the go command needs for a part of the standard library: ten seconds with a cold cache. One at a
/// time; lives in the GUI thread and never blocks it. Several programs may do it at once.
class HostBuilder : public QObject
{
    Q_OBJECT

public:
    enum class Priority {
        Wanted,     ///< somebody waits for it
        Background, ///< prepared for later: other programs go first
    };

    /// `environment` is the user's.
    explicit HostBuilder(const QProcessEnvironment &environment, QObject *parent = nullptr);

    /// built() follows, never from within.
    void build(const GoToolchain &toolchain, const HostFlags &flags, Priority priority = Priority::Wanted);
    void cancel();
    bool isBusy() const { return m_isBusy; }

signals:
    /// The go command was started: this takes a while.
    void compiling(const plugsmith::GoToolchain &toolchain);
    void built(const plugsmith::Result<plugsmith::HostProgram> &host);

private:
    void compile();
    void onCompiled(const ToolAnswer &answer);
    void inspect();
    void finish(const Result<HostProgram> &host);

    QProcessEnvironment m_environment;
    ToolRun m_go;
    HostProgram m_host;
    Priority m_priority = Priority::Wanted;
    QString m_source;    // the folder with the source, while it is compiled
    QString m_temporary; // what the go command writes
    bool m_isBusy = false;
};

/// The source of the host as it is compiled: file name and content, go.mod for this toolchain included. Pure.
QVector<QPair<QString, QByteArray>> hostSource(const GoVersion &version);

} // namespace plugsmith

Q_DECLARE_METATYPE(plugsmith::HostProgram)
