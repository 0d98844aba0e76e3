// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gobinary/parameternames.h"

namespace plugsmith {

/// "func(string, ...int) (int, error)" with names: "func(id string, rest ...int) (n int, err error)". Empty when no
/// name is known, or when there are more or fewer names than the type has parameters and results.
QString signatureWith(const ParameterNames &names, const QString &type);

} // namespace plugsmith
