// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMap>
#include <QObject>
#include <QString>
#include <QVector>

#include <functional>

class QAction;
class QStackedWidget;
class QWidget;

namespace plugsmith {

class Settings;

/// Where somebody wants to go: a page, what to show on it, and what gets the focus. All but the page may be empty.
struct NavigationRequest
{
    QString page;    ///< PageEntry::id
    QString subject; ///< in the page's own words: the id of a job, the path of a plugin
    QString focus;   ///< object name of a widget of the page

    bool operator==(const NavigationRequest &) const = default;
};

/// What the frame has to know of a page. A new page is one of these and nothing more; functions may be empty.
struct PageEntry
{
    QString id;                       ///< "build"; kept in settings
    QAction *action;                  ///< checkable; its menu entry and button
    QWidget *widget;                  ///< goes to the stack, which owns it
    std::function<QString()> subject; ///< what it shows now
    std::function<void(const QString &subject)> showSubject;
    std::function<void(bool forward)> focusNextPane;
    std::function<void(Settings &)> saveState;
    std::function<QString()> plugin = {}; ///< path of the plugin that is selected there: what "Load" loads
};

/// The pages of the window and the way through them: every crossing between pages comes here, and so can be undone with
/// Back. GUI thread.
class Navigator : public QObject
{
    Q_OBJECT

public:
    /// `back` and `forward` are triggered here and enabled while there is a way.
    Navigator(QStackedWidget &stack, QAction &back, QAction &forward, QObject *parent = nullptr);

    void addPage(const PageEntry &page);
    /// A page that is made when somebody goes there, or by makeNext(): `make` gives the entry of the same id and
    /// action.
    void addPage(const QString &id, QAction *action, const std::function<PageEntry()> &make);
    /// Makes one page that has not been needed yet. Returns whether there are more.
    bool makeNext();
    const QVector<PageEntry> &pages() const { return m_pages; }
    /// The page that is shown; there must be one.
    const PageEntry &current() const;

    /// Ignored for pages that do not exist.
    void go(const NavigationRequest &request);
    void goBack();
    void goForward();
    void saveState(Settings &settings) const;

signals:
    void pageChanged(const QString &id);

private:
    const PageEntry *find(const QString &id) const;
    void make(const QString &id);
    NavigationRequest here() const;
    void show(const NavigationRequest &request);
    void updateActions();

    QStackedWidget &m_stack;
    QAction &m_back;
    QAction &m_forward;
    QVector<PageEntry> m_pages;
    QMap<QString, std::function<PageEntry()>> m_makers; // by page; an empty widget stands in the stack for each
    QVector<NavigationRequest> m_behind;                // the newest last
    QVector<NavigationRequest> m_ahead;                 // the next last
};

} // namespace plugsmith
