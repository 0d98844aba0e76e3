// SPDX-License-Identifier: Apache-2.0
#include "session/hostflags.h"

#include <array>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

// A processor level is not checked by the runtime; a host of the same level has the same code in what both share.
constexpr std::array Levels = {"GOAMD64"_L1, "GOARM"_L1,   "GOARM64"_L1,  "GO386"_L1,
                               "GOMIPS"_L1,  "GOPPC64"_L1, "GORISCV64"_L1};

/// A file name of the standard library stands in every plugin: with -trimpath as "runtime/proc.go", else with the
/// folder of Go before it.
bool looksTrimmed(QByteArrayView content)
{
    return content.indexOf(QByteArrayView("/src/runtime/proc.go")) < 0 &&
           content.indexOf(QByteArrayView("runtime/proc.go")) >= 0;
}

} // namespace

HostFlags HostFlags::of(const BinaryFacts &plugin, QByteArrayView content)
{
    HostFlags flags;
    if (!plugin.buildInfo) {
        flags.trimPath = looksTrimmed(content);
        return flags;
    }
    const BuildInfo &info = *plugin.buildInfo;
    const auto isSet = [&info](QLatin1StringView key) { return info.setting(key) == u"true"_s; };
    flags.trimPath = isSet("-trimpath"_L1);
    flags.race = isSet("-race"_L1);
    flags.msan = isSet("-msan"_L1);
    flags.asan = isSet("-asan"_L1);
    flags.tags = info.setting("-tags"_L1).value_or(QString());
    flags.experiment = info.setting("GOEXPERIMENT"_L1).value_or(QString());
    if (const auto compiler = info.setting("-gcflags"_L1); compiler && compiler->startsWith("all="_L1))
        flags.compilerFlags = *compiler;
    for (const QLatin1StringView name : Levels) {
        if (const auto level = info.setting(name); level && !level->isEmpty())
            flags.level = name + u'=' + *level;
    }
    return flags;
}

QStringList HostFlags::goArguments() const
{
    QStringList arguments;
    if (trimPath)
        arguments += u"-trimpath"_s;
    if (race)
        arguments += u"-race"_s;
    if (msan)
        arguments += u"-msan"_s;
    if (asan)
        arguments += u"-asan"_s;
    if (!tags.isEmpty())
        arguments += u"-tags="_s + tags;
    if (!compilerFlags.isEmpty())
        arguments += u"-gcflags="_s + compilerFlags;
    return arguments;
}

void HostFlags::addTo(QProcessEnvironment *environment) const
{
    environment->insert(u"CGO_ENABLED"_s, u"1"_s);
    if (!experiment.isEmpty())
        environment->insert(u"GOEXPERIMENT"_s, experiment);
    if (const qsizetype equals = level.indexOf(u'='); equals > 0)
        environment->insert(level.first(equals), level.sliced(equals + 1));
}

QString HostFlags::toString() const
{
    QStringList words = goArguments();
    if (!experiment.isEmpty())
        words += u"GOEXPERIMENT="_s + experiment;
    if (!level.isEmpty())
        words += level;
    return words.join(u' ');
}

} // namespace plugsmith
