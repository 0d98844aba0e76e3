// SPDX-License-Identifier: Apache-2.0
#include "gui/jobdetails.h"

#include "base/shellwords.h"
#include "gui/commandpanel.h"
#include "gui/failurecard.h"
#include "gui/logpanel.h"
#include "gui/resultpanel.h"
#include "gui/symbolicicon.h"
#include "models/buildsession.h"
#include "models/clicommand.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace plugsmith {

using namespace Qt::StringLiterals;

JobDetails::JobDetails(BuildSession &session, QWidget *parent)
    : QTabWidget(parent)
    , m_session(session)
{
    setObjectName(u"build.details"_s);
    setDocumentMode(true);
    addTab(makeLogPage(), tr("Log"));
    addTab(m_command = new CommandPanel, tr("Command"));
    addTab(m_result = new ResultPanel, tr("Result"));
    connect(m_result, &ResultPanel::showInFolderRequested, this, &JobDetails::showInFolderRequested);
    connect(m_result, &ResultPanel::loadRequested, this, &JobDetails::loadRequested);

    const BuildQueue &queue = session.engine().queue();
    connect(&queue, &BuildQueue::jobLogAppended, this, [this](int index) {
        if (const BuildJob *job = m_session.jobs().jobAt(m_row); job && index == m_row)
            m_log->updateLog();
    });
    const auto refreshIfShown = [this](int index) {
        if (index == m_row)
            refresh();
    };
    connect(&queue, &BuildQueue::jobChanged, this, refreshIfShown);
    connect(&queue, &BuildQueue::jobReplaced, this, refreshIfShown);
    connect(&session, &BuildSession::choicesChanged, this, &JobDetails::refresh);
    refresh();
}

QWidget *JobDetails::makeLogPage()
{
    auto *page = new QWidget;
    m_card = new FailureCard(m_session);
    m_log = new LogPanel;
    connect(m_log, &LogPanel::said, this, &JobDetails::said);
    connect(m_log, &LogPanel::linkActivated, this, [this](const QString &file, int line, int column) {
        const BuildJob *job = m_session.jobs().jobAt(m_row);
        if (m_record || job)
            emit fileRequested(m_record ? m_record->id : job->id(), file, line, column);
    });
    auto *cardRow = new QVBoxLayout;
    cardRow->setContentsMargins(0, 0, 0, 0);
    cardRow->addWidget(m_card);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(cardRow);
    layout->addWidget(m_log, 1);
    connect(m_card, &FailureCard::changed, this, [this, cardRow] {
        const int margin = m_card->isHidden() ? 0 : 8;
        cardRow->setContentsMargins(margin, margin, margin, margin);
    });
    connect(m_card, &FailureCard::fileRequested, this, &JobDetails::fileRequested);
    connect(m_card, &FailureCard::folderRequested, this, &JobDetails::showInFolderRequested);
    connect(m_card, &FailureCard::localModuleRequested, this, &JobDetails::localModuleRequested);
    connect(m_card, &FailureCard::said, this, &JobDetails::said);
    auto *corner = new QWidget;
    m_copy = new QToolButton;
    m_copy->setObjectName(u"build.command.copy"_s);
    m_copy->setText(tr("Copy"));
    m_copy->setIcon(symbolicIcon(u"edit-copy"_s));
    m_copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copy->setAutoRaise(true);
    m_copy->setToolTip(tr("Copy the build as a command for a terminal"));
    m_copy->hide();
    connect(m_copy, &QToolButton::clicked, this, &JobDetails::copyCommand);
    auto *cornerRow = new QHBoxLayout(corner);
    cornerRow->setContentsMargins(4, 3, 4, 3);
    cornerRow->addWidget(m_log->tools());
    cornerRow->addWidget(m_copy);
    setCornerWidget(corner);
    connect(this, &QTabWidget::currentChanged, this, [this](int tab) {
        m_log->tools()->setVisible(tab == LogTab);
        m_copy->setVisible(tab == CommandTab);
    });
    return page;
}

void JobDetails::showRow(int row)
{
    m_row = row;
    m_record.reset();
    refresh();
}

void JobDetails::showRecord(const JobRecord &record)
{
    m_record = record;
    refresh();
}

void JobDetails::refresh()
{
    if (m_record)
        return refreshRecord(*m_record);
    const BuildJob *job = m_session.jobs().jobAt(m_row);
    const PlannedJob *plan = m_session.jobs().planAt(m_row);
    openLog(job && job->state() != JobState::Queued && job->state() != JobState::Held ? job->logPath() : QString());
    m_card->showJob(job);
    const bool isPlan = plan && !job;
    const bool isDone = job && job->state() == JobState::Done;
    showTabs(isPlan, isPlan || isDone);
    if (plan)
        m_command->showPlan(*plan, m_session.name());
    else
        m_command->clear();
    if (isDone)
        m_result->showResult(job->result(), job->seconds(), isLoadable(*job) ? job->plan().output.name : QString());
    else if (isPlan)
        m_result->showPlan(*plan);
    else
        m_result->showNothing();
}

/// A build of an earlier start, or one that is off the list.
void JobDetails::refreshRecord(const JobRecord &record)
{
    openLog(record.log);
    m_card->showJob(nullptr);
    showTabs(false, record.state == JobState::Done);
    m_command->showSpec(record.spec);
    if (record.state == JobState::Done)
        m_result->showResult(record.result, record.seconds, {});
    else
        m_result->showNothing();
}

/// Before a build there is no log, and the result is what will be written.
void JobDetails::showTabs(bool isPlan, bool hasResult)
{
    if (isTabVisible(LogTab) == isPlan) {
        const int current = currentIndex();
        setTabVisible(LogTab, !isPlan);
        if (isPlan && current == LogTab)
            setCurrentIndex(CommandTab);
        else if (!isPlan)
            setCurrentIndex(LogTab);
    }
    setTabText(ResultTab, isPlan ? tr("Result file") : tr("Result"));
    setTabEnabled(ResultTab, hasResult);
}

void JobDetails::openLog(const QString &path)
{
    if (m_log->path() != path)
        m_log->showLog(path);
    else
        m_log->updateLog();
}

void JobDetails::copyCommand()
{
    const PlannedJob *job = m_session.jobs().planAt(m_row);
    if (!job && !m_record)
        return;
    QApplication::clipboard()->setText(
        joinShellWords(cliCommand(m_record ? m_record->spec : specOf(*job, m_session.name()))));
    emit said(tr("Command copied."));
}

} // namespace plugsmith
