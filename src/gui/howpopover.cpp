// SPDX-License-Identifier: Apache-2.0
#include "gui/howpopover.h"

#include "gui/pageparts.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int Width = 460;

struct Way
{
    QString system; ///< empty: this machine's, which needs no name
    QString command;
};

QVector<Way> waysOf(const InstallPackages &packages, PackageManager manager)
{
    QVector<Way> ways;
    if (manager != PackageManager::None) {
        if (const QString command = packages.command(manager); !command.isEmpty())
            ways += {{}, command};
        return ways;
    }
    const std::pair<QString, PackageManager> systems[] = {
        {u"Debian, Ubuntu"_s, PackageManager::Apt},   {u"Fedora"_s, PackageManager::Dnf},
        {u"Arch"_s, PackageManager::Pacman},          {u"openSUSE"_s, PackageManager::Zypper},
        {u"macOS, Homebrew"_s, PackageManager::Brew},
    };
    for (const auto &[system, one] : systems) {
        if (const QString command = packages.command(one); !command.isEmpty() && command != packages.pipxCommand())
            ways += {system, command};
    }
    if (const QString command = packages.pipxCommand(); !command.isEmpty())
        ways += {u"pipx"_s, command};
    return ways;
}

} // namespace

HowPopover::HowPopover(const TargetObstacle &obstacle, PackageManager manager, QWidget *parent)
    : Popover(parent)
{
    setObjectName(u"build.matrix.how"_s);
    setAccessibleName(obstacle.title);
    setAccessibleDescription(obstacle.reason);
    setFixedWidth(Width);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(14, 12, 14, 12);
    rows->setSpacing(8);
    auto *title = new QLabel(obstacle.title);
    title->setFont(sectionFont());
    title->setWordWrap(true);
    rows->addWidget(title);
    rows->addWidget(makeQuietLabel(obstacle.reason));
    const QVector<Way> ways = waysOf(obstacle.packages, manager);
    for (const Way &way : ways) {
        if (!way.system.isEmpty())
            rows->addWidget(makeQuietLabel(way.system));
        auto *command = new QLineEdit(way.command);
        command->setObjectName(u"build.matrix.how.command"_s);
        command->setAccessibleName(tr("Command that installs it"));
        command->setFont(codeFont());
        command->setReadOnly(true);
        command->setCursorPosition(0);
        auto *copy = new QPushButton(symbolicIcon(u"edit-copy"_s), tr("Copy"));
        copy->setObjectName(u"build.matrix.how.copy"_s);
        connect(copy, &QPushButton::clicked, this, [this, text = way.command] {
            QApplication::clipboard()->setText(text);
            emit copied();
        });
        auto *row = new QHBoxLayout;
        row->setSpacing(8);
        row->addWidget(command, 1);
        row->addWidget(copy);
        rows->addLayout(row);
    }
    if (ways.isEmpty() && !obstacle.packages.apt.isEmpty())
        rows->addWidget(makeQuietLabel(tr("This distribution has no package that would do.")));
    auto *again = new QPushButton(symbolicIcon(u"view-refresh"_s), tr("Check again"));
    again->setObjectName(u"build.matrix.how.again"_s);
    connect(again, &QPushButton::clicked, this, [this] {
        emit checkAgainRequested();
        close();
    });
    auto *link = new QPushButton(symbolicIcon(u"applications-development"_s), tr("Show in Toolchains"));
    link->setObjectName(u"build.matrix.how.toolchains"_s);
    connect(link, &QPushButton::clicked, this, [this] {
        emit toolchainsRequested();
        close();
    });
    m_link = link;
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(link);
    buttons->addStretch(1);
    buttons->addWidget(again);
    rows->addLayout(buttons);
}

void HowPopover::hideLink()
{
    m_link->hide();
}

} // namespace plugsmith
