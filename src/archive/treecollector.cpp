// SPDX-License-Identifier: Apache-2.0
#include "archive/treecollector.h"

#include "archive/ignorerules.h"
#include "archive/pathrules.h"
#include "archive/scancontent.h"

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

/// The entry that a frame describes; nothing if it is not one.
std::optional<SourceEntry> entryOf(const Frame &frame)
{
    SourceEntry entry;
    entry.path = frame.fields.value("entry"_L1).toString();
    const QString kind = frame.fields.value("kind"_L1).toString();
    if (kind == "folder"_L1) {
        entry.kind = EntryKind::Folder;
    } else if (kind == "link"_L1) {
        entry.kind = EntryKind::Link;
        entry.linkTarget = frame.fields.value("target"_L1).toString();
    } else if (kind == "file"_L1) {
        entry.size = frame.fields.value("size"_L1).toInteger(-1);
        entry.executable = frame.fields.value("executable"_L1).toBool();
        entry.content = frame.content;
        entry.contentIsWhole = entry.content.size() == entry.size;
    } else {
        return std::nullopt;
    }
    const bool isGood = isCleanPath(entry.path) && entry.size >= entry.content.size() &&
                        (entry.kind == EntryKind::File || !frame.hasContent);
    return isGood ? std::optional(entry) : std::nullopt;
}

} // namespace

bool TreeCollector::add(const Frame &frame)
{
    auto entry = entryOf(frame);
    if (!entry || !isInOrder(entry->path) || ++m_count > m_limits.maxEntries || entry->size > m_limits.maxEntryBytes)
        return false;
    if (entry->kind == EntryKind::Folder)
        m_folders.insert(entry->path);
    m_contentBytes += entry->content.size();
    if (entry->size > m_limits.maxTotalBytes - m_tree.totalBytes || m_contentBytes > MaxScanContent)
        return false;
    if (isLeftOut(*entry))
        return true;
    m_tree.totalBytes += entry->size;
    m_tree.entries.append(std::move(*entry));
    return true;
}

bool TreeCollector::isInOrder(const QString &path)
{
    const qsizetype slash = path.lastIndexOf(u'/');
    if (!comesBefore(m_lastPath, path) || (slash > 0 && !m_folders.contains(path.left(slash))))
        return false;
    m_lastPath = path;
    return true;
}

bool TreeCollector::isLeftOut(const SourceEntry &entry)
{
    if (!m_leftOutFolder.isEmpty() && entry.path.startsWith(m_leftOutFolder))
        return true;
    const QString name = entry.path.sliced(entry.path.lastIndexOf(u'/') + 1);
    if (!isLeftOutOfArchive(name, entry.kind))
        return false;
    if (entry.kind == EntryKind::Folder)
        m_leftOutFolder = entry.path + u'/';
    if (!m_tree.leftOut.contains(name))
        m_tree.leftOut.append(name);
    return true;
}

std::optional<SourceTree> TreeCollector::finish()
{
    if (linkThatLeaves(m_tree.entries) != nullptr)
        return std::nullopt;
    m_tree.leftOut.sort();
    return std::move(m_tree);
}

} // namespace plugsmith
