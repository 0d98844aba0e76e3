// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMetaType>
#include <QString>

#include <optional>

namespace plugsmith {

/// An operating system and processor in Go's words (GOOS and GOARCH), written "linux/amd64".
struct Platform
{
    QString os;
    QString arch;

    /// The machine that this program was compiled for. Not the kernel's word for it: a 32-bit userland on a 64-bit
    /// kernel must count as 386.
    static const Platform &thisMachine();
    /// "linux/amd64"; nullopt unless both halves are known to Go.
    static std::optional<Platform> parse(QStringView text);
    /// Whether `word` is a GOOS or GOARCH that Go knows (go/build/syslist.go, which also governs file name suffixes).
    static bool isKnownOs(QStringView word);
    static bool isKnownArch(QStringView word);

    bool isValid() const { return !os.isEmpty() && !arch.isEmpty(); }
    QString toString() const;

    bool operator==(const Platform &) const = default;
};

size_t qHash(const Platform &platform, size_t seed = 0);

} // namespace plugsmith

Q_DECLARE_METATYPE(plugsmith::Platform)
