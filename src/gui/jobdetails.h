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
class FailureCard;
class LogView;

/// What one job says, runs and makes: the tabs Log, Command and Result.
class JobDetails : public QTabWidget
{
    Q_OBJECT

public:
    enum DetailTab { LogTab, CommandTab, ResultTab };

    explicit JobDetails(BuildSession &session, QWidget *parent = nullptr);

    /// The row of the job list that is shown; -1 for none.
    void showRow(int row);
    void copyCommand();
    void showTab(DetailTab tab) { setCurrentIndex(tab); }

signals:
    void showInFolderRequested(const QString &path);
    void localModuleRequested();
    /// A file as the log of a job names it.
    void fileRequested(const QString &jobId, const QString &file, int line, int column);
    void said(const QString &sentence);

private:
    QWidget *makeLogPage();
    QWidget *makeCommandPage();
    QWidget *makeResultPage();
    void refresh();
    void refreshResult(const BuildJob *job);
    void refreshCommand();

    BuildSession &m_session;
    int m_row = -1;
    LogDocument m_log;
    FailureCard *m_card;
    LogView *m_logView;
    QToolButton *m_follow;
    QPlainTextEdit *m_command;
    QLabel *m_resultHint;
    QWidget *m_resultFacts;
    QFormLayout *m_resultForm;
    QVector<QLabel *> m_resultValues;
    QPushButton *m_showInFolder;
};

} // namespace plugsmith
