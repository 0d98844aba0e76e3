// SPDX-License-Identifier: Apache-2.0
// plugsmith-unpack: reads one archive, or writes one, and says on its standard output what it found (README.md).
#include "unpack/commands.h"
#include "unpack/sandbox.h"

#include <clocale>
#include <new>
#include <unistd.h>

using namespace plugsmith::unpack;

namespace {

Outcome<void> runWords(const QByteArrayList &words, Frames &frames)
{
    const auto arguments = Arguments::parse(words);
    limitProcess(arguments ? arguments->limits : Limits());
    if (!arguments)
        return arguments.error();
    try {
        return run(*arguments, frames);
    } catch (const std::bad_alloc &) { // only an archive that lies about itself needs so much
        return damaged({}, -1, "out of memory");
    }
}

} // namespace

int main(int argc, char **argv)
{
    std::setlocale(LC_CTYPE, "C.UTF-8"); // KArchive encodes names by the locale
    qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext &, const QString &) {}); // KArchive talks of damage, too
    Frames frames(STDOUT_FILENO);
    const auto done = runWords(QByteArrayList(argv + 1, argv + argc), frames);
    if (!done)
        frames.error(done.error());
    ::_exit(done ? 0 : 1); // all is written; taking down large trees would only cost time
}
