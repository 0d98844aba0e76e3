// SPDX-License-Identifier: Apache-2.0
#include "unpack/unpacktree.h"

#include "unpack/treewriter.h"

namespace plugsmith::unpack {

Outcome<void> unpackTree(Archive &archive, int folder, const UnpackProgress &progress)
{
    TreeWriter writer(folder);
    qint64 done = 0;
    for (const Entry &entry : archive.entries()) {
        if (isMacLitter(entry.path))
            continue;
        if (entry.kind == Entry::Kind::Folder) {
            if (auto made = writer.makeFolder(entry); !made)
                return made;
        }
        if (entry.kind != Entry::Kind::File)
            continue;
        if (auto begun = writer.beginFile(entry); !begun)
            return begun;
        auto read = archive.read(entry, entry.size, [&](const char *bytes, qint64 count) {
            done += count;
            progress(done, entry.path);
            return writer.write(bytes, count);
        });
        if (!read)
            return read;
        if (auto ended = writer.endFile(entry); !ended)
            return ended;
    }
    for (const Entry &entry : archive.entries()) {
        if (entry.kind != Entry::Kind::Link || isMacLitter(entry.path))
            continue;
        if (auto made = writer.makeLink(entry); !made)
            return made;
    }
    for (const Entry &entry : archive.entries()) { // any order will do: setting one time changes no other
        if (entry.kind == Entry::Kind::Folder && !isMacLitter(entry.path))
            writer.setFolderTime(entry);
    }
    return {};
}

} // namespace plugsmith::unpack
