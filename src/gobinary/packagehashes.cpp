// SPDX-License-Identifier: Apache-2.0
#include "gobinary/packagehashes.h"

#include <algorithm>

namespace plugsmith {
namespace {

constexpr qsizetype MaxHashText = qsizetype(8) << 20; // real ones have some 50 KB
constexpr quint64 MaxHashBytes = 64;
constexpr quint64 MaxSymbols = 4'000'000;

// The colon is from Go 1.20 on.
constexpr QByteArrayView BytesPrefixes[] = {"go:link.pkghashbytes.", "go.link.pkghashbytes."};

} // namespace

QList<PackageHash> readPackageHashes(const LoadedImage &image, const ModuleRecord &record)
{
    const auto wordSize = static_cast<quint64>(image.wordSize());
    const auto textAt = [&](quint64 address) -> QByteArrayView {
        const auto text = image.word(address);
        const auto length = image.word(address + wordSize);
        return text && length ? image.bytes(*text, *length).value_or(QByteArrayView()) : QByteArrayView();
    };
    QList<PackageHash> list;
    qsizetype total = 0;
    for (quint64 i = 0; i < record.packageHashes.count; ++i) {
        const quint64 entry = record.packageHashes.address + i * 5 * wordSize;
        const QByteArrayView package = textAt(entry);
        const QByteArrayView hash = textAt(entry + 2 * wordSize);
        total += package.size() + hash.size();
        if (total > MaxHashText)
            break;
        list << PackageHash{package.toByteArray(), hash.toByteArray()};
    }
    return list;
}

QList<PackageHash> readProgramHashes(const ElfImage &image, const ElfSymbols &symbols)
{
    QList<PackageHash> list;
    if (!canLoadPlugins(symbols))
        return list;
    qsizetype total = 0;
    const quint64 count = std::min(symbols.count(), MaxSymbols);
    for (quint64 i = 0; i < count && total < MaxHashText; ++i) {
        const auto symbol = symbols.at(i);
        if (!symbol || !symbol->isDefined() || symbol->size > MaxHashBytes)
            continue;
        for (const QByteArrayView prefix : BytesPrefixes) {
            const auto hash =
                symbol->name.startsWith(prefix) ? image.bytesAt(symbol->value, symbol->size) : std::nullopt;
            if (!hash)
                continue;
            const QByteArrayView package = symbol->name.sliced(prefix.size());
            total += package.size() + hash->size();
            if (total < MaxHashText)
                list << PackageHash{package.toByteArray(), hash->toByteArray()};
        }
    }
    std::ranges::sort(list, {}, &PackageHash::package);
    return list;
}

bool canLoadPlugins(const ElfSymbols &symbols)
{
    return symbols.find("go:link.pkghashbytes.plugin") || symbols.find("go.link.pkghashbytes.plugin");
}

} // namespace plugsmith
