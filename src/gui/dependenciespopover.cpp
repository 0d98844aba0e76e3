// SPDX-License-Identifier: Apache-2.0
#include "gui/dependenciespopover.h"

#include "gui/rowview.h"
#include "gui/theme.h"

#include <QHeaderView>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

DependenciesPopover::DependenciesPopover(const GoMod &mod, QWidget *parent)
    : Popover(parent)
{
    setObjectName(u"build.dependencies"_s);
    setAccessibleName(tr("Dependencies"));
    auto *model = new QStandardItemModel(this);
    model->setHorizontalHeaderLabels({tr("Module"), tr("Version"), tr("Kind")});
    QVector<GoModRequire> required = mod.requires_;
    std::stable_partition(required.begin(), required.end(), [](const GoModRequire &one) { return !one.isIndirect; });
    for (const GoModRequire &one : std::as_const(required)) {
        const QList<QStandardItem *> row{new QStandardItem(one.path.text), new QStandardItem(one.version),
                                         new QStandardItem(one.isIndirect ? tr("indirect") : tr("direct"))};
        for (QStandardItem *item : row)
            item->setEditable(false);
        row[0]->setFont(codeFont());
        row[1]->setFont(codeFont());
        row[0]->setToolTip(one.path.text);
        model->appendRow(row);
    }
    auto *list = new RowView;
    list->setObjectName(u"build.dependencies.list"_s);
    list->setAccessibleName(tr("Dependencies"));
    list->setModel(model);
    list->setRootIsDecorated(false);
    list->setFrameShape(QFrame::NoFrame);
    list->header()->setStretchLastSection(false);
    list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(1, 1, 1, 1);
    rows->addWidget(list);
    setFixedSize(560, 320);
    list->setFocus();
}

} // namespace plugsmith
