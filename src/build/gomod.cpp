// SPDX-License-Identifier: Apache-2.0
#include "build/gomod.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxBytes = 16 << 20; // go.mod files have some kilobytes

struct GoModText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::GoMod)
};

struct Line
{
    int number = 0;
    QVector<GoModWord> words; ///< without the comment
    QString comment;
};

/// A directive with its arguments: inside a block, the block's word is the first one again.
struct Statement
{
    QString verb;
    QVector<GoModWord> arguments;
    QString comment;
    int line = 0;
};

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

/// Splits a line; nullopt if a quote is not closed.
std::optional<QVector<GoModWord>> wordsOf(const QByteArray &text, qsizetype begin, qsizetype end, QString &comment)
{
    QVector<GoModWord> words;
    qsizetype at = begin;
    while (at < end) {
        const char c = text[at];
        if (isBlank(c)) {
            ++at;
        } else if (c == '/' && at + 1 < end && text[at + 1] == '/') {
            comment = QString::fromUtf8(QByteArrayView(text).sliced(at + 2, end - at - 2)).trimmed();
            return words;
        } else if (c == '"' || c == '`') {
            const qsizetype close = text.indexOf(c, at + 1);
            if (close < 0 || close >= end)
                return std::nullopt;
            words += {QString::fromUtf8(QByteArrayView(text).sliced(at + 1, close - at - 1)), at, close + 1};
            at = close + 1;
        } else if (c == '(' || c == ')' || c == ',' || c == '[' || c == ']') {
            words += {QString(QLatin1Char(c)), at, at + 1};
            ++at;
        } else {
            const qsizetype start = at;
            while (at < end && !isBlank(text[at]) && !QByteArrayView("(),[]\"`").contains(text[at]) &&
                   !(text[at] == '/' && at + 1 < end && text[at + 1] == '/'))
                ++at;
            words += {QString::fromUtf8(QByteArrayView(text).sliced(start, at - start)), start, at};
        }
    }
    return words;
}

class StatementReader
{
public:
    StatementReader(const QByteArray &text, const QString &name)
        : m_text(text)
        , m_name(name)
    {
    }

    Error problem(int line, const QString &what) const
    {
        return {ErrorCode::Damaged, GoModText::tr("%1 cannot be read").arg(m_name),
                GoModText::tr("Line %1: %2.").arg(line).arg(what), QString::number(line)};
    }

    /// Calls `use` for every statement; stops at the first problem that it returns.
    Result<void> forEach(const std::function<Result<void>(const Statement &)> &use)
    {
        if (m_text.size() > MaxBytes)
            return problem(1, GoModText::tr("the file is larger than 16 MB"));
        QString block;
        int number = 0;
        for (qsizetype begin = m_text.startsWith("\xEF\xBB\xBF") ? 3 : 0; begin < m_text.size();) {
            ++number;
            qsizetype end = m_text.indexOf('\n', begin);
            if (end < 0)
                end = m_text.size();
            QString comment;
            const auto words = wordsOf(m_text, begin, end, comment);
            begin = end + 1;
            if (!words)
                return problem(number, GoModText::tr("a quote is not closed"));
            if (auto used = line({number, *words, comment}, block, use); !used)
                return used;
        }
        if (!block.isEmpty())
            return problem(number, GoModText::tr("the block “%1” is not closed").arg(block));
        return {};
    }

private:
    Result<void> line(const Line &line, QString &block, const std::function<Result<void>(const Statement &)> &use) const
    {
        if (line.words.isEmpty())
            return {};
        if (!block.isEmpty()) {
            if (line.words.size() == 1 && line.words[0].text == ")"_L1) {
                block.clear();
                return {};
            }
            return use({block, line.words, line.comment, line.number});
        }
        if (line.words.size() == 2 && line.words[1].text == "("_L1) {
            block = line.words[0].text;
            return {};
        }
        if (line.words.size() == 3 && line.words[1].text == "("_L1 && line.words[2].text == ")"_L1)
            return {};
        return use({line.words[0].text, line.words.sliced(1), line.comment, line.number});
    }

    const QByteArray &m_text;
    QString m_name;
};

/// "old [version] => new [version]"
std::optional<GoModReplace> readReplace(const Statement &statement)
{
    const auto &words = statement.arguments;
    const auto arrow = std::ranges::find_if(words, [](const GoModWord &word) { return word.text == "=>"_L1; });
    const qsizetype left = arrow - words.begin();
    const qsizetype right = words.size() - left - 1;
    if (arrow == words.end() || left < 1 || left > 2 || right < 1 || right > 2)
        return std::nullopt;
    GoModReplace replace;
    replace.line = statement.line;
    replace.oldPath = words[0];
    replace.oldVersion = left == 2 ? words[1].text : QString();
    replace.newPath = words[left + 1];
    replace.newVersion = right == 2 ? words[left + 2].text : QString();
    return replace;
}

} // namespace

Result<GoMod> GoMod::parse(const QByteArray &text, const QString &name)
{
    GoMod mod;
    StatementReader reader(text, name);
    const auto read = [&](const Statement &statement) -> Result<void> {
        const auto &words = statement.arguments;
        const auto malformed = [&] {
            return reader.problem(statement.line, GoModText::tr("“%1” is incomplete").arg(statement.verb));
        };
        if (statement.verb == "module"_L1) {
            if (words.size() != 1 || words[0].text.isEmpty())
                return malformed();
            if (!mod.module.text.isEmpty())
                return reader.problem(statement.line, GoModText::tr("a second “module”"));
            mod.module = words[0];
        } else if (statement.verb == "go"_L1) {
            if (words.size() != 1)
                return malformed();
            mod.goDirective = words[0].text;
            mod.goVersion = GoVersion::parse(words[0].text);
            if (!mod.goVersion || mod.goDirective.startsWith("go"_L1))
                return reader.problem(statement.line, GoModText::tr("“%1” is not a Go version").arg(mod.goDirective));
        } else if (statement.verb == "toolchain"_L1) {
            if (words.size() != 1)
                return malformed();
            mod.toolchain = words[0];
            mod.toolchainLine = statement.line;
        } else if (statement.verb == "require"_L1) {
            if (words.size() != 2)
                return malformed();
            const bool indirect = statement.comment == "indirect"_L1 || statement.comment.startsWith("indirect;"_L1);
            mod.requires_ += {words[0], words[1].text, indirect, statement.line};
        } else if (statement.verb == "replace"_L1) {
            const auto replace = readReplace(statement);
            if (!replace)
                return malformed();
            mod.replaces += *replace;
        } else if (!QStringList{u"exclude"_s, u"retract"_s, u"godebug"_s, u"tool"_s, u"ignore"_s}.contains(
                       statement.verb)) {
            return reader.problem(statement.line, GoModText::tr("unknown directive “%1”").arg(statement.verb));
        }
        return {};
    };
    if (auto done = reader.forEach(read); !done)
        return done.error();
    if (mod.module.text.isEmpty())
        return reader.problem(1, GoModText::tr("there is no “module”"));
    return mod;
}

Result<GoWork> GoWork::parse(const QByteArray &text, const QString &name)
{
    GoWork work;
    StatementReader reader(text, name);
    const auto read = [&](const Statement &statement) -> Result<void> {
        const auto malformed = [&] {
            return reader.problem(statement.line, GoModText::tr("“%1” is incomplete").arg(statement.verb));
        };
        if (statement.verb == "use"_L1) {
            if (statement.arguments.size() != 1)
                return malformed();
            work.uses += statement.arguments[0];
        } else if (statement.verb == "go"_L1) {
            if (statement.arguments.size() != 1)
                return malformed();
            work.goDirective = statement.arguments[0].text;
            work.goVersion = GoVersion::parse(work.goDirective);
        } else if (statement.verb == "replace"_L1) {
            const auto replace = readReplace(statement);
            if (!replace)
                return malformed();
            work.replaces += *replace;
        } else if (!QStringList{u"toolchain"_s, u"godebug"_s}.contains(statement.verb)) {
            return reader.problem(statement.line, GoModText::tr("unknown directive “%1”").arg(statement.verb));
        }
        return {};
    };
    if (auto done = reader.forEach(read); !done)
        return done.error();
    return work;
}

QByteArray editGoMod(const QByteArray &text, QVector<GoModEdit> edits)
{
    std::ranges::sort(edits, {}, &GoModEdit::begin);
    QByteArray edited;
    qsizetype at = 0;
    for (const GoModEdit &edit : edits) {
        Q_ASSERT(edit.begin >= at && edit.end >= edit.begin && edit.end <= text.size());
        edited += QByteArrayView(text).sliced(at, edit.begin - at);
        const bool needsQuotes =
            std::ranges::any_of(edit.replacement,
                                [](QChar c) { return c.isSpace() || QStringView(u"(),[]\"`").contains(c); }) ||
            edit.replacement.contains("//"_L1);
        edited += needsQuotes ? '`' + edit.replacement.toUtf8() + '`' : edit.replacement.toUtf8();
        at = edit.end;
    }
    edited += QByteArrayView(text).sliced(at);
    return edited;
}

} // namespace plugsmith
