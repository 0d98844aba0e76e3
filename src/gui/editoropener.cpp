// SPDX-License-Identifier: Apache-2.0
#include "gui/editoropener.h"

#include "base/deliver.h"
#include "base/settingkeys.h"
#include "base/shellwords.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QProcess>
#include <QUrl>

namespace plugsmith {

using namespace Qt::StringLiterals;

const QVector<EditorPreset> &editorPresets()
{
    static const QVector<EditorPreset> presets{
        {u"Visual Studio Code"_s, u"code -g FILE:LINE:COL"_s},
        {u"Kate"_s, u"kate -l LINE -c COL FILE"_s},
        {u"GoLand"_s, u"goland --line LINE FILE"_s},
    };
    return presets;
}

Result<QStringList> editorWords(const QString &command, const QString &file, int line, int column)
{
    auto words = splitShellWords(command);
    if (!words)
        return words.error();
    bool hasFile = false;
    for (QString &word : *words) {
        // The file last: its name may hold the other words.
        word.replace("LINE"_L1, QString::number(qMax(line, 1)));
        word.replace("COL"_L1, QString::number(qMax(column, 1)));
        hasFile = hasFile || word.contains("FILE"_L1);
        word.replace("FILE"_L1, file);
    }
    if (!hasFile)
        *words += file;
    return words;
}

EditorOpener::EditorOpener(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
}

void EditorOpener::open(const QString &file, int line, int column)
{
    const QString name = QFileInfo(file).fileName();
    const QString command = m_settings.get(keys::EditorCommand).trimmed();
    if (command.isEmpty()) {
        if (QDesktopServices::openUrl(QUrl::fromLocalFile(file))) {
            emit said(line > 0 ? tr("%1 was opened. The place is line %2.").arg(name).arg(line)
                               : tr("%1 was opened.").arg(name));
        } else {
            emit said(tr("No program opens %1. Choose an editor in the settings.").arg(file));
        }
        return;
    }
    auto words = editorWords(command, file, line, column);
    if (!words) {
        emit said(tr("The command of the editor cannot be used: %1").arg(words.error().sentence()));
        return;
    }
    const QString program = words->takeFirst();
    runInPool(
        this, [program, arguments = *words] { return QProcess::startDetached(program, arguments); },
        [this, program, name](bool started) {
            emit said(started ? tr("%1 was opened in %2.").arg(name, QFileInfo(program).fileName())
                              : tr("%1 could not be started. Choose another editor in the settings.").arg(program));
        });
}

} // namespace plugsmith
