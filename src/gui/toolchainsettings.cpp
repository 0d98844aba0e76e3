// SPDX-License-Identifier: Apache-2.0
#include "gui/toolchainsettings.h"

#include "base/folders.h"
#include "base/settingkeys.h"
#include "gui/theme.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QUrl>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

QLabel *hint(const QString &text)
{
    auto *label = new QLabel(text);
    label->setFont(smallFont());
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

ToolchainSettings::ToolchainSettings(QWidget *parent)
    : SettingsPage(parent)
    , m_proxy(new QCheckBox(tr("Go module proxy (your GOPROXY)")))
    , m_goDev(new QCheckBox(u"go.dev/dl"_s))
    , m_mirror(new QLineEdit)
    , m_folders(new QPlainTextEdit)
    , m_mayFetch(new QCheckBox(tr("Ask the sources for new versions once a day")))
{
    m_proxy->setObjectName(u"settings.toolchains.proxy"_s);
    m_goDev->setObjectName(u"settings.toolchains.goDev"_s);
    m_mirror->setObjectName(u"settings.toolchains.mirror"_s);
    m_mirror->setAccessibleName(tr("Mirror"));
    m_mirror->setPlaceholderText(tr("none"));
    m_folders->setObjectName(u"settings.toolchains.folders"_s);
    m_folders->setAccessibleName(tr("Folders with Go"));
    m_folders->setTabChangesFocus(true);
    m_folders->setFixedHeight(m_folders->fontMetrics().height() * 4 + 12);
    m_mayFetch->setObjectName(u"settings.toolchains.mayFetch"_s);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Sources"), m_proxy);
    form->addRow({}, m_goDev);
    form->addRow(tr("Mirror"), m_mirror);
    form->addRow(
        {},
        hint(tr("An address with the layout of go.dev/dl, such as %1.").arg(u"https://mirror.example.com/golang/"_s)));
    form->addRow(tr("Network"), m_mayFetch);
    form->addRow({}, hint(tr("Until you ask for versions or fetch one, nothing is contacted.")));
    form->addRow(tr("Folders with Go"), m_folders);
    form->addRow({}, hint(tr("One a line, besides the usual places.")));
    form->addRow(tr("Kept in"), hint(folders::shortened(folders::data() + u"/toolchains")));
}

void ToolchainSettings::load(const Settings &settings)
{
    m_proxy->setChecked(settings.get(keys::UseModuleProxy));
    m_goDev->setChecked(settings.get(keys::UseGoDev));
    m_mirror->setText(settings.get(keys::GoMirror));
    m_folders->setPlainText(settings.get(keys::GoFolders).join(u'\n'));
    m_mayFetch->setChecked(settings.get(keys::MayFetch));
}

void ToolchainSettings::apply(Settings &settings)
{
    settings.set(keys::UseModuleProxy, m_proxy->isChecked());
    settings.set(keys::UseGoDev, m_goDev->isChecked());
    const QUrl mirror(m_mirror->text().trimmed(), QUrl::StrictMode);
    const bool isUsable = mirror.scheme() == "https"_L1 || mirror.scheme() == "http"_L1;
    settings.set(keys::GoMirror, isUsable ? mirror.toString() : QString());
    QStringList lines;
    for (const QString &line : m_folders->toPlainText().split(u'\n')) {
        if (const QString folder = line.trimmed(); !folder.isEmpty())
            lines += folders::expanded(folder);
    }
    settings.set(keys::GoFolders, lines);
    settings.set(keys::MayFetch, m_mayFetch->isChecked());
}

} // namespace plugsmith
