// SPDX-License-Identifier: Apache-2.0
#include "gobinary/linkfacts.h"

#include "gobinary/loadedimage.h"
#include "gobinary/mappedfile.h"
#include "gobinary/modulerecord.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <array>

namespace plugsmith {
namespace {

struct LinkFactsText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::LinkFacts)
};

// Bounds of what is believable, for hostile files.
constexpr quint64 MaxPackages = 100'000;
constexpr quint64 MaxNameBytes = 4096;
constexpr quint64 MaxHashBytes = 64;
constexpr int EntryWords = 5;

// Up to Go 1.19 internal names begin with "go.", from 1.20 on with "go:".
constexpr std::array HashSymbols = {QByteArrayView("go:link.pkghashbytes."), QByteArrayView("go.link.pkghashbytes.")};

std::optional<QByteArray> stringAt(const LoadedImage &image, quint64 address, quint64 longest)
{
    const auto start = image.word(address);
    const auto length = image.word(address + static_cast<quint64>(image.wordSize()));
    if (!start || !length || *length > longest)
        return std::nullopt;
    const auto bytes = image.bytes(*start, *length);
    return bytes ? std::optional(bytes->toByteArray()) : std::nullopt;
}

QVector<PackageHash> hashesOfPlugin(const LoadedImage &image, const ModuleRecord &record)
{
    QVector<PackageHash> packages;
    const auto wordSize = static_cast<quint64>(image.wordSize());
    const quint64 count = std::min(record.packageHashes.count, MaxPackages);
    for (quint64 i = 0; i < count; ++i) {
        const quint64 entry = record.packageHashes.address + i * EntryWords * wordSize;
        auto name = stringAt(image, entry, MaxNameBytes);
        auto hash = stringAt(image, entry + 2 * wordSize, MaxHashBytes);
        if (name && hash)
            packages += {std::move(*name), std::move(*hash)};
    }
    return packages;
}

QVector<PackageHash> hashesOfProgram(const ElfImage &image, const ElfSymbols &symbols)
{
    QVector<PackageHash> packages;
    const quint64 count = symbols.count();
    for (quint64 i = 0; i < count && packages.size() < static_cast<qsizetype>(MaxPackages); ++i) {
        const auto symbol = symbols.at(i);
        if (!symbol || !symbol->isDefined() || symbol->size > MaxHashBytes)
            continue;
        for (const QByteArrayView prefix : HashSymbols) {
            if (!symbol->name.startsWith(prefix))
                continue;
            if (const auto hash = image.bytesAt(symbol->value, symbol->size))
                packages += {symbol->name.sliced(prefix.size()).toByteArray(), hash->toByteArray()};
        }
    }
    return packages;
}

} // namespace

Result<LinkFacts> linkFacts(QByteArrayView bytes, const QString &fileName)
{
    if (!ElfImage::hasMagic(bytes)) {
        return Error{ErrorCode::Foreign,
                     LinkFactsText::tr("%1 cannot be checked").arg(fileName),
                     LinkFactsText::tr("It is not an ELF file."),
                     {}};
    }
    const auto image = ElfImage::parse(bytes, fileName);
    if (!image)
        return image.error();
    LinkFacts facts;
    facts.machine = image->machine();
    facts.wordSize = image->wordSize();
    const ElfSymbols symbols(*image);
    if (const auto first = symbols.find("runtime.firstmoduledata"))
        facts.recordBytes = static_cast<qint64>(std::min<quint64>(first->size, 1 << 20));
    if (image->isSharedObject()) {
        const LoadedImage loaded(*image, LoadedImage::Pointers::Relative);
        if (const auto record = findModuleRecord(loaded)) {
            facts.isPlugin = true;
            facts.family = record->family;
            facts.pluginPath = record->pluginPath;
            facts.packages = hashesOfPlugin(loaded, *record);
        }
        return facts;
    }
    facts.canOpenPlugins = symbols.find("go:link.pkghashbytes.plugin").has_value() ||
                           symbols.find("go.link.pkghashbytes.plugin").has_value();
    if (facts.canOpenPlugins)
        facts.packages = hashesOfProgram(*image, symbols);
    return facts;
}

Result<LinkFacts> readLinkFacts(const QString &path)
{
    const auto file = MappedFile::open(path);
    if (!file)
        return file.error();
    const QString fileName = QFileInfo(path).fileName();
    auto facts = linkFacts(file->bytes(), fileName);
    if (file->wasCut()) {
        const QString reason = LinkFactsText::tr("It was cut short while it was read.");
        return Error{ErrorCode::ReadFailed, LinkFactsText::tr("%1 cannot be read").arg(fileName), reason, {}};
    }
    return facts;
}

} // namespace plugsmith
