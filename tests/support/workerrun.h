// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "archive/framereader.h"

#include <QJsonObject>
#include <QStringList>

namespace plugsmith {

/// What one run of the worker program gave.
struct WorkerRun
{
    bool hasCrashed = false;
    int exitCode = -1;
    QList<Frame> frames; ///< all but the last
    QJsonObject done;    ///< the last frame, one of these two
    QJsonObject error;
    bool isProtocol = false; ///< only good frames, nothing after the last

    QString errorCode() const { return error.value(QLatin1StringView("code")).toString(); }
    QString errorText(const char *key) const { return error.value(QLatin1StringView(key)).toString(); }
    const Frame *entry(const QString &path) const;
    QStringList paths() const;
};

/// A program of this build.
QString builtProgram(const QString &name);
/// Runs the worker, or another program that speaks its protocol, and waits for its end.
WorkerRun runWorker(const QStringList &arguments,
                    const QString &program = builtProgram(QStringLiteral("plugsmith-unpack")));

} // namespace plugsmith
