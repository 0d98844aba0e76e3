// SPDX-License-Identifier: Apache-2.0
#include "gui/loadsymbolspanel.h"

#include "gui/card.h"
#include "gui/loaddelegates.h"
#include "gui/pageparts.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"
#include "models/loadsession.h"
#include "models/sessionwords.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QVBoxLayout>

namespace plugsmith {

using namespace Qt::StringLiterals;

LoadSymbolsPanel::LoadSymbolsPanel(QWidget *parent)
    : QWidget(parent)
    , m_filter(new QLineEdit)
    , m_view(new QListView)
    , m_hint(new QLabel)
{
    m_filter->setObjectName(u"load.symbols.filter"_s);
    m_filter->setPlaceholderText(tr("Filter symbols"));
    m_filter->setAccessibleName(tr("Filter symbols"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(symbolicIcon(u"edit-find"_s), QLineEdit::LeadingPosition);
    m_filtered.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filtered.setFilterRole(Qt::ToolTipRole); // the declaration: names and types are found
    connect(m_filter, &QLineEdit::textChanged, &m_filtered, &QSortFilterProxyModel::setFilterFixedString);
    m_view->setObjectName(u"load.symbols"_s);
    m_view->setAccessibleName(tr("Symbols"));
    m_view->setModel(&m_filtered);
    m_view->setItemDelegate(new LoadSymbolDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setUniformItemSizes(true);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_hint->setObjectName(u"load.symbols.hint"_s);
    setQuiet(m_hint);
    connect(m_view, &QListView::customContextMenuRequested, this, &LoadSymbolsPanel::showMenu);
    connect(m_view, &QListView::activated, this, [this] { emit activated(current()); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (!index.isValid())
            return;
        m_wanted = index.data(LoadSymbolModel::NameRole).toString();
        emit currentChanged(m_wanted);
    });
    connect(&m_filtered, &QAbstractItemModel::modelReset, this, &LoadSymbolsPanel::onReset);
    connect(&m_filtered, &QAbstractItemModel::rowsInserted, this, &LoadSymbolsPanel::refreshHint);
    connect(&m_filtered, &QAbstractItemModel::rowsRemoved, this, &LoadSymbolsPanel::refreshHint);

    auto *card = new Card;
    auto *head = new QVBoxLayout;
    head->setContentsMargins(8, 8, 8, 8);
    head->addWidget(m_filter);
    auto *inner = new QVBoxLayout(card);
    inner->setContentsMargins(1, 1, 1, 1);
    inner->setSpacing(0);
    inner->addLayout(head);
    inner->addWidget(m_hint, 1);
    inner->addWidget(m_view, 1000);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(card);
}

void LoadSymbolsPanel::setSession(LoadSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_wanted.clear();
    m_filtered.setSourceModel(session ? &session->symbols() : nullptr);
    if (session)
        connect(session, &LoadSession::changed, this, &LoadSymbolsPanel::refreshHint);
    onReset();
}

QString LoadSymbolsPanel::current() const
{
    return m_view->currentIndex().data(LoadSymbolModel::NameRole).toString();
}

void LoadSymbolsPanel::select(const QString &name)
{
    m_wanted = name;
    if (!m_session)
        return;
    const QModelIndex index = m_filtered.mapFromSource(m_session->symbols().index(m_session->symbols().rowOf(name), 0));
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
}

/// What was selected stays so when a newer build has it, too; else the first that can be called.
void LoadSymbolsPanel::onReset()
{
    refreshHint();
    if (!m_session)
        return;
    const LoadSymbolModel &symbols = m_session->symbols();
    int row = symbols.rowOf(m_wanted);
    if (row < 0)
        row = symbols.firstCallable();
    if (row < 0 && symbols.rowCount() > 0)
        row = 0;
    const QModelIndex index = m_filtered.mapFromSource(symbols.index(row, 0));
    m_view->setCurrentIndex(index);
    if (!index.isValid())
        emit currentChanged({});
}

void LoadSymbolsPanel::refreshHint()
{
    const bool isEmpty = m_filtered.rowCount() == 0;
    m_hint->setVisible(isEmpty);
    m_view->setVisible(!isEmpty);
    if (!isEmpty || !m_session)
        return;
    const Generation *generation = m_session->shownGeneration();
    if (m_session->symbols().rowCount() > 0)
        m_hint->setText(tr("No symbol contains “%1”.").arg(m_filter->text()));
    else if (!generation)
        m_hint->setText(tr("Load a plugin to see its symbols."));
    else if (generation->state == Generation::State::Opening)
        m_hint->setText(tr("%1 is being loaded…").arg(generation->name()));
    else if (generation->isInMemory())
        m_hint->setText(tr("It exports nothing."));
    else
        m_hint->setText(tr("This generation is not in memory."));
}

void LoadSymbolsPanel::showMenu(const QPoint &at)
{
    const QModelIndex index = m_view->indexAt(at);
    if (!index.isValid() || !m_session)
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"load.symbols.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Call…"), this, [this] { emit activated(current()); });
    const auto copy = [this, menu](const QString &title, const QString &text, const QString &sentence) {
        addCopyAction(menu, title, text, [this, sentence] { emit said(sentence); });
    };
    copy(tr("Copy Name"), index.data(LoadSymbolModel::NameRole).toString(), tr("Name copied."));
    copy(tr("Copy Declaration"), index.data(Qt::ToolTipRole).toString(), tr("Declaration copied."));
    menu->addSeparator();
    menu->addAction(tr("Refresh Values"), m_session, &LoadSession::readValues);
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

} // namespace plugsmith
