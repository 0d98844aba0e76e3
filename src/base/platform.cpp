// SPDX-License-Identifier: Apache-2.0
#include "base/platform.h"

#include <QHashFunctions>
#include <QSysInfo>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

// go/build/syslist.go of Go 1.26. Words that Go dropped stay: they still are file name suffixes.
constexpr QStringView KnownOs[] = {
    u"aix",   u"android", u"darwin", u"dragonfly", u"freebsd", u"hurd",    u"illumos", u"ios",     u"js",
    u"linux", u"nacl",    u"netbsd", u"openbsd",   u"plan9",   u"solaris", u"wasip1",  u"windows", u"zos",
};
constexpr QStringView KnownArch[] = {
    u"386",     u"amd64",  u"amd64p32", u"arm",      u"armbe",     u"arm64",       u"arm64be", u"loong64",
    u"mips",    u"mipsle", u"mips64",   u"mips64le", u"mips64p32", u"mips64p32le", u"ppc",     u"ppc64",
    u"ppc64le", u"riscv",  u"riscv64",  u"s390",     u"s390x",     u"sparc",       u"sparc64", u"wasm",
};

QString goArchOf(const QString &qtArch)
{
    if (qtArch == "x86_64"_L1)
        return u"amd64"_s;
    if (qtArch == "i386"_L1)
        return u"386"_s;
    if (qtArch == "power64"_L1)
        return u"ppc64le"_s; // Go has no plugins for the big-endian one
    return qtArch;           // arm64, arm, s390x, riscv64, loong64 are spelled alike
}

Platform detect()
{
#if defined(Q_OS_MACOS)
    const QString os = u"darwin"_s;
#elif defined(Q_OS_FREEBSD)
    const QString os = u"freebsd"_s;
#else
    const QString os = u"linux"_s;
#endif
    return {os, goArchOf(QSysInfo::buildCpuArchitecture())};
}

} // namespace

const Platform &Platform::thisMachine()
{
    static const Platform machine = detect();
    return machine;
}

std::optional<Platform> Platform::parse(QStringView text)
{
    const qsizetype slash = text.indexOf(u'/');
    if (slash < 0)
        return std::nullopt;
    const QStringView os = text.first(slash);
    const QStringView arch = text.mid(slash + 1);
    if (!isKnownOs(os) || !isKnownArch(arch))
        return std::nullopt;
    return Platform{os.toString(), arch.toString()};
}

bool Platform::isKnownOs(QStringView word)
{
    return std::ranges::find(KnownOs, word) != std::end(KnownOs);
}

bool Platform::isKnownArch(QStringView word)
{
    return std::ranges::find(KnownArch, word) != std::end(KnownArch);
}

QString Platform::toString() const
{
    return isValid() ? os + u'/' + arch : QString();
}

size_t qHash(const Platform &platform, size_t seed)
{
    return qHashMulti(seed, platform.os, platform.arch);
}

} // namespace plugsmith
