// SPDX-License-Identifier: Apache-2.0
// Any bytes as the log of a failed build. A failure always has a title, and what can be done about it.
#include "build/failureadvice.h"

#include <cstdlib>

using namespace plugsmith;
using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QString log =
        QString::fromUtf8(QByteArrayView(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    PlannedJob job;
    job.target = {GoVersion::parse(u"1.20.14"_s).value_or(GoVersion()), {u"linux"_s, u"386"_s}};
    job.modules += PlannedModule{u"example.com/pricing"_s, 0, {}, {}};
    const Error error{ErrorCode::ProcessFailed, u"go build failed"_s, {}, goLinesOf(log).join(u'\n')};
    const FailureAdvice advice = adviceFor(failureFacts(job, error, PackageManager::Apt));
    if (advice.title.isEmpty() || !advice.has(FailureAction::Kind::CopyReport) || advice.line < 0)
        std::abort();
    return 0;
}
