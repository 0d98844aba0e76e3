// SPDX-License-Identifier: Apache-2.0
// Every log in failures/ is one of a real build that really failed that way.
#include "build/failureadvice.h"

#include "build/gosince.h"
#include "support/buildfixture.h"

#include <QTest>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

using Action = FailureAction::Kind;
using Kinds = QVector<Action>;

namespace {

QString readLog(const QString &name)
{
    QFile file(QFINDTESTDATA("failures/") + name + u".log");
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", qPrintable(file.fileName()));
    return QString::fromUtf8(file.readAll());
}

/// The value of "target: linux/amd64 · 1.26.8" in a log.
QString headerOf(const QString &log, const QString &name)
{
    return log.section(u"\tprepare\t"_s + name + u": ", 1, 1).section(u'\n', 0, 0);
}

/// What the program knew when it wrote that log.
FailureFacts factsOf(const QString &name)
{
    const QString log = readLog(name);
    const QString target = headerOf(log, u"target"_s);
    PlannedJob job;
    job.target.version = GoVersion::parse(target.section(u' ', -1)).value_or(GoVersion());
    job.target.platform = Platform::parse(target.section(u' ', 0, 0)).value_or(Platform{u"linux"_s, u"amd64"_s});
    const QString command = log.section(u"\tprepare\t$ "_s, 1, 1).section(u'\n', 0, 0);
    for (const QString &word : command.section(u"/go build"_s, 0, 0).split(u' '))
        job.environment += {word.section(u'=', 0, 0), word.section(u'=', 1)};
    job.modules += {headerOf(log, u"module"_s), 0, {}, {}};
    const Error error{ErrorCode::ProcessFailed, u"go build ended with exit code 1"_s, {}, goLinesOf(log).join(u'\n')};
    return failureFacts(job, error, PackageManager::Apt);
}

Kinds kindsOf(const FailureAdvice &advice)
{
    Kinds kinds;
    for (const FailureAction &action : advice.actions)
        kinds += action.kind;
    return kinds;
}

QString dataOf(const FailureAdvice &advice, Action kind)
{
    for (const FailureAction &action : advice.actions) {
        if (action.kind == kind)
            return action.data;
    }
    return {};
}

} // namespace

class tst_FailureAdvice : public QObject
{
    Q_OBJECT

private slots:
    void recognises_data();
    void recognises();
    void knowsTheFile_data();
    void knowsTheFile();
    void givesWhatActionsNeed();
    void explainsBlockedTargets();
    void keepsWordsOfOurOwnErrors();
    void offersNoAdditionsToVendoredModules();
    void namesNoCommandWithoutPackageManager();
    void ignoresOverflowOn64Bit();
    void knowsWhatReleasesBrought();
};

void tst_FailureAdvice::recognises_data()
{
    QTest::addColumn<FailureKind>("kind");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("why");
    QTest::addColumn<Kinds>("actions");
    const auto row = [](const char *log, FailureKind kind, const QString &title, const QString &why, Kinds actions) {
        actions += Action::CopyReport;
        QTest::newRow(log) << kind << title << why << actions;
    };
    const QString library = u"The linker looked for libpricingmath.so or libpricingmath.a."_s;
    const QString noLibrary = u"A C library for linux/amd64 is missing"_s;
    const QString noProxy = u"The module proxy cannot be reached"_s;
    const QString privateTitle = u"github.com/plugsmith-example/no-such-module is private or gone"_s;
    row("undefined", FailureKind::NewerGo, u"The code needs a newer Go than 1.22.12"_s,
        u"slices.Sorted came with Go 1.23."_s, {Action::OpenFile, Action::BuildWith, Action::Retry});
    row("package", FailureKind::NewerGo, u"The code needs a newer Go than 1.22.12"_s, u"iter came with Go 1.23."_s,
        {Action::BuildWith, Action::Retry});
    row("language", FailureKind::OldDirective, u"The code needs a newer Go than go.mod says"_s,
        u"Line 4 of main.go uses what came with Go 1.22; go.mod says 1.20."_s,
        {Action::OpenFile, Action::OpenFile, Action::Retry});
    row("overflow", FailureKind::Overflow, u"A number in rules/hash.go is too large for linux/386"_s,
        u"The value 1099511628211 on line 4 is of type int. On 32-bit platforms int ends at 2147483647."_s,
        {Action::OpenFile, Action::Retry, Action::LeaveOut});
    row("newergo", FailureKind::RequiredGo, u"golang.org/x/text needs Go 1.24.0"_s, u"This build ran Go 1.22.12."_s,
        {Action::BuildWith, Action::Retry});
    row("sum", FailureKind::MissingSums, u"go.sum is incomplete"_s, u"It has no entry for golang.org/x/text/cases."_s,
        {Action::AddSums, Action::Retry});
    row("norequirement", FailureKind::MissingModule, u"go.mod names no module for golang.org/x/text/cases"_s,
        u"main.go imports it."_s, {Action::OpenFile, Action::LookUp, Action::Retry});
    row("notfound", FailureKind::PrivateModule, privateTitle, u"The module proxy answered “404 Not Found”."_s,
        {Action::SetPrivate, Action::Retry});
    row("gone", FailureKind::PrivateModule, privateTitle, u"The module proxy answered “410 Gone”."_s,
        {Action::SetPrivate, Action::Retry});
    row("credentials", FailureKind::PrivateModule, privateTitle, u"git was asked for a user name and has none."_s,
        {Action::SetPrivate, Action::Retry});
    row("refused", FailureKind::Unreachable, noProxy, u"127.0.0.1: connection refused"_s,
        {Action::Retry, Action::BuildOffline});
    row("nohost", FailureKind::Unreachable, noProxy, u"proxy.example.invalid: no such host"_s,
        {Action::Retry, Action::BuildOffline});
    row("offline", FailureKind::NotInCache, u"A module is not in the cache"_s,
        u"It would have to be fetched, and this build does not use the network."_s, {Action::UseNetwork});
    row("checksum", FailureKind::Checksum, u"golang.org/x/example/hello is not what go.sum expects"_s,
        u"The download of version v0.0.0-20240205180059-32022caedd6a has another checksum than the one that was "
        "recorded."_s,
        {Action::ShowSums});
    row("replaced-go", FailureKind::MissingReplace, u"A local module is missing"_s,
        u"go.mod replaces git.example.com/shop/sharedtypes with ../sharedtypes, which is not there."_s,
        {Action::AddModule, Action::Retry});
    row("compiler", FailureKind::NoCCompiler, u"The C compiler is missing"_s,
        u"Plugins need cgo, and cgo looked for x86_64-example-gcc."_s, {Action::CopyCommand, Action::Retry});
    for (const char *log : {"library-ld", "library-gold", "library-lld", "library-mold"})
        row(log, FailureKind::MissingCLibrary, noLibrary, library, {Action::CopyCommand, Action::Retry});
    row("header", FailureKind::MissingCLibrary, noLibrary, u"The C compiler did not find its header zmq-not-here.h."_s,
        {Action::OpenFile, Action::CopyCommand, Action::Retry});
    row("pkgconfig", FailureKind::MissingCLibrary, noLibrary, u"pkg-config does not know libpricing."_s,
        {Action::CopyCommand, Action::Retry});
    row("cgo", FailureKind::CgoOff, u"cgo is switched off"_s,
        u"Plugins need it. The environment of this build says CGO_ENABLED=0."_s, {Action::SwitchCgoOn});
    row("platform", FailureKind::NoPlugins, u"Go has no plugins for linux/mips"_s,
        u"Go 1.26.8 cannot make them for this platform."_s, {Action::LeaveOut});
    row("cycle", FailureKind::ImportCycle, u"Packages import each other"_s,
        u"Go does not allow a circle of imports: rules → prices → rules."_s, {Action::OpenFile, Action::Retry});
    row("compile", FailureKind::CompileErrors, u"3 error(s) in rules/discount.go"_s,
        u"Line 3: \"os\" imported and not used"_s, {Action::OpenFile, Action::Retry});
    row("embed", FailureKind::MissingEmbed, u"A file that the code embeds is missing"_s,
        u"main.go embeds rules.json, which the source does not have."_s, {Action::OpenFile, Action::Retry});
    row("nomain", FailureKind::NoMainFunction, u"The package is built as a program"_s,
        u"A program begins with func main, and this package has none."_s, {Action::MakePlugin, Action::Retry});
    row("killed", FailureKind::Killed, u"The system stopped the build"_s,
        u"It ended run. That is what it does when memory runs out."_s, {Action::RetryAlone, Action::Retry});
    row("nospace", FailureKind::DiskFull, u"The disk is full"_s, QString(), {Action::Retry, Action::OpenFolder});
    row("vendor", FailureKind::StaleVendor, u"The vendor folder does not fit go.mod"_s,
        u"vendor/modules.txt says something else of golang.org/x/text."_s, {Action::IgnoreVendor, Action::Retry});
    row("unknown", FailureKind::Unknown, u"flag provided but not defined: -bogus"_s,
        u"Plugsmith does not know this error. The log has all of it."_s, {Action::Retry});
}

void tst_FailureAdvice::recognises()
{
    QFETCH(QString, why);
    const FailureAdvice advice = adviceFor(factsOf(QString::fromLatin1(QTest::currentDataTag())));
    QTEST(advice.kind, "kind");
    QTEST(advice.title, "title");
    if (!why.isEmpty())
        QCOMPARE(advice.why, why);
    QTEST(kindsOf(advice), "actions");
    for (const QString &words : {advice.title, advice.why, advice.fix}) {
        QVERIFY2(!words.contains(u'%'), qPrintable(words));
        QVERIFY2(!words.contains(u'\n'), qPrintable(words));
    }
}

void tst_FailureAdvice::knowsTheFile_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("overflow") << u"rules/hash.go"_s << 4 << 17;
    QTest::newRow("undefined") << u"main.go"_s << 10 << 16;
    QTest::newRow("compile") << u"rules/discount.go"_s << 3 << 8;
    QTest::newRow("cycle") << u"prices/prices.go"_s << 0 << 0;
    QTest::newRow("header") << u"main.go"_s << 3 << 11;
    QTest::newRow("killed") << QString() << 0 << 0;
}

void tst_FailureAdvice::knowsTheFile()
{
    const FailureAdvice advice = adviceFor(factsOf(QString::fromLatin1(QTest::currentDataTag())));
    QTEST(advice.file, "file");
    QTEST(advice.line, "line");
    QTEST(advice.column, "column");
}

void tst_FailureAdvice::givesWhatActionsNeed()
{
    const auto data = [](const char *log, Action kind) {
        return dataOf(adviceFor(factsOf(QString::fromLatin1(log))), kind);
    };
    QCOMPARE(data("undefined", Action::BuildWith), u"1.23"_s);
    QCOMPARE(data("newergo", Action::BuildWith), u"1.24.0"_s);
    QCOMPARE(data("notfound", Action::SetPrivate), u"github.com/plugsmith-example"_s);
    QCOMPARE(data("library-mold", Action::CopyCommand), u"apt-file search libpricingmath.so"_s);
    QCOMPARE(data("pkgconfig", Action::CopyCommand), u"apt-file search libpricing.pc"_s);
    QVERIFY(data("compiler", Action::CopyCommand).startsWith(u"sudo apt install "));
    QVERIFY(data("nospace", Action::OpenFolder).startsWith(u"/home/user/small/"));
    QCOMPARE(data("checksum", Action::ShowSums), u"downloaded: h1:lnHwduM5X5Fb0YnIPyjyGzRY88cc0Fo6xTgaWDX2c7Q=\n"
                                                 "go.sum: h1:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa="_s);
    // What the system has a package for is installed, not searched.
    FailureFacts facts = factsOf(u"library-ld"_s);
    facts.lines.replaceInStrings(u"pricingmath"_s, u"sqlite3"_s);
    QCOMPARE(dataOf(adviceFor(facts), Action::CopyCommand), u"sudo apt install libsqlite3-dev"_s);
}

/// A target that the plan had blocked fails with the plan's words; what helps is known from the kind of obstacle.
void tst_FailureAdvice::explainsBlockedTargets()
{
    const SourceFiles files{
        {"go.mod", "module example.com/pricing\n\ngo 1.23\n\nreplace example.com/types => ../types\n"},
        {"main.go", "package main\n"}};
    const auto adviceOn = [&files](const char *version) {
        const auto plan = makePlan(requestFor({scanOf(files)}, version), machineWith({"1.22.6", "1.24.1"}));
        return adviceFor(failureFacts(plan->jobs[0], *plan->jobs[0].blocked, PackageManager::Apt));
    };
    const FailureAdvice tooOld = adviceOn("1.22.6");
    QCOMPARE(tooOld.kind, FailureKind::RequiredGo);
    QCOMPARE(tooOld.title, u"Go 1.22.6 is too old for this module"_s);
    QCOMPARE(dataOf(tooOld, Action::BuildWith), u"1.23"_s);
    const FailureAdvice missing = adviceOn("1.24.1");
    QCOMPARE(missing.kind, FailureKind::MissingReplace);
    QCOMPARE(missing.title, u"A local module is missing"_s);
    QCOMPARE(dataOf(missing, Action::AddModule), u"example.com/types"_s);
}

void tst_FailureAdvice::keepsWordsOfOurOwnErrors()
{
    const Error error{ErrorCode::PermissionDenied, u"pricing.so was not written"_s, u"You may not write there."_s,
                      u"EACCES"_s};
    const FailureAdvice advice = adviceFor(failureFacts(PlannedJob(), error, PackageManager::None));
    QCOMPARE(advice.title, error.message);
    QCOMPARE(advice.why, error.reason);
    QCOMPARE(kindsOf(advice), (Kinds{Action::Retry, Action::CopyReport}));
}

void tst_FailureAdvice::offersNoAdditionsToVendoredModules()
{
    FailureFacts facts = factsOf(u"sum"_s);
    facts.mayAddModules = false;
    const FailureAdvice advice = adviceFor(facts);
    QCOMPARE(advice.kind, FailureKind::MissingSums);
    QVERIFY(!advice.has(Action::AddSums));
}

void tst_FailureAdvice::namesNoCommandWithoutPackageManager()
{
    for (const char *log : {"library-ld", "header", "pkgconfig", "compiler"}) {
        FailureFacts facts = factsOf(QString::fromLatin1(log));
        facts.manager = PackageManager::None;
        QVERIFY(!adviceFor(facts).has(Action::CopyCommand));
    }
}

void tst_FailureAdvice::ignoresOverflowOn64Bit()
{
    FailureFacts facts = factsOf(u"overflow"_s);
    facts.platform = {u"linux"_s, u"amd64"_s};
    QCOMPARE(adviceFor(facts).kind, FailureKind::CompileErrors);
}

void tst_FailureAdvice::knowsWhatReleasesBrought()
{
    QCOMPARE(goSeriesOfSymbol(u"slices.Collect"_s), 23);
    QCOMPARE(goSeriesOfSymbol(u"slices.Contains"_s), 21);
    QCOMPARE(goSeriesOfSymbol(u"rand.N"_s), 22); // of math/rand/v2
    QCOMPARE(goSeriesOfSymbol(u"fmt.Println"_s), 0);
    QCOMPARE(goSeriesOfSymbol(u"slices."_s), 0);
    QCOMPARE(goSeriesOfPackage(u"iter"_s), 23);
    QCOMPARE(goSeriesOfPackage(u"fmt"_s), 0);
}

QTEST_GUILESS_MAIN(tst_FailureAdvice)
#include "tst_failureadvice.moc"
