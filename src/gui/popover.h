// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

namespace plugsmith {

/// A small window beside what it belongs to; a click elsewhere or Escape closes it, and it deletes itself then.
class Popover : public QFrame
{
    Q_OBJECT

public:
    explicit Popover(QWidget *parent);

    /// Below `anchor` (global), or above it where there is no room below; never beyond the screen.
    void showAt(const QRect &anchor);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace plugsmith
