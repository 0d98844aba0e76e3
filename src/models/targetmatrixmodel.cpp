// SPDX-License-Identifier: Apache-2.0
#include "models/targetmatrixmodel.h"

#include "models/buildtext.h"
#include "toolchain/targets.h"

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

QVector<Platform> allPlatforms()
{
    QVector<Platform> platforms{Platform::thisMachine()};
    for (const char *text : {"linux/amd64", "linux/arm64", "linux/386", "linux/arm", "linux/ppc64le", "linux/s390x",
                             "linux/riscv64", "darwin/arm64", "darwin/amd64", "freebsd/amd64"}) {
        const Platform platform = *Platform::parse(QString::fromLatin1(text));
        if (!platforms.contains(platform))
            platforms += platform;
    }
    return platforms;
}

} // namespace

TargetMatrixModel::TargetMatrixModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_platforms(allPlatforms())
{
}

void TargetMatrixModel::setMachine(const BuildMachine &machine)
{
    beginResetModel();
    m_machine = machine;
    m_versions.clear();
    for (const GoToolchain &toolchain : machine.toolchains) {
        if (toolchain.isUsable() && !m_versions.contains(toolchain.version))
            m_versions += toolchain.version;
    }
    std::ranges::sort(m_versions);
    refreshReasons();
    endResetModel();
    emit selectionChanged();
}

void TargetMatrixModel::setModule(const std::optional<GoMod> &mod)
{
    m_mod = mod;
    refreshReasons();
    if (rowCount() > 0 && columnCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    emit selectionChanged();
}

void TargetMatrixModel::refreshReasons()
{
    m_reasons.clear();
    for (const Platform &platform : m_platforms) {
        for (const GoVersion &version : m_versions) {
            const Target target{version, platform};
            if (const auto tooOld = m_mod ? tooOldFor(version, *m_mod) : std::nullopt)
                m_reasons.insert(target.toString(), tooOld->message + u". "_s + tooOld->reason);
            else if (const auto obstacle = m_machine.obstacleFor(target))
                m_reasons.insert(target.toString(), obstacle->title + u". "_s + obstacle->reason);
        }
    }
    m_selected.removeIf([this](const QString &key) { return m_reasons.contains(key); });
}

void TargetMatrixModel::setJobStates(const QHash<QString, JobState> &states)
{
    if (states == m_states)
        return;
    QSet<QString> changed;
    for (auto it = states.begin(); it != states.end(); ++it) {
        if (m_states.value(it.key(), JobState::Held) != *it || !m_states.contains(it.key()))
            changed.insert(it.key());
    }
    for (auto it = m_states.begin(); it != m_states.end(); ++it) {
        if (!states.contains(it.key()))
            changed.insert(it.key());
    }
    m_states = states;
    for (int row = 0; row < m_platforms.size(); ++row) {
        for (int column = 0; column < m_versions.size(); ++column) {
            if (changed.contains(Target{m_versions[column], m_platforms[row]}.toString()))
                emit dataChanged(index(row, column), index(row, column));
        }
    }
}

Target TargetMatrixModel::targetAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.column() >= m_versions.size())
        return {};
    return {m_versions[index.column()], m_platforms[index.row()]};
}

QModelIndex TargetMatrixModel::indexOf(const Target &target) const
{
    const int row = static_cast<int>(m_platforms.indexOf(target.platform));
    const int column = static_cast<int>(m_versions.indexOf(target.version));
    return row < 0 || column < 0 ? QModelIndex() : index(row, column);
}

QVector<Target> TargetMatrixModel::selected() const
{
    QVector<Target> targets;
    for (const Platform &platform : m_platforms) {
        for (const GoVersion &version : m_versions) {
            const Target target{version, platform};
            if (m_selected.contains(target.toString()))
                targets += target;
        }
    }
    return targets;
}

QVector<Target> TargetMatrixModel::buildable() const
{
    QVector<Target> targets;
    for (const Platform &platform : m_platforms) {
        for (const GoVersion &version : m_versions) {
            const Target target{version, platform};
            if (!isBlocked(target))
                targets += target;
        }
    }
    return targets;
}

void TargetMatrixModel::select(const QVector<Target> &targets)
{
    QSet<QString> wanted;
    for (const Target &target : targets) {
        if (indexOf(target).isValid() && !isBlocked(target))
            wanted.insert(target.toString());
    }
    if (wanted == m_selected)
        return;
    m_selected = wanted;
    if (!m_versions.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    emit headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
    emit selectionChanged();
}

void TargetMatrixModel::setSelected(const Target &target, bool selected)
{
    QVector<Target> targets = this->selected();
    if (selected && !targets.contains(target))
        targets += target;
    else if (!selected)
        targets.removeAll(target);
    select(targets);
}

QString TargetMatrixModel::reasonFor(const Target &target) const
{
    return m_reasons.value(target.toString());
}

int TargetMatrixModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_platforms.size());
}

int TargetMatrixModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_versions.size()) + 1;
}

/// The whole state of a cell in one sentence, for assistive tools and tooltips.
QString TargetMatrixModel::sentenceFor(const Target &target) const
{
    const QString name = target.platform.toString() + u", Go "_s + target.version.toString();
    if (const auto state = m_states.constFind(target.toString()); state != m_states.constEnd())
        return tr("%1, %2").arg(name, shownState(*state));
    if (const QString reason = reasonFor(target); !reason.isEmpty())
        return tr("%1, cannot be built: %2").arg(name, reason);
    return m_selected.contains(target.toString()) ? tr("%1, selected").arg(name) : tr("%1, not selected").arg(name);
}

QVariant TargetMatrixModel::compilerData(const Platform &platform, int role) const
{
    const CCompiler *compiler = m_machine.compilerFor(platform);
    const QString key = m_versions.isEmpty() ? QString() : Target{m_versions.last(), platform}.toString();
    const QString reason = m_reasons.value(key);
    switch (role) {
    case Qt::DisplayRole:
        return compiler ? compiler->versionText : reason.section(u". "_s, 0, 0);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return compiler ? tr("%1 is built with %2").arg(platform.toString(), compiler->program) : reason;
    case CellStateRole:
        return QVariant::fromValue(compiler ? CellState::Free : CellState::Blocked);
    case ReasonRole:
        return compiler ? QString() : reason;
    default:
        return {};
    }
}

QVariant TargetMatrixModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.column() == compilerColumn())
        return compilerData(m_platforms[index.row()], role);
    const Target target = targetAt(index);
    const QString key = target.toString();
    const auto state = m_states.constFind(key);
    switch (role) {
    case Qt::DisplayRole:
        return state == m_states.constEnd() ? QVariant() : shownState(*state);
    case Qt::CheckStateRole:
        if (isBlocked(target))
            return {};
        return m_selected.contains(key) ? Qt::Checked : Qt::Unchecked;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return sentenceFor(target);
    case CellStateRole:
        return QVariant::fromValue(isBlocked(target)          ? CellState::Blocked
                                   : m_selected.contains(key) ? CellState::Selected
                                                              : CellState::Free);
    case JobStateRole:
        return state == m_states.constEnd() ? QVariant() : QVariant::fromValue(*state);
    case ReasonRole:
        return reasonFor(target);
    default:
        return {};
    }
}

QVariant TargetMatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical) {
        if (section >= m_platforms.size())
            return {};
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? QVariant(m_platforms[section].toString())
                                                                         : QVariant();
    }
    if (section == compilerColumn())
        return role == Qt::DisplayRole ? QVariant(tr("Compiler")) : QVariant();
    if (section > compilerColumn())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return m_versions[section].toString();
    case DetailRole:
        return tr("installed");
    case Qt::ToolTipRole: {
        const GoToolchain *toolchain = m_machine.toolchainFor(m_versions[section]);
        return toolchain ? toolchain->root : QString();
    }
    case Qt::AccessibleTextRole:
        return tr("Go %1, installed").arg(m_versions[section].toString());
    default:
        return {};
    }
}

Qt::ItemFlags TargetMatrixModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (index.column() == compilerColumn())
        return Qt::ItemIsEnabled;
    if (isBlocked(targetAt(index)))
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable;
}

bool TargetMatrixModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const Target target = targetAt(index);
    if (role != Qt::CheckStateRole || !target.version.isValid() || isBlocked(target))
        return false;
    setSelected(target, value.value<Qt::CheckState>() == Qt::Checked);
    return true;
}

} // namespace plugsmith
