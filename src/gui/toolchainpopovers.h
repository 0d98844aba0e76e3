// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "gui/popover.h"
#include "toolchain/toolchainstore.h"

namespace plugsmith {

/// Why something did not work: what happened, why, and the words of the tool to copy.
class ReasonPopover : public Popover
{
    Q_OBJECT

public:
    ReasonPopover(const Error &error, QWidget *parent);

signals:
    void copied();
};

/// Says what will go before it goes.
class FreeSpacePopover : public Popover
{
    Q_OBJECT

public:
    FreeSpacePopover(const QVector<FetchedToolchain> &toolchains, QWidget *parent);

signals:
    void removeRequested();
};

} // namespace plugsmith
