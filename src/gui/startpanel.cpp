// SPDX-License-Identifier: Apache-2.0
#include "gui/startpanel.h"

#include "base/settingkeys.h"
#include "gui/card.h"
#include "gui/pageparts.h"
#include "gui/recentlist.h"
#include "gui/semanticcolors.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"
#include "models/buildsession.h"
#include "models/buildtext.h"
#include "toolchain/targets.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int Width = 720;

/// The dashed frame that says: drop it here.
class DropArea : public QFrame
{
public:
    using QFrame::QFrame;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(
            QPen(mixed(lineColor(palette()), palette().color(QPalette::WindowText), 0.2), 1.5, Qt::DashLine));
        painter.setBrush(palette().base());
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
    }
};

} // namespace

StartPanel::StartPanel(BuildSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_drop(makeDropArea())
    , m_shortDrop(makeShortDropArea())
    , m_recent(new RecentList(tr("Recent sources"), u"application-zip"_s, u"build.start.recent"_s))
    , m_checking(new QLabel(tr("Looking for Go and C compilers…")))
    , m_machine(new Card)
    , m_facts(new QVBoxLayout(m_machine))
{
    setObjectName(u"build.start"_s);
    m_facts->setContentsMargins(14, 4, 14, 4);
    m_facts->setSpacing(0);
    m_facts->addWidget(m_checking);
    m_checking->setContentsMargins(0, 10, 0, 10);
    auto *toolchains = new QLabel(u"<a href=\"toolchains\">"_s + tr("Open Toolchains") + u"</a>"_s);
    toolchains->setObjectName(u"build.start.toolchains"_s);
    toolchains->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(toolchains, &QLabel::linkActivated, this, &StartPanel::toolchainsRequested);
    auto *headingRow = new QHBoxLayout;
    headingRow->addWidget(makeSectionLabel(tr("What this computer can build")), 1);
    headingRow->addWidget(toolchains);

    auto *column = new QWidget;
    column->setMaximumWidth(Width);
    column->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *stack = new QVBoxLayout(column);
    stack->setContentsMargins(0, 0, 0, 0);
    stack->setSpacing(8);
    stack->addWidget(m_drop);
    stack->addWidget(m_shortDrop);
    stack->addWidget(m_recent);
    stack->addSpacing(12);
    stack->addLayout(headingRow);
    stack->addWidget(m_machine);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(column, 1000);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->addStretch(1);
    layout->addLayout(row);
    layout->addStretch(1);

    connect(&session.engine(), &BuildEngine::machineFound, this, &StartPanel::refresh);
    const auto refreshIfKnown = [this] {
        if (m_session.engine().isMachineKnown())
            refresh();
    };
    const ToolchainStore &store = session.engine().store();
    connect(&store, &ToolchainStore::knownChanged, this, refreshIfKnown);
    connect(&store, &ToolchainStore::installFinished, this, refreshIfKnown, Qt::QueuedConnection);
    connect(&store, &ToolchainStore::installChanged, this,
            [this](const QString &, const InstallProgress &progress) { showDownload(progress); });
    if (session.engine().isMachineKnown())
        refresh();
    connect(&session, &BuildSession::sourceChanged, this, &StartPanel::refreshRecent);
    connect(m_recent, &RecentList::chosen, this, [this](const QString &path) { m_session.open({path}); });
    refreshRecent();
}

/// Who has built before wants the same sources again more often than another one.
void StartPanel::refreshRecent()
{
    if (m_session.sourceState() != BuildSession::SourceState::None)
        return;
    const QStringList recent = m_session.recentSources();
    m_recent->setPaths(recent);
    m_drop->setVisible(recent.isEmpty());
    m_shortDrop->setVisible(!recent.isEmpty());
}

QWidget *StartPanel::makeShortDropArea()
{
    auto *area = new DropArea;
    QLabel *title = makeSectionLabel(tr("Drop your plugin source here"));
    auto *archive = new QPushButton(accentIcon(u"document-open"_s), tr("Open archive…"));
    archive->setObjectName(u"build.start.openArchiveShort"_s);
    setAccent(archive, true);
    auto *folder = new QPushButton(symbolicIcon(u"folder"_s), tr("Open folder…"));
    folder->setObjectName(u"build.start.openFolderShort"_s);
    auto *row = new QHBoxLayout(area);
    row->setContentsMargins(16, 12, 12, 12);
    row->setSpacing(8);
    row->addWidget(title, 1);
    row->addWidget(archive);
    row->addWidget(folder);
    connect(archive, &QPushButton::clicked, this, &StartPanel::openArchiveRequested);
    connect(folder, &QPushButton::clicked, this, &StartPanel::openFolderRequested);
    return area;
}

QWidget *StartPanel::makeDropArea()
{
    auto *area = new DropArea;
    auto *icon = new QLabel;
    setIcon(icon, symbolicIcon(u"application-zip"_s, SemanticRole::Information), 48);
    icon->setAlignment(Qt::AlignCenter);
    auto *title = new QLabel(tr("Drop your plugin source here"));
    title->setFont(displayFont());
    title->setAlignment(Qt::AlignCenter);
    QLabel *text = makeQuietLabel(tr("A .zip, .tar.gz, .tar.zst or .7z archive, or a folder with a go.mod"));
    text->setAlignment(Qt::AlignCenter);
    auto *archive = new QPushButton(accentIcon(u"document-open"_s), tr("Open archive…"));
    setAccent(archive, true);
    archive->setObjectName(u"build.start.openArchive"_s);
    archive->setDefault(true);
    archive->setFont(sectionFont());
    auto *folder = new QPushButton(symbolicIcon(u"folder"_s), tr("Open folder…"));
    folder->setObjectName(u"build.start.openFolder"_s);
    auto *sample = new QLabel(u"<a href=\"sample\">"_s + tr("Try it with the sample project") + u"</a>"_s);
    sample->setObjectName(u"build.start.sample"_s);
    sample->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    sample->setAlignment(Qt::AlignCenter);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(archive);
    buttons->addWidget(folder);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(area);
    layout->setContentsMargins(24, 36, 24, 36);
    layout->setSpacing(12);
    layout->addWidget(icon);
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addLayout(buttons);
    layout->addWidget(sample);
    connect(archive, &QPushButton::clicked, this, &StartPanel::openArchiveRequested);
    connect(folder, &QPushButton::clicked, this, &StartPanel::openFolderRequested);
    connect(sample, &QLabel::linkActivated, this, &StartPanel::sampleRequested);
    return area;
}

QHBoxLayout *StartPanel::addFact(const QString &icon, SemanticRole role, const QString &title, const QString &text)
{
    if (m_facts->count() > 0) {
        auto *line = new QFrame;
        line->setFixedHeight(1);
        line->setAutoFillBackground(true);
        followPalette(line, [line] {
            QPalette thin;
            thin.setColor(QPalette::Window, lineColor(QApplication::palette(line)));
            line->setPalette(thin);
        });
        m_facts->addWidget(line);
    }
    auto *row = new QWidget;
    auto *picture = new QLabel;
    setIcon(picture, symbolicIcon(icon, role));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    auto *first = new QLabel(title);
    first->setWordWrap(true);
    QLabel *second = makeQuietLabel(text);
    second->setFont(smallFont());
    texts->addWidget(first);
    texts->addWidget(second);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 10, 0, 10);
    layout->setSpacing(12);
    layout->addWidget(picture);
    layout->addLayout(texts, 1);
    m_facts->addWidget(row);
    return layout;
}

/// A button for a command that brings what is missing, where there is one.
void StartPanel::addCopy(QHBoxLayout *row, const QString &command)
{
    if (command.isEmpty())
        return;
    auto *copy = new QPushButton(symbolicIcon(u"edit-copy"_s), tr("Copy command"));
    copy->setObjectName(u"build.start.copyCommand"_s);
    copy->setAccessibleDescription(command);
    copy->setToolTip(command);
    connect(copy, &QPushButton::clicked, this, [this, command] {
        QApplication::clipboard()->setText(command);
        emit said(tr("Command copied."));
    });
    row->addWidget(copy);
}

void StartPanel::refresh()
{
    m_download = nullptr;
    while (QLayoutItem *item = m_facts->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    addGo();
    addCompiler();
    addMissingCompilers();
}

void StartPanel::addGo()
{
    QStringList versions;
    for (const GoToolchain &toolchain : m_session.engine().machine().toolchains) {
        if (toolchain.isUsable() && !versions.contains(toolchain.version.toString()))
            versions.prepend(toolchain.version.toString());
    }
    if (versions.isEmpty())
        return addMissingGo();
    //: a list of one or more versions: "1.22.6 and 1.23.12"
    addFact(u"state-ok"_s, SemanticRole::Positive,
            tr("Go %1 is installed", "number of versions", static_cast<int>(versions.size()))
                .arg(QLocale().createSeparatedList(versions)),
            tr("Other versions are fetched when a build needs them, and their checksums are verified."));
}

/// Nothing can be built without: fetching one is the first thing to do.
void StartPanel::addMissingGo()
{
    BuildEngine &engine = m_session.engine();
    const QString command = goPackages().command(m_session.packageManager());
    QHBoxLayout *row = addFact(u"state-warning"_s, SemanticRole::Caution, tr("No Go version is installed"),
                               command.isEmpty() ? tr("Plugins are built by Go.")
                                                 : tr("Fetch one, or use the system's: %1").arg(command));
    const auto &known = engine.store().known();
    const auto newest = std::ranges::find_if(known, [](const GoRelease &release) { return !release.isPreview(); });
    m_download = new QPushButton(accentIcon(u"download"_s), {});
    m_download->setObjectName(u"build.start.download"_s);
    m_download->setFont(sectionFont());
    if (newest == known.end())
        m_download->setText(tr("Choose a Go version…"));
    else if (const qint64 bytes = newest->archive ? newest->archive->bytes : -1; bytes > 0)
        m_download->setText(tr("Download Go %1 (%2)").arg(newest->version.toString(), shownSize(bytes)));
    else
        m_download->setText(tr("Download Go %1").arg(newest->version.toString()));
    if (newest == known.end()) {
        connect(m_download, &QPushButton::clicked, this, &StartPanel::toolchainsRequested);
    } else {
        connect(m_download, &QPushButton::clicked, this, [this, version = newest->version] {
            m_session.settings().set(keys::MayFetch, true);
            m_session.engine().store().install(version);
        });
    }
    m_download->setEnabled(engine.store().installing().isEmpty());
    setAccent(m_download, true);
    row->addWidget(m_download);
}

void StartPanel::showDownload(const InstallProgress &progress)
{
    if (!m_download)
        return;
    m_download->setEnabled(false);
    if (progress.step == InstallProgress::Step::Downloading && progress.total > 0)
        m_download->setText(tr("Fetching · %1 %").arg(progress.done * 100 / progress.total));
    else
        m_download->setText(tr("Fetching…"));
}

void StartPanel::addCompiler()
{
    const BuildMachine &machine = m_session.engine().machine();
    const QString here = Platform::thisMachine().toString();
    if (machine.compiler) {
        addFact(u"state-ok"_s, SemanticRole::Positive, tr("%1, with %2").arg(here, machine.compiler->versionText),
                tr("Plugins need cgo, so each platform needs a C compiler."));
        return;
    }
    const QString command = nativeCompilerPackages().command(machine.packageManager);
    addCopy(addFact(u"state-warning"_s, SemanticRole::Caution, tr("No C compiler for %1").arg(here),
                    command.isEmpty() ? tr("Plugins need cgo, and cgo needs a C compiler.") : command),
            command);
}

/// Other platforms that one package would add, the most usual first.
void StartPanel::addMissingCompilers()
{
    const QVector<CCompiler> &found = m_session.engine().machine().crossCompilers;
    QVector<Platform> missing = crossPlatforms();
    missing.removeIf([&found](const Platform &platform) {
        return platform == Platform::thisMachine() || !crossCompilerFor(platform) ||
               std::ranges::any_of(found, [&](const CCompiler &compiler) { return compiler.compilesFor(platform); });
    });
    if (missing.isEmpty())
        return;
    const QString first = missing.first().toString();
    const int others = static_cast<int>(missing.size()) - 1;
    const QString command = crossCompilerFor(missing.first())->packages.command(m_session.packageManager());
    addCopy(addFact(u"state-information"_s, SemanticRole::Information,
                    others == 0 ? tr("%1 needs a C cross compiler").arg(first)
                                : tr("%1 and %n more platform(s) need a C cross compiler", nullptr, others).arg(first),
                    command.isEmpty() ? tr("The targets of a build say what each of them needs.") : command),
            command);
}

} // namespace plugsmith
