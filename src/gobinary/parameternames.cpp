// SPDX-License-Identifier: Apache-2.0
#include "gobinary/parameternames.h"

#include "gobinary/debugsection.h"

#include <vector>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostAbbrevBytes = qsizetype(4) << 20;
// A plugin of 30 MB has a few million attributes; a file that asks for more is made to waste time.
constexpr quint64 MostSteps = 16'000'000;

// Numbers of the DWARF standard, version 5, section 7.5.
constexpr quint64 TagFormalParameter = 0x05;
constexpr quint64 TagSubprogram = 0x2e;
constexpr quint64 AttributeName = 0x03;
constexpr quint64 AttributeVariableParameter = 0x4b; // Go's compiler marks results with it

enum Form : quint64 {
    Addr = 0x01,
    Block2 = 0x03,
    Block4,
    Data2,
    Data4,
    Data8,
    String,
    Block,
    Block1,
    Data1,
    Flag,
    Sdata,
    Strp,
    Udata,
    RefAddr,
    Ref1,
    Ref2,
    Ref4,
    Ref8,
    RefUdata,
    Indirect,
    SecOffset,
    Exprloc,
    FlagPresent,
    Strx,
    Addrx,
    RefSup4,
    StrpSup,
    Data16,
    LineStrp,
    RefSig8,
    ImplicitConst,
    Loclistx,
    Rnglistx,
    RefSup8,
    Strx1,
    Strx2,
    Strx3,
    Strx4,
    Addrx1,
    Addrx2,
    Addrx3,
    Addrx4,
};

struct Attribute
{
    quint64 name = 0;
    quint64 form = 0;
};

/// What an entry of some kind consists of.
struct Abbrev
{
    quint64 tag = 0;
    bool hasChildren = false;
    std::vector<Attribute> attributes;
};
using AbbrevTable = QHash<quint64, Abbrev>;

quint64 readOffset(ByteCursor &cursor, bool isWide)
{
    return isWide ? cursor.u64() : cursor.u32();
}

class NameFinder
{
public:
    NameFinder(const DebugSections &sections, QByteArrayView package, const QSet<QByteArray> &functions)
        : m_sections(sections)
        , m_prefix(package.toByteArray() + '.')
        , m_functions(functions)
    {
    }

    QHash<QByteArray, ParameterNames> find()
    {
        for (quint64 at = 0; at < m_sections.info.size() && !isDone();) {
            const auto next = readUnit(at);
            if (!next)
                break;
            at = *next;
        }
        return m_found;
    }

private:
    struct Unit
    {
        bool isWide = false; ///< 64-bit DWARF
        quint64 version = 0;
        quint64 addressSize = 0;
    };
    struct Entry
    {
        QByteArrayView name;
        bool isResult = false;
    };

    bool isDone() const { return m_steps > MostSteps || m_found.size() == m_functions.size(); }

    /// Where the next one begins.
    std::optional<quint64> readUnit(quint64 at)
    {
        ByteCursor cursor(m_sections.info, at);
        Unit unit;
        quint64 length = cursor.u32();
        if (length == 0xffffffff) {
            unit.isWide = true;
            length = cursor.u64();
        }
        if (!cursor.isIntact() || !m_sections.info.contains(cursor.offset(), length))
            return std::nullopt;
        const quint64 begin = cursor.offset();
        const quint64 end = begin + length;
        unit.version = cursor.u16();
        quint64 abbrevs = 0;
        if (unit.version >= 5) {
            cursor.u8(); // the kind of unit; Go's linker knows one
            unit.addressSize = cursor.u8();
            abbrevs = readOffset(cursor, unit.isWide);
        } else {
            abbrevs = readOffset(cursor, unit.isWide);
            unit.addressSize = cursor.u8();
        }
        if (cursor.isIntact() && unit.version >= 2 && unit.version <= 5 && cursor.offset() <= end) {
            const ByteReader part = m_sections.info.part({0, end});
            readEntries(ByteCursor(part, cursor.offset()), unit, table(abbrevs));
        }
        return end;
    }

    void readEntries(ByteCursor cursor, const Unit &unit, const AbbrevTable &abbrevs)
    {
        ParameterNames *function = nullptr;
        int depth = 0;
        while (cursor.isIntact() && !isDone(function)) {
            const quint64 code = cursor.varint();
            ++m_steps;
            if (code == 0) {
                if (--depth <= 0)
                    return;
                if (depth == 1)
                    function = nullptr;
                continue;
            }
            const auto abbrev = abbrevs.constFind(code);
            if (!cursor.isIntact() || abbrev == abbrevs.constEnd())
                return;
            const Entry entry = readEntry(cursor, unit, *abbrev);
            if (!cursor.isIntact())
                return;
            if (depth == 1)
                function = abbrev->tag == TagSubprogram && abbrev->hasChildren ? functionNamed(entry.name) : nullptr;
            else if (depth == 2 && abbrev->tag == TagFormalParameter && function)
                (entry.isResult ? function->results : function->parameters) += shown(entry.name);
            depth += abbrev->hasChildren ? 1 : 0;
            if (depth == 0)
                return; // a unit of nothing but its head
        }
    }
    /// The last function that is looked for is read to its end.
    bool isDone(const ParameterNames *function) const { return m_steps > MostSteps || (!function && isDone()); }

    /// nullptr unless it is looked for and was not there before: inlined functions may have several entries, and the
    /// first one with a name has its parameters.
    ParameterNames *functionNamed(QByteArrayView name)
    {
        if (!name.startsWith(m_prefix))
            return nullptr;
        const QByteArray own = name.sliced(m_prefix.size()).toByteArray();
        if (!m_functions.contains(own) || m_found.contains(own))
            return nullptr;
        return &m_found[own];
    }

    /// Nameless results are "~r0", nameless parameters "~p0", blank ones "~b0" where they have any name.
    static QString shown(QByteArrayView name)
    {
        if (name.startsWith("~b"))
            return u"_"_s;
        return name.startsWith('~') || name.startsWith('.') ? QString() : QString::fromUtf8(name);
    }

    Entry readEntry(ByteCursor &cursor, const Unit &unit, const Abbrev &abbrev)
    {
        Entry entry;
        for (const Attribute &attribute : abbrev.attributes) {
            ++m_steps;
            if (attribute.name == AttributeName && attribute.form == Form::String)
                entry.name = cursor.text();
            else if (attribute.name == AttributeVariableParameter && attribute.form == Form::Flag)
                entry.isResult = cursor.u8() != 0;
            else
                skip(cursor, unit, attribute.form);
        }
        return entry;
    }

    static void skip(ByteCursor &cursor, const Unit &unit, quint64 form)
    {
        switch (form) {
        case Form::FlagPresent:
        case Form::ImplicitConst:
            return;
        case Form::Data1:
        case Form::Flag:
        case Form::Ref1:
        case Form::Strx1:
        case Form::Addrx1:
            return cursor.skip(1);
        case Form::Data2:
        case Form::Ref2:
        case Form::Strx2:
        case Form::Addrx2:
            return cursor.skip(2);
        case Form::Strx3:
        case Form::Addrx3:
            return cursor.skip(3);
        case Form::Data4:
        case Form::Ref4:
        case Form::RefSup4:
        case Form::Strx4:
        case Form::Addrx4:
            return cursor.skip(4);
        case Form::Data8:
        case Form::Ref8:
        case Form::RefSig8:
        case Form::RefSup8:
            return cursor.skip(8);
        case Form::Data16:
            return cursor.skip(16);
        case Form::Addr:
            return cursor.skip(unit.addressSize);
        case Form::RefAddr:
            return cursor.skip(unit.version == 2 ? unit.addressSize : unit.isWide ? 8 : 4);
        case Form::Strp:
        case Form::SecOffset:
        case Form::StrpSup:
        case Form::LineStrp:
            return cursor.skip(unit.isWide ? 8 : 4);
        case Form::Sdata:
        case Form::Udata:
        case Form::RefUdata:
        case Form::Strx:
        case Form::Addrx:
        case Form::Loclistx:
        case Form::Rnglistx:
            return cursor.skipVarint();
        case Form::Block1:
            return cursor.skip(cursor.u8());
        case Form::Block2:
            return cursor.skip(cursor.u16());
        case Form::Block4:
            return cursor.skip(cursor.u32());
        case Form::Block:
        case Form::Exprloc:
            return cursor.skip(cursor.varint());
        case Form::String:
            cursor.text();
            return;
        default:
            return cursor.fail();
        }
    }

    const AbbrevTable &table(quint64 offset)
    {
        const auto known = m_tables.constFind(offset);
        if (known != m_tables.constEnd())
            return *known;
        AbbrevTable table;
        ByteCursor cursor(m_sections.abbrevs, offset);
        while (cursor.isIntact() && m_steps <= MostSteps) {
            const quint64 code = cursor.varint();
            ++m_steps;
            if (code == 0)
                break;
            Abbrev abbrev;
            abbrev.tag = cursor.varint();
            abbrev.hasChildren = cursor.u8() != 0;
            while (cursor.isIntact()) {
                ++m_steps;
                const Attribute attribute{cursor.varint(), cursor.varint()};
                if (attribute.form == Form::ImplicitConst)
                    cursor.skipVarint();
                if (attribute.name == 0 && attribute.form == 0)
                    break;
                abbrev.attributes.push_back(attribute);
            }
            if (cursor.isIntact())
                table.insert(code, abbrev);
        }
        if (m_tables.size() == MostTables)
            m_tables.clear();
        return *m_tables.insert(offset, table);
    }

    // Go's linker writes one table, and C compilers one for each unit. A hostile file may have one for each byte.
    static constexpr qsizetype MostTables = 4;

    DebugSections m_sections;
    QByteArray m_prefix;
    QSet<QByteArray> m_functions;
    QHash<quint64, AbbrevTable> m_tables;
    QHash<QByteArray, ParameterNames> m_found;
    quint64 m_steps = 0;
};

} // namespace

QHash<QByteArray, ParameterNames> parameterNamesIn(const DebugSections &sections, QByteArrayView package,
                                                   const QSet<QByteArray> &functions)
{
    return NameFinder(sections, package, functions).find();
}

QHash<QByteArray, ParameterNames> parameterNamesOf(const ElfImage &image, QByteArrayView package,
                                                   const QSet<QByteArray> &functions)
{
    if (functions.isEmpty())
        return {};
    const QByteArray info = debugSection(image, "info", MostDebugBytes);
    const QByteArray abbrevs = debugSection(image, "abbrev", MostAbbrevBytes);
    return parameterNamesIn({image.reader(info), image.reader(abbrevs)}, package, functions);
}

} // namespace plugsmith
