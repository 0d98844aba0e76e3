// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLayout>
#include <QVector>

namespace plugsmith {

/// A row of things that goes on in the next line where the width ends, as words do. Right to left where the language is
/// read so. Owns its items.
class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return placeItems(QRect(0, 0, width, 0), false); }
    QSize minimumSize() const override;
    QSize sizeHint() const override;
    void setGeometry(const QRect &rect) override;

private:
    int placeItems(const QRect &rect, bool really) const; // returns the height

    QVector<QLayoutItem *> m_items;
};

} // namespace plugsmith
