// SPDX-License-Identifier: Apache-2.0
#include "gobinary/gounquote.h"

#include <QString>

namespace plugsmith {
namespace {

/// Takes `count` digits of `base` off the front.
std::optional<quint32> takeDigits(QByteArrayView *text, qsizetype count, int base)
{
    if (text->size() < count)
        return std::nullopt;
    quint32 value = 0;
    for (qsizetype i = 0; i < count; ++i) {
        const char c = (*text)[i];
        int digit = -1;
        if (c >= '0' && c <= '9') {
            digit = c - '0';
        } else if (c >= 'a' && c <= 'f') {
            digit = c - 'a' + 10;
        } else if (c >= 'A' && c <= 'F') {
            digit = c - 'A' + 10;
        }
        if (digit < 0 || digit >= base)
            return std::nullopt;
        value = value * static_cast<quint32>(base) + static_cast<quint32>(digit);
    }
    *text = text->sliced(count);
    return value;
}

std::optional<QByteArray> utf8Of(std::optional<quint32> codePoint)
{
    constexpr quint32 LastCodePoint = 0x10ffff;
    const bool surrogate = codePoint && *codePoint >= 0xd800 && *codePoint < 0xe000;
    if (!codePoint || *codePoint > LastCodePoint || surrogate)
        return std::nullopt;
    const char32_t character = *codePoint;
    return QString::fromUcs4(&character, 1).toUtf8();
}

std::optional<QByteArray> byteOf(std::optional<quint32> value)
{
    if (!value || *value > 0xff)
        return std::nullopt;
    return QByteArray(1, static_cast<char>(*value));
}

/// Takes what follows a backslash off the front.
std::optional<QByteArray> takeEscape(QByteArrayView *text)
{
    if (text->empty())
        return std::nullopt;
    const char kind = text->front();
    if (kind >= '0' && kind <= '7')
        return byteOf(takeDigits(text, 3, 8));
    *text = text->sliced(1);
    switch (kind) {
    case 'a':
        return "\a";
    case 'b':
        return "\b";
    case 'f':
        return "\f";
    case 'n':
        return "\n";
    case 'r':
        return "\r";
    case 't':
        return "\t";
    case 'v':
        return "\v";
    case '\\':
    case '"':
        return QByteArray(1, kind);
    case 'x':
        return byteOf(takeDigits(text, 2, 16));
    case 'u':
        return utf8Of(takeDigits(text, 4, 16));
    case 'U':
        return utf8Of(takeDigits(text, 8, 16));
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<QByteArrayView> goQuotedPrefix(QByteArrayView text)
{
    if (text.empty() || (text.front() != '"' && text.front() != '`'))
        return std::nullopt;
    const char quote = text.front();
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i] == quote)
            return text.first(i + 1);
        if (text[i] == '\\' && quote == '"') {
            ++i;
        } else if (text[i] == '\n' && quote == '"') {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

std::optional<QByteArray> goUnquote(QByteArrayView literal)
{
    const auto whole = goQuotedPrefix(literal);
    if (!whole || whole->size() != literal.size())
        return std::nullopt;
    QByteArrayView rest = literal.sliced(1).chopped(1);
    if (literal.front() == '`')
        return rest.toByteArray().replace("\r", "");
    QByteArray value;
    while (!rest.empty()) {
        const char c = rest.front();
        rest = rest.sliced(1);
        if (c != '\\') {
            value += c;
            continue;
        }
        const auto escaped = takeEscape(&rest);
        if (!escaped)
            return std::nullopt;
        value += *escaped;
    }
    return value;
}

} // namespace plugsmith
