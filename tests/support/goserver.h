// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/platform.h"
#include "support/archivebuilder.h"
#include "support/badserver.h"
#include "toolchain/gorelease.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

/// Releases of Go, small, and a server with the layout of go.dev/dl that has them.
namespace plugsmith::test {

inline QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

/// What makes a toolchain, small, and nothing that gzip makes smaller. `says` is what its go says it is.
inline QList<builder::SampleFile> toolchainTree(const QByteArray &version = "go1.22.6", const QByteArray &says = {})
{
    const QByteArray here = Platform::thisMachine().toString().toLatin1();
    const QByteArray tools = "go/pkg/tool/" + QByteArray(here).replace('/', '_') + '/';
    QByteArray noise(200'000, Qt::Uninitialized);
    QRandomGenerator generator(7);
    for (char &byte : noise)
        byte = static_cast<char>(generator.generate());
    return {{"go/VERSION", version + "\n"},
            {"go/bin/go", "#!/bin/sh\necho go version " + (says.isEmpty() ? version : says) + ' ' + here + '\n', true},
            {tools + "compile", "#!/bin/sh\n", true},
            {tools + "link", "#!/bin/sh\n", true},
            {"go/src/runtime/noise.go", noise}};
}

inline QByteArray archiveOf(const QList<builder::SampleFile> &tree)
{
    return builder::gzipped(builder::tarOf(builder::tarItems(tree)));
}

inline QString archiveName(const QByteArray &version)
{
    return archiveStem(QString::fromLatin1(version), Platform::thisMachine()) + u".tar.gz"_s;
}

/// The entry of a release in the list of versions.
inline QByteArray indexEntry(const QByteArray &version, const QByteArray &archive, const QByteArray &checksum)
{
    const Platform &here = Platform::thisMachine();
    const QByteArray arch = here.arch == u"arm"_s ? QByteArray("armv6l") : here.arch.toLatin1();
    return "{\"version\":\"" + version + "\",\"stable\":true,\"files\":[{\"filename\":\"" +
           archiveName(version).toLatin1() + "\",\"os\":\"" + here.os.toLatin1() + "\",\"arch\":\"" + arch +
           "\",\"version\":\"" + version + "\",\"sha256\":\"" + checksum +
           "\",\"size\":" + QByteArray::number(archive.size()) + ",\"kind\":\"archive\"}]}";
}

class GoServer : public BadServer
{
public:
    /// Adds a release; a `checksum` that is given is said instead of the right one.
    void add(const QByteArray &version, const QByteArray &checksum = {})
    {
        addArchive(version, archiveOf(toolchainTree(version)), checksum);
    }
    void addArchive(const QByteArray &version, const QByteArray &archive, const QByteArray &checksum = {})
    {
        answerOf(version) = {archive};
        m_index += indexEntry(version, archive, checksum.isEmpty() ? sha256(archive) : checksum);
        answers["/"] = {'[' + m_index.join(',') + ']'};
    }
    Answer &answerOf(const QByteArray &version) { return answers['/' + archiveName(version).toLatin1()]; }

private:
    QByteArrayList m_index;
};

} // namespace plugsmith::test
