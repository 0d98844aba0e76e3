// SPDX-License-Identifier: Apache-2.0
// Builds that go on after the window was closed, with a desktop that has a tray or has none.
#include "gui/backgroundrun.h"

#include "base/settingkeys.h"
#include "windowfixture.h"

#include <QCheckBox>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

class tst_BackgroundRun : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;

    BackgroundRun &background() const { return m_fixture->window->background(); }
    QMessageBox *question() const { return m_fixture->find<QMessageBox>("window.quitQuestion"); }
    void choose(const char *entry) const
    {
        auto *action = background().menu()->findChild<QAction *>(QLatin1StringView(entry));
        QVERIFY(action);
        action->trigger();
    }
    /// Builds with a fake go until it is compiling.
    bool build(const QByteArray &script, bool hasTray = true)
    {
        m_fixture = std::make_unique<WindowFixture>(script);
        background().setTray([hasTray] { return hasTray; });
        if (!m_fixture->start() || !m_fixture->openAndWait(m_fixture->source(Greeter)))
            return false;
        m_fixture->session->setDestination(m_fixture->folder.filePath(u"out"_s));
        m_fixture->selectOnly(FakeVersion);
        m_fixture->session->build();
        return m_fixture->waitFor(JobState::Compiling);
    }
    bool hide() const
    {
        m_fixture->settings->set(keys::AskBeforeQuitting, false);
        m_fixture->settings->set(keys::KeepsRunning, true);
        return !m_fixture->window->close() && !m_fixture->window->isVisible() && background().isActive();
    }

private slots:
    void cleanup() { m_fixture.reset(); }

    void isNotOfferedWithoutATray()
    {
        QVERIFY(build(Lasting, false));
        QVERIFY(!m_fixture->window->close());
        QVERIFY(question());
        QVERIFY(question()->findChild<QPushButton *>(u"window.quitQuestion.quit"_s));
        QVERIFY(!question()->findChild<QPushButton *>(u"window.quitQuestion.background"_s));
        // Nor is it done then, though it was the answer that is not asked for any more.
        question()->close();
        m_fixture->settings->set(keys::AskBeforeQuitting, false);
        m_fixture->settings->set(keys::KeepsRunning, true);
        QVERIFY(m_fixture->window->close());
        QVERIFY(m_fixture->waitFor(JobState::Cancelled));
    }

    void buildsGoOnWithoutTheWindow()
    {
        QVERIFY(build(Lasting));
        QVERIFY(!m_fixture->window->close());
        auto *keep = question()->findChild<QPushButton *>(u"window.quitQuestion.background"_s);
        QVERIFY(keep);
        QVERIFY(question()->defaultButton() != keep);
        QTest::mouseClick(keep, Qt::LeftButton);
        QVERIFY(!m_fixture->window->isVisible());
        QTRY_VERIFY(!question());
        QCOMPARE(m_fixture->job()->state(), JobState::Compiling);
        QVERIFY(m_fixture->settings->get(keys::AskBeforeQuitting)); // next time, too
        QVERIFY(!QGuiApplication::quitOnLastWindowClosed());
        choose("window.tray.show");
        QVERIFY(m_fixture->window->isVisible());
        QVERIFY(!background().isActive());
        QVERIFY(QGuiApplication::quitOnLastWindowClosed());
        QCOMPARE(m_fixture->job()->state(), JobState::Compiling);
    }

    void answerIsRemembered()
    {
        QVERIFY(build(Lasting));
        QVERIFY(!m_fixture->window->close());
        question()->checkBox()->setChecked(true);
        QTest::mouseClick(question()->findChild<QPushButton *>(u"window.quitQuestion.background"_s), Qt::LeftButton);
        QTRY_VERIFY(!question());
        background().end();
        QVERIFY(!m_fixture->window->close());
        QVERIFY(!question());
        QVERIFY(background().isActive());
    }

    void quitCancels()
    {
        QVERIFY(build(Lasting));
        const QSignalSpy quit(m_fixture->window.get(), &MainWindow::quitRequested);
        QVERIFY(hide());
        choose("window.tray.quit");
        QCOMPARE(quit.size(), 1);
        QVERIFY(m_fixture->waitFor(JobState::Cancelled));
    }

    void programEndsWithTheLastBuild()
    {
        QVERIFY(build(Lasting));
        const QSignalSpy quit(m_fixture->window.get(), &MainWindow::quitRequested);
        const QSignalSpy ended(&background(), &BackgroundRun::ended);
        QVERIFY(hide());
        QTest::qWait(50);
        QCOMPARE(quit.size(), 0);
        m_fixture->session->cancelAll();
        QTRY_COMPARE_WITH_TIMEOUT(quit.size(), 1, Patience);
        QCOMPARE(ended.size(), 1);
    }

    void failureWaitsForSomebody()
    {
        QVERIFY(build(
            "[list]\nexit 0\n[build]\nerr plugsmith.example/greeter\nsleep 1500\nerr # plugsmith.example/greeter\n"
            "err ./main.go:3:23: undefined: nothing\nexit 1\n"));
        const QSignalSpy quit(m_fixture->window.get(), &MainWindow::quitRequested);
        const QSignalSpy ended(&background(), &BackgroundRun::ended);
        QVERIFY(hide());
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, Patience);
        QTest::qWait(50);
        QCOMPARE(quit.size(), 0);
        QVERIFY(background().isActive());
        background().end();
        QVERIFY(m_fixture->window->isVisible());
        QVERIFY(m_fixture->window->close()); // nothing runs: nothing to ask
    }
};

QTEST_MAIN(tst_BackgroundRun)
#include "tst_backgroundrun.moc"
