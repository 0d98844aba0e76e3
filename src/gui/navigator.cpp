// SPDX-License-Identifier: Apache-2.0
#include "gui/navigator.h"

#include "base/settingkeys.h"

#include <QAction>
#include <QActionGroup>
#include <QStackedWidget>

#include <algorithm>

namespace plugsmith {

namespace {

constexpr int MaxSteps = 100;

} // namespace

Navigator::Navigator(QStackedWidget &stack, QAction &back, QAction &forward, QObject *parent)
    : QObject(parent)
    , m_stack(stack)
    , m_back(back)
    , m_forward(forward)
{
    connect(&back, &QAction::triggered, this, &Navigator::goBack);
    connect(&forward, &QAction::triggered, this, &Navigator::goForward);
    updateActions();
}

void Navigator::addPage(const PageEntry &page)
{
    m_pages += page;
    m_stack.addWidget(page.widget);
    page.action->setChecked(m_pages.size() == 1);
    connect(page.action, &QAction::triggered, this, [this, id = page.id] { go({id, {}, {}}); });
}

void Navigator::addPage(const QString &id, QAction *action, const std::function<PageEntry()> &make)
{
    PageEntry page;
    page.id = id;
    page.action = action;
    page.widget = new QWidget;
    m_makers.insert(id, make);
    addPage(page);
}

void Navigator::make(const QString &id)
{
    const auto maker = m_makers.take(id);
    if (!maker)
        return;
    const PageEntry made = maker();
    const auto page = std::ranges::find(m_pages, id, &PageEntry::id);
    QWidget *placeholder = page->widget;
    *page = made;
    const bool isShown = m_stack.currentWidget() == placeholder;
    m_stack.insertWidget(m_stack.indexOf(placeholder), made.widget);
    if (isShown)
        m_stack.setCurrentWidget(made.widget);
    delete placeholder;
}

bool Navigator::makeNext()
{
    if (!m_makers.isEmpty()) {
        const QString id = m_makers.firstKey(); // a copy: the key goes with its entry
        make(id);
    }
    return !m_makers.isEmpty();
}

const PageEntry *Navigator::find(const QString &id) const
{
    const auto found = std::ranges::find(m_pages, id, &PageEntry::id);
    return found == m_pages.end() ? nullptr : &*found;
}

const PageEntry &Navigator::current() const
{
    const auto found = std::ranges::find(m_pages, m_stack.currentWidget(), &PageEntry::widget);
    return found == m_pages.end() ? m_pages.first() : *found;
}

NavigationRequest Navigator::here() const
{
    const PageEntry &page = current();
    return {page.id, page.subject ? page.subject() : QString(), {}};
}

void Navigator::go(const NavigationRequest &request)
{
    if (!find(request.page))
        return;
    const NavigationRequest before = here();
    show(request);
    if (const NavigationRequest after = here(); after == before)
        return;
    m_behind += before;
    if (m_behind.size() > MaxSteps)
        m_behind.removeFirst();
    m_ahead.clear();
    updateActions();
}

void Navigator::goBack()
{
    if (m_behind.isEmpty())
        return;
    m_ahead += here();
    show(m_behind.takeLast());
    updateActions();
}

void Navigator::goForward()
{
    if (m_ahead.isEmpty())
        return;
    m_behind += here();
    show(m_ahead.takeLast());
    updateActions();
}

void Navigator::show(const NavigationRequest &request)
{
    make(request.page);
    const PageEntry *page = find(request.page);
    const bool isOther = m_stack.currentWidget() != page->widget;
    m_stack.setCurrentWidget(page->widget);
    for (const PageEntry &other : m_pages)
        other.action->setChecked(other.id == page->id);
    if (!request.subject.isEmpty() && page->showSubject)
        page->showSubject(request.subject);
    if (auto *widget = request.focus.isEmpty() ? nullptr : page->widget->findChild<QWidget *>(request.focus))
        widget->setFocus(Qt::OtherFocusReason);
    if (isOther)
        emit pageChanged(page->id);
}

void Navigator::updateActions()
{
    m_back.setEnabled(!m_behind.isEmpty());
    m_forward.setEnabled(!m_ahead.isEmpty());
}

void Navigator::saveState(Settings &settings) const
{
    settings.set(keys::LastPage, current().id);
    for (const PageEntry &page : m_pages) {
        if (page.saveState)
            page.saveState(settings);
    }
}

} // namespace plugsmith
