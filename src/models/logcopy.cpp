// SPDX-License-Identifier: Apache-2.0
#include "models/logcopy.h"

#include "models/ansitext.h"
#include "models/logfile.h"
#include "models/logline.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace plugsmith {
namespace {

constexpr qint64 BufferBytes = 4 << 20;

struct CopyText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::LogCopy)
};

} // namespace

Result<QByteArray> copiedText(const LogCopy &copy)
{
    QByteArray result;
    LogLineReader lines(*copy.file, copy.from.offset, copy.to.end);
    QByteArrayView bytes;
    for (int line = copy.from.line; line <= copy.lastLine && lines.next(&bytes); ++line) {
        if (line < copy.firstLine || (copy.only && !copy.only->contains(line)))
            continue;
        if (!result.isNull())
            result += '\n';
        const bool isCut = !copy.withTime && (line == copy.firstLine || (line == copy.lastLine && copy.end >= 0));
        const QByteArrayView shown = copy.withTime ? bytes : textOfLogLine(bytes);
        QString text = withoutEscapes(QString::fromUtf8(shown));
        if (isCut) {
            if (line == copy.lastLine && copy.end >= 0)
                text.truncate(copy.end);
            if (line == copy.firstLine)
                text.remove(0, copy.begin);
        }
        result += text.isEmpty() ? QByteArray("") : text.toUtf8();
        if (result.size() > MaxCopiedBytes) {
            return Error{ErrorCode::TooLarge,
                         CopyText::tr("This is too much for the clipboard."),
                         CopyText::tr("Save the log to a file instead."),
                         {}};
        }
    }
    return result;
}

Result<void> saveLog(const LogFile &file, const QString &path)
{
    QSaveFile target(path);
    bool isGood = target.open(QIODevice::WriteOnly);
    for (qint64 at = 0; isGood;) {
        const QByteArray bytes = file.read(at, BufferBytes);
        if (bytes.isEmpty())
            break;
        isGood = target.write(bytes) == bytes.size();
        at += bytes.size();
    }
    if (!isGood || !target.commit())
        return Error{ErrorCode::WriteFailed, CopyText::tr("The log was not saved."), target.errorString(), {}};
    return {};
}

} // namespace plugsmith
