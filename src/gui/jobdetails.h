// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/logdocument.h"

#include <QTabWidget>

class QFormLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace plugsmith {

class BuildJob;
class BuildSession;
class LogView;
class MessageCard;

/// What one job says, runs and makes: the tabs Log, Command and Result.
class JobDetails : public QTabWidget
{
    Q_OBJECT

public:
    explicit JobDetails(BuildSession &session, QWidget *parent = nullptr);

    /// The row of the job list that is shown; -1 for none.
    void showRow(int row);
    void copyCommand();

signals:
    void showInFolderRequested(const QString &path);
    void said(const QString &sentence);

private:
    QWidget *makeLogPage();
    QWidget *makeCommandPage();
    QWidget *makeResultPage();
    void refresh();
    void refreshCard(const BuildJob *job);
    void refreshResult(const BuildJob *job);
    void refreshCommand();

    BuildSession &m_session;
    int m_row = -1;
    LogDocument m_log;
    MessageCard *m_card;
    LogView *m_logView;
    QToolButton *m_follow;
    QPlainTextEdit *m_command;
    QLabel *m_resultHint;
    QWidget *m_resultFacts;
    QFormLayout *m_resultForm;
    QVector<QLabel *> m_resultValues;
    QPushButton *m_showInFolder;
    int m_shownState = -1; // of the job whose card is shown
};

} // namespace plugsmith
