// SPDX-License-Identifier: Apache-2.0
#include "toolchain/crosscompiler.h"

#include "base/settingkeys.h"
#include "base/shellwords.h"
#include "toolchain/pathsearch.h"
#include "toolchain/targets.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct UserCompilerText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::UserCompiler)
};

struct ArchMacro
{
    QStringView arch;
    const char *condition; // of the C preprocessor
};

constexpr ArchMacro ArchMacros[] = {
    {u"amd64", "defined(__x86_64__) && !defined(__ILP32__)"},
    {u"386", "defined(__i386__)"},
    {u"arm64", "defined(__aarch64__)"},
    {u"arm", "defined(__arm__)"},
    {u"ppc64le", "defined(__powerpc64__) && defined(__LITTLE_ENDIAN__)"},
    {u"s390x", "defined(__s390x__)"},
    {u"riscv64", "defined(__riscv) && __riscv_xlen == 64"},
    {u"loong64", "defined(__loongarch64)"},
};

const char *conditionOf(const Platform &platform)
{
    for (const ArchMacro &macro : ArchMacros) {
        if (macro.arch == platform.arch)
            return macro.condition;
    }
    return "1";
}

const char *systemConditionOf(const Platform &platform)
{
    if (platform.os == "linux"_L1)
        return "defined(__linux__)";
    if (platform.os == "darwin"_L1)
        return "defined(__APPLE__)";
    return platform.os == "freebsd"_L1 ? "defined(__FreeBSD__)" : "1";
}

CCompiler compilerOf(const QStringList &command, const Platform &platform, const QStringList &folders)
{
    CCompiler compiler;
    compiler.program = command.isEmpty() ? QString() : findProgram(command.first(), folders);
    compiler.arguments = command.mid(1);
    compiler.platform = platform;
    compiler.name = QFileInfo(compiler.program).fileName();
    compiler.cxx = compiler.isValid() ? cxxCommandFor(compiler) : QString();
    return compiler;
}

/// Whether 64-bit gcc of this machine may make programs for it with -m32.
bool isSmallSibling(const Platform &platform)
{
    return platform.os == "linux"_L1 && platform.arch == "386"_L1 &&
           Platform::thisMachine().toString() == "linux/amd64"_L1;
}

QVector<QStringList> usualCommands(const Platform &platform, const QStringList &folders)
{
    QVector<QStringList> commands;
    const auto cross = crossCompilerFor(platform);
    if (!cross)
        return commands;
    commands += {cross->program};
    if (isSmallSibling(platform))
        commands += {u"gcc"_s, u"-m32"_s};
    // Without the libraries clang cannot link, and trying that at each start would cost time for nothing.
    if (QFileInfo::exists(u"/usr/"_s + cross->triple) || QFileInfo::exists(u"/usr/lib/"_s + cross->triple)) {
        commands += {u"clang"_s, u"--target="_s + cross->triple};
        if (!findProgram(u"ld.lld"_s, folders).isEmpty())
            commands += {u"clang"_s, u"--target="_s + cross->triple, u"-fuse-ld=lld"_s};
    }
    for (const QString &zig : {u"zig"_s, u"python-zig"_s}) // the second is the one of PyPI's ziglang
        commands += {zig, u"cc"_s, u"-target"_s, cross->zigTarget};
    return commands;
}

} // namespace

Result<UserCompiler> UserCompiler::parse(const QString &text)
{
    const auto platform = Platform::parse(text.section(u'=', 0, 0));
    const QString command = text.section(u'=', 1).trimmed();
    if (!platform || command.isEmpty() || !splitGoFlags(command)) {
        return Error{ErrorCode::InvalidInput,
                     UserCompilerText::tr("“%1” does not name a compiler for a platform").arg(text),
                     UserCompilerText::tr("One is written like linux/arm64=aarch64-linux-gnu-gcc."),
                     {}};
    }
    return UserCompiler{*platform, command};
}

Result<QVector<UserCompiler>> UserCompiler::parseAll(const QStringList &texts)
{
    QVector<UserCompiler> compilers;
    for (const QString &text : texts) {
        const auto compiler = parse(text);
        if (!compiler)
            return compiler.error();
        compilers += *compiler;
    }
    return compilers;
}

QVector<UserCompiler> UserCompiler::of(const Settings &settings)
{
    QVector<UserCompiler> compilers;
    for (const QString &text : settings.get(keys::UserCompilers)) {
        if (const auto compiler = parse(text))
            compilers += *compiler;
    }
    return compilers;
}

CompilerCommand CompilerCommand::of(const QString &command)
{
    CompilerCommand parts;
    QStringList words = splitGoFlags(command).value_or(QStringList{command});
    QStringList program;
    while (!words.isEmpty() && (program.isEmpty() || !words.first().startsWith(u'-')))
        program += words.takeFirst();
    parts.program = joinGoFlags(program).value_or(program.join(u' '));
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        const bool hasNext = i + 1 < words.size();
        if (word.startsWith("--sysroot="_L1))
            parts.sysroot = word.sliced(10);
        else if (word.startsWith("--target="_L1))
            parts.target = word.sliced(9);
        else if (word == "--sysroot"_L1 && hasNext)
            parts.sysroot = words[++i];
        else if ((word == "-target"_L1 || word == "--target"_L1) && hasNext)
            parts.target = words[++i];
        else
            parts.rest += word;
    }
    return parts;
}

bool CompilerCommand::isZig() const
{
    const QStringList words = splitGoFlags(program).value_or(QStringList());
    return words.size() > 1 && words.first().section(u'/', -1).contains("zig"_L1) && words.contains("cc"_L1);
}

QString CompilerCommand::toString() const
{
    QStringList words;
    if (!target.isEmpty())
        words += isZig() ? QStringList{u"-target"_s, target} : QStringList{u"--target="_s + target};
    if (!sysroot.isEmpty())
        words += u"--sysroot="_s + sysroot;
    words += rest;
    if (words.isEmpty())
        return program;
    // What no quotes can hold is given as it is, and fails where it is used.
    return program + u' ' + joinGoFlags(words).value_or(words.join(u' '));
}

QVector<CCompiler> crossCandidates(const QVector<UserCompiler> &userCompilers, const QVector<CCompiler> &native,
                                   const QStringList &folders, const std::optional<QVector<Platform>> &platforms)
{
    const auto isWanted = [&platforms](const Platform &platform) {
        return !platforms || platforms->contains(platform);
    };
    QVector<CCompiler> candidates;
    for (const UserCompiler &user : userCompilers) {
        if (!isWanted(user.platform))
            continue;
        const CCompiler compiler =
            compilerOf(splitGoFlags(user.command).value_or(QStringList()), user.platform, folders);
        if (compiler.isValid())
            candidates += compiler;
    }
    for (const Platform &platform : crossPlatforms()) {
        if (platform == Platform::thisMachine() || !isWanted(platform))
            continue;
        for (const QStringList &command : usualCommands(platform, folders)) {
            const CCompiler compiler = compilerOf(command, platform, folders);
            // gcc and clang of this machine only if they are there for it; a compiler cache is no reason to try.
            const bool isOwn = std::ranges::any_of(
                native, [&compiler](const CCompiler &own) { return own.program == compiler.program; });
            const bool needsOwn = command.first() == "gcc"_L1;
            if (compiler.isValid() && (isOwn || !needsOwn))
                candidates += compiler;
        }
    }
    return candidates;
}

QByteArray linkProbeSource(const Platform &platform)
{
    return "#if !(" + QByteArray(conditionOf(platform)) + ") || !(" + systemConditionOf(platform) +
           ")\n#error the compiler makes programs for another platform\n#endif\n"
           "#include <errno.h>\n#include <pthread.h>\n#include <signal.h>\n#include <stdlib.h>\n#include <dlfcn.h>\n"
           "static void *run(void *value) { return value; }\n"
           "int main(void)\n{\n    pthread_t thread;\n"
           "    return pthread_create(&thread, 0, run, dlopen(0, RTLD_NOW)) != 0 && errno;\n}\n";
}

QStringList linkProbeArguments(const CCompiler &compiler, const QString &source, const QString &output)
{
    QStringList arguments = compiler.arguments + QStringList{u"-pthread"_s, u"-o"_s, output, source};
    if (compiler.platform.os == "linux"_L1)
        arguments += u"-ldl"_s;
    return arguments;
}

} // namespace plugsmith
