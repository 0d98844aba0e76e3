// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "toolchain/discovery.h"
#include "toolchain/toolinquiry.h"

#include <QObject>

#include <memory>

namespace plugsmith {

/// Finds the Go installations of this machine and lets each say its version once: `go version`, remembered in
/// cache()/toolchains.json until bin/go or VERSION changes. Lives in the GUI thread and never blocks it: folders are
/// read in the pool, programs run beside. Owned by whoever shows or uses the list.
class ToolchainFinder : public QObject
{
    Q_OBJECT

public:
    /// What the pool hands over: toolchains, and for each the identity under which its answer is remembered.
    struct Discovered
    {
        QVector<GoToolchain> toolchains;
        QVector<QString> stamps;
    };

    /// `environment` is the user's; what could interfere with the runs is taken out (goEnvironment()).
    explicit ToolchainFinder(const QProcessEnvironment &environment, QObject *parent = nullptr);

    /// For each `go version`; 10 s unless set.
    void setTimeLimit(std::chrono::milliseconds limit) { m_inquiry.setTimeLimit(limit); }
    /// Looks everywhere. Called again while busy, it starts over.
    void find(const SearchPlaces &places);
    bool isBusy() const { return m_isBusy; }
    /// As of the last found(); newest first.
    const QVector<GoToolchain> &toolchains() const { return m_toolchains; }

signals:
    /// For each toolchain whose `go` was run or remembered, good or not, as soon as that is known.
    void toolchainVerified(const plugsmith::GoToolchain &toolchain);
    /// Once per find(), when everything is known; damaged ones are in the list, with `problem`.
    void found(const QVector<plugsmith::GoToolchain> &toolchains);

private:
    void verify(const Discovered &discovered);
    void onReplied(qsizetype question, const ToolReply &reply);
    void onFinished();

    QProcessEnvironment m_environment;
    ToolInquiry m_inquiry;
    QVector<GoToolchain> m_toolchains;
    QVector<GoToolchain> m_next;       // being verified
    QVector<qsizetype> m_asked;        // question -> index in m_next
    std::unique_ptr<QObject> m_search; // dies with the search that it stands for, and so does its delivery
    bool m_isBusy = false;
};

/// What a run of `go version` says about a toolchain, added to it. Pure.
GoToolchain verifiedToolchain(GoToolchain toolchain, const ToolReply &reply);

} // namespace plugsmith
