// SPDX-License-Identifier: Apache-2.0
// The part of LoadPage that deals with the calls that were made before.
#include "base/deliver.h"
#include "base/shellwords.h"
#include "gui/loadcallpanel.h"
#include "gui/loadpage.h"
#include "gui/loadresultpanel.h"
#include "gui/loadsymbolspanel.h"
#include "gui/pageparts.h"
#include "gui/stackplace.h"
#include "models/loadsessions.h"
#include "models/sessionwords.h"
#include "toolchain/discovery.h"
#include "toolchain/goenvironment.h"

#include <QMenu>
#include <QTreeView>

namespace plugsmith {

using namespace Qt::StringLiterals;

void LoadPage::selectCall(qint64 id)
{
    const CallModel::Call *call = m_current ? m_current->calls().find(id) : nullptr;
    if (!call)
        return;
    const QByteArray arguments = call->request.arguments;
    m_symbols->select(call->request.symbol);
    m_call->setArguments(arguments);
    m_call->editor()->setFocus();
}

/// The arguments of earlier calls of the same function.
void LoadPage::stepThroughCalls(bool earlier)
{
    if (!m_current)
        return;
    const CallModel &calls = m_current->calls();
    const int from = calls.rowOf(m_result->shownCall());
    for (int row = from < 0 && earlier ? 0 : from + (earlier ? 1 : -1); row >= 0 && row < calls.rowCount();
         row += earlier ? 1 : -1) {
        if (calls.callAt(row)->request.symbol != m_call->symbol())
            continue;
        const QByteArray arguments = calls.callAt(row)->request.arguments;
        m_history->setCurrentIndex(calls.index(row, 0));
        return m_call->setArguments(arguments);
    }
}

void LoadPage::showCallMenu(const QPoint &at)
{
    const qint64 id = m_history->indexAt(at).siblingAtColumn(0).data(CallModel::IdRole).toLongLong();
    const CallModel::Call *call = m_current ? m_current->calls().find(id) : nullptr;
    if (!call)
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"load.history.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Edit and Call Again"), this, [this, id] { selectCall(id); });
    menu->addSeparator();
    const Generation *generation = m_current->session().generation(call->request.generation);
    const SessionSymbol *symbol = m_current->symbols().symbolAt(m_current->symbols().rowOf(call->request.symbol));
    const bool canCopy = generation && symbol && call->kind == CallModel::Kind::Call;
    const auto copy = [this, menu, canCopy](const QString &title, const QString &text, const QString &sentence) {
        addCopyAction(menu, title, text, [this, sentence] { emit said(sentence); })->setEnabled(canCopy);
    };
    copy(tr("Copy as Go"), canCopy ? callAsGo(call->request, *symbol, generation->file.path) : QString(),
         tr("Go code copied."));
    copy(tr("Copy as Command"),
         canCopy ? joinShellWords(callAsCommand(call->request, generation->file.path)) : QString(),
         tr("Command copied."));
    menu->popup(m_history->viewport()->mapToGlobal(at));
}

void LoadPage::openFrame(const StackFrame &frame)
{
    const CallModel::Call *call = m_current ? m_current->calls().find(m_result->shownCall()) : nullptr;
    const Generation *generation = call ? m_current->session().generation(call->request.generation) : nullptr;
    if (!generation)
        return;
    StackSources known;
    const QProcessEnvironment environment = goEnvironmentOf(QProcessEnvironment::systemEnvironment()).variables;
    known.goFolders = {m_current->session().setup().host.toolchain.root + u"/src",
                       SearchPlaces::of(environment, {}).moduleCache};
    // Its last part is escaped as names of symbols are.
    QString package = QString::fromUtf8(QByteArray::fromPercentEncoding(generation->file.link.pluginPath));
    if (const auto &info = generation->file.facts.buildInfo) {
        known.module = info->main.path;
        package = info->path;
    }
    deliver(m_sessions.findBuild(generation->file), this,
            [this, frame, known, package](const std::optional<JobSpec> &spec) mutable {
                if (spec) {
                    known.sources = spec->sources;
                    if (known.module.isEmpty())
                        known.module = moduleOf(spec->packageFolder, package);
                    known.moduleFolder = moduleFolderOf(spec->packageFolder, package, known.module);
                }
                const SourcePlace place = placeInStack(frame.file, known);
                if (place.file.isEmpty())
                    emit said(tr("Where %1 lies is not known here.").arg(frame.file));
                else
                    m_opener->open(place, frame.line);
            });
}

} // namespace plugsmith
