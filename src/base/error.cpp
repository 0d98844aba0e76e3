// SPDX-License-Identifier: Apache-2.0
#include "base/error.h"

#include <QCoreApplication>
#include <QDir>

#include <cerrno>
#include <cstring>

namespace plugsmith {
namespace {

struct ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::Error)
};

std::pair<ErrorCode, QString> explain(int systemError)
{
    switch (systemError) {
    case ENOSPC:
    case EDQUOT:
        return {ErrorCode::NoSpace, ErrorText::tr("There is no space left in %1.")};
    case EACCES:
    case EPERM:
        return {ErrorCode::PermissionDenied, ErrorText::tr("Permission for %1 was denied.")};
    case EROFS:
        return {ErrorCode::PermissionDenied, ErrorText::tr("%1 is on a file system that is read-only.")};
    case ENOENT:
        return {ErrorCode::NotFound, ErrorText::tr("%1 is not there.")};
    case ENOTDIR:
        return {ErrorCode::NotFound, ErrorText::tr("A part of %1 is not a folder.")};
    case EFBIG:
        return {ErrorCode::TooLarge, ErrorText::tr("The file system cannot hold a file of this size in %1.")};
    case ENAMETOOLONG:
        return {ErrorCode::InvalidInput, ErrorText::tr("The name %1 is too long.")};
    default:
        return {ErrorCode::WriteFailed, ErrorText::tr("The system reported a problem with %1.")};
    }
}

} // namespace

QString Error::sentence() const
{
    if (reason.isEmpty() || message.isEmpty())
        return message + reason;
    const bool isEnded = QStringView(u".:!?…").contains(message.back());
    return message + QString::fromLatin1(isEnded ? " " : ". ") + reason;
}

Error errorFromErrno(int systemError, const QString &action, const QString &path)
{
    auto [code, reason] = explain(systemError);
    const QString shown = QDir::toNativeSeparators(path);
    return {code, action, reason.arg(shown), shown + u": " + QString::fromLocal8Bit(std::strerror(systemError))};
}

} // namespace plugsmith
