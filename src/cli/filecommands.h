// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/catalogcommandline.h"

namespace plugsmith {

/// `plugsmith-cli inspect`, `compare` and `stamp`: read the files at once, print, and return the exit code. They use
/// nothing but Qt Core, because loading more libraries would take longer than what they do.
bool isFileCommand(const QString &word);
int runFileCommand(const CatalogCommandLine &line);

int runInspect(const CatalogCommandLine &line);
int runCompare(const CatalogCommandLine &line);
int runStamp(const CatalogCommandLine &line);

} // namespace plugsmith
