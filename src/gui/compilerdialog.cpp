// SPDX-License-Identifier: Apache-2.0
#include "gui/compilerdialog.h"

#include "base/folders.h"
#include "base/shellwords.h"
#include "gui/pageparts.h"
#include "gui/settingsform.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"
#include "toolchain/targets.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace plugsmith {

using namespace Qt::StringLiterals;

CompilerDialog::CompilerDialog(const Platform &platform, const QString &command, QWidget *parent)
    : QDialog(parent)
    , m_program(makeCodeField("toolchains.compiler.program", tr("Program"), tr("Plugsmith chooses")))
    , m_target(makeCodeField("toolchains.compiler.target", tr("Target"), tr("the program's own")))
    , m_sysroot(makeCodeField("toolchains.compiler.sysroot", tr("Sysroot"), tr("the program's own")))
    , m_flags(makeCodeField("toolchains.compiler.flags", tr("Flags"), tr("none")))
    , m_preview(makeQuietLabel({}))
{
    setObjectName(u"toolchains.compiler"_s);
    setWindowTitle(tr("C compiler for %1").arg(platform.toString()));
    m_preview->setObjectName(u"toolchains.compiler.preview"_s);
    m_preview->setFont(codeFont());
    QAction *browse = m_sysroot->addAction(symbolicIcon(u"folder"_s), QLineEdit::TrailingPosition);
    browse->setToolTip(tr("Choose a folder"));
    connect(browse, &QAction::triggered, this, [this] {
        auto *dialog = new QFileDialog(this, tr("Folder of the other system"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::Directory);
        connect(dialog, &QFileDialog::fileSelected, m_sysroot, &QLineEdit::setText);
        dialog->open();
    });
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::Reset);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Use and Check"));
    buttons->button(QDialogButtonBox::Reset)->setText(tr("Let Plugsmith Choose"));
    auto *rows = new QVBoxLayout(this);
    rows->addLayout(makeForm(platform));
    rows->addStretch(1);
    rows->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons->button(QDialogButtonBox::Reset), &QPushButton::clicked, this, [this] {
        m_program->clear();
        accept();
    });
    for (QLineEdit *field : {m_program, m_target, m_sysroot, m_flags})
        connect(field, &QLineEdit::textChanged, this, &CompilerDialog::refresh);
    const CompilerCommand parts = CompilerCommand::of(command);
    m_program->setText(parts.program);
    m_target->setText(parts.target);
    m_sysroot->setText(parts.sysroot);
    m_flags->setText(joinGoFlags(parts.rest).value_or(parts.rest.join(u' ')));
    resize(560, 320);
    refresh();
}

QString CompilerDialog::targetHint(const Platform &platform)
{
    const auto cross = crossCompilerFor(platform);
    if (!cross) {
        const QString processor = platform.arch == "amd64"_L1 ? u"x86_64"_s : platform.arch;
        return tr("For clang: %1.").arg(QString(processor + u"-apple-macos11"_s));
    }
    if (platform.os != "linux"_L1)
        return tr("For clang: %1. For zig cc: %2.").arg(cross->triple, cross->zigTarget);
    return tr("For clang: %1. For zig cc: %2, with the oldest glibc behind it if you like: %2.2.28.")
        .arg(cross->triple, cross->zigTarget);
}

QFormLayout *CompilerDialog::makeForm(const Platform &platform)
{
    auto *form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    form->setHorizontalSpacing(8);
    form->setVerticalSpacing(8);
    const auto cross = crossCompilerFor(platform);
    form->addRow(tr("&Program"), m_program);
    form->addRow(
        {}, makeQuietLabel(
                tr("A name or a path, with its words: %1, clang, zig cc.").arg(cross ? cross->program : u"clang"_s)));
    form->addRow(tr("&Target"), m_target);
    form->addRow({}, makeQuietLabel(targetHint(platform)));
    form->addRow(tr("&Sysroot"), m_sysroot);
    form->addRow({}, makeQuietLabel(platform.os == "darwin"_L1
                                        ? tr("The Apple SDK: a folder such as MacOSX.sdk.")
                                        : tr("A folder with usr/include and usr/lib of the other system. The glibc in "
                                             "it is the oldest that plugins run on.")));
    form->addRow(tr("&Flags"), m_flags);
    form->addRow(u"CC"_s, m_preview);
    return form;
}

QString CompilerDialog::command() const
{
    CompilerCommand parts;
    parts.program = m_program->text().trimmed();
    if (parts.program.isEmpty())
        return {};
    parts.target = m_target->text().trimmed();
    parts.sysroot = folders::expanded(m_sysroot->text().trimmed());
    parts.rest = splitGoFlags(m_flags->text()).value_or(QStringList{m_flags->text().trimmed()});
    return parts.toString();
}

void CompilerDialog::refresh()
{
    const QString text = command();
    m_preview->setText(text.isEmpty() ? tr("the first that links") : text);
    for (QLineEdit *field : {m_target, m_sysroot, m_flags})
        field->setEnabled(!text.isEmpty());
}

} // namespace plugsmith
