// SPDX-License-Identifier: Apache-2.0
#include "gui/actionbar.h"

#include "gui/elidedlabel.h"
#include "gui/semanticcolors.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"
#include "models/buildsession.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QThread>
#include <QVBoxLayout>

namespace plugsmith {

using namespace Qt::StringLiterals;

using State = BuildSummary::State;

ActionBar::ActionBar(BuildSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_icon(new QLabel)
    , m_title(new QLabel)
    , m_detail(new ElidedLabel)
    , m_progress(new QProgressBar)
    , m_parallelLabel(new QLabel(tr("&Parallel builds")))
    , m_parallel(new QSpinBox)
    , m_add(new QPushButton)
    , m_third(new QPushButton)
    , m_second(new QPushButton)
    , m_main(new QPushButton)
{
    m_title->setObjectName(u"build.action.title"_s);
    m_detail->setObjectName(u"build.action.detail"_s);
    m_detail->setElideMode(Qt::ElideRight);
    setQuiet(m_detail);
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_progress->setAccessibleName(tr("Progress of the build"));
    m_parallel->setRange(1, qMax(1, QThread::idealThreadCount()));
    m_parallel->setValue(session.engine().queue().parallel());
    m_parallel->setObjectName(u"build.action.parallel"_s);
    m_parallelLabel->setBuddy(m_parallel);
    m_parallel->setAccessibleName(tr("Parallel builds"));
    m_add->setObjectName(u"build.action.add"_s);
    m_add->setIcon(symbolicIcon(u"list-add"_s));
    m_add->setToolTip(tr("Build what was selected meanwhile, too"));
    m_third->setObjectName(u"build.action.third"_s);
    m_third->setIcon(symbolicIcon(u"view-refresh"_s));
    m_second->setObjectName(u"build.action.second"_s);
    m_second->setIcon(symbolicIcon(u"preferences-plugin"_s));
    m_main->setObjectName(u"build.action.build"_s);
    m_main->setDefault(true);
    m_main->setFont(sectionFont());

    auto *texts = new QHBoxLayout;
    texts->setSpacing(8);
    texts->addWidget(m_icon);
    texts->addWidget(m_title);
    texts->addWidget(m_detail, 1);
    auto *left = new QVBoxLayout;
    left->setSpacing(4);
    left->addStretch(1);
    left->addLayout(texts);
    left->addWidget(m_progress);
    left->addStretch(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 4, 0, 4);
    row->setSpacing(8);
    row->addLayout(left, 1);
    row->addWidget(m_parallelLabel);
    row->addWidget(m_parallel);
    row->addWidget(m_add);
    row->addWidget(m_third);
    row->addWidget(m_second);
    row->addWidget(m_main);

    connect(m_parallel, &QSpinBox::valueChanged, this,
            [this](int count) { m_session.engine().queue().setParallel(count); });
    connect(m_add, &QPushButton::clicked, this, [this] { m_session.buildAdded(); });
    connect(m_main, &QPushButton::clicked, this, &ActionBar::press);
    connect(m_second, &QPushButton::clicked, this, &ActionBar::pluginsRequested);
    connect(m_third, &QPushButton::clicked, this, &ActionBar::pressThird);
    connect(&session, &BuildSession::summaryChanged, this, &ActionBar::refresh);
    refresh();
}

void ActionBar::refresh()
{
    const BuildSummary summary = m_session.summary();
    const bool running = summary.state == State::Running;
    const bool isPlan =
        summary.state == State::Ready || summary.state == State::NothingSelected || summary.state == State::NoSource;
    const auto role = summary.failed > 0                 ? std::optional(SemanticRole::Caution)
                      : summary.state == State::AllBuilt ? std::optional(SemanticRole::Positive)
                                                         : std::nullopt;
    m_icon->setVisible(role.has_value() && !isPlan && !running);
    if (role)
        m_icon->setPixmap(symbolicIcon(*role == SemanticRole::Caution ? u"state-warning"_s : u"state-ok"_s, *role)
                              .pixmap(QSize(16, 16), devicePixelRatioF()));
    m_title->setText(summary.title);
    QFont strong = font();
    strong.setBold(!isPlan && !running);
    m_title->setFont(strong);
    m_detail->setFullText(summary.detail);
    m_progress->setVisible(running);
    m_progress->setValue(static_cast<int>(summary.fraction * 1000));
    const bool roomForParallel = isPlan || (running && summary.total > 1);
    m_parallel->setVisible(roomForParallel);
    m_parallelLabel->setVisible(roomForParallel);
    m_add->setVisible(summary.toAdd > 0);
    m_add->setText(tr("Add %n", nullptr, summary.toAdd));
    m_main->setText(summary.mainButton);
    m_main->setEnabled(summary.isMainEnabled);
    m_main->setToolTip(summary.isMainEnabled ? QString() : summary.title);
    const QString icon = running                                                  ? u"dialog-cancel"_s
                         : isPlan                                                 ? u"run-build"_s
                         : !summary.loadPath.isEmpty()                            ? u"media-playback-start-circled"_s
                         : summary.built > 0 && summary.state != State::Cancelled ? u"preferences-plugin"_s
                                                                                  : u"view-refresh"_s;
    const bool accented = !running && summary.isMainEnabled;
    m_main->setIcon(accented ? accentIcon(icon) : symbolicIcon(icon));
    setAccent(m_main, accented);
    refreshOthers(summary);
}

/// The buttons beside the main one, once all jobs have ended.
void ActionBar::refreshOthers(const BuildSummary &summary)
{
    const bool isMainForPlugins = summary.state != State::Cancelled && summary.loadPath.isEmpty();
    const bool hasEnded =
        summary.state == State::AllBuilt || summary.state == State::SomeFailed || summary.state == State::Cancelled;
    m_second->setVisible(hasEnded && summary.built > 0 && !isMainForPlugins);
    m_second->setText(tr("Show %n plugin(s)", nullptr, summary.built));
    m_third->setVisible(summary.state == State::SomeFailed || summary.state == State::AllBuilt);
    m_third->setText(summary.state == State::SomeFailed  ? tr("Retry failed")
                     : summary.upToDate == summary.total ? tr("Build anyway")
                                                         : tr("Build again"));
}

void ActionBar::press()
{
    const BuildSummary summary = m_session.summary();
    switch (summary.state) {
    case State::Ready:
        return m_session.build();
    case State::Running:
        return m_session.cancelAll();
    case State::AllFailed:
        return m_session.retryFailed();
    case State::Cancelled:
        return m_session.buildCancelled();
    case State::AllBuilt:
    case State::SomeFailed:
        return summary.loadPath.isEmpty() ? emit pluginsRequested() : emit loadRequested(summary.loadPath);
    default:
        return;
    }
}

void ActionBar::pressThird()
{
    const BuildSummary summary = m_session.summary();
    if (summary.state == State::SomeFailed)
        m_session.retryFailed();
    else
        m_session.build(summary.upToDate == summary.total);
}

} // namespace plugsmith
