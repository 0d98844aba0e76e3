// SPDX-License-Identifier: Apache-2.0
#include "gobinary/linkfacts.h"

#include "gobinary/loadedimage.h"
#include "gobinary/mappedfile.h"
#include "gobinary/modulerecord.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace plugsmith {
namespace {

struct LinkFactsText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::LinkFacts)
};

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
            facts.packages = readPackageHashes(loaded, *record);
        }
        return facts;
    }
    facts.canOpenPlugins = canLoadPlugins(symbols);
    if (facts.canOpenPlugins)
        facts.packages = readProgramHashes(*image, symbols);
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
