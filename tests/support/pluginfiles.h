// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/goimage.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

/// Small plugins on disk, whose tables are right and whose code is not there.
namespace plugsmith::tests {

inline QByteArray pluginBytes(const QByteArray &go, const QByteArray &path = "example.com/geo",
                              const QByteArray &machine = "amd64", const QByteArrayList &exports = {"Add", "Version"})
{
    ElfBuilder builder(ElfMachine::named(machine));
    PluginSpec spec;
    spec.layout = ModuleLayout::of("1.22");
    spec.path = path;
    spec.exports = exports;
    addModuleRecord(&builder, spec);
    addBuildInfo(&builder, go,
                 "path\tx\nmod\tx\t(devel)\t\ndep\tgolang.org/x/net\tv0.20.0\th1:abc=\nbuild\t-trimpath=true\n");
    return builder.build();
}

inline bool writePlugin(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) &&
           file.write(bytes) == bytes.size();
}

inline QByteArray pluginInfo(const QByteArray &name, qint64 scn, const QByteArray &go, const QByteArray &arch = "amd64")
{
    return R"({"Name":")" + name + R"(","Scn":)" + QByteArray::number(scn) +
           R"(,"Compression":"","Runtime":{"Arch":")" + arch + R"(","Os":"linux","Version":")" + go +
           R"(","UseContainer":false}})";
}

} // namespace plugsmith::tests
