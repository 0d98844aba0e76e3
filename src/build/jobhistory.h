// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/serialthread.h"
#include "build/buildoptions.h"
#include "build/jobstate.h"

#include <QDateTime>
#include <QFuture>
#include <QHash>
#include <QMetaType>
#include <QObject>
#include <QStringList>

#include <utility>

class QSqlDatabase;

namespace plugsmith {

/// What is needed to build a target again, now or after a crash: the choices, not what became of them.
struct JobSpec
{
    QStringList sources;   ///< absolute paths; the first holds the plugin
    QString packageFolder; ///< relative to the tree of the first source
    QString singleFile;
    QString name;
    QString destination;
    Target target;
    BuildOptions options;
    bool force = false;

    bool operator==(const JobSpec &) const = default;

    QJsonObject toJson() const;
    static Result<JobSpec> fromJson(const QJsonObject &object);
};

/// One row of the history.
struct JobRecord
{
    QString id;
    QString run;        ///< jobs that were started together share it
    QString modulePath; ///< for estimates and for options that are kept per module
    JobSpec spec;
    JobState state = JobState::Queued;
    QDateTime created;
    double seconds = 0;
    JobResult result;
    Error error;
    QString log;
};

/// A binary in some folder of plugins that was built from a certain fingerprint, and still is as it was then.
struct StoredOutput
{
    QString path;
    QString infoPath;
    QString sha256;
    qint64 bytes = 0;
    Scn built;
};

/// The history of builds in state()/history.sqlite, shared by all running instances of the program. Every call returns
/// at once; the work is done in order in a thread of its own. A database that cannot be read is put aside and a new one
/// begun: history is worth keeping, but never worth a failed build.
class JobHistory : public QObject
{
    Q_OBJECT

public:
    explicit JobHistory(const QString &file, QObject *parent = nullptr);
    ~JobHistory() override;

    void add(const JobRecord &record);
    void update(const JobRecord &record);
    /// A job that was dropped before it began.
    void remove(const QString &id);

    /// An SCN for a build of `name` that starts now: the time, or the second after the last one of that name, in any
    /// instance. `atLeast` is the newest one that lies in the destination.
    QFuture<Scn> reserveScn(const QString &name, Scn time, Scn atLeast);

    void rememberOutput(const QString &fingerprint, const StoredOutput &output);
    /// Prefers the one at `path`; checks that the file has not been touched since.
    QFuture<std::optional<StoredOutput>> findOutput(const QString &fingerprint, const QString &path);

    /// Those of `paths` that were written by a build that is remembered. Whether they still are as they were, and of
    /// what they were made, is for findOutput().
    QFuture<QStringList> knownOutputs(const QStringList &paths);

    /// The digest of what an archive holds, by the SHA-256 of its bytes: saves unpacking it again.
    void rememberArchive(const QString &sha256, const QByteArray &treeDigest);
    QFuture<QByteArray> findArchive(const QString &sha256);

    /// Newest first.
    QFuture<QVector<JobRecord>> recent(int count);
    /// Jobs whose program died before they ended, oldest first, and marks them as cancelled so that they are offered
    /// once.
    QFuture<QVector<JobRecord>> takeInterrupted();
    /// Seconds that the last builds of a module for a target took, newest first, up-to-date ones left out.
    QFuture<QVector<double>> durations(const QString &modulePath, const Target &target, int count);

    /// Deletes rows and logs beyond the newest `keep`.
    void prune(int keep);

private:
    /// Does `work` in the history thread, with the database open.
    template<class Work>
    auto queue(Work work)
    {
        return m_thread.run([this, work = std::move(work)] {
            open();
            return work();
        });
    }
    void open(); // in the history thread
    enum class Opened { Yes, No, Unusable };
    Opened openDatabase();
    void write(const JobRecord &record);

    QString m_file;
    QString m_connection;
    SerialThread m_thread;
    bool m_isOpen = false; // history thread only, as is the next
    QHash<QString, Scn> m_lastScns;
};

} // namespace plugsmith

Q_DECLARE_METATYPE(plugsmith::JobRecord)
