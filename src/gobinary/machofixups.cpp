// SPDX-License-Identifier: Apache-2.0
#include "gobinary/machofixups.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace plugsmith {

namespace {

constexpr quint64 WordSize = 8;
// Hostile files can name one long text a million times.
constexpr quint32 MaxImports = 1'000'000;
constexpr qsizetype MaxNameText = qsizetype(64) << 20;
constexpr qsizetype MaxName = 4096;

/// Where names that the file binds are defined in it.
using Definitions = QHash<QByteArrayView, quint64>;

// Chained fixups: each page starts a chain of words, and each word says how far the next one is.
constexpr quint16 Pointer64 = 2;       // DYLD_CHAINED_PTR_64: targets are addresses
constexpr quint16 Pointer64Offset = 6; // DYLD_CHAINED_PTR_64_OFFSET: targets count from the header
constexpr quint16 NoChain = 0xffff;

class ChainReader
{
public:
    ChainReader(const MachOImage &image, std::size_t limit)
        : m_image(image)
        , m_data(image.chainedFixups())
        , m_limit(limit)
    {
    }

    std::vector<MachOPointer> read()
    {
        const quint64 starts = m_data.u32(4).value_or(0);
        readImports();
        const quint32 segments = m_data.u32(starts).value_or(0);
        for (quint64 i = 0; i < segments && m_data.contains(starts + 4 + i * 4, 4); ++i) {
            if (const quint32 offset = m_data.u32(starts + 4 + i * 4).value_or(0); offset != 0)
                readSegment(starts + offset);
        }
        return std::move(m_pointers);
    }

private:
    struct Import
    {
        QByteArrayView name;
        qint64 addend = 0;
    };

    void readImports()
    {
        const quint64 imports = m_data.u32(8).value_or(0);
        const quint64 names = m_data.u32(12).value_or(0);
        const quint32 count = m_data.u32(16).value_or(0);
        const quint32 format = m_data.u32(20).value_or(0);
        const quint64 size = format == 1 ? 4 : format == 2 ? 8 : 16; // plain, with an addend, with a wide one
        QSet<QByteArrayView> wanted;
        qsizetype text = 0;
        for (quint64 i = 0; i < std::min(count, MaxImports) && m_data.contains(imports + i * size, size); ++i) {
            if (text > MaxNameText)
                break;
            const quint64 at = imports + i * size;
            Import import;
            const quint64 offset = format == 3 ? m_data.u64(at).value_or(0) >> 32 : m_data.u32(at).value_or(0) >> 9;
            import.name = m_data.textAt(names + offset, MaxName).value_or(QByteArrayView());
            if (format == 2)
                import.addend = static_cast<qint32>(m_data.u32(at + 4).value_or(0));
            else if (format == 3)
                import.addend = static_cast<qint64>(m_data.u64(at + 8).value_or(0));
            text += import.name.size();
            m_imports << import;
            wanted << import.name;
        }
        m_definitions = m_image.definedSymbols(wanted);
    }

    void readSegment(quint64 at)
    {
        const quint64 pageSize = m_data.u16(at + 4).value_or(0);
        const quint16 format = m_data.u16(at + 6).value_or(0);
        const quint64 segment = m_image.baseAddress() + m_data.u64(at + 8).value_or(0);
        const quint16 pages = m_data.u16(at + 20).value_or(0);
        if (pageSize < WordSize || (format != Pointer64 && format != Pointer64Offset))
            return;
        for (quint64 page = 0; page < pages && m_stepsLeft > 0; ++page, --m_stepsLeft) {
            const auto start = m_data.u16(at + 22 + page * 2);
            if (start && *start != NoChain)
                readChain(segment + page * pageSize + *start, segment + (page + 1) * pageSize, format);
        }
    }

    /// Chains only go forward, and end with their page.
    void readChain(quint64 address, quint64 end, quint16 format)
    {
        constexpr quint64 Stride = 4;
        while (address < end && m_pointers.size() < m_limit && m_stepsLeft > 0) {
            --m_stepsLeft;
            const auto word = m_image.wordAt(address);
            if (!word)
                return;
            const bool isBound = (*word >> 63) != 0;
            if (isBound) {
                bind(address, *word & 0xffffff, (*word >> 24) & 0xff);
            } else {
                const quint64 target = *word & 0xfffffffff;
                const quint64 high = (*word >> 36) & 0xff;
                const quint64 base = format == Pointer64Offset ? m_image.baseAddress() : 0;
                m_pointers.push_back({address, (target + base) | high << 56});
            }
            const quint64 next = (*word >> 51) & 0xfff;
            if (next == 0)
                return;
            address += next * Stride;
        }
    }

    void bind(quint64 address, quint64 ordinal, quint64 addend)
    {
        if (ordinal >= static_cast<quint64>(m_imports.size()))
            return;
        const Import &import = m_imports[static_cast<qsizetype>(ordinal)];
        const auto defined = m_definitions.constFind(import.name);
        if (defined != m_definitions.constEnd())
            m_pointers.push_back({address, *defined + static_cast<quint64>(import.addend) + addend});
    }

    const MachOImage &m_image;
    ByteReader m_data;
    std::size_t m_limit;
    // Each word is at most once in a chain; hostile files lead chains through one page again and again.
    qint64 m_stepsLeft = static_cast<qint64>(m_image.fileSize());
    QList<Import> m_imports;
    Definitions m_definitions;
    std::vector<MachOPointer> m_pointers;
};

// LC_DYLD_INFO: a small machine that goes through the places to be bound. The upper half of a byte is the instruction,
// the lower one a number.
class BindReader
{
public:
    BindReader(const MachOImage &image, std::size_t limit)
        : m_image(image)
        , m_limit(limit)
    {
    }

    std::vector<MachOPointer> read()
    {
        struct Bound
        {
            QByteArrayView name;
            MachOPointer pointer;
        };
        std::vector<Bound> bounds;
        QSet<QByteArrayView> wanted;
        run([&](QByteArrayView name, const MachOPointer &pointer) {
            if (bounds.empty() || bounds.back().name.data() != name.data())
                wanted << name;
            bounds.push_back({name, pointer});
            return bounds.size() < m_limit;
        });
        const Definitions definitions = m_image.definedSymbols(wanted);
        std::vector<MachOPointer> pointers;
        for (const Bound &each : bounds) {
            const auto defined = definitions.constFind(each.name);
            if (defined != definitions.constEnd())
                pointers.push_back({each.pointer.address, *defined + each.pointer.value});
        }
        return pointers;
    }

private:
    enum Instruction : quint8 {
        Done = 0x00,
        SetSymbol = 0x40,
        SetAddend = 0x60,
        SetPlace = 0x70,
        AddAddress = 0x80,
        Bind = 0x90,
        BindAndAdd = 0xa0,
        BindAndAddWords = 0xb0,
        BindTimes = 0xc0,
        SetOrdinalLong = 0x20,
    };

    /// `take` gets the name, and the addend in the place of the value; it returns false to end.
    template<class Take>
    void run(const Take &take)
    {
        const ByteReader code = m_image.bindings();
        quint64 at = 0;
        QByteArrayView name;
        MachOPointer place;
        const auto number = [&]() -> quint64 {
            const auto value = code.varint(at);
            at += value ? value->length : code.size();
            return value ? value->value : 0;
        };
        const auto bind = [&](quint64 further) {
            const bool goesOn = take(name, place);
            place.address += WordSize + further;
            return goesOn;
        };
        while (const auto byte = code.u8(at++)) {
            const quint8 operand = *byte & 0x0f;
            bool goesOn = true;
            switch (*byte & 0xf0) {
            case Done:
                return;
            case SetOrdinalLong:
                number();
                break;
            case SetSymbol: {
                const auto text = code.textAt(at, MaxName);
                if (!text)
                    return;
                name = *text;
                at += static_cast<quint64>(text->size()) + 1;
                break;
            }
            case SetAddend:
                place.value = signedNumber(code, &at);
                break;
            case SetPlace:
                place.address = m_image.segments().value(operand).address + number();
                break;
            case AddAddress:
                place.address += number();
                break;
            case Bind:
                goesOn = bind(0);
                break;
            case BindAndAdd: {
                const quint64 further = number();
                goesOn = bind(further);
                break;
            }
            case BindAndAddWords:
                goesOn = bind(operand * WordSize);
                break;
            case BindTimes: {
                const quint64 count = number();
                const quint64 skipped = number();
                for (quint64 i = 0; i < count && goesOn; ++i)
                    goesOn = bind(skipped);
                break;
            }
            default:
                break; // libraries and kinds, which do not matter here
            }
            if (!goesOn)
                return;
        }
    }

    static quint64 signedNumber(const ByteReader &code, quint64 *at)
    {
        const auto value = code.varint(*at);
        *at += value ? value->length : code.size();
        if (!value)
            return 0;
        const quint64 bits = value->length * 7;
        const bool isNegative = bits < 64 && (value->value >> (bits - 1) & 1) != 0;
        return isNegative ? value->value | ~quint64(0) << bits : value->value;
    }

    const MachOImage &m_image;
    std::size_t m_limit;
};

} // namespace

std::vector<MachOPointer> machOPointers(const MachOImage &image, std::size_t limit)
{
    limit = std::min(limit, static_cast<std::size_t>(image.fileSize() / WordSize));
    const bool isChained = image.chainedFixups().size() > 0;
    auto pointers = isChained ? ChainReader(image, limit).read() : BindReader(image, limit).read();
    std::ranges::sort(pointers);
    return pointers;
}

} // namespace plugsmith
