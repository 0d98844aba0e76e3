// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/sourceloader.h"
#include "cli/commandline.h"

namespace plugsmith {

/// `plugsmith-cli scan`: what a source holds, as text or JSON on standard output.
class ScanCommand : public QObject
{
    Q_OBJECT

public:
    explicit ScanCommand(CommandLine line);

    void start();

signals:
    void finished(int exitCode);

private:
    void onLoaded(const Result<QVector<SourceScan>> &scans);

    CommandLine m_line;
    SourceLoader m_loader;
};

/// The scan for programs. Keys are a promise to scripts.
QJsonObject scanToJson(const QVector<SourceScan> &scans);
/// The scan for people.
QString scanToText(const QVector<SourceScan> &scans);

} // namespace plugsmith
