// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace plugsmith {

/// Installs the words of the user's language in the running QCoreApplication, or the English plural forms where there
/// is no translation. Call before any object that shows words is made.
void installTranslation();

} // namespace plugsmith
