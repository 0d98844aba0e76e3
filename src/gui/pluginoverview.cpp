// SPDX-License-Identifier: Apache-2.0
#include "gui/pluginoverview.h"

#include "base/folders.h"
#include "catalog/entryreader.h"
#include "catalog/infowriter.h"
#include "gui/messagecard.h"
#include "gui/plugindelegate.h"
#include "gui/theme.h"
#include "models/buildtext.h"
#include "models/cataloguemodel.h"

#include <QCoreApplication>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int Margin = 12;
constexpr int MostCardWidth = 760;

struct OverviewText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::PluginOverview)
};

QString shownSource(GoVersionSource source)
{
    switch (source) {
    case GoVersionSource::BuildInfo:
        return OverviewText::tr("from the build information in the file");
    case GoVersionSource::DebugInfo:
        return OverviewText::tr("from the debug information in the file");
    case GoVersionSource::Record:
        return OverviewText::tr("from the layout of its tables");
    case GoVersionSource::Sidecar:
        return OverviewText::tr("from the build info beside it");
    case GoVersionSource::FileName:
        return OverviewText::tr("from the file name");
    case GoVersionSource::None:
        break;
    }
    return {};
}

QString shownLibraries(const Dependencies &dependencies)
{
    QStringList words;
    if (!dependencies.glibc.isEmpty())
        words << OverviewText::tr("glibc %1 or newer").arg(dependencies.glibc);
    else if (dependencies.library != CLibrary::None)
        words << wordOf(dependencies.library);
    words << dependencies.needed;
    return words.join(u", "_s);
}

QString shownScnOf(const PluginEntry &entry)
{
    if (entry.scn.value() <= 0)
        return {};
    if (!entry.scn.isValid())
        return entry.scn.toString();
    const QString date = entry.scnSource == ScnSource::FileDate
                             ? OverviewText::tr("%1, from the date of the file").arg(shownDate(entry.scn))
                             : shownDate(entry.scn);
    return entry.scn.toString() + u"  ·  "_s + date;
}

} // namespace

PluginOverview::PluginOverview(QWidget *parent)
    : QScrollArea(parent)
    , m_verdict(new MessageCard)
    , m_contradictions(new MessageCard)
    , m_missingInfo(new MessageCard)
    , m_form(new QFormLayout)
    , m_infoHeading(new QLabel(tr("Build info beside it")))
    , m_info(new QLabel)
{
    setObjectName(u"plugins.overview"_s);
    setAccessibleName(tr("Overview"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    auto *content = new QWidget;
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Base);
    m_verdict->setObjectName(u"plugins.overview.verdict"_s);
    m_contradictions->setObjectName(u"plugins.overview.contradictions"_s);
    m_missingInfo->setObjectName(u"plugins.overview.missingInfo"_s);
    for (MessageCard *card : {m_verdict, m_contradictions, m_missingInfo}) {
        card->setClosable(false);
        card->setMaximumWidth(MostCardWidth);
    }
    m_form->setLabelAlignment(Qt::AlignRight);
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(6);
    m_infoHeading->setFont(sectionFont());
    m_info->setObjectName(u"plugins.overview.info"_s);
    m_info->setFont(codeFont());
    m_info->setTextFormat(Qt::PlainText);
    m_info->setWordWrap(true);
    m_info->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(Margin, Margin, Margin, Margin);
    rows->setSpacing(Margin);
    rows->addWidget(m_contradictions);
    rows->addWidget(m_verdict);
    rows->addWidget(m_missingInfo);
    rows->addLayout(m_form);
    rows->addWidget(m_infoHeading);
    rows->addWidget(m_info);
    rows->addStretch(1);
    setWidget(content);
}

/// Labels that wrap would else ask for the width of their longest line.
void PluginOverview::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    widget()->setMaximumWidth(viewport()->width());
}

void PluginOverview::showReading(const PluginReading &reading, const MachineVerdict &verdict,
                                 const LocalMachine &machine)
{
    showCards(reading, verdict, machine);
    showFacts(reading);
    const bool hasInfo = !reading.infoText.isEmpty();
    m_infoHeading->setVisible(hasInfo);
    m_info->setVisible(hasInfo);
    m_info->setText(QString::fromUtf8(reading.infoText).trimmed());
}

void PluginOverview::showCards(const PluginReading &reading, const MachineVerdict &verdict, const LocalMachine &machine)
{
    using Fit = MachineVerdict::Fit;
    const SemanticRole role = verdict.fit == Fit::Loads     ? SemanticRole::Positive
                              : verdict.fit == Fit::Unknown ? SemanticRole::Information
                              : verdict.fit == Fit::NeedsGo ? SemanticRole::Caution
                                                            : SemanticRole::Negative;
    const QString title = verdict.fit == Fit::Loads     ? tr("This machine can load it")
                          : verdict.fit == Fit::Unknown ? tr("It cannot be told whether this machine can load it")
                          : verdict.fit == Fit::Damaged ? tr("The file is damaged")
                                                        : tr("This machine cannot load it");
    m_verdict->show(role, title, verdict.reason(machine));
    showContradictions(reading.entry);
    showMissingInfo(reading.entry);
}

void PluginOverview::showContradictions(const PluginEntry &entry)
{
    QStringList sentences;
    for (const Contradiction &each : entry.contradictions)
        sentences << each.toString();
    m_contradictions->setVisible(!sentences.isEmpty());
    if (sentences.isEmpty())
        return;
    m_contradictions->show(SemanticRole::Caution, tr("What the file and its surroundings say does not fit"),
                           sentences.join(u'\n'));
    if (canStamp(entry) && hasWrongInfo(entry)) {
        auto *correct = m_contradictions->addButton(tr("Correct the Build Info"), u"plugins.overview.correctInfo"_s);
        connect(correct, &QPushButton::clicked, this, &PluginOverview::infoRequested);
    }
}

void PluginOverview::showMissingInfo(const PluginEntry &entry)
{
    const bool isMissing = canStamp(entry) && entry.infoPath.isEmpty();
    m_missingInfo->setVisible(isMissing);
    if (!isMissing)
        return;
    m_missingInfo->show(SemanticRole::Information, tr("%1 has no build info").arg(entry.fileName()),
                        tr("%1 is missing. The SCN is taken from the file date, as loaders do.")
                            .arg(infoPathFor(entry.path).section(u'/', -1)));
    auto *write = m_missingInfo->addButton(tr("Write Build Info"), u"plugins.overview.writeInfo"_s);
    connect(write, &QPushButton::clicked, this, &PluginOverview::infoRequested);
}

void PluginOverview::addFact(const QString &name, const QString &value, bool isCode)
{
    if (value.isEmpty())
        return;
    auto *label = new QLabel(value);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    if (isCode)
        label->setFont(codeFont());
    auto *heading = new QLabel(name);
    setQuiet(heading);
    m_form->addRow(heading, label);
}

void PluginOverview::showFacts(const PluginReading &reading)
{
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
    const PluginEntry &entry = reading.entry;
    addFact(tr("File"), entry.fileName());
    addFact(tr("Folder"), folders::shortened(entry.folder()));
    addFact(tr("Kind"), shownKind(entry));
    if (const QString go = entry.goText(); !go.isEmpty())
        addFact(tr("Go version"), go + entry.go.suffix + u"  ·  "_s + shownSource(entry.goSource));
    addFact(tr("Platform"), entry.platform.isValid() ? entry.platform.toString() : QString());
    addFact(tr("SCN"), shownScnOf(entry));
    if (entry.stamp.exists()) {
        const QString size = shownSize(entry.stamp.size);
        const QString exact = tr("%1 bytes").arg(QLocale().toString(entry.stamp.size));
        addFact(tr("Size"), entry.compression == Compression::Gzip ? tr("%1, packed with gzip").arg(size)
                                                                   : size + u"  ·  "_s + exact);
    }
    if (reading.inspection) {
        const Inspection &inspection = *reading.inspection;
        addFact(tr("Unpacked"), inspection.facts.isCompressed ? shownSize(inspection.facts.contentSize) : QString());
        addFact(tr("CPU level"), inspection.cpuLevel, true);
        addFact(tr("C libraries"), shownLibraries(inspection.dependencies));
        addFact(tr("Plugin path"), QString::fromUtf8(inspection.facts.pluginPath), true);
        if (!inspection.packages.isEmpty())
            addFact(tr("Packages"), QLocale().toString(inspection.packages.size()));
        addFact(tr("Build ID"), inspection.dependencies.buildId, true);
        addFact(tr("Go build ID"), inspection.dependencies.goBuildId, true);
    }
    addFact(tr("SHA-256"), reading.sha256, true);
}

} // namespace plugsmith
