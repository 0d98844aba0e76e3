// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/popover.h"
#include "models/targetmatrixmodel.h"

namespace plugsmith {

/// Why a target cannot be built here and how that changes: the command for this distribution, to copy, and a button
/// that looks again.
class HowPopover : public Popover
{
    Q_OBJECT

public:
    /// `manager` is that of this machine; with None, the commands of all known ones are shown.
    HowPopover(const TargetObstacle &obstacle, PackageManager manager, QWidget *parent);
    /// Without the way to the page where it is already.
    void hideLink();

signals:
    void copied();
    void checkAgainRequested();
    void toolchainsRequested();

private:
    QWidget *m_link;
};

} // namespace plugsmith
