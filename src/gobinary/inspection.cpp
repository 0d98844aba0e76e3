// SPDX-License-Identifier: Apache-2.0
#include "gobinary/inspection.h"

#include "gobinary/binaryreading.h"
#include "gobinary/damage.h"
#include "gobinary/debugproducer.h"
#include "gobinary/mappedfile.h"
#include "gobinary/signature.h"

#include <QFileInfo>

#include <algorithm>
#include <elf.h>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxSections = 1024;
constexpr qsizetype MaxSectionName = 256;

QList<SectionSize> sectionSizes(const ElfImage &image)
{
    QList<SectionSize> sizes;
    for (const ElfSection &section : image.sections()) {
        if (section.type == SHT_NULL || section.type == SHT_NOBITS)
            continue;
        const auto name = section.name.first(std::min(section.name.size(), MaxSectionName));
        sizes << SectionSize{QString::fromUtf8(name), section.size};
        if (sizes.size() == MaxSections)
            break;
    }
    return sizes;
}

QList<SectionSize> sectionSizes(const MachOImage &image)
{
    QList<SectionSize> sizes;
    for (const MachOSection &section : image.sections()) {
        sizes << SectionSize{QString::fromUtf8(section.segment) + u',' + QString::fromUtf8(section.name), section.size};
        if (sizes.size() == MaxSections)
            break;
    }
    return sizes;
}

/// The instruction set that the go command compiled for, where it is recorded.
QString cpuLevelOf(const BuildInfo &info)
{
    for (const auto key : {"GOAMD64"_L1, "GOARM64"_L1, "GOARM"_L1, "GO386"_L1, "GOPPC64"_L1, "GORISCV64"_L1,
                           "GOMIPS"_L1, "GOMIPS64"_L1}) {
        if (const auto level = info.setting(key))
            return key + u'=' + *level;
    }
    return {};
}

BinaryKind kindOf(const BinaryReading &reading, const Dependencies &dependencies)
{
    const BinaryFacts &facts = reading.facts;
    if (facts.isPlugin)
        return BinaryKind::GoPlugin;
    switch (facts.format) {
    case BinaryFormat::Archive:
        return BinaryKind::Archive;
    case BinaryFormat::Other:
        return BinaryKind::Other;
    default:
        break;
    }
    const bool isGo = facts.hasBuildInfo() || !dependencies.goBuildId.isEmpty();
    if (facts.isSharedObject)
        return isGo ? BinaryKind::GoLibrary : BinaryKind::Library;
    if (reading.elf && reading.elf->type() == ET_REL)
        return BinaryKind::Object;
    return isGo ? BinaryKind::GoProgram : BinaryKind::Program;
}

void findGoVersion(const BinaryReading &reading, Inspection *inspection)
{
    if (reading.facts.goVersion.isValid()) {
        inspection->goVersion = reading.facts.goVersion;
        inspection->goSource = GoVersionSource::BuildInfo;
        return;
    }
    const bool isGo = inspection->kind == BinaryKind::GoPlugin || inspection->kind == BinaryKind::GoProgram ||
                      inspection->kind == BinaryKind::GoLibrary;
    if (const auto version = isGo && reading.elf ? goVersionOfDebugInfo(*reading.elf) : std::nullopt) {
        inspection->goVersion = *version;
        inspection->goSource = GoVersionSource::DebugInfo;
    } else if (reading.facts.family.isValid()) {
        inspection->goSource = GoVersionSource::Record;
    }
}

void readSignatures(const ElfImage &image, QByteArrayView pluginPath, QList<GoExport> &exports)
{
    QSet<QByteArray> functions;
    for (const GoExport &each : exports) {
        if (each.kind == GoExport::Kind::Function)
            functions += each.name.toUtf8();
    }
    const auto names = parameterNamesOf(image, pluginPath, functions);
    for (GoExport &each : exports) {
        if (const auto found = names.constFind(each.name.toUtf8()); found != names.constEnd())
            each.signature = signatureWith(*found, each.type);
    }
}

Result<void> readPluginParts(BinaryReading &reading, const QString &fileName, InspectParts parts,
                             Inspection *inspection)
{
    auto exports = readExports(*reading.loaded, *reading.record, fileName);
    if (!exports)
        return exports.error();
    inspection->exports = std::move(*exports);
    if (!parts.testFlag(InspectPart::Sparse))
        inspection->packages = readPackageHashes(*reading.loaded, *reading.record);
    inspection->moduleRecordSize = qint64(reading.record->recordWords) * reading.loaded->wordSize();
    if (parts.testFlag(InspectPart::Functions)) {
        FunctionFacts functions = readFunctions(*reading.loaded, *reading.record);
        inspection->code = std::move(functions.sizes);
        for (GoExport &each : inspection->exports)
            each.place = functions.places.value(each.name.toUtf8());
    }
    if (parts.testFlag(InspectPart::Names) && reading.elf)
        readSignatures(*reading.elf, reading.record->pluginPath, inspection->exports);
    if (parts.testFlag(InspectPart::Types) && !inspection->exports.isEmpty()) {
        reading.loaded->addSymbolic();
        inspection->types = readExportedTypes(*reading.loaded, *reading.record);
    }
    return {};
}

void readProgramParts(const ElfImage &image, InspectParts parts, Inspection *inspection)
{
    const ElfSymbols symbols(image);
    inspection->loadsPlugins = canLoadPlugins(symbols);
    if (!inspection->loadsPlugins)
        return;
    if (const auto first = symbols.find("runtime.firstmoduledata"))
        inspection->moduleRecordSize = static_cast<qint64>(std::min<quint64>(first->size, 0x10000));
    if (parts.testFlag(InspectPart::Packages))
        inspection->packages = readProgramHashes(image, symbols);
}

} // namespace

QLatin1StringView wordOf(BinaryKind kind)
{
    switch (kind) {
    case BinaryKind::GoPlugin:
        return "plugin"_L1;
    case BinaryKind::GoProgram:
        return "program"_L1;
    case BinaryKind::GoLibrary:
        return "c-shared"_L1;
    case BinaryKind::Library:
        return "shared library"_L1;
    case BinaryKind::Program:
        return "other program"_L1;
    case BinaryKind::Object:
        return "object"_L1;
    case BinaryKind::Archive:
        return "archive"_L1;
    case BinaryKind::Other:
        break;
    }
    return "not an object file"_L1;
}

QLatin1StringView wordOf(GoVersionSource source)
{
    switch (source) {
    case GoVersionSource::None:
        break;
    case GoVersionSource::BuildInfo:
        return "build info"_L1;
    case GoVersionSource::DebugInfo:
        return "debug info"_L1;
    case GoVersionSource::Record:
        return "module record"_L1;
    case GoVersionSource::Sidecar:
        return "sidecar"_L1;
    case GoVersionSource::FileName:
        return "file name"_L1;
    }
    return {};
}

Result<Inspection> inspectBytes(QByteArrayView bytes, const QString &fileName, InspectParts parts)
{
    QByteArray unpacked;
    auto reading = readBinary(bytes, fileName, &unpacked);
    if (!reading)
        return reading.error();
    Inspection inspection;
    inspection.fileSize = bytes.size();
    if (reading->elf)
        inspection.dependencies = readDependencies(*reading->elf);
    if (!parts.testFlag(InspectPart::Sparse)) {
        inspection.sections = reading->elf     ? sectionSizes(*reading->elf)
                              : reading->machO ? sectionSizes(*reading->machO)
                                               : QList<SectionSize>();
    }
    inspection.kind = kindOf(*reading, inspection.dependencies);
    if (reading->record) {
        if (const auto read = readPluginParts(*reading, fileName, parts, &inspection); !read)
            return read.error();
    } else if (reading->elf && inspection.kind == BinaryKind::GoProgram) {
        readProgramParts(*reading->elf, parts, &inspection);
    }
    findGoVersion(*reading, &inspection);
    if (reading->facts.buildInfo)
        inspection.cpuLevel = cpuLevelOf(*reading->facts.buildInfo);
    inspection.facts = std::move(reading->facts);
    return inspection;
}

Result<Inspection> inspectFile(const QString &path, InspectParts parts)
{
    const auto file = MappedFile::open(path);
    if (!file)
        return file.error();
    const QString fileName = QFileInfo(path).fileName();
    auto inspection = inspectBytes(file->bytes(), fileName, parts);
    if (file->wasCut())
        return cutFile(fileName);
    return inspection;
}

} // namespace plugsmith
