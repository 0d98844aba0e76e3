// SPDX-License-Identifier: Apache-2.0
#include "gui/sourcemessage.h"

#include "gui/limitsdialog.h"
#include "gui/symbolicicon.h"
#include "models/buildsession.h"

#include <QApplication>
#include <QClipboard>
#include <QPushButton>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int ShownPackages = 20;

/// Every folder with Go files, and whether it could be built: "./rules", "./cmd · main".
QStringList packagesOf(const SourceScan &scan)
{
    QStringList packages;
    for (const ScannedModule &module : scan.modules) {
        for (const QString &folder : module.packages) {
            const bool both = !module.folder.isEmpty() && !folder.isEmpty();
            packages += scan.shownFolder(module.folder + (both ? u"/"_s : QString()) + folder);
        }
    }
    packages.sort();
    return packages;
}

} // namespace

SourceMessage::SourceMessage(BuildSession &session, QWidget *parent)
    : MessageCard(parent)
    , m_session(session)
{
    setObjectName(u"build.source.message"_s);
}

void SourceMessage::refresh()
{
    if (m_session.sourceState() == BuildSession::SourceState::Problem)
        showProblem();
    else
        showFinding();
}

void SourceMessage::addChooseAnother()
{
    connect(addButton(tr("Choose another…"), u"build.source.chooseAnother"_s, symbolicIcon(u"document-open"_s)),
            &QPushButton::clicked, this, &SourceMessage::openRequested);
}

void SourceMessage::addCopyReport()
{
    connect(addQuietButton(tr("Copy report"), u"build.source.copyReport"_s, symbolicIcon(u"edit-copy"_s)),
            &QPushButton::clicked, this, &SourceMessage::copyReport);
}

void SourceMessage::copyReport()
{
    const Error &problem = m_session.problem();
    QApplication::clipboard()->setText(m_session.sourcePath() + u'\n' + problem.message + u'\n' + problem.reason +
                                       u'\n' + problem.detail + u'\n');
    emit said(tr("Report copied."));
}

void SourceMessage::addPackages()
{
    QPushButton *button = addButton(tr("Show packages"), u"build.source.showPackages"_s, symbolicIcon(u"package"_s));
    connect(button, &QPushButton::clicked, this, [this, button] {
        const QStringList packages = packagesOf(m_session.scans()[0]);
        QStringList shown = packages.first(qMin(packages.size(), qsizetype(ShownPackages)));
        if (const auto more = packages.size() - shown.size(); more > 0)
            shown += tr("and %n more", nullptr, static_cast<int>(more));
        setDetail(shown.join(u'\n'));
        button->setEnabled(false);
    });
}

/// The source cannot be built at all.
void SourceMessage::showProblem()
{
    const Error problem = m_session.problem();
    const QString path = m_session.sourcePath();
    show(problem);
    if (!m_session.scans().isEmpty() && !m_session.scans()[0].findings.isEmpty()) {
        const SourceScan &scan = m_session.scans()[0];
        const SourceScan::Finding finding = scan.findings[0];
        if (finding.problem == ScanProblem::BadGoMod) {
            QPushButton *open = addButton(tr("Open %1, line %2").arg(u"go.mod"_s).arg(finding.line),
                                          u"build.source.openGoMod"_s, symbolicIcon(u"document-edit"_s));
            open->setToolTip(openingHint(path));
            connect(open, &QPushButton::clicked, this, [this, finding, path] {
                emit fileRequested({path, finding.file}, finding.line);
            });
        } else if (finding.problem == ScanProblem::NoMainPackage && !packagesOf(scan).isEmpty()) {
            addPackages();
        }
    }
    addChooseAnother();
    switch (problem.code) {
    case ErrorCode::Damaged:
        if (m_session.scans().isEmpty()) // of the archive, not of a file in it
            connect(addButton(tr("Show in folder"), u"build.source.showInFolder"_s, symbolicIcon(u"folder"_s)),
                    &QPushButton::clicked, this, [this, path] { emit folderRequested(path); });
        break;
    case ErrorCode::Encrypted:
        setFix(tr("Unpack it and drop the folder."));
        break;
    case ErrorCode::TooLarge:
        setFix(tr("Leave out what is no source, and pack it again."));
        connect(addButton(tr("Raise the limit…"), u"build.source.raiseLimit"_s, symbolicIcon(u"configure"_s)),
                &QPushButton::clicked, this, &SourceMessage::raiseLimit);
        break;
    case ErrorCode::Unsafe:
        addCopyReport();
        break;
    case ErrorCode::NotFound:
    case ErrorCode::ReadFailed:
    case ErrorCode::PermissionDenied:
        if (m_session.scans().isEmpty())
            connect(addButton(tr("Scan again"), u"build.source.scanAgain"_s, symbolicIcon(u"view-refresh"_s)),
                    &QPushButton::clicked, &m_session, &BuildSession::scanAgain);
        break;
    default:
        break;
    }
}

void SourceMessage::raiseLimit()
{
    const ArchiveLimits now = m_session.engine().queue().archiveLimits();
    auto *dialog = new LimitsDialog(now.raisedFor(m_session.problem()), window());
    connect(dialog, &LimitsDialog::chosen, &m_session, &BuildSession::setArchiveLimits);
    dialog->show();
}

/// What the scan wants decided before a build.
void SourceMessage::showFinding()
{
    hide();
    const ScannedModule *module = m_session.module();
    if (!module || m_session.sourceState() != BuildSession::SourceState::Ready)
        return;
    const QVector<SourceScan> &scans = m_session.scans();
    const bool usesVendor = module->isVendored && m_session.options().useVendor;
    const auto matches =
        usesVendor ? QVector<LocalReplace>()
                   : matchLocalReplaces(scans[0], scans[0].mains[m_session.mainIndex()].module, scans.sliced(1));
    const auto open = std::ranges::find_if(matches, [this](const LocalReplace &match) {
        const bool isAccepted = match.state == LocalReplace::State::OtherPath && m_session.acceptsOtherPaths();
        return !match.isMet() && !isAccepted;
    });
    if (open != matches.end())
        showReplace(*open);
    else if (module->isSynthetic)
        showSynthetic();
}

void SourceMessage::showSynthetic()
{
    const ScannedModule &module = *m_session.module();
    if (!module.foreignImports.isEmpty() && !m_session.options().resolveImports) {
        const int count = static_cast<int>(module.foreignImports.size());
        show(SemanticRole::Caution, tr("No go.mod was found"),
             tr("%n imported package(s) belong to no module: %1. Plugsmith can look up their versions, over "
                "the network, for the copy that it builds.",
                nullptr, count)
                 .arg(module.foreignImports.first(qMin(3, count)).join(u", "_s)));
        connect(addButton(tr("Look Up and Use"), u"build.source.resolve"_s, symbolicIcon(u"edit-find"_s)),
                &QPushButton::clicked, this, [this] {
                    BuildOptions options = m_session.options();
                    options.resolveImports = true;
                    m_session.setOptions(options);
                });
        return addChooseAnother();
    }
    if (m_acceptedSource == m_session.sourcePath())
        return;
    show(SemanticRole::Information, tr("No go.mod was found"),
         tr("Plugsmith builds Go modules. It makes a go.mod in its own copy: module %1. The source stays as it is.")
             .arg(module.mod.module.text));
    connect(addButton(tr("Create a go.mod"), u"build.source.acceptGoMod"_s, symbolicIcon(u"dialog-ok-apply"_s)),
            &QPushButton::clicked, this, [this] {
                m_acceptedSource = m_session.sourcePath();
                hide();
                emit said(tr("The build makes a go.mod in its own copy."));
            });
    addChooseAnother();
}

void SourceMessage::showReplace(const LocalReplace &match)
{
    const bool isOther = match.state == LocalReplace::State::OtherPath;
    if (isOther) {
        show(SemanticRole::Caution, tr("The supplied module has another path"),
             tr("%1 contains %2; go.mod expects %3.")
                 .arg(m_session.scans()[match.source + 1].displayName, match.foundPath, match.modulePath));
        connect(addButton(tr("Use it anyway"), u"build.source.useAnyway"_s, symbolicIcon(u"dialog-ok-apply"_s)),
                &QPushButton::clicked, &m_session, &BuildSession::acceptOtherPaths);
    } else {
        show(SemanticRole::Caution, tr("A local module is missing"),
             tr("go.mod replaces %1 with %2, which is outside the source.").arg(match.modulePath, match.writtenPath));
    }
    //: %1 is the last part of a module path
    const QString add = isOther ? tr("Choose another…") : tr("Add %1…").arg(match.modulePath.section(u'/', -1));
    connect(addButton(add, u"build.source.addModule"_s, symbolicIcon(u"insert-link"_s)), &QPushButton::clicked, this,
            &SourceMessage::localModuleRequested);
}

} // namespace plugsmith
