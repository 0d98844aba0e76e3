// SPDX-License-Identifier: Apache-2.0
#include "build/workarea.h"

#include "base/folders.h"
#include "support/faketool.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <csignal>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

namespace {

QString workRoot()
{
    return folders::cache() + u"/work";
}

/// Another process that holds the lock of a folder, as a second instance of the program would.
class OtherInstance
{
public:
    explicit OtherInstance(const QString &folder)
    {
        const QByteArray lock = QFile::encodeName(folder + u"/.lock");
        int ready[2] = {-1, -1};
        if (::pipe(ready) != 0)
            return;
        m_pid = ::fork();
        if (m_pid == 0) {
            const int fd = ::open(lock.constData(), O_RDWR | O_CREAT, 0600);
            const bool locked = ::flock(fd, LOCK_EX | LOCK_NB) == 0;
            (void)!::write(ready[1], locked ? "y" : "n", 1);
            for (;;)
                ::pause();
        }
        char answer = 'n';
        m_isReady = ::read(ready[0], &answer, 1) == 1 && answer == 'y';
        ::close(ready[0]);
        ::close(ready[1]);
    }
    ~OtherInstance() { die(); }
    Q_DISABLE_COPY_MOVE(OtherInstance)

    bool isReady() const { return m_isReady; }
    void die()
    {
        if (m_pid > 0) {
            ::kill(m_pid, SIGKILL);
            ::waitpid(m_pid, nullptr, 0);
        }
        m_pid = -1;
    }

private:
    pid_t m_pid = -1;
    bool m_isReady = false;
};

} // namespace

class tst_WorkArea : public QObject
{
    Q_OBJECT

private slots:
    void cleanup()
    {
        QThreadPool::globalInstance()->waitForDone();
        removeFolder(workRoot());
    }

    void isPrivateAndItsOwn()
    {
        const auto one = WorkArea::create();
        const auto two = WorkArea::create();
        QVERIFY(one && two);
        QVERIFY((*one)->folder() != (*two)->folder());
        for (const auto &area : {*one, *two}) {
            QVERIFY(QFileInfo(area->folder()).isDir());
            QVERIFY(area->folder().startsWith(workRoot() + u'/'));
        }
        constexpr auto Others = QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
        QCOMPARE(QFileInfo(folders::cache()).permissions() & Others, QFile::Permissions());
    }

    void goesWithTheObject()
    {
        auto area = WorkArea::create();
        QVERIFY(area);
        const QString folder = (*area)->folder();
        QVERIFY(writeFile(folder + u"/src0/a/b.go", "package a"));
        const auto second = *area;
        area->reset();
        QThreadPool::globalInstance()->waitForDone();
        QVERIFY(QFileInfo::exists(folder)); // somebody still uses it
    }

    void goesWithTheLastUser()
    {
        auto area = WorkArea::create();
        QVERIFY(area);
        const QString folder = (*area)->folder();
        QVERIFY(writeFile(folder + u"/src0/a/b.go", "package a"));
        area->reset();
        QTRY_VERIFY(!QFileInfo::exists(folder));
    }

    void staysIfWanted()
    {
        auto area = WorkArea::create();
        QVERIFY(area);
        const QString file = (*area)->folder() + u"/src0/a.go";
        QVERIFY(writeFile(file, "package a"));
        (*area)->keep();
        area->reset();
        QThreadPool::globalInstance()->waitForDone();
        WorkArea::removeStale();
        QVERIFY(QFileInfo::exists(file));
    }

    void keptOnesGoWithTime()
    {
        auto area = WorkArea::create();
        QVERIFY(area);
        const QString folder = (*area)->folder();
        (*area)->keep();
        area->reset();
        QVERIFY(QDir().mkpath(workRoot() + u"/not ours any more"));
        const auto setAge = [](const QString &path, int days) {
            const timespec time{::time(nullptr) - days * 86'400L, 0};
            const timespec times[]{time, time};
            return ::utimensat(AT_FDCWD, QFile::encodeName(path).constData(), times, 0) == 0;
        };
        QVERIFY(setAge(workRoot() + u"/not ours any more", 30));
        QVERIFY(setAge(folder, 3));
        WorkArea::removeKept(7);
        QVERIFY(QFileInfo::exists(folder));
        WorkArea::removeKept(2);
        QVERIFY(!QFileInfo::exists(folder));
        QVERIFY(QFileInfo::exists(workRoot() + u"/not ours any more"));
    }

    void isWhereItWasSet()
    {
        const QTemporaryDir chosen;
        folders::setWork(chosen.path());
        const auto area = WorkArea::create();
        folders::setWork({});
        QVERIFY(area);
        QVERIFY((*area)->folder().startsWith(chosen.path() + u'/'));
        QVERIFY(folders::work().startsWith(folders::cache()));
    }

    void keepsWhatTheLivingUse()
    {
        const auto own = WorkArea::create();
        QVERIFY(own);
        const QString foreign = workRoot() + u"/foreign";
        QVERIFY(QDir().mkpath(foreign));
        OtherInstance other(foreign);
        QVERIFY(other.isReady());
        WorkArea::removeStale();
        QVERIFY(QFileInfo::exists((*own)->folder() + u"/.lock"));
        QVERIFY(QFileInfo::exists(foreign));

        other.die();
        WorkArea::removeStale();
        QVERIFY(!QFileInfo::exists(foreign));
        QVERIFY(QFileInfo::exists((*own)->folder()));
    }

    void leavesAFolderWithoutLock()
    {
        // Another instance may be about to lock it.
        QVERIFY(writeFile(workRoot() + u"/fresh/a", "x"));
        WorkArea::removeStale();
        QVERIFY(QFileInfo::exists(workRoot() + u"/fresh/a"));
    }

    void removesReadOnlyFolders()
    {
        const QTemporaryDir dir;
        const QString top = dir.filePath(u"mod"_s);
        QVERIFY(writeFile(top + u"/cache/pkg@v1/sub/a.go", "x"));
        QVERIFY(writeFile(top + u"/.hidden/b", "x"));
        for (const char *folder : {"/cache/pkg@v1/sub", "/cache/pkg@v1", "/cache", "/.hidden"})
            QVERIFY(QFile::setPermissions(top + QLatin1StringView(folder), QFile::ReadOwner | QFile::ExeOwner));
        removeFolder(top);
        QVERIFY(!QFileInfo::exists(top));
    }

    void followsNoLinks()
    {
        const QTemporaryDir dir;
        QVERIFY(writeFile(dir.filePath(u"mine/a"_s), "x"));
        QVERIFY(QDir().mkpath(dir.filePath(u"work"_s)));
        QVERIFY(QFile::link(dir.filePath(u"mine"_s), dir.filePath(u"work/link"_s)));
        removeFolder(dir.filePath(u"work"_s));
        QVERIFY(!QFileInfo::exists(dir.filePath(u"work"_s)));
        QVERIFY(QFileInfo::exists(dir.filePath(u"mine/a"_s)));
    }

    void saysWhenThereIsNoPlace()
    {
        QVERIFY(writeFile(workRoot(), "a file where the folder should be"));
        const auto area = WorkArea::create();
        QVERIFY(QFile::remove(workRoot()));
        QVERIFY(!area);
        QCOMPARE(area.error().message, u"No work folder could be made."_s);
        QVERIFY(!area.error().reason.isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_WorkArea)
#include "tst_workarea.moc"
