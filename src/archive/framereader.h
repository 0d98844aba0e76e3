// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace plugsmith {

/// One message of the worker (unpack/README.md).
struct Frame
{
    QJsonObject fields;
    QByteArray content; ///< of frames with "bytes"
    bool hasContent = false;
};

/// Cuts the worker's output into frames. The worker is not trusted: what is no frame, or longer than any frame may be,
/// ends the reading for good.
class FrameReader
{
public:
    static constexpr qsizetype MaxLineBytes = qsizetype(64) << 10;
    static constexpr qsizetype MaxContentBytes = qsizetype(16) << 20;

    void feed(const QByteArray &bytes);
    /// The next frame that is complete; nothing if more bytes are needed, or after a failure.
    std::optional<Frame> next();

    bool hasFailed() const { return m_hasFailed; }
    /// Whether no part of a frame is left.
    bool isAtBoundary() const { return !m_hasFailed && !m_header && m_at == m_buffer.size(); }

private:
    bool readHeader();
    void forgetRead();
    std::optional<Frame> fail();

    QByteArray m_buffer;
    qsizetype m_at = 0;            // what is before was read
    std::optional<Frame> m_header; // of which the content is to come
    qsizetype m_contentBytes = 0;
    bool m_hasFailed = false;
};

} // namespace plugsmith
