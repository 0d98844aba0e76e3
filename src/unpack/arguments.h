// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "unpack/limits.h"
#include "unpack/problem.h"

#include <QByteArrayList>

namespace plugsmith::unpack {

enum class Command { List, Read, Unpack, Pack };

/// The command line as a value. Paths stay bytes, as the system has them.
struct Arguments
{
    Command command = Command::List;
    QByteArrayList paths;
    Limits limits;

    /// `words` without the name of the program.
    static Outcome<Arguments> parse(const QByteArrayList &words);
};

} // namespace plugsmith::unpack
