// SPDX-License-Identifier: Apache-2.0
#include "gui/compilerdialog.h"
#include "gui/howpopover.h"
#include "gui/pageparts.h"
#include "gui/symbolicicon.h"
#include "gui/toolchainpopovers.h"
#include "gui/toolchainspage.h"
#include "gui/toolchaintable.h"
#include "models/toolchainsession.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>

/// What can be done with a row of the Toolchains page.
namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

QString keyOf(const QModelIndex &index)
{
    return index.data(ToolchainRow::KeyRole).toString();
}

} // namespace

void ToolchainsPage::showReason(const QModelIndex &index, const QRect &anchor)
{
    const int row = m_session.versions().find(keyOf(index));
    if (row < 0)
        return;
    const ToolchainModel::Row &item = m_session.versions().rowAt(row);
    const Error broken{
        ErrorCode::Unsupported, tr("%1 cannot be used").arg(item.toolchain.root), item.toolchain.problem, {}};
    const Error &why = item.state == ToolchainModel::State::Failed    ? item.error
                       : item.verdict == ToolchainModel::Verdict::Bad ? item.verdictError
                                                                      : broken;
    auto *popover = new ReasonPopover(why, this);
    connect(popover, &ReasonPopover::copied, this, [this] { emit said(tr("Report copied.")); });
    popover->showAt(anchor);
}

void ToolchainsPage::showHow(const QModelIndex &index, const QRect &anchor)
{
    const CompilerModel &compilers = m_session.compilers();
    const int row = compilers.find(keyOf(index));
    if (row < 0)
        return;
    const auto obstacle = compilers.obstacleAt(row);
    const QString reason = index.data(ToolchainRow::ReasonRole).toString();
    const TargetObstacle shown{obstacle ? obstacle->title : tr("%1 cannot be built").arg(keyOf(index)),
                               obstacle ? reason.mid(obstacle->title.size() + 2) : reason,
                               obstacle ? obstacle->packages : InstallPackages()};
    auto *how = new HowPopover(shown, compilers.packageManager(), this);
    connect(how, &HowPopover::copied, this, [this] { emit said(tr("Command copied.")); });
    connect(how, &HowPopover::checkAgainRequested, &m_session, &ToolchainSession::checkCompilers);
    how->hideLink();
    how->showAt(anchor);
}

void ToolchainsPage::onCompilerAction(const QModelIndex &index, const QRect &anchor)
{
    if (index.data(ToolchainRow::ActionRole).value<ToolchainRow::Action>() == ToolchainRow::Action::Copy)
        copyCommand(index);
    else if (index.data(ToolchainRow::ActionRole).value<ToolchainRow::Action>() == ToolchainRow::Action::Choose)
        chooseCompiler(index);
    else
        showHow(index, anchor);
}

void ToolchainsPage::chooseCompiler(const QModelIndex &index)
{
    const auto platform = Platform::parse(keyOf(index));
    if (!platform)
        return;
    auto *dialog = new CompilerDialog(*platform, m_session.compilers().userCommand(*platform), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, &m_session,
            [this, dialog, platform = *platform] { m_session.setUserCompiler(platform, dialog->command()); });
    dialog->open();
}

void ToolchainsPage::copyCommand(const QModelIndex &index)
{
    const int row = m_session.compilers().find(keyOf(index));
    if (row < 0)
        return;
    QApplication::clipboard()->setText(m_session.compilers().installCommand(row));
    emit said(tr("Command copied."));
}

void ToolchainsPage::showVersionMenu(const QModelIndex &index, const QPoint &at)
{
    const QString key = keyOf(index);
    const int row = m_session.versions().find(key);
    if (row < 0)
        return;
    const ToolchainModel::Row item = m_session.versions().rowAt(row);
    auto *menu = new QMenu(this);
    menu->setObjectName(u"toolchains.versions.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QModelIndex button = index.siblingAtColumn(ToolchainModel::ActionColumn);
    if (const QString text = button.data(ToolchainRow::ActionTextRole).toString(); !text.isEmpty())
        menu->addAction(text, &m_session, [this, key] { m_session.act(key); });
    if (!index.data(ToolchainRow::ReasonRole).toString().isEmpty()) {
        menu->addAction(tr("Why?"), this, [this, index = QPersistentModelIndex(index), at] {
            if (index.isValid())
                showReason(index, QRect(at, QSize(1, 1)));
        });
    }
    if (item.state == ToolchainModel::State::Installed) {
        menu->addAction(tr("Show in Folder"), this, [this, root = item.toolchain.root] {
            if (const QString problem = showFolderOf(root); !problem.isEmpty())
                emit said(problem);
        });
        menu->addAction(tr("Copy Path"), this, [this, root = item.toolchain.root] {
            QApplication::clipboard()->setText(root);
            emit said(tr("Path copied."));
        });
        menu->addAction(tr("Verify Again"), &m_session, [this, key] { m_session.verify(key); });
    }
    if (item.version.isValid()) {
        menu->addSeparator();
        menu->addAction(tr("Add to Matrix"), this, [this, version = item.version] { emit columnRequested(version); });
    }
    menu->popup(at);
}

void ToolchainsPage::showCompilerMenu(const QModelIndex &index, const QPoint &at)
{
    const auto action = index.data(ToolchainRow::ActionRole).value<ToolchainRow::Action>();
    auto *menu = new QMenu(this);
    menu->setObjectName(u"toolchains.compilers.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (action == ToolchainRow::Action::Copy) {
        menu->addAction(
            index.siblingAtColumn(CompilerModel::ActionColumn).data(ToolchainRow::ActionTextRole).toString(), this,
            [this, index = QPersistentModelIndex(index)] { copyCommand(index); });
    }
    if (action != ToolchainRow::Action::None) {
        menu->addAction(tr("How?"), this,
                        [this, index = QPersistentModelIndex(index), at] { showHow(index, QRect(at, QSize(1, 1))); });
    }
    menu->addAction(tr("Choose Compiler…"), this, [this, index = QPersistentModelIndex(index)] {
        if (index.isValid())
            chooseCompiler(index);
    });
    menu->addAction(tr("Check Again"), &m_session, &ToolchainSession::checkCompilers);
    menu->popup(at);
}

void ToolchainsPage::freeUp(const QRect &anchor)
{
    const QVector<FetchedToolchain> unused = m_session.unused();
    auto *popover = new FreeSpacePopover(unused, this);
    connect(popover, &FreeSpacePopover::removeRequested, &m_session, [this, unused] {
        for (const FetchedToolchain &one : unused)
            m_session.remove(one.versionText);
    });
    popover->showAt(anchor);
}

} // namespace plugsmith
