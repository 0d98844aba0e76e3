// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace plugsmith {

/// The folders of PATH in `environment`, in order. Relative ones are left out: what they hold depends on where a
/// program happens to run.
QStringList pathFoldersOf(const QProcessEnvironment &environment);

/// The first executable file called `name` in `folders`, absolute, links not followed; a name with a slash is taken as
/// it is when it is absolute. Empty if there is none. A stat for each folder; for a worker.
QString findProgram(const QString &name, const QStringList &folders);

} // namespace plugsmith
