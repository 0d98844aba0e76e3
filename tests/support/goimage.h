// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/elfbuilder.h"

namespace plugsmith::tests {

/// How a Go release lays out struct moduledata; positions in words (runtime/symtab.go of each release).
struct ModuleLayout
{
    QByteArray release;
    quint32 magic = 0;
    int hashesWord = 0;
    int gap = 0; ///< words between the end of the types and textsectmap
    int recordWords = 0;
    qsizetype hashLength = 8;
    bool varintNames = true;
    QByteArray family; ///< what ReleaseFamily should say
    QByteArray symbolPrefix = "go:";

    static const QList<ModuleLayout> &all();
    static ModuleLayout of(const QByteArray &release);
};

/// A row of the table of functions.
struct FunctionSpec
{
    QByteArray name;
    quint64 size = 16;
    QByteArray file = "example.com/shop/plug.v1/main.go";
    int line = 1;
};

/// What a synthetic plugin says about itself.
struct PluginSpec
{
    ModuleLayout layout;
    QByteArray path = "example.com/shop/plug%2ev1";
    QByteArrayList packages = {"runtime", "internal/abi", "example.com/shop/plug.v1"};
    QByteArrayList exports = {"Add", "Version",
                              "Gr\xc3\xb6\xc3\x9f"
                              "e"};
    /// Instead of `exports`, whose types cannot be read: type data for ElfBuilder::RelroAddress, which needs the record
    /// to be the first thing added, and the offsets of name and type of each export.
    QByteArray typeData = {};
    QList<std::pair<quint64, quint64>> exportEntries = {};
    QList<FunctionSpec> functions = {};
};

/// Adds the module record of a plugin with everything that it points at; returns its address.
quint64 addModuleRecord(ElfBuilder *builder, const PluginSpec &spec);

/// The blob of Go 1.18 and later. `text` gets the frame that the go command puts around it.
QByteArray buildInfoBlob(const QByteArray &goVersion, const QByteArray &text);
QByteArray framedBuildInfo(const QByteArray &text);
/// Adds the blob with its symbol and section and returns its address.
quint64 addBuildInfo(ElfBuilder *builder, const QByteArray &goVersion, const QByteArray &text);
/// The same in the format of Go 1.17 and earlier: pointers to Go strings, relocated if `relocated`.
quint64 addPointerBuildInfo(ElfBuilder *builder, const QByteArray &goVersion, const QByteArray &text, bool relocated);

} // namespace plugsmith::tests

Q_DECLARE_METATYPE(plugsmith::tests::ModuleLayout)
Q_DECLARE_METATYPE(plugsmith::tests::PluginSpec)
