// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/loadsession.h"

#include <QPointer>
#include <QSortFilterProxyModel>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;

namespace plugsmith {

/// What the shown generation exports, with a filter over it.
class LoadSymbolsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit LoadSymbolsPanel(QWidget *parent = nullptr);

    void setSession(LoadSession *session);
    QString current() const; ///< name; empty if there is none
    void select(const QString &name);
    QListView &view() { return *m_view; }

signals:
    void currentChanged(const QString &name);
    /// By a double click or Return: somebody wants to call it.
    void activated(const QString &name);
    void said(const QString &sentence);

private:
    void onReset();
    void refreshHint();
    void showMenu(const QPoint &at);

    QPointer<LoadSession> m_session;
    QSortFilterProxyModel m_filtered;
    QLineEdit *m_filter;
    QListView *m_view;
    QLabel *m_hint;
    QString m_wanted; // stays selected over generations
};

} // namespace plugsmith
