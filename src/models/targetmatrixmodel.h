// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/buildplan.h"
#include "build/jobstate.h"
#include "toolchain/installpackages.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QMap>
#include <QSet>

namespace plugsmith {

/// Why a target cannot be built, and what would make it possible.
struct TargetObstacle
{
    QString title;  ///< what is wrong, or what to do: "Install gcc-aarch64-linux-gnu"
    QString reason; ///< why, one sentence
    InstallPackages packages;

    QString sentence() const { return title + QStringLiteral(". ") + reason; }
};

/// Platforms × Go versions: which targets can be built, which are selected, and what has become of them. The last
/// column says which compiler a platform has, or what is missing. Colours and drawings are the delegate's.
class TargetMatrixModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        CellStateRole = Qt::UserRole, ///< CellState
        JobStateRole,                 ///< JobState; invalid where no job is
        ReasonRole,                   ///< why a target cannot be built: two sentences
        DetailRole,                   ///< headers: second line ("installed", "57 MB"), or the level of a platform
        UpToDateRole,                 ///< the SCN of a build that still holds, as text; empty if there is none
        HowRole,                      ///< compiler column: whether there is something to tell about how to go on
    };
    enum class CellState { Free, Selected, Blocked };
    Q_ENUM(CellState)

    explicit TargetMatrixModel(QObject *parent = nullptr);

    /// Which versions and compilers there are. Platforms stay the same; this machine's is the first.
    void setMachine(const BuildMachine &machine);
    /// Versions that can be fetched, and how large their downloads are (-1: not known). Those that are not installed
    /// can be selected all the same; the newest release gets a column.
    void setFetchable(const QMap<GoVersion, qint64> &versions);
    /// Whether its version has to be fetched before it is built.
    bool needsFetch(const Target &target) const;
    /// Releases that can be fetched and are not installed, oldest first.
    QVector<GoVersion> fetchableVersions() const;
    /// Of all selected targets: bytes to fetch; -1 if that is not known, 0 if nothing is to be fetched.
    qint64 bytesToFetch() const;
    /// The module that will be built; what its go directive forbids is blocked. nullopt: no source.
    void setModule(const std::optional<GoMod> &mod);
    /// Shows the states of jobs in the cells of their targets; an empty map shows the selection again.
    void setJobStates(const QHash<QString, JobState> &states); ///< by Target::toString()
    /// The state of one job has changed.
    void setJobState(const Target &target, JobState state);
    /// For the sentence of a cell that compiles.
    void setJobProgress(const Target &target, const JobProgress &progress);
    /// Targets that were built before from what is chosen now, by Target::toString().
    void setUpToDate(const QHash<QString, Scn> &scns);
    /// Levels of processors that were chosen, by variable; shown beside the platforms that they count for.
    void setLevels(const QMap<QString, QString> &levels);
    /// Platforms that build here come first; else the order never changes.
    void setBuildableFirst(bool first);
    bool isBuildableFirst() const { return m_isBuildableFirst; }

    Target targetAt(const QModelIndex &index) const;
    QModelIndex indexOf(const Target &target) const;
    int compilerColumn() const { return static_cast<int>(m_versions.size()); }
    const QVector<GoVersion> &versions() const { return m_versions; }
    const QVector<Platform> &platforms() const { return m_platforms; }
    /// Whether at least one version builds for this platform here.
    bool buildsHere(const Platform &platform) const;
    std::optional<TargetObstacle> obstacleOf(const Target &target) const;
    /// Of a platform as a whole: that of its newest version.
    std::optional<TargetObstacle> obstacleOf(const Platform &platform) const;

    /// All installed versions, also those without a column: by itself only the last four minor releases get one.
    QVector<GoVersion> installedVersions() const;
    /// Gives a version a column, or takes it away, until resetVersions(). It need not be installed.
    /// Whether somebody has taken its column away.
    bool isHidden(const GoVersion &version) const { return m_hidden.contains(version); }
    void setVersionShown(const GoVersion &version, bool shown);
    void resetVersions();
    /// What setVersionShown() did, as text to keep.
    QStringList versionChoices() const;
    void setVersionChoices(const QStringList &choices);

    QVector<Target> selected() const;
    /// Blocked targets are left out.
    void select(const QVector<Target> &targets);
    void setSelected(const Target &target, bool selected);
    bool isBlocked(const Target &target) const { return m_obstacles.contains(target.toString()); }
    /// All that build here with what is installed.
    QVector<Target> buildable() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

signals:
    void selectionChanged();
    /// A person chose other columns.
    void versionsChosen();

private:
    QString reasonFor(const Target &target) const;
    QVariant compilerData(const Platform &platform, int role) const;
    QString sentenceFor(const Target &target) const;
    QVariant platformHeading(const Platform &platform, int role) const;
    QString versionDetail(const GoVersion &version) const;
    std::optional<TargetObstacle> findObstacle(const Target &target) const;
    void refreshVersions();
    void refreshObstacles();
    void sortPlatforms();
    void refreshAll();
    bool pinVersionsOf(const QVector<Target> &targets);

    BuildMachine m_machine;
    QMap<GoVersion, qint64> m_fetchable;
    std::optional<GoMod> m_mod;
    QVector<Platform> m_platforms;
    QVector<GoVersion> m_versions;
    QVector<GoVersion> m_pinned;                // columns by choice ...
    QVector<GoVersion> m_hidden;                // ... and versions without one by choice
    QHash<QString, TargetObstacle> m_obstacles; // by Target::toString(), as are the next
    QSet<QString> m_selected;
    QHash<QString, JobState> m_states;
    QHash<QString, JobProgress> m_progress;
    QHash<QString, Scn> m_upToDate;
    QMap<QString, QString> m_levels;
    bool m_isBuildableFirst = false;
};

} // namespace plugsmith
