// SPDX-License-Identifier: Apache-2.0
#include "gui/loadstartpanel.h"

#include "base/folders.h"
#include "gui/recentlist.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"
#include "models/loadsessions.h"
#include "models/pluginssession.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int Width = 620;
// Both lists have room in the smallest window.
constexpr qsizetype MostNewest = 4;
constexpr qsizetype MostRecentBesideNewest = 3;

} // namespace

LoadStartPanel::LoadStartPanel(LoadSessions &sessions, PluginsSession &plugins, QWidget *parent)
    : QWidget(parent)
    , m_sessions(sessions)
    , m_plugins(plugins)
    , m_icon(new QLabel)
    , m_open(new QPushButton(accentIcon(u"document-open"_s), tr("Load plugin…")))
    , m_newest(new RecentList(tr("Newest plugins"), u"preferences-plugin"_s, u"load.start.newest"_s))
    , m_recent(new RecentList(tr("Loaded before"), u"preferences-plugin"_s, u"load.start.recent"_s))
{
    setObjectName(u"load.start"_s);
    setIcon(m_icon, symbolicIcon(u"media-playback-start-circled"_s, SemanticRole::Information), 48);
    m_icon->setAlignment(Qt::AlignCenter);
    auto *title = new QLabel(tr("Load a plugin to see its symbols and call them"));
    title->setFont(displayFont());
    title->setAlignment(Qt::AlignCenter);
    title->setWordWrap(true);
    auto *text = new QLabel(tr("It runs in its own process, so a crash cannot touch Plugsmith. Drop a .so, .so.gz or "
                               ".pinf file here, or build one and press Load."));
    text->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);
    setQuiet(text);
    m_open->setObjectName(u"load.start.open"_s);
    m_open->setFont(sectionFont());
    setAccent(m_open, true);
    connect(m_open, &QPushButton::clicked, this, &LoadStartPanel::openRequested);
    for (const RecentList *list : {m_newest, m_recent})
        connect(list, &RecentList::chosen, this, &LoadStartPanel::loadRequested);
    connect(&plugins.model(), &CatalogueModel::arranged, this, [this] {
        if (isVisible())
            refresh();
    });

    auto *column = new QWidget;
    column->setMaximumWidth(Width);
    auto *rows = new QVBoxLayout(column);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(12);
    rows->addWidget(m_icon);
    rows->addWidget(title);
    rows->addWidget(text);
    rows->addWidget(m_open, 0, Qt::AlignHCenter);
    rows->addSpacing(12);
    rows->addWidget(m_newest);
    rows->addWidget(m_recent);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(column, 1000);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->addStretch(1);
    layout->addLayout(row);
    layout->addStretch(1);
    refresh();
}

void LoadStartPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh(); // plugins come and go while nobody looks
}

void LoadStartPanel::refresh()
{
    const CatalogueContentPtr content = m_plugins.model().content();
    QList<RecentList::Row> newest;
    QStringList shown;
    for (const int position : content->newestHere.first(qMin(content->newestHere.size(), MostNewest))) {
        const PluginEntry &entry = content->entries[position];
        shown << entry.path;
        newest << RecentList::Row{entry.path, u"%1   %2   Go %3   %4"_s.arg(entry.name, shownScn(entry), entry.goText(),
                                                                            folders::shortened(entry.folder()))};
    }
    m_newest->setRows(newest);
    QStringList recent = m_sessions.recent();
    recent.removeIf([&shown](const QString &path) { return shown.contains(path); });
    m_recent->setPaths(
        recent.first(qMin(recent.size(), newest.isEmpty() ? RecentList::MaxRows : MostRecentBesideNewest)));
    m_icon->setVisible(newest.isEmpty() || recent.isEmpty());
}

} // namespace plugsmith
