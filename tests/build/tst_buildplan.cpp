// SPDX-License-Identifier: Apache-2.0
#include "build/buildplan.h"

#include "support/buildfixture.h"

#include <QTest>

#include <functional>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

using Kind = PlanNote::Kind;

namespace {

constexpr auto Mod = "module example.com/shop/pricing\n\ngo 1.18\n";
const SourceFiles Module = {{"go.mod", Mod}, {"main.go", "package main\n"}, {"internal/x/x.go", "package x\n"}};

BuildMachine machine()
{
    return machineWith({"1.22.6", "1.20", "1.19.8", "1.17.13", "1.23.1"});
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

QString platformToken()
{
    return Platform::thisMachine().os + u'_' + Platform::thisMachine().arch;
}

QString blockedTitle(const PlannedJob &job)
{
    return job.blocked ? job.blocked->message : QString();
}

} // namespace

class tst_BuildPlan : public QObject
{
    Q_OBJECT

private slots:
    void plansEachTarget()
    {
        BuildRequest request = requestFor({scanOf(Module)});
        request.targets = {targetOf("1.22.6"), targetOf("1.19.8"), targetOf("1.16.1")};
        const auto plan = makePlan(request, machine());
        QVERIFY(plan);
        QCOMPARE(plan->jobs.size(), 3);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(plan->jobs[i].target, request.targets[i]);
        QCOMPARE(plan->jobs[0].toolchain.root, u"/opt/go1.22.6"_s);
        QCOMPARE(plan->jobs[1].toolchain.root, u"/opt/go1.19.8"_s);
        QVERIFY(!plan->jobs[0].blocked && !plan->jobs[1].blocked && plan->jobs[2].blocked);
        QVERIFY(plan->isBuildable());
        request.targets.remove(0, 2);
        QVERIFY(!makePlan(request, machine())->isBuildable());
        // A value: the same again is the same plan.
        QCOMPARE(makePlan(requestFor({scanOf(Module)}), machine())->jobs[0].identityFacts(),
                 plan->jobs[0].identityFacts());
    }

    void mergesFreeArguments_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("flags"); // of the link, of the compiler, tags, others, joined with "|"
        const auto row = [](const QStringList &arguments, const char *flags) {
            QTest::newRow(qPrintable(arguments.join(u' '))) << arguments << QString::fromLatin1(flags);
        };
        row({u"-ldflags=-w -X main.V=1"_s}, "-s -w -X main.V=1|all=-N|a|");
        row({u"-ldflags"_s, u"-w"_s}, "-s -w|all=-N|a|");
        row({u"--ldflags=-w"_s}, "-s -w|all=-N|a|");
        row({u"-gcflags"_s, u"all=-l"_s}, "-s|all=-N all=-l|a|");
        row({u"-tags=b,a,c"_s}, "-s|all=-N|a,b,c|");
        row({u"--tags"_s, u"b"_s}, "-s|all=-N|a,b|");
        row({u"-trimpath"_s}, "-s|all=-N|a|");
        row({u"--trimpath=false"_s}, "-s|all=-N|a|!");
        row({u"-p=1"_s, u"--x"_s}, "-s|all=-N|a|-p=1 --x");
    }
    void mergesFreeArguments()
    {
        QFETCH(QStringList, arguments);
        BuildOptions options;
        options.linkerFlags = u"-s"_s;
        options.compilerFlags = u"all=-N"_s;
        options.tags = {u"a"_s};
        options.arguments = arguments;
        const BuildOptions merged = jobWith(options).options;
        const QStringList parts{merged.linkerFlags, merged.compilerFlags, merged.tags.join(u','),
                                merged.arguments.join(u' ') + (merged.trimPath ? QString() : u"!"_s)};
        QTEST(parts.join(u'|'), "flags");
    }

    void setsTheEnvironment()
    {
        BuildOptions options;
        options.environment = {{u"GOAMD64"_s, u"v3"_s}, {u"CGO_ENABLED"_s, u"0"_s}};
        const PlannedJob job = jobWith(options);
        QMap<QString, QString> values;
        for (const EnvironmentEntry &entry : job.environment) {
            QVERIFY2(!values.contains(entry.name), qPrintable(entry.name));
            values.insert(entry.name, entry.value);
        }
        QCOMPARE(values.value(u"GOOS"_s), Platform::thisMachine().os);
        QCOMPARE(values.value(u"GOARCH"_s), Platform::thisMachine().arch);
        QCOMPARE(values.value(u"GO111MODULE"_s), u"on"_s);
        QCOMPARE(values.value(u"CC"_s), u"/opt/cc/gcc"_s);
        QCOMPARE(values.value(u"GOAMD64"_s), u"v3"_s);
        QCOMPARE(values.value(u"CGO_ENABLED"_s), u"0"_s); // what the user says wins
    }

    void setsLevels_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("arch");
        QTest::addColumn<QString>("expected"); // in the environment
        QTest::addColumn<int>("cautions");
        QTest::newRow("amd64") << u"1.22.6"_s << u"amd64"_s << u"GOAMD64=v3"_s << 0;
        QTest::newRow("amd64, too old") << u"1.17.6"_s << u"amd64"_s << QString() << 1;
        QTest::newRow("arm") << u"1.17.6"_s << u"arm"_s << u"GOARM=6"_s << 0;
        QTest::newRow("not chosen") << u"1.22.6"_s << u"ppc64le"_s << QString() << 0;
        QTest::newRow("has none") << u"1.22.6"_s << u"s390x"_s << QString() << 0;
    }
    void setsLevels()
    {
        QFETCH(QString, version);
        QFETCH(QString, arch);
        QFETCH(QString, expected);
        const QByteArray versionText = version.toLatin1();
        const BuildMachine machine = machineWith({versionText.constData()});
        const QVector<SourceScan> scans{scanOf(
            {{"go.mod", "module example.com/pricing\n\ngo 1.12\n"}, {"main.go", "package main\n\nfunc main() {}\n"}})};
        BuildRequest request = requestFor(scans);
        request.targets = {targetOf(versionText.constData(), Platform{u"linux"_s, arch})};
        const auto plain = makePlan(request, machine);
        request.options.levels = {{u"GOAMD64"_s, u"v3"_s}, {u"GOARM"_s, u"6"_s}};
        const auto plan = makePlan(request, machine);
        QVERIFY(plain && plan);
        const PlannedJob &job = plan->jobs[0];
        QStringList levels;
        for (const EnvironmentEntry &entry : job.environment) {
            if (cpuLevelNamed(entry.name))
                levels += entry.name + u'=' + entry.value;
        }
        QCOMPARE(levels.join(u','), expected);
        QTEST(static_cast<int>(std::ranges::count(job.notes, PlanNote::Kind::Caution, &PlanNote::kind)), "cautions");
        // Levels of other processors leave a stored result what it is.
        QCOMPARE(job.fingerprint({}, {}) == plain->jobs[0].fingerprint({}, {}), expected.isEmpty());
    }

    void usesTheCompilerOfThePlatform()
    {
        BuildMachine machine = machineWith({"1.22.6"});
        const QVector<SourceScan> scans{scanOf(
            {{"go.mod", "module example.com/pricing\n\ngo 1.20\n"}, {"main.go", "package main\n\nfunc main() {}\n"}})};
        BuildRequest request = requestFor(scans);
        const Platform foreign{u"linux"_s, Platform::thisMachine().arch == u"arm"_s ? u"arm64"_s : u"arm"_s};
        request.targets = {targetOf("1.22.6", foreign), targetOf("1.22.6")};
        auto plan = makePlan(request, machine);
        QVERIFY(plan && plan->jobs[0].blocked && !plan->jobs[1].blocked);
        QVERIFY(machine.obstacleFor(request.targets[0]));

        CCompiler cross;
        cross.program = u"/opt/cc/cross-gcc"_s;
        cross.arguments = QStringList{u"--sysroot=/srv/root"_s};
        cross.cxx = u"/opt/cc/cross-g++ --sysroot=/srv/root"_s;
        cross.platform = foreign;
        machine.crossCompilers = {cross};
        plan = makePlan(request, machine);
        QVERIFY(plan && !plan->jobs[0].blocked && !plan->jobs[1].blocked);
        const auto &environment = plan->jobs[0].environment;
        QVERIFY(environment.contains({u"CC"_s, u"/opt/cc/cross-gcc --sysroot=/srv/root"_s}));
        QVERIFY(environment.contains({u"CXX"_s, cross.cxx}));
        QVERIFY(environment.contains({u"CGO_ENABLED"_s, u"1"_s}));
        QVERIFY(environment.contains({u"GOARCH"_s, foreign.arch}));
        if (foreign.arch == u"arm"_s)
            QVERIFY(environment.contains({u"GOARM"_s, u"7"_s}));
        QVERIFY(plan->jobs[1].environment.contains({u"CC"_s, u"/opt/cc/gcc"_s}));
    }

    void asksTheToolchainWhatItSupports()
    {
        BuildMachine machine = machineWith({"1.22.6"});
        QVERIFY(!machine.obstacleFor(targetOf("1.22.6")));
        machine.toolchains[0].pluginPlatforms = {u"plan9/mips"_s};
        QCOMPARE(machine.obstacleFor(targetOf("1.22.6"))->kind, BuildObstacle::Kind::NoPluginSupport);
    }

    void namesTheOutput_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("version");
        QTest::addColumn<BuildMode>("mode");
        QTest::addColumn<Compression>("compression");
        QTest::addColumn<QString>("fileName"); // %1 is the platform
        const auto row = [](const char *given, const char *version, const char *fileName,
                            BuildMode mode = BuildMode::Plugin, Compression compression = Compression::None) {
            QTest::newRow(fileName) << QString::fromLatin1(given) << QString::fromLatin1(version) << mode << compression
                                    << QString::fromLatin1(fileName);
        };
        row("pricing", "1.22.6", "pricing_1_22_6_%1.so");
        row("my.plugin", "1.22.6", "my_1_22_6_%1.so");
        row("", "1.22.6", "main_1_22_6_%1.so");
        row("a_b", "1.20", "a_b_1_20_%1.so");
        row("pricing", "1.22.6", "pricing_1_22_6_%1.so.gz", BuildMode::Plugin, Compression::Gzip);
        row("pricing", "1.22.6", "pricing_1_22_6_%1", BuildMode::Program);
    }
    void namesTheOutput()
    {
        QFETCH(QString, given);
        QFETCH(QString, version);
        QFETCH(BuildMode, mode);
        QFETCH(Compression, compression);
        QFETCH(QString, fileName);
        BuildRequest request = requestFor({scanOf(Module)}, version.toLatin1().constData());
        request.name = given;
        request.options.mode = mode;
        request.options.compression = compression;
        const PlannedJob job = jobOf(request);
        QCOMPARE(job.output.fileName(), fileName.arg(platformToken()));
        QCOMPARE(notesOf(job, Kind::Information).filter(u"two version numbers"_s).size(), version == u"1.20"_s ? 1 : 0);
    }

    void refusesRequests_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("destination");
        QTest::addColumn<BuildOptions>("options");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *tag, const BuildOptions &options, const char *sentence,
                            const char *name = "pricing", const char *destination = "/plugins") {
            QTest::newRow(tag) << QString::fromLatin1(name) << QString::fromLatin1(destination) << options
                               << QString::fromUtf8(sentence);
        };
        row("name", {}, "The name “a/b” cannot be used", "a/b");
        row("no folder", {}, "There is no folder to save to. Choose where plugins go.", "pricing", "");
        for (const char *flag :
             {"-o=x", "-o", "--o", "-overlay=x", "-modfile=x", "-buildmode=shared", "-C", "-mod=mod"}) {
            BuildOptions options;
            options.arguments = {QString::fromLatin1(flag)};
            row(flag, options,
                qPrintable(u"The build argument %1 cannot be used. Plugsmith sets"_s.arg(options.arguments[0])));
        }
        BuildOptions options;
        options.arguments = {u"-race"_s, u"-ldflags"_s};
        row("no value", options, "The build argument -ldflags cannot be used. Its value is missing.");
        options = {};
        options.linkerFlags = u"-X 'main.V=1"_s;
        row("open quote", options, "");
        options = {};
        options.compilerFlags = u"\"-N"_s;
        row("open quote for the compiler", options, "");
        for (const char *variable : {"", "A=B", "A B"}) {
            options = {};
            options.environment = {{QString::fromLatin1(variable), u"x"_s}};
            row(variable, options,
                qPrintable(u"The environment variable “%1” has no usable name"_s.arg(options.environment[0].name)));
        }
    }
    void refusesRequests()
    {
        QFETCH(QString, name);
        QFETCH(QString, destination);
        QFETCH(BuildOptions, options);
        QFETCH(QString, sentence);
        BuildRequest request = requestFor({scanOf(Module)});
        request.name = name;
        request.destination = destination;
        request.options = options;
        const auto plan = makePlan(request, machine());
        QVERIFY(!plan);
        QCOMPARE(plan.error().code, ErrorCode::InvalidInput);
        QVERIFY2(plan.error().sentence().startsWith(sentence), qPrintable(plan.error().sentence()));
    }

    void needsAMainPackage()
    {
        const auto plan = makePlan(requestFor({scanOf({{"go.mod", Mod}, {"a.go", "package a\n"}})}), machine());
        QVERIFY(!plan);
        QCOMPARE(plan.error().message, u"No “package main” was found"_s);
    }

    void saysWhyATargetIsImpossible_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("platform");
        QTest::addColumn<bool>("compiler");
        QTest::addColumn<QString>("title");
        const auto row = [](const char *tag, const char *version, const QString &platform, bool compiler,
                            const char *title) {
            QTest::newRow(tag) << QString::fromLatin1(version) << platform << compiler << QString::fromUtf8(title);
        };
        const QString here = Platform::thisMachine().toString();
        row("possible", "1.22.6", here, true, "");
        row("not installed", "1.22.5", here, true, "Go 1.22.5 is not installed");
        row("too old", "1.17.13", here, true, "Go 1.17.13 is too old for this module");
        row("too old comes first", "1.17.1", u"windows/amd64"_s, false, "Go 1.17.1 is too old for this module");
        row("no plugins there", "1.22.6", u"windows/amd64"_s, true, "Go has no plugins for windows/amd64");
        row("no plugins there yet", "1.22.6", u"linux/riscv64"_s, true,
            "Go 1.22.6 cannot build plugins for linux/riscv64");
        row("no SDK", "1.22.6", u"darwin/arm64"_s, true, "darwin/arm64 needs an Apple SDK");
        if (Platform::thisMachine().os == u"linux"_s)
            row("no compiler", "1.22.6", here, false, "Install gcc");
    }
    void saysWhyATargetIsImpossible()
    {
        QFETCH(QString, version);
        QFETCH(QString, platform);
        QFETCH(bool, compiler);
        SourceFiles files = Module;
        files[0].second = "module example.com/shop/pricing\n\ngo 1.20\n";
        BuildRequest request = requestFor({scanOf(files)});
        request.targets = {{*GoVersion::parse(version), *Platform::parse(platform)}};
        BuildMachine chosen = machine();
        if (!compiler)
            chosen.compiler.reset();
        const auto plan = makePlan(request, chosen);
        QVERIFY(plan);
        QTEST(blockedTitle(plan->jobs[0]), "title");
        if (plan->jobs[0].blocked)
            QVERIFY(!plan->jobs[0].blocked->reason.isEmpty());
    }

    void knowsWhichGoAModuleNeeds_data()
    {
        QTest::addColumn<QByteArray>("directive");
        QTest::addColumn<QString>("version");
        QTest::addColumn<bool>("tooOld");
        const auto row = [](const char *directive, const char *version, bool tooOld) {
            QTest::addRow("%s with %s", directive, version)
                << QByteArray(directive) << QString::fromLatin1(version) << tooOld;
        };
        row("", "1.8", false);
        row("go 1.22", "1.22.0", false);
        row("go 1.22", "1.22rc1", false);
        row("go 1.22", "1.21.13", true);
        row("go 1.22.7", "1.22.6", true);
        row("go 1.22.6", "1.22.6", false);
        row("go 1.20", "1.20", false);
        row("go 1.20", "1.19.8", true);
        row("go 1.21.0", "1.21rc2", true);
    }
    void knowsWhichGoAModuleNeeds()
    {
        QFETCH(QByteArray, directive);
        QFETCH(QString, version);
        QFETCH(bool, tooOld);
        const auto mod = GoMod::parse("module a\n" + directive + '\n', u"go.mod"_s);
        QVERIFY(mod);
        const auto problem = tooOldFor(*GoVersion::parse(version), *mod);
        QCOMPARE(problem.has_value(), tooOld);
        if (tooOld)
            QCOMPARE(problem->reason, u"go.mod asks for Go %1 or later."_s.arg(mod->goDirective));
    }

    void usesOnlyToolchainsThatWork()
    {
        BuildMachine broken = machineWith({"1.22.6"});
        QVERIFY(broken.toolchainFor(goVersion("1.22.6")));
        broken.toolchains[0].problem = u"It does not start."_s;
        QVERIFY(!broken.toolchainFor(goVersion("1.22.6")));
        broken.toolchains[0].problem.clear();
        broken.toolchains[0].isVerified = false;
        QVERIFY(!broken.toolchainFor(goVersion("1.22.6")));
        QVERIFY(!machine().toolchainFor(goVersion("1.22.5")));
    }

    void findsLocalModules()
    {
        const SourceScan scan = scanOf({{"w/app/go.mod", "module a\ngo 1.18\nreplace b => ./b\nreplace c => ../c\n"},
                                        {"w/app/cmd/p/main.go", "package main\n"},
                                        {"w/app/b/go.mod", "module b\n"},
                                        {"w/app/b/b.go", "package b\n"}});
        const SourceScan c =
            scanOf({{"c-main/go.mod", "module c\n"}, {"c-main/sub/c.go", "package c\n"}}, u"/x/c.zip"_s);
        const PlannedJob job = jobOf(requestFor({scan, c}));
        QVERIFY2(!job.blocked, qPrintable(blockedTitle(job)));
        QCOMPARE(job.sources, (QStringList{u"/x/pricing.zip"_s, u"/x/c.zip"_s}));
        QCOMPARE(job.packageFolder, u"cmd/p"_s);
        QCOMPARE(goArguments(job, plainDetails())->last(), u"./cmd/p"_s);
        QCOMPARE(job.modules.size(), 3);
        QCOMPARE(job.modules[0].folder, u"w/app"_s);
        QCOMPARE(job.modules[0].packages, PackageFolders{u"cmd/p"_s});
        QCOMPARE(job.modules[1].folder, u"w/app/b"_s);
        QCOMPARE(job.modules[2].source, 1);
        QCOMPARE(job.modules[2].folder, u"c-main"_s);
        QCOMPARE(job.modules[2].packages, PackageFolders{u"sub"_s});
        QCOMPARE(job.replaces.size(), 2);
        QCOMPARE(job.replaces[1].modulePath, u"c"_s);
        QCOMPARE(job.replaces[1].module, 2);

        QCOMPARE(jobOf(requestFor({scan})).blocked->reason,
                 u"go.mod replaces c with ../c, which is outside the source."_s);
        const SourceScan other = scanOf({{"go.mod", "module example.com/c2\n"}}, u"/x/c2.zip"_s);
        QCOMPARE(jobOf(requestFor({scan, other})).blocked->reason, u"It is example.com/c2; go.mod expects c."_s);
    }

    void usesWorkspaces()
    {
        SourceFiles files = {{"w/go.work", "go 1.18\nuse (\n\t./p\n\t./t\n)\n"},
                             {"w/p/go.mod", "module a/p\ngo 1.18\n"},
                             {"w/p/p.go", "package main\n"},
                             {"w/t/go.mod", "module a/t\n"},
                             {"w/t/t.go", "package t\n"}};
        const PlannedJob job = jobOf(requestFor({scanOf(files)}));
        QVERIFY(job.usesWorkspace);
        QCOMPARE(job.workspaceFolder, u"w"_s);
        QCOMPARE(job.modules.size(), 2);
        QCOMPARE(job.modules[1].path, u"a/t"_s);

        files[0].second = "go 1.18\nuse (\n\t./p\n\t../t\n)\n";
        const PlannedJob incomplete = jobOf(requestFor({scanOf(files)}));
        QVERIFY(!incomplete.usesWorkspace);
        QCOMPARE(notesOf(incomplete, Kind::Caution),
                 QStringList{u"go.work is not used: it names folders that are not in the source."_s});
        files[0].second = "go 1.18\nuse ./t\n";
        QVERIFY(!jobOf(requestFor({scanOf(files)})).usesWorkspace);
    }

    void tellsWhatItDecided()
    {
        BuildMachine chosen = machine();
        chosen.setAside = {{u"GOFLAGS"_s, u"-mod=vendor"_s}};
        SourceFiles files = {{"go.mod", Mod}, {"main.go", "package main\nfunc main() { run() }\n"}};
        files.emplaceBack("vendor/modules.txt", "# none\n");
        BuildRequest request = requestFor({scanOf(files)});
        request.destination = u"/plugins.so/here"_s;
        const PlannedJob job = makePlan(request, chosen)->jobs[0];
        const QString information = notesOf(job, Kind::Information).join(u'\n');
        QVERIFY(information.contains(u"GOFLAGS=-mod=vendor is set on this machine and not used."_s));
        QVERIFY(information.contains(u"In a plugin its main function is never called."_s));
        QVERIFY(information.contains(u"Dependencies come from the vendor folder."_s));
        QVERIFY(notesOf(job, Kind::Caution).value(0).contains(u"“.so” or “.pinf”"_s));
        request.options.mode = BuildMode::Program;
        QVERIFY(
            !notesOf(makePlan(request, chosen)->jobs[0], Kind::Information).join(u'\n').contains(u"never called"_s));
    }

    void buildsWithoutGoMod()
    {
        BuildRequest request = requestFor({scanOf({{"plug.go", "package main\nimport \"fmt\"\n"}}, u"/x/plug.go"_s)});
        request.targets = {targetOf("1.22.6"), targetOf("1.19.8")};
        const auto plan = makePlan(request, machine());
        QVERIFY(plan);
        QCOMPARE(plan->jobs[0].syntheticMod, "module plugin.local/plug\n\ngo 1.22\n");
        QCOMPARE(plan->jobs[1].syntheticMod, "module plugin.local/plug\n\ngo 1.19\n");
        QVERIFY(!plan->jobs[0].blocked);
        QVERIFY(notesOf(plan->jobs[0], Kind::Information).join(u' ').contains(u"module plugin.local/plug"_s));
    }

    void looksModulesUpOnlyWhenAllowed()
    {
        BuildRequest request = requestFor({scanOf(
            {{"plug.go", "package main\nimport (\n\"github.com/a/b\"\n\"github.com/c/d\"\n)\n"}}, u"/x/plug.go"_s)});
        const PlannedJob job = jobOf(request);
        QVERIFY(job.blocked);
        QVERIFY2(job.blocked->reason.contains(u"github.com/a/b, github.com/c/d"_s), qPrintable(job.blocked->reason));
        request.options.resolveImports = true;
        QVERIFY(!jobOf(request).blocked);
    }

    void buildsOneFileOfAFolder()
    {
        const SourceScan scan = scanOf(
            {{"go.mod", Mod}, {"a.go", "package main\nfunc Run() {}\n"}, {"b.go", "package main\nvar Run = 1\n"}});
        BuildRequest request = requestFor({scan});
        request.main = scan.mains[1];
        QCOMPARE(jobOf(request).singleFile, u"b.go"_s);
    }

    void knowsWhatMakesADifference_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<bool>("differs");
        for (const char *change : {"mode", "gzip", "identity", "tags", "ldflags", "gcflags", "arguments", "environment",
                                   "trimpath", "version", "compiler", "toolchain", "module", "package"})
            QTest::newRow(change) << QString::fromLatin1(change) << true;
        for (const char *change : {"scn", "name", "destination", "origin", "notes"})
            QTest::newRow(change) << QString::fromLatin1(change) << false;
    }
    void knowsWhatMakesADifference()
    {
        QFETCH(QString, change);
        BuildRequest request = requestFor({scanOf(Module)});
        BuildMachine changed = machine();
        const QMap<QString, std::function<void()>> changes{
            {u"mode"_s, [&] { request.options.mode = BuildMode::Program; }},
            {u"gzip"_s, [&] { request.options.compression = Compression::Gzip; }},
            {u"identity"_s, [&] { request.options.identity = Identity::Time; }},
            {u"tags"_s, [&] { request.options.tags = {u"a"_s}; }},
            {u"ldflags"_s, [&] { request.options.linkerFlags = u"-s"_s; }},
            {u"gcflags"_s, [&] { request.options.compilerFlags = u"-N"_s; }},
            {u"arguments"_s, [&] { request.options.arguments = {u"-race"_s}; }},
            {u"environment"_s,
             [&] {
                 request.options.environment = {{u"GOAMD64"_s, u"v3"_s}};
             }},
            {u"trimpath"_s, [&] { request.options.trimPath = false; }},
            {u"version"_s, [&] { request.targets = {targetOf("1.19.8")}; }},
            {u"compiler"_s, [&] { changed.compiler->versionLine = u"gcc 13"_s; }},
            {u"toolchain"_s, [&] { changed.toolchains[0].root = u"/elsewhere"_s; }},
            {u"module"_s, [&] { request.scans[0].modules[0].mod.module.text = u"example.com/b"_s; }},
            {u"package"_s, [&] { request.main.folder = u"internal/x"_s; }},
            {u"scn"_s, [&] { request.options.fixedScn = Scn(20231125103854); }},
            {u"name"_s, [&] { request.name = u"other"_s; }},
            {u"destination"_s, [&] { request.destination = u"/elsewhere"_s; }},
            {u"origin"_s, [&] { request.scans[0].origin = u"/moved/pricing.zip"_s; }},
            {u"notes"_s,
             [&] {
                 changed.setAside = {{u"GOFLAGS"_s, u"x"_s}};
             }},
        };
        const QJsonObject before = makePlan(request, machine())->jobs[0].identityFacts();
        changes[change]();
        const QJsonObject after = makePlan(request, changed)->jobs[0].identityFacts();
        QTEST(before != after, "differs");
    }
};

QTEST_GUILESS_MAIN(tst_BuildPlan)
#include "tst_buildplan.moc"
