// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/sourcedownload.h"
#include "models/sourcesorter.h"

#include <QObject>
#include <QStringList>

class QMenu;

namespace plugsmith {

struct DroppedSources;
class BuildSession;
class WindowMessages;

/// Every way in for sources: drop, paste, dialogs, recent ones, command line. Sorts several, offers to download
/// addresses, and asks above the pages where only a person can decide.
class SourceIntake : public QObject
{
    Q_OBJECT

public:
    SourceIntake(BuildSession &session, WindowMessages &messages, QObject *parent = nullptr);

    /// `inOrder`: where nothing else tells which of several sources is the plugin, it is the first; else the person is
    /// asked.
    void take(const DroppedSources &sources, bool inOrder = false);
    /// Opens one source, or several after sorting them.
    void open(const QStringList &paths);
    /// Fills a menu with the sources that were open lately.
    void offerRecent(QMenu &menu);

signals:
    /// A source was opened; the Build page shows it.
    void opened();
    /// Plugins, or folders of them, which the Plugins page shows.
    void pluginsBrought(const QStringList &paths);
    /// Files that may be presets.
    void presetsBrought(const QStringList &paths);

private:
    void onSorted(const QStringList &paths, bool isDecided);
    void askWhich(const QStringList &paths);
    void openSorted(const QStringList &paths);
    void showWaiting();
    void onAsked(const Result<DownloadOffer> &offer);
    void showProgress(qint64 done, qint64 total);
    void onDownloaded(const Result<QString> &path);
    void fetch();
    void fail(const Error &error);

    BuildSession &m_session;
    WindowMessages &m_messages;
    SourceSorter m_sorter;
    SourceDownload m_download;
    bool m_isInOrder = false;
    QString m_waiting; // the source that the card speaks of
};

} // namespace plugsmith
