// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "toolchain/ccompiler.h"
#include "toolchain/linker.h"
#include "toolchain/toolinquiry.h"

#include <QObject>

#include <memory>

namespace plugsmith {

/// What there is of C on this machine.
struct CTools
{
    QVector<CCompiler> compilers; ///< in the order to try; the first is the one to use
    QVector<Linker> linkers;      ///< fastest first, without the default one

    bool operator==(const CTools &) const = default;
};

/// Finds this machine's C compilers and linkers and asks each for its version, remembered in cache()/ctools.json until
/// the program changes. A program that does not answer is left out. Lives in the GUI thread and never blocks it. Cross
/// compilers are not looked for yet.
class CToolFinder : public QObject
{
    Q_OBJECT

public:
    /// `environment` is the user's.
    explicit CToolFinder(const QProcessEnvironment &environment, QObject *parent = nullptr);

    void setTimeLimit(std::chrono::milliseconds limit) { m_inquiry.setTimeLimit(limit); }
    /// Looks on PATH. `userCc` is the user's CC, from the environment or `go env -w` (GoEnvironment::userValue). Called
    /// again while busy, it starts over.
    void find(const QString &userCc);
    bool isBusy() const { return m_isBusy; }
    /// As of the last found().
    const CTools &tools() const { return m_tools; }

signals:
    /// Once per find().
    void found(const plugsmith::CTools &tools);

private:
    void onReplied(qsizetype question, const ToolReply &reply);
    void onFinished();

    QProcessEnvironment m_environment;
    ToolInquiry m_inquiry;
    CTools m_tools;
    CTools m_next; // being asked: compilers first, then linkers
    std::unique_ptr<QObject> m_search;
    bool m_isBusy = false;
};

} // namespace plugsmith

Q_DECLARE_METATYPE(plugsmith::CTools)
