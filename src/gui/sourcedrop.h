// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <functional>

class QDragEnterEvent;
class QDragMoveEvent;
class QDropEvent;
class QWidget;

namespace plugsmith {

struct DroppedSources;
class BuildSession;
class DropOverlay;
class SourceIntake;

/// Takes sources that are dropped anywhere on a window: says before what letting go will do, then does it.
class SourceDrop : public QObject
{
    Q_OBJECT

public:
    /// `window` is also the owner. `content` is the part of it that the overlay covers.
    SourceDrop(BuildSession &session, SourceIntake &intake, QWidget *window, QWidget *content);
    /// Whether plugins would be loaded now, as the page that is open does, instead of only shown.
    void setLoads(std::function<bool()> loads) { m_loads = std::move(loads); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void enter(QDragEnterEvent *event);
    void showOffers(const DroppedSources &dropped);
    void move(QDragMoveEvent *event);
    void drop(QDropEvent *event);
    int areaUnder(const QDropEvent &event);

    BuildSession &m_session;
    SourceIntake &m_intake;
    QWidget *m_window;
    QWidget *m_content;
    DropOverlay *m_overlay;
    std::function<bool()> m_loads;
};

} // namespace plugsmith
