// SPDX-License-Identifier: Apache-2.0
#include "session/hostframe.h"

#include <QJsonDocument>
#include <QtEndian>

namespace plugsmith {
namespace {

constexpr qsizetype PrefixBytes = 8;

} // namespace

QByteArray HostFrame::toBytes() const
{
    const QByteArray text = QJsonDocument(header).toJson(QJsonDocument::Compact);
    QByteArray bytes(PrefixBytes, Qt::Uninitialized);
    bytes.reserve(PrefixBytes + text.size() + content.size());
    qToBigEndian(static_cast<quint32>(text.size()), bytes.data());
    qToBigEndian(static_cast<quint32>(content.size()), bytes.data() + 4);
    bytes += text;
    bytes += content;
    return bytes;
}

void HostFrameReader::feed(const QByteArray &bytes)
{
    if (m_hasFailed)
        return;
    if (m_at > 0) { // frames are taken out as soon as they are whole, so what is left is short or just begun
        m_buffer.remove(0, m_at);
        m_at = 0;
    }
    m_buffer += bytes;
}

std::optional<HostFrame> HostFrameReader::next()
{
    if (m_hasFailed || m_buffer.size() - m_at < PrefixBytes)
        return std::nullopt;
    const char *const start = m_buffer.constData() + m_at;
    const auto headerBytes = qFromBigEndian<quint32>(start);
    const auto contentBytes = qFromBigEndian<quint32>(start + 4);
    if (headerBytes > MaxHeaderBytes || contentBytes > MaxContentBytes)
        return fail();
    const qsizetype whole = PrefixBytes + qsizetype(headerBytes) + qsizetype(contentBytes);
    if (m_buffer.size() - m_at < whole)
        return std::nullopt;
    const QJsonDocument header = QJsonDocument::fromJson(QByteArray::fromRawData(start + PrefixBytes, headerBytes));
    if (!header.isObject())
        return fail();
    HostFrame frame{header.object(), QByteArray(start + PrefixBytes + headerBytes, contentBytes)};
    m_at += whole;
    if (m_at == m_buffer.size()) {
        m_buffer.clear(); // gives the memory of a large frame back
        m_at = 0;
    }
    return frame;
}

std::optional<HostFrame> HostFrameReader::fail()
{
    m_hasFailed = true;
    m_buffer.clear();
    m_at = 0;
    return std::nullopt;
}

} // namespace plugsmith
