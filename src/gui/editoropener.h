// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QObject>
#include <QStringList>
#include <QVector>

namespace plugsmith {

class Settings;

/// An editor that can be told where to go, with the command that tells it: FILE, LINE and COL stand for themselves.
struct EditorPreset
{
    QString name;
    QString command;
};
const QVector<EditorPreset> &editorPresets();

/// The words of an editor's command for a place in a file; lines and columns count from 1, less means the beginning.
/// FILE is added where the template has none. Fails on a quote that is not closed.
Result<QStringList> editorWords(const QString &command, const QString &file, int line, int column);

/// Opens files in the user's editor: keys::EditorCommand, or what the system opens such files with. The editor is
/// started in the pool and goes on by itself. GUI thread.
class EditorOpener : public QObject
{
    Q_OBJECT

public:
    explicit EditorOpener(Settings &settings, QObject *parent = nullptr);

    void open(const QString &file, int line = 0, int column = 0);

signals:
    /// One sentence about what came of open(), for the status bar.
    void said(const QString &sentence);

private:
    Settings &m_settings;
};

} // namespace plugsmith
