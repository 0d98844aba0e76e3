// SPDX-License-Identifier: Apache-2.0
#include "gui/sourcedrop.h"

#include "gui/dropoverlay.h"
#include "gui/droppedsources.h"
#include "models/buildsession.h"

#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QTimer>
#include <QWidget>

namespace plugsmith {

using namespace Qt::StringLiterals;

SourceDrop::SourceDrop(BuildSession &session, QWidget *window, QWidget *content)
    : QObject(window)
    , m_session(session)
    , m_window(window)
    , m_content(content)
    , m_overlay(new DropOverlay(window))
{
    m_overlay->setObjectName(u"window.dropOverlay"_s);
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

bool SourceDrop::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::DragEnter:
        enter(static_cast<QDragEnterEvent *>(event));
        return true;
    case QEvent::DragMove:
        move(static_cast<QDragMoveEvent *>(event));
        return true;
    case QEvent::DragLeave:
        m_overlay->hide();
        return true;
    case QEvent::Drop:
        drop(static_cast<QDropEvent *>(event));
        return true;
    default:
        return QObject::eventFilter(watched, event);
    }
}

void SourceDrop::enter(QDragEnterEvent *event)
{
    if (!event->mimeData()->hasUrls())
        return event->ignore();
    const DroppedSources dropped = DroppedSources::of(*event->mimeData());
    m_overlay->setGeometry(m_content->geometry());
    event->acceptProposedAction();
    if (dropped.usable.isEmpty()) {
        m_overlay->showOffers({{u"emblem-unavailable"_s, tr("Plugsmith cannot use %1").arg(dropped.unusable.value(0)),
                                tr("Drop an archive, a folder with Go files, or a .go file."), false}});
        event->setDropAction(Qt::IgnoreAction); // accepted, so that moves arrive and the reason stays in view
        return;
    }
    const QString name = QFileInfo(dropped.usable.first()).fileName();
    const QString current = QFileInfo(m_session.sourcePath()).fileName();
    QVector<DropOverlay::Offer> offers{
        {u"application-zip"_s, tr("Build %1").arg(name),
         current.isEmpty() ? tr("Opens it as the plugin source.")
                           : tr("Replaces %1. Targets and options are those of its module.").arg(current)}};
    if (m_session.hasLocalReplaces())
        offers += {u"insert-link"_s, tr("Use as a local module"),
                   tr("Supplies a module that go.mod replaces with a local folder.")};
    m_overlay->showOffers(offers);
}

int SourceDrop::areaUnder(const QDropEvent &event)
{
    return m_overlay->setPointer(m_overlay->mapFrom(m_window, event.position().toPoint()));
}

void SourceDrop::move(QDragMoveEvent *event)
{
    if (areaUnder(*event) < 0)
        event->ignore();
    else
        event->acceptProposedAction();
}

void SourceDrop::drop(QDropEvent *event)
{
    const int area = areaUnder(*event);
    m_overlay->hide();
    const DroppedSources dropped = DroppedSources::of(*event->mimeData());
    if (dropped.usable.isEmpty() || area < 0)
        return event->ignore();
    event->acceptProposedAction();
    // Queued: the program that drags waits until this returns.
    QTimer::singleShot(0, this, [this, paths = dropped.usable, area] {
        if (area == 1)
            m_session.addLocalModule(paths.first());
        else
            m_session.open(paths);
    });
}

} // namespace plugsmith
