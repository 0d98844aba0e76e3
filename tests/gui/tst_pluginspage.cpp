// SPDX-License-Identifier: Apache-2.0
// The Plugins page in the real window.
#include "base/plugininfo.h"
#include "base/settingkeys.h"
#include "gui/badge.h"
#include "gui/messagecard.h"
#include "gui/navigator.h"
#include "gui/plugincomparison.h"
#include "gui/plugindetails.h"
#include "gui/pluginsfilterfield.h"
#include "gui/pluginsview.h"
#include "gui/symboldelegate.h"
#include "support/pgofolder.h"
#include "windowfixture.h"

#include <QAction>
#include <QClipboard>
#include <QListView>
#include <QMenu>
#include <QSplitter>
#include <QTabWidget>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace plugsmith::tests;
using namespace Qt::StringLiterals;

namespace {

struct PageFixture : WindowFixture
{
    PageFixture()
    {
        ok = writePlugin(root + u"/geo_1_22_6_linux_amd64.so"_s, pluginBytes("go1.22.6")) &&
             writePlugin(root + u"/geo_1_22_6_linux_amd64.pinf"_s, pluginInfo("geo", 20261121143207, "1.22.6")) &&
             writePlugin(root + u"/geo_1_23_1_linux_amd64.so"_s, pluginBytes("go1.23.1")) &&
             writePlugin(root + u"/pricing_1_22_6_linux_arm64.so"_s, pluginBytes("go1.22.6", "example.com/p", "arm64"));
    }
    bool open()
    {
        window->show();
        window->navigator().go({u"plugins"_s, {}, {}});
        plugins->addFolder(root, true);
        return QTest::qWaitFor([this] { return isRead(3); });
    }
    /// Whether the rows show that many files, each as its bytes say and not only as its name does.
    bool isRead(int files) const
    {
        const CatalogueModel &model = plugins->model();
        if (model.fileCount() != files || plugins->catalog().isBusy())
            return false;
        for (int group = 0; group < model.rowCount(); ++group) {
            const QModelIndex parent = model.index(group, 0);
            for (int row = 0; row < model.rowCount(parent); ++row) {
                if (model.index(row, CatalogueModel::KindColumn, parent).data().toString().isEmpty())
                    return false;
            }
        }
        return true;
    }
    PluginsView *list() const { return find<PluginsView>("plugins.list"); }
    PluginDetails *details() const { return find<PluginDetails>("plugins.details"); }
    QString geo() const { return root + u"/geo_1_22_6_linux_amd64.so"_s; }
    /// Selects a file and waits until it has been read.
    bool select(const QString &path) const
    {
        QSignalSpy shown(details(), &PluginDetails::shown);
        return list()->selectPaths({path}) && (!shown.isEmpty() || shown.wait());
    }
    bool isVisible(const char *name) const { return find<QWidget>(name)->isVisible(); }

    QString root = QDir(folder.path()).canonicalPath() + u"/plugins"_s;
    bool ok = false;
};

} // namespace

class tst_PluginsPage : public QObject
{
    Q_OBJECT

private slots:
    void saysWhenThereIsNothing()
    {
        PageFixture f;
        f.window->show();
        f.activate();
        QTest::keyClick(f.window.get(), Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(f.window->navigator().current().id, u"plugins"_s);
        QVERIFY(f.isVisible("plugins.noFolders"));
        f.click("plugins.empty.build");
        QCOMPARE(f.window->navigator().current().id, u"build"_s);
        f.window->navigator().goBack();
        QCOMPARE(f.window->navigator().current().id, u"plugins"_s);
    }
    void showsWhatIsInAPlugin()
    {
        PageFixture f;
        QVERIFY(f.ok && f.open());
        QVERIFY(f.isVisible("plugins.list"));
        QVERIFY(f.select(f.geo()));
        QCOMPARE(f.find<QLabel>("plugins.details.title")->text(), u"geo"_s);
        QTRY_VERIFY(textOf(f.find<QWidget>("plugins.overview")).contains(u"example.com/geo"));
        QVERIFY(f.find<QLabel>("plugins.overview.info")->text().contains(u"20261121143207"));
        auto *tabs = f.find<QTabWidget>("plugins.details.tabs");
        QCOMPARE(tabs->count(), 5);
        QVERIFY(tabs->tabText(PluginDetails::SymbolsTab).endsWith(u"2"));
        QCOMPARE(f.find<QTreeView>("plugins.symbols")->model()->rowCount(), 2);
        QCOMPARE(f.find<QTreeView>("plugins.modules")->model()->rowCount(), 2);
        QCOMPARE(f.find<QTreeView>("plugins.settings")->model()->rowCount(), 1);
        QCOMPARE(f.find<QTreeView>("plugins.history")->model()->rowCount(), 1);
        f.details()->showTab(PluginDetails::SymbolsTab);
        f.find<QLineEdit>("plugins.symbols.filter")->setText(u"vers"_s);
        QCOMPARE(f.find<QTreeView>("plugins.symbols")->model()->rowCount(), 1);
        QVERIFY(!f.find<BadgeLabel>("plugins.details.verdict")->badge().text.isEmpty());
    }
    void filtersAndExplains()
    {
        PageFixture f;
        QVERIFY(f.ok && f.open());
        auto *field = f.find<PluginsFilterField>("plugins.filter");
        field->setText(u"arch:arm64"_s);
        QTRY_COMPARE(f.plugins->model().fileCount(), 1);
        QTRY_COMPARE(f.find<QLabel>("plugins.count")->text(), u"1 of 3 shown"_s);
        field->setText(u"nonsense"_s);
        QTRY_VERIFY(f.isVisible("plugins.noMatch"));
        QVERIFY(textOf(f.find<QWidget>("plugins.noMatch")).contains(u"nonsense"));
        field->setText(u"is:wrong"_s);
        QVERIFY(f.isVisible("plugins.filter.problem"));
        QVERIFY(!field->accessibleDescription().isEmpty());
        f.click("plugins.empty.clearFilter");
        QTRY_COMPARE(f.plugins->model().fileCount(), 3);
        QVERIFY(!f.isVisible("plugins.filter.problem"));
        QTRY_VERIFY(f.isVisible("plugins.list"));
    }
    void completesTheWordAtTheCursor()
    {
        PageFixture f;
        QVERIFY(f.ok && f.open());
        auto *field = f.find<PluginsFilterField>("plugins.filter");
        field->setText(u"geo o"_s);
        QCOMPARE(field->completions(), QStringList{u"os:"_s});
        field->setText(u"arch:"_s);
        QCOMPARE(field->completions(), QStringList({u"arch:amd64"_s, u"arch:arm64"_s}));
        field->setText(u"is:new"_s);
        QCOMPARE(field->completions(), QStringList{u"is:newest"_s});
        field->setText(u"go:1.2"_s);
        QCOMPARE(field->completions(), QStringList({u"go:1.22"_s, u"go:1.22.6"_s, u"go:1.23"_s, u"go:1.23.1"_s}));
    }
    void selectionOutlivesChanges()
    {
        PageFixture f;
        QVERIFY(f.ok && f.open());
        QVERIFY(f.select(f.geo()));
        QVERIFY(writePlugin(f.root + u"/a_1_22_6_linux_amd64.so"_s, pluginBytes("go1.22.6", "example.com/a")));
        f.plugins->catalog().refresh();
        QTRY_COMPARE(f.plugins->model().fileCount(), 4);
        QCOMPARE(f.list()->selectedPaths(), QStringList{f.geo()});
        QVERIFY(f.list()->isExpanded(f.plugins->model().indexOfGroup(u"geo"_s)));
        f.list()->setExpanded(f.plugins->model().indexOfGroup(u"pricing"_s), false);
        QVERIFY(f.plugins->setFilter(u"linux"_s));
        f.plugins->model().sort(CatalogueModel::NameColumn, Qt::DescendingOrder);
        QTRY_COMPARE(f.plugins->model().index(0, 0).data().toString(), u"pricing"_s);
        QVERIFY(!f.list()->isExpanded(f.plugins->model().index(0, 0)));
        QCOMPARE(f.list()->selectedPaths(), QStringList{f.geo()});
    }
    void menusCopy()
    {
        PageFixture f;
        QVERIFY(f.ok && f.open());
        QVERIFY(f.select(f.geo()));
        emit f.list()->menuRequested(QPoint(10, 10));
        auto *menu = f.find<QMenu>("plugins.list.menu");
        QVERIFY(menu);
        for (QAction *action : menu->actions()) {
            if (action->text() == u"Copy SCN"_s)
                action->trigger();
        }
        QCOMPARE(QApplication::clipboard()->text(), u"20261121143207"_s);
        menu->close();
    }
    void twoAreCompared()
    {
        PageFixture f;
        QVERIFY(f.ok && f.open());
        QSignalSpy compared(f.find<PluginComparisonView>("plugins.comparison"), &PluginComparisonView::compared);
        QVERIFY(f.list()->selectPaths({f.geo(), f.root + u"/geo_1_23_1_linux_amd64.so"_s}));
        QVERIFY(!compared.isEmpty() || compared.wait());
        QVERIFY(f.find<QLabel>("plugins.details.title")->text().startsWith(u"2 "));
        auto *list = f.find<QTreeView>("plugins.comparison.list");
        QVERIFY(list->isVisible());
        QVERIFY(list->model()->rowCount() > 0);
        QVERIFY(list->isExpanded(list->model()->index(0, 0)));
    }
    void wastebasketHasAWayBack()
    {
        PageFixture f;
        QVERIFY(f.ok && f.open());
        QVERIFY(f.select(f.geo()));
        QTest::keyClick(f.list(), Qt::Key_Delete);
        auto *card = f.find<MessageCard>("plugins.trash");
        QTRY_VERIFY(card->isVisible());
        if (QFileInfo::exists(f.geo()))
            QSKIP("There is no wastebasket here");
        QTRY_COMPARE(f.plugins->model().fileCount(), 2);
        f.click("plugins.trash.undo");
        QTRY_COMPARE(f.plugins->model().fileCount(), 3);
        QVERIFY(!card->isVisible());
    }
    void buildInfoIsWrittenAndTakenBack()
    {
        PageFixture f;
        QVERIFY(f.ok && f.open());
        const QString plugin = f.root + u"/geo_1_23_1_linux_amd64.so"_s;
        const QString info = f.root + u"/geo_1_23_1_linux_amd64.pinf"_s;
        QVERIFY(f.select(plugin));
        QTRY_VERIFY(f.isVisible("plugins.overview.missingInfo"));
        f.click("plugins.overview.writeInfo");
        auto *card = f.find<MessageCard>("plugins.infoCard");
        QTRY_VERIFY(card->isVisible());
        QVERIFY(card->title().startsWith(QFileInfo(info).fileName()));
        QCOMPARE(PluginInfo::read(info)->version, u"1.23.1"_s);
        QTRY_VERIFY(!f.isVisible("plugins.overview.missingInfo"));
        f.click("plugins.infoCard.undo");
        QTRY_VERIFY(!QFile::exists(info));
        QTRY_VERIFY(f.isVisible("plugins.overview.missingInfo"));
        QVERIFY(!card->isVisible());
    }
    void contradictionsAreCorrected()
    {
        PageFixture f;
        const QString info = f.root + u"/geo_1_22_6_linux_amd64.pinf"_s;
        const QByteArray wrong = pluginInfo("geo", 20261121143207, "1.21.3");
        QVERIFY(f.ok && writePlugin(info, wrong) && f.open());
        QVERIFY(f.select(f.geo()));
        QTRY_VERIFY(f.isVisible("plugins.overview.contradictions"));
        emit f.list()->menuRequested(QPoint(10, 10));
        auto *menu = f.find<QMenu>("plugins.list.menu");
        const auto actions = menu->actions();
        const auto correct =
            std::ranges::find(actions, u"Correct the Build Info"_s, [](const QAction *each) { return each->text(); });
        QVERIFY(correct != actions.end() && (*correct)->isEnabled());
        menu->close();
        f.click("plugins.overview.correctInfo");
        QTRY_VERIFY(!f.isVisible("plugins.overview.contradictions"));
        QCOMPARE(PluginInfo::read(info)->version, u"1.22.6"_s);
        QCOMPARE(PluginInfo::read(info)->scn, Scn(20261121143207));
        f.click("plugins.infoCard.undo");
        QTRY_VERIFY(f.isVisible("plugins.overview.contradictions"));
        QCOMPARE(PluginInfo::read(info)->version, u"1.21.3"_s);
    }
    void showsWhatPgoWrote()
    {
        PageFixture f;
        const QString folder = f.folder.filePath(u"pgo"_s);
        for (const PgoBuild &build : PgoBuilds)
            QVERIFY(build.write(folder));
        f.window->show();
        f.window->navigator().go({u"plugins"_s, {}, {}});
        f.plugins->addFolder(folder, false);
        const auto pgoFiles = static_cast<int>(PgoBuilds.size());
        QTRY_VERIFY(f.isRead(pgoFiles));
        const CatalogueModel &model = f.plugins->model();
        for (const PgoBuild &build : PgoBuilds) {
            const QString path = QDir(folder).canonicalPath() + u'/' + build.fileName();
            const QModelIndex name = model.indexOf(path);
            QVERIFY2(name.isValid(), qPrintable(path));
            const auto text = [&](CatalogueModel::Column column) {
                return name.siblingAtColumn(column).data().toString();
            };
            QCOMPARE(name.parent().data().toString().toLatin1(), build.name);
            QCOMPARE(text(CatalogueModel::GoColumn).toLatin1(), build.version);
            QCOMPARE(text(CatalogueModel::PlatformColumn).toLatin1(), "linux/" + build.arch);
            QCOMPARE(text(CatalogueModel::PackedColumn), build.isCompressed ? u"gzip"_s : u"–"_s);
            QCOMPARE(text(CatalogueModel::KindColumn), u"plugin"_s);
            QCOMPARE(name.siblingAtColumn(CatalogueModel::ScnColumn).data(CatalogueModel::IsGuessRole).toBool(),
                     !build.hasInfo);
            if (build.hasInfo)
                QCOMPARE(text(CatalogueModel::ScnColumn), QString::number(build.scn));
            const auto badges = name.data(CatalogueModel::BadgesRole).value<QList<PluginBadge>>();
            QVERIFY(std::ranges::none_of(
                badges, [](const PluginBadge &badge) { return badge.meaning == PluginBadge::Meaning::Problem; }));
        }
        QVERIFY(f.select(QDir(folder).canonicalPath() + u'/' + PgoBuilds[2].fileName()));
        QCOMPARE(f.find<QTreeView>("plugins.symbols")->model()->rowCount(), 2);
    }
    void detailsGoToTheRight()
    {
        PageFixture f;
        QVERIFY(f.ok && f.open());
        auto *splitter = f.find<QSplitter>("plugins.innerSplitter");
        QCOMPARE(splitter->orientation(), Qt::Vertical);
        f.window->findChild<QAction *>(u"view.pluginDetailsRight"_s)->trigger();
        QCOMPARE(splitter->orientation(), Qt::Horizontal);
        QVERIFY(f.settings->get(keys::PluginDetailsRight));
    }
    void crossingsSelectFiles()
    {
        PageFixture f;
        QVERIFY(f.ok);
        f.window->show();
        f.window->navigator().go({u"plugins"_s, f.geo(), {}});
        QTRY_COMPARE(f.list()->selectedPaths(), QStringList{f.geo()});
        f.window->navigator().go({u"build"_s, {}, {}});
        f.window->navigator().goBack();
        QCOMPARE(f.list()->selectedPaths(), QStringList{f.geo()});
    }
    void loadingGoesToItsPage()
    {
        PageFixture f;
        QVERIFY(f.ok && f.open());
        QVERIFY(f.select(f.geo()));
        f.click("plugins.details.load");
        QCOMPARE(f.window->navigator().current().id, u"load"_s);
        f.window->navigator().goBack();
        QCOMPARE(f.list()->selectedPaths(), QStringList{f.geo()});
    }
    void dropsAreShown()
    {
        PageFixture f;
        QVERIFY(f.ok);
        f.window->show();
        QVERIFY(f.drop({f.geo()}));
        QTRY_VERIFY(f.list()); // pages are made when they are needed
        QTRY_COMPARE(f.list()->selectedPaths(), QStringList{f.geo()});
        QCOMPARE(f.window->navigator().current().id, u"plugins"_s);
        QVERIFY(writePlugin(f.folder.filePath(u"more/a_1_22_6_linux_amd64.so"_s), pluginBytes("go1.22.6")));
        QVERIFY(f.drop({f.folder.filePath(u"more"_s)}));
        QTRY_COMPARE(f.plugins->model().totalCount(), 4);
    }
    void closedFoldersAreExplained()
    {
        PageFixture f;
        QVERIFY(f.ok);
        if (!QFile::setPermissions(f.root, {}) || QDir(f.root).isReadable())
            QSKIP("Nothing is closed to this user");
        f.window->show();
        f.window->navigator().go({u"plugins"_s, {}, {}});
        f.plugins->addFolder(f.root, false);
        QTRY_VERIFY(f.isVisible("plugins.folderProblem"));
        QFile::setPermissions(f.root, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        f.click("plugins.folderProblem.again");
        QTRY_COMPARE(f.plugins->model().fileCount(), 3);
        QVERIFY(!f.isVisible("plugins.folderProblem"));
    }

    void typesAreColored_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("marked"); // pieces between bars, with the first letter of their kind
        QTest::newRow("function") << u"func(string) (*http.Request, error)"_s
                                  << u"Kfunc|P(|Kstring|P) (*|Phttp.|TRequest|P, |Kerror|P)"_s;
        QTest::newRow("map") << u"map[string]main.T"_s << u"Kmap|P[|Kstring|P]|Pmain.|TT"_s;
        QTest::newRow("variadic") << u"func(...int)"_s << u"Kfunc|P(...|Kint|P)"_s;
    }
    void typesAreColored()
    {
        QFETCH(const QString, type);
        QStringList marked;
        QString whole;
        for (const GoToken &token : goTokens(type)) {
            const QChar letters[] = {u'P', u'K', u'P', u'T'};
            marked << letters[static_cast<int>(token.kind)] + token.text;
            whole += token.text;
        }
        QTEST(marked.join(u'|'), "marked");
        QCOMPARE(whole, type);
    }
};

QTEST_MAIN(tst_PluginsPage)
#include "tst_pluginspage.moc"
