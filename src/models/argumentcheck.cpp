// SPDX-License-Identifier: Apache-2.0
#include "models/argumentcheck.h"

#include "session/rawjson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct ArgumentText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::ArgumentCheck)
};

QString wordOf(QJsonValue::Type type)
{
    switch (type) {
    case QJsonValue::Bool:
        return ArgumentText::tr("true or false");
    case QJsonValue::Double:
        return ArgumentText::tr("a number");
    case QJsonValue::String:
        return ArgumentText::tr("text");
    case QJsonValue::Array:
        return ArgumentText::tr("an array");
    case QJsonValue::Object:
        return ArgumentText::tr("an object");
    default:
        return ArgumentText::tr("null");
    }
}

/// Objects with a key that begins with "$" are values that JSON has no words for: a handle, a type, bytes.
bool isSpecial(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    return !object.isEmpty() && object.begin().key().startsWith(u'$');
}

struct Mismatch
{
    QString path;
    QJsonValue::Type wanted;
    QJsonValue::Type found;
};

/// Compares with a zero value, which has the kind that is wanted; null there says nothing.
std::optional<Mismatch> mismatchOf(const QJsonValue &value, const QJsonValue &zero, const QString &path)
{
    if (zero.isNull() || value.isNull() || isSpecial(value) || isSpecial(zero))
        return std::nullopt;
    if (value.type() != zero.type()) {
        const QString text = value.toString();
        const bool mayBeNumber = zero.isDouble() && !text.isEmpty() && (text[0].isDigit() || text[0] == u'-'); // "5s"
        const bool mayBeBytes = zero.isString() && value.isArray();
        return mayBeNumber || mayBeBytes ? std::nullopt : std::optional(Mismatch{path, zero.type(), value.type()});
    }
    if (value.isObject()) {
        const QJsonObject fields = zero.toObject();
        const QJsonObject given = value.toObject();
        for (auto field = given.begin(); field != given.end(); ++field) {
            if (!fields.contains(field.key()))
                continue; // a map, or spelled otherwise; the host knows
            const QString below = path.isEmpty() ? field.key() : path + u'.' + field.key();
            if (auto found = mismatchOf(field.value(), fields.value(field.key()), below))
                return found;
        }
    }
    return std::nullopt;
}

/// Where the elements begin, in the order of rawElements().
qsizetype startOf(const QByteArray &json, const QByteArrayList &elements, qsizetype index)
{
    qsizetype at = json.indexOf('[') + 1;
    for (qsizetype i = 0; i <= index && i < elements.size(); ++i) {
        at = json.indexOf(elements[i], at);
        if (i < index)
            at += elements[i].size();
    }
    return qMax(at, qsizetype(0));
}

std::optional<ArgumentIssue> checkCount(qsizetype given, const QVector<SessionSymbol::Parameter> &wanted,
                                        bool isVariadic, qsizetype end)
{
    const auto fixed = static_cast<int>(isVariadic ? wanted.size() - 1 : wanted.size());
    if (given == fixed || (isVariadic && given > fixed))
        return std::nullopt;
    const QString takes = isVariadic ? ArgumentText::tr("It takes at least %n argument(s)", nullptr, fixed)
                                     : ArgumentText::tr("It takes %n argument(s)", nullptr, fixed);
    return ArgumentIssue{ArgumentText::tr("%1, and %2 were given.").arg(takes).arg(given), end, -1};
}

} // namespace

std::optional<ArgumentIssue> checkArguments(const QByteArray &json, const SessionSymbol &symbol)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return ArgumentIssue{ArgumentText::tr("This is not JSON yet: %1.").arg(error.errorString()),
                             qMin(qsizetype(error.offset), json.size()), -1};
    if (!document.isArray())
        return ArgumentIssue{ArgumentText::tr("Expected an array with an element for each argument."), 0, -1};
    QVector<SessionSymbol::Parameter> wanted;
    for (const SessionSymbol::Parameter &parameter : symbol.parameters) {
        if (!parameter.isSupplied)
            wanted += parameter;
    }
    const QJsonArray values = document.array();
    if (auto issue = checkCount(values.size(), wanted, symbol.isVariadic, json.lastIndexOf(']')))
        return issue;
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (i >= wanted.size() || (symbol.isVariadic && i >= wanted.size() - 1) || wanted[i].zero.isEmpty())
            continue;
        const QJsonValue zero = QJsonDocument::fromJson('[' + wanted[i].zero + ']').array().at(0);
        if (const auto found = mismatchOf(values[i], zero, {})) {
            const QString place = found->path.isEmpty() ? wanted[i].type : found->path;
            return ArgumentIssue{ArgumentText::tr("Element %1: expected %2 for %3, found %4.")
                                     .arg(i + 1)
                                     .arg(wordOf(found->wanted), place, wordOf(found->found)),
                                 startOf(json, rawElements(json), i), i};
        }
    }
    return std::nullopt;
}

} // namespace plugsmith
