// SPDX-License-Identifier: Apache-2.0
#include "gobinary/binaryfile.h"

#include "gobinary/binaryreading.h"
#include "gobinary/damage.h"
#include "gobinary/mappedfile.h"

#include <QFileInfo>

namespace plugsmith {

Result<BinaryFacts> binaryFacts(QByteArrayView bytes, const QString &fileName)
{
    QByteArray unpacked;
    auto reading = readBinary(bytes, fileName, &unpacked);
    if (!reading)
        return reading.error();
    return std::move(reading->facts);
}

Result<BinaryFacts> readBinaryFacts(const QString &path)
{
    const auto file = MappedFile::open(path);
    if (!file)
        return file.error();
    const QString fileName = QFileInfo(path).fileName();
    auto facts = binaryFacts(file->bytes(), fileName);
    if (file->wasCut())
        return cutFile(fileName);
    return facts;
}

} // namespace plugsmith
