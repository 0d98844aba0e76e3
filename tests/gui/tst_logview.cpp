// SPDX-License-Identifier: Apache-2.0
#include "gui/logview.h"

#include "gui/logfindfield.h"
#include "gui/logpanel.h"

#include <QAccessible>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDrag>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLayout>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace plugsmith;
using namespace Qt::StringLiterals;

class tst_LogView : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LogPanel> m_panel;

    QString path() const { return m_folder->filePath(u"job.log"_s); }
    void append(int lines)
    {
        QByteArray bytes;
        for (int i = 0; i < lines; ++i)
            bytes += "14:32:24.001\tcompile\tpackage number " + QByteArray::number(i) + '\n';
        append(bytes);
    }
    void append(const QByteArray &bytes)
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::Append));
        if (file.size() == 0)
            file.write("# Plugsmith build log 1\n");
        file.write(bytes);
        file.close();
        document().update();
    }
    void show(const QByteArray &bytes)
    {
        append(bytes);
        m_panel->showLog(path());
    }
    LogDocument &document() const { return m_panel->document(); }
    QScrollBar *bar() const { return view()->verticalScrollBar(); }
    LogView *view() const { return &m_panel->view(); }
    template<class T>
    T *child(const QString &name) const
    {
        T *found = m_panel->findChild<T *>(name);
        return found ? found : m_panel->tools()->findChild<T *>(name);
    }
    LogFindField *field() const { return child<LogFindField>(u"build.log.find"_s); }
    QString count() const { return field()->findChild<QLabel *>(u"build.log.findCount"_s)->text(); }
    QString selected() const { return view()->selectedText(); }
    void click(const LogView::Position &position) const
    {
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, view()->rectOf(position).center());
    }
    void moveHeld(const QPoint &to) const
    {
        QMouseEvent move(QEvent::MouseMove, to, view()->viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(view()->viewport(), &move);
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QSettings().clear();
        m_panel = std::make_unique<LogPanel>();
        m_panel->layout()->addWidget(m_panel->tools());
        m_panel->resize(500, 330);
        m_panel->show();
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    }
    void cleanup() { m_panel.reset(); }

    void followsTheEnd()
    {
        append(200);
        m_panel->showLog(path());
        QTRY_VERIFY(document().lineCount() >= 200);
        QTRY_VERIFY(bar()->maximum() > 0);
        QTRY_COMPARE(bar()->value(), bar()->maximum());
        append(200);
        QTRY_VERIFY(document().lineCount() >= 400);
        QTRY_COMPARE(bar()->value(), bar()->maximum());
        QCOMPARE(view()->unseenLines(), 0);
    }

    void scrollingUpEndsFollowing()
    {
        append(300);
        m_panel->showLog(path());
        QTRY_VERIFY(bar()->maximum() > 0);
        QSignalSpy following(view(), &LogView::followingChanged);
        bar()->setValue(0);
        QVERIFY(!view()->isFollowing());
        QCOMPARE(following.count(), 1);
        append(10);
        QTRY_COMPARE(view()->unseenLines(), 10);
        QCOMPARE(bar()->value(), 0);
        view()->setFollowing(true);
        QCOMPARE(view()->unseenLines(), 0);
        QCOMPARE(bar()->value(), bar()->maximum());
    }

    void copiesWithoutTheMargin()
    {
        append(3);
        m_panel->showLog(path());
        QTRY_VERIFY(document().lineCount() >= 3);
        view()->selectAll();
        QCOMPARE(view()->selectedText(), u"package number 0\npackage number 1\npackage number 2"_s);
        view()->copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), view()->selectedText());
    }

    void keysScroll()
    {
        append(500);
        m_panel->showLog(path());
        QTRY_VERIFY(bar()->maximum() > 0);
        view()->setFocus();
        QTest::keyClick(view(), Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(bar()->value(), 0);
        QTest::keyClick(view(), Qt::Key_PageDown);
        QVERIFY(bar()->value() > 0);
        QTest::keyClick(view(), Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(bar()->value(), bar()->maximum());
    }

    void zoomKeepsTheEnd()
    {
        append(100);
        m_panel->showLog(path());
        QTRY_VERIFY(bar()->maximum() > 0);
        const int before = bar()->maximum();
        view()->setZoomLevel(8);
        QVERIFY(bar()->maximum() > before); // fewer lines fit
        QCOMPARE(bar()->value(), bar()->maximum());
    }

    void anotherFileStartsAnew()
    {
        append(100);
        m_panel->showLog(path());
        QTRY_VERIFY(document().lineCount() >= 100);
        view()->selectAll();
        m_panel->showLog({});
        QCOMPARE(document().lineCount(), 0);
        QVERIFY(view()->selectedText().isEmpty());
        QVERIFY(!view()->grab().isNull()); // paints its placeholder
    }

    void copiesMuchInThePool()
    {
        append(5000);
        m_panel->showLog(path());
        QTRY_COMPARE(document().lineCount(), 5000);
        QSignalSpy said(m_panel.get(), &LogPanel::said);
        QGuiApplication::clipboard()->clear();
        view()->selectAll();
        view()->copy();
        QTRY_COMPARE(said.size(), 1);
        QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 4999);
        QVERIFY(QGuiApplication::clipboard()->text().endsWith(u"package number 4999"_s));
    }

    void copiesALineWithItsTime()
    {
        append(3);
        m_panel->showLog(path());
        view()->setCaret({1, 0}, false);
        view()->copyWithTime();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"14:32:24.001\tcompile\tpackage number 1"_s);
    }

    void keysSelect()
    {
        append(3);
        m_panel->showLog(path());
        view()->setCaret({0, 0}, false);
        QTest::keyClick(view(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(view(), Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(selected(), u"package number 0\np"_s);
        QTest::keyClick(view(), Qt::Key_Left);
        QVERIFY(!view()->hasSelection());
        QCOMPARE(view()->caret(), (LogView::Position{1, 0}));
        QTest::keyClick(view(), Qt::Key_Left);
        QCOMPARE(view()->caret(), (LogView::Position{0, LogView::LineEnd}));
        QTest::keyClick(view(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(selected().count(u'\n'), 2);
    }

    void mouseSelects()
    {
        append(4);
        m_panel->showLog(path());
        const QPoint from = view()->rectOf({1, 8}).center() - QPoint(view()->rectOf({1, 8}).width() / 2 - 1, 0);
        QTest::mousePress(view()->viewport(), Qt::LeftButton, {}, from);
        const QPoint to = from + QPoint(0, view()->rectOf({2, 0}).top() - view()->rectOf({1, 0}).top());
        moveHeld(to);
        QCOMPARE(selected(), u"number 1\npackage "_s);
        QVERIFY(!view()->isFollowing()); // what is selected must not run away
        QTest::mouseRelease(view()->viewport(), Qt::LeftButton, {}, to);
        QTest::mouseDClick(view()->viewport(), Qt::LeftButton, {}, from + QPoint(4, 0));
        QCOMPARE(selected(), u"number"_s);
        QTest::mousePress(view()->viewport(), Qt::LeftButton, {}, from + QPoint(4, 0));
        QCOMPARE(selected(), u"package number 1"_s);
    }

    void selectionIsDragged_data()
    {
        QTest::addColumn<int>("lines");
        QTest::addRow("few") << 4;
        QTest::addRow("many, read in the pool") << 5000;
    }
    void selectionIsDragged()
    {
        QFETCH(int, lines);
        append(lines);
        m_panel->showLog(path());
        QTRY_COMPARE(document().lineCount(), lines);
        QStringList dragged;
        view()->setDragger([&dragged](QDrag &drag) { dragged += drag.mimeData()->text(); });
        view()->selectAll();
        bar()->setValue(0);
        const QPoint from = view()->rectOf({1, 4}).center();
        QTest::mousePress(view()->viewport(), Qt::LeftButton, {}, from);
        moveHeld(from + QPoint(1, 0)); // a hand is not steady
        QVERIFY(dragged.isEmpty());
        moveHeld(from + QPoint(QApplication::startDragDistance(), 1));
        QTRY_COMPARE(dragged.size(), 1);
        QCOMPARE(dragged[0].count(u'\n'), lines - 1);
        QVERIFY(dragged[0].startsWith(u"package number 0\npackage number 1"));
        moveHeld(from + QPoint(40, 60)); // a drag that was given up selects nothing
        QTest::mouseRelease(view()->viewport(), Qt::LeftButton, {}, from + QPoint(40, 60));
        QCOMPARE(view()->selection().first, LogView::Position());
        QCOMPARE(view()->selection().second.line, lines - 1);
        QCOMPARE(dragged.size(), 1);
    }

    void releasedTooEarlyDragsNothing()
    {
        append(5000);
        m_panel->showLog(path());
        QTRY_COMPARE(document().lineCount(), 5000);
        int drags = 0;
        view()->setDragger([&drags](QDrag &) { ++drags; });
        view()->selectAll();
        bar()->setValue(0);
        const QPoint from = view()->rectOf({1, 4}).center();
        QTest::mousePress(view()->viewport(), Qt::LeftButton, {}, from);
        moveHeld(from + QPoint(20, 0));
        QTest::mouseRelease(view()->viewport(), Qt::LeftButton, {}, from + QPoint(20, 0)); // before the text is read
        QTest::qWait(50);
        QCOMPARE(drags, 0);
        QVERIFY(view()->hasSelection());
    }

    void clickOnSelectionEndsIt()
    {
        append(4);
        m_panel->showLog(path());
        QTRY_COMPARE(document().lineCount(), 4);
        view()->selectAll();
        click({1, 4});
        QVERIFY(!view()->hasSelection());
        QCOMPARE(view()->caret().line, 1);
        view()->selectAll();
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, Qt::ShiftModifier, view()->rectOf({2, 0}).center());
        QCOMPARE(view()->selection().first, LogView::Position());
        QCOMPARE(view()->selection().second.line, 2);
    }

    void selectingBeyondTheEdgeScrolls()
    {
        append(500);
        m_panel->showLog(path());
        QTRY_COMPARE(document().lineCount(), 500);
        bar()->setValue(0);
        QTest::mousePress(view()->viewport(), Qt::LeftButton, {}, QPoint(250, 20));
        const QPoint below(250, view()->viewport()->height() + 40);
        moveHeld(below);
        const int first = bar()->value();
        QVERIFY(first > 0);
        QTRY_VERIFY(bar()->value() > first); // goes on by itself
        QTest::mouseRelease(view()->viewport(), Qt::LeftButton, {}, below);
        QVERIFY(view()->hasSelection());
    }

    void linksOpen()
    {
        show("14:32:24.001\tcompile\t\x1b[1mrules/hash.go:4:18\x1b[0m: overflows\n"
             "14:32:24.001\tcompile\tplain\n14:32:24.001\tcompile\tin a.go:7 and b.go:8\n");
        QSignalSpy activated(m_panel.get(), &LogPanel::linkActivated);
        click({0, 3});
        QCOMPARE(activated, (QList<QVariantList>{{u"rules/hash.go"_s, 4, 18}}));
        click({0, 21}); // beside it
        click({1, 1});
        QTest::keyClick(view(), Qt::Key_Return); // nothing to open in this line
        QCOMPARE(activated.size(), 1);
        view()->setCaret({2, 14}, false);
        QTest::keyClick(view(), Qt::Key_Return);
        QCOMPARE(activated.last(), (QVariantList{u"b.go"_s, 8, 0}));
        view()->setCaret({2, 0}, false);
        QTest::keyClick(view(), Qt::Key_Return);
        QCOMPARE(activated.last(), (QVariantList{u"a.go"_s, 7, 0}));
    }

    void menuOffersWhatThereIs()
    {
        show("14:32:24.001\tcompile\trules/hash.go:4:18: overflows\n14:32:24.001\tcompile\tplain\n");
        const auto textsOf = [this] {
            QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
            QCoreApplication::sendEvent(view()->viewport(), &event);
            auto *menu = view()->findChild<QMenu *>(u"build.log.menu"_s);
            QStringList texts;
            for (const QAction *action : menu->actions()) {
                if (action->isEnabled() && !action->isSeparator())
                    texts += action->text();
            }
            delete menu;
            return texts;
        };
        view()->setCaret({1, 0}, false);
        QCOMPARE(textsOf(), (QStringList{u"Copy Line With Time"_s, u"Wrap Lines"_s, u"Save Log…"_s}));
        view()->select(0, 20, 9);
        QCOMPARE(textsOf(), (QStringList{u"Copy"_s, u"Copy Line With Time"_s, u"Open hash.go:4"_s,
                                         u"Find “overflows”"_s, u"Wrap Lines"_s, u"Save Log…"_s}));
    }

    void finds()
    {
        QByteArray bytes;
        for (int i = 0; i < 300; ++i)
            bytes += i % 100 == 7 ? "14:32:24.001\tcompile\tneedle and Needle\n"_ba : "14:32:24.001\tcompile\thay\n"_ba;
        show(bytes);
        QTRY_COMPARE(document().lineCount(), 300);
        QTest::keyClick(view(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(field()->hasFocus());
        QTest::keyClicks(field(), u"needle"_s);
        QTRY_COMPARE(count(), u"1 of 6"_s); // once around: the caret was at the end
        QCOMPARE(view()->caret(), (LogView::Position{7, 6}));
        QVERIFY(!view()->isFollowing());
        QTest::keyClick(field(), Qt::Key_Return);
        QCOMPARE(count(), u"2 of 6"_s);
        QCOMPARE(selected(), u"Needle"_s);
        QTest::keyClick(view(), Qt::Key_F3);
        QCOMPARE(count(), u"3 of 6"_s);
        QCOMPARE(view()->caret().line, 107);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(view(), Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(count(), u"6 of 6"_s); // once around
        QCOMPARE(view()->caret().line, 207);
        QVERIFY(!view()->grab().isNull());

        field()->findChild<QAction *>(u"build.log.find.caseSensitive"_s)->setChecked(true);
        QTRY_COMPARE(count(), u"3 of 3"_s);
        append("14:32:24.001\tcompile\tone more needle\n");
        QTRY_COMPARE(count(), u"3 of 4"_s);
        QTest::keyClick(field(), Qt::Key_Escape);
        QVERIFY(field()->text().isEmpty());
        QVERIFY(view()->hasFocus());
    }

    void saysWhenThereIsNothing()
    {
        append(10);
        m_panel->showLog(path());
        field()->setText(u"nowhere"_s);
        QTRY_COMPARE(count(), u"none"_s);
        m_panel->findNext(); // harmless
    }

    void saysWhatIsWrongWithAnExpression()
    {
        append(10);
        m_panel->showLog(path());
        auto *problem = child<QLabel>(u"build.log.findProblem"_s);
        field()->setText(u"number ("_s);
        QVERIFY(problem->isHidden());
        field()->findChild<QAction *>(u"build.log.find.regularExpression"_s)->setChecked(true);
        QVERIFY(problem->isVisible());
        QVERIFY(problem->text().contains(u"8"_s)); // where it is wrong
        QCOMPARE(count(), u"not valid"_s);
        field()->setText(u"number [3-5]$"_s);
        QVERIFY(problem->isHidden());
        QTRY_COMPARE(count(), u"1 of 3"_s);
    }

    void showsErrorsOnly()
    {
        QByteArray bytes;
        for (int i = 0; i < 100; ++i)
            bytes += i == 50 ? "14:32:24.001\tcompile\ta.go:1:2: wrong\n"_ba : "14:32:24.001\tcompile\tfine\n"_ba;
        show(bytes);
        auto *errors = child<QToolButton>(u"build.log.errors"_s);
        errors->click();
        QVERIFY(view()->showsErrorsOnly());
        QCOMPARE(view()->visibleLineNumbers(), (QVector<int>{0, 48, 49, 50, 51, 52, 53}));
        QCOMPARE(view()->shownText(0), u"… 48 line(s)"_s);
        QCOMPARE(view()->shownText(50), u"a.go:1:2: wrong"_s);
        view()->selectAll();
        QCOMPARE(selected(), u"fine\nfine\na.go:1:2: wrong\nfine\nfine"_s);
        append("14:32:24.001\tfailed\texit status 1\n");
        QTRY_COMPARE(view()->visibleLineNumbers(), (QVector<int>{0, 48, 49, 50, 51, 52, 53, 98, 99, 100}));
        QVERIFY(!view()->grab().isNull());
        QTest::mouseDClick(view()->viewport(), Qt::LeftButton, {}, view()->rectOf({53, 0}).center());
        QVERIFY(!errors->isChecked()); // what the gap leaves out
        QCOMPARE(view()->caret().line, 53);
    }

    void goesToErrors()
    {
        QByteArray bytes;
        for (int i = 0; i < 100; ++i)
            bytes += i % 40 == 20 ? "14:32:24.001\tcompile\ta.go:1:2: wrong\n"_ba : "14:32:24.001\tcompile\tfine\n"_ba;
        show(bytes);
        QVector<int> lines;
        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(view(), Qt::Key_F4);
            lines += view()->caret().line;
        }
        QTest::keyClick(view(), Qt::Key_F4, Qt::ShiftModifier);
        lines += view()->caret().line;
        QCOMPARE(lines, (QVector<int>{20, 60, 20, 60}));
        QCOMPARE(selected(), u"a.go:1:2: wrong"_s);
    }

    void saysHowManyLinesAreNew()
    {
        append(300);
        m_panel->showLog(path());
        QTRY_COMPARE(document().lineCount(), 300);
        auto *button = child<QPushButton>(u"build.log.newLines"_s);
        bar()->setValue(3);
        QVERIFY(button->isHidden());
        append(14);
        QTRY_COMPARE(button->text(), u"14 new line(s) ↓"_s);
        QVERIFY(button->isVisible());
        button->click();
        QVERIFY(view()->isFollowing());
        QVERIFY(button->isHidden());
        QCOMPARE(bar()->value(), bar()->maximum());
    }

    void wraps()
    {
        QByteArray bytes;
        for (int i = 0; i < 40; ++i)
            bytes += "14:32:24.001\tcompile\t" + QByteArray(400, 'x') + '\n';
        show(bytes);
        QVERIFY(view()->horizontalScrollBar()->maximum() > 0);
        const int before = bar()->maximum();
        view()->setWrapping(true);
        QCOMPARE(view()->horizontalScrollBar()->maximum(), 0);
        QVERIFY(bar()->maximum() > before); // fewer lines fit
        QVERIFY(view()->isFollowing());
        QVERIFY(view()->viewport()->rect().contains(view()->rectOf({39, 399}))); // the end is in view
        QTest::keyClick(view(), Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(bar()->value(), 0);
        QVERIFY(view()->rectOf({0, 399}).top() > view()->rectOf({0, 0}).top());
        const QPoint inSecondRow(view()->rectOf({0, 0}).center().x(),
                                 view()->rectOf({0, 0}).bottom() + view()->rectOf({0, 0}).height() / 2);
        QCOMPARE(view()->positionAt(inSecondRow).line, 0);
        QVERIFY(view()->positionAt(inSecondRow).column > 5);
        QVERIFY(!view()->grab().isNull());
        LogPanel other; // remembers
        other.tools()->setParent(&other);
        QVERIFY(other.view().isWrapping());
    }

    void isTextForAssistiveTools()
    {
        append(5);
        m_panel->showLog(path());
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(view());
        QVERIFY(accessible && accessible->textInterface());
        QVERIFY(accessible->state().readOnly);
        QAccessibleTextInterface *text = accessible->textInterface();
        QVERIFY(text->text(0, text->characterCount()).startsWith(u"package number 0\npackage number 1\n"_s));
        text->setCursorPosition(18);
        QCOMPARE(view()->caret(), (LogView::Position{1, 1}));
        QCOMPARE(text->cursorPosition(), 18);
        text->setSelection(0, 8, 16);
        QCOMPARE(selected(), u"number 0"_s);
        int begin = 0;
        int end = 0;
        text->selection(0, &begin, &end);
        QCOMPARE(begin, 8);
        QCOMPARE(end, 16);
        QCOMPARE(text->offsetAtPoint(text->characterRect(3).center()), 3);
    }

    void keepsItsPlaceWhenTheBeginIsKnown()
    {
        append(120'000);
        m_panel->showLog(path());
        QVERIFY(!document().isWhole());
        const int tail = document().lineCount();
        bar()->setValue(100);
        const QString shown = view()->shownText(view()->visibleLineNumbers().first());
        view()->select(105, 0, 7);
        QTRY_VERIFY_WITH_TIMEOUT(document().isWhole(), 30'000);
        QCOMPARE(view()->shownText(view()->visibleLineNumbers().first()), shown);
        QCOMPARE(view()->caret().line, 105 + 120'000 - tail);
        QVERIFY(!view()->isFollowing());
    }

    void survivesOddLines()
    {
        show("14:32:24.001\tcompile\t" + QByteArray(200'000, 'y') + "\n\n\t\t\t\n" + QByteArray(100, '\xff') +
             "\n14:32:24.001\tcompile\t\u202e\u0600 right to left \xd7\x90\n");
        for (const bool wrapping : {true, false}) {
            view()->setWrapping(wrapping);
            for (const int key : {Qt::Key_Home, Qt::Key_Down, Qt::Key_End, Qt::Key_PageDown, Qt::Key_PageUp}) {
                QTest::keyClick(view(), static_cast<Qt::Key>(key), Qt::ShiftModifier);
                QVERIFY(!view()->grab().isNull());
            }
        }
        view()->selectAll();
        QVERIFY(selected().size() > 200'000); // all of what is shown cut
        QVERIFY(QFile::resize(path(), 0));
        document().update();
        QVERIFY(!view()->grab().isNull());
    }
};

QTEST_MAIN(tst_LogView)
#include "tst_logview.moc"
