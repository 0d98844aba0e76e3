// SPDX-License-Identifier: Apache-2.0
#include "gui/logpanel.h"

#include "base/settingkeys.h"
#include "gui/actions.h"
#include "gui/logfindfield.h"
#include "gui/logview.h"
#include "gui/semanticcolors.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace plugsmith {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int NarrowCharacters = 80;

} // namespace

LogPanel::LogPanel(QWidget *parent)
    : QWidget(parent)
    , m_search(m_document)
    , m_view(new LogView(m_document, m_search))
    , m_problem(new QLabel)
{
    m_view->setPlaceholder(tr("The log appears here when the build starts."));
    m_problem->setObjectName(u"build.log.findProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setContentsMargins(8, 4, 8, 4);
    m_problem->setAutoFillBackground(true);
    m_problem->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_problem);
    layout->addWidget(m_view, 1);
    setFocusProxy(m_view);
    m_count.setSingleShot(true);
    m_count.setInterval(50ms);
    connect(&m_count, &QTimer::timeout, this, &LogPanel::updateCount);
    makeTools();
    makeNewLinesButton();
    connectView();
    restoreState();
}

void LogPanel::makeTools()
{
    m_field = new LogFindField;
    const auto makeSwitch = [](const QString &name, const QString &text, const QString &icon, const QString &tip) {
        auto *button = new QToolButton;
        button->setObjectName(name);
        button->setText(text);
        button->setIcon(symbolicIcon(icon));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setCheckable(true);
        button->setToolTip(tip);
        return button;
    };
    m_errors = makeSwitch(u"build.log.errors"_s, tr("Errors"), u"view-filter"_s,
                          tr("Show only errors, with two lines around each"));
    m_follow = makeSwitch(u"build.log.follow"_s, tr("Follow"), u"go-bottom"_s, tr("Keep the end of the log in view"));
    m_follow->setChecked(true);
    m_tools = new QWidget;
    auto *row = new QHBoxLayout(m_tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_field);
    row->addWidget(m_errors);
    row->addWidget(m_follow);
    connect(m_errors, &QToolButton::clicked, m_view, &LogView::setErrorsOnly);
    connect(m_follow, &QToolButton::clicked, m_view, &LogView::setFollowing);
    connect(m_field, &LogFindField::queryChanged, this, &LogPanel::search);
    connect(m_field, &LogFindField::nextRequested, this, &LogPanel::goToHit);
    connect(m_field, &LogFindField::left, this, [this] {
        m_field->clear();
        m_view->setFocus();
    });
}

void LogPanel::makeNewLinesButton()
{
    m_newLines = new QPushButton(m_view);
    m_newLines->setObjectName(u"build.log.newLines"_s);
    m_newLines->setCursor(Qt::ArrowCursor);
    m_newLines->setFocusPolicy(Qt::NoFocus); // Follow does the same for the keyboard
    m_newLines->setToolTip(tr("Keep the end of the log in view"));
    m_newLines->hide();
    m_view->installEventFilter(this);
    connect(m_newLines, &QPushButton::clicked, m_view, [this] { m_view->setFollowing(true); });
}

void LogPanel::connectView()
{
    connect(m_view, &LogView::errorsOnlyChanged, m_errors, &QToolButton::setChecked);
    connect(m_view, &LogView::followingChanged, m_follow, &QToolButton::setChecked);
    connect(m_view, &LogView::unseenChanged, this, [this](int lines) {
        m_newLines->setText(tr("%n new line(s) ↓", nullptr, lines));
        m_newLines->setVisible(lines > 0);
        placeNewLinesButton();
    });
    connect(m_view, &LogView::linkActivated, this, &LogPanel::linkActivated);
    connect(m_view, &LogView::said, this, &LogPanel::said);
    connect(m_view, &LogView::findRequested, this, &LogPanel::find);
    connect(m_view, &LogView::findNextRequested, this, &LogPanel::goToHit);
    connect(m_view, &LogView::zoomChanged, this, [](int level) { Settings().set(keys::LogTextSize, level); });
    connect(m_view, &LogView::wrappingChanged, this, [](bool wrapping) { Settings().set(keys::LogWrap, wrapping); });
    connect(&m_search, &LogSearch::found, this, [this](int line) { showHit(line, true); });
    connect(&m_search, &LogSearch::changed, this, [this] {
        if (!m_count.isActive())
            m_count.start();
    });
    connect(&m_document, &LogDocument::reset, this, [this] { m_isHitShown = false; });
}

void LogPanel::provide(const Actions &actions)
{
    Actions::provide(actions.find, this,
                     [this] { find(m_view->hasFocus() ? m_view->selectedText().section(u'\n', 0, 0) : QString()); });
    Actions::provide(actions.findNext, this, &LogPanel::findNext);
    Actions::provide(actions.findPrevious, this, &LogPanel::findPrevious);
    Actions::provide(actions.nextError, this, [this] { goToError(true); });
    Actions::provide(actions.previousError, this, [this] { goToError(false); });
    Actions::provide(actions.logLarger, m_view, &LogView::zoomIn);
    Actions::provide(actions.logSmaller, m_view, &LogView::zoomOut);
    Actions::provide(actions.logNormal, m_view, &LogView::resetZoom);
    Actions::provide(actions.followLog, m_view, [this] { m_view->setFollowing(true); });
}

void LogPanel::restoreState()
{
    const Settings settings;
    m_view->setZoomLevel(settings.get(keys::LogTextSize));
    m_view->setWrapping(settings.get(keys::LogWrap));
}

void LogPanel::find(const QString &text)
{
    const QString wanted = text.isEmpty() ? m_field->text() : text;
    if (wanted != m_field->text())
        m_field->setText(wanted);
    m_field->selectAll();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

/// Begins where the user is, so that the nearest hit comes first.
void LogPanel::search()
{
    m_isHitShown = false;
    const LogQuery query = m_field->query();
    if (query.pattern.isEmpty()) {
        m_search.stop();
        m_field->clearCount();
        return showProblem({});
    }
    const Result<LogMatcher> matcher = LogMatcher::of(query);
    if (!matcher) {
        m_search.stop();
        m_field->setInvalid();
        return showProblem(matcher.error().sentence());
    }
    showProblem({});
    m_search.start(*matcher, m_view->selection().first.line);
}

void LogPanel::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    const SemanticColors colors = semanticColors(SemanticRole::Negative, palette());
    QPalette shown = palette();
    shown.setColor(QPalette::Window, colors.tint);
    shown.setColor(QPalette::WindowText, colors.text);
    m_problem->setPalette(shown);
}

/// The first or last hit of a line.
void LogPanel::showHit(int line, bool first)
{
    const auto hits = m_search.matcher()->hitsIn(m_document.text(line));
    if (hits.isEmpty())
        return;
    const LogMatcher::Hit hit = first ? hits.first() : hits.last();
    m_isHitShown = true;
    m_view->select(line, static_cast<int>(hit.begin), static_cast<int>(hit.length));
    updateCount();
}

void LogPanel::goToHit(bool forward)
{
    if (!m_search.matcher())
        return find();
    if (m_search.lines().isEmpty())
        return;
    const auto [begin, end] = m_view->selection();
    const LogView::Position from = forward ? end : begin;
    const auto hits = m_search.matcher()->hitsIn(m_document.text(from.line));
    for (qsizetype i = 0; i < hits.size(); ++i) {
        const LogMatcher::Hit &hit = hits[forward ? i : hits.size() - 1 - i];
        if (forward ? hit.begin >= from.column : hit.begin < from.column) {
            m_isHitShown = true;
            m_view->select(from.line, static_cast<int>(hit.begin), static_cast<int>(hit.length));
            return updateCount();
        }
    }
    int line = forward ? m_search.lines().next(from.line + 1) : m_search.lines().previous(from.line - 1);
    if (line < 0) // once around
        line = forward ? m_search.lines().next(0) : m_search.lines().previous(m_document.lineCount());
    showHit(line, forward);
}

void LogPanel::updateCount()
{
    if (!m_search.matcher())
        return;
    int current = 0;
    if (m_isHitShown) {
        const LogView::Position begin = m_view->selection().first;
        const auto hits = m_search.matcher()->hitsIn(m_document.text(begin.line));
        const auto found = std::ranges::find(hits, begin.column, &LogMatcher::Hit::begin);
        if (found != hits.end())
            current = m_search.hitsBefore(begin.line) + static_cast<int>(found - hits.begin()) + 1;
    }
    m_field->setCount(current, m_search.hits(), m_search.isComplete());
}

void LogPanel::goToError(bool forward)
{
    m_view->goToError(forward);
}

void LogPanel::placeNewLinesButton()
{
    m_newLines->adjustSize();
    const QRect inside = m_view->viewport()->geometry();
    m_newLines->move(inside.center().x() - m_newLines->width() / 2, inside.bottom() - m_newLines->height() - 8);
    m_newLines->raise();
}

bool LogPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::Resize)
        placeNewLinesButton();
    return QWidget::eventFilter(watched, event);
}

/// Beside the tabs there is not always room for words; the icons stay, and their tool tips.
void LogPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < fontMetrics().averageCharWidth() * NarrowCharacters;
    for (QToolButton *button : {m_errors, m_follow})
        button->setToolButtonStyle(isNarrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

void LogPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showProblem(m_problem->text());
}

} // namespace plugsmith
