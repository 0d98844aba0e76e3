// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/gomod.h"
#include "gui/popover.h"

namespace plugsmith {

/// The modules that go.mod names, direct ones first, with their versions.
class DependenciesPopover : public Popover
{
    Q_OBJECT

public:
    DependenciesPopover(const GoMod &mod, QWidget *parent);
};

} // namespace plugsmith
