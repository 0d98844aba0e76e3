// SPDX-License-Identifier: Apache-2.0
#include "toolchain/ctoolfinder.h"

#include "base/deliver.h"
#include "base/folders.h"
#include "toolchain/filestamp.h"
#include "toolchain/pathsearch.h"

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct Located
{
    CTools tools;
    QVector<ToolQuestion> questions; // compilers first, then linkers
};

Located locate(const QString &userCc, const QProcessEnvironment &environment)
{
    const QStringList folders = pathFoldersOf(environment);
    Located found{{nativeCompilers(userCc, folders), installedLinkers(folders)}, {}};
    for (const CCompiler &compiler : std::as_const(found.tools.compilers)) {
        found.questions.append({compiler.isLauncher() ? QString() : compiler.command(),
                                fileStamp(compiler.program),
                                {compiler.program, compiler.arguments + QStringList{u"--version"_s}, {}, environment}});
    }
    for (const Linker &linker : std::as_const(found.tools.linkers)) {
        found.questions.append(
            {linker.program, fileStamp(linker.program), {linker.program, {u"--version"_s}, {}, environment}});
    }
    return found;
}

} // namespace

CToolFinder::CToolFinder(const QProcessEnvironment &environment, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
    , m_inquiry(folders::cache() + u"/ctools.json")
{
    m_environment.insert(u"LC_ALL"_s, u"C"_s); // the answers are parsed
    connect(&m_inquiry, &ToolInquiry::replied, this, &CToolFinder::onReplied);
    connect(&m_inquiry, &ToolInquiry::finished, this, &CToolFinder::onFinished);
}

void CToolFinder::find(const QString &userCc)
{
    m_isBusy = true;
    m_inquiry.stop();
    m_search = std::make_unique<QObject>();
    runInPool(
        m_search.get(), [userCc, environment = m_environment] { return locate(userCc, environment); },
        [this](const Located &found) {
            m_next = found.tools;
            m_inquiry.ask(found.questions);
        });
}

void CToolFinder::onReplied(qsizetype question, const ToolReply &reply)
{
    const qsizetype compilers = m_next.compilers.size();
    // What did not answer loses its program, and is left out at the end: until then the indexes must hold.
    if (question < compilers) {
        CCompiler &compiler = m_next.compilers[question];
        setVersion(compiler, reply.text);
        if (!reply.isSuccess)
            compiler.program.clear();
    } else {
        Linker &linker = m_next.linkers[question - compilers];
        linker.versionText = linkerVersionText(reply.text);
        if (!reply.isSuccess)
            linker.program.clear();
    }
}

void CToolFinder::onFinished()
{
    m_tools = std::exchange(m_next, {});
    m_tools.compilers.removeIf([](const CCompiler &compiler) { return compiler.program.isEmpty(); });
    m_tools.linkers.removeIf([](const Linker &linker) { return linker.program.isEmpty(); });
    m_isBusy = false;
    emit found(m_tools);
}

} // namespace plugsmith
