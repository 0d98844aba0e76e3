// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <mutex>

namespace plugsmith {

/// Which comes first: the cancel of a job, or the moment from which its plugin becomes visible. Exactly one of them
/// does, so that no job is called cancelled whose plugin is there. Thread-safe.
class StoreGate
{
public:
    /// False if the plugin is being put in place: then it is too late.
    bool cancel()
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_isPassed)
            m_isCancelled = true;
        return !m_isPassed;
    }
    /// False if the job was cancelled: then nothing may become visible.
    bool pass()
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_isCancelled)
            m_isPassed = true;
        return !m_isCancelled;
    }
    /// For work that looks now and then whether it is still wanted.
    const std::atomic<bool> &isCancelled() const { return m_isCancelled; }

private:
    std::mutex m_mutex;
    std::atomic<bool> m_isCancelled = false;
    bool m_isPassed = false;
};

} // namespace plugsmith
