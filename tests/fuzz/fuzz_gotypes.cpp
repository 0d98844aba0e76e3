// SPDX-License-Identifier: Apache-2.0
// Any bytes as the runtime type data of a plugin that is whole otherwise. The first byte chooses machine and release,
// the next sixteen are the offsets of name and type of two exports; pointers are addresses from RelroAddress on.
#include "gobinary/inspection.h"
#include "support/goimage.h"

#include <array>
#include <cstdlib>

using namespace plugsmith;
using namespace plugsmith::tests;
using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    constexpr std::size_t Head = 17;
    if (size < Head)
        return 0;
    static const std::array machines = {ElfMachine::named("amd64"), ElfMachine::named("s390x"),
                                        ElfMachine::named("arm")};
    static const std::array layouts = {ModuleLayout::of("1.16"), ModuleLayout::of("1.19"), ModuleLayout::of("1.26")};
    PluginSpec spec;
    spec.layout = layouts[data[0] / machines.size() % layouts.size()];
    spec.packages = {"runtime"};
    spec.exports.clear();
    const ByteReader head(QByteArrayView(data, Head));
    for (const quint64 at : {1U, 9U})
        spec.exportEntries << std::pair(quint64(*head.u32(at)), quint64(*head.u32(at + 4)));
    spec.typeData = QByteArray(reinterpret_cast<const char *>(data) + Head, static_cast<qsizetype>(size - Head));
    if (spec.typeData.isEmpty())
        return 0;
    ElfBuilder builder(machines[data[0] % machines.size()]);
    addModuleRecord(&builder, spec);
    const auto inspection = inspectBytes(builder.build(), u"x"_s, InspectPart::Types);
    if (inspection && inspection->kind == BinaryKind::GoPlugin && inspection->exports.size() > 2)
        std::abort();
    return 0;
}
