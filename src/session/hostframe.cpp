// SPDX-License-Identifier: Apache-2.0
#include "session/hostframe.h"

#include <QJsonDocument>
#include <QtEndian>

#include <utility>

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
    QByteArrayView rest(bytes);
    if (m_begun) { // large content goes straight to where it stays
        const QByteArrayView content = rest.first(qMin(rest.size(), m_contentBytes - m_begun->content.size()));
        m_begun->content.append(content);
        rest = rest.sliced(content.size());
    }
    m_buffer.append(rest);
}

std::optional<HostFrame> HostFrameReader::next()
{
    if (m_hasFailed || (!m_begun && !begin()) || m_begun->content.size() < m_contentBytes)
        return std::nullopt;
    return std::exchange(m_begun, std::nullopt);
}

/// Takes the lengths and the header, as soon as they are there, and what is there of the content.
bool HostFrameReader::begin()
{
    const QByteArrayView bytes = QByteArrayView(m_buffer).sliced(m_at);
    if (bytes.size() < PrefixBytes)
        return false;
    const auto headerBytes = qFromBigEndian<quint32>(bytes.data());
    const auto contentBytes = qFromBigEndian<quint32>(bytes.data() + 4);
    if (headerBytes > MaxHeaderBytes || contentBytes > MaxContentBytes)
        return fail();
    if (bytes.size() < PrefixBytes + qsizetype(headerBytes))
        return false;
    const QJsonDocument header =
        QJsonDocument::fromJson(QByteArray::fromRawData(bytes.data() + PrefixBytes, headerBytes));
    if (!header.isObject())
        return fail();
    m_contentBytes = contentBytes;
    const QByteArrayView rest = bytes.sliced(PrefixBytes + qsizetype(headerBytes));
    m_begun = HostFrame{header.object(), rest.first(qMin(rest.size(), m_contentBytes)).toByteArray()};
    m_at += PrefixBytes + qsizetype(headerBytes) + m_begun->content.size();
    if (m_at == m_buffer.size()) {
        m_buffer.clear();
        m_at = 0;
    }
    return true;
}

bool HostFrameReader::fail()
{
    m_hasFailed = true;
    m_buffer.clear();
    m_at = 0;
    return false;
}

} // namespace plugsmith
