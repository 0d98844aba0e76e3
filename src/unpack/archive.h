// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "unpack/bytesource.h"
#include "unpack/decompress.h"
#include "unpack/entry.h"
#include "unpack/format.h"
#include "unpack/names.h"

#include <memory>

namespace plugsmith::unpack {

/// The contents of one kind of archive. Nothing is unpacked before the first content is asked for.
class ContentReader
{
public:
    ContentReader() = default;
    virtual ~ContentReader() = default;
    Q_DISABLE_COPY_MOVE(ContentReader)

    /// Hands at most `most` bytes of a file or link to `sink`. Whoever asks for all of it learns whether size and
    /// checksum are right.
    virtual Outcome<void> read(const Entry &entry, qint64 most, const Sink &sink) = 0;
};

/// An archive of any kind: its checked tree, and its contents one at a time. The source must outlive it; `scratch`
/// takes the tar of a compressed tar.
class Archive
{
public:
    static Outcome<std::unique_ptr<Archive>> open(const ByteSource &source, Scratch &scratch, const Limits &limits,
                                                  CaseRule caseRule, const PositionReport &report);

    Format format() const { return m_format; }
    /// Sorted by path; only files, folders and links.
    const std::vector<Entry> &entries() const { return m_entries; }
    Outcome<void> read(const Entry &entry, qint64 most, const Sink &sink) { return m_reader->read(entry, most, sink); }

private:
    Outcome<void> readEntries(const ByteSource &source, Scratch &scratch, const Limits &limits,
                              const PositionReport &report);
    Outcome<void> readLinkTargets();

    Format m_format = Format::Foreign;
    std::vector<Entry> m_entries;
    std::unique_ptr<ContentReader> m_reader;
};

} // namespace plugsmith::unpack
