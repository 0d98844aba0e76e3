// SPDX-License-Identifier: Apache-2.0
#include "models/compilermodel.h"

#include "build/buildengine.h"

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

using Tone = ToolchainRow::Tone;
using Action = ToolchainRow::Action;

QVector<Platform> shownPlatforms()
{
    QVector<Platform> platforms{Platform::thisMachine()};
    for (const Platform &platform : crossPlatforms()) {
        if (!platforms.contains(platform))
            platforms += platform;
    }
    for (const char *other : {"darwin/arm64", "darwin/amd64"}) {
        const Platform platform = *Platform::parse(QString::fromLatin1(other));
        if (!platforms.contains(platform))
            platforms += platform;
    }
    return platforms;
}

} // namespace

CompilerModel::CompilerModel(BuildEngine &engine, QObject *parent)
    : QAbstractTableModel(parent)
    , m_engine(engine)
    , m_platforms(shownPlatforms())
{
    connect(&engine, &BuildEngine::machineFound, this, &CompilerModel::refresh);
    refresh();
}

/// What was found out about a compiler holds until another one takes its place.
void CompilerModel::refresh()
{
    for (const Platform &platform : m_platforms) {
        const QString key = platform.toString();
        const CCompiler *compiler = m_engine.machine().compilerFor(platform);
        const QString identity = compiler ? compiler->command() + compiler->versionLine : QString();
        if (m_compilers.value(key) != identity)
            m_results.remove(key);
        m_compilers.insert(key, identity);
    }
    emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit changed();
}

PackageManager CompilerModel::packageManager() const
{
    return m_engine.machine().packageManager;
}

int CompilerModel::find(const QString &platform) const
{
    const auto wanted = Platform::parse(platform);
    return wanted ? static_cast<int>(m_platforms.indexOf(*wanted)) : -1;
}

int CompilerModel::readyCount() const
{
    int count = 0;
    for (int row = 0; row < rowCount(); ++row) {
        if (m_engine.machine().compilerFor(m_platforms[row]) && resultOf(row).check != Check::Bad)
            ++count;
    }
    return count;
}

std::optional<BuildObstacle> CompilerModel::obstacleAt(int row) const
{
    const Platform &platform = m_platforms[row];
    // The release that brought plugins for it: nothing but the compiler can be in the way then.
    return m_engine.machine().obstacleFor({pluginsSince(platform).value_or(GoVersion()), platform});
}

void CompilerModel::setUserCompilers(const QVector<UserCompiler> &compilers)
{
    m_userCompilers = compilers;
    emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString CompilerModel::userCommand(const Platform &platform) const
{
    const auto found = std::ranges::find(m_userCompilers, platform, &UserCompiler::platform);
    return found == m_userCompilers.end() ? QString() : found->command;
}

/// Words behind a compiler that the user chose, or behind another one that stands in for it.
QString CompilerModel::choiceText(int row) const
{
    const QString command = userCommand(m_platforms[row]);
    const CCompiler *used = m_engine.machine().compilerFor(m_platforms[row]);
    if (command.isEmpty() || !m_engine.isMachineKnown())
        return {};
    const QString given =
        (QStringList{command.section(u' ', 0, 0).section(u'/', -1)} + command.split(u' ').mid(1)).join(u' ');
    const QString shown =
        used ? (QStringList{used->program.section(u'/', -1)} + used->arguments).join(u' ') : QString();
    return shown == given ? tr("your choice") : tr("your choice does not work");
}

QString CompilerModel::installCommand(int row) const
{
    const auto obstacle = obstacleAt(row);
    return obstacle ? obstacle->packages.command(packageManager()) : QString();
}

void CompilerModel::setCheck(const Platform &platform, Check check, const QString &problem)
{
    const int row = static_cast<int>(m_platforms.indexOf(platform));
    if (row < 0)
        return;
    m_results.insert(platform.toString(), {check, problem});
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    emit changed();
}

QString CompilerModel::compilerText(int row) const
{
    if (const CCompiler *compiler = m_engine.machine().compilerFor(m_platforms[row])) {
        const QString name = (QStringList{compiler->program.section(u'/', -1)} + compiler->arguments).join(u' ');
        return name + u' ' + compiler->versionText.section(u' ', -1);
    }
    const auto obstacle = obstacleAt(row);
    if (!obstacle)
        return {};
    const PackageManager manager = packageManager();
    const QStringList names = obstacle->packages.of(manager == PackageManager::None ? PackageManager::Apt : manager);
    return names.isEmpty() ? obstacle->packages.pipx.value(0) : names.first();
}

QString CompilerModel::checkText(int row) const
{
    const CCompiler *compiler = m_engine.machine().compilerFor(m_platforms[row]);
    if (!compiler) {
        const auto obstacle = obstacleAt(row);
        if (!m_engine.isMachineKnown() || !obstacle)
            return {};
        if (!m_engine.machine().rejectionFor(m_platforms[row]).isEmpty())
            return tr("Does not link");
        if (obstacle->kind != BuildObstacle::Kind::NoSdk)
            return tr("Not installed");
        return m_platforms[row].os == "darwin"_L1 ? tr("Apple SDK missing") : tr("Sysroot missing");
    }
    switch (resultOf(row).check) {
    case Check::Running:
        return tr("Being tried out");
    case Check::Good:
        return tr("Builds and links");
    case Check::Bad:
        return tr("Does not build");
    case Check::None:
        break;
    }
    // Compilers for other platforms are not used before they have linked a C program; zig cc is.
    const bool hasLinked = m_platforms[row] != Platform::thisMachine() && !compiler->isZig();
    return hasLinked ? tr("Links C programs") : tr("Found");
}

QString CompilerModel::reason(int row) const
{
    if (const Result result = resultOf(row); result.check == Check::Bad)
        return result.problem;
    if (!m_engine.isMachineKnown())
        return {};
    if (const auto obstacle = obstacleAt(row))
        return obstacle->title + u". "_s + obstacle->reason;
    // Another one stands in for it.
    return userCommand(m_platforms[row]).isEmpty() ? QString() : m_engine.machine().rejectionFor(m_platforms[row]);
}

Tone CompilerModel::toneOf(int row, int column) const
{
    const bool isThere = m_engine.machine().compilerFor(m_platforms[row]) != nullptr;
    if (column == PlatformColumn)
        return Tone::Plain;
    if (column != CheckColumn)
        return isThere ? Tone::Plain : Tone::Quiet;
    if (!isThere)
        return m_engine.isMachineKnown() ? Tone::Caution : Tone::Quiet;
    switch (resultOf(row).check) {
    case Check::Running:
        return Tone::Busy;
    case Check::Bad:
        return Tone::Bad;
    default:
        return Tone::Good;
    }
}

Action CompilerModel::actionOf(int row) const
{
    if (!installCommand(row).isEmpty())
        return Action::Copy;
    if (const auto obstacle = obstacleAt(row); obstacle && obstacle->kind == BuildObstacle::Kind::NoSdk)
        return Action::Choose;
    return reason(row).isEmpty() ? Action::None : Action::Why;
}

QString CompilerModel::sentence(int row) const
{
    const QString problem = reason(row);
    const QString compiler = compilerText(row);
    const QString check = checkText(row);
    return compiler.isEmpty()
               ? tr("%1, %2").arg(m_platforms[row].toString(), problem.isEmpty() ? check : problem)
               : tr("%1, %2, %3").arg(m_platforms[row].toString(), compiler, problem.isEmpty() ? check : problem);
}

int CompilerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_platforms.size());
}

int CompilerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CompilerModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const int row = index.row();
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case PlatformColumn:
            return m_platforms[row].toString();
        case CompilerColumn:
            return compilerText(row);
        case CheckColumn:
            return checkText(row);
        default:
            return QString();
        }
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return sentence(row);
    case ToolchainRow::ToneRole:
        return QVariant::fromValue(toneOf(row, index.column()));
    case ToolchainRow::ActionRole:
        return QVariant::fromValue(actionOf(row));
    case ToolchainRow::ActionTextRole:
        return actionOf(row) == Action::Copy        ? tr("Copy install command")
               : actionOf(row) == Action::Why       ? (obstacleAt(row) ? tr("How") : tr("Why"))
               : actionOf(row) != Action::Choose    ? QString()
               : m_platforms[row].os == "darwin"_L1 ? tr("Choose SDK…")
                                                    : tr("Choose sysroot…");
    case ToolchainRow::LinkRole:
        return index.column() == CheckColumn && (actionOf(row) == Action::Copy || actionOf(row) == Action::Choose)
                   ? tr("How")
                   : QString();
    case ToolchainRow::DetailRole:
        return index.column() == CompilerColumn ? choiceText(row) : QString();
    case ToolchainRow::KeyRole:
        return m_platforms[row].toString();
    case ToolchainRow::ReasonRole:
        return reason(row);
    default:
        return {};
    }
}

QVariant CompilerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case PlatformColumn:
        return tr("Platform");
    case CompilerColumn:
        return tr("C compiler");
    case CheckColumn:
        return tr("Check");
    default:
        return {};
    }
}

} // namespace plugsmith
