// SPDX-License-Identifier: Apache-2.0
#include "build/binarycheck.h"

#include <QCoreApplication>

namespace plugsmith {
namespace {

struct BinaryCheckText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::BinaryCheck)
};

Error mismatch(const QString &reason, const QString &detail = {})
{
    return {ErrorCode::Unsupported, BinaryCheckText::tr("The result is not what was asked for"), reason, detail};
}

} // namespace

Result<BinaryFacts> checkBinary(const QString &path, const BinaryExpectation &expected)
{
    auto facts = readBinaryFacts(path);
    if (!facts)
        return facts;
    if (facts->format == BinaryFormat::Archive)
        return mismatch(BinaryCheckText::tr("Go wrote a package archive: the package that was built is not “main”."));
    if (facts->platform != expected.target.platform)
        return mismatch(BinaryCheckText::tr("The file is for %1, the target is %2.")
                            .arg(facts->platform.toString(), expected.target.platform.toString()));
    if (expected.mode == BuildMode::Plugin && !facts->isPlugin)
        return mismatch(BinaryCheckText::tr("The file is not a Go plugin."));
    if (facts->goVersion.isValid()) {
        if (facts->goVersion.toString() != expected.target.version.toString())
            return mismatch(BinaryCheckText::tr("The file was built by Go %1, the target is Go %2.")
                                .arg(facts->goVersion.toString(), expected.target.version.toString()));
    } else if (facts->isPlugin && facts->family.isValid() && !facts->family.contains(expected.target.version)) {
        return mismatch(BinaryCheckText::tr("The file looks like one of Go %1, the target is Go %2.")
                            .arg(facts->family.toString(), expected.target.version.toString()));
    }
    return facts;
}

} // namespace plugsmith
