// SPDX-License-Identifier: Apache-2.0
#include "unpack/sandbox.h"

#include <algorithm>
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

namespace plugsmith::unpack {
namespace {

template<class Resource> // an enumeration of its own in glibc, int elsewhere
void limit(Resource resource, rlim_t most)
{
    rlimit now{};
    if (::getrlimit(resource, &now) != 0)
        return;
    now.rlim_max = std::min(now.rlim_max, most);
    now.rlim_cur = std::min(now.rlim_cur, now.rlim_max);
    ::setrlimit(resource, &now);
}

#ifdef Q_OS_LINUX

// The kernel's numbers (include/uapi/linux/landlock.h). Spelled out, because the headers of the oldest system that we
// build on know only the first two versions of the interface, and the kernel may be much newer than they.
constexpr long CreateRuleset = 444;
constexpr long AddRule = 445;
constexpr long RestrictSelf = 446;
constexpr unsigned VersionFlag = 1U << 0;
constexpr int PathBeneath = 1;

enum FileAccess : quint64 {
    Execute = 1ULL << 0,
    WriteFile = 1ULL << 1,
    ReadFile = 1ULL << 2,
    ReadFolder = 1ULL << 3,
    MakeFolder = 1ULL << 7,
    MakeFile = 1ULL << 8,
    MakeLink = 1ULL << 12,
    UpTo1 = (1ULL << 13) - 1,
    Refer = 1ULL << 13,    // version 2
    Truncate = 1ULL << 14, // version 3
    Ioctl = 1ULL << 15,    // version 5
};
constexpr quint64 BindAndConnectTcp = 3;       // version 4
constexpr quint64 AbstractSocketAndSignal = 3; // version 6

struct Ruleset
{
    quint64 files = 0;
    quint64 network = 0;
    quint64 scoped = 0;
};

struct __attribute__((packed)) PathRule
{
    quint64 access = 0;
    qint32 folder = -1;
};

/// Everything that this version of the interface can forbid.
Ruleset allOf(long version)
{
    Ruleset ruleset;
    ruleset.files = UpTo1;
    if (version >= 2)
        ruleset.files |= Refer;
    if (version >= 3)
        ruleset.files |= Truncate;
    if (version >= 4)
        ruleset.network = BindAndConnectTcp;
    if (version >= 5)
        ruleset.files |= Ioctl;
    if (version >= 6)
        ruleset.scoped = AbstractSocketAndSignal;
    return ruleset;
}

/// How much of the struct this version knows; it refuses longer ones.
size_t sizeFor(long version)
{
    return version >= 6 ? 24 : (version >= 4 ? 16 : 8);
}

int restrict(const std::vector<Allowance> &allowances)
{
    const long version = ::syscall(CreateRuleset, nullptr, 0, VersionFlag);
    if (version < 1)
        return 0;
    const Ruleset ruleset = allOf(version);
    const int handle = static_cast<int>(::syscall(CreateRuleset, &ruleset, sizeFor(version), 0));
    if (handle < 0)
        return 0;
    bool isComplete = true;
    for (const Allowance &allowance : allowances) {
        PathRule rule;
        rule.folder = allowance.folder;
        rule.access = allowance.access == Allowance::Access::Read
                          ? ReadFile | ReadFolder
                          : WriteFile | ReadFolder | MakeFile | MakeFolder | MakeLink;
        isComplete = isComplete && ::syscall(AddRule, handle, PathBeneath, &rule, 0) == 0;
    }
    const bool isClosed = isComplete && ::syscall(RestrictSelf, handle, 0) == 0;
    ::close(handle);
    return isClosed ? static_cast<int>(version) : 0;
}

#endif

} // namespace

void limitProcess(const Limits &limits)
{
    constexpr rlim_t CpuSeconds = 900; // 4 GB of bzip2 need some minutes
    constexpr rlim_t OpenFiles = 64;
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_CPU, CpuSeconds);
    limit(RLIMIT_NOFILE, OpenFiles);
    // The tar of a compressed tar is the largest file; each of its entries has headers and padding.
    limit(RLIMIT_FSIZE, static_cast<rlim_t>(limits.maxTotalBytes + limits.maxEntries * 2048));
#ifndef PLUGSMITH_SANITIZED // sanitizers reserve terabytes and look at their own process
    limit(RLIMIT_AS, rlim_t(1536) << 20);
#ifdef Q_OS_LINUX
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); // crash reporters ignore RLIMIT_CORE
#endif
#endif
    ::signal(SIGXFSZ, SIG_IGN); // a write that is too long fails like others
    ::signal(SIGPIPE, SIG_DFL); // nobody listens: end
    ::umask(022);
#ifdef Q_OS_LINUX
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    const pid_t parent = ::getppid();
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) // it ended a moment ago
        ::_exit(1);
#endif
}

int closeSandbox(const std::vector<Allowance> &allowances)
{
#ifdef Q_OS_LINUX
    return restrict(allowances);
#else
    static_cast<void>(allowances);
    return 0;
#endif
}

} // namespace plugsmith::unpack
