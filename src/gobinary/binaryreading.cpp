// SPDX-License-Identifier: Apache-2.0
#include "gobinary/binaryreading.h"

#include "gobinary/buildinfoblob.h"
#include "gobinary/elfplatform.h"
#include "gobinary/gzipfile.h"

#include <QCoreApplication>

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

Result<BinaryReading> readElf(QByteArrayView bytes, const QString &fileName)
{
    auto image = ElfImage::parse(bytes, fileName);
    if (!image)
        return image.error();
    BinaryReading reading;
    BinaryFacts &facts = reading.facts;
    facts.format = BinaryFormat::Elf;
    facts.platform = elfPlatform(*image);
    facts.isSharedObject = image->isSharedObject();
    reading.elf = std::move(*image);
    const ElfSymbols symbols(*reading.elf);
    auto info = readBuildInfo(*reading.elf, symbols, fileName);
    if (!info)
        return info.error();
    take(&facts, std::move(*info));

    // Every plugin refers to the host's first module record. Without that and without build info it is not Go's, and
    // the relocations of a large C library need not be read.
    const bool mayBePlugin = facts.isSharedObject && (facts.hasBuildInfo() || symbols.find("runtime.firstmoduledata"));
    if (!mayBePlugin)
        return reading;
    reading.loaded.emplace(*reading.elf, LoadedImage::Pointers::Relative);
    reading.record = findModuleRecord(*reading.loaded);
    if (reading.record) {
        facts.isPlugin = true;
        facts.family = reading.record->family;
        facts.pluginPath = reading.record->pluginPath;
    }
    return reading;
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

Result<BinaryReading> readMachO(QByteArrayView bytes, const QString &fileName)
{
    BinaryReading reading;
    BinaryFacts &facts = reading.facts;
    facts.format = BinaryFormat::MachO;
    const auto image = chosenSlice(bytes, fileName);
    if (!image && image.error().code == ErrorCode::Unsupported)
        return reading;
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
    reading.machO = *image;
    if (facts.isPlugin) {
        reading.loaded.emplace(*image);
        reading.record = findModuleRecord(*reading.loaded);
    }
    if (reading.record) {
        facts.family = reading.record->family;
        facts.pluginPath = reading.record->pluginPath;
    }
    return reading;
}

Result<BinaryReading> readContent(QByteArrayView bytes, const QString &fileName)
{
    if (ElfImage::hasMagic(bytes))
        return readElf(bytes, fileName);
    if (MachOImage::hasMagic(bytes))
        return readMachO(bytes, fileName);
    BinaryReading reading;
    if (const auto facts = peFacts(bytes)) {
        reading.facts = *facts;
    } else {
        reading.facts.format = bytes.startsWith("!<arch>\n") ? BinaryFormat::Archive : BinaryFormat::Other;
    }
    return reading;
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

Result<BinaryReading> readBinary(QByteArrayView bytes, const QString &fileName, QByteArray *unpacked)
{
    if (!isGzip(bytes)) {
        auto reading = readContent(bytes, fileName);
        if (reading)
            reading->facts.contentSize = bytes.size();
        return reading;
    }
    // An archive of another kind can be large, and nothing would be read from it.
    const QByteArray start = gunzipStart(bytes, 4096);
    const bool isOther = !start.isEmpty() && !ElfImage::hasMagic(start) && !MachOImage::hasMagic(start);
    auto content = isOther ? Result<QByteArray>(start) : gunzip(bytes, fileName);
    if (!content)
        return content.error();
    *unpacked = std::move(*content);
    auto reading = readContent(*unpacked, fileName);
    if (reading) {
        reading->facts.isCompressed = true;
        reading->facts.contentSize = isOther ? 0 : unpacked->size();
    }
    return reading;
}

} // namespace plugsmith
