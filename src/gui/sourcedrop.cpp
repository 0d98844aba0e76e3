// SPDX-License-Identifier: Apache-2.0
#include "gui/sourcedrop.h"

#include "gui/dropoverlay.h"
#include "gui/droppedsources.h"
#include "gui/sourceintake.h"
#include "models/buildsession.h"

#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QTimer>
#include <QWidget>

namespace plugsmith {

using namespace Qt::StringLiterals;

SourceDrop::SourceDrop(BuildSession &session, SourceIntake &intake, QWidget *window, QWidget *content)
    : QObject(window)
    , m_session(session)
    , m_intake(intake)
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
    if (!event->mimeData()->hasUrls() && !event->mimeData()->hasText())
        return event->ignore();
    const DroppedSources dropped = DroppedSources::of(*event->mimeData());
    if (dropped.isEmpty() && dropped.unusable.isEmpty())
        return event->ignore();
    m_overlay->setGeometry(m_content->geometry());
    event->acceptProposedAction();
    showOffers(dropped);
    if (dropped.isEmpty())
        event->setDropAction(Qt::IgnoreAction); // accepted, so that moves arrive and the reason stays in view
}

void SourceDrop::showOffers(const DroppedSources &dropped)
{
    if (dropped.isEmpty()) {
        return m_overlay->showOffers(
            {{u"emblem-unavailable"_s, tr("Plugsmith cannot use %1").arg(dropped.unusable.value(0)),
              tr("Drop an archive, a folder with Go files, a .go file, or plugins."), false}});
    }
    if (dropped.items.isEmpty() && dropped.remote.isEmpty() && dropped.plugins.isEmpty()) {
        return m_overlay->showOffers(
            {{u"document-save"_s,
              dropped.presets.size() == 1 ? tr("Import %1").arg(QFileInfo(dropped.presets.first()).fileName())
                                          : tr("Import %n presets", nullptr, static_cast<int>(dropped.presets.size())),
              tr("Adds targets and options that were saved to the presets.")}});
    }
    if (dropped.items.isEmpty() && dropped.remote.isEmpty()) {
        const QString name = QFileInfo(dropped.plugins.first()).fileName();
        if (m_loads && m_loads()) {
            return m_overlay->showOffers(
                {{u"media-playback-start-circled"_s, tr("Load %1").arg(name),
                  tr("It runs in a process of its own. One that was not built here is asked about first.")}});
        }
        return m_overlay->showOffers({{u"preferences-plugin"_s,
                                       dropped.plugins.size() == 1 ? tr("Look into %1").arg(name)
                                                                   : tr("Look into %n plugins", nullptr,
                                                                        static_cast<int>(dropped.plugins.size())),
                                       tr("Adds the folder on the Plugins page. Nothing in the files is run.")}});
    }
    if (dropped.items.isEmpty()) {
        const QUrl &url = dropped.remote.first();
        return m_overlay->showOffers({{u"download"_s, tr("Download %1").arg(url.fileName()),
                                       tr("Asks %1 how large it is, and you before it is fetched.").arg(url.host())}});
    }
    if (dropped.items.size() > 1) {
        return m_overlay->showOffers(
            {{u"application-zip"_s, tr("Open %n sources", nullptr, static_cast<int>(dropped.items.size())),
              tr("The one whose go.mod replaces the others is the plugin; they become its local modules.")}});
    }
    const DroppedSources::Item &item = dropped.items.first();
    const QString current = QFileInfo(m_session.sourcePath()).fileName();
    const QString icon = item.kind == DroppedSources::Kind::Folder   ? u"folder"_s
                         : item.kind == DroppedSources::Kind::GoFile ? u"document-edit"_s
                                                                     : u"application-zip"_s;
    const QString text = m_session.isBuilding() ? tr("Opens it when the builds have ended, or at once if you say so.")
                         : current.isEmpty()
                             ? tr("Opens it as the plugin source.")
                             : tr("Replaces %1. Targets and options are those of its module.").arg(current);
    QVector<DropOverlay::Offer> offers{{icon, tr("Build %1").arg(QFileInfo(item.path).fileName()), text}};
    if (m_session.hasLocalReplaces() && item.kind != DroppedSources::Kind::GoFile)
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
    if (dropped.isEmpty() || area < 0)
        return event->ignore();
    event->acceptProposedAction();
    // Queued: the program that drags waits until this returns.
    QTimer::singleShot(0, this, [this, dropped, area] {
        if (area == 1)
            m_session.addLocalModule(dropped.paths().first());
        else
            m_intake.take(dropped);
    });
}

} // namespace plugsmith
