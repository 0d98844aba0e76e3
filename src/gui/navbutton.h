// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/semanticcolors.h"

#include <QToolButton>

namespace plugsmith {

/// A page in the bar on the left: icon over label, and a badge with a count.
class NavButton : public QToolButton
{
    Q_OBJECT

public:
    explicit NavButton(QAction *action, QWidget *parent = nullptr);

    /// 0 hides the badge. `role` Negative for failures, anything else is drawn in the accent colour. `words` say what
    /// is counted: "2 running".
    void setBadge(int count, SemanticRole role, const QString &words);

protected:
    void paintEvent(QPaintEvent *event) override;
    QSize sizeHint() const override;

private:
    int m_count = 0;
    SemanticRole m_role = SemanticRole::Information;
};

} // namespace plugsmith
