// SPDX-License-Identifier: Apache-2.0
#include "session/rawjson.h"

namespace plugsmith {

namespace {

constexpr qsizetype MaxIndent = 64; // levels; deeper ones would only push the text out of the window

/// The position behind the JSON value that starts at `at`.
qsizetype endOfValue(const QByteArray &json, qsizetype at)
{
    int depth = 0;
    bool inText = false;
    for (; at < json.size(); ++at) {
        const char c = json[at];
        if (inText) {
            if (c == '\\')
                ++at;
            else if (c == '"')
                inText = false;
        } else if (c == '"') {
            inText = true;
        } else if (c == '[' || c == '{') {
            ++depth;
        } else if (c == ']' || c == '}') {
            if (depth-- == 0)
                return at;
        } else if (c == ',' && depth == 0) {
            return at;
        }
    }
    return at;
}

/// The position behind a string that starts at `at`, or the end of the text.
qsizetype endOfText(const QByteArray &json, qsizetype at)
{
    for (++at; at < json.size(); ++at) {
        if (json[at] == '\\')
            ++at;
        else if (json[at] == '"')
            return at + 1;
    }
    return json.size();
}

/// The first character that is no white space.
qsizetype skipSpace(const QByteArray &json, qsizetype at)
{
    while (at < json.size() && (json[at] == ' ' || json[at] == '\t' || json[at] == '\n' || json[at] == '\r'))
        ++at;
    return at;
}

} // namespace

QByteArrayList rawElements(const QByteArray &json)
{
    QByteArrayList elements;
    qsizetype at = json.indexOf('[') + 1;
    while (at > 0 && at < json.size()) {
        const qsizetype end = endOfValue(json, at);
        if (const QByteArray element = json.mid(at, end - at).trimmed(); !element.isEmpty())
            elements += element;
        if (end >= json.size() || json[end] != ',')
            break;
        at = end + 1;
    }
    return elements;
}

QByteArray rawMember(const QByteArray &json, const QByteArray &name)
{
    qsizetype at = json.indexOf('{') + 1;
    while (at > 0 && at < json.size()) {
        const qsizetype end = endOfValue(json, at);
        const QByteArray member = json.mid(at, end - at).trimmed();
        const qsizetype nameEnd = member.indexOf('"', 1);
        if (nameEnd > 0 && member.mid(1, nameEnd - 1) == name) {
            const qsizetype colon = member.indexOf(':', nameEnd);
            return member.mid(colon + 1).trimmed();
        }
        if (end >= json.size() || json[end] != ',')
            break;
        at = end + 1;
    }
    return {};
}

QByteArray indentedJson(const QByteArray &json)
{
    QByteArray text;
    text.reserve(json.size() + json.size() / 4);
    qsizetype depth = 0;
    const auto breakLine = [&] { text += '\n' + QByteArray(depth * 2, ' '); };
    for (qsizetype at = skipSpace(json, 0); at < json.size(); at = skipSpace(json, at)) {
        const char c = json[at];
        if (c == '"') {
            const qsizetype end = qMin(endOfText(json, at), json.size());
            text += json.mid(at, end - at);
            at = end;
            continue;
        }
        ++at;
        if (c == '{' || c == '[') {
            const qsizetype next = skipSpace(json, at);
            const bool isEmpty = next < json.size() && (json[next] == '}' || json[next] == ']');
            text += c;
            if (isEmpty) {
                text += json[next];
                at = next + 1;
            } else {
                depth = qMin(depth + 1, MaxIndent);
                breakLine();
            }
        } else if (c == '}' || c == ']') {
            depth = qMax(depth - 1, 0);
            breakLine();
            text += c;
        } else if (c == ',') {
            text += c;
            breakLine();
        } else {
            text += c == ':' ? QByteArray(": ") : QByteArray(1, c);
        }
    }
    return text;
}

} // namespace plugsmith
