// SPDX-License-Identifier: Apache-2.0
#include "support/machobuilder.h"

#include "gobinary/loadedimage.h"

#include <algorithm>
#include <elf.h>

namespace plugsmith::tests {
namespace {

constexpr quint64 PageSize = 0x4000;
constexpr quint64 WordSize = 8;

struct Segment
{
    QByteArray name;
    quint64 address = 0;
    quint64 offset = 0;
    QByteArray bytes;
    quint32 protection = 1;
};

struct Pointer
{
    quint64 address = 0;
    quint64 value = 0; // or the addend
    QByteArray symbol; // that is bound
};

QByteArray fixedName(const QByteArray &name)
{
    return name.leftJustified(16, '\0');
}

QByteArray uleb(quint64 number)
{
    QByteArray bytes;
    for (; number >= 0x80; number >>= 7)
        bytes += static_cast<char>((number & 0x7f) | 0x80);
    return bytes + static_cast<char>(number);
}

class MachOWriter
{
public:
    MachOWriter(const ElfImage &elf, const MachOSpec &spec)
        : m_elf(elf)
        , m_symbols(elf)
        , m_spec(spec)
    {
    }

    QByteArray write()
    {
        takeSegments();
        takeSymbols();
        takePointers();
        const QByteArray fixups = m_spec.fixups == MachOFixups::Opcodes ? bindCode() : chains();
        return fileWith(fixups);
    }

private:
    static ByteWriter writer() { return {ByteOrder::Little, 8}; }

    /// Read-only data, what the loader makes read-only, data: in ElfBuilder's order.
    void takeSegments()
    {
        static const QByteArray names[] = {"__CONST", "__DATA_CONST", "__DATA"};
        constexpr qsizetype HeaderRoom = 0x400;
        m_segments << Segment{"__TEXT", m_spec.base, 0, QByteArray(HeaderRoom, '\0'), 5};
        for (const ElfSegment &load : m_elf.segments()) {
            if (load.type != PT_LOAD || m_segments.size() == 4)
                continue;
            const qsizetype number = m_segments.size() - 1;
            m_segments << Segment{names[number], m_spec.base + load.address, 0, m_elf.content(load)->toByteArray(),
                                  number == 0 ? 1U : 3U};
        }
        const auto room = static_cast<qsizetype>(m_spec.isCompact ? WordSize : PageSize);
        quint64 offset = 0;
        for (Segment &segment : m_segments) {
            segment.bytes.resize((segment.bytes.size() + room - 1) / room * room, '\0');
            segment.offset = offset;
            offset += static_cast<quint64>(segment.bytes.size());
        }
    }

    void takeSymbols()
    {
        m_names = QByteArray(1, '\0');
        for (quint64 i = 1; i < m_symbols.count(); ++i) {
            const ElfSymbol symbol = *m_symbols.at(i);
            if (!symbol.isDefined())
                continue;
            constexpr quint64 ExternalInSection = 0x0f;
            m_symbolTable.u32(static_cast<quint64>(m_names.size())).u8(ExternalInSection).u8(1).u16(0);
            m_symbolTable.u64(m_spec.base + symbol.value);
            m_names += '_' + symbol.name.toByteArray() + '\0';
        }
    }

    void takePointers()
    {
        const LoadedImage loaded(m_elf, LoadedImage::Pointers::All);
        for (const LoadedImage::Pointer &each : loaded.pointers(0, ~quint64(0))) {
            const bool isOwn = each.kind != RelocationKind::Relative && m_symbols.at(each.symbol)->isDefined();
            const bool isForeign = each.kind != RelocationKind::Relative && !isOwn;
            Pointer pointer{m_spec.base + each.address, m_spec.base + loaded.valueOf(each).value_or(0), {}};
            if (isForeign || (isOwn && m_spec.bindsOwn)) {
                pointer.value = each.addend;
                pointer.symbol = '_' + m_symbols.at(each.symbol)->name.toByteArray();
            }
            m_pointers << pointer;
        }
    }

    Segment *segmentOf(quint64 address)
    {
        const auto found = std::ranges::find_if(m_segments, [&](const Segment &each) {
            return address >= each.address && address - each.address < static_cast<quint64>(each.bytes.size());
        });
        return found == m_segments.end() ? nullptr : &*found;
    }

    void putWord(quint64 address, quint64 value)
    {
        Segment *segment = segmentOf(address);
        qToLittleEndian(value, segment->bytes.data() + (address - segment->address));
    }

    /// Rebased words hold their value; the rest is a program that binds.
    QByteArray bindCode()
    {
        QByteArray code;
        for (const Pointer &each : std::as_const(m_pointers)) {
            if (each.symbol.isEmpty()) {
                putWord(each.address, each.value);
                continue;
            }
            const Segment *segment = segmentOf(each.address);
            const auto index = static_cast<char>(segment - m_segments.constData());
            code += '\x3e' + QByteArray("\x40") + each.symbol + '\0' + '\x51'; // flat lookup, the name, a pointer
            code += static_cast<char>(0x70 | index) + uleb(each.address - segment->address);
            code += '\x60' + uleb(each.value) + '\x90';
        }
        return code + '\0';
    }

    QByteArray chains()
    {
        QByteArrayList imports;
        QList<quint64> addends;
        const bool hasAddends = m_spec.importFormat != 1;
        ByteWriter starts = writer();
        starts.u32(static_cast<quint64>(m_segments.size()));
        quint64 next = 4 + 4 * static_cast<quint64>(m_segments.size());
        QByteArray tables;
        for (const Segment &segment : std::as_const(m_segments)) {
            const QByteArray table = chainsOf(segment, &imports, &addends, hasAddends);
            starts.u32(table.isEmpty() ? 0 : next);
            next += static_cast<quint64>(table.size());
            tables += table;
        }
        starts.raw(tables).alignTo(8);
        ByteWriter table = writer();
        QByteArray names(1, '\0');
        for (qsizetype i = 0; i < imports.size(); ++i) {
            constexpr quint64 FlatLookup = 0xfe;
            const auto at = static_cast<quint64>(names.size());
            if (m_spec.importFormat == 3)
                table.u64(at << 32 | 0xfffe).u64(addends[i]);
            else
                table.u32(at << 9 | FlatLookup);
            if (m_spec.importFormat == 2)
                table.u32(addends[i]);
            names += imports[i] + '\0';
        }
        constexpr quint64 HeaderLength = 32;
        const quint64 importsAt = HeaderLength + static_cast<quint64>(starts.size());
        ByteWriter all = writer();
        all.u32(0).u32(HeaderLength).u32(importsAt).u32(importsAt + static_cast<quint64>(table.size()));
        all.u32(static_cast<quint64>(imports.size())).u32(m_spec.importFormat).u32(0).u32(0);
        return all.raw(starts.bytes()).raw(table.bytes()).raw(names).bytes();
    }

    /// Writes the words of a segment and gives where the chains of its pages start.
    QByteArray chainsOf(const Segment &segment, QByteArrayList *imports, QList<quint64> *addends, bool hasAddends)
    {
        const auto size = static_cast<quint64>(segment.bytes.size());
        QList<quint64> pages(static_cast<qsizetype>((size + PageSize - 1) / PageSize), 0xffff);
        bool isEmpty = true;
        for (qsizetype i = 0; i < m_pointers.size(); ++i) {
            const Pointer &each = m_pointers[i];
            if (each.address < segment.address || each.address - segment.address >= size)
                continue;
            isEmpty = false;
            const quint64 inside = each.address - segment.address;
            quint64 &start = pages[static_cast<qsizetype>(inside / PageSize)];
            start = std::min(start, inside % PageSize);
            quint64 word = 0;
            if (i + 1 < m_pointers.size()) {
                const quint64 following = m_pointers[i + 1].address;
                if (following < segment.address + (inside / PageSize + 1) * PageSize)
                    word = (following - each.address) / 4 << 51;
            }
            if (each.symbol.isEmpty()) {
                word |= m_spec.fixups == MachOFixups::ChainedOffset ? each.value - m_spec.base : each.value;
            } else {
                word |= quint64(1) << 63 | static_cast<quint64>(imports->size());
                word |= hasAddends ? 0 : each.value << 24;
                *imports << each.symbol;
                *addends << each.value;
            }
            putWord(each.address, word);
        }
        if (isEmpty)
            return {};
        ByteWriter table = writer();
        table.u32(22 + 2 * static_cast<quint64>(pages.size())).u16(PageSize);
        table.u16(m_spec.fixups == MachOFixups::ChainedOffset ? 6 : 2).u64(segment.address - m_spec.base).u32(0);
        table.u16(static_cast<quint64>(pages.size()));
        for (const quint64 start : std::as_const(pages))
            table.u16(start);
        return table.bytes();
    }

    QByteArray segmentCommand(const Segment &segment, quint64 fileSize) const
    {
        const auto info = segment.name == "__DATA" ? m_elf.section(".go.buildinfo") : std::nullopt;
        ByteWriter command = writer();
        command.u32(0x19).u32(72 + (info ? 80 : 0)).raw(fixedName(segment.name)).u64(segment.address).u64(fileSize);
        command.u64(segment.offset).u64(fileSize).u32(segment.protection).u32(segment.protection);
        command.u32(info ? 1 : 0).u32(0);
        if (info) {
            const quint64 address = m_spec.base + info->address;
            command.raw(fixedName("__go_buildinfo")).raw(fixedName("__DATA")).u64(address).u64(info->size);
            command.u32(segment.offset + address - segment.address).raw(QByteArray(28, '\0'));
        }
        return command.bytes();
    }

    QByteArray fileWith(const QByteArray &fixups)
    {
        const Segment &last = m_segments.last();
        Segment linkEdit{"__LINKEDIT", last.address + 0x100000, last.offset + static_cast<quint64>(last.bytes.size()),
                         fixups, 1};
        const auto symbols = linkEdit.offset + static_cast<quint64>(fixups.size());
        linkEdit.bytes += m_symbolTable.bytes() + m_names;
        QByteArray commands;
        for (const Segment &segment : std::as_const(m_segments))
            commands += segmentCommand(segment, static_cast<quint64>(segment.bytes.size()));
        commands += segmentCommand(linkEdit, static_cast<quint64>(linkEdit.bytes.size()));
        const auto length = static_cast<quint64>(fixups.size());
        ByteWriter tables = writer();
        if (m_spec.fixups == MachOFixups::Opcodes) {
            tables.u32(0x80000022).u32(48).u32(0).u32(0).u32(linkEdit.offset).u32(length);
            tables.raw(QByteArray(24, '\0'));
        } else {
            tables.u32(0x80000034).u32(16).u32(linkEdit.offset).u32(length);
        }
        const auto namesAt = symbols + static_cast<quint64>(m_symbolTable.size());
        tables.u32(0x2).u32(24).u32(symbols).u32(static_cast<quint64>(m_symbolTable.size()) / 16);
        tables.u32(namesAt).u32(static_cast<quint64>(m_names.size()));
        commands += tables.bytes();
        ByteWriter header = writer();
        header.u32(0xfeedfacf).u32(m_spec.cpu).u32(0).u32(m_spec.type);
        header.u32(static_cast<quint64>(m_segments.size()) + 3).u32(static_cast<quint64>(commands.size())).u64(0);
        const QByteArray start = header.bytes() + commands;
        QByteArray file = m_segments[0].bytes;
        file.replace(0, start.size(), start);
        for (const Segment &segment : m_segments.sliced(1))
            file += segment.bytes;
        return file + linkEdit.bytes;
    }

    const ElfImage &m_elf;
    ElfSymbols m_symbols;
    MachOSpec m_spec;
    QList<Segment> m_segments;
    QList<Pointer> m_pointers;
    ByteWriter m_symbolTable{ByteOrder::Little, 8};
    QByteArray m_names;
};

} // namespace

QByteArray machOFrom(const QByteArray &elf, const MachOSpec &spec)
{
    const auto image = ElfImage::parse(elf, QStringLiteral("x.so"));
    return image ? MachOWriter(*image, spec).write() : QByteArray();
}

QByteArray fatMachO(const QList<std::pair<quint32, QByteArray>> &filesByCpu)
{
    const auto aligned = [](QByteArray bytes) {
        bytes.resize((bytes.size() + static_cast<qsizetype>(PageSize) - 1) / static_cast<qsizetype>(PageSize) *
                         static_cast<qsizetype>(PageSize),
                     '\0');
        return bytes;
    };
    ByteWriter header(ByteOrder::Big, 4);
    header.u32(0xcafebabe).u32(static_cast<quint64>(filesByCpu.size()));
    QByteArray content;
    for (const auto &[cpu, file] : filesByCpu) {
        header.u32(cpu).u32(0).u32(PageSize + static_cast<quint64>(content.size()));
        header.u32(static_cast<quint64>(file.size())).u32(14);
        content += aligned(file);
    }
    return aligned(header.bytes()) + content;
}

} // namespace plugsmith::tests
