// SPDX-License-Identifier: Apache-2.0
#include "base/platform.h"

#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

class tst_Platform : public QObject
{
    Q_OBJECT

private slots:
    void parses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("known");
        QTest::newRow("usual") << u"linux/amd64"_s << true;
        QTest::newRow("mac") << u"darwin/arm64"_s << true;
        QTest::newRow("32 bit") << u"linux/386"_s << true;
        QTest::newRow("no slash") << u"linux"_s << false;
        QTest::newRow("kernel's word") << u"linux/x86_64"_s << false;
        QTest::newRow("swapped") << u"amd64/linux"_s << false;
        QTest::newRow("three parts") << u"linux/amd64/v3"_s << false;
        QTest::newRow("empty halves") << u"/"_s << false;
    }
    void parses()
    {
        QFETCH(QString, text);
        const auto platform = Platform::parse(text);
        QTEST(platform.has_value(), "known");
        if (platform)
            QCOMPARE(platform->toString(), text);
    }

    void knowsThisMachine() { QVERIFY(Platform::parse(Platform::thisMachine().toString())); }
};

QTEST_GUILESS_MAIN(tst_Platform)
#include "tst_platform.moc"
