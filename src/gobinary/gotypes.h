// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gobinary/modulerecord.h"

#include <QList>
#include <QString>

namespace plugsmith {

/// Kinds of Go types, numbered as in runtime type data (internal/abi/type.go, the same in all releases).
enum class GoKind : quint8 {
    Invalid,
    Bool,
    Int,
    Int8,
    Int16,
    Int32,
    Int64,
    Uint,
    Uint8,
    Uint16,
    Uint32,
    Uint64,
    Uintptr,
    Float32,
    Float64,
    Complex64,
    Complex128,
    Array,
    Chan,
    Func,
    Interface,
    Map,
    Pointer,
    Slice,
    String,
    Struct,
    UnsafePointer,
};

/// "struct", "func", "unsafe.Pointer".
QLatin1StringView wordOf(GoKind kind);

/// The head of a type record: what every type has.
struct GoType
{
    quint64 address = 0;
    quint64 size = 0; ///< bytes of a value
    GoKind kind = GoKind::Invalid;
    bool isNamed = false;
    bool hasUncommon = false; ///< a package and methods follow
    qint32 pointerType = 0;   ///< offset of the type *T, 0 when there is none
    QByteArrayView text;      ///< "*main.Result", as `%T` prints it; looks into the file
};

struct GoField
{
    QString name; ///< of an embedded field, the type's
    QString type;
    QString tag;
    quint64 offset = 0; ///< bytes
    bool isEmbedded = false;

    bool operator==(const GoField &) const = default;
};

struct GoMethod
{
    QString name;
    QString type;              ///< without the receiver; empty when the linker removed the method
    bool needsPointer = false; ///< only of *T

    bool operator==(const GoMethod &) const = default;
};

/// A named type as its users see it. A value.
struct GoTypeDetails
{
    QString name;        ///< with the short name of its package: "main.Result"
    QString packagePath; ///< "example.com/shop/plug.v1"
    QString underlying;  ///< "struct", "interface", "[]string", "func(int) error"
    quint64 size = 0;    ///< bytes of a value
    QList<GoField> fields;
    QList<GoMethod> methods; ///< of interfaces too

    bool operator==(const GoTypeDetails &) const = default;
};

/// Reads runtime type data (internal/abi/type.go of Go) of a plugin, all releases from 1.8 on. Heads and methods need
/// an image with Relative pointers only; everything that type records point at needs All of them.
///
/// Looks into the image and the record, which must outlive it. What does not decode is nullopt or left out; hostile
/// files cannot make it read outside, run on, or hand out more than a few megabytes. For one thread at a time.
class GoTypeReader
{
public:
    GoTypeReader(const LoadedImage &image, const ModuleRecord &record)
        : m_image(image)
        , m_record(record)
        , m_wordSize(static_cast<quint64>(image.wordSize()))
    {
    }

    struct Name
    {
        QByteArrayView text;
        QByteArrayView tag;
        bool isExported = false;
        bool isEmbedded = false;
    };

    std::optional<Name> nameAt(quint64 address) const;
    std::optional<Name> nameAtOffset(qint32 offset) const;
    std::optional<GoType> typeAt(quint64 address) const;
    /// Offsets are from the start of the types; 0 and negative ones stand for no type.
    std::optional<GoType> typeAtOffset(qint32 offset) const;

    /// The types that a type is made of: elements, keys, parameters, results, fields.
    QList<GoType> parts(const GoType &type) const;
    /// The import path of a named type's package, not escaped; empty for predeclared and unnamed ones.
    QByteArrayView packagePath(const GoType &type) const;
    GoTypeDetails details(const GoType &type) const;

private:
    struct Uncommon
    {
        quint64 address = 0;
        QByteArrayView package;
        quint64 methods = 0; ///< address of the first
        quint64 methodCount = 0;
    };
    struct Field
    {
        Name name;
        GoType type;
        quint64 offsetWord = 0;
    };

    ByteReader bytesFrom(quint64 address) const { return m_image.readerAt(address); }
    std::optional<QByteArrayView> countedText(const ByteReader &reader, quint64 *offset) const;
    quint64 partAddress(const GoType &type, quint64 words) const;
    std::optional<GoType> typePart(const GoType &type, quint64 words) const;
    QList<GoType> signature(const GoType &type, quint64 *inputs, bool *isVariadic) const;
    std::optional<Uncommon> uncommon(const GoType &type) const;
    std::optional<Uncommon> uncommonAt(quint64 address) const;
    QList<Field> fields(const GoType &type) const;
    bool areOffsetsPlain(const GoType &type, const QList<Field> &fields) const;
    QList<GoField> shownFields(const GoType &type) const;
    QList<GoMethod> methods(const GoType &type) const;
    QList<GoMethod> interfaceMethods(const GoType &type) const;
    QString shown(QByteArrayView text) const;
    QString textOf(const std::optional<GoType> &type) const;
    QString underlying(const GoType &type) const;
    QString signatureText(const GoType &type) const;

    const LoadedImage &m_image;
    const ModuleRecord &m_record;
    quint64 m_wordSize;
    mutable qsizetype m_textLeft = qsizetype(4) << 20; // of all details() together; real ones have some 100 KB
};

} // namespace plugsmith
