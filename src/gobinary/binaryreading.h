// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gobinary/binaryfile.h"
#include "gobinary/loadedimage.h"
#include "gobinary/machoimage.h"
#include "gobinary/modulerecord.h"

namespace plugsmith {

/// The facts of a file together with what they were read from, for those who read more. Looks into the bytes.
struct BinaryReading
{
    BinaryFacts facts;
    std::optional<ElfImage> elf;
    std::optional<MachOImage> machO;    ///< the slice that the facts speak of
    std::optional<LoadedImage> loaded;  ///< with Relative pointers; only of files that may be plugins
    std::optional<ModuleRecord> record; ///< of plugins
};

/// Errors as for readBinaryFacts(). `unpacked` gets the content of a compressed file, which the reading then looks
/// into.
Result<BinaryReading> readBinary(QByteArrayView bytes, const QString &fileName, QByteArray *unpacked);

} // namespace plugsmith
