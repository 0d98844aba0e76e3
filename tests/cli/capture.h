// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QTemporaryFile>

#include <cstdio>
#include <pty.h>
#include <unistd.h>

/// Catches what code under test prints with stdio.
namespace plugsmith::test {

/// Leads a standard stream somewhere else while it lives.
class Redirection
{
public:
    Redirection(FILE *stream, int target)
        : m_stream(stream)
    {
        std::fflush(stream);
        m_saved = ::dup(::fileno(stream));
        ::dup2(target, ::fileno(stream));
    }
    ~Redirection()
    {
        std::fflush(m_stream);
        ::dup2(m_saved, ::fileno(m_stream));
        ::close(m_saved);
    }
    Q_DISABLE_COPY_MOVE(Redirection)

private:
    FILE *m_stream;
    int m_saved = -1;
};

/// What `work` prints to `stream` when that is a file.
template<class Work>
QByteArray printed(FILE *stream, Work work)
{
    QTemporaryFile file;
    if (!file.open())
        return "(no file)";
    {
        const Redirection redirection(stream, file.handle());
        work();
    }
    file.seek(0);
    return file.readAll();
}

/// What `work` prints to standard output when that is a terminal of `columns`. Up to a few kilobytes.
template<class Work>
QByteArray printedOnTerminal(int columns, Work work)
{
    int master = -1;
    int slave = -1;
    const struct winsize size = {24, static_cast<unsigned short>(columns), 0, 0};
    if (::openpty(&master, &slave, nullptr, nullptr, &size) != 0)
        return "(no terminal)";
    {
        const Redirection redirection(stdout, slave);
        work();
    }
    ::close(slave);
    QByteArray text;
    char bytes[4096];
    for (ssize_t count = 0; (count = ::read(master, bytes, sizeof bytes)) > 0;)
        text.append(bytes, static_cast<qsizetype>(count));
    ::close(master);
    return text.replace("\r\n", "\n");
}

} // namespace plugsmith::test
