// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "session/sessiontypes.h"

#include <QObject>

namespace plugsmith {

/// The resident memory of a session's process over the last half hour, one sample a second, with marks where
/// generations were loaded. GUI thread.
class MemoryHistory : public QObject
{
    Q_OBJECT

public:
    struct Mark
    {
        qint64 secondsSinceEpoch = 0;
        int generation = 0;
    };

    static constexpr qint64 ShownSeconds = 1800;

    using QObject::QObject;

    void add(const MemorySample &sample);
    void mark(int generation, qint64 secondsSinceEpoch);
    const QVector<MemorySample> &samples() const { return m_samples; }
    const QVector<Mark> &marks() const { return m_marks; }
    /// The last sample; 0 if there is none.
    qint64 current() const { return m_samples.isEmpty() ? 0 : m_samples.last().residentBytes; }
    qint64 largest() const;
    /// The sample nearest to a time; nullptr if there is none.
    const MemorySample *nearest(qint64 secondsSinceEpoch) const;
    /// The picture in a sentence: "76 MB now, between 22 MB and 77 MB since 14:19; generations were loaded at …".
    QString summary() const;

signals:
    void changed();

private:
    QVector<MemorySample> m_samples;
    QVector<Mark> m_marks;
};

} // namespace plugsmith
