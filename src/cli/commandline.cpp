// SPDX-License-Identifier: Apache-2.0
#include "cli/commandline.h"

#include "base/shellwords.h"
#include "toolchain/linker.h"
#include "toolchain/targets.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct CommandLineText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::CommandLine)
};

Error wrongUsage(const QString &text)
{
    return {ErrorCode::InvalidInput, text, {}, {}};
}

/// What the parser of a command found wrong, and where its options stand.
Error wrongOption(const QCommandLineParser &parser, const QString &command)
{
    return {ErrorCode::InvalidInput,
            parser.errorText(),
            CommandLineText::tr("“plugsmith-cli %1 --help” lists all options.").arg(command),
            {}};
}

QString overview()
{
    return CommandLineText::tr(
        "plugsmith-cli builds Go plugins from source archives and folders.\n"
        "\n"
        "  plugsmith-cli scan SOURCE          show what a source holds\n"
        "  plugsmith-cli build SOURCE... --dest FOLDER\n"
        "                                     build plugins; further sources supply local modules\n"
        "  plugsmith-cli inspect FILE...      show what plugins say about themselves\n"
        "  plugsmith-cli list DIR...          list the plugins in folders\n"
        "  plugsmith-cli compare A B          show how two plugins differ\n"
        "  plugsmith-cli stamp FILE...        write or correct the build info of plugins\n"
        "  plugsmith-cli load PLUGIN          load a plugin and show what it exports\n"
        "  plugsmith-cli call PLUGIN SYMBOL [ARGS-JSON]\n"
        "                                     call a function of a plugin\n"
        "  plugsmith-cli serve FOLDER --name NAME\n"
        "                                     follow the newest plugin and take calls as JSON lines\n"
        "  plugsmith-cli toolchain list|available|add|remove|verify\n"
        "                                     Go versions that are here and that can be fetched\n"
        "  plugsmith-cli targets              platforms that can be built here, and what is missing\n"
        "  plugsmith-cli COMMAND --help       all options of a command\n"
        "  plugsmith-cli --version\n"
        "\n"
        "A source is an archive (zip, tar, tar.gz, tar.bz2, tar.xz, tar.zst, 7z), a folder or a .go file.\n"
        "Exit codes: 0 all good, 1 some failed, 2 wrong usage, 3 a plugin was refused.\n");
}

/// A path as given on the command line, made absolute; "~" is the home folder where the shell did not see to it.
QString absolutePath(const QString &path)
{
    QString local = path.startsWith("file://"_L1) ? path.sliced(7) : path;
    if (local == "~"_L1 || local.startsWith("~/"_L1))
        local = QDir::homePath() + local.sliced(1);
    return QDir::cleanPath(QFileInfo(local).absoluteFilePath());
}

/// The options of build. The second names are those of viant/pgo's command line.
struct BuildParser
{
    QCommandLineParser parser;
    QCommandLineOption source{u"src"_s, CommandLineText::tr("A further source; the first one holds the plugin."),
                              CommandLineText::tr("SOURCE")};
    QCommandLineOption destination{u"dest"_s, CommandLineText::tr("Where plugins are written."),
                                   CommandLineText::tr("FOLDER")};
    QCommandLineOption name{u"name"_s, CommandLineText::tr("Name of the plugin; “main” if left out."),
                            CommandLineText::tr("NAME")};
    QCommandLineOption version{{u"go"_s, u"ver"_s},
                               CommandLineText::tr("A Go version, such as 1.22.6, or 1.22 for the newest of it that is "
                                                   "installed; may be given several times."),
                               CommandLineText::tr("VERSION")};
    QCommandLineOption platform{
        u"platform"_s, CommandLineText::tr("A platform; this machine if left out; may be given several times."),
        CommandLineText::tr("OS/ARCH")};
    QCommandLineOption os{u"os"_s, CommandLineText::tr("Operating system, with --arch."), CommandLineText::tr("OS")};
    QCommandLineOption arch{u"arch"_s, CommandLineText::tr("Processor, with --os."), CommandLineText::tr("ARCH")};
    QCommandLineOption mode{
        {u"mode"_s, u"bmode"_s}, CommandLineText::tr("Make a plugin or a program."), u"plugin|exec"_s};
    QCommandLineOption mainFolder{{u"main"_s, u"mainpath"_s},
                                  CommandLineText::tr("The package to build, or a single file that is a plugin."),
                                  CommandLineText::tr("PATH")};
    QCommandLineOption module{{u"module"_s, u"modpath"_s},
                              CommandLineText::tr("The module to build, where a source has several."),
                              CommandLineText::tr("PATH")};
    QCommandLineOption tags{u"tags"_s, CommandLineText::tr("Build tags, separated by commas."),
                            CommandLineText::tr("TAGS")};
    QCommandLineOption ldflags{u"ldflags"_s, CommandLineText::tr("Flags for the Go linker."),
                               CommandLineText::tr("FLAGS")};
    QCommandLineOption gcflags{u"gcflags"_s, CommandLineText::tr("Flags for the Go compiler."),
                               CommandLineText::tr("FLAGS")};
    QCommandLineOption argument{
        {u"build-arg"_s, u"barg"_s},
        CommandLineText::tr("Further arguments for go build, split as a shell does; may be given several times."),
        CommandLineText::tr("ARGS")};
    QCommandLineOption environment{
        u"env"_s, CommandLineText::tr("An environment variable for go build; may be given several times."),
        CommandLineText::tr("NAME=VALUE")};
    QCommandLineOption level{
        u"level"_s,
        CommandLineText::tr(
            "The least processor that the plugin runs on, such as GOAMD64=v3; counts for targets of its "
            "kind; may be given several times."),
        CommandLineText::tr("NAME=VALUE")};
    QCommandLineOption trimPath{
        u"trimpath"_s, CommandLineText::tr("Leave the paths of this machine out of the plugin; on by default."),
        u"true|false"_s, u"true"_s};
    QCommandLineOption vendor{
        u"vendor"_s,
        CommandLineText::tr("Take dependencies from the vendor folder of a source that has one; on by default."),
        u"true|false"_s, u"true"_s};
    QCommandLineOption compression{u"compression"_s, CommandLineText::tr("Compress the plugin."), u"none|gzip"_s,
                                   u"none"_s};
    QCommandLineOption identity{
        u"identity"_s,
        CommandLineText::tr("What tells builds of a plugin apart: its content, or the time as with viant/pgo."),
        u"content|time"_s};
    QCommandLineOption linker{u"linker"_s, CommandLineText::tr("The C linker."), u"auto|default|mold|lld|gold"_s};
    QCommandLineOption resolve{u"resolve"_s,
                               CommandLineText::tr("May look up modules that no go.mod names, over the network.")};
    QCommandLineOption scn{u"scn"_s, CommandLineText::tr("A fixed SCN, for repeatable builds."), u"YYYYMMDDHHMMSS"_s};
    QCommandLineOption force{u"force"_s, CommandLineText::tr("Build even if nothing has changed.")};
    QCommandLineOption jobs{u"jobs"_s, CommandLineText::tr("How many builds may run at once."), u"N"_s};
    QCommandLineOption preset{u"preset"_s, CommandLineText::tr("Targets and options from a file."),
                              CommandLineText::tr("FILE")};
    QCommandLineOption dryRun{u"dry-run"_s, CommandLineText::tr("Show what would be built and how.")};
    QCommandLineOption json{u"json"_s, CommandLineText::tr("One JSON object in each line.")};
    QCommandLineOption log{u"log"_s, CommandLineText::tr("Print the log of each build.")};
    QCommandLineOption goPath{u"gopath"_s, CommandLineText::tr("GOPATH for go build."), CommandLineText::tr("FOLDER")};
    QCommandLineOption goRoot{u"goroot"_s,
                              CommandLineText::tr("A further Go installation; may be given several times."),
                              CommandLineText::tr("FOLDER")};
    QCommandLineOption fetch{u"fetch"_s,
                             CommandLineText::tr("Fetch Go versions that are not installed; needed once only.")};
    QCommandLineOption offline{u"offline"_s, CommandLineText::tr("Never fetch a Go version.")};
    QCommandLineOption compiler{
        u"cc"_s, CommandLineText::tr("A C compiler for a platform, with its arguments; may be given several times."),
        u"OS/ARCH=CC"_s};
    QCommandLineOption help{{u"h"_s, u"help"_s}, CommandLineText::tr("Show this.")};

    BuildParser()
    {
        parser.setApplicationDescription(CommandLineText::tr("Builds a plugin for each Go version and platform."));
        parser.addPositionalArgument(u"build"_s, {}, u"build"_s);
        parser.addPositionalArgument(
            CommandLineText::tr("SOURCE"),
            CommandLineText::tr("An archive, a folder or a .go file; further ones supply local modules."),
            CommandLineText::tr("SOURCE..."));
        parser.addOptions({source,      destination, name,   version,     platform, os,      arch,
                           mode,        mainFolder,  module, tags,        ldflags,  gcflags, argument,
                           environment, trimPath,    vendor, compression, identity, linker,  resolve,
                           scn,         force,       jobs,   preset,      dryRun,   json,    log,
                           goPath,      goRoot,      fetch,  offline,     compiler, level,   help});
    }
};

/// A value out of a few words.
Result<int> oneOf(const QCommandLineParser &parser, const QCommandLineOption &option, const QStringList &words)
{
    const QString value = parser.value(option);
    const int index = static_cast<int>(words.indexOf(value));
    if (index < 0)
        return wrongUsage(CommandLineText::tr("--%1 cannot be “%2”: it is one of %3.")
                              .arg(option.names().first(), value, words.join(u", "_s)));
    return index;
}

Result<void> readTargets(const BuildParser &p, CommandLine &line)
{
    for (const QString &value : p.parser.values(p.version)) {
        for (const QString &text : value.split(u',', Qt::SkipEmptyParts)) {
            const auto version = GoVersion::parse(text);
            if (!version)
                return wrongUsage(
                    CommandLineText::tr("“%1” is not a Go version; one is written like 1.22.6 or 1.22.").arg(text));
            line.versions += *version;
        }
    }
    QStringList platforms;
    for (const QString &value : p.parser.values(p.platform))
        platforms += value.split(u',', Qt::SkipEmptyParts);
    const QStringList systems = p.parser.values(p.os);
    const QStringList processors = p.parser.values(p.arch);
    const Platform &here = Platform::thisMachine();
    for (qsizetype i = 0; i < qMax(systems.size(), processors.size()); ++i)
        platforms += systems.value(i, here.os) + u'/' + processors.value(i, here.arch);
    for (const QString &text : platforms) {
        const auto platform = Platform::parse(text);
        if (!platform)
            return wrongUsage(
                CommandLineText::tr("“%1” is not a platform; one is written like linux/amd64.").arg(text));
        line.platforms += *platform;
    }
    return {};
}

Result<void> readChoices(const BuildParser &p, CommandLine &line)
{
    const auto &parser = p.parser;
    BuildOptions &options = line.options;
    if (parser.isSet(p.mode)) {
        const auto mode = oneOf(parser, p.mode, {u"plugin"_s, u"exec"_s});
        if (!mode)
            return mode.error();
        options.mode = *mode == 0 ? BuildMode::Plugin : BuildMode::Program;
    }
    if (parser.isSet(p.trimPath)) {
        const auto trim = oneOf(parser, p.trimPath, {u"true"_s, u"false"_s});
        if (!trim)
            return trim.error();
        options.trimPath = *trim == 0;
    }
    if (parser.isSet(p.vendor)) {
        const auto vendor = oneOf(parser, p.vendor, {u"true"_s, u"false"_s});
        if (!vendor)
            return vendor.error();
        options.useVendor = *vendor == 0;
    }
    if (parser.isSet(p.compression)) {
        const auto compression = oneOf(parser, p.compression, {u"none"_s, u"gzip"_s});
        if (!compression)
            return compression.error();
        options.compression = *compression == 0 ? Compression::None : Compression::Gzip;
    }
    if (parser.isSet(p.identity)) {
        const auto identity = oneOf(parser, p.identity, {u"content"_s, u"time"_s});
        if (!identity)
            return identity.error();
        options.identity = *identity == 0 ? Identity::Content : Identity::Time;
    }
    if (parser.isSet(p.linker)) {
        const QString word = parser.value(p.linker);
        if (!LinkerChoice::parse(word))
            return wrongUsage(
                CommandLineText::tr("--linker cannot be “%1”: it is one of auto, default, mold, lld, gold.").arg(word));
        options.linker = word;
    }
    if (parser.isSet(p.scn)) {
        options.fixedScn = Scn::parse(parser.value(p.scn));
        if (!options.fixedScn)
            return wrongUsage(
                CommandLineText::tr("“%1” is not an SCN: it is 14 digits, YYYYMMDDHHMMSS.").arg(parser.value(p.scn)));
    }
    if (parser.isSet(p.jobs)) {
        bool isNumber = false;
        line.parallel = parser.value(p.jobs).toInt(&isNumber);
        if (!isNumber || line.parallel < 1)
            return wrongUsage(CommandLineText::tr("--jobs needs a number from 1 on."));
    }
    return {};
}

Result<void> readTexts(const BuildParser &p, CommandLine &line)
{
    const auto &parser = p.parser;
    BuildOptions &options = line.options;
    if (parser.isSet(p.tags))
        options.tags = parser.value(p.tags).split(u',', Qt::SkipEmptyParts);
    if (parser.isSet(p.ldflags))
        options.linkerFlags = parser.value(p.ldflags);
    if (parser.isSet(p.gcflags))
        options.compilerFlags = parser.value(p.gcflags);
    for (const QString &text : parser.values(p.argument)) {
        const auto words = splitShellWords(text);
        if (!words)
            return words.error();
        options.arguments += *words;
    }
    for (const QString &entry : parser.values(p.environment)) {
        // viant/pgo writes NAME:VALUE.
        const qsizetype equals = entry.indexOf(u'=');
        const qsizetype colon = entry.indexOf(u':');
        const qsizetype at = equals > 0 && (colon < 0 || equals < colon) ? equals : colon > 0 ? colon : equals;
        if (at <= 0)
            return wrongUsage(CommandLineText::tr("--env needs NAME=VALUE, not “%1”.").arg(entry));
        options.environment += {entry.first(at), entry.sliced(at + 1)};
    }
    if (parser.isSet(p.goPath))
        options.environment += {u"GOPATH"_s, absolutePath(parser.value(p.goPath))};
    options.resolveImports = options.resolveImports || parser.isSet(p.resolve);
    return {};
}

Result<void> readLevels(const BuildParser &p, CommandLine &line)
{
    for (const QString &value : p.parser.values(p.level)) {
        for (const QString &text : value.split(u',', Qt::SkipEmptyParts)) {
            const QString name = text.section(u'=', 0, 0);
            const QString chosen = text.section(u'=', 1);
            const auto level = cpuLevelNamed(name);
            if (!level) {
                QStringList names;
                for (const CpuLevel &one : cpuLevels())
                    names += one.variable;
                return wrongUsage(
                    CommandLineText::tr("--level cannot be “%1”: it names one of %2.").arg(text, names.join(u", "_s)));
            }
            if (!level->values.contains(chosen))
                return wrongUsage(CommandLineText::tr("%1 cannot be “%2”: it is one of %3.")
                                      .arg(name, chosen, level->values.join(u", "_s)));
            line.options.levels.insert(name, chosen);
        }
    }
    return {};
}

Result<void> readPreset(const QString &path, CommandLine &line)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return wrongUsage(CommandLineText::tr("The preset %1 cannot be read: %2").arg(path, file.errorString()));
    const auto preset = Preset::fromJson(file.readAll(), QFileInfo(path).fileName());
    if (!preset)
        return preset.error();
    line.options = preset->options;
    line.presetTargets = preset->targets;
    return {};
}

Result<CommandLine> parseBuild(const QStringList &arguments)
{
    BuildParser p;
    CommandLine line;
    line.command = CommandLine::Command::Build;
    if (!p.parser.parse(QStringList{u"plugsmith-cli"_s} + arguments))
        return wrongOption(p.parser, u"build"_s);
    if (p.parser.isSet(p.help)) {
        line.command = CommandLine::Command::Help;
        line.helpText = p.parser.helpText();
        return line;
    }
    if (p.parser.isSet(p.preset)) {
        if (auto read = readPreset(p.parser.value(p.preset), line); !read)
            return read.error();
    }
    for (const auto &step : {readTargets, readChoices, readTexts, readLevels}) {
        if (auto read = step(p, line); !read)
            return read.error();
    }
    for (const QString &source : p.parser.positionalArguments().sliced(1) + p.parser.values(p.source))
        line.sources += absolutePath(source);
    for (const QString &root : p.parser.values(p.goRoot))
        line.goRoots += absolutePath(root);
    const auto compilers = UserCompiler::parseAll(p.parser.values(p.compiler));
    if (!compilers)
        return compilers.error();
    line.compilers = *compilers;
    line.mayFetch = p.parser.isSet(p.fetch);
    line.isOffline = p.parser.isSet(p.offline);
    line.name = p.parser.value(p.name);
    line.destination = p.parser.isSet(p.destination) ? absolutePath(p.parser.value(p.destination)) : QString();
    line.mainFolder = p.parser.value(p.mainFolder);
    line.modulePath = p.parser.value(p.module);
    line.json = p.parser.isSet(p.json);
    line.force = p.parser.isSet(p.force);
    line.dryRun = p.parser.isSet(p.dryRun);
    line.showLog = p.parser.isSet(p.log);
    if (line.sources.isEmpty())
        return wrongUsage(CommandLineText::tr("build needs a source: an archive, a folder or a .go file."));
    if (line.destination.isEmpty())
        return wrongUsage(CommandLineText::tr("build needs --dest FOLDER."));
    return line;
}

Result<CommandLine> parseScan(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption json(u"json"_s, CommandLineText::tr("The scan as JSON."));
    const QCommandLineOption tags(u"tags"_s, CommandLineText::tr("Build tags, separated by commas."),
                                  CommandLineText::tr("TAGS"));
    const QCommandLineOption help({u"h"_s, u"help"_s}, CommandLineText::tr("Show this."));
    parser.setApplicationDescription(
        CommandLineText::tr("Shows modules, main packages and what a build would need, without running anything."));
    parser.addPositionalArgument(u"scan"_s, {}, u"scan"_s);
    parser.addPositionalArgument(
        CommandLineText::tr("SOURCE"),
        CommandLineText::tr("An archive, a folder or a .go file; further ones supply local modules."),
        CommandLineText::tr("SOURCE..."));
    parser.addOptions({json, tags, help});
    CommandLine line;
    line.command = CommandLine::Command::Scan;
    if (!parser.parse(QStringList{u"plugsmith-cli"_s} + arguments))
        return wrongOption(parser, u"scan"_s);
    if (parser.isSet(help)) {
        line.command = CommandLine::Command::Help;
        line.helpText = parser.helpText();
        return line;
    }
    for (const QString &source : parser.positionalArguments().sliced(1))
        line.sources += absolutePath(source);
    line.json = parser.isSet(json);
    line.options.tags = parser.value(tags).split(u',', Qt::SkipEmptyParts);
    if (line.sources.isEmpty())
        return wrongUsage(CommandLineText::tr("scan needs a source: an archive, a folder or a .go file."));
    return line;
}

} // namespace

Result<CommandLine> CommandLine::parse(const QStringList &arguments)
{
    CommandLine line;
    const QString first = arguments.value(0);
    if (first == "build"_L1)
        return parseBuild(arguments);
    if (first == "scan"_L1)
        return parseScan(arguments);
    if (first == "--version"_L1 || first == "-v"_L1) {
        line.command = Command::Version;
        return line;
    }
    if (first == "--help"_L1 || first == "-h"_L1 || first == "help"_L1) {
        line.helpText = overview();
        return line;
    }
    if (first.isEmpty())
        return wrongUsage(CommandLineText::tr("A command is missing.") + u"\n\n" + overview());
    if (first.startsWith("--"_L1))
        return parseBuild(QStringList{u"build"_s} + arguments); // as viant/pgo is called
    return wrongUsage(CommandLineText::tr("There is no command “%1”.").arg(first) + u"\n\n" + overview());
}

} // namespace plugsmith
