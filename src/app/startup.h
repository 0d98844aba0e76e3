// SPDX-License-Identifier: Apache-2.0
#pragma once

class QApplication;

namespace plugsmith {

/// What the window program needs before its QApplication is made.
void prepareStart();
/// Names, theme and language of the window program. Before any object that shows words is made.
void setUp(QApplication &application);

} // namespace plugsmith
