// SPDX-License-Identifier: Apache-2.0
#include "session/sessiontypes.h"

#include "session/rawjson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct SessionText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::Session)
};

SessionSymbol::Problem problemFrom(const QString &word)
{
    using Problem = SessionSymbol::Problem;
    if (word == "func"_L1)
        return Problem::TakesFunction;
    if (word == "chan"_L1)
        return Problem::TakesChannel;
    if (word == "interface"_L1)
        return Problem::TakesInterface;
    if (word == "unsafe"_L1)
        return Problem::TakesPointer;
    return word == "unexported"_L1 ? Problem::UnexportedOnly : Problem::None;
}

/// `raw` is the same as text, because objects of Qt do not keep the order of their members, which is that of the
/// fields.
SessionSymbol symbolFrom(const QJsonObject &object, const QByteArray &raw)
{
    SessionSymbol symbol;
    symbol.name = object.value("name"_L1).toString();
    symbol.isFunction = object.value("kind"_L1).toString() == "func"_L1;
    symbol.type = object.value("type"_L1).toString();
    symbol.isVariadic = object.value("variadic"_L1).toBool();
    symbol.problem = problemFrom(object.value("problem"_L1).toString());
    const QByteArrayList parameters = rawElements(rawMember(raw, "params"));
    for (const QJsonValue value : object.value("params"_L1).toArray()) {
        const QJsonObject parameter = value.toObject();
        symbol.parameters +=
            {parameter.value("type"_L1).toString(), parameter.value("kind"_L1).toString(),
             parameter.value("supplied"_L1).toBool(), problemFrom(parameter.value("problem"_L1).toString()),
             rawMember(parameters.value(symbol.parameters.size()), "zero")};
    }
    for (const QJsonValue value : object.value("results"_L1).toArray())
        symbol.results += value.toString();
    const QByteArrayList methods = rawElements(rawMember(raw, "methods"));
    for (const QJsonValue value : object.value("methods"_L1).toArray())
        symbol.methods += symbolFrom(value.toObject(), methods.value(symbol.methods.size()));
    return symbol;
}

} // namespace

QVector<SessionSymbol> symbolsFromJson(const QByteArray &json)
{
    QVector<SessionSymbol> symbols;
    const QByteArrayList elements = rawElements(json);
    for (const QJsonValue value : QJsonDocument::fromJson(json).array())
        symbols += symbolFrom(value.toObject(), elements.value(symbols.size()));
    std::ranges::stable_sort(symbols, [](const SessionSymbol &a, const SessionSymbol &b) {
        return a.isFunction != b.isFunction ? a.isFunction : a.name < b.name;
    });
    return symbols;
}

QByteArray SessionSymbol::zeroArguments() const
{
    QByteArrayList elements;
    for (qsizetype i = 0; i < parameters.size(); ++i) {
        const bool isRest = isVariadic && i == parameters.size() - 1; // any number of arguments, so none
        if (!parameters[i].isSupplied && !isRest)
            elements += parameters[i].zero.isEmpty() ? QByteArray("null") : parameters[i].zero;
    }
    return '[' + elements.join(", ") + ']';
}

QString SessionSymbol::problemText() const
{
    switch (problem) {
    case Problem::None:
        break;
    case Problem::TakesFunction:
        return SessionText::tr("takes a function");
    case Problem::TakesChannel:
        return SessionText::tr("takes a channel");
    case Problem::TakesInterface:
        return SessionText::tr("takes an interface");
    case Problem::TakesPointer:
        return SessionText::tr("takes an unsafe pointer");
    case Problem::UnexportedOnly:
        return SessionText::tr("unexported fields only");
    }
    return {};
}

const SessionSymbol *Generation::symbol(const QString &symbolName) const
{
    const auto found = std::ranges::find(symbols, symbolName, &SessionSymbol::name);
    return found == symbols.end() ? nullptr : &*found;
}

QString CallOutcome::errorText() const
{
    for (auto result = results.crbegin(); result != results.crend(); ++result) {
        if (result->isError)
            return result->errorText;
    }
    return {};
}

QString Whereabouts::words() const
{
    if (isStuck)
        return SessionText::tr("It waits for something that nothing is left to do: a deadlock (%1).").arg(state);
    if (state.startsWith("chan"_L1) || state.startsWith("select"_L1))
        return SessionText::tr("It waits for a channel (%1).").arg(state);
    if (state.startsWith("sem"_L1) || state.startsWith("sync"_L1))
        return SessionText::tr("It waits for a lock (%1).").arg(state);
    if (state == "sleep"_L1)
        return SessionText::tr("It sleeps.");
    if (state == "running"_L1 || state == "runnable"_L1)
        return SessionText::tr("It is computing.");
    return SessionText::tr("It may wait for something outside.");
}

} // namespace plugsmith
