// SPDX-License-Identifier: Apache-2.0
#include "models/modulechoices.h"

#include "base/settingkeys.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView Group("choices-1");

/// "pricing" for git.example.com/shop/pricing/v2: the last element that is no version.
QString nameOfModule(const QString &path)
{
    static const QRegularExpression version(u"(?:/v[0-9]+|\\.v[0-9]+)$"_s);
    QString name = path;
    name.remove(version);
    name = name.section(u'/', -1);
    return name.isEmpty() ? u"main"_s : name.replace(u'.', u'_');
}

} // namespace

ModuleChoices ModuleChoices::of(const Settings &settings, const QString &modulePath)
{
    const QByteArray stored = settings.subjectValue(Group, modulePath).toByteArray();
    const QJsonObject object = QJsonDocument::fromJson(stored).object();
    ModuleChoices choices;
    choices.name = object.value("name"_L1).toString(nameOfModule(modulePath));
    if (object.contains("destination"_L1))
        choices.destination = object.value("destination"_L1).toString();
    choices.presetName = object.value("preset"_L1).toString();
    if (const auto preset = Preset::fromJson(stored, {})) {
        choices.options = preset->options;
        choices.targets = preset->targets;
    } else if (settings.get(keys::DefaultCompression) == "gzip"_L1) {
        choices.options.compression = Compression::Gzip;
    }
    return choices;
}

void ModuleChoices::keep(Settings &settings, const QString &modulePath) const
{
    QJsonObject object = QJsonDocument::fromJson(Preset{name, targets, options}.toJson()).object();
    if (destination)
        object.insert(u"destination"_s, *destination);
    if (!presetName.isEmpty())
        object.insert(u"preset"_s, presetName);
    settings.setSubjectValue(Group, modulePath, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace plugsmith
