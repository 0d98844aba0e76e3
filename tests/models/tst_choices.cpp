// SPDX-License-Identifier: Apache-2.0
// What is chosen for a build and kept: presets, choices per module, the command that says it all, the history.
#include "base/settingkeys.h"
#include "base/shellwords.h"
#include "cli/commandline.h"
#include "models/clicommand.h"
#include "models/historymodel.h"
#include "models/modulechoices.h"
#include "models/presetstore.h"
#include "models/sourcewatch.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

Target target()
{
    return {*GoVersion::parse(u"1.22.6"), *Platform::parse(u"linux/amd64"_s)};
}

/// Nothing is the default.
BuildOptions odd()
{
    BuildOptions options;
    options.mode = BuildMode::Program;
    options.compression = Compression::Gzip;
    options.identity = Identity::Time;
    options.tags = QStringList{u"fast"_s, u"small"_s};
    options.linkerFlags = u"-s -w"_s;
    options.compilerFlags = u"all=-N"_s;
    options.arguments = QStringList{u"-p=2"_s, u"-asmflags=a b"_s};
    options.environment = {{u"GOPROXY"_s, u"off"_s}, {u"NOTE"_s, u"it's = here"_s}};
    options.levels = {{u"GOAMD64"_s, u"v3"_s}};
    options.trimPath = false;
    options.resolveImports = true;
    options.linker = u"gold"_s;
    options.fixedScn = Scn(20261121143207);
    return options;
}

} // namespace

class tst_Choices : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

private slots:
    void commandLineReadsTheCommandBack()
    {
        JobSpec spec;
        spec.sources = QStringList{u"/src/my pricing.zip"_s, u"/src/types.zip"_s};
        spec.packageFolder = u"cmd/plugin"_s;
        spec.name = u"pricing"_s;
        spec.destination = u"/out/pricing"_s;
        spec.target = target();
        spec.options = odd();
        const auto words = splitShellWords(joinShellWords(cliCommand(spec)));
        QVERIFY(words);
        const auto line = CommandLine::parse(words->sliced(1));
        QVERIFY2(line, line ? "" : qPrintable(line.error().sentence()));
        QCOMPARE(line->sources, spec.sources);
        QCOMPARE(line->destination, spec.destination);
        QCOMPARE(line->name, spec.name);
        QCOMPARE(line->mainFolder, u"./cmd/plugin"_s);
        QCOMPARE(line->versions, QVector<GoVersion>{spec.target.version});
        QCOMPARE(line->platforms, QVector<Platform>{spec.target.platform});
        QCOMPARE(line->options.toJson(), spec.options.toJson());
        spec.options = {};
        QVERIFY(!joinShellWords(cliCommand(spec)).contains(u"--tags"_s));
    }

    void wrappedCommandIsTheSameCommand()
    {
        QStringList quoted;
        JobSpec spec;
        spec.sources = QStringList{u"/a source"_s};
        spec.target = target();
        spec.options = odd();
        for (const QString &word : cliCommand(spec))
            quoted += quoteShellWord(word);
        const QString wrapped = wrappedCommand(quoted, 50);
        QVERIFY(wrapped.count(u'\n') > 3);
        const auto words = splitShellWords(QString(wrapped).replace(u" \\\n"_s, u" "_s));
        QVERIFY(words);
        QCOMPARE(*words, cliCommand(spec));
    }

    void keepsPresets()
    {
        PresetStore store(m_folder.filePath(u"presets"_s));
        QSignalSpy changed(&store, &PresetStore::changed);
        QVERIFY(store.names().isEmpty());
        const Preset release{u"Gateway / release"_s, {target()}, odd()};
        QVERIFY(store.save(release));
        QVERIFY(store.save({u"another"_s, {}, {}}));
        QCOMPARE(store.names(), QStringList({u"another"_s, u"Gateway / release"_s}));
        QCOMPARE(changed.size(), 2);
        QCOMPARE(*store.preset(u"Gateway / release"_s), release);
        QVERIFY(!store.preset(u"none"_s));

        QCOMPARE(*store.duplicate(release.name), u"Gateway / release 2"_s);
        QVERIFY(!store.rename(u"another"_s, release.name)); // taken
        QVERIFY(!store.rename(u"none"_s, u"x"_s));
        QVERIFY(store.rename(u"another"_s, u"Other"_s));
        QVERIFY(store.remove(u"Gateway / release 2"_s));
        QVERIFY(!store.remove(u"Gateway / release 2"_s));
        QCOMPARE(store.names(), QStringList({u"Gateway / release"_s, u"Other"_s}));

        // The next start, and the command line, read the same files.
        const PresetStore next(m_folder.filePath(u"presets"_s));
        QCOMPARE(next.names(), store.names());
        QCOMPARE(QDir(m_folder.filePath(u"presets"_s)).entryList(QDir::Files).size(), 2);
        const QString file = m_folder.filePath(u"exported.json"_s);
        QVERIFY(store.exportFile(release.name, file));
        QCOMPARE(*store.importFile(file), u"Gateway / release 2"_s);
        const auto line = CommandLine::parse({u"build"_s, u"--preset"_s, file, u"--dest"_s, u"/out"_s, u"/src"_s});
        QVERIFY(line);
        QCOMPARE(line->presetTargets, release.targets);
        QCOMPARE(line->options.toJson(), release.options.toJson());
        QFile broken(m_folder.filePath(u"broken.json"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("[]");
        broken.close();
        QVERIFY(!store.importFile(broken.fileName()));
    }

    void remembersChoices()
    {
        Settings settings(m_folder.filePath(u"settings.ini"_s));
        QCOMPARE(ModuleChoices::of(settings, u"example.com/shop/pricing/v2"_s).name, u"pricing"_s);
        settings.set(keys::DefaultCompression, u"gzip"_s);
        QCOMPARE(ModuleChoices::of(settings, u"example.com/new"_s).options.compression, Compression::Gzip);
        const ModuleChoices choices{u"prices"_s, u"/out"_s, odd(), {target()}, u"Gateway release"_s};
        choices.keep(settings, u"example.com/shop/pricing"_s);
        const ModuleChoices read = ModuleChoices::of(settings, u"example.com/shop/pricing"_s);
        QCOMPARE(read.name, choices.name);
        QCOMPARE(read.destination, choices.destination);
        QCOMPARE(read.options, choices.options);
        QCOMPARE(read.targets, choices.targets);
        QCOMPARE(read.presetName, choices.presetName);
    }

    void showsTheHistory()
    {
        HistoryModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        JobRecord record;
        record.spec.name = u"pricing"_s;
        record.spec.target = target();
        record.state = JobState::Failed;
        record.error.message = u"1 error in hash.go"_s;
        record.created = QDateTime::currentDateTimeUtc();
        record.seconds = 23;
        model.setRecords({record, record});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(1, HistoryModel::NameColumn).data(), u"pricing"_s);
        QCOMPARE(model.index(1, HistoryModel::TimeColumn).data(), u"0:23"_s);
        QCOMPARE(model.index(0, 0).data(HistoryModel::StateRole).value<JobState>(), JobState::Failed);
        const QString sentence = model.index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(sentence.endsWith(u"1 error in hash.go"_s), qPrintable(sentence));
    }

    void seesASourceChange()
    {
        const QString path = m_folder.filePath(u"source.zip"_s);
        const auto write = [&path](const QByteArray &bytes) {
            QFile file(path);
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        };
        QVERIFY(write("one"));
        SourceWatch watch;
        QSignalSpy changed(&watch, &SourceWatch::changed);
        watch.watch({path});
        QTest::qWait(100); // the first look
        QVERIFY(!watch.changedAt().isValid());
        QFile::remove(path);
        QVERIFY(write("another one")); // as programs do that replace files
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(watch.changedAt().isValid());
        watch.watch({path});
        QVERIFY(!watch.changedAt().isValid());
    }
};

QTEST_GUILESS_MAIN(tst_Choices)
#include "tst_choices.moc"
