// SPDX-License-Identifier: Apache-2.0
#include "session/hostbuilder.h"

#include "base/atomicfile.h"
#include "base/deliver.h"
#include "base/folders.h"
#include "toolchain/goenvironment.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QTimer>
#include <QUuid>

#include <chrono>

namespace plugsmith {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto TimeLimit = 10min; // a part of the standard library, on a slow and busy machine
constexpr int BackgroundNiceness = 15;

QString hostsFolder()
{
    const QString folder = folders::cache() + u"/hosts";
    QDir().mkpath(folder);
    return folder;
}

/// A list of parts, so that no two lists look alike.
class PartsHash
{
public:
    void add(const QByteArray &part)
    {
        m_hash.addData(QByteArray(QByteArray::number(part.size()) + ':'));
        m_hash.addData(part);
    }
    QByteArray result() const { return m_hash.result(); }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

/// What is inside this program never changes; unpacking and reading it would be a tenth of a session's start.
QByteArray sourceDigest(const GoVersion &version)
{
    static QHash<QString, QByteArray> known;
    QByteArray &digest = known[version.languageVersion().toString()];
    if (digest.isEmpty()) {
        PartsHash hash;
        for (const auto &[name, content] : hostSource(version)) {
            hash.add(name.toUtf8());
            hash.add(content);
        }
        digest = hash.result();
    }
    return digest;
}

QString keyOf(const GoToolchain &toolchain, const HostFlags &flags)
{
    PartsHash hash;
    hash.add(toolchain.identity().toUtf8());
    hash.add(flags.toString().toUtf8());
    hash.add(sourceDigest(toolchain.version));
    return QString::fromLatin1(hash.result().toHex().first(32));
}

/// What was read of hosts before, by path: the file of a key is never another one.
QHash<QString, LinkFacts> &inspectedHosts()
{
    static QHash<QString, LinkFacts> hosts;
    return hosts;
}

bool writeSource(const QString &folder, const GoVersion &version)
{
    if (!QDir().mkpath(folder))
        return false;
    for (const auto &[name, content] : hostSource(version)) {
        QFile file(folder + u'/' + name);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            return false;
    }
    return true;
}

} // namespace

QVector<QPair<QString, QByteArray>> hostSource(const GoVersion &version)
{
    // The go directive decides about many details of how the runtime behaves; a plugin is to meet those of its own Go.
    const GoVersion language = version.languageVersion();
    QVector<QPair<QString, QByteArray>> files{
        {u"go.mod"_s, "module plugsmith/pluginhost\n\ngo " + language.toString().toUtf8() + '\n'}};
    const QDir source(u":/pluginhost"_s);
    for (const QString &name : source.entryList({u"*.go"_s}, QDir::Files, QDir::Name)) {
        QFile file(source.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            files += {name, file.readAll()};
    }
    return files;
}

HostBuilder::HostBuilder(const QProcessEnvironment &environment, QObject *parent)
    : QObject(parent)
    , m_environment(goEnvironmentOf(environment).variables)
{
    connect(&m_go, &ToolRun::finished, this, &HostBuilder::onCompiled);
}

void HostBuilder::build(const GoToolchain &toolchain, const HostFlags &flags, Priority priority)
{
    Q_ASSERT(!m_isBusy);
    m_isBusy = true;
    m_priority = priority;
    m_host = {hostsFolder() + u'/' + keyOf(toolchain, flags), toolchain, flags, {}};
    if (QFileInfo(m_host.path).isExecutable())
        inspect();
    else
        compile();
}

void HostBuilder::cancel()
{
    m_go.cancel();
}

void HostBuilder::compile()
{
    emit compiling(m_host.toolchain);
    m_source = m_host.path + u'-' + QUuid::createUuid().toString(QUuid::Id128);
    m_temporary = m_source + u"/pluginhost"_s;
    if (!writeSource(m_source, m_host.toolchain.version)) {
        const Error error{ErrorCode::WriteFailed,
                          tr("A session for Go %1 could not be prepared").arg(m_host.toolchain.version.toString()),
                          tr("Its program cannot be written to %1.").arg(folders::shortened(m_source)),
                          {}};
        return QTimer::singleShot(0, this, [this, error] { finish(error); });
    }
    ProcessSpec spec;
    spec.program = m_host.toolchain.program;
    // Symbol tables and debug information are not needed: what tells plugins and hosts apart is among the dynamic ones.
    spec.arguments = QStringList{u"build"_s, u"-ldflags=-s -w"_s} + m_host.flags.goArguments();
    if (m_host.toolchain.knowsBuildVcs())
        spec.arguments += u"-buildvcs=false"_s;
    spec.arguments += {u"-o"_s, m_temporary, u"."_s};
    spec.workingFolder = m_source;
    spec.environment = m_environment;
    spec.environment.insert(u"GOPROXY"_s, u"off"_s);
    spec.environment.insert(u"GO111MODULE"_s, u"on"_s);
    m_host.flags.addTo(&spec.environment);
    spec.niceness = m_priority == Priority::Background ? BackgroundNiceness : 0;
    m_go.start(spec, TimeLimit);
}

void HostBuilder::onCompiled(const ToolAnswer &answer)
{
    const bool isThere = answer.isSuccess() && renameOver(m_temporary, m_host.path);
    QDir(m_source).removeRecursively();
    if (isThere)
        return inspect();
    const bool wasCancelled = answer.end.way == ProcessEnd::Way::Cancelled && !answer.timedOut;
    finish(Error{wasCancelled ? ErrorCode::Cancelled : ErrorCode::ProcessFailed,
                 tr("A session for Go %1 could not be prepared").arg(m_host.toolchain.version.toString()),
                 wasCancelled ? tr("It was cancelled.") : tr("The go command could not compile its program."),
                 answer.end.problem + answer.text()});
}

void HostBuilder::inspect()
{
    if (const auto known = inspectedHosts().constFind(m_host.path); known != inspectedHosts().cend()) {
        m_host.link = *known;
        return QTimer::singleShot(0, this, [this] { finish(m_host); });
    }
    runInPool(
        this, [path = m_host.path] { return readLinkFacts(path); },
        [this](const Result<LinkFacts> &facts) {
            if (!facts)
                return finish(facts.error());
            m_host.link = *facts;
            if (m_host.link.canOpenPlugins) {
                inspectedHosts().insert(m_host.path, m_host.link);
                return finish(m_host);
            }
            finish(Error{ErrorCode::Unsupported,
                         tr("Go %1 cannot load plugins here").arg(m_host.toolchain.version.toString()),
                         tr("Its programs are linked without what plugins need."),
                         {}});
        });
}

void HostBuilder::finish(const Result<HostProgram> &host)
{
    m_isBusy = false;
    emit built(host);
}

} // namespace plugsmith
