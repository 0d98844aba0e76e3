// SPDX-License-Identifier: Apache-2.0
#include "gui/loadcallpanel.h"

#include "base/settingkeys.h"
#include "base/settings.h"
#include "gui/elidedlabel.h"
#include "gui/jsonhighlighter.h"
#include "gui/loadcallform.h"
#include "gui/pageparts.h"
#include "gui/segmentedbuttons.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"
#include "models/argumentcheck.h"
#include "models/loadsession.h"
#include "models/sessionwords.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace plugsmith {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto CheckDelay = 400ms; // after the last key
constexpr auto ClockStep = 100ms;
constexpr int LeastLines = 2;
constexpr int MostLines = 8;
constexpr double MostSeconds = 86'400;

enum Page { JsonPage, FormPage };
enum Mode { FormMode, JsonMode };

} // namespace

LoadCallPanel::LoadCallPanel(Settings &settings, QWidget *parent)
    : Card(parent)
    , m_name(new QLabel)
    , m_signature(new ElidedLabel)
    , m_argumentsLabel(new QLabel)
    , m_mode(new SegmentedButtons)
    , m_stack(new QStackedWidget)
    , m_json(new QPlainTextEdit)
    , m_formArea(new QScrollArea)
    , m_form(new LoadCallForm)
    , m_issue(new QLabel)
    , m_limit(new QDoubleSpinBox)
    , m_call(new QPushButton)
{
    setObjectName(u"load.call"_s);
    QFont strong = codeFont();
    strong.setBold(true);
    m_name->setFont(strong);
    m_name->setTextFormat(Qt::PlainText);
    m_signature->setFont(codeFont());
    m_signature->setObjectName(u"load.call.signature"_s);
    setQuiet(m_signature);
    auto *heading = new QHBoxLayout;
    heading->setSpacing(8);
    heading->addWidget(m_name);
    heading->addWidget(m_signature, 1);
    auto *body = new QHBoxLayout;
    body->setSpacing(10);
    body->addWidget(makeArguments(), 1);
    body->addWidget(makeButtons(), 0);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(12, 10, 12, 10);
    rows->setSpacing(6);
    rows->addLayout(heading);
    rows->addLayout(body);
    m_limit->setValue(settings.get(keys::CallLimitMs) / 1000.0);
    m_checkTimer.setSingleShot(true);
    m_checkTimer.setInterval(CheckDelay);
    connect(&m_checkTimer, &QTimer::timeout, this, &LoadCallPanel::check);
    m_clock.setInterval(ClockStep);
    connect(&m_clock, &QTimer::timeout, this, &LoadCallPanel::refresh);
    m_mode->setCurrent(settings.get(keys::CallAsForm) ? FormMode : JsonMode);
    showForm(settings.get(keys::CallAsForm));
    showSymbol({});
}

QWidget *LoadCallPanel::makeArguments()
{
    m_mode->setObjectName(u"load.call.mode"_s);
    m_mode->setChoices({tr("Form"), tr("JSON")});
    connect(m_mode, &SegmentedButtons::currentChanged, this, [this](int mode) { showForm(mode == FormMode); });
    m_json->setObjectName(u"load.call.json"_s);
    m_json->setAccessibleName(tr("Arguments as JSON"));
    m_json->setFont(codeFont());
    m_json->setTabChangesFocus(true);
    m_json->installEventFilter(this);
    auto *highlighter = new JsonHighlighter(m_json->document());
    followPalette(m_json, [this, highlighter] { highlighter->setPalette(m_json->palette()); });
    connect(m_json, &QPlainTextEdit::textChanged, this, &LoadCallPanel::onEdited);
    connect(m_form, &LoadCallForm::edited, this, &LoadCallPanel::onEdited);
    m_formArea->setFrameShape(QFrame::NoFrame);
    m_formArea->setWidgetResizable(true);
    m_formArea->setWidget(m_form);
    m_formArea->viewport()->setAutoFillBackground(false);
    m_form->setAutoFillBackground(false);
    m_stack->addWidget(m_json);
    m_stack->addWidget(m_formArea);
    m_issue->setObjectName(u"load.call.issue"_s);
    m_issue->setWordWrap(true);
    m_issue->setTextFormat(Qt::PlainText);
    m_issue->setFont(smallFont());
    setNegative(m_issue);
    setQuiet(m_argumentsLabel);
    m_argumentsLabel->setBuddy(m_json);
    auto *heading = new QHBoxLayout;
    heading->addWidget(m_argumentsLabel, 1);
    heading->addWidget(m_mode);
    auto *part = new QWidget;
    auto *rows = new QVBoxLayout(part);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    rows->addLayout(heading);
    rows->addWidget(m_stack);
    rows->addWidget(m_issue);
    return part;
}

QWidget *LoadCallPanel::makeButtons()
{
    m_limit->setObjectName(u"load.call.limit"_s);
    m_limit->setAccessibleName(tr("Time limit"));
    m_limit->setToolTip(tr("What the context of the call gets. 0: no limit"));
    m_limit->setRange(0, MostSeconds);
    m_limit->setDecimals(1);
    m_limit->setSuffix(tr(" s"));
    auto *label = new QLabel(tr("&Time limit"));
    setQuiet(label);
    label->setBuddy(m_limit);
    auto *limit = new QHBoxLayout;
    limit->addWidget(label);
    limit->addWidget(m_limit, 1);
    m_call->setObjectName(u"load.call.run"_s);
    m_call->setFont(sectionFont());
    m_call->setAutoDefault(false);
    m_call->setMinimumWidth(m_call->fontMetrics().horizontalAdvance(u"000000000000000"_s) + 24);
    connect(m_call, &QPushButton::clicked, this, [this] {
        if (m_session && m_session->runningCall() != 0)
            stop();
        else
            call();
    });
    auto *part = new QWidget;
    auto *rows = new QVBoxLayout(part);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    rows->addLayout(limit);
    rows->addWidget(m_call);
    rows->addStretch(1);
    return part;
}

void LoadCallPanel::setSession(LoadSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (session) {
        connect(session, &LoadSession::callChanged, this, &LoadCallPanel::refresh);
        connect(session, &LoadSession::changed, this, &LoadCallPanel::refresh);
    }
    showSymbol({});
}

const SessionSymbol *LoadCallPanel::known() const
{
    return m_session ? m_session->symbols().symbolAt(m_session->symbols().rowOf(m_symbol)) : nullptr;
}

void LoadCallPanel::showSymbol(const QString &name)
{
    m_symbol = name;
    const SessionSymbol *symbol = known();
    const bool isFunction = !symbol || symbol->isFunction;
    m_name->setText(symbol ? symbol->name : tr("No function is selected"));
    m_signature->setFullText(!symbol ? QString() : (isFunction ? u"func"_s : u"var "_s) + shownSignature(*symbol));
    m_argumentsLabel->setText(isFunction ? tr("&Arguments") : tr("&New value (empty: only read)"));
    m_mode->setVisible(isFunction);
    m_stack->setCurrentIndex(isFunction && m_mode->current() == FormMode ? FormPage : JsonPage);
    setArguments(!symbol ? QByteArray() : isFunction ? m_session->draft(name) : QByteArray());
    refresh();
}

void LoadCallPanel::setArguments(const QByteArray &json)
{
    m_isFilling = true;
    m_json->setPlainText(QString::fromUtf8(json));
    if (const SessionSymbol *symbol = known(); symbol && symbol->isFunction)
        m_form->show(*symbol, json);
    m_isFilling = false;
    m_issue->hide();
    fitEditor();
}

QByteArray LoadCallPanel::arguments() const
{
    return m_json->toPlainText().trimmed().toUtf8();
}

QWidget *LoadCallPanel::editor() const
{
    if (m_stack->currentIndex() == JsonPage)
        return m_json;
    auto *first = m_form->findChild<QWidget *>(u"load.call.argument.1"_s);
    return first ? first : m_call;
}

void LoadCallPanel::showForm(bool isForm)
{
    if (const SessionSymbol *symbol = known(); isForm && symbol && symbol->isFunction) {
        const auto issue = checkArguments(arguments(), *symbol);
        if (issue && issue->row < 0) { // a form could not show it
            m_mode->setCurrent(JsonMode);
            return check();
        }
        m_form->show(*symbol, arguments());
    }
    m_stack->setCurrentIndex(isForm ? FormPage : JsonPage);
    fitEditor();
}

void LoadCallPanel::onEdited()
{
    if (m_isFilling)
        return;
    if (m_stack->currentIndex() == FormPage) {
        m_isFilling = true;
        m_json->setPlainText(QString::fromUtf8(m_form->arguments()));
        m_isFilling = false;
    }
    if (const SessionSymbol *symbol = known(); symbol && symbol->isFunction)
        m_session->setDraft(m_symbol, arguments());
    m_issue->hide();
    m_checkTimer.start();
    fitEditor();
}

void LoadCallPanel::check()
{
    const SessionSymbol *symbol = known();
    const auto issue =
        symbol && symbol->isFunction ? checkArguments(arguments(), *symbol) : std::optional<ArgumentIssue>();
    m_issue->setText(issue ? issue->text : QString());
    m_issue->setVisible(issue.has_value());
}

void LoadCallPanel::call()
{
    const SessionSymbol *symbol = known();
    if (!symbol || m_session->runningCall() != 0 || m_session->session().state() == Session::State::Ended)
        return;
    if (!symbol->isFunction) {
        m_session->access(m_symbol, arguments());
        return;
    }
    if (const auto issue = checkArguments(arguments(), *symbol)) {
        check();
        if (m_stack->currentIndex() == FormPage && issue->row >= 0) {
            if (auto *field = m_form->findChild<QWidget *>(u"load.call.argument.%1"_s.arg(issue->row + 1)))
                field->setFocus();
            return;
        }
        QTextCursor caret = m_json->textCursor();
        const QByteArray before = m_json->toPlainText().toUtf8().left(issue->at);
        caret.setPosition(static_cast<int>(QString::fromUtf8(before).size()));
        m_json->setTextCursor(caret);
        return m_json->setFocus();
    }
    m_sinceCall.start();
    m_session->call(m_symbol, arguments(), std::chrono::milliseconds(qRound64(m_limit->value() * 1000)));
}

void LoadCallPanel::stop()
{
    if (m_session && m_session->runningCall() != 0)
        m_session->session().cancelCall(m_session->runningCall());
}

void LoadCallPanel::refresh()
{
    const SessionSymbol *symbol = known();
    const bool isRunning = m_session && m_session->runningCall() != 0;
    const bool isLive = m_session && m_session->session().state() != Session::State::Ended &&
                        m_session->session().state() != Session::State::Starting;
    const bool canCall = symbol && isLive;
    if (isRunning != m_clock.isActive())
        isRunning ? m_clock.start() : m_clock.stop();
    const QString seconds =
        QLocale().toString(static_cast<double>(m_sinceCall.isValid() ? m_sinceCall.elapsed() : 0) / 1000, 'f', 1);
    const QString text = isRunning                         ? tr("Stop · %1 s").arg(seconds)
                         : !symbol || symbol->isFunction   ? tr("Call")
                         : m_json->toPlainText().isEmpty() ? tr("Read")
                                                           : tr("Set");
    const QString icon = isRunning ? u"media-playback-stop"_s : u"media-playback-start"_s;
    const bool isAccented = canCall && !isRunning;
    m_call->setText(text);
    m_call->setEnabled(canCall || isRunning);
    m_call->setIcon(isAccented ? accentIcon(icon) : symbolicIcon(icon));
    setAccent(m_call, isAccented);
    m_json->setEnabled(symbol);
    m_limit->setEnabled(symbol && symbol->isFunction);
}

/// As high as what is in it, within bounds.
void LoadCallPanel::fitEditor()
{
    const int line = m_json->fontMetrics().lineSpacing();
    const int frame = 2 * (m_json->frameWidth() + static_cast<int>(m_json->document()->documentMargin()));
    const int lines =
        m_stack->currentIndex() == JsonPage ? qBound(LeastLines, m_json->document()->blockCount(), MostLines) : 0;
    const int wanted =
        lines > 0 ? lines * line + frame + 4 : qBound(line * 3, m_form->sizeHint().height() + 4, line * 12);
    if (m_stack->height() != wanted)
        m_stack->setFixedHeight(wanted);
    refresh();
}

bool LoadCallPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_json && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isArrow = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down;
        if (isArrow && key->modifiers() == Qt::AltModifier) {
            emit earlierRequested(key->key() == Qt::Key_Up);
            return true;
        }
        if (key->key() == Qt::Key_Escape && m_session && m_session->runningCall() != 0) {
            stop();
            return true;
        }
    }
    return Card::eventFilter(watched, event);
}

void LoadCallPanel::saveState(Settings &settings) const
{
    settings.set(keys::CallLimitMs, qRound(m_limit->value() * 1000));
    settings.set(keys::CallAsForm, m_mode->current() == FormMode);
}

} // namespace plugsmith
