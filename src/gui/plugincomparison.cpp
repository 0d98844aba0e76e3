// SPDX-License-Identifier: Apache-2.0
#include "gui/plugincomparison.h"

#include "base/deliver.h"
#include "gui/badge.h"
#include "gui/rowpainting.h"
#include "gui/rowview.h"
#include "gui/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QStackedLayout>
#include <QStyledItemDelegate>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

enum Page { SentencePage, ListPage };

Badge badgeOf(ComparisonModel::Change change, const QString &word)
{
    switch (change) {
    case ComparisonModel::Change::Added:
        return {word, u"list-add"_s, SemanticRole::Positive};
    case ComparisonModel::Change::Removed:
        return {word, u"edit-delete"_s, SemanticRole::Negative};
    default:
        return {word, u"view-refresh"_s, SemanticRole::Caution};
    }
}

/// Sections in bold, changes as badges, everything else in the fixed font.
class DifferenceDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {80, rowHeight(option)};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QPalette palette = rowPalette(option);
        const auto change = index.data(ComparisonModel::ChangeRole).value<ComparisonModel::Change>();
        const bool isSection = change == ComparisonModel::Change::None;
        const bool isName = index.column() == ComparisonModel::NameColumn;
        const QString text = index.data().toString();
        const QRect room = option.rect.adjusted(isName ? 2 : 8, 0, -8, 0);
        painter->save();
        if (!isSection && index.column() == ComparisonModel::ChangeColumn) {
            paintBadge(painter, room, badgeOf(change, text), option.font, palette, option.direction);
        } else {
            QFont font = option.font;
            font.setBold(isSection && isName);
            painter->setFont(isSection ? (isName ? font : smallFont()) : codeFont());
            painter->setPen(isSection && !isName ? secondaryText(palette) : palette.color(QPalette::Text));
            painter->drawText(room, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter),
                              QFontMetrics(painter->font()).elidedText(text, Qt::ElideMiddle, room.width()));
        }
        painter->restore();
    }
};

} // namespace

PluginComparisonView::PluginComparisonView(QWidget *parent)
    : QWidget(parent)
    , m_pages(new QStackedLayout(this))
    , m_view(new RowView)
    , m_sentence(new QLabel)
{
    setObjectName(u"plugins.comparison"_s);
    m_sentence->setObjectName(u"plugins.comparison.sentence"_s);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setMargin(24);
    m_view->setObjectName(u"plugins.comparison.list"_s);
    m_view->setAccessibleName(tr("Differences"));
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new DifferenceDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->header()->resizeSection(ComparisonModel::NameColumn, 300);
    m_view->header()->resizeSection(ComparisonModel::ChangeColumn, 140);
    m_view->header()->resizeSection(ComparisonModel::BeforeColumn, 280);
    connect(m_view, &RowView::copyRequested, this, [this] { emit copyRequested(m_view->selectedText()); });
    m_pages->addWidget(m_sentence);
    m_pages->addWidget(m_view);
}

void PluginComparisonView::compare(const QString &before, const QString &beforeName, const QString &after,
                                   const QString &afterName)
{
    struct Compared
    {
        std::optional<PluginComparison> comparison;
        Error error;
    };
    const int number = ++m_number;
    m_sentence->setText(tr("Reading both files…"));
    m_pages->setCurrentIndex(SentencePage);
    runInPool(
        this,
        [before, after] {
            const auto one = inspectFile(before, ComparedParts);
            if (!one)
                return Compared{std::nullopt, one.error()};
            const auto other = inspectFile(after, ComparedParts);
            if (!other)
                return Compared{std::nullopt, other.error()};
            return Compared{compareInspections(*one, *other), {}};
        },
        [this, number, beforeName, afterName](const Compared &compared) {
            if (number != m_number)
                return;
            if (!compared.comparison) {
                m_sentence->setText(compared.error.sentence());
            } else if (compared.comparison->isEqual()) {
                m_sentence->setText(tr("Nothing differs that can be read from the files."));
            } else {
                m_model.setComparison(*compared.comparison, beforeName, afterName);
                for (int row = 0; row < m_model.rowCount(); ++row)
                    m_view->setExpanded(m_model.index(row, 0), m_model.isShort(row));
                m_pages->setCurrentIndex(ListPage);
            }
            emit this->compared();
        });
}

} // namespace plugsmith
