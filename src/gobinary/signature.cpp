// SPDX-License-Identifier: Apache-2.0
#include "gobinary/signature.h"

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

/// How deep in brackets a text is, read character by character. Quoted text, as in tags of fields, counts for nothing.
class Nesting
{
public:
    void read(QChar c)
    {
        if (m_isEscaped) {
            m_isEscaped = false;
        } else if (!m_quote.isNull()) {
            m_isEscaped = c == u'\\' && m_quote == u'"';
            if (c == m_quote)
                m_quote = {};
        } else if (c == u'"' || c == u'`') {
            m_quote = c;
        } else if (QStringView(u"([{").contains(c)) {
            ++m_depth;
        } else if (QStringView(u")]}").contains(c)) {
            --m_depth;
        }
    }
    bool isOutside() const { return m_depth <= 0 && m_quote.isNull(); }

private:
    int m_depth = 0;
    QChar m_quote;
    bool m_isEscaped = false;
};

/// "int, map[string]int" in its parts.
QStringList splitTypes(QStringView list)
{
    QStringList parts;
    Nesting nesting;
    qsizetype begin = 0;
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (list[i] == u',' && nesting.isOutside()) {
            parts += list.sliced(begin, i - begin).trimmed().toString();
            begin = i + 1;
        }
        nesting.read(list[i]);
    }
    if (!list.trimmed().isEmpty())
        parts += list.sliced(begin).trimmed().toString();
    return parts;
}

/// Where the bracket that `text` begins with is closed; -1 if it is not.
qsizetype closingBracket(QStringView text)
{
    Nesting nesting;
    for (qsizetype i = 0; i < text.size(); ++i) {
        nesting.read(text[i]);
        if (nesting.isOutside())
            return i;
    }
    return -1;
}

bool hasNames(const QStringList &names)
{
    return std::ranges::any_of(names, [](const QString &name) { return !name.isEmpty(); });
}

/// Go wants all of a list to have names or none.
QString joined(const QStringList &names, const QStringList &types)
{
    if (!hasNames(names))
        return types.join(u", "_s);
    QStringList both;
    for (qsizetype i = 0; i < types.size(); ++i)
        both += (names[i].isEmpty() ? u"_"_s : names[i]) + u' ' + types[i];
    return both.join(u", "_s);
}

} // namespace

QString signatureWith(const ParameterNames &names, const QString &type)
{
    constexpr auto Head = "func"_L1;
    if (!type.startsWith("func("_L1) || (!hasNames(names.parameters) && !hasNames(names.results)))
        return {};
    const QStringView list = QStringView(type).sliced(Head.size());
    const qsizetype end = closingBracket(list);
    if (end < 0)
        return {};
    const QStringList parameters = splitTypes(list.sliced(1, end - 1));
    QStringView rest = list.sliced(end + 1).trimmed();
    if (rest.startsWith(u'(') && closingBracket(rest) == rest.size() - 1)
        rest = rest.sliced(1, rest.size() - 2);
    const QStringList results = splitTypes(rest);
    if (parameters.size() != names.parameters.size() || results.size() != names.results.size())
        return {};
    QString returned = joined(names.results, results);
    if (results.size() > 1 || hasNames(names.results))
        returned = u'(' + returned + u')';
    return QString(Head + u'(' + joined(names.parameters, parameters) + u") " + returned).trimmed();
}

} // namespace plugsmith
