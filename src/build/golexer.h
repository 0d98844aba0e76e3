// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace plugsmith {

/// One token of Go source, as a range of bytes.
struct GoToken
{
    enum class Kind {
        End,       ///< behind the last byte
        Newline,   ///< a line end where Go inserts a semicolon may stand
        Comment,   ///< "// …" without its line end, or "/* … */"
        Word,      ///< identifier or keyword
        String,    ///< "…" or `…`, with its quotes
        Character, ///< '…'
        Number,
        Symbol, ///< one byte of punctuation
        Broken, ///< a string or comment that does not end
    };

    Kind kind = Kind::End;
    std::size_t begin = 0;
    std::size_t end = 0;

    std::string_view in(std::string_view source) const { return source.substr(begin, end - begin); }
};

/// Cuts Go source (The Go Programming Language Specification, "Lexical elements") into tokens, as far as finding
/// package clauses, imports and top-level names needs it. Any bytes are accepted; the lexer always advances and always
/// ends.
class GoLexer
{
public:
    explicit GoLexer(std::string_view source);

    /// The next token, comments and line ends included.
    GoToken next();
    /// The next token that is neither comment nor line end.
    GoToken nextCode();

private:
    GoToken token(GoToken::Kind kind, std::size_t end);
    GoToken comment();
    GoToken quoted(char quote);

    std::string_view m_source;
    std::size_t m_at = 0;
};

} // namespace plugsmith
