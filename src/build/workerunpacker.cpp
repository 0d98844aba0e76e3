// SPDX-License-Identifier: Apache-2.0
#include "build/workerunpacker.h"

#include "archive/archivejob.h"

namespace plugsmith {

Unpacker workerUnpacker()
{
    return [](const QString &archive, const QString &folder, QObject *owner, const UnpackDone &done) {
        auto *job = new ArchiveJob(owner);
        QObject::connect(job, &ArchiveJob::unpackFinished, owner, [job, done](const Result<UnpackReport> &report) {
            job->deleteLater();
            done(report ? Result<void>() : Result<void>(report.error()));
        });
        job->unpack(archive, folder);
    };
}

} // namespace plugsmith
