// SPDX-License-Identifier: Apache-2.0
#include "gui/pagebar.h"

#include "gui/navbutton.h"

#include <QVBoxLayout>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int LeastWidth = 88;

} // namespace

PageBar::PageBar(QAction *settings, QWidget *parent)
    : QToolBar(tr("Pages"), parent)
{
    setObjectName(u"window.pages"_s);
    setAccessibleName(tr("Pages"));
    setMovable(false);
    toggleViewAction()->setVisible(false);
    layout()->setContentsMargins(0, 0, 1, 0);
    setMinimumWidth(LeastWidth);
    auto *holder = new QWidget;
    holder->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    m_column = new QVBoxLayout(holder);
    m_column->setContentsMargins(6, 8, 6, 8);
    m_column->setSpacing(4);
    m_column->addStretch(1);
    auto *button = new NavButton(settings);
    button->setObjectName(u"window.pages.settings"_s);
    m_column->addWidget(button);
    addWidget(holder);
}

NavButton *PageBar::addPage(QAction *action, const QString &id)
{
    auto *button = new NavButton(action);
    button->setObjectName(u"window.pages."_s + id);
    m_column->insertWidget(m_pages++, button);
    return button;
}

} // namespace plugsmith
