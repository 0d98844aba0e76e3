// SPDX-License-Identifier: Apache-2.0
#include "cli/commandline.h"

#include "base/shellwords.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

using Command = CommandLine::Command;

namespace {

Result<CommandLine> parsed(const QString &line)
{
    return CommandLine::parse(splitShellWords(line).value_or(QStringList()));
}

template<class List, class ToText>
QString joined(const List &list, ToText toText)
{
    QStringList texts;
    for (const auto &item : list)
        texts += toText(item);
    return texts.join(u',');
}

/// Everything about a build that differs from the defaults, as "key=value; ...", in a fixed order. Paths in the current
/// folder are shown relative to it.
QString described(const CommandLine &line)
{
    const QString here = QDir::currentPath() + u'/';
    const auto shown = [&here](const QString &path) { return path.startsWith(here) ? path.sliced(here.size()) : path; };
    const BuildOptions &options = line.options;
    QStringList facts;
    const auto add = [&facts](const QString &key, const QString &value) {
        if (!value.isEmpty())
            facts += QString(key + u'=' + value);
    };
    add(u"src"_s, joined(line.sources, shown));
    add(u"dest"_s, shown(line.destination));
    add(u"name"_s, line.name);
    add(u"go"_s, joined(line.versions, [](const GoVersion &version) { return version.toString(); }));
    add(u"platform"_s, joined(line.platforms, [](const Platform &platform) { return platform.toString(); }));
    add(u"targets"_s, joined(line.presetTargets, [](const Target &target) { return target.toString(); }));
    add(u"mode"_s, options.mode == BuildMode::Program ? u"exec"_s : QString());
    add(u"main"_s, line.mainFolder);
    add(u"module"_s, line.modulePath);
    add(u"tags"_s, options.tags.join(u'+'));
    add(u"ldflags"_s, options.linkerFlags);
    add(u"gcflags"_s, options.compilerFlags);
    add(u"arg"_s, joined(options.arguments, [](const QString &argument) { return QString(u'[' + argument + u']'); }));
    add(u"env"_s, joined(options.environment, [&shown](const EnvironmentEntry &entry) {
            return QString(entry.name + u'=' + shown(entry.value));
        }));
    add(u"level"_s, joined(options.levels.keys(), [&options](const QString &name) {
            return QString(name + u'=' + options.levels.value(name));
        }));
    add(u"trimpath"_s, options.trimPath ? QString() : u"false"_s);
    add(u"vendor"_s, options.useVendor ? QString() : u"false"_s);
    add(u"compression"_s, options.compression == Compression::Gzip ? u"gzip"_s : QString());
    add(u"identity"_s, options.identity == Identity::Time ? u"time"_s : QString());
    add(u"linker"_s, options.linker);
    add(u"scn"_s, options.fixedScn ? options.fixedScn->toString() : QString());
    add(u"jobs"_s, line.parallel > 0 ? QString::number(line.parallel) : QString());
    add(u"goroot"_s, joined(line.goRoots, shown));
    QStringList flags;
    const auto flag = [&flags](const QString &word, bool isSet) {
        if (isSet)
            flags += word;
    };
    flag(u"resolve"_s, options.resolveImports);
    flag(u"force"_s, line.force);
    flag(u"dry-run"_s, line.dryRun);
    flag(u"json"_s, line.json);
    flag(u"log"_s, line.showLog);
    add(u"set"_s, flags.join(u','));
    return facts.join(u"; "_s);
}

} // namespace

class tst_CommandLine : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_start = QDir::currentPath();

    bool writePreset(const QString &name, const QByteArray &json)
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(json) == json.size();
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir::setCurrent(m_folder->path()));
    }
    void cleanup() { QDir::setCurrent(m_start); }

    void readsBuilds_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("facts");
        const auto row = [](const char *name, const char *options, const char *facts) {
            QTest::newRow(name) << QString(u"build a.zip --dest out "_s + QLatin1StringView(options))
                                << QString(u"src=a.zip; dest=out"_s + QString::fromUtf8(facts));
        };
        row("nothing else", "", "");
        row("name", "--name pricing", "; name=pricing");
        row("version", "--go 1.22.6", "; go=1.22.6");
        row("version with go", "--go go1.22.6", "; go=1.22.6");
        row("versions", "--go 1.22.6 --go 1.19 --go 1.21rc2", "; go=1.22.6,1.19,1.21rc2");
        row("versions in one", "--go 1.22.6,1.19", "; go=1.22.6,1.19");
        row("platform", "--platform linux/arm64", "; platform=linux/arm64");
        row("platforms", "--platform linux/arm64 --platform darwin/arm64", "; platform=linux/arm64,darwin/arm64");
        row("platforms in one", "--platform linux/arm64,linux/386", "; platform=linux/arm64,linux/386");
        row("plugin", "--mode plugin", "");
        row("program", "--mode exec", "; mode=exec");
        row("main", "--main ./cmd/main", "; main=./cmd/main");
        row("module", "--module example.com/a", "; module=example.com/a");
        row("tag", "--tags prod", "; tags=prod");
        row("tags", "--tags prod,netgo", "; tags=prod+netgo");
        row("linker flags", "--ldflags '-s -w'", "; ldflags=-s -w");
        row("linker flags with =", "--ldflags=-X=main.a=b", "; ldflags=-X=main.a=b");
        row("compiler flags", "--gcflags=-N", "; gcflags=-N");
        row("argument", "--build-arg=-race", "; arg=[-race]");
        row("argument with a value", "--build-arg '-p 4'", "; arg=[-p],[4]");
        row("argument that pgo mangles", "--build-arg=-asmflags=-trimpath=/x", "; arg=[-asmflags=-trimpath=/x]");
        row("quoted argument", "--build-arg \"-gcflags='all=-N -l'\"", "; arg=[-gcflags=all=-N -l]");
        row("arguments", "--build-arg=-race --build-arg=-x", "; arg=[-race],[-x]");
        row("environment", "--env GOAMD64=v3", "; env=GOAMD64=v3");
        row("environment, several", "--env A=1 --env B=2", "; env=A=1,B=2");
        row("environment with = and :", "--env A=b=c:d", "; env=A=b=c:d");
        row("environment, empty", "--env A=", "; env=A=");
        row("level", "--level GOAMD64=v3", "; level=GOAMD64=v3");
        row("levels", "--level GOARM=6 --level GOAMD64=v3", "; level=GOAMD64=v3,GOARM=6");
        row("levels in one", "--level GOARM=6,GOAMD64=v3", "; level=GOAMD64=v3,GOARM=6");
        row("no trimpath", "--trimpath=false", "; trimpath=false");
        row("trimpath", "--trimpath=true", "");
        row("no vendor folder", "--vendor false", "; vendor=false");
        row("vendor folder", "--vendor=true", "");
        row("gzip", "--compression gzip", "; compression=gzip");
        row("not compressed", "--compression none", "");
        row("identity time", "--identity time", "; identity=time");
        row("identity content", "--identity content", "");
        row("linker", "--linker mold", "; linker=mold");
        row("linker auto", "--linker auto", "; linker=auto");
        row("linker default", "--linker default", "; linker=default");
        row("scn", "--scn 20261124101500", "; scn=20261124101500");
        row("force", "--force", "; set=force");
        row("jobs", "--jobs 3", "; jobs=3");
        row("dry run", "--dry-run", "; set=dry-run");
        row("json", "--json", "; set=json");
        row("resolve", "--resolve", "; set=resolve");
        row("further sources", "b.zip c", "");
        row("name at the front of others", "--name=a --json --force", "; name=a; set=force,json");

        // viant/pgo's words
        row("pgo version", "--ver 1.17.6", "; go=1.17.6");
        row("pgo platform", "--os linux --arch arm64", "; platform=linux/arm64");
        row("pgo platforms", "--os linux --arch arm64 --os darwin --arch amd64", "; platform=linux/arm64,darwin/amd64");
        row("pgo module", "--modpath example.com/a", "; module=example.com/a");
        row("pgo main", "--mainpath cmd/app", "; main=cmd/app");
        row("pgo arguments", "--barg '-p 4'", "; arg=[-p],[4]");
        row("pgo mode", "--bmode exec", "; mode=exec");
        row("pgo log", "--log", "; set=log");
        row("pgo environment", "--env GOPRIVATE:example.com", "; env=GOPRIVATE=example.com");
        row("pgo environment with =", "--env A:b=c", "; env=A=b=c");
        row("pgo gopath", "--gopath go", "; env=GOPATH=go");
        row("pgo goroot", "--goroot sdk/go", "; goroot=sdk/go");
        row("pgo goroots", "--goroot sdk/a --goroot sdk/b", "; goroot=sdk/a,sdk/b");
    }
    void readsBuilds()
    {
        QFETCH(QString, line);
        QFETCH(QString, facts);
        if (qstrcmp(QTest::currentDataTag(), "further sources") == 0)
            facts.replace(u"a.zip"_s, u"a.zip,b.zip,c"_s);
        const auto result = parsed(line);
        QVERIFY2(result, result ? "" : qPrintable(result.error().sentence()));
        QCOMPARE(result->command, Command::Build);
        QCOMPARE(described(*result), facts);
    }

    void halfAPlatformIsOfThisMachine()
    {
        const Platform &here = Platform::thisMachine();
        QCOMPARE(parsed(u"build a --dest d --os darwin"_s)->platforms, (QVector<Platform>{{u"darwin"_s, here.arch}}));
        QCOMPARE(parsed(u"build a --dest d --arch 386"_s)->platforms, (QVector<Platform>{{here.os, u"386"_s}}));
    }

    void isCalledLikePgo_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("source first") << u"--src a.zip --src b.zip --dest out --ver 1.17.6 --os linux --arch amd64"_s;
        QTest::newRow("destination first")
            << u"--dest=out --src=a.zip --src=b.zip --ver=1.17.6 --os=linux --arch=amd64"_s;
        QTest::newRow("platform first") << u"--os linux --arch amd64 --ver 1.17.6 --src a.zip --src b.zip --dest out"_s;
        QTest::newRow("build") << u"build --src a.zip --src b.zip --dest out --ver 1.17.6 --os linux --arch amd64"_s;
        QTest::newRow("mixed") << u"build a.zip --src b.zip --dest out --go 1.17.6 --platform linux/amd64"_s;
    }
    void isCalledLikePgo()
    {
        QFETCH(QString, line);
        const auto result = parsed(line);
        QVERIFY2(result, result ? "" : qPrintable(result.error().sentence()));
        QCOMPARE(result->command, Command::Build);
        QCOMPARE(described(*result), u"src=a.zip,b.zip; dest=out; go=1.17.6; platform=linux/amd64"_s);
    }

    void readsScans_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("facts");
        QTest::newRow("plain") << u"scan a.zip"_s << u"src=a.zip"_s;
        QTest::newRow("several") << u"scan a.zip b"_s << u"src=a.zip,b"_s;
        QTest::newRow("json") << u"scan a.zip --json"_s << u"src=a.zip; set=json"_s;
        QTest::newRow("json first") << u"scan --json a.zip"_s << u"src=a.zip; set=json"_s;
        QTest::newRow("tags") << u"scan a.zip --tags prod,dev"_s << u"src=a.zip; tags=prod+dev"_s;
    }
    void readsScans()
    {
        QFETCH(QString, line);
        QFETCH(QString, facts);
        const auto result = parsed(line);
        QVERIFY2(result, result ? "" : qPrintable(result.error().sentence()));
        QCOMPARE(result->command, Command::Scan);
        QCOMPARE(described(*result), facts);
    }

    void makesPathsAbsolute()
    {
        const auto result = parsed(u"build ~/a.zip ~ file:///x/b.zip ../c ~ada ./d/ --dest ~/out/"_s);
        QVERIFY(result);
        QCOMPARE(result->sources, (QStringList{QDir::homePath() + u"/a.zip", QDir::homePath(), u"/x/b.zip"_s,
                                               QFileInfo(QDir::currentPath()).path() + u"/c",
                                               QDir::currentPath() + u"/~ada", QDir::currentPath() + u"/d"}));
        QCOMPARE(result->destination, QString(QDir::homePath() + u"/out"));
    }

    void helps_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("parts");
        const QStringList commands{u"plugsmith-cli scan SOURCE"_s, u"plugsmith-cli build SOURCE"_s, u"Exit codes"_s};
        for (const char *line : {"--help", "-h", "help"})
            QTest::newRow(line) << QString::fromLatin1(line) << commands;
        const QStringList ofBuild{
            u"--dest"_s,        u"--name"_s,     u"--go"_s,      u"--platform"_s,  u"--mode"_s, u"--main"_s,
            u"--module"_s,      u"--tags"_s,     u"--ldflags"_s, u"--build-arg"_s, u"--env"_s,  u"--trimpath"_s,
            u"--compression"_s, u"--identity"_s, u"--linker"_s,  u"--force"_s,     u"--jobs"_s, u"--preset"_s,
            u"--dry-run"_s,     u"--json"_s,     u"--src"_s,     u"--ver"_s,       u"--os"_s,   u"--arch"_s,
            u"--modpath"_s,     u"--mainpath"_s, u"--barg"_s,    u"--bmode"_s,     u"--log"_s,  u"--gopath"_s,
            u"--goroot"_s,      u"SOURCE..."_s};
        QTest::newRow("build --help") << u"build --help"_s << ofBuild;
        QTest::newRow("build -h") << u"build a.zip -h"_s << ofBuild;
        QTest::newRow("scan --help") << u"scan --help"_s << QStringList{u"--json"_s, u"--tags"_s, u"SOURCE..."_s};
    }
    void helps()
    {
        QFETCH(QString, line);
        QFETCH(QStringList, parts);
        const auto result = parsed(line);
        QVERIFY(result);
        QCOMPARE(result->command, Command::Help);
        for (const QString &part : parts)
            QVERIFY2(result->helpText.contains(part), qPrintable(part));
    }

    void tellsItsVersion()
    {
        QCOMPARE(parsed(u"--version"_s)->command, Command::Version);
        QCOMPARE(parsed(u"-v"_s)->command, Command::Version);
    }

    // Each message says what would be right, or where that stands.
    void refuses_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *name, const char *line, const char *sentence) {
            QTest::newRow(name) << QString::fromUtf8(line) << QString::fromUtf8(sentence);
        };
        row("no source", "build --dest d", "build needs a source: an archive, a folder or a .go file.");
        row("no destination", "build a.zip", "build needs --dest FOLDER.");
        row("empty destination", "build a.zip --dest ''", "build needs --dest FOLDER.");
        row("no source to scan", "scan", "scan needs a source: an archive, a folder or a .go file.");
        row("option of build", "build a --dest d --fast",
            "Unknown option 'fast'. “plugsmith-cli build --help” lists all options.");
        row("options of build", "build a --dest d --fast --good",
            "Unknown options: fast, good. “plugsmith-cli build --help” lists all options.");
        row("option of scan", "scan a --force",
            "Unknown option 'force'. “plugsmith-cli scan --help” lists all options.");
        row("value is missing", "build a --dest",
            "Missing value after '--dest'. “plugsmith-cli build --help” lists all options.");
        row("value that is none", "build a --dest d --force=yes",
            "Unexpected value after '--force'. “plugsmith-cli build --help” lists all options.");
        row("version", "build a --dest d --go new", "“new” is not a Go version; one is written like 1.22.6 or 1.22.");
        row("platform", "build a --dest d --platform linux",
            "“linux” is not a platform; one is written like linux/amd64.");
        row("unknown platform", "build a --dest d --platform linux/x86",
            "“linux/x86” is not a platform; one is written like linux/amd64.");
        row("arch of uname", "build a --dest d --os linux --arch x86_64",
            "“linux/x86_64” is not a platform; one is written like linux/amd64.");
        row("mode", "build a --dest d --mode lib", "--mode cannot be “lib”: it is one of plugin, exec.");
        row("trimpath", "build a --dest d --trimpath=off", "--trimpath cannot be “off”: it is one of true, false.");
        row("compression", "build a --dest d --compression xz",
            "--compression cannot be “xz”: it is one of none, gzip.");
        row("identity", "build a --dest d --identity hash", "--identity cannot be “hash”: it is one of content, time.");
        row("linker", "build a --dest d --linker ld",
            "--linker cannot be “ld”: it is one of auto, default, mold, lld, gold.");
        row("level", "build a --dest d --level GOAMD64=v9", "GOAMD64 cannot be “v9”: it is one of v1, v2, v3, v4.");
        row("level without a name", "build a --dest d --level v3",
            "--level cannot be “v3”: it names one of GOAMD64, GO386, GOARM, GOARM64, GOPPC64, GORISCV64.");
        row("scn", "build a --dest d --scn 20261301000000",
            "“20261301000000” is not an SCN: it is 14 digits, YYYYMMDDHHMMSS.");
        row("jobs", "build a --dest d --jobs 0", "--jobs needs a number from 1 on.");
        row("jobs in words", "build a --dest d --jobs all", "--jobs needs a number from 1 on.");
        row("environment", "build a --dest d --env A", "--env needs NAME=VALUE, not “A”.");
        row("environment without a name", "build a --dest d --env =b", "--env needs NAME=VALUE, not “=b”.");
    }
    void refuses()
    {
        QFETCH(QString, line);
        QFETCH(QString, sentence);
        const auto result = parsed(line);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::InvalidInput);
        QCOMPARE(result.error().sentence(), sentence);
    }

    void showsTheCommandsWhenThereIsNone_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("begin");
        QTest::newRow("nothing") << QString() << u"A command is missing."_s;
        QTest::newRow("unknown") << u"make a.zip"_s << u"There is no command “make”."_s;
    }
    void showsTheCommandsWhenThereIsNone()
    {
        QFETCH(QString, line);
        QFETCH(QString, begin);
        const auto result = parsed(line);
        QVERIFY(!result);
        QVERIFY2(result.error().sentence().startsWith(begin), qPrintable(result.error().sentence()));
        QVERIFY(result.error().sentence().contains(u"plugsmith-cli build SOURCE"_s));
    }

    void refusesAnUnendedQuote()
    {
        const auto result = CommandLine::parse({u"build"_s, u"a"_s, u"--dest"_s, u"d"_s, u"--barg"_s, u"-x 'y"_s});
        QVERIFY(!result);
        QVERIFY(!result.error().sentence().isEmpty());
    }

    void optionsWinOverPreset()
    {
        Preset preset;
        preset.name = u"production"_s;
        preset.targets = {{*GoVersion::parse(u"1.22.6"), *Platform::parse(u"linux/arm64")}};
        preset.options.tags = QStringList{u"prod"_s};
        preset.options.compression = Compression::Gzip;
        preset.options.environment = {{u"A"_s, u"1"_s}};
        preset.options.levels = {{u"GOAMD64"_s, u"v3"_s}};
        preset.options.trimPath = false;
        QVERIFY(writePreset(u"production.json"_s, preset.toJson()));

        const auto plain = parsed(u"build a.zip --dest d --preset production.json"_s);
        QVERIFY2(plain, plain ? "" : qPrintable(plain.error().sentence()));
        QCOMPARE(described(*plain), u"src=a.zip; dest=d; targets=linux/arm64 · 1.22.6; tags=prod; env=A=1; "
                                    "level=GOAMD64=v3; trimpath=false; compression=gzip"_s);
        const auto changed = parsed(u"build a.zip --dest d --preset production.json --compression none --tags dev "
                                    "--env B=2 --level GOAMD64=v2 --trimpath=true --go 1.19.8"_s);
        QVERIFY(changed);
        QCOMPARE(described(*changed), u"src=a.zip; dest=d; go=1.19.8; targets=linux/arm64 · 1.22.6; tags=dev; "
                                      "env=A=1,B=2; level=GOAMD64=v2"_s);
    }

    void refusesPresets()
    {
        const auto missing = parsed(u"build a.zip --dest d --preset none.json"_s);
        QVERIFY(!missing);
        QVERIFY2(missing.error().sentence().startsWith(u"The preset none.json cannot be read:"_s),
                 qPrintable(missing.error().sentence()));
        QVERIFY(writePreset(u"bad.json"_s, "{\"plugsmithPreset\":"));
        const auto damaged = parsed(u"build a.zip --dest d --preset bad.json"_s);
        QVERIFY(!damaged);
        QVERIFY2(damaged.error().sentence().contains(u"bad.json"_s), qPrintable(damaged.error().sentence()));
    }
};

QTEST_GUILESS_MAIN(tst_CommandLine)
#include "tst_commandline.moc"
