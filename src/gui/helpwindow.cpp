// SPDX-License-Identifier: Apache-2.0
#include "gui/helpwindow.h"

#include "base/settingkeys.h"
#include "gui/pageparts.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"

#include <QEvent>
#include <QFile>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QToolButton>
#include <QTreeWidget>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int UrlRole = Qt::UserRole; // of a chapter
constexpr int ContentsWidth = 270;
constexpr int Indentation = 14;
constexpr int RowHeight = 24; // at least: what a pointer can hit
constexpr QSize FirstSize(940, 680);

/// Room around things, and nothing that a palette decides.
QString pageStyle()
{
    return u"h1 { margin-top: 4px; margin-bottom: 8px; } h2 { margin-top: 22px; margin-bottom: 6px; }"
           "p, ul, ol, pre, table { margin-top: 6px; margin-bottom: 6px; } li { margin-bottom: 4px; }"
           "code, pre, kbd { font-family: \"%1\"; }"_s.arg(codeFont().family());
}

QString readPage(const QUrl &url)
{
    QFile file(u':' + url.path());
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QToolButton *makeButton(const QString &icon, const QString &text, const QKeySequence &keys, const char *name)
{
    auto *button = new QToolButton;
    button->setIcon(symbolicIcon(icon));
    button->setAutoRaise(true);
    button->setAccessibleName(text);
    button->setToolTip(u"%1 (%2)"_s.arg(text, keys.toString(QKeySequence::NativeText)));
    button->setObjectName(QLatin1StringView(name));
    return button;
}

} // namespace

HelpWindow::HelpWindow(Settings &settings, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_settings(settings)
    , m_folder(folderFor(QLocale().name().section(u'_', 0, 0)))
    , m_text(new QTextBrowser)
    , m_contents(new QTreeWidget)
    , m_find(new QLineEdit)
    , m_count(makeQuietLine({}))
{
    setObjectName(u"help"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_QuitOnClose, false); // the program does not stay for it
    setWindowTitle(tr("Help — Plugsmith"));
    m_text->setObjectName(u"help.text"_s);
    m_text->setAccessibleName(tr("Text of the help"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDefaultStyleSheet(pageStyle());
    m_text->document()->setDocumentMargin(16);
    m_contents->setObjectName(u"help.contents"_s);
    m_contents->setAccessibleName(tr("Contents"));
    m_contents->setHeaderHidden(true);
    m_contents->setIndentation(Indentation);
    m_contents->setFrameShape(QFrame::NoFrame);
    auto *parts = new QSplitter;
    parts->setObjectName(u"help.splitter"_s);
    parts->addWidget(m_contents);
    parts->addWidget(m_text);
    parts->setChildrenCollapsible(false);
    parts->setStretchFactor(1, 1);
    parts->setSizes({ContentsWidth, FirstSize.width() - ContentsWidth});
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(makeBar());
    rows->addWidget(parts, 1);
    fillContents();
    connect(m_contents, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) {
        if (item)
            m_text->setSource(item->data(0, UrlRole).toUrl());
    });
    // Again, too: the text may have been scrolled away.
    connect(m_contents, &QTreeWidget::itemClicked, this,
            [this](const QTreeWidgetItem *item) { m_text->setSource(item->data(0, UrlRole).toUrl()); });
    connect(m_text, &QTextBrowser::sourceChanged, this, &HelpWindow::selectChapter);
    resize(FirstSize);
    restoreGeometry(m_settings.get(keys::HelpGeometry));
}

HelpWindow::~HelpWindow()
{
    m_settings.set(keys::HelpGeometry, saveGeometry());
}

QStringList HelpWindow::pages()
{
    return {u"manual"_s, u"plugin"_s};
}

QUrl HelpWindow::folderFor(const QString &language)
{
    const bool isThere = QFile::exists(u":/help/%1/%2.html"_s.arg(language, pages().first()));
    return QUrl(u"qrc:/help/%1/"_s.arg(isThere ? language : u"en"_s));
}

QWidget *HelpWindow::makeBar()
{
    m_back = makeButton(u"go-previous"_s, tr("Back"), QKeySequence::Back, "help.back");
    m_forward = makeButton(u"go-next"_s, tr("Forward"), QKeySequence::Forward, "help.forward");
    auto *previous = makeButton(u"go-up"_s, tr("Find previous"), QKeySequence::FindPrevious, "help.findPrevious");
    auto *next = makeButton(u"go-down"_s, tr("Find next"), QKeySequence::FindNext, "help.findNext");
    m_find->setObjectName(u"help.find"_s);
    m_find->setPlaceholderText(tr("Find on this page"));
    m_find->setAccessibleName(tr("Find on this page"));
    m_find->setClearButtonEnabled(true);
    m_find->setMaximumWidth(m_find->fontMetrics().averageCharWidth() * 40);
    m_count->setObjectName(u"help.findCount"_s);
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 6, 8, 6);
    row->setSpacing(6);
    row->addWidget(m_back);
    row->addWidget(m_forward);
    row->addStretch(1);
    row->addWidget(m_count);
    row->addWidget(m_find, 2);
    row->addWidget(previous);
    row->addWidget(next);
    m_back->setEnabled(false);
    m_forward->setEnabled(false);
    connect(m_text, &QTextBrowser::backwardAvailable, m_back, &QWidget::setEnabled);
    connect(m_text, &QTextBrowser::forwardAvailable, m_forward, &QWidget::setEnabled);
    connect(m_find, &QLineEdit::textChanged, this, &HelpWindow::search);
    connect(m_find, &QLineEdit::returnPressed, this, [this] { findNext(true); });
    const auto act = [this](QKeySequence::StandardKey key, QToolButton *button, auto run) {
        if (button)
            connect(button, &QToolButton::clicked, this, run);
        connect(new QShortcut(key, this), &QShortcut::activated, this, run);
    };
    act(QKeySequence::Back, m_back, [this] { m_text->backward(); });
    act(QKeySequence::Forward, m_forward, [this] { m_text->forward(); });
    act(QKeySequence::FindPrevious, previous, [this] { findNext(false); });
    act(QKeySequence::FindNext, next, [this] { findNext(true); });
    act(QKeySequence::Find, nullptr, [this] {
        m_find->setFocus();
        m_find->selectAll();
    });
    connect(new QShortcut(Qt::Key_Escape, this), &QShortcut::activated, this, &QWidget::close);
    return bar;
}

/// The headings of all pages.
void HelpWindow::fillContents()
{
    for (const QString &page : pages()) {
        const QUrl url = m_folder.resolved(QUrl(page + u".html"_s));
        QTextDocument document;
        document.setHtml(readPage(url));
        QTreeWidgetItem *whole = nullptr;
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
            if (block.blockFormat().headingLevel() == 0)
                continue;
            const QStringList anchors = block.begin().fragment().charFormat().anchorNames();
            auto *item = whole ? new QTreeWidgetItem(whole) : new QTreeWidgetItem(m_contents);
            item->setText(0, block.text());
            item->setToolTip(0, block.text());
            item->setSizeHint(0, QSize(0, qMax(RowHeight, m_contents->fontMetrics().height() + 6)));
            QUrl chapter = url;
            if (whole)
                chapter.setFragment(anchors.value(0));
            item->setData(0, UrlRole, chapter);
            whole = whole ? whole : item;
        }
    }
    m_contents->expandAll();
}

void HelpWindow::showPage(const QString &page)
{
    m_text->setSource(m_folder.resolved(QUrl(page + u".html"_s)));
    if (isMinimized())
        showNormal();
    else
        show();
    raise();
    activateWindow();
    m_text->setFocus(); // whose keys scroll
}

/// What is shown, in the contents.
void HelpWindow::selectChapter(const QUrl &url)
{
    const QSignalBlocker blocker(m_contents); // it would ask for what is being shown
    for (QTreeWidgetItemIterator item(m_contents); *item; ++item) {
        if ((*item)->data(0, UrlRole).toUrl() == url)
            m_contents->setCurrentItem(*item);
    }
    showCount();
}

/// As somebody types, from what is in view on: what is found first may grow, and does not run away.
void HelpWindow::search()
{
    QTextCursor cursor = m_text->textCursor();
    if (cursor.hasSelection())
        cursor.setPosition(cursor.selectionStart());
    else
        cursor = m_text->cursorForPosition(QPoint(0, 0));
    m_text->setTextCursor(cursor);
    findNext(true);
}

void HelpWindow::findNext(bool forward)
{
    const QString wanted = m_find->text();
    const auto flags = forward ? QTextDocument::FindFlags() : QTextDocument::FindBackward;
    if (!wanted.isEmpty() && !m_text->find(wanted, flags)) {
        const QTextCursor before = m_text->textCursor();
        m_text->moveCursor(forward ? QTextCursor::Start : QTextCursor::End);
        if (!m_text->find(wanted, flags)) // from the other end
            m_text->setTextCursor(before);
    }
    showCount();
}

void HelpWindow::showCount()
{
    const QString wanted = m_find->text();
    int count = 0;
    int current = 0;
    for (QTextCursor hit = m_text->document()->find(wanted); !wanted.isEmpty() && !hit.isNull();
         hit = m_text->document()->find(wanted, hit)) {
        ++count;
        if (hit.selectionStart() <= m_text->textCursor().selectionStart())
            current = count;
    }
    const QString words = wanted.isEmpty() ? QString()
                          : count == 0     ? tr("not on this page")
                                           : tr("%1 of %2", "hit 3 of 12").arg(qMax(1, current)).arg(count);
    m_count->setText(words);
    m_find->setAccessibleDescription(words);
}

/// Links have the colour that the palette had when the page was read.
void HelpWindow::recolor()
{
    const int at = m_text->verticalScrollBar()->value();
    m_text->reload();
    m_text->verticalScrollBar()->setValue(at);
}

void HelpWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_text->source().isEmpty())
        QMetaObject::invokeMethod(this, &HelpWindow::recolor, Qt::QueuedConnection);
}

} // namespace plugsmith
