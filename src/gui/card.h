// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

namespace plugsmith {

/// A quiet frame around things that belong together: the base colour, a thin line, round corners.
class Card : public QFrame
{
    Q_OBJECT

public:
    using QFrame::QFrame;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace plugsmith
