// SPDX-License-Identifier: Apache-2.0
#include "pagescenes.h"

#include "gui/loadfixture.h"
#include "gui/plugindetails.h"
#include "gui/pluginsfilterfield.h"
#include "gui/pluginsview.h"
#include "gui/toolchainrows.h"
#include "models/toolchainmodel.h"
#include "support/pluginfiles.h"

#include <QTabWidget>
#include <QTreeView>

namespace plugsmith::test {
namespace {

using tests::pluginBytes;
using tests::pluginInfo;
using tests::writePlugin;

/// Three names, several versions and platforms, a build info that contradicts, a cut file, a foreign one, a folder that
/// nobody may read.
QString makePlugins(const QString &root)
{
    const auto plugin = [&root](const char *name, const char *version, const char *arch, qint64 scn) {
        const QByteArray underscored = QByteArray(version).replace('.', '_');
        const QString stem = root + u'/' + QString::fromLatin1(QByteArray(name) + '_' + underscored + "_linux_" + arch);
        writePlugin(stem + u".so", pluginBytes(QByteArray("go") + version, QByteArray("example.com/shop/") + name, arch,
                                               {"Close", "Quote", "Register", "Version"}));
        writePlugin(stem + u".pinf", pluginInfo(name, scn, version, arch));
        return stem;
    };
    plugin("pricing", "1.22.6", "amd64", 20261120181204);
    plugin("pricing", "1.23.12", "amd64", 20261121143207);
    plugin("pricing", "1.22.6", "arm64", 20261120181204);
    plugin("geo", "1.24.9", "amd64", 20261119070000);
    const QString audit = plugin("audit", "1.22.6", "amd64", 20261101101500);
    writePlugin(audit + u".pinf", pluginInfo("audit", 20261101101500, "1.21.3"));
    writePlugin(root + u"/legacy/limits_1_19_13_linux_amd64.so", pluginBytes("go1.19.13", "example.com/limits"));
    writePlugin(root + u"/legacy/cut_1_22_6_linux_amd64.so", pluginBytes("go1.22.6").chopped(9));
    writePlugin(root + u"/legacy/notes.so", "no object file\n");
    return root;
}

void openPlugins(Stage &stage, const QStringList &folders)
{
    stage.start();
    WindowFixture &fixture = stage.fixture();
    fixture.window->navigator().go({u"plugins"_s, {}, {}});
    for (const QString &folder : folders)
        fixture.plugins->addFolder(folder, true);
    Stage::waitFor([&] { return !fixture.plugins->catalog().isBusy(); });
    Stage::settle(500);
}

QStringList pathsIn(const CatalogueModel &model)
{
    QStringList paths;
    for (int group = 0; group < model.rowCount(); ++group) {
        const QModelIndex parent = model.index(group, 0);
        for (int row = 0; row < model.rowCount(parent); ++row)
            paths += model.index(row, 0, parent).data(CatalogueModel::PathRole).toString();
    }
    return paths;
}

void select(Stage &stage, const QStringList &paths)
{
    stage.fixture().find<PluginsView>("plugins.list")->selectPaths(paths);
    Stage::settle(500);
}

void useServer(Stage &stage, const GoServer &server)
{
    useOnly(server, *stage.fixture().settings);
    stage.useMachine(true); // which reads them
}

} // namespace

void showPlugins(Stage &stage)
{
    const QString real = qEnvironmentVariable("PLUGSMITH_SCREEN_PLUGINS");
    const QString made = makePlugins(stage.fixture().folder.filePath(u"plugins"_s));
    const QString locked = stage.fixture().folder.filePath(u"gone"_s);
    openPlugins(stage, real.isEmpty() ? QStringList{made, locked} : QStringList{real, made, locked});
    const WindowFixture &fixture = stage.fixture();
    const QStringList paths = pathsIn(fixture.plugins->model());
    const auto named = [&paths](const QString &part) { return paths.filter(part).value(0); };
    select(stage,
           {real.isEmpty() ? named(u"pricing_1_23_12"_s) : QDir(real).entryInfoList({u"*.so"_s}).last().filePath()});
    stage.shoot();
    fixture.find<PluginDetails>("plugins.details")->showTab(PluginDetails::SymbolsTab);
    Stage::settle();
    stage.shoot(u"-symbols"_s);
    select(stage, {named(u"audit_1_22_6"_s)});
    fixture.find<PluginDetails>("plugins.details")->showTab(PluginDetails::OverviewTab);
    stage.shoot(u"-contradiction"_s);
    select(stage, {named(u"pricing_1_22_6_linux_amd64"_s), named(u"pricing_1_23_12"_s)});
    stage.shoot(u"-compare"_s);
    select(stage, {named(u"cut_1_22_6"_s)});
    stage.shoot(u"-damaged"_s);
    fixture.find<PluginsFilterField>("plugins.filter")->setText(u"symbol:Discount go:1.25"_s);
    Stage::settle(400);
    stage.shoot(u"-nomatch"_s);
}

void showNoPlugins(Stage &stage)
{
    QDir(QDir::homePath() + u"/plugins").removeRecursively(); // of the scenes before
    openPlugins(stage, {});
    stage.shoot();
}

void showLoad(Stage &stage)
{
    stage.start();
    WindowFixture &fixture = stage.fixture();
    fixture.settings->set(keys::LoadWasExplained, true);
    fixture.window->navigator().go({u"load"_s, {}, {}});
    Stage::settle(300);
    stage.shoot(u"-start"_s);
    for (const qint64 scn : {20261120181204, 20261121143207}) {
        LoadSession *taken = fixture.sessions->take(fakePlugin(fixture.folder.path(), u"pricing"_s, scn), fakeHost());
        Stage::waitFor([taken] { return taken->session().generations().last().state != Generation::State::Opening; });
    }
    Stage::settle(3500); // the memory graph has something to show
    callOnPage(fixture, u"Quote"_s, u"[\"SKU-0\", 3]"_s);
    callOnPage(fixture, u"Quote"_s, u"[\"SKU-10442\", 3]"_s);
    stage.shoot();
    callOnPage(fixture, u"Panic"_s);
    stage.shoot(u"-panic"_s);
    callOnPage(fixture, u"Fatal"_s);
    Stage::settle(300);
    stage.shoot(u"-fatal"_s);
}

void showToolchains(Stage &stage)
{
    GoServer server;
    for (const char *version : {"go1.24.13", "go1.26.11", "go1.25.12"})
        server.add(version);
    server.add("go1.27.2", QByteArray(64, 'b'));
    server.answerOf("go1.26.11").dripBytes = 500;
    useServer(stage, server);
    stage.start();
    WindowFixture &fixture = stage.fixture();
    fixture.window->navigator().go({u"toolchains"_s, {}, {}});
    Stage::settle(300);
    stage.shoot(u"-consent"_s);
    fixture.click("toolchains.message.ask");
    auto *table = fixture.find<QTreeView>("toolchains.versions");
    const auto state = [table](const QString &key) {
        return toolchainRow(*table, key).siblingAtColumn(ToolchainModel::StateColumn);
    };
    const auto press = [table](const QString &key) {
        table->scrollTo(toolchainRow(*table, key));
        pressButtonOf(*table, toolchainRow(*table, key));
    };
    Stage::waitFor([&] { return state(u"go1.27.2"_s).isValid(); });
    Stage::settle(300);
    stage.shoot();
    press(u"go1.27.2"_s);
    Stage::waitFor([&] { return state(u"go1.27.2"_s).data().toString() == "Rejected"_L1; });
    press(u"go1.26.11"_s);
    Stage::waitFor([&] { return state(u"go1.26.11"_s).data().toString().startsWith("Downloading"_L1); });
    Stage::settle(1500);
    stage.shoot(u"-downloading"_s);
    table->scrollTo(state(u"go1.27.2"_s));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(state(u"go1.27.2"_s)).center());
    Stage::settle();
    stage.shootOnce(u"-rejected"_s);
}

void showOffline(Stage &stage)
{
    GoServer server;
    server.add("go1.27.2");
    useServer(stage, server);
    server.close();
    stage.start();
    stage.fixture().window->navigator().go({u"toolchains"_s, {}, {}});
    stage.fixture().click("toolchains.message.ask");
    Stage::settle(1000);
    stage.shoot();
}

} // namespace plugsmith::test
