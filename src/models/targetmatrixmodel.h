// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/buildplan.h"
#include "build/jobstate.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

namespace plugsmith {

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
        DetailRole,                   ///< headers: second line ("installed", "57 MB")
    };
    enum class CellState { Free, Selected, Blocked };
    Q_ENUM(CellState)

    explicit TargetMatrixModel(QObject *parent = nullptr);

    /// Which versions and compilers there are. Platforms stay the same; this machine's is the first.
    void setMachine(const BuildMachine &machine);
    /// The module that will be built; what its go directive forbids is blocked. nullopt: no source.
    void setModule(const std::optional<GoMod> &mod);
    /// Shows the states of jobs in the cells of their targets; an empty map shows the selection again.
    void setJobStates(const QHash<QString, JobState> &states); ///< by Target::toString()

    Target targetAt(const QModelIndex &index) const;
    QModelIndex indexOf(const Target &target) const;
    int compilerColumn() const { return static_cast<int>(m_versions.size()); }
    const QVector<GoVersion> &versions() const { return m_versions; }
    const QVector<Platform> &platforms() const { return m_platforms; }

    QVector<Target> selected() const;
    /// Blocked targets are left out.
    void select(const QVector<Target> &targets);
    void setSelected(const Target &target, bool selected);
    bool isBlocked(const Target &target) const { return !reasonFor(target).isEmpty(); }
    /// All that build here.
    QVector<Target> buildable() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

signals:
    void selectionChanged();

private:
    QString reasonFor(const Target &target) const;
    QVariant compilerData(const Platform &platform, int role) const;
    QString sentenceFor(const Target &target) const;
    void refreshReasons();

    BuildMachine m_machine;
    std::optional<GoMod> m_mod;
    QVector<Platform> m_platforms;
    QVector<GoVersion> m_versions;
    QHash<QString, QString> m_reasons; // by Target::toString(); only blocked ones
    QSet<QString> m_selected;          // by Target::toString()
    QHash<QString, JobState> m_states;
};

} // namespace plugsmith
