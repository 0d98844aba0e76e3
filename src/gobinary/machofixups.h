// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gobinary/machoimage.h"

#include <vector>

namespace plugsmith {

/// A word that the loader of macOS fills in.
struct MachOPointer
{
    quint64 address = 0;
    quint64 value = 0; ///< as if the file were loaded where it asks for

    auto operator<=>(const MachOPointer &) const = default;
};

/// The pointers of a file whose values are not in its bytes, sorted by address: chained fixups
/// (LC_DYLD_CHAINED_FIXUPS), and what LC_DYLD_INFO binds. A pointer to a symbol has a value only if the file defines
/// the symbol itself, which is what Go's types do in plugins; those of other files are left out. At most `limit`.
///
/// Formats: <mach-o/fixup-chains.h> and <mach-o/loader.h> of Apple's xnu and dyld.
std::vector<MachOPointer> machOPointers(const MachOImage &image, std::size_t limit);

} // namespace plugsmith
