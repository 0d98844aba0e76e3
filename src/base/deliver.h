// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QtConcurrentRun>
#include <QThreadPool>

namespace plugsmith {

/// Calls `use(value)` in the thread of `receiver` when `future` has its value. The watcher is a child of the receiver:
/// it dies with it, and so does the call. Nothing is called for a cancelled future.
template<class T, class Use>
void deliver(const QFuture<T> &future, QObject *receiver, Use use)
{
    auto *watcher = new QFutureWatcher<T>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver, [watcher, use = std::move(use)]() mutable {
        watcher->deleteLater();
        if (const auto done = watcher->future(); done.resultCount() > 0)
            use(done.result());
    });
    watcher->setFuture(future);
}

/// Runs `work` on the pool for work that keeps a core busy (reading, hashing, compressing), away from the GUI thread,
/// and delivers its value. `work` owns what it uses.
template<class Work, class Use>
void runInPool(QObject *receiver, Work work, Use use)
{
    deliver(QtConcurrent::run(QThreadPool::globalInstance(), std::move(work)), receiver, std::move(use));
}

} // namespace plugsmith
