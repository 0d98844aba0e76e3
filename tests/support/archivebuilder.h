// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

/// Writes archives for tests, right ones and wrong ones. Nothing here checks anything.
namespace plugsmith::builder {

quint32 crcOf(const QByteArray &bytes);
QByteArray deflated(const QByteArray &bytes);
QByteArray gzipped(const QByteArray &bytes);
/// What an installed compressor makes of `bytes`; nothing if it is not installed.
std::optional<QByteArray> compressedBy(const QString &program, const QByteArray &bytes,
                                       const QStringList &options = {});

struct ZipItem
{
    QByteArray name = {};
    QByteArray content = {};
    quint32 mode = 0100644;
    bool isDeflated = true;
    bool hasDescriptor = false; ///< sizes after the content, as Go writes them
    bool isZip64 = false;       ///< sizes and offset in the zip64 extra field
    quint16 flags = 0;
    quint8 madeBy = 3; ///< Unix
    qint64 time = -1;  ///< extended timestamp

    // Lies.
    std::optional<quint16> method = {};
    std::optional<quint32> crc = {};
    std::optional<quint32> size = {};
    std::optional<quint32> packedSize = {};
    std::optional<quint32> localSize = {};
    std::optional<quint32> offset = {};
    std::optional<QByteArray> localName = {};
};

struct ZipOptions
{
    QByteArray comment = {};
    std::optional<int> count = {};
    bool isZip64 = false; ///< a zip64 end record
};

QByteArray zipOf(const QList<ZipItem> &items, const ZipOptions &options = {});

struct TarItem
{
    enum class LongNames { Ustar, Gnu, Pax };

    QByteArray name = {};
    QByteArray content = {};
    char type = '0';
    QByteArray target = {};
    int mode = 0644;
    qint64 time = 1'700'000'000;
    LongNames longNames = LongNames::Gnu;
    QMap<QByteArray, QByteArray> pax = {};   ///< records in a header of its own before the entry
    std::optional<QByteArray> sizeText = {}; ///< instead of the right one
    bool hasGoodChecksum = true;
};

QByteArray tarOf(const QList<TarItem> &items, bool hasEnd = true);

/// One file, folder (path ends with "/") or link of the tree that every format must bring back alike.
struct SampleFile
{
    QByteArray path = {};
    QByteArray content = {};
    bool isExecutable = false;
    QByteArray target = {};
};
QList<SampleFile> sampleTree();
QList<ZipItem> zipItems(const QList<SampleFile> &tree);
QList<TarItem> tarItems(const QList<SampleFile> &tree, TarItem::LongNames longNames = TarItem::LongNames::Gnu);
void writeTree(const QList<SampleFile> &tree, const QString &folder);
/// Writes a file and returns its path.
QString writeFile(const QString &path, const QByteArray &bytes);

/// A 7z file with go.mod ("module tiny\n") and cmd/main.go ("package main\n"), so that the format is always tested.
QByteArray tinySevenZip();
/// The same with encrypted contents and readable names, and with encrypted names.
QByteArray encryptedSevenZip();
QByteArray sealedSevenZip();

} // namespace plugsmith::builder
