// SPDX-License-Identifier: Apache-2.0
#include "gui/navigator.h"
#include "models/compilermodel.h"
#include "models/toolchainmodel.h"
#include "toolchainrows.h"
#include "windowfixture.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTreeView>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

namespace {

/// The window on the Toolchains page, with a server of its own as the only source.
struct ToolchainsFixture : WindowFixture
{
    ToolchainsFixture()
        : WindowFixture(Failing)
    {
        useOnly(server, *settings);
        BuildEngine::Setup setup;
        setup.stateFolder = folder.filePath(u"state"_s);
        setup.goFolders = QStringList{fakeRoot(folder)};
        replaceEngine(setup);
    }
    bool open()
    {
        if (!start())
            return false;
        window->navigator().go({u"toolchains"_s, {}, {}});
        return true;
    }
    QTreeView *table(const char *name = "toolchains.versions") const { return find<QTreeView>(name); }
    QModelIndex row(const QString &key, const char *name = "toolchains.versions") const
    {
        return toolchainRow(*table(name), key);
    }
    QString state(const QString &key) const
    {
        return row(key).siblingAtColumn(ToolchainModel::StateColumn).data().toString();
    }
    void press(const QModelIndex &index, const char *name = "toolchains.versions") const
    {
        pressButtonOf(*table(name), index);
    }
    QString message() const
    {
        const auto *card = find<QWidget>("toolchains.message");
        return card->isVisible() ? textOf(card) : QString();
    }
    void ask() const { click("toolchains.message.ask"); }

    GoServer server;
};

} // namespace

class tst_ToolchainsPage : public QObject
{
    Q_OBJECT

private slots:
    void isAPageLikeTheOthers()
    {
        ToolchainsFixture fixture;
        QVERIFY(fixture.start());
        fixture.activate();
        fixture.window->navigator().go({u"build"_s, {}, {}});
        QTest::keyClick(fixture.window.get(), Qt::Key_4, Qt::ControlModifier);
        QCOMPARE(fixture.window->navigator().current().id, u"toolchains"_s);
        fixture.window->navigator().go({u"toolchains"_s, u"linux/arm64"_s, {}});
        QVERIFY(fixture.find<QWidget>("toolchains.compilers")->hasFocus());
        QCOMPARE(fixture.window->navigator().current().subject(), u"linux/arm64"_s);
        QTest::keyClick(fixture.window.get(), Qt::Key_F6);
        QTest::keyClick(fixture.window.get(), Qt::Key_F6);
        QVERIFY(fixture.find<QWidget>("toolchains.filter")->hasFocus());
        fixture.window->navigator().goBack();
        fixture.window->navigator().goBack();
        QCOMPARE(fixture.window->navigator().current().id, u"build"_s);
    }

    void takesACompiler()
    {
        ToolchainsFixture fixture;
        QVERIFY(fixture.open());
        QTRY_VERIFY(fixture.engine->isMachineKnown());
        const char *table = "toolchains.compilers";
        const QModelIndex apple = fixture.row(u"darwin/arm64"_s, table);
        QCOMPARE(apple.siblingAtColumn(CompilerModel::ActionColumn).data(ToolchainRow::ActionTextRole).toString(),
                 u"Choose SDK…"_s);
        fixture.table(table)->scrollTo(apple);
        fixture.press(apple, table);
        auto *dialog = fixture.find<QDialog>("toolchains.compiler");
        const auto fill = [dialog](const char *name, const QString &text) {
            dialog->findChild<QLineEdit *>(QLatin1StringView(name))->setText(text);
        };
        QVERIFY(!dialog->findChild<QLineEdit *>(u"toolchains.compiler.sysroot"_s)->isEnabled());
        fill("toolchains.compiler.program", u"no-such-clang"_s);
        fill("toolchains.compiler.target", u"arm64-apple-macos11"_s);
        fill("toolchains.compiler.sysroot", u"/srv/MacOSX.sdk"_s);
        const QString command = u"no-such-clang --target=arm64-apple-macos11 --sysroot=/srv/MacOSX.sdk"_s;
        QCOMPARE(dialog->findChild<QLabel *>(u"toolchains.compiler.preview"_s)->text(), command);
        dialog->accept();
        QTRY_VERIFY(apple.data(ToolchainRow::ReasonRole).toString().contains(u"no program no-such-clang"_s));
        QCOMPARE(fixture.settings->get(keys::UserCompilers), QStringList{u"darwin/arm64="_s + command});
    }

    void asksOnceAndFetches()
    {
        ToolchainsFixture fixture;
        fixture.server.add("go1.96.0");
        QVERIFY(fixture.open());
        QVERIFY2(fixture.message().contains(u"nothing is contacted"_s), qPrintable(fixture.message()));
        QTest::qWait(50);
        QCOMPARE(fixture.server.requests.size(), 0);
        fixture.ask();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.row(u"go1.96.0"_s).isValid(), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.message(), QString(), Patience);
        fixture.press(fixture.row(u"go1.96.0"_s));
        QTRY_COMPARE_WITH_TIMEOUT(fixture.state(u"go1.96.0"_s), u"Installed"_s, Patience);
        QVERIFY(fixture.find<QLabel>("toolchains.disk.versions")->text() != u"0 bytes"_s);
        // With the keyboard: Delete takes it away again.
        QTreeView *table = fixture.table();
        table->setCurrentIndex(fixture.row(u"go1.96.0"_s));
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Delete);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.state(u"go1.96.0"_s), u"Available"_s, Patience);
    }

    void cancelsWithTheSameButton()
    {
        ToolchainsFixture fixture;
        fixture.server.add("go1.96.0");
        fixture.server.answerOf("go1.96.0").dripBytes = 500;
        QVERIFY(fixture.open());
        fixture.ask();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.row(u"go1.96.0"_s).isValid(), Patience);
        QTreeView *table = fixture.table();
        table->setCurrentIndex(fixture.row(u"go1.96.0"_s));
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.state(u"go1.96.0"_s).startsWith(u"Downloading"_s), Patience);
        QVERIFY(table->currentIndex() == fixture.row(u"go1.96.0"_s));
        fixture.press(fixture.row(u"go1.96.0"_s));
        QTRY_COMPARE_WITH_TIMEOUT(fixture.state(u"go1.96.0"_s), u"Available"_s, Patience);
    }

    void saysWhyItWasRejected()
    {
        ToolchainsFixture fixture;
        fixture.server.add("go1.96.0", QByteArray(64, 'b'));
        QVERIFY(fixture.open());
        fixture.ask();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.row(u"go1.96.0"_s).isValid(), Patience);
        fixture.press(fixture.row(u"go1.96.0"_s));
        QTRY_COMPARE_WITH_TIMEOUT(fixture.state(u"go1.96.0"_s), u"Rejected"_s, Patience);
        const QModelIndex cell = fixture.row(u"go1.96.0"_s).siblingAtColumn(ToolchainModel::StateColumn);
        QTest::mouseClick(fixture.table()->viewport(), Qt::LeftButton, {}, fixture.table()->visualRect(cell).center());
        const auto *why = fixture.find<QWidget>("toolchains.reason");
        QVERIFY(why && why->isVisible());
        QVERIFY(textOf(why).contains(u"SHA-256"_s));
        fixture.click("toolchains.reason.copy");
        QVERIFY(QApplication::clipboard()->text().contains(QString(64, u'b')));
    }

    void saysOnceThatItIsOffline()
    {
        ToolchainsFixture fixture;
        fixture.server.add("go1.96.0");
        const quint16 port = fixture.server.serverPort();
        fixture.server.close();
        QVERIFY(fixture.open());
        fixture.ask();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.message().contains(u"Installed versions still work."_s), Patience);
        QCOMPARE(fixture.state(fixture.engine->machine().toolchains.first().root), u"Installed"_s);
        QVERIFY(fixture.server.listen(QHostAddress::LocalHost, port));
        fixture.ask();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.row(u"go1.96.0"_s).isValid(), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.message(), QString(), Patience);
    }

    void takesWhatIsDropped()
    {
        ToolchainsFixture fixture;
        QVERIFY(fixture.open());
        const QString archive = fixture.folder.filePath(archiveName("go1.94.2"));
        QVERIFY(writeFile(archive, archiveOf(toolchainTree("go1.94.2"))));
        auto *page = fixture.find<QWidget>("toolchains.page");
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(archive)});
        const QPoint at = page->rect().center();
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(page, &enter);
        QVERIFY(enter.isAccepted());
        QVERIFY(fixture.find<QWidget>("toolchains.dropOverlay")->isVisible());
        QDropEvent drop(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(page, &drop);
        QVERIFY(!fixture.find<QWidget>("toolchains.dropOverlay")->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(fixture.state(u"go1.94.2"_s), u"Installed"_s, Patience);
        // A source of a plugin is for the window.
        data.setUrls({QUrl::fromLocalFile(fixture.source(Greeter))});
        QDragEnterEvent other(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(page, &other);
        QVERIFY(!fixture.find<QWidget>("toolchains.dropOverlay")->isVisible());
        QVERIFY(fixture.find<QWidget>("window.dropOverlay")->isVisible());
    }

    void switchesSources()
    {
        ToolchainsFixture fixture;
        QVERIFY(fixture.open());
        auto *goDev = fixture.find<QCheckBox>("toolchains.sources.goDev");
        QVERIFY(!goDev->isChecked());
        goDev->click();
        QVERIFY(fixture.settings->get(keys::UseGoDev));
        QVERIFY(fixture.engine->store().sources().useIndex);
        fixture.click("toolchains.sources.change");
        auto *dialog = fixture.find<QDialog>("settings");
        QVERIFY(dialog && dialog->isVisible());
        dialog->findChild<QLineEdit *>(u"settings.toolchains.mirror"_s)->setText(u"https://mirror.example.com/go"_s);
        dialog->findChild<QCheckBox *>(u"settings.toolchains.goDev"_s)->setChecked(false);
        QTest::mouseClick(dialog->findChild<QWidget *>(u"settings.ok"_s), Qt::LeftButton);
        QCOMPARE(fixture.engine->store().sources().mirror, QUrl(u"https://mirror.example.com/go/"_s));
        QVERIFY(!goDev->isChecked());
    }

    void showsHowACompilerIsInstalled()
    {
        ToolchainsFixture fixture;
        QVERIFY(fixture.open());
        const char *table = "toolchains.compilers";
        QTRY_COMPARE_WITH_TIMEOUT(fixture.row(u"darwin/arm64"_s, table).siblingAtColumn(2).data().toString(),
                                  u"Apple SDK missing"_s, Patience);
        fixture.table(table)->scrollTo(fixture.row(u"darwin/arm64"_s, table));
        const QModelIndex check = fixture.row(u"darwin/arm64"_s, table).siblingAtColumn(CompilerModel::CheckColumn);
        QTest::mouseClick(fixture.table(table)->viewport(), Qt::LeftButton, {},
                          fixture.table(table)->visualRect(check).center());
        const auto *how = fixture.find<QWidget>("build.matrix.how");
        QVERIFY(how && how->isVisible());
        QVERIFY(textOf(how).contains(u"Apple"_s));
    }

    void fitsASmallWindow()
    {
        ToolchainsFixture fixture;
        QVERIFY(fixture.open());
        fixture.window->resize(1024, 640);
        QTRY_VERIFY(!fixture.find<QWidget>("toolchains.side")->isVisible());
        fixture.click("toolchains.toolbar.side");
        QVERIFY(fixture.find<QWidget>("toolchains.side")->isVisible());
        QCOMPARE(fixture.window->width(), 1024);
    }
};

QTEST_MAIN(tst_ToolchainsPage)
#include "tst_toolchainspage.moc"
