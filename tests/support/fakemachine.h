// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/faketool.h"
#include "support/goimage.h"

#include <QProcessEnvironment>
#include <QTemporaryDir>

/// A machine with fake Go installations and a fake C compiler, on which whole builds take milliseconds.
namespace plugsmith::test {

class FakeMachine
{
public:
    /// Adds a Go whose builds do what `build` says; by default they write a plugin of that version.
    bool addGo(const QByteArray &version, QByteArray build = {})
    {
        const QString root = goRoot(version);
        if (build.isEmpty())
            build = "err example.com/pricing\n" + writesPlugin(version);
        const QByteArray script = "[version]\nout go version " + version + ' ' +
                                  Platform::thisMachine().toString().toLatin1() + "\n[build ./host]\ncopy " +
                                  m_folder.filePath(u"host"_s).toLocal8Bit() +
                                  "\n[build ./plugin]\nwrite plugin\n[build ./plain]\nwrite program\n[build]\n" + build;
        return makeGoRoot(root, version, script) && writeFile(pluginOf(version), pluginBytes(version)) &&
               makeTool(m_folder.filePath(u"host"_s), "exit 0\n") &&
               makeTool(compiler(), "out gcc (Fake) 12.2.0\n[-dumpmachine]\nout x86_64-linux-gnu\n");
    }
    /// The line of a script that makes the plugin.
    QByteArray writesPlugin(const QByteArray &version) const
    {
        return "copy " + pluginOf(version).toLocal8Bit() + '\n';
    }
    QString goRoot(const QByteArray &version) const { return m_folder.filePath(QString::fromLatin1(version)); }
    QString compiler() const { return m_folder.filePath(u"cc/gcc"_s); }
    QString path(const QString &name) const { return m_folder.filePath(name); }

    /// The one whose `go` comes first on PATH is `version`.
    QProcessEnvironment environment(const QByteArray &version) const
    {
        QProcessEnvironment environment;
        environment.insert(u"HOME"_s, m_folder.path());
        environment.insert(u"PATH"_s, QString(goRoot(version) + u"/bin:/usr/bin:/bin"));
        environment.insert(u"CC"_s, compiler());
        return environment;
    }

private:
    QString pluginOf(const QByteArray &version) const
    {
        return m_folder.filePath(u"plugin-"_s + QString::fromLatin1(version));
    }
    static QByteArray pluginBytes(const QByteArray &version)
    {
        const Platform &here = Platform::thisMachine();
        tests::ElfBuilder builder(tests::ElfMachine::named(here.arch.toLatin1()));
        tests::PluginSpec spec;
        spec.layout = tests::ModuleLayout::of("1.22");
        tests::addModuleRecord(&builder, spec);
        tests::addBuildInfo(&builder, version,
                            "path\texample.com/pricing\nbuild\t-buildmode=plugin\nbuild\tGOOS=" + here.os.toLatin1() +
                                '\n');
        return builder.build();
    }

    QTemporaryDir m_folder;
};

} // namespace plugsmith::test
