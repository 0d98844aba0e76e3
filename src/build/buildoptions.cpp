// SPDX-License-Identifier: Apache-2.0
#include "build/buildoptions.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int PresetLayout = 1;

struct BuildOptionsText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::BuildOptions)
};

Error badValue(const QString &key, const QString &value)
{
    return {ErrorCode::InvalidInput,
            BuildOptionsText::tr("The options cannot be read"),
            BuildOptionsText::tr("“%1” cannot be “%2”.").arg(key, value),
            {}};
}

QStringList stringsOf(const QJsonValue &value)
{
    QStringList strings;
    for (const QJsonValue &item : value.toArray())
        strings += item.toString();
    return strings;
}

} // namespace

QString Target::toString() const
{
    return platform.toString() + u" · " + version.toString();
}

QJsonObject BuildOptions::toJson() const
{
    QJsonArray variables;
    for (const EnvironmentEntry &entry : environment)
        variables += QJsonObject{{u"name"_s, entry.name}, {u"value"_s, entry.value}};
    QJsonObject object{
        {u"mode"_s, mode == BuildMode::Plugin ? u"plugin"_s : u"exec"_s},
        {u"compression"_s, compression == Compression::Gzip ? u"gzip"_s : u"none"_s},
        {u"identity"_s, identity == Identity::Content ? u"content"_s : u"time"_s},
        {u"tags"_s, QJsonArray::fromStringList(tags)},
        {u"ldflags"_s, linkerFlags},
        {u"gcflags"_s, compilerFlags},
        {u"arguments"_s, QJsonArray::fromStringList(arguments)},
        {u"environment"_s, variables},
        {u"trimpath"_s, trimPath},
        {u"resolveImports"_s, resolveImports},
        {u"linker"_s, linker},
    };
    if (fixedScn)
        object.insert(u"scn"_s, fixedScn->value());
    return object;
}

Result<BuildOptions> BuildOptions::fromJson(const QJsonObject &object)
{
    BuildOptions options;
    // A word with two allowed values; a missing one is the first.
    const auto choose = [&object](const QString &key, const QString &first, const QString &second) -> Result<bool> {
        const QString value = object.value(key).toString(first);
        if (value != first && value != second)
            return badValue(key, value);
        return value == second;
    };
    const auto isProgram = choose(u"mode"_s, u"plugin"_s, u"exec"_s);
    const auto isGzip = choose(u"compression"_s, u"none"_s, u"gzip"_s);
    const auto isTime = choose(u"identity"_s, u"content"_s, u"time"_s);
    for (const auto *choice : {&isProgram, &isGzip, &isTime}) {
        if (!*choice)
            return choice->error();
    }
    options.mode = *isProgram ? BuildMode::Program : BuildMode::Plugin;
    options.compression = *isGzip ? Compression::Gzip : Compression::None;
    options.identity = *isTime ? Identity::Time : Identity::Content;
    options.tags = stringsOf(object.value("tags"_L1));
    options.linkerFlags = object.value("ldflags"_L1).toString();
    options.compilerFlags = object.value("gcflags"_L1).toString();
    options.arguments = stringsOf(object.value("arguments"_L1));
    for (const QJsonValue &variable : object.value("environment"_L1).toArray())
        options.environment += {variable["name"_L1].toString(), variable["value"_L1].toString()};
    options.trimPath = object.value("trimpath"_L1).toBool(true);
    options.resolveImports = object.value("resolveImports"_L1).toBool(false);
    options.linker = object.value("linker"_L1).toString();
    if (object.contains("scn"_L1)) {
        const Scn scn(object.value("scn"_L1).toInteger());
        if (!scn.isValid())
            return badValue(u"scn"_s, scn.toString());
        options.fixedScn = scn;
    }
    return options;
}

QByteArray Preset::toJson() const
{
    QJsonArray list;
    for (const Target &target : targets)
        list += QJsonObject{{u"go"_s, target.version.toString()}, {u"platform"_s, target.platform.toString()}};
    const QJsonObject object{{u"plugsmithPreset"_s, PresetLayout},
                             {u"name"_s, name},
                             {u"targets"_s, list},
                             {u"options"_s, options.toJson()}};
    return QJsonDocument(object).toJson();
}

Result<Preset> Preset::fromJson(const QByteArray &json, const QString &fileName)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto refused = [&fileName](const QString &reason) {
        return Error{ErrorCode::InvalidInput, BuildOptionsText::tr("%1 is not a preset").arg(fileName), reason, {}};
    };
    const int layout = object.value("plugsmithPreset"_L1).toInt();
    if (layout < 1)
        return refused(BuildOptionsText::tr("It is not JSON with the key “plugsmithPreset”."));
    if (layout > PresetLayout)
        return refused(BuildOptionsText::tr("A newer Plugsmith wrote it."));
    Preset preset;
    preset.name = object.value("name"_L1).toString();
    for (const QJsonValue &item : object.value("targets"_L1).toArray()) {
        const auto version = GoVersion::parse(item["go"_L1].toString());
        const auto platform = Platform::parse(item["platform"_L1].toString());
        if (!version || !platform)
            return refused(BuildOptionsText::tr("“%1 %2” is not a target.")
                               .arg(item["go"_L1].toString(), item["platform"_L1].toString()));
        preset.targets += {*version, *platform};
    }
    auto options = BuildOptions::fromJson(object.value("options"_L1).toObject());
    if (!options)
        return options.error();
    preset.options = *options;
    return preset;
}

} // namespace plugsmith
