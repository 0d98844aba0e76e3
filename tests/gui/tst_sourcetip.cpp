// SPDX-License-Identifier: Apache-2.0
#include "gui/sourcetip.h"

#include "base/sha256.h"
#include "models/buildtext.h"
#include "support/archivebuilder.h"

#include <QFileInfo>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

class tst_SourceTip : public QObject
{
    Q_OBJECT

private:
    static void pointAt(QLabel &name)
    {
        QEnterEvent enter(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1));
        QCoreApplication::sendEvent(&name, &enter);
    }
    static QString changed(const QString &path) { return shownDate(QFileInfo(path).lastModified()); }

private slots:
    void archiveIsDigestedWhenPointedAt()
    {
        const QTemporaryDir folder;
        const QString path = builder::writeFile(folder.filePath(u"a.zip"_s), "one");
        QLabel name;
        SourceTip tip(name);
        tip.setPath(path);
        QCOMPARE(name.toolTip(), path);
        QTRY_COMPARE(name.toolTip(), path + u"\nChanged "_s + changed(path));
        QTest::qWait(20);
        QVERIFY(!name.toolTip().contains(u"SHA-256"));
        pointAt(name);
        const QString digest = *sha256OfFile(path);
        QTRY_COMPARE(name.toolTip(), path + u"\nChanged "_s + changed(path) + u"\nSHA-256 "_s + digest);
        QCOMPARE(name.accessibleDescription(), name.toolTip());
        tip.setPath(path); // read again: nothing has changed
        QTest::qWait(20);
        QVERIFY(name.toolTip().contains(digest));
    }

    void changedArchiveIsDigestedAnew()
    {
        const QTemporaryDir folder;
        const QString path = builder::writeFile(folder.filePath(u"a.zip"_s), "one");
        QLabel name;
        SourceTip tip(name);
        tip.setPath(path);
        QTRY_VERIFY(name.toolTip().contains(u"Changed"));
        pointAt(name);
        const QString before = *sha256OfFile(path);
        QTRY_VERIFY(name.toolTip().contains(before));
        builder::writeFile(path, "another one");
        tip.setPath(path);
        QTRY_VERIFY(!name.toolTip().contains(before));
        pointAt(name);
        QTRY_VERIFY(name.toolTip().contains(*sha256OfFile(path)));
    }

    void folderHasNoDigest()
    {
        const QTemporaryDir folder;
        QLabel name;
        SourceTip tip(name);
        tip.setPath(folder.path());
        QTRY_VERIFY(name.toolTip().contains(u"Changed"));
        pointAt(name);
        QTest::qWait(20);
        QCOMPARE(name.toolTip(), folder.path() + u"\nChanged "_s + changed(folder.path()));
    }

    void anotherSourceKeepsNothing()
    {
        const QTemporaryDir folder;
        const QString first = builder::writeFile(folder.filePath(u"a.zip"_s), "one");
        const QString second = builder::writeFile(folder.filePath(u"b.zip"_s), "two");
        QLabel name;
        SourceTip tip(name);
        tip.setPath(first);
        QTRY_VERIFY(name.toolTip().contains(u"Changed"));
        pointAt(name);
        tip.setPath(second); // before the digest is there
        QTRY_VERIFY(name.toolTip().contains(u"Changed"));
        QTest::qWait(20);
        QVERIFY(name.toolTip().startsWith(second));
        QVERIFY(!name.toolTip().contains(*sha256OfFile(first)));
    }
};

QTEST_MAIN(tst_SourceTip)
#include "tst_sourcetip.moc"
