// SPDX-License-Identifier: Apache-2.0
// Any bytes as a preset. What was read is written so that it is read back alike.
#include "build/buildoptions.h"

#include <QJsonDocument>

#include <cstdlib>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray json(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (const auto options = BuildOptions::fromJson(QJsonDocument::fromJson(json).object())) {
        const auto again = BuildOptions::fromJson(options->toJson());
        require(again && *again == *options && again->toJson() == options->toJson());
    }
    const auto preset = Preset::fromJson(json, u"x"_s);
    if (!preset) {
        require(!preset.error().message.isEmpty() && !preset.error().reason.isEmpty());
        return 0;
    }
    const auto again = Preset::fromJson(preset->toJson(), u"x"_s);
    require(again && *again == *preset && again->toJson() == preset->toJson());
    return 0;
}
