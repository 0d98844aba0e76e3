// SPDX-License-Identifier: Apache-2.0
#include "toolchain/gotoolchain.h"

#include "support/faketool.h"
#include "toolchain/filestamp.h"

#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

namespace {

GoToolchain toolchain(const QString &root, const QString &version, bool isOnPath = false)
{
    GoToolchain made;
    made.root = root;
    made.version = GoVersion::parse(version).value_or(GoVersion());
    made.isOnPath = isOnPath;
    return made;
}

} // namespace

class tst_GoToolchain : public QObject
{
    Q_OBJECT

private slots:
    void readsVersionAnswers_data()
    {
        QTest::addColumn<QString>("output");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("platform");
        QTest::newRow("release") << u"go version go1.22.6 linux/amd64\n"_s << u"go1.22.6"_s << u"1.22.6"_s
                                 << u"linux/amd64"_s;
        QTest::newRow("experiment") << u"go version go1.22.6 X:boringcrypto linux/arm64"_s
                                    << u"go1.22.6 X:boringcrypto"_s << u"1.22.6"_s << u"linux/arm64"_s;
        QTest::newRow("from source") << u"go version devel go1.27-1a2b3c Tue Nov 24 12:00:00 2026 +0000 darwin/arm64"_s
                                     << u"devel go1.27-1a2b3c Tue Nov 24 12:00:00 2026 +0000"_s << u"1.27"_s
                                     << u"darwin/arm64"_s;
        QTest::newRow("more lines") << u"go version go1.20 linux/386\nmore\n"_s << u"go1.20"_s << u"1.20"_s
                                    << u"linux/386"_s;
    }
    void readsVersionAnswers()
    {
        QFETCH(QString, output);
        const auto answer = parseGoVersionAnswer(output);
        QVERIFY(answer);
        QTEST(answer->versionText, "text");
        QTEST(answer->version.toString(), "version");
        QTEST(answer->platform.toString(), "platform");
    }

    void refusesOtherAnswers_data()
    {
        QTest::addColumn<QString>("output");
        for (const char *output : {"", "go", "go version", "go version linux/amd64", "go version go1.22.6",
                                   "go version go1.22.6 linux", "gcc version 12.2 linux/amd64", "go1.22.6 linux/amd64",
                                   "go version abc linux/amd64", "go version go1.22.6 atari/m68k"})
            QTest::newRow(output) << QString::fromLatin1(output);
    }
    void refusesOtherAnswers()
    {
        QFETCH(QString, output);
        QVERIFY(!parseGoVersionAnswer(output));
    }

    void sortsNewestFirst()
    {
        QVector<GoToolchain> list{toolchain(u"/c"_s, {}),          toolchain(u"/b"_s, u"1.9"_s),
                                  toolchain(u"/z"_s, u"1.22.6"_s), toolchain(u"/p"_s, u"1.22.6"_s, true),
                                  toolchain(u"/a"_s, u"1.22.6"_s), toolchain(u"/r"_s, u"1.23rc1"_s)};
        ::plugsmith::sortNewestFirst(list);
        QStringList roots;
        for (const GoToolchain &entry : list)
            roots += entry.root;
        QCOMPARE(roots.join(u' '), u"/r /p /a /z /b /c"_s);
    }

    void identityFollowsTheFiles()
    {
        const QTemporaryDir folder;
        GoToolchain made = toolchain(folder.path(), u"1.22.6"_s);
        made.program = folder.filePath(u"bin/go"_s);
        made.versionText = u"go1.22.6"_s;
        const QString missing = made.identity();
        QVERIFY(writeFile(made.program, "one"));
        const QString before = made.identity();
        QVERIFY(before != missing);
        QCOMPARE(made.identity(), before);
        QVERIFY(writeFile(made.program, "other"));
        const QString grown = made.identity();
        QVERIFY(grown != before);
        QVERIFY(writeFile(folder.filePath(u"VERSION"_s), "go1.22.6"));
        QVERIFY(made.identity() != grown);
        GoToolchain elsewhere = made;
        elsewhere.root = u"/elsewhere"_s;
        QVERIFY(elsewhere.identity() != made.identity());
    }

    void stampsFollowLinks()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"real"_s);
        const QString link = folder.filePath(u"link"_s);
        QVERIFY(QFile::link(file, link));
        QCOMPARE(fileStamp(link), u"-"_s);
        QVERIFY(writeFile(file, "12345"));
        QVERIFY(fileStamp(link).startsWith(u"5@"));
        QCOMPARE(fileStamp(link), fileStamp(file));
    }

    void knowsFlagsByVersion()
    {
        QVERIFY(!toolchain({}, u"1.17.13"_s).knowsBuildVcs());
        QVERIFY(toolchain({}, u"1.18beta1"_s).knowsBuildVcs());
        QVERIFY(toolchain({}, u"1.26.8"_s).knowsBuildVcs());
        QVERIFY(!toolchain({}, {}).knowsBuildVcs());
    }
};

QTEST_GUILESS_MAIN(tst_GoToolchain)
#include "tst_gotoolchain.moc"
