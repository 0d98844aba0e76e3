// SPDX-License-Identifier: Apache-2.0
#include "models/pluginversionsmodel.h"

#include "base/folders.h"
#include "models/buildtext.h"
#include "models/cataloguemodel.h"

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostNames = 4; // of symbols in one cell

QString named(const QString &sign, const QStringList &names)
{
    if (names.isEmpty())
        return {};
    const QString list = names.mid(0, MostNames).join(u", "_s);
    return sign + list + (names.size() > MostNames ? u", …"_s : QString());
}

/// "+120 kB · +Quote · −Price"
QString changeOf(const PluginEntry &entry, const PluginEntry &before)
{
    QStringList added;
    for (const QString &name : entry.exportNames) {
        if (!before.exportNames.contains(name))
            added << name;
    }
    QStringList removed;
    for (const QString &name : before.exportNames) {
        if (!entry.exportNames.contains(name))
            removed << name;
    }
    const qint64 growth = entry.stamp.size - before.stamp.size;
    QStringList words;
    if (growth != 0)
        words << (growth > 0 ? u"+"_s : u"−"_s) + shownSize(qAbs(growth));
    words << named(u"+"_s, added) << named(u"−"_s, removed);
    words.removeAll(QString());
    return words.isEmpty() ? PluginVersionsModel::tr("same size and symbols") : words.join(u" · "_s);
}

} // namespace

PluginVersionsModel::PluginVersionsModel(QObject *parent)
    : FactsModel({tr("SCN"), tr("Built"), tr("Size"), tr("Against the one before"), tr("File")}, parent)
{
}

void PluginVersionsModel::setEntry(const CatalogueContent &content, int entry)
{
    const QList<int> versions = entry < 0 ? QList<int>() : content.versionsOf(entry);
    QList<QStringList> rows;
    m_paths.clear();
    for (qsizetype i = 0; i < versions.size(); ++i) {
        const PluginEntry &each = content.entries[versions[i]];
        const bool hasBefore = i + 1 < versions.size();
        rows << QStringList{
            shownScn(each), each.scn.isValid() ? shownDate(each.scn) : QString(), shownSize(each.stamp.size),
            hasBefore ? changeOf(each, content.entries[versions[i + 1]]) : QString(), folders::shortened(each.path)};
        m_paths << each.path;
    }
    setRows(rows);
}

} // namespace plugsmith
