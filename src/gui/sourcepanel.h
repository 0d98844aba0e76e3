// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace plugsmith {

class BuildSession;
class ElidedLabel;
struct LocalReplace;
class SourceMessage;
class SourceTip;

/// The source that is open: its file, what the scan found, and what is wrong with it.
class SourcePanel : public QWidget
{
    Q_OBJECT

public:
    explicit SourcePanel(BuildSession &session, QWidget *parent = nullptr);

    SourceMessage &message() { return *m_message; }

signals:
    void openRequested();
    void localModuleRequested();
    void said(const QString &sentence);

private:
    QWidget *makeCard();
    void refresh();
    void refreshCard();
    void refreshRows();
    void refreshChanged();
    void refreshPackages();
    void refreshModules();
    void refreshLocal();
    QWidget *makeLocalRow(const LocalReplace &match);
    void choosePackage();
    void showDependencies();

    BuildSession &m_session;
    QLabel *m_icon;
    ElidedLabel *m_file;
    SourceTip *m_tip; // of the file
    QLabel *m_facts;
    QToolButton *m_again;
    QToolButton *m_close;
    QProgressBar *m_busy;
    QPushButton *m_cancel;
    QWidget *m_rows;
    QFormLayout *m_form;
    QLabel *m_changed; // on disk
    QTimer m_patience; // before something short is worth a bar
    bool m_showsBusy = false;
    QTimer m_clock;
    ElidedLabel *m_module;
    QComboBox *m_modules; // in its place where there are several
    QComboBox *m_package;
    QLabel *m_directive;
    QLabel *m_dependencies;
    QWidget *m_localLine; // how many modules that go.mod replaces with paths are supplied ...
    QLabel *m_localState;
    QLabel *m_localCount;
    QWidget *m_local; // ... and by what
    QVBoxLayout *m_localRows;
    SourceMessage *m_message;
};

} // namespace plugsmith
