// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "catalog/plugingroups.h"

namespace plugsmith {

/// What filters look at in one entry, prepared once: texts in lower case, as UTF-8, which is searched twice as fast.
/// Make it again when the entry changes.
struct FilterSubject
{
    FilterSubject() = default;
    FilterSubject(const PluginEntry &entry, const EntryStanding &standing);

    QByteArray text; ///< name, file name, folder, plugin path
    QByteArray symbols;
    QByteArray modules;
    QString os;
    QString arch;
    GoVersion go;
    qint64 scn = 0;
    quint32 flags = 0; ///< of "is:"
};

/// The filter language of the catalogue: words joined with "and".
///
///     geo                 somewhere in name, file name, folder or plugin path
///     "two words"         quotes keep blanks together, also behind a colon
///     go:1.22 go:>=1.21   a release series, or all from one on; 1.22.6 is one release
///     os:linux arch:arm64 platform:linux/arm64
///     scn:>20261101       compared by its first digits; also = < <= >=
///     symbol:Quote        part of an exported name
///     module:golang.org/x/net
///     is:newest           also plugin program gzip damaged orphan duplicate contradiction buildinfo tyk samescn
///     samepath
///
/// Letters count alike in upper and lower case. A word with an unknown key is taken as it stands. A value; matching is
/// about 0.1 µs for each word.
class PluginFilter
{
public:
    PluginFilter() = default;

    /// InvalidInput with a sentence when a value cannot mean anything ("scn:>abc", "is:nonsense").
    static Result<PluginFilter> parse(const QString &text);

    bool isEmpty() const { return m_terms.isEmpty(); }
    bool matches(const FilterSubject &subject) const;
    class Run;

    /// Everything that can stand before a colon, and behind "is:", for completion.
    static QStringList keys();
    static QStringList states();

private:
    enum class Key { Text, Go, Os, Arch, Scn, Symbol, Module, Is };
    enum class Comparison { Equal, Below, AtMost, Above, AtLeast };

    struct Term
    {
        Key key = Key::Text;
        Comparison comparison = Comparison::Equal;
        QString text;
        QByteArray bytes; ///< the text as subjects have theirs
        GoVersion version;
        qint64 from = 0; ///< the SCNs that an abbreviated one stands for
        qint64 to = 0;
        quint32 flag = 0;
    };

    static Result<Term> parseTerm(const QString &word);
    static bool matches(const Term &term, const FilterSubject &subject);
    static bool matchesGo(const Term &term, const GoVersion &version);

    QList<Term> m_terms;
};

/// A filter on its way through many entries. Builds of one plugin have the same symbols and modules: where subjects
/// that follow each other share the memory of a text, it is searched once. The filter must outlive it.
class PluginFilter::Run
{
public:
    explicit Run(const PluginFilter &filter);
    bool matches(const FilterSubject &subject);

private:
    struct Answer
    {
        QByteArrayView text;
        bool isMatch = false;
    };

    bool matches(qsizetype term, const FilterSubject &subject);

    const PluginFilter &m_filter;
    QList<Answer> m_last; // of each term
};

} // namespace plugsmith
