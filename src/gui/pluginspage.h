// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/editoropener.h"

#include <QWidget>

class QLabel;
class QMenu;
class QSplitter;
class QStackedWidget;

namespace plugsmith {

struct Actions;
class ElidedLabel;
class MessageCard;
class PluginDetails;
class PluginInfoCard;
class PluginPlacesModel;
class PluginPlacesView;
class PluginsFilterField;
class PluginsSession;
class PluginTrashCard;
class PluginsView;
class Settings;

/// The page with the plugins of all folders: places on the left, the list, and below it the details of what is
/// selected. Owns no data.
class PluginsPage : public QWidget
{
    Q_OBJECT

public:
    PluginsPage(PluginsSession &session, Actions &actions, Settings &settings, QWidget *parent = nullptr);

    void saveState(Settings &settings) const;
    void focusNextPane(bool forward);
    /// Paths of the files that are selected, one a line, for the way back.
    QString subject() const;
    /// Selects files, paths one a line, as soon as they are in the list. Their folders are added where they are not.
    void showSubject(const QString &subject);

signals:
    void said(const QString &sentence);
    void buildPageRequested();

private:
    QWidget *makeToolBar();
    QWidget *makeFilterRow();
    QWidget *makePlaces();
    QWidget *makeList();
    static QLabel *makeHeadline(const QString &text);
    static QWidget *makeEmpty(QLabel *headline, const QString &text, const QString &objectName, QWidget *buttons);
    void connectSession();
    void connectMenus();
    void chooseFolder();
    void refresh();
    void refreshFolders();
    void applyFilter(const QString &text);
    void onSelected();
    void selectWanted();
    void readVisible();
    void showMenu(const QPoint &at);
    void addInfoAction(QMenu *menu);
    void showFolderMenu(const QString &path, const QPoint &at);
    void showInFolder(const QString &path);
    void copy(const QString &text, const QString &sentence);
    QStringList selectedScns() const;
    QString versionBefore(int entry) const;
    void setDetailsRight(bool right);
    void restoreState();

    PluginsSession &m_session;
    Actions &m_actions;
    Settings &m_settings;
    QSplitter *m_outer;
    QSplitter *m_inner;
    QStackedWidget *m_stack;
    PluginPlacesModel *m_placesModel;
    PluginPlacesView *m_places;
    PluginsFilterField *m_filter;
    ElidedLabel *m_filterProblem;
    QLabel *m_count;
    QLabel *m_noMatch = nullptr;
    MessageCard *m_folderProblem;
    PluginTrashCard *m_trash;
    PluginInfoCard *m_infos;
    EditorOpener m_editor;
    PluginsView *m_list;
    PluginDetails *m_details;
    QStringList m_wanted; // to be selected once they are there
};

} // namespace plugsmith
