// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/semanticcolors.h"

#include <QObject>
#include <QString>
#include <QVector>

#include <functional>

namespace plugsmith {

struct Error;
class MessageCard;

/// Something that the window has to say above its pages.
struct WindowMessage
{
    struct Button
    {
        QString text;
        QString objectName;
        std::function<void()> run;
    };

    QString id; ///< a new message with the id of an earlier one takes its place
    SemanticRole role = SemanticRole::Information;
    QString title;
    QString text;
    QVector<Button> buttons;
    std::function<void()> closed = {}; ///< by its close button
};

/// The messages above the pages: one is shown, the newest; the others wait behind it, so that none is lost.
class WindowMessages : public QObject
{
    Q_OBJECT

public:
    explicit WindowMessages(MessageCard &card, QObject *parent = nullptr);

    void show(const WindowMessage &message);
    void show(const QString &id, const Error &error);
    /// Harmless if there is none of that id.
    void remove(const QString &id);
    bool has(const QString &id) const;
    /// Another text and how far something is (0 to 100, -1 unknown), while the buttons stay as they are.
    void update(const QString &id, const QString &text, int percent);

private:
    void showLast();

    MessageCard &m_card;
    QVector<WindowMessage> m_messages; // the last one is shown
};

} // namespace plugsmith
