// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/folders.h"
#include "build/buildengine.h"
#include "support/elfbuilder.h"
#include "support/faketool.h"
#include "support/goimage.h"
#include "toolchain/gorelease.h"

#include <QProcessEnvironment>

/// A machine as in the pictures of the design: four versions of Go and one that could be fetched, C compilers for three
/// platforms, apt. Everything in it is a script, and nothing of the real machine is seen.
namespace plugsmith::test {

class Workshop
{
public:
    enum class Build { Succeeds, Lasts, FailsFor386, Fails };

    explicit Workshop(const QString &folder)
        : m_folder(folder)
    {
        makeTool(tool(u"apt"_s), {});
        makeCompiler(u"gcc"_s, "gcc (Debian 12.2.0-14) 12.2.0");
        makeCompiler(u"aarch64-linux-gnu-gcc"_s, "aarch64-linux-gnu-gcc (Debian 12.2.0-14) 12.2.0");
        makeCompiler(u"i686-linux-gnu-gcc"_s, "i686-linux-gnu-gcc (Debian 12.2.0-14) 12.2.0");
        makeTool(path(u"host"_s), "exit 0\n");
        for (const QByteArray &version : versions())
            makePlugins(version);
        set(Build::Succeeds);
    }

    static QByteArrayList versions() { return {"1.21.13", "1.22.6", "1.23.12", "1.24.9"}; }
    static QByteArrayList processors() { return {"amd64", "arm64", "386"}; }
    QString path(const QString &name) const { return m_folder + u'/' + name; }

    /// What builds do from now on.
    void set(Build build) const
    {
        for (const QByteArray &version : versions())
            makeGoRoot(goRoot(version), "go" + version, scriptOf(version, build));
    }

    BuildEngine::Setup setup(bool hasTools = true) const
    {
        BuildEngine::Setup setup;
        setup.environment = {};
        setup.environment.insert(u"HOME"_s, qEnvironmentVariable("HOME"));
        setup.environment.insert(u"PATH"_s, path(hasTools ? u"bin"_s : u"none"_s));
        setup.stateFolder = path(u"state"_s);
        if (hasTools) {
            for (const QByteArray &version : versions())
                setup.goFolders += goRoot(version);
        }
        return setup;
    }

    /// The list of versions as it was read from the network some time.
    static void offerRelease()
    {
        GoRelease release;
        release.versionText = u"go1.25.3"_s;
        release.version = *GoVersion::parse(u"1.25.3"_s);
        release.archive = GoArchive{u"go1.25.3.linux-amd64.tar.gz"_s, QByteArray(64, 'a'), 57'000'000};
        writeFile(folders::cache() + u"/goversions.json"_s, ReleaseList{{release}, 1'700'000'000}.toJson());
    }

private:
    QString tool(const QString &name) const { return path(u"bin/"_s + name); }
    QString goRoot(const QByteArray &version) const { return path(u"go"_s + QString::fromLatin1(version)); }
    QString pluginOf(const QByteArray &version, const QByteArray &processor) const
    {
        return path(QString::fromLatin1("plugins/" + version + '-' + processor));
    }
    void makeCompiler(const QString &name, const QByteArray &version) const
    {
        makeTool(tool(name), "[--version]\nout " + version + "\n[-dumpmachine]\nout x86_64-linux-gnu\n[*]\nexit 0\n");
    }
    void makePlugins(const QByteArray &version) const
    {
        qsizetype size = 18'000'000 + 100'000 * version.back();
        for (const QByteArray &processor : processors()) {
            tests::ElfBuilder elf(tests::ElfMachine::named(processor));
            tests::PluginSpec spec;
            spec.layout = tests::ModuleLayout::of("1.22");
            tests::addModuleRecord(&elf, spec);
            tests::addBuildInfo(&elf, "go" + version,
                                "path\tgit.example.com/shop/pricing\nbuild\t-buildmode=plugin\nbuild\tGOOS=linux\n");
            QByteArray bytes = elf.build();
            bytes.resize(size -= 400'000, '\0'); // of the size that people know
            writeFile(pluginOf(version, processor), bytes);
        }
    }

    static QByteArrayList packages()
    {
        QByteArrayList names;
        for (int i = 0; i < 310; ++i)
            names += "github.com/luraproject/lura/v2/part" + QByteArray::number(i);
        return names + QByteArrayList{"golang.org/x/net/http2",
                                      "google.golang.org/protobuf/encoding/protojson",
                                      "github.com/gin-gonic/gin/binding",
                                      "github.com/luraproject/lura/v2/config",
                                      "github.com/luraproject/lura/v2/proxy",
                                      "golang.org/x/text/unicode/norm",
                                      "git.example.com/shop/pricing/rules",
                                      "git.example.com/shop/sharedtypes"};
    }
    static QByteArray compiled(qsizetype from, qsizetype count)
    {
        QByteArray lines;
        const QByteArrayList names = packages();
        for (const QByteArray &name : names.mid(from, count))
            lines += "err " + name + '\n';
        return lines;
    }
    static QByteArray overflow()
    {
        return "when GOARCH 386 err git.example.com/shop/pricing/rules\n"
               "when GOARCH 386 err # git.example.com/shop/pricing/rules\n"
               "when GOARCH 386 err rules/hash.go:4:18: cannot use 1099511628211 (untyped int constant) as int value "
               "in variable declaration (overflows)\nwhen GOARCH 386 exit 1\n";
    }
    QByteArray scriptOf(const QByteArray &version, Build build) const
    {
        QByteArray script = "[version]\nout go version go" + version + " linux/amd64\n[build ./host]\ncopy " +
                            path(u"host"_s).toLocal8Bit() +
                            "\n[build ./plugin]\nwrite plugin\n[build ./plain]\nwrite program\n[list]\n";
        for (const QByteArray &name : packages())
            script += "out true " + name + " stale\n";
        script += "[build]\n";
        switch (build) {
        case Build::Lasts:
            // As in the pictures: the first two are soon done, the next two are at work.
            if (version == "1.24.9")
                script += compiled(20, 292) + "sleep 600000\n";
            else if (version == "1.22.6")
                script += "when GOARCH amd64 sleep 300\n";
            for (const QByteArray &line : QByteArray(compiled(104, 209) + "sleep 600000").split('\n'))
                script += version == "1.22.6" ? "when GOARCH arm64 " + line + '\n' : QByteArray();
            break;
        case Build::FailsFor386:
            script += overflow();
            break;
        case Build::Fails:
            script += "err # git.example.com/shop/pricing/rules\nerr rules/discount.go:7:9: undefined: discount\n"
                      "err rules/discount.go:19:2: declared and not used: rate\nexit 1\n";
            break;
        case Build::Succeeds:
            break;
        }
        script += compiled(300, 18);
        for (const QByteArray &processor : processors())
            script += "when GOARCH " + processor + " copy " + pluginOf(version, processor).toLocal8Bit() + '\n';
        return script;
    }

    QString m_folder;
};

} // namespace plugsmith::test
