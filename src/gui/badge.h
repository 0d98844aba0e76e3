// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/semanticcolors.h"

#include <QWidget>

#include <optional>

namespace plugsmith {

/// A state as one word in a rounded tint, with an icon whose shape says the same as the colour. A value.
struct Badge
{
    QString text;
    QString icon;                     ///< of the bundled set; empty: none
    std::optional<SemanticRole> role; ///< nullopt: grey, for what is merely worth knowing

    bool operator==(const Badge &) const = default;
};

/// In pixels; the font is that of the row, badges are a little smaller.
QSize badgeSize(const Badge &badge, const QFont &font);
/// At the leading edge of `room`, centred in its height, shortened where it does not fit. Returns the width.
int paintBadge(QPainter *painter, const QRect &room, const Badge &badge, const QFont &font, const QPalette &palette,
               Qt::LayoutDirection direction);

/// A badge among other widgets; invisible without a text.
class BadgeLabel : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    void setBadge(const Badge &badge);
    const Badge &badge() const { return m_badge; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Badge m_badge;
};

} // namespace plugsmith
