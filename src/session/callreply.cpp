// SPDX-License-Identifier: Apache-2.0
#include "session/callreply.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct CallText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::Call)
};

QString wantedWord(const QString &kind)
{
    if (kind == "number"_L1)
        return CallText::tr("a number");
    if (kind == "text"_L1)
        return CallText::tr("text");
    if (kind == "boolean"_L1)
        return CallText::tr("true or false");
    if (kind == "object"_L1)
        return CallText::tr("an object");
    if (kind == "array"_L1)
        return CallText::tr("an array");
    if (kind == "handle"_L1)
        return CallText::tr("a value that an earlier call returned");
    if (kind == "null"_L1)
        return CallText::tr("null");
    return kind;
}

/// "quantity int", or only the type where the whole element is meant.
QString placeOf(const QJsonObject &failure)
{
    const QString path = failure.value("path"_L1).toString();
    const QString type = failure.value("type"_L1).toString();
    return path.isEmpty() ? type : path + u' ' + type;
}

QString argumentSentence(const QJsonObject &failure)
{
    const QString want = failure.value("want"_L1).toString();
    const QString found = failure.value("found"_L1).toString();
    if (failure.value("kind"_L1).toString() == "argument-count"_L1)
        return CallText::tr("It takes %1, and %2 were given.")
            .arg(CallText::tr("%n argument(s)", nullptr, want.toInt()), found);
    const int element = failure.value("element"_L1).toInt();
    const QString place = placeOf(failure);
    const QString text =
        want.isEmpty() || found.isEmpty()
            ? failure.value("text"_L1).toString() + (place.isEmpty() ? QString() : u" ("_s + place + u')')
            : CallText::tr("expected %1 for %2, found %3.").arg(wantedWord(want), place, wantedWord(found));
    return element > 0 ? CallText::tr("Element %1: %2").arg(element).arg(text) : text;
}

QVector<StackFrame> framesFrom(const QJsonObject &report)
{
    QVector<StackFrame> frames;
    for (const QJsonValue value : report.value("frames"_L1).toArray()) {
        const QJsonObject frame = value.toObject();
        frames += {frame.value("function"_L1).toString(), frame.value("file"_L1).toString(),
                   frame.value("line"_L1).toInt(), frame.value("runtime"_L1).toBool()};
    }
    return frames;
}

QString panicText(const QJsonObject &report)
{
    return report.value("text"_L1).toString();
}

} // namespace

Error argumentProblem(const QJsonObject &failure, const QString &symbol)
{
    return {ErrorCode::InvalidInput, CallText::tr("%1 was not called").arg(symbol), argumentSentence(failure), {}};
}

Error replyProblem(const HostFrame &reply, const QString &subject)
{
    if (const QJsonValue panic = reply.header.value("panic"_L1); panic.isObject()) {
        const QJsonObject report = panic.toObject();
        return {ErrorCode::ProcessFailed, CallText::tr("%1 panicked: %2").arg(subject, panicText(report)),
                CallText::tr("The panic was caught. The session keeps running."), report.value("stack"_L1).toString()};
    }
    const QJsonObject failure = reply.header.value("failure"_L1).toObject();
    const QString kind = failure.value("kind"_L1).toString();
    const QString text = failure.value("text"_L1).toString();
    if (kind == "argument"_L1 || kind == "argument-count"_L1)
        return argumentProblem(failure, subject);
    if (kind == "open"_L1)
        return {ErrorCode::Unsupported, CallText::tr("%1 was not loaded").arg(subject),
                CallText::tr("Go says: %1").arg(text), text};
    if (kind == "symbol"_L1)
        return {ErrorCode::NotFound, CallText::tr("%1 cannot be used").arg(subject), text, {}};
    if (kind == "value-too-long"_L1)
        return {ErrorCode::TooLarge, CallText::tr("The value of %1 is too long").arg(subject), text, {}};
    if (kind == "goexit"_L1)
        return {ErrorCode::ProcessFailed, CallText::tr("%1 did not return").arg(subject),
                CallText::tr("It ended its goroutine, as runtime.Goexit does."), text};
    return {ErrorCode::ProcessFailed, CallText::tr("%1 failed").arg(subject), text, {}};
}

void readCallReply(const HostFrame &reply, CallOutcome *outcome)
{
    const QJsonObject &header = reply.header;
    if (header.value("ok"_L1).toBool()) {
        outcome->kind = CallOutcome::Kind::Returned;
        outcome->json = reply.content;
        for (const QJsonValue value : header.value("results"_L1).toArray()) {
            const QJsonObject result = value.toObject();
            outcome->results += {result.value("type"_L1).toString(), result.value("isError"_L1).toBool(),
                                 result.value("text"_L1).toString(), result.value("dynamic"_L1).toString(),
                                 result.value("handle"_L1).toInteger()};
        }
        outcome->nanoseconds = header.value("ns"_L1).toInteger();
        outcome->allocatedBytes = header.value("bytes"_L1).toInteger();
        outcome->allocations = header.value("allocs"_L1).toInteger();
        outcome->sharedAllocations = header.value("shared"_L1).toBool();
        return;
    }
    const QString subject = outcome->request.symbol.isEmpty() ? CallText::tr("The function") : outcome->request.symbol;
    outcome->problem = replyProblem(reply, subject);
    outcome->kind = CallOutcome::Kind::Refused;
    if (const QJsonValue panic = header.value("panic"_L1); panic.isObject()) {
        outcome->kind = CallOutcome::Kind::Panicked;
        outcome->frames = framesFrom(panic.toObject());
        outcome->stack = panic.toObject().value("stack"_L1).toString();
    }
}

Whereabouts readWhereabouts(const HostFrame &reply)
{
    return {reply.header.value("state"_L1).toString(), reply.header.value("stack"_L1).toString(),
            reply.header.value("stuck"_L1).toBool()};
}

} // namespace plugsmith
