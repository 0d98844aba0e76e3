// SPDX-License-Identifier: Apache-2.0
#include "unpack/arguments.h"

namespace plugsmith::unpack {
namespace {

Problem wrong(const QByteArray &detail)
{
    Problem problem;
    problem.code = Problem::Code::Usage;
    problem.detail = detail;
    return problem;
}

qint64 *limitFor(const QByteArray &option, Limits &limits)
{
    if (option == "--max-entries")
        return &limits.maxEntries;
    if (option == "--max-entry-bytes")
        return &limits.maxEntryBytes;
    if (option == "--max-total-bytes")
        return &limits.maxTotalBytes;
    if (option == "--max-ratio")
        return &limits.maxRatio;
    return nullptr;
}

Outcome<void> setLimit(const QByteArray &word, Limits &limits)
{
    constexpr qint64 Highest = qint64(1) << 50; // sums of limits must not overflow
    const int equals = static_cast<int>(word.indexOf('='));
    bool isNumber = false;
    const qint64 value = word.mid(equals + 1).toLongLong(&isNumber);
    qint64 *limit = limitFor(word.left(qMax(equals, 0)), limits);
    if (limit == nullptr || !isNumber || value < 1 || value > Highest)
        return wrong("option " + word);
    *limit = value;
    return {};
}

} // namespace

Outcome<Arguments> Arguments::parse(const QByteArrayList &words)
{
    Arguments arguments;
    QByteArrayList plain;
    bool areOptionsOver = false;
    for (const QByteArray &word : words) {
        if (!areOptionsOver && word == "--") {
            areOptionsOver = true;
        } else if (!areOptionsOver && word.startsWith("--")) {
            if (auto set = setLimit(word, arguments.limits); !set)
                return set.error();
        } else {
            plain += word;
        }
    }
    struct Form
    {
        const char *name;
        Command command;
        int paths;
    };
    constexpr Form Forms[] = {{"list", Command::List, 1},
                              {"read", Command::Read, 1},
                              {"unpack", Command::Unpack, 2},
                              {"pack", Command::Pack, 3}};
    for (const Form &form : Forms) {
        if (plain.isEmpty() || plain.first() != form.name || plain.size() != form.paths + 1)
            continue;
        arguments.command = form.command;
        arguments.paths = plain.mid(1);
        return arguments;
    }
    return wrong("list ARCHIVE | read ARCHIVE | unpack ARCHIVE FOLDER | pack FOLDER ZIP NAMES");
}

} // namespace plugsmith::unpack
