// SPDX-License-Identifier: Apache-2.0
#include "unpack/archive.h"

#include "unpack/readers.h"
#include "unpack/sevenzipheader.h"
#include "unpack/tarheaders.h"
#include "unpack/zipdirectory.h"

namespace plugsmith::unpack {
namespace {

/// Where the tar inside a broken stream got to tells which file is missing its end.
Problem withName(Problem problem, const ByteSource &tar, const Limits &limits)
{
    if (problem.code == Problem::Code::Damaged)
        static_cast<void>(readTarHeaders(tar, limits, &problem.entry));
    return problem;
}

} // namespace

Outcome<std::unique_ptr<Archive>> Archive::open(const ByteSource &source, Scratch &scratch, const Limits &limits,
                                                CaseRule caseRule, const PositionReport &report)
{
    auto archive = std::make_unique<Archive>();
    archive->m_format = detectFormat(source);
    if (auto read = archive->readEntries(source, scratch, limits, report); !read)
        return read.error();
    if (auto targets = archive->readLinkTargets(); !targets)
        return targets.error();
    if (auto checked = checkTree(archive->m_entries, limits, source.size(), caseRule); !checked)
        return checked.error();
    return archive;
}

Outcome<void> Archive::readEntries(const ByteSource &source, Scratch &scratch, const Limits &limits,
                                   const PositionReport &report)
{
    const auto readTar = [&](const ByteSource &tar) -> Outcome<void> {
        auto entries = readTarHeaders(tar, limits);
        if (!entries)
            return entries.error();
        m_entries = std::move(*entries);
        m_reader = makeTarReader(tar, m_entries);
        return {};
    };
    switch (m_format) {
    case Format::Foreign:
        return refused(Problem::Code::Foreign, {}, {});
    case Format::Zip: {
        auto entries = readZipDirectory(source, limits);
        if (!entries)
            return entries.error();
        for (const ZipEntry &zip : *entries)
            m_entries.push_back(zip.entry);
        m_reader = makeZipReader(source, std::move(*entries));
        return {};
    }
    case Format::SevenZip: {
        auto header = readSevenZipHeader(source, limits);
        if (!header)
            return header.error();
        m_entries = header->entries;
        m_reader = makeSevenZipReader(source, std::move(*header), scratch, report);
        return {};
    }
    case Format::Tar:
        return readTar(source);
    default:
        if (auto done = decompress(source, m_format, scratch, limits, report); !done)
            return withName(done.error(), scratch, limits);
        auto walked = readTar(scratch);
        if (!walked && walked.error().byte >= 0)
            walked.error().byte = source.size(); // a position in the tar says nothing about the file at hand
        return walked;
    }
}

/// Zip and 7z keep the target of a link as its content.
Outcome<void> Archive::readLinkTargets()
{
    for (Entry &entry : m_entries) {
        if (entry.kind != Entry::Kind::Link || !entry.target.isEmpty())
            continue;
        QByteArray target;
        auto read = m_reader->read(entry, entry.size, [&target](const char *bytes, qint64 count) -> Outcome<void> {
            target.append(bytes, static_cast<int>(count));
            return {};
        });
        if (!read)
            return read;
        entry.target = isUtf8(target) ? target : fromLatin1(target);
        entry.size = 0;
    }
    return {};
}

} // namespace plugsmith::unpack
