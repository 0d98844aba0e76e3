// SPDX-License-Identifier: Apache-2.0
#include "gobinary/binaryfile.h"

#include "gobinary/buildinfoblob.h"
#include "gobinary/elfplatform.h"
#include "gobinary/gzipfile.h"
#include "gobinary/loadedimage.h"
#include "gobinary/machoimage.h"
#include "gobinary/mappedfile.h"
#include "gobinary/modulerecord.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct BinaryFileText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::BinaryFile)
};

/// PE files: only the platform. Offsets and machine numbers: "PE Format" of Microsoft.
std::optional<BinaryFacts> peFacts(QByteArrayView bytes)
{
    const ByteReader reader(bytes);
    const auto header = reader.u32(0x3c);
    const auto signature = header ? reader.bytes(*header, 4) : std::nullopt;
    if (!bytes.startsWith("MZ") || !signature || *signature != QByteArrayView("PE\0\0", 4))
        return std::nullopt;
    BinaryFacts facts;
    facts.format = BinaryFormat::Pe;
    facts.platform.os = u"windows"_s;
    switch (reader.u16(quint64(*header) + 4).value_or(0)) {
    case 0x8664:
        facts.platform.arch = u"amd64"_s;
        break;
    case 0x014c:
        facts.platform.arch = u"386"_s;
        break;
    case 0xaa64:
        facts.platform.arch = u"arm64"_s;
        break;
    default:
        break;
    }
    constexpr quint16 IsLibrary = 0x2000;
    facts.isSharedObject = (reader.u16(quint64(*header) + 22).value_or(0) & IsLibrary) != 0;
    return facts;
}

void take(BinaryFacts *facts, std::optional<BuildInfo> info)
{
    if (!info)
        return;
    facts->goVersion = GoVersion::parse(info->goVersion).value_or(GoVersion());
    // The linker knows the system for sure; an ELF header mostly does not say it.
    if (const auto os = info->setting("GOOS"_L1); os && Platform::isKnownOs(*os))
        facts->platform.os = *os;
    facts->buildInfo = std::move(info);
}

Result<BinaryFacts> elfFacts(QByteArrayView bytes, const QString &fileName)
{
    const auto image = ElfImage::parse(bytes, fileName);
    if (!image)
        return image.error();
    BinaryFacts facts;
    facts.format = BinaryFormat::Elf;
    facts.platform = elfPlatform(*image);
    facts.isSharedObject = image->isSharedObject();
    const ElfSymbols symbols(*image);
    auto info = readBuildInfo(*image, symbols, fileName);
    if (!info)
        return info.error();
    take(&facts, std::move(*info));

    // Every plugin refers to the host's first module record. Without that and without build info it is not Go's, and
    // the relocations of a large C library need not be read.
    const bool mayBePlugin = facts.isSharedObject && (facts.hasBuildInfo() || symbols.find("runtime.firstmoduledata"));
    if (!mayBePlugin)
        return facts;
    if (auto record = findModuleRecord(LoadedImage(*image, LoadedImage::Pointers::Relative))) {
        facts.isPlugin = true;
        facts.family = record->family;
        facts.pluginPath = std::move(record->pluginPath);
    }
    return facts;
}

/// The slice for this machine's processor if there is one, else the first that can be read.
Result<MachOImage> chosenSlice(QByteArrayView bytes, const QString &fileName)
{
    const auto slices = MachOImage::slices(bytes, fileName);
    if (!slices)
        return slices.error();
    std::optional<Result<MachOImage>> chosen;
    for (const QByteArrayView slice : *slices) {
        auto image = MachOImage::parse(slice, fileName);
        const bool fits = image && image->platform().arch == Platform::thisMachine().arch;
        if (!chosen || fits || (image && !*chosen))
            chosen = std::move(image);
        if (fits)
            break;
    }
    return chosen ? *chosen
                  : Error{ErrorCode::Unsupported, BinaryFileText::tr("%1 cannot be read").arg(fileName), {}, {}};
}

Result<BinaryFacts> machOFacts(QByteArrayView bytes, const QString &fileName)
{
    BinaryFacts facts;
    facts.format = BinaryFormat::MachO;
    const auto image = chosenSlice(bytes, fileName);
    if (!image && image.error().code == ErrorCode::Unsupported)
        return facts;
    if (!image)
        return image.error();
    facts.platform = image->platform();
    facts.isSharedObject = image->type() == MachOImage::Type::Library || image->type() == MachOImage::Type::Bundle;
    auto info = readBuildInfo(*image, fileName);
    if (!info)
        return info.error();
    take(&facts, std::move(*info));
    if (facts.isSharedObject) {
        const bool namesMode = facts.buildInfo && facts.buildInfo->setting("-buildmode"_L1) == u"plugin"_s;
        facts.isPlugin = namesMode || image->hasSymbolStartingWith("_go:link.pkghash") ||
                         image->hasSymbolStartingWith("_go.link.pkghash");
    }
    return facts;
}

Result<BinaryFacts> factsOfContent(QByteArrayView bytes, const QString &fileName)
{
    if (ElfImage::hasMagic(bytes))
        return elfFacts(bytes, fileName);
    if (MachOImage::hasMagic(bytes))
        return machOFacts(bytes, fileName);
    if (const auto facts = peFacts(bytes))
        return *facts;
    BinaryFacts facts;
    facts.format = bytes.startsWith("!<arch>\n") ? BinaryFormat::Archive : BinaryFormat::Other;
    return facts;
}

} // namespace

Result<void> checkWhole(QByteArrayView bytes, const QString &fileName)
{
    if (ElfImage::hasMagic(bytes)) {
        const auto image = ElfImage::parse(bytes, fileName);
        return image ? Result<void>() : image.error();
    }
    if (MachOImage::hasMagic(bytes)) {
        const auto image = chosenSlice(bytes, fileName);
        return image ? Result<void>() : image.error();
    }
    return Error{ErrorCode::Foreign,
                 BinaryFileText::tr("%1 cannot be checked").arg(fileName),
                 BinaryFileText::tr("It is neither an ELF nor a Mach-O file."),
                 {}};
}

Result<BinaryFacts> binaryFacts(QByteArrayView bytes, const QString &fileName)
{
    if (!isGzip(bytes)) {
        auto facts = factsOfContent(bytes, fileName);
        if (facts)
            facts->contentSize = bytes.size();
        return facts;
    }
    // An archive of another kind can be large, and nothing would be read from it.
    const QByteArray start = gunzipStart(bytes, 4096);
    if (!start.isEmpty() && !ElfImage::hasMagic(start) && !MachOImage::hasMagic(start)) {
        auto facts = factsOfContent(start, fileName);
        if (facts)
            facts->isCompressed = true;
        return facts;
    }
    const auto content = gunzip(bytes, fileName);
    if (!content)
        return content.error();
    auto facts = factsOfContent(*content, fileName);
    if (facts) {
        facts->isCompressed = true;
        facts->contentSize = content->size();
    }
    return facts;
}

Result<BinaryFacts> readBinaryFacts(const QString &path)
{
    const auto file = MappedFile::open(path);
    if (!file)
        return file.error();
    const QString fileName = QFileInfo(path).fileName();
    auto facts = binaryFacts(file->bytes(), fileName);
    if (file->wasCut()) {
        const QString reason = BinaryFileText::tr("It was cut short while it was read.");
        return Error{ErrorCode::ReadFailed, BinaryFileText::tr("%1 cannot be read").arg(fileName), reason, {}};
    }
    return facts;
}

} // namespace plugsmith
