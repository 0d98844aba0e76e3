// SPDX-License-Identifier: Apache-2.0
#include "build/pluginstore.h"

#include "base/atomicfile.h"
#include "base/folders.h"
#include "base/sha256.h"
#include "gobinary/gzipfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <cerrno>
#include <csignal>
#include <future>
#include <optional>
#include <unistd.h>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct PluginStoreText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::PluginStore)
};

/// Removes a temporary file unless it became the real one.
class Temporary
{
public:
    explicit Temporary(const QString &finalPath)
        : m_path(temporaryNameFor(finalPath))
    {
    }
    ~Temporary()
    {
        if (!m_path.isEmpty())
            QFile::remove(m_path);
    }
    Q_DISABLE_COPY_MOVE(Temporary)
    const QString &path() const { return m_path; }
    Result<void> becomes(const QString &finalPath)
    {
        auto renamed = renameOver(m_path, finalPath);
        if (renamed)
            m_path.clear();
        return renamed;
    }
    /// Gives the file back under another name, when it must not be lost.
    void returnTo(const QString &path)
    {
        if (QFile::rename(m_path, path))
            m_path.clear();
    }

private:
    QString m_path;
};

Error cancelledError()
{
    return {ErrorCode::Cancelled, PluginStoreText::tr("The build was cancelled."), {}, {}};
}

bool needsPacking(const StoreRequest &request)
{
    return request.name.compression == Compression::Gzip && !request.isPacked;
}

std::optional<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? std::optional(file.readAll()) : std::nullopt;
}

/// Makes `path` as it was when `before` was read from it.
void putBack(const QString &path, const std::optional<QByteArray> &before)
{
    if (before)
        (void)writeFileAtomically(path, *before); // the error that led here is the one to tell
    else
        QFile::remove(path);
}

/// The build info speaks of one file alone: an earlier one that was packed otherwise is replaced by it.
void removeOtherPacking(const QString &destination, PluginName name)
{
    name.compression = name.compression == Compression::Gzip ? Compression::None : Compression::Gzip;
    QFile::remove(destination + u'/' + name.fileName());
}

bool isAlive(qint64 process)
{
    return ::kill(static_cast<pid_t>(process), 0) == 0 || errno == EPERM; // EPERM: it is another user's
}

/// Puts the binary under its temporary name into the destination, compressed if wanted, and on disk.
Result<void> placeBinary(const StoreRequest &request, const QString &temporary, const std::atomic<bool> &cancelled)
{
    if (needsPacking(request)) {
        if (auto compressed = gzipCompress(request.file, temporary, cancelled); !compressed)
            return compressed.error();
        return {};
    }
    if (request.mayMove && renameOver(request.file, temporary)) // the usual case: one file system
        return {};
    return copyDurably(request.file, temporary);
}

} // namespace

Result<StoredPlugin> storePlugin(const StoreRequest &request, StoreGate &gate)
{
    StoredPlugin stored;
    stored.path = request.destination + u'/' + request.name.fileName();
    stored.infoPath = request.destination + u'/' + request.name.infoFileName();
    if (!QDir().mkpath(request.destination))
        return errorFromErrno(errno, PluginStoreText::tr("%1 was not written.").arg(request.name.fileName()),
                              request.destination);

    Temporary plugin(stored.path);
    Temporary info(stored.infoPath);
    const auto fail = [&](const Error &error) -> Result<StoredPlugin> {
        if (!QFile::exists(request.file))
            plugin.returnTo(request.file); // it was moved, and must not be lost
        return error;
    };
    if (auto placed = placeBinary(request, plugin.path(), gate.isCancelled()); !placed)
        return fail(placed.error());
    // Hashing takes a core, syncing takes the disk: both at once.
    auto synced = std::async(std::launch::async, [&plugin] { return syncFile(plugin.path()); });
    auto digest = sha256OfFile(plugin.path());
    if (auto result = synced.get(); !result)
        return fail(result.error());
    if (!digest)
        return fail(digest.error());
    stored.sha256 = *digest;
    stored.bytes = QFileInfo(plugin.path()).size();

    PluginInfo finalInfo = request.info;
    finalInfo.plugsmith.insert(QLatin1StringView(infokeys::Sha256), stored.sha256);
    finalInfo.plugsmith.insert(QLatin1StringView(infokeys::Bytes), stored.bytes);
    if (auto written = writeDurably(info.path(), finalInfo.toJson()); !written)
        return fail(written.error());
    if (!gate.pass())
        return fail(cancelledError());
    const auto infoBefore = contentOf(stored.infoPath);
    if (auto renamed = info.becomes(stored.infoPath); !renamed)
        return fail(renamed.error());
    if (auto renamed = plugin.becomes(stored.path); !renamed) {
        putBack(stored.infoPath, infoBefore);
        return fail(renamed.error());
    }
    removeOtherPacking(request.destination, request.name);
    if (auto result = syncFolder(request.destination); !result)
        return result.error();
    return stored;
}

Result<void> stampAnew(const QString &pluginPath, const QString &infoPath, const PluginInfo &info, StoreGate &gate)
{
    if (!QFileInfo(pluginPath).isFile())
        return errorFromErrno(ENOENT, PluginStoreText::tr("%1 was not stamped.").arg(QFileInfo(pluginPath).fileName()),
                              pluginPath);
    if (!gate.pass())
        return cancelledError();
    return writeFileAtomically(infoPath, info.toJson());
}

Scn newestScnIn(const QString &destination, const QString &name)
{
    Scn newest;
    const QDir folder(destination);
    const QStringList files = folder.entryList({u"*.pinf"_s}, QDir::Files);
    for (const QString &file : files) {
        const auto decoded = PluginName::parse(file);
        if (!decoded || decoded->name != name)
            continue;
        if (const auto info = PluginInfo::read(folder.filePath(file)))
            newest = qMax(newest, info->scn);
    }
    return newest;
}

void recoverStore(const QString &destination)
{
    const QDir folder(destination);
    const QStringList names = folder.entryList(QDir::Files | QDir::Hidden);
    for (const QString &name : names) {
        const auto owner = ownerOfTemporaryName(name);
        if (!owner || isAlive(*owner))
            continue;
        const QString finalName = finalNameOfTemporary(name);
        const auto plugin = PluginName::parse(finalName);
        if (plugin && finalName == plugin->fileName()) {
            const auto info = PluginInfo::read(folder.filePath(plugin->infoFileName()));
            const auto digest = sha256OfFile(folder.filePath(name));
            if (info && digest && info->plugsmith.value(QLatin1StringView(infokeys::Sha256)).toString() == *digest &&
                renameOver(folder.filePath(name), folder.filePath(finalName))) {
                removeOtherPacking(destination, *plugin);
                continue;
            }
        }
        QFile::remove(folder.filePath(name));
    }
}

QString rescueBinary(const QString &builtFile, const PluginName &name, const Scn &scn)
{
    const QString folder = folders::state() + u"/rescued";
    QDir().mkpath(folder);
    PluginName plain = name;
    plain.compression = Compression::None; // what was built is not packed yet
    const QString kept = folder + u'/' + scn.toString() + u'-' + plain.fileName();
    if (renameOver(builtFile, kept) || copyDurably(builtFile, kept))
        return kept;
    return builtFile;
}

} // namespace plugsmith
