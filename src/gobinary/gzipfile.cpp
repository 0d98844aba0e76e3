// SPDX-License-Identifier: Apache-2.0
#include "gobinary/gzipfile.h"

#include "base/atomicfile.h"
#include "gobinary/binaryfile.h"
#include "gobinary/damage.h"
#include "gobinary/mappedfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <functional>
#include <memory>
#include <zlib.h>

namespace plugsmith {
namespace {

constexpr qsizetype ChunkSize = 0x40000;
constexpr int GzipWindow = 15 + 16; // zlib's way to say "gzip, largest window"

struct GzipFileText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::GzipFile)
};

/// In the words of people, to whom the temporary name of a file means nothing.
QString notWritten(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    return GzipFileText::tr("%1 was not written").arg(isTemporaryName(name) ? finalNameOfTemporary(name) : name);
}

Error cancelledError(const QString &path)
{
    return {ErrorCode::Cancelled, notWritten(path), GzipFileText::tr("It was cancelled."), {}};
}

Error incomplete(const QString &fileName)
{
    return {ErrorCode::Damaged,
            GzipFileText::tr("%1 is incomplete").arg(fileName),
            GzipFileText::tr("The gzip stream ends early."),
            {}};
}

Error tooLarge(const QString &fileName, qint64 limit)
{
    return {ErrorCode::TooLarge,
            GzipFileText::tr("%1 is too large when unpacked").arg(fileName),
            GzipFileText::tr("The limit is %1 MB.").arg(limit >> 20),
            {}};
}

/// A new file that is removed again unless it is kept.
class NewFile
{
public:
    explicit NewFile(const QString &path)
        : m_path(path)
        , m_file(std::fopen(QFile::encodeName(path).constData(), "wbxe"), &std::fclose)
        , m_systemError(m_file ? 0 : errno)
    {
    }
    ~NewFile()
    {
        if (m_file)
            QFile::remove(m_path);
    }
    Q_DISABLE_COPY_MOVE(NewFile)

    bool write(QByteArrayView bytes)
    {
        const auto length = static_cast<std::size_t>(bytes.size());
        if (m_systemError == 0 && std::fwrite(bytes.data(), 1, length, m_file.get()) != length)
            m_systemError = errno;
        m_written += bytes.size();
        return m_systemError == 0;
    }
    qint64 written() const { return m_written; }
    bool hasFailed() const { return m_systemError != 0; }
    Error error() const { return errorFromErrno(m_systemError, notWritten(m_path), QFileInfo(m_path).absolutePath()); }
    Result<qint64> keep()
    {
        if (m_systemError == 0 && std::fclose(m_file.release()) != 0)
            m_systemError = errno;
        if (m_systemError != 0) {
            QFile::remove(m_path);
            return error();
        }
        if (const auto synced = syncFile(m_path); !synced) {
            QFile::remove(m_path);
            return synced.error();
        }
        return m_written;
    }

private:
    QString m_path;
    std::unique_ptr<std::FILE, int (*)(std::FILE *)> m_file;
    int m_systemError;
    qint64 m_written = 0;
};

/// Unpacks piece by piece.
class Inflater
{
public:
    enum class End { Complete, Flushed, Early, Wrong, Stopped };
    using Sink = std::function<bool(QByteArrayView)>; // false stops

    explicit Inflater(QByteArrayView compressed)
        : m_rest(compressed)
    {
        m_isReady = ::inflateInit2(&m_stream, GzipWindow) == Z_OK;
    }
    ~Inflater() { ::inflateEnd(&m_stream); }
    Q_DISABLE_COPY_MOVE(Inflater)

    End run(const Sink &sink);
    QString problem() const { return QString::fromLatin1(m_stream.msg != nullptr ? m_stream.msg : ""); }

private:
    void feed();
    bool nextMember();

    z_stream m_stream = {};
    bool m_isReady = false;
    QByteArrayView m_rest; // not yet given to zlib, whose counters have 32 bits
};

void Inflater::feed()
{
    constexpr qsizetype MostAtOnce = 1 << 30;
    const QByteArrayView piece = m_rest.first(std::min(m_rest.size(), MostAtOnce));
    m_stream.next_in = const_cast<Bytef *>(reinterpret_cast<const Bytef *>(piece.data()));
    m_stream.avail_in = static_cast<uInt>(piece.size());
    m_rest = m_rest.sliced(piece.size());
}

/// Goes on with a member behind the end of one. Tapes and some tools fill up with zeros; anything else is not ours.
bool Inflater::nextMember()
{
    const auto pending = static_cast<qsizetype>(m_stream.avail_in);
    const QByteArrayView rest(reinterpret_cast<const char *>(m_stream.next_in), pending + m_rest.size());
    if (isGzip(rest))
        return ::inflateReset(&m_stream) == Z_OK;
    m_isReady = std::ranges::all_of(rest, [](char c) { return c == '\0'; });
    return false;
}

Inflater::End Inflater::run(const Sink &sink)
{
    if (!m_isReady)
        return End::Wrong;
    const bool endsFlushed = m_rest.endsWith(QByteArrayView("\0\0\xff\xff", 4)); // an empty stored block
    QByteArray buffer(ChunkSize, Qt::Uninitialized);
    for (;;) {
        if (m_stream.avail_in == 0)
            feed();
        m_stream.next_out = reinterpret_cast<Bytef *>(buffer.data());
        m_stream.avail_out = static_cast<uInt>(buffer.size());
        const int answer = ::inflate(&m_stream, Z_NO_FLUSH);
        const qsizetype got = buffer.size() - static_cast<qsizetype>(m_stream.avail_out);
        if (got > 0 && !sink(QByteArrayView(buffer).first(got)))
            return End::Stopped;
        if (answer == Z_STREAM_END) {
            if (!nextMember())
                return m_isReady ? End::Complete : End::Wrong;
        } else if (answer != Z_OK && answer != Z_BUF_ERROR) {
            return End::Wrong;
        } else if (m_stream.avail_in == 0 && m_rest.empty() && m_stream.avail_out > 0) {
            return endsFlushed ? End::Flushed : End::Early;
        }
    }
}

std::optional<Error> errorOf(Inflater::End end, const Inflater &inflater, const QString &fileName)
{
    if (end == Inflater::End::Early)
        return incomplete(fileName);
    if (end == Inflater::End::Wrong)
        return damagedFile(fileName, GzipFileText::tr("Its gzip stream contradicts itself."), inflater.problem());
    return std::nullopt;
}

/// Feeds `source` through deflate into `target`, with a header that names neither a file nor a time nor a system.
class Deflater
{
public:
    Deflater()
    {
        m_header.os = 255; // "unknown": zlib would name the one it runs on
        m_isReady =
            ::deflateInit2(&m_stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, GzipWindow, 8, Z_DEFAULT_STRATEGY) == Z_OK &&
            ::deflateSetHeader(&m_stream, &m_header) == Z_OK;
    }
    ~Deflater() { ::deflateEnd(&m_stream); }
    Q_DISABLE_COPY_MOVE(Deflater)

    bool add(QByteArrayView bytes, bool last, NewFile *target);

private:
    z_stream m_stream = {};
    gz_header m_header = {};
    bool m_isReady = false;
    QByteArray m_buffer{ChunkSize, Qt::Uninitialized};
};

bool Deflater::add(QByteArrayView bytes, bool last, NewFile *target)
{
    if (!m_isReady)
        return false;
    m_stream.next_in = const_cast<Bytef *>(reinterpret_cast<const Bytef *>(bytes.data()));
    m_stream.avail_in = static_cast<uInt>(bytes.size());
    do {
        m_stream.next_out = reinterpret_cast<Bytef *>(m_buffer.data());
        m_stream.avail_out = static_cast<uInt>(m_buffer.size());
        if (::deflate(&m_stream, last ? Z_FINISH : Z_NO_FLUSH) == Z_STREAM_ERROR)
            return false;
        const qsizetype got = m_buffer.size() - static_cast<qsizetype>(m_stream.avail_out);
        if (!target->write(QByteArrayView(m_buffer).first(got)))
            return false;
    } while (m_stream.avail_out == 0);
    return true;
}

} // namespace

bool isGzip(QByteArrayView bytes)
{
    return bytes.startsWith(QByteArrayView("\x1f\x8b\x08", 3));
}

Result<QByteArray> gunzip(QByteArrayView compressed, const QString &fileName, qint64 limit)
{
    QByteArray content;
    Inflater inflater(compressed);
    const auto end = inflater.run([&](QByteArrayView piece) {
        content += piece;
        return content.size() <= limit;
    });
    if (end == Inflater::End::Stopped)
        return tooLarge(fileName, limit);
    if (const auto error = errorOf(end, inflater, fileName))
        return *error;
    if (end == Inflater::End::Flushed && !checkWhole(content, fileName))
        return incomplete(fileName);
    return content;
}

QByteArray gunzipStart(QByteArrayView compressed, qsizetype length)
{
    QByteArray content;
    Inflater inflater(compressed);
    inflater.run([&](QByteArrayView piece) {
        content += piece.first(std::min(piece.size(), length - content.size()));
        return content.size() < length;
    });
    return content;
}

Result<qint64> gzipExpand(const QString &from, const QString &to, const std::atomic<bool> &cancelled, qint64 limit)
{
    const QString fileName = QFileInfo(from).fileName();
    const auto source = MappedFile::open(from);
    if (!source)
        return source.error();
    NewFile target(to);
    if (target.hasFailed())
        return target.error();
    Inflater inflater(source->bytes());
    const auto end = inflater.run([&](QByteArrayView piece) {
        return !cancelled && target.written() + piece.size() <= limit && target.write(piece);
    });
    if (source->wasCut())
        return incomplete(fileName);
    if (end == Inflater::End::Stopped) {
        if (target.hasFailed())
            return target.error();
        return cancelled ? cancelledError(to) : tooLarge(fileName, limit);
    }
    if (const auto error = errorOf(end, inflater, fileName))
        return *error;
    const auto written = target.keep();
    if (!written || end != Inflater::End::Flushed)
        return written;
    const auto unpacked = MappedFile::open(to);
    if (unpacked && checkWhole(unpacked->bytes(), fileName))
        return written;
    QFile::remove(to);
    return incomplete(fileName);
}

Result<qint64> gzipCompress(const QString &from, const QString &to, const std::atomic<bool> &cancelled)
{
    const auto source = MappedFile::open(from);
    if (!source)
        return source.error();
    NewFile target(to);
    if (target.hasFailed())
        return target.error();
    const QString title = notWritten(to);
    Deflater deflater;
    QByteArrayView rest = source->bytes();
    bool last = false;
    while (!last) {
        if (cancelled)
            return cancelledError(to);
        const QByteArrayView piece = rest.first(std::min(rest.size(), ChunkSize));
        rest = rest.sliced(piece.size());
        last = rest.empty();
        if (deflater.add(piece, last, &target))
            continue;
        if (target.hasFailed())
            return target.error();
        return Error{ErrorCode::WriteFailed, title, GzipFileText::tr("There is not enough memory."), {}};
    }
    if (source->wasCut()) {
        const QString reason = GzipFileText::tr("%1 changed while it was read.").arg(QFileInfo(from).fileName());
        return Error{ErrorCode::ReadFailed, title, reason, {}};
    }
    return target.keep();
}

} // namespace plugsmith
