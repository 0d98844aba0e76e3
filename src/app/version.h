// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace plugsmith {

/// "0.1.0", said once, in the project() of CMakeLists.txt.
QString programVersion();

} // namespace plugsmith
