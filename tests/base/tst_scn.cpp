// SPDX-License-Identifier: Apache-2.0
#include "base/scn.h"

#include <QTest>
#include <QTimeZone>

using namespace plugsmith;
using namespace Qt::StringLiterals;

class tst_Scn : public QObject
{
    Q_OBJECT

private slots:
    void isUtc()
    {
        const QDateTime berlin(QDate(2023, 11, 25), QTime(11, 38, 54), QTimeZone(3600));
        QCOMPARE(Scn::fromUtc(berlin).value(), 20231125103854);
        QCOMPARE(Scn(20231125103854).toUtc(), berlin);
    }

    void parses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("good") << u"20231125103854"_s << true;
        QTest::newRow("leap day") << u"20240229000000"_s << true;
        QTest::newRow("no leap day") << u"20230229000000"_s << false;
        QTest::newRow("hour 24") << u"20231125240000"_s << false;
        QTest::newRow("month 0") << u"20230025100000"_s << false;
        QTest::newRow("zero time of pgo") << u"10101000000"_s << false;
        QTest::newRow("sign") << u"-2023112510385"_s << false;
        QTest::newRow("letters") << u"2023112510385x"_s << false;
        QTest::newRow("empty") << QString() << false;
    }
    void parses()
    {
        QFETCH(QString, text);
        const auto scn = Scn::parse(text);
        QTEST(scn.has_value(), "good");
        if (scn)
            QCOMPARE(scn->toString(), text);
    }

    void nextIsTheFollowingSecond()
    {
        QCOMPARE(Scn(20231231235959).next(), Scn(20240101000000));
        QCOMPARE(Scn(20240228235959).next(), Scn(20240229000000));
        QCOMPARE(Scn(7).next(), Scn(8)); // a number from a foreign file still has a successor
        QVERIFY(Scn(20231125103854) < Scn(20231125103854).next());
    }

    void nowIsValid()
    {
        QVERIFY(Scn::now().isValid());
        QVERIFY(Scn::now() > Scn(20260101000000));
        QVERIFY(!Scn::fromUtc(QDateTime()).isValid());
    }
};

QTEST_GUILESS_MAIN(tst_Scn)
#include "tst_scn.moc"
