// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/childprocess.h"
#include "base/error.h"

#include <QJsonObject>

namespace plugsmith::archiveerrors {

/// The sentences for what can go wrong with an archive (ui.md section 18.1). `archive` is the path of the archive,
/// `written` that of the folder or zip that was to be written, if any.

/// What the worker said in its error frame.
Error fromFrame(const QJsonObject &error, const QString &archive, const QString &written);
/// A worker that ended without a last word. `said` is what it wrote to its standard error.
Error fromEnd(const ProcessEnd &end, const QString &archive, const QByteArray &said);
/// A worker that says what no worker may say.
Error brokenProtocol(const QString &archive, const QString &detail);
/// `written` could not be written for a reason that the system told.
Error notWritten(const QString &written, int systemError);
Error cancelled(const QString &archive);
Error workerMissing(const QString &archive);

/// Why a path cannot be read as an archive before a worker even looks at it; nothing if it can.
std::optional<Error> problemWithPath(const QString &archive);
/// Why nothing can be unpacked into `folder`: it holds something. Nothing if it is empty or not there.
std::optional<Error> problemWithDestination(const QString &archive, const QString &folder);

} // namespace plugsmith::archiveerrors
