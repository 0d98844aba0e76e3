// SPDX-License-Identifier: Apache-2.0
#include "cli/output.h"

#include <QJsonDocument>

#include <cstdio>

namespace plugsmith {

void print(const QString &text)
{
    std::fputs(qUtf8Printable(text), stdout);
}

void printError(const QString &text)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(text));
}

void printJson(const QJsonObject &object)
{
    const QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
    std::fflush(stdout);
}

} // namespace plugsmith
