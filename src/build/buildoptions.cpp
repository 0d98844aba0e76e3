// SPDX-License-Identifier: Apache-2.0
#include "build/buildoptions.h"

#include "toolchain/linker.h"
#include "toolchain/targets.h"

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

Error badValue(const QString &key, const QJsonValue &value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    const QString shown = value.isString() ? value.toString() : QString::fromUtf8(array.sliced(1, array.size() - 2));
    return {ErrorCode::InvalidInput,
            BuildOptionsText::tr("The options cannot be read"),
            BuildOptionsText::tr("“%1” cannot be “%2”.").arg(key, shown),
            {}};
}

/// Takes values out of an object. A key that is missing gives the default; one with a value of the wrong kind is a
/// problem, not the default: a build with other options than those in the file would be a silent mistake.
class OptionsReader
{
public:
    explicit OptionsReader(const QJsonObject &object)
        : m_object(object)
    {
    }

    const std::optional<Error> &problem() const { return m_problem; }
    QString text(const QString &key) { return taken(key, QJsonValue::String).toString(); }
    bool flag(const QString &key, bool byDefault) { return taken(key, QJsonValue::Bool).toBool(byDefault); }
    /// A word with two allowed values; a missing one is the first. True for the second.
    bool isSecond(const QString &key, const QString &first, const QString &second)
    {
        const QString word = taken(key, QJsonValue::String).toString(first);
        return word == second || (word != first && refuse(key));
    }
    QStringList texts(const QString &key)
    {
        QStringList list;
        for (const auto item : taken(key, QJsonValue::Array).toArray()) {
            if (!item.isString())
                refuse(key);
            list += item.toString();
        }
        return list;
    }
    QVector<EnvironmentEntry> variables(const QString &key)
    {
        QVector<EnvironmentEntry> list;
        for (const auto item : taken(key, QJsonValue::Array).toArray()) {
            if (!item["name"_L1].isString() || !item["value"_L1].isString())
                refuse(key);
            list += {item["name"_L1].toString(), item["value"_L1].toString()};
        }
        return list;
    }
    QMap<QString, QString> levels(const QString &key)
    {
        QMap<QString, QString> levels;
        const QJsonObject values = taken(key, QJsonValue::Object).toObject();
        for (auto it = values.begin(); it != values.end(); ++it) {
            const auto level = cpuLevelNamed(it.key());
            if (!level || !level->values.contains(it->toString()))
                refuse(key);
            levels.insert(it.key(), it->toString());
        }
        return levels;
    }
    std::optional<Scn> scn(const QString &key)
    {
        const QJsonValue value = taken(key, QJsonValue::Double);
        if (value.isUndefined())
            return std::nullopt;
        const Scn scn(value.toInteger());
        if (!scn.isValid())
            refuse(key);
        return scn;
    }
    /// Notes that the value of `key` cannot be used. Always false.
    bool refuse(const QString &key)
    {
        if (!m_problem)
            m_problem = badValue(key, m_object.value(key));
        return false;
    }

private:
    QJsonValue taken(const QString &key, QJsonValue::Type type)
    {
        const QJsonValue value = m_object.value(key);
        if (value.type() == type || value.isUndefined())
            return value;
        refuse(key);
        return QJsonValue::Undefined;
    }

    const QJsonObject &m_object;
    std::optional<Error> m_problem;
};

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
    if (!levels.isEmpty()) {
        QJsonObject values;
        for (auto it = levels.begin(); it != levels.end(); ++it)
            values.insert(it.key(), *it);
        object.insert(u"levels"_s, values);
    }
    if (!useVendor) // only then: what was built before this option existed is still up to date
        object.insert(u"vendor"_s, false);
    if (fixedScn)
        object.insert(u"scn"_s, fixedScn->value());
    return object;
}

Result<BuildOptions> BuildOptions::fromJson(const QJsonObject &object)
{
    OptionsReader reader(object);
    BuildOptions options;
    options.mode = reader.isSecond(u"mode"_s, u"plugin"_s, u"exec"_s) ? BuildMode::Program : BuildMode::Plugin;
    options.compression =
        reader.isSecond(u"compression"_s, u"none"_s, u"gzip"_s) ? Compression::Gzip : Compression::None;
    options.identity = reader.isSecond(u"identity"_s, u"content"_s, u"time"_s) ? Identity::Time : Identity::Content;
    options.tags = reader.texts(u"tags"_s);
    options.linkerFlags = reader.text(u"ldflags"_s);
    options.compilerFlags = reader.text(u"gcflags"_s);
    options.arguments = reader.texts(u"arguments"_s);
    options.environment = reader.variables(u"environment"_s);
    options.levels = reader.levels(u"levels"_s);
    options.trimPath = reader.flag(u"trimpath"_s, true);
    options.useVendor = reader.flag(u"vendor"_s, true);
    options.resolveImports = reader.flag(u"resolveImports"_s, false);
    options.linker = reader.text(u"linker"_s);
    if (!options.linker.isEmpty() && !LinkerChoice::parse(options.linker))
        reader.refuse(u"linker"_s);
    options.fixedScn = reader.scn(u"scn"_s);
    if (reader.problem())
        return *reader.problem();
    return options;
}

QByteArray Preset::toJson() const
{
    QJsonArray list;
    for (const Target &target : targets) {
        const QString version = target.version.toString() + target.version.suffix;
        list += QJsonObject{{u"go"_s, version}, {u"platform"_s, target.platform.toString()}};
    }
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
    for (const auto item : object.value("targets"_L1).toArray()) {
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
