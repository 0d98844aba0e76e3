// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/buildoptions.h"

#include <QString>

class QMenu;
class QWidget;

namespace plugsmith {

class BuildSession;

/// What the menus of cells and jobs ask for; the page does it.
class JobCommands
{
public:
    virtual ~JobCommands() = default;
    enum class Tab { Log, Result };
    virtual void showJobTab(const QString &jobId, Tab tab) = 0;
    virtual void showWhyNot(const Target &target) = 0;
    virtual void loadPlugin(const QString &path) = 0;
    virtual void showInPlugins(const QString &path) = 0;
    virtual void showInFolder(const QString &path) = 0;
    virtual void copyLog(const QString &path) = 0;
    virtual void saveLog(const QString &path) = 0;
    virtual void copyCommandOf(const Target &target) = 0;
};

/// The context menus of ui.md section 12; each deletes itself when it closes.
QMenu *makeCellMenu(BuildSession &session, const Target &target, JobCommands &commands, QWidget *parent);
/// Of a row of the matrix: everything of the platform, and the least processor where that can be chosen.
QMenu *makePlatformMenu(BuildSession &session, const Platform &platform, QWidget *parent);
/// `row` of the job list.
QMenu *makeJobMenu(BuildSession &session, int row, JobCommands &commands, QWidget *parent);

} // namespace plugsmith
