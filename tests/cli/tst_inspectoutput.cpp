// SPDX-License-Identifier: Apache-2.0
// inspect, list and compare: the command line, and what is printed.
#include "catalog/entryreader.h"
#include "cli/catalogcommandline.h"
#include "cli/catalogcommands.h"
#include "cli/filecommands.h"
#include "cli/inspectiontext.h"

#include "capture.h"
#include "support/goimage.h"
#include "support/gotypedata.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace plugsmith::tests;
using namespace Qt::StringLiterals;

namespace {

QByteArray pluginBytes(const QByteArray &go)
{
    const ElfMachine machine = ElfMachine::named("arm64");
    const auto data = exampleExports(machine, ElfBuilder::RelroAddress, true, true);
    ElfBuilder builder(machine);
    addModuleRecord(&builder,
                    {.layout = ModuleLayout::of("1.22"), .typeData = data.types, .exportEntries = data.entries});
    addBuildInfo(&builder, go,
                 "path\tx\nmod\tx\t(devel)\t\ndep\texample.com/a\tv1.2.3\th1:abc=\n=>\texample.com/b\tv1.2.4"
                 "\th1:def=\nbuild\t-trimpath=true\n");
    builder.addNeeded("libc.so.6");
    return builder.build();
}

QList<QJsonObject> objectsIn(const QByteArray &output)
{
    QList<QJsonObject> objects;
    for (const QByteArray &line : output.trimmed().split('\n'))
        objects << QJsonDocument::fromJson(line).object();
    return objects;
}

QDir samples()
{
    const QString chosen = qEnvironmentVariable("PLUGSMITH_SAMPLES");
    return QDir(chosen.isEmpty() ? QStringLiteral(PLUGSMITH_SOURCE_DIR "/../shared/samples/plugins") : chosen);
}

} // namespace

class tst_InspectOutput : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(write(u"geo_1_22_6_linux_arm64.so"_s, pluginBytes("go1.22.6")));
        QVERIFY(write(u"geo_1_22_6_linux_arm64.pinf"_s,
                      R"({"Name":"geo","Scn":20231125103854,"Compression":"","Runtime":{"Arch":"arm64","Os":"linux",)"
                      R"("Version":"1.22.6","UseContainer":false}})"));
        QVERIFY(write(u"old.so"_s, pluginBytes("go1.22.1")));
        QVERIFY(write(u"cut.so"_s, pluginBytes("go1.22.6").chopped(9)));
    }

    void parses_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("isGood");
        for (const auto &[line, isGood] : std::initializer_list<std::pair<const char *, bool>>{
                 {"inspect a.so b.so --json --symbols --modules", true},
                 {"inspect", false},
                 {"inspect a.so --filter x", false},
                 {"list /tmp --filter go:1.22 --json", true},
                 {"list --json", false},
                 {"list /tmp --filter is:nonsense", false},
                 {"list /tmp --symbols", false},
                 {"compare a.so b.so", true},
                 {"compare a.so", false},
                 {"compare a.so b.so c.so", false},
                 {"stamp a.so --dry-run --json", true},
                 {"stamp", false},
                 {"inspect a.so --dry-run", false},
                 {"compare --help", true}})
            QTest::addRow("%s", line) << QString::fromLatin1(line) << isGood;
    }
    void parses()
    {
        QFETCH(QString, line);
        const QStringList words = line.split(u' ');
        QVERIFY(CatalogCommandLine::isCommand(words.first()));
        const auto parsed = CatalogCommandLine::parse(words);
        QTEST(parsed.has_value(), "isGood");
        if (parsed && parsed->command != CatalogCommandLine::Command::Help)
            QVERIFY(QDir::isAbsolutePath(parsed->paths.first()));
    }

    void inspectsAsJson()
    {
        int exitCode = -1;
        const auto line = parsed({u"inspect"_s, path(u"geo_1_22_6_linux_arm64.so"_s), u"--json"_s, u"--symbols"_s});
        const auto objects = objectsIn(test::printed(stdout, [&] { exitCode = runInspect(line); }));
        QCOMPARE(exitCode, 0);
        QCOMPARE(objects.size(), 1);
        const QJsonObject &object = objects[0];
        QCOMPARE(object.value("kind"_L1), u"plugin"_s);
        QCOMPARE(object.value("format"_L1), u"elf"_s);
        QCOMPARE(object.value("platform"_L1), u"linux/arm64"_s);
        QCOMPARE(object.value("go"_L1), u"1.22.6"_s);
        QCOMPARE(object.value("goSource"_L1), u"build info"_s);
        QCOMPARE(object.value("scn"_L1).toInteger(), 20231125103854);
        QCOMPARE(object.value("scnSource"_L1), u"sidecar"_s);
        QCOMPARE(object.value("compression"_L1), QString());
        QCOMPARE(object.value("pluginPath"_L1), u"example.com/shop/plug%2ev1"_s);
        const QJsonArray exports = object.value("exports"_L1).toArray();
        QCOMPARE(exports.size(), 2);
        QCOMPARE(exports[1].toObject(), (QJsonObject{{u"name"_s, u"Quote"_s},
                                                     {u"kind"_s, u"func"_s},
                                                     {u"type"_s, u"func(string, ...int) (*main.Result, error)"_s}}));
        const QJsonObject module = object.value("modules"_L1).toArray()[1].toObject();
        QCOMPARE(module.value("path"_L1), u"example.com/a"_s);
        QCOMPARE(module.value("sum"_L1), u"h1:abc="_s);
        QCOMPARE(module.value("replace"_L1).toObject().value("path"_L1), u"example.com/b"_s);
        QCOMPARE(object.value("settings"_L1).toObject().value("-trimpath"_L1), u"true"_s);
        QCOMPARE(object.value("packages"_L1), 3);
        QCOMPARE(object.value("needed"_L1).toArray(), QJsonArray{u"libc.so.6"_s});
        QVERIFY(object.contains("glibc"_L1) && object.value("size"_L1).toInteger() > 1000);
        QCOMPARE(object.value("types"_L1).toArray().size(), 1);
    }

    void inspectsForPeople()
    {
        const auto line = parsed({u"inspect"_s, path(u"geo_1_22_6_linux_arm64.so"_s), u"--symbols"_s, u"--modules"_s});
        const QByteArray text = test::printed(stdout, [&] { runInspect(line); });
        for (const char *part :
             {"func Quote(string, ...int) (*main.Result, error)", "var Last *main.Result", "1.22.6 (build info)",
              "20231125103854 (sidecar)", "type main.Result struct", "Total string `json:\"total\"`",
              "func (*) Add(int)", "=> example.com/b v1.2.4", "build -trimpath=true"})
            QVERIFY2(text.contains(part), part);
    }

    void saysWhatIsDamaged()
    {
        int exitCode = -1;
        const auto line = parsed({u"inspect"_s, u"--json"_s, path(u"cut.so"_s), path(u"missing.so"_s)});
        const auto objects = objectsIn(test::printed(stdout, [&] { exitCode = runInspect(line); }));
        QCOMPARE(exitCode, 1);
        QCOMPARE(objects.size(), 2);
        QCOMPARE(objects[0].value("kind"_L1), u"damaged"_s);
        QVERIFY(objects[0].value("detail"_L1).toString().contains("file size"_L1)); // where
        QCOMPARE(objects[1].value("kind"_L1), u"unreadable"_s);
    }

    void lists()
    {
        const auto objects = listed({u"--json"_s});
        QCOMPARE(objects.size(), 3);
        QHash<QString, QJsonObject> byName;
        for (const QJsonObject &each : objects)
            byName.insert(each.value("path"_L1).toString().section(u'/', -1), each);
        QCOMPARE(byName[u"geo_1_22_6_linux_arm64.so"_s].value("newest"_L1), true);
        QCOMPARE(byName[u"cut.so"_s].value("kind"_L1), u"damaged"_s);
        QCOMPARE(byName[u"old.so"_s].value("scnSource"_L1), u"file date"_s);
        const auto filtered = listed({u"--json"_s, u"--filter"_s, u"go:1.22.1 symbol:quote"_s});
        QCOMPARE(filtered.size(), 1);
        QCOMPARE(filtered[0].value("name"_L1), u"old"_s);
    }

    void compares()
    {
        const auto line = parsed({u"compare"_s, path(u"old.so"_s), path(u"geo_1_22_6_linux_arm64.so"_s), u"--json"_s});
        const auto objects = objectsIn(test::printed(stdout, [&] { runCompare(line); }));
        QCOMPARE(objects[0].value("equal"_L1), false);
        QCOMPARE(objects[0].value("facts"_L1).toArray(),
                 (QJsonArray{QJsonObject{{u"name"_s, u"go"_s}, {u"a"_s, u"1.22.1"_s}, {u"b"_s, u"1.22.6"_s}}}));
        QVERIFY(objects[0].value("exports"_L1).toArray().isEmpty());
    }

    void stamps()
    {
        const QString plugin = path(u"old.so"_s);
        const QString beside = path(u"old.pinf"_s);
        const auto stamp = [&](const QStringList &options) {
            const auto line = parsed(QStringList{u"stamp"_s, plugin} + options);
            return test::printed(stdout, [&] { QCOMPARE(runStamp(line), 0); });
        };
        const auto planned = objectsIn(stamp({u"--json"_s, u"--dry-run"_s}));
        QCOMPARE(planned[0].value("written"_L1), false);
        QCOMPARE(planned[0].value("fits"_L1), false);
        QVERIFY(planned[0].value("before"_L1).isNull() && !QFile::exists(beside));
        const auto done = objectsIn(stamp({u"--json"_s}));
        QCOMPARE(done[0].value("written"_L1), true);
        QCOMPARE(done[0].value("buildInfo"_L1), beside);
        const auto written = PluginInfo::read(beside);
        QVERIFY(written);
        QCOMPARE(written->version, u"1.22.1"_s);
        QCOMPARE(written->toJson(), done[0].value("content"_L1).toString().toUtf8());
        QVERIFY(stamp({}).contains("fits already"));
        QVERIFY(QFile::remove(beside));

        int exitCode = -1;
        const auto damaged = parsed({u"stamp"_s, path(u"cut.so"_s)});
        const QByteArray problem = test::printed(stderr, [&] { exitCode = runStamp(damaged); });
        QCOMPARE(exitCode, 1);
        QVERIFY(problem.contains("cut.so") && !QFile::exists(path(u"cut.pinf"_s)));
    }

    void loadsOnlyWhatItNeeds()
    {
        const auto program = inspectFile(qEnvironmentVariable("PLUGSMITH_BIN") + u"/plugsmith-cli"_s);
        if (!program || program->facts.format != BinaryFormat::Elf)
            QSKIP("the program is no ELF file here");
        const QString needed = program->dependencies.needed.join(u' ');
        QVERIFY(needed.contains("Qt6Core"_L1));
        QVERIFY2(!needed.contains("Qt6Network"_L1) && !needed.contains("Qt6Sql"_L1), qPrintable(needed));
    }

    void saysWhenItsOtherHalfIsMissing()
    {
        const QString alone = path(u"plugsmith-cli"_s);
        QVERIFY(QFile::copy(qEnvironmentVariable("PLUGSMITH_BIN") + u"/plugsmith-cli"_s, alone));
        QProcess program;
        program.start(alone, {u"toolchain"_s, u"list"_s});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 1);
        QVERIFY(program.readAllStandardError().contains("plugsmith-commands"));
        program.start(alone, {u"inspect"_s, path(u"old.so"_s), u"--json"_s});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 0);
    }

    void equalsWhatGoSays_data()
    {
        QTest::addColumn<QString>("sample");
        if (!samples().exists() || QStandardPaths::findExecutable(u"xz"_s).isEmpty())
            QSKIP("the sample plugins are not here; PLUGSMITH_SAMPLES names their folder");
        for (const QString &name : samples().entryList({u"*.txt"_s}, QDir::Files, QDir::Name))
            QTest::newRow(qPrintable(name)) << samples().filePath(name.chopped(4));
    }
    void equalsWhatGoSays()
    {
        QFETCH(QString, sample);
        QFile truth(sample + u".txt"_s);
        QVERIFY(truth.open(QIODevice::ReadOnly));
        QProcess xz;
        xz.setStandardOutputFile(path(u"sample"_s));
        xz.start(u"xz"_s, {u"-dc"_s, sample + u".so.xz"_s});
        QVERIFY(xz.waitForFinished() && xz.exitCode() == 0);
        const auto line = parsed({u"inspect"_s, path(u"sample"_s), u"--json"_s});
        const auto objects = objectsIn(test::printed(stdout, [&] { runInspect(line); }));
        QByteArrayList lines{"PATH " + objects[0].value("pluginPath"_L1).toString().toUtf8()};
        for (const auto &each : objects[0].value("exports"_L1).toArray()) {
            const QJsonObject object = each.toObject();
            lines << (object.value("name"_L1).toString() + u'\t' + object.value("type"_L1).toString()).toUtf8();
            const bool isFunction = object.value("type"_L1).toString().startsWith("func("_L1);
            QCOMPARE(object.value("kind"_L1), isFunction ? u"func"_s : u"var"_s);
        }
        QCOMPARE(lines.join('\n'), truth.readAll().trimmed());
        QVERIFY(QFile::remove(path(u"sample"_s)));
    }

private:
    QString path(const QString &name) const { return m_dir.filePath(name); }
    bool write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }
    static CatalogCommandLine parsed(const QStringList &arguments)
    {
        const auto line = CatalogCommandLine::parse(arguments);
        return line ? *line : CatalogCommandLine();
    }
    QList<QJsonObject> listed(const QStringList &options) const
    {
        return objectsIn(test::printed(stdout, [&] {
            ListCommand command(parsed(QStringList{u"list"_s, m_dir.path()} + options));
            QSignalSpy finished(&command, &ListCommand::finished);
            command.start();
            if (!finished.wait() || finished[0][0].toInt() != 0)
                QTest::qFail("list fails", __FILE__, __LINE__);
        }));
    }

    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(tst_InspectOutput)
#include "tst_inspectoutput.moc"
