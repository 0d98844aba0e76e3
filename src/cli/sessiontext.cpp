// SPDX-License-Identifier: Apache-2.0
#include "cli/sessiontext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct SessionTextWords
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::SessionCommand)
};

QString wordOf(Generation::State state)
{
    switch (state) {
    case Generation::State::Opening:
        return u"opening"_s;
    case Generation::State::Answers:
        return u"answers"_s;
    case Generation::State::Replaced:
        return u"replaced"_s;
    case Generation::State::NotLoaded:
        return u"not loaded"_s;
    case Generation::State::Ended:
        return u"ended"_s;
    }
    return {};
}

QString wordOf(CallOutcome::Kind kind)
{
    switch (kind) {
    case CallOutcome::Kind::Returned:
        return u"returned"_s;
    case CallOutcome::Kind::Refused:
        return u"refused"_s;
    case CallOutcome::Kind::Panicked:
        return u"panicked"_s;
    case CallOutcome::Kind::Lost:
        return u"session ended"_s;
    }
    return {};
}

QJsonArray framesToJson(const QVector<StackFrame> &frames)
{
    QJsonArray list;
    for (const StackFrame &frame : frames) {
        list += QJsonObject{{u"function"_s, frame.function},
                            {u"file"_s, frame.file},
                            {u"line"_s, frame.line},
                            {u"runtime"_s, frame.isOfGo}};
    }
    return list;
}

} // namespace

QJsonObject symbolToJson(const SessionSymbol &symbol)
{
    QJsonObject object{
        {u"name"_s, symbol.name}, {u"kind"_s, symbol.isFunction ? u"func"_s : u"var"_s}, {u"type"_s, symbol.type}};
    if (!symbol.isFunction) {
        QJsonArray methods;
        for (const SessionSymbol &method : symbol.methods)
            methods += symbolToJson(method);
        object.insert("methods"_L1, methods);
        return object;
    }
    QJsonArray parameters;
    for (const SessionSymbol::Parameter &parameter : symbol.parameters)
        parameters += QJsonObject{{u"type"_s, parameter.type}, {u"supplied"_s, parameter.isSupplied}};
    object.insert("parameters"_L1, parameters);
    object.insert("results"_L1, QJsonArray::fromStringList(symbol.results));
    object.insert("variadic"_L1, symbol.isVariadic);
    object.insert("zero"_L1, QString::fromUtf8(symbol.zeroArguments()));
    if (symbol.problem != SessionSymbol::Problem::None)
        object.insert("problem"_L1, symbol.problemText());
    return object;
}

QString symbolToText(const SessionSymbol &symbol)
{
    if (!symbol.isFunction)
        return u"var  "_s + symbol.name + u' ' + symbol.type;
    QStringList parameters;
    for (const SessionSymbol::Parameter &parameter : symbol.parameters)
        parameters += parameter.type;
    if (symbol.isVariadic && !parameters.isEmpty())
        parameters.last().replace(0, 2, u"..."_s);
    QString text = u"func "_s + symbol.name + u'(' + parameters.join(u", "_s) + u')';
    if (symbol.results.size() == 1)
        text += u' ' + symbol.results.first();
    else if (symbol.results.size() > 1)
        text += u" ("_s + symbol.results.join(u", "_s) + u')';
    return symbol.problem == SessionSymbol::Problem::None ? text : text + u"  // "_s + symbol.problemText();
}

QJsonObject errorToJson(const Error &error)
{
    return {{u"message"_s, error.message}, {u"reason"_s, error.reason}, {u"detail"_s, error.detail}};
}

QJsonObject generationToJson(const Generation &generation)
{
    QJsonObject object{{u"generation"_s, generation.number},
                       {u"state"_s, wordOf(generation.state)},
                       {u"name"_s, generation.name()},
                       {u"scn"_s, generation.file.scn().value()},
                       {u"go"_s, generation.file.candidate.version},
                       {u"platform"_s, generation.file.candidate.platform.toString()},
                       {u"path"_s, generation.file.path},
                       {u"goPath"_s, generation.goPath},
                       {u"initSeconds"_s, static_cast<double>(generation.initNanoseconds) / 1e9}};
    if (generation.state == Generation::State::NotLoaded)
        object.insert("problem"_L1, errorToJson(generation.problem));
    if (generation.isInMemory()) {
        QJsonArray symbols;
        for (const SessionSymbol &symbol : generation.symbols)
            symbols += symbolToJson(symbol);
        object.insert("symbols"_L1, symbols);
    }
    return object;
}

QString generationToText(const Generation &generation)
{
    QString text = u"%1  SCN %2  Go %3  %4\n"_s.arg(generation.name(), generation.file.scn().toString(),
                                                    generation.file.candidate.version,
                                                    generation.file.candidate.platform.toString());
    for (const SessionSymbol &symbol : generation.symbols) {
        text += u"  "_s + symbolToText(symbol) + u'\n';
        for (const SessionSymbol &method : symbol.methods)
            text += u"    "_s + symbolToText(method).replace(u"func "_s, u"func "_s + symbol.name + u'.') + u'\n';
    }
    if (generation.symbols.isEmpty())
        text += u"  "_s + SessionTextWords::tr("It exports nothing.") + u'\n';
    return text;
}

QByteArray outcomeToJson(const CallOutcome &outcome)
{
    QJsonArray types;
    for (const CallResult &result : outcome.results) {
        QJsonObject type{{u"type"_s, result.type}};
        if (!result.dynamicType.isEmpty())
            type.insert("dynamic"_L1, result.dynamicType);
        if (result.handle != 0)
            type.insert("handle"_L1, result.handle);
        types += type;
    }
    QJsonObject object{{u"event"_s, u"called"_s},
                       {u"symbol"_s, outcome.request.symbol},
                       {u"outcome"_s, wordOf(outcome.kind)},
                       {u"seconds"_s, static_cast<double>(outcome.nanoseconds) / 1e9},
                       {u"allocatedBytes"_s, outcome.allocatedBytes},
                       {u"allocations"_s, outcome.allocations},
                       {u"output"_s, QString::fromUtf8(outcome.output)},
                       {u"errorOutput"_s, QString::fromUtf8(outcome.errorOutput)}};
    if (outcome.kind != CallOutcome::Kind::Returned)
        object.insert("problem"_L1, errorToJson(outcome.problem));
    if (outcome.kind == CallOutcome::Kind::Panicked)
        object.insert("frames"_L1, framesToJson(outcome.frames));
    if (outcome.kind != CallOutcome::Kind::Returned)
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    object.insert("types"_L1, types);
    object.insert("error"_L1, outcome.errorText());
    QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Compact);
    text.chop(1);
    return text + ",\"results\":" + outcome.json + '}';
}

} // namespace plugsmith
