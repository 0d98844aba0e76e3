// SPDX-License-Identifier: Apache-2.0
// The part of BuildPage that gives away what jobs wrote: their folders and logs.
#include "base/deliver.h"
#include "gui/buildpage.h"
#include "gui/pageparts.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MaxCopiedLog = 16'000'000;

} // namespace

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
