// SPDX-License-Identifier: Apache-2.0
#include "base/error.h"

#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

class tst_Error : public QObject
{
    Q_OBJECT

private slots:
    void isSaidInSentences_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("a title and why") << u"Go 1.22.6 is missing"_s << u"Install it."_s
                                         << u"Go 1.22.6 is missing. Install it."_s;
        QTest::newRow("already a sentence")
            << u"That is wrong."_s << u"See the log."_s << u"That is wrong. See the log."_s;
        QTest::newRow("introduces") << u"go says:"_s << u"no"_s << u"go says: no"_s;
        QTest::newRow("in quotes") << u"No “package main”"_s << u"It needs one."_s
                                   << u"No “package main”. It needs one."_s;
        QTest::newRow("no reason") << u"The disk is full"_s << QString() << u"The disk is full"_s;
        QTest::newRow("reason only") << QString() << u"Nobody answers."_s << u"Nobody answers."_s;
    }
    void isSaidInSentences()
    {
        QFETCH(QString, message);
        QFETCH(QString, reason);
        QTEST((Error{ErrorCode::NotFound, message, reason, {}}).sentence(), "sentence");
    }
};

QTEST_GUILESS_MAIN(tst_Error)
#include "tst_error.moc"
