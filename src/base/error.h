// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace plugsmith {

enum class ErrorCode {
    Unknown,
    Cancelled,
    InvalidInput, // what the user gave cannot mean anything
    NotFound,
    PermissionDenied,
    NoSpace,
    ReadFailed,
    WriteFailed,
    Damaged, // foreign bytes that break off or contradict themselves
    Foreign, // bytes of a kind that we do not read
    Encrypted,
    Unsafe,   // would write outside its folder, a device, a duplicate
    TooLarge, // above a limit that can be raised
    Unsupported,
    ProcessFailed,
    TimedOut,
};

/// A failure, in the three parts of ui.md section 18: what happened (a full sentence without blame, shown as title),
/// why (one sentence), and the raw words of the system or tool for the log. A value; made where the failure is
/// understood.
struct Error
{
    ErrorCode code = ErrorCode::Unknown;
    QString message;
    QString reason;
    QString detail;

    bool operator==(const Error &) const = default;

    /// "message reason", for places with one line.
    QString sentence() const;
};

/// What the C library reported about `path`, in words for people. `action` is a finished sentence such as
/// "pricing.so was not written."
Error errorFromErrno(int systemError, const QString &action, const QString &path);

} // namespace plugsmith
