// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "toolchain/ccompiler.h"
#include "toolchain/crosscompiler.h"
#include "toolchain/installpackages.h"
#include "toolchain/linker.h"
#include "toolchain/toolinquiry.h"

#include <QObject>

#include <memory>
#include <optional>

namespace plugsmith {

/// A compiler that was tried for another platform and does not link there.
struct RejectedCompiler
{
    CCompiler compiler;
    QString reason; ///< the decisive line of what it said

    bool operator==(const RejectedCompiler &) const = default;
};

/// What there is of C on this machine.
struct CTools
{
    QVector<CCompiler> compilers;       ///< in the order to try; the first is the one to use
    QVector<CCompiler> cross;           ///< for other platforms: at most one each, which has linked a program for it
    QVector<RejectedCompiler> rejected; ///< tried for other platforms, and why they are not used
    QVector<Linker> linkers;            ///< fastest first, without the default one
    PackageManager packageManager = PackageManager::None; ///< that brings more of them

    bool operator==(const CTools &) const = default;
};

/// Finds this machine's C compilers and linkers and asks each for its version, remembered in cache()/ctools.json until
/// the program changes. A program that does not answer is left out. Compilers for other platforms must link a small C
/// program besides, which is remembered too; zig cc need not, since it brings its libraries and takes long to make them
/// (Preflight tries it before the first build). Lives in the GUI thread and never blocks it.
class CToolFinder : public QObject
{
    Q_OBJECT

public:
    /// `environment` is the user's.
    explicit CToolFinder(const QProcessEnvironment &environment, QObject *parent = nullptr);
    ~CToolFinder() override;

    void setTimeLimit(std::chrono::milliseconds limit) { m_inquiry.setTimeLimit(limit); }
    /// Compilers that the user names for platforms; from the next find() on. One for this machine comes before all
    /// others.
    void setUserCompilers(const QVector<UserCompiler> &compilers) { m_userCompilers = compilers; }
    /// From the next find() on compilers for these platforms are looked for, and for this machine; nullopt: for all.
    void setPlatforms(const std::optional<QVector<Platform>> &platforms) { m_platforms = platforms; }
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
    struct Search; // what is being asked

    struct Wish
    {
        QString userCc;
        QVector<UserCompiler> userCompilers;
        std::optional<QVector<Platform>> platforms;
    };

    static std::shared_ptr<Search> locate(const Wish &wish, const QProcessEnvironment &environment);
    void onReplied(qsizetype question, const ToolReply &reply);
    void onFinished();

    QProcessEnvironment m_environment;
    ToolInquiry m_inquiry;
    QVector<UserCompiler> m_userCompilers;
    std::optional<QVector<Platform>> m_platforms;
    CTools m_tools;
    std::shared_ptr<Search> m_next;
    std::unique_ptr<QObject> m_search;
    bool m_isBusy = false;
};

} // namespace plugsmith

Q_DECLARE_METATYPE(plugsmith::CTools)
