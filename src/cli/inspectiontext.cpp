// SPDX-License-Identifier: Apache-2.0
#include "cli/inspectiontext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <limits>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct InspectionText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::InspectionText)
};

constexpr qsizetype MostPackages = 20; // that are listed for people; programs get all

QLatin1StringView wordOf(BinaryFormat format)
{
    switch (format) {
    case BinaryFormat::Elf:
        return "elf"_L1;
    case BinaryFormat::MachO:
        return "mach-o"_L1;
    case BinaryFormat::Archive:
        return "archive"_L1;
    case BinaryFormat::Pe:
        return "pe"_L1;
    case BinaryFormat::Other:
        break;
    }
    return "other"_L1;
}

QString kindOf(const PluginEntry &entry)
{
    switch (entry.state) {
    case PluginEntry::State::Damaged:
        return u"damaged"_s;
    case PluginEntry::State::Unreadable:
        return u"unreadable"_s;
    case PluginEntry::State::OrphanInfo:
        return u"orphan sidecar"_s;
    default:
        return plugsmith::wordOf(entry.kind);
    }
}

QString platformOf(const PluginEntry &entry)
{
    return entry.platform.isValid() ? entry.platform.toString() : QString();
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QJsonObject moduleToJson(const BuildModule &module)
{
    QJsonObject object{{u"path"_s, module.path}, {u"version"_s, module.version}, {u"sum"_s, module.sum}};
    if (module.replacement) {
        object.insert(u"replace"_s, QJsonObject{{u"path"_s, module.replacement->path},
                                                {u"version"_s, module.replacement->version},
                                                {u"sum"_s, module.replacement->sum}});
    } else {
        object.insert(u"replace"_s, QJsonValue());
    }
    return object;
}

QJsonObject typeToJson(const GoTypeDetails &type)
{
    QJsonArray fields;
    for (const GoField &field : type.fields) {
        fields += QJsonObject{{u"name"_s, field.name},
                              {u"type"_s, field.type},
                              {u"tag"_s, field.tag},
                              {u"offset"_s, static_cast<qint64>(field.offset)},
                              {u"embedded"_s, field.isEmbedded}};
    }
    QJsonArray methods;
    for (const GoMethod &method : type.methods)
        methods += QJsonObject{{u"name"_s, method.name}, {u"type"_s, method.type}, {u"pointer"_s, method.needsPointer}};
    return {{u"name"_s, type.name},
            {u"package"_s, type.packagePath},
            {u"underlying"_s, type.underlying},
            {u"size"_s, static_cast<qint64>(type.size)},
            {u"fields"_s, fields},
            {u"methods"_s, methods}};
}

/// The keys that inspect and list share.
QJsonObject commonKeys(const PluginEntry &entry)
{
    QJsonArray contradictions;
    for (const Contradiction &each : entry.contradictions)
        contradictions += each.toString();
    QJsonObject object{{u"path"_s, entry.path},
                       {u"name"_s, entry.name},
                       {u"kind"_s, kindOf(entry)},
                       {u"format"_s, wordOf(entry.format)},
                       {u"platform"_s, platformOf(entry)},
                       {u"go"_s, entry.goText()},
                       {u"goSource"_s, plugsmith::wordOf(entry.goSource)},
                       {u"scn"_s, entry.scn.value()},
                       {u"scnSource"_s, plugsmith::wordOf(entry.scnSource)},
                       {u"compression"_s, entry.compression == Compression::Gzip ? u"gzip"_s : QString()},
                       {u"pluginPath"_s, entry.pluginPath},
                       {u"size"_s, entry.stamp.size},
                       {u"contradictions"_s, contradictions}};
    if (!entry.tykGateway.isEmpty())
        object.insert(u"tykGateway"_s, entry.tykGateway);
    if (!entry.problem.isEmpty())
        object.insert(u"error"_s, entry.problem);
    return object;
}

void insertBuildInfo(const BuildInfo &info, QJsonObject &object)
{
    QJsonArray modules;
    if (!info.main.path.isEmpty())
        modules += moduleToJson(info.main);
    for (const BuildModule &module : info.modules)
        modules += moduleToJson(module);
    QJsonObject settings;
    for (const BuildSetting &each : info.settings)
        settings.insert(each.key, each.value);
    object[u"modules"_s] = modules;
    object[u"settings"_s] = settings;
}

/// "func Add(int, int) int", "var Version string": as it would be declared.
QString declaration(const GoExport &each)
{
    if (each.kind == GoExport::Kind::Function) {
        const QString &type = each.signature.isEmpty() ? each.type : each.signature;
        return u"func "_s + each.name + type.sliced(qMin(type.size(), qsizetype(4)));
    }
    const QString type = each.type.startsWith(u'*') ? each.type.sliced(1) : each.type;
    return u"var "_s + each.name + u' ' + (type.isEmpty() ? u"?"_s : type);
}

void addFact(QStringList &lines, const QString &title, const QString &value)
{
    constexpr int Width = 14;
    if (!value.isEmpty())
        lines << u"  "_s + title.leftJustified(Width) + value;
}

void addTypes(QStringList &lines, const QList<GoTypeDetails> &types)
{
    for (const GoTypeDetails &type : types) {
        lines << u"  type "_s + type.name + u' ' + type.underlying + u"  // "_s + type.packagePath;
        for (const GoField &field : type.fields) {
            const QString tag = field.tag.isEmpty() ? QString() : u" `"_s + field.tag + u'`';
            lines << u"    "_s + (field.isEmbedded ? field.type : QString(field.name + u' ' + field.type)) + tag;
        }
        for (const GoMethod &method : type.methods) {
            const QString receiver = method.needsPointer ? u"(*) "_s : u"() "_s;
            lines << u"    func "_s + receiver + method.name +
                         method.type.sliced(qMin(method.type.size(), qsizetype(4)));
        }
    }
}

void addBuildInfo(QStringList &lines, const BuildInfo &info)
{
    const auto addModule = [&](const BuildModule &module) {
        QString line = u"  module "_s + module.path + u' ' + module.version + u' ' + module.sum;
        if (module.replacement)
            line += u" => "_s + module.replacement->path + u' ' + module.replacement->version;
        lines << line.trimmed().prepend(u"  "_s);
    };
    if (!info.main.path.isEmpty())
        addModule(info.main);
    std::ranges::for_each(info.modules, addModule);
    for (const BuildSetting &each : info.settings)
        lines << u"  build "_s + each.key + u'=' + each.value;
}

QString withSource(const QString &value, QLatin1StringView source)
{
    return value.isEmpty() ? value : value + u" ("_s + source + u')';
}

QJsonArray differencesToJson(const QList<Difference> &differences)
{
    QJsonArray array;
    for (const Difference &each : differences) {
        const auto side = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
        array += QJsonObject{{u"name"_s, each.name}, {u"a"_s, side(each.before)}, {u"b"_s, side(each.after)}};
    }
    return array;
}

void addDifferences(QStringList &lines, const QString &title, const QList<Difference> &differences,
                    qsizetype most = std::numeric_limits<qsizetype>::max())
{
    if (differences.isEmpty())
        return;
    lines << title;
    for (const Difference &each : differences.first(std::min(most, differences.size()))) {
        if (each.before.isEmpty()) {
            lines << u"  + "_s + each.name + u"  "_s + each.after;
        } else if (each.after.isEmpty()) {
            lines << u"  - "_s + each.name + u"  "_s + each.before;
        } else {
            lines << u"  ~ "_s + each.name + u"  "_s + each.before + u" → "_s + each.after;
        }
    }
    if (differences.size() > most)
        lines << u"  "_s + InspectionText::tr("and %1 more").arg(differences.size() - most);
}

} // namespace

QJsonObject inspectionToJson(const PluginEntry &entry, const Result<Inspection> &inspection, bool withTypes)
{
    QJsonObject object = commonKeys(entry);
    if (!inspection) {
        object.insert(u"detail"_s, inspection.error().detail);
        return object;
    }
    QJsonArray exports;
    for (const GoExport &each : inspection->exports) {
        QJsonObject found{{u"name"_s, each.name}, {u"kind"_s, plugsmith::wordOf(each.kind)}, {u"type"_s, each.type}};
        if (!each.signature.isEmpty())
            found.insert(u"signature"_s, each.signature);
        if (!each.place.file.isEmpty()) {
            found.insert(u"file"_s, each.place.file);
            found.insert(u"line"_s, each.place.line);
        }
        exports += found;
    }
    QJsonArray sections;
    for (const SectionSize &each : inspection->sections)
        sections += QJsonObject{{u"name"_s, each.name}, {u"size"_s, static_cast<qint64>(each.size)}};
    const Dependencies &dependencies = inspection->dependencies;
    object.insert(u"exports"_s, exports);
    object.insert(u"modules"_s, QJsonArray());
    object.insert(u"settings"_s, QJsonObject());
    if (inspection->facts.buildInfo)
        insertBuildInfo(*inspection->facts.buildInfo, object);
    object.insert(u"packages"_s, inspection->packages.size());
    object.insert(u"needed"_s, QJsonArray::fromStringList(dependencies.needed));
    object.insert(u"glibc"_s, dependencies.glibc);
    object.insert(u"libc"_s, plugsmith::wordOf(dependencies.library));
    object.insert(u"interpreter"_s, dependencies.interpreter);
    object.insert(u"buildId"_s, dependencies.buildId);
    object.insert(u"goBuildId"_s, dependencies.goBuildId);
    object.insert(u"cpuLevel"_s, inspection->cpuLevel);
    object.insert(u"moduleRecordSize"_s, inspection->moduleRecordSize);
    object.insert(u"loadsPlugins"_s, inspection->loadsPlugins);
    object.insert(u"sections"_s, sections);
    if (withTypes) {
        QJsonArray types;
        for (const GoTypeDetails &type : inspection->types)
            types += typeToJson(type);
        QJsonArray hashes;
        for (const PackageHash &each : inspection->packages) {
            hashes +=
                QJsonObject{{u"path"_s, QString::fromUtf8(each.package)},
                            {u"hash"_s, QString::fromLatin1(each.hash.size() == 8 ? each.hash.toHex() : each.hash)}};
        }
        QJsonArray code;
        for (const PackageSize &each : inspection->code)
            code += QJsonObject{{u"path"_s, QString::fromUtf8(each.package)}, {u"bytes"_s, qint64(each.bytes)}};
        object.insert(u"types"_s, types);
        object.insert(u"code"_s, code);
        object.insert(u"linkHashes"_s, hashes);
    }
    return object;
}

QString inspectionToText(const PluginEntry &entry, const Result<Inspection> &inspection, bool withTypes,
                         bool withModules)
{
    QStringList lines{entry.path};
    addFact(lines, InspectionText::tr("Kind"), kindOf(entry) + u", "_s + wordOf(entry.format));
    addFact(lines, InspectionText::tr("Problem"), entry.problem);
    addFact(lines, InspectionText::tr("Platform"), platformOf(entry));
    addFact(lines, InspectionText::tr("Go"), withSource(entry.goText(), plugsmith::wordOf(entry.goSource)));
    if (entry.scn.value() > 0)
        addFact(lines, InspectionText::tr("SCN"), withSource(entry.scn.toString(), plugsmith::wordOf(entry.scnSource)));
    addFact(lines, InspectionText::tr("Plugin path"), entry.pluginPath);
    addFact(lines, InspectionText::tr("Tyk gateway"), entry.tykGateway);
    addFact(lines, InspectionText::tr("Size"),
            sizeText(entry.stamp.size) + (entry.compression == Compression::Gzip ? u", gzip"_s : QString()));
    for (const Contradiction &each : entry.contradictions)
        addFact(lines, InspectionText::tr("Caution"), each.toString());
    if (!inspection)
        return lines.join(u'\n') + u'\n';
    const Dependencies &dependencies = inspection->dependencies;
    addFact(lines, InspectionText::tr("Processor"), inspection->cpuLevel);
    addFact(lines, InspectionText::tr("C library"),
            QString(plugsmith::wordOf(dependencies.library) + u' ' + dependencies.glibc).trimmed());
    addFact(lines, InspectionText::tr("Needs"), dependencies.needed.join(u' '));
    addFact(lines, InspectionText::tr("Interpreter"), dependencies.interpreter);
    addFact(lines, InspectionText::tr("Build id"), dependencies.buildId);
    if (!inspection->packages.isEmpty())
        addFact(lines, InspectionText::tr("Packages"), QString::number(inspection->packages.size()));
    if (inspection->loadsPlugins)
        addFact(lines, InspectionText::tr("Plugins"), InspectionText::tr("can load plugins"));
    if (const auto &info = inspection->facts.buildInfo)
        addFact(lines, InspectionText::tr("Modules"), QString::number(info->modules.size()));
    for (const GoExport &each : inspection->exports) {
        lines << u"  "_s + declaration(each) +
                     (each.place.file.isEmpty() ? QString() : u"  // "_s + each.place.toString());
    }
    if (withTypes)
        addTypes(lines, inspection->types);
    if (withModules && inspection->facts.buildInfo)
        addBuildInfo(lines, *inspection->facts.buildInfo);
    return lines.join(u'\n') + u'\n';
}

QJsonObject entryToJson(const PluginEntry &entry, const EntryStanding &standing)
{
    QJsonObject object = commonKeys(entry);
    object.insert(u"newest"_s, standing.isNewest);
    object.insert(u"sharesScn"_s, standing.sharesScn);
    object.insert(u"duplicates"_s, standing.duplicates.size());
    object.insert(u"samePluginPath"_s, standing.samePath.size());
    object.insert(u"exports"_s, QJsonArray::fromStringList(entry.exportNames));
    object.insert(u"glibc"_s, entry.glibc);
    return object;
}

QString entriesToText(const QList<PluginEntry> &entries, const QList<EntryStanding> &standings)
{
    QList<QStringList> rows;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const PluginEntry &entry = entries[i];
        QStringList remarks;
        if (standings[i].isNewest)
            remarks << InspectionText::tr("newest");
        if (standings[i].sharesScn)
            remarks << InspectionText::tr("same SCN twice");
        if (!standings[i].duplicates.isEmpty())
            remarks << InspectionText::tr("duplicate");
        if (!entry.contradictions.isEmpty())
            remarks << InspectionText::tr("contradiction");
        rows << QStringList{entry.name,
                            kindOf(entry),
                            entry.goText(),
                            platformOf(entry),
                            entry.scn.value() > 0 ? entry.scn.toString() : QString(),
                            sizeText(entry.stamp.size),
                            remarks.join(u", "_s),
                            entry.path};
    }
    QList<qsizetype> widths(8, 0);
    for (const QStringList &row : std::as_const(rows)) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    QString text;
    for (const QStringList &row : std::as_const(rows)) {
        for (qsizetype i = 0; i + 1 < row.size(); ++i)
            text += row[i].leftJustified(widths[i]) + u"  "_s;
        text += row.last() + u'\n';
    }
    return text;
}

QJsonObject comparisonToJson(const PluginComparison &comparison)
{
    return {{u"equal"_s, comparison.isEqual()},
            {u"facts"_s, differencesToJson(comparison.facts)},
            {u"exports"_s, differencesToJson(comparison.exports)},
            {u"modules"_s, differencesToJson(comparison.modules)},
            {u"settings"_s, differencesToJson(comparison.settings)},
            {u"packages"_s, differencesToJson(comparison.packages)},
            {u"sections"_s, differencesToJson(comparison.sections)},
            {u"code"_s, differencesToJson(comparison.code)},
            {u"sizeA"_s, comparison.sizeBefore},
            {u"sizeB"_s, comparison.sizeAfter}};
}

QString comparisonToText(const PluginComparison &comparison)
{
    if (comparison.isEqual())
        return InspectionText::tr("No difference") + u'\n';
    QStringList lines;
    addDifferences(lines, InspectionText::tr("Facts"), comparison.facts);
    addDifferences(lines, InspectionText::tr("Exports"), comparison.exports);
    addDifferences(lines, InspectionText::tr("Modules"), comparison.modules);
    addDifferences(lines, InspectionText::tr("Build settings"), comparison.settings);
    addDifferences(lines, InspectionText::tr("Packages"), comparison.packages, MostPackages);
    addDifferences(lines, InspectionText::tr("Sections"), comparison.sections);
    addDifferences(lines, InspectionText::tr("Code by package"), comparison.code, MostPackages);
    lines << InspectionText::tr("Size") + u"  "_s + sizeText(comparison.sizeBefore) + u" → "_s +
                 sizeText(comparison.sizeAfter);
    return lines.join(u'\n') + u'\n';
}

QJsonObject changeToJson(const InfoChange &change, bool isDone)
{
    const QJsonValue before = change.before ? QJsonValue(QString::fromUtf8(*change.before)) : QJsonValue();
    return {{u"path"_s, change.plugin},
            {u"buildInfo"_s, change.path},
            {u"written"_s, isDone && change.isNeeded()},
            {u"fits"_s, !change.isNeeded()},
            {u"before"_s, before},
            {u"content"_s, QString::fromUtf8(change.content)}};
}

QString changeToText(const InfoChange &change, bool isDone)
{
    QString text = change.path + u": "_s;
    if (!change.isNeeded())
        return text + InspectionText::tr("fits already") + u'\n';
    if (isDone)
        text += change.before ? InspectionText::tr("corrected") : InspectionText::tr("written");
    else
        text += change.before ? InspectionText::tr("would be corrected") : InspectionText::tr("would be written");
    if (change.before)
        text += u"\n  - "_s + QString::fromUtf8(*change.before).trimmed();
    return text + u"\n  + "_s + QString::fromUtf8(change.content) + u'\n';
}

} // namespace plugsmith
