// SPDX-License-Identifier: Apache-2.0
#include "toolchain/ctoolfinder.h"

#include "base/deliver.h"
#include "base/folders.h"
#include "base/shellwords.h"
#include "toolchain/filestamp.h"
#include "toolchain/pathsearch.h"
#include "toolchain/preflightrun.h"
#include "toolchain/targets.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QTemporaryDir>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

/// Everything that was located, with the questions to it.
struct CToolFinder::Search
{
    /// What an answer is about. Compilers for other platforms of one program share its version.
    struct Subject
    {
        enum class Kind { Compiler, Linker, CrossVersion, CrossLink };
        Kind kind;
        qsizetype index; // into the list of the kind
    };

    QVector<CCompiler> compilers;
    QVector<Linker> linkers;
    QVector<CCompiler> cross; // candidates, by platform in the order to try
    QVector<bool> links;      // by index into cross
    QVector<QString> reasons;
    QVector<RejectedCompiler> missing; // named by the user, and not there
    QVector<Subject> subjects;         // by question
    QVector<ToolQuestion> questions;
    PackageManager packageManager = PackageManager::None;
    std::unique_ptr<QTemporaryDir> folder; // of the programs that are linked

    void ask(Subject::Kind kind, qsizetype index, const ToolQuestion &question)
    {
        subjects += {kind, index};
        questions += question;
    }
    void setVersionOf(const QString &program, const QString &versionOutput)
    {
        for (CCompiler &compiler : cross) {
            if (compiler.program == program)
                setVersion(compiler, versionOutput);
        }
    }
    void rejectIfMissing(const UserCompiler &user, const QStringList &folders);
    CTools result() const;
};

namespace {

struct CToolFinderText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::CToolFinder)
};

ToolQuestion versionQuestion(const CCompiler &compiler, const QProcessEnvironment &environment)
{
    return {compiler.isLauncher() ? QString() : compiler.command(),
            fileStamp(compiler.program),
            {compiler.program, compiler.arguments + QStringList{u"--version"_s}, {}, environment},
            {}};
}

ToolQuestion linkQuestion(const CCompiler &compiler, const QString &base, const QProcessEnvironment &environment)
{
    const QString source = base + u".c";
    const QString subject = u"link "_s + compiler.platform.toString() + u' ' + compiler.command();
    QFile file(source);
    if (file.open(QIODevice::WriteOnly)) // else the compiler says that there is no such file
        file.write(linkProbeSource(compiler.platform));
    return {compiler.isLauncher() ? QString() : subject,
            fileStamp(compiler.program),
            {compiler.program, linkProbeArguments(compiler, source, base), {}, environment},
            u"links"_s};
}

} // namespace

/// Whoever names a compiler has to hear that there is none.
void CToolFinder::Search::rejectIfMissing(const UserCompiler &user, const QStringList &folders)
{
    const QStringList words = splitGoFlags(user.command).value_or(QStringList());
    const QString program = words.value(0);
    if (program.isEmpty() || !findProgram(program, folders).isEmpty())
        return;
    CCompiler compiler;
    compiler.program = program;
    compiler.arguments = words.mid(1);
    compiler.platform = user.platform;
    missing += {compiler, CToolFinderText::tr("There is no program %1.").arg(program)};
}

CTools CToolFinder::Search::result() const
{
    CTools tools{compilers, {}, missing, linkers, packageManager};
    tools.compilers.removeIf([](const CCompiler &compiler) { return compiler.program.isEmpty(); });
    tools.linkers.removeIf([](const Linker &linker) { return linker.program.isEmpty(); });
    for (qsizetype i = 0; i < cross.size(); ++i) {
        const bool isTaken = std::ranges::any_of(
            tools.cross, [&](const CCompiler &taken) { return taken.platform == cross[i].platform; });
        if (isTaken)
            continue; // and was not even tried
        if (const auto known = crossCompilerFor(cross[i].platform);
            known && cross[i].isZig() && cross[i].versionText.section(u' ', -1).toDouble() < known->zigClang)
            tools.rejected += {cross[i], CToolFinderText::tr("This zig has no C library for it.")};
        else if (links[i])
            tools.cross += cross[i];
        else
            tools.rejected += {cross[i], reasons[i]};
    }
    return tools;
}

CToolFinder::CToolFinder(const QProcessEnvironment &environment, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
    , m_inquiry(folders::cache() + u"/ctools.json")
{
    m_environment.insert(u"LC_ALL"_s, u"C"_s); // the answers are parsed
    connect(&m_inquiry, &ToolInquiry::replied, this, &CToolFinder::onReplied);
    connect(&m_inquiry, &ToolInquiry::finished, this, &CToolFinder::onFinished);
}

CToolFinder::~CToolFinder() = default;

std::shared_ptr<CToolFinder::Search> CToolFinder::locate(const Wish &wish, const QProcessEnvironment &environment)
{
    using Kind = Search::Subject::Kind;
    const QStringList folders = pathFoldersOf(environment);
    auto search = std::make_shared<Search>();
    QVector<UserCompiler> foreign = wish.userCompilers;
    QString own = wish.userCc;
    const auto first = std::ranges::find(wish.userCompilers, Platform::thisMachine(), &UserCompiler::platform);
    if (first != wish.userCompilers.end())
        own = first->command;
    foreign.removeIf([](const UserCompiler &user) { return user.platform == Platform::thisMachine(); });
    search->compilers = nativeCompilers(own, folders);
    search->linkers = installedLinkers(folders);
    for (const UserCompiler &user : wish.userCompilers)
        search->rejectIfMissing(user, folders);
    search->packageManager = packageManagerIn(folders);
    search->cross = crossCandidates(foreign, search->compilers, folders, wish.platforms);
    search->links.fill(false, search->cross.size());
    search->reasons.fill({}, search->cross.size());
    search->folder = std::make_unique<QTemporaryDir>(folders::cache() + u"/ccheck-XXXXXX"_s);

    QStringList known;
    QHash<QString, qsizetype> lastLinks; // the last question for each platform
    for (qsizetype i = 0; i < search->compilers.size(); ++i) {
        known += search->compilers[i].program;
        search->ask(Kind::Compiler, i, versionQuestion(search->compilers[i], environment));
    }
    for (qsizetype i = 0; i < search->linkers.size(); ++i) {
        const QString &program = search->linkers[i].program;
        search->ask(Kind::Linker, i, {program, fileStamp(program), {program, {u"--version"_s}, {}, environment}, {}});
    }
    for (qsizetype i = 0; i < search->cross.size(); ++i) {
        const CCompiler &compiler = search->cross[i];
        if (!known.contains(compiler.program))
            search->ask(Kind::CrossVersion, i, versionQuestion(compiler, environment));
        known += compiler.program;
        if (compiler.isZig()) {
            search->links[i] = true;
            continue;
        }
        // One compiler for each platform is enough, and programs that do not link would be run at every start.
        ToolQuestion question = linkQuestion(compiler, search->folder->filePath(u"probe-%1"_s.arg(i)), environment);
        const QString platform = compiler.platform.toString();
        question.unless = lastLinks.value(platform, -1);
        lastLinks.insert(platform, search->questions.size());
        search->ask(Kind::CrossLink, i, question);
    }
    return search;
}

void CToolFinder::find(const QString &userCc)
{
    m_isBusy = true;
    m_inquiry.stop();
    m_search = std::make_unique<QObject>();
    runInPool(
        m_search.get(),
        [wish = Wish{userCc, m_userCompilers, m_platforms}, environment = m_environment] {
            return locate(wish, environment);
        },
        [this](const std::shared_ptr<Search> &found) {
            m_next = found;
            m_inquiry.ask(found->questions);
        });
}

void CToolFinder::onReplied(qsizetype question, const ToolReply &reply)
{
    using Kind = Search::Subject::Kind;
    const auto [kind, index] = m_next->subjects[question];
    // What did not answer loses its program, and is left out at the end: until then the indexes must hold.
    switch (kind) {
    case Kind::Compiler: {
        CCompiler &compiler = m_next->compilers[index];
        setVersion(compiler, reply.text);
        m_next->setVersionOf(compiler.program, reply.text);
        if (!reply.isSuccess)
            compiler.program.clear();
        break;
    }
    case Kind::Linker: {
        Linker &linker = m_next->linkers[index];
        linker.versionText = linkerVersionText(reply.text);
        if (!reply.isSuccess)
            linker.program.clear();
        break;
    }
    case Kind::CrossVersion:
        if (reply.isSuccess)
            m_next->setVersionOf(m_next->cross[index].program, reply.text);
        break;
    case Kind::CrossLink:
        m_next->links[index] = reply.isSuccess;
        // Without the folder, which is gone when somebody reads it.
        m_next->reasons[index] =
            reply.isSuccess ? QString() : decisiveLine(QString(reply.text).remove(m_next->folder->path() + u'/'));
        break;
    }
}

void CToolFinder::onFinished()
{
    if (!m_next)
        return;
    m_tools = m_next->result();
    // The folder of the programs is removed beside.
    QThreadPool::globalInstance()->start([done = std::exchange(m_next, {})]() mutable { done.reset(); });
    m_isBusy = false;
    emit found(m_tools);
}

} // namespace plugsmith
