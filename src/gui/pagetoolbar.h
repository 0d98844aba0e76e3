// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace plugsmith {

/// What stands above a page: buttons and fields in one row, a line below. Not a QToolBar, which places what it holds by
/// its own mind and raises the buttons it gets. The same height on every page.
class PageToolBar : public QWidget
{
    Q_OBJECT

public:
    explicit PageToolBar(const QString &objectName, QWidget *parent = nullptr);

    /// Where a page puts its widgets, from the start of the line on.
    QHBoxLayout &row() const { return *m_row; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_row;
};

} // namespace plugsmith
