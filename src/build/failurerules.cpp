// SPDX-License-Identifier: Apache-2.0
#include "build/failurerules.h"

#include "build/gooutput.h"
#include "build/gosince.h"
#include "toolchain/targets.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace plugsmith::failurerules {

using namespace Qt::StringLiterals;

namespace {

using Action = FailureAction::Kind;

struct FailureText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::FailureAdvice)
};

/// A library of C, as programs name it and as distributions do.
struct CLibrary
{
    const char *name;   ///< of -lNAME
    const char *header; ///< of #include, also its pkg-config file's name
    const char *apt;
    const char *dnf;
    const char *pacman;
};

constexpr CLibrary CLibraries[] = {
    {"z", "zlib.h", "zlib1g-dev", "zlib-devel", "zlib"},
    {"ssl", "openssl/ssl.h", "libssl-dev", "openssl-devel", "openssl"},
    {"crypto", "openssl/evp.h", "libssl-dev", "openssl-devel", "openssl"},
    {"sqlite3", "sqlite3.h", "libsqlite3-dev", "sqlite-devel", "sqlite"},
    {"xml2", "libxml/parser.h", "libxml2-dev", "libxml2-devel", "libxml2"},
    {"curl", "curl/curl.h", "libcurl4-openssl-dev", "libcurl-devel", "curl"},
    {"png", "png.h", "libpng-dev", "libpng-devel", "libpng"},
    {"jpeg", "jpeglib.h", "libjpeg-dev", "libjpeg-turbo-devel", "libjpeg-turbo"},
    {"ffi", "ffi.h", "libffi-dev", "libffi-devel", "libffi"},
    {"zmq", "zmq.h", "libzmq3-dev", "zeromq-devel", "zeromq"},
    {"rdkafka", "librdkafka/rdkafka.h", "librdkafka-dev", "librdkafka-devel", "librdkafka"},
    {"systemd", "systemd/sd-journal.h", "libsystemd-dev", "systemd-devel", "systemd-libs"},
    {"pcap", "pcap.h", "libpcap-dev", "libpcap-devel", "libpcap"},
    {"X11", "X11/Xlib.h", "libx11-dev", "libX11-devel", "libx11"},
};

/// Installs what a header or library needs where that is known; else the command that finds the package with `file`.
QString commandFor(PackageManager manager, QStringView wanted, const QString &file)
{
    for (const CLibrary &known : CLibraries) {
        if (wanted != QLatin1StringView(known.name) && wanted != QLatin1StringView(known.header))
            continue;
        InstallPackages packages;
        packages.apt = QStringList{QString::fromLatin1(known.apt)};
        packages.dnf = QStringList{QString::fromLatin1(known.dnf)};
        packages.pacman = QStringList{QString::fromLatin1(known.pacman)};
        if (const QString command = packages.command(manager); !command.isEmpty())
            return command;
    }
    switch (manager) {
    case PackageManager::Apt:
        return u"apt-file search "_s + file;
    case PackageManager::Dnf:
        return u"dnf provides '*/%1'"_s.arg(file);
    case PackageManager::Pacman:
        return u"pacman -F "_s + file;
    case PackageManager::Zypper:
        return u"zypper search --provides --file-list '*/%1'"_s.arg(file);
    case PackageManager::Brew:
        return u"brew search "_s + wanted.toString();
    case PackageManager::None:
        break;
    }
    return {};
}

bool is32Bit(const Platform &platform)
{
    return QStringList{u"386"_s, u"arm"_s, u"mips"_s, u"mipsle"_s}.contains(platform.arch);
}

/// The first line that a pattern matches.
QRegularExpressionMatch firstMatch(const QStringList &lines, const QRegularExpression &pattern)
{
    for (const QString &line : lines) {
        if (auto match = pattern.match(line); match.hasMatch())
            return match;
    }
    return {};
}

QString versionOfSeries(int series)
{
    return u"1."_s + QString::number(series);
}

void addCommand(FailureAdvice &advice, const QString &command)
{
    if (!command.isEmpty())
        advice.actions += {Action::CopyCommand, command};
}

} // namespace

std::optional<Position> positionOf(const QString &line)
{
    static const QRegularExpression pattern(
        u"^(?:vet: )?(?:\\./)?((?:[A-Za-z]:)?[^\\s:][^:]*\\.(?:go|c|cc|cpp|h|s|S|m|mod|work)):(\\d+)(?::(\\d+))?:? (.*)$"_s);
    const auto match = pattern.match(line);
    if (!match.hasMatch())
        return std::nullopt;
    return Position{match.captured(1), match.capturedView(2).toInt(), match.capturedView(3).toInt(), match.captured(4)};
}

void setPosition(FailureAdvice &advice, const Position &position)
{
    advice.file = position.file;
    advice.line = position.line;
    advice.column = position.column;
    advice.actions.prepend({Action::OpenFile, position.file, position.line, position.column});
}

std::optional<FailureAdvice> diskFull(const FailureFacts &facts)
{
    static const QRegularExpression pattern(u"(?:(?:write|open|mkdir|copy) (/[^:]*): )?no space left on device"_s);
    auto match = firstMatch(facts.lines, pattern);
    if (!match.hasMatch() && facts.error.code != ErrorCode::NoSpace)
        return std::nullopt;
    for (const QString &line : facts.lines) { // one that names the place is worth more
        if (const auto better = pattern.match(line); better.hasMatch() && !better.capturedView(1).isEmpty()) {
            match = better;
            break;
        }
    }
    const QString path = match.hasMatch() ? match.captured(1) : facts.error.detail;
    FailureAdvice advice{FailureKind::DiskFull, FailureText::tr("The disk is full")};
    advice.why = facts.error.code == ErrorCode::NoSpace ? facts.error.message : QString();
    if (path.startsWith(u'/')) {
        advice.why = FailureText::tr("There was no space left to write %1.").arg(path);
        advice.actions += {Action::OpenFolder, path};
    }
    advice.fix = FailureText::tr("Make room on that disk, then retry.");
    advice.actions.prepend({Action::Retry});
    return advice;
}

std::optional<FailureAdvice> killed(const FailureFacts &facts)
{
    static const QRegularExpression pattern(u"signal: killed\\b"_s);
    static const QRegularExpression who(u"([^/\\s]+): signal: killed"_s);
    const bool isKilled = firstMatch(facts.lines, pattern).hasMatch();
    if (!isKilled)
        return std::nullopt;
    const auto match = firstMatch(facts.lines, who);
    FailureAdvice advice{FailureKind::Killed, FailureText::tr("The system stopped the build")};
    advice.why = match.hasMatch()
                     ? FailureText::tr("It ended %1. That is what it does when memory runs out.").arg(match.captured(1))
                     : FailureText::tr("That is what it does when memory runs out.");
    advice.fix = FailureText::tr("Build one after the other, or close other programs first.");
    advice.actions = {{Action::RetryAlone}, {Action::Retry}};
    return advice;
}

std::optional<FailureAdvice> cgoOff(const FailureFacts &facts)
{
    static const QRegularExpression pattern(u"requires external \\(cgo\\) linking, but cgo is not enabled"_s);
    if (!firstMatch(facts.lines, pattern).hasMatch())
        return std::nullopt;
    FailureAdvice advice{FailureKind::CgoOff, FailureText::tr("cgo is switched off")};
    advice.why = FailureText::tr("Plugins need it. The environment of this build says CGO_ENABLED=0.");
    advice.actions = {{Action::SwitchCgoOn}};
    return advice;
}

std::optional<FailureAdvice> noPlugins(const FailureFacts &facts)
{
    static const QRegularExpression pattern(u"-buildmode=plugin not supported on (\\S+)"_s);
    const auto match = firstMatch(facts.lines, pattern);
    if (!match.hasMatch())
        return std::nullopt;
    FailureAdvice advice{FailureKind::NoPlugins, FailureText::tr("Go has no plugins for %1").arg(match.captured(1))};
    advice.why = FailureText::tr("Go %1 cannot make them for this platform.").arg(facts.version.toString());
    advice.fix = FailureText::tr("Leave it out, or build a program.");
    advice.actions = {{Action::LeaveOut, facts.target.toString()}};
    return advice;
}

std::optional<FailureAdvice> noCCompiler(const FailureFacts &facts)
{
    static const QRegularExpression pattern(u"C(?:\\+\\+)? compiler \"([^\"]+)\" not found"_s);
    const auto match = firstMatch(facts.lines, pattern);
    if (!match.hasMatch())
        return std::nullopt;
    FailureAdvice advice{FailureKind::NoCCompiler, FailureText::tr("The C compiler is missing")};
    advice.why = FailureText::tr("Plugins need cgo, and cgo looked for %1.").arg(match.captured(1));
    const auto cross = crossCompilerFor(facts.platform);
    const bool isNative = facts.platform == Platform::thisMachine();
    const InstallPackages packages = cross && !isNative ? cross->packages : nativeCompilerPackages();
    const QString command = packages.command(facts.manager);
    advice.fix = command.isEmpty() ? FailureText::tr("Install one, or take CC out of the environment of the build.")
                                   : FailureText::tr("Install one: %1").arg(command);
    addCommand(advice, command);
    advice.actions += {Action::Retry};
    return advice;
}

std::optional<FailureAdvice> missingCLibrary(const FailureFacts &facts)
{
    static const QRegularExpression library(
        u"(?:cannot find -l|unable to find library -l|library not found for -l|library not found: )([^\\s:]+)"_s);
    static const QRegularExpression header(
        u"fatal error: '?([^\\s:']+\\.h(?:pp)?)'?(?: file not found|: No such file)"_s);
    static const QRegularExpression pkgConfig(u"^Package '?([^\\s',]+)'?(?:, required by .*)?(?: was)? not found"_s);
    FailureAdvice advice{FailureKind::MissingCLibrary,
                         FailureText::tr("A C library for %1 is missing").arg(facts.platform.toString())};
    QString command;
    if (const auto match = firstMatch(facts.lines, library); match.hasMatch()) {
        const QString name = match.captured(1);
        advice.why = FailureText::tr("The linker looked for lib%1.so or lib%1.a.").arg(name);
        command = commandFor(facts.manager, name, u"lib%1.so"_s.arg(name));
    } else if (const auto include = firstMatch(facts.lines, header); include.hasMatch()) {
        const QString name = include.captured(1);
        advice.why = FailureText::tr("The C compiler did not find its header %1.").arg(name);
        command = commandFor(facts.manager, name, name);
        for (const QString &line : facts.lines) {
            const auto position = positionOf(line);
            if (position && line.contains(include.captured(0)))
                setPosition(advice, *position);
        }
    } else if (const auto package = firstMatch(facts.lines, pkgConfig); package.hasMatch()) {
        advice.why = FailureText::tr("pkg-config does not know %1.").arg(package.captured(1));
        command = commandFor(facts.manager, package.captured(1), package.captured(1) + u".pc"_s);
    } else {
        return std::nullopt;
    }
    advice.fix = command.isEmpty() ? FailureText::tr("Install its development files.")
                                   : FailureText::tr("Install its development files: %1").arg(command);
    addCommand(advice, command);
    advice.actions += {Action::Retry};
    return advice;
}

std::optional<FailureAdvice> noMainFunction(const FailureFacts &facts)
{
    static const QRegularExpression pattern(u"function main is undeclared in the main package"_s);
    if (!firstMatch(facts.lines, pattern).hasMatch())
        return std::nullopt;
    FailureAdvice advice{FailureKind::NoMainFunction, FailureText::tr("The package is built as a program")};
    advice.why = FailureText::tr("A program begins with func main, and this package has none.");
    advice.fix = FailureText::tr("Build a plugin, or add “func main() {}”.");
    advice.actions = {{Action::MakePlugin}, {Action::Retry}};
    return advice;
}

/// "rules → prices → rules" and the file that closes the circle.
std::optional<FailureAdvice> importCycle(const FailureFacts &facts)
{
    static const QRegularExpression step(u"^(?:package |\\s+imports )(\\S+?)(?: from (\\S+?))?(:.*)?$"_s);
    QStringList path;
    QString file;
    bool found = false;
    for (const QString &line : facts.lines) {
        const auto match = step.match(line);
        if (!match.hasMatch() || found)
            continue;
        if (line.startsWith("package "_L1))
            path.clear();
        if (match.captured(3).contains("import cycle not allowed"_L1)) {
            found = true;
            file = match.captured(2);
        }
        path += match.captured(1);
    }
    if (!found)
        return std::nullopt;
    const QString importer = path.value(path.size() - 2);
    const QString prefix = facts.modulePath + u'/';
    const qsizetype first = path.indexOf(path.last());
    QStringList circle = path.sliced(first);
    for (QString &package : circle)
        package = package.startsWith(prefix) ? package.sliced(prefix.size()) : package;
    FailureAdvice advice{FailureKind::ImportCycle, FailureText::tr("Packages import each other")};
    advice.why = FailureText::tr("Go does not allow a circle of imports: %1.").arg(circle.join(u" → "_s));
    advice.fix = FailureText::tr("Move what both need into a package of its own.");
    if (!file.isEmpty() && importer.startsWith(prefix))
        setPosition(advice, {importer.sliced(prefix.size()) + u'/' + file, 0, 0, {}});
    advice.actions += {Action::Retry};
    return advice;
}

std::optional<FailureAdvice> missingEmbed(const FailureFacts &facts)
{
    static const QRegularExpression pattern(u"^pattern (\\S+): no matching files found"_s);
    for (const QString &line : facts.lines) {
        const auto position = positionOf(line);
        const auto match = position ? pattern.match(position->message) : QRegularExpressionMatch();
        if (!match.hasMatch())
            continue;
        FailureAdvice advice{FailureKind::MissingEmbed, FailureText::tr("A file that the code embeds is missing")};
        advice.why =
            FailureText::tr("%1 embeds %2, which the source does not have.").arg(position->file, match.captured(1));
        advice.fix = FailureText::tr("Add it to the source, or take the go:embed line out.");
        setPosition(advice, *position);
        advice.actions += {Action::Retry};
        return advice;
    }
    return std::nullopt;
}

std::optional<FailureAdvice> oldDirective(const FailureFacts &facts)
{
    static const QRegularExpression pattern(
        u"requires go(1\\.\\d+) or later \\(-lang was set to go(1\\.\\d+); check go\\.mod\\)"_s);
    for (const QString &line : facts.lines) {
        const auto position = positionOf(line);
        const auto match = pattern.match(line);
        if (!position || !match.hasMatch())
            continue;
        FailureAdvice advice{FailureKind::OldDirective, FailureText::tr("The code needs a newer Go than go.mod says")};
        advice.why = FailureText::tr("Line %1 of %2 uses what came with Go %3; go.mod says %4.")
                         .arg(position->line)
                         .arg(position->file, match.captured(1), match.captured(2));
        advice.fix = FailureText::tr("Write “go %1” into go.mod.").arg(match.captured(1));
        setPosition(advice, *position);
        advice.actions.prepend({Action::OpenFile, u"go.mod"_s});
        advice.actions += {Action::Retry};
        return advice;
    }
    return std::nullopt;
}

std::optional<FailureAdvice> newerGo(const FailureFacts &facts)
{
    static const QRegularExpression symbol(u"undefined: (\\w+\\.\\w+)$"_s);
    static const QRegularExpression package(
        u"(?:package |imports )(\\S+?)(?: is not in (?:std|GOROOT)|: build constraints exclude all Go files in )"_s);
    int series = 0;
    QString name;
    std::optional<Position> position;
    for (const QString &line : facts.lines) {
        const auto match = symbol.match(line);
        const auto other = package.match(line);
        const int since = match.hasMatch()   ? goSeriesOfSymbol(match.captured(1))
                          : other.hasMatch() ? goSeriesOfPackage(other.captured(1))
                                             : 0;
        if (since <= facts.version.series || since <= series)
            continue;
        series = since;
        name = match.hasMatch() ? match.captured(1) : other.captured(1);
        position = positionOf(line);
    }
    if (series == 0)
        return std::nullopt;
    FailureAdvice advice{FailureKind::NewerGo,
                         FailureText::tr("The code needs a newer Go than %1").arg(facts.version.toString())};
    advice.why = FailureText::tr("%1 came with Go %2.").arg(name, versionOfSeries(series));
    advice.fix = FailureText::tr("Clear %1 in the targets, or avoid %2.").arg(facts.version.toString(), name);
    advice.actions = {{Action::BuildWith, versionOfSeries(series)}, {Action::Retry}};
    if (position)
        setPosition(advice, *position);
    return advice;
}

std::optional<FailureAdvice> overflow(const FailureFacts &facts)
{
    static const QRegularExpression number(u"(-?\\d{5,})"_s);
    static const QRegularExpression type(u"(?:as|overflows) (u?int(?:ptr)?)\\b"_s);
    if (!is32Bit(facts.platform))
        return std::nullopt;
    for (const QString &line : facts.lines) {
        const auto position = positionOf(line);
        if (!position || !position->message.contains("overflows"_L1))
            continue;
        const QString platform = facts.platform.toString();
        FailureAdvice advice{FailureKind::Overflow,
                             FailureText::tr("A number in %1 is too large for %2").arg(position->file, platform)};
        const QString value = number.match(position->message).captured(1);
        const auto named = type.match(position->message);
        const QString word = named.hasMatch() ? named.captured(1) : u"int"_s;
        const bool isSigned = word == "int"_L1;
        advice.why = FailureText::tr("The value %1 on line %2 is of type %3. On 32-bit platforms %3 ends at %4.")
                         .arg(value)
                         .arg(position->line)
                         .arg(word, isSigned ? u"2147483647"_s : u"4294967295"_s);
        advice.fix = FailureText::tr("Declare it as int64 or uint64, or leave %1 out.").arg(facts.platform.arch);
        setPosition(advice, *position);
        advice.actions += {{Action::Retry}, {Action::LeaveOut, facts.target.toString()}};
        return advice;
    }
    return std::nullopt;
}

std::optional<FailureAdvice> compileErrors(const FailureFacts &facts)
{
    const DiagnosticSummary summary = summarise(facts.lines);
    const auto position = positionOf(firstErrorOf(facts.lines));
    if (summary.count == 0 || !position)
        return std::nullopt;
    FailureAdvice advice{FailureKind::CompileErrors,
                         FailureText::tr("%n error(s) in %1", nullptr, summary.count).arg(summary.file)};
    advice.why = position->line > 0 ? FailureText::tr("Line %1: %2").arg(position->line).arg(position->message)
                                    : position->message;
    setPosition(advice, *position);
    advice.actions += {Action::Retry};
    return advice;
}

const QVector<Rule> &rules()
{
    static const QVector<Rule> inOrder{
        diskFull,     killed,         noPlugins,     cgoOff,          noCCompiler,    requiredGo,
        checksum,     missingReplace, staleVendor,   notInCache,      unreachable,    privateModule,
        missingSums,  newerGo,        missingModule, missingCLibrary, noMainFunction, importCycle,
        missingEmbed, oldDirective,   overflow,      compileErrors,
    };
    return inOrder;
}

} // namespace plugsmith::failurerules
