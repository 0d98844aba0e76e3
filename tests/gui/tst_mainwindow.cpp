// SPDX-License-Identifier: Apache-2.0
// The main job in the real window: drop, build, fail, cancel, close.
#include "gui/actionbar.h"
#include "gui/advanceddialog.h"
#include "gui/diagnosticdialog.h"
#include "gui/dropoverlay.h"
#include "gui/jobsview.h"
#include "gui/messagecard.h"
#include "gui/navigator.h"
#include "gui/targetmatrixview.h"
#include "models/diagnosticreport.h"
#include "toolchain/targets.h"
#include "windowfixture.h"

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStatusBar>
#include <QTabWidget>
#include <QTreeView>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

/// The object names of all windows that are shown.
class ShownWindows : public QObject
{
public:
    QStringList names;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *widget = qobject_cast<QWidget *>(watched);
        if (event->type() == QEvent::Show && widget && widget->isWindow())
            names += widget->objectName();
        return false;
    }
};

class tst_MainWindow : public QObject
{
    Q_OBJECT

private slots:
    void dropIsBuilt()
    {
        WindowFixture fixture;
        QVERIFY(fixture.start());
        const auto version = realGo(*fixture.engine);
        if (!version)
            QSKIP("No Go with a C compiler is installed");
        QVERIFY(fixture.drop({fixture.source(Greeter)}));
        QTRY_COMPARE_WITH_TIMEOUT(fixture.session->sourceState(), BuildSession::SourceState::Ready, Patience);
        QCOMPARE(fixture.find<QLineEdit>("build.options.name")->text(), u"greeter"_s);
        QVERIFY(fixture.window->windowTitle().startsWith(u"greeter.zip"));
        const QString destination = fixture.folder.filePath(u"out"_s);
        fixture.session->setDestination(destination);
        fixture.selectOnly(*version);
        QTRY_VERIFY(fixture.find("build.action.build")->isEnabled());
        fixture.click("build.action.build");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.job() && isFinished(fixture.job()->state()), Patience);
        QVERIFY2(fixture.job()->state() == JobState::Done, qPrintable(fixture.job()->error().sentence()));
        const QStringList names = QDir(destination).entryList(QDir::Files, QDir::Name);
        QCOMPARE(names.size(), 2);
        QVERIFY(names[0].startsWith(u"greeter_"_s));
        QVERIFY(names[0].endsWith(u".pinf"));
        QTRY_VERIFY(fixture.window->statusBar()->currentMessage().contains(u"1 "));
    }

    void compilerLineIsShown()
    {
        WindowFixture fixture(Failing);
        QVERIFY(fixture.start());
        QVERIFY(fixture.openAndWait(fixture.source(Greeter)));
        fixture.session->setDestination(fixture.folder.filePath(u"out"_s));
        fixture.selectOnly(FakeVersion);
        fixture.session->build();
        QVERIFY(fixture.waitFor(JobState::Failed));
        auto *card = fixture.find<MessageCard>("build.failure");
        QTRY_VERIFY(card->isVisible());
        QVERIFY2(textOf(card).contains(u"undefined: nothing"), qPrintable(textOf(card)));
        QVERIFY(!QFileInfo::exists(fixture.folder.filePath(u"out/greeter_1_25_3_linux_amd64.so"_s)));
        QVERIFY(fixture.find<QLabel>("build.action.title")->text().contains(u"failed"));
        QCOMPARE(fixture.find("build.action.build")->text().remove(u'&'), u"Retry"_s);
    }

    /// A widget that is shown before it has a place is a window for a moment, and takes the keyboard away.
    void startShowsOneWindow()
    {
        ShownWindows shown;
        WindowFixture fixture(Lasting);
        qApp->installEventFilter(&shown);
        QVERIFY(fixture.start());
        while (fixture.window->navigator().makeNext())
            QTest::qWait(1);
        QCOMPARE(shown.names, QStringList{u"window"_s});
    }

    void cancelEndsTheBuild()
    {
        WindowFixture fixture(Lasting);
        QVERIFY(fixture.start());
        QVERIFY(fixture.openAndWait(fixture.source(Greeter)));
        fixture.session->setDestination(fixture.folder.filePath(u"out"_s));
        fixture.selectOnly(FakeVersion);
        QTest::keyClick(fixture.window.get(), Qt::Key_B, Qt::ControlModifier);
        QVERIFY(fixture.waitFor(JobState::Compiling));
        QVERIFY(fixture.session->isBuilding());
        fixture.click("build.action.build"); // "Cancel all" while it runs
        QVERIFY(fixture.waitFor(JobState::Cancelled));
        QTRY_VERIFY(!fixture.session->isBuilding());
        QVERIFY(!fixture.folder.path().isEmpty());
        QVERIFY(QDir(fixture.folder.filePath(u"out"_s)).isEmpty());
    }

    void deleteKeyCancelsOneJob()
    {
        WindowFixture fixture(Lasting);
        QVERIFY(fixture.start());
        QVERIFY(fixture.openAndWait(fixture.source(Greeter)));
        fixture.session->setDestination(fixture.folder.filePath(u"out"_s));
        fixture.selectOnly(FakeVersion);
        fixture.session->build();
        QVERIFY(fixture.waitFor(JobState::Compiling));
        auto *jobs = fixture.find<JobsView>("build.jobs");
        jobs->setCurrentRow(0);
        QTest::keyClick(jobs, Qt::Key_Delete);
        QVERIFY(fixture.waitFor(JobState::Cancelled));
    }

    void closingAsksWhileItBuilds()
    {
        WindowFixture fixture(Lasting);
        QVERIFY(fixture.start());
        QVERIFY(fixture.openAndWait(fixture.source(Greeter)));
        fixture.session->setDestination(fixture.folder.filePath(u"out"_s));
        fixture.selectOnly(FakeVersion);
        fixture.session->build();
        QVERIFY(fixture.waitFor(JobState::Compiling));
        QVERIFY(!fixture.window->close());
        auto *question = fixture.find<QMessageBox>("window.quitQuestion");
        QVERIFY(question);
        QTest::mouseClick(question->defaultButton(), Qt::LeftButton);
        QTRY_VERIFY(!fixture.find<QMessageBox>("window.quitQuestion"));
        QVERIFY(fixture.window->isVisible());
        QCOMPARE(fixture.job()->state(), JobState::Compiling);

        QVERIFY(!fixture.window->close());
        question = fixture.find<QMessageBox>("window.quitQuestion");
        for (QAbstractButton *button : question->buttons()) {
            if (question->buttonRole(button) == QMessageBox::DestructiveRole)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_VERIFY(!fixture.window->isVisible());
        QVERIFY(fixture.waitFor(JobState::Cancelled));
    }

    void unusableDropIsRefused()
    {
        WindowFixture fixture;
        fixture.window->show();
        const QString song = builder::writeFile(fixture.folder.filePath(u"song.mp3"_s), "no source");
        QVERIFY(!fixture.drop({song}));
        QCOMPARE(fixture.session->sourceState(), BuildSession::SourceState::None);
        QVERIFY(!fixture.find<DropOverlay>("window.dropOverlay")->isVisible());
    }

    void badSourcesAreExplained_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("title");
        const QByteArray good = builder::zipOf({{"go.mod", "module a\n"}, {"main.go", QByteArray(5000, '/')}});
        QTest::newRow("truncated") << good.first(good.size() / 2) << u"damaged"_s;
        QTest::newRow("foreign") << QByteArray("%PDF-1.4 nothing") << u"archive"_s;
        QTest::newRow("empty") << QByteArray() << u"not an archive"_s;
        QTest::newRow("leads out") << builder::zipOf({{"../../evil.go", "package main\n"}}) << u"outside its folder"_s;
    }
    void badSourcesAreExplained()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, title);
        WindowFixture fixture;
        fixture.window->show();
        fixture.session->open({builder::writeFile(fixture.folder.filePath(u"bad.zip"_s), bytes)});
        QTRY_COMPARE_WITH_TIMEOUT(fixture.session->sourceState(), BuildSession::SourceState::Problem, Patience);
        const QString words = textOf(fixture.window.get());
        QVERIFY2(words.contains(title), qPrintable(words));
        QVERIFY(words.contains(u"bad.zip"));
        // Another source is welcome.
        QVERIFY(fixture.openAndWait(fixture.source(Greeter)));
    }

    void choicesStayWithTheModule()
    {
        WindowFixture fixture;
        QVERIFY(fixture.start());
        const QString path = fixture.source(Greeter);
        QVERIFY(fixture.openAndWait(path));
        auto *name = fixture.find<QLineEdit>("build.options.name");
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, u"welcome"_s);
        auto *tags = fixture.find<QLineEdit>("build.options.tags");
        QTest::keyClicks(tags, u"fast,small"_s);
        QTest::keyClick(tags, Qt::Key_Return);
        QTRY_COMPARE(fixture.session->options().tags, QStringList({u"fast"_s, u"small"_s}));
        QCOMPARE(fixture.session->name(), u"welcome"_s);
        fixture.session->close();
        QVERIFY(fixture.openAndWait(path));
        QCOMPARE(fixture.session->options().tags, QStringList({u"fast"_s, u"small"_s}));
    }

    void advancedOptionsAreSaid()
    {
        BuildOptions options;
        options.environment = {{u"GOPROXY"_s, u"off"_s}, {u"A"_s, u"1"_s}};
        options.linker = u"gold"_s;
        options.levels = {{u"GOARM"_s, u"6"_s}};
        AdvancedDialog dialog(options);
        QCOMPARE(dialog.options(), BuildOptions([&options] {
                     BuildOptions sorted = options; // fields of their own come last
                     sorted.environment.move(0, 1);
                     return sorted;
                 }()));
        QApplication::clipboard()->setText(u"-p=2 '-asmflags=a b'"_s);
        QTest::mouseClick(dialog.findChild<QWidget *>(u"build.advanced.arguments.paste"_s), Qt::LeftButton);
        QCOMPARE(dialog.options().arguments, QStringList({u"-p=2"_s, u"-asmflags=a b"_s}));
        QCOMPARE(AdvancedDialog::summaryOf({}), QStringList());
        QCOMPARE(AdvancedDialog::summaryOf(dialog.options()).size(), 5);
        auto *level = dialog.findChild<QComboBox *>(u"build.advanced.level.GOAMD64"_s);
        level->setCurrentIndex(level->findData(u"v3"_s));
        QCOMPARE(dialog.options().levels, (QMap<QString, QString>{{u"GOAMD64"_s, u"v3"_s}, {u"GOARM"_s, u"6"_s}}));
        QVERIFY(AdvancedDialog::summaryOf(dialog.options()).contains(u"GOAMD64=v3"_s));
    }

    void levelsAreChosenFromThePlatform()
    {
        const auto level = cpuLevelOf(Platform::thisMachine());
        if (!level)
            QSKIP("processors of this machine have no levels");
        WindowFixture fixture;
        QVERIFY(fixture.start());
        QVERIFY(fixture.openAndWait(fixture.source(Greeter)));
        auto *matrix = fixture.find<TargetMatrixView>("build.matrix");
        const auto trigger = [&](const QString &text) {
            emit matrix->platformMenuRequested(Platform::thisMachine(), QPoint(50, 50));
            auto *menu = fixture.find<QMenu>("build.matrix.platformMenu");
            const QList<QAction *> actions = menu->findChildren<QAction *>();
            const auto found = std::ranges::find(actions, text, &QAction::text);
            if (found != actions.end())
                (*found)->trigger();
            delete menu;
            return found != actions.end();
        };
        QVERIFY(trigger(level->values.last()));
        QCOMPARE(fixture.session->options().levels.value(level->variable), level->values.last());
        auto *advanced = fixture.find<QLabel>("build.options.advanced");
        QCOMPARE(advanced->text(), level->variable + u'=' + level->values.last());
        QVERIFY(trigger(u"Clear All of "_s + Platform::thisMachine().toString()));
        QCOMPARE(fixture.session->matrix().selected().size(), 0);
        QVERIFY(trigger(u"Select All of "_s + Platform::thisMachine().toString()));
        QVERIFY(!fixture.session->matrix().selected().isEmpty());
        QVERIFY(trigger(u"Default, "_s + level->byDefault));
        QVERIFY(fixture.session->options().levels.isEmpty());
    }

    void narrowWindowFoldsTheSetup()
    {
        WindowFixture fixture;
        QVERIFY(fixture.start());
        QVERIFY(fixture.openAndWait(fixture.source(Greeter)));
        auto *setup = fixture.find<QWidget>("build.setup");
        QVERIFY(setup->isVisible());
        fixture.window->resize(1024, 640);
        QTRY_VERIFY(!setup->isVisible());
        QTRY_VERIFY(fixture.find<QWidget>("build.setup")->parentWidget()->width() < 40); // its room is given up
        auto *folded = fixture.find<QLabel>("build.matrix.folded");
        QTRY_VERIFY(folded->isVisible()); // there is little height, too
        fixture.click("build.setup.unfold");
        QTRY_VERIFY(setup->isVisible());
        fixture.window->resize(1280, 820);
        QTRY_VERIFY(!folded->isVisible());
        QVERIFY(setup->isVisible());
    }

    void diagnosticReportIsShownAndSaved()
    {
        WindowFixture fixture(Failing);
        QVERIFY(fixture.start());
        QVERIFY(fixture.openAndWait(fixture.source(Greeter)));
        fixture.session->setDestination(fixture.folder.filePath(u"out"_s));
        BuildOptions options;
        options.environment = {{u"GOPROXY"_s, u"https://me:secret@proxy.example.com"_s}};
        fixture.session->setOptions(options);
        fixture.selectOnly(FakeVersion);
        fixture.session->build();
        QVERIFY(fixture.waitFor(JobState::Failed));
        fixture.find<QAction>("help.diagnostics")->trigger();
        auto *dialog = fixture.find<DiagnosticDialog>("diagnostics");
        QVERIFY(dialog && dialog->isVisible());
        const QString shown = fixture.find<QPlainTextEdit>("diagnostics.text")->toPlainText();
        for (const QString &part : {QString(u"Qt "_s + QString::fromLatin1(qVersion())), u"go1.25.3 in "_s,
                                    u"module plugsmith.example/greeter"_s, u"undefined: nothing"_s, u"GOPROXY"_s})
            QVERIFY2(shown.contains(part), qPrintable(QString(part + u" is not in\n" + shown)));
        QVERIFY2(!shown.contains(u"secret"_s), qPrintable(shown));
        const QString path = fixture.folder.filePath(u"report.txt"_s);
        dialog->saveTo(path);
        QTRY_VERIFY(fixture.window->statusBar()->currentMessage().contains(u"report.txt"_s));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), shown);
        QProcessEnvironment environment;
        environment.insert(u"GOPRIVATE"_s, u"example.com"_s);
        environment.insert(u"HTTPS_PROXY"_s, u"http://me:secret@proxy"_s);
        environment.insert(u"AWS_KEY"_s, u"secret"_s);
        QCOMPARE(maskedVariables(environment),
                 QStringList({u"GOPRIVATE is set, 11 characters"_s, u"HTTPS_PROXY is set, 22 characters"_s}));
    }

    void narrowWindowShowsWhatIsWrong()
    {
        WindowFixture fixture;
        fixture.window->resize(1024, 640);
        QVERIFY(fixture.start());
        fixture.session->open({builder::writeFile(fixture.folder.filePath(u"notes.zip"_s), "no archive")});
        QTRY_COMPARE_WITH_TIMEOUT(fixture.session->sourceState(), BuildSession::SourceState::Problem, Patience);
        QTRY_VERIFY(fixture.find<QWidget>("build.source.message")->isVisible());
        QVERIFY(fixture.openAndWait(fixture.source(Greeter)));
        QTRY_VERIFY(!fixture.find<QWidget>("build.setup")->isVisible()); // all is well: it makes room again
    }

    void foldingIsKept()
    {
        WindowFixture fixture(Failing);
        QVERIFY(fixture.start());
        QVERIFY(fixture.openAndWait(fixture.source(Greeter)));
        fixture.window->resize(1024, 640);
        QTRY_VERIFY(fixture.find<QLabel>("build.matrix.folded")->isVisible());
        const int folded = fixture.find<TargetMatrixView>("build.matrix")->hiddenCount();
        QVERIFY(folded > 0);
        QVERIFY(fixture.find<QWidget>("build.details")->isVisible());
        fixture.click("build.setup.unfold");
        QVERIFY(!fixture.find<QWidget>("build.details")->isVisible()); // there is no room for both
        emit fixture.find<QLabel>("build.matrix.folded")->linkActivated({});
        QTRY_COMPARE(fixture.find<TargetMatrixView>("build.matrix")->hiddenCount(), 0);
        fixture.session->matrix().setVersionShown(FakeVersion, false);
        fixture.window->saveState();

        BuildEngine::Setup setup;
        setup.stateFolder = fixture.folder.filePath(u"state"_s);
        setup.goFolders = QStringList{fakeRoot(fixture.folder)};
        fixture.replaceEngine(setup);
        fixture.window->resize(1024, 640);
        QVERIFY(fixture.start());
        QVERIFY(fixture.openAndWait(fixture.source(Greeter, u"other.zip"_s)));
        QTRY_COMPARE(fixture.find<TargetMatrixView>("build.matrix")->hiddenCount(), 0);
        QTRY_VERIFY(fixture.find<QWidget>("build.setup")->isVisible());
        QVERIFY(!fixture.session->matrix().versions().contains(FakeVersion)); // nor by being the usual choice
    }

    void historyShowsEarlierBuilds()
    {
        WindowFixture fixture(Failing);
        QVERIFY(fixture.start());
        QVERIFY(fixture.openAndWait(fixture.source(Greeter)));
        fixture.session->setDestination(fixture.folder.filePath(u"out"_s));
        fixture.selectOnly(FakeVersion);
        fixture.session->build();
        QVERIFY(fixture.waitFor(JobState::Failed));
        fixture.session->setName(u"other"_s); // the plan again
        auto *tabs = fixture.find<QTabWidget>("build.details");
        QTRY_VERIFY(!tabs->isTabVisible(0));
        fixture.click("build.jobs.history");
        QTRY_VERIFY(fixture.find<QTreeView>("build.history.list"));
        auto *list = fixture.find<QTreeView>("build.history.list");
        QTRY_COMPARE(list->model()->rowCount(), 1);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 1)).center());
        QTRY_VERIFY(tabs->isTabVisible(0));
        QVERIFY(fixture.find<QPlainTextEdit>("build.command")->toPlainText().contains(u"plugsmith-cli build"));
    }

    void shortcutsAreUnique()
    {
        WindowFixture fixture;
        QHash<QKeySequence, QString> owners;
        for (const QAction *action : fixture.window->findChildren<QAction *>()) {
            for (const QKeySequence &keys : action->shortcuts()) {
                QVERIFY2(!owners.contains(keys),
                         qPrintable(keys.toString() + u": "_s + owners[keys] + u", "_s + action->objectName()));
                owners.insert(keys, action->objectName());
            }
        }
        QVERIFY(owners.size() >= 8);
        for (const QMenu *menu : fixture.window->menuBar()->findChildren<QMenu *>(Qt::FindDirectChildrenOnly)) {
            QSet<QChar> letters;
            for (const QAction *action : menu->actions()) {
                if (action->isSeparator() || !action->isVisible())
                    continue;
                QVERIFY2(!action->objectName().isEmpty(), qPrintable(action->text()));
                const qsizetype mark = action->text().indexOf(u'&');
                QVERIFY2(mark >= 0, qPrintable(action->text()));
                const QChar letter = action->text()[mark + 1].toLower();
                QVERIFY2(!letters.contains(letter), qPrintable(action->text()));
                letters += letter;
            }
        }
    }

    void controlsHaveNames()
    {
        WindowFixture fixture;
        QVERIFY(fixture.start());
        QVERIFY(fixture.openAndWait(fixture.source(Greeter)));
        int seen = 0;
        for (QWidget *widget : fixture.window->findChildren<QWidget *>()) {
            const bool isControl = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget) ||
                                   qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractItemView *>(widget) ||
                                   qobject_cast<QPlainTextEdit *>(widget);
            if (!isControl || qobject_cast<QHeaderView *>(widget) || widget->inherits("QTableCornerButton") ||
                widget->inherits("QLineEditIconButton") || !widget->isVisible() ||
                widget->objectName().startsWith(u"qt_"))
                continue;
            ++seen;
            const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
            QVERIFY2(interface && !interface->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
        }
        QVERIFY(seen > 15);
    }
};

QTEST_MAIN(tst_MainWindow)
#include "tst_mainwindow.moc"
