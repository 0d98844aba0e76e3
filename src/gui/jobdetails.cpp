// SPDX-License-Identifier: Apache-2.0
#include "gui/jobdetails.h"

#include "base/folders.h"
#include "base/shellwords.h"
#include "gui/failurecard.h"
#include "gui/logview.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"
#include "models/buildsession.h"
#include "models/buildtext.h"

#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

/// The same build from a terminal.
QString cliCommand(const PlannedJob &job, const QString &name)
{
    QStringList words{u"plugsmith-cli"_s, u"build"_s};
    words += job.sources;
    words += {u"--dest"_s,     job.destination,
              u"--go"_s,       job.target.version.toString(),
              u"--platform"_s, job.target.platform.toString()};
    if (!name.isEmpty())
        words += {u"--name"_s, name};
    if (!job.packageFolder.isEmpty() || !job.singleFile.isEmpty())
        words +=
            {u"--main"_s, u"./"_s + job.packageFolder + (job.singleFile.isEmpty() ? QString() : u'/' + job.singleFile)};
    const BuildOptions &options = job.options;
    if (options.mode == BuildMode::Program)
        words += {u"--mode"_s, u"exec"_s};
    if (!options.tags.isEmpty())
        words += {u"--tags"_s, options.tags.join(u',')};
    if (!options.linkerFlags.isEmpty())
        words += {u"--ldflags"_s, options.linkerFlags};
    if (!options.trimPath)
        words += u"--trimpath=false"_s;
    if (options.compression == Compression::Gzip)
        words += {u"--compression"_s, u"gzip"_s};
    return joinShellWords(words);
}

QLabel *makeValue()
{
    auto *label = new QLabel;
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

JobDetails::JobDetails(BuildSession &session, QWidget *parent)
    : QTabWidget(parent)
    , m_session(session)
{
    setObjectName(u"build.details"_s);
    setDocumentMode(true);
    addTab(makeLogPage(), tr("Log"));
    addTab(makeCommandPage(), tr("Command"));
    addTab(makeResultPage(), tr("Result"));

    const BuildQueue &queue = session.engine().queue();
    connect(&queue, &BuildQueue::jobLogAppended, this, [this](int index) {
        if (const BuildJob *job = m_session.jobs().jobAt(m_row); job && index == m_row)
            m_log.update();
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
    m_logView = new LogView(m_log);
    m_logView->setPlaceholder(tr("The log appears here when the build starts."));
    m_follow = new QToolButton;
    m_follow->setObjectName(u"build.log.follow"_s);
    m_follow->setText(tr("Follow"));
    m_follow->setIcon(symbolicIcon(u"go-bottom"_s));
    m_follow->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_follow->setToolTip(tr("Keep the end of the log in view"));
    connect(m_follow, &QToolButton::clicked, m_logView, &LogView::setFollowing);
    connect(m_logView, &LogView::followingChanged, m_follow, &QToolButton::setChecked);
    connect(m_logView, &LogView::unseenChanged, this,
            [this](int lines) { m_follow->setText(lines == 0 ? tr("Follow") : tr("%n new line(s)", nullptr, lines)); });
    auto *cardRow = new QVBoxLayout;
    cardRow->setContentsMargins(0, 0, 0, 0);
    cardRow->addWidget(m_card);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(cardRow);
    layout->addWidget(m_logView, 1);
    connect(m_card, &FailureCard::changed, this, [this, cardRow] {
        const int margin = m_card->isHidden() ? 0 : 8;
        cardRow->setContentsMargins(margin, margin, margin, margin);
    });
    connect(m_card, &FailureCard::fileRequested, this, &JobDetails::fileRequested);
    connect(m_card, &FailureCard::folderRequested, this, &JobDetails::showInFolderRequested);
    connect(m_card, &FailureCard::localModuleRequested, this, &JobDetails::localModuleRequested);
    connect(m_card, &FailureCard::said, this, &JobDetails::said);
    auto *corner = new QWidget;
    auto *cornerRow = new QHBoxLayout(corner);
    cornerRow->setContentsMargins(4, 3, 4, 3);
    cornerRow->addWidget(m_follow);
    setCornerWidget(corner);
    connect(this, &QTabWidget::currentChanged, this, [this](int tab) { m_follow->setVisible(tab == LogTab); });
    return page;
}

QWidget *JobDetails::makeCommandPage()
{
    m_command = new QPlainTextEdit;
    m_command->setObjectName(u"build.command"_s);
    m_command->setAccessibleName(tr("Command of the build"));
    m_command->setReadOnly(true);
    m_command->setFont(codeFont());
    m_command->setFrameShape(QFrame::NoFrame);
    auto *copy = new QPushButton(symbolicIcon(u"edit-copy"_s), tr("Copy"));
    copy->setObjectName(u"build.command.copy"_s);
    connect(copy, &QPushButton::clicked, this, &JobDetails::copyCommand);
    auto *page = new QWidget;
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 8, 8, 0);
    row->addStretch(1);
    row->addWidget(copy);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(m_command, 1);
    page->setAutoFillBackground(true);
    page->setBackgroundRole(QPalette::Base);
    return page;
}

QWidget *JobDetails::makeResultPage()
{
    auto *page = new QWidget;
    page->setAutoFillBackground(true);
    page->setBackgroundRole(QPalette::Base);
    m_resultHint = new QLabel(tr("The result appears here when the build is done."));
    m_resultHint->setAlignment(Qt::AlignCenter);
    m_resultHint->setWordWrap(true);
    m_resultFacts = new QWidget;
    m_resultForm = new QFormLayout;
    m_resultForm->setLabelAlignment(Qt::AlignRight);
    m_resultForm->setHorizontalSpacing(12);
    m_resultForm->setVerticalSpacing(6);
    for (const QString &name :
         {tr("File"), tr("Folder"), tr("Size"), tr("SCN"), tr("Build info"), tr("SHA-256"), tr("Time")}) {
        m_resultValues += makeValue();
        m_resultForm->addRow(name, m_resultValues.last());
    }
    m_showInFolder = new QPushButton(symbolicIcon(u"folder"_s), tr("Show in Folder"));
    m_showInFolder->setObjectName(u"build.result.showInFolder"_s);
    connect(m_showInFolder, &QPushButton::clicked, this, [this] {
        if (const BuildJob *job = m_session.jobs().jobAt(m_row))
            emit showInFolderRequested(job->result().path);
    });
    auto *facts = new QVBoxLayout(m_resultFacts);
    facts->setContentsMargins(12, 12, 12, 12);
    facts->setSpacing(12);
    facts->addLayout(m_resultForm);
    facts->addWidget(m_showInFolder, 0, Qt::AlignLeft);
    facts->addStretch(1);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_resultHint);
    layout->addWidget(m_resultFacts);
    return page;
}

void JobDetails::showRow(int row)
{
    m_row = row;
    refresh();
}

void JobDetails::refresh()
{
    const BuildJob *job = m_session.jobs().jobAt(m_row);
    const QString log =
        job && job->state() != JobState::Queued && job->state() != JobState::Held ? job->logPath() : QString();
    if (m_log.path() != log)
        m_log.open(log);
    else
        m_log.update();
    m_card->showJob(job);
    refreshCommand();
    refreshResult(job);
}

void JobDetails::refreshCommand()
{
    const PlannedJob *job = m_session.jobs().planAt(m_row);
    QString text;
    if (job && !job->blocked) {
        const auto arguments = goArguments(*job, {job->output.fileName(), {}, {}, {}, {}});
        if (arguments)
            text = shownCommand(*job, *arguments);
        text += u"\n\n# "_s + tr("the same build from a terminal") + u'\n' + cliCommand(*job, m_session.name());
        for (const PlanNote &note : job->notes)
            text += u"\n\n# "_s + note.text;
    } else if (job) {
        text = u"# "_s + job->blocked->sentence();
    }
    if (m_command->toPlainText() != text)
        m_command->setPlainText(text);
}

void JobDetails::copyCommand()
{
    const PlannedJob *job = m_session.jobs().planAt(m_row);
    if (!job)
        return;
    QApplication::clipboard()->setText(cliCommand(*job, m_session.name()));
    emit said(tr("Command copied."));
}

void JobDetails::refreshResult(const BuildJob *job)
{
    const bool done = job && job->state() == JobState::Done;
    setTabEnabled(ResultTab, done || !job);
    m_resultHint->setVisible(!done);
    m_resultFacts->setVisible(done);
    if (!done)
        return;
    const JobResult &result = job->result();
    const QFileInfo file(result.path);
    const QStringList values{file.fileName(),
                             folders::shortened(file.path()),
                             shownSize(result.bytes),
                             result.scn.toString() + u"  ·  "_s + shownDate(result.scn),
                             QFileInfo(result.infoPath).fileName(),
                             result.sha256,
                             result.upToDate ? tr("Nothing had changed; stamped anew") : shownDuration(job->seconds())};
    for (qsizetype i = 0; i < values.size(); ++i)
        m_resultValues[i]->setText(values[i]);
    m_resultValues[5]->setFont(codeFont());
}

} // namespace plugsmith
