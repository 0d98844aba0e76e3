// SPDX-License-Identifier: Apache-2.0
#include "build/joblog.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

/// The lines of a log without their times, which are checked for their form.
QStringList linesOf(const QString &path)
{
    static const QRegularExpression form(u"^([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d\\.\\d{3}\\t"_s);
    QStringList lines = QString::fromUtf8(contentOf(path)).split(u'\n');
    for (QString &line : lines) {
        if (form.match(line).hasMatch())
            line.remove(0, 13);
        else if (!line.isEmpty() && !line.startsWith(u'#'))
            line.prepend(u"(no time) "_s);
    }
    return lines;
}

} // namespace

class tst_JobLog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString path() const { return m_folder->filePath(u"job.log"_s); }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void writesLines()
    {
        JobLog log(path());
        QCOMPARE(log.problem(), QString());
        QCOMPARE(log.path(), path());
        log.write(JobState::Preparing, u"source: /x/größe.zip"_s);
        log.write(JobState::Compiling, u"a\tb"_s);
        log.write(JobState::Failed, {});
        log.flush();
        QCOMPARE(linesOf(path()), (QStringList{u"# Plugsmith build log 1"_s,
                                               u"prepare\tsource: /x/größe.zip"_s,
                                               u"compile\ta\tb"_s,
                                               u"failed\t"_s,
                                               {}}));
    }

    void everyLineHasItsMargin()
    {
        JobLog log(path());
        log.write(JobState::Failed, u"one\ntwo\n\nfour"_s);
        log.flush();
        QCOMPARE(linesOf(path()), (QStringList{u"# Plugsmith build log 1"_s,
                                               u"failed\tone"_s,
                                               u"failed\ttwo"_s,
                                               u"failed\t"_s,
                                               u"failed\tfour"_s,
                                               {}}));
    }

    void isOnDiskSoonByItself()
    {
        JobLog log(path());
        QSignalSpy appended(&log, &JobLog::appended);
        for (int i = 0; i < 100; ++i)
            log.write(JobState::Compiling, QString::number(i));
        QCOMPARE(appended.size(), 0); // lines of one moment go out together
        QTRY_COMPARE(appended.size(), 1);
        QCOMPARE(linesOf(path()).size(), 1 + 100 + 1);
        log.write(JobState::Linking, u"later"_s);
        QTRY_COMPARE(appended.size(), 2);
        QCOMPARE(linesOf(path()).at(101), u"link\tlater"_s);
    }

    void flushIsIdle()
    {
        JobLog log(path());
        QSignalSpy appended(&log, &JobLog::appended);
        log.flush(); // the first line
        QCOMPARE(appended.size(), 1);
        log.flush();
        QCOMPARE(appended.size(), 1);
    }

    void losesNothingWhenItGoes()
    {
        std::make_unique<JobLog>(path())->write(JobState::Stamping, u"last"_s);
        QCOMPARE(linesOf(path()).value(1), u"stamp\tlast"_s);
    }

    void beginsAnew()
    {
        std::make_unique<JobLog>(path())->write(JobState::Stamping, u"of an earlier job, which was longer"_s);
        std::make_unique<JobLog>(path())->write(JobState::Stamping, u"new"_s);
        QCOMPARE(linesOf(path()), (QStringList{u"# Plugsmith build log 1"_s, u"stamp\tnew"_s, {}}));
    }

    void neverStopsABuild_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("no folder") << u"/nowhere/at/all/job.log"_s;
        QTest::newRow("full disk") << u"/dev/full"_s;
    }
    void neverStopsABuild()
    {
        QFETCH(QString, path);
        if (path == u"/dev/full"_s && !QFile::exists(path))
            QSKIP("no /dev/full on this system");
        JobLog log(path);
        log.write(JobState::Compiling, u"text"_s);
        log.flush();
        QVERIFY(!log.problem().isEmpty());
        const QString problem = log.problem();
        log.write(JobState::Compiling, u"more"_s);
        log.flush();
        QCOMPARE(log.problem(), problem);
    }

    void takesLinesApart_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("time");
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *line, const char *time, const char *step, const char *text) {
            QTest::newRow(name) << QString::fromLatin1(line) << QString::fromLatin1(time) << QString::fromLatin1(step)
                                << QString::fromLatin1(text);
        };
        row("whole", "14:45:07.123\tcompile\t./a.go:1:2: no", "14:45:07.123", "compile", "./a.go:1:2: no");
        row("tabs in the text", "14:45:07.123\tcompile\ta\tb", "14:45:07.123", "compile", "a\tb");
        row("no text", "14:45:07.123\tlink\t", "14:45:07.123", "link", "");
        row("first line", "# Plugsmith build log 1", "", "", "# Plugsmith build log 1");
        row("empty", "", "", "", "");
        // A reader may come while a line is being written.
        row("cut in the time", "14:45:0", "", "", "14:45:0");
        row("cut after the time", "14:45:07.123\t", "", "", "14:45:07.123\t");
        row("cut in the step", "14:45:07.123\tcomp", "", "", "14:45:07.123\tcomp");
        row("of somebody else", "\tfunc main()\tx", "", "", "\tfunc main()\tx");
    }
    void takesLinesApart()
    {
        QFETCH(QString, line);
        const JobLogLine parsed = JobLogLine::parse(line);
        QTEST(parsed.time.toString(), "time");
        QTEST(parsed.step.toString(), "step");
        QTEST(parsed.text.toString(), "text");
    }
};

QTEST_GUILESS_MAIN(tst_JobLog)
#include "tst_joblog.moc"
