// SPDX-License-Identifier: Apache-2.0
#include "catalog/pluginfilter.h"

#include <QCoreApplication>

#include <array>
#include <cstring>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct PluginFilterText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::PluginFilter)
};

struct State
{
    QLatin1StringView word;
    bool (*holds)(const PluginEntry &, const EntryStanding &);
};

constexpr std::array States = {
    State{"newest"_L1, [](const PluginEntry &, const EntryStanding &standing) { return standing.isNewest; }},
    State{"plugin"_L1, [](const PluginEntry &entry, const EntryStanding &) { return entry.isPlugin(); }},
    State{"program"_L1,
          [](const PluginEntry &entry, const EntryStanding &) {
              return entry.state == PluginEntry::State::Read && entry.kind == BinaryKind::GoProgram;
          }},
    State{"gzip"_L1,
          [](const PluginEntry &entry, const EntryStanding &) { return entry.compression == Compression::Gzip; }},
    State{"damaged"_L1,
          [](const PluginEntry &entry, const EntryStanding &) {
              return entry.state == PluginEntry::State::Damaged || entry.state == PluginEntry::State::Unreadable;
          }},
    State{"orphan"_L1, [](const PluginEntry &entry,
                          const EntryStanding &) { return entry.state == PluginEntry::State::OrphanInfo; }},
    State{"duplicate"_L1,
          [](const PluginEntry &, const EntryStanding &standing) { return !standing.duplicates.isEmpty(); }},
    State{"contradiction"_L1,
          [](const PluginEntry &entry, const EntryStanding &) { return !entry.contradictions.isEmpty(); }},
    State{"buildinfo"_L1,
          [](const PluginEntry &entry, const EntryStanding &) {
              return !entry.infoPath.isEmpty() || entry.state == PluginEntry::State::OrphanInfo;
          }},
    State{"tyk"_L1, [](const PluginEntry &entry, const EntryStanding &) { return !entry.tykGateway.isEmpty(); }},
    State{"samescn"_L1, [](const PluginEntry &, const EntryStanding &standing) { return standing.sharesScn; }},
    State{"samepath"_L1,
          [](const PluginEntry &, const EntryStanding &standing) { return !standing.samePath.isEmpty(); }},
};

/// The words of a line; quotes keep blanks and are left out. An open quote ends at the end.
QStringList wordsOf(const QString &text)
{
    QStringList words;
    QString word;
    bool isQuoted = false;
    bool isWord = false;
    for (const QChar c : text) {
        if (c == u'"') {
            isQuoted = !isQuoted;
            isWord = true;
        } else if (c.isSpace() && !isQuoted) {
            if (isWord)
                words << word;
            word.clear();
            isWord = false;
        } else {
            word += c;
            isWord = true;
        }
    }
    if (isWord)
        words << word;
    words.removeAll(QString());
    return words;
}

bool contains(const QByteArray &text, const QByteArray &word)
{
    return ::memmem(text.constData(), static_cast<std::size_t>(text.size()), word.constData(),
                    static_cast<std::size_t>(word.size())) != nullptr;
}

Error wrongFilter(const QString &reason)
{
    return {ErrorCode::InvalidInput, PluginFilterText::tr("The filter cannot be read"), reason, {}};
}

} // namespace

FilterSubject::FilterSubject(const PluginEntry &entry, const EntryStanding &standing)
    : text((entry.name + u'\n' + entry.path + u'\n' + entry.pluginPath).toLower().toUtf8())
    , symbols(entry.exportNames.join(u'\n').toLower().toUtf8())
    , modules(entry.modules.join(u'\n').toLower().toUtf8())
    , os(entry.platform.os)
    , arch(entry.platform.arch)
    , go(entry.go)
    , scn(entry.scn.value())
{
    for (std::size_t i = 0; i < States.size(); ++i) {
        if (States[i].holds(entry, standing))
            flags |= quint32(1) << i;
    }
}

QStringList PluginFilter::keys()
{
    return {u"go:"_s, u"os:"_s, u"arch:"_s, u"platform:"_s, u"scn:"_s, u"symbol:"_s, u"module:"_s, u"is:"_s};
}

QStringList PluginFilter::states()
{
    QStringList words;
    for (const State &state : States)
        words << state.word;
    return words;
}

Result<PluginFilter> PluginFilter::parse(const QString &text)
{
    PluginFilter filter;
    for (const QString &word : wordsOf(text)) {
        if (const auto platform = "platform:"_L1; word.startsWith(platform, Qt::CaseInsensitive)) {
            const QString value = word.sliced(platform.size()).toLower();
            const qsizetype slash = value.indexOf(u'/');
            Term os;
            os.key = Key::Os;
            os.text = slash < 0 ? value : value.first(slash);
            Term arch;
            arch.key = Key::Arch;
            arch.text = slash < 0 ? QString() : value.sliced(slash + 1);
            filter.m_terms << os;
            if (!arch.text.isEmpty())
                filter.m_terms << arch;
            continue;
        }
        const auto term = parseTerm(word);
        if (!term)
            return term.error();
        filter.m_terms << *term;
    }
    return filter;
}

Result<PluginFilter::Term> PluginFilter::parseTerm(const QString &word)
{
    static constexpr std::pair<QLatin1StringView, Key> Keys[] = {
        {"go:"_L1, Key::Go},         {"os:"_L1, Key::Os},         {"arch:"_L1, Key::Arch}, {"scn:"_L1, Key::Scn},
        {"symbol:"_L1, Key::Symbol}, {"module:"_L1, Key::Module}, {"is:"_L1, Key::Is},
    };
    static constexpr std::pair<QLatin1StringView, Comparison> Comparisons[] = {
        {">="_L1, Comparison::AtLeast}, {"<="_L1, Comparison::AtMost}, {">"_L1, Comparison::Above},
        {"<"_L1, Comparison::Below},    {"="_L1, Comparison::Equal},
    };
    Term term;
    term.text = word.toLower();
    for (const auto &[prefix, key] : Keys) {
        if (term.text.startsWith(prefix)) {
            term.key = key;
            term.text.remove(0, prefix.size());
            break;
        }
    }
    // A key alone is being typed; it must not hide everything meanwhile.
    if (term.key != Key::Text && term.text.isEmpty())
        return Term();
    if (term.key == Key::Go || term.key == Key::Scn) {
        for (const auto &[sign, comparison] : Comparisons) {
            if (term.text.startsWith(sign)) {
                term.comparison = comparison;
                term.text.remove(0, sign.size());
                break;
            }
        }
        if (term.text.isEmpty())
            return Term();
    }
    if (term.key == Key::Go) {
        const auto version = GoVersion::parse(term.text.endsWith(u'.') ? term.text.chopped(1) : term.text);
        if (!version)
            return wrongFilter(PluginFilterText::tr("“%1” is not a Go version.").arg(term.text));
        term.version = *version;
    } else if (term.key == Key::Scn) {
        constexpr qsizetype Digits = 14;
        bool isNumber = false;
        term.text.toLongLong(&isNumber);
        if (!isNumber || term.text.size() > Digits || term.text.startsWith(u'-'))
            return wrongFilter(PluginFilterText::tr("“%1” is not an SCN or the start of one.").arg(term.text));
        term.from = term.text.leftJustified(Digits, u'0').toLongLong();
        term.to = term.text.leftJustified(Digits, u'9').toLongLong();
    } else if (term.key == Key::Is) {
        const auto state = std::ranges::find(States, term.text, [](const State &each) { return QString(each.word); });
        if (state == States.end())
            return wrongFilter(PluginFilterText::tr("“is:%1” is none of %2.").arg(term.text, states().join(u", "_s)));
        term.flag = quint32(1) << (state - States.begin());
    }
    term.bytes = term.text.toUtf8();
    return term;
}

bool PluginFilter::matches(const FilterSubject &subject) const
{
    return std::ranges::all_of(m_terms, [&](const Term &term) { return matches(term, subject); });
}

PluginFilter::Run::Run(const PluginFilter &filter)
    : m_filter(filter)
    , m_last(filter.m_terms.size())
{
}

bool PluginFilter::Run::matches(const FilterSubject &subject)
{
    for (qsizetype term = 0; term < m_last.size(); ++term) {
        if (!matches(term, subject))
            return false;
    }
    return true;
}

bool PluginFilter::Run::matches(qsizetype number, const FilterSubject &subject)
{
    const Term &term = m_filter.m_terms[number];
    if (term.key != Key::Symbol && term.key != Key::Module)
        return PluginFilter::matches(term, subject);
    const QByteArrayView text = term.key == Key::Symbol ? subject.symbols : subject.modules;
    Answer &last = m_last[number];
    if (last.text.data() != text.data() || last.text.size() != text.size())
        last = {text, PluginFilter::matches(term, subject)};
    return last.isMatch;
}

bool PluginFilter::matchesGo(const Term &term, const GoVersion &version)
{
    if (!version.isValid())
        return false;
    const GoVersion &wanted = term.version;
    const bool isSeries = wanted.patch < 0 && wanted.stage == GoVersion::Stage::Release;
    const bool isInSeries = version.release == wanted.release && version.series == wanted.series;
    switch (term.comparison) {
    case Comparison::Equal:
        return isSeries ? isInSeries : version == wanted;
    case Comparison::Below:
        return !(isSeries && isInSeries) && version < wanted;
    case Comparison::AtMost:
        return (isSeries && isInSeries) || version <= wanted;
    case Comparison::Above:
        return !(isSeries && isInSeries) && version > wanted;
    case Comparison::AtLeast:
        return (isSeries && isInSeries) || version >= wanted;
    }
    return false;
}

bool PluginFilter::matches(const Term &term, const FilterSubject &subject)
{
    switch (term.key) {
    case Key::Text:
        return contains(subject.text, term.bytes);
    case Key::Symbol:
        return contains(subject.symbols, term.bytes);
    case Key::Module:
        return contains(subject.modules, term.bytes);
    case Key::Os:
        return subject.os == term.text;
    case Key::Arch:
        return subject.arch == term.text;
    case Key::Is:
        return (subject.flags & term.flag) != 0;
    case Key::Go:
        return matchesGo(term, subject.go);
    case Key::Scn:
        break;
    }
    switch (term.comparison) {
    case Comparison::Equal:
        return subject.scn >= term.from && subject.scn <= term.to;
    case Comparison::Below:
        return subject.scn < term.from;
    case Comparison::AtMost:
        return subject.scn <= term.to;
    case Comparison::Above:
        return subject.scn > term.to;
    case Comparison::AtLeast:
        return subject.scn >= term.from;
    }
    return false;
}

} // namespace plugsmith
