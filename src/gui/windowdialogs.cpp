// SPDX-License-Identifier: Apache-2.0
#include "gui/windowdialogs.h"

#include "base/settingkeys.h"
#include "gui/actions.h"
#include "gui/diagnosticdialog.h"
#include "gui/droppedsources.h"
#include "gui/helpwindow.h"
#include "gui/navigator.h"
#include "gui/settingspages.h"
#include "gui/shortcutspage.h"
#include "gui/sourceintake.h"
#include "gui/toolchainsettings.h"
#include "models/buildsession.h"
#include "models/diagnosticreport.h"

#include <QApplication>
#include <QCheckBox>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace plugsmith::dialogs {

using namespace Qt::StringLiterals;

namespace {

struct DialogsText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::dialogs)
};

} // namespace

void openSource(QWidget &window, SourceIntake &intake, bool folder)
{
    auto *dialog = new QFileDialog(&window, folder ? DialogsText::tr("Open a folder with a go.mod")
                                                   : DialogsText::tr("Open a source archive"));
    dialog->setObjectName(u"window.openDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFiles);
    if (!folder) {
        dialog->setNameFilters(
            {DialogsText::tr("Archives and Go files (%1)").arg(archivePatterns().join(u' ') + u" *.go"_s),
             DialogsText::tr("All files (*)")});
    }
    QObject::connect(dialog, &QFileDialog::filesSelected, &intake, &SourceIntake::open);
    dialog->open();
}

SettingsDialog *openSettings(QWidget &window, Settings &settings, const Actions &actions, const Navigator &navigator)
{
    auto *dialog = window.findChild<SettingsDialog *>(u"settings"_s);
    if (!dialog) {
        dialog = new SettingsDialog(settings, &window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        QVector<GeneralSettings::Choice> pages;
        for (const PageEntry &page : navigator.pages())
            pages += {page.id, page.action->iconText()};
        dialog->addPage(u"general"_s, u"configure"_s, DialogsText::tr("General"), new GeneralSettings(pages));
        dialog->addPage(u"shortcuts"_s, u"document-edit"_s, DialogsText::tr("Shortcuts"),
                        new ShortcutsPage(actions.all));
        dialog->addPage(u"build"_s, u"run-build"_s, DialogsText::tr("Build"), new BuildSettings);
        dialog->addPage(u"toolchains"_s, u"applications-development"_s, DialogsText::tr("Toolchains"),
                        new ToolchainSettings);
        dialog->addPage(u"advanced"_s, u"utilities-terminal"_s, DialogsText::tr("Advanced"), new AdvancedSettings);
    }
    dialog->open();
    return dialog;
}

void askBeforeQuitting(QWidget &window, BuildSession &session, Settings &settings, const std::function<void()> &quit,
                       const std::function<void()> &keepRunning)
{
    if (window.findChild<QMessageBox *>(u"window.quitQuestion"_s))
        return; // closed twice
    const int running = session.engine().queue().runningCount() + session.engine().queue().waitingCount();
    auto *box =
        new QMessageBox(QMessageBox::Question, DialogsText::tr("Plugsmith"),
                        DialogsText::tr("%n build(s) are running.", nullptr, running), QMessageBox::NoButton, &window);
    box->setObjectName(u"window.quitQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setCheckBox(new QCheckBox(DialogsText::tr("Do not ask again")));
    box->checkBox()->setObjectName(u"window.quitQuestion.silent"_s);
    const auto addAnswer = [&settings, &window, box](const QString &text, const QString &name, bool keeps,
                                                     const std::function<void()> &act) {
        QPushButton *button = box->addButton(text, keeps ? QMessageBox::AcceptRole : QMessageBox::DestructiveRole);
        button->setObjectName(name);
        QObject::connect(button, &QPushButton::clicked, &window, [box, &settings, keeps, act] {
            settings.set(keys::AskBeforeQuitting, !box->checkBox()->isChecked());
            settings.set(keys::KeepsRunning, keeps);
            act();
        });
    };
    addAnswer(DialogsText::tr("Quit and Cancel Them"), u"window.quitQuestion.quit"_s, false, quit);
    if (keepRunning)
        addAnswer(DialogsText::tr("Keep Running in Background"), u"window.quitQuestion.background"_s, true,
                  keepRunning);
    QPushButton *no = box->addButton(DialogsText::tr("Cancel"), QMessageBox::RejectRole);
    no->setObjectName(u"window.quitQuestion.cancel"_s);
    box->setDefaultButton(no);
    box->setEscapeButton(no);
    box->open();
}

void showHelp(QWidget &window, Settings &settings, const QString &page)
{
    auto *help = window.findChild<HelpWindow *>(u"help"_s, Qt::FindDirectChildrenOnly);
    if (!help)
        help = new HelpWindow(settings, &window);
    help->showPage(page);
}

void showAbout(QWidget &window)
{
    auto *box = new QMessageBox(
        QMessageBox::NoIcon, DialogsText::tr("About Plugsmith"),
        u"<b>Plugsmith %1</b><p>%2</p><p>%3</p>"_s.arg(QApplication::applicationVersion(),
                                                       DialogsText::tr("Builds, inspects and loads Go plugins."),
                                                       DialogsText::tr("Apache License 2.0")),
        QMessageBox::NoButton, &window);
    box->setObjectName(u"window.about"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->addButton(DialogsText::tr("Close"), QMessageBox::AcceptRole)->setObjectName(u"window.about.close"_s);
    box->setIconPixmap(window.windowIcon().pixmap(64));
    box->open();
}

void showDiagnostics(QWidget &window, BuildSession &session, const std::function<void(const QString &)> &say)
{
    auto *dialog = new DiagnosticDialog(diagnosticReport(session), &window);
    QObject::connect(dialog, &DiagnosticDialog::said, &window, say);
    dialog->open();
}

} // namespace plugsmith::dialogs
