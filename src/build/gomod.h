// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/goversion.h"
#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <QVector>

#include <optional>

namespace plugsmith {

/// A piece of a go.mod or go.work file: what it says and which bytes say it, so that it can be replaced without
/// touching anything else.
struct GoModWord
{
    QString text;
    qsizetype begin = 0;
    qsizetype end = 0;
};

struct GoModRequire
{
    GoModWord path;
    QString version;
    bool isIndirect = false;
    int line = 0;
};

struct GoModReplace
{
    GoModWord oldPath;
    QString oldVersion;
    GoModWord newPath;
    QString newVersion; ///< empty: newPath is a folder
    int line = 0;

    bool isLocal() const { return newVersion.isEmpty(); }
};

/// The parts of a go.mod file that decide a build (https://go.dev/ref/mod#go-mod-file).
struct GoMod
{
    GoModWord module;
    QString goDirective; ///< as written, "1.22" or "1.22.1"; empty: there is none, which means 1.16
    std::optional<GoVersion> goVersion;
    GoModWord toolchain; ///< "go1.22.6"; empty text: there is none
    int toolchainLine = 0;
    QVector<GoModRequire> requires_;
    QVector<GoModReplace> replaces;

    /// `name` words the error, for example "go.mod".
    static Result<GoMod> parse(const QByteArray &text, const QString &name);
};

/// A go.work file (https://go.dev/ref/mod#workspaces).
struct GoWork
{
    QString goDirective;
    std::optional<GoVersion> goVersion;
    QVector<GoModWord> uses;
    QVector<GoModReplace> replaces;

    static Result<GoWork> parse(const QByteArray &text, const QString &name);
};

/// `text` with some of its words replaced; edits may come in any order and must not overlap. A replacement is quoted as
/// the go command needs it; an empty one takes the word away.
struct GoModEdit
{
    qsizetype begin = 0;
    qsizetype end = 0;
    QString replacement;
};
QByteArray editGoMod(const QByteArray &text, QVector<GoModEdit> edits);

} // namespace plugsmith
