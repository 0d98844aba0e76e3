// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace plugsmith {

/// One message from or to the plugin host: a header that says what it is about, and content, which is JSON that only
/// the plugin and the person understand. It is never parsed on the way, so no digit of a number gets lost.
struct HostFrame
{
    QJsonObject header;
    QByteArray content;

    /// Two big-endian 32-bit lengths, the header, the content. resources/pluginhost/frame.go is the other side.
    QByteArray toBytes() const;

    bool operator==(const HostFrame &) const = default;
};

/// Version of the protocol; the host refuses another one in its answer to "hello".
inline constexpr int HostProtocol = 1;

/// Cuts a stream of bytes into frames. Never gives a frame that is not whole; after bytes that cannot be a frame it
/// fails for good. One per stream.
class HostFrameReader
{
public:
    static constexpr quint32 MaxHeaderBytes = 1 << 20;
    static constexpr quint32 MaxContentBytes = 1 << 30;

    void feed(const QByteArray &bytes);
    std::optional<HostFrame> next();
    bool hasFailed() const { return m_hasFailed; }

private:
    bool begin();
    bool fail();

    QByteArray m_buffer;              // what is behind m_begun
    qsizetype m_at = 0;               // where the next frame begins
    std::optional<HostFrame> m_begun; // its header is there, its content maybe in part
    qsizetype m_contentBytes = 0;     // of m_begun
    bool m_hasFailed = false;
};

} // namespace plugsmith
