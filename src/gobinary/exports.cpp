// SPDX-License-Identifier: Apache-2.0
#include "gobinary/exports.h"

#include "gobinary/damage.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

// A table of names can point a million times at one long text.
constexpr qsizetype MaxExportText = qsizetype(8) << 20;
constexpr qsizetype MaxTypesVisited = 10'000;
constexpr qsizetype MaxTypesShown = 2'000;
constexpr qsizetype MaxMembers = 100'000; // looked at, of all types together
constexpr quint64 EntryLength = 8;

struct ExportsText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::Exports)
};

struct Entry
{
    qint32 name = 0;
    qint32 type = 0;
};

std::optional<Entry> entryAt(const LoadedImage &image, const ModuleRecord &record, quint64 index)
{
    const quint64 address = record.exports.address + index * EntryLength;
    const auto name = image.u32(address);
    const auto type = image.u32(address + 4);
    if (!name || !type)
        return std::nullopt;
    return Entry{static_cast<qint32>(*name), static_cast<qint32>(*type)};
}

} // namespace

QLatin1StringView wordOf(GoExport::Kind kind)
{
    return kind == GoExport::Kind::Function ? "func"_L1 : "var"_L1;
}

Result<QList<GoExport>> readExports(const LoadedImage &image, const ModuleRecord &record, const QString &fileName)
{
    const GoTypeReader reader(image, record);
    QList<GoExport> exports;
    qsizetype text = 0;
    for (quint64 i = 0; i < record.exports.count; ++i) {
        const auto entry = entryAt(image, record, i);
        const auto name = entry ? reader.nameAtOffset(entry->name) : std::nullopt;
        if (!name || name->text.empty()) {
            return damagedFile(fileName, ExportsText::tr("The table of its exported names breaks off."),
                               u"entry %1 of %2"_s.arg(i).arg(record.exports.count));
        }
        const auto type = reader.typeAtOffset(entry->type);
        text += name->text.size() + (type ? type->text.size() : 0) + static_cast<qsizetype>(sizeof(GoExport));
        if (text > MaxExportText)
            return damagedFile(fileName, ExportsText::tr("Its exported names are longer than those of any plugin."));
        GoExport found;
        found.name = QString::fromUtf8(name->text);
        // Everything that is not a function is a variable, and its type is already a pointer.
        found.kind = type && type->kind == GoKind::Func ? GoExport::Kind::Function : GoExport::Kind::Variable;
        if (type)
            found.type = QString::fromUtf8(type->text);
        exports << found;
    }
    std::ranges::sort(exports, {}, &GoExport::name);
    return exports;
}

QList<GoTypeDetails> readExportedTypes(const LoadedImage &image, const ModuleRecord &record)
{
    const GoTypeReader reader(image, record);
    QList<GoType> pending;
    QSet<quint64> seen;
    const auto visit = [&](const GoType &type) {
        if (seen.size() < MaxTypesVisited && !seen.contains(type.address)) {
            seen.insert(type.address);
            pending << type;
        }
    };
    for (quint64 i = 0; i < record.exports.count && seen.size() < MaxTypesVisited; ++i) {
        const auto entry = entryAt(image, record, i);
        if (const auto type = entry ? reader.typeAtOffset(entry->type) : std::nullopt)
            visit(*type);
    }
    QList<GoTypeDetails> types;
    qsizetype members = 0;
    while (!pending.isEmpty() && types.size() < MaxTypesShown && members < MaxMembers) {
        const GoType type = pending.takeFirst();
        if (!type.isNamed) {
            const QList<GoType> parts = reader.parts(type);
            std::ranges::for_each(parts, visit);
            members += parts.size();
        } else if (type.kind != GoKind::UnsafePointer && !reader.packagePath(type).empty()) {
            types << reader.details(type);
            members += types.last().fields.size() + types.last().methods.size();
        }
    }
    std::ranges::sort(types, [](const GoTypeDetails &left, const GoTypeDetails &right) {
        return std::tie(left.name, left.packagePath) < std::tie(right.name, right.packagePath);
    });
    return types;
}

} // namespace plugsmith
