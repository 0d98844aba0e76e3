// SPDX-License-Identifier: Apache-2.0
#include "gui/statuschips.h"

#include "base/deliver.h"
#include "base/platform.h"
#include "models/buildsession.h"
#include "models/buildtext.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QStorageInfo>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

/// Bytes free where `folder` is, or will be made. Asks the file system: a network folder may take its time.
qint64 bytesFree(QString folder)
{
    while (!folder.isEmpty() && folder != "/"_L1 && !QFileInfo::exists(folder))
        folder = QFileInfo(folder).path();
    return QStorageInfo(folder.isEmpty() ? QDir::homePath() : folder).bytesAvailable();
}

} // namespace

StatusChips::StatusChips(BuildSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_jobs(new QLabel)
    , m_machine(new QLabel)
    , m_disk(new QLabel)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    for (QLabel *label : {m_jobs, m_machine, m_disk})
        row->addWidget(label);
    m_jobs->setObjectName(u"window.status.jobs"_s);
    m_machine->setObjectName(u"window.status.machine"_s);
    m_disk->setObjectName(u"window.status.disk"_s);
    connect(&session, &BuildSession::summaryChanged, this, &StatusChips::showJobs);
    connect(&session, &BuildSession::choicesChanged, this, &StatusChips::measureDisk);
    connect(&session.engine().queue(), &BuildQueue::idle, this, &StatusChips::measureDisk);
    connect(&session.engine(), &BuildEngine::machineFound, this, &StatusChips::showMachine);
    showJobs();
    showMachine();
    measureDisk();
}

void StatusChips::showJobs()
{
    const BuildQueue &queue = m_session.engine().queue();
    const int running = queue.runningCount();
    const int waiting = queue.waitingCount();
    const int failed = m_session.summary().failed;
    m_jobs->setVisible(running + waiting + failed > 0);
    m_jobs->setText(running + waiting > 0 ? tr("%1 running, %2 queued").arg(running).arg(waiting)
                                          : tr("%n failed", nullptr, failed));
}

void StatusChips::showMachine()
{
    const BuildMachine &machine = m_session.engine().machine();
    m_machine->setText(Platform::thisMachine().toString() +
                       (machine.compiler ? u" · "_s + machine.compiler->versionText : QString()));
}

void StatusChips::measureDisk()
{
    runInPool(
        this, [folder = m_session.destination()] { return bytesFree(folder); },
        [this](qint64 bytes) { m_disk->setText(tr("%1 free").arg(shownSize(bytes))); });
}

} // namespace plugsmith
