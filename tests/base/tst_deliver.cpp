// SPDX-License-Identifier: Apache-2.0
#include "base/deliver.h"

#include <QPromise>
#include <QSemaphore>
#include <QTest>

using namespace plugsmith;

class tst_Deliver : public QObject
{
    Q_OBJECT

private slots:
    void deliversInTheReceiversThread()
    {
        int answer = 0;
        QThread *seenIn = nullptr;
        QThread *ranIn = nullptr;
        runInPool(
            this,
            [&ranIn] {
                ranIn = QThread::currentThread();
                return 42;
            },
            [&](int value) {
                answer = value;
                seenIn = QThread::currentThread();
            });
        QTRY_COMPARE(answer, 42);
        QCOMPARE(seenIn, thread());
        QVERIFY(ranIn != thread());
    }

    void aDeadReceiverHearsNothing()
    {
        QSemaphore mayEnd;
        QSemaphore ended;
        bool called = false;
        auto receiver = std::make_unique<QObject>();
        runInPool(
            receiver.get(),
            [&] {
                mayEnd.acquire();
                ended.release();
                return 1;
            },
            [&](int) { called = true; });
        receiver.reset();
        mayEnd.release();
        ended.acquire();
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::sendPostedEvents();
        QVERIFY(!called);
    }

    void aCancelledFutureDeliversNothing()
    {
        QPromise<int> promise;
        promise.start();
        bool called = false;
        deliver(promise.future(), this, [&](int) { called = true; });
        promise.future().cancel();
        promise.finish();
        QTest::qWait(0);
        QVERIFY(!called);
    }
};

QTEST_GUILESS_MAIN(tst_Deliver)
#include "tst_deliver.moc"
