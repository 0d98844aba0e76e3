// SPDX-License-Identifier: Apache-2.0
#include "gobinary/functiontable.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace plugsmith {

namespace {

constexpr quint64 HeaderStart = 8; // magic, padding, smallest instruction, size of a pointer
constexpr quint64 MaxFunctions = 4'000'000;
constexpr qsizetype MaxNameLength = 0x2000;
// A table can point a million times at one long name.
constexpr qsizetype MaxNameText = qsizetype(64) << 20;

// Fields of a function's record behind its entry, each of four bytes.
constexpr quint64 NameField = 0;
constexpr quint64 FileField = 4;
constexpr quint64 LineField = 5;
constexpr quint64 UnitField = 7;      // from Go 1.16 on
constexpr quint64 StartLineField = 8; // from Go 1.20 on

/// The import path in the name of a function: up to the first dot behind the last slash, type arguments left out.
QByteArrayView packageIn(QByteArrayView name)
{
    const qsizetype bracket = name.indexOf('[');
    const QByteArrayView plain = bracket < 0 ? name : name.first(bracket);
    const qsizetype dot = plain.indexOf('.', plain.lastIndexOf('/') + 1);
    const bool isMade =
        plain.startsWith("type:") || plain.startsWith("type..") || plain.startsWith("go:") || plain.startsWith("go.");
    return dot < 0 || isMade ? QByteArrayView() : plain.first(dot);
}

} // namespace

QString GoPlace::toString() const
{
    return line > 0 ? file + u':' + QString::number(line) : file;
}

FunctionTable::FunctionTable(const LoadedImage &image, quint64 address)
    : m_image(&image)
    , m_address(address)
    , m_table(image.readerAt(address))
{
}

std::optional<FunctionTable> FunctionTable::read(const LoadedImage &image, const ModuleRecord &record)
{
    FunctionTable table(image, record.pclntab);
    return table.readHeader(record.pclntabMagic) ? std::optional(table) : std::nullopt;
}

bool FunctionTable::readHeader(quint32 magic)
{
    switch (magic) {
    case 0xfffffffb:
        m_layout = Layout::Go12;
        break;
    case 0xfffffffa:
        m_layout = Layout::Go116;
        break;
    case 0xfffffff0:
        m_layout = Layout::Go118;
        break;
    case 0xfffffff1:
        m_layout = Layout::Go120;
        break;
    default:
        return false;
    }
    ByteCursor header(m_table, HeaderStart);
    m_count = header.word();
    if (m_layout == Layout::Go12) {
        m_functions = header.offset();
        // Behind the functions, whose last entry is only an address: where the files are.
        const quint64 end = m_functions + m_count * entrySize() + static_cast<quint64>(m_table.wordSize());
        m_files = m_count <= MaxFunctions ? m_table.u32(end).value_or(0) : 0;
    } else {
        header.word(); // number of files
        if (m_layout >= Layout::Go118)
            header.word(); // start of the code
        m_names = header.word();
        m_unitFiles = header.word();
        m_files = header.word();
        m_values = header.word();
        m_functions = header.word();
        m_records = m_functions;
    }
    return header.isIntact() && m_count <= MaxFunctions && m_table.contains(m_functions, m_count * entrySize());
}

quint64 FunctionTable::entrySize() const
{
    return hasWideEntries() ? 2 * static_cast<quint64>(m_table.wordSize()) : 8;
}

std::optional<quint64> FunctionTable::startOf(quint64 index) const
{
    const quint64 offset = m_functions + index * entrySize();
    return hasWideEntries() ? m_image->word(m_address + offset) : entryNumber(offset);
}

std::optional<quint64> FunctionTable::entryNumber(quint64 offset) const
{
    if (hasWideEntries())
        return m_table.word(offset);
    const auto number = m_table.u32(offset);
    return number ? std::optional<quint64>(*number) : std::nullopt;
}

FunctionTable::Function FunctionTable::at(quint64 index) const
{
    Function function;
    const quint64 second = m_functions + index * entrySize() + entrySize() / 2;
    const auto record = entryNumber(second);
    if (index >= m_count || !record)
        return function;
    function.record = m_records + *record;
    const auto start = startOf(index);
    const auto end = startOf(index + 1);
    if (start && end && *end > *start)
        function.size = *end - *start;
    if (const auto name = field(function, NameField))
        function.name = m_table.textAt(m_names + *name, MaxNameLength).value_or(QByteArrayView());
    return function;
}

std::optional<quint32> FunctionTable::field(const Function &function, quint64 number) const
{
    const quint64 entry = hasWideEntries() ? static_cast<quint64>(m_table.wordSize()) : 4;
    return m_table.u32(function.record + entry + number * 4);
}

/// Tables of values by address are differences; what counts at the start of a function is the first one, from -1.
std::optional<qint64> FunctionTable::firstValue(std::optional<quint32> offset) const
{
    const auto first = offset ? m_table.varint(m_values + *offset) : std::nullopt;
    if (!first || first->value > 0xffffffff)
        return std::nullopt;
    const auto half = static_cast<qint64>(first->value >> 1);
    return ((first->value & 1) != 0 ? ~half : half) - 1;
}

std::optional<QByteArrayView> FunctionTable::fileOf(const Function &function) const
{
    const auto number = firstValue(field(function, FileField));
    if (!number || *number < 0)
        return std::nullopt;
    if (m_layout == Layout::Go12) {
        const auto offset = m_table.u32(m_files + static_cast<quint64>(*number) * 4);
        return offset ? m_table.textAt(*offset) : std::nullopt;
    }
    const auto unit = field(function, UnitField);
    const auto offset =
        unit ? m_table.u32(m_unitFiles + (static_cast<quint64>(*unit) + static_cast<quint64>(*number)) * 4)
             : std::nullopt;
    constexpr quint32 None = 0xffffffff;
    return offset && *offset != None ? m_table.textAt(m_files + *offset) : std::nullopt;
}

std::optional<GoPlace> FunctionTable::placeOf(const Function &function) const
{
    const auto file = fileOf(function);
    if (!file || file->empty())
        return std::nullopt;
    const qint64 line = m_layout == Layout::Go120 ? field(function, StartLineField).value_or(0)
                                                  : firstValue(field(function, LineField)).value_or(0);
    const bool isLine = line > 0 && line <= std::numeric_limits<int>::max();
    return GoPlace{QString::fromUtf8(*file), isLine ? static_cast<int>(line) : 0};
}

FunctionFacts readFunctions(const LoadedImage &image, const ModuleRecord &record)
{
    FunctionFacts facts;
    const auto table = FunctionTable::read(image, record);
    if (!table)
        return facts;
    const QByteArray own = record.pluginPath + '.';
    QHash<QByteArrayView, quint64> sums;
    QByteArrayView package; // functions of one stand together
    quint64 sum = 0;
    qsizetype text = 0;
    for (quint64 i = 0; i < table->count() && text < MaxNameText; ++i) {
        const FunctionTable::Function function = table->at(i);
        text += function.name.size();
        if (const QByteArrayView current = packageIn(function.name); current != package) {
            sums[package] += std::exchange(sum, 0);
            package = current;
        }
        sum += function.size;
        const QByteArrayView name = function.name.startsWith(own) ? function.name.sliced(own.size()) : QByteArrayView();
        if (!name.empty() && !name.contains('.') && !name.contains('(')) {
            if (const auto place = table->placeOf(function))
                facts.places.insert(name.toByteArray(), *place);
        }
    }
    sums[package] += sum;
    for (auto each = sums.constBegin(); each != sums.constEnd(); ++each) {
        if (*each > 0)
            facts.sizes << PackageSize{QByteArray::fromPercentEncoding(each.key().toByteArray()), *each};
    }
    std::ranges::sort(facts.sizes, {}, &PackageSize::package);
    return facts;
}

} // namespace plugsmith
