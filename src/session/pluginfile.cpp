// SPDX-License-Identifier: Apache-2.0
#include "session/pluginfile.h"

#include "base/plugininfo.h"
#include "base/pluginname.h"
#include "gobinary/elfimage.h"
#include "gobinary/gzipfile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <cstddef>
#include <elf.h>

#ifdef Q_OS_LINUX
#include <linux/fs.h>
#include <sys/ioctl.h>
#endif

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct PluginFileText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::PluginFile)
};

constexpr auto InfoSuffix = ".pinf"_L1;
constexpr auto PluginSuffix = ".so"_L1;
constexpr auto PackedSuffix = ".so.gz"_L1;

/// The path without the ending of a plugin or build info; only the file's name counts, not that of a folder.
QString stemOf(const QString &path)
{
    for (const QLatin1StringView suffix : {PackedSuffix, PluginSuffix, InfoSuffix}) {
        if (path.endsWith(suffix))
            return path.chopped(suffix.size());
    }
    return path;
}

Error refusal(const QString &fileName, ErrorCode code, const QString &reason)
{
    return {code, PluginFileText::tr("%1 cannot be loaded").arg(fileName), reason, {}};
}

/// The plugin that belongs to a build info: compressed if it says so, and whichever of the two is there.
Result<QString> pluginOf(const QString &infoPath, const std::optional<PluginInfo> &info)
{
    const QString stem = stemOf(infoPath);
    QStringList names{stem + PluginSuffix, stem + PackedSuffix};
    if (info && info->compression == Compression::Gzip)
        names.swapItemsAt(0, 1);
    for (const QString &name : names) {
        if (QFileInfo(name).isFile())
            return name;
    }
    return refusal(QFileInfo(infoPath).fileName(), ErrorCode::NotFound,
                   PluginFileText::tr("Its plugin %1 is not there.").arg(QFileInfo(names.first()).fileName()));
}

void fillFromName(PluginFile *plugin)
{
    const QFileInfo file(plugin->path);
    plugin->candidate.scn = Scn::fromUtc(file.lastModified().toUTC());
    if (const auto name = PluginName::parse(file.fileName())) {
        plugin->candidate.name = name->name;
        plugin->candidate.version = name->version.toString();
        plugin->candidate.platform = name->platform;
        return;
    }
    plugin->candidate.name = stemOf(file.fileName());
    plugin->candidate.version = plugin->facts.goVersion.isValid() ? plugin->facts.goVersion.toString() : QString();
    plugin->candidate.platform = plugin->facts.platform;
}

void fillFromInfo(PluginFile *plugin, const PluginInfo &info)
{
    plugin->isScnFromInfo = true;
    plugin->isBuiltHere = !info.plugsmith.isEmpty();
    plugin->candidate = {info.name.isEmpty() ? plugin->candidate.name : info.name, info.scn, info.version,
                         info.platform};
}

/// What no process may be made to open: the runtime would die of it (go-plugins.md 4.5).
std::optional<Error> whyNeverLoadable(const PluginFile &plugin)
{
    const QString fileName = QFileInfo(plugin.path).fileName();
    if (plugin.facts.isPlugin)
        return std::nullopt;
    if (plugin.facts.format == BinaryFormat::Archive)
        return refusal(fileName, ErrorCode::Foreign,
                       PluginFileText::tr("It is a package archive: what was built is not a “main” package."));
    if (plugin.facts.format == BinaryFormat::Other || plugin.facts.format == BinaryFormat::Pe)
        return refusal(fileName, ErrorCode::Foreign, PluginFileText::tr("It is not a plugin."));
    if (plugin.facts.isGo())
        return refusal(fileName, ErrorCode::Foreign,
                       PluginFileText::tr("It was built by Go, but not with -buildmode=plugin."));
    return refusal(fileName, ErrorCode::Foreign, PluginFileText::tr("It is a library, but not a Go plugin."));
}

Result<PluginFile> readContent(PluginFile plugin)
{
    const auto file = MappedFile::open(plugin.path);
    if (!file)
        return file.error();
    const QString fileName = QFileInfo(plugin.path).fileName();
    QByteArray unpacked;
    QByteArrayView content = file->bytes();
    if (isGzip(content)) {
        auto bytes = gunzip(content, fileName);
        if (!bytes)
            return bytes.error();
        unpacked = *std::move(bytes);
        content = unpacked;
    }
    auto facts = binaryFacts(content, fileName);
    if (!facts)
        return facts.error();
    plugin.facts = *std::move(facts);
    if (auto reason = whyNeverLoadable(plugin))
        return *std::move(reason);
    if (plugin.facts.format == BinaryFormat::Elf) {
        auto link = linkFacts(content, fileName);
        if (!link)
            return link.error();
        plugin.link = *std::move(link);
    }
    plugin.flags = HostFlags::of(plugin.facts, content);
    if (file->wasCut())
        return refusal(fileName, ErrorCode::ReadFailed, PluginFileText::tr("It was cut short while it was read."));
    plugin.identity = file->identity();
    return plugin;
}

/// Lets the copy be made of the same blocks of the disk, where the file system can do that: nothing is copied then, and
/// who writes into one of the two gets blocks of his own.
bool shareBlocks([[maybe_unused]] const MappedFile &file, [[maybe_unused]] QFile &copy)
{
#ifdef Q_OS_LINUX
    return ::ioctl(copy.handle(), FICLONE, file.handle()) == 0;
#else
    return false;
#endif
}

/// In pieces: one write of many megabytes from a mapping takes half as long again, because the system meets every page
/// of it unprepared.
bool writeAll(QByteArrayView bytes, QFile &file)
{
    constexpr qsizetype PieceBytes = 1 << 20;
    while (!bytes.isEmpty()) {
        const QByteArrayView piece = bytes.first(qMin(bytes.size(), PieceBytes));
        if (file.write(piece.data(), piece.size()) != piece.size())
            return false;
        bytes = bytes.sliced(piece.size());
    }
    return true;
}

/// Writes what loaders read of a plugin: up to the end of the last segment. Debug information and section headers,
/// which are a third of a file, come after that; a header that names none is a whole file again.
bool writeLoadable(QByteArrayView content, QFile &copy)
{
    const auto image = ElfImage::parse(content, copy.fileName());
    if (!image)
        return writeAll(content, copy); // the loader says what it thinks of it
    quint64 end = 0;
    for (const ElfSegment &segment : image->segments()) {
        if (segment.type == PT_LOAD)
            end = qMax(end, segment.offset + segment.fileSize);
    }
    if (end > static_cast<quint64>(content.size()) || !writeAll(content.first(static_cast<qsizetype>(end)), copy))
        return false;
    const auto clear = [&copy](size_t offset, size_t size) {
        return copy.seek(static_cast<qint64>(offset)) && copy.write(QByteArray(static_cast<qsizetype>(size), '\0')) > 0;
    };
    if (image->isWide())
        return clear(offsetof(Elf64_Ehdr, e_shoff), sizeof(Elf64_Ehdr::e_shoff)) &&
               clear(offsetof(Elf64_Ehdr, e_shnum), 2 * sizeof(Elf64_Ehdr::e_shnum)); // and e_shstrndx
    return clear(offsetof(Elf32_Ehdr, e_shoff), sizeof(Elf32_Ehdr::e_shoff)) &&
           clear(offsetof(Elf32_Ehdr, e_shnum), 2 * sizeof(Elf32_Ehdr::e_shnum));
}

} // namespace

Result<PluginFile> readPluginFile(const QString &path)
{
    const QString infoPath = stemOf(path) + InfoSuffix;
    std::optional<PluginInfo> info;
    if (QFileInfo(infoPath).isFile()) {
        auto read = PluginInfo::read(infoPath);
        if (!read)
            return read.error();
        info = *std::move(read);
    }
    PluginFile plugin;
    plugin.path = QFileInfo(path).absoluteFilePath();
    if (path.endsWith(InfoSuffix)) {
        const auto found = pluginOf(path, info);
        if (!found)
            return found.error();
        plugin.path = QFileInfo(*found).absoluteFilePath();
    }
    auto read = readContent(std::move(plugin));
    if (!read)
        return read;
    fillFromName(&*read);
    if (info) {
        read->infoPath = QFileInfo(infoPath).absoluteFilePath();
        fillFromInfo(&*read, *info);
    }
    return read;
}

Result<void> copyForLoading(const PluginFile &plugin, const QString &target)
{
    const auto file = MappedFile::open(plugin.path);
    if (!file)
        return file.error();
    const QString fileName = QFileInfo(plugin.path).fileName();
    const Error change =
        refusal(fileName, ErrorCode::ReadFailed,
                PluginFileText::tr("It has changed since it was checked. Load it again to have the new file checked."));
    if (file->identity() != plugin.identity)
        return change;
    QByteArray unpacked;
    QByteArrayView content = file->bytes();
    if (isGzip(content)) {
        auto bytes = gunzip(content, fileName);
        if (!bytes)
            return bytes.error();
        unpacked = *std::move(bytes);
        content = unpacked;
    }
    // Not QFile::copy(): it waits for the disk, and nobody needs this copy after the session.
    QFile copy(target);
    const bool isOpen = copy.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered);
    const bool isWritten = isOpen && ((unpacked.isEmpty() && shareBlocks(*file, copy)) || writeLoadable(content, copy));
    const bool isSame = file->isUnchanged();
    if (isWritten && isSame && !file->wasCut())
        return {};
    if (isOpen)
        copy.remove();
    if (!isSame)
        return change;
    return Error{ErrorCode::WriteFailed, PluginFileText::tr("%1 cannot be loaded").arg(fileName),
                 PluginFileText::tr("No copy of it could be made."), target};
}

} // namespace plugsmith
