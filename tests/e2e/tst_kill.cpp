// SPDX-License-Identifier: Apache-2.0
// kill -9 at any moment of a build: what is in the folder of plugins is whole, and the next start puts the rest right.
// PLUGSMITH_KILLS says how often (6), PLUGSMITH_SEED for which moments.
#include "base/atomicfile.h"
#include "base/plugininfo.h"
#include "gobinary/binaryfile.h"
#include "gosources.h"
#include "support/realgo.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto Everything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;

QString sha256Of(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? QString::fromLatin1(hash.result().toHex())
                                                                 : u"(unreadable)"_s;
}

/// Processes with `word` in their environment or arguments, but this one.
QStringList processesWith(const QByteArray &word)
{
    QStringList found;
    for (const QString &pid : QDir(u"/proc"_s).entryList({u"[0-9]*"_s})) {
        QFile environment(u"/proc/"_s + pid + u"/environ"_s);
        QFile arguments(u"/proc/"_s + pid + u"/cmdline"_s);
        if (pid.toLongLong() == ::getpid() || !environment.open(QIODevice::ReadOnly) ||
            !arguments.open(QIODevice::ReadOnly))
            continue;
        const QByteArray words = arguments.readAll();
        if (environment.readAll().contains(word) || words.contains(word))
            found += QString::fromLocal8Bit(QByteArray(words).replace('\0', ' '));
    }
    return found;
}

} // namespace

class tst_Kill : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QProcessEnvironment m_environment;
    QRandomGenerator m_random;
    QStringList m_versions;
    int m_betweenRenames = 0;

    QString at(const QString &path) const { return m_folder->filePath(path); }
    QString out() const { return at(u"out"_s); }
    QStringList arguments(bool force) const
    {
        QStringList words{u"build"_s, at(u"pricing.zip"_s), u"--dest"_s, out(), u"--json"_s, u"--jobs"_s, u"2"_s};
        for (const QString &version : m_versions)
            words += {u"--go"_s, version};
        if (force)
            words += u"--force"_s;
        return words;
    }
    CliRun build() const { return runCli(arguments(false), m_environment); }

    /// Empty if every plugin is whole and belongs to its build info. `isSettled`: nothing else may lie there. Otherwise
    /// a build info may be ahead of its plugin, if the plugin it speaks of lies there, whole, under a temporary name.
    QString problemIn(bool isSettled)
    {
        const QDir folder(out());
        QStringList waiting;
        for (const QString &name : folder.entryList(Everything)) {
            if (isTemporaryName(name)) {
                if (isSettled)
                    return name + u" was left behind"_s;
                waiting += sha256Of(folder.filePath(name));
            } else if (!name.endsWith(u".so"_s) && !name.endsWith(u".pinf"_s)) {
                return name + u" is neither plugin nor build info"_s;
            }
        }
        for (const QString &name : folder.entryList({u"*.so"_s})) {
            const auto info = PluginInfo::read(folder.filePath(name.chopped(3) + u".pinf"));
            if (!info)
                return name + u": "_s + info.error().sentence();
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                return name + u" cannot be read"_s;
            if (const auto whole = checkWhole(file.readAll(), name); !whole)
                return name + u": "_s + whole.error().sentence();
            const QString expected = info->plugsmith.value("sha256"_L1).toString();
            if (expected == sha256Of(file.fileName()))
                continue;
            if (!waiting.contains(expected))
                return name + u" is not the file that its build info speaks of"_s;
            ++m_betweenRenames;
        }
        if (isSettled && folder.entryList({u"*.so"_s}).size() != folder.entryList({u"*.pinf"_s}).size())
            return u"a build info without a plugin was left behind"_s;
        return {};
    }

    QString problemInHistory() const
    {
        const QString path = at(u"state/plugsmith/history.sqlite"_s);
        if (!QFile::exists(path))
            return {}; // killed before it began
        QString answer;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"check"_s);
            database.setDatabaseName(path);
            if (!database.open())
                return u"the history cannot be opened"_s;
            QSqlQuery query(u"PRAGMA integrity_check"_s, database);
            answer = query.next() ? query.value(0).toString() : u"no answer"_s;
        }
        QSqlDatabase::removeDatabase(u"check"_s);
        const QStringList files = QDir(at(u"state/plugsmith"_s)).entryList(QDir::Files);
        for (const QString &name : files) {
            if (!name.startsWith(u"history.sqlite"_s) || name.contains(u"damaged"_s))
                return name + u" was put aside"_s;
        }
        return answer == "ok"_L1 ? QString() : answer;
    }

    /// Starts a build of new sources in a process group of its own and kills that at a random moment. Returns when.
    QString buildAndKill(int round, int usualMilliseconds)
    {
        builder::writeFile(at(u"pricing.zip"_s), e2e::pluginZip("round" + QByteArray::number(round)));
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.setChildProcessModifier([] { ::setpgid(0, 0); });
        process.start(cliProgram(), arguments(true));
        if (!process.waitForStarted())
            return u"not started"_s;
        // A third anywhere, the others where it is dangerous: while files are stored, while Go works.
        const QByteArrayList words{"", "\"state\":\"stamping\"", "\"state\":\"compiling\""};
        const QByteArray word = words[m_random.bounded(3)];
        QByteArray output;
        QElapsedTimer clock;
        clock.start();
        while (!output.contains(word) && process.state() == QProcess::Running && clock.elapsed() < 60'000) {
            process.waitForReadyRead(1000);
            output += process.readAllStandardOutput();
        }
        const int delay = m_random.bounded(word.isEmpty() ? usualMilliseconds : word.contains("stamping") ? 80 : 600);
        process.waitForFinished(delay);
        const auto group = static_cast<pid_t>(process.processId());
        const bool hadEnded = group <= 0; // 0 would be the group of this test
        if (!hadEnded) {
            ::kill(-group, SIGKILL);
            process.waitForFinished();
        }
        output += process.readAllStandardOutput();
        const QByteArray lastState = output.sliced(qMax(qsizetype(0), output.lastIndexOf("\"state\":"))).split('}')[0];
        return u"round %1, %2 %3 ms after %4, %5"_s.arg(round)
            .arg(hadEnded ? u"ended before"_s : u"killed"_s)
            .arg(delay)
            .arg(QString::fromLatin1(word.isEmpty() ? QByteArray("the start") : word), QString::fromLatin1(lastState));
    }

private slots:
    void initTestCase()
    {
        if (const QString reason = whyNoRealBuilds(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
#ifndef Q_OS_LINUX
        QSKIP("processes are looked up in /proc");
#endif
        m_folder = std::make_unique<QTemporaryDir>();
        m_environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"cache", "state", "config", "data"}) {
            const QString folder = at(QString::fromLatin1(name));
            QDir().mkpath(folder);
            m_environment.insert(u"XDG_"_s + QString::fromLatin1(name).toUpper() + u"_HOME", folder);
        }
        // Two targets: the newest Go that is here, and another one if there is one.
        builder::writeFile(at(u"pricing.zip"_s), e2e::pluginZip("first"));
        m_versions.clear();
        for (const QString &version :
             {u"1.26"_s, u"1.25"_s, u"1.24"_s, u"1.23"_s, u"1.22"_s, u"1.21"_s, u"1.20"_s, u"1.19"_s, u"1.18"_s}) {
            const CliRun plan =
                runCli({u"build"_s, at(u"pricing.zip"_s), u"--dest"_s, out(), u"--go"_s, version, u"--dry-run"_s},
                       m_environment);
            if (plan.exitCode == 0 && m_versions.size() < 2)
                m_versions += version;
        }
        if (m_versions.isEmpty())
            QSKIP("no Go 1.18 or later is installed");
        const CliRun run = build(); // fills the caches
        QVERIFY2(run.exitCode == 0, run.everything().constData());
    }

    void holds()
    {
        const int rounds =
            qEnvironmentVariableIntValue("PLUGSMITH_KILLS") > 0 ? qEnvironmentVariableIntValue("PLUGSMITH_KILLS") : 6;
        bool hasSeed = false;
        uint seed = qEnvironmentVariable("PLUGSMITH_SEED").toUInt(&hasSeed);
        if (!hasSeed)
            seed = 20261124;
        m_random.seed(seed);
        builder::writeFile(at(u"pricing.zip"_s), e2e::pluginZip("second"));
        QElapsedTimer clock;
        clock.start();
        const CliRun usual = build();
        QVERIFY2(usual.exitCode == 0, usual.everything().constData());
        const int usualMilliseconds = static_cast<int>(clock.elapsed());

        qint64 longestLeftover = 0;
        for (int round = 0; round < rounds; ++round) {
            const QString when = buildAndKill(round, usualMilliseconds);
            qInfo("%s", qPrintable(when));
            QCOMPARE(problemIn(false), QString());
            QCOMPARE(problemInHistory(), QString());
            if (round % 2 == 0) { // every second time the next start comes at once
                clock.start();
                QTRY_COMPARE_WITH_TIMEOUT(processesWith(m_folder->path().toLocal8Bit()), QStringList(), 20'000);
                longestLeftover = qMax(longestLeftover, clock.elapsed());
            }
            const CliRun next = build();
            QVERIFY2(next.exitCode == 0, next.everything().constData());
            QCOMPARE(next.lastEvent().value("built"_L1).toInteger(), m_versions.size());
            QCOMPARE(problemIn(true), QString());
            QTRY_COMPARE_WITH_TIMEOUT(processesWith(m_folder->path().toLocal8Bit()), QStringList(), 20'000);
            QCOMPARE(QDir(at(u"cache/plugsmith/work"_s)).entryList(Everything), QStringList());
        }
        qInfo("%d kills, seed %u; %d times between the two renames; leftover processes for %lld ms at most", rounds,
              seed, m_betweenRenames, static_cast<long long>(longestLeftover));
    }
};

QTEST_GUILESS_MAIN(tst_Kill)
#include "tst_kill.moc"
