// SPDX-License-Identifier: Apache-2.0
#include "archive/ignorerules.h"

#include "base/atomicfile.h"

#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

class tst_IgnoreRules : public QObject
{
    Q_OBJECT

private slots:
    void leavesOut_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isFolder");
        QTest::addColumn<bool>("ofFolder");
        QTest::addColumn<bool>("ofArchive");
        QTest::newRow("source") << u"main.go"_s << false << false << false;
        QTest::newRow("folder") << u"internal"_s << true << false << false;
        QTest::newRow("git") << u".git"_s << true << true << true;
        QTest::newRow("git of a worktree") << u".git"_s << false << true << true;
        QTest::newRow("gitignore") << u".gitignore"_s << false << false << false;
        QTest::newRow("github") << u".github"_s << true << false << false;
        QTest::newRow("mercurial") << u".hg"_s << true << true << true;
        QTest::newRow("subversion") << u".svn"_s << true << true << true;
        QTest::newRow("CVS") << u"CVS"_s << true << true << true;
        QTest::newRow("file called CVS") << u"CVS"_s << false << false << false;
        QTest::newRow("macOS folder") << u"__MACOSX"_s << true << true << true;
        QTest::newRow("macOS file") << u".DS_Store"_s << false << true << true;
        QTest::newRow("AppleDouble") << u"._main.go"_s << false << true << true;
        QTest::newRow("node modules") << u"node_modules"_s << true << true << false;
        QTest::newRow("file called node_modules") << u"node_modules"_s << false << false << false;
        QTest::newRow("plugin") << u"pricing_1_22_6_linux_amd64.so"_s << false << true << false;
        QTest::newRow("packed plugin") << u"pricing_1_22_6_linux_amd64.so.gz"_s << false << true << false;
        QTest::newRow("build info") << u"pricing_1_22_6_linux_amd64.pinf"_s << false << true << false;
        QTest::newRow("folder like a plugin") << u"pricing_1_22_6_linux_amd64.so"_s << true << false << false;
        QTest::newRow("other library") << u"libz.so"_s << false << false << false;
        QTest::newRow("source like a program") << u"pricing_1_22_6_linux_amd64.go"_s << false << false << false;
        QTest::newRow("unfinished file") << temporaryNameFor(u"x"_s).section(u'/', -1) << false << true << false;
    }
    void leavesOut()
    {
        QFETCH(QString, name);
        QFETCH(bool, isFolder);
        const EntryKind kind = isFolder ? EntryKind::Folder : EntryKind::File;
        QTEST(isLeftOutOfFolder(name, kind), "ofFolder");
        QTEST(isLeftOutOfArchive(name, kind), "ofArchive");
    }
};

QTEST_GUILESS_MAIN(tst_IgnoreRules)
#include "tst_ignorerules.moc"
