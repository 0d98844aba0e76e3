// SPDX-License-Identifier: Apache-2.0
#include "support/goimage.h"

#include <algorithm>

namespace plugsmith::tests {
namespace {

const QByteArray BlobMagic = "\xff Go buildinf:";

void putWord(ByteWriter *record, int wordSize, int index, quint64 value)
{
    record->put(static_cast<qsizetype>(index) * wordSize, value, wordSize);
}

/// Adds a Go string's bytes and gives its two words.
void addString(ElfBuilder *builder, ByteWriter *target, QList<std::pair<qsizetype, quint64>> *pointers,
               const QByteArray &text)
{
    pointers->append({target->size(), builder->add(ElfBuilder::Place::ReadOnly, text, 1)});
    target->word(0).word(static_cast<quint64>(text.size()));
}

/// The array behind pkghashes.
quint64 addHashes(ElfBuilder *builder, const PluginSpec &spec)
{
    ByteWriter array = builder->writer();
    QList<std::pair<qsizetype, quint64>> pointers;
    for (const QByteArray &package : spec.packages) {
        addString(builder, &array, &pointers, package);
        const QByteArray hash(spec.layout.hashLength, package.at(0));
        addString(builder, &array, &pointers, hash);
        array.word(0);
    }
    const quint64 address = builder->add(ElfBuilder::Place::Relro, array.bytes());
    const auto wordSize = static_cast<quint64>(builder->machine.wordSize);
    for (const auto &[offset, target] : std::as_const(pointers))
        builder->setPointer(address + static_cast<quint64>(offset), target);
    for (qsizetype i = 0; i < spec.packages.size(); ++i) {
        const QByteArray name = spec.layout.symbolPrefix + "link.pkghash." + spec.packages[i];
        builder->addSymbol(name, address + (static_cast<quint64>(i) * 5 + 2) * wordSize, 2 * wordSize);
        builder->setPointerToSymbol(address + (static_cast<quint64>(i) * 5 + 4) * wordSize, name);
    }
    return address;
}

/// Type data with the names of all exports and 64 bytes of a "type" at its start; fills in their offsets.
QByteArray typeData(const PluginSpec &spec, QList<quint64> *nameOffsets)
{
    QByteArray types(64, '\0');
    for (const QByteArray &name : spec.exports) {
        nameOffsets->append(static_cast<quint64>(types.size()));
        types += '\1'; // exported
        if (!spec.layout.varintNames)
            types += '\0';
        types += static_cast<char>(name.size()) + name;
    }
    return types;
}

} // namespace

const QList<ModuleLayout> &ModuleLayout::all()
{
    static const QList<ModuleLayout> layouts = {
        {"1.15", 0xfffffffb, 41, 0, 57, 40, false, "1.8–1.15", "go."},
        {"1.16", 0xfffffffa, 51, 0, 67, 40, false, "1.16–1.17", "go."},
        {"1.17", 0xfffffffa, 51, 0, 67, 40, true, "1.16–1.17", "go."},
        {"1.19", 0xfffffff0, 53, 2, 69, 8, true, "1.18–1.19", "go."},
        {"1.20", 0xfffffff1, 55, 2, 71, 8, true, "1.20", "go:"},
        {"1.22", 0xfffffff1, 55, 2, 74, 8, true, "1.21–1.22", "go:"},
        {"1.24", 0xfffffff1, 55, 2, 73, 8, true, "1.23–1.25", "go:"},
        {"1.26", 0xfffffff1, 56, 3, 74, 8, true, "1.26", "go:"},
        {"not yet known", 0xfffffff1, 58, 3, 76, 8, true, "1.27 or newer", "go:"},
    };
    return layouts;
}

ModuleLayout ModuleLayout::of(const QByteArray &release)
{
    const auto found = std::ranges::find(all(), release, &ModuleLayout::release);
    return found == all().end() ? ModuleLayout() : *found;
}

quint64 addModuleRecord(ElfBuilder *builder, const PluginSpec &spec)
{
    using Place = ElfBuilder::Place;
    const int wordSize = builder->machine.wordSize;
    const ModuleLayout &layout = spec.layout;
    const quint64 pclntab = builder->add(
        Place::ReadOnly,
        builder->writer().u32(layout.magic).u16(0).u8(4).u8(static_cast<quint64>(wordSize)).u64(0).u64(0).bytes());
    QList<quint64> nameOffsets;
    const QByteArray types = spec.typeData.isEmpty() ? typeData(spec, &nameOffsets) : spec.typeData;
    const quint64 typesAddress = builder->add(Place::Relro, types, 64);
    ByteWriter exports = builder->writer();
    for (const quint64 offset : std::as_const(nameOffsets))
        exports.u32(offset).u32(0);
    for (const auto &[name, type] : spec.exportEntries)
        exports.u32(name).u32(type);
    const quint64 exportsAddress = builder->add(Place::ReadOnly, exports.bytes());
    const quint64 links = builder->add(Place::ReadOnly, builder->writer().u32(0).u32(32).bytes());
    const quint64 hashes = addHashes(builder, spec);
    const quint64 path = builder->add(Place::ReadOnly, spec.path, 1);

    ByteWriter record = builder->writer();
    record.raw(QByteArray(static_cast<qsizetype>(layout.recordWords) * wordSize, '\0'));
    const quint64 address = builder->add(Place::Data, record.bytes(), 32);
    QList<std::pair<int, quint64>> pointers = {{0, pclntab}};
    const auto setSlice = [&](int index, quint64 first, quint64 count) {
        pointers.append({index, first});
        putWord(&record, wordSize, index + 1, count);
        putWord(&record, wordSize, index + 2, count);
    };
    const int sections = layout.hashesWord - 14;
    pointers.append({sections - layout.gap - 2, typesAddress});
    pointers.append({sections - layout.gap - 1, typesAddress + static_cast<quint64>(types.size())});
    setSlice(sections, links, 1);
    setSlice(sections + 3, links, 2);
    setSlice(sections + 6, links, 1);
    setSlice(sections + 9, exportsAddress, static_cast<quint64>(nameOffsets.size() + spec.exportEntries.size()));
    pointers.append({layout.hashesWord - 2, path});
    putWord(&record, wordSize, layout.hashesWord - 1, static_cast<quint64>(spec.path.size()));
    setSlice(layout.hashesWord, hashes, static_cast<quint64>(spec.packages.size()));
    builder->replace(address, record.bytes());
    for (const auto &[index, target] : std::as_const(pointers))
        builder->setPointer(address + static_cast<quint64>(index) * static_cast<quint64>(wordSize), target);
    builder->addSymbol("runtime.firstmoduledata", ElfBuilder::DataAddress + 0x10000,
                       static_cast<quint64>(layout.recordWords) * static_cast<quint64>(wordSize));
    return address;
}

QByteArray framedBuildInfo(const QByteArray &text)
{
    return QByteArray::fromHex("3077af0c9274080241e1c107e6d618e6") + text +
           QByteArray::fromHex("f932433186182072008242104116d8f2");
}

QByteArray buildInfoBlob(const QByteArray &goVersion, const QByteArray &text)
{
    QByteArray blob = BlobMagic + '\x08' + '\x02' + QByteArray(16, '\0');
    for (const QByteArray &part : {goVersion, framedBuildInfo(text)}) {
        auto length = static_cast<quint64>(part.size());
        for (; length >= 0x80; length >>= 7)
            blob += static_cast<char>((length & 0x7f) | 0x80);
        blob += static_cast<char>(length) + part;
    }
    return blob;
}

quint64 addBuildInfo(ElfBuilder *builder, const QByteArray &goVersion, const QByteArray &text)
{
    const QByteArray blob = buildInfoBlob(goVersion, text);
    const quint64 address = builder->add(ElfBuilder::Place::Data, blob);
    builder->addSymbol("go:buildinfo", address, static_cast<quint64>(blob.size()));
    builder->addSection(".go.buildinfo", address, static_cast<quint64>(blob.size()));
    return address;
}

quint64 addPointerBuildInfo(ElfBuilder *builder, const QByteArray &goVersion, const QByteArray &text, bool relocated)
{
    using Place = ElfBuilder::Place;
    const auto wordSize = static_cast<quint64>(builder->machine.wordSize);
    const QByteArray parts[] = {goVersion, framedBuildInfo(text)};
    quint64 strings[2];
    quint64 contents[2];
    for (int i = 0; i < 2; ++i) {
        contents[i] = builder->add(Place::ReadOnly, parts[i], 1);
        const auto length = static_cast<quint64>(parts[i].size());
        strings[i] =
            builder->add(Place::Data, builder->writer().word(relocated ? 0 : contents[i]).word(length).bytes());
    }
    ByteWriter blob = builder->writer();
    blob.raw(BlobMagic).u8(wordSize).u8(builder->machine.order == ByteOrder::Big ? 1 : 0);
    blob.word(relocated ? 0 : strings[0]).word(relocated ? 0 : strings[1]).alignTo(32);
    const quint64 address = builder->add(Place::Data, blob.bytes());
    builder->addSection(".go.buildinfo", address, 32);
    if (relocated) {
        for (quint64 i = 0; i < 2; ++i) {
            builder->setPointer(address + 16 + i * wordSize, strings[i]);
            builder->setPointer(strings[i], contents[i]);
        }
    }
    return address;
}

} // namespace plugsmith::tests
