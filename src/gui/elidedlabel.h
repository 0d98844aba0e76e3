// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

namespace plugsmith {

/// A label of one line that shortens its text, in the middle unless told otherwise, instead of demanding room; the
/// whole text is in its tooltip.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    void setFullText(const QString &text);
    void setElideMode(Qt::TextElideMode mode) { m_mode = mode; }
    QString fullText() const { return m_text; }
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    Qt::TextElideMode m_mode = Qt::ElideMiddle;
};

} // namespace plugsmith
