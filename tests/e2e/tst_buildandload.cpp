// SPDX-License-Identifier: Apache-2.0
// From an archive to a value that a Go host reads out of the plugin, with each Go that is installed here.
#include "base/goversion.h"
#include "base/plugininfo.h"
#include "base/scn.h"
#include "gosources.h"
#include "support/realgo.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

namespace {

/// The `go` programs of this machine, each once, by version.
QMap<QString, QString> installedGos()
{
    QStringList programs{QStandardPaths::findExecutable(u"go"_s), u"/usr/local/go/bin/go"_s};
    for (const QString &name : QDir(u"/usr/lib"_s).entryList({u"go-1.*"_s}, QDir::Dirs))
        programs += QString(u"/usr/lib/"_s + name + u"/bin/go");
    QMap<QString, QString> gos;
    for (const QString &program : programs) {
        if (!QFileInfo(program).isExecutable())
            continue;
        const CliRun answer = runProgram(program, {u"version"_s}, goBuildEnvironment(), QDir::tempPath());
        const auto version = GoVersion::parse(answer.text().section(u' ', 2, 2));
        if (version && *version >= *GoVersion::parse(u"1.18"))
            gos.insert(version->toString(), QFileInfo(program).canonicalFilePath());
    }
    return gos;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class tst_BuildAndLoad : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QMap<QString, QString> m_gos;

    QString at(const QString &path) const { return m_folder->filePath(path); }
    QString out(const QString &extension, const QString &version) const
    {
        return at(u"out/main_"_s + QString(version).replace(u'.', u'_') + u'_' +
                  Platform::thisMachine().toString().replace(u'/', u'_') + extension);
    }
    CliRun build(const QString &version, const QStringList &more = {}) const
    {
        return runCli(
            QStringList{u"build"_s, at(u"pricing.zip"_s), u"--dest"_s, at(u"out"_s), u"--go"_s, version, u"--json"_s} +
            more);
    }
    /// A host made by the Go of `version` as hosts of plugins have to be.
    QString makeHost(const QString &version) const
    {
        const CliRun run = buildHost(m_gos.value(version), e2e::HostMain, at(u"host"_s), at(u"host/host"_s));
        if (run.exitCode != 0)
            qWarning("%s", run.everything().constData());
        return at(u"host/host"_s);
    }
    QByteArrayList hostSays(const QString &host, const QString &what, const QStringList &files) const
    {
        const CliRun run = runProgram(host, QStringList{what} + files);
        QByteArrayList lines = QByteArray(run.out + run.err).split('\n');
        lines.removeAll(QByteArray());
        return lines;
    }
    void addVersions() const
    {
        QTest::addColumn<QString>("version");
        for (auto it = m_gos.begin(); it != m_gos.end(); ++it)
            QTest::newRow(qPrintable(it.key())) << it.key();
    }

private slots:
    void initTestCase()
    {
        if (const QString reason = whyNoRealPlugins(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        m_gos = installedGos();
        if (m_gos.isEmpty())
            QSKIP("no Go 1.18 or later is installed");
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        builder::writeFile(at(u"pricing.zip"_s), e2e::pluginZip("one"));
    }

    void aHostFindsTheContract_data() { addVersions(); }
    void aHostFindsTheContract()
    {
        QFETCH(QString, version);
        const CliRun run = build(version);
        QVERIFY2(run.exitCode == 0, run.everything().constData());
        QCOMPARE(run.lastEvent(), (QJsonObject{{u"event"_s, u"finished"_s}, {u"built"_s, 1}, {u"failed"_s, 0}}));
        QCOMPARE(run.jobs(u"done"_s).size(), 1);
        const QJsonObject done = run.jobs(u"done"_s)[0];
        const QString plugin = out(u".so"_s, version);
        const QString info = out(u".pinf"_s, version);
        QCOMPARE(done.value("path"_L1), plugin);
        QCOMPARE(done.value("info"_L1), info);
        QCOMPARE(done.value("go"_L1), version);
        QCOMPARE(done.value("platform"_L1), Platform::thisMachine().toString());
        QCOMPARE(done.value("upToDate"_L1), false);
        QCOMPARE(QDir(at(u"out"_s)).entryList(QDir::Files | QDir::Hidden, QDir::Name).size(), 2);

        const QString host = makeHost(version);
        const Platform &here = Platform::thisMachine();
        const QString decoded =
            u"{Name:main Scn:%1 Compression: Runtime:{Arch:%2 Os:%3 Version:%4 UseContainer:false}} "
            "<nil>"_s.arg(done.value("scn"_L1).toInteger())
                .arg(here.arch, here.os, version);
        QCOMPARE(hostSays(host, u"info"_s, {info}), QByteArrayList{decoded.toUtf8()});
        QCOMPARE(hostSays(host, u"open"_s, {plugin}), QByteArrayList{"one 3"});
    }

    void aHostLoadsOldAndNew_data() { addVersions(); }
    void aHostLoadsOldAndNew()
    {
        QFETCH(QString, version);
        const CliRun first = build(version);
        QVERIFY2(first.exitCode == 0, first.everything().constData());
        const QString plugin = out(u".so"_s, version);
        const QString old = at(u"old.so"_s);
        QVERIFY(QFile::copy(plugin, old));
        builder::writeFile(at(u"pricing.zip"_s), e2e::pluginZip("another"));
        const CliRun second = build(version);
        QVERIFY2(second.exitCode == 0, second.everything().constData());
        const QJsonObject done = second.jobs(u"done"_s).value(0);
        QCOMPARE(done.value("upToDate"_L1), false);
        QVERIFY(done.value("scn"_L1).toInteger() > first.jobs(u"done"_s)[0].value("scn"_L1).toInteger());
        const QString host = makeHost(version);
        QCOMPARE(hostSays(host, u"open"_s, {old, plugin}), (QByteArrayList{"one 3", "another 7"}));
        QCOMPARE(hostSays(host, u"open"_s, {plugin, old}), (QByteArrayList{"another 7", "one 3"}));
    }

    void aRebuildOfTheSameIsUpToDate()
    {
        const QString version = m_gos.lastKey();
        const CliRun first = build(version);
        QVERIFY2(first.exitCode == 0, first.everything().constData());
        const QString plugin = out(u".so"_s, version);
        const QByteArray bytes = bytesOf(plugin);
        const QDateTime written = QFileInfo(plugin).lastModified();
        const CliRun second = build(version);
        QVERIFY2(second.exitCode == 0, second.everything().constData());
        const QJsonObject done = second.jobs(u"done"_s).value(0);
        QCOMPARE(done.value("upToDate"_L1), true);
        const qint64 before = first.jobs(u"done"_s)[0].value("scn"_L1).toInteger();
        const qint64 after = done.value("scn"_L1).toInteger();
        QVERIFY(after > before);
        QCOMPARE(bytesOf(plugin), bytes);
        QCOMPARE(QFileInfo(plugin).lastModified(), written);
        const auto info = PluginInfo::read(out(u".pinf"_s, version));
        QVERIFY(info);
        QCOMPARE(info->scn, Scn(after));
        QCOMPARE(info->plugsmith.value("sha256"_L1).toString().toLatin1(),
                 QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        QCOMPARE(info->plugsmith.value("built"_L1).toInteger(), before);

        const CliRun forced = build(version, {u"--force"_s});
        QVERIFY2(forced.exitCode == 0, forced.everything().constData());
        QCOMPARE(forced.jobs(u"done"_s).value(0).value("upToDate"_L1), false);
        // A plugin that was touched by somebody is built again.
        QFile file(plugin);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append) && file.write("x") == 1);
        file.close();
        const CliRun repaired = build(version);
        QCOMPARE(repaired.jobs(u"done"_s).value(0).value("upToDate"_L1), false);
        QCOMPARE(bytesOf(plugin).size(), bytes.size());
    }

    void compressedPluginsAreWhole()
    {
        const QString version = m_gos.lastKey();
        if (QStandardPaths::findExecutable(u"gzip"_s).isEmpty())
            QSKIP("gzip is not installed");
        const CliRun run = build(version, {u"--compression"_s, u"gzip"_s});
        QVERIFY2(run.exitCode == 0, run.everything().constData());
        const QString packed = out(u".so.gz"_s, version);
        QVERIFY(QFile::exists(packed));
        QVERIFY(!QFile::exists(out(u".so"_s, version)));
        QCOMPARE(runProgram(u"gzip"_s, {u"--test"_s, packed}).everything(), "exit 0\n");
        const auto info = PluginInfo::read(out(u".pinf"_s, version));
        QVERIFY(info);
        QCOMPARE(info->compression, Compression::Gzip);
        const QString unpacked = at(u"unpacked.so"_s);
        builder::writeFile(unpacked, runProgram(u"gzip"_s, {u"-dc"_s, packed}).out);
        QCOMPARE(hostSays(makeHost(version), u"open"_s, {unpacked}), QByteArrayList{"one 3"});
    }

    void buildsAllVersionsAtOnce()
    {
        QStringList options{u"--jobs"_s, u"2"_s};
        for (const QString &version : m_gos.keys())
            options += {u"--go"_s, version};
        const CliRun run = runCli(QStringList{u"build"_s, at(u"pricing.zip"_s), u"--dest"_s, at(u"out"_s), u"--name"_s,
                                              u"main"_s, u"--json"_s} +
                                  options);
        QVERIFY2(run.exitCode == 0, run.everything().constData());
        QCOMPARE(run.lastEvent().value("built"_L1).toInteger(), m_gos.size());
        QList<qint64> scns;
        for (const QJsonObject &done : run.jobs(u"done"_s))
            scns += done.value("scn"_L1).toInteger();
        std::sort(scns.begin(), scns.end());
        QVERIFY(std::adjacent_find(scns.begin(), scns.end()) == scns.end()); // no two alike
        for (const QString &version : m_gos.keys())
            QCOMPARE(hostSays(makeHost(version), u"open"_s, {out(u".so"_s, version)}), QByteArrayList{"one 3"});
    }
};

QTEST_GUILESS_MAIN(tst_BuildAndLoad)
#include "tst_buildandload.moc"
