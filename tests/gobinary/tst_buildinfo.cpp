// SPDX-License-Identifier: Apache-2.0
#include "gobinary/buildinfo.h"

#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

// Shaped as go1.24 writes it.
const QByteArray Golden = "path\texample.com/shop/plug.v1\n"
                          "mod\texample.com/shop\tv0.0.0-20261122114445-0a4244f4a975\t\n"
                          "dep\tgithub.com/acme/a\tv1.2.3\th1:abc=\n"
                          "dep\tgithub.com/acme/b\tv0.1.0\n"
                          "=>\tgithub.com/fork/b\tv0.1.1\th1:def=\n"
                          "dep\tgithub.com/acme/c\tv0.0.0\n"
                          "=>\t../c\t(devel)\t\n"
                          "build\t-buildmode=plugin\n"
                          "build\t-ldflags=\"-X main.Stamp=zzz\"\n"
                          "build\t\"odd key\"=`raw`\n"
                          "build\tCGO_CFLAGS=\n"
                          "build\tvcs.modified=false\n";

} // namespace

class tst_BuildInfo : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryKindOfLine()
    {
        const auto info = parseBuildInfo(Golden, u"x"_s);
        QVERIFY(info);
        QCOMPARE(info->path, u"example.com/shop/plug.v1"_s);
        QCOMPARE(info->main.path, u"example.com/shop"_s);
        QCOMPARE(info->main.version, u"v0.0.0-20261122114445-0a4244f4a975"_s);
        QVERIFY(info->main.sum.isEmpty() && !info->main.replacement);
        const QList<BuildModule> modules = {
            {{u"github.com/acme/a"_s, u"v1.2.3"_s, u"h1:abc="_s}, {}},
            {{u"github.com/acme/b"_s, u"v0.1.0"_s, {}},
             ModuleVersion{u"github.com/fork/b"_s, u"v0.1.1"_s, u"h1:def="_s}},
            {{u"github.com/acme/c"_s, u"v0.0.0"_s, {}}, ModuleVersion{u"../c"_s, u"(devel)"_s, {}}},
        };
        QCOMPARE(info->modules, modules);
        QCOMPARE(info->settings.size(), 5);
        QCOMPARE(info->settings[2], (BuildSetting{u"odd key"_s, u"raw"_s}));
        QCOMPARE(info->setting("-buildmode"_L1), u"plugin"_s);
        QCOMPARE(info->setting("-ldflags"_L1), u"-X main.Stamp=zzz"_s);
        QCOMPARE(info->setting("CGO_CFLAGS"_L1), QString(u""_s));
        QVERIFY(info->setting("CGO_CFLAGS"_L1).has_value());
        QVERIFY(!info->setting("CC"_L1).has_value());
    }

    void bendsAsGoDoes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isValid");
        QTest::newRow("nothing") << QByteArray() << true;
        QTest::newRow("unknown lines") << QByteArray("colour\tred\n\nfoo\n") << true;
        QTest::newRow("last line without an end") << QByteArray("path\tx\nmod\tbroken") << true;
        QTest::newRow("main replaced") << QByteArray("mod\ta\tv1\n=>\tb\tv2\th1:x\n") << true;
        QTest::newRow("unquoted value with spaces") << QByteArray("build\t-ldflags=-s -w\n") << true;
        QTest::newRow("module without a version") << QByteArray("mod\tx\n") << false;
        QTest::newRow("four columns") << QByteArray("dep\ta\tb\tc\td\n") << false;
        QTest::newRow("very many columns") << "dep\t" + QByteArray(100'000, '\t') + '\n' << false;
        QTest::newRow("replacement of nothing") << QByteArray("=>\ta\tb\tc\n") << false;
        QTest::newRow("replacement twice") << QByteArray("dep\ta\tb\n=>\ta\tb\tc\n=>\ta\tb\tc\n") << false;
        QTest::newRow("replacement of two columns") << QByteArray("dep\ta\tb\n=>\ta\tb\n") << false;
        QTest::newRow("setting without a key") << QByteArray("build\t=x\n") << false;
        QTest::newRow("setting without a value") << QByteArray("build\tx\n") << false;
        QTest::newRow("empty setting") << QByteArray("build\t\n") << false;
        QTest::newRow("open quote") << QByteArray("build\tx=\"y\n") << false;
        QTest::newRow("text behind the quote") << QByteArray("build\tx=\"y\"z\n") << false;
        QTest::newRow("quoted key without equals") << QByteArray("build\t\"x\"y\n") << false;
        QTest::newRow("bad escape in a key") << QByteArray("build\t\"\\q\"=y\n") << false;
    }
    void bendsAsGoDoes()
    {
        QFETCH(QByteArray, text);
        const auto info = parseBuildInfo(text, u"x.so"_s);
        QTEST(info.has_value(), "isValid");
        if (!info)
            QCOMPARE(info.error().code, ErrorCode::Damaged);
    }

    void namesTheLine()
    {
        const auto info = parseBuildInfo("path\tx\nbuild\t-tags=a\nmod\tx\n", u"x.so"_s);
        QVERIFY(!info);
        QCOMPARE(info.error().reason, u"Line 3 of its build information cannot be read."_s);
        QCOMPARE(info.error().detail, u"mod\tx"_s);
    }

    void readsEveryPrefix()
    {
        for (qsizetype length = 0; length < Golden.size(); ++length)
            QVERIFY(parseBuildInfo(QByteArrayView(Golden).first(length), u"x"_s).has_value());
    }
};

QTEST_GUILESS_MAIN(tst_BuildInfo)
#include "tst_buildinfo.moc"
