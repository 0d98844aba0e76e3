// SPDX-License-Identifier: Apache-2.0
#include "base/plugininfo.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MaxInfoSize = 1 << 20; // real ones have some hundred bytes
constexpr auto OwnKey = "Plugsmith"_L1;

struct PluginInfoText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::PluginInfo)
};

/// Go's encoding/json escapes <, >, & and the two Unicode line separators beyond what JSON demands; so do we, to be
/// byte for byte alike.
QByteArray goString(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    QByteArray out = "\"";
    for (const char byte : utf8) {
        const auto c = static_cast<uchar>(byte);
        if (c == '"' || c == '\\')
            (out += '\\') += byte;
        else if (c == '\n')
            out += "\\n";
        else if (c == '\r')
            out += "\\r";
        else if (c == '\t')
            out += "\\t";
        else if (c < 0x20 || c == '<' || c == '>' || c == '&')
            out += "\\u00" + QByteArray::number(c, 16).rightJustified(2, '0');
        else
            out += byte;
    }
    out.replace("\xE2\x80\xA8", "\\u2028");
    out.replace("\xE2\x80\xA9", "\\u2029");
    return out + '"';
}

/// The value Go would pick for a field: the exact key, else one that differs only by case.
QJsonValue fieldOf(const QJsonObject &object, QLatin1StringView key)
{
    if (const auto exact = object.find(key); exact != object.end())
        return *exact;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key().compare(key, Qt::CaseInsensitive) == 0)
            return *it;
    }
    return QJsonValue::Undefined;
}

/// A string as Go decodes it: half a surrogate pair, which JSON can spell but UTF-8 cannot, becomes U+FFFD.
QString textOf(const QJsonValue &value)
{
    const QString text = value.toString();
    if (text.isValidUtf16())
        return text;
    const QList<uint> characters = text.toUcs4();
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(characters.constData()), characters.size());
}

bool isKnownKey(const QString &key)
{
    for (const auto known : {"Name"_L1, "Scn"_L1, "Compression"_L1, "Runtime"_L1, OwnKey}) {
        if (key.compare(known, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

Error damaged(const QString &fileName, const QString &reason)
{
    return {ErrorCode::Damaged, PluginInfoText::tr("%1 is not build info").arg(fileName), reason, {}};
}

QByteArray compactJson(const QJsonValue &value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

} // namespace

QByteArray PluginInfo::toJson() const
{
    QByteArray json = "{\"Name\":" + goString(name) + ",\"Scn\":" + QByteArray::number(scn.value());
    json += ",\"Compression\":";
    json += compression == Compression::Gzip ? "\"gzip\"" : "\"\"";
    json += ",\"Runtime\":{\"Arch\":" + goString(platform.arch) + ",\"Os\":" + goString(platform.os);
    json += ",\"Version\":" + goString(version) + ",\"UseContainer\":" + (useContainer ? "true" : "false") + '}';
    for (auto it = unknown.begin(); it != unknown.end(); ++it)
        json += ',' + compactJson(it.key()) + ':' + compactJson(*it);
    if (!plugsmith.isEmpty())
        json += ',' + goString(OwnKey) + ':' + compactJson(plugsmith);
    return json + '}';
}

Result<PluginInfo> PluginInfo::fromJson(const QByteArray &json, const QString &fileName)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (!document.isObject()) {
        return damaged(fileName, parseError.error == QJsonParseError::NoError
                                     ? PluginInfoText::tr("It is not a JSON object.")
                                     : PluginInfoText::tr("Reading stopped at byte %1: %2.")
                                           .arg(parseError.offset)
                                           .arg(parseError.errorString()));
    }
    const QJsonObject object = document.object();

    PluginInfo info;
    info.name = textOf(fieldOf(object, "Name"_L1));
    const QJsonValue scn = fieldOf(object, "Scn"_L1);
    info.scn = Scn(scn.toInteger(-1));
    if (!scn.isDouble() || info.scn.value() < 0)
        return damaged(fileName, PluginInfoText::tr("Its SCN is not a whole number."));
    const QString compression = fieldOf(object, "Compression"_L1).toString();
    if (!compression.isEmpty() && compression != "gzip"_L1)
        return damaged(fileName,
                       PluginInfoText::tr("It names the compression “%1”, which nobody knows.").arg(compression));
    info.compression = compression.isEmpty() ? Compression::None : Compression::Gzip;

    const QJsonObject runtime = fieldOf(object, "Runtime"_L1).toObject();
    info.platform = {textOf(fieldOf(runtime, "Os"_L1)), textOf(fieldOf(runtime, "Arch"_L1))};
    info.version = textOf(fieldOf(runtime, "Version"_L1));
    info.useContainer = fieldOf(runtime, "UseContainer"_L1).toBool();
    info.plugsmith = fieldOf(object, OwnKey).toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!isKnownKey(it.key()))
            info.unknown.insert(it.key(), *it);
    }
    return info;
}

Result<PluginInfo> PluginInfo::read(const QString &path)
{
    const QString fileName = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{
            ErrorCode::ReadFailed, PluginInfoText::tr("%1 cannot be read").arg(fileName), {}, file.errorString()};
    const QByteArray json = file.read(MaxInfoSize + 1);
    if (json.size() > MaxInfoSize)
        return damaged(fileName, PluginInfoText::tr("It is larger than 1 MB."));
    return fromJson(json, fileName);
}

} // namespace plugsmith
