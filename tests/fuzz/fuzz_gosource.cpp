// SPDX-License-Identifier: Apache-2.0
// Any bytes as a Go file: tokens, package clause, imports, names, build constraint.
#include "build/buildconstraint.h"
#include "build/golexer.h"
#include "build/gosource.h"

#include <cstdlib>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// Every byte is in one token, or a blank, or the mark at the start.
void checkTokens(std::string_view source)
{
    GoLexer lexer(source);
    std::size_t at = source.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    for (GoToken token = lexer.next(); token.kind != GoToken::Kind::End; token = lexer.next()) {
        require(token.begin >= at && token.begin < token.end && token.end <= source.size());
        require(source.substr(at, token.begin - at).find_first_not_of(" \t\r\f") == std::string_view::npos);
        at = token.end;
    }
    require(source.substr(at).find_first_not_of(" \t\r\f") == std::string_view::npos);
    require(lexer.next().kind == GoToken::Kind::End && lexer.nextCode().kind == GoToken::Kind::End);
}

void checkConstraint(std::string_view source)
{
    const std::string constraint = constraintOfSource(source);
    require(constraint.find('\n') == std::string::npos);
    const std::string alone = "//go:build " + constraint + "\n\npackage x\n";
    require(constraintOfSource(alone) == constraint);
    for (const auto &platform : {Platform{u"linux"_s, u"amd64"_s}, Platform{u"darwin"_s, u"arm64"_s}}) {
        BuildContext context{platform, *GoVersion::parse(u"1.22"), true, {}};
        const bool holds = evaluateConstraint(constraint, context);
        // Blanks and a second evaluation change nothing.
        require(evaluateConstraint(" " + constraint + "\t", context) == holds);
        context.tags.insert(u"plugsmith"_s);
        std::ignore = evaluateConstraint(constraint, context);
        std::ignore = evaluateConstraint(source, context);
        std::ignore = fileNameFits(source, context);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const std::string_view source(reinterpret_cast<const char *>(data), size);
    checkTokens(source);
    const GoSourceFacts facts = readGoSource(source);
    const QVector<GoImport> imports = importsOf(source);
    require(imports.size() == facts.imports.size());
    std::size_t at = 0;
    for (qsizetype i = 0; i < imports.size(); ++i) {
        const GoImport &import = facts.imports[i];
        require(import.begin >= at && import.begin < import.end && import.end <= size);
        require(import.path == imports[i].path && import.begin == imports[i].begin);
        require(unquoteGoString(source.substr(import.begin, import.end - import.begin)) == import.path);
        require(facts.importsPath(import.path));
        at = import.end;
    }
    require(facts.usesCgo == facts.importsPath(u"C"_s));
    require(facts.declaresMain || !facts.mainHasBody);
    require(facts.declaresMain <= facts.declared.contains(u"main"_s));
    require(!facts.declared.contains(u"init"_s) && !facts.declared.contains(QString()));
    const GoSourceFacts start = readGoSource(source, false);
    require(start.declared.isEmpty() && !start.declaresMain && start.package == facts.package);
    require(facts.constraint == start.constraint && facts.constraint == constraintOfSource(source));
    checkConstraint(source);
    return 0;
}
