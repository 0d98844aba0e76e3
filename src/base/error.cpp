// SPDX-License-Identifier: Apache-2.0
#include "base/error.h"

#include <QCoreApplication>
#include <QDir>

#include <cerrno>
#include <cstring>

namespace plugsmith {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plugsmith::Error", text);
}

std::pair<ErrorCode, QString> explain(int systemError)
{
    switch (systemError) {
    case ENOSPC:
    case EDQUOT:
        return {ErrorCode::NoSpace, tr("There is no space left in %1.")};
    case EACCES:
    case EPERM:
        return {ErrorCode::PermissionDenied, tr("Permission for %1 was denied.")};
    case EROFS:
        return {ErrorCode::PermissionDenied, tr("%1 is on a file system that is read-only.")};
    case ENOENT:
        return {ErrorCode::NotFound, tr("%1 is not there.")};
    case ENOTDIR:
        return {ErrorCode::NotFound, tr("A part of %1 is not a folder.")};
    case EFBIG:
        return {ErrorCode::TooLarge, tr("The file system cannot hold a file of this size in %1.")};
    case ENAMETOOLONG:
        return {ErrorCode::InvalidInput, tr("The name %1 is too long.")};
    default:
        return {ErrorCode::WriteFailed, tr("The system reported a problem with %1.")};
    }
}

} // namespace

QString Error::sentence() const
{
    return reason.isEmpty() ? message : message + u' ' + reason;
}

Error errorFromErrno(int systemError, const QString &action, const QString &path)
{
    auto [code, reason] = explain(systemError);
    const QString shown = QDir::toNativeSeparators(path);
    return {code, action, reason.arg(shown), shown + u": " + QString::fromLocal8Bit(std::strerror(systemError))};
}

} // namespace plugsmith
