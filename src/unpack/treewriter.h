// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "unpack/entry.h"
#include "unpack/names.h"

namespace plugsmith::unpack {

/// Whether the file system of an open, empty folder tells "A" from "a". Makes and removes a folder in it.
CaseRule probeCase(int folder);

/// Writes a checked tree below an open, empty folder. Everything is created anew and relative to descriptors; a name
/// that is already there, or a link on the way, is an error. Modes are 0644, 0755 for executables and folders.
class TreeWriter
{
public:
    explicit TreeWriter(int root)
        : m_root(root)
    {
    }
    ~TreeWriter();
    Q_DISABLE_COPY_MOVE(TreeWriter)

    /// In the order of the tree: folders before what is in them.
    Outcome<void> makeFolder(const Entry &entry);
    Outcome<void> beginFile(const Entry &entry);
    Outcome<void> write(const char *bytes, qint64 count);
    Outcome<void> endFile(const Entry &entry);
    /// After everything else, so that nothing can be written through a link.
    Outcome<void> makeLink(const Entry &entry);
    /// Last of all: writing into a folder changes its time.
    void setFolderTime(const Entry &entry);

private:
    Outcome<int> openParent(const QByteArray &path);
    void closeFile();

    int m_root;
    int m_parent = -1; // of m_parentPath; the last one, as neighbours follow each other
    QByteArray m_parentPath;
    int m_file = -1;
    QByteArray m_filePath;
};

} // namespace plugsmith::unpack
