// SPDX-License-Identifier: Apache-2.0
#include "unpack/streamdecoder.h"

#include <KCompressionDevice>
#include <KFilterBase>

#include <algorithm>
#include <memory>

namespace plugsmith::unpack {
namespace {

constexpr qint64 InputSize = 1 << 16;
constexpr qint64 OutputSize = 1 << 18;

KCompressionDevice::CompressionType typeOf(Coding coding)
{
    switch (coding) {
    case Coding::Bzip2:
        return KCompressionDevice::BZip2;
    case Coding::Xz:
        return KCompressionDevice::Xz;
    case Coding::Zstd:
        return KCompressionDevice::Zstd;
    case Coding::Gzip:
    case Coding::Deflate:
        break;
    }
    return KCompressionDevice::GZip;
}

struct EndFilter
{
    void operator()(KFilterBase *filter) const
    {
        filter->terminate(); // the destructors do not
        delete filter;
    }
};

class Decoding
{
public:
    Decoding(const ByteSource &source, const CodedStream &stream)
        : m_source(source)
        , m_stream(stream)
        , m_at(stream.begin)
        , m_filter(KCompressionDevice::filterForCompressionType(typeOf(stream.coding)))
    {
    }

    Outcome<void> run(qint64 size, const Sink &sink, const PositionReport &report)
    {
        const bool isRaw = m_stream.coding == Coding::Deflate;
        if (m_filter)
            m_filter->setFilterFlags(isRaw ? KFilterBase::NoHeaders : KFilterBase::WithHeaders);
        if (!m_filter || !m_filter->init(QIODevice::ReadOnly))
            return refused(Problem::Code::Unsupported, {}, "compression");
        m_filter->setInBuffer(m_stream.prefix.constData(), static_cast<uint>(m_stream.prefix.size()));
        fill();
        if (!isRaw && !m_filter->readHeader())
            return broken("header");
        qint64 left = size < 0 ? std::numeric_limits<qint64>::max() : size;
        while (left > 0) {
            auto produced = step(std::min(left, OutputSize), sink);
            if (!produced)
                return produced.error();
            left -= *produced;
            report(position());
            if (m_isWhole && (size < 0 || left == 0))
                return {};
            if (m_isWhole)
                return broken("less than stated");
        }
        return {};
    }

private:
    qint64 position() const { return std::max(m_stream.begin, m_at - m_filter->inBufferAvailable()); }
    Problem broken(const QByteArray &detail) const { return damaged({}, position(), detail); }

    void fill()
    {
        if (!m_filter->inBufferEmpty() || m_at >= m_stream.end)
            return;
        const qint64 wanted = std::min<qint64>(m_input.size(), m_stream.end - m_at);
        m_filled = static_cast<int>(std::max<qint64>(0, m_source.readAt(m_at, m_input.data(), wanted)));
        m_at = m_filled > 0 ? m_at + m_filled : m_stream.end;
        m_filter->setInBuffer(m_input.constData(), static_cast<uint>(m_filled));
    }

    /// Decodes up to `most` bytes. Sets m_isWhole when everything was read and the last stream is at its end.
    Outcome<qint64> step(qint64 most, const Sink &sink)
    {
        fill();
        const bool isStarved = m_filter->inBufferEmpty();
        const bool isGzip = m_stream.coding == Coding::Gzip || m_stream.coding == Coding::Deflate;
        if (isStarved && isGzip) // its filter would call that the end
            return broken("breaks off");
        m_filter->setOutBuffer(m_output.data(), static_cast<uint>(most));
        const auto result = m_filter->uncompress();
        const qint64 produced = most - m_filter->outBufferAvailable();
        if (auto taken = sink(m_output.constData(), produced); !taken)
            return taken.error();
        if (result == KFilterBase::Error && produced == 0)
            return broken("wrong data");
        if (result == KFilterBase::End) {
            m_isWhole = m_filter->inBufferEmpty() && m_at >= m_stream.end;
            if (!m_isWhole && !nextStream())
                return broken("further stream");
        } else if (isStarved && produced == 0) {
            return broken("breaks off");
        }
        return produced;
    }

    /// init() forgets the input, which holds the beginning of the next stream.
    bool nextStream()
    {
        const int left = m_filter->inBufferAvailable();
        const bool isReady = m_filter->init(QIODevice::ReadOnly);
        m_filter->setInBuffer(m_input.constData() + (m_filled - left), static_cast<uint>(left));
        return isReady;
    }

    const ByteSource &m_source;
    const CodedStream &m_stream;
    QByteArray m_input = QByteArray(static_cast<int>(InputSize), Qt::Uninitialized);
    QByteArray m_output = QByteArray(static_cast<int>(OutputSize), Qt::Uninitialized);
    int m_filled = 0;
    qint64 m_at = 0;
    bool m_isWhole = false;
    std::unique_ptr<KFilterBase, EndFilter> m_filter; // after the buffers that it points into
};

} // namespace

Outcome<void> decodeStream(const ByteSource &source, const CodedStream &stream, qint64 size, const Sink &sink,
                           const PositionReport &report)
{
    return Decoding(source, stream).run(size, sink, report);
}

} // namespace plugsmith::unpack
