// SPDX-License-Identifier: Apache-2.0
#include "session/managerrules.h"
#include "support/managerrows.h"

#include <QTest>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

/// The rules of viant/pgo's manager, in its order: initial SCN, loaded SCN, processor, system, Go version.
class tst_ManagerRules : public QObject
{
    Q_OBJECT

private slots:
    void judges_data()
    {
        QTest::addColumn<qsizetype>("at");
        for (size_t at = 0; at < managerRows().size(); ++at)
            QTest::newRow(qPrintable(managerRows()[at].name())) << qsizetype(at);
    }
    void judges()
    {
        QFETCH(qsizetype, at);
        const ManagerRow &row = managerRows()[static_cast<size_t>(at)];
        ManagerState state{Scn(row.initial), ManagerGo, ManagerPlatform, {{u"other"_s, Scn(20250630235959)}}};
        if (row.loaded >= 0)
            state.loaded.insert(u"pricing"_s, Scn(row.loaded));
        const ManagerVerdict verdict = judge(row.candidate(), state);
        QCOMPARE(verdict.rule, row.rule);
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
        const ManagerState state{Scn(0), ManagerGo, ManagerPlatform, {{u"pricing"_s, Scn(20250630235959)}}};
        QVERIFY(judge({u"tax"_s, Scn(20240101000000), ManagerGo, ManagerPlatform}, state).fits());
    }
};

QTEST_GUILESS_MAIN(tst_ManagerRules)
#include "tst_managerrules.moc"
