// SPDX-License-Identifier: Apache-2.0
// The ways into the main job in the real window: by mouse, by keyboard, by drop, paste and command line.
#include "base/settingkeys.h"
#include "gui/dropoverlay.h"
#include "gui/messagecard.h"
#include "gui/navbutton.h"
#include "gui/navigator.h"
#include "support/fakemachine.h"
#include "windowfixture.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QStatusBar>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

namespace {

/// A window whose only Go builds the plugin of tests in no time.
struct QuickFixture : WindowFixture
{
    QuickFixture()
    {
        if (!machine.addGo("go1.22.6"))
            qFatal("no fake go");
        // What one has installed is not asked for.
        settings->set(keys::OutputFolder, folder.filePath(u"plugins"_s));
        BuildEngine::Setup setup;
        setup.environment = machine.environment("go1.22.6");
        setup.stateFolder = folder.filePath(u"state"_s);
        replaceEngine(setup);
    }
    /// For the plugin that the fake go makes.
    QString pricing() const
    {
        return builder::writeFile(folder.filePath(u"pricing.zip"_s),
                                  builder::zipOf({{"go.mod", "module example.com/pricing\n\ngo 1.18\n"},
                                                  {"main.go", "package main\n\n" + Greeter}}));
    }
    QString page() const { return window->navigator().current().id; }

    FakeMachine machine;
};

} // namespace

class tst_MainJob : public QObject
{
    Q_OBJECT

private slots:
    /// From an archive to a plugin on its way into a session: one drop and two clicks, and nothing else.
    void oneDropAndTwoClicks()
    {
        QuickFixture fixture;
        QVERIFY(fixture.start());
        QVERIFY(fixture.drop({fixture.pricing()}));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find("build.action.build") && fixture.find("build.action.build")->isEnabled(),
                                 Patience);
        fixture.click("build.action.build");
        QVERIFY(fixture.waitFor(JobState::Done));
        QTRY_COMPARE(fixture.find("build.action.build")->text().remove(u'&'), u"Load pricing"_s);
        QVERIFY(QFileInfo(fixture.job()->result().path).path().startsWith(fixture.folder.filePath(u"plugins"_s)));
        fixture.click("build.action.build");
        QTRY_COMPARE(fixture.page(), u"load"_s);
    }

    /// The same with keys alone; the matrix is worked in, too.
    void keysAloneFromArchiveToSession()
    {
        QuickFixture fixture;
        QVERIFY(fixture.start());
        const auto press = [&fixture](int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
            fixture.activate();
            QWidget *focus = fixture.window->focusWidget();
            QTest::keyClick(focus ? focus : fixture.window.get(), static_cast<Qt::Key>(key), modifiers);
        };
        press(Qt::Key_O, Qt::ControlModifier);
        auto *dialog = fixture.find<QFileDialog>("window.openDialog");
        QVERIFY(dialog);
        auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
        name->setText(fixture.pricing()); // as typed; the completion of single keys is the dialog's
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find("build.action.build") && fixture.find("build.action.build")->isEnabled(),
                                 Patience);
        auto *matrix = fixture.find<QWidget>("build.matrix");
        for (int i = 0; i < 8 && !matrix->hasFocus(); ++i)
            press(Qt::Key_F6);
        QVERIFY(matrix->hasFocus());
        const QVector<Target> before = fixture.session->matrix().selected();
        QCOMPARE(before.size(), 1);
        const QModelIndex wanted = fixture.session->matrix().indexOf(before[0]);
        press(Qt::Key_Home);
        for (int i = 0; i < wanted.column(); ++i)
            press(Qt::Key_Right);
        press(Qt::Key_Space); // off, and on again
        QVERIFY(fixture.session->matrix().selected().isEmpty());
        press(Qt::Key_Space);
        QCOMPARE(fixture.session->matrix().selected(), before);
        press(Qt::Key_B, Qt::ControlModifier);
        QVERIFY(fixture.waitFor(JobState::Done));
        QTRY_VERIFY(!fixture.session->isBuilding());
        press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(fixture.page(), u"plugins"_s);
        press(Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(fixture.page(), u"build"_s);
        press(Qt::Key_L, Qt::ControlModifier);
        QTRY_COMPARE(fixture.page(), u"load"_s);
    }

    void mouseOnly()
    {
        // One drop and two clicks from an archive to plugins, and back to the folder.
        WindowFixture fixture(Lasting);
        QVERIFY(fixture.start());
        QVERIFY(fixture.drop({fixture.source(Greeter)}));
        QTRY_COMPARE_WITH_TIMEOUT(fixture.session->sourceState(), BuildSession::SourceState::Ready, Patience);
        fixture.session->setDestination(fixture.folder.filePath(u"out"_s));
        QTRY_VERIFY(fixture.find("build.action.build")->isEnabled()); // a target is chosen already
        fixture.selectOnly(FakeVersion);                              // but this test wants the fake one
        fixture.click("build.action.build");
        QVERIFY(fixture.waitFor(JobState::Compiling));
        fixture.click("build.action.build");
        QVERIFY(fixture.waitFor(JobState::Cancelled));
    }

    void keyboardOnly()
    {
        WindowFixture fixture(Failing);
        QVERIFY(fixture.start());
        const auto press = [&fixture](Qt::Key key, Qt::KeyboardModifiers modifiers) {
            fixture.activate();
            QWidget *focus = fixture.window->focusWidget();
            QTest::keyClick(focus ? focus : fixture.window.get(), key, modifiers);
        };
        // Open: the dialog comes by key, and takes a typed path.
        press(Qt::Key_O, Qt::ControlModifier);
        auto *dialog = fixture.find<QFileDialog>("window.openDialog");
        QVERIFY(dialog);
        auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
        QVERIFY(name);
        name->setText(fixture.source(Greeter));
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.session->sourceState(), BuildSession::SourceState::Ready, Patience);
        fixture.session->setDestination(fixture.folder.filePath(u"out"_s));
        fixture.selectOnly(FakeVersion);

        // F6 comes around all panes; the matrix is one of them, and Space ticks its cells.
        QSet<QString> panes;
        for (int i = 0; i < 8; ++i) {
            press(Qt::Key_F6, Qt::NoModifier);
            if (const QWidget *focus = fixture.window->focusWidget())
                panes += focus->objectName();
        }
        QVERIFY2(panes.contains(u"build.matrix"_s), qPrintable(QStringList(panes.values()).join(u' ')));
        QVERIFY2(panes.contains(u"build.jobs"_s), qPrintable(QStringList(panes.values()).join(u' ')));
        QVERIFY(panes.size() >= 4);

        press(Qt::Key_B, Qt::ControlModifier);
        QVERIFY(fixture.waitFor(JobState::Failed));
        press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(fixture.job() && !fixture.session->isBuilding());
        press(Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(fixture.session->sourceState(), BuildSession::SourceState::None);
    }

    void severalSourcesAreSorted()
    {
        WindowFixture fixture;
        fixture.window->show();
        const QString types = builder::writeFile(
            fixture.folder.filePath(u"types.zip"_s),
            builder::zipOf({{"go.mod", "module example.com/types\n"}, {"types.go", "package types\n"}}));
        const QString plugin = builder::writeFile(
            fixture.folder.filePath(u"pricing.zip"_s),
            builder::zipOf({{"go.mod", "module example.com/pricing\n\nrequire example.com/types v0.0.0\n\n"
                                       "replace example.com/types => ../types\n"},
                            {"main.go", "package main\n"}}));
        QVERIFY(fixture.drop({types, plugin}));
        QTRY_COMPARE_WITH_TIMEOUT(fixture.session->sourceState(), BuildSession::SourceState::Ready, Patience);
        QCOMPARE(fixture.session->sourcePath(), plugin);
        QCOMPARE(fixture.session->scans().size(), 2);
    }

    void undecidedSourcesAreAskedFor()
    {
        WindowFixture fixture;
        fixture.window->show();
        const QString one = fixture.source(Greeter, u"one.zip"_s);
        const QString two = fixture.source(Greeter, u"two.zip"_s);
        QVERIFY(fixture.drop({one, two}));
        auto *card = fixture.find<MessageCard>("window.message");
        QTRY_VERIFY_WITH_TIMEOUT(card->isVisible(), Patience);
        QVERIFY2(textOf(card).contains(u"Which one"), qPrintable(textOf(card)));
        fixture.click("window.message.which.1");
        QTRY_COMPARE_WITH_TIMEOUT(fixture.session->sourceState(), BuildSession::SourceState::Ready, Patience);
        QCOMPARE(fixture.session->sourcePath(), two);
        QVERIFY(!card->isVisible());
        // On a command line the first one is meant.
        fixture.window->openSources({one, two, fixture.folder.filePath(u"notes.pdf"_s)});
        QTRY_COMPARE_WITH_TIMEOUT(fixture.session->sourcePath(), one, Patience);
        QVERIFY2(textOf(card).contains(u"cannot use notes.pdf"), qPrintable(textOf(card)));
    }

    void pasteOpens()
    {
        WindowFixture fixture;
        QVERIFY(fixture.start());
        auto *paste = fixture.find<QAction>("edit.paste");
        QApplication::clipboard()->setText(fixture.source(Greeter));
        paste->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.session->sourceState(), BuildSession::SourceState::Ready, Patience);
        // Where text can be typed, text is pasted.
        fixture.activate();
        auto *name = fixture.find<QLineEdit>("build.options.name");
        name->setFocus();
        QTRY_COMPARE(QApplication::focusWidget(), name);
        name->selectAll();
        QApplication::clipboard()->setText(u"welcome"_s);
        paste->trigger();
        QCOMPARE(name->text(), u"welcome"_s);
    }

    void presetIsImported()
    {
        WindowFixture fixture(Failing);
        QVERIFY(fixture.start());
        QVERIFY(fixture.openAndWait(fixture.source(Greeter)));
        Preset preset{u"Release"_s, {{FakeVersion, Platform::thisMachine()}}, {}};
        preset.options.linkerFlags = u"-s -w"_s;
        QVERIFY(fixture.drop({builder::writeFile(fixture.folder.filePath(u"release.json"_s), preset.toJson())}));
        QTRY_COMPARE(fixture.session->presetName(), u"Release"_s);
        QCOMPARE(fixture.session->options().linkerFlags, u"-s -w"_s);
        QCOMPARE(fixture.session->matrix().selected(), preset.targets);
        QVERIFY(fixture.drop({builder::writeFile(fixture.folder.filePath(u"other.json"_s), "{}")}));
        QTRY_VERIFY(fixture.window->statusBar()->currentMessage().contains(u"other.json is not a preset"_s));
    }

    void newSourceWaitsForTheBuild()
    {
        WindowFixture fixture(Lasting);
        QVERIFY(fixture.start());
        QVERIFY(fixture.openAndWait(fixture.source(Greeter)));
        fixture.session->setDestination(fixture.folder.filePath(u"out"_s));
        fixture.selectOnly(FakeVersion);
        fixture.session->build();
        QVERIFY(fixture.waitFor(JobState::Compiling));
        const QString next = fixture.source(Greeter, u"next.zip"_s);
        QVERIFY(fixture.drop({next}));
        auto *card = fixture.find<MessageCard>("window.message");
        QTRY_VERIFY(card->isVisible());
        QVERIFY(fixture.session->sourcePath() != next);
        fixture.click("window.message.switchNow");
        QTRY_COMPARE(fixture.session->sourcePath(), next);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.session->sourceState(), BuildSession::SourceState::Ready, Patience);
        QVERIFY(!card->isVisible());
        QCOMPARE(fixture.job()->state(), JobState::Compiling); // it goes on
        fixture.session->cancelAll();
        QTRY_VERIFY(!fixture.session->isBuilding());
        // And without a word it is opened when the jobs have ended.
        fixture.session->build();
        QTRY_VERIFY(fixture.session->isBuilding());
        fixture.session->open({fixture.source(Greeter, u"third.zip"_s)});
        QTRY_VERIFY(card->isVisible());
        fixture.session->cancelAll();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.session->sourcePath().endsWith(u"third.zip"), Patience);
        QTRY_VERIFY(!card->isVisible());
    }

    void overlaySaysWhatWillHappen_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("isPossible");
        QTest::newRow("archive") << u"file:///a/pricing.tar.zst"_s << u"Build pricing.tar.zst"_s << true;
        QTest::newRow("address") << u"https://example.com/pricing.zip"_s << u"Download pricing.zip"_s << true;
        QTest::newRow("several") << u"file:///a/b.zip\nfile:///a/c.zip"_s << u"Open 2 sources"_s << true;
        QTest::newRow("plugin") << u"file:///a/pricing.so"_s << u"Look into pricing.so"_s << true;
        QTest::newRow("preset") << u"file:///a/release.json"_s << u"Import release.json"_s << true;
        QTest::newRow("anything") << u"file:///a/notes.pdf"_s << u"Plugsmith cannot use notes.pdf"_s << false;
    }
    void overlaySaysWhatWillHappen()
    {
        QFETCH(QString, text);
        QFETCH(QString, words);
        QFETCH(bool, isPossible);
        WindowFixture fixture;
        fixture.window->show();
        QMimeData data;
        data.setText(text);
        const QPoint at = fixture.window->rect().center();
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(fixture.window.get(), &enter);
        auto *overlay = fixture.find<DropOverlay>("window.dropOverlay");
        QVERIFY(overlay->isVisible());
        QVERIFY2(overlay->accessibleName().contains(words), qPrintable(overlay->accessibleName()));
        QDragMoveEvent move(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(fixture.window.get(), &move);
        QCOMPARE(move.isAccepted(), isPossible);
        // Qt does not tell widgets that a drag has left them.
        auto *passed = fixture.window->findChild<NavButton *>();
        QCursor::setPos(fixture.window->mapToGlobal(at));
        passed->setAttribute(Qt::WA_UnderMouse);
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(fixture.window.get(), &leave);
        QVERIFY(!overlay->isVisible());
        QVERIFY(!passed->testAttribute(Qt::WA_UnderMouse));
    }

    void quittingCanBeSilent()
    {
        WindowFixture fixture(Lasting);
        QVERIFY(fixture.start());
        QVERIFY(fixture.openAndWait(fixture.source(Greeter)));
        fixture.session->setDestination(fixture.folder.filePath(u"out"_s));
        fixture.selectOnly(FakeVersion);
        fixture.session->build();
        QVERIFY(fixture.waitFor(JobState::Compiling));
        fixture.settings->set(keys::AskBeforeQuitting, false);
        QVERIFY(fixture.window->close());
        QVERIFY(fixture.waitFor(JobState::Cancelled));
    }
};

int main(int argc, char **argv)
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs); // theirs cannot be typed into from here
    QApplication application(argc, argv);
    QTEST_SET_MAIN_SOURCE_PATH
    tst_MainJob test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_mainjob.moc"
