// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QVector>

namespace plugsmith {

enum class LogLineKind { Plain, Warning, Error };

/// What a line of a log file is about, from its bytes. Fast for the lines that most logs consist of: ten million are
/// told apart within seconds.
LogLineKind kindOfLogLine(QByteArrayView line);
/// The text of a line, behind time and step.
QByteArrayView textOfLogLine(QByteArrayView line);

/// "file:line[:column]" in the text of a line.
struct LogLink
{
    qsizetype begin = 0; ///< in the text
    qsizetype length = 0;
    QString file; ///< as the tool wrote it
    int line = 0;
    int column = 0; ///< 0: not told

    bool operator==(const LogLink &) const = default;
};

/// All links of a text, from left to right. The text is without escape sequences.
QVector<LogLink> linksOf(QStringView text);

} // namespace plugsmith
