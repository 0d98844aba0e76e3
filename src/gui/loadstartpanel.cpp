// SPDX-License-Identifier: Apache-2.0
#include "gui/loadstartpanel.h"

#include "gui/recentlist.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"
#include "models/loadsessions.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int Width = 620;

} // namespace

LoadStartPanel::LoadStartPanel(LoadSessions &sessions, QWidget *parent)
    : QWidget(parent)
    , m_sessions(sessions)
    , m_open(new QPushButton(accentIcon(u"document-open"_s), tr("Load plugin…")))
    , m_recent(new RecentList(tr("Loaded before"), u"preferences-plugin"_s, u"load.start.recent"_s))
{
    setObjectName(u"load.start"_s);
    auto *icon = new QLabel;
    setIcon(icon, symbolicIcon(u"media-playback-start-circled"_s, SemanticRole::Information), 48);
    icon->setAlignment(Qt::AlignCenter);
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
    connect(m_recent, &RecentList::chosen, this, &LoadStartPanel::loadRequested);

    auto *column = new QWidget;
    column->setMaximumWidth(Width);
    auto *rows = new QVBoxLayout(column);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(12);
    rows->addWidget(icon);
    rows->addWidget(title);
    rows->addWidget(text);
    rows->addWidget(m_open, 0, Qt::AlignHCenter);
    rows->addSpacing(12);
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

void LoadStartPanel::refresh()
{
    m_recent->setPaths(m_sessions.recent());
}

} // namespace plugsmith
