// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace plugsmith {

/// A linker that a C compiler can be told to use. The C linker takes most of the time of a warm plugin build, so a fast
/// one is worth having; whether it makes plugins that load is for Preflight to find out. A value.
struct Linker
{
    enum class Kind {
        Default, ///< what the C compiler takes by itself
        Mold,
        Lld,
        Gold,
    };

    Kind kind = Kind::Default;
    QString program;     ///< absolute; empty for the default one
    QString versionText; ///< "mold 1.10.1"; empty while not asked

    bool operator==(const Linker &) const = default;

    /// "mold", the word in settings, options and -fuse-ld; "default" for the default one.
    QString word() const;
    /// What the C compiler is given: "-fuse-ld=mold"; empty for the default one.
    QString flag() const;
    /// Text that changes when the program changes (one stat).
    QString identity() const;
};

/// What the user asks for: "auto" (the fastest that passes), "default", or one by its word.
struct LinkerChoice
{
    bool isAuto = true;
    Linker::Kind kind = Linker::Kind::Default; ///< meaningful unless isAuto

    bool operator==(const LinkerChoice &) const = default;

    static std::optional<LinkerChoice> parse(const QString &word);
    QString toString() const;
};

/// The linkers in `folders`, fastest first (mold, lld, gold), each once. Ignores the default one and versions. For a
/// worker.
QVector<Linker> installedLinkers(const QStringList &folders);
/// "mold 1.10.1" from the first line of `ld.mold --version`. The line itself if it has no known form.
QString linkerVersionText(const QString &versionLine);

} // namespace plugsmith

Q_DECLARE_METATYPE(plugsmith::Linker)
