// SPDX-License-Identifier: Apache-2.0
#include "archive/archiveerrors.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLocale>

#include <cerrno>

namespace plugsmith::archiveerrors {

using namespace Qt::StringLiterals;

namespace {

struct ArchiveErrorsText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::ArchiveErrors)
};

QString nameOf(const QString &path)
{
    return QFileInfo(QDir::cleanPath(path)).fileName();
}

/// What an error frame says, and about which files.
struct Report
{
    const QJsonObject &fields;
    QString archive;
    QString written;

    QString text(QLatin1StringView key) const
    {
        QString value = fields.value(key).toString();
        value.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
        return value;
    }
    qint64 number(QLatin1StringView key) const { return fields.value(key).toInteger(-1); }
    QString name() const { return nameOf(archive); }
    QString detail() const { return QString::fromUtf8(QJsonDocument(fields).toJson(QJsonDocument::Compact)); }
    Error error(ErrorCode code, const QString &message, const QString &reason) const
    {
        return {code, message, reason, detail()};
    }
};

QString size(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes % (1 << 30) == 0 ? 0 : 1, QLocale::DataSizeTraditionalFormat);
}

QString count(qint64 number)
{
    return QLocale().toString(number);
}

Error damaged(const Report &report)
{
    const QString entry = report.text("entry"_L1).isEmpty() ? report.name() : report.text("entry"_L1);
    const qint64 byte = report.number("byte"_L1);
    const QString reason =
        byte >= 0 ? ArchiveErrorsText::tr("Reading stopped at %1, byte %2. The download may be incomplete.")
                        .arg(entry)
                        .arg(byte)
                  : ArchiveErrorsText::tr("Reading stopped at %1. The download may be incomplete.").arg(entry);
    return report.error(ErrorCode::Damaged, ArchiveErrorsText::tr("%1 is damaged").arg(report.name()), reason);
}

QString unsafeReason(const Report &report)
{
    const QString what = report.text("what"_L1);
    const QString entry = report.text("entry"_L1);
    const QString other = report.text("other"_L1);
    if (what == "twice"_L1)
        return ArchiveErrorsText::tr("It holds %1 more than once.").arg(entry);
    if (what == "case"_L1) {
        return ArchiveErrorsText::tr(
                   "%1 and %2 differ only in upper and lower case, which this disk does not tell apart.")
            .arg(entry, other);
    }
    if (what == "through-file"_L1)
        return ArchiveErrorsText::tr("%1 is below %2, which is a file.").arg(entry, other);
    if (what == "through-link"_L1)
        return ArchiveErrorsText::tr("%1 would be written through the link %2.").arg(entry, other);
    if (what == "hardlink"_L1)
        return ArchiveErrorsText::tr("%1 stands for %2, which is no earlier file of the archive.").arg(entry, other);
    if (what == "device"_L1)
        return ArchiveErrorsText::tr("%1 is a device, a pipe or a socket.").arg(entry);
    if (what == "backslash"_L1)
        return ArchiveErrorsText::tr("The name %1 has a backslash, which could lead to another folder.").arg(entry);
    if (what == "control"_L1)
        return ArchiveErrorsText::tr("The name %1 has control characters.").arg(entry);
    if (what == "long"_L1)
        return ArchiveErrorsText::tr("A name is longer than file systems allow: %1").arg(entry.left(80) + u'…');
    return ArchiveErrorsText::tr("The entry %1 is not allowed.").arg(entry);
}

Error unsafe(const Report &report)
{
    if (report.text("what"_L1) == "changed"_L1) { // while packing
        return report.error(ErrorCode::ReadFailed, ArchiveErrorsText::tr("The source changed while it was packed"),
                            ArchiveErrorsText::tr("%1 was written a moment ago.").arg(report.text("entry"_L1)));
    }
    return report.error(ErrorCode::Unsafe, ArchiveErrorsText::tr("%1 cannot be unpacked safely").arg(report.name()),
                        unsafeReason(report));
}

QString tooLargeReason(const Report &report)
{
    const QString what = report.text("what"_L1);
    const qint64 needed = report.number("needed"_L1);
    const qint64 limit = report.number("limit"_L1);
    if (what == "entries"_L1) {
        return needed < 0 ? ArchiveErrorsText::tr("It holds more than %1 files and folders, which is the limit.")
                                .arg(count(limit))
                          : ArchiveErrorsText::tr("It holds %1 files and folders; the limit is %2.")
                                .arg(count(needed), count(limit));
    }
    if (what == "ratio"_L1)
        return ArchiveErrorsText::tr("It would grow to more than %1 times its size.").arg(count(limit));
    if (what == "entry"_L1) {
        return ArchiveErrorsText::tr("%1 would need %2; the limit for one file is %3.")
            .arg(report.text("entry"_L1), size(needed), size(limit));
    }
    return needed < 0 ? ArchiveErrorsText::tr("It would need more than %1, which is the limit.").arg(size(limit))
                      : ArchiveErrorsText::tr("It would need %1; the limit is %2.").arg(size(needed), size(limit));
}

Error tooLarge(const Report &report)
{
    if (report.text("what"_L1) == "zip"_L1) {
        return report.error(ErrorCode::TooLarge, ArchiveErrorsText::tr("%1 is too large for a zip").arg(report.name()),
                            ArchiveErrorsText::tr("It holds %1 files and folders; a zip holds %2.")
                                .arg(count(report.number("needed"_L1)), count(report.number("limit"_L1))));
    }
    return report.error(ErrorCode::TooLarge, ArchiveErrorsText::tr("%1 is too large when unpacked").arg(report.name()),
                        tooLargeReason(report));
}

Error unsupported(const Report &report)
{
    const QString what = report.text("what"_L1);
    QString reason = ArchiveErrorsText::tr("It uses a feature that Plugsmith does not know.");
    if (what == "method"_L1 || what == "compression"_L1) {
        reason = ArchiveErrorsText::tr("It is compressed with a method that Plugsmith does not know.");
    } else if (what == "volumes"_L1) {
        reason = ArchiveErrorsText::tr("It is one of several parts.");
    } else if (what == "sparse"_L1 || what == "type"_L1) {
        reason = ArchiveErrorsText::tr("It has an entry of a kind that Plugsmith does not know: %1")
                     .arg(report.text("entry"_L1));
    }
    return report.error(ErrorCode::Unsupported, ArchiveErrorsText::tr("%1 cannot be read").arg(report.name()), reason);
}

Error fromSystem(const Report &report, bool isReading)
{
    const auto systemError = static_cast<int>(report.number("errno"_L1));
    Error error;
    if (isReading) {
        error =
            errorFromErrno(systemError, ArchiveErrorsText::tr("%1 cannot be read").arg(report.name()), report.archive);
        if (error.code == ErrorCode::WriteFailed)
            error.code = ErrorCode::ReadFailed;
    } else {
        error = notWritten(report.written, systemError);
    }
    error.detail += u' ' + report.detail();
    return error;
}

} // namespace

Error fromFrame(const QJsonObject &error, const QString &archive, const QString &written)
{
    const Report report{error, archive, written};
    const QString code = report.text("code"_L1);
    const QString entry = report.text("entry"_L1);
    if (code == "foreign"_L1) {
        return report.error(ErrorCode::Foreign,
                            ArchiveErrorsText::tr("%1 is not an archive Plugsmith can read").arg(report.name()),
                            ArchiveErrorsText::tr("It does not start like a zip, tar, zstd or 7z file."));
    }
    if (code == "damaged"_L1)
        return damaged(report);
    if (code == "encrypted"_L1) {
        return report.error(ErrorCode::Encrypted,
                            ArchiveErrorsText::tr("%1 is protected by a password").arg(report.name()),
                            ArchiveErrorsText::tr("Plugsmith does not ask for archive passwords."));
    }
    if (code == "outside"_L1) {
        return report.error(
            ErrorCode::Unsafe, ArchiveErrorsText::tr("%1 would write outside its folder").arg(report.name()),
            ArchiveErrorsText::tr("The entry %1 points elsewhere, so nothing was unpacked.").arg(entry));
    }
    if (code == "unsafe"_L1)
        return unsafe(report);
    if (code == "too-large"_L1)
        return tooLarge(report);
    if (code == "unsupported"_L1)
        return unsupported(report);
    if (code == "read"_L1 || code == "write"_L1)
        return fromSystem(report, code == "read"_L1);
    return brokenProtocol(archive, report.detail());
}

Error fromEnd(const ProcessEnd &end, const QString &archive, const QByteArray &said)
{
    QString detail = QString::fromUtf8(said);
    switch (end.way) {
    case ProcessEnd::Way::Crashed: // only hostile or broken bytes bring it down
        return {ErrorCode::Damaged, ArchiveErrorsText::tr("%1 is damaged").arg(nameOf(archive)),
                ArchiveErrorsText::tr("Reading stopped unexpectedly. The download may be incomplete."),
                u"plugsmith-unpack crashed. "_s + detail};
    case ProcessEnd::Way::Cancelled:
        return cancelled(archive);
    case ProcessEnd::Way::FailedToStart:
        return {ErrorCode::ProcessFailed, ArchiveErrorsText::tr("%1 cannot be read").arg(nameOf(archive)),
                ArchiveErrorsText::tr("The program that reads archives did not start."), end.problem};
    case ProcessEnd::Way::Exited:
        break;
    }
    return brokenProtocol(archive, u"plugsmith-unpack ended with status %1. "_s.arg(end.exitCode) + detail);
}

Error brokenProtocol(const QString &archive, const QString &detail)
{
    return {ErrorCode::ProcessFailed, ArchiveErrorsText::tr("%1 cannot be read").arg(nameOf(archive)),
            ArchiveErrorsText::tr("The program that reads archives gave an answer that makes no sense."), detail};
}

Error notWritten(const QString &written, int systemError)
{
    return errorFromErrno(systemError, ArchiveErrorsText::tr("%1 was not written").arg(nameOf(written)), written);
}

Error cancelled(const QString &archive)
{
    return {ErrorCode::Cancelled, ArchiveErrorsText::tr("Reading %1 was cancelled").arg(nameOf(archive)), {}, {}};
}

Error workerMissing(const QString &archive)
{
    return {ErrorCode::ProcessFailed,
            ArchiveErrorsText::tr("%1 cannot be read").arg(nameOf(archive)),
            ArchiveErrorsText::tr("The program plugsmith-unpack, which reads archives, is missing."),
            {}};
}

std::optional<Error> problemWithPath(const QString &archive)
{
    const QFileInfo info(archive);
    if (info.isDir()) {
        return Error{ErrorCode::InvalidInput, ArchiveErrorsText::tr("%1 is a folder").arg(nameOf(archive)),
                     ArchiveErrorsText::tr("An archive is expected here."), archive};
    }
    if (!info.exists())
        return errorFromErrno(ENOENT, ArchiveErrorsText::tr("%1 cannot be read").arg(nameOf(archive)), archive);
    if (!info.isReadable())
        return errorFromErrno(EACCES, ArchiveErrorsText::tr("%1 cannot be read").arg(nameOf(archive)), archive);
    if (!info.isFile()) {
        return Error{ErrorCode::InvalidInput, ArchiveErrorsText::tr("%1 is not a file").arg(nameOf(archive)),
                     ArchiveErrorsText::tr("An archive is expected here."), archive};
    }
    return std::nullopt;
}

std::optional<Error> problemWithDestination(const QString &archive, const QString &folder)
{
    const QFileInfo info(folder);
    if (!info.exists() && !info.isSymLink())
        return std::nullopt;
    if (!info.isDir() || info.isSymLink() ||
        !QDir(folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)) {
        return Error{ErrorCode::InvalidInput,
                     ArchiveErrorsText::tr("%1 was not unpacked").arg(nameOf(archive)),
                     ArchiveErrorsText::tr("The folder %1 is not empty.").arg(folder),
                     {}};
    }
    return std::nullopt;
}

} // namespace plugsmith::archiveerrors
