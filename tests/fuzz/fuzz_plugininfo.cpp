// SPDX-License-Identifier: Apache-2.0
// Any bytes as the build info beside a plugin. What was read is written so that it is read back alike.
#include "base/plugininfo.h"

#include <QJsonDocument>

#include <cstdlib>

using namespace plugsmith;
using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const auto info =
        PluginInfo::fromJson({reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)}, u"x"_s);
    if (!info) {
        if (info.error().code != ErrorCode::Damaged || info.error().reason.isEmpty())
            std::abort();
        return 0;
    }
    const QByteArray json = info->toJson();
    const auto again = PluginInfo::fromJson(json, u"x"_s);
    if (!again || *again != *info || again->toJson() != json || !QJsonDocument::fromJson(json).isObject())
        std::abort();
    return 0;
}
