// SPDX-License-Identifier: Apache-2.0
// Any bytes as a build information blob, and as the text in one.
#include "gobinary/buildinfoblob.h"

using namespace plugsmith;
using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    if (const auto blob = decodeInlineBuildInfo(bytes))
        std::ignore = parseBuildInfo(blob->text, u"x"_s);
    if (const auto info = parseBuildInfo(bytes, u"x"_s))
        std::ignore = info->setting("GOOS"_L1);
    return 0;
}
