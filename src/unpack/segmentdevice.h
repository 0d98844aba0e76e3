// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "unpack/bytesource.h"

#include <QIODevice>

#include <vector>

namespace plugsmith::unpack {

/// A read-only device that is put together from ranges of a source and bytes of our own: an archive as its writer
/// should have written it. Build it with the add functions, then open it Unbuffered (its readers have buffers of their
/// own). The source must outlive it.
class SegmentDevice : public QIODevice
{
public:
    explicit SegmentDevice(const ByteSource &source);

    void addBytes(const QByteArray &bytes);
    void addRange(qint64 position, qint64 length);
    /// Where reading from the source came to last, for messages.
    qint64 sourcePosition() const { return m_sourcePosition; }

    bool isSequential() const override { return false; }
    qint64 size() const override { return m_size; }
    bool seek(qint64 position) override;

protected:
    qint64 readData(char *to, qint64 count) override;
    qint64 writeData(const char *bytes, qint64 count) override;

private:
    struct Segment
    {
        qint64 begin; // in the device
        qint64 length;
        qint64 from; // in the source, or in m_own
        bool isOwn;
    };

    qint64 readSegment(const Segment &segment, qint64 offset, char *to, qint64 count);

    const ByteSource &m_source;
    std::vector<Segment> m_segments;
    QByteArray m_own;
    qint64 m_size = 0;
    qint64 m_position = 0;
    qint64 m_sourcePosition = 0;
};

} // namespace plugsmith::unpack
