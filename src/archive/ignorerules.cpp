// SPDX-License-Identifier: Apache-2.0
#include "archive/ignorerules.h"

#include "base/atomicfile.h"
#include "base/pluginname.h"

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

template<size_t Count>
bool isOneOf(const QString &name, const QLatin1StringView (&names)[Count])
{
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

bool isVersionControl(const QString &name, EntryKind kind)
{
    // In a worktree or submodule .git is a file.
    static constexpr QLatin1StringView Folders[] = {".hg"_L1, ".svn"_L1,   ".bzr"_L1,  "CVS"_L1,
                                                    ".jj"_L1, "_darcs"_L1, ".pijul"_L1};
    return name == ".git"_L1 || (kind == EntryKind::Folder && isOneOf(name, Folders));
}

bool isMacLitter(const QString &name)
{
    return name == "__MACOSX"_L1 || name == ".DS_Store"_L1 || name.startsWith("._"_L1);
}

bool isBuilt(const QString &name)
{
    static constexpr QLatin1StringView Suffixes[] = {".so"_L1, ".so.gz"_L1, ".pinf"_L1};
    const bool hasSuffix = std::any_of(std::begin(Suffixes), std::end(Suffixes),
                                       [&name](QLatin1StringView suffix) { return name.endsWith(suffix); });
    return hasSuffix && PluginName::parse(name).has_value();
}

} // namespace

bool isLeftOutOfFolder(const QString &name, EntryKind kind)
{
    if (isLeftOutOfArchive(name, kind))
        return true;
    return kind == EntryKind::Folder ? name == "node_modules"_L1 : isTemporaryName(name) || isBuilt(name);
}

bool isLeftOutOfArchive(const QString &name, EntryKind kind)
{
    return isVersionControl(name, kind) || isMacLitter(name);
}

} // namespace plugsmith
