// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace plugsmith {

/// Size in bytes and time of the last change in milliseconds of the file that `path` leads to, as one word that changes
/// when a program is replaced. "-" when there is no such file. One stat; any thread.
QString fileStamp(const QString &path);

} // namespace plugsmith
