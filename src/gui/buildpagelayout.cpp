// SPDX-License-Identifier: Apache-2.0
// The part of BuildPage that shares out its room: splitters, and what is left out in a low or narrow window.
#include "base/settingkeys.h"
#include "gui/actions.h"
#include "gui/buildpage.h"
#include "gui/foldingcolumn.h"
#include "gui/targetmatrixview.h"
#include "models/buildsession.h"

#include <QEvent>
#include <QLabel>
#include <QLayout>
#include <QSplitter>

#include <utility>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int LowHeight = 720; // of the window, as is the next
constexpr int NarrowWidth = 1180;
constexpr int MatrixPercent = 60; // of the height, if there are that many platforms

} // namespace

void BuildPage::restoreState()
{
    if (m_outer->restoreState(m_settings.get(keys::BuildSplitter)))
        m_setup->setWidth(m_outer->sizes().value(0));
    m_isWorkMoved = m_work->restoreState(m_settings.get(keys::WorkSplitter));
    connect(m_work, &QSplitter::splitterMoved, this, [this] { m_isWorkMoved = true; });
    m_lower->restoreState(m_settings.get(keys::LowerSplitter));
    m_setup->setUnfoldsNarrow(m_settings.get(keys::UnfoldsSetup));
    m_unfoldsLow = m_settings.get(keys::UnfoldsPlatforms);
    connect(m_outer, &QSplitter::splitterMoved, m_setup, [this] { m_setup->setWidth(m_setup->width()); });
}

void BuildPage::saveState(Settings &settings) const
{
    if (m_outer) {
        settings.set(keys::BuildSplitter, m_outer->saveState());
        if (m_isWorkMoved)
            settings.set(keys::WorkSplitter, m_work->saveState());
        settings.set(keys::LowerSplitter, m_lower->saveState());
        settings.set(keys::UnfoldsSetup, m_setup->unfoldsNarrow());
        settings.set(keys::UnfoldsPlatforms, m_unfoldsLow);
    }
    settings.set(keys::HideBlocked, m_actions.hideBlocked->isChecked());
    settings.set(keys::BuildableFirst, m_actions.buildableFirst->isChecked());
}

/// The splitter has shared out its new height by itself then, and knows nothing of rows.
bool BuildPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_work && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &BuildPage::fitUpper, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

void BuildPage::fitWindow()
{
    m_isLow = window()->height() < LowHeight;
    refreshFolding();
    const bool isNarrow = window()->width() < NarrowWidth;
    if (std::exchange(m_isNarrow, isNarrow) != isNarrow) {
        m_setup->setNarrow(isNarrow);
        unfoldProblem();
        fitDetails();
    }
}

void BuildPage::refreshFolding()
{
    m_matrix->setUnbuildableHidden(m_actions.hideBlocked->isChecked() || (m_isLow && !m_unfoldsLow));
    refreshFolded();
    fitMatrix();
}

/// Below its last platform the matrix has nothing to show: that room is for the jobs.
void BuildPage::fitMatrix()
{
    m_matrix->setMaximumHeight(m_matrix->sizeHint().height());
    const QList<int> sizes = m_work->sizes();
    const int whole = sizes.value(0) + sizes.value(1);
    const int most = m_work->widget(0)->sizeHint().height();
    const int wanted = m_isWorkMoved ? qMin(most, sizes.value(0)) : qMin(most, whole * MatrixPercent / 100);
    if (wanted != sizes.value(0))
        m_work->setSizes({wanted, whole - wanted});
}

void BuildPage::refreshFolded()
{
    const int count = m_matrix->hiddenCount();
    m_folded->setText(tr("%n platform(s) cannot be built here.", nullptr, count) + u" <a href=\"show\">"_s +
                      tr("Show") + u"</a>"_s);
    m_folded->setVisible(count > 0);
}

/// What is wrong with a source is said in the column of the setup, which must not be folded then.
void BuildPage::unfoldProblem()
{
    const auto state = m_session.sourceState();
    if (!m_setup || !m_isNarrow || state == BuildSession::SourceState::Scanning)
        return;
    m_setup->setFolded(state != BuildSession::SourceState::Problem && !m_setup->unfoldsNarrow());
}

/// Where there is little room, the setup takes that of the details while it is unfolded.
void BuildPage::fitDetails()
{
    m_lower->widget(1)->setVisible(!m_isNarrow || m_setup->isFolded());
}

/// With large text the buttons need the room of the word before them.
void BuildPage::fitUpper()
{
    fitMatrix();
    const QWidget *heading = m_selectLabel->parentWidget();
    const QLayout *row = heading->layout();
    const int hidden = m_selectLabel->isHidden() ? m_selectLabel->sizeHint().width() + row->spacing() : 0;
    m_selectLabel->setVisible(row->minimumSize().width() + hidden <= heading->width());
}

} // namespace plugsmith
