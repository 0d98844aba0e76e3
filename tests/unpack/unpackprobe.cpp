// SPDX-License-Identifier: Apache-2.0
// What the tests cannot reach through the worker's own commands:
//   unpackprobe reach FOLDER PATH   closes the sandbox around FOLDER, then tries what hostile code would try
//   unpackprobe fold ARCHIVE        checks an archive as for a disk that does not tell "A" from "a"
#include "unpack/archive.h"
#include "unpack/frames.h"
#include "unpack/sandbox.h"

#include <arpa/inet.h>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace plugsmith::unpack;

namespace {

void tell(const char *what, bool isPossible)
{
    std::printf("%s %s\n", what, isPossible ? "yes" : "no");
}

bool canConnect()
{
    const int handle = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(9);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return ::connect(handle, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 ||
           errno == ECONNREFUSED;
}

[[noreturn]] void reach(const char *folder, const char *path)
{
    const Limits limits;
    limitProcess(limits);
    const int inside = ::open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    std::printf("landlock %d\n", closeSandbox({{inside, Allowance::Access::Create}}));
    tell("create-inside", ::openat(inside, "new", O_WRONLY | O_CREAT | O_EXCL, 0644) >= 0);
    tell("folder-inside", ::mkdirat(inside, "folder", 0755) == 0);
    tell("link-inside", ::symlinkat("new", inside, "link") == 0);
    tell("read-inside", ::openat(inside, "new", O_RDONLY) >= 0);
    tell("remove-inside", ::unlinkat(inside, "link", 0) == 0);
    tell("create-outside", ::open(path, O_WRONLY | O_CREAT | O_EXCL, 0644) >= 0);
    tell("folder-outside", ::mkdir(path, 0755) == 0);
    tell("read-outside", ::open("/etc/passwd", O_RDONLY) >= 0);
    tell("connect", canConnect());
    rlimit cores{};
    ::getrlimit(RLIMIT_CORE, &cores);
    tell("core", cores.rlim_cur != 0);
    std::fflush(stdout);
    ::_exit(0); // a sanitizer would look for leaks in /proc, which is closed now
}

int fold(const char *path)
{
    const FileSource source(::open(path, O_RDONLY));
    MemoryScratch scratch;
    Frames frames(STDOUT_FILENO);
    const auto archive = Archive::open(source, scratch, Limits(), CaseRule::Ignored, [](qint64) {});
    if (archive)
        frames.done(static_cast<qint64>((*archive)->entries().size()), 0, 0);
    else
        frames.error(archive.error());
    return archive ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    const QByteArray command(argc > 1 ? argv[1] : "");
    if (command == "reach" && argc == 4)
        reach(argv[2], argv[3]);
    if (command == "fold" && argc == 3)
        return fold(argv[2]);
    return 2;
}
