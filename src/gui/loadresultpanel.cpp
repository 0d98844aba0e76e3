// SPDX-License-Identifier: Apache-2.0
#include "gui/loadresultpanel.h"

#include "base/atomicfile.h"
#include "base/deliver.h"
#include "gui/badge.h"
#include "gui/jsonhighlighter.h"
#include "gui/messagecard.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"
#include "models/buildtext.h"
#include "models/loadsession.h"
#include "models/sessionwords.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBrowser>
#include <QToolButton>
#include <QUrl>
#include <QUrlQuery>
#include <QVBoxLayout>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ShownBytes = 256 << 10; // more would keep the window waiting
constexpr qsizetype ColoredBytes = 64 << 10;

QPlainTextEdit *makeText(const QString &objectName, const QString &name)
{
    auto *text = new QPlainTextEdit;
    text->setObjectName(objectName);
    text->setAccessibleName(name);
    text->setReadOnly(true);
    text->setFont(codeFont());
    text->setFrameShape(QFrame::NoFrame);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return text;
}

QString linkTo(const StackFrame &frame)
{
    QUrl url(u"frame:"_s);
    QUrlQuery query;
    query.addQueryItem(u"file"_s, frame.file);
    query.addQueryItem(u"line"_s, QString::number(frame.line));
    url.setQuery(query);
    return QString::fromLatin1(url.toEncoded());
}

const StackFrame *ownFrame(const CallOutcome &outcome)
{
    const auto found = std::ranges::find(outcome.frames, false, &StackFrame::isOfGo);
    return found == outcome.frames.end() ? nullptr : &*found;
}

} // namespace

LoadResultPanel::LoadResultPanel(QWidget *parent)
    : QTabWidget(parent)
    , m_badge(new BadgeLabel)
    , m_copy(new QToolButton)
    , m_problem(new MessageCard)
    , m_result(makeText(u"load.result.values"_s, tr("Result")))
    , m_highlighter(new JsonHighlighter(m_result->document()))
    , m_cut(new QWidget)
    , m_cutText(new QLabel)
    , m_output(makeText(u"load.result.output"_s, tr("Output")))
    , m_panic(new MessageCard)
    , m_stack(new QTextBrowser)
{
    setObjectName(u"load.result"_s);
    setDocumentMode(true);
    m_output->setPlaceholderText(tr("What the plugin prints during the call appears here."));
    m_result->setPlaceholderText(tr("The result appears here when a function is called."));
    addTab(makeResultPage(), tr("Result"));
    addTab(m_output, tr("Output"));
    addTab(makeStackPage(), tr("Stack"));
    m_badge->setObjectName(u"load.result.state"_s);
    m_copy->setObjectName(u"load.result.copy"_s);
    m_copy->setIcon(symbolicIcon(u"edit-copy"_s));
    m_copy->setAutoRaise(true);
    m_copy->setToolTip(tr("Copy what is shown"));
    m_copy->setAccessibleName(tr("Copy what is shown"));
    connect(m_copy, &QToolButton::clicked, this, &LoadResultPanel::copy);
    auto *corner = new QWidget;
    auto *row = new QHBoxLayout(corner);
    row->setContentsMargins(4, 3, 8, 3);
    row->setSpacing(8);
    row->addWidget(m_badge);
    row->addWidget(m_copy);
    setCornerWidget(corner);
    followPalette(m_result, [this] { m_highlighter->setPalette(m_result->palette()); });
    showNothing();
}

QWidget *LoadResultPanel::makeResultPage()
{
    m_problem->setObjectName(u"load.result.problem"_s);
    auto *save = new QPushButton(symbolicIcon(u"document-save"_s), tr("Save All…"));
    save->setObjectName(u"load.result.save"_s);
    connect(save, &QPushButton::clicked, this, &LoadResultPanel::saveAll);
    auto *cutRow = new QHBoxLayout(m_cut);
    cutRow->setContentsMargins(8, 4, 8, 6);
    cutRow->addWidget(m_cutText, 1);
    cutRow->addWidget(save);
    auto *page = new QWidget;
    page->setAutoFillBackground(true);
    page->setBackgroundRole(QPalette::Base);
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(8, 8, 8, 0);
    rows->setSpacing(4);
    rows->addWidget(m_problem);
    rows->addWidget(m_result, 1000);
    rows->addStretch(1);
    rows->addWidget(m_cut);
    return page;
}

QWidget *LoadResultPanel::makeStackPage()
{
    m_panic->setObjectName(u"load.result.panic"_s);
    m_stack->setObjectName(u"load.result.stack"_s);
    m_stack->setAccessibleName(tr("Stack"));
    m_stack->setFont(codeFont());
    m_stack->setFrameShape(QFrame::NoFrame);
    m_stack->setOpenLinks(false);
    m_stack->setPlaceholderText(tr("Where a panic happened appears here."));
    connect(m_stack, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        const CallModel::Call *call = m_session ? m_session->calls().find(m_call) : nullptr;
        if (url.scheme() == "runtime"_L1 && call)
            return showFrames(*call, !m_showsRuntime);
        const QUrlQuery query(url);
        emit openRequested(
            {{}, query.queryItemValue(u"file"_s, QUrl::FullyDecoded), query.queryItemValue(u"line"_s).toInt(), false});
    });
    auto *page = new QWidget;
    page->setAutoFillBackground(true);
    page->setBackgroundRole(QPalette::Base);
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(8, 8, 8, 0);
    rows->setSpacing(8);
    rows->addWidget(m_panic);
    rows->addWidget(m_stack, 1);
    return page;
}

void LoadResultPanel::setSession(LoadSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (session) {
        connect(session, &LoadSession::callChanged, this, [this](qint64 id) {
            if (id == m_call)
                showCall(id);
        });
    }
    const CallModel::Call *last = session ? session->calls().callAt(0) : nullptr;
    showCall(last ? last->id : 0);
}

void LoadResultPanel::showCall(qint64 id)
{
    m_call = id;
    const CallModel::Call *call = m_session ? m_session->calls().find(id) : nullptr;
    if (!call)
        return showNothing();
    showBadge(*call);
    m_problem->hide();
    m_result->show();
    m_panic->hide();
    m_stack->clear();
    m_cut->hide();
    if (call->state == CallModel::State::Running) {
        m_result->clear();
        m_output->clear();
        setTabText(OutputTab, tr("Output"));
        return setCurrentIndex(ResultTab);
    }
    showOutput(*call);
    showOutcome(*call);
}

void LoadResultPanel::showNothing()
{
    m_call = 0;
    m_badge->setBadge({{}, {}, std::nullopt});
    m_problem->hide();
    m_panic->hide();
    m_cut->hide();
    m_result->clear();
    m_stack->clear();
    m_output->setPlainText(m_session ? QString::fromUtf8(m_session->output()) : QString());
    setTabText(OutputTab, tr("Output"));
    setCurrentIndex(ResultTab);
}

void LoadResultPanel::showBadge(const CallModel::Call &call)
{
    const QString took = shownTook(call.outcome.nanoseconds);
    switch (call.state) {
    case CallModel::State::Running:
        return m_badge->setBadge({tr("Running"), u"view-refresh"_s, SemanticRole::Information});
    case CallModel::State::Good:
        return m_badge->setBadge({call.kind == CallModel::Kind::Call   ? tr("Returned in %1").arg(took)
                                  : call.kind == CallModel::Kind::Read ? tr("Read")
                                                                       : tr("Set"),
                                  u"state-ok"_s, SemanticRole::Positive});
    case CallModel::State::ReturnedError:
        return m_badge->setBadge({tr("Error after %1").arg(took), u"state-warning"_s, SemanticRole::Caution});
    case CallModel::State::Failed:
        break;
    }
    switch (call.outcome.kind) {
    case CallOutcome::Kind::Panicked:
        return m_badge->setBadge({tr("Panicked"), u"state-error"_s, SemanticRole::Negative});
    case CallOutcome::Kind::Lost:
        return m_badge->setBadge({tr("The session ended"), u"state-error"_s, SemanticRole::Negative});
    default:
        return m_badge->setBadge({tr("Not called"), u"state-error"_s, SemanticRole::Negative});
    }
}

void LoadResultPanel::showOutput(const CallModel::Call &call)
{
    const CallOutcome &outcome = call.outcome;
    QString text = QString::fromUtf8(outcome.output.left(ShownBytes));
    if (!outcome.errorOutput.isEmpty()) {
        if (!text.isEmpty() && !text.endsWith(u'\n'))
            text += u'\n';
        text += tr("On standard error:") + u'\n' + QString::fromUtf8(outcome.errorOutput.left(ShownBytes));
    }
    const qint64 left = outcome.outputCut + qMax(qsizetype(0), outcome.output.size() - ShownBytes) +
                        qMax(qsizetype(0), outcome.errorOutput.size() - ShownBytes);
    if (left > 0)
        text += u'\n' + tr("%1 more are not shown.").arg(shownSize(left));
    m_output->setPlainText(text);
    const auto lines = static_cast<int>(outcome.output.count('\n') + outcome.errorOutput.count('\n'));
    setTabText(OutputTab, lines == 0 ? tr("Output") : tr("Output · %n line(s)", nullptr, lines));
}

void LoadResultPanel::showOutcome(const CallModel::Call &call)
{
    const CallOutcome &outcome = call.outcome;
    // Sentences are no JSON.
    const bool isJson = !call.isForgotten && outcome.kind == CallOutcome::Kind::Returned;
    m_highlighter->setDocument(isJson && outcome.json.size() <= ColoredBytes ? m_result->document() : nullptr);
    if (call.isForgotten) {
        m_result->setPlainText(tr("The values of this call are not kept any more."));
        return setCurrentIndex(ResultTab);
    }
    if (outcome.kind == CallOutcome::Kind::Panicked) {
        m_result->clear();
        showPanic(call);
        return setCurrentIndex(StackTab);
    }
    setCurrentIndex(ResultTab);
    m_result->setVisible(outcome.kind != CallOutcome::Kind::Refused);
    if (outcome.kind == CallOutcome::Kind::Refused)
        return m_problem->show(outcome.problem);
    if (outcome.kind == CallOutcome::Kind::Lost)
        return m_result->setPlainText(tr("The session ended before it returned."));
    m_result->setPlainText(shownResult(outcome, ShownBytes));
    m_cut->setVisible(outcome.json.size() > ShownBytes);
    m_cutText->setText(tr("The first %1 of %2 are shown.").arg(shownSize(ShownBytes), shownSize(outcome.json.size())));
}

void LoadResultPanel::showPanic(const CallModel::Call &call)
{
    const CallOutcome &outcome = call.outcome;
    const StackFrame *own = ownFrame(outcome);
    const QString file = own ? QFileInfo(own->file).fileName() : QString();
    const QString where = own ? tr("It happened in %1, line %2.").arg(file).arg(own->line) + u' ' : QString();
    m_panic->show(SemanticRole::Negative, outcome.problem.message, where + outcome.problem.reason);
    if (own) {
        QPushButton *open = m_panic->addButton(tr("Open %1, Line %2").arg(file).arg(own->line), u"load.result.open"_s,
                                               symbolicIcon(u"document-open"_s));
        connect(open, &QPushButton::clicked, this, [this, frame = *own] { emit openRequested(frame); });
    }
    connect(m_panic->addButton(tr("Call Again"), u"load.result.again"_s, symbolicIcon(u"media-playback-start"_s)),
            &QPushButton::clicked, this, &LoadResultPanel::callAgainRequested);
    connect(m_panic->addButton(tr("Restart Session"), u"load.result.restart"_s, symbolicIcon(u"view-refresh"_s)),
            &QPushButton::clicked, this, &LoadResultPanel::restartRequested);
    connect(m_panic->addQuietButton(tr("Copy Stack"), u"load.result.copyStack"_s, symbolicIcon(u"edit-copy"_s)),
            &QPushButton::clicked, this, [this, stack = outcome.stack] {
                QApplication::clipboard()->setText(stack);
                emit said(tr("Stack copied."));
            });
    showFrames(call, false);
}

void LoadResultPanel::showFrames(const CallModel::Call &call, bool withRuntime)
{
    m_showsRuntime = withRuntime;
    const QColor negative = semanticColors(SemanticRole::Negative, palette()).text;
    const QColor quiet = secondaryText(palette());
    const QColor link = semanticColors(SemanticRole::Information, palette()).text;
    const auto hidden = static_cast<int>(std::ranges::count_if(call.outcome.frames, &StackFrame::isOfGo));
    QString html = u"<p style=\"color:%1\">panic: %2</p>"_s.arg(
        negative.name(), call.outcome.problem.message.section(u": "_s, 1).toHtmlEscaped());
    for (const StackFrame &frame : call.outcome.frames) {
        if (frame.isOfGo && !withRuntime)
            continue;
        html += u"<p style=\"margin:2px 0 0 12px; color:%1\">%2</p>"_s.arg(
            (frame.isOfGo ? quiet : palette().color(QPalette::Text)).name(), frame.function.toHtmlEscaped());
        html += u"<p style=\"margin:0 0 0 36px\"><a style=\"color:%1\" href=\"%2\">%3:%4</a></p>"_s.arg(
            link.name(), linkTo(frame).toHtmlEscaped(), frame.file.toHtmlEscaped(), QString::number(frame.line));
    }
    if (hidden > 0) {
        html += u"<p style=\"margin:8px 0 0 12px\"><a style=\"color:%1\" href=\"runtime:\">%2</a></p>"_s.arg(
            quiet.name(), withRuntime ? tr("Hide the frames of Go's runtime")
                                      : tr("Show %n frame(s) of Go's runtime", nullptr, hidden));
    }
    m_stack->setHtml(html);
}

void LoadResultPanel::copy()
{
    const CallModel::Call *call = m_session ? m_session->calls().find(m_call) : nullptr;
    QString text;
    if (currentIndex() == OutputTab) {
        text = m_output->toPlainText();
    } else if (currentIndex() == StackTab) {
        text = call ? call->outcome.stack : QString();
    } else {
        text = call && call->outcome.kind == CallOutcome::Kind::Returned && call->state != CallModel::State::Running
                   ? shownResult(call->outcome, 0)
                   : m_result->toPlainText();
    }
    QApplication::clipboard()->setText(text);
    emit said(tr("Copied."));
}

void LoadResultPanel::saveAll()
{
    const CallModel::Call *call = m_session ? m_session->calls().find(m_call) : nullptr;
    if (!call)
        return;
    auto *dialog = new QFileDialog(this, tr("Save the result"));
    dialog->setObjectName(u"load.saveResult"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    dialog->selectFile(call->request.symbol + u".json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, json = call->outcome.json](const QString &path) {
        runInPool(
            this, [json, path] { return writeFileAtomically(path, json); },
            [this, path](const Result<void> &saved) {
                emit said(saved ? tr("Result saved to %1").arg(path)
                                : tr("The result could not be saved to %1").arg(path));
            });
    });
    dialog->open();
}

} // namespace plugsmith
