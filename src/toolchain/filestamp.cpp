// SPDX-License-Identifier: Apache-2.0
#include "toolchain/filestamp.h"

#include <QDateTime>
#include <QFileInfo>

namespace plugsmith {

using namespace Qt::StringLiterals;

QString fileStamp(const QString &path)
{
    const QFileInfo file(path);
    if (!file.exists())
        return u"-"_s;
    return QString::number(file.size()) + u'@' + QString::number(file.lastModified().toMSecsSinceEpoch());
}

} // namespace plugsmith
