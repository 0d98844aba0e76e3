// SPDX-License-Identifier: Apache-2.0
// Any bytes as an archive, as the worker reads it: the checked tree, all contents, the same tree on a disk. Then once
// more with the checksums put right that hide the readers of tar and 7z from a changed byte.
#include "unpack/archive.h"
#include "unpack/crc32.h"
#include "unpack/cursor.h"
#include "unpack/names.h"
#include "unpack/tarheaders.h"
#include "unpack/treewriter.h"
#include "unpack/unpacktree.h"

#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <map>
#include <unistd.h>

using namespace plugsmith::unpack;
namespace fs = std::filesystem;

namespace {

constexpr qint64 MostBytesOnDisk = 1 << 16;
constexpr size_t MostEntriesOnDisk = 40;

// KArchive talks of damage.
[[maybe_unused]] const auto silenced =
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});

Limits smallLimits()
{
    Limits limits;
    limits.maxEntries = 1000;
    limits.maxEntryBytes = qint64(1) << 20;
    limits.maxTotalBytes = qint64(2) << 20;
    return limits;
}

void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// What every tree promises that was opened: clean paths in order, each once, below folders, within the limits.
void checkTree(const std::vector<Entry> &entries, const Limits &limits)
{
    std::map<QByteArray, Entry::Kind> kinds;
    QByteArray before;
    qint64 total = 0;
    for (const Entry &entry : entries) {
        const auto clean = cleanName(entry.path);
        require(clean && *clean == entry.path && !entry.path.isEmpty() && isUtf8(entry.path));
        require(before < entry.path && entry.kind != Entry::Kind::HardLink);
        require(entry.size >= 0 && entry.size <= limits.maxEntryBytes);
        require(entry.kind == Entry::Kind::File || entry.size == 0);
        require(entry.kind != Entry::Kind::Link || (!entry.target.isEmpty() && !hasControls(entry.target)));
        const int slash = static_cast<int>(entry.path.lastIndexOf('/'));
        require(slash < 0 || kinds[entry.path.left(slash)] == Entry::Kind::Folder);
        kinds[entry.path] = entry.kind;
        before = entry.path;
        total += entry.size;
    }
    require(static_cast<qint64>(entries.size()) <= limits.maxEntries && total <= limits.maxTotalBytes);
}

Outcome<QByteArray> contentOf(Archive &archive, const Entry &entry, qint64 most)
{
    QByteArray content;
    auto read = archive.read(entry, most, [&content](const char *bytes, qint64 count) -> Outcome<void> {
        content.append(bytes, static_cast<int>(count));
        return {};
    });
    if (!read)
        return read.error();
    require(content.size() == std::min(most, entry.size));
    return content;
}

/// Reads everything, then the beginnings from last to first. Whether all was right.
bool checkContents(Archive &archive)
{
    std::vector<Outcome<QByteArray>> contents;
    bool areRight = true;
    for (const Entry &entry : archive.entries()) {
        contents.push_back(entry.kind == Entry::Kind::File ? contentOf(archive, entry, entry.size) : QByteArray());
        areRight = areRight && contents.back();
        require(!contents.back() || !entry.crc || entry.size == 0 || crc32(*contents.back()) == *entry.crc);
    }
    for (size_t i = contents.size(); i-- > 0;) {
        const Entry &entry = archive.entries()[i];
        const auto start = entry.kind == Entry::Kind::File ? contentOf(archive, entry, entry.size / 2) : QByteArray();
        require(!contents[i] || (start && contents[i]->startsWith(*start)));
    }
    return areRight;
}

bool isSmall(const std::vector<Entry> &entries)
{
    qint64 total = 0;
    for (const Entry &entry : entries)
        total += entry.size;
    return entries.size() <= MostEntriesOnDisk && total <= MostBytesOnDisk;
}

/// What unpacking wrote is the tree and nothing else, and no link leads out.
void checkDisk(const fs::path &root, const std::vector<Entry> &entries)
{
    size_t wanted = 0;
    for (const Entry &entry : entries) {
        if (isMacLitter(entry.path))
            continue;
        ++wanted;
        const fs::path path = root / entry.path.toStdString();
        const fs::file_status status = fs::symlink_status(path);
        if (entry.kind == Entry::Kind::Link) {
            require(fs::is_symlink(status) && fs::read_symlink(path) == entry.target.toStdString());
            std::error_code problem;
            const fs::path end = fs::weakly_canonical(path, problem);
            require(problem || *end.lexically_relative(root).begin() != "..");
        } else if (entry.kind == Entry::Kind::File) {
            require(fs::is_regular_file(status) && static_cast<qint64>(fs::file_size(path)) == entry.size);
            const bool isExecutable = (status.permissions() & fs::perms::owner_exec) != fs::perms::none;
            require(isExecutable == entry.executable);
        } else {
            require(fs::is_directory(status));
        }
    }
    const auto all = fs::recursive_directory_iterator(root);
    require(static_cast<size_t>(std::distance(fs::begin(all), fs::end(all))) == wanted);
}

/// Everything could be read, so everything can be written.
void checkUnpacking(Archive &archive)
{
    std::string name = (fs::canonical(fs::temp_directory_path()) / "plugsmith-fuzz-XXXXXX").string();
    require(::mkdtemp(name.data()) != nullptr);
    const int folder = ::open(name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    require(folder >= 0);
    require(unpackTree(archive, folder, [](qint64, const QByteArray &) {}).has_value());
    ::close(folder);
    checkDisk(name, archive.entries());
    fs::remove_all(name);
}

void check(const QByteArray &bytes)
{
    const MemorySource source(bytes);
    for (const CaseRule rule : {CaseRule::Ignored, CaseRule::Matters}) {
        MemoryScratch scratch;
        const Limits limits = smallLimits();
        const auto archive = Archive::open(source, scratch, limits, rule, [](qint64) {});
        if (!archive)
            continue;
        require((*archive)->format() != Format::Foreign);
        checkTree((*archive)->entries(), limits);
        if (rule == CaseRule::Matters && checkContents(**archive) && isSmall((*archive)->entries()))
            checkUnpacking(**archive);
    }
}

void put32(QByteArray &bytes, int at, quint32 value)
{
    for (int i = 0; i < 4; ++i)
        bytes[at + i] = static_cast<char>((value >> (8 * i)) & 0xFF);
}

void repairSevenZip(QByteArray &bytes)
{
    Cursor cursor(bytes);
    cursor.skip(12);
    const quint64 offset = cursor.u64();
    const quint64 size = cursor.u64();
    const auto room = static_cast<quint64>(bytes.size() - 32);
    if (offset <= room && size <= room - offset)
        put32(bytes, 28, crc32(bytes.mid(32 + static_cast<int>(offset), static_cast<int>(size))));
    put32(bytes, 8, crc32(bytes.mid(12, 20)));
}

void repairTar(QByteArray &bytes)
{
    for (int at = 0; at + TarBlock <= bytes.size(); at += TarBlock) {
        if (bytes.mid(at + 257, 5) != "ustar")
            continue;
        bytes.replace(at + 148, 8, QByteArray(8, ' '));
        int sum = 0;
        for (int i = at; i < at + TarBlock; ++i)
            sum += static_cast<uchar>(bytes[i]);
        QByteArray digits = QByteArray::number(sum, 8).rightJustified(6, '0');
        digits += '\0';
        bytes.replace(at + 148, digits.size(), digits);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<int>(size));
    check(bytes);
    QByteArray repaired = bytes;
    if (bytes.size() >= 32 && bytes.startsWith("7z\xBC\xAF\x27\x1C"))
        repairSevenZip(repaired);
    else if (bytes.mid(257, 5) == "ustar")
        repairTar(repaired);
    if (repaired != bytes)
        check(repaired);
    return 0;
}
