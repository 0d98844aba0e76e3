// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/card.h"
#include "models/factsmodel.h"
#include "models/pluginreading.h"
#include "models/pluginversionsmodel.h"
#include "models/symbolmodel.h"

#include <optional>

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QTabWidget;

namespace plugsmith {

class BadgeLabel;
class CatalogueModel;
class ElidedLabel;
class PluginComparisonView;
class PluginOverview;
class RowView;

/// What is known of the selected plugin, in tabs. The file is read again in the pool when it is selected.
class PluginDetails : public Card
{
    Q_OBJECT

public:
    enum Tab { OverviewTab, SymbolsTab, ModulesTab, SettingsTab, HistoryTab };

    explicit PluginDetails(const CatalogueModel &model, QWidget *parent = nullptr);

    /// Positions in the content of the model: none, one, or several. Two are compared.
    void showEntries(const QList<int> &entries);
    void showTab(Tab tab);
    QString path() const { return m_path; }

signals:
    void showInFolderRequested(const QString &path);
    void loadRequested();
    void pathsRequested(const QStringList &paths); ///< to be selected in the list
    void trashRequested(const QStringList &paths);
    void infoRequested(const QStringList &paths); ///< build infos should be written or corrected
    void sourceRequested(const QString &file, int line);
    void said(const QString &sentence);
    /// The file that was selected last has been read.
    void shown();

private:
    QWidget *makeHeader();
    QWidget *makeTabs();
    QWidget *makeSymbols();
    static RowView *makeTable(QAbstractItemModel *model, const QString &objectName, const QString &name);
    void addCopying(RowView *view);
    static QWidget *makeHint(const QString &text);
    void showOne(int number);
    void showTwo(int one, int other);
    QWidget *makeHistory();
    void refresh();
    void read();
    void take(const PluginReading &reading);
    void showCounts();
    void copy(const QString &text);
    void copySymbols(int role);
    void addOpenAction(QMenu *menu, const QModelIndex &symbol);

    const CatalogueModel &m_model;
    QString m_path; // of the only one that is shown
    FileStamp m_stamp;
    FileStamp m_infoStamp;
    QStringList m_paths;
    int m_reading = 0; // number of the last read that was started
    std::optional<PluginReading> m_shown;
    QStringList m_compared; // what the comparison is of
    SymbolModel m_symbols;
    ModuleModel m_modules;
    BuildSettingModel m_settings;
    PluginVersionsModel m_versions;
    QSortFilterProxyModel *m_symbolFilter;
    QStackedWidget *m_stack;
    QStackedWidget *m_body; // below the header
    QLabel *m_title;
    ElidedLabel *m_facts;
    BadgeLabel *m_verdict;
    QPushButton *m_trash;
    QPushButton *m_showInFolder;
    QPushButton *m_load;
    QTabWidget *m_tabs;
    PluginOverview *m_overview;
    PluginComparisonView *m_comparison;
    RowView *m_symbolView = nullptr;
    RowView *m_versionView = nullptr;
    QLineEdit *m_symbolField = nullptr;
};

} // namespace plugsmith
