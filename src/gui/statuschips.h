// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;

namespace plugsmith {

class BuildSession;

/// The right part of the status bar: jobs, this machine, and what is free where plugins go.
class StatusChips : public QWidget
{
    Q_OBJECT

public:
    explicit StatusChips(BuildSession &session, QWidget *parent = nullptr);

private:
    void showJobs();
    void showMachine();
    void measureDisk();

    BuildSession &m_session;
    QLabel *m_jobs;
    QLabel *m_machine;
    QLabel *m_disk;
};

} // namespace plugsmith
