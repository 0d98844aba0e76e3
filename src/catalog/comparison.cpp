// SPDX-License-Identifier: Apache-2.0
#include "catalog/comparison.h"

#include <QMap>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

using Table = QMap<QString, QString>;

QList<Difference> differences(const Table &before, const Table &after)
{
    QList<Difference> list;
    auto left = before.constBegin();
    auto right = after.constBegin();
    while (left != before.constEnd() || right != after.constEnd()) {
        const bool onlyLeft = right == after.constEnd() || (left != before.constEnd() && left.key() < right.key());
        const bool onlyRight = left == before.constEnd() || (right != after.constEnd() && right.key() < left.key());
        if (onlyLeft) {
            list << Difference{left.key(), left.value(), {}};
            ++left;
        } else if (onlyRight) {
            list << Difference{right.key(), {}, right.value()};
            ++right;
        } else {
            if (left.value() != right.value())
                list << Difference{left.key(), left.value(), right.value()};
            ++left;
            ++right;
        }
    }
    return list;
}

Table factsOf(const Inspection &inspection)
{
    const bool isRange = inspection.goSource == GoVersionSource::Record;
    return {{u"kind"_s, wordOf(inspection.kind)},
            {u"platform"_s, inspection.facts.platform.toString()},
            {u"go"_s, isRange ? inspection.facts.family.toString() : inspection.goVersion.toString()},
            {u"pluginPath"_s, QString::fromUtf8(inspection.facts.pluginPath)},
            {u"glibc"_s, inspection.dependencies.glibc},
            {u"needed"_s, inspection.dependencies.needed.join(u' ')},
            {u"moduleRecordSize"_s, QString::number(inspection.moduleRecordSize)}};
}

Table exportsOf(const Inspection &inspection)
{
    Table table;
    for (const GoExport &each : inspection.exports)
        table.insert(each.name, wordOf(each.kind) + u' ' + each.type);
    return table;
}

Table modulesOf(const Inspection &inspection)
{
    Table table;
    if (!inspection.facts.buildInfo)
        return table;
    const BuildInfo &info = *inspection.facts.buildInfo;
    const auto add = [&](const BuildModule &module) {
        QString text = module.version.isEmpty() ? u"-"_s : module.version;
        if (module.replacement)
            text += u" => "_s + module.replacement->path + u' ' + module.replacement->version;
        table.insert(module.path, text.trimmed());
    };
    if (!info.main.path.isEmpty())
        add(info.main);
    for (const BuildModule &module : info.modules)
        add(module);
    return table;
}

Table settingsOf(const Inspection &inspection)
{
    Table table;
    if (inspection.facts.buildInfo) {
        for (const BuildSetting &each : inspection.facts.buildInfo->settings)
            table.insert(each.key, each.value);
    }
    return table;
}

Table packagesOf(const Inspection &inspection)
{
    Table table;
    for (const PackageHash &each : inspection.packages)
        table.insert(QString::fromUtf8(each.package),
                     QString::fromLatin1(each.hash.size() == 8 ? each.hash.toHex() : each.hash));
    return table;
}

Table sectionsOf(const Inspection &inspection)
{
    Table table;
    for (const SectionSize &each : inspection.sections)
        table.insert(each.name, QString::number(each.size));
    return table;
}

Table codeOf(const Inspection &inspection)
{
    Table table;
    for (const PackageSize &each : inspection.code)
        table.insert(QString::fromUtf8(each.package), QString::number(each.bytes));
    return table;
}

} // namespace

bool PluginComparison::isEqual() const
{
    return facts.isEmpty() && exports.isEmpty() && modules.isEmpty() && settings.isEmpty() && packages.isEmpty() &&
           sections.isEmpty() && code.isEmpty() && sizeBefore == sizeAfter;
}

PluginComparison compareInspections(const Inspection &before, const Inspection &after)
{
    PluginComparison comparison;
    comparison.facts = differences(factsOf(before), factsOf(after));
    comparison.exports = differences(exportsOf(before), exportsOf(after));
    comparison.modules = differences(modulesOf(before), modulesOf(after));
    comparison.settings = differences(settingsOf(before), settingsOf(after));
    comparison.packages = differences(packagesOf(before), packagesOf(after));
    comparison.sections = differences(sectionsOf(before), sectionsOf(after));
    comparison.code = differences(codeOf(before), codeOf(after));
    comparison.sizeBefore = before.fileSize;
    comparison.sizeAfter = after.fileSize;
    return comparison;
}

} // namespace plugsmith
