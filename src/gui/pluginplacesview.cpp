// SPDX-License-Identifier: Apache-2.0
#include "gui/pluginplacesview.h"

#include "gui/pageparts.h"
#include "gui/rowpainting.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"
#include "models/pluginplacesmodel.h"

#include <QContextMenuEvent>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

using Kind = PluginPlacesModel::Kind;

constexpr int Padding = 8;
constexpr int Symbol = 16;

QString iconOf(const QModelIndex &index)
{
    switch (index.data(PluginPlacesModel::KindRole).value<Kind>()) {
    case Kind::All:
        return u"preferences-plugin"_s;
    case Kind::Folder:
        return index.data(PluginPlacesModel::ProblemRole).toBool() ? u"state-warning"_s : u"folder"_s;
    default:
        break;
    }
    switch (static_cast<CatalogueShow>(index.data(PluginPlacesModel::ShowRole).toInt())) {
    case CatalogueShow::Newest:
        return u"rating"_s;
    case CatalogueShow::LoadsHere:
        return u"state-ok"_s;
    case CatalogueShow::RefusedHere:
        return u"state-error"_s;
    case CatalogueShow::WithoutInfo:
        return u"state-warning"_s;
    case CatalogueShow::All:
        break;
    }
    return {};
}

QColor iconColorOf(const QModelIndex &index, const QPalette &palette)
{
    const auto colored = [&](SemanticRole role) { return semanticColors(role, palette).text; };
    if (index.data(PluginPlacesModel::ProblemRole).toBool())
        return colored(SemanticRole::Caution);
    if (index.data(PluginPlacesModel::KindRole).value<Kind>() != Kind::Show)
        return palette.color(QPalette::Text);
    switch (static_cast<CatalogueShow>(index.data(PluginPlacesModel::ShowRole).toInt())) {
    case CatalogueShow::LoadsHere:
        return colored(SemanticRole::Positive);
    case CatalogueShow::RefusedHere:
        return colored(SemanticRole::Negative);
    default:
        return colored(SemanticRole::Caution);
    }
}

class PlaceDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int line = option.fontMetrics.height();
        if (index.data(PluginPlacesModel::KindRole).value<Kind>() == Kind::Heading)
            return {100, line + (index.row() == 0 ? 10 : 22)};
        const bool hasSecond = !index.data(PluginPlacesModel::SecondTextRole).toString().isEmpty();
        return {100, hasSecond ? line + QFontMetrics(smallFont()).height() + 10 : line + 14};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QColor quiet = secondaryText(rowPalette(option));
        if (index.data(PluginPlacesModel::KindRole).value<Kind>() == Kind::Heading) {
            painter->setFont(smallFont());
            painter->setPen(quiet);
            painter->drawText(option.rect.adjusted(Padding, 0, -Padding, -4),
                              static_cast<int>(Qt::AlignLeft | Qt::AlignBottom), index.data().toString());
        } else {
            paintFrame(painter, option);
            paintPlace(painter, option, index, quiet);
        }
        painter->restore();
    }

private:
    static void paintFrame(QPainter *painter, const QStyleOptionViewItem &option)
    {
        const QRectF frame = QRectF(option.rect).adjusted(0.5, 1.5, -0.5, -1.5);
        if (option.state & QStyle::State_Selected) {
            painter->setBrush(selectionTint(option.palette));
            painter->setPen(option.palette.color(QPalette::Highlight));
            painter->drawRoundedRect(frame, 4, 4);
        } else if (option.state & QStyle::State_MouseOver) {
            painter->setBrush(
                mixed(option.palette.color(QPalette::Window), option.palette.color(QPalette::Text), 0.06));
            painter->setPen(Qt::NoPen);
            painter->drawRoundedRect(frame, 4, 4);
        }
    }
    static void paintPlace(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                           const QColor &quiet)
    {
        const auto placed = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
        const bool isDimmed = index.data(PluginPlacesModel::DimmedRole).toBool();
        QRect room = option.rect.adjusted(Padding, 0, -Padding, 0);
        const QRect symbol(room.left(), room.center().y() - Symbol / 2 + 1, Symbol, Symbol);
        paintSymbol(painter, iconOf(index), placed(symbol), isDimmed ? quiet : iconColorOf(index, option.palette));
        room.setLeft(room.left() + Symbol + Padding);
        const int count = index.data(PluginPlacesModel::CountRole).toInt();
        painter->setFont(smallFont());
        painter->setPen(quiet);
        if (count >= 0) {
            const QString text = QLocale().toString(count);
            const int width = QFontMetrics(smallFont()).horizontalAdvance(text);
            painter->drawText(placed(QRect(room.right() - width, room.top(), width + 1, room.height())),
                              static_cast<int>(Qt::AlignCenter), text);
            room.setRight(room.right() - width - Padding);
        }
        const QString second = index.data(PluginPlacesModel::SecondTextRole).toString();
        const QFontMetrics small(smallFont());
        if (!second.isEmpty()) {
            const int top = room.center().y() - (option.fontMetrics.height() + small.height()) / 2;
            painter->drawText(
                placed(QRect(room.left(), top + option.fontMetrics.height(), room.width(), small.height())),
                static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter),
                small.elidedText(second, Qt::ElideRight, room.width()));
            room = QRect(room.left(), top, room.width(), option.fontMetrics.height());
        }
        painter->setFont(option.font);
        painter->setPen(isDimmed ? quiet : option.palette.color(QPalette::Text));
        painter->drawText(placed(room), static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter),
                          option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, room.width()));
    }
};

} // namespace

PluginPlacesView::PluginPlacesView(PluginPlacesModel &model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
{
    setObjectName(u"plugins.places"_s);
    setAccessibleName(tr("Folders and choices"));
    setModel(&model);
    setItemDelegate(new PlaceDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(QListView::Adjust);
    viewport()->setAutoFillBackground(false);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_isFollowing = true; });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        m_isFollowing = false;
        followChosen();
    });
    followChosen();
}

void PluginPlacesView::followChosen()
{
    m_isFollowing = true;
    setCurrentIndex(m_model.chosen());
    m_isFollowing = false;
}

void PluginPlacesView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_isFollowing && current.isValid())
        m_model.choose(current);
}

void PluginPlacesView::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = menuIndex(*this, *event);
    const QString path = index.data(PluginPlacesModel::PathRole).toString();
    if (!path.isEmpty())
        emit folderMenuRequested(path, menuPlace(*this, index, *event));
}

} // namespace plugsmith
