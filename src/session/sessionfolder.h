// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTemporaryDir>

namespace plugsmith {

/// A private folder of one session, for copies of plugins and what the plugins write. Removed with the object; folders
/// of programs that died are removed by the next that asks for one.
class SessionFolder
{
public:
    SessionFolder();

    bool isValid() const { return m_folder.isValid(); }
    QString path() const { return m_folder.path(); }
    /// A file that never existed: Go opens each path once, whatever is there later.
    QString newPluginPath(const QString &name);

    /// For a worker.
    static void removeStale();

private:
    QTemporaryDir m_folder;
    int m_count = 0;
};

} // namespace plugsmith
