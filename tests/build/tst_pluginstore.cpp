// SPDX-License-Identifier: Apache-2.0
#include "build/pluginstore.h"

#include "base/atomicfile.h"
#include "base/folders.h"
#include "gobinary/gzipfile.h"
#include "support/faketool.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto FullDiskVariable = "PLUGSMITH_TEST_FULL_DISK";

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

QString sha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

PluginName nameOf(Compression compression = Compression::None, BuildMode mode = BuildMode::Plugin)
{
    return {u"main"_s, *GoVersion::parse(u"1.17.6"), {u"linux"_s, u"amd64"_s}, mode, compression};
}

PluginInfo infoOf(const PluginName &name, qint64 scn = 20231125103854)
{
    PluginInfo info;
    info.name = name.name;
    info.scn = Scn(scn);
    info.compression = name.compression;
    info.platform = name.platform;
    info.version = name.version.toString();
    return info;
}

/// The number of a process that has ended.
pid_t deadProcess()
{
    const pid_t pid = ::fork();
    if (pid == 0)
        ::_exit(0);
    ::waitpid(pid, nullptr, 0);
    return pid;
}

/// No file of this process may become larger while this object lives: what a full disk or a quota does to writers.
class SmallFiles
{
public:
    explicit SmallFiles(rlim_t bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~SmallFiles()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        (void)std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(SmallFiles)

private:
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};

} // namespace

class tst_PluginStore : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    StoreGate m_gate; // of stores that nobody cancels

    QString at(const QString &name) const { return m_folder->filePath(name); }
    QString plugins() const { return at(u"plugins"_s); }
    QString plugin(const QString &name) const { return plugins() + u'/' + name; }
    QStringList stored() const
    {
        return QDir(plugins()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }
    /// Every file of the folder with its content, to see that nothing has changed.
    QMap<QString, QByteArray> snapshot() const
    {
        QMap<QString, QByteArray> contents;
        for (const QString &name : stored())
            contents.insert(name, contentOf(plugin(name)));
        return contents;
    }
    QString built(const QByteArray &bytes = "new plugin")
    {
        const QString path = at(u"work/out"_s);
        if (!writeFile(path, bytes) || !QFile::setPermissions(path, QFile::Permissions(0x7755)))
            qFatal("nothing was built");
        return path;
    }
    StoreRequest requestOf(const PluginName &name, const QByteArray &bytes = "new plugin")
    {
        return {built(bytes), true, false, name, plugins(), infoOf(name)};
    }
    QString temporary(pid_t owner, const QString &name) const
    {
        return plugin(u".plugsmith-%1-1f0c-%2"_s.arg(owner).arg(name));
    }
    /// An earlier build in the folder.
    void storeOld(Compression compression = Compression::None)
    {
        const auto old = storePlugin(requestOf(nameOf(compression), "old plugin"), m_gate);
        if (!old)
            qFatal("%s", qPrintable(old.error().sentence()));
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void storesUnderTheNamesOfPgo_data()
    {
        QTest::addColumn<Compression>("compression");
        QTest::addColumn<BuildMode>("mode");
        QTest::addColumn<QString>("fileName");
        QTest::addColumn<QByteArray>("infoStart");
        const QByteArray start =
            "{\"Name\":\"main\",\"Scn\":20231125103854,\"Compression\":\"%1\",\"Runtime\":{\"Arch\":"
            "\"amd64\",\"Os\":\"linux\",\"Version\":\"1.17.6\",\"UseContainer\":false}";
        QTest::newRow("plugin") << Compression::None << BuildMode::Plugin << u"main_1_17_6_linux_amd64.so"_s
                                << QByteArray(start).replace("%1", "");
        QTest::newRow("gzip") << Compression::Gzip << BuildMode::Plugin << u"main_1_17_6_linux_amd64.so.gz"_s
                              << QByteArray(start).replace("%1", "gzip");
        QTest::newRow("program") << Compression::None << BuildMode::Program << u"main_1_17_6_linux_amd64"_s
                                 << QByteArray(start).replace("%1", "");
    }
    void storesUnderTheNamesOfPgo()
    {
        QFETCH(Compression, compression);
        QFETCH(BuildMode, mode);
        QFETCH(QString, fileName);
        QFETCH(QByteArray, infoStart);
        const QByteArray bytes(100'000, 'p');
        StoreRequest request = requestOf(nameOf(compression, mode), bytes);
        request.info.plugsmith = {{u"module"_s, u"example.com/a"_s}};
        const auto result = storePlugin(request, m_gate);
        QVERIFY2(result, result ? "" : qPrintable(result.error().sentence()));
        QCOMPARE(result->path, plugin(fileName));
        QCOMPARE(result->infoPath, plugin(u"main_1_17_6_linux_amd64.pinf"_s));
        QStringList names{u"main_1_17_6_linux_amd64.pinf"_s, fileName}; // no temporary file is left
        names.sort();
        QCOMPARE(stored(), names);

        const QByteArray file = contentOf(result->path);
        QCOMPARE(compression == Compression::Gzip ? gunzip(file, {}).value_or(QByteArray()) : file, bytes);
        QCOMPARE(QFileInfo(result->path).isExecutable(), compression == Compression::None);
        QCOMPARE(result->bytes, file.size());
        QCOMPARE(result->sha256, sha256(file));

        const QByteArray json = contentOf(result->infoPath);
        QVERIFY2(json.startsWith(infoStart), json.constData());
        const auto info = PluginInfo::read(result->infoPath);
        QVERIFY(info);
        QCOMPARE(info->plugsmith[QLatin1StringView(infokeys::Module)].toString(), u"example.com/a"_s);
        QCOMPARE(info->plugsmith[QLatin1StringView(infokeys::Sha256)].toString(), result->sha256);
        QCOMPARE(info->plugsmith[QLatin1StringView(infokeys::Bytes)].toInteger(), result->bytes);
    }

    void replacesAnEarlierBuild_data()
    {
        QTest::addColumn<Compression>("before");
        QTest::addColumn<Compression>("after");
        for (const auto before : {Compression::None, Compression::Gzip}) {
            for (const auto after : {Compression::None, Compression::Gzip})
                QTest::addRow("%d to %d", static_cast<int>(before), static_cast<int>(after)) << before << after;
        }
    }
    void replacesAnEarlierBuild()
    {
        QFETCH(Compression, before);
        QFETCH(Compression, after);
        storeOld(before);
        QVERIFY(writeFile(plugin(u"other_1_17_6_linux_amd64.so"_s), "other"));
        const auto result = storePlugin(requestOf(nameOf(after)), m_gate);
        QVERIFY(result);
        // Only what the build info speaks of, and what is none of our business.
        QCOMPARE(stored(), (QStringList{u"main_1_17_6_linux_amd64.pinf"_s, nameOf(after).fileName(),
                                        u"other_1_17_6_linux_amd64.so"_s}));
    }

    void copiesWhatIsNotItsOwn()
    {
        StoreRequest request = requestOf(nameOf());
        request.mayMove = false;
        QVERIFY(storePlugin(request, m_gate));
        QCOMPARE(contentOf(request.file), "new plugin");
        QCOMPARE(contentOf(plugin(nameOf().fileName())), "new plugin");
    }

    void takesPackedFilesAsTheyAre()
    {
        StoreRequest request = requestOf(nameOf(Compression::Gzip), "packed already");
        request.isPacked = true;
        QVERIFY(storePlugin(request, m_gate));
        QCOMPARE(contentOf(plugin(nameOf(Compression::Gzip).fileName())), "packed already");
    }

    void crossesFileSystems()
    {
        const QTemporaryDir other(u"/dev/shm/plugsmith-XXXXXX"_s);
        struct stat here
        {
        };
        struct stat there
        {
        };
        if (!other.isValid() || ::stat(QFile::encodeName(m_folder->path()).constData(), &here) != 0 ||
            ::stat(QFile::encodeName(other.path()).constData(), &there) != 0 || here.st_dev == there.st_dev)
            QSKIP("there is no second file system to write to");
        StoreRequest request = requestOf(nameOf());
        request.destination = other.filePath(u"made/on the way"_s);
        const auto result = storePlugin(request, m_gate);
        QVERIFY(result);
        QCOMPARE(contentOf(result->path), "new plugin");
        QVERIFY(QFileInfo(result->path).isExecutable());
    }

    void changesNothingWhenItFails_data()
    {
        QTest::addColumn<QString>("obstacle");
        QTest::addColumn<Compression>("compression");
        for (const auto compression : {Compression::None, Compression::Gzip}) {
            for (const char *obstacle :
                 {"cancelled", "no space", "plugin is a folder", "info is a folder", "read-only"})
                QTest::addRow("%s %d", obstacle, static_cast<int>(compression))
                    << QString::fromLatin1(obstacle) << compression;
        }
    }
    void changesNothingWhenItFails()
    {
        QFETCH(QString, obstacle);
        QFETCH(Compression, compression);
        if (obstacle == u"read-only"_s && ::geteuid() == 0)
            QSKIP("root may write everywhere");
        storeOld();
        StoreRequest request = requestOf(nameOf(compression), QByteArray(100'000, 'n'));
        const QString target =
            plugin(obstacle == u"info is a folder"_s ? request.name.infoFileName() : request.name.fileName());
        if (obstacle.endsWith(u"folder"_s)) {
            QFile::remove(target);
            QVERIFY(writeFile(target + u"/x", "somebody's"));
        }
        if (obstacle == u"read-only"_s)
            QVERIFY(QFile::setPermissions(plugins(), QFile::ReadOwner | QFile::ExeOwner));
        const auto before = snapshot();
        StoreGate gate;
        if (obstacle == u"cancelled"_s)
            QVERIFY(gate.cancel());
        const auto result = [&] {
            const SmallFiles limit(obstacle == u"no space"_s ? 16 : RLIM_INFINITY);
            return storePlugin(request, gate);
        }();
        QFile::setPermissions(plugins(), QFile::Permissions(0x7755));
        QVERIFY(!result);
        QVERIFY(!result.error().message.isEmpty());
        QCOMPARE(result.error().code == ErrorCode::Cancelled, obstacle == u"cancelled"_s);
        QCOMPARE(snapshot(), before);
        QCOMPARE(contentOf(request.file), QByteArray(100'000, 'n')); // nothing that was built is lost
    }

    void saysWhyThereIsNoFolder()
    {
        QVERIFY(writeFile(at(u"file"_s), "x"));
        StoreRequest request = requestOf(nameOf());
        request.destination = at(u"file/below"_s);
        const auto result = storePlugin(request, m_gate);
        QVERIFY(!result);
        QCOMPARE(result.error().message, u"main_1_17_6_linux_amd64.so was not written."_s);
        QVERIFY(!result.error().reason.isEmpty());
        QVERIFY(QFile::exists(request.file));
    }

    void keepsWhatWasBuiltForAFullDisk()
    {
        // Runs once more inside of a name space where a tiny disk can be mounted.
        const QString disk = qEnvironmentVariable(FullDiskVariable);
        if (disk.isEmpty()) {
            const QString unshare = QStandardPaths::findExecutable(u"unshare"_s);
            if (unshare.isEmpty())
                QSKIP("unshare is not installed");
            QVERIFY(QDir().mkpath(at(u"disk"_s)));
            auto environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QString::fromLatin1(FullDiskVariable), at(u"disk"_s));
            QProcess inner;
            inner.setProcessEnvironment(environment);
            inner.setProcessChannelMode(QProcess::MergedChannels);
            inner.start(unshare, {u"-r"_s, u"-m"_s, u"sh"_s, u"-c"_s,
                                  u"mount -t tmpfs -o size=64k tmpfs \"$0\" || exit 77; exec \"$@\""_s, at(u"disk"_s),
                                  QCoreApplication::applicationFilePath(), u"keepsWhatWasBuiltForAFullDisk"_s});
            QVERIFY(inner.waitForFinished(30'000));
            const QByteArray output = inner.readAll();
            if (inner.exitCode() == 77 || output.startsWith("unshare:"))
                QSKIP("no disk can be mounted here");
            QVERIFY2(inner.exitCode() == 0, output.constData());
            return;
        }
        for (const auto compression : {Compression::None, Compression::Gzip}) {
            QByteArray noise;
            for (quint32 i = 0, state = 1; i < 200'000; ++i)
                noise += static_cast<char>((state = state * 1'664'525 + 1'013'904'223) >> 24);
            StoreRequest request = requestOf(nameOf(compression), noise);
            request.destination = disk;
            const auto result = storePlugin(request, m_gate);
            QVERIFY(!result);
            QCOMPARE(result.error().code, ErrorCode::NoSpace);
            QCOMPARE(result.error().reason, u"There is no space left in %1."_s.arg(disk));
            QVERIFY(QDir(disk).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
            QCOMPARE(contentOf(request.file), noise);
        }
    }

    void finishesWhatAKillInterrupted_data()
    {
        QTest::addColumn<QString>("killed");
        QTest::addColumn<QString>("plugin");
        QTest::addColumn<qint64>("scn");
        const QString before = u"old plugin"_s;
        QTest::newRow("while the plugin was written") << u"t"_s << before << qint64(20200101000000);
        QTest::newRow("while the info was written") << u"t i"_s << before << qint64(20200101000000);
        QTest::newRow("before the renames") << u"t I"_s << before << qint64(20200101000000);
        QTest::newRow("between the renames") << u"T J"_s << u"new plugin"_s << qint64(20231125103854);
        QTest::newRow("another plugin waits") << u"t J"_s << before << qint64(20231125103854);
    }
    void finishesWhatAKillInterrupted()
    {
        QFETCH(QString, killed);
        const PluginName name = nameOf();
        StoreRequest old = requestOf(name, "old plugin");
        old.info.scn = Scn(20200101000000);
        QVERIFY(storePlugin(old, m_gate));
        PluginInfo info = infoOf(name);
        info.plugsmith.insert(QLatin1StringView(infokeys::Sha256), sha256("new plugin"));
        const pid_t dead = deadProcess();
        if (killed.contains(u't'))
            QVERIFY(writeFile(temporary(dead, name.fileName()), "new plu"));
        if (killed.contains(u'T'))
            QVERIFY(writeFile(temporary(dead, name.fileName()), "new plugin"));
        if (killed.contains(u'i'))
            QVERIFY(writeFile(temporary(dead, name.infoFileName()), "{\"Na"));
        if (killed.contains(u'I'))
            QVERIFY(writeFile(temporary(dead, name.infoFileName()), info.toJson()));
        if (killed.contains(u'J'))
            QVERIFY(writeFile(plugin(name.infoFileName()), info.toJson()));

        recoverStore(plugins());
        QCOMPARE(stored(), (QStringList{name.infoFileName(), name.fileName()}));
        QTEST(QString::fromLatin1(contentOf(plugin(name.fileName()))), "plugin");
        QTEST(PluginInfo::read(plugin(name.infoFileName()))->scn.value(), "scn");
        const auto settled = snapshot();
        recoverStore(plugins());
        QCOMPARE(snapshot(), settled);
    }

    void finishesAFirstBuild()
    {
        for (const auto mode : {BuildMode::Plugin, BuildMode::Program}) {
            const PluginName name = nameOf(Compression::None, mode);
            PluginInfo info = infoOf(name);
            info.plugsmith.insert(QLatin1StringView(infokeys::Sha256), sha256("new"));
            QVERIFY(writeFile(plugin(name.infoFileName()), info.toJson()));
            QVERIFY(writeFile(temporary(deadProcess(), name.fileName()), "new"));
            recoverStore(plugins());
            QCOMPARE(contentOf(plugin(name.fileName())), "new");
        }
    }

    void finishesAChangeOfPacking()
    {
        storeOld();
        const PluginName name = nameOf(Compression::Gzip);
        PluginInfo info = infoOf(name);
        info.plugsmith.insert(QLatin1StringView(infokeys::Sha256), sha256("new"));
        QVERIFY(writeFile(plugin(name.infoFileName()), info.toJson()));
        QVERIFY(writeFile(temporary(deadProcess(), name.fileName()), "new"));
        recoverStore(plugins());
        QCOMPARE(stored(), (QStringList{name.infoFileName(), name.fileName()}));
    }

    void leavesTheLivingAndForeignAlone()
    {
        QVERIFY(writeFile(temporary(::getpid(), u"a.so"_s), "mine"));
        QVERIFY(writeFile(temporary(::getppid(), u"b.so"_s), "of another instance"));
        QVERIFY(writeFile(plugin(u".plugsmith-notes"_s), "a user's"));
        QVERIFY(writeFile(plugin(u"main_1_17_6_linux_amd64.so"_s), "no info"));
        const auto before = snapshot();
        recoverStore(plugins());
        QCOMPARE(snapshot(), before);
        recoverStore(at(u"nowhere"_s)); // harmless
    }

    void leavesOtherUsersAlone()
    {
        // The first process belongs to root; somebody else may not even signal it.
        QVERIFY(writeFile(temporary(1, u"a.so"_s), "root's"));
        const uid_t user = ::geteuid();
        if (user == 0) {
            for (const QString &folder : {QDir::homePath(), QDir::tempPath(), m_folder->path(), plugins()})
                QVERIFY(QFile::setPermissions(folder, QFile::Permissions(0x7777)));
            if (::setresuid(65534, 65534, 0) != 0)
                QSKIP("no other user to be");
        }
        const bool isForeign = ::kill(1, 0) != 0;
        recoverStore(plugins());
        if (user == 0)
            QVERIFY(::setresuid(0, 0, 0) == 0);
        if (!isForeign)
            QSKIP("the first process is ours");
        QVERIFY(QFile::exists(temporary(1, u"a.so"_s)));
    }

    void rescuesWhatCannotBeStored()
    {
        const QString file = built("rescued");
        const QString kept = rescueBinary(file, nameOf(Compression::Gzip), Scn(20231125103854));
        QCOMPARE(kept, folders::state() + u"/rescued/20231125103854-main_1_17_6_linux_amd64.so");
        QCOMPARE(contentOf(kept), "rescued");
        QVERIFY(QFileInfo(kept).isExecutable());
        QVERIFY(QDir(folders::state() + u"/rescued").removeRecursively());

        QVERIFY(writeFile(folders::state() + u"/rescued", "a file where the folder should be"));
        const QString again = built("rescued");
        QCOMPARE(rescueBinary(again, nameOf(), Scn(20231125103854)), again);
        QCOMPARE(contentOf(again), "rescued");
        QVERIFY(QFile::remove(folders::state() + u"/rescued"));
    }

    void findsTheNewestScn()
    {
        QCOMPARE(newestScnIn(plugins(), u"main"_s), Scn());
        const auto add = [this](const QString &file, qint64 scn) {
            return writeFile(plugin(file), infoOf(nameOf(), scn).toJson());
        };
        QVERIFY(add(u"main_1_17_6_linux_amd64.pinf"_s, 20230101000000));
        QVERIFY(add(u"main_1_22_6_linux_arm64.pinf"_s, 20240101000000)); // any target counts
        QVERIFY(add(u"main_1_16_linux_arm64.pinf"_s, 20220101000000));
        QVERIFY(add(u"main_two_1_22_6_linux_amd64.pinf"_s, 20300101000000)); // another name
        QVERIFY(add(u"notes.pinf"_s, 20300101000000));
        QVERIFY(writeFile(plugin(u"main_1_21_0_linux_amd64.pinf"_s), "damaged"));
        QCOMPARE(newestScnIn(plugins(), u"main"_s), Scn(20240101000000));
    }

    void stampsAnew()
    {
        storeOld();
        const QString path = plugin(nameOf().fileName());
        const QString info = plugin(nameOf().infoFileName());
        QVERIFY(stampAnew(path, info, infoOf(nameOf(), 20240101000000), m_gate));
        QCOMPARE(PluginInfo::read(info)->scn, Scn(20240101000000));
        QCOMPARE(contentOf(path), "old plugin");
        QVERIFY(QFile::remove(path));
        const auto gone = stampAnew(path, info, infoOf(nameOf(), 20250101000000), m_gate);
        QVERIFY(!gone);
        QCOMPARE(gone.error().code, ErrorCode::NotFound);
        QCOMPARE(PluginInfo::read(info)->scn, Scn(20240101000000));
    }

    void stampsNothingAfterACancel()
    {
        storeOld();
        const QString info = plugin(nameOf().infoFileName());
        const QByteArray before = contentOf(info);
        StoreGate gate;
        QVERIFY(gate.cancel());
        const auto stamped = stampAnew(plugin(nameOf().fileName()), info, infoOf(nameOf(), 20300101000000), gate);
        QVERIFY(!stamped);
        QCOMPARE(stamped.error().code, ErrorCode::Cancelled);
        QCOMPARE(contentOf(info), before);
    }

    void aPluginIsThereOrCancelled()
    {
        const auto begun = std::chrono::steady_clock::now();
        storeOld();
        const auto usual = std::chrono::steady_clock::now() - begun;
        constexpr int Rounds = 60;
        int stores = 0;
        for (int round = 0; round < Rounds; ++round) {
            const StoreRequest request = requestOf(nameOf(), "plugin " + QByteArray::number(round));
            StoreGate gate;
            bool isCancelled = false;
            std::thread canceller([&] {
                std::this_thread::sleep_for(usual * round / (Rounds / 3)); // until long after the usual end
                isCancelled = gate.cancel();
            });
            const auto result = storePlugin(request, gate);
            canceller.join();
            QCOMPARE(result.has_value(), !isCancelled);
            QCOMPARE(contentOf(plugin(nameOf().fileName())) == "plugin " + QByteArray::number(round), !isCancelled);
            stores += isCancelled ? 0 : 1;
        }
        QVERIFY(stores > 0);
    }
};

QTEST_GUILESS_MAIN(tst_PluginStore)
#include "tst_pluginstore.moc"
