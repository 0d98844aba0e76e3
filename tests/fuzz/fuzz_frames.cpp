// SPDX-License-Identifier: Apache-2.0
// Any bytes as what the archive worker says: frames, the tree that they describe, the sentence for its last word.
#include "archive/archiveerrors.h"
#include "archive/ignorerules.h"
#include "archive/pathrules.h"
#include "archive/treecollector.h"

#include <cstdlib>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

struct Reading
{
    QList<Frame> frames;
    bool hasFailed = false;
    bool isAtBoundary = false;
};

/// Reads in pieces of at most `most` bytes.
Reading readIn(const QByteArray &bytes, qsizetype most)
{
    Reading reading;
    FrameReader reader;
    for (qsizetype at = 0; at < bytes.size(); at += most) {
        reader.feed(bytes.mid(at, most));
        while (const auto frame = reader.next())
            reading.frames.append(*frame);
    }
    reading.hasFailed = reader.hasFailed();
    reading.isAtBoundary = reader.isAtBoundary();
    return reading;
}

void checkTree(const SourceTree &tree, const ArchiveLimits &limits)
{
    QString before;
    qint64 total = 0;
    for (const SourceEntry &entry : tree.entries) {
        require(isCleanPath(entry.path) && comesBefore(before, entry.path) && tree.find(entry.path) == &entry);
        require(!isLeftOutOfArchive(entry.path.section(u'/', -1), entry.kind));
        require(entry.size >= entry.content.size() && entry.size <= limits.maxEntryBytes);
        require(entry.kind == EntryKind::File || (entry.size == 0 && entry.content.isEmpty()));
        const qsizetype slash = entry.path.lastIndexOf(u'/');
        const SourceEntry *parent = slash < 0 ? nullptr : tree.find(entry.path.left(slash));
        require(slash < 0 || (parent != nullptr && parent->kind == EntryKind::Folder));
        before = entry.path;
        total += entry.size;
    }
    require(total == tree.totalBytes && total <= limits.maxTotalBytes && tree.entries.size() <= limits.maxEntries);
    require(linkThatLeaves(tree.entries) == nullptr);
}

void checkCollecting(const QList<Frame> &frames, const ArchiveLimits &limits)
{
    TreeCollector collector(limits);
    for (const Frame &frame : frames) {
        if (!collector.add(frame))
            return;
    }
    if (const auto tree = collector.finish())
        checkTree(*tree, limits);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Reading whole = readIn(bytes, std::max<qsizetype>(bytes.size(), 1));
    for (const qsizetype most : {qsizetype(1), qsizetype(7), bytes.size() / 2 + 1}) {
        const Reading pieces = readIn(bytes, most);
        require(pieces.hasFailed == whole.hasFailed && pieces.isAtBoundary == whole.isAtBoundary);
        require(pieces.frames.size() == whole.frames.size());
        for (qsizetype i = 0; i < whole.frames.size(); ++i) {
            require(pieces.frames[i].fields == whole.frames[i].fields);
            require(pieces.frames[i].content == whole.frames[i].content);
        }
    }

    QList<Frame> entries;
    for (const Frame &frame : whole.frames) {
        require(frame.hasContent || frame.content.isEmpty());
        if (frame.fields.contains("entry"_L1))
            entries.append(frame);
        const QJsonObject error = frame.fields.value("error"_L1).toObject();
        if (!error.isEmpty())
            require(!archiveerrors::fromFrame(error, u"/in/a.zip"_s, u"/out/a"_s).message.isEmpty());
    }
    checkCollecting(entries, {});
    checkCollecting(entries, {.maxEntries = 4, .maxEntryBytes = 100, .maxTotalBytes = 200});
    return 0;
}
