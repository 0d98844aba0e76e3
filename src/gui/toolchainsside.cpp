// SPDX-License-Identifier: Apache-2.0
#include "gui/toolchainsside.h"

#include "base/deliver.h"
#include "base/settingkeys.h"
#include "build/buildengine.h"
#include "gui/card.h"
#include "gui/elidedlabel.h"
#include "gui/pageparts.h"
#include "gui/popover.h"
#include "gui/semanticcolors.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"
#include "models/buildtext.h"
#include "models/toolchainsession.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int Inset = 12;
constexpr int BarHeight = 16;
constexpr int Dot = 10;

QColor useColor(int part, const QPalette &palette)
{
    return part == 0 ? palette.color(QPalette::Highlight) : semanticColors(SemanticRole::Positive, palette).text;
}

/// The mark of a part of the bar in its legend.
class UseDot : public QWidget
{
public:
    explicit UseDot(int part)
        : m_part(part)
    {
        setFixedSize(Dot, Dot);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(useColor(m_part, palette()));
        painter.drawRoundedRect(rect(), 2, 2);
    }

private:
    int m_part;
};

QLabel *numberLabel(const char *name)
{
    auto *label = new QLabel;
    label->setObjectName(QLatin1StringView(name));
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return label;
}

} // namespace

/// What lies on the disk, side by side. The numbers are beside it, so that it says nothing alone.
class UseBar : public QWidget
{
public:
    UseBar() { setFixedHeight(BarHeight); }
    void setParts(qint64 versions, qint64 working)
    {
        m_parts[0] = versions;
        m_parts[1] = working;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(palette().color(QPalette::Base), palette().color(QPalette::Text), 0.12));
        painter.drawRoundedRect(rect(), 3, 3);
        const qint64 total = m_parts[0] + m_parts[1];
        qreal left = 0;
        for (int part = 0; part < 2 && total > 0; ++part) {
            const qreal wide = static_cast<qreal>(width()) * static_cast<qreal>(m_parts[part]) / total;
            painter.setBrush(useColor(part, palette()));
            painter.drawRect(QRectF(left, 0, qMax(0.0, wide - 1), height()));
            left += wide;
        }
    }

private:
    qint64 m_parts[2] = {0, 0};
};

ToolchainsSide::ToolchainsSide(ToolchainSession &session, QWidget *parent)
    : QScrollArea(parent)
    , m_session(session)
    , m_total(numberLabel("toolchains.disk.total"))
    , m_bar(new UseBar)
    , m_versionsName(new QLabel)
    , m_versions(numberLabel("toolchains.disk.versions"))
    , m_working(numberLabel("toolchains.disk.working"))
    , m_free(numberLabel("toolchains.disk.free"))
    , m_unused(makeQuietLabel({}))
    , m_freeButton(new QPushButton(symbolicIcon(u"edit-delete"_s), {}))
    , m_proxy(new QCheckBox(tr("Go module proxy")))
    , m_goDev(new QCheckBox(u"go.dev/dl"_s))
    , m_mirror(new ElidedLabel)
{
    setObjectName(u"toolchains.side"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget;
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(4, 0, 0, 0);
    rows->setSpacing(8);
    auto *heading = new QHBoxLayout;
    heading->addWidget(makeSectionLabel(tr("Disk use")));
    heading->addStretch(1);
    heading->addWidget(m_total);
    rows->addLayout(heading);
    rows->addWidget(makeDisk());
    rows->addSpacing(8);
    rows->addWidget(makeSectionLabel(tr("Downloads")));
    rows->addWidget(makeSources());
    rows->addStretch(1);
    setWidget(content);
    connect(&session.versions(), &ToolchainModel::changed, this, &ToolchainsSide::refresh);
    connect(&session, &ToolchainSession::changed, this, &ToolchainsSide::refreshSources);
    refresh();
    refreshSources();
}

QWidget *ToolchainsSide::makeDisk()
{
    auto *card = new Card;
    auto *rows = new QVBoxLayout(card);
    rows->setContentsMargins(Inset, Inset, Inset, Inset);
    rows->setSpacing(10);
    rows->addWidget(m_bar);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    grid->addWidget(new UseDot(0), 0, 0);
    grid->addWidget(m_versionsName, 0, 1);
    grid->addWidget(m_versions, 0, 2);
    grid->addWidget(new UseDot(1), 1, 0);
    grid->addWidget(new QLabel(tr("Logs and work files")), 1, 1);
    grid->addWidget(m_working, 1, 2);
    auto *disk = new QLabel;
    setIcon(disk, symbolicIcon(u"drive-harddisk"_s), 14);
    grid->addWidget(disk, 2, 0);
    grid->addWidget(new QLabel(tr("Free on this disk")), 2, 1);
    grid->addWidget(m_free, 2, 2);
    rows->addLayout(grid);
    m_unused->setObjectName(u"toolchains.disk.unused"_s);
    rows->addWidget(m_unused);
    m_freeButton->setObjectName(u"toolchains.disk.freeUp"_s);
    m_freeButton->setAutoDefault(false);
    connect(m_freeButton, &QPushButton::clicked, this,
            [this] { emit freeRequested(QRect(m_freeButton->mapToGlobal(QPoint()), m_freeButton->size())); });
    rows->addWidget(m_freeButton, 0, Qt::AlignRight);
    return card;
}

QWidget *ToolchainsSide::makeSources()
{
    auto *card = new Card;
    auto *rows = new QVBoxLayout(card);
    rows->setContentsMargins(Inset, Inset, Inset, Inset);
    rows->setSpacing(4);
    m_proxy->setObjectName(u"toolchains.sources.proxy"_s);
    m_goDev->setObjectName(u"toolchains.sources.goDev"_s);
    rows->addWidget(m_proxy);
    rows->addWidget(makeQuietLabel(tr("Your GOPROXY, through a Go that is installed. Go compares with its checksum "
                                      "database.")));
    rows->addSpacing(4);
    rows->addWidget(m_goDev);
    rows->addWidget(makeQuietLabel(
        tr("Over HTTPS, with the SHA-256 of its list. A file that does not match is deleted and never unpacked.")));
    rows->addSpacing(4);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_mirror->setObjectName(u"toolchains.sources.mirror"_s);
    auto *change = new QPushButton(tr("Change…"));
    change->setObjectName(u"toolchains.sources.change"_s);
    change->setAccessibleName(tr("Change the mirror"));
    change->setAutoDefault(false);
    connect(change, &QPushButton::clicked, this, &ToolchainsSide::settingsRequested);
    row->addWidget(m_mirror, 1);
    row->addWidget(change);
    rows->addLayout(row);
    connect(m_proxy, &QCheckBox::toggled, this, &ToolchainsSide::applySources);
    connect(m_goDev, &QCheckBox::toggled, this, &ToolchainsSide::applySources);
    return card;
}

void ToolchainsSide::refreshSources()
{
    const Settings &settings = m_session.settings();
    m_isRefreshing = true;
    m_proxy->setChecked(settings.get(keys::UseModuleProxy));
    m_goDev->setChecked(settings.get(keys::UseGoDev));
    m_isRefreshing = false;
    const QString mirror = settings.get(keys::GoMirror);
    m_mirror->setFullText(mirror.isEmpty() ? tr("No mirror") : tr("Mirror: %1").arg(mirror));
}

void ToolchainsSide::applySources()
{
    if (m_isRefreshing)
        return;
    m_session.settings().set(keys::UseModuleProxy, m_proxy->isChecked());
    m_session.settings().set(keys::UseGoDev, m_goDev->isChecked());
    m_session.applySettings();
}

void ToolchainsSide::measure()
{
    runInPool(
        this, [folder = m_session.engine().store().folder()] { return DiskUse::measure(folder); },
        [this](const DiskUse &use) {
            m_use = use;
            m_isMeasured = true;
            refresh();
        });
}

void ToolchainsSide::refresh()
{
    const qint64 versions = m_session.versions().fetchedBytes();
    const auto count = static_cast<int>(m_session.engine().store().installed().size());
    m_versionsName->setText(tr("Go versions (%n managed here)", nullptr, count));
    m_versions->setText(shownSize(versions));
    m_bar->setParts(versions, m_use.working);
    const QString unknown = u"…"_s;
    m_working->setText(m_isMeasured ? shownSize(m_use.working) : unknown);
    m_free->setText(m_isMeasured ? shownSize(m_use.free) : unknown);
    m_total->setText(m_isMeasured ? shownSize(versions + m_use.working) : QString());
    qint64 unused = 0;
    for (const FetchedToolchain &one : m_session.unused())
        unused += one.bytes;
    m_unused->setText(
        unused > 0 ? tr("Removing what was not used for %n day(s) frees %1.", nullptr, ToolchainSession::UnusedDays)
                         .arg(shownSize(unused))
                   : tr("Everything that Plugsmith fetched was used in the last %n day(s).", nullptr,
                        ToolchainSession::UnusedDays));
    m_unused->setVisible(count > 0);
    m_freeButton->setText(tr("Free %1").arg(shownSize(unused)));
    m_freeButton->setVisible(unused > 0);
}

} // namespace plugsmith
