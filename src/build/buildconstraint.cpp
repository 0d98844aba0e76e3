// SPDX-License-Identifier: Apache-2.0
#include "build/buildconstraint.h"

#include "build/golexer.h"

#include <array>
#include <optional>
#include <vector>

namespace plugsmith {
namespace {

// go/build/syslist.go, unixOS
constexpr std::array UnixSystems = {"aix",     "android", "darwin", "dragonfly", "freebsd", "hurd",
                                    "illumos", "ios",     "linux",  "netbsd",    "openbsd", "solaris"};
constexpr int MaxDepth = 200; // far above anything written by people

bool isTagCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' ||
           static_cast<unsigned char>(c) >= 0x80;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view Blanks = " \t\r";
    const std::size_t begin = text.find_first_not_of(Blanks);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(Blanks) - begin + 1);
}

/// Recursive descent over the grammar of go/build/constraint.
class Evaluator
{
public:
    Evaluator(std::string_view text, const BuildContext &context)
        : m_text(text)
        , m_context(context)
    {
    }

    std::optional<bool> run()
    {
        const bool value = disjunction(0);
        skipBlanks();
        if (m_failed || m_at != m_text.size())
            return std::nullopt;
        return value;
    }

private:
    void skipBlanks()
    {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\t'))
            ++m_at;
    }
    bool take(std::string_view symbol)
    {
        skipBlanks();
        if (!m_text.substr(m_at).starts_with(symbol))
            return false;
        m_at += symbol.size();
        return true;
    }
    bool disjunction(int depth)
    {
        bool value = conjunction(depth);
        while (!m_failed && take("||"))
            value = conjunction(depth) || value;
        return value;
    }
    bool conjunction(int depth)
    {
        bool value = term(depth);
        while (!m_failed && take("&&"))
            value = term(depth) && value;
        return value;
    }
    bool term(int depth)
    {
        if (depth > MaxDepth)
            return fail();
        if (take("!"))
            return !term(depth + 1);
        if (take("(")) {
            const bool value = disjunction(depth + 1);
            return take(")") ? value : fail();
        }
        skipBlanks();
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && isTagCharacter(m_text[m_at]))
            ++m_at;
        return m_at > begin ? m_context.hasTag(m_text.substr(begin, m_at - begin)) : fail();
    }
    bool fail()
    {
        m_failed = true;
        return false;
    }

    std::string_view m_text;
    const BuildContext &m_context;
    std::size_t m_at = 0;
    bool m_failed = false;
};

/// "a,b !c" of a "// +build" line: blanks are OR, commas are AND.
std::string expressionOfPlusBuild(std::string_view words)
{
    std::string expression;
    while (!(words = trimmed(words)).empty()) {
        const std::size_t end = std::min(words.find_first_of(" \t"), words.size());
        std::string clause;
        for (const char c : words.substr(0, end))
            clause += c == ',' ? std::string(" && ") : std::string(1, c);
        expression += (expression.empty() ? "(" : " || (") + clause + ")";
        words.remove_prefix(end);
    }
    return expression;
}

std::optional<std::string_view> textAfter(std::string_view comment, std::string_view marker)
{
    if (!comment.starts_with("//"))
        return std::nullopt;
    comment.remove_prefix(2);
    const bool directive = marker.starts_with("go:");
    const std::string_view text = directive ? comment : trimmed(comment);
    if (!text.starts_with(marker) ||
        (text.size() > marker.size() && text[marker.size()] != ' ' && text[marker.size()] != '\t'))
        return std::nullopt;
    return trimmed(text.substr(marker.size()));
}

} // namespace

bool BuildContext::hasTag(std::string_view tag) const
{
    const QString name = QString::fromUtf8(tag.data(), static_cast<qsizetype>(tag.size()));
    if (tags.contains(name) || name == platform.os || name == platform.arch)
        return true;
    if (tag == "cgo")
        return cgo;
    if (tag == "gc")
        return true;
    if (tag == "linux")
        return platform.os == QLatin1StringView("android");
    if (tag == "darwin")
        return platform.os == QLatin1StringView("ios");
    if (tag == "unix") {
        return std::ranges::any_of(UnixSystems,
                                   [this](const char *os) { return platform.os == QLatin1StringView(os); });
    }
    if (tag.starts_with("go1.")) {
        const auto wanted = GoVersion::parse(name);
        return wanted && (!goVersion.isValid() || goVersion.languageVersion() >= wanted->languageVersion());
    }
    return false;
}

bool evaluateConstraint(std::string_view expression, const BuildContext &context)
{
    if (trimmed(expression).empty())
        return true;
    return Evaluator(expression, context).run().value_or(true);
}

std::string constraintOfSource(std::string_view source)
{
    GoLexer lexer(source);
    std::string plusBuild;
    std::string pendingPlusBuild; // counts only once a blank line follows: else it is the package's documentation
    bool lineIsBlank = true;
    for (;;) {
        const GoToken token = lexer.next();
        if (token.kind == GoToken::Kind::Newline) {
            if (lineIsBlank && !pendingPlusBuild.empty()) {
                plusBuild += (plusBuild.empty() ? "" : " && ") + pendingPlusBuild;
                pendingPlusBuild.clear();
            }
            lineIsBlank = true;
            continue;
        }
        if (token.kind != GoToken::Kind::Comment)
            return plusBuild;
        lineIsBlank = false;
        const std::string_view comment = token.in(source);
        if (const auto expression = textAfter(comment, "go:build"))
            return std::string(*expression);
        if (const auto words = textAfter(comment, "+build"); words && !words->empty())
            pendingPlusBuild += (pendingPlusBuild.empty() ? "(" : " && (") + expressionOfPlusBuild(*words) + ")";
    }
}

bool fileNameFits(std::string_view fileName, const BuildContext &context)
{
    if (!fileName.ends_with(".go") || fileName.starts_with('.') || fileName.starts_with('_'))
        return false;
    std::string_view stem = fileName.substr(0, fileName.size() - 3);
    if (stem.ends_with("_test"))
        return false;

    // As in go/build: what stands before the first "_" never counts, so that linux.go is an ordinary file.
    const std::size_t first = stem.find('_');
    if (first == std::string_view::npos)
        return true;
    std::vector<QString> parts;
    for (std::size_t begin = first + 1; begin <= stem.size();) {
        const std::size_t end = std::min(stem.find('_', begin), stem.size());
        const std::string_view part = stem.substr(begin, end - begin);
        parts.push_back(QString::fromUtf8(part.data(), static_cast<qsizetype>(part.size())));
        begin = end + 1;
    }
    const auto holds = [&context](const QString &tag) { return context.hasTag(tag.toStdString()); };
    const QString last = parts.back();
    if (parts.size() >= 2 && Platform::isKnownOs(parts[parts.size() - 2]) && Platform::isKnownArch(last))
        return holds(parts[parts.size() - 2]) && holds(last);
    if (Platform::isKnownOs(last) || Platform::isKnownArch(last))
        return holds(last);
    return true;
}

} // namespace plugsmith
