// SPDX-License-Identifier: Apache-2.0
// The Load page in the real window, with a host that only pretends, and once with a real Go.
#include "gui/loadcallpanel.h"
#include "gui/loadresultpanel.h"
#include "gui/navigator.h"
#include "loadfixture.h"
#include "session/sandbox.h"
#include "support/clirun.h"
#include "support/pluginfiles.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QTabBar>
#include <QTreeView>

#include <csignal>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace plugsmith::tests;
using namespace Qt::StringLiterals;

class tst_LoadPage : public QObject
{
    Q_OBJECT

private slots:
    void emptyPageSaysWhatItIsFor()
    {
        LoadFixture fixture;
        auto *start = fixture.find<QWidget>("load.start");
        QVERIFY(start->isVisible());
        QVERIFY(textOf(start).contains(u"its own process"_s));
        QVERIFY(!fixture.find<QAction>("session.restart")->isEnabled());
    }

    void emptyPageOffersTheNewestPlugins()
    {
        LoadFixture fixture;
        const QString root = QDir(fixture.folder.path()).canonicalPath() + u"/plugins/"_s;
        const auto add = [&root](const QByteArray &name, const QByteArray &go, qint64 scn) {
            const QString stem = root + QString::fromLatin1(name + '_' + QByteArray(go).replace('.', '_'));
            return writePlugin(stem + u"_linux_amd64.so"_s, pluginBytes("go" + go, "example.com/" + name)) &&
                   writePlugin(stem + u"_linux_amd64.pinf"_s, pluginInfo(name, scn, go));
        };
        QVERIFY(add("audit", "1.22.6", 20261101000001) && add("pricing", "1.22.6", 20261101000002));
        QVERIFY(add("geo", "1.21.0", 20261101000003)); // there is no such Go
        for (const char *older : {"a", "b", "c", "d"})
            QVERIFY(add(older, "1.22.6", 20261001000000));
        const QString audit = root + u"audit_1_22_6_linux_amd64.so"_s;
        const QString other = root + u"other_1_22_6_linux_amd64.so"_s;
        fixture.settings->set(keys::RecentPlugins,
                              QStringList({audit, other, other + u'2', other + u'3', other + u'4'}));
        const auto words = [&fixture](const char *name) {
            QStringList list;
            for (const QAbstractButton *row :
                 fixture.window->findChildren<QAbstractButton *>(QLatin1StringView(name))) {
                if (row->isVisible())
                    list << row->text().section(u"   "_s, 0, 1);
            }
            return list;
        };
        QVERIFY(words("load.start.newest").isEmpty());
        LocalMachine machine;
        machine.platform = {u"linux"_s, u"amd64"_s};
        machine.toolchains = {*GoVersion::parse(u"1.22.6"_s)};
        machine.isKnown = true;
        fixture.plugins->model().setMachine(machine);
        fixture.plugins->addFolder(root, true);
        QTRY_COMPARE(words("load.start.newest").size(), 4);
        QCOMPARE(words("load.start.newest").first(2),
                 QStringList({u"pricing   20261101000002"_s, u"audit   20261101000001"_s}));
        // What is among the newest is not there twice.
        QCOMPARE(words("load.start.recent").size(), 3);
        QVERIFY(words("load.start.recent").first().startsWith(u"other_"_s));
        // In the smallest window nothing is cut.
        fixture.window->resize(fixture.window->minimumSize());
        const auto *start = fixture.find<QWidget>("load.start");
        QTRY_VERIFY2(start->height() >= start->minimumSizeHint().height(),
                     qPrintable(u"%1 < %2"_s.arg(start->height()).arg(start->minimumSizeHint().height())));
        fixture.click("load.start.newest");
        QVERIFY(fixture.sessions->step() != LoadSessions::Step::Idle);
        QCOMPARE(fixture.sessions->loadingPath(), root + u"pricing_1_22_6_linux_amd64.so"_s);
    }

    void callsShowResultOutputAndHistory()
    {
        LoadFixture fixture;
        QVERIFY(fixture.load(u"pricing"_s, 20261101000001));
        QVERIFY(fixture.call(u"Quote"_s, u"[\"SKU-10442\", 3]"_s));
        QVERIFY(fixture.shown("load.result.values").contains(u"53.73000000000000000001"_s));
        QCOMPARE(fixture.shown("load.result.output"), u"quoting\n"_s);
        QVERIFY(fixture.call(u"Quote"_s, u"[\"SKU-0\", 3]"_s));
        QVERIFY(fixture.shown("load.result.values").contains(u"error: unknown SKU"_s));
        auto *history = fixture.find<QTreeView>("load.history");
        QCOMPARE(history->model()->rowCount(), 2);
        // An earlier call comes back into the editor, and its result into view.
        history->setCurrentIndex(history->model()->index(1, 0));
        QVERIFY(fixture.shown("load.result.values").contains(u"SKU-10442"_s));
        emit history->activated(history->model()->index(1, 0));
        QCOMPARE(fixture.shown("load.call.json"), u"[\"SKU-10442\", 3]"_s);
        // A large result is cut on the screen, and can be saved as a whole.
        QVERIFY(fixture.call(u"Large"_s));
        QVERIFY(fixture.find("load.result.save")->isVisible());
        QVERIFY(fixture.shown("load.result.values").size() < (1 << 20));
    }

    void argumentsAreCheckedWhileTyping()
    {
        LoadFixture fixture;
        QVERIFY(fixture.load(u"pricing"_s, 20261101000001));
        fixture.select(u"Quote"_s);
        QCOMPARE(fixture.shown("load.call.json"), u"[\"\", 0]"_s);
        fixture.type(u"[\"a\", \"three\"]"_s);
        auto *issue = fixture.find<QLabel>("load.call.issue");
        QTRY_VERIFY(issue->isVisible());
        QCOMPARE(issue->text(), u"Element 2: expected a number for int, found text."_s);
        // Call stays enabled and puts the caret there.
        fixture.click("load.call.run");
        QCOMPARE(fixture.current()->calls().rowCount(), 0);
        QCOMPARE(fixture.find<QPlainTextEdit>("load.call.json")->textCursor().position(), 6);
        fixture.type(u"[\"a\", 3]"_s);
        QVERIFY(!issue->isVisible());
        // What was typed for a function is there again.
        fixture.select(u"Place"_s);
        fixture.select(u"Quote"_s);
        QCOMPARE(fixture.shown("load.call.json"), u"[\"a\", 3]"_s);
    }

    void formAndJsonAreTheSame()
    {
        LoadFixture fixture;
        QVERIFY(fixture.load(u"pricing"_s, 20261101000001));
        fixture.select(u"Quote"_s);
        fixture.type(u"[\"x \\\"y\\\"\", 12345678901234567890]"_s);
        fixture.click("load.call.mode.0");
        auto *text = fixture.find<QLineEdit>("load.call.argument.1");
        QVERIFY(text);
        QCOMPARE(text->text(), u"x \"y\""_s);
        QTest::keyClicks(text, u"!"_s);
        QCOMPARE(fixture.shown("load.call.json"), u"[\"x \\\"y\\\"!\", 12345678901234567890]"_s);
        fixture.click("load.call.mode.1");
        QVERIFY(fixture.find<QPlainTextEdit>("load.call.json")->isVisible());
    }

    void panicsAreCards()
    {
        LoadFixture fixture;
        QVERIFY(fixture.load(u"pricing"_s, 20261101000001));
        QVERIFY(fixture.call(u"Panic"_s));
        auto *panic = fixture.find<MessageCard>("load.result.panic");
        QVERIFY(panic->isVisible());
        QVERIFY2(panic->title().contains(u"index out of range"_s), qPrintable(panic->title()));
        QVERIFY2(panic->text().contains(u"discounts.go, line 21"_s), qPrintable(panic->text()));
        QCOMPARE(fixture.find<LoadResultPanel>("load.result")->currentIndex(), int(LoadResultPanel::StackTab));
        fixture.click("load.result.again");
        QTRY_COMPARE(fixture.current()->calls().rowCount(), 2);
    }

    void endsAreCardsAndStartAgain()
    {
        LoadFixture fixture;
        QVERIFY(fixture.load(u"pricing"_s, 20261101000001));
        QVERIFY(fixture.call(u"Exit"_s));
        QTRY_VERIFY(fixture.card()->isVisible());
        QVERIFY2(fixture.card()->text().contains(u"os.Exit(3)"_s), qPrintable(fixture.card()->text()));
        QVERIFY(!fixture.find("load.call.run")->isEnabled());
        fixture.click("load.message.startAgain");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find("load.call.run")->isEnabled(), Patience);
        QVERIFY(!fixture.card()->isVisible());
        QVERIFY(fixture.call(u"Quote"_s, u"[\"a\", 1]"_s));
    }

    void theSandboxIsASwitch()
    {
        LoadFixture fixture;
        QVERIFY(fixture.load(u"pricing"_s, 20261101000001));
        auto *sandbox = fixture.find<QCheckBox>("load.session.sandbox");
        auto *text = fixture.find<QLabel>("load.session.sandboxText");
        QVERIFY(!sandbox->isChecked()); // it was built here
        if (sandboxProgram().isEmpty()) {
            QVERIFY(!sandbox->isEnabled());
            QVERIFY2(text->text().contains(u"bubblewrap"_s), qPrintable(text->text()));
            QSKIP("bubblewrap is not installed");
        }
        if (runProgram(sandboxProgram(), {u"--ro-bind"_s, u"/"_s, u"/"_s, u"--unshare-net"_s, u"true"_s}).exitCode != 0)
            QSKIP("bubblewrap may not make sandboxes here");
        const auto isCallable = [&] {
            return QTest::qWaitFor([&] { return fixture.find("load.call.run")->isEnabled(); }, Patience) &&
                   fixture.call(u"Quote"_s, u"[\"a\", 1]"_s) &&
                   fixture.current()->calls().callAt(0)->state == CallModel::State::Good;
        };
        QSignalSpy restarted(&fixture.current()->session(), &Session::restarted);
        fixture.click("load.session.sandbox");
        QTRY_COMPARE_WITH_TIMEOUT(restarted.size(), 1, Patience);
        QVERIFY(sandbox->isChecked() && fixture.current()->session().setup().isSandboxed);
        QVERIFY(text->text().contains(u"No network"_s));
        QVERIFY(isCallable());
        // Running calls are asked about; who says no has the switch as it was.
        fixture.select(u"Wait"_s);
        fixture.type(u"[]"_s);
        fixture.click("load.call.run");
        QTRY_VERIFY(fixture.current()->runningCall() != 0);
        fixture.click("load.session.sandbox");
        QVERIFY(fixture.card()->isVisible());
        fixture.click("load.message.cancel");
        QTRY_VERIFY(!fixture.card()->isVisible());
        QVERIFY(sandbox->isChecked() && restarted.size() == 1);
        fixture.click("load.session.sandbox");
        fixture.click("load.message.restart");
        QTRY_COMPARE_WITH_TIMEOUT(restarted.size(), 2, Patience);
        QVERIFY(!sandbox->isChecked() && !fixture.current()->session().setup().isSandboxed);
        QVERIFY(isCallable());
        // What was decided by hand holds for plugins from elsewhere, too; without that they get a sandbox.
        LoadSession *chosen = fixture.current();
        PluginFile foreign = fakePlugin(fixture.folder.path(), u"audit"_s, 20261101000002);
        foreign.isBuiltHere = false;
        QCOMPARE(fixture.sessions->take(foreign, fakeHost()), chosen);
        fixture.sessions->close(chosen);
        LoadSession *own = fixture.sessions->take(foreign, fakeHost());
        QVERIFY(own->session().setup().isSandboxed);
        QTRY_COMPARE_WITH_TIMEOUT(own->session().generations().last().state, Generation::State::Answers, Patience);
        // Killed within, it is told as killed.
        QSignalSpy ended(&own->session(), &Session::endedUnexpectedly);
        ::kill(static_cast<pid_t>(own->session().processId()), SIGKILL);
        QVERIFY(ended.wait(Patience));
        QCOMPARE(int(ended[0][0].value<EndReason>().kind), int(EndReason::Kind::Killed));
    }

    void restartAsksWhileCallsRun()
    {
        LoadFixture fixture;
        QVERIFY(fixture.load(u"pricing"_s, 20261101000001));
        fixture.select(u"Wait"_s);
        fixture.click("load.call.run");
        QTRY_VERIFY(fixture.current()->runningCall() != 0);
        fixture.find<QAction>("session.restart")->trigger();
        QVERIFY(fixture.card()->isVisible());
        fixture.click("load.message.cancel");
        QTRY_VERIFY(!fixture.card()->isVisible());
        QVERIFY(fixture.current()->runningCall() != 0);
        fixture.click("load.call.run"); // which is Stop now
        QTRY_COMPARE_WITH_TIMEOUT(fixture.current()->runningCall(), 0, Patience);
    }

    void refusedLoadsSayWhatHelps()
    {
        LoadFixture fixture;
        QVERIFY(fixture.load(u"pricing"_s, 20261101000005));
        QVERIFY(fixture.load(u"pricing"_s, 20261101000001));
        QTRY_VERIFY(fixture.card()->isVisible());
        QVERIFY(fixture.find("load.message.newSession"));
        // The initial SCN refuses, and can be lowered.
        auto *initial = fixture.find<QLineEdit>("load.session.initialScn");
        initial->setText(u"20270101000000"_s);
        emit initial->editingFinished();
        QVERIFY(fixture.load(u"audit"_s, 20261201000001));
        QTRY_VERIFY2(fixture.card()->text().contains(u"20270101000000"_s), qPrintable(fixture.card()->text()));
        fixture.click("load.message.lower");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.current()->plugins().contains(u"audit"_s), Patience);
        QCOMPARE(initial->text(), u"20261201000001"_s);
    }

    void olderGenerationsAnswerAgain()
    {
        LoadFixture fixture;
        QVERIFY(fixture.load(u"pricing"_s, 20261101000001));
        QVERIFY(fixture.load(u"pricing"_s, 20261101000002));
        auto *view = fixture.find<QTreeView>("load.generations");
        const QModelIndex plugin = view->model()->index(0, 0);
        QCOMPARE(view->model()->rowCount(plugin), 2);
        const QModelIndex first = view->model()->index(1, 0, plugin);
        view->setCurrentIndex(first);
        QCOMPARE(fixture.current()->shown(), 1);
        emit view->activated(first);
        QCOMPARE(fixture.current()->session().generation(1)->state, Generation::State::Answers);
    }

    void sessionsAreTabs()
    {
        LoadFixture fixture;
        QVERIFY(fixture.load(u"pricing"_s, 20261101000001));
        LoadSession *first = fixture.current();
        LoadSession *second =
            fixture.sessions->take(fakePlugin(fixture.folder.path(), u"audit"_s, 20261101000001), fakeHost(), true);
        QCOMPARE(fixture.current(), second);
        auto *tabs = fixture.find<QTabBar>("load.tabs");
        QCOMPARE(tabs->count(), 2);
        QTRY_COMPARE(fixture.sessions->liveCount(), 2);
        tabs->setCurrentIndex(0);
        QCOMPARE(fixture.current(), first);
        fixture.find<QAction>("file.closeSource")->trigger(); // the key of both: Ctrl+W
        QCOMPARE(tabs->count(), 1);
        QTRY_COMPARE(fixture.current(), second);
        fixture.sessions->close(second);
        QTRY_VERIFY(fixture.find<QWidget>("load.start")->isVisible());
        QCOMPARE(tabs->count(), 0);
    }

    void callsCanBeCopied()
    {
        LoadFixture fixture;
        QVERIFY(fixture.load(u"pricing"_s, 20261101000001));
        QVERIFY(fixture.call(u"Quote"_s, u"[\"a\", 1]"_s));
        auto *history = fixture.find<QTreeView>("load.history");
        emit history->customContextMenuRequested(history->visualRect(history->model()->index(0, 1)).center());
        auto *menu = fixture.find<QMenu>("load.history.menu");
        QVERIFY(menu);
        QAction *asCommand = nullptr;
        for (QAction *action : menu->actions()) {
            if (action->text() == u"Copy as Command"_s)
                asCommand = action;
        }
        QVERIFY(asCommand);
        asCommand->trigger();
        QVERIFY2(QApplication::clipboard()->text().contains(u"call"_s) &&
                     QApplication::clipboard()->text().contains(u"Quote"_s),
                 qPrintable(QApplication::clipboard()->text()));
        menu->close();
    }

    void filesThatAreNoPluginsAreSaid()
    {
        LoadFixture fixture;
        QVERIFY(fixture.start());
        const QString path = builder::writeFile(fixture.folder.filePath(u"notes.so"_s), "not a plugin");
        // Before it is let go, the window says that it would be loaded.
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        const QPoint at = fixture.window->rect().center();
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(fixture.window.get(), &enter);
        QCOMPARE(fixture.find<QWidget>("window.dropOverlay")->accessibleName().contains(u"Load notes.so"_s), true);
        QVERIFY(fixture.drop({path}));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.card()->isVisible() && fixture.find("load.message.again"), Patience);
        QVERIFY2(fixture.card()->title().contains(u"notes.so"_s), qPrintable(fixture.card()->title()));
    }

    void panesAreReachedByKey()
    {
        LoadFixture fixture;
        QVERIFY(fixture.load(u"pricing"_s, 20261101000001));
        fixture.activate();
        QSet<QString> panes;
        for (int i = 0; i < 8; ++i) {
            fixture.find<QAction>("view.nextPane")->trigger();
            if (const QWidget *focus = fixture.window->focusWidget())
                panes += focus->objectName();
        }
        for (const QString &name :
             {u"load.tabs"_s, u"load.generations"_s, u"load.symbols"_s, u"load.call.json"_s, u"load.history"_s})
            QVERIFY2(panes.contains(name), qPrintable(QStringList(panes.values()).join(u' ')));
    }

    void everyWidgetHasANameForOthers()
    {
        LoadFixture fixture;
        QVERIFY(fixture.load(u"pricing"_s, 20261101000001));
        for (const QAbstractButton *button : fixture.find<QWidget>("load.page")->findChildren<QAbstractButton *>()) {
            if (!button->isVisible() || qobject_cast<QLineEdit *>(button->parent())) // Qt's own within fields
                continue;
            QVERIFY2(!button->objectName().isEmpty(), qPrintable(button->text()));
            QVERIFY2(!button->text().isEmpty() || !button->accessibleName().isEmpty(),
                     qPrintable(button->objectName()));
        }
    }

    void zipToResult()
    {
        // One drop and three clicks: Build, Load, Call.
#ifndef Q_OS_LINUX
        QSKIP("plugins are loaded on Linux only");
#endif
        WindowFixture fixture;
        QVERIFY(fixture.start());
        const auto version = realGo(*fixture.engine);
        if (!version)
            QSKIP("no Go that can build plugins");
        QVERIFY(fixture.drop({fixture.source("func Greet(name string) string { return \"hello \" + name }\n\n"
                                             "func Panic() {\n\tpanic(\"no\")\n}\n")}));
        QTRY_COMPARE_WITH_TIMEOUT(fixture.session->sourceState(), BuildSession::SourceState::Ready, Patience);
        fixture.session->setDestination(fixture.folder.filePath(u"out"_s));
        fixture.selectOnly(*version);
        fixture.click("build.action.build");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.job() && isFinished(fixture.job()->state()), 4 * Patience);
        if (fixture.job()->state() != JobState::Done)
            QSKIP(qPrintable(u"no plugin can be built here: "_s + fixture.job()->error().sentence()));
        QTRY_VERIFY(fixture.find("build.result.load")->isVisible());
        fixture.click("build.result.load");
        QTRY_VERIFY_WITH_TIMEOUT(
            fixture.find("load.call.run")->isVisible() && fixture.find("load.call.run")->isEnabled(), 4 * Patience);
        fixture.click("load.call.run");
        QTRY_VERIFY_WITH_TIMEOUT(
            fixture.find<QPlainTextEdit>("load.result.values")->toPlainText().contains(u"\"hello \""_s), Patience);
        // The stack of a panic leads to the source: the zip's, of which a copy is opened.
        const QString opened = fixture.folder.filePath(u"opened"_s);
        fixture.settings->set(keys::EditorCommand,
                              QString(u"sh -c 'echo \"$1:$2\" > \"$0\"' "_s + opened + u" FILE LINE"_s));
        QVERIFY(callOnPage(fixture, u"Panic"_s));
        QTRY_VERIFY(fixture.find("load.result.open")->isVisible());
        fixture.click("load.result.open");
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(opened).size() > 0, Patience);
        QFile place(opened);
        QVERIFY(place.open(QIODevice::ReadOnly));
        const QString words = QString::fromUtf8(place.readAll()).trimmed();
        QVERIFY2(words.endsWith(u"/main.go:6"_s), qPrintable(words));
        QFile source(words.section(u':', 0, 0));
        QVERIFY(source.open(QIODevice::ReadOnly) && source.readAll().split('\n').value(5).contains("panic(\"no\")"));
        // Back leads to the build, and forward to the same session, which is not loaded again.
        fixture.find<QAction>("view.back")->trigger();
        QCOMPARE(fixture.window->navigator().current().id, u"build"_s);
        fixture.find<QAction>("view.forward")->trigger();
        QCOMPARE(fixture.window->navigator().current().id, u"load"_s);
        QCOMPARE(fixture.sessions->at(0)->session().generations().size(), 1);
        // By keyboard the same plugin is loaded from the Build page; it is in memory already, and the page says so.
        fixture.find<QAction>("view.build")->trigger();
        fixture.find<QAction>("session.load")->trigger();
        QCOMPARE(fixture.window->navigator().current().id, u"load"_s);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.sessions->at(0)->session().generations().size(), 2, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<MessageCard>("load.message")->isVisible(), Patience);
        // One without the build info of this program is asked about, and nothing of it runs before the answer.
        const QString foreign = fixture.folder.filePath(u"foreign.so"_s);
        QVERIFY(QFile::copy(fixture.job()->result().path, foreign));
        QVERIFY(fixture.drop({foreign}));
        QTRY_COMPARE_WITH_TIMEOUT(fixture.sessions->step(), LoadSessions::Step::Asking, Patience);
        QVERIFY(fixture.find<MessageCard>("load.message")->title().contains(u"foreign"_s));
        fixture.click("load.message.cancelLoad");
        QTRY_COMPARE(fixture.sessions->step(), LoadSessions::Step::Idle);
        QCOMPARE(fixture.sessions->count(), 1);
        QCOMPARE(fixture.sessions->at(0)->session().generations().size(), 2);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication application(argc, argv);
    QTEST_SET_MAIN_SOURCE_PATH
    tst_LoadPage test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_loadpage.moc"
