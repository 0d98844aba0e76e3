// SPDX-License-Identifier: Apache-2.0
#include "unpack/pax.h"

namespace plugsmith::unpack {

bool PaxRecords::read(const QByteArray &body)
{
    qint64 at = 0;
    while (at < body.size()) {
        const qint64 blank = body.indexOf(' ', static_cast<int>(at));
        if (blank < 0 || blank - at > 10)
            return false;
        bool isNumber = false;
        const qint64 length = body.mid(static_cast<int>(at), static_cast<int>(blank - at)).toLongLong(&isNumber);
        const qint64 end = at + length;
        if (!isNumber || length < 0 || end > body.size() || end < blank + 3 || body[static_cast<int>(end - 1)] != '\n')
            return false;
        const QByteArray record = body.mid(static_cast<int>(blank + 1), static_cast<int>(end - blank - 2));
        const int equals = static_cast<int>(record.indexOf('='));
        if (equals <= 0 || !apply(record.left(equals), record.mid(equals + 1)))
            return false;
        at = end;
    }
    return true;
}

bool PaxRecords::apply(const QByteArray &key, const QByteArray &value)
{
    bool isNumber = true;
    if (key == "path") {
        path = value;
    } else if (key == "linkpath") {
        target = value;
    } else if (key == "size") {
        size = value.toLongLong(&isNumber);
        return isNumber && *size >= 0;
    } else if (key == "mtime") {
        const auto point = value.indexOf('.');
        const qint64 seconds = (point < 0 ? value : value.left(point)).toLongLong(&isNumber);
        if (isNumber)
            modified = seconds;
    } else if (key.startsWith("GNU.sparse.")) {
        isSparse = true;
    }
    return true;
}

} // namespace plugsmith::unpack
