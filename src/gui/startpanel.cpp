// SPDX-License-Identifier: Apache-2.0
#include "gui/startpanel.h"

#include "gui/card.h"
#include "gui/pageparts.h"
#include "gui/recentlist.h"
#include "gui/semanticcolors.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"
#include "models/buildsession.h"
#include "toolchain/targets.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
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
    auto *heading = new QLabel(tr("What this computer can build"));
    heading->setFont(sectionFont());

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
    stack->addWidget(heading);
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
    auto *title = new QLabel(tr("Drop your plugin source here"));
    title->setFont(sectionFont());
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

void StartPanel::addFact(const QString &icon, int role, const QString &title, const QString &text,
                         const QString &command)
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
    setIcon(picture, symbolicIcon(icon, static_cast<SemanticRole>(role)));
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
    if (!command.isEmpty()) {
        auto *copy = new QPushButton(symbolicIcon(u"edit-copy"_s), tr("Copy command"));
        copy->setObjectName(u"build.start.copyCommand"_s);
        copy->setAccessibleDescription(command);
        connect(copy, &QPushButton::clicked, this, [command] { QApplication::clipboard()->setText(command); });
        layout->addWidget(copy);
    }
    m_facts->addWidget(row);
}

void StartPanel::refresh()
{
    while (QLayoutItem *item = m_facts->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const BuildMachine &machine = m_session.engine().machine();
    QStringList versions;
    for (const GoToolchain &toolchain : machine.toolchains) {
        if (toolchain.isUsable() && !versions.contains(toolchain.version.toString()))
            versions.prepend(toolchain.version.toString());
    }
    const int positive = static_cast<int>(SemanticRole::Positive);
    const int caution = static_cast<int>(SemanticRole::Caution);
    if (versions.isEmpty()) {
        addFact(u"state-warning"_s, caution, tr("No Go version is installed"),
                tr("Debian and Ubuntu: sudo apt install golang-go"), u"sudo apt install golang-go"_s);
    } else {
        addFact(u"state-ok"_s, positive, tr("Go %1 installed", nullptr).arg(versions.join(u", "_s)),
                tr("A plugin loads only into a host that was built with exactly the same version."));
    }
    const QString here = Platform::thisMachine().toString();
    if (machine.compiler) {
        addFact(u"state-ok"_s, positive, tr("%1, with %2").arg(here, machine.compiler->versionText),
                tr("Plugins need cgo, so each platform needs a C compiler."));
    } else {
        addFact(u"state-warning"_s, caution, tr("No C compiler for %1").arg(here),
                tr("Plugins need cgo, and cgo needs a C compiler."), u"sudo apt install gcc"_s);
    }
    addMissingCompilers();
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
    addFact(u"state-information"_s, static_cast<int>(SemanticRole::Information),
            others == 0 ? tr("%1 needs a C cross compiler").arg(first)
                        : tr("%1 and %n more platform(s) need a C cross compiler", nullptr, others).arg(first),
            command.isEmpty() ? tr("The targets of a build say what each of them needs.") : command, command);
}

} // namespace plugsmith
