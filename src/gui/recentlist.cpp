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
    QList<Row> rows;
    for (const QString &path : paths) {
        const QFileInfo file(path);
        rows << Row{path, file.fileName() + u"   "_s + folders::shortened(file.path())};
    }
    setRows(rows);
}

void RecentList::setRows(const QList<Row> &rows)
{
    setVisible(!rows.isEmpty());
    if (m_shown == rows)
        return; // one of the buttons may have the focus
    m_shown = rows;
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const Row &row : rows.first(qMin(rows.size(), MaxRows))) {
        auto *button = new QToolButton;
        button->setObjectName(m_rowName);
        button->setText(row.text);
        button->setToolTip(row.path);
        button->setIcon(symbolicIcon(m_icon));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(button, &QToolButton::clicked, this, [this, path = row.path] { emit chosen(path); });
        m_rows->addWidget(button);
    }
}

} // namespace plugsmith
