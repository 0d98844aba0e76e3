// SPDX-License-Identifier: Apache-2.0
#include "gui/toolchainpopovers.h"

#include "gui/pageparts.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"
#include "models/buildtext.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int Width = 420;
constexpr int ChecksumLetters = 74; // of a line with a SHA-256 and a word before it

QVBoxLayout *beginPopover(QWidget *popover, const QString &title)
{
    popover->setFixedWidth(Width);
    auto *rows = new QVBoxLayout(popover);
    rows->setContentsMargins(14, 12, 14, 12);
    rows->setSpacing(8);
    auto *heading = new QLabel(title);
    heading->setFont(sectionFont());
    heading->setWordWrap(true);
    heading->setTextFormat(Qt::PlainText);
    rows->addWidget(heading);
    return rows;
}

} // namespace

ReasonPopover::ReasonPopover(const Error &error, QWidget *parent)
    : Popover(parent)
{
    setObjectName(u"toolchains.reason"_s);
    setAccessibleName(error.message);
    setAccessibleDescription(error.reason);
    QVBoxLayout *rows = beginPopover(this, error.message);
    if (!error.reason.isEmpty())
        rows->addWidget(makeQuietLabel(error.reason));
    if (error.detail.isEmpty())
        return;
    QLabel *detail = makeQuietLabel(error.detail.left(2000));
    detail->setFont(codeFont());
    setFixedWidth(qMax(Width, QFontMetrics(codeFont()).horizontalAdvance(QString(ChecksumLetters, u'0')) + 32));
    rows->addWidget(detail);
    auto *copy = new QPushButton(symbolicIcon(u"edit-copy"_s), tr("Copy Report"));
    copy->setObjectName(u"toolchains.reason.copy"_s);
    connect(copy, &QPushButton::clicked, this, [this, error] {
        QApplication::clipboard()->setText(error.sentence() + u'\n' + error.detail);
        emit copied();
    });
    rows->addWidget(copy, 0, Qt::AlignRight);
}

FreeSpacePopover::FreeSpacePopover(const QVector<FetchedToolchain> &toolchains, QWidget *parent)
    : Popover(parent)
{
    setObjectName(u"toolchains.freeUp"_s);
    setAccessibleName(tr("Go versions that were not used for long"));
    QVBoxLayout *rows =
        beginPopover(this, tr("Remove %n Go version(s)?", nullptr, static_cast<int>(toolchains.size())));
    qint64 bytes = 0;
    for (const FetchedToolchain &one : toolchains) {
        bytes += one.bytes;
        rows->addWidget(
            new QLabel(tr("%1, %2, last used %3")
                           .arg(one.version.toString(), shownSize(one.bytes),
                                QLocale().toString(one.lastUse.toLocalTime().date(), QLocale::ShortFormat))));
    }
    rows->addWidget(makeQuietLabel(tr("They can be downloaded again at any time.")));
    auto *remove = new QPushButton(symbolicIcon(u"edit-delete"_s), tr("Remove and free %1").arg(shownSize(bytes)));
    remove->setObjectName(u"toolchains.freeUp.remove"_s);
    connect(remove, &QPushButton::clicked, this, [this] {
        emit removeRequested();
        close();
    });
    rows->addWidget(remove, 0, Qt::AlignRight);
}

} // namespace plugsmith
