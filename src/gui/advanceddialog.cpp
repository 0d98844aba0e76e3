// SPDX-License-Identifier: Apache-2.0
#include "gui/advanceddialog.h"

#include "base/shellwords.h"
#include "gui/cpulevelfields.h"
#include "gui/settingsform.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <utility>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

/// Variables with a field of their own.
const QString ModuleProxy = u"GOPROXY"_s;
const QString GoFlags = u"GOFLAGS"_s;

bool hasOwnField(const QString &name)
{
    return name == ModuleProxy || name == GoFlags;
}

QString valueOf(const BuildOptions &options, const QString &name)
{
    for (const EnvironmentEntry &entry : options.environment) {
        if (entry.name == name)
            return entry.value;
    }
    return {};
}

QPushButton *makeButton(const QString &text, const char *objectName)
{
    auto *button = new QPushButton(text);
    button->setObjectName(QLatin1StringView(objectName));
    button->setAutoDefault(false);
    return button;
}

} // namespace

AdvancedDialog::AdvancedDialog(const BuildOptions &options, QWidget *parent)
    : QDialog(parent)
    , m_options(options)
    , m_arguments(new QListWidget)
    , m_environment(new QTableWidget(0, 2))
    , m_proxy(makeCodeField("build.advanced.proxy", tr("Module proxy"), tr("As in the environment")))
    , m_goFlags(makeCodeField("build.advanced.goflags", tr("GOFLAGS of the build"), tr("None")))
    , m_compilerFlags(makeCodeField("build.advanced.gcflags", tr("Flags for the Go compiler"), tr("None")))
    , m_levels(new CpuLevelFields)
    , m_vendor(new QCheckBox(tr("Build from the &vendor folder where there is one")))
    , m_identity(new QComboBox)
    , m_linker(new QComboBox)
{
    setObjectName(u"build.advanced"_s);
    setWindowTitle(tr("Advanced options"));
    m_levels->setObjectName(u"build.advanced.levels"_s);
    m_vendor->setObjectName(u"build.advanced.vendor"_s);
    m_identity->setObjectName(u"build.advanced.identity"_s);
    m_identity->addItem(tr("Content: an unchanged rebuild is the same plugin"));
    m_identity->addItem(tr("Time: each build is a new plugin, as with viant/pgo"));
    m_linker->setObjectName(u"build.advanced.linker"_s);
    m_linker->addItem(tr("The fastest that works"), QString());
    m_linker->addItem(tr("The C compiler's own"), u"default"_s);
    for (const QString &linker : {u"mold"_s, u"lld"_s, u"gold"_s})
        m_linker->addItem(linker, linker);

    auto *form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    form->setHorizontalSpacing(8);
    form->setVerticalSpacing(8);
    form->addRow(tr("&Build arguments"), makeArguments());
    form->addRow(tr("&Environment"), makeEnvironment());
    form->addRow(tr("Module &proxy"), m_proxy);
    form->addRow(tr("GO&FLAGS"), m_goFlags);
    form->addRow(tr("&Compiler flags"), m_compilerFlags);
    form->addRow(tr("CPU levels"), m_levels);
    form->addRow(tr("Dependencies"), m_vendor);
    form->addRow(tr("&Identity"), m_identity);
    form->addRow(tr("C li&nker"), m_linker);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    auto *rows = new QVBoxLayout(this);
    rows->addLayout(form);
    rows->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(620, 520);
    fill();
}

QWidget *AdvancedDialog::makeArguments()
{
    m_arguments->setObjectName(u"build.advanced.arguments"_s);
    m_arguments->setAccessibleName(tr("Arguments of go build, one in each row"));
    m_arguments->setFont(codeFont());
    m_arguments->setMinimumHeight(70);
    QPushButton *add = makeButton(tr("Add"), "build.advanced.arguments.add");
    QPushButton *paste = makeButton(tr("Paste"), "build.advanced.arguments.paste");
    QPushButton *remove = makeButton(tr("Remove"), "build.advanced.arguments.remove");
    paste->setToolTip(tr("Splits the text on the clipboard as a shell does"));
    connect(add, &QPushButton::clicked, this, [this] {
        auto *item = new QListWidgetItem(m_arguments);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        m_arguments->setCurrentItem(item);
        m_arguments->editItem(item);
    });
    connect(paste, &QPushButton::clicked, this, &AdvancedDialog::pasteArguments);
    connect(remove, &QPushButton::clicked, this, [this] { delete m_arguments->currentItem(); });
    auto *area = new QWidget;
    auto *row = new QHBoxLayout(area);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_arguments, 1);
    auto *column = new QVBoxLayout;
    for (QPushButton *button : {add, paste, remove})
        column->addWidget(button);
    column->addStretch(1);
    row->addLayout(column);
    return area;
}

QWidget *AdvancedDialog::makeEnvironment()
{
    m_environment->setObjectName(u"build.advanced.environment"_s);
    m_environment->setAccessibleName(tr("Environment variables of go build"));
    m_environment->setHorizontalHeaderLabels({tr("Name"), tr("Value")});
    m_environment->horizontalHeader()->setStretchLastSection(true);
    m_environment->verticalHeader()->hide();
    m_environment->setFont(codeFont());
    m_environment->setMinimumHeight(96);
    QPushButton *add = makeButton(tr("Add"), "build.advanced.environment.add");
    QPushButton *remove = makeButton(tr("Remove"), "build.advanced.environment.remove");
    connect(add, &QPushButton::clicked, this, [this] {
        addVariable({}, {});
        m_environment->setCurrentCell(m_environment->rowCount() - 1, 0);
        m_environment->editItem(m_environment->currentItem());
    });
    connect(remove, &QPushButton::clicked, this, [this] { m_environment->removeRow(m_environment->currentRow()); });
    auto *area = new QWidget;
    auto *row = new QHBoxLayout(area);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_environment, 1);
    auto *column = new QVBoxLayout;
    column->addWidget(add);
    column->addWidget(remove);
    column->addStretch(1);
    row->addLayout(column);
    return area;
}

void AdvancedDialog::addVariable(const QString &name, const QString &value)
{
    const int row = m_environment->rowCount();
    m_environment->insertRow(row);
    m_environment->setItem(row, 0, new QTableWidgetItem(name));
    m_environment->setItem(row, 1, new QTableWidgetItem(value));
}

/// One argument in each row, so that nobody has to think of quotes.
void AdvancedDialog::pasteArguments()
{
    const QString text = QApplication::clipboard()->text().simplified();
    const auto words = splitShellWords(text);
    for (const QString &word : words ? *words : QStringList{text}) {
        auto *item = new QListWidgetItem(word, m_arguments);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
    }
}

void AdvancedDialog::fill()
{
    for (const QString &argument : m_options.arguments) {
        auto *item = new QListWidgetItem(argument, m_arguments);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
    }
    for (const EnvironmentEntry &entry : m_options.environment) {
        if (!hasOwnField(entry.name))
            addVariable(entry.name, entry.value);
    }
    m_proxy->setText(valueOf(m_options, ModuleProxy));
    m_goFlags->setText(valueOf(m_options, GoFlags));
    m_compilerFlags->setText(m_options.compilerFlags);
    m_levels->setLevels(m_options.levels);
    m_vendor->setChecked(m_options.useVendor);
    m_identity->setCurrentIndex(m_options.identity == Identity::Content ? 0 : 1);
    m_linker->setCurrentIndex(qMax(0, m_linker->findData(m_options.linker)));
}

BuildOptions AdvancedDialog::options() const
{
    BuildOptions options = m_options;
    options.arguments.clear();
    for (int row = 0; row < m_arguments->count(); ++row) {
        if (const QString text = m_arguments->item(row)->text(); !text.isEmpty())
            options.arguments += text;
    }
    options.environment.clear();
    for (int row = 0; row < m_environment->rowCount(); ++row) {
        const QString name = m_environment->item(row, 0)->text().trimmed();
        if (!name.isEmpty())
            options.environment += {name, m_environment->item(row, 1)->text()};
    }
    const std::pair<QString, QString> fields[] = {{ModuleProxy, m_proxy->text().trimmed()},
                                                  {GoFlags, m_goFlags->text().trimmed()}};
    for (const auto &[name, value] : fields) {
        if (!value.isEmpty())
            options.environment += {name, value};
    }
    options.levels = m_levels->levels();
    options.useVendor = m_vendor->isChecked();
    options.compilerFlags = m_compilerFlags->text().trimmed();
    options.identity = m_identity->currentIndex() == 0 ? Identity::Content : Identity::Time;
    options.linker = m_linker->currentData().toString();
    return options;
}

QStringList AdvancedDialog::summaryOf(const BuildOptions &options)
{
    QStringList lines;
    if (!options.arguments.isEmpty())
        lines += tr("Build arguments: %1").arg(joinShellWords(options.arguments));
    int variables = 0;
    for (const EnvironmentEntry &entry : options.environment) {
        if (hasOwnField(entry.name))
            lines += entry.name + u'=' + entry.value;
        else
            ++variables;
    }
    if (variables > 0)
        lines += tr("Environment: %n variable(s)", nullptr, variables);
    for (auto it = options.levels.begin(); it != options.levels.end(); ++it)
        lines += it.key() + u'=' + *it;
    if (!options.compilerFlags.isEmpty())
        lines += tr("Compiler flags: %1").arg(options.compilerFlags);
    if (!options.useVendor)
        lines += tr("The vendor folder is not used");
    if (options.identity == Identity::Time)
        lines += tr("Each build is a new plugin");
    if (!options.linker.isEmpty())
        lines += tr("C linker: %1").arg(options.linker);
    if (options.resolveImports)
        lines += tr("Modules are looked up over the network");
    return lines;
}

} // namespace plugsmith
