// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/comparisonmodel.h"

#include <QWidget>

class QLabel;
class QStackedLayout;

namespace plugsmith {

class RowView;

/// How two plugins differ. Both files are read in the pool.
class PluginComparisonView : public QWidget
{
    Q_OBJECT

public:
    explicit PluginComparisonView(QWidget *parent = nullptr);

    /// The older one comes first. The names head the columns.
    void compare(const QString &before, const QString &beforeName, const QString &after, const QString &afterName);

signals:
    void copyRequested(const QString &text);
    void compared();

private:
    ComparisonModel m_model;
    QStackedLayout *m_pages;
    RowView *m_view;
    QLabel *m_sentence;
    int m_number = 0; // of the comparison that was asked for last
};

} // namespace plugsmith
