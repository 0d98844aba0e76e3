// SPDX-License-Identifier: Apache-2.0
#include "support/goimage.h"

#include <QHash>

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

/// A table from addresses to values that has one value: the difference to -1, how far it goes, and the end.
QByteArray constantTable(int value)
{
    QByteArray table;
    for (auto number = static_cast<quint64>(value + 1) << 1;; number >>= 7) {
        table += static_cast<char>((number & 0x7f) | (number >= 0x80 ? 0x80 : 0));
        if (number < 0x80)
            return table + "\x01" + '\0';
    }
}

/// The table of functions in the layout of a release, piece by piece.
class FunctionTableWriter
{
public:
    FunctionTableWriter(const ElfBuilder &builder, const PluginSpec &spec)
        : m_builder(builder)
        , m_functions(spec.functions)
        , m_magic(spec.layout.magic)
        , m_wordSize(static_cast<quint64>(builder.machine.wordSize))
    {
    }

    /// Addresses of code that are relocated, as offsets in the table.
    QList<std::pair<quint64, quint64>> pointers;

    QByteArray write()
    {
        for (const FunctionSpec &each : m_functions) {
            const auto known = m_knownNames.constFind(each.name);
            m_nameOffsets << (known == m_knownNames.constEnd() ? static_cast<quint64>(m_names.size()) : *known);
            if (known == m_knownNames.constEnd())
                m_names += each.name + '\0';
            m_knownNames.insert(each.name, m_nameOffsets.last());
            if (!m_files.contains(each.file))
                m_files << each.file;
            m_valueOffsets << static_cast<quint64>(m_values.size());
            m_values += constantTable(static_cast<int>(m_files.indexOf(each.file)) + (isOld() ? 1 : 0));
            m_lineOffsets << static_cast<quint64>(m_values.size());
            m_values += constantTable(each.line);
        }
        ByteWriter table = m_builder.writer();
        table.u32(m_magic).u16(0).u8(4).u8(m_wordSize).word(static_cast<quint64>(m_functions.size()));
        return isOld() ? oldTable(table) : newTable(table);
    }

private:
    bool isOld() const { return m_magic == 0xfffffffb; }
    bool hasAddresses() const { return isOld() || m_magic == 0xfffffffa; }
    quint64 entrySize() const { return hasAddresses() ? 2 * m_wordSize : 8; }
    quint64 recordSize() const { return (hasAddresses() ? m_wordSize : 4) + 44; }

    /// All offsets count from the start; files have a table of their own.
    QByteArray oldTable(ByteWriter table)
    {
        const auto first = static_cast<quint64>(table.size());
        const auto count = static_cast<quint64>(m_functions.size());
        const quint64 records = first + count * entrySize() + m_wordSize + 8;
        const quint64 fileTable = records + count * recordSize();
        const quint64 names = fileTable + 4 * (static_cast<quint64>(m_files.size()) + 1);
        const quint64 values = names + static_cast<quint64>(m_names.size());
        const quint64 texts = values + static_cast<quint64>(m_values.size());
        writeFunctions(&table, records);
        table.u32(fileTable).u32(0);
        writeRecords(&table, names, values);
        table.u32(static_cast<quint64>(m_files.size()) + 1);
        writeFiles(&table, texts);
        return table.raw(m_names).raw(m_values).raw(m_files.join('\0') + '\0').bytes();
    }

    QByteArray newTable(ByteWriter table)
    {
        const bool hasStart = !hasAddresses();
        const quint64 names = static_cast<quint64>(table.size()) + m_wordSize * (hasStart ? 7 : 6);
        const quint64 units = names + static_cast<quint64>(m_names.size());
        const quint64 texts = units + 4 * static_cast<quint64>(m_files.size());
        const QByteArray files = m_files.join('\0') + '\0';
        const quint64 values = texts + static_cast<quint64>(files.size());
        const quint64 functions = values + static_cast<quint64>(m_values.size());
        table.word(static_cast<quint64>(m_files.size()));
        if (hasStart)
            table.word(0);
        table.word(names).word(units).word(texts).word(values).word(functions).raw(m_names);
        writeFiles(&table, 0);
        table.raw(files).raw(m_values);
        writeFunctions(&table, static_cast<quint64>(m_functions.size()) * entrySize() + m_wordSize);
        writeRecords(&table, 0, 0);
        return table.bytes();
    }

    void writeFunctions(ByteWriter *table, quint64 records)
    {
        quint64 code = hasAddresses() ? ElfBuilder::ReadOnlyAddress : 0;
        const auto number = [&](quint64 value, bool isAddress) {
            if (isAddress && hasAddresses())
                pointers.append({static_cast<quint64>(table->size()), value});
            if (hasAddresses())
                table->word(isAddress ? 0 : value);
            else
                table->u32(value);
        };
        for (const FunctionSpec &each : m_functions) {
            number(code, true);
            number(records, false);
            code += each.size;
            records += recordSize();
        }
        number(code, true);
        if (!hasAddresses())
            table->raw(QByteArray(static_cast<qsizetype>(m_wordSize) - 4, '\0'));
    }

    void writeRecords(ByteWriter *table, quint64 names, quint64 values)
    {
        for (qsizetype i = 0; i < m_functions.size(); ++i) {
            if (hasAddresses())
                table->word(0);
            else
                table->u32(0);
            table->u32(names + m_nameOffsets[i]).u32(0).u32(0).u32(0);
            table->u32(values + m_valueOffsets[i]).u32(values + m_lineOffsets[i]).u32(0).u32(0);
            table->u32(static_cast<quint64>(m_functions[i].line)).u32(0).u32(0);
        }
    }

    void writeFiles(ByteWriter *table, quint64 texts) const
    {
        for (const QByteArray &file : m_files) {
            table->u32(texts);
            texts += static_cast<quint64>(file.size()) + 1;
        }
    }

    const ElfBuilder &m_builder;
    const QList<FunctionSpec> &m_functions;
    quint32 m_magic;
    quint64 m_wordSize;
    QByteArray m_names;
    QHash<QByteArray, quint64> m_knownNames;
    QByteArrayList m_files;
    QByteArray m_values = QByteArray(1, '\0'); // an offset of 0 means "none"
    QList<quint64> m_nameOffsets;
    QList<quint64> m_valueOffsets;
    QList<quint64> m_lineOffsets;
};

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
    FunctionTableWriter functions(*builder, spec);
    const quint64 pclntab = builder->add(Place::ReadOnly, functions.write());
    for (const auto &[offset, target] : std::as_const(functions.pointers))
        builder->setPointer(pclntab + offset, target);
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
