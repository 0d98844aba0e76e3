// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace plugsmith {

struct Actions;
class BuildSession;
class Navigator;
class Settings;
class SettingsDialog;
class SourceIntake;

/// The few dialogs of the window. None waits: each is opened and tells later.
namespace dialogs {

void openSource(QWidget &window, SourceIntake &intake, bool folder);
/// The one that is open, or a new one.
SettingsDialog *openSettings(QWidget &window, Settings &settings, const Actions &actions, const Navigator &navigator);
/// Says how many jobs run; `quit` is called if they may be cancelled, `keepRunning` if they shall go on without the
/// window. Without that the answer is not offered.
void askBeforeQuitting(QWidget &window, BuildSession &session, Settings &settings, const std::function<void()> &quit,
                       const std::function<void()> &keepRunning);
/// Shows a page of HelpWindow::pages() in the help that is open, or in a new one.
void showHelp(QWidget &window, Settings &settings, const QString &page);
void showAbout(QWidget &window);
void showDiagnostics(QWidget &window, BuildSession &session, const std::function<void(const QString &)> &say);

} // namespace dialogs

} // namespace plugsmith
