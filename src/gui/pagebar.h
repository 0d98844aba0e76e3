// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolBar>

class QVBoxLayout;

namespace plugsmith {

class NavButton;

/// The bar on the left: a button for each page, and Settings at its end. As wide as its longest label needs.
class PageBar : public QToolBar
{
    Q_OBJECT

public:
    explicit PageBar(QAction *settings, QWidget *parent = nullptr);

    /// The button of a page; below those that are there.
    NavButton *addPage(QAction *action, const QString &id);

private:
    QVBoxLayout *m_column;
    int m_pages = 0;
};

} // namespace plugsmith
