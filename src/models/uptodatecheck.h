// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/buildengine.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace plugsmith {

/// Which targets of a plan were built before from the same source with the same choices, and still lie where they would
/// be written. A hint, found without compiling or unpacking anything; a build decides for itself. GUI thread.
class UpToDateCheck : public QObject
{
    Q_OBJECT

public:
    explicit UpToDateCheck(BuildEngine &engine, QObject *parent = nullptr);

    /// checked() follows; not for earlier calls that had not ended.
    void check(const QVector<PlannedJob> &jobs);
    void clear();

signals:
    /// The SCN of each build that still holds, by Target::toString().
    void checked(const QHash<QString, Scn> &scns);

private:
    void digest(const QVector<PlannedJob> &jobs);
    void ask(const QVector<PlannedJob> &jobs, const QByteArray &digest);

    BuildEngine &m_engine;
    std::unique_ptr<QObject> m_check; // dies with the check that it stands for, and so do its deliveries
    std::shared_ptr<SourceSnapshot> m_snapshot;
    QHash<QString, Scn> m_found;
    int m_open = 0; // questions without an answer
};

} // namespace plugsmith
