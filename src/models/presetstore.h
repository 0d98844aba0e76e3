// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/buildoptions.h"

#include <QObject>

namespace plugsmith {

/// The presets of the user: one JSON file each in a folder, the same that plugsmith-cli --preset takes. Small files on
/// the local disk, read and written at once. GUI thread.
class PresetStore : public QObject
{
    Q_OBJECT

public:
    /// `folder` is made when the first preset is saved; empty: presets/ in the program's config folder.
    explicit PresetStore(const QString &folder = {}, QObject *parent = nullptr);

    /// By name; a preset of a file that cannot be read is left out.
    QStringList names() const;
    Result<Preset> preset(const QString &name) const;
    /// Takes the place of one of the same name.
    Result<void> save(const Preset &preset);
    /// Fails if there is one of the new name already.
    Result<void> rename(const QString &from, const QString &to);
    /// "Gateway release 2"; returns the new name.
    Result<QString> duplicate(const QString &name);
    Result<void> remove(const QString &name);
    /// Returns the name that it got.
    Result<QString> importFile(const QString &path);
    Result<void> exportFile(const QString &name, const QString &path) const;

signals:
    void changed();

private:
    void load();
    QString freeName(const QString &wanted) const;
    QString pathOf(const QString &name) const;

    struct Stored
    {
        QString path;
        Preset preset;
    };
    QString m_folder;
    QVector<Stored> m_presets; // by name
};

} // namespace plugsmith
