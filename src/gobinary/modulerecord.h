// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gobinary/loadedimage.h"
#include "gobinary/releasefamily.h"

#include <QByteArray>

namespace plugsmith {

/// What Go's linker wrote about a plugin for the runtime (struct moduledata in runtime/symtab.go): its path and where
/// its tables are. It is there in stripped files too. Addresses are the file's own, tables are given by their first
/// byte and their number of entries. A value.
struct ModuleRecord
{
    struct Table
    {
        quint64 address = 0;
        quint64 count = 0;

        bool operator==(const Table &) const = default;
    };
    /// How the length of a name in type data is written: two bytes big endian up to Go 1.16, then as a varint.
    enum class NameLength { TwoBytes, Varint };

    quint64 address = 0;
    quint64 pclntab = 0;
    quint32 pclntabMagic = 0;
    int hashesWord = 0;  ///< position of `packageHashes` in the record, in words; differs by release
    int recordWords = 0; ///< length of the record in words, 0 when the file does not say
    ReleaseFamily family;

    QByteArray pluginPath; ///< escaped as in the file: "example.com/shop/plug%2ev1"
    quint64 types = 0;     ///< names and types are given as offsets from here; 0 when it could not be made out
    quint64 typesEnd = 0;
    NameLength nameLength = NameLength::Varint;
    Table textSections;  ///< textsectmap
    Table typeLinks;     ///< int32 offsets from `types`
    Table itabLinks;     ///< pointers
    Table exports;       ///< ptab: pairs of int32 (name, type), offsets from `types`
    Table packageHashes; ///< five words each: name, length, hash, length, address of the running program's hash

    bool operator==(const ModuleRecord &) const = default;
};

/// The module record of a plugin; nullopt for everything else, Go programs and C libraries made by Go included. Works
/// without knowing the release: the record is recognised by its contents. The image needs only Relative pointers.
std::optional<ModuleRecord> findModuleRecord(const LoadedImage &image);

} // namespace plugsmith
