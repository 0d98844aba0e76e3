// SPDX-License-Identifier: Apache-2.0
#include "gui/failurecard.h"

#include "gui/privatemodules.h"
#include "gui/sourceopener.h"
#include "gui/symbolicicon.h"
#include "models/buildsession.h"

#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QPushButton>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

using Action = FailureAction::Kind;

namespace {

struct ButtonLook
{
    Action action;
    const char *name; ///< last part of the object name
    const char *icon; ///< empty: none
};

constexpr ButtonLook Looks[] = {
    {Action::OpenFile, "open", "document-edit"},
    {Action::Retry, "retry", "view-refresh"},
    {Action::LeaveOut, "leaveOut", ""},
    {Action::BuildWith, "buildWith", "run-build"},
    {Action::AddSums, "addSums", "list-add"},
    {Action::LookUp, "lookUp", "edit-find"},
    {Action::SetPrivate, "setPrivate", "object-locked"},
    {Action::BuildOffline, "offline", ""},
    {Action::UseNetwork, "useNetwork", "view-refresh"},
    {Action::IgnoreVendor, "ignoreVendor", "view-refresh"},
    {Action::ShowSums, "showSums", "view-visible"},
    {Action::AddModule, "addModule", "insert-link"},
    {Action::CopyCommand, "copyCommand", "edit-copy"},
    {Action::SwitchCgoOn, "cgoOn", "view-refresh"},
    {Action::MakePlugin, "makePlugin", "preferences-plugin"},
    {Action::RetryAlone, "retryAlone", "view-refresh"},
    {Action::OpenFolder, "openFolder", "folder"},
    {Action::CopyReport, "copy", "edit-copy"},
};

void setVariable(BuildOptions &options, const QString &name, const QString &value)
{
    options.environment.removeIf([&name](const EnvironmentEntry &entry) { return entry.name == name; });
    if (!value.isEmpty())
        options.environment += {name, value};
}

} // namespace

FailureCard::FailureCard(BuildSession &session, QWidget *parent)
    : MessageCard(parent)
    , m_session(session)
{
    setObjectName(u"build.failure"_s);
}

const BuildJob *FailureCard::job() const
{
    return m_jobId.isEmpty() ? nullptr : m_session.engine().queue().find(m_jobId);
}

void FailureCard::showJob(const BuildJob *job)
{
    const QString id = job && job->state() == JobState::Failed ? job->id() : QString();
    if (id == m_jobId)
        return;
    m_jobId = id;
    if (id.isEmpty())
        hide();
    else
        fill(*job);
    emit changed();
}

void FailureCard::fill(const BuildJob &job)
{
    m_advice = adviceFor(failureFacts(job.plan(), job.error(), m_session.packageManager()));
    MessageCard::show(SemanticRole::Negative, m_advice.title, m_advice.why);
    setFix(m_advice.fix);
    for (const FailureAction &action : std::as_const(m_advice.actions))
        addButtonFor(action);
    if (const QString folder = job.keptFolder(); !folder.isEmpty()) {
        QPushButton *show = addQuietButton(tr("Show files"), u"build.failure.showFiles"_s, symbolicIcon(u"folder"_s));
        show->setToolTip(tr("The unpacked source, as it was built: %1").arg(folder));
        connect(show, &QPushButton::clicked, this, [this, folder] { emit folderRequested(folder); });
    }
}

void FailureCard::addButtonFor(const FailureAction &action)
{
    const auto look =
        std::ranges::find_if(Looks, [&action](const ButtonLook &known) { return known.action == action.kind; });
    QString name = u"build.failure."_s + QLatin1StringView(look->name);
    if (findChild<QPushButton *>(name))
        name += u'2'; // go.mod and the file that does not fit it
    const QIcon icon = *look->icon ? symbolicIcon(QString::fromLatin1(look->icon)) : QIcon();
    QPushButton *button = action.kind == Action::CopyReport ? addQuietButton(labelOf(action), name, icon)
                                                            : addButton(labelOf(action), name, icon);
    if (action.kind == Action::OpenFile)
        button->setToolTip(openingHint(job() ? job()->plan().sources.value(0) : QString()));
    else if (action.kind == Action::CopyCommand)
        button->setToolTip(action.data);
    else if (action.kind == Action::AddSums || action.kind == Action::LookUp)
        button->setToolTip(tr("Changes only the copy that is built"));
    connect(button, &QPushButton::clicked, this, [this, action] { perform(action); });
}

QString FailureCard::labelOf(const FailureAction &action) const
{
    switch (action.kind) {
    case Action::OpenFile: {
        const QString name = QFileInfo(action.data).fileName();
        return action.line > 0 ? tr("Open %1, line %2").arg(name).arg(action.line) : tr("Open %1").arg(name);
    }
    case Action::Retry:
        return tr("Retry");
    case Action::LeaveOut:
        return tr("Leave %1 out").arg(action.data);
    case Action::BuildWith:
        return tr("Build with %1").arg(action.data);
    case Action::AddSums:
        return tr("Add the entries and retry");
    case Action::LookUp:
        return tr("Look it up and retry");
    case Action::SetPrivate:
        return tr("Set GOPRIVATE…");
    case Action::BuildOffline:
        return tr("Build offline from the cache");
    case Action::UseNetwork:
        return tr("Use the network and retry");
    case Action::IgnoreVendor:
        return tr("Build without it");
    case Action::ShowSums:
        return tr("Show both sums");
    case Action::AddModule:
        //: %1 is the last part of a module path
        return tr("Add %1…").arg(action.data.section(u'/', -1));
    case Action::CopyCommand:
        return tr("Copy command");
    case Action::SwitchCgoOn:
        return tr("Switch it on and retry");
    case Action::MakePlugin:
        return tr("Switch to Plugin");
    case Action::RetryAlone:
        return tr("Retry with 1 parallel build");
    case Action::OpenFolder:
        return tr("Show folder");
    case Action::CopyReport:
        return tr("Copy report");
    }
    return {};
}

void FailureCard::perform(const FailureAction &action)
{
    const BuildJob *failed = job();
    if (!failed)
        return;
    BuildOptions options = failed->plan().options;
    switch (action.kind) {
    case Action::OpenFile:
        return emit fileRequested(m_jobId, action.data, action.line, action.column);
    case Action::Retry:
        return m_session.retry(m_jobId);
    case Action::LeaveOut:
        return leaveOut(action.data);
    case Action::BuildWith:
        return buildWith(action.data);
    case Action::AddSums:
    case Action::LookUp:
        options.resolveImports = true;
        return retryWith(options);
    case Action::SetPrivate:
        return askForPrivate(action.data);
    case Action::BuildOffline:
        setVariable(options, u"GOPROXY"_s, u"off"_s);
        return retryWith(options);
    case Action::UseNetwork:
        setVariable(options, u"GOPROXY"_s, {});
        return retryWith(options);
    case Action::IgnoreVendor:
        options.useVendor = false;
        return retryWith(options);
    case Action::ShowSums:
        return setDetail(action.data);
    case Action::AddModule:
        return emit localModuleRequested();
    case Action::CopyCommand:
        QApplication::clipboard()->setText(action.data);
        return emit said(tr("Command copied."));
    case Action::SwitchCgoOn:
        setVariable(options, u"CGO_ENABLED"_s, {});
        return retryWith(options);
    case Action::MakePlugin:
        options.mode = BuildMode::Plugin;
        return retryWith(options);
    case Action::RetryAlone:
        m_session.engine().queue().setParallel(1);
        emit said(tr("One build at a time, until Plugsmith is closed."));
        return m_session.retry(m_jobId);
    case Action::OpenFolder:
        return emit folderRequested(action.data);
    case Action::CopyReport:
        QApplication::clipboard()->setText(report());
        return emit said(tr("Report copied."));
    }
}

/// The job again with other options, which then are those of the source too: the next build should not fail the same
/// way.
void FailureCard::retryWith(const BuildOptions &options)
{
    const QString id = m_jobId;
    const BuildJob *failed = job();
    if (!m_session.retryAs(id, options, failed->plan().target))
        return emit said(tr("The source of this build is not open any more."));
    m_session.setOptions(options);
}

void FailureCard::leaveOut(const QString &platform)
{
    TargetMatrixModel &matrix = m_session.matrix();
    QVector<Target> kept = matrix.selected();
    kept.removeIf([&platform](const Target &target) { return target.platform.toString() == platform; });
    matrix.select(kept);
    emit said(tr("%1 is no longer selected.").arg(platform));
}

/// With the oldest installed Go that will do: it is the one that fits most hosts.
void FailureCard::buildWith(const QString &text)
{
    const auto needed = GoVersion::parse(text);
    const BuildJob *failed = job();
    std::optional<GoVersion> best;
    for (const GoToolchain &toolchain : m_session.engine().machine().toolchains) {
        const bool fits = needed && toolchain.isUsable() && toolchain.version.satisfies(*needed);
        if (fits && (!best || toolchain.version < *best))
            best = toolchain.version;
    }
    if (!best)
        return emit said(tr("Go %1 or later is not installed.").arg(text));
    const Target before = failed->plan().target;
    const Target next{*best, before.platform};
    const BuildOptions options = failed->plan().options;
    if (m_session.matrix().isBlocked(next))
        return emit said(tr("%1 cannot be built here.").arg(next.toString()));
    if (!m_session.retryAs(m_jobId, options, next))
        return emit said(tr("The source of this build is not open any more."));
    QVector<Target> targets = m_session.matrix().selected();
    targets.removeAll(before);
    if (!targets.contains(next))
        targets += next;
    m_session.matrix().select(targets);
    emit said(tr("Building with Go %1").arg(best->toString()));
}

void FailureCard::askForPrivate(const QString &pattern)
{
    auto *dialog = new PrivateModulesDialog(pattern, window());
    connect(dialog, &PrivateModulesDialog::chosen, this, [this, id = m_jobId](const QString &value) {
        const BuildJob *failed = job();
        if (!failed || id != m_jobId)
            return emit said(tr("That build is not shown any more."));
        BuildOptions options = failed->plan().options;
        setVariable(options, u"GOPRIVATE"_s, value);
        retryWith(options);
    });
    dialog->show();
}

/// What somebody needs who was not there.
QString FailureCard::report() const
{
    const BuildJob *failed = job();
    QStringList lines{m_advice.title, m_advice.why, m_advice.fix, {}};
    lines.removeAll(QString());
    const PlannedJob &plan = failed->plan();
    lines += QString();
    lines += plan.target.toString() + u" · "_s + plan.modules.value(0).path;
    if (const auto arguments = goArguments(plan, {plan.output.fileName(), {}, {}, {}, {}}); arguments && !plan.blocked)
        lines += u"$ "_s + shownCommand(plan, *arguments);
    if (!failed->error().detail.isEmpty())
        lines += {QString(), failed->error().detail};
    return lines.join(u'\n') + u'\n';
}

} // namespace plugsmith
