// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QToolButton;

namespace plugsmith {

/// A column at the side that folds to a narrow strip with a chevron, and comes back by a click on it.
class FoldingColumn : public QWidget
{
    Q_OBJECT

public:
    /// Takes `content`.
    FoldingColumn(QWidget *content, const QString &name, QWidget *parent = nullptr);

    /// Where there is little room it folds, and has the chevron to come back and fold again; else it is simply there.
    void setNarrow(bool narrow);
    void setFolded(bool folded);
    /// Whether somebody wants it even then.
    void setUnfoldsNarrow(bool unfolds) { m_unfoldsNarrow = unfolds; }
    bool unfoldsNarrow() const { return m_unfoldsNarrow; }
    /// That it gets back; as somebody has made it.
    void setWidth(int width);
    bool isFolded() const { return m_isFolded; }

signals:
    void foldedChanged();

private:
    QWidget *m_content;
    QWidget *m_strip;
    QToolButton *m_chevron;
    int m_width = 336;
    bool m_isFolded = false;
    bool m_unfoldsNarrow = false;
};

} // namespace plugsmith
