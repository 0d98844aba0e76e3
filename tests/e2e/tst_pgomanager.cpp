// SPDX-License-Identifier: Apache-2.0
// Our manager rules beside viant/pgo's own manager package, row by row. Needs Go, and pgo from the module proxy once.
#include "session/pluginfile.h"
#include "support/managerrows.h"
#include "support/realgo.h"

#include <QDateTime>
#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

namespace {

/// What pgomanager says where our rules say this; pgo has one error for both rules about SCNs.
QByteArray wordOf(ManagerVerdict::Rule rule)
{
    using Rule = ManagerVerdict::Rule;
    switch (rule) {
    case Rule::Fits:
        return "fits";
    case Rule::OlderThanInitial:
    case Rule::Outdated:
        return "old";
    case Rule::OtherProcessor:
        return "processor";
    case Rule::OtherSystem:
        return "system";
    case Rule::OtherVersion:
        break;
    }
    return "version";
}

QJsonObject runtimeOf(const Platform &platform, const QString &version)
{
    return {{u"Arch"_s, platform.arch}, {u"Os"_s, platform.os}, {u"Version"_s, version}};
}

/// A plugin without build info: what the rules see is in its name and the time of the file.
struct NamedRow
{
    const char *fileName = "";
    qint64 initial = 0;
    const char *modified = "2024-06-01T12:00:00Z";
    ManagerVerdict::Rule ours = ManagerVerdict::Rule::Fits;
    const char *theirs = "";   ///< empty: the same
    const char *go = "1.22.6"; ///< of the manager
};

const std::vector<NamedRow> &namedRows()
{
    using Rule = ManagerVerdict::Rule;
    constexpr auto Then = "2024-06-01T12:00:00Z";
    static const std::vector<NamedRow> rows{
        {"main_1_22_6_linux_amd64.so", 0, Then, Rule::Fits, ""},
        {"my_plugin_1_22_6_linux_amd64.so", 0, Then, Rule::Fits, ""},
        {"main_1_22_6_linux_arm64.so", 0, Then, Rule::OtherProcessor, ""},
        {"main_1_22_6_darwin_amd64.so", 0, Then, Rule::OtherSystem, ""},
        {"main_1_22_5_linux_amd64.so", 0, Then, Rule::OtherVersion, ""},
        {"main_1_22_linux_amd64.so", 0, Then, Rule::OtherVersion, ""},
        {"main_1_22_6_linux_amd64.so", 20240601120000, Then, Rule::Fits, ""},
        {"main_1_22_6_linux_amd64.so", 20240601120001, Then, Rule::OlderThanInitial, ""},
        {"main_1_22_6_linux_amd64.so", 20240601120001, "2024-06-01T12:00:01Z", Rule::Fits, ""},
        {"main_1_20_linux_amd64.so", 0, Then, Rule::Fits, "", "1.20"},
        // What pgo does wrong: three tokens before the system are the version, whatever they are ...
        {"my_plugin_1_20_linux_amd64.so", 0, Then, Rule::Fits, "version", "1.20"},
        // ... and a name that says nothing is another processor, whatever is in the file.
        {"pricing.so", 0, Then, Rule::OtherVersion, "processor"},
    };
    return rows;
}

} // namespace

class tst_PgoManager : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_plugin;

    QString at(const QString &path) const { return m_folder.filePath(path); }

    CliRun go(const QStringList &arguments, const QString &folder) const
    {
        return runProgram(u"go"_s, arguments, goBuildEnvironment(), at(folder));
    }
    /// The answers to questions, one a line.
    QByteArrayList ask(const QVector<QJsonObject> &questions) const
    {
        QByteArray input;
        for (const QJsonObject &question : questions)
            input += QJsonDocument(question).toJson(QJsonDocument::Compact) + '\n';
        const CliRun run = runProgram(at(u"manager/pgomanager"_s), {}, QProcessEnvironment::systemEnvironment(),
                                      m_folder.path(), 60'000, input);
        if (run.exitCode != 0)
            qWarning("%s", run.everything().constData());
        return run.out.trimmed().split('\n');
    }

private slots:
    void initTestCase()
    {
        if (const QString reason = whyNoRealPlugins(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        const QDir source(QStringLiteral(PLUGSMITH_SOURCE_DIR "/tests/e2e/pgomanager"));
        QVERIFY(QDir().mkpath(at(u"manager"_s)));
        for (const QString &name : source.entryList(QDir::Files))
            QVERIFY(QFile::copy(source.filePath(name), at(u"manager/"_s + name)));
        const CliRun fetched = go({u"mod"_s, u"download"_s}, u"manager"_s);
        if (fetched.exitCode != 0)
            QSKIP(QByteArray("viant/pgo cannot be fetched: " + fetched.err.trimmed().split('\n').last()).constData());
        const CliRun built = go({u"build"_s, u"-trimpath"_s, u"-mod=readonly"_s, u"."_s}, u"manager"_s);
        QVERIFY2(built.exitCode == 0, built.everything().constData());
        builder::writeTree({{"go.mod", "module example.com/shop/pricing\n\ngo 1.18\n"},
                            {"main.go", "package main\n\nvar Answer = 42\n"}},
                           at(u"plugin"_s));
        m_plugin = at(u"pricing.so"_s);
        const CliRun plugin =
            go({u"build"_s, u"-trimpath"_s, u"-buildmode=plugin"_s, u"-o"_s, m_plugin, u"."_s}, u"plugin"_s);
        QVERIFY2(plugin.exitCode == 0, plugin.everything().constData());
    }

    void theTableIsPgos()
    {
        QVector<QJsonObject> questions;
        for (const ManagerRow &row : managerRows()) {
            const PluginCandidate candidate = row.candidate();
            QJsonObject question{
                {u"Plugin"_s, m_plugin},
                {u"Initial"_s, row.initial},
                {u"Manager"_s, runtimeOf(ManagerPlatform, ManagerGo)},
                {u"Info"_s, QJsonObject{{u"Name"_s, candidate.name},
                                        {u"Scn"_s, row.scn},
                                        {u"Runtime"_s, runtimeOf(candidate.platform, candidate.version)}}}};
            if (row.loaded >= 0)
                question.insert(u"Loaded"_s, row.loaded);
            questions += question;
        }
        const QByteArrayList answers = ask(questions);
        QCOMPARE(answers.size(), questions.size());
        QVERIFY(answers.size() >= 40);
        QStringList differing;
        for (qsizetype i = 0; i < answers.size(); ++i) {
            const ManagerRow &row = managerRows()[static_cast<size_t>(i)];
            ManagerState state{Scn(row.initial), ManagerGo, ManagerPlatform, {}};
            if (row.loaded >= 0)
                state.loaded.insert(u"pricing"_s, Scn(row.loaded));
            const QByteArray ours = wordOf(judge(row.candidate(), state).rule);
            if (ours != answers[i])
                differing += row.name() + u": "_s + QString::fromUtf8(ours + ", pgo: " + answers[i]);
        }
        QCOMPARE(differing, QStringList());
    }

    void withoutBuildInfoTheNameCounts_data()
    {
        QTest::addColumn<qsizetype>("at");
        for (size_t at = 0; at < namedRows().size(); ++at) {
            const NamedRow &row = namedRows()[at];
            QTest::addRow("%s, %s, initial %lld", row.fileName, row.modified, row.initial) << qsizetype(at);
        }
    }
    void withoutBuildInfoTheNameCounts()
    {
        QFETCH(qsizetype, at);
        const NamedRow &row = namedRows()[static_cast<size_t>(at)];
        const QTemporaryDir folder;
        const QString path = folder.filePath(QString::fromLatin1(row.fileName));
        QVERIFY(QFile::copy(m_plugin, path));
        {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.setFileTime(QDateTime::fromString(QString::fromLatin1(row.modified), Qt::ISODate),
                                     QFileDevice::FileModificationTime));
        }
        const auto file = readPluginFile(path);
        QVERIFY2(file, file ? "" : qPrintable(file.error().sentence()));
        const QString version = QString::fromLatin1(row.go);
        const ManagerState state{Scn(row.initial), version, ManagerPlatform, {}};
        const ManagerVerdict verdict = judge(file->candidate, state);
        QCOMPARE(wordOf(verdict.rule), wordOf(row.ours));
        const QByteArrayList answers = ask(
            {{{u"Plugin"_s, path}, {u"Initial"_s, row.initial}, {u"Manager"_s, runtimeOf(ManagerPlatform, version)}}});
        QCOMPARE(answers.value(0), *row.theirs ? QByteArray(row.theirs) : wordOf(row.ours));
    }
};

QTEST_GUILESS_MAIN(tst_PgoManager)
#include "tst_pgomanager.moc"
