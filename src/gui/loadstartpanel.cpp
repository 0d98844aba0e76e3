// SPDX-License-Identifier: Apache-2.0
#include "gui/loadstartpanel.h"

#include "base/folders.h"
#include "gui/card.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"
#include "models/loadsessions.h"

#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int Width = 620;
constexpr int MaxRows = 6;

} // namespace

LoadStartPanel::LoadStartPanel(LoadSessions &sessions, QWidget *parent)
    : QWidget(parent)
    , m_sessions(sessions)
    , m_open(new QPushButton(accentIcon(u"document-open"_s), tr("Load plugin…")))
    , m_recent(new Card)
    , m_rows(new QVBoxLayout(m_recent))
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
    m_rows->setContentsMargins(6, 6, 6, 6);
    m_rows->setSpacing(0);

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
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const QStringList recent = m_sessions.recent().mid(0, MaxRows);
    auto *heading = new QLabel(tr("Loaded before"));
    heading->setFont(sectionFont());
    heading->setContentsMargins(8, 4, 8, 4);
    m_rows->addWidget(heading);
    for (const QString &path : recent) {
        const QFileInfo file(path);
        auto *button = new QToolButton;
        button->setObjectName(u"load.start.recent"_s);
        button->setText(file.fileName() + u"   "_s + folders::shortened(file.path()));
        button->setToolTip(path);
        button->setIcon(symbolicIcon(u"preferences-plugin"_s));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(button, &QToolButton::clicked, this, [this, path] { emit loadRequested(path); });
        m_rows->addWidget(button);
    }
    m_recent->setVisible(!recent.isEmpty());
}

} // namespace plugsmith
