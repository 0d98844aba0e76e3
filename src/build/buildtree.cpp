// SPDX-License-Identifier: Apache-2.0
#include "build/buildtree.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr auto CopyFolder = "plugsmith-overlay"_L1;
constexpr int FirstSeriesWithOverlay = 16;
constexpr int FirstSeriesWithToolchainLine = 21;

struct BuildTreeText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::BuildTree)
};

QString below(const QString &root, const QString &folder)
{
    return folder.isEmpty() ? root : root + u'/' + folder;
}

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::ReadFailed,
                     BuildTreeText::tr("%1 cannot be read.").arg(QFileInfo(path).fileName()),
                     {},
                     file.errorString()};
    }
    return file.readAll();
}

class TreeMaker
{
public:
    explicit TreeMaker(const BuildTreeRequest &request)
        : m_request(request)
        , m_job(request.job)
    {
    }

    Result<BuildTree> make()
    {
        const bool canOverlay = m_job.target.version.series >= FirstSeriesWithOverlay;
        m_tree.suffix = canOverlay ? m_request.suffix : QString();
        m_tree.moduleFolder = folderOf(m_job.modules[0]);
        m_tree.renames = renames();
        m_tree.copyFolder = m_request.folder + u'/' + CopyFolder;
        QDir().mkpath(m_tree.copyFolder);
        for (const PlannedModule &module : m_job.modules) {
            if (auto done = overlayModule(module); !done)
                return done.error();
        }
        hideSiblings();
        if (m_job.usesWorkspace) {
            if (auto done = writeWorkspace(); !done)
                return done.error();
        }
        if (auto done = writeOverlay(); !done)
            return done.error();
        return std::move(m_tree);
    }

private:
    QString folderOf(const PlannedModule &module) const { return below(m_request.roots[module.source], module.folder); }

    ModuleRenames renames() const
    {
        QVector<ModuleRename> list;
        if (!m_tree.suffix.isEmpty()) {
            for (const PlannedModule &module : m_job.modules)
                list += {module.path, suffixedModulePath(module.path, m_tree.suffix), module.packages};
        }
        return ModuleRenames(std::move(list));
    }

    Result<void> writeFile(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) || file.write(content) != content.size() ||
            !file.flush())
            return errorFromErrno(file.error() == QFileDevice::ResourceError ? ENOSPC : EIO,
                                  BuildTreeText::tr("The build could not be prepared."), path);
        return {};
    }

    /// Puts `content` in the place of `original`.
    Result<void> replace(const QString &original, const QByteArray &content)
    {
        const int number = m_nextCopy++;
        // A folder for each, so that the copy has the name of its original: the compiler looks at suffixes.
        const QString folder = m_tree.copyFolder + u'/' + QString::number(number);
        QDir().mkpath(folder);
        const QString copy = folder + u'/' + QFileInfo(original).fileName();
        if (auto written = writeFile(copy, content); !written)
            return written;
        const QString relative = QDir(m_tree.moduleFolder).relativeFilePath(original);
        m_tree.originals.insert(number, relative.contains(u'/') ? relative : u"./"_s + relative);
        m_replacements.insert(original, copy);
        return {};
    }

    Result<void> overlayModule(const PlannedModule &module)
    {
        const QString folder = folderOf(module);
        const QString modPath = folder + u"/go.mod";
        const bool isMain = &module == m_job.modules.constData();
        const bool isSynthetic = isMain && !m_job.syntheticMod.isEmpty();
        auto original = isSynthetic ? Result<QByteArray>(m_job.syntheticMod) : contentOf(modPath);
        if (!original)
            return original.error();
        auto rewritten = rewriteMod(*original, isMain, module);
        if (!rewritten)
            return rewritten.error();
        if (isMain && m_job.mayAddModules()) {
            if (auto written = writeResolvableMod(*rewritten, folder); !written)
                return written;
            // The go command finds the module by its go.mod even though it then reads the other file.
            if (isSynthetic && !QFile::exists(modPath))
                m_replacements.insert(modPath, m_tree.modFile);
        } else if (*rewritten != *original || isSynthetic) {
            if (auto replaced = replace(modPath, *rewritten); !replaced)
                return replaced;
        }
        if (m_tree.renames.isEmpty())
            return {};
        for (const QString &package : module.packages) {
            if (auto done = overlayPackage(below(folder, package)); !done)
                return done;
        }
        return {};
    }

    Result<void> overlayPackage(const QString &folder)
    {
        const QStringList names = QDir(folder).entryList({u"*.go"_s}, QDir::Files | QDir::Hidden);
        for (const QString &name : names) {
            const QString path = folder + u'/' + name;
            const auto source = contentOf(path);
            if (!source)
                return source.error();
            const auto rewritten = rewriteGoFile(*source, m_tree.renames);
            if (!rewritten)
                continue;
            if (auto replaced = replace(path, *rewritten); !replaced)
                return replaced;
        }
        return {};
    }

    /// go.mod with the new module paths, and path replaces that lead to where the modules lie now.
    Result<QByteArray> rewriteMod(const QByteArray &text, bool isMain, const PlannedModule &module) const
    {
        const auto mod = GoMod::parse(text, u"go.mod"_s);
        if (!mod)
            return mod.error();
        QVector<GoModEdit> edits;
        // By the path that others require it under: a supplied module may call itself something else.
        const QString path = m_tree.renames.ofModule(module.path).value_or(module.path);
        if (path != mod->module.text)
            edits += {mod->module.begin, mod->module.end, path};
        if (!m_job.isVendored) {
            for (const GoModRequire &require : mod->requires_) {
                if (const auto renamed = m_tree.renames.ofModule(require.path.text))
                    edits += {require.path.begin, require.path.end, *renamed};
            }
            if (isMain)
                addReplaceEdits(mod->replaces, edits);
        }
        if (!mod->toolchain.text.isEmpty() && m_job.target.version.series < FirstSeriesWithToolchainLine) {
            const qsizetype lineBegin = text.lastIndexOf('\n', mod->toolchain.begin) + 1;
            edits += {lineBegin, mod->toolchain.end, QString()}; // older releases stop at a word they do not know
        }
        return editGoMod(text, edits);
    }

    void addReplaceEdits(const QVector<GoModReplace> &replaces, QVector<GoModEdit> &edits) const
    {
        for (const GoModReplace &replace : replaces) {
            const auto planned = std::ranges::find(m_job.replaces, replace.oldPath.text, &PlannedReplace::modulePath);
            if (!replace.isLocal() || planned == m_job.replaces.end())
                continue;
            if (const auto renamed = m_tree.renames.ofModule(replace.oldPath.text))
                edits += {replace.oldPath.begin, replace.oldPath.end, *renamed};
            const PlannedModule &module = m_job.modules[planned->module];
            if (module.source != 0)
                edits += {replace.newPath.begin, replace.newPath.end, folderOf(module)};
        }
    }

    /// A go.mod that the go command may add to, and go.sum beside it, where -modfile expects it.
    Result<void> writeResolvableMod(const QByteArray &mod, const QString &folder)
    {
        m_tree.modFile = m_request.folder + u"/go.mod";
        if (auto written = writeFile(m_tree.modFile, absoluteReplaces(mod, folder)); !written)
            return written;
        const auto sum = contentOf(folder + u"/go.sum");
        return writeFile(m_request.folder + u"/go.sum", sum ? *sum : QByteArray());
    }

    /// With -modfile, relative replaces still count from the module's folder; nothing to do but keep them legal.
    static QByteArray absoluteReplaces(const QByteArray &text, const QString &folder)
    {
        const auto mod = GoMod::parse(text, u"go.mod"_s);
        QVector<GoModEdit> edits;
        if (mod) {
            for (const GoModReplace &replace : mod->replaces) {
                if (replace.isLocal() && QDir::isRelativePath(replace.newPath.text))
                    edits += {replace.newPath.begin, replace.newPath.end,
                              QDir::cleanPath(folder + u'/' + replace.newPath.text)};
            }
        }
        return editGoMod(text, edits);
    }

    /// Files that are plugins of their own must not be compiled with the chosen one: an empty replacement deletes them.
    void hideSiblings()
    {
        if (m_job.singleFile.isEmpty())
            return;
        const QString folder = below(m_tree.moduleFolder, m_job.packageFolder);
        const QStringList names = QDir(folder).entryList({u"*.go"_s}, QDir::Files | QDir::Hidden);
        for (const QString &name : names) {
            if (name != m_job.singleFile)
                m_replacements.insert(folder + u'/' + name, QString());
        }
    }

    /// A go.work of the job: the same modules and replaces, with absolute folders, since it lies elsewhere.
    Result<void> writeWorkspace()
    {
        const QString folder = below(m_request.roots[0], m_job.workspaceFolder);
        const auto text = contentOf(folder + u"/go.work");
        if (!text)
            return text.error();
        const auto work = GoWork::parse(*text, u"go.work"_s);
        if (!work)
            return work.error();
        QVector<GoModEdit> edits;
        const auto absolute = [&folder](const GoModWord &word) {
            return GoModEdit{word.begin, word.end, QDir::cleanPath(QDir(folder).absoluteFilePath(word.text))};
        };
        for (const GoModWord &use : work->uses)
            edits += absolute(use);
        for (const GoModReplace &replace : work->replaces) {
            if (const auto renamed = m_tree.renames.ofModule(replace.oldPath.text))
                edits += {replace.oldPath.begin, replace.oldPath.end, *renamed};
            if (replace.isLocal())
                edits += absolute(replace.newPath);
        }
        m_tree.workspaceFile = m_request.folder + u"/go.work";
        if (auto written = writeFile(m_tree.workspaceFile, editGoMod(*text, edits)); !written)
            return written;
        if (const auto sum = contentOf(folder + u"/go.work.sum"))
            return writeFile(m_request.folder + u"/go.work.sum", *sum);
        return {};
    }

    Result<void> writeOverlay()
    {
        if (m_replacements.isEmpty())
            return {};
        QJsonObject replacements;
        for (auto it = m_replacements.begin(); it != m_replacements.end(); ++it)
            replacements.insert(it.key(), *it);
        m_tree.overlayFile = m_request.folder + u"/overlay.json";
        return writeFile(m_tree.overlayFile, QJsonDocument(QJsonObject{{u"Replace"_s, replacements}}).toJson());
    }

    const BuildTreeRequest &m_request;
    const PlannedJob &m_job;
    BuildTree m_tree;
    QHash<QString, QString> m_replacements;
    int m_nextCopy = 0;
};

/// A number in the small alphabet that module paths allow everywhere.
QString suffixOf(QChar mark, const QString &text)
{
    return u'_' + QString(mark) + text;
}

} // namespace

QString BuildTree::restored(const QString &line) const
{
    QString text = renames.isEmpty() ? line : renames.restored(line);
    if (!text.contains(CopyFolder))
        return text;
    // The go command writes whichever is shorter. Folders and files may have blanks in their names.
    for (const QString &prefix : {copyFolder, QDir(moduleFolder).relativeFilePath(copyFolder)}) {
        for (qsizetype at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, at + 1)) {
            const qsizetype begin = at + prefix.size() + 1;
            const qsizetype slash = text.indexOf(u'/', begin);
            const auto original = originals.constFind(QStringView(text).mid(begin, slash - begin).toInt());
            if (slash < 0 || original == originals.constEnd())
                continue;
            const QString name = QFileInfo(*original).fileName();
            if (QStringView(text).sliced(slash + 1).startsWith(name))
                text.replace(at, slash + 1 + name.size() - at, *original);
        }
    }
    return text;
}

Result<BuildTree> makeBuildTree(const BuildTreeRequest &request)
{
    return TreeMaker(request).make();
}

QString contentSuffix(const QByteArray &sourceDigest, const PlannedJob &job)
{
    // Not the toolchain, the compiler or the linker: the same plugin for several versions is the same plugin.
    QJsonObject facts = job.options.toJson();
    for (const auto irrelevant : {"scn"_L1, "compression"_L1, "linker"_L1})
        facts.remove(irrelevant);
    facts.insert(u"package"_s, job.packageFolder);
    facts.insert(u"file"_s, job.singleFile);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(sourceDigest);
    hash.addData(QJsonDocument(facts).toJson(QJsonDocument::Compact));
    return suffixOf(u'g', QString::fromLatin1(hash.result().toHex().first(10)));
}

QString timeSuffix(const Scn &scn)
{
    return suffixOf(u't', scn.toString());
}

} // namespace plugsmith
