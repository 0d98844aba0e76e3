// SPDX-License-Identifier: Apache-2.0
#include "cli/toolchaincommand.h"

#include "base/settingkeys.h"
#include "cli/output.h"

#include <QLocale>

#include <algorithm>
#include <cstdio>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

using Step = InstallProgress::Step;
using Action = ToolchainCommandLine::Action;

void say(const QString &text)
{
    std::fputs(qUtf8Printable(text + u'\n'), stdout);
    std::fflush(stdout);
}

QString wordOf(GoToolchain::Origin origin)
{
    switch (origin) {
    case GoToolchain::Origin::Path:
        return u"path"_s;
    case GoToolchain::Origin::System:
        return u"system"_s;
    case GoToolchain::Origin::Sdk:
        return u"sdk"_s;
    case GoToolchain::Origin::ModuleCache:
        return u"module cache"_s;
    case GoToolchain::Origin::VersionManager:
        return u"version manager"_s;
    case GoToolchain::Origin::Added:
        return u"added"_s;
    case GoToolchain::Origin::Fetched:
        return u"fetched"_s;
    }
    return {};
}

QString wordOf(Step step)
{
    switch (step) {
    case Step::Waiting:
        return u"waiting"_s;
    case Step::Downloading:
        return u"downloading"_s;
    case Step::Verifying:
        return u"verifying"_s;
    case Step::Unpacking:
        return u"unpacking"_s;
    case Step::Checking:
        return u"checking"_s;
    }
    return {};
}

QJsonObject toJson(const Error &error)
{
    return {{u"message"_s, error.message}, {u"reason"_s, error.reason}, {u"detail"_s, error.detail}};
}

} // namespace

ToolchainCommand::ToolchainCommand(ToolchainCommandLine line)
    : m_line(std::move(line))
    , m_engine(m_line.setup(m_settings))
{
    ToolchainStore &store = m_engine.store();
    ToolchainSources sources = ToolchainSources::of(m_settings);
    sources.isOffline = m_line.isOffline;
    store.setSources(sources);
    connect(&m_engine, &BuildEngine::machineFound, this, [this] {
        m_hasMachine = true;
        act();
    });
    connect(&store, &ToolchainStore::installedChanged, this, [this] {
        m_hasStore = true;
        act();
    });
    connect(&store, &ToolchainStore::problem, this, &ToolchainCommand::complain);
    connect(&store, &ToolchainStore::installChanged, this, &ToolchainCommand::onInstallChanged);
    connect(&store, &ToolchainStore::installFinished, this, &ToolchainCommand::onInstalled);
    connect(&store, &ToolchainStore::removed, this, [this](const QString &, const Result<void> &result) {
        if (!result)
            complain(result.error());
        onOneDone(result.has_value());
    });
    connect(&m_engine.preflight(), &Preflight::finished, this, [this](int id, const Result<PreflightReport> &report) {
        const GoToolchain toolchain = m_checks.take(id);
        const bool isGood = report && report->compilerWorks;
        const Error error = report ? report->compilerProblem : report.error();
        if (m_line.json) {
            printJson({{u"event"_s, u"verified"_s},
                       {u"go"_s, toolchain.version.toString()},
                       {u"root"_s, toolchain.root},
                       {u"works"_s, isGood},
                       {u"problem"_s, isGood ? QJsonValue() : QJsonValue(toJson(error))}});
        } else {
            say(isGood ? tr("Go %1 builds plugins (%2)").arg(toolchain.version.toString(), toolchain.root)
                       : tr("Go %1: %2").arg(toolchain.version.toString(), error.sentence()));
        }
        onOneDone(isGood);
    });
    connect(&m_signals, &SignalWatcher::stopRequested, this, [this, &store] {
        for (const QString &name : store.installing())
            store.cancel(name);
        emit finished(1);
    });
}

void ToolchainCommand::start()
{
    m_engine.store().load();
    m_engine.findToolchains();
}

void ToolchainCommand::act()
{
    if (!m_hasMachine || !m_hasStore || std::exchange(m_hasStarted, true))
        return;
    switch (m_line.action) {
    case Action::List:
        return list();
    case Action::Available:
        return showAvailable();
    case Action::Add:
        return add();
    case Action::Remove:
        return remove();
    case Action::Verify:
        return verify();
    }
}

void ToolchainCommand::list()
{
    QHash<QString, qint64> bytes;
    for (const FetchedToolchain &fetched : m_engine.store().installed())
        bytes.insert(fetched.root, fetched.bytes);
    for (const GoToolchain &toolchain : m_engine.machine().toolchains) {
        if (m_line.json) {
            QJsonObject event{{u"event"_s, u"toolchain"_s},          {u"go"_s, toolchain.version.toString()},
                              {u"name"_s, toolchain.versionText},    {u"root"_s, toolchain.root},
                              {u"from"_s, wordOf(toolchain.origin)}, {u"onPath"_s, toolchain.isOnPath},
                              {u"usable"_s, toolchain.isUsable()},   {u"problem"_s, toolchain.problem}};
            if (bytes.contains(toolchain.root))
                event.insert(u"bytes"_s, bytes[toolchain.root]);
            printJson(event);
            continue;
        }
        QString text = toolchain.version.toString().leftJustified(12) + wordOf(toolchain.origin).leftJustified(16) +
                       toolchain.root;
        if (bytes.contains(toolchain.root))
            text += u"  "_s + QLocale::c().formattedDataSize(bytes[toolchain.root], 0, QLocale::DataSizeSIFormat);
        if (!toolchain.problem.isEmpty())
            text += u"  "_s + toolchain.problem;
        say(text);
    }
    emit finished(0);
}

void ToolchainCommand::showAvailable()
{
    ToolchainStore &store = m_engine.store();
    const auto show = [this, &store] {
        for (const GoRelease &release : store.known()) {
            const bool isHere = m_engine.machine().toolchainFor(release.version) != nullptr;
            if (m_line.json) {
                QJsonObject event{{u"event"_s, u"release"_s},
                                  {u"go"_s, release.version.toString()},
                                  {u"name"_s, release.versionText},
                                  {u"preview"_s, release.isPreview()},
                                  {u"supported"_s, release.isSupported()},
                                  {u"moduleProxy"_s, release.isInModuleProxy},
                                  {u"installed"_s, isHere}};
                if (release.archive)
                    event.insert(u"sha256"_s, QString::fromLatin1(release.archive->sha256));
                printJson(event);
                continue;
            }
            QStringList marks;
            if (isHere)
                marks += tr("installed");
            if (release.isPreview())
                marks += tr("preview");
            if (!release.isSupported())
                marks += tr("no longer supported");
            say(QString(release.version.toString().leftJustified(12) + marks.join(u", "_s)).trimmed());
        }
        emit finished(store.known().isEmpty() ? 1 : 0);
    };
    if (m_line.isOffline)
        return show(); // what was read the last time
    m_settings.set(keys::MayFetch, true);
    connect(&store, &ToolchainStore::refreshed, this, show);
    store.refreshKnown();
}

void ToolchainCommand::add()
{
    ToolchainStore &store = m_engine.store();
    if (!m_line.isOffline)
        m_settings.set(keys::MayFetch, true);
    m_missing = static_cast<int>(m_line.versions.size() + m_line.files.size());
    for (const QString &file : m_line.files)
        store.installFile(file);
    for (const GoVersion &version : m_line.versions)
        store.install(version);
}

void ToolchainCommand::onInstallChanged(const QString &name, const InstallProgress &progress)
{
    if (m_line.json) {
        printJson({{u"event"_s, u"progress"_s},
                   {u"name"_s, name},
                   {u"step"_s, wordOf(progress.step)},
                   {u"done"_s, progress.done},
                   {u"total"_s, progress.total},
                   {u"note"_s, progress.note}});
        return;
    }
    const bool isNew = !m_steps.contains(name) || m_steps[name] != progress.step;
    m_steps[name] = progress.step;
    if (isNew || !progress.note.isEmpty())
        say(name + u": "_s + wordOf(progress.step) + (progress.note.isEmpty() ? QString() : u" · "_s + progress.note));
}

void ToolchainCommand::onInstalled(const QString &name, const Result<GoToolchain> &toolchain)
{
    if (!toolchain) {
        complain(toolchain.error());
    } else if (m_line.json) {
        printJson({{u"event"_s, u"installed"_s},
                   {u"name"_s, name},
                   {u"go"_s, toolchain->version.toString()},
                   {u"root"_s, toolchain->root}});
    } else {
        say(tr("%1: installed in %2").arg(name, toolchain->root));
    }
    onOneDone(toolchain.has_value());
}

void ToolchainCommand::remove()
{
    m_missing = static_cast<int>(m_line.versions.size());
    for (const GoVersion &version : m_line.versions)
        m_engine.store().remove(releaseName(version));
}

void ToolchainCommand::verify()
{
    QVector<GoToolchain> wanted;
    for (const GoVersion &version : m_line.versions) {
        if (const GoToolchain *toolchain = m_engine.machine().toolchainFor(version)) {
            wanted += *toolchain;
            continue;
        }
        const auto broken = std::ranges::find(m_engine.machine().toolchains, version, &GoToolchain::version);
        complain({ErrorCode::NotFound,
                  tr("Go %1 is not installed.").arg(version.toString()),
                  broken == m_engine.machine().toolchains.end() ? QString() : broken->problem,
                  {}});
        m_exitCode = 1;
    }
    m_missing = static_cast<int>(wanted.size());
    if (m_missing == 0)
        emit finished(m_exitCode);
    for (const GoToolchain &toolchain : std::as_const(wanted)) {
        PreflightRequest request;
        request.toolchain = toolchain;
        request.compiler = m_engine.machine().compiler.value_or(CCompiler());
        request.linkers = m_engine.linkers();
        m_checks.insert(m_engine.preflight().check(request), toolchain);
    }
}

void ToolchainCommand::onOneDone(bool isGood)
{
    if (!isGood)
        m_exitCode = 1;
    // Two names may mean one version, which is installed once.
    const ToolchainStore &store = m_engine.store();
    const bool isAddingOver = m_line.action == Action::Add && store.installing().isEmpty() && !store.isRefreshing();
    if (--m_missing <= 0 || isAddingOver)
        emit finished(m_exitCode);
}

void ToolchainCommand::complain(const Error &error)
{
    if (m_line.json)
        printJson({{u"event"_s, u"error"_s}, {u"error"_s, toJson(error)}});
    else
        std::fprintf(stderr, "%s\n", qUtf8Printable(error.sentence()));
}

} // namespace plugsmith
