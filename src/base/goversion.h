// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMetaType>
#include <QString>

#include <compare>
#include <optional>

namespace plugsmith {

/// A Go version as the toolchain names itself ("go1.22.6", "go1.21rc2", "go1.20") or as go.mod asks for one ("1.22").
///
/// Order is that of cmd/go (internal/gover): 1.21 < 1.21rc1 < 1.21rc2 < 1.21.0 < 1.21.1, and, since releases up to 1.20
/// had no ".0", 1.20rc1 < 1.20 == release < 1.20.1.
struct GoVersion
{
    enum class Stage { Beta, Candidate, Release };

    int release = 0; ///< 1 in 1.22.6; 0 means "no version"
    int series = 0;  ///< 22 in 1.22.6
    int patch = -1;  ///< 6 in 1.22.6; -1 when the text has none
    Stage stage = Stage::Release;
    int stageNumber = 0; ///< 2 in 1.21rc2
    QString suffix;      ///< what a vendor or an experiment added: "-custom", " X:boringcrypto"

    /// Accepts a leading "go" and "devel go"; nullopt for anything else that is not a version.
    static std::optional<GoVersion> parse(QStringView text);

    bool isValid() const { return release > 0; }
    /// "1.22.6", without the suffix.
    QString toString() const;
    /// "1_22_6", the form in plugin file names.
    QString toFileToken() const;
    /// The release series a toolchain or directive belongs to: 1.22 for 1.22.6 and 1.22rc1.
    GoVersion languageVersion() const;
    /// Whether a toolchain of this version may build a module whose go.mod says `directive`.
    bool satisfies(const GoVersion &directive) const { return *this >= directive; }

    /// "1.20" and "1.20.0" are one release; so are those that only differ in their suffix.
    bool isSameRelease(const GoVersion &other) const;

    std::strong_ordering operator<=>(const GoVersion &other) const;
    bool operator==(const GoVersion &other) const { return (*this <=> other) == 0; }
};

size_t qHash(const GoVersion &version, size_t seed = 0);

} // namespace plugsmith

Q_DECLARE_METATYPE(plugsmith::GoVersion)
