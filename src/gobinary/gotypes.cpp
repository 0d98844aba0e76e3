// SPDX-License-Identifier: Apache-2.0
#include "gobinary/gotypes.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

// Bounds of what is believable; real types stay far below.
constexpr qsizetype MaxText = 0x10000;
constexpr quint64 MaxMembers = 4096; // of one type

constexpr quint8 ExportedFlag = 1;
constexpr quint8 TagFlag = 2;
constexpr quint8 EmbeddedFlag = 8; // from Go 1.19 on
constexpr quint8 UncommonFlag = 1;
constexpr quint8 ExtraStarFlag = 2; // the text has a star too many, so that T and *T share it
constexpr quint8 NamedFlag = 4;
constexpr quint8 KindMask = 0x1f;
constexpr quint64 UncommonLength = 16;
constexpr quint64 MethodLength = 16;
constexpr int FirstPlainSeries = 19; // offsets of fields are not shifted from Go 1.19 on

constexpr std::array KindWords = {
    "invalid"_L1, "bool"_L1,      "int"_L1,        "int8"_L1,   "int16"_L1,  "int32"_L1,          "int64"_L1,
    "uint"_L1,    "uint8"_L1,     "uint16"_L1,     "uint32"_L1, "uint64"_L1, "uintptr"_L1,        "float32"_L1,
    "float64"_L1, "complex64"_L1, "complex128"_L1, "array"_L1,  "chan"_L1,   "func"_L1,           "interface"_L1,
    "map"_L1,     "pointer"_L1,   "slice"_L1,      "string"_L1, "struct"_L1, "unsafe.Pointer"_L1,
};

} // namespace

QLatin1StringView wordOf(GoKind kind)
{
    const auto index = static_cast<std::size_t>(kind);
    return index < KindWords.size() ? KindWords[index] : KindWords[0];
}

/// Members can be many and all have one long text.
QString GoTypeReader::shown(QByteArrayView text) const
{
    m_textLeft -= text.size();
    return m_textLeft > 0 ? QString::fromUtf8(text) : u"…"_s;
}

QString GoTypeReader::textOf(const std::optional<GoType> &type) const
{
    return type ? shown(type->text) : u"?"_s;
}

/// A text behind its length, at `offset`, which moves behind it.
std::optional<QByteArrayView> GoTypeReader::countedText(const ByteReader &reader, quint64 *offset) const
{
    std::optional<ByteReader::Varint> length;
    if (m_record.nameLength == ModuleRecord::NameLength::Varint) {
        length = reader.varint(*offset);
    } else if (const auto two = reader.bytes(*offset, 2)) { // big endian on all machines
        length = {qFromBigEndian<quint16>(two->data()), 2};
    }
    if (!length || length->value > static_cast<quint64>(MaxText))
        return std::nullopt;
    const auto text = reader.bytes(*offset + length->length, length->value);
    *offset += length->length + length->value;
    return text;
}

std::optional<GoTypeReader::Name> GoTypeReader::nameAt(quint64 address) const
{
    const ByteReader reader = bytesFrom(address);
    const auto flags = reader.u8(0);
    if (!flags)
        return std::nullopt;
    quint64 offset = 1;
    const auto text = countedText(reader, &offset);
    if (!text)
        return std::nullopt;
    Name name{*text, {}, (*flags & ExportedFlag) != 0, (*flags & EmbeddedFlag) != 0};
    if ((*flags & TagFlag) != 0)
        name.tag = countedText(reader, &offset).value_or(QByteArrayView());
    return name;
}

std::optional<GoTypeReader::Name> GoTypeReader::nameAtOffset(qint32 offset) const
{
    if (offset <= 0 || m_record.types == 0)
        return std::nullopt;
    return nameAt(m_record.types + static_cast<quint64>(offset));
}

std::optional<GoType> GoTypeReader::typeAt(quint64 address) const
{
    const auto head = m_image.bytes(address, 4 * m_wordSize + 16);
    if (!head)
        return std::nullopt;
    ByteCursor cursor(m_image.reader(*head), 0);
    GoType type;
    type.address = address;
    type.size = cursor.word();
    cursor.word(); // how much of it has pointers
    cursor.u32();  // hash
    const quint8 flags = cursor.u8();
    cursor.skip(2); // alignments
    const quint8 kind = cursor.u8() & KindMask;
    cursor.skip(2 * m_wordSize); // equality, data for the garbage collector
    const auto name = nameAtOffset(static_cast<qint32>(cursor.u32()));
    type.pointerType = static_cast<qint32>(cursor.u32());
    if (kind == 0 || kind >= KindWords.size() || !name || name->text.empty())
        return std::nullopt;
    type.kind = static_cast<GoKind>(kind);
    type.isNamed = (flags & NamedFlag) != 0;
    type.hasUncommon = (flags & UncommonFlag) != 0;
    type.text = name->text;
    if ((flags & ExtraStarFlag) != 0 && type.text.startsWith('*'))
        type.text = type.text.sliced(1);
    return type;
}

std::optional<GoType> GoTypeReader::typeAtOffset(qint32 offset) const
{
    return offset > 0 && m_record.types != 0 ? typeAt(m_record.types + static_cast<quint64>(offset)) : std::nullopt;
}

quint64 GoTypeReader::partAddress(const GoType &type, quint64 words) const
{
    return type.address + 4 * m_wordSize + 16 + words * m_wordSize;
}

/// The type that the word at `words` behind the head points at.
std::optional<GoType> GoTypeReader::typePart(const GoType &type, quint64 words) const
{
    const auto address = m_image.word(partAddress(type, words));
    return address ? typeAt(*address) : std::nullopt;
}

/// Parameters, then results, of a function's type.
QList<GoType> GoTypeReader::signature(const GoType &type, quint64 *inputs, bool *isVariadic) const
{
    constexpr quint16 VariadicFlag = 0x8000;
    const auto counts = m_image.bytes(partAddress(type, 0), 4);
    if (!counts)
        return {};
    const ByteReader reader = m_image.reader(*counts);
    *inputs = reader.u16(0).value_or(0);
    const quint16 outputs = reader.u16(2).value_or(0);
    *isVariadic = (outputs & VariadicFlag) != 0;
    const quint64 count = *inputs + static_cast<quint64>(outputs & ~VariadicFlag);
    const quint64 first = partAddress(type, 1) + (type.hasUncommon ? UncommonLength : 0);
    QList<GoType> types;
    for (quint64 i = 0; i < std::min(count, MaxMembers); ++i) {
        const auto address = m_image.word(first + i * m_wordSize);
        const auto part = address ? typeAt(*address) : std::nullopt;
        if (!part)
            break;
        types << *part;
    }
    return types;
}

QList<GoType> GoTypeReader::parts(const GoType &type) const
{
    QList<GoType> found;
    const auto add = [&](quint64 words) {
        if (const auto part = typePart(type, words))
            found << *part;
    };
    switch (type.kind) {
    case GoKind::Map:
        add(0);
        add(1);
        break;
    case GoKind::Pointer:
    case GoKind::Slice:
    case GoKind::Array:
    case GoKind::Chan:
        add(0);
        break;
    case GoKind::Func: {
        quint64 inputs = 0;
        bool isVariadic = false;
        found = signature(type, &inputs, &isVariadic);
        break;
    }
    case GoKind::Struct:
        for (const Field &field : fields(type))
            found << field.type;
        break;
    default:
        break;
    }
    return found;
}

std::optional<GoTypeReader::Uncommon> GoTypeReader::uncommonAt(quint64 address) const
{
    const auto bytes = m_image.bytes(address, UncommonLength);
    if (!bytes)
        return std::nullopt;
    ByteCursor cursor(m_image.reader(*bytes), 0);
    const auto package = static_cast<qint32>(cursor.u32());
    Uncommon part;
    part.address = address;
    part.methodCount = cursor.u16();
    const quint16 exported = cursor.u16();
    part.methods = address + cursor.u32();
    const quint32 unused = cursor.u32();
    const auto name = nameAtOffset(package);
    if (exported > part.methodCount || unused != 0 || (package != 0 && !name) ||
        (part.methodCount > 0 && !m_image.bytes(part.methods, part.methodCount * MethodLength)))
        return std::nullopt;
    part.package = name ? name->text : QByteArrayView();
    return part;
}

/// Directly behind the kind's own part. That of maps differs by release, so it is looked for.
std::optional<GoTypeReader::Uncommon> GoTypeReader::uncommon(const GoType &type) const
{
    if (!type.hasUncommon)
        return std::nullopt;
    switch (type.kind) {
    case GoKind::Pointer:
    case GoKind::Slice:
    case GoKind::Func:
        return uncommonAt(partAddress(type, 1));
    case GoKind::Chan:
        return uncommonAt(partAddress(type, 2));
    case GoKind::Array:
        return uncommonAt(partAddress(type, 3));
    case GoKind::Interface:
    case GoKind::Struct:
        return uncommonAt(partAddress(type, 4));
    case GoKind::Map: {
        constexpr quint64 Shortest = 4;
        constexpr quint64 Longest = 14;
        for (quint64 words = Shortest; words <= Longest; ++words) {
            const auto part = uncommonAt(partAddress(type, words));
            if (part && !part->package.empty() && part->methods - part->address >= UncommonLength)
                return part;
        }
        return std::nullopt;
    }
    default:
        return uncommonAt(partAddress(type, 0));
    }
}

QByteArrayView GoTypeReader::packagePath(const GoType &type) const
{
    const auto part = type.isNamed ? uncommon(type) : std::nullopt;
    return part ? part->package : QByteArrayView();
}

QList<GoTypeReader::Field> GoTypeReader::fields(const GoType &type) const
{
    const auto first = m_image.word(partAddress(type, 1));
    const auto count = m_image.word(partAddress(type, 2));
    QList<Field> list;
    if (!first || !count)
        return list;
    for (quint64 i = 0; i < std::min(*count, MaxMembers); ++i) {
        const quint64 entry = *first + i * 3 * m_wordSize;
        const auto nameAddress = m_image.word(entry);
        const auto typeAddress = m_image.word(entry + m_wordSize);
        const auto offset = m_image.word(entry + 2 * m_wordSize);
        const auto name = nameAddress ? nameAt(*nameAddress) : std::nullopt;
        const auto fieldType = typeAddress ? typeAt(*typeAddress) : std::nullopt;
        if (!name || !fieldType || !offset)
            break;
        list << Field{*name, *fieldType, *offset};
    }
    return list;
}

/// Up to Go 1.18 the offset of a field is shifted to make room for a bit. A file without build information cannot tell
/// 1.18 from 1.19; then it is plain if the fields fit one behind the other.
bool GoTypeReader::areOffsetsPlain(const GoType &type, const QList<Field> &fields) const
{
    const ReleaseFamily &family = m_record.family;
    if (family.isValid() && family.lowest.series >= FirstPlainSeries)
        return true;
    if (family.isValid() && family.highest.isValid() && family.highest.series < FirstPlainSeries)
        return false;
    quint64 end = 0;
    for (const Field &field : fields) {
        if (field.offsetWord < end || field.offsetWord > type.size || field.type.size > type.size - field.offsetWord)
            return false;
        end = field.offsetWord + field.type.size;
    }
    // Shifted offsets fit too when the fields are apart, but then the first one that counts is too far away.
    const auto second = fields.size() > 1 ? fields[1].offsetWord : 0;
    return fields.size() < 2 || second < fields[0].type.size + std::max<quint64>(fields[1].type.size, m_wordSize);
}

QList<GoField> GoTypeReader::shownFields(const GoType &type) const
{
    const QList<Field> list = fields(type);
    const bool isPlain = areOffsetsPlain(type, list);
    QList<GoField> result;
    for (const Field &field : list) {
        const bool isEmbedded = isPlain ? field.name.isEmbedded : (field.offsetWord & 1) != 0;
        result << GoField{shown(field.name.text), shown(field.type.text), shown(field.name.tag),
                          isPlain ? field.offsetWord : field.offsetWord >> 1, isEmbedded};
    }
    return result;
}

QList<GoMethod> GoTypeReader::methods(const GoType &type) const
{
    const auto part = uncommon(type);
    QList<GoMethod> list;
    for (quint64 i = 0; part && i < std::min(part->methodCount, MaxMembers); ++i) {
        const auto name = m_image.u32(part->methods + i * MethodLength);
        const auto methodType = m_image.u32(part->methods + i * MethodLength + 4);
        const auto text = name ? nameAtOffset(static_cast<qint32>(*name)) : std::nullopt;
        if (!text || !methodType)
            break;
        const auto known = typeAtOffset(static_cast<qint32>(*methodType));
        list << GoMethod{shown(text->text), known ? shown(known->text) : QString(), false};
    }
    return list;
}

QList<GoMethod> GoTypeReader::interfaceMethods(const GoType &type) const
{
    const auto first = m_image.word(partAddress(type, 1));
    const auto count = m_image.word(partAddress(type, 2));
    QList<GoMethod> list;
    for (quint64 i = 0; first && count && i < std::min(*count, MaxMembers); ++i) {
        const auto name = m_image.u32(*first + i * 8);
        const auto methodType = m_image.u32(*first + i * 8 + 4);
        const auto text = name ? nameAtOffset(static_cast<qint32>(*name)) : std::nullopt;
        if (!text || !methodType)
            break;
        list << GoMethod{shown(text->text), textOf(typeAtOffset(static_cast<qint32>(*methodType))), false};
    }
    return list;
}

QString GoTypeReader::signatureText(const GoType &type) const
{
    quint64 inputs = 0;
    bool isVariadic = false;
    const QList<GoType> types = signature(type, &inputs, &isVariadic);
    QStringList parameters;
    QStringList results;
    for (qsizetype i = 0; i < types.size(); ++i)
        (static_cast<quint64>(i) < inputs ? parameters : results) << shown(types[i].text);
    if (isVariadic && !parameters.isEmpty() && parameters.last().startsWith("[]"_L1))
        parameters.last() = u"..."_s + parameters.last().sliced(2);
    const QString result = results.join(u", "_s);
    QString text = u"func("_s + parameters.join(u", "_s) + u')';
    if (results.size() == 1) {
        text += u' ' + result;
    } else if (results.size() > 1) {
        text += u" ("_s + result + u')';
    }
    return text;
}

QString GoTypeReader::underlying(const GoType &type) const
{
    switch (type.kind) {
    case GoKind::Pointer:
        return u'*' + textOf(typePart(type, 0));
    case GoKind::Slice:
        return u"[]"_s + textOf(typePart(type, 0));
    case GoKind::Array:
        return u'[' + QString::number(m_image.word(partAddress(type, 2)).value_or(0)) + u']' +
               textOf(typePart(type, 0));
    case GoKind::Map:
        return u"map["_s + textOf(typePart(type, 0)) + u']' + textOf(typePart(type, 1));
    case GoKind::Chan: {
        const quint64 direction = m_image.word(partAddress(type, 1)).value_or(0);
        const QString word = direction == 1 ? u"<-chan "_s : direction == 2 ? u"chan<- "_s : u"chan "_s;
        return word + textOf(typePart(type, 0));
    }
    case GoKind::Func:
        return signatureText(type);
    default:
        return wordOf(type.kind);
    }
}

GoTypeDetails GoTypeReader::details(const GoType &type) const
{
    GoTypeDetails details;
    details.name = shown(type.text);
    details.packagePath = QString::fromUtf8(packagePath(type));
    details.underlying = underlying(type);
    details.size = type.size;
    if (type.kind == GoKind::Interface) {
        details.methods = interfaceMethods(type);
        return details;
    }
    if (type.kind == GoKind::Struct)
        details.fields = shownFields(type);
    details.methods = methods(type);
    // *T has the methods of T too, and more.
    const auto pointer = typeAtOffset(type.pointerType);
    if (!pointer || pointer->kind != GoKind::Pointer)
        return details;
    QList<GoMethod> all = methods(*pointer);
    for (GoMethod &method : all)
        method.needsPointer = std::ranges::find(details.methods, method.name, &GoMethod::name) == details.methods.end();
    if (!all.isEmpty())
        details.methods = all;
    return details;
}

} // namespace plugsmith
