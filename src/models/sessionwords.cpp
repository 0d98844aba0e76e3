// SPDX-License-Identifier: Apache-2.0
#include "models/sessionwords.h"

#include "session/rawjson.h"

#include <QCoreApplication>
#include <QLocale>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct SessionWordsText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::SessionWords)
};

constexpr qsizetype LineBytes = 300; // of JSON in a list

QString oneLine(const QByteArray &text)
{
    const bool isCut = text.size() > LineBytes;
    QString line = QString::fromUtf8(isCut ? text.first(LineBytes) : text).simplified();
    return isCut ? line + u'…' : line;
}

QString resultsOf(const SessionSymbol &symbol)
{
    if (symbol.results.isEmpty())
        return {};
    if (symbol.results.size() == 1)
        return u' ' + symbol.results.first();
    return u" ("_s + symbol.results.join(u", "_s) + u')';
}

/// Whether a JSON value is the same text in Go.
bool isLiteral(const SessionSymbol::Parameter &parameter, const QByteArray &json)
{
    static const QStringList basic{u"string"_s, u"bool"_s,   u"int"_s,     u"int8"_s,   u"int16"_s,
                                   u"int32"_s,  u"int64"_s,  u"uint"_s,    u"uint8"_s,  u"uint16"_s,
                                   u"uint32"_s, u"uint64"_s, u"float32"_s, u"float64"_s};
    // JSON's \\u escapes of half characters are none in Go; everything else of a string is.
    return basic.contains(parameter.kind) && !json.startsWith('{') && !json.contains("\\u") && !json.contains("\\/") &&
           json != "null";
}

} // namespace

QString shownSignature(const SessionSymbol &symbol)
{
    if (!symbol.isFunction)
        return symbol.type;
    QStringList parameters;
    for (const SessionSymbol::Parameter &parameter : symbol.parameters)
        parameters += parameter.type;
    if (symbol.isVariadic && !parameters.isEmpty())
        parameters.last().replace(0, 2, u"..."_s);
    return u'(' + parameters.join(u", "_s) + u')' + resultsOf(symbol);
}

QString shownDeclaration(const SessionSymbol &symbol)
{
    if (symbol.isFunction)
        return u"func "_s + symbol.name + shownSignature(symbol);
    return u"var "_s + symbol.name + u' ' + symbol.type;
}

QString shownCall(const CallRequest &request)
{
    const QString arguments = oneLine(rawElements(request.arguments.left(4 * LineBytes)).join(", "));
    return request.symbol + u'(' + arguments + u')';
}

QString shownOutcome(const CallOutcome &outcome)
{
    switch (outcome.kind) {
    case CallOutcome::Kind::Returned:
        break;
    case CallOutcome::Kind::Panicked:
        return SessionWordsText::tr("Panic: %1").arg(outcome.problem.message.section(u": "_s, 1));
    case CallOutcome::Kind::Refused:
        return SessionWordsText::tr("Not called: %1").arg(outcome.problem.reason);
    case CallOutcome::Kind::Lost:
        return SessionWordsText::tr("The session ended");
    }
    if (const QString error = outcome.errorText(); !error.isEmpty())
        return SessionWordsText::tr("Error: %1").arg(error.simplified());
    QByteArrayList values;
    const QByteArrayList all = rawElements(outcome.json.left(4 * LineBytes));
    for (qsizetype i = 0; i < all.size() && i < outcome.results.size(); ++i) {
        if (!outcome.results[i].isError || outcome.results.size() == 1)
            values += all[i];
    }
    return outcome.results.isEmpty() ? SessionWordsText::tr("Nothing was returned") : oneLine(values.join(", "));
}

QString shownTook(qint64 nanoseconds)
{
    const double milliseconds = static_cast<double>(nanoseconds) / 1e6;
    const QLocale locale;
    if (milliseconds < 10)
        return SessionWordsText::tr("%1 ms").arg(locale.toString(milliseconds, 'f', 2));
    if (milliseconds < 1000)
        return SessionWordsText::tr("%1 ms").arg(locale.toString(milliseconds, 'f', 0));
    return SessionWordsText::tr("%1 s").arg(locale.toString(milliseconds / 1000, 'f', milliseconds < 10'000 ? 1 : 0));
}

QString shownResult(const CallOutcome &outcome, qsizetype limit)
{
    if (outcome.results.isEmpty())
        return SessionWordsText::tr("Nothing was returned.");
    QStringList lines;
    const bool isCut = limit > 0 && outcome.json.size() > limit;
    const QByteArrayList values = rawElements(isCut ? outcome.json.first(limit) : outcome.json);
    for (qsizetype i = 0; i < outcome.results.size(); ++i) {
        const CallResult &result = outcome.results[i];
        if (result.isError) {
            lines += u"error: "_s + (result.errorText.isEmpty() ? u"nil"_s : result.errorText);
            continue;
        }
        QString value = i < values.size() ? QString::fromUtf8(indentedJson(values[i])) : u"…"_s;
        if (!result.dynamicType.isEmpty() && result.dynamicType != result.type)
            value += u"   // "_s + result.dynamicType;
        if (result.handle != 0)
            value += u"   // {\"$handle\": %1}"_s.arg(result.handle);
        lines += value;
    }
    return lines.join(u'\n');
}

QString callAsGo(const CallRequest &request, const SessionSymbol &symbol, const QString &pluginPath)
{
    const auto quoted = [](const QString &text) -> QString {
        return u'"' + QString(text).replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s) + u'"';
    };
    QString code = u"p, err := plugin.Open(%1)\n"_s.arg(quoted(pluginPath)) + u"if err != nil {\n\treturn err\n}\n"_s +
                   u"symbol, err := p.Lookup(%1)\n"_s.arg(quoted(symbol.name.section(u'.', 0, 0))) +
                   u"if err != nil {\n\treturn err\n}\n"_s;
    const QByteArrayList values = rawElements(request.arguments);
    QStringList arguments;
    qsizetype next = 0;
    for (const SessionSymbol::Parameter &parameter : symbol.parameters) {
        if (parameter.isSupplied) {
            arguments += u"ctx"_s;
            continue;
        }
        if (next >= values.size())
            break;
        const QByteArray &value = values[next++];
        if (isLiteral(parameter, value)) {
            arguments += QString::fromUtf8(value);
            continue;
        }
        const QString name = u"arg%1"_s.arg(next);
        code += u"var %1 %2\nif err := json.Unmarshal([]byte(%3), &%1); err != nil {\n\treturn err\n}\n"_s.arg(
            name, parameter.type, quoted(QString::fromUtf8(value)));
        arguments += name;
    }
    for (; next < values.size(); ++next) // of a variadic function
        arguments += QString::fromUtf8(values[next]);
    QString call = symbol.name.contains(u'.')
                       ? u"symbol.(interface{ %1%2 }).%1"_s.arg(symbol.name.section(u'.', 1), shownSignature(symbol))
                       : u"symbol.(func%1)"_s.arg(shownSignature(symbol));
    call += u'(' + arguments.join(u", "_s) + u')';
    QStringList results;
    for (qsizetype i = 0; i < symbol.results.size(); ++i)
        results +=
            i == symbol.results.size() - 1 && symbol.results[i] == "error"_L1 ? u"err"_s : u"result%1"_s.arg(i + 1);
    const bool isNew = results.size() > 1 || (results.size() == 1 && results.first() != "err"_L1);
    if (!results.isEmpty())
        call = results.join(u", "_s) + (isNew ? u" := "_s : u" = "_s) + call;
    return code + call + u'\n';
}

QStringList callAsCommand(const CallRequest &request, const QString &pluginPath)
{
    QStringList words{u"plugsmith-cli"_s, u"call"_s, pluginPath, request.symbol};
    if (!rawElements(request.arguments).isEmpty())
        words += QString::fromUtf8(request.arguments);
    if (constexpr qint64 Default = 5000; request.limit.count() != Default)
        words += {u"--timeout"_s, QString::number(static_cast<double>(request.limit.count()) / 1000)};
    return words;
}

} // namespace plugsmith
