// SPDX-License-Identifier: Apache-2.0
#include "session/folderfollower.h"

#include "base/deliver.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString infoPathOf(QString path)
{
    if (path.endsWith(".gz"_L1))
        path.chop(3);
    return path.chopped(3) + u".pinf"; // ".so"
}

} // namespace

FolderFollower::FolderFollower(QObject *parent)
    : QObject(parent)
{
    m_clock.start();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &FolderFollower::scan);
    // One saved file makes several of these.
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] { m_timer.start(20ms); });
}

void FolderFollower::follow(const QString &folder)
{
    if (!m_watcher.directories().isEmpty())
        m_watcher.removePaths(m_watcher.directories());
    m_folder = folder;
    m_known.clear();
    m_isScanning = false;
    m_hasCaughtUp = false;
    m_run = std::make_unique<QObject>();
    m_watcher.addPath(folder);
    scan();
}

FolderFollower::Listing FolderFollower::list(const QString &folder)
{
    Listing listing;
    const auto files = QDir(folder).entryInfoList({u"*.so"_s, u"*.so.gz"_s}, QDir::Files);
    for (const QFileInfo &file : files) { // hidden ones are not listed: they are not finished
        const QString path = file.absoluteFilePath();
        listing.insert(path,
                       {file.size(), file.lastModified().toMSecsSinceEpoch(), QFileInfo(infoPathOf(path)).isFile()});
    }
    return listing;
}

void FolderFollower::scan()
{
    if (m_isScanning) {
        m_timer.start(m_quietTime / 4);
        return;
    }
    m_isScanning = true;
    runInPool(
        m_run.get(), [folder = m_folder] { return list(folder); },
        [this](const Listing &listing) { onListed(listing); });
}

void FolderFollower::onListed(const Listing &listing)
{
    m_known.removeIf(
        [&listing](const QHash<QString, Known>::iterator &known) { return !listing.contains(known.key()); });
    QStringList ready;
    bool isWaiting = false;
    const qint64 now = m_clock.elapsed();
    for (auto seen = listing.begin(); seen != listing.end(); ++seen) {
        Known &known = m_known[seen.key()];
        if (static_cast<const Seen &>(known) != *seen)
            known = {*seen, now, false};
        if (known.isHandedOver)
            continue;
        // Nobody writes into a file that has not changed for a while, whether or not we watched it.
        const qint64 age = QDateTime::currentMSecsSinceEpoch() - seen->modified;
        const qint64 quiet = m_quietTime.count();
        if (seen->hasInfo && (now - known.since >= quiet || age >= quiet)) {
            known.isHandedOver = true;
            ready += seen.key();
        } else {
            isWaiting = isWaiting || seen->hasInfo; // a build info that appears changes the folder, which is seen
        }
    }
    if (isWaiting)
        m_timer.start(m_quietTime / 4);
    runInPool(
        m_run.get(),
        [ready] {
            QVector<ReadFile> files;
            for (const QString &path : ready)
                files += {path, readPluginFile(path)};
            return files;
        },
        [this](const QVector<ReadFile> &files) { onRead(files); });
}

void FolderFollower::onRead(const QVector<ReadFile> &files)
{
    m_isScanning = false;
    QVector<PluginFile> plugins;
    for (const ReadFile &read : files) {
        if (read.file)
            plugins += *read.file;
        else
            emit unreadable(read.path, read.file.error());
    }
    std::ranges::sort(plugins, {}, &PluginFile::scn);
    if (!plugins.isEmpty())
        emit pluginsReady(plugins);
    if (!std::exchange(m_hasCaughtUp, true))
        emit caughtUp();
}

} // namespace plugsmith
