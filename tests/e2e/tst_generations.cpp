// SPDX-License-Identifier: Apache-2.0
// Many builds of a plugin that changes, one after the other in one session. PLUGSMITH_GENERATIONS is their number.
#include "sessionfixture.h"

using namespace plugsmith;
using namespace plugsmith::e2e;
using namespace plugsmith::test;

namespace {

const QByteArray Code = R"(package main

import "fmt"

var state = "none"

func Answer() string { return fmt.Sprint("I am ", GENERATION) }

func Keep(text string) { state = text }

func Kept() string { return state }
)";

qint64 residentBytes(qint64 process)
{
    QFile file(u"/proc/%1/status"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').value(1).toLongLong() * 1024;
    }
    return 0;
}

QByteArray megabytes(qint64 bytes)
{
    return QByteArray::number(static_cast<double>(bytes) / 1e6, 'f', 1) + " MB";
}

} // namespace

class tst_Generations : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    /// Builds the same source folder again with other code in it, over the plugin that was there.
    QString build(int generation) const
    {
        const QString source = m_folder.filePath(u"pricing"_s);
        builder::writeTree({{"go.mod", "module example.com/shop/pricing\n\ngo 1.18\n"},
                            {"main.go", QByteArray(Code).replace("GENERATION", QByteArray::number(generation))}},
                           source);
        return buildPlugin(source, u"pricing"_s);
    }

private slots:
    void eachAnswersWithItsOwnCode()
    {
        if (const QString reason = whyNoRealPlugins(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        bool isSet = false;
        const int wanted = qEnvironmentVariableIntValue("PLUGSMITH_GENERATIONS", &isSet);
        const int count = isSet ? wanted : 4;
        QVERIFY(count >= 3);

        const QString path = build(1);
        const auto host = prepareHost(path, findToolchains());
        QVERIFY(host);
        const auto session = startSession(*host, {});
        QVERIFY(QTest::qWaitFor([&] { return session->state() == Session::State::Running; }, Patience));
        QList<qint64> resident{residentBytes(session->processId())};
        for (int generation = 1; generation <= count; ++generation) {
            if (generation > 1)
                QCOMPARE(build(generation), path); // the same file, of which the session has copies
            const auto file = readPluginFile(path);
            QVERIFY(file);
            QCOMPARE(session->load(*file), generation);
            QVERIFY(QTest::qWaitFor([&] { return isSettled(*session); }, Patience));
            QVERIFY2(session->generation(generation)->state == Generation::State::Answers,
                     qPrintable(session->generation(generation)->problem.sentence()));
            const QByteArray answer = "[\"I am " + QByteArray::number(generation) + "\"]";
            QCOMPARE(callAndWait(*session, u"Answer"_s).json, answer);
            const QByteArray own = "[\"state of " + QByteArray::number(generation) + "\"]";
            QCOMPARE(callAndWait(*session, u"Keep"_s, own).kind, CallOutcome::Kind::Returned);
            resident += residentBytes(session->processId());
        }
        // All are in memory side by side, with code and variables of their own.
        for (int generation = 1; generation <= count; ++generation) {
            const QByteArray number = QByteArray::number(generation);
            QCOMPARE(callAndWait(*session, u"Answer"_s, "[]", generation).json, "[\"I am " + number + "\"]");
            QCOMPARE(callAndWait(*session, u"Kept"_s, "[]", generation).json, "[\"state of " + number + "\"]");
        }
        QSignalSpy restarted(session.get(), &Session::restarted);
        session->restart();
        QVERIFY(restarted.wait(Patience));
        QVERIFY(waitForAnswering(*session, count));
        QCOMPARE(callAndWait(*session, u"Answer"_s).json, "[\"I am " + QByteArray::number(count) + "\"]");
        const qint64 after = residentBytes(session->processId());
        const qint64 growth = (resident.last() - resident[1]) / (count - 1);
        qInfo("%d generations of a plugin of %s: %s without one, %s with the first, %s with all, so %s each; %s after "
              "starting again",
              count, megabytes(QFileInfo(path).size()).constData(), megabytes(resident[0]).constData(),
              megabytes(resident[1]).constData(), megabytes(resident.last()).constData(), megabytes(growth).constData(),
              megabytes(after).constData());
        QVERIFY(growth > 0);
        // What all but one of them held is there again.
        QVERIFY(resident.last() - after > growth * (count - 1) / 2);
    }
};

QTEST_GUILESS_MAIN(tst_Generations)
#include "tst_generations.moc"
