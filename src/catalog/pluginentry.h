// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/pluginname.h"
#include "base/scn.h"
#include "gobinary/inspection.h"

#include <QList>
#include <QString>

class QDataStream;

namespace plugsmith {

/// What tells that a file is still the one that was read.
struct FileStamp
{
    qint64 size = -1;    ///< bytes; -1: there is no such file
    qint64 modified = 0; ///< nanoseconds since 1970, UTC
    quint64 inode = 0;

    bool exists() const { return size >= 0; }
    bool operator==(const FileStamp &) const = default;

    /// Follows links. Only regular files exist.
    static FileStamp of(const QString &path);
};

enum class ScnSource { None, Sidecar, FileDate };

/// "sidecar", "file date": a promise to scripts.
QLatin1StringView wordOf(ScnSource source);

/// Where the build info or the file name says something else than the file itself, which is right.
struct Contradiction
{
    enum class Kind { GoVersion, Platform, Compression, BuildInfo };

    Kind kind = Kind::GoVersion;
    QString said;            ///< "1.22.6"; for BuildInfo, why it cannot be read
    QString found;           ///< "1.23.12"
    bool byFileName = false; ///< else by the build info

    bool operator==(const Contradiction &) const = default;
    /// A sentence for people.
    QString toString() const;
};

/// One file of a catalogue, with what lists, groups and filters need; everything else is read again with inspectFile()
/// when somebody looks. A value.
struct PluginEntry
{
    enum class State {
        Pending, ///< only the file name has been read
        Read,
        Damaged,    ///< `problem` says where
        Unreadable, ///< `problem` says why
        OrphanInfo, ///< a build info without its plugin
    };

    QString path; ///< absolute
    FileStamp stamp;
    QString infoPath; ///< of the .pinf beside it, empty when there is none
    FileStamp infoStamp;

    State state = State::Pending;
    QString problem; ///< a sentence
    BinaryKind kind = BinaryKind::Other;
    BinaryFormat format = BinaryFormat::Other;
    QString name;       ///< of the plugin: of the build info, else of the file name
    QString tykGateway; ///< "v5.3.0" for files that are named as Tyk does
    Platform platform;
    GoVersion go;
    GoVersionSource goSource = GoVersionSource::None;
    QString goRange; ///< "1.18–1.19" when only that is known
    Scn scn;
    ScnSource scnSource = ScnSource::None;
    Compression compression = Compression::None;
    QString pluginPath; ///< as in the file: "example.com/shop/plug%2ev1"
    QString contentId;  ///< equal for equal content, whatever it is called; empty when it cannot be told
    QString glibc;
    bool hasEmbeddedInfo = false; ///< what `go version -m` prints
    QStringList exportNames;
    QStringList modules; ///< "golang.org/x/net@v0.20.0"
    QList<Contradiction> contradictions;

    bool isPlugin() const { return state == State::Read && kind == BinaryKind::GoPlugin; }
    QString fileName() const;
    QString folder() const;
    /// "1.22.6", "1.18–1.19", empty.
    QString goText() const;

    bool operator==(const PluginEntry &) const = default;
};

/// For the index: all but path and stamps.
QDataStream &operator<<(QDataStream &stream, const PluginEntry &entry);
QDataStream &operator>>(QDataStream &stream, PluginEntry &entry);

} // namespace plugsmith

Q_DECLARE_METATYPE(plugsmith::PluginEntry)
