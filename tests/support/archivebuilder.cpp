// SPDX-License-Identifier: Apache-2.0
#include "support/archivebuilder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <array>

namespace plugsmith::builder {

using namespace Qt::StringLiterals;

namespace {

void put16(QByteArray &to, quint32 value)
{
    to += static_cast<char>(value & 0xFF);
    to += static_cast<char>((value >> 8) & 0xFF);
}

void put32(QByteArray &to, quint32 value)
{
    put16(to, value & 0xFFFF);
    put16(to, value >> 16);
}

void put64(QByteArray &to, quint64 value)
{
    put32(to, static_cast<quint32>(value));
    put32(to, static_cast<quint32>(value >> 32));
}

/// What both headers of an entry say.
struct Stated
{
    QByteArray packed;
    quint16 method;
    quint16 flags;
    quint32 crc;
    quint32 size;
    quint32 packedSize;
};

Stated stated(const ZipItem &item)
{
    Stated s;
    s.packed = item.isDeflated ? deflated(item.content) : item.content;
    s.method = item.method.value_or(item.isDeflated ? 8 : 0);
    s.flags = static_cast<quint16>(item.flags | (item.hasDescriptor ? 8 : 0));
    s.crc = item.crc.value_or(crcOf(item.content));
    s.size = item.size.value_or(static_cast<quint32>(item.content.size()));
    s.packedSize = item.packedSize.value_or(static_cast<quint32>(s.packed.size()));
    return s;
}

QByteArray timeField(const ZipItem &item)
{
    QByteArray field;
    if (item.time < 0)
        return field;
    put16(field, 0x5455);
    put16(field, 5);
    field += '\1';
    put32(field, static_cast<quint32>(item.time));
    return field;
}

QByteArray localRecord(const ZipItem &item)
{
    const Stated s = stated(item);
    const QByteArray name = item.localName.value_or(item.name);
    const bool hasNoSizes = item.hasDescriptor;
    QByteArray extra = timeField(item);
    if (item.isZip64) {
        put16(extra, 1);
        put16(extra, 16);
        put64(extra, s.size);
        put64(extra, s.packedSize);
    }
    QByteArray record("PK\3\4");
    put16(record, 20);
    put16(record, s.flags);
    put16(record, s.method);
    put32(record, 0x58210000); // 2024-01-01
    put32(record, hasNoSizes ? 0 : s.crc);
    put32(record, hasNoSizes ? 0 : (item.isZip64 ? 0xFFFFFFFF : s.packedSize));
    put32(record, hasNoSizes ? 0 : (item.isZip64 ? 0xFFFFFFFF : item.localSize.value_or(s.size)));
    put16(record, static_cast<quint32>(name.size()));
    put16(record, static_cast<quint32>(extra.size()));
    record += name + extra + s.packed;
    if (item.hasDescriptor) {
        record += "PK\7\10";
        put32(record, s.crc);
        put32(record, s.packedSize);
        put32(record, s.size);
    }
    return record;
}

QByteArray centralRecord(const ZipItem &item, quint32 offset)
{
    const Stated s = stated(item);
    QByteArray extra = timeField(item);
    if (item.isZip64) {
        put16(extra, 1);
        put16(extra, 24);
        put64(extra, s.size);
        put64(extra, s.packedSize);
        put64(extra, offset);
    }
    QByteArray record("PK\1\2");
    put16(record, 20 | (item.madeBy << 8));
    put16(record, 20);
    put16(record, s.flags);
    put16(record, s.method);
    put32(record, 0x58210000);
    put32(record, s.crc);
    put32(record, item.isZip64 ? 0xFFFFFFFF : s.packedSize);
    put32(record, item.isZip64 ? 0xFFFFFFFF : s.size);
    put16(record, static_cast<quint32>(item.name.size()));
    put16(record, static_cast<quint32>(extra.size()));
    put16(record, 0);
    put32(record, 0);
    put32(record, item.madeBy == 3 ? item.mode << 16 : item.mode);
    put32(record, item.isZip64 ? 0xFFFFFFFF : offset);
    return record + item.name + extra;
}

QByteArray octal(qint64 value, int width)
{
    return QByteArray::number(value, 8).rightJustified(width - 1, '0') + '\0';
}

/// A header block. Long names must be cut before.
QByteArray tarBlock(const TarItem &item, const QByteArray &name, const QByteArray &prefix)
{
    QByteArray block(512, '\0');
    const auto put = [&block](qsizetype at, const QByteArray &bytes) { block.replace(at, bytes.size(), bytes); };
    put(0, name.left(100));
    put(100, octal(item.mode, 8));
    put(108, octal(0, 8));
    put(116, octal(0, 8));
    put(124, item.sizeText.value_or(octal(item.content.size(), 12)));
    put(136, octal(item.time, 12));
    put(148, QByteArray(8, ' '));
    put(156, QByteArray(1, item.type));
    put(157, item.target.left(100));
    if (item.longNames == TarItem::LongNames::Gnu)
        put(257, "ustar  ");
    else
        put(257, QByteArray("ustar\00000", 8));
    put(345, prefix.left(155));
    qint64 sum = item.hasGoodChecksum ? 0 : 1;
    for (const char c : std::as_const(block))
        sum += static_cast<uchar>(c);
    put(148, octal(sum, 7) + ' ');
    return block;
}

QByteArray padded(const QByteArray &bytes)
{
    return bytes + QByteArray((512 - bytes.size() % 512) % 512, '\0');
}

QByteArray paxRecord(const QByteArray &key, const QByteArray &value)
{
    const QByteArray rest = ' ' + key + '=' + value + '\n';
    qsizetype length = rest.size() + 1;
    while (QByteArray::number(length).size() + rest.size() != length)
        length = QByteArray::number(length).size() + rest.size();
    return QByteArray::number(length) + rest;
}

QByteArray metaEntry(char type, const QByteArray &name, const QByteArray &content)
{
    TarItem meta;
    meta.type = type;
    meta.content = content;
    return tarBlock(meta, name, {}) + padded(content);
}

QByteArray fromHex(const char *hex)
{
    return QByteArray::fromHex(hex);
}

} // namespace

quint32 crcOf(const QByteArray &bytes)
{
    static const auto table = [] {
        std::array<quint32, 256> values{};
        for (quint32 i = 0; i < 256; ++i) {
            values[i] = i;
            for (int bit = 0; bit < 8; ++bit)
                values[i] = (values[i] & 1) != 0 ? (values[i] >> 1) ^ 0xEDB88320 : values[i] >> 1;
        }
        return values;
    }();
    quint32 crc = 0xFFFFFFFF;
    for (const char byte : bytes)
        crc = (crc >> 8) ^ table[(crc ^ static_cast<uchar>(byte)) & 0xFF];
    return ~crc;
}

QByteArray deflated(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return QByteArray("\3\0", 2);
    // Qt puts the length in front of a zlib stream, which has two bytes of header and four of checksum.
    const QByteArray zlib = qCompress(bytes);
    return zlib.mid(6, zlib.size() - 10);
}

QByteArray gzipped(const QByteArray &bytes)
{
    QByteArray gzip("\x1F\x8B\x08\0\0\0\0\0\0\x03", 10);
    gzip += deflated(bytes);
    put32(gzip, crcOf(bytes));
    put32(gzip, static_cast<quint32>(bytes.size()));
    return gzip;
}

std::optional<QByteArray> compressedBy(const QString &program, const QByteArray &bytes, const QStringList &options)
{
    const QString path = QStandardPaths::findExecutable(program);
    if (path.isEmpty())
        return std::nullopt;
    QProcess process;
    process.start(path, options + QStringList{u"-c"_s});
    process.write(bytes);
    process.closeWriteChannel();
    if (!process.waitForFinished(30'000) || process.exitCode() != 0)
        return std::nullopt;
    return process.readAllStandardOutput();
}

QByteArray zipOf(const QList<ZipItem> &items, const ZipOptions &options)
{
    QByteArray zip;
    QByteArray central;
    for (const ZipItem &item : items) {
        central += centralRecord(item, item.offset.value_or(static_cast<quint32>(zip.size())));
        zip += localRecord(item);
    }
    const auto count = static_cast<quint32>(options.count.value_or(static_cast<int>(items.size())));
    const auto offset = static_cast<quint32>(zip.size());
    zip += central;
    if (options.isZip64) {
        const auto endAt = static_cast<quint64>(zip.size());
        zip += "PK\6\6";
        put64(zip, 44);
        put32(zip, 45 | (45 << 16));
        put64(zip, 0);
        put64(zip, count);
        put64(zip, count);
        put64(zip, static_cast<quint64>(central.size()));
        put64(zip, offset);
        zip += "PK\6\7";
        put32(zip, 0);
        put64(zip, endAt);
        put32(zip, 1);
    }
    zip += "PK\5\6";
    put32(zip, 0);
    put16(zip, options.isZip64 ? 0xFFFF : count);
    put16(zip, options.isZip64 ? 0xFFFF : count);
    put32(zip, options.isZip64 ? 0xFFFFFFFF : static_cast<quint32>(central.size()));
    put32(zip, options.isZip64 ? 0xFFFFFFFF : offset);
    put16(zip, static_cast<quint32>(options.comment.size()));
    return zip + options.comment;
}

QByteArray tarOf(const QList<TarItem> &items, bool hasEnd)
{
    QByteArray tar;
    for (const TarItem &item : items) {
        QMap<QByteArray, QByteArray> pax = item.pax;
        QByteArray name = item.name;
        QByteArray prefix;
        if (item.longNames == TarItem::LongNames::Gnu) {
            if (name.size() > 100)
                tar += metaEntry('L', "././@LongLink", name + '\0');
            if (item.target.size() > 100)
                tar += metaEntry('K', "././@LongLink", item.target + '\0');
        } else if (item.longNames == TarItem::LongNames::Pax) {
            if (name.size() > 100)
                pax.insert("path", name);
            if (item.target.size() > 100)
                pax.insert("linkpath", item.target);
        } else if (const qsizetype slash = name.lastIndexOf('/', 155); name.size() > 100 && slash > 0) {
            prefix = name.left(slash);
            name = name.mid(slash + 1);
        }
        QByteArray records;
        for (auto record = pax.cbegin(); record != pax.cend(); ++record)
            records += paxRecord(record.key(), record.value());
        if (!records.isEmpty())
            tar += metaEntry('x', "PaxHeaders/x", records);
        tar += tarBlock(item, name, prefix) + padded(item.content);
    }
    return hasEnd ? tar + QByteArray(1024, '\0') : tar;
}

QList<SampleFile> sampleTree()
{
    QByteArray noise;
    quint32 state = 1;
    for (int i = 0; i < 700'000; ++i) {
        state = state * 1'664'525 + 1'013'904'223;
        noise += static_cast<char>(i < 300'000 ? state >> 24 : 'a' + (i / 1000) % 26);
    }
    const QByteArray deep = "internal/" + QByteArray(60, 'd') + '/' + QByteArray(70, 'e') + "/very/deep/";
    return {{"go.mod", "module example.com/sample\n\ngo 1.21\n", false, {}},
            {"main.go", "package main\n\nfunc main() {}\n", false, {}},
            {"build.sh", "#!/bin/sh\ngo build ./...\n", true, {}},
            {"empty.go", "", false, {}},
            {"assets/", "", false, {}},
            {"assets/noise.bin", noise, false, {}},
            {"assets/d\xC3\xA9j\xC3\xA0 vu.txt", "PK\7\10 bonjour PK\3\4 PK\1\2\n", false, {}},
            {"hollow/", "", false, {}},
            {deep + QByteArray(90, 'n') + ".go", "package deep\n", false, {}},
            {"internal/latest.go", "", false, "../main.go"},
            {"linked", "", false, "assets"}};
}

QList<ZipItem> zipItems(const QList<SampleFile> &tree)
{
    QList<ZipItem> items;
    for (const SampleFile &file : tree) {
        ZipItem item;
        item.name = file.path;
        item.content = file.target.isEmpty() ? file.content : file.target;
        item.isDeflated = file.target.isEmpty() && !file.path.endsWith('/');
        item.mode = !file.target.isEmpty()    ? 0120777
                    : file.path.endsWith('/') ? 040755
                                              : (file.isExecutable ? 0100755 : 0100644);
        item.time = 1'700'000'000;
        items.append(item);
    }
    return items;
}

QList<TarItem> tarItems(const QList<SampleFile> &tree, TarItem::LongNames longNames)
{
    QList<TarItem> items;
    for (const SampleFile &file : tree) {
        TarItem item;
        item.name = file.path;
        item.content = file.content;
        item.target = file.target;
        item.type = !file.target.isEmpty() ? '2' : (file.path.endsWith('/') ? '5' : '0');
        item.mode = file.isExecutable || item.type == '5' ? 0755 : 0644;
        item.longNames = longNames;
        items.append(item);
    }
    return items;
}

void writeTree(const QList<SampleFile> &tree, const QString &folder)
{
    for (const SampleFile &file : tree) {
        const QString path = folder + u'/' + QString::fromUtf8(file.path);
        QDir().mkpath(file.path.endsWith('/') ? path : QFileInfo(path).path());
        if (!file.target.isEmpty()) {
            QFile::link(QString::fromUtf8(file.target), path);
        } else if (!file.path.endsWith('/')) {
            writeFile(path, file.content);
            if (file.isExecutable)
                QFile::setPermissions(path, QFile::permissions(path) | QFile::ExeOwner | QFile::ExeUser);
        }
    }
}

QString writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s was not written", qPrintable(path));
    return path;
}

// Made with 7-Zip 26 from two files of 2024: 7z a -psecret -mhe=off|on tiny.7z cmd go.mod

QByteArray tinySevenZip()
{
    return fromHex(
        "377abcaf271c00042f2598db8c00000000000000210000000000000086a736c60100187061636b616765206d61696e0a6d6f"
        "64756c652074696e790a000000813307ae0fcfd96fbc0febea9cbf363dfe7741ee364d52bc3f0b6fe0d9688eec25ef4d7b0d"
        "bb297a795e9d63513da09684f3a9725da07b5b54b5a84796d25c6198267543fe5870b20fbaa69fa321baf2d1d60ea9581fbf"
        "b0833151916c35caa9678892377960abc4610000000017061d01096f00070b01000123030101055d001000000c80920a0109"
        "e95b900000");
}

QByteArray encryptedSevenZip()
{
    return fromHex(
        "377abcaf271c0004c336cacbad0000000000000022000000000000001846467ac5aafc28f564e7244339d9893cae16c529d4"
        "7647603762445c1087407b0ef8cd0000813307ae0fd00eb03c9f39109c9fa6d533dab22eb091fe03c6eca5c39e9de3d8c3d2"
        "5a3fb7d95513ffe416d0ac142c1810f546e07d5f88bde5f6edfc978a7ca4919faafa569904c56da921fd993826e843add526"
        "f909ba301b77e0c69b785a988a4d61aa3b2804dae73e8befbce5376256a29e35ee5e7a81919304ebab0b01296548dcfc1c05"
        "0c800000001706200109808d00070b01000123030101055d001000000c80b20a013a9401ed0000");
}

QByteArray sealedSevenZip()
{
    return fromHex(
        "377abcaf271c0004bf10f1a9b0000000000000003e00000000000000b0abb87de5a7d31e1727b88d592db20f4171605322ef"
        "eadafda37d56cfec904a22373ba25779f9508f1dcc327c7c48d982729c986c38bb51f534c8e20c330227fac77992927ffacc"
        "0300cd49166f1b9ab0765a34f0b6d90489ecebb41faa6514be1b2f4a555c416e90385b52c4547a8097f407ec9722f1ad77f8"
        "755e46ab22d5ea5c40d32031c925a95d517cce13678b9315f808b18f6e94201077052cf6768d17ee75fcd294fc0089703d2a"
        "f11ef5b41acff3a71706200109809000070b0100022406f1070112530f2e25906a4f145943a1f5cd24c929575e2303010105"
        "5d0010000001000c808d80b20a0145760e530000");
}

} // namespace plugsmith::builder
