// SPDX-License-Identifier: Apache-2.0
#include "gui/resultpanel.h"

#include "base/folders.h"
#include "base/plugininfo.h"
#include "build/buildjob.h"
#include "gui/pageparts.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"
#include "models/buildtext.h"

#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

enum Fact { File, Folder, Size, Number, Info, Sum, Time };

QLabel *makeValue()
{
    auto *label = new QLabel;
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

ResultPanel::ResultPanel(QWidget *parent)
    : QWidget(parent)
    , m_pages(new QStackedLayout(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *hint = new QLabel(tr("The result appears here when the build is done."));
    hint->setAlignment(Qt::AlignCenter);
    hint->setWordWrap(true);
    m_pages->addWidget(hint);
    m_pages->addWidget(makeFacts());
    m_pages->addWidget(makePreview());
}

QWidget *ResultPanel::makeFacts()
{
    auto *page = new QWidget;
    m_form = new QFormLayout;
    m_form->setLabelAlignment(Qt::AlignRight);
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(6);
    for (const QString &name :
         {tr("File"), tr("Folder"), tr("Size"), tr("SCN"), tr("Build info"), tr("SHA-256"), tr("Time")}) {
        m_values += makeValue();
        m_form->addRow(name, m_values.last());
    }
    m_values[Sum]->setFont(codeFont());
    m_showInFolder = new QPushButton(symbolicIcon(u"folder"_s), tr("Show in Folder"));
    m_showInFolder->setObjectName(u"build.result.showInFolder"_s);
    connect(m_showInFolder, &QPushButton::clicked, this, [this] { emit showInFolderRequested(m_path); });
    m_load = new QPushButton(accentIcon(u"media-playback-start-circled"_s), {});
    m_load->setObjectName(u"build.result.load"_s);
    m_load->setFont(sectionFont());
    setAccent(m_load, true);
    connect(m_load, &QPushButton::clicked, this, [this] { emit loadRequested(m_path); });
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_load);
    buttons->addWidget(m_showInFolder);
    buttons->addStretch(1);
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(12, 12, 12, 12);
    rows->setSpacing(12);
    rows->addLayout(buttons);
    rows->addLayout(m_form);
    rows->addStretch(1);
    return page;
}

QWidget *ResultPanel::makePreview()
{
    auto *page = new QWidget;
    m_plannedFile = makeValue();
    m_plannedFile->setFont(sectionFont());
    m_plannedFolder = makeQuietLabel({});
    m_plannedInfo = new QPlainTextEdit;
    m_plannedInfo->setObjectName(u"build.result.info"_s);
    m_plannedInfo->setAccessibleName(tr("Build info that will be written"));
    m_plannedInfo->setReadOnly(true);
    m_plannedInfo->setFont(codeFont());
    m_plannedInfo->setFrameShape(QFrame::NoFrame);
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(12, 12, 12, 12);
    rows->setSpacing(6);
    rows->addWidget(m_plannedFile);
    rows->addWidget(m_plannedFolder);
    rows->addSpacing(6);
    rows->addWidget(m_plannedInfo, 1);
    return page;
}

void ResultPanel::showResult(const JobResult &result, double seconds, const QString &loadName)
{
    m_load->setVisible(!loadName.isEmpty());
    m_load->setText(tr("Load %1").arg(loadName));
    m_path = result.path;
    const QFileInfo file(result.path);
    m_values[File]->setText(file.fileName());
    m_values[Folder]->setText(folders::shortened(file.path()));
    m_values[Size]->setText(shownSize(result.bytes));
    m_values[Number]->setText(result.scn.toString() + u"  ·  "_s + shownDate(result.scn));
    m_values[Info]->setText(QFileInfo(result.infoPath).fileName());
    m_values[Sum]->setText(result.sha256);
    m_values[Time]->setText(result.upToDate ? tr("Nothing had changed; stamped anew") : shownDuration(seconds));
    m_pages->setCurrentIndex(1);
}

void ResultPanel::showPlan(const PlannedJob &job)
{
    if (job.blocked)
        return showNothing();
    m_plannedFile->setText(job.output.fileName());
    m_plannedFolder->setText(
        tr("In %1, with its build info %2:").arg(folders::shortened(job.destination), job.output.infoFileName()));
    PluginInfo info;
    info.name = job.output.name;
    info.version = job.target.version.toString();
    info.platform = job.target.platform;
    info.compression = job.options.compression;
    info.scn = job.options.fixedScn ? *job.options.fixedScn : Scn::now();
    m_plannedInfo->setPlainText(QString::fromUtf8(info.toJson()));
    m_pages->setCurrentIndex(2);
}

void ResultPanel::showNothing()
{
    m_pages->setCurrentIndex(0);
}

} // namespace plugsmith
