// SPDX-License-Identifier: Apache-2.0
#include "gui/messagecard.h"

#include "gui/flowlayout.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int IconSize = 16;

QString iconNameOf(SemanticRole role)
{
    switch (role) {
    case SemanticRole::Positive:
        return u"state-ok"_s;
    case SemanticRole::Caution:
        return u"state-warning"_s;
    case SemanticRole::Negative:
        return u"state-error"_s;
    case SemanticRole::Information:
        return u"state-information"_s;
    }
    return {};
}

QLabel *makeLabel()
{
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

MessageCard::MessageCard(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel)
    , m_title(makeLabel())
    , m_text(makeLabel())
    , m_bar(new QProgressBar)
    , m_fix(makeLabel())
    , m_detail(makeLabel())
    , m_buttons(new FlowLayout)
    , m_close(new QToolButton)
{
    m_title->setFont(sectionFont());
    m_close->setIcon(symbolicIcon(u"dialog-close"_s));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close the message"));
    m_close->setObjectName(u"message.close"_s);
    m_close->hide();
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        emit closed();
    });
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(8);
    m_bar->setMaximumWidth(480);
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->hide();
    m_fix->setTextFormat(Qt::RichText);
    m_detail->setFont(codeFont());
    m_buttons->setSpacing(8);
    m_buttons->setContentsMargins(0, 4, 0, 0);

    auto *texts = new QVBoxLayout;
    texts->setSpacing(4);
    texts->addWidget(m_title);
    texts->addWidget(m_text);
    auto *bar = new QHBoxLayout; // or its greatest width would be that of the whole column
    bar->addWidget(m_bar, 1000);
    bar->addStretch(1);
    texts->addLayout(bar);
    texts->addWidget(m_fix);
    texts->addWidget(m_detail);
    texts->addLayout(m_buttons);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    hide();
}

void MessageCard::show(SemanticRole role, const QString &title, const QString &text)
{
    m_role = role;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_bar->hide();
    setFix({});
    setDetail({});
    while (m_buttons->count() > 0) {
        QLayoutItem *item = m_buttons->takeAt(0);
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that was just clicked
        delete item;
    }
    setAccessibleName(title);
    setAccessibleDescription(text);
    updateIcon();
    QFrame::show();
    update();
}

QPushButton *MessageCard::addButton(const QString &text, const QString &objectName, const QIcon &icon)
{
    auto *button = new QPushButton(icon, text);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    m_buttons->addWidget(button);
    return button;
}

QPushButton *MessageCard::addQuietButton(const QString &text, const QString &objectName, const QIcon &icon)
{
    QPushButton *button = addButton(text, objectName, icon);
    button->setFlat(true);
    return button;
}

void MessageCard::setFix(const QString &sentence)
{
    m_fixSentence = sentence;
    m_fix->setText(u"<b>"_s + tr("Suggested fix:") + u"</b> "_s + sentence.toHtmlEscaped());
    m_fix->setVisible(!sentence.isEmpty());
    setAccessibleDescription(QString(m_text->text() + u' ' + sentence).trimmed());
}

QString MessageCard::fix() const
{
    return m_fixSentence;
}

void MessageCard::setDetail(const QString &lines)
{
    m_detail->setText(lines);
    m_detail->setVisible(!lines.isEmpty());
}

void MessageCard::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void MessageCard::update(const QString &text, int percent)
{
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_bar->setRange(0, percent < 0 ? 0 : 100);
    m_bar->setValue(percent);
    m_bar->show();
    setAccessibleDescription(text);
}

QString MessageCard::title() const
{
    return m_title->text();
}

QString MessageCard::text() const
{
    return m_text->text();
}

void MessageCard::updateIcon()
{
    m_icon->setPixmap(symbolicIcon(iconNameOf(m_role), m_role).pixmap(QSize(IconSize, IconSize), devicePixelRatioF()));
}

/// Texts that wrap can be made too low for all of their lines; a message must not.
void MessageCard::keepWhole()
{
    if (isVisible()) // the height of what is not shown is not worth laying out its texts
        setMinimumHeight(layout()->heightForWidth(contentsRect().width()) + height() - contentsRect().height());
}

bool MessageCard::event(QEvent *event)
{
    const bool done = QFrame::event(event);
    if (event->type() == QEvent::LayoutRequest)
        keepWhole();
    return done;
}

void MessageCard::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    keepWhole();
}

void MessageCard::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    keepWhole();
}

void MessageCard::paintEvent(QPaintEvent *)
{
    const SemanticColors colors = semanticColors(m_role, palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colors.line);
    painter.setBrush(colors.tint);
    painter.drawRoundedRect(QRectF(contentsRect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

void MessageCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        updateIcon();
    QFrame::changeEvent(event);
}

} // namespace plugsmith
