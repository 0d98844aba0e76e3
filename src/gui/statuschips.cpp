// SPDX-License-Identifier: Apache-2.0
#include "gui/statuschips.h"

#include "base/deliver.h"
#include "base/platform.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"
#include "models/buildsession.h"
#include "models/buildtext.h"
#include "models/diskuse.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int BarWidth = 88;
constexpr int BarHeight = 6;

} // namespace

StatusChips::StatusChips(BuildSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_jobs(new QToolButton)
    , m_bar(new QProgressBar)
    , m_download(new QToolButton)
    , m_machineIcon(new QLabel)
    , m_machine(new QLabel)
    , m_diskIcon(new QLabel)
    , m_disk(new QLabel)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 4, 0);
    row->setSpacing(4);
    row->addStretch(1); // or icons and words would share what is left over
    row->addWidget(m_jobs);
    row->addWidget(m_bar);
    row->addWidget(m_download);
    row->addSpacing(12);
    row->addWidget(m_machineIcon);
    row->addWidget(m_machine);
    row->addSpacing(12);
    row->addWidget(m_diskIcon);
    row->addWidget(m_disk);
    m_jobs->setAutoRaise(true);
    m_jobs->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_jobs->setToolTip(tr("Show the jobs"));
    m_download->setObjectName(u"window.status.download"_s);
    m_download->setAutoRaise(true);
    m_download->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_download->setIcon(symbolicIcon(u"download"_s, SemanticRole::Information));
    m_download->setToolTip(tr("Show the Go versions"));
    m_download->hide();
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(BarWidth, BarHeight);
    m_bar->setAccessibleName(tr("Progress of the build"));
    m_jobs->setObjectName(u"window.status.jobs"_s);
    m_bar->setObjectName(u"window.status.bar"_s);
    m_machine->setObjectName(u"window.status.machine"_s);
    m_disk->setObjectName(u"window.status.disk"_s);
    connect(m_jobs, &QToolButton::clicked, this, &StatusChips::jobsRequested);
    connect(m_download, &QToolButton::clicked, this, &StatusChips::toolchainsRequested);
    const ToolchainStore &store = session.engine().store();
    connect(&store, &ToolchainStore::installChanged, this, &StatusChips::showDownload);
    connect(&store, &ToolchainStore::installFinished, this,
            [this] { m_download->setVisible(!m_session.engine().store().installing().isEmpty()); });
    connect(&session, &BuildSession::summaryChanged, this, &StatusChips::showJobs);
    connect(&session, &BuildSession::choicesChanged, this, &StatusChips::measureDisk);
    connect(&session.engine().queue(), &BuildQueue::idle, this, &StatusChips::measureDisk);
    connect(&session.engine(), &BuildEngine::machineFound, this, &StatusChips::showMachine);
    setIcon(m_machineIcon, symbolicIcon(u"cpu"_s));
    setIcon(m_diskIcon, symbolicIcon(u"drive-harddisk"_s));
    showJobs();
    showMachine();
    measureDisk();
}

void StatusChips::showJobs()
{
    const BuildQueue &queue = m_session.engine().queue();
    const int running = queue.runningCount();
    const int waiting = queue.waitingCount();
    const BuildSummary summary = m_session.summary();
    const bool isBusy = running + waiting > 0;
    m_jobs->setVisible(isBusy || summary.failed > 0);
    m_jobs->setText(isBusy ? tr("%1 running, %2 queued").arg(running).arg(waiting)
                           : tr("%n failed", nullptr, summary.failed));
    m_jobs->setIcon(isBusy ? symbolicIcon(u"view-refresh"_s, SemanticRole::Information)
                           : symbolicIcon(u"state-error"_s, SemanticRole::Negative));
    m_bar->setVisible(isBusy);
    m_bar->setRange(0, 1000);
    m_bar->setValue(static_cast<int>(summary.fraction * 1000));
}

void StatusChips::showDownload(const QString &name, const InstallProgress &progress)
{
    const QString shown = name.startsWith("go"_L1) ? u"Go "_s + name.sliced(2) : QFileInfo(name).fileName();
    if (progress.step == InstallProgress::Step::Downloading && progress.total > 0)
        m_download->setText(tr("%1 · %2 %").arg(shown).arg(progress.done * 100 / progress.total));
    else
        m_download->setText(shown);
    m_download->show();
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
