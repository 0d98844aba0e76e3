// SPDX-License-Identifier: Apache-2.0
#include "build/importrewriter.h"

#include "build/golexer.h"
#include "build/gosource.h"

#include <QRegularExpression>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr auto LinknameDirective = "//go:linkname ";

struct Edit
{
    std::size_t begin = 0;
    std::size_t end = 0;
    QByteArray replacement;
};

std::string_view bytesOf(const QByteArray &array)
{
    return {array.constData(), static_cast<std::size_t>(array.size())};
}

/// "path/to/pkg.Name" with the package renamed. The dots of the last element may be written "%2e" by tools, not here.
std::optional<QString> renamedSymbol(const QString &symbol, const ModuleRenames &renames)
{
    const qsizetype slash = symbol.lastIndexOf(u'/');
    // The name begins behind the first dot after the last slash, unless the package's own element has dots: try each.
    for (qsizetype dot = symbol.indexOf(u'.', slash + 1); dot > 0; dot = symbol.indexOf(u'.', dot + 1)) {
        if (const auto path = renames.ofImport(symbol.first(dot)))
            return *path + symbol.sliced(dot);
    }
    return std::nullopt;
}

void addLinknameEdits(std::string_view source, const ModuleRenames &renames, QVector<Edit> &edits)
{
    if (source.find(LinknameDirective) == std::string_view::npos)
        return;
    GoLexer lexer(source);
    for (GoToken token = lexer.next(); token.kind != GoToken::Kind::End; token = lexer.next()) {
        const std::string_view comment = token.in(source);
        const bool startsLine = token.begin == 0 || source[token.begin - 1] == '\n';
        if (token.kind != GoToken::Kind::Comment || !startsLine || !comment.starts_with(LinknameDirective))
            continue;
        const std::size_t target = comment.find_last_not_of(" \t\r");
        const std::size_t blank = comment.find_last_of(" \t", target);
        const std::string_view symbol = comment.substr(blank + 1, target - blank);
        const QByteArrayView bytes(symbol.data(), static_cast<qsizetype>(symbol.size()));
        const QString text = QString::fromUtf8(bytes);
        const bool isUtf8 = text.toUtf8() == bytes; // otherwise nobody compiles it, and more than the path would change
        if (const auto renamed = isUtf8 ? renamedSymbol(text, renames) : std::nullopt) {
            const std::size_t begin = token.begin + blank + 1;
            edits += {begin, begin + symbol.size(), renamed->toUtf8()};
        }
    }
}

} // namespace

ModuleRenames::ModuleRenames(QVector<ModuleRename> renames)
    : m_renames(std::move(renames))
{
    std::ranges::sort(m_renames, std::greater(), [](const ModuleRename &rename) { return rename.oldPath.size(); });
}

std::optional<QString> ModuleRenames::ofImport(const QString &path) const
{
    for (const ModuleRename &rename : m_renames) {
        if (path == rename.oldPath && rename.packages.contains(QString()))
            return rename.newPath;
        if (path.startsWith(rename.oldPath) && path.size() > rename.oldPath.size() &&
            path[rename.oldPath.size()] == u'/') {
            const QString folder = path.sliced(rename.oldPath.size() + 1);
            if (rename.packages.contains(folder))
                return rename.newPath + u'/' + folder;
        }
    }
    return std::nullopt;
}

std::optional<QString> ModuleRenames::ofModule(const QString &path) const
{
    const auto found = std::ranges::find(m_renames, path, &ModuleRename::oldPath);
    return found == m_renames.end() ? std::nullopt : std::optional(found->newPath);
}

QString ModuleRenames::restored(QString text) const
{
    for (const ModuleRename &rename : m_renames)
        text.replace(rename.newPath, rename.oldPath);
    return text;
}

std::optional<QByteArray> rewriteGoFile(const QByteArray &source, const ModuleRenames &renames)
{
    QVector<Edit> edits;
    for (const GoImport &import : importsOf(bytesOf(source))) {
        if (const auto renamed = renames.ofImport(import.path)) {
            const char quote = source[static_cast<qsizetype>(import.begin)];
            edits += {import.begin, import.end, quote + renamed->toUtf8() + quote};
        }
    }
    addLinknameEdits(bytesOf(source), renames, edits);
    if (edits.isEmpty())
        return std::nullopt;

    std::ranges::sort(edits, {}, &Edit::begin);
    QByteArray rewritten;
    rewritten.reserve(source.size() + edits.size() * 32);
    qsizetype at = 0;
    for (const Edit &edit : edits) {
        rewritten += QByteArrayView(source).sliced(at, static_cast<qsizetype>(edit.begin) - at);
        rewritten += edit.replacement;
        at = static_cast<qsizetype>(edit.end);
    }
    rewritten += QByteArrayView(source).sliced(at);
    return rewritten;
}

QStringList rewriteLinkerFlags(const QStringList &flags, const ModuleRenames &renames)
{
    QStringList rewritten = flags;
    for (qsizetype i = 0; i < rewritten.size(); ++i) {
        QString &flag = rewritten[i];
        const bool separate = flag == "-X"_L1 || flag == "--X"_L1;
        if (separate && i + 1 == rewritten.size())
            break;
        QString &definition = separate ? rewritten[++i] : flag;
        const qsizetype begin = separate                           ? 0
                                : definition.startsWith("-X="_L1)  ? 3
                                : definition.startsWith("--X="_L1) ? 4
                                                                   : -1;
        const qsizetype equals = begin < 0 ? -1 : definition.indexOf(u'=', begin);
        if (equals < 0)
            continue;
        if (const auto symbol = renamedSymbol(definition.sliced(begin, equals - begin), renames))
            definition = definition.first(begin) + *symbol + definition.sliced(equals);
    }
    return rewritten;
}

QString suffixedModulePath(const QString &path, const QString &suffix)
{
    static const QRegularExpression majorElement(u"^(.+)(/v[2-9][0-9]*|/v1[0-9]+)$"_s);
    static const QRegularExpression gopkg(u"^(gopkg\\.in/.+)(\\.v[0-9]+)$"_s);
    for (const QRegularExpression &pattern : {gopkg, majorElement}) {
        if (const auto match = pattern.match(path); match.hasMatch())
            return match.captured(1) + suffix + match.captured(2);
    }
    return path + suffix;
}

} // namespace plugsmith
