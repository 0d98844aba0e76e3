// SPDX-License-Identifier: Apache-2.0
#include "gobinary/debugproducer.h"

#include "gobinary/debugsection.h"

#include <algorithm>

namespace plugsmith {
namespace {

// The units of C code that the linker puts first are small.
constexpr qsizetype MostSearched = qsizetype(4) << 20;

std::optional<GoVersion> versionIn(QByteArrayView bytes)
{
    constexpr QByteArrayView Mark = "Go cmd/compile ";
    constexpr qsizetype LongestVersion = 40;
    for (qsizetype at = bytes.indexOf(Mark); at >= 0; at = bytes.indexOf(Mark, at + 1)) {
        const QByteArrayView rest = bytes.sliced(at + Mark.size());
        const QByteArrayView text = rest.first(std::min(rest.size(), LongestVersion));
        const auto *const end = std::ranges::find_if(text, [](char c) { return c == ';' || c == '\0' || c == ' '; });
        if (const auto version = GoVersion::parse(QString::fromUtf8(text.first(end - text.begin()))))
            return version;
    }
    return std::nullopt;
}

} // namespace

std::optional<GoVersion> goVersionOfDebugInfo(const ElfImage &image)
{
    for (const QByteArrayView name : {QByteArrayView("info"), QByteArrayView("str")}) {
        if (const auto version = versionIn(debugSection(image, name, MostSearched)))
            return version;
    }
    return std::nullopt;
}

} // namespace plugsmith
