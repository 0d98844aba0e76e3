// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/cataloguecontent.h"
#include "models/twolevelmodel.h"

#include <QTimer>

namespace plugsmith {

class Catalog;

/// A word beside the name of a plugin, and what it means.
struct PluginBadge
{
    enum class Meaning { Problem, Caution, Newest, Note }; ///< what is worth its room most first

    QString word;
    Meaning meaning = Meaning::Note;
    QString sentence; ///< what it means here

    bool operator==(const PluginBadge &) const = default;
};

/// The plugins of a catalogue in two levels: names, and the files of each name. Follows the catalogue in batches;
/// grouping, filtering and sorting are done in the pool, so that 100,000 files do not hold up the window. Models change
/// in the GUI thread, by a reset where rows come, go or move: views keep their place by paths.
class CatalogueModel : public TwoLevelModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, ScnColumn, GoColumn, PlatformColumn, SizeColumn, PackedColumn, KindColumn, FitColumn };
    static constexpr int ColumnCount = 8;
    enum Role {
        IsGroupRole = Qt::UserRole, ///< bool
        PathRole,                   ///< of a file; of a group, its name
        SecondTextRole,             ///< quieter, behind the text of the cell
        BadgesRole,                 ///< QList<PluginBadge>, of the name
        FitRole,                    ///< MachineVerdict::Fit, of files
        IsGuessRole,                ///< bool: the SCN is only a file date
    };

    explicit CatalogueModel(const Catalog &catalog, QObject *parent = nullptr);

    void setMachine(const LocalMachine &machine);
    const LocalMachine &machine() const { return m_machine; }
    void setQuery(const CatalogueQuery &query);
    const CatalogueQuery &query() const { return m_query; }

    /// What is shown now, never nullptr; it stays valid as long as somebody holds it.
    const CatalogueContentPtr &content() const { return m_content; }
    /// Position in the content of a file; of a group, of its newest one; -1 for no index.
    int entryAt(const QModelIndex &index) const;
    /// Invalid when the query hides it.
    QModelIndex indexOf(const QString &path) const;
    QModelIndex indexOfGroup(const QString &name) const;
    int fileCount() const { return m_rows.fileCount; }
    int totalCount() const { return static_cast<int>(m_content->entries.size()); }
    /// Whether changes wait to be shown.
    bool isArranging() const { return m_isRunning || m_gather.isActive() || !m_changes.isEmpty(); }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    QStringList mimeTypes() const override;
    void sort(int column, Qt::SortOrder order) override;

signals:
    /// Content or query have changed and are shown.
    void arranged();

protected:
    int topCount() const override { return static_cast<int>(m_rows.groups.size()); }
    int childCount(int top) const override { return static_cast<int>(m_rows.groups[top].members.size()); }

private:
    void gatherSoon();
    void run();
    void take(const CatalogueContentPtr &content, const CatalogueRows &rows);
    bool hasSameRows(const CatalogueContentPtr &content, const CatalogueRows &rows) const;
    QVariant groupData(const CatalogueRows::Group &group, int column, int role) const;
    QVariant fileData(int entry, int column, int role) const;
    QString fileText(int entry, int column) const;
    QString fileToolTip(int entry, int column) const;

    LocalMachine m_machine;
    CatalogueQuery m_query;
    CatalogueContentPtr m_content = std::make_shared<CatalogueContent>();
    CatalogueRows m_rows;
    CatalogueChanges m_changes; // that the pool has not been given yet
    bool m_isMachineNew = false;
    bool m_isQueryNew = false;
    bool m_isRunning = false;
    QTimer m_gather;
};

/// The words beside the name of an entry, the most important first.
QList<PluginBadge> badgesOf(const CatalogueContent &content, int entry);
/// "20261121143207"; empty if there is none.
QString shownScn(const PluginEntry &entry);

} // namespace plugsmith

Q_DECLARE_METATYPE(plugsmith::PluginBadge)
Q_DECLARE_METATYPE(plugsmith::MachineVerdict::Fit)
