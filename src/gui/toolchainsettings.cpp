// SPDX-License-Identifier: Apache-2.0
#include "gui/toolchainsettings.h"

#include "base/folders.h"
#include "base/settingkeys.h"
#include "gui/settingsform.h"
#include "toolchain/crosscompiler.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QUrl>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

QPlainTextEdit *makeLines(const char *objectName, const QString &accessibleName)
{
    auto *field = new QPlainTextEdit;
    field->setObjectName(QLatin1StringView(objectName));
    field->setAccessibleName(accessibleName);
    field->setTabChangesFocus(true);
    field->setLineWrapMode(QPlainTextEdit::NoWrap);
    field->setFixedHeight(field->fontMetrics().height() * 3 + 12);
    return field;
}

QStringList linesOf(const QPlainTextEdit &field)
{
    QStringList lines;
    for (const QString &line : field.toPlainText().split(u'\n')) {
        if (!line.trimmed().isEmpty())
            lines += line.trimmed();
    }
    return lines;
}

} // namespace

ToolchainSettings::ToolchainSettings(QWidget *parent)
    : SettingsPage(parent)
    , m_proxy(new QCheckBox(tr("Go module proxy (your GOPROXY)")))
    , m_goDev(new QCheckBox(u"go.dev/dl"_s))
    , m_mirror(new QLineEdit)
    , m_folders(makeLines("settings.toolchains.folders", tr("Folders with Go")))
    , m_compilers(makeLines("settings.toolchains.compilers", tr("C compilers")))
    , m_compilerHint(makeHint({}))
    , m_mayFetch(new QCheckBox(tr("Ask the sources for new versions once a day")))
{
    m_proxy->setObjectName(u"settings.toolchains.proxy"_s);
    m_goDev->setObjectName(u"settings.toolchains.goDev"_s);
    m_mirror->setObjectName(u"settings.toolchains.mirror"_s);
    m_mirror->setAccessibleName(tr("Mirror"));
    m_mirror->setPlaceholderText(tr("none"));
    m_compilers->setPlaceholderText(u"linux/arm64=clang --target=aarch64-linux-gnu --sysroot=/srv/arm64"_s);
    m_compilerHint->setObjectName(u"settings.toolchains.compilers.hint"_s);
    m_mayFetch->setObjectName(u"settings.toolchains.mayFetch"_s);
    QFormLayout *form = makeSettingsForm(this);
    form->addRow(tr("Sources"), m_proxy);
    form->addRow({}, m_goDev);
    form->addRow(tr("Mirror"), m_mirror);
    form->addRow(
        {},
        makeHint(
            tr("An address with the layout of go.dev/dl, such as %1.").arg(u"https://mirror.example.com/golang/"_s)));
    form->addRow(tr("Network"), m_mayFetch);
    form->addRow({}, makeHint(tr("Until you ask for versions or fetch one, nothing is contacted.")));
    form->addRow(tr("Folders with Go"), m_folders);
    form->addRow({}, makeHint(tr("One a line, besides the usual places.")));
    form->addRow(tr("C compilers"), m_compilers);
    form->addRow({}, m_compilerHint);
    form->addRow(tr("Kept in"), makeHint(folders::shortened(folders::data() + u"/toolchains")));
    connect(m_compilers, &QPlainTextEdit::textChanged, this, &ToolchainSettings::refreshHint);
    refreshHint();
}

/// A line that cannot be read is not kept, so that has to be said before.
void ToolchainSettings::refreshHint()
{
    const auto read = UserCompiler::parseAll(linesOf(*m_compilers));
    m_compilerHint->setText(
        read ? tr("One a line, as OS/ARCH=CC, with its target, sysroot and flags. Each has to link a "
                  "small program before it is used.")
             : read.error().sentence());
}

void ToolchainSettings::load(const Settings &settings)
{
    m_proxy->setChecked(settings.get(keys::UseModuleProxy));
    m_goDev->setChecked(settings.get(keys::UseGoDev));
    m_mirror->setText(settings.get(keys::GoMirror));
    m_folders->setPlainText(settings.get(keys::GoFolders).join(u'\n'));
    m_compilers->setPlainText(settings.get(keys::UserCompilers).join(u'\n'));
    m_mayFetch->setChecked(settings.get(keys::MayFetch));
}

void ToolchainSettings::apply(Settings &settings)
{
    settings.set(keys::UseModuleProxy, m_proxy->isChecked());
    settings.set(keys::UseGoDev, m_goDev->isChecked());
    const QUrl mirror(m_mirror->text().trimmed(), QUrl::StrictMode);
    const bool isUsable = mirror.scheme() == "https"_L1 || mirror.scheme() == "http"_L1;
    settings.set(keys::GoMirror, isUsable ? mirror.toString() : QString());
    QStringList goFolders;
    for (const QString &line : linesOf(*m_folders))
        goFolders += folders::expanded(line);
    settings.set(keys::GoFolders, goFolders);
    QStringList compilers;
    for (const QString &line : linesOf(*m_compilers)) {
        if (const auto compiler = UserCompiler::parse(line))
            compilers += compiler->toString();
    }
    settings.set(keys::UserCompilers, compilers);
    settings.set(keys::MayFetch, m_mayFetch->isChecked());
}

} // namespace plugsmith
