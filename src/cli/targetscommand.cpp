// SPDX-License-Identifier: Apache-2.0
#include "cli/targetscommand.h"

#include "base/settingkeys.h"
#include "cli/output.h"
#include "toolchain/targets.h"

#include <QJsonArray>

#include <cstdio>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

QJsonObject jsonOf(const Target &target, const BuildMachine &machine, const std::optional<BuildObstacle> &obstacle,
                   const QString &install)
{
    QJsonObject event{{u"event"_s, u"target"_s},
                      {u"platform"_s, target.platform.toString()},
                      {u"go"_s, target.version.toString()},
                      {u"builds"_s, !obstacle}};
    if (const CCompiler *compiler = machine.compilerFor(target.platform)) {
        event.insert(u"cc"_s, compiler->command());
        event.insert(u"compiler"_s, compiler->versionText);
    }
    if (const auto level = cpuLevelOf(target.platform))
        event.insert(u"level"_s, QJsonObject{{u"variable"_s, level->variable},
                                             {u"values"_s, QJsonArray::fromStringList(level->values)}});
    if (!obstacle)
        return event;
    event.insert(u"blocked"_s, QJsonObject{{u"message"_s, obstacle->title}, {u"reason"_s, obstacle->reason}});
    if (!install.isEmpty())
        event.insert(u"install"_s, install);
    return event;
}

} // namespace

TargetsCommand::TargetsCommand(ToolchainCommandLine line)
    : m_line(std::move(line))
    , m_engine(m_line.setup(m_settings))
{
    connect(&m_engine, &BuildEngine::machineFound, this, &TargetsCommand::show);
}

void TargetsCommand::start()
{
    m_engine.findToolchains();
}

void TargetsCommand::show()
{
    const BuildMachine &machine = m_engine.machine();
    QVector<Platform> platforms = crossPlatforms();
    for (const char *other : {"darwin/amd64", "darwin/arm64"})
        platforms += *Platform::parse(QString::fromLatin1(other));
    if (!platforms.contains(Platform::thisMachine()))
        platforms.prepend(Platform::thisMachine());
    QVector<GoVersion> shown;
    for (const GoToolchain &toolchain : machine.toolchains) {
        if (!toolchain.isUsable() || shown.contains(toolchain.version))
            continue;
        shown += toolchain.version;
        for (const Platform &platform : std::as_const(platforms)) {
            const Target target{toolchain.version, platform};
            const auto obstacle = machine.obstacleFor(target);
            const QString install = obstacle ? obstacle->packages.command(machine.packageManager) : QString();
            if (m_line.json) {
                printJson(jsonOf(target, machine, obstacle, install));
                continue;
            }
            const CCompiler *compiler = machine.compilerFor(platform);
            QString text = target.toString().leftJustified(26);
            if (obstacle)
                text += obstacle->title + u". "_s + obstacle->reason;
            else
                text += compiler->versionText + u"  "_s + compiler->command();
            if (!install.isEmpty())
                text += u"  "_s + install;
            std::fputs(qUtf8Printable(text + u'\n'), stdout);
        }
    }
    if (!m_line.json) {
        for (const RejectedCompiler &rejected : machine.rejectedCompilers) {
            std::fputs(qUtf8Printable(tr("%1 does not link for %2: %3")
                                          .arg(rejected.compiler.command(), rejected.compiler.platform.toString(),
                                               rejected.reason) +
                                      u'\n'),
                       stdout);
        }
    }
    emit finished(shown.isEmpty() ? 1 : 0);
}

} // namespace plugsmith
