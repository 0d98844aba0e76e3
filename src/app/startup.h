// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <thread>

class QApplication;

namespace plugsmith {

/// What the window program needs before its QApplication is made. The thread reads the list of the system's fonts
/// while Qt connects to the screen; the first text would wait for it otherwise.
[[nodiscard]] std::jthread prepareStart();
/// Names, theme and language of the window program. Before any object that shows words is made.
void setUp(QApplication &application);

} // namespace plugsmith
