// SPDX-License-Identifier: Apache-2.0
#include "models/memoryhistory.h"

#include "models/buildtext.h"

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

void MemoryHistory::add(const MemorySample &sample)
{
    if (!m_samples.isEmpty() && m_samples.last().secondsSinceEpoch == sample.secondsSinceEpoch)
        m_samples.last().residentBytes = sample.residentBytes;
    else
        m_samples += sample;
    const qint64 oldest = sample.secondsSinceEpoch - ShownSeconds;
    const auto isOld = [oldest](const auto &one) { return one.secondsSinceEpoch < oldest; };
    m_samples.erase(m_samples.begin(), std::ranges::find_if_not(m_samples, isOld));
    m_marks.erase(m_marks.begin(), std::ranges::find_if_not(m_marks, isOld));
    emit changed();
}

void MemoryHistory::mark(int generation, qint64 secondsSinceEpoch)
{
    m_marks += {secondsSinceEpoch, generation};
    emit changed();
}

qint64 MemoryHistory::largest() const
{
    const auto found = std::ranges::max_element(m_samples, {}, &MemorySample::residentBytes);
    return found == m_samples.end() ? 0 : found->residentBytes;
}

const MemorySample *MemoryHistory::nearest(qint64 secondsSinceEpoch) const
{
    const auto found = std::ranges::min_element(m_samples, {}, [secondsSinceEpoch](const MemorySample &sample) {
        return std::abs(sample.secondsSinceEpoch - secondsSinceEpoch);
    });
    return found == m_samples.end() ? nullptr : &*found;
}

QString MemoryHistory::summary() const
{
    if (m_samples.isEmpty())
        return tr("Memory has not been measured yet.");
    const auto smallest = std::ranges::min_element(m_samples, {}, &MemorySample::residentBytes);
    QString text = tr("%1 now; between %2 and %3 since %4.")
                       .arg(shownSize(current()), shownSize(smallest->residentBytes), shownSize(largest()),
                            shownClock(m_samples.first().secondsSinceEpoch));
    QStringList loads;
    for (const Mark &mark : m_marks)
        loads += tr("generation %1 at %2").arg(mark.generation).arg(shownClock(mark.secondsSinceEpoch));
    return loads.isEmpty() ? text : text + u' ' + tr("Loaded: %1.").arg(loads.join(u", "_s));
}

} // namespace plugsmith
