// SPDX-License-Identifier: Apache-2.0
#include "gui/pageparts.h"

#include "gui/semanticcolors.h"
#include "gui/theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QFileInfo>
#include <QFormLayout>
#include <QFrame>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QUrl>

#include <utility>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct PagePartsText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::PageParts)
};

} // namespace

QLabel *makeSectionLabel(const QString &text)
{
    auto *label = new QLabel(text);
    label->setFont(sectionFont());
    return label;
}

QLabel *makeQuietLine(const QString &text)
{
    auto *label = new QLabel(text);
    setQuiet(label);
    label->setTextFormat(Qt::PlainText); // paths and messages of others are no markup
    return label;
}

QLabel *makeQuietLabel(const QString &text)
{
    QLabel *label = makeQuietLine(text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void setNegative(QLabel *label)
{
    followPalette(label, [label] {
        QPalette colored;
        colored.setColor(QPalette::WindowText,
                         semanticColors(SemanticRole::Negative, QApplication::palette(label)).text);
        label->setPalette(colored);
    });
}

QFrame *makeVerticalLine()
{
    auto *line = new QFrame;
    line->setFrameShape(QFrame::VLine);
    line->setFrameShadow(QFrame::Plain);
    followPalette(line, [line] {
        QPalette thin;
        thin.setColor(QPalette::WindowText, lineColor(QApplication::palette(line)));
        line->setPalette(thin);
    });
    return line;
}

QToolButton *makeActionButton(QAction *action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setObjectName(action->objectName() + u".button"_s);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

void alignLabels(const QWidget *area)
{
    QVector<QWidget *> labels;
    for (const QFormLayout *form : area->findChildren<QFormLayout *>()) {
        for (int row = 0; row < form->rowCount(); ++row) {
            if (const QLayoutItem *label = form->itemAt(row, QFormLayout::LabelRole); label && label->widget())
                labels += label->widget();
        }
    }
    int widest = 0;
    for (const QWidget *label : std::as_const(labels))
        widest = qMax(widest, label->sizeHint().width());
    for (QWidget *label : std::as_const(labels)) {
        label->setMinimumWidth(widest);
        if (auto *text = qobject_cast<QLabel *>(label))
            text->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
}

void focusNextPane(const QVector<QWidget *> &panes, bool forward)
{
    qsizetype current = -1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (panes[i] && (panes[i]->hasFocus() || panes[i]->isAncestorOf(QApplication::focusWidget())))
            current = i;
    }
    for (qsizetype step = 1; step <= panes.size(); ++step) {
        const qsizetype next = (current + (forward ? step : panes.size() * 2 - step)) % panes.size();
        if (panes[next] && panes[next]->isVisible() && panes[next]->isEnabled())
            return panes[next]->setFocus(Qt::ShortcutFocusReason);
    }
}

QString showFolderOf(const QString &path)
{
    // File managers have no common way to select a file; the folder is what all of them can show.
    const QString folder = QFileInfo(path).isDir() ? path : QFileInfo(path).path();
    if (QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        return {};
    return PagePartsText::tr("No file manager answered. The folder is %1").arg(folder);
}

QModelIndex menuIndex(const QAbstractItemView &view, const QContextMenuEvent &event)
{
    return event.reason() == QContextMenuEvent::Keyboard
               ? view.currentIndex()
               : view.indexAt(view.viewport()->mapFromGlobal(event.globalPos()));
}

QPoint menuPlace(const QAbstractItemView &view, const QModelIndex &index, const QContextMenuEvent &event)
{
    return event.reason() == QContextMenuEvent::Keyboard ? view.viewport()->mapToGlobal(view.visualRect(index).center())
                                                         : event.globalPos();
}

QAction *addCopyAction(QMenu *menu, const QString &title, const QString &text, std::function<void()> say)
{
    return menu->addAction(title, menu, [text, say = std::move(say)] {
        QApplication::clipboard()->setText(text);
        say();
    });
}

} // namespace plugsmith
