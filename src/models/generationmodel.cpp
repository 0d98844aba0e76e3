// SPDX-License-Identifier: Apache-2.0
#include "models/generationmodel.h"

#include "models/buildtext.h"

#include <QCoreApplication>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct GenerationText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::GenerationModel)
};

} // namespace

QString shownState(Generation::State state)
{
    switch (state) {
    case Generation::State::Opening:
        return GenerationText::tr("loading");
    case Generation::State::Answers:
        return GenerationText::tr("answers calls");
    case Generation::State::Replaced:
        return GenerationText::tr("replaced");
    case Generation::State::NotLoaded:
        return GenerationText::tr("not loaded");
    case Generation::State::Ended:
        return GenerationText::tr("ended");
    }
    return {};
}

GenerationModel::GenerationModel(Session &session, QObject *parent)
    : TwoLevelModel(parent)
    , m_session(session)
{
    for (const Generation &generation : session.generations())
        add(generation.number);
    connect(&session, &Session::generationAdded, this, &GenerationModel::add);
    connect(&session, &Session::generationChanged, this, &GenerationModel::refresh);
}

void GenerationModel::add(int number)
{
    const QString name = m_session.generation(number)->name();
    auto plugin = std::ranges::find(m_plugins, name, &Plugin::name);
    if (plugin == m_plugins.end()) {
        const auto row = static_cast<int>(m_plugins.size());
        beginInsertRows({}, row, row);
        m_plugins += Plugin{name, {}};
        endInsertRows();
        plugin = m_plugins.end() - 1;
    }
    const auto row = static_cast<int>(plugin - m_plugins.begin());
    beginInsertRows(index(row, 0), 0, 0);
    plugin->generations.prepend(number);
    endInsertRows();
}

void GenerationModel::refresh(int number)
{
    const QModelIndex changed = indexOf(number);
    emit dataChanged(changed, changed);
    emit dataChanged(changed.parent(), changed.parent());
}

void GenerationModel::setMemory(int number, qint64 bytes)
{
    if (std::exchange(m_memory[number], bytes) != bytes)
        refresh(number);
}

QModelIndex GenerationModel::indexOf(int number) const
{
    for (qsizetype i = 0; i < m_plugins.size(); ++i) {
        if (const qsizetype row = m_plugins[i].generations.indexOf(number); row >= 0)
            return index(static_cast<int>(row), 0, index(static_cast<int>(i), 0));
    }
    return {};
}

int GenerationModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant GenerationModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const Plugin &plugin = m_plugins[topOf(index)];
    if (isTop(index))
        return pluginData(plugin, role);
    return generationData(*m_session.generation(plugin.generations[index.row()]), role);
}

QVariant GenerationModel::pluginData(const Plugin &plugin, int role) const
{
    const auto inMemory = static_cast<int>(std::ranges::count_if(
        plugin.generations, [this](int number) { return m_session.generation(number)->isInMemory(); }));
    switch (role) {
    case Qt::DisplayRole:
        return plugin.name;
    case Qt::AccessibleTextRole:
        return tr("%1, %n in memory", nullptr, inMemory).arg(plugin.name);
    case StateTextRole:
        return tr("%n in memory", nullptr, inMemory);
    case NumberRole:
        return 0;
    case InMemoryRole:
        return inMemory;
    default:
        return {};
    }
}

QVariant GenerationModel::generationData(const Generation &generation, int role) const
{
    const bool isRefused = generation.state == Generation::State::NotLoaded;
    const QString title = isRefused ? tr("Not loaded") : tr("Generation %1").arg(generation.number);
    const QString state = isRefused ? generation.problem.reason : shownState(generation.state);
    const QString day = shownDate(generation.file.scn()).section(u", "_s, 0, 0); // the SCN itself tells the time
    const QString scn = generation.file.scn().toString() + u" · "_s + day;
    switch (role) {
    case Qt::DisplayRole:
        return title;
    case Qt::ToolTipRole:
        return isRefused ? generation.problem.sentence() : generation.file.path;
    case Qt::AccessibleTextRole:
        return tr("%1, %2, SCN %3").arg(title, state, scn);
    case NumberRole:
        return generation.number;
    case StateRole:
        return QVariant::fromValue(generation.state);
    case StateTextRole:
        return state;
    case ScnRole:
        return scn;
    case MemoryRole:
        return generation.isInMemory() ? m_memory.value(generation.number) : 0;
    default:
        return {};
    }
}

} // namespace plugsmith
