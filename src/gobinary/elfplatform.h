// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/platform.h"
#include "gobinary/elfimage.h"

namespace plugsmith {

/// The platform of an ELF file in Go's words. Either half is empty when it is none that Go knows.
///
/// The processor is certain. The system is a guess in this order, because most linkers leave the OSABI field at 0: the
/// field, vendor notes, the name of the loader, and Linux when nothing speaks against it.
Platform elfPlatform(const ElfImage &image);

} // namespace plugsmith
