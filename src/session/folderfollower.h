// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "session/pluginfile.h"

#include <QElapsedTimer>
#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

namespace plugsmith {

/// Watches a folder for plugins and hands over those that are whole: the file has not changed for a second, and its
/// build info is there. Each content is handed over once. Lives in the GUI thread; folders and files are read in the
/// pool.
class FolderFollower : public QObject
{
    Q_OBJECT

public:
    explicit FolderFollower(QObject *parent = nullptr);

    /// One second unless set.
    void setQuietTime(std::chrono::milliseconds time) { m_quietTime = time; }
    /// Ends what was watched before. What is in the folder already is handed over, too.
    void follow(const QString &folder);
    const QString &folder() const { return m_folder; }

signals:
    /// By ascending SCN.
    void pluginsReady(const QVector<plugsmith::PluginFile> &files);
    /// A file that is whole and no plugin that could be loaded; once for each content.
    void unreadable(const QString &path, const plugsmith::Error &problem);
    /// The folder was read for the first time, and what was ready in it was handed over.
    void caughtUp();

private:
    struct Seen
    {
        qint64 bytes = 0;
        qint64 modified = 0; // ms since the epoch
        bool hasInfo = false;

        bool operator==(const Seen &) const = default;
    };
    struct Known : Seen
    {
        qint64 since = 0; // ms of m_clock
        bool isHandedOver = false;
    };
    using Listing = QHash<QString, Seen>;
    struct ReadFile
    {
        QString path;
        Result<PluginFile> file;
    };

    static Listing list(const QString &folder);
    void scan();
    void onListed(const Listing &listing);
    void onRead(const QVector<ReadFile> &files);

    QString m_folder;
    QFileSystemWatcher m_watcher;
    QTimer m_timer;
    QElapsedTimer m_clock;
    QHash<QString, Known> m_known;
    std::chrono::milliseconds m_quietTime{1000};
    std::unique_ptr<QObject> m_run; // dies with what it stands for, and so do its deliveries
    bool m_isScanning = false;
    bool m_hasCaughtUp = false;
};

} // namespace plugsmith
