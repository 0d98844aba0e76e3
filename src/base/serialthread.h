// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <type_traits>
#include <utility>

namespace plugsmith {

/// One thread that never ends before this object does, and does one piece of work after the other: for a database
/// connection, which belongs to the thread that opened it. Any thread may call run().
///
/// Somebody who waits for a future of QtConcurrent::run() may end up doing the work in the waiting thread; here it is
/// always done in this one.
class SerialThread
{
public:
    SerialThread()
    {
        m_pool.setMaxThreadCount(1);
        m_pool.setExpiryTimeout(-1);
    }

    /// Does `work` when its turn comes; the future has its value, if it has one.
    template<class Work>
    auto run(Work work)
    {
        using Value = std::invoke_result_t<Work &>;
        auto promise = std::make_shared<QPromise<Value>>();
        m_pool.start([promise, work = std::move(work)]() mutable {
            promise->start();
            if constexpr (std::is_void_v<Value>)
                work();
            else
                promise->addResult(work());
            promise->finish();
        });
        return promise->future();
    }
    /// Returns when everything that was to be done is done. For destructors.
    void wait() { m_pool.waitForDone(); }

private:
    QThreadPool m_pool;
};

} // namespace plugsmith
