// SPDX-License-Identifier: Apache-2.0
#include "build/sourcesnapshot.h"

#include "archive/foldertree.h"
#include "support/archivebuilder.h"
#include "support/buildfixture.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

using Unpacked = SourceSnapshot::Unpacked;

namespace {

constexpr int Patience = 30'000;
const SourceFiles Files = {{"go.mod", "module a\n"}, {"main.go", "package main\n"}, {"x/x.go", "package x\n"}};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

QString writeZip(const SourceFiles &files, const QString &path)
{
    QList<builder::ZipItem> items;
    for (const auto &[name, content] : files) {
        builder::ZipItem item;
        item.name = name;
        item.content = content;
        items += item;
    }
    return builder::writeFile(path, builder::zipOf(items));
}

} // namespace

class tst_SourceSnapshot : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<JobHistory> m_history;

    QString at(const QString &name) const { return m_folder->filePath(name); }
    std::shared_ptr<SourceSnapshot> snapshotOf(const QStringList &sources)
    {
        return std::make_shared<SourceSnapshot>(sources, *m_history);
    }
    static Result<QByteArray> digestOf(SourceSnapshot &snapshot)
    {
        std::optional<Result<QByteArray>> answer;
        snapshot.whenDigested(&snapshot, [&](const Result<QByteArray> &digest) { answer = digest; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, Patience))
            return Error{ErrorCode::TimedOut, u"(no answer)"_s, {}, {}};
        return *answer;
    }
    static Result<Unpacked> unpackedOf(SourceSnapshot &snapshot)
    {
        std::optional<Result<Unpacked>> answer;
        snapshot.whenUnpacked(&snapshot, [&](const Result<Unpacked> &unpacked) { answer = unpacked; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, Patience))
            return Error{ErrorCode::TimedOut, u"(no answer)"_s, {}, {}};
        return *answer;
    }
    /// A source of each kind with the same files, but for the single file.
    QString makeSource(const QString &kind)
    {
        if (kind == u"folder"_s)
            return writeFiles(Files, at(u"folder"_s));
        if (kind == u"zip"_s)
            return writeZip(Files, at(u"source.zip"_s));
        writeFiles({{"plug.go", "package main\n"}}, m_folder->path());
        QFile::setPermissions(at(u"plug.go"_s), QFile::Permissions(0x7755)); // which does not count
        return at(u"plug.go"_s);
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_history = std::make_unique<JobHistory>(at(u"history.sqlite"_s));
    }
    void cleanup()
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QThreadPool::globalInstance()->waitForDone();
        m_history.reset();
    }

    /// After one build the digest of every archive is known, so that the next needs none of them unpacked.
    void remembersEveryArchive()
    {
        const QStringList sources{writeZip(Files, at(u"first.zip"_s)),
                                  writeZip({{"go.mod", "module example.com/types\n"}}, at(u"second.zip"_s))};
        const auto built = snapshotOf(sources);
        const auto digest = digestOf(*built);
        QVERIFY(digest);
        const auto checked = snapshotOf(sources);
        checked->setMayUnpack(false);
        const auto known = digestOf(*checked);
        QVERIFY2(known, known ? "" : qPrintable(known.error().detail));
        QCOMPARE(*known, *digest);
        QVERIFY(!checked->area());
    }

    void digestsAndUnpacks_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("digestFirst");
        for (const char *kind : {"folder", "zip", "file"}) {
            QTest::addRow("%s, digest first", kind) << QString::fromLatin1(kind) << true;
            QTest::addRow("%s, files first", kind) << QString::fromLatin1(kind) << false;
        }
    }
    void digestsAndUnpacks()
    {
        QFETCH(QString, kind);
        QFETCH(bool, digestFirst);
        const QString source = makeSource(kind);
        const auto snapshot = snapshotOf({source});
        QByteArray digest;
        if (digestFirst) {
            digest = digestOf(*snapshot).value_or(QByteArray());
            QCOMPARE(digest.size(), 32);
        }
        const auto unpacked = unpackedOf(*snapshot);
        QVERIFY2(unpacked, unpacked ? "" : qPrintable(unpacked.error().sentence()));
        if (!digestFirst)
            digest = digestOf(*snapshot).value_or(QByteArray());
        QCOMPARE(unpacked->digest, digest);
        QCOMPARE(unpacked->roots.size(), 1);
        const QString root = unpacked->roots[0];
        QVERIFY(snapshot->area() && root.startsWith(snapshot->area()->folder() + u'/'));
        if (kind == u"file"_s) {
            QCOMPARE(contentOf(root + u"/plug.go"), "package main\n");
        } else {
            for (const auto &[path, content] : Files)
                QCOMPARE(contentOf(root + u'/' + QLatin1StringView(path)), content);
        }
        QVERIFY(QFileInfo::exists(source)); // a source is never touched
    }

    void theSameFilesAreTheSameSource()
    {
        const QByteArray folder = digestOf(*snapshotOf({makeSource(u"folder"_s)})).value_or(QByteArray());
        const QByteArray zip = digestOf(*snapshotOf({makeSource(u"zip"_s)})).value_or(QByteArray());
        QCOMPARE(zip, folder);
        const QByteArray both =
            digestOf(*snapshotOf({makeSource(u"folder"_s), makeSource(u"file"_s)})).value_or(QByteArray());
        QCOMPARE(both.size(), 32);
        QVERIFY(both != folder);
        QVERIFY(both != digestOf(*snapshotOf({makeSource(u"file"_s), makeSource(u"folder"_s)})).value_or(QByteArray()));
    }

    void seesEveryChange_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"folder", "zip", "file"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void seesEveryChange()
    {
        QFETCH(QString, kind);
        const QString source = makeSource(kind);
        const auto before = digestOf(*snapshotOf({source}));
        QCOMPARE(digestOf(*snapshotOf({source})).value_or(QByteArray()), before.value_or(QByteArray("x")));
        SourceFiles changed = Files;
        changed[2].second = "package y\n";
        if (kind == u"folder"_s)
            writeFiles(changed, source);
        else if (kind == u"zip"_s)
            writeZip(changed, source);
        else
            builder::writeFile(source, "package main // changed\n");
        const auto after = digestOf(*snapshotOf({source}));
        QVERIFY(before && after);
        QVERIFY(*before != *after);
    }

    void knowsAnArchiveAgain()
    {
        const QString zip = makeSource(u"zip"_s);
        const auto first = snapshotOf({zip});
        const auto digest = digestOf(*first);
        QVERIFY(digest);
        QVERIFY(first->area()); // only its content could tell
        const QString moved = at(u"moved.zip"_s);
        QVERIFY(QFile::rename(zip, moved));
        const auto second = snapshotOf({moved});
        QCOMPARE(digestOf(*second).value_or(QByteArray()), *digest);
        QVERIFY(!second->area()); // nothing was unpacked
    }

    void whatIsBuiltCounts()
    {
        const QString folder = makeSource(u"folder"_s);
        const auto snapshot = snapshotOf({folder});
        const auto digest = digestOf(*snapshot);
        writeFiles({{"main.go", "package main // changed in between\n"}}, folder);
        const auto unpacked = unpackedOf(*snapshot);
        QVERIFY(digest && unpacked);
        QVERIFY(unpacked->digest != *digest);
        QCOMPARE(unpacked->digest, digestOf(*snapshotOf({folder})).value_or(QByteArray()));
    }

    void answersEverybody()
    {
        const auto snapshot = snapshotOf({makeSource(u"folder"_s), makeSource(u"zip"_s), makeSource(u"file"_s)});
        int digests = 0;
        int files = 0;
        QObject receiver;
        auto gone = std::make_unique<QObject>();
        for (int i = 0; i < 3; ++i) {
            snapshot->whenDigested(&receiver, [&](const auto &digest) { digests += digest ? 1 : 0; });
            snapshot->whenUnpacked(&receiver, [&](const auto &unpacked) { files += unpacked ? 1 : 0; });
        }
        snapshot->whenUnpacked(gone.get(), [&](const auto &) { files += 100; });
        gone.reset();
        QTRY_COMPARE_WITH_TIMEOUT(files, 3, Patience);
        QCOMPARE(digests, 3);
        snapshot->whenDigested(&receiver, [&](const auto &) { ++digests; }); // known: at once
        QCOMPARE(digests, 4);
        snapshot->whenUnpacked(&receiver, [&](const auto &unpacked) { files += unpacked->roots.size(); });
        QCOMPARE(files, 6);
    }

    void filesGoWithIt_data()
    {
        QTest::addColumn<bool>("kept");
        QTest::newRow("gone") << false;
        QTest::newRow("kept") << true;
    }
    void filesGoWithIt()
    {
        QFETCH(bool, kept);
        auto snapshot = snapshotOf({makeSource(u"folder"_s)});
        snapshot->keep(); // nothing is there yet
        const auto unpacked = unpackedOf(*snapshot);
        QVERIFY(unpacked);
        if (kept)
            snapshot->keep();
        snapshot.reset();
        QThreadPool::globalInstance()->waitForDone();
        QCOMPARE(QFileInfo::exists(unpacked->roots[0] + u"/main.go"), kept);
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("source");
        QTest::newRow("no archive") << u"missing.zip"_s;
        QTest::newRow("no folder") << u"missing"_s;
        QTest::newRow("no file") << u"missing.go"_s;
        QTest::newRow("no archive at all") << u"text.zip"_s;
        QTest::newRow("cut off") << u"cut.zip"_s;
    }
    void saysWhatIsWrong()
    {
        QFETCH(QString, source);
        builder::writeFile(at(u"text.zip"_s), "this is text");
        builder::writeFile(at(u"cut.zip"_s), contentOf(makeSource(u"zip"_s)).chopped(30));
        // The second source is bad: what the first one gave must not hide it.
        const QStringList sources{makeSource(u"folder"_s), at(source)};
        for (const bool digestFirst : {true, false}) {
            const auto snapshot = snapshotOf(sources);
            if (digestFirst) {
                const auto digest = digestOf(*snapshot);
                QVERIFY(!digest);
                QVERIFY(digest.error().code != ErrorCode::TimedOut && !digest.error().message.isEmpty());
            }
            const auto unpacked = unpackedOf(*snapshot);
            QVERIFY(!unpacked);
            QVERIFY(unpacked.error().code != ErrorCode::TimedOut && !unpacked.error().message.isEmpty());
            QVERIFY(!digestOf(*snapshot));
        }
    }

    void canGoWhileBusy()
    {
        for (const char *kind : {"folder", "zip", "file"}) {
            auto snapshot = snapshotOf({makeSource(QString::fromLatin1(kind))});
            bool isCalled = false;
            snapshot->whenDigested(snapshot.get(), [&](const auto &) { isCalled = true; });
            snapshot->whenUnpacked(snapshot.get(), [&](const auto &) { isCalled = true; });
            snapshot.reset();
            QThreadPool::globalInstance()->waitForDone();
            QCoreApplication::processEvents();
            QVERIFY(!isCalled);
        }
    }
};

QTEST_GUILESS_MAIN(tst_SourceSnapshot)
#include "tst_sourcesnapshot.moc"
