// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace plugsmith {

/// The Go string literal, "interpreted" or `raw`, that `text` starts with, quotes included; nullopt if it starts with
/// none or the literal does not end. As strconv.QuotedPrefix of Go, but the escapes are not checked.
std::optional<QByteArrayView> goQuotedPrefix(QByteArrayView text);

/// The value of a Go string literal, as strconv.Unquote of Go. Bytes, because \xff need not be UTF-8.
std::optional<QByteArray> goUnquote(QByteArrayView literal);

} // namespace plugsmith
