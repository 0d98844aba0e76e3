// SPDX-License-Identifier: Apache-2.0
#include "gui/windowmessages.h"

#include "gui/messagecard.h"

#include <QPushButton>

#include <algorithm>

namespace plugsmith {

WindowMessages::WindowMessages(MessageCard &card, QObject *parent)
    : QObject(parent)
    , m_card(card)
{
    connect(&card, &MessageCard::closed, this, [this] {
        if (m_messages.isEmpty())
            return;
        const WindowMessage closed = m_messages.takeLast();
        showLast();
        if (closed.closed)
            closed.closed();
    });
}

void WindowMessages::show(const WindowMessage &message)
{
    m_messages.removeIf([&message](const WindowMessage &other) { return other.id == message.id; });
    m_messages += message;
    showLast();
}

void WindowMessages::show(const QString &id, const Error &error)
{
    show({id, SemanticRole::Negative, error.message, error.reason, {}});
}

void WindowMessages::remove(const QString &id)
{
    const bool isShown = !m_messages.isEmpty() && m_messages.last().id == id;
    m_messages.removeIf([&id](const WindowMessage &message) { return message.id == id; });
    if (isShown)
        showLast();
}

bool WindowMessages::has(const QString &id) const
{
    return std::ranges::any_of(m_messages, [&id](const WindowMessage &message) { return message.id == id; });
}

void WindowMessages::update(const QString &id, const QString &text, int percent)
{
    if (!m_messages.isEmpty() && m_messages.last().id == id)
        m_card.update(text, percent);
}

void WindowMessages::showLast()
{
    if (m_messages.isEmpty())
        return m_card.hide();
    const WindowMessage &message = m_messages.last();
    m_card.show(message.role, message.title, message.text);
    m_card.setClosable(true);
    for (const WindowMessage::Button &button : message.buttons) {
        connect(m_card.addButton(button.text, button.objectName), &QPushButton::clicked, this,
                [this, id = message.id, run = button.run] {
                    remove(id);
                    run();
                });
    }
}

} // namespace plugsmith
