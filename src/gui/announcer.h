// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QObject>

class QWidget;

namespace plugsmith {

class BuildSession;

/// Tells people who do not see the window what happens in it, politely: how jobs end, the sentences of the status bar,
/// and the progress of a build every ten seconds.
class Announcer : public QObject
{
    Q_OBJECT

public:
    Announcer(BuildSession &session, QWidget *window);

    void say(const QString &sentence);

private:
    void onJobChanged(int index);
    void onProgress();

    BuildSession &m_session;
    QWidget *m_speaker; ///< invisible; assistive tools read its name
    QElapsedTimer m_sinceProgress;
};

} // namespace plugsmith
