// SPDX-License-Identifier: Apache-2.0
// What a killed build left behind, made by hand where the moment is too short to be met: the next start puts it right
// before it builds anything.
#include "base/plugininfo.h"
#include "support/archivebuilder.h"
#include "support/clirun.h"
#include "support/fakemachine.h"

#include <QCryptographicHash>
#include <QTest>

#include <csignal>

using namespace plugsmith;
using namespace plugsmith::builder;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString sha256Of(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace

class tst_Recovery : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<FakeMachine> m_machine;
    QProcessEnvironment m_environment;

    QString out(const QString &name = {}) const { return m_machine->path(u"out/"_s + name); }
    QString stem() const { return u"main_1_22_99_"_s + Platform::thisMachine().toString().replace(u'/', u'_'); }
    QString plugin() const { return out(stem() + u".so"); }
    QString info() const { return out(stem() + u".pinf"); }
    void writeSource(const QByteArray &main) const
    {
        builder::writeFile(m_machine->path(u"pricing.zip"_s),
                           zipOf({{.name = "go.mod", .content = "module example.com/pricing\n\ngo 1.18\n"},
                                  {.name = "main.go", .content = "package main\n\nvar Contract = " + main + '\n'}}));
    }
    QStringList arguments() const
    {
        return {u"build"_s,
                m_machine->path(u"pricing.zip"_s),
                u"--dest"_s,
                out().chopped(1),
                u"--go"_s,
                u"1.22.99"_s,
                u"--json"_s,
                u"--goroot"_s,
                m_machine->goRoot("go1.22.99")};
    }
    CliRun build() const { return runCli(arguments(), m_environment); }
    /// Starts a build of another source and kills it while Go runs. Returns its process id, 0 if it did not come to it.
    qint64 killABuild() const
    {
        writeSource("2");
        QProcess process;
        QProcessEnvironment environment = m_environment;
        environment.insert(u"PACE"_s, u"slow"_s);
        process.setProcessEnvironment(environment);
        process.start(cliProgram(), arguments());
        QByteArray output;
        const bool compiles = QTest::qWaitFor(
            [&] { return (output += process.readAllStandardOutput()).contains("\"state\":\"compiling\""); }, 30'000);
        const qint64 id = process.processId();
        if (id <= 0) // 0 would be this test
            return 0;
        ::kill(static_cast<pid_t>(id), SIGKILL);
        process.waitForFinished();
        return compiles ? id : 0;
    }
    bool isConsistent() const
    {
        const auto read = PluginInfo::read(info());
        return read && read->plugsmith.value("sha256"_L1).toString() == sha256Of(bytesOf(plugin()));
    }
    QStringList files() const { return QDir(out()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }

private slots:
    void init()
    {
        m_machine = std::make_unique<FakeMachine>();
        QVERIFY(m_machine->addGo("go1.22.99", "err example.com/pricing\nwhen PACE slow sleep 600000\n" +
                                                  m_machine->writesPlugin("go1.22.99")));
        m_environment = QProcessEnvironment::systemEnvironment();
        m_environment.insert(u"CC"_s, m_machine->compiler());
        for (const QString &name : {u"CACHE"_s, u"STATE"_s})
            m_environment.insert(QString(u"XDG_"_s + name + u"_HOME"), m_machine->path(name));
        writeSource("1");
        const CliRun first = build();
        QVERIFY2(first.exitCode == 0, first.everything().constData());
        QVERIFY(isConsistent());
    }
    void cleanup() { m_machine.reset(); }

    void finishesAStoreBeforeItBuilds()
    {
        const QByteArray before = bytesOf(plugin());
        const qint64 id = killABuild();
        QVERIFY(id > 0);
        // Killed between the two renames: the build info speaks of the plugin that has its temporary name still.
        const QByteArray after = before + QByteArray(60'000'000, '2'); // looked at for a while
        QVERIFY(test::writeFile(out(u".plugsmith-%1-1a2b-"_s.arg(id) + stem() + u".so"), after));
        auto ahead = PluginInfo::read(info());
        QVERIFY(ahead);
        ahead->plugsmith.insert("sha256"_L1, sha256Of(after));
        QVERIFY(test::writeFile(info(), ahead->toJson()));

        writeSource("1"); // that was built before, and would be up to date
        const CliRun next = build();
        QVERIFY2(next.exitCode == 0, next.everything().constData());
        QVERIFY(isConsistent());
        QCOMPARE(bytesOf(plugin()), before);
        QCOMPARE(next.jobs(u"done"_s).value(0).value("sha256"_L1).toString(), sha256Of(before));
        QCOMPARE(files(), (QStringList{stem() + u".pinf", stem() + u".so"}));
    }

    void removesHalfAPlugin()
    {
        const qint64 id = killABuild();
        QVERIFY(id > 0);
        for (const char *extension : {".so", ".pinf"})
            QVERIFY(
                test::writeFile(out(u".plugsmith-%1-1a2b-"_s.arg(id) + stem() + QLatin1StringView(extension)), "half"));
        writeSource("1");
        const CliRun next = build();
        QVERIFY2(next.exitCode == 0, next.everything().constData());
        QCOMPARE(next.jobs(u"done"_s).value(0).value("upToDate"_L1), true);
        QCOMPARE(files(), (QStringList{stem() + u".pinf", stem() + u".so"}));
        QVERIFY(isConsistent());
    }

    void builds_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("gone") << QByteArray();
        QTest::newRow("damaged") << QByteArray("{\"Name\":");
        QTest::newRow("of pgo") << QByteArray("{\"Name\":\"main\",\"Scn\":20231125103854,\"Compression\":\"\","
                                              "\"Runtime\":{\"Arch\":\"amd64\",\"Os\":\"linux\","
                                              "\"Version\":\"1.22.99\",\"UseContainer\":false}}");
    }
    void builds()
    {
        // Without a build info that speaks of it, a plugin cannot be stamped anew.
        QFETCH(QByteArray, content);
        if (content.isEmpty())
            QVERIFY(QFile::remove(info()));
        else
            QVERIFY(test::writeFile(info(), content));
        const CliRun next = build();
        QVERIFY2(next.exitCode == 0, next.everything().constData());
        QCOMPARE(next.jobs(u"done"_s).value(0).value("upToDate"_L1), false);
        QVERIFY(isConsistent());
    }
};

QTEST_GUILESS_MAIN(tst_Recovery)
#include "tst_recovery.moc"
