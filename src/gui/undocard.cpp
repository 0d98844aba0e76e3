// SPDX-License-Identifier: Apache-2.0
#include "gui/undocard.h"

#include <QPushButton>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int UndoTime = 10'000; // ms

} // namespace

UndoCard::UndoCard(QWidget *parent)
    : MessageCard(parent)
{
    hide();
    m_end.setSingleShot(true);
    m_end.setInterval(UndoTime);
    connect(&m_end, &QTimer::timeout, this, [this] {
        if (!underMouse() && !isAncestorOf(focusWidget()))
            hide();
        else
            m_end.start(); // somebody is about to press it
    });
    connect(this, &MessageCard::closed, this, &QWidget::hide);
}

void UndoCard::sayDone(const QString &title, const std::function<void()> &undo)
{
    show(SemanticRole::Information, title, {});
    emit said(title);
    offer(undo);
    m_end.start();
}

void UndoCard::sayFailed(const QString &title, const QString &text, const std::function<void()> &undo)
{
    m_end.stop();
    show(SemanticRole::Negative, title, text);
    offer(undo);
}

void UndoCard::offer(const std::function<void()> &undo)
{
    if (undo) {
        auto *button = addButton(tr("Undo"), objectName() + u".undo"_s);
        connect(button, &QPushButton::clicked, this, [this, undo] {
            hide();
            undo();
        });
    }
    setVisible(true);
}

} // namespace plugsmith
