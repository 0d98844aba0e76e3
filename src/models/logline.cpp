// SPDX-License-Identifier: Apache-2.0
#include "models/logline.h"

#include "build/gooutput.h"
#include "models/ansitext.h"

#include <algorithm>
#include <cstring>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype TimeLength = 12;        // HH:MM:SS.mmm
constexpr qsizetype LongestStep = 20;       // more than any step has
constexpr qsizetype ClassifiedBytes = 4096; // what a line is about stands at its begin
constexpr int LongestNumber = 9;            // digits

struct Parts
{
    QByteArrayView step;
    QByteArrayView text;
};

/// JobLogLine::parse() for bytes.
Parts partsOf(QByteArrayView line)
{
    if (line.size() <= TimeLength || line[TimeLength] != '\t')
        return {{}, line};
    const QByteArrayView rest = line.sliced(TimeLength + 1);
    const qsizetype end = rest.first(qMin(rest.size(), LongestStep)).indexOf('\t');
    if (end < 0)
        return {{}, line};
    return {rest.first(end), rest.sliced(end + 1)};
}

/// Lines without a colon are import paths, but for these.
bool mayFailWithoutColon(QByteArrayView text)
{
    static constexpr const char *Begins[] = {"package ",      "-buildmode=",        "build constraints exclude",
                                             "flag provided", "can't load package", "no required module",
                                             "import cycle",  "go build ",          "go list "};
    return std::ranges::any_of(Begins, [text](const char *begin) { return text.startsWith(begin); });
}

bool isFileCharacter(QChar c)
{
    return !c.isSpace() && !u":\"'`()<>[]{},;|*?="_s.contains(c);
}

bool isSourceFile(QStringView file)
{
    static constexpr QStringView Endings[] = {u"go", u"c", u"cc", u"cpp", u"cxx", u"h",    u"hh", u"hpp",
                                              u"s",  u"S", u"m",  u"mm",  u"mod", u"work", u"sum"};
    const qsizetype dot = file.lastIndexOf(u'.');
    return dot > 0 && file[dot - 1] != u'/' && std::ranges::find(Endings, file.sliced(dot + 1)) != std::end(Endings);
}

/// The number at `at`, and moves behind it; 0 if there is none.
int takeNumber(QStringView text, qsizetype *at)
{
    int number = 0;
    qsizetype end = *at;
    while (end < text.size() && text[end] >= u'0' && text[end] <= u'9' && end - *at < LongestNumber)
        number = number * 10 + (text[end++].unicode() - u'0');
    *at = end;
    return number;
}

/// Where the file name that ends before `colon` begins. Names with spaces are only told at the begin of a text that
/// begins like a path.
qsizetype beginOfFile(QStringView text, qsizetype colon, qsizetype from)
{
    if (from == 0 && (text.startsWith(u'/') || text.startsWith("./"_L1) || text.startsWith("../"_L1)) &&
        !text.first(colon).contains(u':'))
        return 0;
    qsizetype begin = colon;
    while (begin > from && isFileCharacter(text[begin - 1]))
        --begin;
    return begin;
}

} // namespace

QByteArrayView textOfLogLine(QByteArrayView line)
{
    return partsOf(line).text;
}

LogLineKind kindOfLogLine(QByteArrayView line)
{
    const Parts parts = partsOf(line.first(qMin(line.size(), ClassifiedBytes)));
    if (parts.step == "failed")
        return LogLineKind::Error;
    if (parts.step != "compile" && parts.step != "link" && parts.step != "modules")
        return LogLineKind::Plain;
    const auto size = static_cast<std::size_t>(parts.text.size());
    if (!size || (!std::memchr(parts.text.data(), ':', size) && !mayFailWithoutColon(parts.text)))
        return LogLineKind::Plain;
    if (parts.text.startsWith("go: downloading "))
        return LogLineKind::Plain;
    const QString text = withoutEscapes(QString::fromUtf8(parts.text));
    if (text.contains("warning:"_L1))
        return LogLineKind::Warning;
    const auto kind = GoOutputLine::parse(text).kind;
    const bool isNote = kind == GoOutputLine::Kind::Diagnostic && text.contains(": note: "_L1);
    const bool isError = kind == GoOutputLine::Kind::Diagnostic || kind == GoOutputLine::Kind::Failure;
    return isError && !isNote ? LogLineKind::Error : LogLineKind::Plain;
}

QVector<LogLink> linksOf(QStringView text)
{
    QVector<LogLink> links;
    qsizetype from = 0; // behind the last link
    for (qsizetype colon = text.indexOf(u':'); colon >= 0; colon = text.indexOf(u':', colon + 1)) {
        qsizetype end = colon + 1;
        const int line = takeNumber(text, &end);
        if (line == 0 || colon < from)
            continue;
        const qsizetype begin = beginOfFile(text, colon, from);
        const QStringView file = text.sliced(begin, colon - begin);
        if (!isSourceFile(file))
            continue;
        LogLink link{begin, 0, file.toString(), line, 0};
        if (end + 1 < text.size() && text[end] == u':') {
            qsizetype columnEnd = end + 1;
            link.column = takeNumber(text, &columnEnd);
            if (link.column > 0)
                end = columnEnd;
        }
        link.length = end - begin;
        links += link;
        from = end;
    }
    return links;
}

} // namespace plugsmith
