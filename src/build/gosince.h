// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace plugsmith {

/// The release that brought `symbol` ("slices.Collect", as code writes it) into the standard library: 23 for Go 1.23. 0
/// if it is older than Go 1.16 or not known.
int goSeriesOfSymbol(const QString &symbol);
/// The release that brought the package ("iter"); 0 as above.
int goSeriesOfPackage(const QString &importPath);

} // namespace plugsmith
