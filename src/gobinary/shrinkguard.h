// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <cstddef>

namespace plugsmith {

/// Keeps the program alive when a mapped file is cut short while it is read, as `cp new.so old.so` does: the system
/// answers a read behind the new end with SIGBUS. While a guard exists, such reads in its range give zeros instead.
///
/// The first guard installs a handler for SIGBUS for the whole process. It passes every other fault on to the handler
/// that was there before, or to the default. A program that installs its own afterwards should do the same. At most
/// MostGuards ranges are guarded at a time; isActive() tells whether this one is. Thread-safe.
class ShrinkGuard
{
public:
    static constexpr int MostGuards = 256;

    /// `start` must be the beginning of a mapping.
    ShrinkGuard(const void *start, std::size_t length);
    ~ShrinkGuard();
    Q_DISABLE_COPY_MOVE(ShrinkGuard)

    bool isActive() const { return m_slot >= 0; }
    /// Whether something behind the end was read.
    bool wasHit() const;

private:
    int m_slot = -1;
};

} // namespace plugsmith
