// SPDX-License-Identifier: Apache-2.0
#include "unpack/names.h"

#include <QByteArrayList>
#include <QHash>
#include <QString>

#include <algorithm>

namespace plugsmith::unpack {
namespace {

constexpr int MaxLinkHops = 40; // the kernel's own limit
constexpr int MaxTarget = 4000;
// For all links together, about one second: some thousand links can be made to cost hours. A step costs the path that
// is looked up, and this much more.
constexpr qint64 MaxLinkWork = qint64(1) << 30;
constexpr qint64 WorkOfStep = 64;

/// The tree while it grows, in the order of the archive.
class Tree
{
public:
    Tree(const Limits &limits, CaseRule caseRule)
        : m_limits(limits)
        , m_caseRule(caseRule)
    {
    }

    Outcome<void> add(Entry entry)
    {
        auto clean = cleanName(entry.path);
        if (!clean)
            return clean.error();
        if (clean->isEmpty()) { // the folder itself
            return entry.kind == Entry::Kind::Folder
                       ? Outcome<void>()
                       : Outcome<void>(refused(Problem::Code::Unsafe, entry.path, "twice"));
        }
        entry.path = *clean;
        if (entry.kind == Entry::Kind::Link && hasControls(entry.target))
            return refused(Problem::Code::Unsafe, entry.path, "control");
        if (entry.kind == Entry::Kind::HardLink) {
            if (auto copied = copyOf(entry); !copied)
                return copied;
        }
        if (auto parents = addParents(entry.path); !parents)
            return parents;
        return insert(std::move(entry));
    }

    /// Links are judged last: one may lead through another that comes later in the archive.
    Outcome<void> checkLinks() const
    {
        qint64 work = 0;
        for (const Entry &entry : m_entries) {
            if (entry.kind == Entry::Kind::Link && !staysInside(entry, work))
                return refused(Problem::Code::Outside, entry.path, "link", entry.target);
        }
        return {};
    }

    std::vector<Entry> take() { return std::move(m_entries); }

private:
    const Entry *find(const QByteArray &path) const
    {
        const auto found = m_byPath.constFind(path);
        return found == m_byPath.constEnd() ? nullptr : &m_entries[static_cast<size_t>(*found)];
    }

    /// A hard link becomes a second file with the content of the first, which must be there already.
    Outcome<void> copyOf(Entry &link) const
    {
        const auto target = cleanName(link.target);
        const Entry *original = target ? find(*target) : nullptr;
        if (original == nullptr || original->kind != Entry::Kind::File)
            return refused(Problem::Code::Unsafe, link.path, "hardlink", link.target);
        const QByteArray path = link.path;
        link = *original;
        link.path = path;
        return {};
    }

    /// Upwards only as far as to the first known folder: the cost is that of the folders that are new.
    Outcome<void> addParents(const QByteArray &path)
    {
        std::vector<QByteArray> missing;
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            const QByteArray parent = path.left(slash);
            const Entry *known = find(parent);
            if (known == nullptr) {
                missing.push_back(parent);
                continue;
            }
            if (known->kind == Entry::Kind::Folder)
                break;
            const bool isLink = known->kind == Entry::Kind::Link;
            return refused(Problem::Code::Unsafe, path, isLink ? "through-link" : "through-file", parent);
        }
        std::reverse(missing.begin(), missing.end());
        for (const QByteArray &parent : missing) {
            Entry folder;
            folder.path = parent;
            folder.kind = Entry::Kind::Folder;
            if (auto inserted = insert(std::move(folder)); !inserted)
                return inserted;
        }
        return {};
    }

    Outcome<void> insert(Entry entry)
    {
        if (const auto known = m_byPath.constFind(entry.path); known != m_byPath.constEnd()) {
            Entry &first = m_entries[static_cast<size_t>(*known)];
            if (first.kind != Entry::Kind::Folder || entry.kind != Entry::Kind::Folder)
                return refused(Problem::Code::Unsafe, entry.path, "twice");
            first.modified = std::max(first.modified, entry.modified);
            return {};
        }
        if (m_caseRule == CaseRule::Ignored) {
            const QString folded =
                QString::fromUtf8(entry.path).normalized(QString::NormalizationForm_C).toCaseFolded();
            if (const auto other = m_byFoldedPath.constFind(folded); other != m_byFoldedPath.constEnd())
                return refused(Problem::Code::Unsafe, entry.path, "case", *other);
            m_byFoldedPath.insert(folded, entry.path);
        }
        if (static_cast<qint64>(m_entries.size()) >= m_limits.maxEntries)
            return tooLarge("entries", -1, m_limits.maxEntries);
        m_byPath.insert(entry.path, static_cast<int>(m_entries.size()));
        m_entries.push_back(std::move(entry));
        return {};
    }

    /// Walks the target as the kernel would, through other links of the archive, because a link that stays inside by
    /// its letters can leave by way of another.
    bool staysInside(const Entry &link, qint64 &work) const
    {
        if (link.target.isEmpty() || link.target.size() > MaxTarget || link.target.startsWith('/'))
            return false;
        QByteArray at = folderOf(link.path);
        QByteArrayList ahead = link.target.split('/');
        for (int hops = 0; !ahead.isEmpty();) {
            const QByteArray step = ahead.takeFirst();
            work += WorkOfStep + at.size() + step.size();
            if (work > MaxLinkWork)
                return false;
            if (step.isEmpty() || step == ".")
                continue;
            if (step == "..") {
                if (at.isEmpty())
                    return false;
                at = folderOf(at);
                continue;
            }
            const QByteArray next = at.isEmpty() ? step : QByteArray(at + '/' + step);
            const Entry *here = find(next);
            if (here == nullptr || here->kind != Entry::Kind::Link) {
                at = next;
                continue;
            }
            if (++hops > MaxLinkHops || here->target.startsWith('/'))
                return false;
            ahead = here->target.split('/') + ahead;
        }
        return true;
    }

    static QByteArray folderOf(const QByteArray &path)
    {
        return path.left(std::max<int>(0, static_cast<int>(path.lastIndexOf('/'))));
    }

    const Limits &m_limits;
    CaseRule m_caseRule;
    std::vector<Entry> m_entries;
    QHash<QByteArray, int> m_byPath;
    QHash<QString, QByteArray> m_byFoldedPath;
};

Outcome<void> checkSizes(const std::vector<Entry> &entries, const Limits &limits, qint64 archiveBytes)
{
    qint64 total = 0;
    for (const Entry &entry : entries) {
        if (entry.size > limits.maxEntryBytes)
            return tooLarge("entry", entry.size, limits.maxEntryBytes, entry.path);
        if (entry.size > std::numeric_limits<qint64>::max() - total)
            return tooLarge("total", -1, limits.maxTotalBytes);
        total += entry.size;
    }
    if (total > limits.maxTotalBytes)
        return tooLarge("total", total, limits.maxTotalBytes);
    if (limits.exceedsRatio(total, archiveBytes))
        return tooLarge("ratio", total, limits.maxRatio);
    return {};
}

} // namespace

Outcome<void> checkTree(std::vector<Entry> &entries, const Limits &limits, qint64 archiveBytes, CaseRule caseRule)
{
    Tree tree(limits, caseRule);
    for (Entry &entry : entries) {
        if (auto added = tree.add(std::move(entry)); !added)
            return added;
    }
    if (auto checked = tree.checkLinks(); !checked)
        return checked;
    entries = tree.take();
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) { return a.path < b.path; });
    return checkSizes(entries, limits, archiveBytes);
}

} // namespace plugsmith::unpack
