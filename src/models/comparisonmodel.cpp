// SPDX-License-Identifier: Apache-2.0
#include "models/comparisonmodel.h"

#include "models/buildtext.h"

#include <numeric>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ShortSection = 30;

ComparisonModel::Change changeOf(const Difference &difference)
{
    if (difference.before.isEmpty())
        return ComparisonModel::Change::Added;
    return difference.after.isEmpty() ? ComparisonModel::Change::Removed : ComparisonModel::Change::Changed;
}

/// Facts have the names that scripts know them by.
QString shownFact(const QString &name)
{
    if (name == "kind"_L1)
        return ComparisonModel::tr("Kind");
    if (name == "platform"_L1)
        return ComparisonModel::tr("Platform");
    if (name == "go"_L1)
        return ComparisonModel::tr("Go version");
    if (name == "pluginPath"_L1)
        return ComparisonModel::tr("Plugin path");
    if (name == "glibc"_L1)
        return ComparisonModel::tr("Least glibc");
    if (name == "needed"_L1)
        return ComparisonModel::tr("C libraries");
    if (name == "moduleRecordSize"_L1)
        return ComparisonModel::tr("Size of the module record");
    return name;
}

} // namespace

void ComparisonModel::setComparison(const PluginComparison &comparison, const QString &before, const QString &after)
{
    beginResetModel();
    m_before = before;
    m_after = after;
    m_sections.clear();
    const auto add = [this](const QString &name, const QList<Difference> &differences) -> Section & {
        Section section;
        section.name = name;
        section.differences = differences;
        if (!differences.isEmpty())
            m_sections << section;
        static Section none;
        return differences.isEmpty() ? none : m_sections.last();
    };
    QList<Difference> facts;
    for (const Difference &fact : comparison.facts)
        facts << Difference{shownFact(fact.name), fact.before, fact.after};
    if (comparison.sizeBefore != comparison.sizeAfter)
        facts << Difference{tr("Size of the file"), shownSize(comparison.sizeBefore), shownSize(comparison.sizeAfter)};
    add(tr("Facts"), facts);
    add(tr("Symbols"), comparison.exports).isSymbols = true;
    add(tr("Modules"), comparison.modules);
    add(tr("Build settings"), comparison.settings);
    add(tr("Packages that a host would refuse together"), comparison.packages);
    add(tr("Code by package"), comparison.code).isSize = true;
    add(tr("Size by section"), comparison.sections).isSize = true;
    endResetModel();
}

int ComparisonModel::differenceCount() const
{
    return std::accumulate(m_sections.begin(), m_sections.end(), 0, [](int sum, const Section &section) {
        return sum + static_cast<int>(section.differences.size());
    });
}

bool ComparisonModel::isShort(int section) const
{
    return m_sections.value(section).differences.size() <= ShortSection;
}

int ComparisonModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString ComparisonModel::changeText(const Section &section, const Difference &difference) const
{
    switch (changeOf(difference)) {
    case Change::Added:
        return tr("added");
    case Change::Removed:
        return tr("removed");
    default:
        break;
    }
    if (section.isSize) {
        const qint64 growth = difference.after.toLongLong() - difference.before.toLongLong();
        return (growth > 0 ? u"+"_s : u"−"_s) + shownSize(qAbs(growth));
    }
    return section.isSymbols ? tr("type changed") : tr("changed");
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    if (isTop(index)) {
        const Section &section = m_sections[index.row()];
        if (role == ChangeRole)
            return QVariant::fromValue(Change::None);
        if (role != Qt::DisplayRole)
            return {};
        if (index.column() == NameColumn)
            return section.name;
        return index.column() == ChangeColumn
                   ? tr("%n difference(s)", nullptr, static_cast<int>(section.differences.size()))
                   : QString();
    }
    const Section &section = m_sections[topOf(index)];
    const Difference &difference = section.differences[index.row()];
    const auto value = [&section](const QString &text) {
        return section.isSize && !text.isEmpty() ? shownSize(text.toLongLong()) : text;
    };
    if (role == ChangeRole)
        return QVariant::fromValue(changeOf(difference));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case NameColumn:
        return difference.name;
    case ChangeColumn:
        return changeText(section, difference);
    case BeforeColumn:
        return value(difference.before);
    case AfterColumn:
        return value(difference.after);
    default:
        return {};
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("What");
    case ChangeColumn:
        return tr("Change");
    case BeforeColumn:
        return m_before;
    case AfterColumn:
        return m_after;
    default:
        return {};
    }
}

} // namespace plugsmith
