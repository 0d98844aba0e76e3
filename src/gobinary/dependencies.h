// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gobinary/elfimage.h"

#include <QStringList>

namespace plugsmith {

enum class CLibrary { None, Glibc, Musl, Bionic, Other };

/// "glibc", "musl"; empty for None. A promise to scripts.
QLatin1StringView wordOf(CLibrary library);

/// What an ELF file needs from the machine that loads it. A value.
struct Dependencies
{
    QStringList needed; ///< DT_NEEDED, in order
    QString glibc;      ///< highest version that it asks for: "2.34"; empty when it asks for none
    CLibrary library = CLibrary::None;
    QString interpreter; ///< the loader, of programs
    QString buildId;     ///< of the C linker, in hexadecimal digits
    QString goBuildId;   ///< of the Go linker, as `go tool buildid` prints it

    bool operator==(const Dependencies &) const = default;
};

Dependencies readDependencies(const ElfImage &image);

/// The highest GLIBC_x.y in the version table of the file (DT_VERNEED); empty when there is none.
QString highestGlibc(const ElfImage &image);

} // namespace plugsmith
