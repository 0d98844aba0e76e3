// SPDX-License-Identifier: Apache-2.0
#include "archive/scancontent.h"

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

qint64 scanContentBytes(QStringView path, qint64 size)
{
    constexpr qint64 MostOfModuleFile = qint64(16) << 20;
    constexpr qint64 WholeGoFile = qint64(128) << 10;
    constexpr qint64 StartOfGoFile = qint64(64) << 10;
    const QStringView name = path.sliced(path.lastIndexOf(u'/') + 1);
    if (name == "go.mod"_L1 || name == "go.sum"_L1 || name == "go.work"_L1 || path == "vendor/modules.txt"_L1 ||
        path.endsWith("/vendor/modules.txt"_L1))
        return std::min(size, MostOfModuleFile);
    if (name.endsWith(".go"_L1))
        return size <= WholeGoFile ? size : StartOfGoFile;
    return 0;
}

} // namespace plugsmith
