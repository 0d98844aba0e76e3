// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/toolchainrow.h"
#include "toolchain/toolchainstore.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QHash>
#include <QSet>
#include <QTimer>

namespace plugsmith {

class BuildEngine;

/// The Go versions that are here, on their way, or to be had, newest first. Rows keep their key on the way from one to
/// the next, so that a selection stays: "go1.22.6" for what Plugsmith fetches, the path for a file that is added, the
/// root for everything else. Changes nothing by itself. GUI thread.
class ToolchainModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { VersionColumn, StateColumn, ChecksumColumn, SizeColumn, ActionColumn, ColumnCount };
    enum class State { Available, Waiting, Downloading, Verifying, Unpacking, Checking, Installed, Broken, Failed };
    Q_ENUM(State)
    /// What Verify Again found out.
    enum class Verdict { None, Running, Good, Bad };

    struct Row
    {
        QString key;
        GoVersion version; ///< invalid for a file that has not been unpacked
        State state = State::Available;
        GoToolchain toolchain;                   ///< Installed and Broken
        std::optional<FetchedToolchain> fetched; ///< of those that Plugsmith brought here
        std::optional<GoRelease> release;        ///< what is known of it elsewhere
        InstallProgress progress;                ///< while it is on its way
        Error error;                             ///< Failed
        Verdict verdict = Verdict::None;
        Error verdictError; ///< Bad

        bool operator==(const Row &other) const;
        bool isBusy() const { return state >= State::Waiting && state <= State::Checking; }
        bool isRejected() const { return state == State::Failed && error.code == ErrorCode::Damaged; }
    };

    explicit ToolchainModel(BuildEngine &engine, QObject *parent = nullptr);

    const Row &rowAt(int row) const { return m_rows[row]; }
    /// The row of a key, or that of a version as people write it ("1.22.6"); -1 if there is none.
    int find(const QString &keyOrVersion) const;
    int installedCount() const;
    int busyCount() const;
    /// Of everything that Plugsmith brought here.
    qint64 fetchedBytes() const;
    /// The newest release that can be fetched and is not here; nullptr if none is known.
    const GoRelease *newestMissing() const;
    /// Forgets what went wrong with a row.
    void forgetError(const QString &key);
    void setVerdict(const QString &key, Verdict verdict, const Error &error = {});

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// Rows came, went or changed their state; not for progress.
    void changed();

private:
    struct Verified
    {
        Verdict verdict = Verdict::None;
        Error error;
    };
    struct Speed
    {
        QElapsedTimer since;
        qint64 bytes = 0;
        double perSecond = 0;
    };
    void refresh();
    QVector<Row> wantedRows() const;
    void addInstalled(QVector<Row> &rows) const;
    void addOthers(QVector<Row> &rows) const;
    void onInstallChanged(const QString &name, const InstallProgress &progress);
    void onInstallFinished(const QString &name, const Result<GoToolchain> &result);
    void flushProgress();
    bool isNewest(const GoVersion &version) const;
    static QString versionText(const Row &row);
    QString versionDetail(const Row &row) const;
    static QString stateText(const Row &row);
    QString stateDetail(const Row &row) const;
    static QString checksumText(const Row &row);
    static QString sizeText(const Row &row);
    QString sentence(const Row &row) const;
    QVariant cellText(const Row &row, int column) const;
    static ToolchainRow::Tone toneOf(const Row &row, int column);
    static ToolchainRow::Action actionOf(const Row &row);
    static QString actionText(const Row &row);
    static QString reasonOf(const Row &row);

    BuildEngine &m_engine;
    ToolchainStore &m_store;
    QVector<Row> m_rows;
    QHash<QString, InstallProgress> m_progress; // by key, as are the next
    QHash<QString, Error> m_errors;
    QHash<QString, Verified> m_verified;
    QHash<QString, Speed> m_speeds;
    QSet<QString> m_moved; // rows whose progress has not been shown
    QTimer m_flush;
};

} // namespace plugsmith
