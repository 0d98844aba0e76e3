// SPDX-License-Identifier: Apache-2.0
#include "gui/loadsessionpanel.h"

#include "base/folders.h"
#include "gui/badge.h"
#include "gui/card.h"
#include "gui/elidedlabel.h"
#include "gui/loaddelegates.h"
#include "gui/loadmemorygraph.h"
#include "gui/pageparts.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"
#include "models/buildtext.h"
#include "models/loadsession.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QTreeView>
#include <QVBoxLayout>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int ClockMs = 20'000;
constexpr int ShownRows = 6; // of generations, before the list scrolls

} // namespace

LoadSessionPanel::LoadSessionPanel(QWidget *parent)
    : QWidget(parent)
    , m_process(makeQuietLine({}))
    , m_badge(new BadgeLabel)
    , m_sandbox(new QCheckBox(tr("Sandbox")))
    , m_sandboxText(makeQuietLabel({}))
    , m_initialScn(new QLineEdit)
    , m_view(new QTreeView)
    , m_memory(makeSectionLabel({}))
    , m_replaced(makeQuietLine({}))
    , m_graph(new LoadMemoryGraph)
    , m_advice(makeQuietLabel({}))
    , m_watching(new QWidget)
    , m_folder(new ElidedLabel)
{
    setObjectName(u"load.session"_s);
    auto *eye = new QLabel;
    setIcon(eye, symbolicIcon(u"view-visible"_s, SemanticRole::Positive));
    auto *change = new QLabel(u"<a href=\"change\">"_s + tr("Change") + u"</a>"_s);
    change->setObjectName(u"load.session.changeFolder"_s);
    change->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(change, &QLabel::linkActivated, this, &LoadSessionPanel::chooseFolder);
    m_folder->setObjectName(u"load.session.folder"_s);
    auto *watching = new QHBoxLayout(m_watching);
    watching->setContentsMargins(0, 0, 0, 0);
    watching->addWidget(eye);
    watching->addWidget(m_folder, 1);
    watching->addWidget(change);

    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    rows->addWidget(makeProcessCard());
    rows->addWidget(makeGenerations());
    rows->addWidget(makeMemory());
    rows->addStretch(1);
    rows->addWidget(m_watching);
    m_clock.setInterval(ClockMs);
    connect(&m_clock, &QTimer::timeout, this, &LoadSessionPanel::showStateBadge);
    m_clock.start();
}

QWidget *LoadSessionPanel::makeProcessCard()
{
    auto *card = new Card;
    auto *icon = new QLabel;
    setIcon(icon, symbolicIcon(u"utilities-terminal"_s, SemanticRole::Information), 20);
    m_process->setObjectName(u"load.session.process"_s);
    m_process->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_badge->setObjectName(u"load.session.state"_s);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(makeSectionLabel(tr("Session process")));
    texts->addWidget(m_process);
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(icon);
    row->addLayout(texts, 1);
    row->addWidget(m_badge);
    m_sandbox->setObjectName(u"load.session.sandbox"_s);
    m_sandboxText->setObjectName(u"load.session.sandboxText"_s);
    m_sandboxText->setFont(smallFont());
    connect(m_sandbox, &QCheckBox::clicked, this, &LoadSessionPanel::sandboxRequested);
    auto *sandbox = new QHBoxLayout;
    sandbox->setSpacing(10);
    sandbox->addWidget(m_sandbox);
    sandbox->addWidget(m_sandboxText, 1);
    auto *rows = new QVBoxLayout(card);
    rows->setContentsMargins(12, 8, 12, 8);
    rows->setSpacing(6);
    rows->addLayout(row);
    rows->addLayout(sandbox);
    return card;
}

QWidget *LoadSessionPanel::makeGenerations()
{
    m_initialScn->setObjectName(u"load.session.initialScn"_s);
    m_initialScn->setFont(codeFont());
    m_initialScn->setPlaceholderText(tr("none"));
    m_initialScn->setToolTip(tr("Plugins with a lower SCN are refused. Counts for later loads only."));
    m_initialScn->setValidator(new QRegularExpressionValidator(QRegularExpression(u"[0-9]{0,14}"_s), m_initialScn));
    m_initialScn->setFixedWidth(m_initialScn->fontMetrics().horizontalAdvance(u"00000000000000"_s) + 24);
    connect(m_initialScn, &QLineEdit::editingFinished, this, &LoadSessionPanel::onInitialScn);
    QLabel *label = makeQuietLine(tr("&Initial SCN"));
    label->setBuddy(m_initialScn);
    m_initialScn->setAccessibleName(tr("Initial SCN"));
    auto *heading = new QHBoxLayout;
    heading->addWidget(makeSectionLabel(tr("Generations")), 1);
    heading->addWidget(label);
    heading->addWidget(m_initialScn);

    m_view->setObjectName(u"load.generations"_s);
    m_view->setAccessibleName(tr("Plugins and their generations"));
    m_view->setHeaderHidden(true);
    m_view->setIndentation(0);
    m_view->setRootIsDecorated(false);
    m_view->setMouseTracking(true);
    m_view->setItemDelegate(new LoadGenerationDelegate(m_view));
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QTreeView::customContextMenuRequested, this, &LoadSessionPanel::showMenu);
    connect(m_view, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (m_session)
            m_session->session().makeAnswer(index.data(GenerationModel::NumberRole).toInt());
    });
    auto *part = new QWidget;
    auto *rows = new QVBoxLayout(part);
    rows->setContentsMargins(0, 4, 0, 0);
    rows->setSpacing(6);
    rows->addLayout(heading);
    auto *card = new Card;
    auto *inner = new QVBoxLayout(card);
    inner->setContentsMargins(2, 2, 2, 2);
    inner->addWidget(m_view);
    m_view->setFrameShape(QFrame::NoFrame);
    rows->addWidget(card);
    return part;
}

QWidget *LoadSessionPanel::makeMemory()
{
    m_memory->setObjectName(u"load.session.memory"_s);
    m_replaced->setObjectName(u"load.session.replaced"_s);
    m_graph->setObjectName(u"load.session.graph"_s);
    m_advice->setObjectName(u"load.session.advice"_s);
    auto *heading = new QHBoxLayout;
    heading->addWidget(makeSectionLabel(tr("Memory")), 1);
    heading->addWidget(m_memory);
    heading->addWidget(m_replaced);
    auto *part = new QWidget;
    auto *rows = new QVBoxLayout(part);
    rows->setContentsMargins(0, 4, 0, 0);
    rows->setSpacing(6);
    rows->addLayout(heading);
    rows->addWidget(m_graph);
    rows->addWidget(m_advice);
    return part;
}

void LoadSessionPanel::setSession(LoadSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    const QAbstractItemModel *old = m_view->model();
    m_view->setModel(session ? &session->generations() : nullptr);
    m_graph->setHistory(session ? &session->memory() : nullptr);
    if (old && old != m_view->model())
        old->disconnect(this);
    if (!session)
        return;
    m_view->expandAll();
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (const int number = index.data(GenerationModel::NumberRole).toInt(); number != 0 && !m_isSelecting)
            m_session->show(number);
    });
    connect(&session->generations(), &QAbstractItemModel::rowsInserted, this, [this] {
        m_view->expandAll();
        fitView();
    });
    connect(session, &LoadSession::changed, this, &LoadSessionPanel::refresh);
    connect(session, &LoadSession::shownChanged, this, &LoadSessionPanel::selectShown);
    const Scn initial = session->session().setup().initialScn;
    m_initialScn->setText(initial.value() == 0 ? QString() : initial.toString());
    fitView();
    refresh();
    selectShown();
}

/// The list is as high as its rows, up to a number of them.
void LoadSessionPanel::fitView()
{
    if (!m_session)
        return;
    const GenerationModel &model = m_session->generations();
    const QModelIndex first = model.index(0, 0);
    if (!first.isValid())
        return m_view->setFixedHeight(m_view->fontMetrics().height() * 2);
    const int plugin = m_view->sizeHintForIndex(first).height();
    const int generation = m_view->sizeHintForIndex(model.index(0, 0, first)).height();
    int rows = 0;
    for (int i = 0; i < model.rowCount(); ++i)
        rows += model.rowCount(model.index(i, 0));
    const int wanted = model.rowCount() * plugin + rows * generation + 2;
    m_view->setFixedHeight(qMax(plugin, qMin(wanted, plugin + ShownRows * generation)));
}

void LoadSessionPanel::refresh()
{
    if (!m_session)
        return;
    const Session &session = m_session->session();
    QStringList facts{tr("Go %1").arg(session.setup().host.toolchain.version.toString())};
    if (session.processId() > 0)
        facts += tr("pid %1").arg(session.processId());
    if (const QString flags = session.setup().host.flags.toString(); !flags.isEmpty())
        m_process->setToolTip(flags);
    m_process->setText(facts.join(u" · "_s));
    showStateBadge();
    showSandbox();
    refreshMemory();
    m_watching->setVisible(m_session->isFollowing());
    m_folder->setFullText(tr("Watching %1").arg(folders::shortened(m_session->followedFolder())));
}

void LoadSessionPanel::showSandbox()
{
    if (!m_session)
        return;
    const SessionSetup &setup = m_session->session().setup();
    const bool canChoose = !setup.sandboxProgram.isEmpty();
    const QString text = !canChoose          ? tr("Not possible: the package bubblewrap is not installed.")
                         : setup.isSandboxed ? tr("No network, and it writes only to a folder of its own.")
                                             : tr("Off: the plugin can do everything that you can.");
    m_sandbox->setEnabled(canChoose);
    m_sandbox->setChecked(setup.isSandboxed);
    m_sandbox->setToolTip(tr("On for plugins that were not built here. Changing it starts the session again."));
    m_sandbox->setAccessibleDescription(text);
    if (m_sandboxText->text() != text)
        m_sandboxText->setText(text);
}

void LoadSessionPanel::showStateBadge()
{
    if (!m_session)
        return;
    const QString text = m_session->stateText();
    switch (m_session->session().state()) {
    case Session::State::Starting:
        return m_badge->setBadge({text, u"view-refresh"_s, SemanticRole::Information});
    case Session::State::Running:
        return m_badge->setBadge({text, u"state-ok"_s, SemanticRole::Positive});
    case Session::State::NotAnswering:
        return m_badge->setBadge({text, u"state-warning"_s, SemanticRole::Caution});
    case Session::State::Ended:
        return m_badge->setBadge({text, u"dialog-cancel"_s, std::nullopt});
    }
}

void LoadSessionPanel::refreshMemory()
{
    const bool isRunning = m_session->session().state() != Session::State::Ended;
    const qint64 now = m_session->memory().current();
    const qint64 replaced = m_session->replacedBytes();
    m_memory->setText(isRunning && now > 0 ? shownSize(now) : u"–"_s);
    m_replaced->setText(replaced > 0 ? tr("of which %1 replaced").arg(shownSize(replaced)) : QString());
    m_replaced->setVisible(replaced > 0);
    const QVector<int> numbers = m_session->replaced();
    m_advice->setText(
        numbers.isEmpty()
            ? tr("Go cannot unload a plugin. Restarting the session gives its memory back.")
            : tr("Go cannot unload a plugin. Restarting the session frees the %1 held by %n replaced generation(s).",
                 nullptr, static_cast<int>(numbers.size()))
                  .arg(shownSize(replaced)));
}

void LoadSessionPanel::onInitialScn()
{
    if (!m_session)
        return;
    const QString text = m_initialScn->text();
    const Scn before = m_session->session().setup().initialScn;
    const auto scn = text.isEmpty() ? std::optional(Scn()) : Scn::parse(text);
    if (!scn) {
        emit said(tr("An SCN has 14 digits and is a time: YYYYMMDDHHMMSS."));
        return m_initialScn->setText(before.value() == 0 ? QString() : before.toString());
    }
    if (*scn == before)
        return;
    m_session->session().setInitialScn(*scn);
    emit said(scn->value() == 0 ? tr("Later loads take any SCN.")
                                : tr("Later loads take SCN %1 and newer; what is loaded stays.").arg(scn->toString()));
}

void LoadSessionPanel::selectShown()
{
    if (!m_session || !m_view->selectionModel())
        return;
    m_isSelecting = true;
    const QModelIndex index = m_session->generations().indexOf(m_session->shown());
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
    m_isSelecting = false;
}

void LoadSessionPanel::showMenu(const QPoint &at)
{
    const QModelIndex index = m_view->indexAt(at);
    const int number = index.data(GenerationModel::NumberRole).toInt();
    if (!m_session || number == 0)
        return;
    const Generation &generation = *m_session->session().generation(number);
    auto *menu = new QMenu(this);
    menu->setObjectName(u"load.generations.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Make This One Answer"), this,
                    [this, number] {
                        if (m_session)
                            m_session->session().makeAnswer(number);
                    })
        ->setEnabled(generation.state == Generation::State::Replaced);
    const auto copy = [this, menu](const QString &title, const QString &text, const QString &sentence) {
        addCopyAction(menu, title, text, [this, sentence] { emit said(sentence); });
    };
    copy(tr("Copy SCN"), generation.file.scn().toString(), tr("SCN copied."));
    copy(tr("Copy Path"), generation.file.path, tr("Path copied."));
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

void LoadSessionPanel::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Watch a folder"));
    dialog->setObjectName(u"load.folderDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        if (m_session)
            m_session->follow(folder);
    });
    dialog->open();
}

} // namespace plugsmith
