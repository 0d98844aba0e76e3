// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/jobhistory.h"
#include <QTabWidget>

class QToolButton;

namespace plugsmith {

class BuildJob;
class BuildSession;
class CommandPanel;
class FailureCard;
class LogPanel;
class ResultPanel;

/// What one job says, runs and makes: the tabs Log, Command and Result.
class JobDetails : public QTabWidget
{
    Q_OBJECT

public:
    enum DetailTab { LogTab, CommandTab, ResultTab };

    explicit JobDetails(BuildSession &session, QWidget *parent = nullptr);

    /// The row of the job list that is shown; -1 for none.
    void showRow(int row);
    /// A build from the history, until showRow().
    void showRecord(const JobRecord &record);
    void copyCommand();
    void showTab(DetailTab tab) { setCurrentIndex(tab); }
    LogPanel &log() { return *m_log; }

signals:
    void showInFolderRequested(const QString &path);
    void localModuleRequested();
    /// A file as the log of a job names it.
    void fileRequested(const QString &jobId, const QString &file, int line, int column);
    void loadRequested(const QString &path);
    void said(const QString &sentence);

private:
    QWidget *makeLogPage();
    void refresh();
    void refreshRecord(const JobRecord &record);
    void showTabs(bool isPlan, bool hasResult);
    void openLog(const QString &path);

    BuildSession &m_session;
    int m_row = -1;
    FailureCard *m_card;
    LogPanel *m_log;
    QToolButton *m_copy;
    CommandPanel *m_command;
    ResultPanel *m_result;
    std::optional<JobRecord> m_record;
};

} // namespace plugsmith
