// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace plugsmith {

class BuildSession;

/// What helps others to understand a problem, as text that its owner reads before it goes anywhere: versions, tools,
/// choices, and what failed last. The home folder is "~" in it, and values of environment variables are left out.
QString diagnosticReport(BuildSession &session);

/// The variables of `environment` that bear on builds, in order: "GOPROXY is set, 24 characters".
QStringList maskedVariables(const QProcessEnvironment &environment);

} // namespace plugsmith
