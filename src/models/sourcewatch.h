// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace plugsmith {

/// Tells when sources that are open change on disk. Archives and files are watched themselves and through their folder
/// (many programs write a new file and rename it); of folders, the folder and what lies directly in it. GUI thread; the
/// disk is read in the pool.
class SourceWatch : public QObject
{
    Q_OBJECT

public:
    explicit SourceWatch(QObject *parent = nullptr);

    /// Watches these as they are now; an empty list watches nothing.
    void watch(const QStringList &paths);
    /// When the first change since watch() was seen; invalid if there was none.
    const QDateTime &changedAt() const { return m_changedAt; }

signals:
    /// Something was written, and then nothing for a moment.
    void changed();

private:
    struct Look
    {
        QStringList places; ///< to watch
        QString stamp;      ///< size and time of everything; empty if one of the sources is not there
    };
    static Look lookAt(const QStringList &paths);
    void look();

    QFileSystemWatcher m_watcher;
    QTimer m_settle; // a file that is being written changes many times
    QStringList m_paths;
    QString m_stamp;
    int m_watch = 0; // counts calls of watch(): answers about earlier sources are of no use
    QDateTime m_changedAt;
};

} // namespace plugsmith
