// SPDX-License-Identifier: Apache-2.0
#include "gobinary/releasefamily.h"

#include <QCoreApplication>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

// Magic numbers: internal/abi and debug/gosym of Go. The positions follow from struct moduledata in runtime/symtab.go
// of each release; those of 1.15, 1.19 and 1.21 to 1.26 were compared with plugins.
constexpr quint32 Magic12 = 0xfffffffb;
constexpr quint32 Magic116 = 0xfffffffa;
constexpr quint32 Magic118 = 0xfffffff0;
constexpr quint32 Magic120 = 0xfffffff1;
constexpr quint32 FirstUnusedMagic = 0xfffffff2;
constexpr quint32 LastUnusedMagic = 0xfffffff9;

constexpr int Any = 0;
constexpr int Open = -1;
constexpr int NewestKnownWord = 56; // of pkghashes, Go 1.26
constexpr int FirstUnknownSeries = 27;

struct Layout
{
    quint32 magic;
    int hashesWord;
    int recordWords;
    int lowest;
    int highest;
};

// First match wins; a record whose length nobody says matches the rows with Any.
constexpr Layout Layouts[] = {
    {Magic12, Any, Any, 8, 15}, // plugins exist since 1.8
    {Magic116, Any, Any, 16, 17}, {Magic118, Any, Any, 18, 19},  {Magic120, 55, 71, 20, 20},
    {Magic120, 55, 74, 21, 22},   {Magic120, 55, 73, 23, 25},    {Magic120, 55, Any, 20, 25},
    {Magic120, 56, 74, 26, 26},   {Magic120, 56, Any, 26, Open}, {Magic120, Any, Any, 20, Open},
};

GoVersion seriesOf(int series)
{
    GoVersion version;
    if (series != Open) {
        version.release = 1;
        version.series = series;
    }
    return version;
}

struct ReleaseFamilyText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::ReleaseFamily)
};

} // namespace

ReleaseFamily ReleaseFamily::of(quint32 magic, int hashesWord, int recordWords)
{
    const bool newMagic = magic >= FirstUnusedMagic && magic <= LastUnusedMagic;
    if (newMagic || (magic == Magic120 && hashesWord > NewestKnownWord))
        return {seriesOf(FirstUnknownSeries), seriesOf(Open)};
    for (const Layout &layout : Layouts) {
        const bool fits = layout.magic == magic && (layout.hashesWord == Any || layout.hashesWord == hashesWord) &&
                          (layout.recordWords == Any || layout.recordWords == recordWords);
        if (fits)
            return {seriesOf(layout.lowest), seriesOf(layout.highest)};
    }
    return {};
}

bool ReleaseFamily::isMagic(quint32 magic)
{
    return magic >= Magic118 && magic <= Magic12;
}

bool ReleaseFamily::contains(const GoVersion &version) const
{
    if (!isValid() || version.release != lowest.release || version.series < lowest.series)
        return false;
    return !highest.isValid() || version.series <= highest.series;
}

QString ReleaseFamily::toString() const
{
    if (!isValid())
        return {};
    if (!highest.isValid())
        return ReleaseFamilyText::tr("%1 or newer").arg(lowest.toString());
    return lowest == highest ? lowest.toString() : lowest.toString() + u'–' + highest.toString();
}

} // namespace plugsmith
