// SPDX-License-Identifier: Apache-2.0
#include "models/logdocument.h"

#include "base/deliver.h"
#include "models/ansitext.h"
#include "models/logline.h"

#include <cstring>

namespace plugsmith {
namespace {

constexpr qint64 DirectBytes = 64 << 10; // indexed at once; more goes to the pool
constexpr qint64 TailBytes = 256 << 10;  // shown at once of a long file
constexpr qint64 LongFileBytes = 4 << 20;
constexpr qint64 PoolBytes = 8 << 20; // in one piece of work
constexpr qsizetype CachedBlocks = 8;

LogIndex extended(const LogFile &file, LogIndex part, qint64 to)
{
    part.extend(file, to);
    return part;
}

} // namespace

LogDocument::LogDocument(QObject *parent)
    : QObject(parent)
{
}

void LogDocument::open(const QString &path)
{
    ++m_generation;
    m_path = path;
    m_file = LogFile::open(path);
    m_index = LogIndex();
    m_head.reset();
    m_blocks.clear();
    m_isExtending = false;
    if (m_file) {
        const qint64 size = m_file->size();
        if (size > LongFileBytes)
            beginAtEnd(size);
        if (!m_head)
            m_index.extend(*m_file, qMin(size, TailBytes));
    }
    emit reset();
    if (m_file)
        update();
}

/// Indexes the last lines only, if there are line ends there, and has the pool do the rest.
void LogDocument::beginAtEnd(qint64 size)
{
    const qint64 from = size - TailBytes;
    const qsizetype lineEnd = m_file->read(from, TailBytes).indexOf('\n');
    if (lineEnd < 0)
        return;
    m_index = LogIndex(from + lineEnd + 1);
    m_index.extend(*m_file, size);
    m_head = LogIndex();
    extendHead();
}

void LogDocument::extendHead()
{
    const qint64 to = qMin(m_head->scanned() + PoolBytes, m_index.begin());
    runInPool(
        this, [file = m_file, part = m_head->continuation(), to] { return extended(*file, part, to); },
        [this, generation = m_generation, to](const LogIndex &part) {
            if (generation != m_generation)
                return;
            if (part.scanned() < to) // it has become shorter
                return open(QString(m_path));
            m_head->append(part);
            if (m_head->end() == m_index.begin())
                joinHead();
            else
                extendHead();
        });
}

void LogDocument::joinHead()
{
    const int count = m_head->lines();
    m_head->append(m_index);
    m_index = std::move(*m_head);
    m_head.reset();
    m_blocks.clear();
    emit linesPrepended(count);
}

void LogDocument::update()
{
    if (m_isExtending || m_path.isEmpty())
        return;
    if (!m_file && !(m_file = LogFile::open(m_path)))
        return;
    const qint64 size = m_file->size();
    if (size < m_index.scanned() || m_file->isReplaced())
        return open(QString(m_path));
    if (size - m_index.scanned() > DirectBytes)
        return extendInPool(size);
    const int first = lineCount();
    m_index.extend(*m_file, size);
    if (lineCount() > first)
        emit linesAdded(first);
}

void LogDocument::extendInPool(qint64 size)
{
    m_isExtending = true;
    const qint64 to = qMin(size, m_index.scanned() + PoolBytes);
    runInPool(
        this, [file = m_file, part = m_index.continuation(), to] { return extended(*file, part, to); },
        [this, generation = m_generation, to](const LogIndex &part) {
            if (generation != m_generation)
                return;
            m_isExtending = false;
            const int first = lineCount();
            m_index.append(part);
            if (lineCount() > first)
                emit linesAdded(first);
            if (part.scanned() == to) // else it has become shorter; whoever writes it will say more
                update();
        });
}

const LogDocument::CachedBlock &LogDocument::cachedBlock(int line) const
{
    const LogIndex::Block block = m_index.blockOf(line);
    for (const CachedBlock &cached : m_blocks) {
        if (cached.block.offset == block.offset && cached.block.end == block.end)
            return cached;
    }
    const qsizetype at = m_nextBlock++ % CachedBlocks;
    if (m_blocks.isEmpty())
        m_blocks.resize(CachedBlocks);
    CachedBlock &cached = m_blocks[at];
    cached = {block, m_file->read(block.offset, qMin(block.end - block.offset, LogIndex::BlockBytes + MaxLineBytes))};
    return cached;
}

QByteArray LogDocument::bytesOf(int line) const
{
    if (line < 0 || line >= lineCount() || !m_file)
        return {};
    const CachedBlock &cached = cachedBlock(line);
    const QByteArray &bytes = cached.bytes;
    qsizetype begin = 0;
    for (int i = cached.block.line; i < line; ++i) {
        begin = bytes.indexOf('\n', begin) + 1;
        if (begin == 0)
            return {};
    }
    qsizetype end = bytes.indexOf('\n', begin);
    if (end < 0)
        end = bytes.size();
    return bytes.sliced(begin, qMin<qsizetype>(end - begin, MaxLineBytes));
}

QString LogDocument::line(int number) const
{
    return QString::fromUtf8(bytesOf(number));
}

QString LogDocument::text(int number) const
{
    return withoutEscapes(QString::fromUtf8(textOfLogLine(bytesOf(number))));
}

} // namespace plugsmith
