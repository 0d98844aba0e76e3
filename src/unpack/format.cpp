// SPDX-License-Identifier: Apache-2.0
#include "unpack/format.h"

#include "unpack/tarheaders.h"

namespace plugsmith::unpack {
namespace {

/// "BZh", the block size, and the magic of a block (pi) or of the end of an empty stream (its square root).
bool looksLikeBzip2(const QByteArray &head)
{
    return head.size() >= 10 && head.startsWith("BZh") && head[3] >= '1' && head[3] <= '9' &&
           (head.mid(4, 6) == R"(1AY&SY)" || head.mid(4, 6) == "\x17\x72\x45\x38\x50\x90");
}

/// A frame, or a skippable frame as parallel compressors put in front.
bool looksLikeZstd(const QByteArray &head)
{
    return head.startsWith("\x28\xB5\x2F\xFD") ||
           (head.size() >= 4 && (static_cast<uchar>(head[0]) & 0xF0) == 0x50 && head.mid(1, 3) == "\x2A\x4D\x18");
}

} // namespace

Format detectFormat(const ByteSource &source)
{
    const QByteArray head = source.bytesAt(0, TarBlock);
    if (head.startsWith("PK\3\4") || head.startsWith("PK\5\6"))
        return Format::Zip;
    if (head.startsWith("7z\xBC\xAF\x27\x1C"))
        return Format::SevenZip;
    if (head.startsWith("\x1F\x8B"))
        return Format::TarGz;
    if (head.startsWith(QByteArray("\xFD"
                                   "7zXZ\0",
                                   6)))
        return Format::TarXz;
    if (looksLikeBzip2(head))
        return Format::TarBz2;
    if (looksLikeZstd(head))
        return Format::TarZst;
    if (head.size() == TarBlock && isTarHeader(head.constData()))
        return Format::Tar;
    return Format::Foreign;
}

const char *formatName(Format format)
{
    switch (format) {
    case Format::Foreign:
        break;
    case Format::Zip:
        return "zip";
    case Format::Tar:
        return "tar";
    case Format::TarGz:
        return "tar.gz";
    case Format::TarBz2:
        return "tar.bz2";
    case Format::TarXz:
        return "tar.xz";
    case Format::TarZst:
        return "tar.zst";
    case Format::SevenZip:
        return "7z";
    }
    return "";
}

bool isStream(Format format)
{
    return format != Format::Foreign && format != Format::Zip && format != Format::Tar;
}

} // namespace plugsmith::unpack
