// SPDX-License-Identifier: Apache-2.0
#include "models/diagnosticreport.h"

#include "models/buildsession.h"
#include "models/buildtext.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QLocale>
#include <QSysInfo>
#include <QThread>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxErrorLines = 40; // of a failed job

QString masked(const QString &name, const QString &value)
{
    return u"%1 is set, %2 characters"_s.arg(name).arg(value.size());
}

bool bearsOnBuilds(const QString &name)
{
    static const QStringList others{u"CC"_s, u"CXX"_s, u"PATH"_s, u"LANG"_s, u"LC_ALL"_s, u"TMPDIR"_s};
    return name.startsWith("GO"_L1) || name.startsWith("CGO_"_L1) || name.startsWith("QT_"_L1) ||
           name.startsWith("PLUGSMITH_"_L1) || name.endsWith("_PROXY"_L1, Qt::CaseInsensitive) || others.contains(name);
}

QStringList systemLines()
{
    return {u"Plugsmith "_s + QCoreApplication::applicationVersion() + u", Qt "_s + QString::fromLatin1(qVersion()),
            QSysInfo::prettyProductName() + u", "_s + QSysInfo::kernelType() + u' ' + QSysInfo::kernelVersion() +
                u", "_s + QSysInfo::currentCpuArchitecture(),
            u"%1 processors, language %2"_s.arg(QThread::idealThreadCount()).arg(QLocale().name())};
}

QStringList toolLines(BuildEngine &engine)
{
    const BuildMachine &machine = engine.machine();
    QStringList lines;
    for (const GoToolchain &toolchain : machine.toolchains)
        lines += toolchain.versionText + u" in "_s + toolchain.root +
                 (toolchain.problem.isEmpty() ? QString() : u": "_s + toolchain.problem);
    for (const CCompiler &compiler : machine.compilers())
        lines += compiler.versionText + u" for "_s + compiler.platform.toString() + u": "_s + compiler.command();
    for (const RejectedCompiler &rejected : machine.rejectedCompilers)
        lines += rejected.compiler.command() + u" for "_s + rejected.compiler.platform.toString() +
                 u" is not used: "_s + rejected.reason;
    for (const Linker &linker : engine.linkers())
        lines += linker.versionText;
    return lines;
}

QStringList choiceLines(const BuildSession &session)
{
    QStringList lines;
    if (const ScannedModule *module = session.module())
        lines += u"module "_s + module->mod.module.text + u", go "_s + module->mod.goDirective;
    if (session.sourceState() == BuildSession::SourceState::Problem)
        lines += {u"source: "_s + session.problem().sentence(), session.problem().detail};
    BuildOptions options = session.options();
    for (EnvironmentEntry &entry : options.environment)
        entry.value = u"%1 characters"_s.arg(entry.value.size());
    lines += QString::fromUtf8(QJsonDocument(options.toJson()).toJson(QJsonDocument::Compact));
    return lines;
}

QStringList jobLines(const BuildSession &session)
{
    QStringList lines;
    for (const BuildJob *job : session.run().jobs()) {
        lines += job->plan().target.toString() + u": "_s + shownState(job->state());
        if (job->state() != JobState::Failed)
            continue;
        lines += job->error().sentence();
        lines += job->error().detail.split(u'\n').mid(0, MaxErrorLines);
    }
    return lines;
}

} // namespace

QStringList maskedVariables(const QProcessEnvironment &environment)
{
    QStringList lines;
    for (const QString &name : environment.keys()) {
        if (bearsOnBuilds(name))
            lines += masked(name, environment.value(name));
    }
    lines.sort();
    return lines;
}

QString diagnosticReport(BuildSession &session)
{
    QString report;
    const auto add = [&report](const QString &title, const QStringList &lines) {
        report += title + u'\n';
        for (const QString &line : lines) {
            if (!line.isEmpty())
                report += u"    "_s + line + u'\n';
        }
        report += u'\n';
    };
    add(u"program"_s, systemLines());
    add(u"tools"_s, toolLines(session.engine()));
    add(u"choices"_s, choiceLines(session));
    add(u"last build"_s, jobLines(session));
    add(u"environment"_s, maskedVariables(QProcessEnvironment::systemEnvironment()));
    const QString home = QDir::homePath();
    return home.size() > 1 ? report.replace(home, u"~"_s) : report;
}

} // namespace plugsmith
