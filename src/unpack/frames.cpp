// SPDX-License-Identifier: Apache-2.0
#include "unpack/frames.h"

#include "unpack/names.h"

#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace plugsmith::unpack {
namespace {

constexpr int FlushAt = 64 * 1024;
constexpr std::chrono::milliseconds ProgressPause(50);

/// Written by hand: a document per entry would cost more than reading the archive.
QByteArray quoted(const QByteArray &text)
{
    const QByteArray utf8 = isUtf8(text) ? text : fromLatin1(text);
    QByteArray json("\"");
    for (const char c : utf8) {
        if (c == '"' || c == '\\') {
            (json += '\\') += c;
        } else if (static_cast<uchar>(c) < 0x20) {
            json += "\\u00" + QByteArray::number(static_cast<uchar>(c), 16).rightJustified(2, '0');
        } else {
            json += c;
        }
    }
    return json + '"';
}

/// Names in errors were not checked; one may have any length.
QByteArray clipped(const QByteArray &text)
{
    constexpr int Longest = 1000;
    return text.size() > Longest ? QString::fromUtf8(text.constData(), text.size()).left(Longest).toUtf8() : text;
}

QByteArray field(const char *key, qint64 value)
{
    return QByteArray(",\"") + key + "\":" + QByteArray::number(value);
}

QByteArray field(const char *key, const QByteArray &value)
{
    return QByteArray(",\"") + key + "\":" + quoted(value);
}

QByteArray entryFields(const Entry &entry)
{
    QByteArray json = "{\"entry\":" + quoted(entry.path);
    switch (entry.kind) {
    case Entry::Kind::Folder:
        return json + R"(,"kind":"folder")";
    case Entry::Kind::Link:
        return json + R"(,"kind":"link")" + field("target", entry.target);
    default:
        json += R"(,"kind":"file")" + field("size", entry.size);
        return entry.executable ? json + ",\"executable\":true" : json;
    }
}

const char *codeName(Problem::Code code)
{
    switch (code) {
    case Problem::Code::Foreign:
        return "foreign";
    case Problem::Code::Damaged:
        return "damaged";
    case Problem::Code::Encrypted:
        return "encrypted";
    case Problem::Code::Outside:
        return "outside";
    case Problem::Code::Unsafe:
        return "unsafe";
    case Problem::Code::TooLarge:
        return "too-large";
    case Problem::Code::Unsupported:
        return "unsupported";
    case Problem::Code::Read:
        return "read";
    case Problem::Code::Write:
        return "write";
    case Problem::Code::Usage:
        break;
    }
    return "usage";
}

} // namespace

void Frames::format(Format format)
{
    line(QByteArray(R"({"protocol":1,"format":")") + formatName(format) + "\"}");
}

void Frames::entry(const Entry &entry)
{
    line(entryFields(entry) + '}');
}

void Frames::entryWithContent(const Entry &entry, const QByteArray &content)
{
    line(entryFields(entry) + field("bytes", content.size()) + '}');
    m_pending += content;
    m_pending += '\n';
}

void Frames::progress(qint64 doneBytes, qint64 totalBytes, const QByteArray &name)
{
    const auto now = std::chrono::steady_clock::now();
    if (now < m_nextProgress)
        return;
    m_nextProgress = now + ProgressPause;
    line(R"({"progress":{"done":)" + QByteArray::number(doneBytes) + field("total", totalBytes) + field("name", name) +
         "}}");
    flush();
}

void Frames::done(qint64 entries, qint64 bytes, int landlock)
{
    line(R"({"done":{"entries":)" + QByteArray::number(entries) + field("bytes", bytes) + field("landlock", landlock) +
         "}}");
    flush();
}

void Frames::error(const Problem &problem)
{
    QByteArray json = QByteArray(R"({"error":{"code":")") + codeName(problem.code) + '"';
    if (!problem.entry.isEmpty())
        json += field("entry", clipped(problem.entry));
    if (!problem.what.isEmpty())
        json += field("what", problem.what);
    if (!problem.other.isEmpty())
        json += field("other", clipped(problem.other));
    if (problem.byte >= 0)
        json += field("byte", problem.byte);
    if (problem.needed >= 0)
        json += field("needed", problem.needed);
    if (problem.limit >= 0)
        json += field("limit", problem.limit);
    if (problem.systemError != 0)
        json += field("errno", problem.systemError) + field("system", std::strerror(problem.systemError));
    if (!problem.detail.isEmpty())
        json += field("detail", clipped(problem.detail));
    line(json + "}}");
    flush();
}

void Frames::line(const QByteArray &json)
{
    if (m_pending.size() > FlushAt)
        flush();
    m_pending += json;
    m_pending += '\n';
}

void Frames::flush()
{
    const char *from = m_pending.constData();
    qint64 left = m_pending.size();
    while (left > 0) {
        const ssize_t written = ::write(m_descriptor, from, static_cast<size_t>(left));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            ::_exit(1);
        from += written;
        left -= written;
    }
    m_pending.resize(0);
}

} // namespace plugsmith::unpack
