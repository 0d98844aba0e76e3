// SPDX-License-Identifier: Apache-2.0
#include "gui/jsonhighlighter.h"

#include "gui/semanticcolors.h"

#include <QApplication>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxLine = 10'000;

/// The position behind the string that begins at `at`.
qsizetype endOfString(const QString &text, qsizetype at)
{
    for (++at; at < text.size(); ++at) {
        if (text[at] == u'\\')
            ++at;
        else if (text[at] == u'"')
            return at + 1;
    }
    return text.size();
}

bool isValueStart(QChar c)
{
    return c.isDigit() || c == u'-' || c == u't' || c == u'f' || c == u'n';
}

} // namespace

JsonHighlighter::JsonHighlighter(QTextDocument *document)
    : QSyntaxHighlighter(document)
{
    setPalette(QApplication::palette());
}

void JsonHighlighter::setPalette(const QPalette &palette)
{
    m_name.setForeground(semanticColors(SemanticRole::Information, palette).text);
    m_text.setForeground(semanticColors(SemanticRole::Positive, palette).text);
    m_value.setForeground(semanticColors(SemanticRole::Caution, palette).text);
    m_quiet.setForeground(secondaryText(palette));
    rehighlight();
}

void JsonHighlighter::highlightBlock(const QString &text)
{
    if (text.size() > MaxLine)
        return;
    if (text.startsWith("error: "_L1))
        return setFormat(0, static_cast<int>(text.size()), m_quiet);
    for (qsizetype at = 0; at < text.size();) {
        const QChar c = text[at];
        if (c == u'"') {
            const qsizetype end = endOfString(text, at);
            qsizetype next = end;
            while (next < text.size() && text[next].isSpace())
                ++next;
            const bool isName = next < text.size() && text[next] == u':';
            setFormat(static_cast<int>(at), static_cast<int>(end - at), isName ? m_name : m_text);
            at = end;
        } else if (c == u'/' && at + 1 < text.size() && text[at + 1] == u'/') {
            return setFormat(static_cast<int>(at), static_cast<int>(text.size() - at), m_quiet);
        } else if (isValueStart(c)) {
            qsizetype end = at;
            while (end < text.size() && (text[end].isLetterOrNumber() || u"+-."_s.contains(text[end])))
                ++end;
            end = qMax(end, at + 1);
            setFormat(static_cast<int>(at), static_cast<int>(end - at), m_value);
            at = end;
        } else {
            ++at;
        }
    }
}

} // namespace plugsmith
