// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalog/pluginentry.h"

#include <QFuture>
#include <QPromise>
#include <QStringList>
#include <QThreadPool>

#include <memory>
#include <type_traits>

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
    template<class Work>
    auto queue(Work work)
    {
        using Value = std::invoke_result_t<const Work &>;
        auto promise = std::make_shared<QPromise<Value>>();
        m_thread.start([this, promise, work = std::move(work)] {
            promise->start();
            open();
            if constexpr (std::is_void_v<Value>) {
                work();
            } else {
                promise->addResult(work());
            }
            promise->finish();
        });
        return promise->future();
    }
    void open(); // in the index thread
    bool openDatabase();
    void close();

    QString m_file;
    QString m_connection;
    QThreadPool m_thread; // exactly one, which never ends: a connection belongs to its thread
    bool m_isOpen = false;
};

} // namespace plugsmith
