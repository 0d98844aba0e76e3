// SPDX-License-Identifier: Apache-2.0
#include "build/joblog.h"

#include <QTime>

#include <chrono>

namespace plugsmith {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

JobLog::JobLog(const QString &path, QObject *parent)
    : QObject(parent)
    , m_file(path)
{
    m_flush.setSingleShot(true);
    m_flush.setInterval(50ms);
    connect(&m_flush, &QTimer::timeout, this, &JobLog::flush);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
        m_problem = m_file.errorString();
    m_pending = QByteArray(FirstLine) + '\n';
}

JobLog::~JobLog()
{
    flush();
}

void JobLog::write(JobState step, const QString &text)
{
    const QString margin = QTime::currentTime().toString(u"HH:mm:ss.zzz"_s) + u'\t' + stepOf(step) + u'\t';
    for (const QStringView line : QStringView(text).split(u'\n'))
        m_pending += QString(margin + line + u'\n').toUtf8();
    if (!m_flush.isActive())
        m_flush.start();
}

void JobLog::flush()
{
    m_flush.stop();
    if (m_pending.isEmpty())
        return;
    if (m_problem.isEmpty() && m_file.write(m_pending) != m_pending.size())
        m_problem = m_file.errorString();
    m_pending.clear();
    emit appended();
}

JobLogLine JobLogLine::parse(QStringView line)
{
    const qsizetype first = line.indexOf(u'\t');
    const qsizetype second = first == 12 ? line.indexOf(u'\t', first + 1) : -1;
    if (second < 0)
        return {{}, {}, line};
    return {line.first(first), line.sliced(first + 1, second - first - 1), line.sliced(second + 1)};
}

} // namespace plugsmith
