// SPDX-License-Identifier: Apache-2.0
#include "gui/pagetoolbar.h"

#include "gui/semanticcolors.h"

#include <QHBoxLayout>
#include <QPainter>

namespace plugsmith {

namespace {

constexpr int Spacing = 8;

} // namespace

PageToolBar::PageToolBar(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    setObjectName(objectName);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_row->setContentsMargins(12, Spacing, 12, Spacing + 1); // and the line
    m_row->setSpacing(Spacing);
}

void PageToolBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(lineColor(palette()));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

} // namespace plugsmith
