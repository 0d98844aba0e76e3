// SPDX-License-Identifier: Apache-2.0
#include "unpack/names.h"

#include <QByteArrayList>
#include <QString>

#include <algorithm>

namespace plugsmith::unpack {
namespace {

constexpr int MaxComponent = 255;
constexpr int MaxPath = 4000;

/// The upper half of code page 437, which zips without the UTF-8 flag use.
constexpr char16_t CodePage437[] = u"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧"
                                   u"╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0";
static_assert(sizeof(CodePage437) / sizeof(char16_t) == 128 + 1);

bool hasDrive(const QByteArray &name)
{
    const char letter = name.isEmpty() ? '\0' : static_cast<char>(name[0] | 0x20);
    return letter >= 'a' && letter <= 'z' && name.size() > 2 && name[1] == ':' && name[2] == '/';
}

} // namespace

bool hasControls(const QByteArray &text)
{
    for (int i = 0; i < text.size(); ++i) {
        const auto c = static_cast<uchar>(text[i]);
        if (c < 0x20 || c == 0x7F)
            return true;
        if (c == 0xC2 && i + 1 < text.size() && static_cast<uchar>(text[i + 1]) < 0xA0)
            return true;
    }
    return false;
}

Outcome<QByteArray> cleanName(const QByteArray &raw)
{
    if (hasControls(raw))
        return refused(Problem::Code::Unsafe, raw, "control");
    if (raw.contains('\\'))
        return refused(Problem::Code::Unsafe, raw, "backslash");
    if (raw.startsWith('/') || hasDrive(raw))
        return refused(Problem::Code::Outside, raw, {});
    QByteArray clean;
    const auto components = raw.split('/');
    for (const QByteArray &component : components) {
        if (component.isEmpty() || component == ".")
            continue;
        if (component == "..")
            return refused(Problem::Code::Outside, raw, {});
        if (component.size() > MaxComponent)
            return refused(Problem::Code::Unsafe, raw, "long");
        if (!clean.isEmpty())
            clean += '/';
        clean += component;
    }
    if (clean.size() > MaxPath)
        return refused(Problem::Code::Unsafe, raw, "long");
    return clean;
}

bool isUtf8(const QByteArray &bytes)
{
    // With the length, for given a whole QByteArray, Qt 5 stops at a NUL.
    return QString::fromUtf8(bytes.constData(), bytes.size()).toUtf8() == bytes;
}

QByteArray fromCodePage437(const QByteArray &bytes)
{
    QString text;
    text.reserve(bytes.size());
    for (const char byte : bytes) {
        const auto c = static_cast<uchar>(byte);
        text += QChar(c < 0x80 ? char16_t(c) : CodePage437[c - 0x80]);
    }
    return text.toUtf8();
}

QByteArray fromLatin1(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.constData(), bytes.size()).toUtf8();
}

bool isMacLitter(const QByteArray &path)
{
    const auto components = path.split('/');
    return std::any_of(components.begin(), components.end(), [](const QByteArray &name) {
        return name == "__MACOSX" || name == ".DS_Store" || name.startsWith("._");
    });
}

} // namespace plugsmith::unpack
