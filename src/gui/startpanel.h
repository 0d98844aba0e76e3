// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/semanticcolors.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace plugsmith {

class BuildSession;
class Card;
class RecentList;
struct InstallProgress;

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
    /// The page with the Go versions and C compilers.
    void toolchainsRequested();
    void said(const QString &sentence);

private:
    QWidget *makeDropArea();
    QWidget *makeShortDropArea();
    void refresh();
    void refreshRecent();
    void addGo();
    void addMissingGo();
    void addCompiler();
    void addMissingCompilers();
    QHBoxLayout *addFact(const QString &icon, SemanticRole role, const QString &title, const QString &text);
    void addCopy(QHBoxLayout *row, const QString &command);
    void showDownload(const InstallProgress &progress);

    BuildSession &m_session;
    QWidget *m_drop;      // tall, as long as there were no earlier builds
    QWidget *m_shortDrop; // one line, beside recent sources
    RecentList *m_recent;
    QLabel *m_checking;
    Card *m_machine;
    QVBoxLayout *m_facts;
    QPushButton *m_download = nullptr; // of the row that says that there is no Go
};

} // namespace plugsmith
