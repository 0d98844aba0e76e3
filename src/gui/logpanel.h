// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/logdocument.h"
#include "models/logsearch.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace plugsmith {

struct Actions;
class LogFindField;
class LogView;

/// The log of one job with what is around it: finding, errors only, following.
class LogPanel : public QWidget
{
    Q_OBJECT

public:
    explicit LogPanel(QWidget *parent = nullptr);

    /// Shows another log; an empty path shows none.
    void showLog(const QString &path) { m_document.open(path); }
    QString path() const { return m_document.path(); }
    /// The file has grown.
    void updateLog() { m_document.update(); }

    /// Makes the commands of the menus for logs do something.
    void provide(const Actions &actions);

    LogDocument &document() { return m_document; }
    LogView &view() { return *m_view; }
    /// Find field and switches, for the host to place: a corner of its tabs.
    QWidget *tools() { return m_tools; }

public slots:
    /// Goes to the find field, with what is selected in it.
    void find(const QString &text = {});
    void findNext() { goToHit(true); }
    void findPrevious() { goToHit(false); }
    void goToError(bool forward);

signals:
    /// The user wants to see the source: file as the tool wrote it, line, column or 0.
    void linkActivated(const QString &file, int line, int column);
    /// A short sentence for the status bar.
    void said(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeTools();
    void makeNewLinesButton();
    void connectView();
    void restoreState();
    void search();
    void showProblem(const QString &text);
    void goToHit(bool forward);
    void showHit(int line, bool first);
    void updateCount();
    void placeNewLinesButton();

    LogDocument m_document;
    LogSearch m_search;
    LogView *m_view;
    QLabel *m_problem;
    QWidget *m_tools = nullptr;
    LogFindField *m_field = nullptr;
    QToolButton *m_errors = nullptr;
    QToolButton *m_follow = nullptr;
    QPushButton *m_newLines = nullptr;
    QTimer m_count; // many pieces of a search make one change of the count
    bool m_isHitShown = false;
};

} // namespace plugsmith
