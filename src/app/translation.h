// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace plugsmith {

/// Installs the words of a language ("de"; empty: the system's) in the running QCoreApplication, or the English plural
/// forms where there is no translation, and makes it the locale for numbers and dates. Takes the place of an earlier
/// one; objects that show words already keep theirs.
void installTranslation(const QString &language = {});

} // namespace plugsmith
