// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace plugsmith {

/// The platforms of `case "plugin"` in the function BuildModeSupported of Go's source, "linux/amd64" and so on, sorted.
/// Empty if the text has no such case. Pure; any bytes.
QStringList parsePluginPlatforms(const QByteArray &source);

/// Reads that source in a GOROOT: src/internal/platform/supported.go, in older releases
/// src/cmd/internal/sys/supported.go. Empty if neither is there. One small file; for a worker.
QStringList pluginPlatformsOf(const QString &root);

} // namespace plugsmith
