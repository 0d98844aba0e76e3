// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace plugsmith {

class BuildSession;
class Card;
class RecentList;

/// What the Build page shows while no source is open: where to drop one, and what this computer can build.
class StartPanel : public QWidget
{
    Q_OBJECT

public:
    explicit StartPanel(BuildSession &session, QWidget *parent = nullptr);

signals:
    void openArchiveRequested();
    void openFolderRequested();
    void sampleRequested();

private:
    QWidget *makeDropArea();
    QWidget *makeShortDropArea();
    void refresh();
    void refreshRecent();
    void addMissingCompilers();
    void addFact(const QString &icon, int role, const QString &title, const QString &text, const QString &command = {});

    BuildSession &m_session;
    QWidget *m_drop;      // tall, as long as there were no earlier builds
    QWidget *m_shortDrop; // one line, beside recent sources
    RecentList *m_recent;
    QLabel *m_checking;
    Card *m_machine;
    QVBoxLayout *m_facts;
};

} // namespace plugsmith
