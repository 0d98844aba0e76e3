// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>
#include <QWidget>

namespace plugsmith {

class MemoryHistory;

/// Resident memory over time, with numbered marks where generations were loaded. Its accessible description says the
/// same in words.
class LoadMemoryGraph : public QWidget
{
    Q_OBJECT

public:
    explicit LoadMemoryGraph(QWidget *parent = nullptr);

    /// nullptr: none.
    void setHistory(MemoryHistory *history);
    QSize sizeHint() const override { return {300, 150}; }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QRectF plot() const;
    double xOf(qint64 seconds) const;
    double yOf(qint64 bytes) const;
    void measure();
    void paintGrid(QPainter &painter) const;
    void paintMarks(QPainter &painter) const;

    QPointer<MemoryHistory> m_history;
    qint64 m_from = 0; // seconds since the epoch
    qint64 m_to = 1;
    qint64 m_top = 1; // megabytes
};

} // namespace plugsmith
