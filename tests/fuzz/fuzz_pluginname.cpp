// SPDX-License-Identifier: Apache-2.0
// Any text as a file name and as a name that a person gives.
#include "base/pluginname.h"

#include <cstdlib>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void checkFileName(const QString &fileName)
{
    std::ignore = PluginName::tykGatewayVersion(fileName);
    const auto name = PluginName::parse(fileName);
    if (!name)
        return;
    require(!name->name.isEmpty() && name->version.isValid() && Platform::parse(name->platform.toString()));
    const bool isInfo = fileName.endsWith(".pinf"_L1);
    require((isInfo ? name->infoFileName() : name->fileName()) == fileName);
    require(PluginName::parse(name->fileName()) == name);
}

void checkGivenName(const QString &given)
{
    if (!PluginName::problemWithGivenName(given).isEmpty())
        return;
    const QString stem = PluginName::stemOfGivenName(given);
    const PluginName name{stem, *GoVersion::parse(u"1.21rc2"), {u"freebsd"_s, u"mips64p32le"_s}, {}, Compression::Gzip};
    const QString fileName = name.fileName();
    require(fileName.toUtf8().size() <= 255 && !fileName.contains(u'/') && !fileName.startsWith(u'.'));
    require(PluginName::parse(fileName) == name);
    if (!stem.contains(u'_')) { // otherwise its end may look like the beginning of a version
        for (const auto *version : {u"1.20", u"1.22.6"}) {
            const PluginName plain{stem, *GoVersion::parse(version), {u"linux"_s, u"arm64"_s}, {}, {}};
            require(PluginName::parse(plain.fileName()) == plain);
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    checkFileName(text);
    checkGivenName(text);
    return 0;
}
