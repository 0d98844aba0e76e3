// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <optional>

namespace plugsmith::unpack {

/// The records of a pax extended header that change what an entry is.
struct PaxRecords
{
    std::optional<QByteArray> path;
    std::optional<QByteArray> target;
    std::optional<qint64> size;
    std::optional<qint64> modified;
    bool isSparse = false;

    /// Reads "LENGTH KEY=VALUE\n" records; false if they are not well formed.
    bool read(const QByteArray &body);

private:
    bool apply(const QByteArray &key, const QByteArray &value);
};

} // namespace plugsmith::unpack
