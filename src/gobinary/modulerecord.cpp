// SPDX-License-Identifier: Apache-2.0
#include "gobinary/modulerecord.h"

#include <algorithm>
#include <array>

namespace plugsmith {
namespace {

// Bounds of what is believable. They exist to end the search in hostile files early; real plugins stay far below.
constexpr int MaxRecordWords = 128;
constexpr int MaxRecordCandidates = 32;
constexpr int MaxEntryChecks = 1'000'000; // in one file
constexpr quint64 MaxPackages = 100'000;
constexpr quint64 MaxExports = 1'000'000;
constexpr quint64 MaxPathLength = 4096;
constexpr quint64 MaxNamesTried = 64;

// How many words before pkghashes these fields of struct moduledata are; the same from Go 1.15 to 1.26.
constexpr int TextSectionsBefore = 14;
constexpr int TypeLinksBefore = 11;
constexpr int ItabLinksBefore = 8;
constexpr int ExportsBefore = 5;
constexpr int PathBefore = 2;
constexpr int FirstVarintSeries = 17;
constexpr std::array GapsBeforeTextSections = {2, 3, 0}; // words between etypes and textsectmap, by release

bool isPlausibleText(QByteArrayView text)
{
    return !text.empty() &&
           std::ranges::none_of(text, [](char c) { return static_cast<uchar>(c) < 0x20 || c == 0x7f; });
}

class RecordFinder
{
public:
    explicit RecordFinder(const LoadedImage &image)
        : m_image(image)
        , m_wordSize(static_cast<quint64>(image.wordSize()))
    {
    }

    std::optional<ModuleRecord> find();

private:
    std::optional<ModuleRecord> findBetween(quint64 from, quint64 to);
    bool isPclntab(quint64 address) const;
    std::optional<ModuleRecord> recordAt(quint64 address);
    std::optional<ModuleRecord> recordWithHashesAt(quint64 address, int hashesWord);
    bool arePackageHashes(const ModuleRecord::Table &table);
    bool isPackageHash(quint64 entry) const;
    void findTypes(ModuleRecord *record) const;
    bool namesDecode(const ModuleRecord &record, ModuleRecord::NameLength coding) const;

    quint64 at(quint64 address, int words) const { return address + static_cast<quint64>(words) * m_wordSize; }
    std::optional<quint64> word(quint64 address, int index) const { return m_image.word(at(address, index)); }
    std::optional<ModuleRecord::Table> slice(quint64 address, int index) const;
    std::optional<QByteArrayView> string(quint64 address, int index) const;

    const LoadedImage &m_image;
    quint64 m_wordSize;
    int m_checksLeft = MaxEntryChecks;
    int m_candidatesLeft = MaxRecordCandidates;
    int m_recordWords = 0;
};

std::optional<ModuleRecord> RecordFinder::find()
{
    // The host's variable of the same type, which every plugin refers to; its size is the record's.
    if (const auto size = m_image.sizeOf("runtime.firstmoduledata"))
        m_recordWords = static_cast<int>(std::min<quint64>(*size / m_wordSize, MaxRecordWords));

    // The record is written to at run time, so it lies behind the part that the loader makes read-only. That part holds
    // most of the pointers and is only searched when the rest has no record.
    for (const LoadedImage::Range &range : m_image.writable()) {
        if (const auto record = findBetween(range.from, range.to))
            return record;
    }
    return std::nullopt;
}

std::optional<ModuleRecord> RecordFinder::findBetween(quint64 from, quint64 to)
{
    if (from >= to)
        return std::nullopt;
    std::optional<ModuleRecord> record;
    m_image.findPointer(from, to, [&](const LoadedImage::Pointer &pointer) {
        const auto target = m_image.valueOf(pointer);
        if (!target || !isPclntab(*target))
            return false;
        record = recordAt(pointer.address);
        return record || --m_candidatesLeft <= 0;
    });
    return record;
}

/// The header of Go's table of functions: magic, two zero bytes, the size of the smallest instruction, a pointer's
/// size.
bool RecordFinder::isPclntab(quint64 address) const
{
    constexpr quint64 HeaderLength = 8;
    const auto header = m_image.bytes(address, HeaderLength);
    if (!header)
        return false;
    const auto quantum = (*header)[6];
    return ReleaseFamily::isMagic(m_image.reader(*header).u32(0).value_or(0)) && (*header)[4] == 0 &&
           (*header)[5] == 0 && (quantum == 1 || quantum == 2 || quantum == 4) && (*header)[7] == m_image.wordSize();
}

std::optional<ModuleRecord> RecordFinder::recordAt(quint64 address)
{
    for (int i = TextSectionsBefore; i + 2 < MaxRecordWords; ++i) {
        if (auto record = recordWithHashesAt(address, i))
            return record;
    }
    return std::nullopt;
}

std::optional<ModuleRecord> RecordFinder::recordWithHashesAt(quint64 address, int hashesWord)
{
    const auto hashes = slice(address, hashesWord);
    if (!hashes || hashes->count == 0 || !arePackageHashes(*hashes))
        return std::nullopt;
    const auto path = string(address, hashesWord - PathBefore);
    const auto exports = slice(address, hashesWord - ExportsBefore);
    if (!path || !isPlausibleText(*path) || !exports || exports->count > MaxExports)
        return std::nullopt;

    ModuleRecord record;
    record.address = address;
    record.pclntab = word(address, 0).value_or(0);
    record.pclntabMagic = m_image.u32(record.pclntab).value_or(0);
    record.hashesWord = hashesWord;
    record.recordWords = m_recordWords;
    record.family = ReleaseFamily::of(record.pclntabMagic, hashesWord, m_recordWords);
    record.pluginPath = path->toByteArray();
    record.packageHashes = *hashes;
    record.exports = *exports;
    record.itabLinks = slice(address, hashesWord - ItabLinksBefore).value_or(ModuleRecord::Table());
    record.typeLinks = slice(address, hashesWord - TypeLinksBefore).value_or(ModuleRecord::Table());
    record.textSections = slice(address, hashesWord - TextSectionsBefore).value_or(ModuleRecord::Table());
    findTypes(&record);
    return record;
}

bool RecordFinder::arePackageHashes(const ModuleRecord::Table &table)
{
    constexpr int EntryWords = 5;
    if (table.count > MaxPackages || !m_image.bytes(table.address, table.count * EntryWords * m_wordSize))
        return false;
    for (quint64 i = 0; i < table.count; ++i) {
        if (--m_checksLeft <= 0 || !isPackageHash(table.address + i * EntryWords * m_wordSize))
            return false;
    }
    return true;
}

bool RecordFinder::isPackageHash(quint64 entry) const
{
    constexpr quint64 RawHash = 8;   // 1.19 and later
    constexpr quint64 TextHash = 40; // 1.15
    const auto hashLength = word(entry, 3);
    if (!hashLength || (*hashLength != RawHash && *hashLength != TextHash))
        return false;
    const auto name = string(entry, 0);
    return name && isPlausibleText(*name) && string(entry, 2);
}

/// A Go slice: address, length, capacity, the latter two alike in what a linker writes.
std::optional<ModuleRecord::Table> RecordFinder::slice(quint64 address, int index) const
{
    const auto length = word(address, index + 1);
    if (!length || length != word(address, index + 2))
        return std::nullopt;
    const auto first = word(address, index);
    return first ? std::optional(ModuleRecord::Table{*first, *length}) : std::nullopt;
}

std::optional<QByteArrayView> RecordFinder::string(quint64 address, int index) const
{
    const auto length = word(address, index + 1);
    if (!length || *length > MaxPathLength)
        return std::nullopt;
    const auto text = word(address, index);
    return text ? m_image.bytes(*text, *length) : std::nullopt;
}

/// The start of the types has no mark of its own: of the places that it has had, the one is right from which all
/// exported names can be read.
void RecordFinder::findTypes(ModuleRecord *record) const
{
    using NameLength = ModuleRecord::NameLength;
    for (const int gap : GapsBeforeTextSections) {
        const int typesWord = record->hashesWord - TextSectionsBefore - gap - 2;
        const auto from = typesWord < 0 ? std::nullopt : word(record->address, typesWord);
        const auto to = typesWord < 0 ? std::nullopt : word(record->address, typesWord + 1);
        if (!from || !to || *from >= *to || !m_image.bytes(*from, *to - *from))
            continue;
        ModuleRecord attempt = *record;
        attempt.types = *from;
        attempt.typesEnd = *to;
        // Decides only where there is no name to try; one coding read as the other gives no plausible names.
        const bool old = record->family.highest.isValid() && record->family.highest.series < FirstVarintSeries;
        const NameLength expected = old ? NameLength::TwoBytes : NameLength::Varint;
        const NameLength other = old ? NameLength::Varint : NameLength::TwoBytes;
        for (const NameLength coding : {expected, other}) {
            if (!namesDecode(attempt, coding))
                continue;
            attempt.nameLength = coding;
            *record = attempt;
            return;
        }
    }
}

bool RecordFinder::namesDecode(const ModuleRecord &record, ModuleRecord::NameLength coding) const
{
    const quint64 size = record.typesEnd - record.types;
    const auto types = m_image.reader(m_image.bytes(record.types, size).value_or(QByteArrayView()));
    if (record.exports.count == 0) { // nothing exported: the first known type must at least lie inside
        const auto first = m_image.u32(record.typeLinks.address);
        return record.typeLinks.count == 0 || (first && *first < size);
    }
    for (quint64 i = 0; i < std::min(record.exports.count, MaxNamesTried); ++i) {
        constexpr quint64 EntryLength = 8;
        const auto name = m_image.u32(record.exports.address + i * EntryLength);
        const auto type = m_image.u32(record.exports.address + i * EntryLength + 4);
        if (!name || !type || *type >= size)
            return false;
        std::optional<ByteReader::Varint> length;
        if (coding == ModuleRecord::NameLength::Varint) {
            length = types.varint(quint64(*name) + 1); // after the byte with flags
        } else if (const auto two = types.bytes(quint64(*name) + 1, 2)) {
            length = {qFromBigEndian<quint16>(two->data()), 2};
        }
        const auto text = length ? types.bytes(quint64(*name) + 1 + length->length, length->value) : std::nullopt;
        if (!text || text->size() > static_cast<qsizetype>(MaxPathLength) || !isPlausibleText(*text))
            return false;
    }
    return true;
}

} // namespace

std::optional<ModuleRecord> findModuleRecord(const LoadedImage &image)
{
    return RecordFinder(image).find();
}

} // namespace plugsmith
