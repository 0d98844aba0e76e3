// SPDX-License-Identifier: Apache-2.0
#include "unpack/readers.h"

#include "unpack/crc32.h"
#include "unpack/sevenzipdecoder.h"
#include "unpack/tarview.h"
#include "unpack/zipview.h"

#include <KArchive>
#include <KArchiveDirectory>
#include <KArchiveFile>
#include <KTar>
#include <KZip>

#include <algorithm>
#include <cerrno>

namespace plugsmith::unpack {
namespace {

constexpr qint64 Chunk = 1 << 18;
// KCompressionDevice loses output that is pending when its input ends just as the caller's buffer is full. The last
// piece is therefore never smaller than what can be pending, and the buffer is one byte larger than what should come.
constexpr qint64 Slack = 1 << 14;

/// Where the reading of an entry came to, for the message.
using Where = std::function<qint64()>;

/// Reads what KArchive delivers for an entry and holds it against what the directory promised.
Outcome<void> readDevice(QIODevice &device, const Entry &entry, qint64 most, const Where &where, const Sink &sink)
{
    const qint64 wanted = std::min(most, entry.size);
    QByteArray buffer(static_cast<int>(std::min(wanted, Chunk + Slack) + 1), Qt::Uninitialized);
    quint32 crc = 0;
    qint64 done = 0;
    while (done < wanted) {
        const qint64 left = wanted - done;
        const qint64 asked = left > Chunk + Slack ? Chunk : (wanted == entry.size ? left + 1 : left);
        const qint64 got = device.read(buffer.data(), asked);
        if (got <= 0 || got > left)
            return damaged(entry.path, where(), got > left ? "more content than stated" : "content breaks off");
        crc = crc32(crc, buffer.constData(), got);
        done += got;
        if (auto taken = sink(buffer.constData(), got); !taken)
            return taken;
    }
    if (done == entry.size && entry.crc && crc != *entry.crc)
        return damaged(entry.path, entry.dataEnd, "checksum");
    return {};
}

/// Zip and tar: KArchive on a view of ours, in which entries are named by number.
class ViewReader : public ContentReader
{
public:
    Outcome<void> read(const Entry &entry, qint64 most, const Sink &sink) override
    {
        if (auto opened = open(); !opened)
            return opened;
        if (entry.size <= 0 && entry.crc.value_or(0) != 0)
            return damaged(entry.path, entry.dataPosition, "checksum");
        if (entry.size <= 0)
            return {};
        const KArchiveFile *file = m_archive->directory()->file(QString::number(entry.data));
        const std::unique_ptr<QIODevice> device(file != nullptr ? file->createDevice() : nullptr);
        if (!device)
            return damaged(entry.path, entry.dataPosition, "not found by KArchive");
        const auto where = [this, &entry] {
            return std::clamp(m_view->sourcePosition(), entry.dataPosition, entry.dataEnd);
        };
        return readDevice(*device, entry, most, where, sink);
    }

protected:
    virtual Outcome<std::unique_ptr<SegmentDevice>> makeView() const = 0;
    virtual std::unique_ptr<KArchive> makeArchive(QIODevice *device) const = 0;

private:
    Outcome<void> open()
    {
        if (m_archive)
            return {};
        auto view = makeView();
        if (!view)
            return view.error();
        m_view = std::move(*view);
        m_view->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        m_archive = makeArchive(m_view.get());
        if (!m_archive->open(QIODevice::ReadOnly))
            return damaged({}, -1, m_archive->errorString().toUtf8());
        return {};
    }

    std::unique_ptr<SegmentDevice> m_view; // outlives the archive
    std::unique_ptr<KArchive> m_archive;
};

class ZipReader : public ViewReader
{
public:
    ZipReader(const ByteSource &source, std::vector<ZipEntry> entries)
        : m_source(source)
        , m_entries(std::move(entries))
    {
    }

protected:
    Outcome<std::unique_ptr<SegmentDevice>> makeView() const override { return makeZipView(m_source, m_entries); }
    std::unique_ptr<KArchive> makeArchive(QIODevice *device) const override { return std::make_unique<KZip>(device); }

private:
    const ByteSource &m_source;
    std::vector<ZipEntry> m_entries;
};

class TarReader : public ViewReader
{
public:
    TarReader(const ByteSource &source, std::vector<Entry> entries)
        : m_source(source)
        , m_entries(std::move(entries))
    {
    }

protected:
    Outcome<std::unique_ptr<SegmentDevice>> makeView() const override { return makeTarView(m_source, m_entries); }
    std::unique_ptr<KArchive> makeArchive(QIODevice *device) const override { return std::make_unique<KTar>(device); }

private:
    const ByteSource &m_source;
    std::vector<Entry> m_entries;
};

class SevenZipReader : public ContentReader
{
public:
    SevenZipReader(const ByteSource &source, SevenZipHeader header, Scratch &scratch, PositionReport report)
        : m_source(source)
        , m_header(std::move(header))
        , m_scratch(scratch)
        , m_report(std::move(report))
    {
        qint64 at = 0;
        for (const SevenZipStream &stream : m_header.streams.streams) {
            m_begins.push_back(at);
            at += stream.size;
        }
    }

    Outcome<void> read(const Entry &entry, qint64 most, const Sink &sink) override
    {
        if (entry.size <= 0)
            return {};
        if (auto decoded = decode(); !decoded)
            return decoded;
        SegmentDevice device(m_scratch);
        device.addRange(m_begins[static_cast<size_t>(entry.data)], entry.size);
        device.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        return readDevice(
            device, entry, most, [this] { return m_source.size(); }, sink);
    }

private:
    Outcome<void> decode()
    {
        if (m_isDecoded)
            return {};
        m_isDecoded = true;
        qint64 begin = SevenZipSignatureSize + m_header.streams.packPosition;
        for (size_t i = 0; i < m_header.streams.folders.size(); ++i) {
            const qint64 packed = m_header.streams.packSizes[i]; // chains with several were refused
            auto decoded = decodeFolder(
                m_source, m_header.streams.folders[i], begin, packed,
                [this](const char *bytes, qint64 count) -> Outcome<void> {
                    if (m_scratch.append(bytes, count))
                        return {};
                    return systemProblem(Problem::Code::Write, errno, {});
                },
                m_report);
            if (!decoded) {
                Problem problem = decoded.error();
                problem.entry = nameAt(m_scratch.size());
                return problem;
            }
            begin += packed;
        }
        return {};
    }

    /// The entry whose content is at this place of all contents together.
    QByteArray nameAt(qint64 position) const
    {
        for (const Entry &entry : m_header.entries) {
            const qint64 begin = entry.data >= 0 ? m_begins[static_cast<size_t>(entry.data)] : 0;
            if (entry.size > 0 && position >= begin && position < begin + entry.size)
                return entry.path;
        }
        return {};
    }

    const ByteSource &m_source;
    SevenZipHeader m_header;
    Scratch &m_scratch;
    PositionReport m_report;
    std::vector<qint64> m_begins; // of each content in the scratch
    bool m_isDecoded = false;
};

} // namespace

std::unique_ptr<ContentReader> makeZipReader(const ByteSource &source, std::vector<ZipEntry> entries)
{
    return std::make_unique<ZipReader>(source, std::move(entries));
}

std::unique_ptr<ContentReader> makeTarReader(const ByteSource &source, std::vector<Entry> entries)
{
    return std::make_unique<TarReader>(source, std::move(entries));
}

std::unique_ptr<ContentReader> makeSevenZipReader(const ByteSource &source, SevenZipHeader header, Scratch &scratch,
                                                  PositionReport report)
{
    return std::make_unique<SevenZipReader>(source, std::move(header), scratch, std::move(report));
}

} // namespace plugsmith::unpack
