// SPDX-License-Identifier: Apache-2.0
// What goArguments(), goListArguments() and shownCommand() make of a plan.
#include "build/buildplan.h"

#include "support/buildfixture.h"

#include <QTest>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

using Kind = PlanNote::Kind;

namespace {

constexpr auto Mod = "module example.com/shop/pricing\n\ngo 1.16\n";
const SourceFiles Module = {{"go.mod", Mod}, {"main.go", "package main\n"}, {"internal/x/x.go", "package x\n"}};

BuildMachine machine()
{
    return machineWith({"1.22.6", "1.20", "1.19.8", "1.17.13", "1.23.1"});
}

/// Everything that a run adds to a plan.
RunDetails fullDetails()
{
    return {u"/w/out"_s,
            u"/w/overlay.json"_s,
            {},
            u"mold"_s,
            ModuleRenames({{u"example.com/shop/pricing"_s, u"example.com/shop/pricing_g1"_s, {QString(), u"x"_s}}})};
}

RunDetails plainDetails()
{
    return {u"/w/out"_s, {}, {}, {}, {}};
}

PlannedJob jobOf(const BuildRequest &request)
{
    const auto plan = makePlan(request, machine());
    if (!plan)
        qFatal("no plan: %s", qPrintable(plan.error().sentence()));
    return plan->jobs.value(0);
}

PlannedJob jobWith(const BuildOptions &options, const char *version = "1.22.6")
{
    BuildRequest request = requestFor({scanOf(Module)}, version);
    request.options = options;
    return jobOf(request);
}

QStringList notesOf(const PlannedJob &job, Kind kind)
{
    QStringList texts;
    for (const PlanNote &note : job.notes) {
        if (note.kind == kind)
            texts += note.text;
    }
    return texts;
}

} // namespace

class tst_GoArguments : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatGoIsToDo()
    {
        const PlannedJob job = jobOf(requestFor({scanOf(Module)}));
        QCOMPARE(goArguments(job, plainDetails()).value_or(QStringList()),
                 (QStringList{u"build"_s, u"-buildmode=plugin"_s, u"-mod=readonly"_s, u"-trimpath"_s,
                              u"-buildvcs=false"_s, u"-v"_s, u"-o"_s, u"/w/out"_s, u"."_s}));
        QCOMPARE(goArguments(job, fullDetails()).value_or(QStringList()),
                 (QStringList{u"build"_s, u"-buildmode=plugin"_s, u"-mod=readonly"_s, u"-trimpath"_s,
                              u"-buildvcs=false"_s, u"-overlay=/w/overlay.json"_s,
                              u"-ldflags=-extldflags=-fuse-ld=mold"_s, u"-v"_s, u"-o"_s, u"/w/out"_s, u"."_s}));
    }

    void selectsWithFlags_data()
    {
        QTest::addColumn<BuildOptions>("options");
        QTest::addColumn<QString>("version");
        QTest::addColumn<QStringList>("with");
        QTest::addColumn<QStringList>("without");
        const auto row = [](const char *name, const BuildOptions &options, const QStringList &with,
                            const QStringList &without, const char *version = "1.22.6") {
            QTest::newRow(name) << options << QString::fromLatin1(version) << with << without;
        };
        BuildOptions options;
        row("old Go knows no -buildvcs", options, {u"-trimpath"_s}, {u"-buildvcs=false"_s}, "1.17.13");
        row("1.18 and later do", options, {u"-buildvcs=false"_s}, {}, "1.19.8");
        options.trimPath = false;
        row("paths kept", options, {u"-buildvcs=false"_s}, {u"-trimpath"_s});
        options = {};
        options.mode = BuildMode::Program;
        row("program", options, {u"-buildmode=exe"_s}, {u"-buildmode=plugin"_s});
        options = {};
        options.tags = {u"netgo"_s, u"osusergo"_s};
        row("tags", options, {u"-tags=netgo,osusergo"_s}, {});
        options = {};
        options.compilerFlags = u"all=-N -l"_s;
        row("gcflags", options, {u"-gcflags=all=-N -l"_s}, {});
        options = {};
        options.arguments = {u"-p"_s, u"4"_s, u"-asmflags=-trimpath=/x"_s, u"-race"_s};
        row("free arguments stay whole", options, {u"-p"_s, u"4"_s, u"-asmflags=-trimpath=/x"_s, u"-race"_s}, {});
    }
    void selectsWithFlags()
    {
        QFETCH(BuildOptions, options);
        QFETCH(QString, version);
        QFETCH(QStringList, with);
        QFETCH(QStringList, without);
        const PlannedJob job = jobWith(options, version.toLatin1().constData());
        QVERIFY(!job.blocked);
        const auto build = goArguments(job, plainDetails());
        QVERIFY(build);
        const QStringList list = goListArguments(job, plainDetails());
        for (const QString &word : std::as_const(with))
            QVERIFY2(build->contains(word) && list.contains(word), qPrintable(build->join(u' ')));
        for (const QString &word : std::as_const(without))
            QVERIFY2(!build->contains(word) && !list.contains(word), qPrintable(build->join(u' ')));
    }

    void listsTheSamePackages()
    {
        BuildOptions options;
        options.tags = {u"a"_s};
        options.linkerFlags = u"-s"_s;
        const PlannedJob job = jobWith(options);
        const QStringList list = goListArguments(job, fullDetails());
        QCOMPARE(list.first(2), (QStringList{u"list"_s, u"-deps"_s}));
        QCOMPARE(list.last(), u"."_s);
        QVERIFY(list.contains(u"-overlay=/w/overlay.json"_s) && list.contains(u"-tags=a"_s));
        for (const QString &word : list)
            QVERIFY2(!word.startsWith(u"-ldflags"_s) && word != u"-o"_s && word != u"-v"_s, qPrintable(word));
    }

    void looksModulesUpOnlyInItsOwnGoMod_data()
    {
        QTest::addColumn<SourceFiles>("files");
        QTest::addColumn<bool>("resolve");
        QTest::addColumn<bool>("may");
        QTest::addColumn<QString>("mode");
        SourceFiles vendored = Module;
        vendored.emplaceBack("vendor/modules.txt", "# none\n");
        SourceFiles workspace = Module;
        workspace.emplaceBack("go.work", "go 1.18\nuse .\n");
        QTest::newRow("not asked") << Module << false << false << u"-mod=readonly"_s;
        QTest::newRow("asked") << Module << true << true << u"-mod=mod"_s;
        QTest::newRow("vendored") << vendored << true << false << u"-mod=vendor"_s;
        QTest::newRow("vendored, not asked") << vendored << false << false << u"-mod=vendor"_s;
        QTest::newRow("workspace") << workspace << true << false << u"-mod=readonly"_s;
    }
    void looksModulesUpOnlyInItsOwnGoMod()
    {
        QFETCH(SourceFiles, files);
        QFETCH(bool, resolve);
        BuildRequest request = requestFor({scanOf(files)});
        request.options.resolveImports = resolve;
        const PlannedJob job = jobOf(request);
        QTEST(job.mayAddModules(), "may");
        RunDetails details = plainDetails();
        if (job.mayAddModules())
            details.modFile = u"/w/go.mod"_s;
        for (const QStringList &arguments : {*goArguments(job, details), goListArguments(job, details)}) {
            QTEST(arguments.filter(u"-mod="_s).join(u' '), "mode");
            QCOMPARE(arguments.contains(u"-modfile=/w/go.mod"_s), job.mayAddModules());
        }
        QCOMPARE(!notesOf(job, Kind::Caution).isEmpty(), QByteArray(QTest::currentDataTag()) == "workspace");
    }

    void leavesTheVendorFolderAlone()
    {
        SourceFiles files = Module;
        files.emplaceBack("vendor/modules.txt", "# none\n");
        BuildRequest request = requestFor({scanOf(files)});
        request.options.useVendor = false;
        const PlannedJob job = jobOf(request);
        QVERIFY(!job.isVendored);
        QCOMPARE(goArguments(job, plainDetails())->filter(u"-mod="_s).join(u' '), u"-mod=readonly"_s);
        QVERIFY(notesOf(job, Kind::Information).join(u'\n').contains(u"The vendor folder is not used"_s));
        request.options.resolveImports = true;
        QVERIFY(jobOf(request).mayAddModules());
        // A choice that is usual does not make another plugin of it; this one does.
        request.options = {};
        QVERIFY(!jobOf(request).identityFacts().value("options"_L1).toObject().contains("vendor"_L1));
        QVERIFY(job.identityFacts().value("options"_L1).toObject().contains("vendor"_L1));
    }

    void tellsTheLinker_data()
    {
        QTest::addColumn<QString>("flags");
        QTest::addColumn<QString>("linker");
        QTest::addColumn<QString>("argument");
        const auto row = [](const char *name, const char *flags, const char *linker, const char *argument) {
            QTest::newRow(name) << QString::fromLatin1(flags) << QString::fromLatin1(linker)
                                << QString::fromLatin1(argument);
        };
        row("nothing", "", "", "");
        row("a linker", "-s", "lld", "-ldflags=-s -extldflags=-fuse-ld=lld");
        row("beside own flags", "-extldflags=-static -s", "mold", "-ldflags=-s '-extldflags=-static -fuse-ld=mold'");
        row("in two words", "-extldflags '-Wl,-z,now -static' -s", "mold",
            "-ldflags=-s '-extldflags=-Wl,-z,now -static -fuse-ld=mold'");
        row("the last one counts", "-extldflags=-a -extldflags=-b", "mold", "-ldflags='-extldflags=-b -fuse-ld=mold'");
        row("the user's linker wins", "-extldflags=-fuse-ld=bfd", "mold", "-ldflags=-extldflags=-fuse-ld=bfd");
        row("paths of renamed modules", "-X main.V=1 -X example.com/shop/pricing/x.V=2 -X 'example.com/a.V=3 4'", "",
            "-ldflags=-X main.V=1 -X example.com/shop/pricing_g1/x.V=2 -X 'example.com/a.V=3 4'");
    }
    void tellsTheLinker()
    {
        QFETCH(QString, flags);
        QFETCH(QString, linker);
        BuildOptions options;
        options.linkerFlags = flags;
        RunDetails details = fullDetails();
        details.linkerWord = linker;
        const auto arguments = goArguments(jobWith(options), details);
        QVERIFY(arguments);
        QTEST(arguments->filter(u"-ldflags"_s).join(u'|'), "argument");
    }

    void showsTheCommand()
    {
        BuildOptions options;
        options.environment = {{u"CC"_s, u"gcc -m64"_s}};
        PlannedJob job = jobWith(options);
        job.environment = {{u"GOOS"_s, u"linux"_s}, {u"CC"_s, u"gcc -m64"_s}};
        QCOMPARE(shownCommand(job, {u"build"_s, u"-ldflags=-s -w"_s, u"."_s}),
                 u"GOTOOLCHAIN=local GOOS=linux 'CC=gcc -m64' /opt/go1.22.6/bin/go build '-ldflags=-s -w' ."_s);
        job.toolchain = {};
        QVERIFY(shownCommand(job, {}).contains(u" go "_s));
    }
};

QTEST_GUILESS_MAIN(tst_GoArguments)
#include "tst_goarguments.moc"
