// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QButtonGroup>
#include <QWidget>

namespace plugsmith {

/// Two or three choices of which one holds, side by side.
class SegmentedButtons : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY currentChanged)

public:
    explicit SegmentedButtons(QWidget *parent = nullptr);

    void setChoices(const QStringList &choices);
    int current() const { return m_group.checkedId(); }
    void setCurrent(int index);

signals:
    void currentChanged(int index);

private:
    QButtonGroup m_group;
};

} // namespace plugsmith
