// SPDX-License-Identifier: Apache-2.0
#include "unpack/segmentdevice.h"

#include <algorithm>
#include <cstring>

namespace plugsmith::unpack {

SegmentDevice::SegmentDevice(const ByteSource &source)
    : m_source(source)
{
}

void SegmentDevice::addBytes(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return;
    if (!m_segments.empty() && m_segments.back().isOwn) {
        m_segments.back().length += bytes.size();
    } else {
        m_segments.push_back({m_size, bytes.size(), m_own.size(), true});
    }
    m_own += bytes;
    m_size += bytes.size();
}

void SegmentDevice::addRange(qint64 position, qint64 length)
{
    if (length <= 0)
        return;
    m_segments.push_back({m_size, length, position, false});
    m_size += length;
}

bool SegmentDevice::seek(qint64 position)
{
    if (position < 0 || position > m_size)
        return false;
    m_position = position;
    return QIODevice::seek(position);
}

qint64 SegmentDevice::readSegment(const Segment &segment, qint64 offset, char *to, qint64 count)
{
    if (segment.isOwn) {
        std::memcpy(to, m_own.constData() + segment.from + offset, static_cast<size_t>(count));
        return count;
    }
    const qint64 got = m_source.readAt(segment.from + offset, to, count);
    m_sourcePosition = segment.from + offset + got;
    return got;
}

qint64 SegmentDevice::readData(char *to, qint64 count)
{
    auto segment = std::upper_bound(m_segments.begin(), m_segments.end(), m_position,
                                    [](qint64 position, const Segment &s) { return position < s.begin; });
    if (segment == m_segments.begin())
        return 0;
    --segment;
    qint64 done = 0;
    for (; done < count && segment != m_segments.end(); ++segment) {
        const qint64 offset = m_position - segment->begin;
        const qint64 wanted = std::min(count - done, segment->length - offset);
        const qint64 got = wanted > 0 ? readSegment(*segment, offset, to + done, wanted) : 0;
        done += got;
        m_position += got;
        if (got < wanted)
            break;
    }
    return done;
}

qint64 SegmentDevice::writeData(const char * /*bytes*/, qint64 /*count*/)
{
    return -1;
}

} // namespace plugsmith::unpack
