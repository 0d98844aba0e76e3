// SPDX-License-Identifier: Apache-2.0
#include "build/golexer.h"

namespace plugsmith {
namespace {

bool isLetter(char c)
{
    // Every byte of a multi-byte character counts as a letter: identifiers may hold them, and nothing else here cares.
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

GoLexer::GoLexer(std::string_view source)
    : m_source(source)
{
    if (m_source.starts_with("\xEF\xBB\xBF")) // the compiler ignores a byte order mark at the very start
        m_at = 3;
}

GoToken GoLexer::token(GoToken::Kind kind, std::size_t end)
{
    const GoToken made{kind, m_at, end};
    m_at = end;
    return made;
}

GoToken GoLexer::comment()
{
    if (m_source[m_at + 1] == '/') {
        std::size_t end = m_source.find('\n', m_at);
        if (end == std::string_view::npos)
            end = m_source.size();
        return token(GoToken::Kind::Comment, end);
    }
    const std::size_t close = m_source.find("*/", m_at + 2);
    if (close == std::string_view::npos)
        return token(GoToken::Kind::Broken, m_source.size());
    return token(GoToken::Kind::Comment, close + 2);
}

GoToken GoLexer::quoted(char quote)
{
    const auto kind = quote == '\'' ? GoToken::Kind::Character : GoToken::Kind::String;
    for (std::size_t i = m_at + 1; i < m_source.size(); ++i) {
        const char c = m_source[i];
        if (c == quote)
            return token(kind, i + 1);
        if (quote == '`')
            continue;
        if (c == '\n')
            return token(GoToken::Kind::Broken, i);
        if (c == '\\')
            ++i;
    }
    return token(GoToken::Kind::Broken, m_source.size());
}

GoToken GoLexer::next()
{
    while (m_at < m_source.size() &&
           (m_source[m_at] == ' ' || m_source[m_at] == '\t' || m_source[m_at] == '\r' || m_source[m_at] == '\f'))
        ++m_at;
    if (m_at >= m_source.size())
        return {GoToken::Kind::End, m_source.size(), m_source.size()};

    const char c = m_source[m_at];
    const char following = m_at + 1 < m_source.size() ? m_source[m_at + 1] : '\0';
    if (c == '\n')
        return token(GoToken::Kind::Newline, m_at + 1);
    if (c == '/' && (following == '/' || following == '*'))
        return comment();
    if (c == '"' || c == '`' || c == '\'')
        return quoted(c);
    if (isLetter(c) || isDigit(c)) {
        std::size_t end = m_at + 1;
        while (end < m_source.size() && (isLetter(m_source[end]) || isDigit(m_source[end])))
            ++end;
        return token(isDigit(c) ? GoToken::Kind::Number : GoToken::Kind::Word, end);
    }
    return token(GoToken::Kind::Symbol, m_at + 1);
}

GoToken GoLexer::nextCode()
{
    for (;;) {
        const GoToken found = next();
        if (found.kind != GoToken::Kind::Comment && found.kind != GoToken::Kind::Newline)
            return found;
    }
}

} // namespace plugsmith
