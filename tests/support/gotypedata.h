// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/elfbuilder.h"

namespace plugsmith::tests {

/// Writes runtime type data (internal/abi/type.go) for a given address. Pointers are in the bytes, not relocated.
/// Everything is given and returned as an offset from the start.
class GoTypeWriter
{
public:
    enum Kind { Int = 2, Float64 = 14, Array = 17, Chan, Func, Interface, Map, Pointer, Slice, String, Struct };
    enum Flag { Uncommon = 1, ExtraStar = 2, Named = 4 };

    GoTypeWriter(const ElfMachine &machine, quint64 address, bool varintNames)
        : m_machine(machine)
        , m_address(address)
        , m_varintNames(varintNames)
        , m_out(machine.order, machine.wordSize)
    {
        m_out.raw(QByteArray(64, '\0')); // offset 0 stands for nothing
    }

    const QByteArray &bytes() const { return m_out.bytes(); }
    ByteWriter part() const { return {m_machine.order, m_machine.wordSize}; }
    quint64 addressOf(quint64 offset) const { return m_address + offset; }

    quint64 name(const QByteArray &text, const QByteArray &tag = {}, bool isEmbedded = false)
    {
        const auto offset = here();
        m_out.u8(1U | (tag.isEmpty() ? 0U : 2U) | (isEmbedded ? 8U : 0U));
        counted(text);
        if (!tag.isEmpty())
            counted(tag);
        return offset;
    }

    struct Method
    {
        QByteArray name;
        quint64 type = 0;
    };
    struct Shape
    {
        Kind kind = Int;
        QByteArray text;
        quint64 size = 8;
        unsigned flags = 0;
        QByteArray own = {}; ///< behind the head
        QByteArray package = {};
        QList<Method> methods = {};
        QByteArray rest = {}; ///< behind the uncommon part: parameters
        quint64 pointerType = 0;
    };

    quint64 type(const Shape &shape)
    {
        const quint64 text = name(shape.text);
        const quint64 package = shape.package.isEmpty() ? 0 : name(shape.package);
        QList<quint64> names;
        for (const Method &method : shape.methods)
            names << name(method.name);
        m_out.alignTo(8);
        const auto offset = here();
        m_out.word(shape.size).word(0).u32(0).u8(shape.flags).u8(8).u8(8).u8(shape.kind).word(0).word(0);
        m_out.u32(text).u32(shape.pointerType).raw(shape.own);
        if ((shape.flags & Uncommon) != 0) {
            const auto count = static_cast<quint64>(shape.methods.size());
            m_out.u32(package).u16(count).u16(count).u32(16 + static_cast<quint64>(shape.rest.size())).u32(0);
        }
        m_out.raw(shape.rest);
        for (qsizetype i = 0; i < names.size(); ++i)
            m_out.u32(names[i]).u32(shape.methods[i].type).u32(0).u32(0);
        return offset;
    }

    /// A pointer, slice or other type of one element.
    quint64 of(Kind kind, const QByteArray &text, quint64 element, const QList<Method> &methods = {})
    {
        return type({.kind = kind,
                     .text = text,
                     .flags = methods.isEmpty() ? 0U : unsigned(Uncommon),
                     .own = part().word(addressOf(element)).bytes(),
                     .methods = methods});
    }

    quint64 function(const QByteArray &text, const QList<quint64> &inputs, const QList<quint64> &outputs,
                     bool isVariadic = false)
    {
        ByteWriter counts = part();
        counts.u16(static_cast<quint64>(inputs.size()));
        counts.u16(static_cast<quint64>(outputs.size()) | (isVariadic ? 0x8000U : 0U)).alignTo(m_machine.wordSize);
        ByteWriter types = part();
        for (const quint64 each : inputs + outputs)
            types.word(addressOf(each));
        return type({.kind = Func, .text = text, .own = counts.bytes(), .rest = types.bytes()});
    }

    struct Field
    {
        quint64 name = 0;
        quint64 type = 0;
        quint64 offsetWord = 0;
    };
    /// What struct types have of their own; the fields are written at once.
    QByteArray structure(const QList<Field> &fields)
    {
        m_out.alignTo(8);
        const auto first = here();
        for (const Field &field : fields)
            m_out.word(addressOf(field.name)).word(addressOf(field.type)).word(field.offsetWord);
        const auto count = static_cast<quint64>(fields.size());
        return part().word(0).word(addressOf(first)).word(count).word(count).bytes();
    }
    QByteArray interface(const QList<Method> &methods)
    {
        QList<quint64> names;
        for (const Method &method : methods)
            names << name(method.name);
        m_out.alignTo(8);
        const auto first = here();
        for (qsizetype i = 0; i < names.size(); ++i)
            m_out.u32(names[i]).u32(methods[i].type);
        const auto count = static_cast<quint64>(methods.size());
        return part().word(0).word(addressOf(first)).word(count).word(count).bytes();
    }

    void setPointerType(quint64 type, quint64 pointer) // to be known only after the type itself
    {
        m_out.put(static_cast<qsizetype>(type) + 4 * m_machine.wordSize + 12, pointer, 4);
    }

private:
    quint64 here() const { return static_cast<quint64>(m_out.size()); }
    void counted(const QByteArray &text)
    {
        if (!m_varintNames)
            m_out.u8(static_cast<quint64>(text.size()) >> 8);
        m_out.u8(static_cast<quint64>(text.size()) & 0xff).raw(text); // shorter than 128
    }

    ElfMachine m_machine;
    quint64 m_address;
    bool m_varintNames;
    ByteWriter m_out;
};

/// The exports of a small plugin: the offsets of name and type for each.
struct GoExportData
{
    QByteArray types;
    QList<std::pair<quint64, quint64>> entries;
};

/// func Quote(string, ...int) (*main.Result, error); var Last *main.Result. Result is a struct with a tagged, a
/// pointer and an embedded field, a method of its own and one of its pointer's.
inline GoExportData exampleExports(const ElfMachine &machine, quint64 address, bool varintNames, bool plainOffsets)
{
    using W = GoTypeWriter;
    W types(machine, address, varintNames);
    const auto word = static_cast<quint64>(machine.wordSize);
    const quint64 text = types.type({.kind = W::String, .text = "string", .size = 2 * word, .flags = W::Named});
    const quint64 number = types.type({.kind = W::Int, .text = "*int", .size = word, .flags = W::Named | W::ExtraStar});
    const quint64 numbers = types.of(W::Slice, "[]int", number);
    const quint64 describe = types.function("func() string", {}, {text});
    const quint64 add = types.function("func(int)", {number}, {});
    const quint64 error = types.type({.kind = W::Interface,
                                      .text = "error",
                                      .size = 2 * word,
                                      .flags = W::Named,
                                      .own = types.interface({{"Error", describe}})});
    const quint64 level = types.type({.kind = W::Int,
                                      .text = "dep.Level",
                                      .size = word,
                                      .flags = W::Named | W::Uncommon,
                                      .package = "example.com/dep",
                                      .methods = {{"String", describe}}});
    const auto place = [&](quint64 offset, bool isEmbedded = false) {
        return plainOffsets ? offset : offset << 1 | (isEmbedded ? 1 : 0);
    };
    const quint64 total = types.name("Total", "json:\"total\"");
    const quint64 count = types.name("Count");
    const quint64 embedded = types.name("Level", {}, plainOffsets);
    const QByteArray fields = types.structure(
        {{total, text, place(0)}, {count, number, place(2 * word)}, {embedded, level, place(3 * word, true)}});
    const quint64 result = types.type({.kind = W::Struct,
                                       .text = "*main.Result",
                                       .size = 4 * word,
                                       .flags = W::Named | W::Uncommon | W::ExtraStar,
                                       .own = fields,
                                       .package = "example.com/shop/plug.v1",
                                       .methods = {{"String", describe}}});
    const quint64 pointer = types.of(W::Pointer, "*main.Result", result, {{"Add", add}, {"String", describe}});
    types.setPointerType(result, pointer);
    const quint64 quote =
        types.function("func(string, ...int) (*main.Result, error)", {text, numbers}, {pointer, error}, true);
    const quint64 last = types.of(W::Pointer, "**main.Result", pointer);
    GoExportData data;
    data.entries = {{types.name("Quote"), quote}, {types.name("Last"), last}};
    data.types = types.bytes();
    return data;
}

} // namespace plugsmith::tests
