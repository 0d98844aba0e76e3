// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace plugsmith {

class BuildSession;
class ElidedLabel;
struct BuildSummary;

/// Between matrix and jobs, always in the same place: what will happen, how far it is, how it ended, and the button for
/// what comes next.
class ActionBar : public QWidget
{
    Q_OBJECT

public:
    ActionBar(BuildSession &session, QWidget *parent = nullptr);

signals:
    /// What was built is to be looked at.
    void pluginsRequested();
    void loadRequested(const QString &path);

private:
    void refresh();
    void refreshOthers(const BuildSummary &summary);
    void press();
    void pressThird();

    BuildSession &m_session;
    QLabel *m_icon;
    QLabel *m_title;
    ElidedLabel *m_detail;
    QProgressBar *m_progress;
    QLabel *m_parallelLabel;
    QSpinBox *m_parallel;
    QPushButton *m_add;
    QPushButton *m_third;  ///< once more, in one way or another
    QPushButton *m_second; ///< what was built
    QPushButton *m_main;
};

} // namespace plugsmith
