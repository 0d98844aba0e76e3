// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "gui/editoropener.h"

#include <memory>

namespace plugsmith {

class ArchiveJob;
struct PlannedJob;

/// Where a file that a log names really is.
struct SourcePlace
{
    QString source; ///< path of the archive or folder; of the file itself for a single file; empty: not of the source
    QString file;   ///< relative to it; an absolute path for a file that is no part of a source

    bool operator==(const SourcePlace &) const = default;
};
/// Logs name files relative to the module, or to where the sources lay unpacked ("../src1/types.go"), or absolute.
SourcePlace sourcePlaceOf(const PlannedJob &job, const QString &file);

/// Opens files of a job's source in the user's editor. A file of a folder is opened itself. Of an archive, whose
/// unpacked copy is gone when a job ends, a copy is unpacked into the cache, read-only, so that nobody edits in vain.
/// GUI thread.
class SourceOpener : public QObject
{
    Q_OBJECT

public:
    explicit SourceOpener(Settings &settings, QObject *parent = nullptr);
    ~SourceOpener() override;

    void open(const PlannedJob &job, const QString &file, int line = 0, int column = 0);
    /// A file of a source, given relative to it.
    void open(const SourcePlace &place, int line = 0, int column = 0);

signals:
    void said(const QString &sentence);

private:
    void openCopy(const SourcePlace &place, int line, int column);
    void openIn(const QString &folder, const QString &file, int line, int column, bool isCopy);

    const Settings &m_settings;
    EditorOpener m_editor;
    std::unique_ptr<ArchiveJob> m_unpacking;
};

/// What a button that opens a file of `source` should explain: for an archive, that a copy is opened. Empty for others.
QString openingHint(const QString &source);

} // namespace plugsmith
