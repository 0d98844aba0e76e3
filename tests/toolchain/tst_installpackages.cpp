// SPDX-License-Identifier: Apache-2.0
#include "toolchain/installpackages.h"

#include "support/faketool.h"

#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

class tst_InstallPackages : public QObject
{
    Q_OBJECT

private slots:
    void makesCommands_data()
    {
        QTest::addColumn<PackageManager>("manager");
        QTest::addColumn<QString>("command");
        QTest::newRow("apt") << PackageManager::Apt << u"sudo apt install a b"_s;
        QTest::newRow("dnf") << PackageManager::Dnf << u"sudo dnf install c"_s;
        QTest::newRow("pacman") << PackageManager::Pacman << u"sudo pacman -S d"_s;
        QTest::newRow("zypper") << PackageManager::Zypper << u"sudo zypper install e"_s;
        QTest::newRow("brew has none") << PackageManager::Brew << QString();
        QTest::newRow("none") << PackageManager::None << QString();
    }
    void makesCommands()
    {
        QFETCH(PackageManager, manager);
        const InstallPackages packages{{u"a"_s, u"b"_s}, {u"c"_s}, {u"d"_s}, {u"e"_s}, {}, {}};
        QTEST(packages.command(manager), "command");
        const InstallPackages own{{}, {}, {}, {}, {}, u"xcode-select --install"_s};
        QCOMPARE(own.command(manager), u"xcode-select --install"_s);
        InstallPackages python;
        python.pipx = QStringList{u"ziglang"_s};
        QCOMPARE(python.command(manager), u"pipx install ziglang"_s);
    }

    void findsTheManager_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<PackageManager>("manager");
        QTest::newRow("apt") << u"apt"_s << PackageManager::Apt;
        QTest::newRow("dnf") << u"dnf"_s << PackageManager::Dnf;
        QTest::newRow("pacman") << u"pacman"_s << PackageManager::Pacman;
        QTest::newRow("zypper") << u"zypper"_s << PackageManager::Zypper;
        QTest::newRow("brew") << u"brew"_s << PackageManager::Brew;
        QTest::newRow("none") << u"emerge"_s << PackageManager::None;
    }
    void findsTheManager()
    {
        QFETCH(QString, program);
        const QTemporaryDir folder;
        QVERIFY(makeShellScript(folder.filePath(program), ""));
        QTEST(packageManagerIn({u"/nowhere"_s, folder.path()}), "manager");
    }
};

QTEST_GUILESS_MAIN(tst_InstallPackages)
#include "tst_installpackages.moc"
