// SPDX-License-Identifier: Apache-2.0
#include "base/linesplitter.h"

namespace plugsmith {
namespace {

QString toLine(QByteArrayView bytes)
{
    if (bytes.endsWith('\r'))
        bytes.chop(1);
    const qsizetype overwritten = bytes.lastIndexOf('\r');
    return QString::fromUtf8(bytes.sliced(overwritten + 1));
}

} // namespace

QStringList LineSplitter::feed(const QByteArray &bytes)
{
    QStringList lines;
    m_rest += bytes;
    qsizetype begin = 0;
    for (;;) {
        const qsizetype end = m_rest.indexOf('\n', begin);
        const qsizetype length = (end < 0 ? m_rest.size() : end) - begin;
        if (length > MaxLineBytes) {
            lines += toLine(QByteArrayView(m_rest).sliced(begin, MaxLineBytes));
            begin += MaxLineBytes;
        } else if (end >= 0) {
            lines += toLine(QByteArrayView(m_rest).sliced(begin, length));
            begin = end + 1;
        } else {
            break;
        }
    }
    m_rest.remove(0, begin);
    return lines;
}

QStringList LineSplitter::finish()
{
    if (m_rest.isEmpty())
        return {};
    const QString line = toLine(m_rest);
    m_rest.clear();
    return {line};
}

} // namespace plugsmith
