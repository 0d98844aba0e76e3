// SPDX-License-Identifier: Apache-2.0
#include "gui/segmentedbuttons.h"

#include "gui/semanticcolors.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace plugsmith {

namespace {

/// One of several buttons that share a frame; the chosen one is tinted.
class Segment : public QPushButton
{
public:
    using QPushButton::QPushButton;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor accent = palette().color(QPalette::Highlight);
        painter.setPen(isChecked() || hasFocus() ? accent : lineColor(palette()));
        painter.setBrush(isChecked() ? selectionTint(palette()) : palette().color(QPalette::Button));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 1.5, -0.5, -1.5), 3, 3);
        if (hasFocus()) {
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(rect()).adjusted(2.5, 3.5, -2.5, -3.5), 2, 2);
        }
        painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText));
        painter.drawText(rect(), static_cast<int>(Qt::AlignCenter | Qt::TextShowMnemonic), text());
    }
};

} // namespace

SegmentedButtons::SegmentedButtons(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    connect(&m_group, &QButtonGroup::idClicked, this, &SegmentedButtons::currentChanged);
}

void SegmentedButtons::setChoices(const QStringList &choices)
{
    for (int i = 0; i < choices.size(); ++i) {
        auto *button = new Segment(choices[i]);
        button->setCheckable(true);
        button->setAutoDefault(false);
        button->setObjectName(objectName() + u'.' + QString::number(i));
        m_group.addButton(button, i);
        layout()->addWidget(button);
    }
    static_cast<QHBoxLayout *>(layout())->addStretch(1);
    setCurrent(0);
}

void SegmentedButtons::setCurrent(int index)
{
    if (QAbstractButton *button = m_group.button(index))
        button->setChecked(true);
}

} // namespace plugsmith
