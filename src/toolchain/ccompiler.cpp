// SPDX-License-Identifier: Apache-2.0
#include "toolchain/ccompiler.h"

#include "base/shellwords.h"
#include "toolchain/filestamp.h"
#include "toolchain/pathsearch.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

/// As internal/../cfg.DefaultCC of Go: clang where the system's compiler is clang.
QStringList usualCompilers()
{
    const QString os = Platform::thisMachine().os;
    if (os == "darwin"_L1 || os == "freebsd"_L1)
        return {u"clang"_s, u"gcc"_s, u"cc"_s};
    return {u"gcc"_s, u"clang"_s, u"cc"_s};
}

QString familyOf(const QString &line, const QString &programName)
{
    // gcc prints the name it was called by; what follows tells it from others: "cc (Debian 12.2.0-14) 12.2.0".
    if (line.contains("clang"_L1, Qt::CaseInsensitive))
        return u"clang"_s;
    static const QRegularExpression gcc(u"^\\S*(gcc|cc)\\S* \\("_s);
    return gcc.match(line).hasMatch() ? u"gcc"_s : programName;
}

} // namespace

QString CCompiler::command() const
{
    const QStringList words = QStringList{program} + arguments;
    // A path with blanks and both kinds of quotes cannot be written for Go; then it is given as it is, and fails there.
    return joinGoFlags(words).value_or(words.join(u' '));
}

bool CCompiler::compilesFor(const Platform &target) const
{
    if (target == platform)
        return true;
    const bool namesTarget = std::ranges::any_of(arguments, [](const QString &argument) {
        return argument.startsWith("-target"_L1) || argument.startsWith("--target"_L1);
    });
    return platform.os == "darwin"_L1 && target.os == "darwin"_L1 && !namesTarget;
}

bool CCompiler::isLauncher() const
{
    static const QSet<QString> launchers{u"ccache"_s, u"sccache"_s, u"distcc"_s, u"icecc"_s};
    // /usr/lib/ccache/gcc is a link to ccache
    return launchers.contains(QFileInfo(QFileInfo(program).canonicalFilePath()).fileName());
}

bool CCompiler::isZig() const
{
    return arguments.contains("cc"_L1) && (QFileInfo(program).fileName().contains("zig"_L1) ||
                                           arguments.contains("ziglang"_L1)); // python3 -m ziglang cc
}

QString CCompiler::identity() const
{
    return command() + u'|' + fileStamp(program) + u'|' + versionLine;
}

QVector<CCompiler> nativeCompilers(const QString &userCc, const QStringList &folders)
{
    QVector<CCompiler> compilers;
    QSet<QString> seen;
    const auto add = [&](const QStringList &words) {
        CCompiler compiler;
        compiler.program = words.isEmpty() ? QString() : findProgram(words.first(), folders);
        compiler.arguments = words.mid(1);
        if (!compiler.isValid())
            return;
        // cc and gcc are one program most of the time; with arguments it counts as another.
        const QString key = QFileInfo(compiler.program).canonicalFilePath() + u'\n' + compiler.arguments.join(u'\n');
        if (seen.contains(key) && !compiler.isLauncher())
            return;
        seen.insert(key);
        compiler.platform = Platform::thisMachine();
        compiler.name = QFileInfo(compiler.program).fileName();
        compilers.append(compiler);
    };
    add(splitGoFlags(userCc).value_or(QStringList()));
    for (const QString &name : usualCompilers())
        add({name});
    return compilers;
}

QString cxxCommandFor(const CCompiler &compiler)
{
    CCompiler cxx = compiler;
    if (compiler.isZig()) {
        cxx.arguments[compiler.arguments.indexOf("cc"_L1)] = u"c++"_s;
        return cxx.command();
    }
    const qsizetype slash = compiler.program.lastIndexOf(u'/') + 1;
    QString name = compiler.program.sliced(slash);
    static const QRegularExpression pattern(u"(^|-)(gcc|clang)(-[0-9.]+)?$"_s);
    const auto match = pattern.match(name);
    if (!match.hasMatch())
        return {};
    name.replace(match.capturedStart(2), match.capturedLength(2),
                 match.captured(2) == "gcc"_L1 ? u"g++"_s : u"clang++"_s);
    cxx.program = compiler.program.first(slash) + name;
    return cxx.command();
}

void setVersion(CCompiler &compiler, const QString &versionOutput)
{
    compiler.versionLine = versionOutput.section(u'\n', 0, 0).trimmed();
    compiler.name =
        compiler.isZig() ? u"zig cc"_s : familyOf(compiler.versionLine, QFileInfo(compiler.program).fileName());
    // The last but for gcc, which puts the distribution's own number in brackets before it.
    QString line = compiler.versionLine;
    static const QRegularExpression brackets(u"\\([^)]*\\)"_s);
    line.remove(brackets);
    static const QRegularExpression number(u"\\b(\\d+\\.\\d+)"_s);
    const auto match = number.match(line);
    compiler.versionText = match.hasMatch() ? compiler.name + u' ' + match.captured(1) : compiler.name;
}

} // namespace plugsmith
