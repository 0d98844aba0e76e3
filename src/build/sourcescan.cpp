// SPDX-License-Identifier: Apache-2.0
#include "build/sourcescan.h"

#include "build/buildconstraint.h"
#include "build/gosource.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QMap>

#include <algorithm>
#include <span>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct SourceScanText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::SourceScan)
};

QString folderOf(const QString &path)
{
    const qsizetype slash = path.lastIndexOf(u'/');
    return slash < 0 ? QString() : path.first(slash);
}

QString fileNameOf(const QString &path)
{
    return path.sliced(path.lastIndexOf(u'/') + 1);
}

QString joined(const QString &folder, const QString &name)
{
    return folder.isEmpty() ? name : folder + u'/' + name;
}

bool isInside(const QString &path, const QString &folder)
{
    return folder.isEmpty() || path == folder || path.startsWith(folder + u'/');
}

/// `path` below `folder`, which must hold it.
QString relativeTo(const QString &folder, const QString &path)
{
    if (folder.isEmpty())
        return path;
    return path == folder ? QString() : path.sliced(folder.size() + 1);
}

/// Whether the go command never looks into a folder on the way (cmd/go: testdata, and names that start with "." or
/// "_").
bool isHiddenFromGo(const QString &folder)
{
    const auto parts = QStringView(folder).split(u'/', Qt::SkipEmptyParts);
    return std::ranges::any_of(parts, [](QStringView part) {
        return part == u"testdata" || part == u"vendor" || part.startsWith(u'.') || part.startsWith(u'_');
    });
}

std::string_view bytesOf(const QByteArray &array)
{
    return {array.constData(), static_cast<std::size_t>(array.size())};
}

/// All platforms with plugins: a file that takes part on none of them is no reason to call its folder a package.
const QVector<Platform> &pluginPlatforms()
{
    static const QVector<Platform> platforms = [] {
        QVector<Platform> list;
        for (const char *text : {"linux/amd64", "linux/arm64", "linux/386", "linux/arm", "linux/ppc64le", "linux/s390x",
                                 "linux/riscv64", "linux/loong64", "darwin/arm64", "darwin/amd64", "freebsd/amd64"})
            list += *Platform::parse(QString::fromLatin1(text));
        return list;
    }();
    return platforms;
}

struct GoFile
{
    QString name;
    GoSourceFacts facts;
    bool here = false;     ///< takes part on this machine
    bool anywhere = false; ///< takes part on some platform with plugins
};

class Scanner
{
public:
    Scanner(const SourceTree &tree, const QStringList &tags)
        : m_tree(tree)
        , m_tags(tags.begin(), tags.end())
    {
    }

    SourceScan scan()
    {
        m_scan.origin = m_tree.originPath;
        m_scan.displayName = QFileInfo(m_tree.originPath).fileName();
        m_scan.isFolder = m_tree.isFolder;
        m_scan.bytes = m_tree.isFolder ? m_tree.totalBytes : m_tree.archiveBytes;
        m_scan.leftOut = m_tree.leftOut;
        findTopFolder();
        readFiles();
        readModules();
        readWorkspace();
        // A go.mod that cannot be read is not one that is missing.
        const bool hasBadMod =
            std::ranges::count(m_scan.findings, ScanProblem::BadGoMod, &SourceScan::Finding::problem) > 0;
        if (m_scan.modules.isEmpty() && m_scan.goFileCount > 0 && !hasBadMod)
            addSyntheticModule();
        assignPackages();
        findMains();
        addFindings();
        return std::move(m_scan);
    }

private:
    void findTopFolder()
    {
        QString top;
        for (const SourceEntry &entry : m_tree.entries) {
            const qsizetype slash = entry.path.indexOf(u'/');
            if (slash < 0 && entry.kind != EntryKind::Folder)
                return; // something lies at the root
            const QString first = slash < 0 ? entry.path : entry.path.first(slash);
            if (!top.isEmpty() && first != top)
                return;
            top = first;
        }
        m_scan.topFolder = top;
    }

    void readFiles()
    {
        for (const SourceEntry &entry : m_tree.entries) {
            if (entry.kind == EntryKind::Folder)
                continue;
            ++m_scan.fileCount;
            const QString folder = folderOf(entry.path);
            const QString name = fileNameOf(entry.path);
            if (name == "go.mod"_L1 || name == "go.work"_L1 || entry.path.endsWith("vendor/modules.txt"_L1))
                m_special.insert(entry.path, entry.content);
            if (!name.endsWith(".go"_L1))
                continue;
            ++m_scan.goFileCount;
            if (isHiddenFromGo(folder) || name.endsWith("_test.go"_L1))
                continue;
            m_folders[folder] += readGoFile(name, entry);
        }
    }

    GoFile readGoFile(const QString &name, const SourceEntry &entry) const
    {
        GoFile file;
        file.name = name;
        file.facts = readGoSource(bytesOf(entry.content), entry.contentIsWhole);
        const std::string utf8Name = name.toStdString();
        BuildContext context;
        context.tags = m_tags;
        const auto fits = [&](const Platform &platform) {
            context.platform = platform;
            return fileNameFits(utf8Name, context) && evaluateConstraint(file.facts.constraint, context);
        };
        file.here = fits(Platform::thisMachine());
        file.anywhere = file.here || std::ranges::any_of(pluginPlatforms(), fits);
        return file;
    }

    void readModules()
    {
        for (auto it = m_special.begin(); it != m_special.end(); ++it) {
            const QString folder = folderOf(it.key());
            if (fileNameOf(it.key()) != "go.mod"_L1 || isHiddenFromGo(folder))
                continue;
            auto mod = GoMod::parse(*it, u"go.mod"_s);
            if (!mod) {
                m_scan.findings += {ScanProblem::BadGoMod, mod.error(), it.key(), mod.error().detail.toInt()};
                continue;
            }
            ScannedModule module;
            module.folder = folder;
            module.mod = *mod;
            module.text = *it;
            module.isVendored = m_special.contains(joined(folder, u"vendor/modules.txt"_s));
            m_scan.modules += module;
        }
        std::ranges::sort(m_scan.modules, {}, &ScannedModule::folder);
    }

    void readWorkspace()
    {
        for (const QString &folder : {QString(), m_scan.topFolder}) {
            const auto text = m_special.constFind(joined(folder, u"go.work"_s));
            if (text == m_special.constEnd())
                continue;
            const auto work = GoWork::parse(*text, u"go.work"_s);
            if (!work)
                return;
            ScannedWorkspace workspace{folder, *text, *work, {}, true};
            for (const GoModWord &use : work->uses) {
                const QString used = QDir::cleanPath(joined(folder, use.text));
                const QString shown = used == "."_L1 ? QString() : used;
                workspace.moduleFolders += shown;
                workspace.isComplete =
                    workspace.isComplete && std::ranges::any_of(m_scan.modules, [&](const ScannedModule &module) {
                        return module.folder == shown;
                    });
            }
            m_scan.workspace = workspace;
            return;
        }
    }

    /// For a source without go.mod. Sources from before modules import their own packages by the path of their
    /// repository; the part before a folder that exists is then the module path.
    void addSyntheticModule()
    {
        ScannedModule module;
        module.folder = m_scan.topFolder;
        module.isSynthetic = true;
        QSet<QString> imports;
        for (const auto &folder : std::as_const(m_folders)) {
            for (const GoFile &file : folder) {
                if (!file.anywhere)
                    continue;
                for (const GoImport &import : file.facts.imports)
                    imports.insert(import.path);
            }
        }
        QString path = u"plugin.local/"_s + moduleNameFromFile();
        for (const QString &import : imports) {
            for (auto it = m_folders.begin(); it != m_folders.end(); ++it) {
                const QString folder = relativeTo(module.folder, it.key());
                if (!folder.isEmpty() && !isStandardImport(import) && import.endsWith(u'/' + folder))
                    path = import.chopped(folder.size() + 1);
            }
        }
        for (const QString &import : imports) {
            if (import != "C"_L1 && !isStandardImport(import) && !isInside(import, path))
                module.foreignImports += import;
        }
        module.foreignImports.sort();
        module.text = "module " + path.toUtf8() + '\n';
        if (const auto mod = GoMod::parse(module.text, u"go.mod"_s))
            module.mod = *mod;
        m_scan.modules += module;
    }

    /// A legal last element of a module path out of the name of the source.
    QString moduleNameFromFile() const
    {
        QString name = m_scan.displayName.section(u'.', 0, 0).toLower();
        for (QChar &c : name) {
            const bool legal = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
            if (!legal)
                c = u'-';
        }
        return name.isEmpty() || !name[0].isLetterOrNumber() ? u"plugin"_s : name;
    }

    void assignPackages()
    {
        for (auto it = m_folders.begin(); it != m_folders.end(); ++it) {
            const int module = m_scan.moduleOf(it.key());
            const bool hasFiles = std::ranges::any_of(*it, &GoFile::anywhere);
            if (module >= 0 && hasFiles)
                m_scan.modules[module].packages.insert(relativeTo(m_scan.modules[module].folder, it.key()));
        }
    }

    void findMains()
    {
        for (auto it = m_folders.begin(); it != m_folders.end(); ++it) {
            const int module = m_scan.moduleOf(it.key());
            QVector<const GoFile *> files;
            for (const GoFile &file : *it) {
                if (file.facts.package == "main"_L1 && file.anywhere)
                    files += &file;
            }
            if (module < 0 || files.isEmpty())
                continue;
            if (declareSameNames(files)) {
                for (const GoFile *file : files)
                    m_scan.mains += mainOf(it.key(), module, {&file, 1}, file->name);
            } else {
                m_scan.mains += mainOf(it.key(), module, files, {});
            }
        }
        std::ranges::stable_sort(m_scan.mains, {}, [](const MainPackage &main) { return main.folder.count(u'/'); });
    }

    /// Files that declare the same name cannot be one package: each is a plugin of its own. Only files that take part
    /// together count.
    static bool declareSameNames(const QVector<const GoFile *> &files)
    {
        QSet<QString> names;
        for (const GoFile *file : files) {
            if (!file->here)
                continue;
            const QSet<QString> own(file->facts.declared.begin(), file->facts.declared.end());
            if (names.intersects(own))
                return true;
            names.unite(own);
        }
        return false;
    }

    static MainPackage mainOf(const QString &folder, int module, std::span<const GoFile *const> files,
                              const QString &single)
    {
        MainPackage main;
        main.folder = folder;
        main.module = module;
        main.singleFile = single;
        for (const GoFile *file : files) {
            if (file->here || files.size() == 1)
                main.files += file->name;
            main.isProgram = main.isProgram || file->facts.mainHasBody;
            main.usesCgo = main.usesCgo || file->facts.usesCgo;
        }
        return main;
    }

    void addFindings()
    {
        const QString &name = m_scan.displayName;
        if (m_scan.goFileCount == 0) {
            m_scan.findings.prepend(
                {ScanProblem::NoGoFiles,
                 {ErrorCode::InvalidInput,
                  SourceScanText::tr("No Go files were found"),
                  SourceScanText::tr("%1 holds %n file(s), but none of them ends in .go.", nullptr, m_scan.fileCount)
                      .arg(name),
                  {}},
                 {},
                 0});
            return;
        }
        if (!m_scan.modules.isEmpty() && m_scan.modules[0].isSynthetic) {
            m_scan.findings +=
                {ScanProblem::NoGoMod,
                 {ErrorCode::NotFound,
                  SourceScanText::tr("No go.mod was found"),
                  SourceScanText::tr("Plugsmith builds Go modules. The source has %n .go file(s) but no go.mod.",
                                     nullptr, m_scan.goFileCount),
                  {}},
                 {},
                 0};
        }
        if (m_scan.mains.isEmpty()) {
            m_scan.findings += {ScanProblem::NoMainPackage,
                                {ErrorCode::NotFound,
                                 SourceScanText::tr("No “package main” was found"),
                                 SourceScanText::tr("A plugin is built from a main package."),
                                 {}},
                                {},
                                0};
        }
        if (m_scan.modules.size() > 1) {
            m_scan.findings +=
                {ScanProblem::SeveralModules,
                 {ErrorCode::InvalidInput,
                  SourceScanText::tr("There are %n modules", nullptr, static_cast<int>(m_scan.modules.size())),
                  SourceScanText::tr("Choose the one that holds the plugin."),
                  {}},
                 {},
                 0};
        }
    }

    const SourceTree &m_tree;
    QSet<QString> m_tags;
    SourceScan m_scan;
    QMap<QString, QByteArray> m_special;      // go.mod, go.work, vendor/modules.txt
    QMap<QString, QVector<GoFile>> m_folders; // those the go command sees
};

} // namespace

int SourceScan::defaultMain() const
{
    if (mains.isEmpty())
        return -1;
    const auto named = std::ranges::find_if(mains, [](const MainPackage &main) {
        return fileNameOf(main.folder).contains("plugin"_L1, Qt::CaseInsensitive) ||
               main.singleFile.contains("plugin"_L1, Qt::CaseInsensitive);
    });
    if (named != mains.end())
        return static_cast<int>(named - mains.begin());
    // Sorted by depth already. Of equally shallow ones, a package without a program in it is the likelier plugin.
    const auto depth = [](const MainPackage &main) {
        return main.folder.count(u'/') + (main.folder.isEmpty() ? 0 : 1);
    };
    const auto best = std::ranges::min_element(
        mains, {}, [&](const MainPackage &main) { return std::pair(depth(main), main.isProgram); });
    return static_cast<int>(best - mains.begin());
}

int SourceScan::moduleOf(const QString &folder) const
{
    int best = -1;
    for (int i = 0; i < modules.size(); ++i) {
        if (isInside(folder, modules[i].folder) && (best < 0 || modules[i].folder.size() > modules[best].folder.size()))
            best = i;
    }
    return best;
}

QString SourceScan::shownFolder(const QString &folder) const
{
    const QString shown = relativeTo(isInside(folder, topFolder) ? topFolder : QString(), folder);
    return shown.isEmpty() ? u"."_s : u"./"_s + shown;
}

SourceScan scanSource(const SourceTree &tree, const QStringList &tags)
{
    return Scanner(tree, tags).scan();
}

QVector<LocalReplace> matchLocalReplaces(const SourceScan &scan, int module, const QVector<SourceScan> &others)
{
    QVector<LocalReplace> matches;
    const ScannedModule &own = scan.modules[module];
    const auto supply = [&others](LocalReplace &match) {
        for (int i = 0; i < others.size(); ++i) {
            for (const ScannedModule &candidate : others[i].modules) {
                if (candidate.mod.module.text == match.modulePath) {
                    match.state = LocalReplace::State::Supplied;
                    match.source = i;
                    match.folder = candidate.folder;
                    return;
                }
            }
        }
    };
    for (int i = 0; i < own.mod.replaces.size(); ++i) {
        const GoModReplace &replace = own.mod.replaces[i];
        if (!replace.isLocal())
            continue;
        LocalReplace match;
        match.index = i;
        match.modulePath = replace.oldPath.text;
        match.writtenPath = replace.newPath.text;
        supply(match);
        const bool absolute = QDir::isAbsolutePath(match.writtenPath);
        const QString target = QDir::cleanPath(absolute ? match.writtenPath : joined(own.folder, match.writtenPath));
        if (match.state == LocalReplace::State::Missing && !absolute && !target.startsWith(".."_L1)) {
            const QString folder = target == "."_L1 ? QString() : target;
            const bool known =
                std::ranges::any_of(scan.modules, [&](const ScannedModule &m) { return m.folder == folder; });
            if (known) {
                match.state = LocalReplace::State::InTree;
                match.folder = folder;
            }
        }
        if (match.state == LocalReplace::State::Missing && scan.isFolder) {
            const QString onDisk = QDir::cleanPath(absolute ? target : QDir(scan.origin).absoluteFilePath(target));
            if (QFileInfo(onDisk + u"/go.mod").isFile()) {
                match.state = LocalReplace::State::OnDisk;
                match.folder = onDisk;
            }
        }
        matches += match;
    }
    const auto unmet = [](const LocalReplace &match) { return match.state == LocalReplace::State::Missing; };
    if (std::ranges::count_if(matches, unmet) == 1) {
        LocalReplace &open = *std::ranges::find_if(matches, unmet);
        for (int i = 0; i < others.size(); ++i) {
            const bool used =
                std::ranges::any_of(matches, [i](const LocalReplace &match) { return match.source == i; });
            if (used || others[i].modules.size() != 1)
                continue;
            open.state = LocalReplace::State::OtherPath;
            open.source = i;
            open.folder = others[i].modules[0].folder;
            open.foundPath = others[i].modules[0].mod.module.text;
            break;
        }
    }
    return matches;
}

} // namespace plugsmith
