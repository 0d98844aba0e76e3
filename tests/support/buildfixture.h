// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/buildplan.h"

#include <QDir>
#include <QFile>

#include <initializer_list>
#include <utility>

/// Sources, machines and requests for tests of builds, without touching the disk unless they say so.
namespace plugsmith::test {

using namespace Qt::StringLiterals;

using SourceFiles = QVector<std::pair<const char *, QByteArray>>;

inline SourceTree treeOf(const SourceFiles &files, const QString &origin)
{
    SourceTree tree;
    tree.originPath = origin;
    for (const auto &[path, content] : files) {
        SourceEntry entry;
        entry.path = QString::fromUtf8(path);
        entry.content = content;
        entry.contentIsWhole = true;
        entry.size = content.size();
        tree.entries += entry;
    }
    sortByPath(tree.entries);
    return tree;
}

/// Writes the files below `folder` and returns it.
inline QString writeFiles(const SourceFiles &files, const QString &folder)
{
    for (const auto &[path, content] : files) {
        const QString name = folder + u'/' + QString::fromUtf8(path);
        QDir().mkpath(QFileInfo(name).path());
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s was not written", qPrintable(name));
    }
    return folder;
}

inline SourceScan scanOf(const SourceFiles &files, const QString &origin = u"/x/pricing.zip"_s)
{
    return scanSource(treeOf(files, origin));
}

inline GoVersion goVersion(const char *text)
{
    return GoVersion::parse(QString::fromLatin1(text)).value_or(GoVersion());
}

inline Target targetOf(const char *version, const Platform &platform = Platform::thisMachine())
{
    return {goVersion(version), platform};
}

/// This machine with the Go versions that are named, below /opt, and gcc.
inline BuildMachine machineWith(std::initializer_list<const char *> versions)
{
    BuildMachine machine;
    for (const char *text : versions) {
        GoToolchain toolchain;
        toolchain.root = u"/opt/go"_s + QString::fromLatin1(text);
        toolchain.program = toolchain.root + u"/bin/go";
        toolchain.version = goVersion(text);
        toolchain.versionText = u"go"_s + QString::fromLatin1(text);
        toolchain.platform = Platform::thisMachine();
        toolchain.isVerified = true;
        machine.toolchains += toolchain;
    }
    CCompiler compiler;
    compiler.program = u"/opt/cc/gcc"_s;
    compiler.platform = Platform::thisMachine();
    compiler.name = u"gcc"_s;
    compiler.versionText = u"gcc 12.2"_s;
    machine.compiler = compiler;
    return machine;
}

/// The default main package of the first scan, built for one target into /plugins.
inline BuildRequest requestFor(const QVector<SourceScan> &scans, const char *version = "1.22.6")
{
    BuildRequest request;
    request.scans = scans;
    if (const int chosen = scans[0].defaultMain(); chosen >= 0)
        request.main = scans[0].mains[chosen];
    else
        request.main.module = -1;
    request.name = u"pricing"_s;
    request.destination = u"/plugins"_s;
    request.targets = {targetOf(version)};
    return request;
}

} // namespace plugsmith::test
