// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/jobmenus.h"

#include <QWidget>

class QLabel;
class QMenu;
class QModelIndex;
class QSplitter;
class QStackedWidget;

namespace plugsmith {

struct Actions;
class BuildSession;
class FoldingColumn;
class JobDetails;
class JobsView;
class PresetBar;
class Settings;
class SourceOpener;
class TargetMatrixView;

/// The page where plugins are built: source and options on the left; targets, what will happen, jobs and their details
/// on the right. Owns no data. What a source is needed for is made when there is one, or when the window has painted
/// its first frame.
class BuildPage : public QWidget, private JobCommands
{
    Q_OBJECT

public:
    BuildPage(BuildSession &session, Actions &actions, Settings &settings, QWidget *parent = nullptr);

    void saveState(Settings &settings) const;
    /// Those of the last build, on the page for them.
    void showPlugins();
    void openLocalModule();
    void importPresets(const QStringList &paths);
    void copyCommand();
    void focusNextPane(bool forward);
    /// Path of the result of the job that is shown; empty if it has none that can be loaded here.
    QString plugin() const;

signals:
    void said(const QString &sentence);
    void pluginsRequested(const QStringList &paths);
    void loadRequested(const QString &path);
    /// The Toolchains page, with a platform or a version.
    void toolchainRequested(const QString &subject);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeWorkspace();
    void connectMatrix();
    void connectJobs();
    QWidget *makeToolBar(Actions &actions);
    void fillOpenMenu(QMenu *menu);
    QWidget *makeSetup();
    QWidget *makeWork();
    QWidget *makeTargetHeading();
    void restoreState();
    void fitWindow();
    void fitDetails();
    void fitUpper();
    void refresh();
    void refreshFolding();
    void refreshFolded();
    void fitMatrix();
    void unfoldProblem();
    void showJob(const QString &id);
    void selectJobOf(const Target &target);
    void selectCellOf(int row);
    void onEnded();
    void showHow(const QModelIndex &index, const QRect &anchor);
    void showColumnMenu(const QPoint &at);

    void showJobTab(const QString &jobId, Tab tab) override;
    void showWhyNot(const Target &target) override;
    void loadPlugin(const QString &path) override { emit loadRequested(path); }
    void showInPlugins(const QString &path) override { emit pluginsRequested({path}); }
    void showInFolder(const QString &path) override;
    void copyLog(const QString &path) override;
    void saveLog(const QString &path) override;
    void copyCommandOf(const Target &target) override;

    BuildSession &m_session;
    Actions &m_actions;
    Settings &m_settings;
    QStackedWidget *m_stack;
    PresetBar *m_presets = nullptr;
    SourceOpener *m_opener;
    QSplitter *m_outer = nullptr; // the workspace; it and what follows is there from makeWorkspace() on
    QSplitter *m_work = nullptr;
    QSplitter *m_lower = nullptr;
    FoldingColumn *m_setup = nullptr;
    QLabel *m_selectedCount = nullptr;
    QLabel *m_selectLabel = nullptr;
    QLabel *m_folded = nullptr; // says how many platforms have no row
    TargetMatrixView *m_matrix = nullptr;
    JobsView *m_jobs = nullptr;
    JobDetails *m_details = nullptr;
    bool m_isLow = false;       // too little height for platforms that cannot be built ...
    bool m_isNarrow = false;    // too little width for the setup column
    bool m_unfoldsLow = false;  // ... but they were asked for
    bool m_isWorkMoved = false; // how high the matrix is was chosen by somebody
    bool m_isSelecting = false; // cell and job follow each other
};

} // namespace plugsmith
