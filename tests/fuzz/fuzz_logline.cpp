// SPDX-License-Identifier: Apache-2.0
// Any bytes as a line of a log: escape sequences are gone, looks and links lie within the text and in order.
#include "models/ansitext.h"
#include "models/logline.h"

#include <cstdlib>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void checkLooks(const AnsiText &ansi)
{
    for (const QChar c : ansi.text)
        require(c == u'\t' || (c >= u' ' && (c < u'\x7f' || c > u'\x9f')));
    qsizetype end = 0;
    for (const AnsiRun &run : ansi.runs) {
        require(run.begin >= end && run.length > 0);
        require(run.color != AnsiColor::None || run.bold || run.underline);
        end = run.begin + run.length;
    }
    require(end <= ansi.text.size());
    const AnsiText again = AnsiText::parse(ansi.text);
    require(again.text == ansi.text && again.runs.isEmpty());
}

void checkLinks(const QString &text)
{
    qsizetype end = 0;
    for (const LogLink &link : linksOf(text)) {
        require(link.begin >= end && link.line > 0 && link.column >= 0 && !link.file.isEmpty());
        end = link.begin + link.length;
        require(end <= text.size());
        require(QStringView(text).sliced(link.begin, link.length).startsWith(QString(link.file + u':')));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArrayView line(data, static_cast<qsizetype>(size));
    const QByteArrayView text = textOfLogLine(line);
    require(line.size() >= text.size() && line.last(text.size()) == text);
    std::ignore = kindOfLogLine(line);
    const AnsiText ansi = AnsiText::parse(QString::fromUtf8(text));
    checkLooks(ansi);
    checkLinks(ansi.text);
    return 0;
}
