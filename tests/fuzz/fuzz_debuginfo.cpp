// SPDX-License-Identifier: Apache-2.0
// Any bytes as debug information: two of them say how long the table of abbreviations is that the rest begins with.
// What is found names the parameters of a type, which may be any text too.
#include "gobinary/signature.h"

using namespace plugsmith;
using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const ByteReader all(QByteArrayView(data, static_cast<qsizetype>(size)));
    const quint64 length = std::min<quint64>(all.u16(0).value_or(0), size - std::min<std::size_t>(size, 2));
    const DebugSections sections{all.part({2 + length, size - std::min<quint64>(size, 2 + length)}),
                                 all.part({2, length})};
    const auto found = parameterNamesIn(sections, "example.com/shop/plug%2ev1", {"Add", "Contract", "Quote"});
    for (const ParameterNames &names : found) {
        std::ignore = signatureWith(names, u"func(int, string) (int, error)"_s);
        std::ignore = signatureWith(names, u"func("_s + names.parameters.join(u',') + u')');
    }
    return 0;
}
