// SPDX-License-Identifier: Apache-2.0
#include "toolchain/toolchainfinder.h"

#include "base/deliver.h"
#include "base/folders.h"
#include "toolchain/filestamp.h"
#include "toolchain/goenvironment.h"

#include <QCoreApplication>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct GoToolchainText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::GoToolchain)
};

ToolchainFinder::Discovered discover(const SearchPlaces &places)
{
    ToolchainFinder::Discovered found{discoverToolchains(places), {}};
    for (const GoToolchain &toolchain : std::as_const(found.toolchains))
        found.stamps.append(toolchain.identity());
    return found;
}

bool isSameRelease(GoVersion a, GoVersion b)
{
    // Experiments show in what a toolchain says and not in VERSION.
    a.suffix.clear();
    b.suffix.clear();
    return a == b;
}

QString problemWithReply(const ToolReply &reply)
{
    if (reply.timedOut)
        return GoToolchainText::tr("Its go program did not answer in time.");
    if (!reply.problem.isEmpty())
        return GoToolchainText::tr("Its go program does not start: %1").arg(reply.problem);
    if (!reply.isSuccess)
        return GoToolchainText::tr("Its go program fails: %1").arg(reply.text.section(u'\n', 0, 0).left(200));
    return GoToolchainText::tr("Its go program does not say a Go version.");
}

} // namespace

GoToolchain verifiedToolchain(GoToolchain toolchain, const ToolReply &reply)
{
    const auto answer = reply.isSuccess ? parseGoVersionAnswer(reply.text) : std::nullopt;
    if (!answer) {
        toolchain.problem = problemWithReply(reply);
        return toolchain;
    }
    if (!toolchain.version.isValid()) { // built from source, without VERSION
        toolchain.version = answer->version;
        toolchain.versionText = answer->versionText;
    } else if (!isSameRelease(toolchain.version, answer->version)) {
        toolchain.problem = GoToolchainText::tr("VERSION says Go %1, but its go program says Go %2.")
                                .arg(toolchain.version.toString(), answer->version.toString());
        return toolchain;
    }
    toolchain.platform = answer->platform;
    toolchain.isVerified = true;
    return toolchain;
}

ToolchainFinder::ToolchainFinder(const QProcessEnvironment &environment, QObject *parent)
    : QObject(parent)
    , m_environment(goEnvironment(environment, {}).variables)
    , m_inquiry(folders::cache() + u"/toolchains.json")
{
    connect(&m_inquiry, &ToolInquiry::replied, this, &ToolchainFinder::onReplied);
    connect(&m_inquiry, &ToolInquiry::finished, this, &ToolchainFinder::onFinished);
}

void ToolchainFinder::find(const SearchPlaces &places)
{
    m_isBusy = true;
    m_inquiry.stop();
    m_search = std::make_unique<QObject>();
    runInPool(
        m_search.get(), [places] { return discover(places); }, [this](const Discovered &found) { verify(found); });
}

void ToolchainFinder::verify(const Discovered &discovered)
{
    m_next = discovered.toolchains;
    m_asked.clear();
    QVector<ToolQuestion> questions;
    for (qsizetype i = 0; i < m_next.size(); ++i) {
        if (!m_next[i].problem.isEmpty())
            continue; // something is missing: there is nothing to run, or no use in it
        m_asked.append(i);
        questions.append({m_next[i].program,
                          discovered.stamps[i],
                          {m_next[i].program, {u"version"_s}, m_next[i].root, m_environment},
                          {}});
    }
    m_inquiry.ask(questions);
}

void ToolchainFinder::onReplied(qsizetype question, const ToolReply &reply)
{
    GoToolchain &toolchain = m_next[m_asked[question]];
    toolchain = verifiedToolchain(toolchain, reply);
    emit toolchainVerified(toolchain);
}

void ToolchainFinder::onFinished()
{
    sortNewestFirst(m_next); // some versions are known only now
    m_toolchains = std::exchange(m_next, {});
    m_isBusy = false;
    emit found(m_toolchains);
}

} // namespace plugsmith
