// SPDX-License-Identifier: Apache-2.0
// The pure parts of the catalogue: what names and build infos say together, groups, filter, comparison.
#include "catalog/comparison.h"
#include "catalog/entryreader.h"
#include "catalog/pluginfilter.h"

#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

PluginEntry plugin(const QString &path, qint64 scn, const QString &go = u"1.22.6"_s, qint64 modified = 1)
{
    PluginEntry entry;
    entry.path = path;
    entry.stamp = {100, modified, 7};
    entry.state = PluginEntry::State::Read;
    entry.kind = BinaryKind::GoPlugin;
    entry.format = BinaryFormat::Elf;
    entry.name = u"geo"_s;
    entry.platform = {u"linux"_s, u"amd64"_s};
    entry.go = *GoVersion::parse(go);
    entry.goSource = GoVersionSource::BuildInfo;
    entry.scn = Scn(scn);
    entry.scnSource = ScnSource::Sidecar;
    entry.pluginPath = u"example.com/geo_g"_s + QString::number(scn);
    entry.contentId = path;
    entry.exportNames = {u"Quote"_s, u"Version"_s};
    entry.modules = {u"golang.org/x/net@v0.20.0"_s};
    return entry;
}

Inspection inspectionOf(const QString &go, const QString &platform)
{
    Inspection inspection;
    inspection.kind = BinaryKind::GoPlugin;
    inspection.facts.format = BinaryFormat::Elf;
    inspection.facts.platform = *Platform::parse(platform);
    inspection.facts.isPlugin = true;
    if (const auto version = GoVersion::parse(go)) {
        inspection.goVersion = *version;
        inspection.goSource = GoVersionSource::BuildInfo;
    }
    return inspection;
}

PluginInfo infoOf(const QString &version, const QString &platform, qint64 scn)
{
    PluginInfo info;
    info.name = u"geo"_s;
    info.scn = Scn(scn);
    info.platform = *Platform::parse(platform);
    info.version = version;
    return info;
}

FoundFile fileNamed(const QString &name)
{
    FoundFile file;
    file.path = u"/plugins/"_s + name;
    file.stamp = {10, 1'700'000'000'000'000'000, 1}; // 2023-11-14 22:13:20 UTC
    return file;
}

} // namespace

class tst_PluginFilter : public QObject
{
    Q_OBJECT

private slots:
    void matches_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<bool>("matches");
        const std::pair<const char *, bool> rows[] = {
            {"", true},
            {"geo", true},
            {"GEO PLUGINS", true},
            {"geo other", false},
            {"\"plugins/geo 1\"", true},
            {"go:1.22", true},
            {"go:1.22.6", true},
            {"go:1.22.7", false},
            {"go:1.2", false},
            {"go:>=1.22", true},
            {"go:>1.22", false},
            {"go:>1.21", true},
            {"go:<1.22.7", true},
            {"go:<=1.22", true},
            {"go:", true},
            {"os:linux arch:amd64", true},
            {"os:darwin", false},
            {"platform:linux/amd64", true},
            {"platform:linux/arm64", false},
            {"scn:>20261101", true},
            {"scn:20261121", true},
            {"scn:>20261121", false},
            {"scn:>=20261121", true},
            {"scn:<20261121", false},
            {"scn:<2027", true},
            {"symbol:quot", true},
            {"symbol:Missing", false},
            {"module:golang.org/x/net", true},
            {"module:golang.org/x/net@v0.20", true},
            {"module:golang.org/x/text", false},
            {"is:newest", true},
            {"is:plugin is:newest", true},
            {"is:gzip", false},
            {"unknown:geo", false},
            {"geo go:1.25", false},
        };
        for (const auto &[filter, isMatch] : rows)
            QTest::addRow("%s", filter) << QString::fromLatin1(filter) << isMatch;
    }
    void matches()
    {
        QFETCH(QString, filter);
        QFETCH(bool, matches);
        const PluginEntry entry = plugin(u"/plugins/geo 1.so"_s, 20261121143200);
        const FilterSubject subject(
            entry, EntryStanding{.isNewest = true, .sharesScn = false, .duplicates = {}, .samePath = {}});
        const auto parsed = PluginFilter::parse(filter);
        QVERIFY(parsed);
        QCOMPARE(parsed->matches(subject), matches);

        // Among others, whose texts are the same and other ones in turn.
        PluginEntry other = entry;
        other.exportNames = {u"Missing"_s};
        other.modules = {u"golang.org/x/text@v0.1.0"_s};
        const FilterSubject shared = subject;
        const FilterSubject unlike(other, {});
        PluginFilter::Run run(*parsed);
        for (const FilterSubject *each : {&subject, &shared, &unlike, &subject, &unlike, &unlike})
            QCOMPARE(run.matches(*each), parsed->matches(*each));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("filter");
        for (const char *filter : {"scn:>abc", "scn:202611211432001", "scn:-1", "is:nonsense", "go:new", "is:news"})
            QTest::addRow("%s", filter) << QString::fromLatin1(filter);
    }
    void refuses()
    {
        QFETCH(QString, filter);
        const auto parsed = PluginFilter::parse(filter);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().code, ErrorCode::InvalidInput);
        QVERIFY(!parsed.error().reason.isEmpty());
    }

    void findsTheNewest()
    {
        QList<PluginEntry> entries = {
            plugin(u"/a/1.so"_s, 20260101000000),
            plugin(u"/a/2.so"_s, 20260201000000),
            plugin(u"/a/3.so"_s, 20260301000000, u"1.21.1"_s),
            plugin(u"/b/4.so"_s, 20260201000000, u"1.22.6"_s, 9),
            plugin(u"/b/5.so"_s, 20270101000000),
        };
        entries[4].kind = BinaryKind::GoLibrary; // no host opens it
        entries[3].contentId = entries[1].contentId;
        entries[1].pluginPath = entries[0].pluginPath;
        entries[2].name = u"Alpha"_s;
        const GroupedCatalog grouped = groupEntries(entries);
        QCOMPARE(grouped.groups.size(), 2);
        QCOMPARE(grouped.groups[0].name, u"Alpha"_s);
        QCOMPARE(grouped.groups[1].members, QList<int>({4, 3, 1, 0}));
        QList<bool> newest;
        for (const EntryStanding &each : grouped.standings)
            newest << each.isNewest;
        QCOMPARE(newest, QList<bool>({false, false, true, true, false})); // of equal SCNs the newer file
        QVERIFY(grouped.standings[1].sharesScn && grouped.standings[3].sharesScn && !grouped.standings[0].sharesScn);
        QCOMPARE(grouped.standings[1].duplicates, QList<int>{3});
        QCOMPARE(grouped.standings[0].samePath, QList<int>{1});
        QVERIFY(grouped.standings[2].samePath.isEmpty());
    }

    void combinesWhatIsSaid_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("inFile"); // Go version, empty: unknown
        QTest::addColumn<QString>("inInfo");
        QTest::addColumn<QString>("go");
        QTest::addColumn<GoVersionSource>("source");
        QTest::addColumn<int>("contradictions");
        using Source = GoVersionSource;
        QTest::newRow("all agree") << u"geo_1_22_6_linux_amd64.so"_s << u"1.22.6"_s << u"1.22.6"_s << u"1.22.6"_s
                                   << Source::BuildInfo << 0;
        QTest::newRow("two parts") << u"geo_1_20_linux_amd64.so"_s << u"1.20"_s << u"1.20"_s << u"1.20"_s
                                   << Source::BuildInfo << 0;
        QTest::newRow("info wrong") << u"geo_1_23_12_linux_amd64.so"_s << u"1.23.12"_s << u"1.22.6"_s << u"1.23.12"_s
                                    << Source::BuildInfo << 1;
        QTest::newRow("both wrong") << u"geo_1_21_linux_arm64.so"_s << u"1.23.12"_s << u"1.22.6"_s << u"1.23.12"_s
                                    << Source::BuildInfo << 3;
        QTest::newRow("info only") << u"geo.so"_s << QString() << u"1.19.8"_s << u"1.19.8"_s << Source::Sidecar << 0;
        QTest::newRow("name only") << u"my_geo_1_21rc2_linux_amd64.so"_s << QString() << QString() << u"1.21rc2"_s
                                   << Source::FileName << 0;
        QTest::newRow("nobody") << u"geo.so"_s << QString() << QString() << QString() << Source::None << 0;
    }
    void combinesWhatIsSaid()
    {
        QFETCH(QString, name);
        QFETCH(QString, inFile);
        QFETCH(QString, inInfo);
        std::optional<Result<PluginInfo>> info;
        if (!inInfo.isEmpty())
            info = infoOf(inInfo, u"linux/amd64"_s, 20231125103854);
        const PluginEntry entry = entryFrom(fileNamed(name), inspectionOf(inFile, u"linux/amd64"_s), info);
        QTEST(entry.goText(), "go");
        QTEST(entry.goSource, "source");
        QTEST(static_cast<int>(entry.contradictions.size()), "contradictions");
        QCOMPARE(entry.scn, Scn(inInfo.isEmpty() ? 20231114221320 : 20231125103854));
        QCOMPARE(entry.scnSource, inInfo.isEmpty() ? ScnSource::FileDate : ScnSource::Sidecar);
        for (const Contradiction &each : entry.contradictions)
            QVERIFY(each.toString().contains(each.said) && each.toString().contains(each.found));
    }

    void namesOfOthers()
    {
        const PluginEntry tyk = entryFromName(fileNamed(u"auth_v5.3.0_linux_amd64.so"_s));
        QCOMPARE(tyk.name, u"auth"_s);
        QCOMPARE(tyk.tykGateway, u"v5.3.0"_s);
        QCOMPARE(tyk.goText(), QString());
        const PluginEntry pgo = entryFromName(fileNamed(u"my_plugin_1_21rc2_linux_arm64.so.gz"_s));
        QCOMPARE(pgo.name, u"my_plugin"_s);
        QCOMPARE(pgo.platform.toString(), u"linux/arm64"_s);
        QCOMPARE(pgo.compression, Compression::Gzip);
    }

    void compares()
    {
        Inspection before = inspectionOf(u"1.22.6"_s, u"linux/amd64"_s);
        Inspection after = before;
        QVERIFY(compareInspections(before, after).isEqual());
        before.exports = {{u"Gone"_s, GoExport::Kind::Function, u"func()"_s},
                          {u"Quote"_s, GoExport::Kind::Function, u"func(int)"_s},
                          {u"Same"_s, GoExport::Kind::Variable, u"*int"_s}};
        after.exports = {{u"New"_s, GoExport::Kind::Variable, u"*int"_s},
                         {u"Quote"_s, GoExport::Kind::Function, u"func(string)"_s},
                         {u"Same"_s, GoExport::Kind::Variable, u"*int"_s}};
        after.packages = {{"fmt", QByteArray(8, 'x')}};
        after.goVersion = *GoVersion::parse(u"1.23.0");
        const PluginComparison comparison = compareInspections(before, after);
        QCOMPARE(comparison.exports, (QList<Difference>{{u"Gone"_s, u"func func()"_s, {}},
                                                        {u"New"_s, {}, u"var *int"_s},
                                                        {u"Quote"_s, u"func func(int)"_s, u"func func(string)"_s}}));
        QCOMPARE(comparison.facts, (QList<Difference>{{u"go"_s, u"1.22.6"_s, u"1.23.0"_s}}));
        QCOMPARE(comparison.packages.size(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_PluginFilter)
#include "tst_pluginfilter.moc"
