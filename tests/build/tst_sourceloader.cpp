// SPDX-License-Identifier: Apache-2.0
#include "build/sourceloader.h"

#include "support/archivebuilder.h"
#include "support/buildfixture.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

using Scans = QVector<SourceScan>;

namespace {

constexpr int Patience = 30'000;
const SourceFiles Plugin = {{"go.mod", "module a\n\nreplace b => ../b\n"}, {"main.go", "package main\n"}};
const SourceFiles Library = {{"go.mod", "module b\n"}, {"b.go", "package b\n"}};

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

QStringList modulesOf(const Scans &scans)
{
    QStringList modules;
    for (const SourceScan &scan : scans)
        modules += scan.modules.isEmpty() ? u"-"_s : scan.modules[0].mod.module.text;
    return modules;
}

} // namespace

class tst_SourceLoader : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SourceLoader> m_loader;
    QVector<Result<Scans>> m_loaded;

    QString at(const QString &name) const { return m_folder->filePath(name); }
    /// The answer to one load().
    Result<Scans> load(const QStringList &paths, const QStringList &tags = {})
    {
        m_loaded.clear();
        m_loader->load(paths, tags);
        if (!m_loader->isBusy() || !m_loaded.isEmpty())
            return Error{ErrorCode::Unknown, u"(not asynchronous)"_s, {}, {}};
        if (!QTest::qWaitFor([this] { return !m_loaded.isEmpty(); }, Patience))
            return Error{ErrorCode::TimedOut, u"(no answer)"_s, {}, {}};
        return m_loaded[0];
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_loader = std::make_unique<SourceLoader>();
        m_loaded.clear();
        connect(m_loader.get(), &SourceLoader::loaded, this, [this](const Result<Scans> &scans) { m_loaded += scans; });
    }
    void cleanup()
    {
        m_loader.reset();
        QThreadPool::globalInstance()->waitForDone();
    }

    void opensEveryKind()
    {
        const QString folder = writeFiles(Library, at(u"library"_s));
        const QString zip =
            writeZip({{"top/go.mod", "module z\n"}, {"top/cmd/z.go", "package main\n"}}, at(u"z.zip"_s));
        const QString file = builder::writeFile(at(u"plug.go"_s), "package main\n");
        const auto scans = load({zip, folder, file});
        QVERIFY2(scans, scans ? "" : qPrintable(scans.error().sentence()));
        QCOMPARE(modulesOf(*scans), (QStringList{u"z"_s, u"b"_s, u"plugin.local/plug"_s})); // in the order of the paths
        QCOMPARE((*scans)[0].origin, zip);
        QCOMPARE((*scans)[0].shownFolder((*scans)[0].mains.value(0).folder), u"./cmd"_s);
        QCOMPARE((*scans)[1].isFolder, true);
        QCOMPARE((*scans)[2].displayName, u"plug.go"_s);
        QCOMPARE((*scans)[2].mains.size(), 1);
        QVERIFY(!m_loader->isBusy());
        // And again: an object for the life of a window.
        QCOMPARE(modulesOf(load({folder}).value_or(Scans())), QStringList{u"b"_s});
    }

    void makesPathsAbsolute()
    {
        writeFiles(Library, at(u"library"_s));
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(m_folder->path()));
        const auto scans = load({u"library"_s});
        QVERIFY(QDir::setCurrent(before));
        QVERIFY(scans);
        QVERIFY(QDir::isAbsolutePath((*scans)[0].origin));
    }

    void setsTags()
    {
        const QString folder =
            writeFiles({{"go.mod", "module a\n"}, {"a.go", "//go:build plugin\n\npackage main\n"}}, at(u"a"_s));
        QCOMPARE(load({folder})->at(0).mains.size(), 0);
        QCOMPARE(load({folder}, {u"plugin"_s})->at(0).mains.size(), 1);
    }

    void addsModulesBesideAFolder()
    {
        const QString plugin = writeFiles(Plugin, at(u"plugin"_s));
        const QString library = writeFiles(Library, at(u"b"_s));
        const auto scans = load({plugin});
        QVERIFY(scans);
        QCOMPARE(modulesOf(*scans), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE((*scans)[1].origin, library);
        const auto matches = matchLocalReplaces((*scans)[0], 0, scans->sliced(1));
        QCOMPARE(matches.value(0).state, LocalReplace::State::Supplied);
        // One that was given is not added once more.
        QCOMPARE(modulesOf(load({plugin, library}).value_or(Scans())), (QStringList{u"a"_s, u"b"_s}));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("source");
        QTest::newRow("no archive") << u"missing.zip"_s;
        QTest::newRow("no file") << u"missing.go"_s;
        QTest::newRow("no archive at all") << u"text.zip"_s;
    }
    void saysWhatIsWrong()
    {
        QFETCH(QString, source);
        builder::writeFile(at(u"text.zip"_s), "this is text");
        const auto scans = load({writeFiles(Library, at(u"library"_s)), at(source)});
        QVERIFY(!scans);
        QVERIFY(scans.error().code != ErrorCode::TimedOut && scans.error().code != ErrorCode::Unknown);
        QVERIFY2(scans.error().sentence().contains(source), qPrintable(scans.error().sentence()));
        QVERIFY(!m_loader->isBusy());
        QVERIFY(load({at(u"library"_s)}));
    }

    void startsOver()
    {
        const QString folder = writeFiles(Library, at(u"library"_s));
        const QString zip = writeZip(Plugin, at(u"z.zip"_s));
        for (const auto &[first, second] : {std::pair(folder, zip), std::pair(zip, folder)}) {
            m_loaded.clear();
            m_loader->load({first});
            m_loader->load({second});
            QTRY_COMPARE_WITH_TIMEOUT(m_loaded.size(), 1, Patience);
            QVERIFY(m_loaded[0]);
            QCOMPARE(m_loaded[0]->at(0).origin, second);
            QThreadPool::globalInstance()->waitForDone();
            QCoreApplication::processEvents();
            QCOMPARE(m_loaded.size(), 1);
        }
    }

    void cancels()
    {
        m_loader->cancel(); // harmless
        QCOMPARE(m_loaded.size(), 0);
        for (const QString &source : {writeFiles(Library, at(u"library"_s)), writeZip(Plugin, at(u"z.zip"_s))}) {
            m_loaded.clear();
            m_loader->load({source});
            m_loader->cancel();
            QTRY_COMPARE(m_loaded.size(), 1);
            QVERIFY(!m_loaded[0]);
            QCOMPARE(m_loaded[0].error().code, ErrorCode::Cancelled);
            QVERIFY(!m_loader->isBusy());
            QThreadPool::globalInstance()->waitForDone();
            QCoreApplication::processEvents();
            QCOMPARE(m_loaded.size(), 1);
        }
        QVERIFY(load({at(u"library"_s)}));
    }

    void canGoWhileBusy()
    {
        for (const QString &source : {writeFiles(Library, at(u"library"_s)), writeZip(Plugin, at(u"z.zip"_s))}) {
            SourceLoader loader;
            QSignalSpy loaded(&loader, &SourceLoader::loaded);
            loader.load({source});
        }
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
    }

    void canBeUsedFromItsOwnAnswer()
    {
        const QString folder = writeFiles(Library, at(u"library"_s));
        int answers = 0;
        connect(m_loader.get(), &SourceLoader::loaded, this, [&] {
            if (++answers < 3)
                m_loader->load({folder});
        });
        m_loader->load({folder});
        QTRY_COMPARE_WITH_TIMEOUT(answers, 3, Patience);
        QVERIFY(!m_loader->isBusy());
    }
};

QTEST_GUILESS_MAIN(tst_SourceLoader)
#include "tst_sourceloader.moc"
