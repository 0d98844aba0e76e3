// SPDX-License-Identifier: Apache-2.0
#include "gui/recentlist.h"

#include "base/folders.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"

#include <QFileInfo>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxRows = 6;

} // namespace

RecentList::RecentList(const QString &heading, const QString &icon, const QString &rowName, QWidget *parent)
    : Card(parent)
    , m_icon(icon)
    , m_rowName(rowName)
    , m_rows(new QVBoxLayout)
{
    auto *title = new QLabel(heading);
    title->setFont(sectionFont());
    title->setContentsMargins(8, 4, 8, 4);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(0);
    layout->addWidget(title);
    layout->addLayout(m_rows);
}

void RecentList::setPaths(const QStringList &paths)
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const QString &path : paths.mid(0, MaxRows)) {
        const QFileInfo file(path);
        auto *button = new QToolButton;
        button->setObjectName(m_rowName);
        button->setText(file.fileName() + u"   "_s + folders::shortened(file.path()));
        button->setToolTip(path);
        button->setIcon(symbolicIcon(m_icon));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(button, &QToolButton::clicked, this, [this, path] { emit chosen(path); });
        m_rows->addWidget(button);
    }
    setVisible(!paths.isEmpty());
}

} // namespace plugsmith
