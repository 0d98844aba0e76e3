// SPDX-License-Identifier: Apache-2.0
#include "gui/plugindetails.h"

#include "base/deliver.h"
#include "gui/badge.h"
#include "gui/elidedlabel.h"
#include "gui/plugincomparison.h"
#include "gui/plugindelegate.h"
#include "gui/pluginoverview.h"
#include "gui/rowview.h"
#include "gui/symboldelegate.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"
#include "models/buildtext.h"
#include "models/cataloguemodel.h"

#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace plugsmith {

using namespace Qt::StringLiterals;

PluginDetails::PluginDetails(const CatalogueModel &model, QWidget *parent)
    : Card(parent)
    , m_model(model)
    , m_symbolFilter(new QSortFilterProxyModel(this))
    , m_stack(new QStackedWidget)
    , m_body(new QStackedWidget)
    , m_title(new QLabel)
    , m_facts(new ElidedLabel)
    , m_verdict(new BadgeLabel)
    , m_trash(new QPushButton(symbolicIcon(u"edit-delete"_s), tr("Move to Wastebasket")))
    , m_showInFolder(new QPushButton(symbolicIcon(u"folder"_s), tr("Show in Folder")))
    , m_load(new QPushButton(accentIcon(u"media-playback-start"_s), tr("Load")))
    , m_tabs(new QTabWidget)
    , m_overview(new PluginOverview)
    , m_comparison(new PluginComparisonView)
{
    setObjectName(u"plugins.details"_s);
    auto *page = new QWidget;
    auto *pageRows = new QVBoxLayout(page);
    pageRows->setContentsMargins(0, 0, 0, 0);
    pageRows->setSpacing(4);
    pageRows->addWidget(makeHeader());
    m_body->addWidget(makeTabs());
    m_body->addWidget(m_comparison);
    m_body->addWidget(makeHint(tr("Select two to compare them.")));
    pageRows->addWidget(m_body, 1);
    connect(m_overview, &PluginOverview::infoRequested, this, [this] { emit infoRequested({m_path}); });
    connect(m_comparison, &PluginComparisonView::copyRequested, this, &PluginDetails::copy);
    m_stack->addWidget(makeHint(tr("Select a plugin to see what is in it.")));
    m_stack->addWidget(page);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(1, 1, 1, 4); // the lower corners are round
    rows->addWidget(m_stack);
    connect(&model, &CatalogueModel::arranged, this, &PluginDetails::refresh);
}

QWidget *PluginDetails::makeHint(const QString &text)
{
    auto *label = new QLabel(text);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    setQuiet(label);
    return label;
}

QWidget *PluginDetails::makeHeader()
{
    auto *header = new QWidget;
    auto *icon = new QLabel;
    setIcon(icon, symbolicIcon(u"preferences-plugin"_s, SemanticRole::Information), 20);
    m_title->setObjectName(u"plugins.details.title"_s);
    m_title->setFont(titleFont());
    m_title->setTextFormat(Qt::PlainText);
    m_facts->setObjectName(u"plugins.details.facts"_s);
    setQuiet(m_facts);
    m_verdict->setObjectName(u"plugins.details.verdict"_s);
    m_trash->setObjectName(u"plugins.details.trash"_s);
    connect(m_trash, &QPushButton::clicked, this, [this] { emit trashRequested(m_paths); });
    m_load->setObjectName(u"plugins.details.load"_s);
    setAccent(m_load, true);
    connect(m_load, &QPushButton::clicked, this, &PluginDetails::loadRequested);
    m_showInFolder->setObjectName(u"plugins.details.showInFolder"_s);
    connect(m_showInFolder, &QPushButton::clicked, this, [this] { emit showInFolderRequested(m_path); });
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(12, 8, 12, 0);
    row->setSpacing(8);
    row->addWidget(icon);
    row->addWidget(m_title);
    row->addWidget(m_facts, 1);
    row->addWidget(m_verdict);
    row->addWidget(m_trash);
    row->addWidget(m_showInFolder);
    row->addWidget(m_load);
    return header;
}

RowView *PluginDetails::makeTable(QAbstractItemModel *model, const QString &objectName, const QString &name)
{
    auto *view = new RowView;
    view->setObjectName(objectName);
    view->setAccessibleName(name);
    view->setModel(model);
    view->setRootIsDecorated(false);
    view->setFrameShape(QFrame::NoFrame);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    return view;
}

void PluginDetails::addCopying(RowView *view)
{
    connect(view, &RowView::copyRequested, this, [this, view] { copy(view->selectedText()); });
    connect(view, &RowView::menuRequested, this, [this, view](const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setObjectName(view->objectName() + u".menu"_s);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(tr("Copy"), this, [this, view] { copy(view->selectedText()); });
        menu->popup(at);
    });
}

QWidget *PluginDetails::makeSymbols()
{
    m_symbolFilter->setSourceModel(&m_symbols);
    m_symbolFilter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_symbolFilter->setFilterKeyColumn(-1); // names and types
    m_symbolFilter->setRecursiveFilteringEnabled(true);
    m_symbolFilter->setAutoAcceptChildRows(true);
    m_symbolView = makeTable(m_symbolFilter, u"plugins.symbols"_s, tr("Symbols"));
    m_symbolView->setRootIsDecorated(true);
    m_symbolView->setItemDelegate(new SymbolDelegate(m_symbolView));
    m_symbolView->header()->resizeSection(SymbolModel::NameColumn, 240);
    m_symbolView->header()->resizeSection(SymbolModel::KindColumn, 96);
    m_symbolView->header()->setStretchLastSection(false);
    m_symbolView->header()->setSectionResizeMode(SymbolModel::TypeColumn, QHeaderView::Stretch);
    m_symbolView->header()->resizeSection(SymbolModel::PlaceColumn, 220);
    connect(m_symbolView, &RowView::copyRequested, this, [this] { copySymbols(SymbolModel::DeclarationRole); });
    connect(m_symbolView, &RowView::menuRequested, this, [this](const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setObjectName(u"plugins.symbols.menu"_s);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(tr("Copy Name"), this, [this] { copySymbols(Qt::DisplayRole); });
        menu->addAction(tr("Copy Declaration"), this, [this] { copySymbols(SymbolModel::DeclarationRole); });
        addOpenAction(menu, m_symbolView->currentIndex());
        menu->popup(at);
    });
    m_symbolField = new QLineEdit;
    m_symbolField->setObjectName(u"plugins.symbols.filter"_s);
    m_symbolField->setPlaceholderText(tr("Filter symbols"));
    m_symbolField->setAccessibleName(tr("Filter symbols"));
    m_symbolField->setClearButtonEnabled(true);
    m_symbolField->addAction(symbolicIcon(u"edit-find"_s), QLineEdit::LeadingPosition);
    m_symbolField->setMinimumWidth(180);
    connect(m_symbolField, &QLineEdit::textChanged, m_symbolFilter, &QSortFilterProxyModel::setFilterFixedString);
    return m_symbolView;
}

QWidget *PluginDetails::makeHistory()
{
    m_versionView = makeTable(&m_versions, u"plugins.history"_s, tr("History"));
    m_versionView->header()->resizeSection(PluginVersionsModel::ScnColumn, 150);
    m_versionView->header()->resizeSection(PluginVersionsModel::DateColumn, 160);
    m_versionView->header()->resizeSection(PluginVersionsModel::ChangeColumn, 300);
    connect(m_versionView, &QTreeView::activated, this,
            [this](const QModelIndex &index) { emit pathsRequested({m_versions.pathAt(index.row())}); });
    connect(m_versionView, &RowView::copyRequested, this, [this] { copy(m_versionView->selectedText()); });
    connect(m_versionView, &RowView::menuRequested, this, [this](const QPoint &at) {
        const int row = m_versionView->currentIndex().row();
        const QString path = m_versions.pathAt(row);
        const QString before = m_versions.pathAt(row + 1);
        auto *menu = new QMenu(this);
        menu->setObjectName(u"plugins.history.menu"_s);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(tr("Select"), this, [this, path] { emit pathsRequested({path}); });
        menu->addAction(tr("Compare With the One Before"), this,
                        [this, path, before] {
                            emit pathsRequested({before, path});
                        })
            ->setEnabled(!before.isEmpty());
        menu->addAction(tr("Copy"), this, [this] { copy(m_versionView->selectedText()); });
        menu->popup(at);
    });
    return m_versionView;
}

QWidget *PluginDetails::makeTabs()
{
    m_tabs->setObjectName(u"plugins.details.tabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->addTab(m_overview, tr("Overview"));
    m_tabs->addTab(makeSymbols(), tr("Symbols"));
    RowView *modules = makeTable(&m_modules, u"plugins.modules"_s, tr("Modules"));
    modules->header()->resizeSection(ModuleModel::PathColumn, 320);
    modules->header()->resizeSection(ModuleModel::VersionColumn, 180);
    modules->header()->resizeSection(ModuleModel::SumColumn, 320);
    addCopying(modules);
    m_tabs->addTab(modules, tr("Modules"));
    RowView *settings = makeTable(&m_settings, u"plugins.settings"_s, tr("Build settings"));
    settings->header()->resizeSection(BuildSettingModel::KeyColumn, 220);
    addCopying(settings);
    m_tabs->addTab(settings, tr("Build settings"));
    m_tabs->addTab(makeHistory(), tr("History"));
    auto *corner = new QWidget;
    auto *cornerRow = new QHBoxLayout(corner);
    cornerRow->setContentsMargins(4, 2, 12, 2);
    cornerRow->addWidget(m_symbolField);
    m_tabs->setCornerWidget(corner);
    const auto showField = [this](int tab) { m_symbolField->setVisible(tab == SymbolsTab); };
    connect(m_tabs, &QTabWidget::currentChanged, this, showField);
    showField(m_tabs->currentIndex());
    return m_tabs;
}

/// Files are named as they were on the machine that built the plugin, which may be this one.
void PluginDetails::addOpenAction(QMenu *menu, const QModelIndex &symbol)
{
    const QString file = symbol.data(SymbolModel::FileRole).toString();
    const int line = symbol.data(SymbolModel::LineRole).toInt();
    if (file.isEmpty() || !QFileInfo(file).isFile())
        return;
    menu->addSeparator();
    menu->addAction(tr("Open %1").arg(GoPlace{QFileInfo(file).fileName(), line}.toString()), this,
                    [this, file, line] { emit sourceRequested(file, line); });
}

void PluginDetails::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

void PluginDetails::copy(const QString &text)
{
    if (text.isEmpty())
        return;
    QApplication::clipboard()->setText(text);
    emit said(tr("Copied."));
}

void PluginDetails::copySymbols(int role)
{
    QStringList lines;
    const QModelIndexList rows = m_symbolView->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        lines << row.data(role).toString();
    copy(lines.join(u'\n'));
}

void PluginDetails::showEntries(const QList<int> &entries)
{
    const CatalogueContent &content = *m_model.content();
    m_paths.clear();
    for (const int entry : entries)
        m_paths << content.entries[entry].path;
    m_stack->setCurrentIndex(entries.isEmpty() ? 0 : 1);
    const bool isOne = entries.size() == 1;
    m_body->setCurrentIndex(isOne ? 0 : entries.size() == 2 ? 1 : 2);
    m_trash->setVisible(entries.size() > 1);
    m_showInFolder->setVisible(isOne);
    m_load->setVisible(isOne && content.entries[entries.first()].isPlugin());
    if (isOne) {
        m_compared.clear();
        showOne(entries.first());
        return;
    }
    m_path.clear();
    m_verdict->setBadge({});
    m_facts->setFullText({});
    m_title->setText(tr("%n plugin(s) selected", nullptr, static_cast<int>(entries.size())));
    if (entries.size() == 2)
        showTwo(entries[0], entries[1]);
    else
        m_compared.clear();
}

/// The older build comes first.
void PluginDetails::showTwo(int one, int other)
{
    const PluginEntry *before = &m_model.content()->entries[one];
    const PluginEntry *after = &m_model.content()->entries[other];
    if (before->scn > after->scn)
        std::swap(before, after);
    const QString between = before->fileName() + u" → "_s + after->fileName();
    m_facts->setFullText(between);
    const QStringList compared{before->path, QString::number(before->stamp.modified), after->path,
                               QString::number(after->stamp.modified)};
    if (m_compared == compared)
        return;
    m_compared = compared;
    const bool isOneName = before->fileName() == after->fileName();
    const auto name = [isOneName](const PluginEntry &entry) {
        return isOneName ? entry.fileName() + u" · "_s + shownScn(entry) : entry.fileName();
    };
    m_comparison->compare(before->path, name(*before), after->path, name(*after));
}

void PluginDetails::showOne(int number)
{
    const CatalogueContent &content = *m_model.content();
    const PluginEntry &entry = content.entries[number];
    const MachineVerdict &verdict = content.verdicts[number];
    m_title->setText(entry.name);
    QStringList facts;
    if (const QString go = entry.goText(); !go.isEmpty())
        facts << tr("Go %1").arg(go);
    if (entry.platform.isValid())
        facts << entry.platform.toString();
    if (entry.scn.isValid())
        facts << tr("SCN %1 (%2)", "number, date").arg(shownScn(entry), shownDate(entry.scn));
    m_facts->setFullText(facts.join(u" · "_s));
    m_verdict->setBadge(badgeOf(verdict.fit, verdict.word()));
    m_verdict->setToolTip(verdict.reason(m_model.machine()));
    m_versions.setEntry(content, number);
    showCounts();
    const bool isSame = m_path == entry.path && m_stamp == entry.stamp && m_infoStamp == entry.infoStamp;
    m_path = entry.path;
    m_stamp = entry.stamp;
    m_infoStamp = entry.infoStamp;
    if (!isSame)
        read();
    else if (m_shown)
        m_overview->showReading(*m_shown, verdict, m_model.machine());
}

void PluginDetails::refresh()
{
    QList<int> entries;
    for (const QString &path : std::as_const(m_paths)) {
        if (const int entry = m_model.content()->positions.value(path, -1); entry >= 0)
            entries << entry;
    }
    showEntries(entries);
}

void PluginDetails::read()
{
    const int number = ++m_reading;
    m_shown.reset();
    runInPool(
        this, [path = m_path] { return readPlugin(path); },
        [this, number](const PluginReading &reading) {
            if (number == m_reading)
                take(reading);
        });
}

void PluginDetails::take(const PluginReading &reading)
{
    const int entry = m_model.content()->positions.value(m_path, -1);
    if (entry < 0)
        return;
    m_shown = reading;
    const Inspection inspection = reading.inspection.value_or(Inspection());
    const BuildInfo info = inspection.facts.buildInfo.value_or(BuildInfo());
    m_symbols.setInspection(inspection);
    m_modules.setBuildInfo(info);
    m_settings.setBuildInfo(info);
    m_overview->showReading(reading, m_model.content()->verdicts[entry], m_model.machine());
    showCounts();
    emit shown();
}

void PluginDetails::showCounts()
{
    const auto label = [this](Tab tab, const QString &name, int count) {
        m_tabs->setTabText(tab, count > 0 ? name + u"  "_s + QLocale().toString(count) : name);
    };
    label(SymbolsTab, tr("Symbols"), m_symbols.exportCount());
    label(ModulesTab, tr("Modules"), m_modules.rowCount());
    label(HistoryTab, tr("History"), m_versions.rowCount());
}

} // namespace plugsmith
