// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace plugsmith {

/// Covers the pages while something is dragged over the window, and says what letting go will do.
class DropOverlay : public QWidget
{
    Q_OBJECT

public:
    explicit DropOverlay(QWidget *parent);

    struct Offer
    {
        QString icon;
        QString title; ///< "Build pricing.zip"
        QString text;
        bool isPossible = true;
    };
    /// One area, or two beside each other.
    void showOffers(const QVector<Offer> &offers);
    /// Marks the area under the pointer; returns its number, -1 for none.
    int setPointer(const QPoint &position);

protected:
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QRect areaOf(int number) const;

    QVector<Offer> m_offers;
    int m_current = -1;
};

} // namespace plugsmith
