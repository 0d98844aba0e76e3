// SPDX-License-Identifier: Apache-2.0
#include "gui/sourcepanel.h"

#include "gui/card.h"
#include "gui/elidedlabel.h"
#include "gui/messagecard.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"
#include "models/buildsession.h"
#include "models/buildtext.h"

#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

QToolButton *makeToolButton(const QString &icon, const QString &text, const QString &objectName)
{
    auto *button = new QToolButton;
    button->setIcon(symbolicIcon(icon));
    button->setAutoRaise(true);
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setObjectName(objectName);
    return button;
}

} // namespace

SourcePanel::SourcePanel(BuildSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_icon(new QLabel)
    , m_file(new ElidedLabel)
    , m_facts(new QLabel)
    , m_again(makeToolButton(u"view-refresh"_s, tr("Scan again"), u"build.source.again"_s))
    , m_close(makeToolButton(u"dialog-close"_s, tr("Close the source"), u"build.source.close"_s))
    , m_busy(new QProgressBar)
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_rows(new QWidget)
    , m_form(new QFormLayout(m_rows))
    , m_module(new ElidedLabel)
    , m_package(new QComboBox)
    , m_directive(new QLabel)
    , m_dependencies(new QLabel)
    , m_local(new QLabel)
    , m_message(new MessageCard)
{
    m_module->setFont(codeFont());
    m_package->setObjectName(u"build.source.package"_s);
    m_package->setAccessibleName(tr("Package"));
    m_package->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_package->setMinimumContentsLength(12);
    m_message->setObjectName(u"build.source.message"_s);
    m_cancel->setObjectName(u"build.source.cancel"_s);
    m_local->setWordWrap(true);

    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(8);
    m_form->setVerticalSpacing(6);
    m_form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->addRow(tr("Module"), m_module);
    m_form->addRow(tr("Package"), m_package);
    m_form->addRow(tr("Go directive"), m_directive);
    m_form->addRow(tr("Dependencies"), m_dependencies);
    m_form->addRow(tr("Local modules"), m_local);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(makeCard());
    layout->addWidget(m_message);
    layout->addWidget(m_rows);

    connect(m_again, &QToolButton::clicked, &session, &BuildSession::scanAgain);
    connect(m_close, &QToolButton::clicked, &session, &BuildSession::close);
    connect(m_cancel, &QPushButton::clicked, &session, &BuildSession::cancelScan);
    connect(m_package, &QComboBox::activated, &session, &BuildSession::setMain);
    connect(&session, &BuildSession::sourceChanged, this, &SourcePanel::refresh);
    connect(&session, &BuildSession::choicesChanged, this, [this] {
        refreshRows();
        refreshMessages();
    });
    refresh();
}

QWidget *SourcePanel::makeCard()
{
    auto *card = new Card;
    m_file->setFont(sectionFont());
    m_facts->setFont(smallFont());
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setFixedHeight(4);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_file);
    texts->addWidget(m_facts);
    texts->addWidget(m_busy);
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(12, 10, 8, 10);
    row->setSpacing(10);
    row->addWidget(m_icon);
    row->addLayout(texts, 1);
    row->addWidget(m_cancel);
    row->addWidget(m_again);
    row->addWidget(m_close);
    return card;
}

void SourcePanel::refresh()
{
    refreshCard();
    refreshPackages();
    refreshRows();
    refreshMessages();
}

void SourcePanel::refreshCard()
{
    const auto state = m_session.sourceState();
    const QFileInfo file(m_session.sourcePath());
    m_file->setFullText(file.fileName());
    m_file->setToolTip(file.filePath());
    const bool scanning = state == BuildSession::SourceState::Scanning;
    m_busy->setVisible(scanning);
    m_cancel->setVisible(scanning);
    m_again->setVisible(!scanning);
    m_close->setVisible(!scanning);
    const bool isFolder = !m_session.scans().isEmpty() && m_session.scans()[0].isFolder;
    m_icon->setPixmap(symbolicIcon(isFolder ? u"folder"_s : u"application-zip"_s, SemanticRole::Information)
                          .pixmap(QSize(22, 22), devicePixelRatioF()));
    if (scanning)
        m_facts->setText(tr("Reading…"));
    else if (!m_session.scans().isEmpty())
        m_facts->setText(shownSize(m_session.scans()[0].bytes) + u" · "_s +
                         tr("%n file(s)", nullptr, m_session.scans()[0].fileCount));
    else
        m_facts->setText(tr("Not read"));
    QPalette quiet = m_facts->palette();
    quiet.setColor(QPalette::WindowText, secondaryText(palette()));
    m_facts->setPalette(quiet);
}

void SourcePanel::refreshPackages()
{
    m_package->clear();
    if (m_session.scans().isEmpty())
        return;
    const SourceScan &scan = m_session.scans()[0];
    for (const MainPackage &main : scan.mains) {
        QString text = scan.shownFolder(main.folder);
        if (!main.singleFile.isEmpty())
            text += u'/' + main.singleFile;
        else if (main.files.size() > 1)
            text += u" ("_s + tr("%n file(s)", nullptr, static_cast<int>(main.files.size())) + u')';
        if (main.isProgram)
            text += u" · "_s + tr("program");
        if (scan.modules.size() > 1)
            text += u" · "_s + scan.modules[main.module].mod.module.text;
        m_package->addItem(text);
    }
}

void SourcePanel::refreshRows()
{
    const ScannedModule *module = m_session.module();
    m_rows->setVisible(module != nullptr && m_session.sourceState() == BuildSession::SourceState::Ready);
    if (!module)
        return;
    m_package->setCurrentIndex(m_session.mainIndex());
    m_module->setFullText(module->mod.module.text);
    QString directive = module->mod.goDirective.isEmpty() ? tr("none") : tr("%1 or later").arg(module->mod.goDirective);
    if (!module->mod.toolchain.text.isEmpty())
        directive += tr(", suggests %1").arg(module->mod.toolchain.text.sliced(2));
    m_directive->setText(directive);
    const auto &required = module->mod.requires_;
    const auto direct = std::ranges::count(required, false, &GoModRequire::isIndirect);
    QString dependencies =
        required.isEmpty() ? tr("none") : tr("%n module(s)", nullptr, static_cast<int>(required.size()));
    if (!required.isEmpty())
        dependencies += u", "_s + tr("%n direct", nullptr, static_cast<int>(direct));
    if (module->isVendored)
        dependencies += u", "_s + tr("vendored");
    m_dependencies->setText(dependencies);

    QStringList local;
    const QVector<SourceScan> &scans = m_session.scans();
    for (const LocalReplace &match :
         matchLocalReplaces(scans[0], scans[0].mains[m_session.mainIndex()].module, scans.sliced(1))) {
        const QString from = match.source >= 0 ? scans[match.source + 1].displayName
                             : match.isMet()   ? tr("in the source")
                                               : tr("missing");
        local += match.writtenPath + u" ← "_s + from;
    }
    m_local->setText(local.join(u'\n'));
    m_form->setRowVisible(m_local, !local.isEmpty());
}

void SourcePanel::refreshMessages()
{
    if (m_session.sourceState() == BuildSession::SourceState::Problem) {
        m_message->show(m_session.problem());
        connect(m_message->addButton(tr("Choose another…"), u"build.source.chooseAnother"_s), &QPushButton::clicked,
                this, &SourcePanel::openRequested);
        return;
    }
    showFinding();
}

/// What the scan wants decided before a build.
void SourcePanel::showFinding()
{
    m_message->hide();
    const ScannedModule *module = m_session.module();
    if (!module || m_session.sourceState() != BuildSession::SourceState::Ready)
        return;
    if (module->isSynthetic && !module->foreignImports.isEmpty() && !m_session.options().resolveImports) {
        const int count = static_cast<int>(module->foreignImports.size());
        m_message->show(SemanticRole::Caution, tr("No go.mod was found"),
                        tr("%n imported package(s) belong to no module: %1. Plugsmith can look up their versions, over "
                           "the network, for the copy that it builds.",
                           nullptr, count)
                            .arg(module->foreignImports.first(qMin(3, count)).join(u", "_s)));
        connect(m_message->addButton(tr("Look Up and Use"), u"build.source.resolve"_s), &QPushButton::clicked, this,
                [this] {
                    BuildOptions options = m_session.options();
                    options.resolveImports = true;
                    m_session.setOptions(options);
                });
        return;
    }
    const QVector<SourceScan> &scans = m_session.scans();
    for (const LocalReplace &match :
         matchLocalReplaces(scans[0], scans[0].mains[m_session.mainIndex()].module, scans.sliced(1))) {
        if (match.isMet() || module->isVendored)
            continue;
        m_message->show(
            SemanticRole::Caution, tr("A local module is missing"),
            tr("go.mod replaces %1 with %2, which is outside the source.").arg(match.modulePath, match.writtenPath));
        //: %1 is the last part of a module path
        connect(
            m_message->addButton(tr("Add %1…").arg(match.modulePath.section(u'/', -1)), u"build.source.addModule"_s),
            &QPushButton::clicked, this, &SourcePanel::localModuleRequested);
        return;
    }
    if (module->isSynthetic)
        m_message->show(SemanticRole::Information, tr("No go.mod was found"),
                        tr("The build makes one in its own copy: module %1.").arg(module->mod.module.text));
}

} // namespace plugsmith
