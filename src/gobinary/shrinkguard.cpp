// SPDX-License-Identifier: Apache-2.0
#include "gobinary/shrinkguard.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <mutex>
#include <sys/mman.h>
#include <unistd.h>

namespace plugsmith {
namespace {

// A table of atomics and no lock: the handler runs in the middle of whatever its thread was doing.
struct Slot
{
    std::atomic<std::uintptr_t> start{0}; // Free, Reserved or an address
    std::atomic<std::uintptr_t> end{0};
    std::atomic<bool> hit{false};
};
constexpr std::uintptr_t Free = 0;
constexpr std::uintptr_t Reserved = 1;

std::array<Slot, ShrinkGuard::MostGuards> allSlots;
struct sigaction previousAction;
std::uintptr_t pageSize = 0;

static_assert(std::atomic<std::uintptr_t>::is_always_lock_free && std::atomic<bool>::is_always_lock_free);

/// Puts zeros from the page of `address` to the end of its range. Behind the first missing page all are missing.
bool fillWithZeros(std::uintptr_t address)
{
    for (Slot &slot : allSlots) {
        const std::uintptr_t start = slot.start.load(std::memory_order_acquire);
        const std::uintptr_t end = slot.end.load(std::memory_order_relaxed);
        if (start <= Reserved || address < start || address >= end)
            continue;
        const std::uintptr_t page = address / pageSize * pageSize;
        void *at = reinterpret_cast<void *>(page); // NOLINT(performance-no-int-to-ptr): the fault is at this address
        if (::mmap(at, end - page, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == MAP_FAILED)
            return false;
        slot.hit.store(true, std::memory_order_relaxed);
        return true;
    }
    return false;
}

void passOn(int signal, siginfo_t *info, void *context)
{
    if ((previousAction.sa_flags & SA_SIGINFO) != 0 && previousAction.sa_sigaction != nullptr) {
        previousAction.sa_sigaction(signal, info, context);
    } else if (previousAction.sa_handler != SIG_DFL && previousAction.sa_handler != SIG_IGN) {
        previousAction.sa_handler(signal);
    } else {
        ::sigaction(signal, &previousAction, nullptr); // the fault happens again and ends the process
    }
}

void onBusError(int signal, siginfo_t *info, void *context)
{
    const int savedErrno = errno;
    const bool filled = info->si_code == BUS_ADRERR && fillWithZeros(reinterpret_cast<std::uintptr_t>(info->si_addr));
    errno = savedErrno;
    if (!filled)
        passOn(signal, info, context);
}

void install()
{
    pageSize = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    struct sigaction action = {};
    action.sa_sigaction = onBusError;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    ::sigemptyset(&action.sa_mask);
    ::sigaction(SIGBUS, &action, &previousAction);
}

} // namespace

ShrinkGuard::ShrinkGuard(const void *start, std::size_t length)
{
    static std::once_flag installed;
    std::call_once(installed, install);
    for (int i = 0; i < MostGuards; ++i) {
        Slot &slot = allSlots[static_cast<std::size_t>(i)];
        std::uintptr_t expected = Free;
        if (!slot.start.compare_exchange_strong(expected, Reserved))
            continue;
        const auto first = reinterpret_cast<std::uintptr_t>(start);
        slot.hit.store(false, std::memory_order_relaxed);
        slot.end.store(first + length, std::memory_order_relaxed);
        slot.start.store(first, std::memory_order_release);
        m_slot = i;
        return;
    }
}

ShrinkGuard::~ShrinkGuard()
{
    if (isActive())
        allSlots[static_cast<std::size_t>(m_slot)].start.store(Free, std::memory_order_release);
}

bool ShrinkGuard::wasHit() const
{
    return isActive() && allSlots[static_cast<std::size_t>(m_slot)].hit.load(std::memory_order_relaxed);
}

} // namespace plugsmith
