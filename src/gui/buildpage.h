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
class Settings;
class SourceOpener;
class TargetMatrixView;

/// The page where plugins are built: source and options on the left; targets, what will happen, jobs and their details
/// on the right. Owns no data.
class BuildPage : public QWidget, private JobCommands
{
    Q_OBJECT

public:
    BuildPage(BuildSession &session, Actions &actions, Settings &settings, QWidget *parent = nullptr);

    void saveState(Settings &settings) const;
    /// The folder of the last result, in the file manager.
    void showFolder();
    void openLocalModule();
    void copyCommand();
    void focusNextPane(bool forward);

signals:
    void said(const QString &sentence);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectMatrix();
    void connectJobs();
    QWidget *makeToolBar(Actions &actions);
    void fillOpenMenu(QMenu *menu);
    QWidget *makeSetup();
    QWidget *makeWork();
    QWidget *makeTargetHeading();
    void restoreState(const Settings &settings);
    void refresh();
    void refreshFolding();
    void refreshFolded();
    void showJob(const QString &id);
    void selectJobOf(const Target &target);
    void selectCellOf(int row);
    void onEnded();
    void showHow(const QModelIndex &index, const QRect &anchor);
    void showColumnMenu(const QPoint &at);

    void showJobTab(const QString &jobId, Tab tab) override;
    void showWhyNot(const Target &target) override;
    void showInFolder(const QString &path) override;
    void copyLog(const QString &path) override;
    void saveLog(const QString &path) override;
    void copyCommandOf(const Target &target) override;

    BuildSession &m_session;
    Actions &m_actions;
    QStackedWidget *m_stack;
    QSplitter *m_outer;
    QSplitter *m_work;
    QSplitter *m_lower;
    FoldingColumn *m_setup = nullptr;
    QLabel *m_selectedCount;
    QLabel *m_folded; // says how many platforms have no row
    TargetMatrixView *m_matrix;
    JobsView *m_jobs;
    JobDetails *m_details;
    SourceOpener *m_opener;
    bool m_isLow = false;       // too little height for platforms that cannot be built ...
    bool m_isNarrow = false;    // too little width for the setup column
    bool m_unfoldsLow = false;  // ... but they were asked for
    bool m_isSelecting = false; // cell and job follow each other
};

} // namespace plugsmith
