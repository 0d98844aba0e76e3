// SPDX-License-Identifier: Apache-2.0
#include "session/managerrules.h"

#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;
using Rule = ManagerVerdict::Rule;

Q_DECLARE_METATYPE(plugsmith::ManagerVerdict::Rule)

namespace {

constexpr qint64 S1 = 20240101000000;
constexpr qint64 S2 = 20240101000001;
constexpr qint64 S3 = 20250630235959;

} // namespace

/// The rules of viant/pgo's manager, in its order: initial SCN, loaded SCN, processor, system, Go version.
class tst_ManagerRules : public QObject
{
    Q_OBJECT

private slots:
    void judges_data()
    {
        QTest::addColumn<qint64>("initial");
        QTest::addColumn<qint64>("loaded"); // -1: none under this name
        QTest::addColumn<qint64>("scn");
        QTest::addColumn<QString>("platform");
        QTest::addColumn<QString>("version");
        QTest::addColumn<Rule>("rule");
        const auto row = [](qint64 initial, qint64 loaded, qint64 scn, const char *platform, const char *version,
                            Rule rule) {
            QTest::addRow("%lld/%lld/%lld %s %s", initial, loaded, scn, platform, version)
                << initial << loaded << scn << QString::fromLatin1(platform) << QString::fromLatin1(version) << rule;
        };
        const char *here = "linux/amd64";
        const char *go = "1.22.6";
        row(0, -1, 0, here, go, Rule::Fits);
        row(0, -1, 1, here, go, Rule::Fits);
        row(0, -1, S1, here, go, Rule::Fits);
        row(S1, -1, S1, here, go, Rule::Fits);
        row(S1, -1, S2, here, go, Rule::Fits);
        row(S1, -1, S3, here, go, Rule::Fits);
        row(S2, -1, S1, here, go, Rule::OlderThanInitial);
        row(S3, -1, S2, here, go, Rule::OlderThanInitial);
        row(S3, -1, S3 - 1, here, go, Rule::OlderThanInitial);
        row(1, -1, 0, here, go, Rule::OlderThanInitial);
        row(S1, -1, -1, here, go, Rule::OlderThanInitial);
        row(0, S1, S2, here, go, Rule::Fits);
        row(0, S1, S3, here, go, Rule::Fits);
        row(0, S1, S1 + 1, here, go, Rule::Fits);
        row(0, S1, S1, here, go, Rule::Outdated);
        row(0, S2, S1, here, go, Rule::Outdated);
        row(0, S3, S1, here, go, Rule::Outdated);
        row(0, S3, S3 - 1, here, go, Rule::Outdated);
        row(0, 0, 0, here, go, Rule::Outdated);
        row(0, 0, 1, here, go, Rule::Fits);
        row(S1, S1, S2, here, go, Rule::Fits);
        row(S1, S2, S2, here, go, Rule::Outdated);
        row(S2, S2, S1, here, go, Rule::OlderThanInitial); // both; the initial SCN is asked first
        row(S3, S1, S2, here, go, Rule::OlderThanInitial);
        row(S3, S1, S3, here, go, Rule::Fits);
        row(0, -1, S1, "linux/arm64", go, Rule::OtherProcessor);
        row(0, -1, S1, "linux/386", go, Rule::OtherProcessor);
        row(0, -1, S1, "darwin/amd64", go, Rule::OtherSystem);
        row(0, -1, S1, "freebsd/amd64", go, Rule::OtherSystem);
        row(0, -1, S1, "darwin/arm64", go, Rule::OtherProcessor); // both; the processor is asked first
        row(0, -1, S1, here, "1.22.5", Rule::OtherVersion);
        row(0, -1, S1, here, "1.22", Rule::OtherVersion);
        row(0, -1, S1, here, "1.22.60", Rule::OtherVersion);
        row(0, -1, S1, here, "1.22rc1", Rule::OtherVersion);
        row(0, -1, S1, here, "1.23.6", Rule::OtherVersion);
        row(0, -1, S1, here, "", Rule::OtherVersion);
        row(0, -1, S1, here, "go1.22.6", Rule::OtherVersion);
        row(0, -1, S1, "linux/arm64", "1.21.0", Rule::OtherProcessor);
        row(0, -1, S1, "darwin/amd64", "1.21.0", Rule::OtherSystem);
        row(0, S1, S1, "linux/arm64", go, Rule::Outdated); // SCNs are asked before the platform
        row(0, S1, S2, "linux/arm64", go, Rule::OtherProcessor);
        row(S2, -1, S1, "linux/arm64", "1.21.0", Rule::OlderThanInitial);
        row(0, S2, S1, here, "1.21.0", Rule::Outdated);
        row(S1, S2, S3, here, "1.21.0", Rule::OtherVersion);
        row(S1, S2, S3, here, go, Rule::Fits);
    }
    void judges()
    {
        QFETCH(qint64, initial);
        QFETCH(qint64, loaded);
        QFETCH(qint64, scn);
        QFETCH(QString, platform);
        QFETCH(QString, version);
        QFETCH(Rule, rule);
        ManagerState state{Scn(initial), u"1.22.6"_s, {u"linux"_s, u"amd64"_s}, {{u"other"_s, Scn(S3)}}};
        if (loaded >= 0)
            state.loaded.insert(u"pricing"_s, Scn(loaded));
        const ManagerVerdict verdict =
            judge({u"pricing"_s, Scn(scn), version, {platform.section(u'/', 0, 0), platform.section(u'/', 1)}}, state);
        QCOMPARE(verdict.rule, rule);
        if (verdict.fits())
            return;
        // Every refusal names both sides.
        const Error words = verdict.words(u"pricing"_s);
        QVERIFY(words.message.contains("pricing"_L1));
        QVERIFY2(words.sentence().contains(verdict.given), qPrintable(words.sentence()));
        QVERIFY2(words.sentence().contains(verdict.wanted), qPrintable(words.sentence()));
    }

    void otherNamesDoNotCount()
    {
        const ManagerState state{Scn(0), u"1.22.6"_s, {u"linux"_s, u"amd64"_s}, {{u"pricing"_s, Scn(S3)}}};
        QVERIFY(judge({u"tax"_s, Scn(S1), u"1.22.6"_s, {u"linux"_s, u"amd64"_s}}, state).fits());
    }
};

QTEST_GUILESS_MAIN(tst_ManagerRules)
#include "tst_managerrules.moc"
