// SPDX-License-Identifier: Apache-2.0
#include "gui/versionspopover.h"

#include "gui/theme.h"
#include "models/targetmatrixmodel.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

VersionsPopover::VersionsPopover(TargetMatrixModel &matrix, QWidget *parent)
    : Popover(parent)
    , m_matrix(matrix)
    , m_items(new QStandardItemModel(this))
    , m_filtered(new QSortFilterProxyModel(this))
    , m_filter(new QLineEdit)
    , m_list(new QListView)
{
    setObjectName(u"build.versions"_s);
    setAccessibleName(tr("Go versions in the matrix"));
    m_filter->setObjectName(u"build.versions.filter"_s);
    m_filter->setPlaceholderText(tr("Search, such as 1.22"));
    m_filter->setAccessibleName(tr("Search Go versions"));
    m_filter->setClearButtonEnabled(true);
    m_list->setObjectName(u"build.versions.list"_s);
    m_list->setAccessibleName(tr("Go versions"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSpacing(3);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_filtered->setSourceModel(m_items);
    m_list->setModel(m_filtered);
    auto *reset = new QPushButton(tr("Reset Columns"));
    reset->setObjectName(u"build.versions.reset"_s);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(10, 10, 10, 10);
    rows->setSpacing(8);
    rows->addWidget(m_filter);
    rows->addWidget(m_list);
    rows->addWidget(reset, 0, Qt::AlignLeft);
    setFixedWidth(260);
    m_list->setFixedHeight(220);
    fill();
    connect(m_filter, &QLineEdit::textChanged, m_filtered, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_filter, &QLineEdit::returnPressed, this, &VersionsPopover::addTyped);
    connect(m_items, &QStandardItemModel::itemChanged, this, [this](const QStandardItem *item) {
        if (const auto version = GoVersion::parse(item->data().toString()))
            m_matrix.setVersionShown(*version, item->checkState() == Qt::Checked);
    });
    connect(reset, &QPushButton::clicked, this, [this] {
        m_matrix.resetVersions();
        fill();
    });
    m_filter->setFocus();
}

void VersionsPopover::fill()
{
    const QSignalBlocker blocker(m_items);
    m_filtered->setSourceModel(nullptr);
    m_items->clear();
    QVector<GoVersion> versions = m_matrix.installedVersions();
    for (const GoVersion &version : m_matrix.versions()) {
        if (!versions.contains(version))
            versions += version;
    }
    const QVector<GoVersion> fetchable = m_matrix.fetchableVersions();
    for (const GoVersion &version : fetchable) {
        if (!versions.contains(version))
            versions += version;
    }
    std::ranges::sort(versions, std::greater());
    const QVector<GoVersion> installed = m_matrix.installedVersions();
    for (const GoVersion &version : std::as_const(versions)) {
        const QString text = version.toString();
        auto *item = new QStandardItem(installed.contains(version)   ? text
                                       : fetchable.contains(version) ? tr("%1, to download").arg(text)
                                                                     : tr("%1, not installed").arg(text));
        item->setData(text);
        item->setCheckable(true);
        item->setCheckState(m_matrix.versions().contains(version) ? Qt::Checked : Qt::Unchecked);
        m_items->appendRow(item);
    }
    m_filtered->setSourceModel(m_items);
}

/// Return takes the first version that is found, or the text itself: a version that is not installed yet.
void VersionsPopover::addTyped()
{
    const auto typed = GoVersion::parse(m_filter->text().trimmed());
    if (const QModelIndex first = m_filtered->index(0, 0); first.isValid())
        m_filtered->setData(first, Qt::Checked, Qt::CheckStateRole);
    else if (typed)
        m_matrix.setVersionShown(*typed, true);
    else
        return;
    close();
}

} // namespace plugsmith
