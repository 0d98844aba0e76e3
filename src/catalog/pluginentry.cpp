// SPDX-License-Identifier: Apache-2.0
#include "catalog/pluginentry.h"

#include "base/filetimes.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QFile>

#include <sys/stat.h>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct PluginEntryText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::PluginEntry)
};

QDataStream &operator<<(QDataStream &stream, const Contradiction &each)
{
    return stream << static_cast<qint32>(each.kind) << each.said << each.found << each.byFileName;
}

QDataStream &operator>>(QDataStream &stream, Contradiction &each)
{
    qint32 kind = 0;
    stream >> kind >> each.said >> each.found >> each.byFileName;
    each.kind = static_cast<Contradiction::Kind>(kind);
    return stream;
}

template<class Enum>
void readEnum(QDataStream &stream, Enum &value)
{
    qint32 number = 0;
    stream >> number;
    value = static_cast<Enum>(number);
}

} // namespace

FileStamp FileStamp::of(const QString &path)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0 || !S_ISREG(status.st_mode))
        return {};
    return {status.st_size, nanoseconds(modifiedTime(status)), status.st_ino};
}

QLatin1StringView wordOf(ScnSource source)
{
    switch (source) {
    case ScnSource::None:
        break;
    case ScnSource::Sidecar:
        return "sidecar"_L1;
    case ScnSource::FileDate:
        return "file date"_L1;
    }
    return {};
}

QString Contradiction::toString() const
{
    switch (kind) {
    case Kind::GoVersion:
        return (byFileName
                    ? PluginEntryText::tr("The file name says Go %1, the file was built with %2. The file is right.")
                    : PluginEntryText::tr("The build info says Go %1, the file was built with %2. The file is right."))
            .arg(said, found);
    case Kind::Platform:
        return (byFileName ? PluginEntryText::tr("The file name says %1, the file is for %2. The file is right.")
                           : PluginEntryText::tr("The build info says %1, the file is for %2. The file is right."))
            .arg(said, found);
    case Kind::Compression:
        return found.isEmpty() ? PluginEntryText::tr("The build info says that the file is compressed, and it is not.")
                               : PluginEntryText::tr("The file is compressed, and the build info does not say so.");
    case Kind::BuildInfo:
        return PluginEntryText::tr("The build info cannot be read. %1").arg(said);
    }
    return {};
}

QString PluginEntry::fileName() const
{
    return path.sliced(path.lastIndexOf(u'/') + 1);
}

QString PluginEntry::folder() const
{
    return path.first(qMax(qsizetype(0), path.lastIndexOf(u'/')));
}

QString PluginEntry::goText() const
{
    return go.isValid() ? go.toString() : goRange;
}

QDataStream &operator<<(QDataStream &stream, const PluginEntry &entry)
{
    stream << entry.infoPath << static_cast<qint32>(entry.state) << entry.problem << static_cast<qint32>(entry.kind)
           << static_cast<qint32>(entry.format) << entry.name << entry.tykGateway << entry.platform.os
           << entry.platform.arch << QString(entry.go.isValid() ? entry.go.toString() + entry.go.suffix : QString())
           << static_cast<qint32>(entry.goSource) << entry.goRange << entry.scn.value()
           << static_cast<qint32>(entry.scnSource) << static_cast<qint32>(entry.compression) << entry.pluginPath
           << entry.contentId << entry.glibc << entry.hasEmbeddedInfo << entry.exportNames << entry.modules;
    stream << static_cast<qint32>(entry.contradictions.size());
    for (const Contradiction &each : entry.contradictions)
        stream << each;
    return stream;
}

QDataStream &operator>>(QDataStream &stream, PluginEntry &entry)
{
    QString go;
    qint64 scn = 0;
    stream >> entry.infoPath;
    readEnum(stream, entry.state);
    stream >> entry.problem;
    readEnum(stream, entry.kind);
    readEnum(stream, entry.format);
    stream >> entry.name >> entry.tykGateway >> entry.platform.os >> entry.platform.arch >> go;
    readEnum(stream, entry.goSource);
    stream >> entry.goRange >> scn;
    readEnum(stream, entry.scnSource);
    readEnum(stream, entry.compression);
    stream >> entry.pluginPath >> entry.contentId >> entry.glibc >> entry.hasEmbeddedInfo >> entry.exportNames >>
        entry.modules;
    entry.go = GoVersion::parse(go).value_or(GoVersion());
    entry.scn = Scn(scn);
    qint32 count = 0;
    stream >> count;
    entry.contradictions.clear();
    for (qint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        Contradiction each;
        stream >> each;
        entry.contradictions << each;
    }
    return stream;
}

} // namespace plugsmith
