// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QSplitter;
class QStackedWidget;

namespace plugsmith {

struct Actions;
class BuildSession;
class JobDetails;
class JobsView;
class Settings;
class SourceOpener;
class TargetMatrixView;

/// The page where plugins are built: source and options on the left; targets, what will happen, jobs and their details
/// on the right. Owns no data.
class BuildPage : public QWidget
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

private:
    QWidget *makeToolBar(Actions &actions);
    QWidget *makeSetup();
    QWidget *makeWork();
    QWidget *makeTargetHeading();
    void restoreState(const Settings &settings);
    void refresh();
    void showJob(const QString &id);
    void showInFolder(const QString &path);

    BuildSession &m_session;
    Actions &m_actions;
    QStackedWidget *m_stack;
    QSplitter *m_outer;
    QSplitter *m_work;
    QSplitter *m_lower;
    QLabel *m_selectedCount;
    TargetMatrixView *m_matrix;
    JobsView *m_jobs;
    JobDetails *m_details;
    SourceOpener *m_opener;
};

} // namespace plugsmith
