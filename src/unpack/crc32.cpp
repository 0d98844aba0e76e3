// SPDX-License-Identifier: Apache-2.0
#include "unpack/crc32.h"

#include <QtEndian>

#include <array>

namespace plugsmith::unpack {
namespace {

constexpr int Slices = 8; // bytes taken in one step; 1 would be four times slower
using Tables = std::array<std::array<quint32, 256>, Slices>;

constexpr Tables makeTables()
{
    Tables tables{};
    for (quint32 i = 0; i < 256; ++i) {
        quint32 value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1) != 0 ? (value >> 1) ^ 0xEDB88320U : value >> 1;
        tables[0][i] = value;
    }
    for (quint32 i = 0; i < 256; ++i) {
        for (int slice = 1; slice < Slices; ++slice)
            tables[slice][i] = (tables[slice - 1][i] >> 8) ^ tables[0][tables[slice - 1][i] & 0xFF];
    }
    return tables;
}

constexpr Tables Table = makeTables();

} // namespace

quint32 crc32(quint32 crc, const char *bytes, qint64 count)
{
    crc = ~crc;
    for (; count >= Slices; count -= Slices, bytes += Slices) {
        const auto low = qFromLittleEndian<quint32>(bytes) ^ crc;
        const auto high = qFromLittleEndian<quint32>(bytes + 4);
        crc = Table[7][low & 0xFF] ^ Table[6][(low >> 8) & 0xFF] ^ Table[5][(low >> 16) & 0xFF] ^ Table[4][low >> 24] ^
              Table[3][high & 0xFF] ^ Table[2][(high >> 8) & 0xFF] ^ Table[1][(high >> 16) & 0xFF] ^
              Table[0][high >> 24];
    }
    for (; count > 0; --count, ++bytes)
        crc = (crc >> 8) ^ Table[0][(crc ^ static_cast<uchar>(*bytes)) & 0xFF];
    return ~crc;
}

} // namespace plugsmith::unpack
