// SPDX-License-Identifier: Apache-2.0
#include "archive/archivelimits.h"
#include "base/settings.h"

#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

class tst_ArchiveLimits : public QObject
{
    Q_OBJECT

private slots:
    void areKept()
    {
        const QTemporaryDir folder;
        Settings settings(folder.filePath(u"settings.ini"_s));
        QCOMPARE(ArchiveLimits::of(settings), ArchiveLimits());
        const ArchiveLimits limits{300'000, qint64(7) << 30, qint64(9) << 30, 5000};
        limits.keep(settings);
        QCOMPARE(ArchiveLimits::of(settings), limits);
        settings.set(SettingKey<qint64>{"sources/maxBytes", 0}, qint64(-1)); // people edit the file
        QCOMPARE(ArchiveLimits::of(settings).maxTotalBytes, ArchiveLimits().maxTotalBytes);
    }

    void areRaisedAsFarAsNeeded_data()
    {
        QTest::addColumn<QString>("report");
        QTest::addColumn<ArchiveLimits>("raised");
        const ArchiveLimits usual;
        const qint64 gigabyte = qint64(1) << 30;
        const auto row = [](const char *name, const char *report, const ArchiveLimits &raised) {
            QTest::newRow(name) << QString::fromLatin1(report) << raised;
        };
        ArchiveLimits raised = usual;
        raised.maxTotalBytes = 14 * gigabyte;
        row("all files", R"({"what":"total","needed":15032385535})", raised);
        raised.maxTotalBytes = 8 * gigabyte;
        row("nobody knows how many", R"({"what":"total"})", raised);
        row("nobody knows what", "", raised);
        row("too much for anybody", R"({"what":"total","needed":9223372036854775807})", [usual] {
            ArchiveLimits most = usual;
            most.maxTotalBytes = qint64(1) << 49;
            return most;
        }());
        raised = usual;
        raised.maxEntries = 300'000;
        row("files", R"({"what":"entries","needed":200001})", raised);
        raised = usual;
        raised.maxEntryBytes = 3 * gigabyte;
        row("one file", R"({"what":"entry","needed":2147483649})", raised);
        raised.maxEntryBytes = raised.maxTotalBytes = 6 * gigabyte;
        row("one very large file", R"({"what":"entry","needed":6442450944})", raised);
        raised = usual;
        raised.maxRatio = 10'000;
        row("growth", R"({"what":"ratio","limit":1000})", raised);
    }
    void areRaisedAsFarAsNeeded()
    {
        QFETCH(QString, report);
        QTEST(ArchiveLimits().raisedFor({ErrorCode::TooLarge, {}, {}, report}), "raised");
    }
};

Q_DECLARE_METATYPE(plugsmith::ArchiveLimits)
QTEST_GUILESS_MAIN(tst_ArchiveLimits)
#include "tst_archivelimits.moc"
