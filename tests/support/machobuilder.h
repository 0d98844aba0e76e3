// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/elfbuilder.h"

namespace plugsmith::tests {

/// How a Mach-O file says where its pointers are.
enum class MachOFixups {
    Chained,       ///< LC_DYLD_CHAINED_FIXUPS, targets are addresses
    ChainedOffset, ///< targets count from the header
    Opcodes,       ///< LC_DYLD_INFO_ONLY; words hold plain addresses
};

struct MachOSpec
{
    quint32 cpu = 0x0100000c; ///< arm64
    quint32 type = 6;         ///< MH_DYLIB
    MachOFixups fixups = MachOFixups::ChainedOffset;
    quint64 base = 0;         ///< where __TEXT is; everything lies that much above the ELF file's addresses
    bool bindsOwn = true;     ///< pointers to symbols are bound by name, as with a flat namespace
    quint32 importFormat = 1; ///< DYLD_CHAINED_IMPORT, _ADDEND, _ADDEND64
    bool isCompact = false;   ///< without what fills up pages, which real files have; for a corpus
};

/// A Mach-O library with the content, symbols and pointers of a file of ElfBuilder, for 64 bits and little endian,
/// written from <mach-o/loader.h> and <mach-o/fixup-chains.h>.
QByteArray machOFrom(const QByteArray &elf, const MachOSpec &spec);
/// LC_FAT with these files, each at a multiple of 16 KB.
QByteArray fatMachO(const QList<std::pair<quint32, QByteArray>> &filesByCpu);

} // namespace plugsmith::tests

Q_DECLARE_METATYPE(plugsmith::tests::MachOFixups)
