// SPDX-License-Identifier: Apache-2.0
#include "base/settingkeys.h"

#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

class tst_Settings : public QObject
{
    Q_OBJECT

private slots:
    void keepsTypedValues()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(u"s.ini"_s);
        {
            Settings settings(file);
            QCOMPARE(settings.get(keys::ParallelBuilds), 0);
            settings.set(keys::ParallelBuilds, 3);
            settings.set(keys::RecentSources, {u"/a"_s, u"/b, c"_s});
            settings.setSubjectValue(u"options"_s, u"example.com/a/b"_s, u"x"_s);
        }
        const Settings settings(file);
        QCOMPARE(settings.get(keys::ParallelBuilds), 3);
        QCOMPARE(settings.get(keys::RecentSources), (QStringList{u"/a"_s, u"/b, c"_s}));
        QCOMPARE(settings.subjectValue(u"options"_s, u"example.com/a/b"_s).toString(), u"x"_s);
        QVERIFY(!settings.subjectValue(u"options"_s, u"example.com/a"_s).isValid());
    }

    void survivesAFileSomebodyBroke()
    {
        const QTemporaryDir dir;
        QFile file(dir.filePath(u"s.ini"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[build]\nparallel=many\n\0\xff[[[\n");
        file.close();
        const Settings settings(file.fileName());
        QCOMPARE(settings.get(keys::ParallelBuilds), 0);
    }
};

QTEST_GUILESS_MAIN(tst_Settings)
#include "tst_settings.moc"
