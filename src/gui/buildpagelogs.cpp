// SPDX-License-Identifier: Apache-2.0
// The part of BuildPage that brings things before people: problems of the source, folders, logs of jobs.
#include "base/deliver.h"
#include "gui/buildpage.h"
#include "gui/foldingcolumn.h"
#include "gui/pageparts.h"
#include "models/buildsession.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLayout>
#include <QSplitter>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MaxCopiedLog = 16'000'000;

} // namespace

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

void BuildPage::showInFolder(const QString &path)
{
    if (const QString problem = showFolderOf(path); !problem.isEmpty())
        emit said(problem);
}

void BuildPage::copyLog(const QString &path)
{
    runInPool(
        this,
        [path] {
            QFile file(path);
            const bool fits = file.open(QIODevice::ReadOnly) && file.size() <= MaxCopiedLog;
            return fits ? std::optional(QString::fromUtf8(file.readAll())) : std::nullopt;
        },
        [this](const std::optional<QString> &text) {
            if (!text)
                return emit said(tr("The log is too large for the clipboard. Save it instead."));
            QApplication::clipboard()->setText(*text);
            emit said(tr("Log copied."));
        });
}

void BuildPage::saveLog(const QString &path)
{
    auto *dialog = new QFileDialog(this, tr("Save the log"));
    dialog->setObjectName(u"build.saveLog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"log"_s);
    dialog->selectFile(QFileInfo(path).completeBaseName() + u".log"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, path](const QString &to) {
        runInPool(
            this,
            [path, to] {
                QFile::remove(to); // the dialog has asked
                return QFile::copy(path, to);
            },
            [this, to](bool copied) {
                emit said(copied ? tr("Log saved to %1").arg(to) : tr("The log could not be saved to %1").arg(to));
            });
    });
    dialog->open();
}

} // namespace plugsmith
