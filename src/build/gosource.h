// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>
#include <string>
#include <string_view>

namespace plugsmith {

/// An import spec: the path it names and where its literal (with quotes) stands in the file.
struct GoImport
{
    QString path;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// What one .go file says about itself, found by a tokeniser that knows comments, strings and declarations.
struct GoSourceFacts
{
    QString package; ///< empty: there is no package clause
    QVector<GoImport> imports;
    std::string constraint; ///< see constraintOfSource()
    /// Names declared at top level (functions without receiver, types, variables, constants), "_" and "init" left out:
    /// files of one package never share one.
    QStringList declared;
    bool declaresMain = false; ///< func main() …
    bool mainHasBody = false;  ///< … and it does something
    bool usesCgo = false;

    bool importsPath(const QString &path) const;
};

/// Reads a file. `isWhole` says that `source` is not cut off; only then are top-level names looked for.
GoSourceFacts readGoSource(std::string_view source, bool isWhole = true);

/// The import declarations only: package clause, then import specs, up to the first other token.
QVector<GoImport> importsOf(std::string_view source);

/// Whether an import path is of the standard library: its first element has no dot (cmd/go's rule), and it is not "C".
bool isStandardImport(const QString &path);

/// The value of a Go string literal; nullopt for escapes that no import path has.
std::optional<QString> unquoteGoString(std::string_view literal);

} // namespace plugsmith
