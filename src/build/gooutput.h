// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace plugsmith {

/// What a line that `go build -v` prints on its error output means for the progress of a job.
struct GoOutputLine
{
    enum class Kind {
        Package,    ///< an import path: its compilation begins
        Download,   ///< "go: downloading MODULE VERSION"
        Diagnostic, ///< "file.go:line[:column]: message", of the compiler, vet, cgo or a C compiler
        Failure,    ///< another line that says what went wrong: "go: …", "link: …", "# runtime/cgo" details
        Other,
    };

    Kind kind = Kind::Other;
    QString subject; ///< Package: the path; Download: the module

    static GoOutputLine parse(const QString &line);
};

/// Counts packages: what `go list -deps` says must be compiled, and what `go build -v` says is being compiled.
class PackageCounter
{
public:
    /// The answer to goListArguments(): "STALE IMPORTPATH REASON" in each line.
    void setList(const QString &goListOutput);
    /// `go build -v` names a package when its compilation begins.
    void begin(const QString &importPath);

    int total() const { return m_total; }
    /// Packages that need no more work, as far as known: those from the cache and those begun but for the last one.
    int compiled() const;
    bool isListKnown() const { return m_total > 0; }
    /// Whether everything but the main package, which comes last, is compiled.
    bool isLastBegun() const { return m_lastBegun; }
    void setMainPackage(const QString &importPath) { m_main = importPath; }

private:
    int m_total = 0;
    QSet<QString> m_stale;
    QSet<QString> m_begun;
    QString m_main;
    bool m_lastBegun = false;
};

/// The line that tells a person best why a build failed: the first error of a compiler, else the first failure, else
/// the last line. Empty if there are no lines.
QString firstErrorOf(const QStringList &lines);
/// How many errors of compilers there are, and in which file the first is.
struct DiagnosticSummary
{
    int count = 0;
    QString file;
};
DiagnosticSummary summarise(const QStringList &lines);

} // namespace plugsmith
