// SPDX-License-Identifier: Apache-2.0
#include "gobinary/damage.h"

#include <QCoreApplication>

namespace plugsmith {

Error damagedFile(const QString &fileName, const QString &reason, const QString &detail)
{
    const QString title = QCoreApplication::translate("plugsmith::BinaryFile", "%1 is damaged").arg(fileName);
    return {ErrorCode::Damaged, title, reason, detail};
}

Error cutFile(const QString &fileName)
{
    return {ErrorCode::ReadFailed,
            QCoreApplication::translate("plugsmith::BinaryFile", "%1 cannot be read").arg(fileName),
            QCoreApplication::translate("plugsmith::BinaryFile", "It was cut short while it was read."),
            {}};
}

} // namespace plugsmith
