// SPDX-License-Identifier: Apache-2.0
// Any bytes as a binary: facts, then everything that can be walked over.
#include "gobinary/inspection.h"
#include "gobinary/loadedimage.h"
#include "gobinary/machoimage.h"
#include "gobinary/modulerecord.h"

#include <cstdlib>

using namespace plugsmith;
using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    const auto inspection =
        inspectBytes(bytes, u"x"_s, InspectPart::Types | InspectPart::Packages | InspectPart::Functions);
    if (inspection && inspection->facts.isPlugin && !inspection->facts.isSharedObject)
        std::abort();
    if (MachOImage::hasMagic(bytes))
        std::ignore = MachOImage::slices(bytes, u"x"_s);
    if (const auto machO = MachOImage::parse(bytes, u"x"_s)) {
        const LoadedImage loaded(*machO); // also of programs
        std::ignore = findModuleRecord(loaded);
    }
    const auto image = ElfImage::parse(bytes, u"x"_s);
    if (!image)
        return 0;
    std::ignore = image->sections();
    std::ignore = image->neededLibraries();
    const ElfSymbols symbols(*image);
    for (quint64 i = 0; i < symbols.count(); ++i) {
        const auto symbol = symbols.at(i);
        if (!symbol)
            std::abort();
        if (i < 100)
            std::ignore = symbols.find(symbol->name);
    }
    const LoadedImage loaded(*image, LoadedImage::Pointers::All);
    for (const LoadedImage::Pointer &pointer : loaded.pointers(0, ~quint64(0)))
        std::ignore = loaded.valueOf(pointer);
    // Also in files that are no shared objects, which inspectBytes() does not try.
    if (const auto record = findModuleRecord(loaded); record && record->pluginPath.isEmpty())
        std::abort();
    return 0;
}
