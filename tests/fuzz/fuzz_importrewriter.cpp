// SPDX-License-Identifier: Apache-2.0
// Any bytes as a Go file, as linker flags and as a module path, in a build that renames modules.
#include "base/shellwords.h"
#include "build/golexer.h"
#include "build/gosource.h"
#include "build/importrewriter.h"

#include <cstdlib>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

constexpr QStringView Mark = u"_g1"; // in every new path
const PackageFolders Packages{QString(), u"sub"_s, u"a/b"_s, u"v1.x"_s};

ModuleRenames renames(bool isBack = false)
{
    QVector<ModuleRename> list;
    for (const QString &path : {u"a"_s, u"a/b"_s, u"x.y/m"_s, u"x.y/m/v2"_s, u"gopkg.in/y.v3"_s}) {
        const QString renamed = suffixedModulePath(path, Mark.toString());
        list += isBack ? ModuleRename{renamed, path, Packages} : ModuleRename{path, renamed, Packages};
    }
    return ModuleRenames(std::move(list));
}

void require(bool holds)
{
    if (!holds)
        std::abort();
}

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

QString textOf(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

/// Whether `made` is `old` with one mark in it.
bool isMarked(const QString &old, const QString &made)
{
    for (qsizetype at = made.indexOf(Mark); at >= 0; at = made.indexOf(Mark, at + 1)) {
        if (QString(made).remove(at, Mark.size()) == old)
            return true;
    }
    return false;
}

/// Both files have the same tokens between the same blanks; those that differ are imports or linknames.
void checkTokens(const QByteArray &source, const QByteArray &rewritten)
{
    const std::string_view before = viewOf(source);
    const std::string_view after = viewOf(rewritten);
    GoLexer oldLexer(before);
    GoLexer newLexer(after);
    std::size_t oldEnd = 0;
    std::size_t newEnd = 0;
    for (;;) {
        const GoToken old = oldLexer.next();
        const GoToken made = newLexer.next();
        require(old.kind == made.kind);
        require(before.substr(oldEnd, old.begin - oldEnd) == after.substr(newEnd, made.begin - newEnd));
        if (old.kind == GoToken::Kind::End)
            return;
        const std::string_view oldText = old.in(before);
        const std::string_view newText = made.in(after);
        if (oldText != newText && old.kind == GoToken::Kind::String) {
            const auto path = unquoteGoString(oldText);
            require(path && renames().ofImport(*path) == unquoteGoString(newText));
        } else if (oldText != newText) {
            require(old.kind == GoToken::Kind::Comment && oldText.starts_with("//go:linkname "));
            require(isMarked(textOf(oldText), textOf(newText)));
        }
        oldEnd = old.end;
        newEnd = made.end;
    }
}

void checkFile(const QByteArray &source)
{
    require(!rewriteGoFile(source, {}));
    const auto rewritten = rewriteGoFile(source, renames());
    if (!rewritten)
        return;
    require(*rewritten != source && rewritten->count('\n') == source.count('\n'));
    checkTokens(source, *rewritten);
    const QVector<GoImport> before = importsOf(viewOf(source));
    const QVector<GoImport> after = importsOf(viewOf(*rewritten));
    require(before.size() == after.size());
    for (qsizetype i = 0; i < before.size(); ++i)
        require(after[i].path == renames().ofImport(before[i].path).value_or(before[i].path));
    if (!source.contains("_g1"))
        require(rewriteGoFile(*rewritten, renames(true)) == source);
}

void checkFlags(const QString &text)
{
    const auto flags = splitGoFlags(text);
    if (!flags)
        return;
    require(rewriteLinkerFlags(*flags, {}) == *flags);
    const QStringList rewritten = rewriteLinkerFlags(*flags, renames());
    require(rewritten.size() == flags->size());
    for (qsizetype i = 0; i < rewritten.size(); ++i) {
        const QString &old = flags->at(i);
        require(rewritten[i] == old || isMarked(old, rewritten[i]));
        require(rewritten[i].section(u'=', -1) == old.section(u'=', -1));
    }
    if (const auto joined = joinGoFlags(rewritten)) {
        const auto again = splitGoFlags(*joined);
        require(again && *again == rewritten);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QString text = QString::fromUtf8(bytes);
    checkFile(bytes);
    checkFlags(text);
    if (!text.contains(u'\n')) {
        const QString suffixed = suffixedModulePath(text, Mark.toString());
        require(suffixed.size() == text.size() + Mark.size() && suffixed.contains(Mark));
    }
    const auto words = splitShellWords(text);
    require(!words || splitShellWords(joinShellWords(*words)).value_or(QStringList()) == *words);
    return 0;
}
