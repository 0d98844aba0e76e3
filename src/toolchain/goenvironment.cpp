// SPDX-License-Identifier: Apache-2.0
#include "toolchain/goenvironment.h"

#include <QDir>
#include <QFile>
#include <QMap>

#include <algorithm>
#include <iterator>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

// internal/cfg.KnownEnv without what is kept (below), and variables that only parts of Go read: GODEBUG, GOROOT_FINAL,
// GCCGOTOOLDIR, GO_LDSO. Names that start with CGO_ are left out too.
constexpr QStringView LeftOut[] = {
    u"AR",           u"CC",
    u"CXX",          u"FC",
    u"GCCGO",        u"GCCGOTOOLDIR",
    u"GO111MODULE",  u"GO386",
    u"GOAMD64",      u"GOARCH",
    u"GOARM",        u"GOARM64",
    u"GOBIN",        u"GODEBUG",
    u"GOEXE",        u"GOEXPERIMENT",
    u"GOFIPS140",    u"GOFLAGS",
    u"GOGCCFLAGS",   u"GOHOSTARCH",
    u"GOHOSTOS",     u"GOLOONG64",
    u"GOMIPS",       u"GOMIPS64",
    u"GOOS",         u"GOPPC64",
    u"GORISCV64",    u"GOROOT",
    u"GOROOT_FINAL", u"GOTOOLCHAIN",
    u"GOTOOLDIR",    u"GOWASM",
    u"GOWORK",       u"GO_EXTLINK_ENABLED",
    u"GO_LDSO",
};
// What is taken over from the file of `go env -w`. The go command reads only names that it knows from there.
constexpr QStringView CarriedOver[] = {
    u"GOAUTH", u"GOCACHE",   u"GOCACHEPROG", u"GOINSECURE", u"GOMODCACHE", u"GONOPROXY", u"GONOSUMDB",
    u"GOPATH", u"GOPRIVATE", u"GOPROXY",     u"GOSUMDB",    u"GOTMPDIR",   u"GOVCS",     u"PKG_CONFIG",
};

const QString GoEnvName = u"GOENV"_s;
const QString GoToolchainName = u"GOTOOLCHAIN"_s;
const QString Off = u"off"_s;
const QString Local = u"local"_s;

template<size_t N>
bool isIn(const QStringView (&names)[N], QStringView name)
{
    return std::ranges::find(names, name) != std::end(names);
}

bool isLeftOut(QStringView name)
{
    return name.startsWith(u"CGO_") || isIn(LeftOut, name);
}

bool isWhatWeSet(const QString &name, const QString &value)
{
    return name == GoToolchainName && value == Local;
}

/// As readEnvFile of cmd/go: NAME=VALUE lines, names start with a capital letter, the last one wins, nothing is quoted.
QMap<QString, QString> readEnvLines(const QByteArray &bytes)
{
    QMap<QString, QString> values;
    for (const QByteArray &line : bytes.split('\n')) {
        const qsizetype equals = line.indexOf('=');
        if (equals > 0 && line[0] >= 'A' && line[0] <= 'Z')
            values.insert(QString::fromLocal8Bit(line.first(equals)), QString::fromLocal8Bit(line.mid(equals + 1)));
    }
    return values;
}

} // namespace

QString GoEnvironment::userValue(const QString &name) const
{
    for (const SetAside &value : setAside) {
        if (value.name == name)
            return value.value;
    }
    return isLeftOut(name) ? QString() : variables.value(name);
}

GoEnvironment goEnvironment(const QProcessEnvironment &user, const QByteArray &goEnvFile)
{
    GoEnvironment made;
    for (const QString &name : user.keys()) {
        const QString value = user.value(name);
        if (!isLeftOut(name)) {
            made.variables.insert(name, value);
        } else if (!value.isEmpty() && !isWhatWeSet(name, value)) {
            made.setAside.append({name, value, SetAside::Source::Environment});
        }
    }
    const auto fromFile = readEnvLines(goEnvFile);
    for (auto entry = fromFile.cbegin(); entry != fromFile.cend(); ++entry) {
        const QString &name = entry.key();
        if (entry->isEmpty() || !user.value(name).isEmpty() || isWhatWeSet(name, *entry))
            continue; // not in force, or no change
        if (isIn(CarriedOver, name)) {
            made.variables.insert(name, *entry);
        } else if (isLeftOut(name) || name.startsWith(u"GO")) { // of a newer Go: better named than lost
            made.setAside.append({name, *entry, SetAside::Source::GoEnvFile});
        }
    }
    std::ranges::sort(made.setAside, {}, &SetAside::name);
    made.variables.insert(GoEnvName, Off);
    made.variables.insert(GoToolchainName, Local);
    return made;
}

QString goEnvFilePath(const QProcessEnvironment &user)
{
    if (const QString file = user.value(GoEnvName); !file.isEmpty())
        return file == Off ? QString() : file;
    // os.UserConfigDir
    const QString home = user.value(u"HOME"_s);
#ifdef Q_OS_MACOS
    return home.isEmpty() ? QString() : home + u"/Library/Application Support/go/env";
#else
    if (const QString config = user.value(u"XDG_CONFIG_HOME"_s); !config.isEmpty())
        return QDir::isAbsolutePath(config) ? config + u"/go/env" : QString();
    return home.isEmpty() ? QString() : home + u"/.config/go/env";
#endif
}

GoEnvironment goEnvironmentOf(const QProcessEnvironment &user)
{
    constexpr qint64 mostBytes = 1 << 20; // nobody sets that much; a device or a wrong path may hold any amount
    QFile file(goEnvFilePath(user));
    return goEnvironment(user, !file.fileName().isEmpty() && file.open(QIODevice::ReadOnly) ? file.read(mostBytes)
                                                                                            : QByteArray());
}

} // namespace plugsmith
