// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/serialthread.h"
#include "catalog/pluginentry.h"

#include <QFuture>
#include <QStringList>

#include <utility>

namespace plugsmith {

/// What was read from files, kept between runs in an SQLite file, shared by all running instances. Every call returns
/// at once; the work is done in order in a thread of its own. The index can be deleted at any time; one that is damaged
/// or of another version is begun anew, and a folder that cannot be written to costs the memory, nothing else.
class CatalogIndex
{
public:
    explicit CatalogIndex(QString file);
    ~CatalogIndex();
    Q_DISABLE_COPY_MOVE(CatalogIndex)

    /// The entries below a folder as they were last read.
    QFuture<QList<PluginEntry>> load(const QString &folder);
    void store(const QList<PluginEntry> &entries);
    void remove(const QStringList &paths);

private:
    /// Does `work` in the index thread, with the database open.
    template<class Work>
    auto queue(Work work)
    {
        return m_thread.run([this, work = std::move(work)] {
            open();
            return work();
        });
    }
    void open(); // in the index thread
    bool openDatabase();
    void close();

    QString m_file;
    QString m_connection;
    SerialThread m_thread;
    bool m_isOpen = false;
    bool m_isUsable = false; // else there is no memory
};

} // namespace plugsmith
