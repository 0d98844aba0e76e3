// SPDX-License-Identifier: Apache-2.0
#include "build/gomod.h"

#include "gobinary/gounquote.h"

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
    QVector<GoModWord> words = {}; ///< without the comment
    QString comment = {};
    QString problem = {}; ///< why it has no words; empty if it has
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

/// Whether a word is this one and stands there without quotes, so that it may be punctuation.
bool isBare(const GoModWord &word, QLatin1StringView text)
{
    return word.text == text && word.end - word.begin == text.size();
}

Line lineOf(const QByteArray &text, qsizetype begin, qsizetype end, int number)
{
    Line line{number};
    qsizetype at = begin;
    while (at < end) {
        const char c = text[at];
        if (isBlank(c)) {
            ++at;
        } else if (c == '/' && at + 1 < end && text[at + 1] == '/') {
            line.comment = QString::fromUtf8(QByteArrayView(text).sliced(at + 2, end - at - 2)).trimmed();
            break;
        } else if (c == '"' || c == '`') {
            const auto literal = goQuotedPrefix(QByteArrayView(text).sliced(at, end - at));
            const auto value = literal ? goUnquote(*literal) : std::nullopt;
            if (!value) {
                line.problem = literal ? GoModText::tr("%1 is not a Go string").arg(QString::fromUtf8(*literal))
                                       : GoModText::tr("a quote is not closed");
                break;
            }
            line.words += {QString::fromUtf8(*value), at, at + literal->size()};
            at += literal->size();
        } else if (c == '(' || c == ')' || c == ',' || c == '[' || c == ']') {
            line.words += {QString(QLatin1Char(c)), at, at + 1};
            ++at;
        } else {
            const qsizetype start = at;
            while (at < end && !isBlank(text[at]) && !QByteArrayView("(),[]\"`").contains(text[at]) &&
                   !(text[at] == '/' && at + 1 < end && text[at + 1] == '/'))
                ++at;
            line.words += {QString::fromUtf8(QByteArrayView(text).sliced(start, at - start)), start, at};
        }
    }
    return line;
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

    Error incomplete(const Statement &statement) const
    {
        return problem(statement.line, GoModText::tr("“%1” is incomplete").arg(statement.verb));
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
            const Line next = lineOf(m_text, begin, end, number);
            begin = end + 1;
            if (!next.problem.isEmpty())
                return problem(number, next.problem);
            if (auto used = line(next, block, use); !used)
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
            if (line.words.size() == 1 && isBare(line.words[0], ")"_L1)) {
                block.clear();
                return {};
            }
            return complete({block, line.words, line.comment, line.number}, use);
        }
        if (line.words.size() == 2 && isBare(line.words[1], "("_L1)) {
            block = line.words[0].text;
            return {};
        }
        if (line.words.size() == 3 && isBare(line.words[1], "("_L1) && isBare(line.words[2], ")"_L1))
            return {};
        return complete({line.words[0].text, line.words.sliced(1), line.comment, line.number}, use);
    }
    /// "" is a word, but the name, path or version of nothing.
    Result<void> complete(const Statement &statement, const std::function<Result<void>(const Statement &)> &use) const
    {
        const bool isComplete =
            std::ranges::none_of(statement.arguments, [](const GoModWord &word) { return word.text.isEmpty(); });
        return isComplete ? use(statement) : incomplete(statement);
    }

    const QByteArray &m_text;
    QString m_name;
};

/// "old [version] => new [version]"
std::optional<GoModReplace> readReplace(const Statement &statement)
{
    const auto &words = statement.arguments;
    const auto arrow = std::ranges::find_if(words, [](const GoModWord &word) { return isBare(word, "=>"_L1); });
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

/// As modfile.MustQuote of Go, which forgets the arrow. Nothing stands for nothing: the word is taken away.
bool mustQuote(const QString &word)
{
    const auto isSpecial = [](QChar c) {
        return !c.isPrint() || c.isSpace() || QStringView(u"\"'`()[]{},").contains(c);
    };
    return word == "=>"_L1 || word.contains("//"_L1) || word.contains("/*"_L1) || std::ranges::any_of(word, isSpecial);
}

/// Whether a bare word beside this byte would run into it.
bool touches(const QByteArray &text, qsizetype at)
{
    return at >= 0 && at < text.size() && !isBlank(text[at]) && text[at] != '\n';
}

/// As strconv.Quote of Go: the go command refuses `…` in go.mod, whatever its grammar says.
QByteArray quoted(const QString &word)
{
    QByteArray literal = "\"";
    for (const char c : word.toUtf8()) {
        const auto code = static_cast<uchar>(c);
        if (code < 0x20 || code == 0x7F)
            literal += "\\x" + QByteArray::number(code, 16).rightJustified(2, '0');
        else
            (c == '"' || c == '\\' ? literal += '\\' : literal) += c;
    }
    return literal + '"';
}

} // namespace

Result<GoMod> GoMod::parse(const QByteArray &text, const QString &name)
{
    GoMod mod;
    StatementReader reader(text, name);
    const auto read = [&](const Statement &statement) -> Result<void> {
        const auto &words = statement.arguments;
        if (statement.verb == "module"_L1) {
            if (words.size() != 1)
                return reader.incomplete(statement);
            if (!mod.module.text.isEmpty())
                return reader.problem(statement.line, GoModText::tr("a second “module”"));
            mod.module = words[0];
        } else if (statement.verb == "go"_L1) {
            if (words.size() != 1)
                return reader.incomplete(statement);
            mod.goDirective = words[0].text;
            mod.goVersion = GoVersion::parse(words[0].text);
            if (!mod.goVersion || mod.goDirective.startsWith("go"_L1))
                return reader.problem(statement.line, GoModText::tr("“%1” is not a Go version").arg(mod.goDirective));
        } else if (statement.verb == "toolchain"_L1) {
            if (words.size() != 1)
                return reader.incomplete(statement);
            mod.toolchain = words[0];
            mod.toolchainLine = statement.line;
        } else if (statement.verb == "require"_L1) {
            if (words.size() != 2)
                return reader.incomplete(statement);
            const bool indirect = statement.comment == "indirect"_L1 || statement.comment.startsWith("indirect;"_L1);
            mod.requires_ += {words[0], words[1].text, indirect, statement.line};
        } else if (statement.verb == "replace"_L1) {
            const auto replace = readReplace(statement);
            if (!replace)
                return reader.incomplete(statement);
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
        if (statement.verb == "use"_L1) {
            if (statement.arguments.size() != 1)
                return reader.incomplete(statement);
            work.uses += statement.arguments[0];
        } else if (statement.verb == "go"_L1) {
            if (statement.arguments.size() != 1)
                return reader.incomplete(statement);
            work.goDirective = statement.arguments[0].text;
            work.goVersion = GoVersion::parse(work.goDirective);
        } else if (statement.verb == "replace"_L1) {
            const auto replace = readReplace(statement);
            if (!replace)
                return reader.incomplete(statement);
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
        const bool isQuoted = !edit.replacement.isEmpty() &&
                              (touches(text, edit.begin - 1) || touches(text, edit.end) || mustQuote(edit.replacement));
        edited += isQuoted ? quoted(edit.replacement) : edit.replacement.toUtf8();
        at = edit.end;
    }
    edited += QByteArrayView(text).sliced(at);
    return edited;
}

} // namespace plugsmith
