// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "unpack/entry.h"
#include "unpack/format.h"

#include <chrono>

namespace plugsmith::unpack {

/// Writes the frames of README.md to a descriptor. If nobody reads them any more the process ends.
class Frames
{
public:
    explicit Frames(int descriptor)
        : m_descriptor(descriptor)
    {
    }

    void format(Format format);
    void entry(const Entry &entry);
    /// An entry followed by the beginning of its content, or all of it.
    void entryWithContent(const Entry &entry, const QByteArray &content);
    /// At most 20 a second; others are dropped.
    void progress(qint64 doneBytes, qint64 totalBytes, const QByteArray &name);
    void done(qint64 entries, qint64 bytes, int landlock);
    void error(const Problem &problem);

private:
    void line(const QByteArray &json);
    void flush();

    int m_descriptor;
    QByteArray m_pending;
    std::chrono::steady_clock::time_point m_nextProgress;
};

} // namespace plugsmith::unpack
