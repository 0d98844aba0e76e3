// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace plugsmith {

class BuildSession;
struct InstallProgress;

/// The right part of the status bar: jobs with a bar, the Go version that is fetched, this machine, and what is free
/// where plugins go.
class StatusChips : public QWidget
{
    Q_OBJECT

public:
    explicit StatusChips(BuildSession &session, QWidget *parent = nullptr);

signals:
    /// Somebody pressed the chip of the jobs.
    void jobsRequested();
    /// Somebody pressed the chip of what is fetched.
    void toolchainsRequested();

private:
    void showJobs();
    void showDownload(const QString &name, const InstallProgress &progress);
    void showMachine();
    void measureDisk();

    BuildSession &m_session;
    QToolButton *m_jobs;
    QProgressBar *m_bar;
    QToolButton *m_download;
    QLabel *m_machineIcon;
    QLabel *m_machine;
    QLabel *m_diskIcon;
    QLabel *m_disk;
};

} // namespace plugsmith
