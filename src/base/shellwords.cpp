// SPDX-License-Identifier: Apache-2.0
#include "base/shellwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace plugsmith {
namespace {

struct ShellWordsText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::ShellWords)
};

Error unclosed(QChar quote)
{
    return {ErrorCode::InvalidInput,
            ShellWordsText::tr("A quote is not closed"),
            ShellWordsText::tr("The text ends inside %1…%1.").arg(quote),
            {}};
}

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r';
}

/// Reads one shell word from `at`, which is not on a blank, and moves behind it.
Result<QString> takeShellWord(const QString &text, qsizetype &at)
{
    QString word;
    QChar quote;
    for (; at < text.size(); ++at) {
        const QChar c = text[at];
        const QChar following = at + 1 < text.size() ? text[at + 1] : QChar();
        if (quote.isNull() && isBlank(c))
            break;
        if (c == quote) {
            quote = QChar();
        } else if (quote.isNull() && (c == u'\'' || c == u'"')) {
            quote = c;
        } else if (c == u'\\' && quote != u'\'' && !following.isNull() &&
                   (quote.isNull() || QStringView(u"\"\\$`\n").contains(following))) {
            ++at;
            if (following != u'\n') // a backslash at the end of a line continues it
                word += following;
        } else {
            word += c;
        }
    }
    if (!quote.isNull())
        return unclosed(quote);
    return word;
}

} // namespace

Result<QStringList> splitShellWords(const QString &text)
{
    QStringList words;
    qsizetype at = 0;
    for (;;) {
        while (at < text.size() && isBlank(text[at]))
            ++at;
        if (at == text.size())
            return words;
        if (text[at] == u'\\' && at + 1 < text.size() && text[at + 1] == u'\n') {
            at += 2;
            continue;
        }
        auto word = takeShellWord(text, at);
        if (!word)
            return word.error();
        words += *word;
    }
}

QString quoteShellWord(const QString &word)
{
    static constexpr QStringView Harmless = u"%+,-./:=@_^~";
    const bool plain = !word.isEmpty() && !word.startsWith(u'~') &&
                       std::ranges::all_of(word, [](QChar c) { return c.isLetterOrNumber() || Harmless.contains(c); });
    if (plain)
        return word;
    QString quoted = word;
    quoted.replace(u'\'', QStringView(u"'\\''").toString());
    return u'\'' + quoted + u'\'';
}

QString joinShellWords(const QStringList &words)
{
    QStringList quoted;
    for (const QString &word : words)
        quoted += quoteShellWord(word);
    return quoted.join(u' ');
}

Result<QStringList> splitGoFlags(const QString &text)
{
    QStringList words;
    qsizetype at = 0;
    for (;;) {
        while (at < text.size() && isBlank(text[at]))
            ++at;
        if (at == text.size())
            return words;
        const QChar first = text[at];
        if (first == u'"' || first == u'\'') {
            const qsizetype end = text.indexOf(first, at + 1);
            if (end < 0)
                return unclosed(first);
            words += text.sliced(at + 1, end - at - 1);
            at = end + 1;
        } else {
            const qsizetype begin = at;
            while (at < text.size() && !isBlank(text[at]))
                ++at;
            words += text.sliced(begin, at - begin);
        }
    }
}

Result<QString> joinGoFlags(const QStringList &words)
{
    QStringList quoted;
    for (const QString &word : words) {
        const bool plain =
            !word.isEmpty() && std::ranges::none_of(word, isBlank) && word[0] != u'"' && word[0] != u'\'';
        if (plain)
            quoted += word;
        else if (!word.contains(u'\''))
            quoted += u'\'' + word + u'\'';
        else if (!word.contains(u'"'))
            quoted += u'"' + word + u'"';
        else {
            return Error{
                ErrorCode::InvalidInput,
                ShellWordsText::tr("A flag cannot be passed to Go"),
                ShellWordsText::tr("%1 contains blanks and both kinds of quotes, which Go has no way to write.")
                    .arg(word),
                {}};
        }
    }
    return quoted.join(u' ');
}

} // namespace plugsmith
