// SPDX-License-Identifier: Apache-2.0
// Every message about sources and failed builds, provoked in the real window: real archives through the real worker,
// and a stand-in for go that says what a real one said when it failed that way (tests/build/failures).
//
// With PLUGSMITH_SHEET=FOLDER each card is saved there as a picture.
#include "base/settingkeys.h"
#include "gui/failurecard.h"
#include "gui/sourcemessage.h"
#include "windowfixture.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QLayout>
#include <QPushButton>

using namespace plugsmith;
using namespace plugsmith::test;
using plugsmith::builder::zipOf;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Mod = "module example.com/shop/pricing\n\ngo 1.18\n";
const QByteArray Plugin = "package main\n\nfunc Price() int { return 1 }\n";

/// The script of a go that fails as the log says.
QByteArray failingLike(const QString &name)
{
    QFile file(QFINDTESTDATA("../build/failures/") + name + u".log");
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", qPrintable(file.fileName()));
    QByteArray script = "[list]\nexit 0\n[build]\n";
    for (const QString &line : goLinesOf(QString::fromUtf8(file.readAll())))
        script += "err " + line.toUtf8() + '\n';
    return script + "exit 1\n";
}

void saveForSheet(QWidget *card, const QString &name)
{
    const QString folder = qEnvironmentVariable("PLUGSMITH_SHEET");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    QTest::qWait(50); // for layouts to settle
    QVERIFY(card->grab().save(folder + u'/' + name + u".png"));
}

QStringList buttonsOf(const QWidget *card)
{
    QStringList names;
    for (const QPushButton *button : card->findChildren<QPushButton *>()) {
        if (button->isVisibleTo(card))
            names += button->objectName().section(u'.', -1);
    }
    return names;
}

} // namespace

class tst_Messages : public QObject
{
    Q_OBJECT

private slots:
    void sources_data();
    void sources();
    void failures_data();
    void failures();
    void buttonsChangeTheBuild_data();
    void buttonsChangeTheBuild();
    void sumsAreShown();
    void privateModulesAreAsked();
    void reportIsCopied();
    void goModOfAnArchiveIsOpened();
    void limitsAreRaised();
    void filesOfAFailureAreShown();
    void otherPathIsAccepted();
    void editorsAreToldThePlace_data();
    void editorsAreToldThePlace();
    void placesAreFound_data();
    void placesAreFound();
};

void tst_Messages::sources_data()
{
    QTest::addColumn<QString>("fileName");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QStringList>("buttons");
    const auto row = [](const char *name, const QString &file, const QByteArray &bytes, const QString &title,
                        const QStringList &buttons) { QTest::newRow(name) << file << bytes << title << buttons; };
    const QString choose = u"chooseAnother"_s;
    const QByteArray whole = zipOf({{"go.mod", Mod}, {"main.go", Plugin}});
    row("not an archive", u"notes.zip"_s, "These are my notes.\n", u"notes.zip is not an archive Plugsmith can read"_s,
        {choose});
    row("damaged", u"cut.zip"_s, whole.first(whole.size() - 40), u"cut.zip is damaged"_s, {choose, u"showInFolder"_s});
    row("outside", u"evil.zip"_s, zipOf({{"go.mod", Mod}, {"../../evil.go", Plugin}}),
        u"evil.zip would write outside its folder"_s, {choose, u"copyReport"_s});
    row("password", u"sealed.7z"_s, builder::encryptedSevenZip(), u"sealed.7z is protected by a password"_s, {choose});
    row("too large", u"bomb.zip"_s, zipOf({{"go.mod", Mod}, {"zeros.bin", QByteArray(80'000'000, '\0')}}),
        u"bomb.zip is too large when unpacked"_s, {choose, u"raiseLimit"_s});
    row("no Go files", u"pictures.zip"_s, zipOf({{"a.png", "x"}}), u"No Go files were found"_s, {choose});
    row("bad go.mod", u"bad.zip"_s,
        zipOf({{"go.mod", "module example.com/x\n\nrequires x v1.0.0\n"}, {"main.go", Plugin}}),
        u"go.mod cannot be read"_s, {u"openGoMod"_s, choose});
    row("no main", u"library.zip"_s,
        zipOf({{"go.mod", Mod}, {"rules/rules.go", "package rules\n"}, {"prices/prices.go", "package prices\n"}}),
        u"No “package main” was found"_s, {u"showPackages"_s, choose});
    row("no go.mod", u"single.zip"_s, zipOf({{"main.go", Plugin}}), u"No go.mod was found"_s,
        {u"acceptGoMod"_s, choose});
    row("no go.mod and imports", u"imports.zip"_s,
        zipOf({{"main.go", "package main\n\nimport _ \"example.com/shop/rules\"\n"}}), u"No go.mod was found"_s,
        {u"resolve"_s, choose});
    row("local module", u"replaced.zip"_s,
        zipOf({{"go.mod", Mod + "\nreplace example.com/shop/sharedtypes => ../sharedtypes\n"}, {"main.go", Plugin}}),
        u"A local module is missing"_s, {u"addModule"_s});
}

void tst_Messages::sources()
{
    QFETCH(QString, fileName);
    QFETCH(QByteArray, bytes);
    WindowFixture fixture;
    QVERIFY(fixture.start());
    fixture.session->open({builder::writeFile(fixture.folder.filePath(fileName), bytes)});
    auto *card = fixture.find<SourceMessage>("build.source.message");
    QTRY_VERIFY_WITH_TIMEOUT(fixture.session->sourceState() == BuildSession::SourceState::Problem ||
                                 fixture.session->sourceState() == BuildSession::SourceState::Ready,
                             Patience);
    QTRY_VERIFY(card->isVisible());
    QTEST(card->title(), "title");
    QFETCH(QStringList, buttons);
    QTRY_COMPARE(buttonsOf(card), buttons); // shown when the layout has placed them
    QVERIFY(!card->text().isEmpty());
    if (auto *show = fixture.find<QPushButton>("build.source.showPackages"); show && show->isVisible())
        show->click();
    saveForSheet(card, u"source-"_s + QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-'));
    if (auto *accept = fixture.find<QPushButton>("build.source.acceptGoMod"); accept && accept->isVisible()) {
        accept->click();
        QVERIFY(!card->isVisible());
    }
}

void tst_Messages::failures_data()
{
    QTest::addColumn<QString>("title");
    const bool isSheet = qEnvironmentVariableIsSet("PLUGSMITH_SHEET");
    const QStringList exemplary{u"overflow.log"_s, u"language.log"_s, u"nospace.log"_s, u"unknown.log"_s};
    const QDir logs(QFINDTESTDATA("../build/failures/"));
    for (const QString &name : isSheet ? logs.entryList({u"*.log"_s}, QDir::Files) : exemplary) {
        if (!name.startsWith("replaced."_L1)) // no log of go: the plan says it
            QTest::newRow(qPrintable(name.section(u'.', 0, 0))) << QString();
    }
}

/// That the right thing is recognised is tested with the rules; here each must reach the window, with its buttons.
void tst_Messages::failures()
{
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    WindowFixture fixture(failingLike(name));
    QVERIFY(fixture.start());
    QVERIFY(fixture.openAndWait(fixture.source(Plugin.mid(14))));
    fixture.session->setDestination(fixture.folder.filePath(u"out"_s));
    if (name == "overflow"_L1) {
        BuildOptions options;
        options.environment = {{u"GOARCH"_s, u"386"_s}};
        fixture.session->setOptions(options);
    }
    fixture.selectOnly(FakeVersion);
    fixture.session->build();
    QVERIFY(fixture.waitFor(JobState::Failed));
    auto *card = fixture.find<FailureCard>("build.failure");
    QTRY_VERIFY(card->isVisible());
    QVERIFY(!card->title().isEmpty());
    QVERIFY(card->title() != fixture.job()->error().message || card->advice().kind == FailureKind::CompileErrors ||
            card->advice().kind == FailureKind::Unknown);
    QTRY_COMPARE(buttonsOf(card).size(), card->advice().actions.size()); // shown when the layout has placed them
    QCOMPARE(buttonsOf(card).last(), u"copy"_s);
    QTRY_VERIFY(card->rect().contains(card->childrenRect()));
    QVERIFY(card->height() >= card->layout()->heightForWidth(card->width()));
    saveForSheet(card, u"failure-"_s + name);
}

void tst_Messages::buttonsChangeTheBuild_data()
{
    QTest::addColumn<QString>("log");
    QTest::addColumn<QString>("variable"); // before
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("facts"); // after
    QTest::newRow("cgo") << u"cgo"_s << u"CGO_ENABLED=0"_s << u"cgoOn"_s << u"environment= resolve=0"_s;
    QTest::newRow("offline") << u"refused"_s << QString() << u"offline"_s << u"environment=GOPROXY=off resolve=0"_s;
    QTest::newRow("network") << u"offline"_s << u"GOPROXY=off"_s << u"useNetwork"_s << u"environment= resolve=0"_s;
    QTest::newRow("sums") << u"sum"_s << QString() << u"addSums"_s << u"environment= resolve=1"_s;
    QTest::newRow("vendor") << u"vendor"_s << QString() << u"ignoreVendor"_s << u"environment= resolve=0 vendor=0"_s;
    QTest::newRow("look up") << u"norequirement"_s << QString() << u"lookUp"_s << u"environment= resolve=1"_s;
    QTest::newRow("retry") << u"compile"_s << QString() << u"retry"_s << u"environment= resolve=0"_s;
    QTest::newRow("alone") << u"killed"_s << QString() << u"retryAlone"_s << u"environment= resolve=0"_s;
}

/// A button that retries puts another job in the place of the one that failed, and the choices of the source follow.
void tst_Messages::buttonsChangeTheBuild()
{
    QFETCH(QString, log);
    QFETCH(QString, variable);
    QFETCH(QString, button);
    WindowFixture fixture(failingLike(log));
    QVERIFY(fixture.start());
    QVERIFY(fixture.openAndWait(fixture.source(Plugin.mid(14))));
    fixture.session->setDestination(fixture.folder.filePath(u"out"_s));
    if (!variable.isEmpty()) {
        BuildOptions options;
        options.environment = {{variable.section(u'=', 0, 0), variable.section(u'=', 1)}};
        fixture.session->setOptions(options);
    }
    fixture.selectOnly(FakeVersion);
    fixture.session->build();
    QVERIFY(fixture.waitFor(JobState::Failed));
    const QString before = fixture.job()->id();
    QTRY_VERIFY(fixture.find<QWidget>(qPrintable(u"build.failure."_s + button)));
    QTRY_VERIFY(fixture.find<QWidget>(qPrintable(u"build.failure."_s + button))->isVisible());
    fixture.click(qPrintable(u"build.failure."_s + button));
    QTRY_VERIFY(fixture.job() && fixture.job()->id() != before);
    QCOMPARE(fixture.engine->queue().count(), 1);
    const auto factsOf = [](const BuildOptions &options) {
        QStringList entries;
        for (const EnvironmentEntry &entry : options.environment)
            entries += entry.name + u'=' + entry.value;
        return QString(u"environment="_s + entries.join(u' ') + u" resolve="_s +
                       QString::number(options.resolveImports) + (options.useVendor ? u""_s : u" vendor=0"_s));
    };
    QTEST(factsOf(fixture.job()->plan().options), "facts");
    QTEST(factsOf(fixture.session->options()), "facts");
    QVERIFY(fixture.waitFor(JobState::Failed)); // the stand-in has learned nothing
    QTRY_VERIFY(fixture.find<FailureCard>("build.failure")->isVisible());
}

void tst_Messages::sumsAreShown()
{
    WindowFixture fixture(failingLike(u"checksum"_s));
    QVERIFY(fixture.start());
    QVERIFY(fixture.openAndWait(fixture.source(Plugin.mid(14))));
    fixture.selectOnly(FakeVersion);
    fixture.session->setDestination(fixture.folder.filePath(u"out"_s));
    fixture.session->build();
    QVERIFY(fixture.waitFor(JobState::Failed));
    auto *card = fixture.find<FailureCard>("build.failure");
    const int before = card->height();
    QTRY_VERIFY(fixture.find<QWidget>("build.failure.showSums") && fixture.find("build.failure.showSums")->isVisible());
    fixture.click("build.failure.showSums");
    QTRY_VERIFY(card->height() > before);
    saveForSheet(card, u"failure-checksum-sums"_s);
}

void tst_Messages::privateModulesAreAsked()
{
    WindowFixture fixture(failingLike(u"credentials"_s));
    QVERIFY(fixture.start());
    QVERIFY(fixture.openAndWait(fixture.source(Plugin.mid(14))));
    fixture.selectOnly(FakeVersion);
    fixture.session->setDestination(fixture.folder.filePath(u"out"_s));
    fixture.session->build();
    QVERIFY(fixture.waitFor(JobState::Failed));
    const QString before = fixture.job()->id();
    QTRY_VERIFY(fixture.find<QWidget>("build.failure.setPrivate") &&
                fixture.find("build.failure.setPrivate")->isVisible());
    fixture.click("build.failure.setPrivate");
    auto *dialog = fixture.find<QWidget>("build.privateModules");
    QVERIFY(dialog && dialog->isVisible() && !dialog->isModal());
    saveForSheet(dialog, u"dialog-private"_s);
    fixture.click("build.privateModules.set");
    QTRY_VERIFY(fixture.job()->id() != before);
    const EnvironmentEntry expected{u"GOPRIVATE"_s, u"github.com/plugsmith-example"_s};
    QVERIFY(fixture.job()->plan().options.environment.contains(expected));
    QVERIFY(fixture.session->options().environment.contains(expected));
    QVERIFY(fixture.waitFor(JobState::Failed));
}

void tst_Messages::reportIsCopied()
{
    WindowFixture fixture(failingLike(u"compile"_s));
    QVERIFY(fixture.start());
    QVERIFY(fixture.openAndWait(fixture.source(Plugin.mid(14))));
    fixture.selectOnly(FakeVersion);
    fixture.session->setDestination(fixture.folder.filePath(u"out"_s));
    fixture.session->build();
    QVERIFY(fixture.waitFor(JobState::Failed));
    QTRY_VERIFY(fixture.find<QWidget>("build.failure.copy") && fixture.find("build.failure.copy")->isVisible());
    fixture.click("build.failure.copy");
    const QString report = QApplication::clipboard()->text();
    for (const QString &part : {u"rules/discount.go:7:9: undefined: discount"_s, u"1.25.3"_s, u"go build"_s})
        QVERIFY2(report.contains(part), qPrintable(report));
}

/// The archive is unpacked for the editor, once, and its files cannot be written.
void tst_Messages::goModOfAnArchiveIsOpened()
{
    WindowFixture fixture;
    const QString told = fixture.folder.filePath(u"told"_s);
    const QString editor = fixture.folder.filePath(u"editor"_s);
    QVERIFY(makeTool(editor, "record " + told.toLocal8Bit() + '\n'));
    fixture.settings->set(keys::EditorCommand, QString(editor + u" --line LINE FILE"));
    QVERIFY(fixture.start());
    const QString bad = builder::writeFile(
        fixture.folder.filePath(u"bad.zip"_s),
        zipOf({{"pricing/go.mod", "module example.com/x\n\nrequires x v1.0.0\n"}, {"pricing/main.go", Plugin}}));
    fixture.session->open({bad});
    QTRY_COMPARE_WITH_TIMEOUT(fixture.session->sourceState(), BuildSession::SourceState::Problem, Patience);
    QTRY_VERIFY(fixture.find<QPushButton>("build.source.openGoMod"));
    QTRY_VERIFY(fixture.find("build.source.openGoMod")->isVisible());
    fixture.click("build.source.openGoMod");
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(told).size() > 0, Patience);
    QFile file(told);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    QCOMPARE(lines.value(0), u"arg: --line"_s);
    QCOMPARE(lines.value(1), u"arg: 3"_s);
    const QString copy = lines.value(2).sliced(5);
    QVERIFY2(copy.endsWith(u"/pricing/go.mod"), qPrintable(copy));
    QVERIFY(!(QFile::permissions(copy) & QFile::WriteOwner));
    QFile content(copy);
    QVERIFY(content.open(QIODevice::ReadOnly));
    QVERIFY(content.readAll().contains("requires"));
}

/// The dialog proposes what is needed, and what was refused is read then.
void tst_Messages::limitsAreRaised()
{
    WindowFixture fixture;
    QVERIFY(fixture.start());
    const QString large =
        builder::writeFile(fixture.folder.filePath(u"large.zip"_s),
                           zipOf({{"go.mod", Mod}, {"main.go", Plugin}, {"zeros.bin", QByteArray(80'000'000, '\0')}}));
    fixture.session->open({large});
    QTRY_COMPARE_WITH_TIMEOUT(fixture.session->sourceState(), BuildSession::SourceState::Problem, Patience);
    QTRY_VERIFY(fixture.find("build.source.raiseLimit") && fixture.find("build.source.raiseLimit")->isVisible());
    fixture.click("build.source.raiseLimit");
    auto *dialog = fixture.find<QWidget>("limits");
    QVERIFY(dialog && dialog->isVisible() && !dialog->isModal());
    saveForSheet(dialog, u"dialog-limits"_s);
    fixture.click("limits.use");
    QTRY_COMPARE_WITH_TIMEOUT(fixture.session->sourceState(), BuildSession::SourceState::Ready, Patience);
    QVERIFY(ArchiveLimits::of(*fixture.settings).maxRatio > ArchiveLimits().maxRatio);
    QCOMPARE(fixture.engine->queue().archiveLimits(), ArchiveLimits::of(*fixture.settings));
}

void tst_Messages::filesOfAFailureAreShown()
{
    WindowFixture fixture(failingLike(u"compile"_s));
    fixture.engine->queue().setKeepsFailed(true);
    QVERIFY(fixture.start());
    QVERIFY(fixture.openAndWait(fixture.source(Plugin.mid(14))));
    fixture.selectOnly(FakeVersion);
    fixture.session->setDestination(fixture.folder.filePath(u"out"_s));
    fixture.session->build();
    QVERIFY(fixture.waitFor(JobState::Failed));
    QTRY_VERIFY(fixture.find("build.failure.showFiles") && fixture.find("build.failure.showFiles")->isVisible());
    const QString folder = fixture.job()->keptFolder();
    QVERIFY2(QFileInfo(folder + u"/src0/main.go"_s).isFile(), qPrintable(folder));
    QVERIFY(fixture.find("build.failure.showFiles")->toolTip().contains(folder));
}

void tst_Messages::otherPathIsAccepted()
{
    WindowFixture fixture;
    QVERIFY(fixture.start());
    const QString plugin = builder::writeFile(
        fixture.folder.filePath(u"pricing.zip"_s),
        zipOf({{"go.mod", Mod + "\nreplace example.com/shop/types => ../types\n"}, {"main.go", Plugin}}));
    const QString other =
        builder::writeFile(fixture.folder.filePath(u"types.zip"_s),
                           zipOf({{"go.mod", "module example.com/types\n"}, {"types.go", "package types\n"}}));
    fixture.session->open({plugin, other});
    QTRY_COMPARE_WITH_TIMEOUT(fixture.session->sourceState(), BuildSession::SourceState::Ready, Patience);
    auto *card = fixture.find<SourceMessage>("build.source.message");
    QTRY_COMPARE(card->title(), u"The supplied module has another path"_s);
    saveForSheet(card, u"source-other-path"_s);
    QTRY_VERIFY(fixture.find("build.source.useAnyway")->isVisible());
    fixture.click("build.source.useAnyway");
    QTRY_VERIFY(!card->isVisible());
    for (const PlannedJob &job : fixture.session->plan()->jobs) {
        QCOMPARE(job.replaces.size(), 1);
        QCOMPARE(job.replaces[0].modulePath, u"example.com/shop/types"_s);
        QCOMPARE(job.modules[job.replaces[0].module].source, 1);
    }
}

void tst_Messages::editorsAreToldThePlace_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("one word") << u"code -g FILE:LINE:COL"_s << QStringList{u"code"_s, u"-g"_s, u"/a b/LINE.go:4:18"_s};
    QTest::newRow("words") << u"kate -l LINE -c COL FILE"_s
                           << QStringList{u"kate"_s, u"-l"_s, u"4"_s, u"-c"_s, u"18"_s, u"/a b/LINE.go"_s};
    QTest::newRow("no file") << u"'my editor'"_s << QStringList{u"my editor"_s, u"/a b/LINE.go"_s};
    QTest::newRow("open quote") << u"'my editor"_s << QStringList();
}

void tst_Messages::editorsAreToldThePlace()
{
    QFETCH(QString, command);
    QTEST(editorWords(command, u"/a b/LINE.go"_s, 4, 18).value_or(QStringList()), "words");
}

void tst_Messages::placesAreFound_data()
{
    QTest::addColumn<QString>("named");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("file");
    const QString zip = u"/x/pricing.zip"_s;
    QTest::newRow("of the module") << u"rules/hash.go"_s << zip << u"pricing-1.8/rules/hash.go"_s;
    QTest::newRow("above it") << u"../go.work"_s << zip << u"go.work"_s;
    QTest::newRow("of another source") << u"../src1/types.go"_s << u"/x/types"_s << u"types.go"_s;
    QTest::newRow("of another source, absolute")
        << u"/home/user/.cache/plugsmith/work/7b50/src1/a/types.go"_s << u"/x/types"_s << u"a/types.go"_s;
    QTest::newRow("elsewhere") << u"/usr/include/x.h"_s << QString() << u"/usr/include/x.h"_s;
}

void tst_Messages::placesAreFound()
{
    QFETCH(QString, named);
    PlannedJob job;
    job.sources = QStringList{u"/x/pricing.zip"_s, u"/x/types"_s};
    job.modules += PlannedModule{u"example.com/pricing"_s, 0, u"pricing-1.8"_s, {}};
    const SourcePlace place = sourcePlaceOf(job, named);
    QTEST(place.source, "source");
    QTEST(place.file, "file");
}

QTEST_MAIN(tst_Messages)
#include "tst_messages.moc"
