// SPDX-License-Identifier: Apache-2.0
// Any bytes as what a plugin host answers: a plugin may write into the pipe, too.
#include "session/callreply.h"
#include "session/hostframe.h"

using namespace plugsmith;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const qsizetype step = bytes.isEmpty() ? 1 : 1 + static_cast<uchar>(bytes.back()) % 50;
    HostFrameReader whole;
    HostFrameReader chunked;
    whole.feed(bytes);
    for (qsizetype at = 0; at < bytes.size(); at += step) {
        chunked.feed(bytes.mid(at, step));
        while (const auto frame = chunked.next()) {
            if (whole.next() != frame)
                __builtin_trap(); // the cuts must not matter
            CallOutcome outcome;
            readCallReply(*frame, &outcome);
            std::ignore = replyProblem(*frame, QStringLiteral("x"));
            std::ignore = readWhereabouts(*frame).words();
            std::ignore = symbolsFromJson(frame->content);
        }
    }
    if (whole.next() || whole.hasFailed() != chunked.hasFailed())
        __builtin_trap();
    return 0;
}
