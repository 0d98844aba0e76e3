// SPDX-License-Identifier: Apache-2.0
#include "toolchain/linker.h"

#include "toolchain/filestamp.h"
#include "toolchain/pathsearch.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <iterator>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

using Kind = Linker::Kind;

struct KnownLinker
{
    Kind kind;
    QStringView word;
    std::array<QStringView, 2> programs; // the C compiler looks for the first name
};

constexpr KnownLinker KnownLinkers[] = {
    // fastest first
    {Kind::Mold, u"mold", {u"ld.mold", u"mold"}},
    {Kind::Lld, u"lld", {u"ld.lld", {}}},
    {Kind::Gold, u"gold", {u"ld.gold", {}}},
};

} // namespace

QString Linker::word() const
{
    const auto *const known = std::ranges::find(KnownLinkers, kind, &KnownLinker::kind);
    return known == std::end(KnownLinkers) ? u"default"_s : known->word.toString();
}

QString Linker::flag() const
{
    return kind == Kind::Default ? QString() : u"-fuse-ld=" + word();
}

QString Linker::identity() const
{
    return kind == Kind::Default ? word() : word() + u'|' + program + u'|' + fileStamp(program);
}

std::optional<LinkerChoice> LinkerChoice::parse(const QString &word)
{
    if (word == "auto"_L1)
        return LinkerChoice{};
    if (word == "default"_L1)
        return LinkerChoice{false, Kind::Default};
    for (const KnownLinker &known : KnownLinkers) {
        if (word == known.word)
            return LinkerChoice{false, known.kind};
    }
    return std::nullopt;
}

QString LinkerChoice::toString() const
{
    return isAuto ? u"auto"_s : Linker{kind, {}, {}}.word();
}

QVector<Linker> installedLinkers(const QStringList &folders)
{
    QVector<Linker> linkers;
    for (const KnownLinker &known : KnownLinkers) {
        QString program;
        for (const QStringView name : known.programs) {
            if (program.isEmpty())
                program = findProgram(name.toString(), folders);
        }
        if (!program.isEmpty())
            linkers.append({known.kind, program, {}});
    }
    return linkers;
}

QString linkerVersionText(const QString &versionLine)
{
    // "mold 1.10.1 (compatible with GNU ld)", "Debian LLD 14.0.6 (...)", "GNU gold (GNU Binutils for Debian 2.40) 1.16"
    static const QRegularExpression form(u"\\b(mold|LLD|gold)\\b(?: \\([^)]*\\))? (\\d[\\w.]*)"_s);
    const QString line = versionLine.section(u'\n', 0, 0).trimmed();
    const auto match = form.match(line);
    return match.hasMatch() ? match.captured(1) + u' ' + match.captured(2) : line;
}

} // namespace plugsmith
