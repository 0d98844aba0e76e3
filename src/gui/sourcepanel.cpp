// SPDX-License-Identifier: Apache-2.0
#include "gui/sourcepanel.h"

#include "gui/card.h"
#include "gui/dependenciespopover.h"
#include "gui/elidedlabel.h"
#include "gui/sourcemessage.h"
#include "gui/sourcetip.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"
#include "models/buildsession.h"
#include "models/buildtext.h"

#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
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
    , m_tip(new SourceTip(*m_file))
    , m_facts(new QLabel)
    , m_again(makeToolButton(u"view-refresh"_s, tr("Scan again"), u"build.source.again"_s))
    , m_close(makeToolButton(u"dialog-close"_s, tr("Close the source"), u"build.source.close"_s))
    , m_busy(new QProgressBar)
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_rows(new QWidget)
    , m_form(new QFormLayout(m_rows))
    , m_changed(new QLabel)
    , m_module(new ElidedLabel)
    , m_modules(new QComboBox)
    , m_package(new QComboBox)
    , m_directive(new QLabel)
    , m_dependencies(new QLabel)
    , m_localLine(new QWidget)
    , m_localState(new QLabel)
    , m_localCount(new QLabel)
    , m_local(new Card)
    , m_localRows(new QVBoxLayout(m_local))
    , m_message(new SourceMessage(session))
{
    m_file->setObjectName(u"build.source.file"_s);
    m_module->setFont(codeFont());
    m_package->setObjectName(u"build.source.package"_s);
    m_package->setAccessibleName(tr("Package"));
    m_package->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_package->setMinimumContentsLength(12);
    m_cancel->setObjectName(u"build.source.cancel"_s);
    m_local->setObjectName(u"build.source.local"_s);
    m_localRows->setContentsMargins(10, 4, 4, 4);
    m_localRows->setSpacing(2);
    m_package->setEditable(true);
    m_package->setInsertPolicy(QComboBox::NoInsert);
    m_package->lineEdit()->setObjectName(u"build.source.package.path"_s);
    m_package->lineEdit()->setAccessibleName(tr("Path of the package"));
    m_modules->setObjectName(u"build.source.module"_s);
    m_modules->setAccessibleName(tr("Module"));
    m_modules->setFont(codeFont());
    m_modules->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_modules->setMinimumContentsLength(12);
    m_changed->setObjectName(u"build.source.changed"_s);
    m_changed->setWordWrap(true);
    m_changed->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_dependencies->setObjectName(u"build.source.dependencies"_s);
    m_dependencies->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);

    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(8);
    m_form->setVerticalSpacing(6);
    m_form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *module = new QWidget;
    auto *moduleRow = new QVBoxLayout(module);
    moduleRow->setContentsMargins(0, 0, 0, 0);
    moduleRow->addWidget(m_module);
    moduleRow->addWidget(m_modules);
    m_form->addRow(tr("Module"), module);
    m_form->addRow(tr("Package"), m_package);
    m_form->addRow(tr("Go directive"), m_directive);
    m_form->addRow(tr("Dependencies"), m_dependencies);
    auto *localRow = new QHBoxLayout(m_localLine);
    localRow->setContentsMargins(0, 0, 0, 0);
    localRow->setSpacing(6);
    localRow->addWidget(m_localState);
    localRow->addWidget(m_localCount, 1);
    m_form->addRow(tr("Local modules"), m_localLine);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(makeCard());
    layout->addWidget(m_changed);
    layout->addWidget(m_message);
    layout->addWidget(m_rows);
    layout->addWidget(m_local);

    connect(m_message, &SourceMessage::openRequested, this, &SourcePanel::openRequested);
    connect(m_message, &SourceMessage::localModuleRequested, this, &SourcePanel::localModuleRequested);
    connect(m_again, &QToolButton::clicked, &session, &BuildSession::scanAgain);
    connect(m_close, &QToolButton::clicked, &session, &BuildSession::close);
    connect(m_cancel, &QPushButton::clicked, &session, &BuildSession::cancelScan);
    connect(m_package, &QComboBox::activated, this,
            [this](int row) { m_session.setMain(m_package->itemData(row).toInt()); });
    connect(m_package->lineEdit(), &QLineEdit::editingFinished, this, &SourcePanel::choosePackage);
    connect(m_modules, &QComboBox::activated, this,
            [this](int row) { m_session.setModule(m_modules->itemData(row).toInt()); });
    connect(m_dependencies, &QLabel::linkActivated, this, &SourcePanel::showDependencies);
    connect(m_changed, &QLabel::linkActivated, &session, &BuildSession::scanAgain);
    m_patience.setSingleShot(true);
    m_patience.setInterval(300);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_showsBusy = true;
        refresh();
    });
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, &SourcePanel::refreshChanged);
    connect(&session, &BuildSession::sourceChanged, this, &SourcePanel::refresh);
    connect(&session, &BuildSession::choicesChanged, this, [this] {
        refreshModules();
        refreshPackages();
        refreshRows();
        m_message->refresh();
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
    refreshChanged();
    refreshModules();
    refreshPackages();
    refreshRows();
    m_message->refresh();
}

void SourcePanel::refreshCard()
{
    const auto state = m_session.sourceState();
    m_file->setFullText(QFileInfo(m_session.sourcePath()).fileName());
    m_tip->setPath(m_session.sourcePath());
    if (state != BuildSession::SourceState::Scanning) {
        m_patience.stop();
        m_showsBusy = false;
    } else if (!m_showsBusy && !m_patience.isActive()) {
        m_patience.start();
    }
    m_busy->setVisible(m_showsBusy);
    m_cancel->setVisible(m_showsBusy);
    m_again->setVisible(!m_showsBusy);
    m_close->setVisible(!m_showsBusy);
    const bool isFolder = !m_session.scans().isEmpty() && m_session.scans()[0].isFolder;
    setIcon(m_icon, symbolicIcon(isFolder ? u"folder"_s : u"application-zip"_s, SemanticRole::Information), 22);
    if (m_showsBusy)
        m_facts->setText(tr("Reading…"));
    else if (!m_session.scans().isEmpty()) {
        m_facts->setText(shownSize(m_session.scans()[0].bytes) + u" · "_s +
                         tr("%n file(s)", nullptr, m_session.scans()[0].fileCount));
    } else {
        m_facts->setText(state == BuildSession::SourceState::Scanning ? tr("Reading…") : tr("Not read"));
    }
    setQuiet(m_facts);
}

/// While jobs run, a source that changes is not read again by itself.
void SourcePanel::refreshChanged()
{
    const QDateTime &since = m_session.changedOnDiskAt();
    const bool shown = since.isValid() && m_session.sourceState() != BuildSession::SourceState::Scanning;
    m_changed->setVisible(shown);
    if (!shown)
        return m_clock.stop();
    m_clock.start();
    const auto seconds = static_cast<double>(since.secsTo(QDateTime::currentDateTimeUtc()));
    m_changed->setText(tr("%1 changed %2 ago.")
                           .arg(QFileInfo(m_session.sourcePath()).fileName().toHtmlEscaped(), shownRoughly(seconds)) +
                       u" <a href=\"again\">"_s + tr("Scan again") + u"</a>"_s);
}

/// Modules that have a package to build.
void SourcePanel::refreshModules()
{
    m_modules->clear();
    const ScannedModule *current = m_session.module();
    if (current) {
        const SourceScan &scan = m_session.scans()[0];
        for (int i = 0; i < scan.modules.size(); ++i) {
            const bool hasMain =
                std::ranges::any_of(scan.mains, [i](const MainPackage &main) { return main.module == i; });
            if (!hasMain)
                continue;
            m_modules->addItem(scan.modules[i].mod.module.text, i);
            if (&scan.modules[i] == current)
                m_modules->setCurrentIndex(m_modules->count() - 1);
        }
    }
    m_modules->setVisible(m_modules->count() > 1);
    m_module->setVisible(m_modules->count() <= 1);
}

/// Of the module that is chosen.
void SourcePanel::refreshPackages()
{
    const QSignalBlocker blocker(m_package);
    m_package->clear();
    if (!m_session.module())
        return;
    const SourceScan &scan = m_session.scans()[0];
    const int module = scan.mains[m_session.mainIndex()].module;
    for (int i = 0; i < scan.mains.size(); ++i) {
        const MainPackage &main = scan.mains[i];
        if (main.module != module)
            continue;
        QString text = scan.shownFolder(main.folder);
        if (!main.singleFile.isEmpty())
            text += u'/' + main.singleFile;
        else if (main.files.size() > 1)
            text += u" ("_s + tr("%n file(s)", nullptr, static_cast<int>(main.files.size())) + u')';
        if (main.isProgram)
            text += u" · "_s + tr("program");
        m_package->addItem(text, i);
        if (i == m_session.mainIndex())
            m_package->setCurrentIndex(m_package->count() - 1);
    }
    m_package->lineEdit()->setCursorPosition(0);
}

/// A path that was typed.
void SourcePanel::choosePackage()
{
    const QString typed = m_package->currentText();
    if (typed == m_package->itemText(m_package->currentIndex()))
        return;
    if (m_session.setMainFolder(typed))
        return;
    emit said(tr("There is no “package main” in %1").arg(typed));
    refreshPackages();
}

void SourcePanel::showDependencies()
{
    if (const ScannedModule *module = m_session.module())
        (new DependenciesPopover(module->mod, this))
            ->showAt(QRect(m_dependencies->mapToGlobal(QPoint()), m_dependencies->size()));
}

void SourcePanel::refreshRows()
{
    const ScannedModule *module = m_session.module();
    const auto state = m_session.sourceState();
    const bool isReadAgain = state == BuildSession::SourceState::Scanning && !m_showsBusy;
    m_rows->setVisible(module != nullptr && (state == BuildSession::SourceState::Ready || isReadAgain));
    if (!m_rows->isVisibleTo(this))
        m_local->hide();
    if (!module)
        return;
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
        dependencies += u", "_s + (m_session.options().useVendor ? tr("vendored") : tr("vendor folder not used"));
    m_dependencies->setText(required.isEmpty()
                                ? dependencies
                                : QString(dependencies + u"&nbsp; <a href=\"show\">"_s + tr("Show") + u"</a>"_s));
    refreshLocal();
}

/// One row for each replace with a path: where it leads, what supplies it, and a button to supply another.
void SourcePanel::refreshLocal()
{
    while (QLayoutItem *item = m_localRows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const QVector<SourceScan> &scans = m_session.scans();
    const auto matches = matchLocalReplaces(scans[0], scans[0].mains[m_session.mainIndex()].module, scans.sliced(1));
    int met = 0;
    for (const LocalReplace &match : matches) {
        met += match.isMet() ? 1 : 0;
        m_localRows->addWidget(makeLocalRow(match));
    }
    const bool isComplete = met == matches.size();
    m_localCount->setText(tr("%1 of %2 supplied").arg(met).arg(matches.size()));
    setIcon(m_localState, symbolicIcon(isComplete ? u"state-ok"_s : u"state-warning"_s,
                                       isComplete ? SemanticRole::Positive : SemanticRole::Caution));
    m_form->setRowVisible(m_localLine, !matches.isEmpty());
    m_local->setVisible(m_rows->isVisibleTo(this) && !matches.isEmpty());
}

QWidget *SourcePanel::makeLocalRow(const LocalReplace &match)
{
    const QString from = match.source >= 0 ? m_session.scans()[match.source + 1].displayName
                         : match.isMet()   ? tr("in the source")
                                           : tr("missing");
    auto *row = new QWidget;
    auto *words = new ElidedLabel;
    words->setFullText(match.writtenPath + u" ← "_s + from);
    //: %1 is the last part of a module path
    const QString add = tr("Add %1…").arg(match.modulePath.section(u'/', -1));
    QToolButton *choose = makeToolButton(match.isMet() ? u"document-open"_s : u"list-add"_s,
                                         match.isMet() ? tr("Choose…") : add, u"build.source.chooseModule"_s);
    choose->setVisible(match.source >= 0 || !match.isMet());
    connect(choose, &QToolButton::clicked, this, &SourcePanel::localModuleRequested);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(words, 1);
    layout->addWidget(choose);
    return row;
}

} // namespace plugsmith
