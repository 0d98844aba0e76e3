// SPDX-License-Identifier: Apache-2.0
#include "models/clicommand.h"

#include "base/shellwords.h"

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

/// The folder or file that --main takes, relative to the source.
QString mainOf(const JobSpec &spec)
{
    QString place = spec.packageFolder;
    if (!spec.singleFile.isEmpty())
        place += (place.isEmpty() ? QString() : u"/"_s) + spec.singleFile;
    return place.isEmpty() ? QString() : QString(u"./" + place);
}

QStringList optionWords(const BuildOptions &options)
{
    QStringList words;
    if (options.mode == BuildMode::Program)
        words += {u"--mode"_s, u"exec"_s};
    if (!options.tags.isEmpty())
        words += {u"--tags"_s, options.tags.join(u',')};
    if (!options.linkerFlags.isEmpty())
        words += {u"--ldflags"_s, options.linkerFlags};
    if (!options.compilerFlags.isEmpty())
        words += {u"--gcflags"_s, options.compilerFlags};
    for (const QString &argument : options.arguments)
        words += u"--build-arg="_s + quoteShellWord(argument); // split again by the command line
    for (const EnvironmentEntry &entry : options.environment)
        words += {u"--env"_s, entry.name + u'=' + entry.value};
    for (auto it = options.levels.begin(); it != options.levels.end(); ++it)
        words += {u"--level"_s, it.key() + u'=' + *it};
    if (!options.trimPath)
        words += u"--trimpath=false"_s;
    if (!options.useVendor)
        words += u"--vendor=false"_s;
    if (options.compression == Compression::Gzip)
        words += {u"--compression"_s, u"gzip"_s};
    if (options.identity == Identity::Time)
        words += {u"--identity"_s, u"time"_s};
    if (!options.linker.isEmpty())
        words += {u"--linker"_s, options.linker};
    if (options.resolveImports)
        words += u"--resolve"_s;
    if (options.fixedScn)
        words += {u"--scn"_s, options.fixedScn->toString()};
    return words;
}

} // namespace

QStringList cliCommand(const JobSpec &spec)
{
    QStringList words{u"plugsmith-cli"_s, u"build"_s};
    words += spec.sources;
    words += {u"--dest"_s,     spec.destination,
              u"--go"_s,       spec.target.version.toString(),
              u"--platform"_s, spec.target.platform.toString()};
    if (!spec.name.isEmpty())
        words += {u"--name"_s, spec.name};
    if (const QString place = mainOf(spec); !place.isEmpty())
        words += {u"--main"_s, place};
    return words + optionWords(spec.options);
}

JobSpec specOf(const PlannedJob &job, const QString &name)
{
    JobSpec spec;
    spec.sources = job.sources;
    const QString module = job.modules.value(0).folder;
    spec.packageFolder = module.isEmpty()              ? job.packageFolder
                         : job.packageFolder.isEmpty() ? module
                                                       : QString(module + u'/' + job.packageFolder);
    spec.singleFile = job.singleFile;
    spec.name = name;
    spec.destination = job.destination;
    spec.target = job.target;
    spec.options = job.options;
    return spec;
}

QString wrappedCommand(const QStringList &words, int width)
{
    QString text;
    qsizetype column = 0;
    for (qsizetype i = 0; i < words.size(); ++i) {
        // An option stays with its value.
        const bool isValue =
            i > 0 && words[i - 1].startsWith(u'-') && !words[i - 1].contains(u'=') && !words[i].startsWith(u'-');
        const bool takesValue = words[i].startsWith(u"--") && !words[i].contains(u'=') && i + 1 < words.size() &&
                                !words[i + 1].startsWith(u'-');
        const qsizetype needed = words[i].size() + (takesValue ? words[i + 1].size() + 1 : 0);
        if (i == 0) {
            text = words[0];
            column = text.size();
        } else if (!isValue && column + 1 + needed > width) {
            text += u" \\\n  "_s + words[i];
            column = 2 + words[i].size();
        } else {
            text += u' ' + words[i];
            column += 1 + words[i].size();
        }
    }
    return text;
}

} // namespace plugsmith
