// SPDX-License-Identifier: Apache-2.0
#include "models/targetmatrixmodel.h"

#include "models/buildtext.h"
#include "toolchain/targets.h"

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MinorReleases = 4; // with a column of their own accord

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

/// "gcc 12.2" for this machine; compilers for other platforms by the name of their program.
QString shownCompiler(const CCompiler &compiler)
{
    if (compiler.compilesFor(Platform::thisMachine()) || compiler.versionText.isEmpty())
        return compiler.versionText;
    return compiler.program.section(u'/', -1) + u' ' + compiler.versionText.section(u' ', -1);
}

} // namespace

TargetMatrixModel::TargetMatrixModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_platforms(allPlatforms())
{
}

void TargetMatrixModel::setMachine(const BuildMachine &machine)
{
    m_machine = machine;
    refreshAll();
}

void TargetMatrixModel::setFetchable(const QMap<GoVersion, qint64> &versions)
{
    if (versions == m_fetchable)
        return;
    m_fetchable = versions;
    refreshAll();
}

bool TargetMatrixModel::needsFetch(const Target &target) const
{
    return m_fetchable.contains(target.version) && !m_machine.toolchainFor(target.version);
}

QVector<GoVersion> TargetMatrixModel::fetchableVersions() const
{
    QVector<GoVersion> versions;
    for (auto it = m_fetchable.keyBegin(); it != m_fetchable.keyEnd(); ++it) {
        if (it->stage == GoVersion::Stage::Release && !m_machine.toolchainFor(*it))
            versions += *it;
    }
    return versions;
}

qint64 TargetMatrixModel::bytesToFetch() const
{
    QVector<GoVersion> counted;
    qint64 bytes = 0;
    for (const Target &target : selected()) {
        if (!needsFetch(target) || counted.contains(target.version))
            continue;
        counted += target.version;
        const qint64 size = m_fetchable.value(target.version);
        if (size < 0)
            return -1;
        bytes += size;
    }
    return bytes;
}

/// Versions, reasons and order follow from the machine, the module and what was chosen.
void TargetMatrixModel::refreshAll()
{
    beginResetModel();
    refreshVersions();
    refreshObstacles();
    sortPlatforms();
    endResetModel();
    emit selectionChanged();
}

QVector<GoVersion> TargetMatrixModel::installedVersions() const
{
    QVector<GoVersion> versions;
    for (const GoToolchain &toolchain : m_machine.toolchains) {
        if (toolchain.isUsable() && !versions.contains(toolchain.version))
            versions += toolchain.version;
    }
    std::ranges::sort(versions);
    return versions;
}

void TargetMatrixModel::refreshVersions()
{
    const QVector<GoVersion> installed = installedVersions();
    QVector<int> series;
    for (auto version = installed.rbegin(); version != installed.rend(); ++version) {
        if (!series.contains(version->series) && series.size() < MinorReleases)
            series += version->series;
    }
    m_versions.clear();
    for (const GoVersion &version : installed) {
        if ((series.contains(version.series) && !m_hidden.contains(version)) || m_pinned.contains(version))
            m_versions += version;
    }
    for (const GoVersion &version : m_pinned) {
        if (!m_versions.contains(version))
            m_versions += version;
    }
    const auto isRelease = [](const GoVersion &version) { return version.stage == GoVersion::Stage::Release; };
    const QList<GoVersion> fetchable = m_fetchable.keys(); // oldest first
    const auto newest = std::ranges::find_if(fetchable.rbegin(), fetchable.rend(), isRelease);
    if (newest != fetchable.rend() && !m_versions.contains(*newest) && !m_hidden.contains(*newest) &&
        !installed.contains(*newest))
        m_versions += *newest;
    std::ranges::sort(m_versions);
}

void TargetMatrixModel::setVersionShown(const GoVersion &version, bool shown)
{
    if (!version.isValid() || m_versions.contains(version) == shown)
        return;
    m_pinned.removeAll(version);
    m_hidden.removeAll(version);
    (shown ? m_pinned : m_hidden) += version;
    refreshAll();
    emit versionsChosen();
}

void TargetMatrixModel::resetVersions()
{
    if (m_pinned.isEmpty() && m_hidden.isEmpty())
        return;
    m_pinned.clear();
    m_hidden.clear();
    refreshAll();
    emit versionsChosen();
}

/// "+1.19.8", "-1.22.6"
QStringList TargetMatrixModel::versionChoices() const
{
    QStringList choices;
    for (const GoVersion &version : m_pinned)
        choices += u'+' + version.toString();
    for (const GoVersion &version : m_hidden)
        choices += u'-' + version.toString();
    return choices;
}

void TargetMatrixModel::setVersionChoices(const QStringList &choices)
{
    m_pinned.clear();
    m_hidden.clear();
    for (const QString &choice : choices) {
        if (const auto version = GoVersion::parse(choice.mid(1)))
            (choice.startsWith(u'+') ? m_pinned : m_hidden) += *version;
    }
    refreshAll();
}

void TargetMatrixModel::setBuildableFirst(bool first)
{
    if (first == m_isBuildableFirst)
        return;
    m_isBuildableFirst = first;
    beginResetModel();
    sortPlatforms();
    endResetModel();
}

void TargetMatrixModel::sortPlatforms()
{
    m_platforms = allPlatforms();
    if (m_isBuildableFirst)
        std::stable_partition(m_platforms.begin(), m_platforms.end(),
                              [this](const Platform &platform) { return buildsHere(platform); });
}

bool TargetMatrixModel::buildsHere(const Platform &platform) const
{
    return std::ranges::any_of(m_versions, [&](const GoVersion &version) { return !isBlocked({version, platform}); });
}

void TargetMatrixModel::setModule(const std::optional<GoMod> &mod)
{
    m_mod = mod;
    m_upToDate.clear();
    if (m_isBuildableFirst)
        return refreshAll();
    refreshObstacles();
    if (rowCount() > 0 && columnCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    emit selectionChanged();
}

std::optional<TargetObstacle> TargetMatrixModel::findObstacle(const Target &target) const
{
    if (const auto tooOld = m_mod ? tooOldFor(target.version, *m_mod) : std::nullopt)
        return TargetObstacle{tooOld->message, tooOld->reason, {}};
    if (const auto obstacle = m_machine.obstacleFor(target))
        return TargetObstacle{obstacle->title, obstacle->reason, obstacle->packages};
    if (!m_machine.toolchainFor(target.version) && !m_fetchable.contains(target.version)) {
        return TargetObstacle{tr("Go %1 is not installed").arg(target.version.toString()),
                              tr("Install it, or choose another version."),
                              {}};
    }
    return std::nullopt;
}

void TargetMatrixModel::refreshObstacles()
{
    m_obstacles.clear();
    QSet<QString> all;
    for (const Platform &platform : allPlatforms()) {
        for (const GoVersion &version : m_versions) {
            const Target target{version, platform};
            all.insert(target.toString());
            if (const auto obstacle = findObstacle(target))
                m_obstacles.insert(target.toString(), *obstacle);
        }
    }
    m_selected.removeIf([&](const QString &key) { return m_obstacles.contains(key) || !all.contains(key); });
}

std::optional<TargetObstacle> TargetMatrixModel::obstacleOf(const Target &target) const
{
    const auto found = m_obstacles.constFind(target.toString());
    return found == m_obstacles.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<TargetObstacle> TargetMatrixModel::obstacleOf(const Platform &platform) const
{
    return m_versions.isEmpty() ? std::nullopt : obstacleOf(Target{m_versions.last(), platform});
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
    m_progress.removeIf(
        [&states](const QHash<QString, JobProgress>::iterator it) { return !states.contains(it.key()); });
    for (int row = 0; row < m_platforms.size(); ++row) {
        for (int column = 0; column < m_versions.size(); ++column) {
            if (changed.contains(Target{m_versions[column], m_platforms[row]}.toString()))
                emit dataChanged(index(row, column), index(row, column));
        }
    }
}

void TargetMatrixModel::setJobState(const Target &target, JobState state)
{
    const QString key = target.toString();
    if (const auto before = m_states.constFind(key); before != m_states.constEnd() && *before == state)
        return;
    m_states.insert(key, state);
    if (const QModelIndex cell = indexOf(target); cell.isValid())
        emit dataChanged(cell, cell);
}

void TargetMatrixModel::setJobProgress(const Target &target, const JobProgress &progress)
{
    m_progress.insert(target.toString(), progress); // nothing that is painted
}

void TargetMatrixModel::setUpToDate(const QHash<QString, Scn> &scns)
{
    if (scns == m_upToDate)
        return;
    m_upToDate = scns;
    if (!m_versions.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, compilerColumn() - 1));
}

void TargetMatrixModel::setLevels(const QMap<QString, QString> &levels)
{
    if (levels == m_levels)
        return;
    m_levels = levels;
    emit headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
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
            if (!isBlocked(target) && !needsFetch(target))
                targets += target;
        }
    }
    return targets;
}

void TargetMatrixModel::select(const QVector<Target> &targets)
{
    if (pinVersionsOf(targets))
        refreshAll();
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

/// What is selected is shown: an older version that was chosen before gets its column. Whether there is one more.
bool TargetMatrixModel::pinVersionsOf(const QVector<Target> &targets)
{
    const QVector<GoVersion> installed = installedVersions();
    bool pinned = false;
    for (const Target &target : targets) {
        if (m_versions.contains(target.version) || m_pinned.contains(target.version) ||
            (!installed.contains(target.version) && !m_fetchable.contains(target.version)))
            continue;
        m_hidden.removeAll(target.version);
        m_pinned += target.version;
        pinned = true;
    }
    return pinned;
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
    const auto obstacle = obstacleOf(target);
    return obstacle ? obstacle->sentence() : QString();
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
    const QString key = target.toString();
    if (const auto state = m_states.constFind(key); state != m_states.constEnd()) {
        const JobProgress progress = m_progress.value(key);
        if (*state == JobState::Compiling && progress.total > 0)
            return tr("%1, compiling, %2 of %n package(s)", nullptr, progress.total).arg(name).arg(progress.compiled);
        return tr("%1, %2").arg(name, shownState(*state));
    }
    if (const QString reason = reasonFor(target); !reason.isEmpty())
        return tr("%1, cannot be built: %2").arg(name, reason);
    const QString fetch = needsFetch(target) ? u", "_s + versionDetail(target.version) : QString();
    if (!m_selected.contains(key))
        return tr("%1, not selected").arg(name) + fetch;
    if (const Scn scn = m_upToDate.value(key); scn.isValid())
        return tr("%1, selected, up to date, SCN %2").arg(name, scn.toString());
    return tr("%1, selected").arg(name) + fetch;
}

QString TargetMatrixModel::versionDetail(const GoVersion &version) const
{
    if (m_machine.toolchainFor(version))
        return tr("installed");
    if (!m_fetchable.contains(version))
        return tr("not installed");
    const qint64 bytes = m_fetchable.value(version);
    return bytes > 0 ? tr("needs a download of %1").arg(shownSize(bytes)) : tr("needs a download");
}

QVariant TargetMatrixModel::compilerData(const Platform &platform, int role) const
{
    const CCompiler *compiler = m_machine.compilerFor(platform);
    const auto obstacle = compiler ? std::nullopt : obstacleOf(platform);
    switch (role) {
    case Qt::DisplayRole: {
        if (compiler || !obstacle)
            return compiler ? shownCompiler(*compiler) : QString();
        const auto since = pluginsSince(platform);
        return since && !m_versions.isEmpty() && m_versions.first().languageVersion() < *since &&
                       !obstacle->packages.apt.isEmpty()
                   ? tr("%1 (Go %2+)").arg(obstacle->title, since->toString())
                   : obstacle->title;
    }
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return compiler   ? tr("%1 is built with %2").arg(platform.toString(), compiler->program)
               : obstacle ? obstacle->sentence()
                          : QString();
    case CellStateRole:
        return QVariant::fromValue(compiler ? CellState::Free : CellState::Blocked);
    case ReasonRole:
        return obstacle ? obstacle->sentence() : QString();
    case HowRole:
        return obstacle.has_value();
    default:
        return {};
    }
}

QVariant TargetMatrixModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
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
    case UpToDateRole:
        return m_upToDate.contains(key) ? m_upToDate.value(key).toString() : QString();
    default:
        return {};
    }
}

QVariant TargetMatrixModel::platformHeading(const Platform &platform, int role) const
{
    const auto level = cpuLevelOf(platform);
    const QString chosen = level ? m_levels.value(level->variable) : QString();
    const QString setting = chosen.isEmpty() ? QString() : QString(level->variable + u'=' + chosen);
    const QString name = platform.toString();
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case Qt::AccessibleTextRole:
        return setting.isEmpty() ? name : QString(name + u", "_s + setting);
    case DetailRole:
        //: beside a platform; %1 is a level of processors, such as v3
        return chosen.isEmpty() ? QString() : tr("level %1").arg(chosen);
    case Qt::ToolTipRole: { // the compiler's column may be out of sight
        const QString about = compilerData(platform, Qt::ToolTipRole).toString();
        const QString text = about.isEmpty() ? name : about;
        return setting.isEmpty() ? text : QString(text + u'\n' + setting);
    }
    default:
        return {};
    }
}

QVariant TargetMatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return section < m_platforms.size() ? platformHeading(m_platforms[section], role) : QVariant();
    if (section == compilerColumn())
        return role == Qt::DisplayRole ? QVariant(tr("Compiler")) : QVariant();
    if (section > compilerColumn())
        return {};
    const GoToolchain *toolchain = m_machine.toolchainFor(m_versions[section]);
    const QString detail = versionDetail(m_versions[section]);
    switch (role) {
    case Qt::DisplayRole:
        return m_versions[section].toString();
    case DetailRole:
        if (const qint64 bytes = m_fetchable.value(m_versions[section]); !toolchain && bytes != 0)
            return bytes > 0 ? u"↓ "_s + shownSize(bytes) : tr("↓ download");
        return detail;
    case Qt::ToolTipRole:
        return toolchain ? toolchain->root : detail;
    case Qt::AccessibleTextRole:
        return tr("Go %1, %2").arg(m_versions[section].toString(), detail);
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
