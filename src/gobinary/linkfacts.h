// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "gobinary/packagehashes.h"
#include "gobinary/releasefamily.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QVector>

namespace plugsmith {

/// What decides whether a Go program opens a Go plugin, read from either of them without running it. A value.
struct LinkFacts
{
    bool canOpenPlugins = false; ///< a program that imports package plugin and was linked dynamically
    bool isPlugin = false;
    quint16 machine = 0; ///< EM_*
    int wordSize = 0;    ///< bytes
    ReleaseFamily family;
    qint64 recordBytes = 0;        ///< length of a module record; programs and plugins must agree in it
    QByteArray pluginPath;         ///< escaped as in the file
    QVector<PackageHash> packages; ///< of plugins in the order in which the runtime compares them

    bool operator==(const LinkFacts &) const = default;
};

/// Reads an ELF program or plugin: some 30 000 relocations of a plugin, the dynamic symbols of a program; a few
/// milliseconds. Foreign for other formats. For a worker.
Result<LinkFacts> readLinkFacts(const QString &path);
/// The same for bytes in memory. `fileName` only words the error.
Result<LinkFacts> linkFacts(QByteArrayView bytes, const QString &fileName);

} // namespace plugsmith
