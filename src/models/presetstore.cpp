// SPDX-License-Identifier: Apache-2.0
#include "models/presetstore.h"

#include "base/atomicfile.h"
#include "base/folders.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MaxFile = 1'000'000; // a preset has some hundred bytes; other JSON files may have any number

Result<Preset> readPreset(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::NotFound,
                     PresetStore::tr("%1 cannot be read").arg(QFileInfo(path).fileName()),
                     file.errorString(),
                     {}};
    }
    return Preset::fromJson(file.read(MaxFile), QFileInfo(path).fileName());
}

/// Whole or not at all, but without waiting for the disk: a preset is not worth a window that stands still.
Result<void> writePreset(const QString &path, const Preset &preset)
{
    const QString temporary = temporaryNameFor(path);
    QFile file(temporary);
    const QByteArray bytes = preset.toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush()) {
        return Error{ErrorCode::NotFound,
                     PresetStore::tr("%1 cannot be written").arg(QFileInfo(path).fileName()),
                     file.errorString(),
                     {}};
    }
    file.close();
    return renameOver(temporary, path);
}

/// A name as a file name: what a file system or a shell could take amiss becomes "_".
QString fileNameOf(const QString &name)
{
    static const QRegularExpression odd(u"[^\\p{L}\\p{N} ._-]"_s);
    QString text = name;
    text.replace(odd, u"_"_s);
    while (text.startsWith(u'.'))
        text.remove(0, 1);
    return text.isEmpty() ? u"preset"_s : text.left(100);
}

Error noSuchPreset(const QString &name)
{
    return {ErrorCode::NotFound, PresetStore::tr("There is no preset “%1”").arg(name), {}, {}};
}

} // namespace

PresetStore::PresetStore(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder.isEmpty() ? folders::config() + u"/presets"_s : folder)
{
    load();
}

void PresetStore::load()
{
    m_presets.clear();
    for (const QFileInfo &file : QDir(m_folder).entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        if (const auto preset = readPreset(file.filePath()); preset && !preset->name.isEmpty())
            m_presets += {file.filePath(), *preset};
    }
    std::ranges::sort(m_presets, {}, [](const Stored &stored) { return stored.preset.name.toCaseFolded(); });
}

QStringList PresetStore::names() const
{
    QStringList names;
    for (const Stored &stored : m_presets)
        names += stored.preset.name;
    return names;
}

Result<Preset> PresetStore::preset(const QString &name) const
{
    const auto found =
        std::ranges::find_if(m_presets, [&](const Stored &stored) { return stored.preset.name == name; });
    if (found == m_presets.end())
        return noSuchPreset(name);
    return found->preset;
}

QString PresetStore::pathOf(const QString &name) const
{
    for (const Stored &stored : m_presets) {
        if (stored.preset.name == name)
            return stored.path;
    }
    QString path = m_folder + u'/' + fileNameOf(name) + u".json"_s;
    for (int i = 2; QFile::exists(path); ++i) // another name that looks the same as a file
        path = m_folder + u'/' + fileNameOf(name) + u'-' + QString::number(i) + u".json"_s;
    return path;
}

Result<void> PresetStore::save(const Preset &preset)
{
    QDir().mkpath(m_folder);
    if (auto written = writePreset(pathOf(preset.name), preset); !written)
        return written.error();
    load();
    emit changed();
    return {};
}

QString PresetStore::freeName(const QString &wanted) const
{
    const QStringList taken = names();
    QString name = wanted;
    for (int i = 2; taken.contains(name); ++i)
        name = wanted + u' ' + QString::number(i);
    return name;
}

Result<void> PresetStore::rename(const QString &from, const QString &to)
{
    auto changed = preset(from);
    if (!changed)
        return changed.error();
    if (to.trimmed().isEmpty() || names().contains(to))
        return Error{ErrorCode::InvalidInput, tr("There is a preset “%1” already").arg(to), {}, {}};
    const QString path = pathOf(from);
    changed->name = to;
    if (auto saved = save(*changed); !saved)
        return saved.error();
    QFile::remove(path);
    load();
    emit this->changed();
    return {};
}

Result<QString> PresetStore::duplicate(const QString &name)
{
    auto copy = preset(name);
    if (!copy)
        return copy.error();
    copy->name = freeName(name);
    if (auto saved = save(*copy); !saved)
        return saved.error();
    return copy->name;
}

Result<void> PresetStore::remove(const QString &name)
{
    if (const auto there = preset(name); !there)
        return there.error();
    QFile::remove(pathOf(name));
    load();
    emit changed();
    return {};
}

Result<QString> PresetStore::importFile(const QString &path)
{
    auto read = readPreset(path);
    if (!read)
        return read.error();
    read->name = freeName(read->name.isEmpty() ? QFileInfo(path).completeBaseName() : read->name);
    if (auto saved = save(*read); !saved)
        return saved.error();
    return read->name;
}

Result<void> PresetStore::exportFile(const QString &name, const QString &path) const
{
    const auto there = preset(name);
    if (!there)
        return there.error();
    return writePreset(path, *there);
}

} // namespace plugsmith
