// SPDX-License-Identifier: Apache-2.0
#include "gui/announcer.h"

#include "models/buildsession.h"
#include "models/buildtext.h"

#include <QAccessible>
#include <QLabel>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int ProgressMilliseconds = 10'000;

} // namespace

Announcer::Announcer(BuildSession &session, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_speaker(new QLabel(window))
{
    m_speaker->setObjectName(u"window.announcer"_s);
    m_speaker->setGeometry(0, 0, 1, 1);
    m_speaker->lower();
    connect(&session, &BuildSession::said, this, &Announcer::say);
    connect(&session.engine().queue(), &BuildQueue::jobChanged, this, &Announcer::onJobChanged);
    connect(&session.engine().queue(), &BuildQueue::jobProgressed, this, &Announcer::onProgress);
    m_sinceProgress.start();
}

void Announcer::say(const QString &sentence)
{
    m_speaker->setAccessibleName(sentence);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(m_speaker->window(), sentence);
#else
    QAccessibleEvent event(m_speaker, QAccessible::NameChanged);
#endif
    QAccessible::updateAccessibility(&event);
}

void Announcer::onJobChanged(int index)
{
    const BuildJob &job = *m_session.engine().queue().at(index);
    if (isFinished(job.state()))
        say(tr("%1: %2", "target, state").arg(job.plan().target.toString(), shownState(job.state())));
}

void Announcer::onProgress()
{
    if (m_sinceProgress.elapsed() < ProgressMilliseconds)
        return;
    m_sinceProgress.start();
    const BuildSummary summary = m_session.summary();
    say(summary.title);
}

} // namespace plugsmith
