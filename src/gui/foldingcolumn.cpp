// SPDX-License-Identifier: Apache-2.0
#include "gui/foldingcolumn.h"

#include "gui/symbolicicon.h"

#include <QHBoxLayout>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int StripWidth = 28;

} // namespace

FoldingColumn::FoldingColumn(QWidget *content, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_content(content)
    , m_strip(new QWidget)
    , m_chevron(new QToolButton)
{
    m_chevron->setObjectName(content->objectName() + u".unfold"_s);
    m_chevron->setIcon(symbolicIcon(u"go-next"_s));
    m_chevron->setAutoRaise(true);
    m_chevron->setToolTip(tr("Show or hide: %1").arg(name));
    m_chevron->setAccessibleName(tr("Show or hide: %1").arg(name));
    m_chevron->setFixedSize(24, 24);
    connect(m_chevron, &QToolButton::clicked, this, [this] {
        setFolded(!m_isFolded);
        m_unfoldsNarrow = !m_isFolded;
    });
    auto *rows = new QVBoxLayout(m_strip);
    rows->setContentsMargins(2, 10, 2, 2);
    rows->addWidget(m_chevron);
    rows->addStretch(1);
    m_strip->setFixedWidth(StripWidth);
    m_strip->hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_strip);
    row->addWidget(content, 1);
}

void FoldingColumn::setWidth(int width)
{
    if (!m_isFolded && width > 0)
        m_width = width;
}

void FoldingColumn::setNarrow(bool narrow)
{
    m_strip->setVisible(narrow);
    setFolded(narrow && !m_unfoldsNarrow);
}

void FoldingColumn::setFolded(bool folded)
{
    if (folded == m_isFolded)
        return;
    m_isFolded = folded;
    m_content->setVisible(!folded);
    m_chevron->setIcon(symbolicIcon(folded ? u"go-next"_s : u"go-previous"_s));
    setMaximumWidth(folded ? StripWidth : QWIDGETSIZE_MAX);
    emit foldedChanged();
    // Later: the splitter may be in the middle of its own layout.
    QMetaObject::invokeMethod(
        this,
        [this] {
            auto *splitter = qobject_cast<QSplitter *>(parentWidget());
            if (!splitter)
                return;
            const QList<int> sizes = splitter->sizes();
            const int wanted = m_isFolded ? StripWidth : m_width;
            splitter->setSizes({wanted, sizes.value(0) + sizes.value(1) - wanted});
        },
        Qt::QueuedConnection);
}

} // namespace plugsmith
