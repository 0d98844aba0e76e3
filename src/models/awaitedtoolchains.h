// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/buildplan.h"
#include "toolchain/toolchainstore.h"

#include <QObject>

namespace plugsmith {

/// Targets that are built as soon as their Go version has been fetched. GUI thread.
class AwaitedToolchains : public QObject
{
    Q_OBJECT

public:
    struct Waiting
    {
        Target target;
        bool force = false; ///< build even what has not changed
    };

    explicit AwaitedToolchains(ToolchainStore &store, QObject *parent = nullptr);

    bool isEmpty() const { return m_waiting.isEmpty(); }
    QVector<Target> targets() const;
    /// Versions that are on their way for them, each once.
    QVector<GoVersion> versions() const;
    /// Begins to fetch the versions of `targets`.
    void add(const QVector<Target> &targets, bool force);
    /// Builds it no more. A version that nothing waits for any more is not fetched any further.
    void remove(const Target &target);
    void clear();
    /// Those whose version `machine` has; they wait no longer.
    QVector<Waiting> takeInstalled(const BuildMachine &machine);

signals:
    /// A version was not fetched; its targets wait no longer.
    void failed(const plugsmith::GoVersion &version, const plugsmith::Error &error);

private:
    void onFinished(const QString &name, const Result<GoToolchain> &result);

    ToolchainStore &m_store;
    QVector<Waiting> m_waiting;
};

} // namespace plugsmith
