// SPDX-License-Identifier: Apache-2.0
#include "gobinary/elfplatform.h"

#include <elf.h>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr quint16 EmLoongArch = 258; // <elf.h> has EM_LOONGARCH from glibc 2.36 on
constexpr int MaxNotes = 64;

struct Architecture
{
    quint16 machine;
    int wordSize;
    ByteOrder order;
    QLatin1StringView name;
};

constexpr Architecture Architectures[] = {
    {EM_X86_64, 8, ByteOrder::Little, "amd64"_L1},     {EM_386, 4, ByteOrder::Little, "386"_L1},
    {EM_AARCH64, 8, ByteOrder::Little, "arm64"_L1},    {EM_ARM, 4, ByteOrder::Little, "arm"_L1},
    {EM_PPC64, 8, ByteOrder::Little, "ppc64le"_L1},    {EM_PPC64, 8, ByteOrder::Big, "ppc64"_L1},
    {EM_S390, 8, ByteOrder::Big, "s390x"_L1},          {EM_RISCV, 8, ByteOrder::Little, "riscv64"_L1},
    {EmLoongArch, 8, ByteOrder::Little, "loong64"_L1}, {EM_MIPS, 4, ByteOrder::Big, "mips"_L1},
    {EM_MIPS, 4, ByteOrder::Little, "mipsle"_L1},      {EM_MIPS, 8, ByteOrder::Big, "mips64"_L1},
    {EM_MIPS, 8, ByteOrder::Little, "mips64le"_L1},    {EM_SPARCV9, 8, ByteOrder::Big, "sparc64"_L1},
};

struct Vendor
{
    QByteArrayView note;
    QByteArrayView loader; // part of the loader's path
    QLatin1StringView os;
};

constexpr Vendor Vendors[] = {
    {"Android", "/system/bin/linker", "android"_L1},
    {"FreeBSD", "/libexec/ld-elf.so.1", "freebsd"_L1},
    {"NetBSD", "/ld.elf_so", "netbsd"_L1},
    {"OpenBSD", "/libexec/ld.so", "openbsd"_L1},
    {"DragonFly", "/libexec/ld-elf.so.2", "dragonfly"_L1},
};

QLatin1StringView osOfAbi(quint8 osAbi)
{
    switch (osAbi) {
    case ELFOSABI_FREEBSD:
        return "freebsd"_L1;
    case ELFOSABI_NETBSD:
        return "netbsd"_L1;
    case ELFOSABI_OPENBSD:
        return "openbsd"_L1;
    case ELFOSABI_SOLARIS:
        return "solaris"_L1;
    default:
        return {};
    }
}

QLatin1StringView osOfNotes(const ElfImage &image)
{
    for (const ElfSegment &segment : image.segments()) {
        const auto content = segment.type == PT_NOTE ? image.content(segment) : std::nullopt;
        if (!content)
            continue;
        const ByteReader notes = image.reader(*content);
        quint64 offset = 0;
        for (int i = 0; i < MaxNotes; ++i) {
            ByteCursor cursor(notes, offset);
            const quint64 nameSize = cursor.u32();
            const quint64 dataSize = cursor.u32();
            cursor.u32(); // type
            const auto name = notes.textAt(cursor.offset());
            if (!cursor.isIntact() || !name)
                break;
            for (const Vendor &vendor : Vendors) {
                if (*name == vendor.note)
                    return vendor.os;
            }
            offset = cursor.offset() + (nameSize + 3) / 4 * 4 + (dataSize + 3) / 4 * 4;
        }
    }
    return {};
}

QLatin1StringView osOfLoader(QByteArrayView loader)
{
    for (const Vendor &vendor : Vendors) {
        if (loader.indexOf(vendor.loader) >= 0)
            return vendor.os;
    }
    return {};
}

} // namespace

Platform elfPlatform(const ElfImage &image)
{
    Platform platform;
    for (const Architecture &known : Architectures) {
        if (known.machine == image.machine() && known.wordSize == image.wordSize() && known.order == image.byteOrder())
            platform.arch = known.name;
    }
    QLatin1StringView os = osOfAbi(image.osAbi());
    if (os.isEmpty())
        os = osOfNotes(image);
    if (os.isEmpty())
        os = osOfLoader(image.interpreter());
    platform.os = os.isEmpty() ? "linux"_L1 : os;
    return platform;
}

} // namespace plugsmith
