// SPDX-License-Identifier: Apache-2.0
#include "base/goversion.h"

#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

class tst_GoVersion : public QObject
{
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("suffix");
        QTest::newRow("three numbers") << u"go1.22.6"_s << u"1.22.6"_s << QString();
        QTest::newRow("two numbers") << u"1.20"_s << u"1.20"_s << QString();
        QTest::newRow("candidate") << u"go1.21rc2"_s << u"1.21rc2"_s << QString();
        QTest::newRow("beta") << u"1.18beta1"_s << u"1.18beta1"_s << QString();
        QTest::newRow("vendor") << u"go1.22.6-custom"_s << u"1.22.6"_s << u"-custom"_s;
        QTest::newRow("experiment") << u"go1.21.0 X:boringcrypto"_s << u"1.21.0"_s << u" X:boringcrypto"_s;
        QTest::newRow("development") << u"devel go1.23-abcdef Tue"_s << u"1.23"_s << u"-abcdef Tue"_s;
        QTest::newRow("blanks around") << u" go1.19.8\n"_s << u"1.19.8"_s << QString();
    }
    void reads()
    {
        QFETCH(QString, text);
        const auto version = GoVersion::parse(text);
        QVERIFY(version);
        QTEST(version->toString(), "shown");
        QTEST(version->suffix, "suffix");
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "go", "1", "1.", "1.22.", "a.b", "1.x", "01.2", "1.022", "1.22.06", "1.22rc",
                                 "1.22.6x", "0.5", "v5.3.0", "1.2222222222222", "-1.2", "plugin.1.20"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void refuses()
    {
        QFETCH(QString, text);
        QVERIFY(!GoVersion::parse(text));
    }

    void ordersAsGoDoes_data()
    {
        QTest::addColumn<QStringList>("ascending");
        QTest::newRow("from 1.21 on") << QStringList{u"1.21"_s,   u"1.21beta1"_s, u"1.21rc1"_s, u"1.21rc2"_s,
                                                     u"1.21.0"_s, u"1.21.1"_s,    u"1.21.10"_s, u"1.22"_s};
        QTest::newRow("up to 1.20") << QStringList{u"1.20beta1"_s, u"1.20rc1"_s, u"1.20"_s, u"1.20.1"_s, u"1.20.14"_s};
        QTest::newRow("numbers, not text") << QStringList{u"1.9"_s, u"1.10"_s, u"1.19.8"_s, u"1.19.13"_s, u"2.0"_s};
    }
    void ordersAsGoDoes()
    {
        QFETCH(QStringList, ascending);
        for (qsizetype i = 1; i < ascending.size(); ++i) {
            const auto lower = GoVersion::parse(ascending[i - 1]);
            const auto higher = GoVersion::parse(ascending[i]);
            QVERIFY2(*lower < *higher, qPrintable(ascending[i - 1] + u" < "_s + ascending[i]));
        }
    }

    void meetsDirectives()
    {
        const auto toolchain = [](const char *text) { return *GoVersion::parse(QString::fromLatin1(text)); };
        QVERIFY(toolchain("1.21rc1").satisfies(toolchain("1.21")));
        QVERIFY(!toolchain("1.21rc1").satisfies(toolchain("1.21.0")));
        QVERIFY(toolchain("1.20").satisfies(toolchain("1.20")));
        QVERIFY(!toolchain("1.22.12").satisfies(toolchain("1.23")));
        QCOMPARE(toolchain("1.22.6").toFileToken(), u"1_22_6"_s);
        QCOMPARE(toolchain("1.22.6").languageVersion(), toolchain("1.22"));
    }

    void tellsReleases()
    {
        const auto same = [](const QString &one, const QString &other) {
            return GoVersion::parse(one)->isSameRelease(*GoVersion::parse(other));
        };
        QVERIFY(same(u"1.22"_s, u"1.22.0"_s));
        QVERIFY(same(u"1.22.6"_s, u"go1.22.6-custom"_s));
        QVERIFY(!same(u"1.22.6"_s, u"1.22.5"_s));
        QVERIFY(!same(u"1.21"_s, u"1.21rc2"_s));
    }

    void equalVersionsHashAlike()
    {
        const auto two = *GoVersion::parse(u"1.20"_s);
        const auto three = *GoVersion::parse(u"1.20.0"_s);
        QCOMPARE(two, three);
        QCOMPARE(qHash(two), qHash(three));
    }
};

QTEST_GUILESS_MAIN(tst_GoVersion)
#include "tst_goversion.moc"
