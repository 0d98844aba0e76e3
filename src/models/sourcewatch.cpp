// SPDX-License-Identifier: Apache-2.0
#include "models/sourcewatch.h"

#include "base/deliver.h"

#include <QDir>
#include <QFileInfo>

#include <chrono>

namespace plugsmith {

using namespace std::chrono_literals;

namespace {

constexpr int MaxEntries = 500; // of a folder: watching is for people who edit, not for whole disks

/// What is looked at for a source: itself, and what lies directly in a folder.
QStringList placesOf(const QString &path)
{
    QStringList places{path};
    if (QFileInfo(path).isDir()) {
        const QDir folder(path);
        for (const QString &name : folder.entryList(QDir::AllEntries | QDir::NoDotAndDotDot).mid(0, MaxEntries))
            places += folder.filePath(name);
    }
    return places;
}

} // namespace

SourceWatch::SourceWatch(QObject *parent)
    : QObject(parent)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(300ms);
    connect(&m_settle, &QTimer::timeout, this, &SourceWatch::look);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_settle, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settle, qOverload<>(&QTimer::start));
}

void SourceWatch::watch(const QStringList &paths)
{
    ++m_watch;
    m_settle.stop();
    m_changedAt = {};
    m_stamp.clear();
    m_paths = paths;
    if (const QStringList before = m_watcher.files() + m_watcher.directories(); !before.isEmpty())
        m_watcher.removePaths(before);
    if (paths.isEmpty())
        return;
    runInPool(
        this, [paths] { return lookAt(paths); },
        [this, watch = m_watch](const Look &seen) {
            if (watch != m_watch)
                return;
            m_stamp = seen.stamp;
            if (!seen.places.isEmpty()) // gone in between
                m_watcher.addPaths(seen.places);
        });
}

SourceWatch::Look SourceWatch::lookAt(const QStringList &paths)
{
    Look look;
    for (const QString &path : paths) {
        const QFileInfo source(path);
        if (!source.exists())
            return {};
        if (!source.isDir())
            look.places += source.path();
        for (const QString &place : placesOf(path)) {
            const QFileInfo file(place);
            look.places += place;
            look.stamp += place + u'|' + QString::number(file.lastModified().toMSecsSinceEpoch()) + u'|' +
                          QString::number(file.isDir() ? 0 : file.size()) + u'\n';
        }
    }
    look.places.removeDuplicates();
    return look;
}

/// The folder of an archive changes for many reasons; only the archive counts. One that is gone counts when it is back.
void SourceWatch::look()
{
    runInPool(
        this, [paths = m_paths] { return lookAt(paths); },
        [this, watch = m_watch](const Look &seen) {
            if (watch != m_watch || seen.stamp.isEmpty() || seen.stamp == m_stamp)
                return;
            const bool isFirst = m_stamp.isEmpty();
            m_stamp = seen.stamp;
            m_watcher.addPaths(seen.places); // a file that was replaced is no longer watched
            if (isFirst)
                return;
            if (!m_changedAt.isValid())
                m_changedAt = QDateTime::currentDateTimeUtc();
            emit changed();
        });
}

} // namespace plugsmith
