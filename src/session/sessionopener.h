// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "session/hostbuilder.h"
#include "session/pluginfile.h"

#include <QObject>

namespace plugsmith {

/// Finds out how a plugin can be loaded here: reads it, picks the toolchain that it needs, and has the host compiled
/// for it. Whoever asked then makes the Session. One at a time; lives in the GUI thread and never blocks it.
class SessionOpener : public QObject
{
    Q_OBJECT

public:
    /// `environment` is the user's.
    explicit SessionOpener(const QProcessEnvironment &environment, QObject *parent = nullptr);

    /// opened() or failed() follows, never from within.
    void open(const QString &path, const QVector<GoToolchain> &toolchains);
    /// failed() follows with Cancelled.
    void cancel() { m_builder.cancel(); }

signals:
    /// Only when it will take a while.
    void preparing(const plugsmith::GoToolchain &toolchain);
    void opened(const plugsmith::PluginFile &file, const plugsmith::HostProgram &host);
    void failed(const plugsmith::Error &error);

private:
    HostBuilder m_builder;
    PluginFile m_file;
};

/// The toolchain whose programs can open a plugin: exactly its Go version, on this machine's platform. The error says
/// what is missing, in words of ui.md 18.5. Pure.
Result<GoToolchain> toolchainFor(const PluginFile &file, const QVector<GoToolchain> &toolchains);

} // namespace plugsmith
