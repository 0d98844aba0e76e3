// SPDX-License-Identifier: Apache-2.0
#include "models/logdocument.h"

#include <chrono>
#include <cstring>

namespace plugsmith {

using namespace std::chrono_literals;

namespace {

constexpr qint64 StepBytes = 4 << 20; // about two milliseconds of searching for line ends

} // namespace

LogDocument::LogDocument(QObject *parent)
    : QObject(parent)
{
    m_step.setSingleShot(true);
    m_step.setInterval(0ms);
    connect(&m_step, &QTimer::timeout, this, &LogDocument::indexMore);
}

void LogDocument::open(const QString &path)
{
    m_file.close();
    m_file.setFileName(path);
    m_begins.clear();
    m_indexedTo = m_scannedTo = 0;
    m_longest = 0;
    if (!path.isEmpty())
        (void)m_file.open(QIODevice::ReadOnly);
    emit reset();
    indexMore();
}

void LogDocument::update()
{
    if (!m_file.isOpen() && !m_file.fileName().isEmpty() && !m_file.open(QIODevice::ReadOnly))
        return;
    if (!m_step.isActive())
        indexMore();
}

void LogDocument::indexMore()
{
    if (!m_file.isOpen() || !m_file.seek(m_scannedTo))
        return;
    const QByteArray bytes = m_file.read(StepBytes);
    const int first = lineCount();
    qsizetype at = 0;
    for (;;) {
        const void *end = std::memchr(bytes.constData() + at, '\n', static_cast<std::size_t>(bytes.size() - at));
        if (!end)
            break;
        const qsizetype next = static_cast<const char *>(end) - bytes.constData() + 1;
        const qint64 lineEnd = m_scannedTo + next - 1;
        if (m_indexedTo > 0 || !isHeading(lineEnd)) {
            m_begins += m_indexedTo;
            m_longest = qMax(m_longest, static_cast<qsizetype>(lineEnd - m_indexedTo));
        }
        m_indexedTo = lineEnd + 1;
        at = next;
    }
    m_scannedTo += bytes.size();
    if (lineCount() > first)
        emit linesAdded(first);
    if (bytes.size() == StepBytes)
        m_step.start();
}

/// Whether the first line, of so many bytes, is the one that says what the file is. It may have come in pieces.
bool LogDocument::isHeading(qint64 length) const
{
    const QByteArrayView heading(JobLog::FirstLine);
    return length == heading.size() && m_file.seek(0) && m_file.read(length) == heading;
}

QString LogDocument::line(int number) const
{
    if (number < 0 || number >= lineCount())
        return {};
    const qint64 begin = m_begins[number];
    const qint64 end = number + 1 < lineCount() ? m_begins[number + 1] : m_indexedTo;
    if (!m_file.seek(begin))
        return {};
    QByteArray bytes = m_file.read(end - begin);
    if (bytes.endsWith('\n'))
        bytes.chop(1);
    return QString::fromUtf8(bytes);
}

} // namespace plugsmith
