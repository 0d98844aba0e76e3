// SPDX-License-Identifier: Apache-2.0
#include "archive/framereader.h"

#include <QJsonDocument>

namespace plugsmith {

using namespace Qt::StringLiterals;

void FrameReader::feed(const QByteArray &bytes)
{
    if (m_hasFailed)
        return;
    forgetRead();
    m_buffer += bytes;
}

std::optional<Frame> FrameReader::next()
{
    if (m_hasFailed || (!m_header && !readHeader()))
        return std::nullopt;
    if (!m_header->hasContent)
        return std::exchange(m_header, std::nullopt);
    if (m_buffer.size() - m_at <= m_contentBytes) // the content and its line end
        return std::nullopt;
    if (m_buffer[m_at + m_contentBytes] != '\n')
        return fail();
    m_header->content = m_buffer.mid(m_at, m_contentBytes);
    m_at += m_contentBytes + 1;
    return std::exchange(m_header, std::nullopt);
}

/// Reads one line into m_header; false if there is none yet or it is wrong.
bool FrameReader::readHeader()
{
    const qsizetype end = m_buffer.indexOf('\n', m_at);
    if ((end < 0 ? m_buffer.size() : end) - m_at > MaxLineBytes) {
        fail();
        return false;
    }
    if (end < 0)
        return false;
    const QJsonDocument document = QJsonDocument::fromJson(m_buffer.mid(m_at, end - m_at));
    m_at = end + 1;
    if (!document.isObject()) {
        fail();
        return false;
    }
    Frame frame;
    frame.fields = document.object();
    frame.hasContent = frame.fields.contains("bytes"_L1);
    const qint64 bytes = frame.hasContent ? frame.fields.value("bytes"_L1).toInteger(-1) : 0;
    if (bytes < 0 || bytes > MaxContentBytes) {
        fail();
        return false;
    }
    m_contentBytes = static_cast<qsizetype>(bytes);
    m_header = std::move(frame);
    return true;
}

/// Moves what is left to the front, but not for every chunk of a long content.
void FrameReader::forgetRead()
{
    if (m_at == m_buffer.size()) {
        m_buffer.clear();
    } else if (m_at >= m_buffer.size() / 2) {
        m_buffer.remove(0, m_at);
    } else {
        return;
    }
    m_at = 0;
}

std::optional<Frame> FrameReader::fail()
{
    m_hasFailed = true;
    m_buffer.clear();
    m_header.reset();
    m_at = 0;
    return std::nullopt;
}

} // namespace plugsmith
