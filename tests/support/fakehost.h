// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/platform.h"
#include "session/hostbuilder.h"
#include "session/pluginfile.h"

#include <QDir>
#include <QFile>

/// A session without Go: the program fakehost in place of a compiled host, and files that it "opens".
namespace plugsmith::test {

using namespace Qt::StringLiterals;

inline HostProgram fakeHost()
{
    HostProgram host;
    host.path = qEnvironmentVariable("PLUGSMITH_BIN") + u"/fakehost"_s;
    host.toolchain.version = *GoVersion::parse(u"1.22.6"_s);
    host.toolchain.platform = Platform::thisMachine();
    return host;
}

/// A plugin below `folder`. Its content tells fakehost what to do: "exit" and "refuse" when it is opened.
inline PluginFile fakePlugin(const QString &folder, const QString &name, qint64 scn,
                             const QByteArray &content = "plugin")
{
    PluginFile file;
    file.path = QDir(folder).filePath(u"%1_%2.so"_s.arg(name).arg(scn));
    QFile disk(file.path);
    if (disk.open(QIODevice::WriteOnly))
        disk.write(content);
    disk.close();
    if (const auto written = MappedFile::open(file.path))
        file.identity = written->identity();
    file.candidate = {name, Scn(scn), u"1.22.6"_s, Platform::thisMachine()};
    file.isScnFromInfo = true;
    file.isBuiltHere = true;
    file.facts.platform = Platform::thisMachine();
    file.link.isPlugin = true;
    file.link.pluginPath = "plugin/unnamed-" + QByteArray::number(scn) + name.toUtf8();
    return file;
}

} // namespace plugsmith::test
