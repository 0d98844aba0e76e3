// SPDX-License-Identifier: Apache-2.0
#include "toolchain/discovery.h"

#include "toolchain/pathsearch.h"
#include "toolchain/pluginsupport.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QHash>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

using Origin = GoToolchain::Origin;

struct GoToolchainText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::GoToolchain)
};

struct KnownPlace
{
    const char *pattern; // each component may hold wildcards; below the home folder unless it starts with a slash
    Origin origin;
};

// Another way to find Go is one line here. The Nix store is left out on purpose: listing it takes longer than all the
// rest together, and what a user has of it is on PATH.
constexpr KnownPlace KnownPlaces[] = {
    {"/usr/local/go", Origin::System},
    {"/usr/local/go[0-9-]*", Origin::System},
    {"/usr/lib/go", Origin::System},
    {"/usr/lib/go-*", Origin::System},   // Debian, Ubuntu
    {"/usr/lib/golang", Origin::System}, // Fedora, RHEL
    {"/usr/lib64/go/*", Origin::System}, // openSUSE
    {"/opt/go", Origin::System},
    {"/opt/local/lib/go*", Origin::System}, // MacPorts
    {"/snap/go/*", Origin::System},
    {"/opt/homebrew/opt/go*/libexec", Origin::System},
    {"/usr/local/opt/go*/libexec", Origin::System},
    {"/home/linuxbrew/.linuxbrew/opt/go*/libexec", Origin::System},
    {"/run/current-system/sw/share/go", Origin::System}, // NixOS
    {".nix-profile/share/go", Origin::System},
    {".local/go", Origin::System},
    {"sdk/go*", Origin::Sdk},
    {"go/pkg/mod/golang.org/toolchain@*", Origin::ModuleCache},
    {".asdf/installs/golang/*/go", Origin::VersionManager},
    {".local/share/mise/installs/go/*", Origin::VersionManager},
    {".goenv/versions/*", Origin::VersionManager},
    {".gvm/gos/*", Origin::VersionManager},
    {".gimme/versions/*", Origin::VersionManager},
};

constexpr auto ModuleCachePattern = "golang.org/toolchain@*"_L1;

/// Existing folders that match `pattern` below `base`.
QStringList matchingFolders(const QString &base, const QString &pattern)
{
    QStringList folders{base};
    for (const QString &part : pattern.split(u'/', Qt::SkipEmptyParts)) {
        QStringList next;
        const bool wild = part.contains(u'*') || part.contains(u'[');
        for (const QString &folder : std::as_const(folders)) {
            if (!wild) {
                next += folder + u'/' + part;
                continue;
            }
            const auto names = QDir(folder).entryList({part}, QDir::Dirs | QDir::NoDotAndDotDot);
            for (const QString &name : names)
                next += folder + u'/' + name;
        }
        folders = next;
    }
    return folders;
}

/// Two of the four things that make a GOROOT, so that a damaged one is still recognised, but /usr with a wrapper
/// /usr/bin/go is not.
bool looksLikeRoot(const QString &root)
{
    int signs = 0;
    for (const char *sign : {"/bin/go", "/VERSION", "/pkg/tool", "/src/runtime"})
        signs += QFileInfo::exists(root + QLatin1StringView(sign)) ? 1 : 0;
    return signs >= 2;
}

/// Gathers roots, each once, the first origin winning.
class Gatherer
{
public:
    bool add(const QString &root, Origin origin)
    {
        const QString canonical = QFileInfo(root).canonicalFilePath();
        if (canonical.isEmpty() || !looksLikeRoot(canonical))
            return false;
        if (!m_index.contains(canonical)) {
            m_index.insert(canonical, m_found.size());
            m_found.append({canonical, origin, false});
        }
        return true;
    }
    void addMatching(const QString &base, const QString &pattern, Origin origin)
    {
        if (base.isEmpty() && !pattern.startsWith(u'/'))
            return;
        for (const QString &root : matchingFolders(base, pattern))
            add(root, origin);
    }
    void markOnPath(const QString &canonical) { m_found[m_index.value(canonical)].isOnPath = true; }
    QVector<CandidateRoot> take() { return std::move(m_found); }

private:
    QVector<CandidateRoot> m_found;
    QHash<QString, qsizetype> m_index;
};

void addFromPath(Gatherer &gatherer, const QStringList &pathFolders)
{
    bool isFirst = true;
    for (const QString &folder : pathFolders) {
        const QFileInfo program(folder + u"/go");
        if (!program.isFile() || !program.isExecutable())
            continue;
        const QString real = program.canonicalFilePath();
        const bool isInBin = real.endsWith("/bin/go"_L1);
        const QString root = real.chopped(isInBin ? "/bin/go"_L1.size() : 0);
        // A shim that comes first hides what the shell means: nothing is marked then, rather than the wrong one.
        if (isInBin && gatherer.add(root, Origin::Path) && isFirst)
            gatherer.markOnPath(root);
        isFirst = false;
    }
}

QString firstLineOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.read(1024)).section(u'\n', 0, 0).trimmed();
}

/// The platform that the toolchain runs on: the folder of its tools. There are several when a distribution ships tools
/// for more than one; this machine's wins.
Platform toolPlatform(const QString &root)
{
    Platform found;
    const QString tools = root + u"/pkg/tool";
    for (const QString &name : QDir(tools).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const auto platform = Platform::parse(QString(name).replace(u'_', u'/'));
        const QString folder = tools + u'/' + name;
        if (!platform || !QFileInfo(folder + u"/compile").isExecutable() ||
            !QFileInfo(folder + u"/link").isExecutable())
            continue;
        if (!found.isValid() || *platform == Platform::thisMachine())
            found = *platform;
    }
    return found;
}

/// Whether only rights are missing, as in a toolchain that go has downloaded and not used yet.
bool isUnfinished(const GoToolchain &toolchain)
{
    if (toolchain.origin != Origin::ModuleCache || !QFileInfo(toolchain.program).isFile() ||
        QFileInfo(toolchain.program).isExecutable() || !toolchain.version.isValid())
        return false;
    const QString tools = toolchain.root + u"/pkg/tool/"_s + Platform::thisMachine().toString().replace(u'/', u'_');
    return QFileInfo(tools + u"/compile"_s).isFile() && QFileInfo(toolchain.root + u"/src/runtime"_s).isDir();
}

QString problemWith(const GoToolchain &toolchain, bool hasVersionFile)
{
    if (!QFileInfo::exists(toolchain.program))
        return GoToolchainText::tr("bin/go is missing.");
    if (toolchain.isUnfinished)
        return GoToolchainText::tr("Go has downloaded it and not set it up yet.");
    if (!QFileInfo(toolchain.program).isExecutable())
        return GoToolchainText::tr("bin/go is not executable; the download was not finished.");
    if (!toolchain.platform.isValid())
        return GoToolchainText::tr("The compiler and the linker are missing in pkg/tool.");
    if (!QFileInfo(toolchain.root + u"/src/runtime").isDir())
        return GoToolchainText::tr("The standard library is missing in src.");
    if (hasVersionFile && !toolchain.version.isValid())
        return GoToolchainText::tr("VERSION says “%1”, which is not a Go version.").arg(toolchain.versionText);
    // Another processor of the same system may run here all the same (Rosetta, 386 on amd64); running it will tell.
    if (toolchain.platform.os != Platform::thisMachine().os)
        return GoToolchainText::tr("It is made for %1.").arg(toolchain.platform.toString());
    return {};
}

} // namespace

SearchPlaces SearchPlaces::of(const QProcessEnvironment &environment, const QStringList &addedFolders)
{
    SearchPlaces places;
    places.pathFolders = pathFoldersOf(environment);
    places.home = environment.value(u"HOME"_s, QDir::homePath());
    places.addedFolders = addedFolders;
    // As cmd/go does: GOMODCACHE, else below the first folder of GOPATH, else below ~/go (in the table of places).
    places.moduleCache = environment.value(u"GOMODCACHE"_s);
    const QString goPath = environment.value(u"GOPATH"_s).section(u':', 0, 0);
    if (places.moduleCache.isEmpty() && !goPath.isEmpty())
        places.moduleCache = goPath + u"/pkg/mod";
    return places;
}

QVector<CandidateRoot> candidateRoots(const SearchPlaces &places)
{
    Gatherer gatherer;
    for (const KnownPlace &place : KnownPlaces) {
        const QString pattern = QString::fromLatin1(place.pattern);
        gatherer.addMatching(pattern.startsWith(u'/') ? places.systemPrefix : places.home, pattern, place.origin);
    }
    gatherer.addMatching(places.moduleCache, ModuleCachePattern, Origin::ModuleCache);
    gatherer.addMatching(places.fetchedFolder, u"go*"_s, Origin::Fetched);
    for (const QString &folder : places.addedFolders) {
        if (gatherer.add(folder, Origin::Added))
            continue;
        gatherer.addMatching(folder, u"*"_s, Origin::Added);
        gatherer.addMatching(folder, u"*/go"_s, Origin::Added); // archives of go.dev, each unpacked in its own folder
    }
    addFromPath(gatherer, places.pathFolders);
    return gatherer.take();
}

GoToolchain readToolchain(const CandidateRoot &candidate)
{
    GoToolchain toolchain;
    toolchain.root = candidate.root;
    toolchain.program = candidate.root + u"/bin/go";
    toolchain.origin = candidate.origin;
    toolchain.isOnPath = candidate.isOnPath;
    toolchain.versionText = firstLineOf(candidate.root + u"/VERSION");
    toolchain.version = GoVersion::parse(toolchain.versionText).value_or(GoVersion());
    toolchain.platform = toolPlatform(candidate.root);
    toolchain.pluginPlatforms = pluginPlatformsOf(candidate.root);
    toolchain.isUnfinished = isUnfinished(toolchain);
    // A tree built from a source checkout has no VERSION; its `go` knows the version.
    toolchain.problem = problemWith(toolchain, QFileInfo::exists(candidate.root + u"/VERSION"));
    return toolchain;
}

void allowPrograms(const QString &root)
{
    const auto add = QFile::ExeOwner | QFile::ExeUser | QFile::ExeGroup | QFile::ExeOther;
    for (const char *place : {"/bin", "/pkg/tool"}) {
        QDirIterator files(root + QLatin1StringView(place), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            QFile::setPermissions(file, QFile::permissions(file) | add);
        }
    }
}

QVector<GoToolchain> discoverToolchains(const SearchPlaces &places)
{
    QVector<GoToolchain> toolchains;
    for (const CandidateRoot &candidate : candidateRoots(places))
        toolchains.append(readToolchain(candidate));
    sortNewestFirst(toolchains);
    return toolchains;
}

} // namespace plugsmith
