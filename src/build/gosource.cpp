// SPDX-License-Identifier: Apache-2.0
#include "build/gosource.h"

#include "build/buildconstraint.h"
#include "build/golexer.h"

#include <QStringDecoder>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

/// A byte order mark inside of a file is a character like others; fromUtf8() would drop it.
QString toText(std::string_view bytes)
{
    using Flag = QStringDecoder::Flag;
    QStringDecoder decoder(QStringDecoder::Utf8, Flag::Stateless | Flag::ConvertInitialBom);
    return decoder.decode(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
}

/// Walks a file from top to bottom; one object per file.
class Reader
{
public:
    explicit Reader(std::string_view source)
        : m_source(source)
        , m_lexer(source)
    {
        advance();
    }

    GoSourceFacts read(bool withNames)
    {
        readPackageClause();
        readImports();
        if (withNames) {
            while (m_token.kind != GoToken::Kind::End)
                readDeclaration();
        }
        return std::move(m_facts);
    }

private:
    void advance() { m_token = m_lexer.nextCode(); }
    bool isWord(std::string_view word) const { return m_token.kind == GoToken::Kind::Word && text() == word; }
    bool isSymbol(char symbol) const
    {
        return m_token.kind == GoToken::Kind::Symbol && m_source[m_token.begin] == symbol;
    }
    std::string_view text() const { return m_token.in(m_source); }

    void readPackageClause()
    {
        if (!isWord("package"))
            return;
        advance();
        if (m_token.kind != GoToken::Kind::Word)
            return;
        m_facts.package = toText(text());
        advance();
    }

    void readImports()
    {
        for (;;) {
            while (isSymbol(';'))
                advance();
            if (!isWord("import"))
                return;
            advance();
            if (!isSymbol('(')) {
                readImportSpec();
                continue;
            }
            advance();
            while (!isSymbol(')') && m_token.kind != GoToken::Kind::End) {
                if (isSymbol(';'))
                    advance();
                else if (!readImportSpec())
                    return; // not Go any more; the compiler will say so
            }
            advance();
        }
    }

    bool readImportSpec()
    {
        if (isSymbol('.') || m_token.kind == GoToken::Kind::Word)
            advance();
        if (m_token.kind != GoToken::Kind::String)
            return false;
        if (const auto path = unquoteGoString(text())) {
            m_facts.imports += {*path, m_token.begin, m_token.end};
            m_facts.usesCgo = m_facts.usesCgo || *path == "C"_L1;
        }
        advance();
        return true;
    }

    void readDeclaration()
    {
        if (isWord("func")) {
            readFunction();
        } else if (isWord("var") || isWord("const") || isWord("type")) {
            const bool isType = isWord("type");
            advance();
            readNames(isType);
        } else {
            skipOne();
        }
    }

    void readFunction()
    {
        advance();
        if (m_token.kind != GoToken::Kind::Word)
            return skipToNextDeclaration(); // a method, or not Go
        const QString name = toText(text());
        declare(name);
        advance();
        if (name != "main"_L1 || m_facts.declaresMain)
            return skipToNextDeclaration();
        m_facts.declaresMain = true;
        while (!isSymbol('{') && m_token.kind != GoToken::Kind::End)
            advance();
        advance();
        m_facts.mainHasBody = !isSymbol('}') && m_token.kind != GoToken::Kind::End;
        m_depth = m_facts.mainHasBody ? 1 : 0;
        if (m_depth == 0)
            advance();
        skipToNextDeclaration();
    }

    /// Behind var, const or type: one spec or a parenthesised group of them.
    void readNames(bool isType)
    {
        if (!isSymbol('(')) {
            readSpec(isType);
            return skipToNextDeclaration();
        }
        // In a group every spec starts a line of its own, so line ends matter here.
        int depth = 1;
        bool expectsName = true;
        bool behindEquals = false;
        for (GoToken token = m_lexer.next(); token.kind != GoToken::Kind::End; token = m_lexer.next()) {
            const char symbol = token.kind == GoToken::Kind::Symbol ? m_source[token.begin] : '\0';
            if (token.kind == GoToken::Kind::Newline || symbol == ';') {
                expectsName = depth == 1;
                behindEquals = false;
            } else if (symbol == '(' || symbol == '{' || symbol == '[') {
                ++depth;
                expectsName = false;
            } else if (symbol == ')' || symbol == '}' || symbol == ']') {
                if (--depth == 0)
                    break;
            } else if (token.kind == GoToken::Kind::Word && expectsName) {
                declare(toText(token.in(m_source)));
                expectsName = false;
            } else if (token.kind != GoToken::Kind::Comment) {
                behindEquals = behindEquals || symbol == '=';
                expectsName = symbol == ',' && !isType && depth == 1 && !behindEquals;
            }
        }
        advance();
    }

    void readSpec(bool isType)
    {
        while (m_token.kind == GoToken::Kind::Word) {
            declare(toText(text()));
            advance();
            if (isType || !isSymbol(','))
                return;
            advance();
        }
    }

    void declare(const QString &name)
    {
        if (name != "_"_L1 && name != "init"_L1)
            m_facts.declared += name;
    }

    void skipOne()
    {
        if (isSymbol('{') || isSymbol('(') || isSymbol('['))
            ++m_depth;
        else if (isSymbol('}') || isSymbol(')') || isSymbol(']'))
            m_depth = std::max(0, m_depth - 1);
        advance();
    }

    void skipToNextDeclaration()
    {
        while (m_token.kind != GoToken::Kind::End) {
            if (m_depth == 0 && (isWord("func") || isWord("var") || isWord("const") || isWord("type")) && startsLine())
                return;
            skipOne();
        }
    }

    bool startsLine() const
    {
        const std::size_t before = m_source.substr(0, m_token.begin).find_last_not_of(" \t");
        return before == std::string_view::npos || m_source[before] == '\n' || m_source[before] == ';' ||
               m_source.substr(0, before + 1).ends_with("*/");
    }

    std::string_view m_source;
    GoLexer m_lexer;
    GoToken m_token;
    GoSourceFacts m_facts;
    int m_depth = 0;
};

} // namespace

bool GoSourceFacts::importsPath(const QString &path) const
{
    return std::ranges::any_of(imports, [&path](const GoImport &import) { return import.path == path; });
}

GoSourceFacts readGoSource(std::string_view source, bool isWhole)
{
    GoSourceFacts facts = Reader(source).read(isWhole);
    facts.constraint = constraintOfSource(source);
    return facts;
}

QVector<GoImport> importsOf(std::string_view source)
{
    return Reader(source).read(false).imports;
}

bool isStandardImport(const QString &path)
{
    return path != "C"_L1 && !path.section(u'/', 0, 0).contains(u'.');
}

std::optional<QString> unquoteGoString(std::string_view literal)
{
    if (literal.size() < 2 || literal.front() != literal.back() || (literal.front() != '"' && literal.front() != '`'))
        return std::nullopt;
    const std::string_view body = literal.substr(1, literal.size() - 2);
    if (literal.front() == '"' && body.find('\\') != std::string_view::npos)
        return std::nullopt;
    return toText(body);
}

} // namespace plugsmith
