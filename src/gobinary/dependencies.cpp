// SPDX-License-Identifier: Apache-2.0
#include "gobinary/dependencies.h"

#include <QVersionNumber>

#include <algorithm>
#include <elf.h>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

// Bounds of what is believable.
constexpr qsizetype MaxName = 4096;
constexpr int MaxVersions = 4096;
constexpr int MaxNotes = 64;

QString shown(QByteArrayView text)
{
    return QString::fromUtf8(text.first(std::min(text.size(), MaxName)));
}

CLibrary libraryOf(const QStringList &needed, const QString &interpreter)
{
    for (const QString &name : needed) {
        if (name.contains("musl"_L1))
            return CLibrary::Musl;
        if (name.startsWith("libc.so.6"_L1)) // and .1 on two old machines
            return CLibrary::Glibc;
        if (name == "libc.so"_L1)
            return interpreter.contains("musl"_L1) ? CLibrary::Musl : CLibrary::Bionic;
        if (name.startsWith("libc.so"_L1))
            return CLibrary::Other;
    }
    if (interpreter.contains("musl"_L1))
        return CLibrary::Musl;
    return needed.isEmpty() && interpreter.isEmpty() ? CLibrary::None : CLibrary::Other;
}

struct Note
{
    QByteArrayView name;
    quint32 type = 0;
    QByteArrayView data;
};

QList<Note> notesOf(const ElfImage &image)
{
    QList<Note> notes;
    for (const ElfSegment &segment : image.segments()) {
        const auto content = segment.type == PT_NOTE ? image.content(segment) : std::nullopt;
        if (!content)
            continue;
        const ByteReader reader = image.reader(*content);
        ByteCursor cursor(reader, 0);
        while (notes.size() < MaxNotes) {
            const quint64 nameSize = cursor.u32();
            const quint64 dataSize = cursor.u32();
            const quint32 type = cursor.u32();
            const auto name = reader.bytes(cursor.offset(), nameSize);
            const quint64 dataAt = cursor.offset() + (nameSize + 3) / 4 * 4;
            const auto data = reader.bytes(dataAt, dataSize);
            if (!cursor.isIntact() || !name || !data)
                break;
            notes << Note{name->endsWith('\0') ? name->chopped(1) : *name, type, *data};
            cursor.skip((nameSize + 3) / 4 * 4 + (dataSize + 3) / 4 * 4);
        }
    }
    return notes;
}

} // namespace

QLatin1StringView wordOf(CLibrary library)
{
    switch (library) {
    case CLibrary::None:
        break;
    case CLibrary::Glibc:
        return "glibc"_L1;
    case CLibrary::Musl:
        return "musl"_L1;
    case CLibrary::Bionic:
        return "bionic"_L1;
    case CLibrary::Other:
        return "other"_L1;
    }
    return {};
}

QString highestGlibc(const ElfImage &image)
{
    const auto table = image.dynamicValue(DT_VERNEED);
    if (!table)
        return {};
    // Both lists are chained by distances; the sizes of their entries are the same for all word sizes.
    const ByteReader reader = image.readerAt(*table);
    QVersionNumber highest;
    int left = MaxVersions;
    quint64 file = 0;
    while (left-- > 0) {
        ByteCursor head(reader, file);
        head.u16(); // version of this structure
        const quint16 count = head.u16();
        head.u32(); // name of the library
        const quint32 first = head.u32();
        const quint32 next = head.u32();
        if (!head.isIntact())
            break;
        quint64 at = file + first;
        for (int i = 0; i < count && left-- > 0; ++i) {
            ByteCursor entry(reader, at);
            entry.skip(8); // hash, flags, index
            const quint32 name = entry.u32();
            const quint32 distance = entry.u32();
            const auto text = entry.isIntact() ? image.dynamicText(name) : std::nullopt;
            // GLIBC_PRIVATE and GLIBC_ABI_DT_RELR are no numbers.
            if (text && text->startsWith("GLIBC_2."))
                highest = std::max(highest, QVersionNumber::fromString(shown(text->sliced(6))));
            if (distance == 0)
                break;
            at += distance;
        }
        if (next == 0)
            break;
        file += next;
    }
    return highest.isNull() ? QString() : highest.toString();
}

Dependencies readDependencies(const ElfImage &image)
{
    constexpr quint32 GoBuildIdNote = 4;
    Dependencies found;
    for (const QByteArrayView name : image.neededLibraries())
        found.needed << shown(name);
    found.interpreter = shown(image.interpreter());
    found.glibc = highestGlibc(image);
    found.library = found.glibc.isEmpty() ? libraryOf(found.needed, found.interpreter) : CLibrary::Glibc;
    for (const Note &note : notesOf(image)) {
        const QByteArrayView data = note.data.first(std::min(note.data.size(), MaxName));
        if (note.name == QByteArrayView("GNU") && note.type == NT_GNU_BUILD_ID) {
            found.buildId = QString::fromLatin1(data.toByteArray().toHex());
        } else if (note.name == QByteArrayView("Go") && note.type == GoBuildIdNote) {
            found.goBuildId = QString::fromUtf8(data);
        }
    }
    return found;
}

} // namespace plugsmith
