// SPDX-License-Identifier: Apache-2.0
#include "gui/optionspanel.h"

#include "base/folders.h"
#include "gui/advanceddialog.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"
#include "models/buildsession.h"
#include "ui_optionspanel.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

/// Sets a text without moving the caret of somebody who is typing it.
void setText(QLineEdit *field, const QString &text)
{
    if (field->text() != text)
        field->setText(text);
}

QString expanded(const QString &path)
{
    const QString text = path.trimmed();
    return text == "~"_L1 || text.startsWith("~/"_L1) ? QDir::homePath() + text.sliced(1) : text;
}

} // namespace

OptionsPanel::OptionsPanel(BuildSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_ui(std::make_unique<Ui::OptionsPanel>())
{
    m_ui->setupUi(this);
    for (QWidget *field : findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (!field->objectName().contains(u'.') && !field->objectName().endsWith("Label"_L1))
            field->setObjectName(u"build.options."_s + field->objectName());
    }
    m_ui->mode->setChoices({tr("Plugin"), tr("Program")});
    m_ui->linkerFlags->setFont(codeFont());
    m_ui->trimPath->setFont(codeFont());
    QAction *browse = m_ui->destination->addAction(symbolicIcon(u"folder"_s), QLineEdit::TrailingPosition);
    browse->setToolTip(tr("Choose a folder"));
    connect(browse, &QAction::triggered, this, &OptionsPanel::chooseFolder);

    connect(m_ui->name, &QLineEdit::textEdited, this, [this](const QString &name) { m_session.setName(name); });
    connect(m_ui->destination, &QLineEdit::editingFinished, this,
            [this] { m_session.setDestination(expanded(m_ui->destination->text())); });
    connect(m_ui->mode, &SegmentedButtons::currentChanged, this, &OptionsPanel::applyOptions);
    connect(m_ui->tags, &QLineEdit::editingFinished, this, &OptionsPanel::applyOptions);
    connect(m_ui->trimPath, &QCheckBox::toggled, this, &OptionsPanel::applyOptions);
    connect(m_ui->linkerFlags, &QLineEdit::textEdited, this, &OptionsPanel::applyOptions);
    connect(m_ui->compression, &QComboBox::activated, this, &OptionsPanel::applyOptions);
    m_ui->advanced->setFont(smallFont());
    m_ui->scnNumber->setFont(codeFont());
    connect(m_ui->scn, &QComboBox::activated, this, &OptionsPanel::applyScn);
    connect(m_ui->scnNumber, &QLineEdit::editingFinished, this, &OptionsPanel::applyScn);
    connect(&session, &BuildSession::choicesChanged, this, &OptionsPanel::refresh);
    refresh();
}

OptionsPanel::~OptionsPanel() = default;

void OptionsPanel::refresh()
{
    m_refreshing = true;
    const BuildOptions &options = m_session.options();
    setText(m_ui->name, m_session.name());
    m_ui->mode->setCurrent(options.mode == BuildMode::Plugin ? 0 : 1);
    if (!m_ui->tags->hasFocus())
        setText(m_ui->tags, options.tags.join(u", "_s));
    m_ui->trimPath->setChecked(options.trimPath);
    setText(m_ui->linkerFlags, options.linkerFlags);
    m_ui->compression->setCurrentIndex(options.compression == Compression::None ? 0 : 1);
    if (!m_ui->destination->hasFocus())
        setText(m_ui->destination, folders::shortened(m_session.destination()));
    if (!m_ui->scnNumber->hasFocus()) {
        m_ui->scn->setCurrentIndex(options.fixedScn ? 1 : 0);
        if (options.fixedScn)
            setText(m_ui->scnNumber, options.fixedScn->toString());
    }
    m_ui->scnNumber->setVisible(m_ui->scn->currentIndex() == 1);
    const QStringList advanced = AdvancedDialog::summaryOf(options);
    m_ui->advanced->setText(advanced.join(u'\n'));
    m_ui->advanced->setVisible(!advanced.isEmpty());
    m_refreshing = false;
}

QWidget *OptionsPanel::makeHeading()
{
    auto *heading = new QWidget;
    auto *title = new QLabel(tr("Options"));
    title->setFont(sectionFont());
    auto *link = new QLabel(u"<a href=\"advanced\">"_s + tr("Advanced…") + u"</a>"_s);
    link->setObjectName(u"build.options.advancedLink"_s);
    link->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(link, &QLabel::linkActivated, this, &OptionsPanel::showAdvanced);
    auto *row = new QHBoxLayout(heading);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(title);
    row->addStretch(1);
    row->addWidget(link);
    return heading;
}

void OptionsPanel::showAdvanced()
{
    auto *dialog = new AdvancedDialog(m_session.options(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_session.setOptions(dialog->options()); });
    dialog->open();
}

/// A fixed number begins as the time of now; one that cannot be read is not taken.
void OptionsPanel::applyScn()
{
    if (m_refreshing)
        return;
    BuildOptions options = m_session.options();
    const bool isFixed = m_ui->scn->currentIndex() == 1;
    m_ui->scnNumber->setVisible(isFixed);
    if (isFixed && m_ui->scnNumber->text().isEmpty())
        m_ui->scnNumber->setText(Scn::now().toString());
    if (!isFixed)
        options.fixedScn.reset();
    else if (const auto scn = Scn::parse(m_ui->scnNumber->text().trimmed()))
        options.fixedScn = scn;
    else if (options.fixedScn)
        m_ui->scnNumber->setText(options.fixedScn->toString());
    m_session.setOptions(options);
}

void OptionsPanel::applyOptions()
{
    if (m_refreshing)
        return;
    BuildOptions options = m_session.options();
    options.mode = m_ui->mode->current() == 0 ? BuildMode::Plugin : BuildMode::Program;
    options.tags.clear();
    for (const QString &tag : m_ui->tags->text().split(u',', Qt::SkipEmptyParts))
        options.tags += tag.trimmed();
    options.tags.removeAll(QString());
    options.trimPath = m_ui->trimPath->isChecked();
    options.linkerFlags = m_ui->linkerFlags->text();
    options.compression = m_ui->compression->currentIndex() == 0 ? Compression::None : Compression::Gzip;
    const bool tagsChanged = options.tags != m_session.options().tags;
    m_session.setOptions(options);
    if (tagsChanged)
        m_session.scanAgain(); // other files take part now
}

void OptionsPanel::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Save plugins to"), m_session.destination());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &folder) { m_session.setDestination(folder); });
    dialog->open();
}

} // namespace plugsmith
