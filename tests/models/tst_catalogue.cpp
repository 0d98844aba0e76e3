// SPDX-License-Identifier: Apache-2.0
// What the Plugins page shows: verdicts, the catalogue as a tree, places, symbols and tables.
#include "build/buildengine.h"
#include "models/cataloguemodel.h"
#include "models/comparisonmodel.h"
#include "models/factsmodel.h"
#include "models/pluginplacesmodel.h"
#include "models/pluginreading.h"
#include "models/pluginssession.h"
#include "models/plugintrash.h"
#include "models/pluginversionsmodel.h"
#include "models/symbolmodel.h"
#include "support/pluginfiles.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace plugsmith;
using namespace plugsmith::tests;
using namespace Qt::StringLiterals;

using Fit = MachineVerdict::Fit;
using Model = CatalogueModel;

namespace {

LocalMachine machine(bool isKnown = true)
{
    LocalMachine machine;
    machine.platform = {u"linux"_s, u"amd64"_s};
    machine.glibc = u"2.36"_s;
    machine.toolchains = {*GoVersion::parse(u"1.22.6"_s), *GoVersion::parse(u"1.20"_s)};
    machine.isKnown = isKnown;
    return machine;
}

PluginEntry entry(const QString &go = u"1.22.6"_s, const QString &platform = u"linux/amd64"_s,
                  const QString &glibc = u"2.34"_s)
{
    PluginEntry entry;
    entry.path = u"/plugins/geo.so"_s;
    entry.state = PluginEntry::State::Read;
    entry.kind = BinaryKind::GoPlugin;
    entry.name = u"geo"_s;
    entry.platform = *Platform::parse(platform);
    entry.go = GoVersion::parse(go).value_or(GoVersion());
    entry.glibc = glibc;
    return entry;
}

/// A session over three builds of one plugin, an older one of the first, and another plugin.
struct Fixture
{
    Fixture()
    {
        const auto add = [&](const QString &file, const QByteArray &go, qint64 scn, const QByteArray &arch = "amd64",
                             const QByteArrayList &exports = {"Add", "Version"}) {
            const QByteArray name = file.section(u'/', -1).section(u'_', 0, 0).toUtf8();
            ok = ok &&
                 writePlugin(root + file + u".so"_s, pluginBytes("go" + go, "example.com/" + name, arch, exports)) &&
                 writePlugin(root + file + u".pinf"_s, pluginInfo(name, scn, go, arch));
        };
        add(u"geo_1_22_6_linux_amd64"_s, "1.22.6", 20261121143207);
        add(u"old/geo_1_22_6_linux_amd64"_s, "1.22.6", 20261119160211, "amd64", {"Add", "Old", "Version"});
        add(u"geo_1_23_1_linux_amd64"_s, "1.23.1", 20261121143209);
        add(u"geo_1_22_6_linux_arm64"_s, "1.22.6", 20261121143253, "arm64");
        add(u"pricing_1_22_6_linux_amd64"_s, "1.22.6", 20261102170344);
        BuildEngine::Setup setup;
        setup.stateFolder = dir.filePath(u"state"_s);
        engine = std::make_unique<BuildEngine>(setup);
        settings = std::make_unique<Settings>(dir.filePath(u"settings.ini"_s));
        session = std::make_unique<PluginsSession>(*engine, *settings, QString());
        tester = std::make_unique<QAbstractItemModelTester>(&session->model(),
                                                            QAbstractItemModelTester::FailureReportingMode::QtTest);
        session->model().setMachine(machine());
    }
    bool open(int files = 5)
    {
        session->addFolder(root, true);
        return QTest::qWaitFor([this, files] {
            return session->model().fileCount() == files && !session->catalog().isBusy() &&
                   !session->model().isArranging();
        });
    }
    bool filter(const QString &text, int files)
    {
        return session->setFilter(text) && QTest::qWaitFor([&] { return session->model().fileCount() == files; });
    }
    QString path(const QString &file) const { return root + file; }
    QModelIndex at(const QString &file, int column = 0)
    {
        return session->model().indexOf(root + file).siblingAtColumn(column);
    }
    QStringList names(const QModelIndex &parent = {})
    {
        QStringList list;
        for (int row = 0; row < session->model().rowCount(parent); ++row)
            list << session->model().index(row, 0, parent).data().toString();
        return list;
    }

    QTemporaryDir dir;
    QString root = QDir(dir.path()).canonicalPath() + u"/plugins/"_s;
    bool ok = true;
    std::unique_ptr<BuildEngine> engine;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<PluginsSession> session;
    std::unique_ptr<QAbstractItemModelTester> tester;
};

} // namespace

class tst_Catalogue : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void verdict_data()
    {
        QTest::addColumn<PluginEntry>("plugin");
        QTest::addColumn<Fit>("fit");
        QTest::addColumn<QString>("said"); // part of the reason
        QTest::newRow("loads") << entry() << Fit::Loads << u"installed"_s;
        QTest::newRow("point zero") << entry(u"1.20.0"_s) << Fit::Loads << u"installed"_s;
        QTest::newRow("other Go") << entry(u"1.22.7"_s) << Fit::NeedsGo << u"1.22.7, which is not installed"_s;
        QTest::newRow("vendor") << entry(u"go1.22.6-custom"_s) << Fit::NeedsGo << u"1.22.6-custom"_s;
        QTest::newRow("platform") << entry(u"1.22.6"_s, u"linux/arm64"_s) << Fit::OtherPlatform << u"linux/arm64"_s;
        QTest::newRow("glibc") << entry(u"1.22.6"_s, u"linux/amd64"_s, u"2.38"_s) << Fit::NeedsGlibc << u"2.38"_s;
        QTest::newRow("older glibc") << entry(u"1.22.6"_s, u"linux/amd64"_s, u"2.4"_s) << Fit::Loads << u""_s;
        QTest::newRow("no version") << entry(QString()) << Fit::Unknown << u"which Go version"_s;
        PluginEntry range = entry(QString());
        range.goRange = u"1.18–1.19"_s;
        QTest::newRow("range") << range << Fit::Unknown << u"1.18–1.19"_s;
        PluginEntry library = entry();
        library.kind = BinaryKind::Library;
        QTest::newRow("library") << library << Fit::NotPlugin << u"shared library"_s;
        PluginEntry damaged = entry();
        damaged.state = PluginEntry::State::Damaged;
        damaged.problem = u"It ends early."_s;
        QTest::newRow("damaged") << damaged << Fit::Damaged << u"ends early"_s;
        PluginEntry pending = entry();
        pending.state = PluginEntry::State::Pending;
        QTest::newRow("pending") << pending << Fit::Unknown << u""_s;
    }
    void verdict()
    {
        QFETCH(const PluginEntry, plugin);
        QFETCH(const QString, said);
        const MachineVerdict verdict = verdictOf(plugin, machine());
        QTEST(verdict.fit, "fit");
        QVERIFY2(verdict.reason(machine()).contains(said), qPrintable(verdict.reason(machine())));
        QVERIFY(!verdict.word().isEmpty());
    }
    void nothingIsRefusedBeforeTheMachineIsKnown()
    {
        const MachineVerdict verdict = verdictOf(entry(u"1.22.7"_s), machine(false));
        QCOMPARE(verdict.fit, Fit::Unknown);
        QVERIFY(!verdict.isRefused());
        QVERIFY(verdict.reason(machine(false)).contains(u"not known yet"));
    }

    void groupsByNameNewestFirst()
    {
        Fixture f;
        QVERIFY(f.ok && f.open());
        QCOMPARE(f.names(), QStringList({u"geo"_s, u"pricing"_s}));
        const QModelIndex geo = f.session->model().index(0, 0);
        QCOMPARE(f.names(geo), QStringList({u"geo_1_22_6_linux_arm64.so"_s, u"geo_1_23_1_linux_amd64.so"_s,
                                            u"geo_1_22_6_linux_amd64.so"_s, u"geo_1_22_6_linux_amd64.so"_s}));
        QVERIFY(geo.data(Model::IsGroupRole).toBool());
        QCOMPARE(geo.siblingAtColumn(Model::FitColumn).data().toString(), u"2 of 4 load"_s);
        QVERIFY(geo.data(Model::SecondTextRole).toString().contains(u"newest 21 Nov 2026"));
        QCOMPARE(f.session->model().entryAt(geo), f.session->model().entryAt(f.session->model().index(0, 0, geo)));
    }
    void offersTheNewestThatLoadHere()
    {
        Fixture f;
        QVERIFY(f.ok && f.open());
        const CatalogueContent &content = *f.session->model().content();
        QStringList paths;
        for (const int entry : content.newestHere)
            paths << content.entries[entry].path;
        QCOMPARE(paths,
                 QStringList({f.path(u"geo_1_22_6_linux_amd64.so"_s), f.path(u"pricing_1_22_6_linux_amd64.so"_s)}));
    }
    void showsFiles()
    {
        Fixture f;
        QVERIFY(f.ok && f.open());
        const QString file = u"geo_1_22_6_linux_amd64.so"_s;
        const auto text = [&](int column) { return f.at(file, column).data().toString(); };
        QCOMPARE(text(Model::ScnColumn), u"20261121143207"_s);
        QCOMPARE(text(Model::GoColumn), u"1.22.6"_s);
        QCOMPARE(text(Model::PlatformColumn), u"linux/amd64"_s);
        QCOMPARE(text(Model::PackedColumn), u"–"_s);
        QCOMPARE(text(Model::KindColumn), u"plugin"_s);
        QCOMPARE(text(Model::FitColumn), u"Loads"_s);
        QCOMPARE(f.at(file).data(Model::SecondTextRole).toString(), u"in plugins"_s);
        QCOMPARE(f.at(u"old/"_s + file).data(Model::SecondTextRole).toString(), u"in old"_s);
        QCOMPARE(f.at(u"geo_1_23_1_linux_amd64.so"_s).data(Model::SecondTextRole).toString(), QString());
        const auto words = [&](const QString &name) {
            QStringList list;
            for (const PluginBadge &badge : f.at(name).data(Model::BadgesRole).value<QList<PluginBadge>>())
                list << badge.word;
            return list;
        };
        QVERIFY(words(file).contains(u"newest"_s));
        QVERIFY(!words(u"old/"_s + file).contains(u"newest"_s));
        QVERIFY(f.at(file).data(Qt::AccessibleTextRole).toString().contains(u"newest"));
        QCOMPARE(f.at(u"geo_1_22_6_linux_arm64.so"_s, Model::FitColumn).data(Model::FitRole).value<Fit>(),
                 Fit::OtherPlatform);
    }
    void saysWhatDoesNotFit()
    {
        Fixture f;
        QVERIFY(writePlugin(f.path(u"wrong_1_21_0_linux_amd64.so"_s), pluginBytes("go1.22.6", "example.com/wrong")));
        QVERIFY(
            writePlugin(f.path(u"orphan_1_22_6_linux_amd64.pinf"_s), pluginInfo("orphan", 20260101000000, "1.22.6")));
        QVERIFY(writePlugin(f.path(u"copy_1_22_6_linux_amd64.so"_s), pluginBytes("go1.22.6", "example.com/wrong")));
        QVERIFY(f.ok && f.open(8));
        const auto badge = [&](const QString &file, int number) {
            return f.at(file).data(Model::BadgesRole).value<QList<PluginBadge>>().value(number);
        };
        QCOMPARE(badge(u"wrong_1_21_0_linux_amd64.so"_s, 1).word, u"contradiction"_s);
        QVERIFY(badge(u"wrong_1_21_0_linux_amd64.so"_s, 1).sentence.contains(u"The file is right."));
        QCOMPARE(badge(u"orphan_1_22_6_linux_amd64.pinf"_s, 0).word, u"plugin missing"_s);
        QVERIFY(f.at(u"copy_1_22_6_linux_amd64.so"_s, Model::ScnColumn).data(Model::IsGuessRole).toBool());
    }
    void filters()
    {
        Fixture f;
        QVERIFY(f.ok && f.open());
        QVERIFY(f.filter(u"arch:arm64"_s, 1));
        QCOMPARE(f.names(), QStringList{u"geo"_s});
        QVERIFY(f.filter(u"symbol:Old"_s, 1));
        QVERIFY(f.filter(u"is:newest go:1.22"_s, 3));
        QVERIFY(!f.session->setFilter(u"scn:>abc"_s));
        QCOMPARE(f.session->filterText(), u"is:newest go:1.22"_s);
        QVERIFY(f.filter(u"nothing is called so"_s, 0));
        QVERIFY(!f.session->model().indexOf(f.path(u"geo_1_22_6_linux_amd64.so"_s)).isValid());
        QCOMPARE(f.session->model().totalCount(), 5);
        QVERIFY(f.filter(QString(), 5));
    }
    void sorts()
    {
        Fixture f;
        QVERIFY(f.ok && f.open());
        QSignalSpy arranged(&f.session->model(), &CatalogueModel::arranged);
        f.session->model().sort(Model::NameColumn, Qt::DescendingOrder);
        QTRY_COMPARE(f.names(), QStringList({u"pricing"_s, u"geo"_s}));
        f.session->model().sort(Model::ScnColumn, Qt::AscendingOrder);
        QTRY_COMPARE(f.names(f.session->model().indexOfGroup(u"geo"_s)).value(3), u"geo_1_22_6_linux_arm64.so"_s);
        QCOMPARE(f.names(), QStringList({u"pricing"_s, u"geo"_s}));
        f.session->model().sort(Model::GoColumn, Qt::DescendingOrder);
        QTRY_COMPARE(f.names(f.session->model().indexOfGroup(u"geo"_s)).value(0), u"geo_1_23_1_linux_amd64.so"_s);
        QVERIFY(!arranged.isEmpty());
    }
    void followsTheFolder()
    {
        Fixture f;
        QVERIFY(f.ok && f.open());
        QVERIFY(QFile::remove(f.path(u"pricing_1_22_6_linux_amd64.so"_s)));
        QVERIFY(QFile::remove(f.path(u"pricing_1_22_6_linux_amd64.pinf"_s)));
        QVERIFY(writePlugin(f.path(u"new_1_22_6_linux_amd64.so"_s), pluginBytes("go1.22.6", "example.com/new")));
        f.session->catalog().refresh();
        QTRY_COMPARE(f.names(), QStringList({u"geo"_s, u"new"_s}));
        f.session->removeFolder(QDir::cleanPath(f.root));
        QTRY_COMPARE(f.session->model().totalCount(), 0);
    }
    void anotherMachineChangesVerdicts()
    {
        Fixture f;
        QVERIFY(f.ok && f.open());
        LocalMachine other = machine();
        other.toolchains << *GoVersion::parse(u"1.23.1"_s);
        f.session->model().setMachine(other);
        QTRY_COMPARE(f.at(u"geo_1_23_1_linux_amd64.so"_s, Model::FitColumn).data().toString(), u"Loads"_s);
    }
    void dragsFilesWithTheirBuildInfos()
    {
        Fixture f;
        QVERIFY(f.ok && f.open());
        const QModelIndex group = f.session->model().indexOfGroup(u"pricing"_s);
        const QModelIndex file = f.session->model().index(0, 0, group);
        const std::unique_ptr<QMimeData> data(f.session->model().mimeData({group, file}));
        QCOMPARE(data->urls(), QList<QUrl>({QUrl::fromLocalFile(f.path(u"pricing_1_22_6_linux_amd64.so"_s)),
                                            QUrl::fromLocalFile(f.path(u"pricing_1_22_6_linux_amd64.pinf"_s))}));
        QVERIFY(f.session->model().flags(file) & Qt::ItemIsDragEnabled);
    }

    void placesHaveCounts()
    {
        Fixture f;
        PluginPlacesModel places(*f.session);
        const QAbstractItemModelTester tester(&places, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(f.ok && f.open());
        f.session->addFolder(f.dir.filePath(u"nowhere"_s), false);
        QTRY_COMPARE(places.rowCount(), 9);
        const auto text = [&](int row, int role = Qt::DisplayRole) { return places.index(row).data(role).toString(); };
        QCOMPARE(text(1), u"All plugins"_s);
        QTRY_COMPARE(text(1, PluginPlacesModel::CountRole), u"5"_s);
        QCOMPARE(text(2, PluginPlacesModel::CountRole), u"5"_s);
        QCOMPARE(text(2, PluginPlacesModel::SecondTextRole), u"watched"_s);
        QTRY_COMPARE(text(3, PluginPlacesModel::SecondTextRole), u"not there"_s);
        QVERIFY(places.index(3).data(PluginPlacesModel::DimmedRole).toBool());
        QCOMPARE(text(5), u"Newest of each"_s);
        QCOMPARE(text(5, PluginPlacesModel::CountRole), u"4"_s);
        QVERIFY(!(places.flags(places.index(0)) & Qt::ItemIsSelectable));
        places.choose(places.index(6)); // loads on this machine
        QTRY_COMPARE(f.session->model().fileCount(), 3);
        QCOMPARE(places.chosen().row(), 6);
        places.choose(places.index(2));
        QTRY_COMPARE(f.session->model().fileCount(), 5);
        places.choose(places.index(0));
        QCOMPARE(places.chosen().row(), 2);
    }
    void foldersAreKept()
    {
        Fixture f;
        QVERIFY(f.ok && f.open());
        f.session->addFolder(f.path(u"old"_s), true); // lies inside
        QCOMPARE(f.session->catalog().folders().size(), 1);
        f.session->setWatched(QDir::cleanPath(f.root), false);
        PluginsSession next(*f.engine, *f.settings, QString());
        next.start();
        QCOMPARE(next.catalog().folders().size(), 1);
        QCOMPARE(next.catalog().folders()[0].folder, (CatalogFolder{QDir::cleanPath(f.root), true, false}));
        f.session->removeFolder(QDir::cleanPath(f.root));
        PluginsSession last(*f.engine, *f.settings, QString());
        last.start();
        QVERIFY(last.catalog().folders().isEmpty());
    }
    void filesBringTheirFolder()
    {
        Fixture f;
        const QString file = f.path(u"old/geo_1_22_6_linux_amd64.so"_s);
        QCOMPARE(f.session->addPaths({file}), QStringList{file});
        QCOMPARE(f.session->catalog().folders().size(), 1);
        QVERIFY(!f.session->catalog().folders()[0].folder.watched);
        QTRY_VERIFY(f.session->model().indexOf(file).isValid());
    }

    void readsOnePlugin()
    {
        Fixture f;
        const PluginReading reading = readPlugin(f.path(u"old/geo_1_22_6_linux_amd64.so"_s));
        QVERIFY(reading.inspection);
        QCOMPARE(reading.inspection->exports.size(), 3);
        QCOMPARE(reading.entry.scn, Scn(20261119160211));
        QCOMPARE(reading.sha256.size(), 64);
        QVERIFY(reading.infoText.contains("20261119160211"));
        const PluginReading missing = readPlugin(f.path(u"nothing.so"_s));
        QVERIFY(!missing.inspection);
        QCOMPARE(missing.entry.state, PluginEntry::State::Unreadable);
    }
    void showsSymbols()
    {
        Inspection inspection;
        inspection.exports = {{u"Limit"_s, GoExport::Kind::Variable, u"*int"_s},
                              {u"Quote"_s, GoExport::Kind::Function, u"func(string) (*pricing.Quote, error)"_s},
                              {u"Unknown"_s, GoExport::Kind::Function, {}}};
        GoTypeDetails type;
        type.name = u"pricing.Quote"_s;
        type.underlying = u"struct"_s;
        type.fields = {{u"Total"_s, u"float64"_s, u"json:\"total\""_s, 0, false}};
        type.methods = {{u"Format"_s, u"func() string"_s, true}, {u"Gone"_s, {}, false}};
        inspection.types = {type};
        SymbolModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setInspection(inspection);
        const auto text = [&](int row, int column, int role = Qt::DisplayRole) {
            return model.index(row, column).data(role).toString();
        };
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.exportCount(), 3);
        QCOMPARE(text(0, SymbolModel::NameColumn), u"Quote"_s); // functions first
        QCOMPARE(text(0, 0, SymbolModel::DeclarationRole), u"func Quote(string) (*pricing.Quote, error)"_s);
        QCOMPARE(text(1, SymbolModel::TypeColumn), u"Load to see the type"_s);
        QCOMPARE(text(2, SymbolModel::KindColumn), u"variable"_s);
        QCOMPARE(text(2, SymbolModel::TypeColumn), u"int"_s); // what Lookup returns points at it
        QCOMPARE(text(2, 0, SymbolModel::DeclarationRole), u"var Limit int"_s);
        const QModelIndex quote = model.index(3, 0);
        QCOMPARE(model.rowCount(quote), 3);
        QCOMPARE(model.index(0, SymbolModel::TypeColumn, quote).data().toString(), u"float64 `json:\"total\"`"_s);
        QVERIFY(model.index(1, 0, quote).data(Qt::ToolTipRole).toString().contains(u"*pricing.Quote"));
        QVERIFY(model.index(2, 0, quote).data(Qt::ToolTipRole).toString().contains(u"linker removed"));
        for (GoExport &symbol : inspection.exports) {
            if (symbol.name == "Quote"_L1)
                symbol.signature = u"func(id string) (*pricing.Quote, error)"_s;
        }
        model.setInspection(inspection);
        QCOMPARE(text(0, SymbolModel::TypeColumn), u"func(id string) (*pricing.Quote, error)"_s);
        QCOMPARE(text(0, 0, SymbolModel::DeclarationRole), u"func Quote(id string) (*pricing.Quote, error)"_s);
        model.setInspection({});
        QCOMPARE(model.rowCount(), 0);
    }
    void showsModulesAndSettings()
    {
        BuildInfo info;
        info.main.path = u"example.com/geo"_s;
        BuildModule module;
        module.path = u"golang.org/x/net"_s;
        module.version = u"v0.20.0"_s;
        module.replacement = ModuleVersion{u"../net"_s, {}, {}};
        info.modules = {module};
        info.settings = {{u"-trimpath"_s, u"true"_s}};
        ModuleModel modules;
        const QAbstractItemModelTester tester(&modules, QAbstractItemModelTester::FailureReportingMode::QtTest);
        modules.setBuildInfo(info);
        QCOMPARE(modules.rowCount(), 2);
        QCOMPARE(modules.index(0, ModuleModel::PathColumn).data().toString(), u"example.com/geo"_s);
        QCOMPARE(modules.index(1, ModuleModel::ReplacementColumn).data().toString(), u"../net"_s);
        BuildSettingModel settings;
        settings.setBuildInfo(info);
        QCOMPARE(settings.index(0, BuildSettingModel::ValueColumn).data().toString(), u"true"_s);
    }
    void comparesTwo()
    {
        Fixture f;
        const auto before = inspectFile(f.path(u"old/geo_1_22_6_linux_amd64.so"_s));
        const auto after = inspectFile(f.path(u"geo_1_23_1_linux_amd64.so"_s));
        QVERIFY(f.ok && before && after);
        ComparisonModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setComparison(compareInspections(*before, *after), u"old"_s, u"new"_s);
        QMap<QString, QString> changes;
        for (int section = 0; section < model.rowCount(); ++section) {
            const QModelIndex parent = model.index(section, 0);
            for (int row = 0; row < model.rowCount(parent); ++row) {
                changes.insert(model.index(row, 0, parent).data().toString(),
                               model.index(row, ComparisonModel::ChangeColumn, parent).data().toString());
            }
        }
        QCOMPARE(changes.value(u"Old"_s), u"removed"_s);
        QCOMPARE(changes.value(u"Go version"_s), u"changed"_s);
        QVERIFY(model.differenceCount() >= 2);
        QCOMPARE(model.headerData(ComparisonModel::AfterColumn, Qt::Horizontal).toString(), u"new"_s);
        model.setComparison({}, {}, {});
        QCOMPARE(model.rowCount(), 0);
    }
    void symbolsThatChangeTheirType()
    {
        PluginComparison comparison;
        comparison.exports = {{u"Quote"_s, u"func func() error"_s, u"func func(int) error"_s},
                              {u"New"_s, {}, u"var *int"_s}};
        comparison.sections = {{u".text"_s, u"1000"_s, u"3000"_s}};
        ComparisonModel model;
        model.setComparison(comparison, u"a"_s, u"b"_s);
        const auto change = [&](int section, int row) {
            return model.index(row, ComparisonModel::ChangeColumn, model.index(section, 0)).data().toString();
        };
        QCOMPARE(change(0, 0), u"type changed"_s);
        QCOMPARE(change(0, 1), u"added"_s);
        QCOMPARE(change(1, 0), u"+2 kB"_s);
    }
    void wastebasketGivesBack()
    {
        Fixture f;
        const QString plugin = f.path(u"geo_1_22_6_linux_amd64.so"_s);
        const QString packed = plugin + u".gz"_s;
        const QString info = f.path(u"geo_1_22_6_linux_amd64.pinf"_s);
        QVERIFY(f.ok && writePlugin(packed, "x"));
        TrashResult result = moveToTrash({plugin});
        if (!result.failed.isEmpty())
            QSKIP("There is no wastebasket here");
        QVERIFY(!QFileInfo::exists(plugin));
        QVERIFY(QFileInfo::exists(info)); // the packed one has it too
        QVERIFY(result.canUndo());
        QCOMPARE(restoreFromTrash(result.moved), QStringList());
        QVERIFY(QFileInfo::exists(plugin));
        result = moveToTrash({plugin, packed});
        QCOMPARE(result.moved.size(), 3);
        QVERIFY(!QFileInfo::exists(info));
        QVERIFY(writePlugin(plugin, "something else"));
        QCOMPARE(restoreFromTrash(result.moved), QStringList{plugin});
        QVERIFY(QFileInfo::exists(info));
        QVERIFY(!moveToTrash({f.path(u"nothing.so"_s)}).failed.isEmpty());
    }
    void showsVersions()
    {
        Fixture f;
        QVERIFY(f.ok && f.open());
        PluginVersionsModel versions;
        const QAbstractItemModelTester tester(&versions, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const CatalogueContent &content = *f.session->model().content();
        versions.setEntry(content, content.positions.value(f.path(u"geo_1_22_6_linux_amd64.so"_s)));
        QCOMPARE(versions.rowCount(), 2); // the other Go version and platform are other plugins to a host
        QCOMPARE(versions.index(0, PluginVersionsModel::ScnColumn).data().toString(), u"20261121143207"_s);
        QVERIFY(versions.index(0, PluginVersionsModel::ChangeColumn).data().toString().contains(u"−Old"));
        QCOMPARE(versions.pathAt(1), f.path(u"old/geo_1_22_6_linux_amd64.so"_s));
        versions.setEntry(content, -1);
        QCOMPARE(versions.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_Catalogue)
#include "tst_catalogue.moc"
