// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/goversion.h"
#include "base/platform.h"

#include <QSet>
#include <QString>

#include <string>
#include <string_view>

namespace plugsmith {

/// What decides whether a file belongs to a build.
struct BuildContext
{
    Platform platform = Platform::thisMachine();
    GoVersion goVersion;
    bool cgo = true;
    QSet<QString> tags; ///< what the user adds with -tags

    /// Whether a single tag of a constraint holds (go/build, matchTag): GOOS, GOARCH, "unix", "cgo", "gc", "go1.N",
    /// tags.
    bool hasTag(std::string_view tag) const;
};

/// Evaluates the expression of a "//go:build" line: ||, &&, !, parentheses. An expression that cannot be parsed holds:
/// the compiler will complain about it better than we can.
bool evaluateConstraint(std::string_view expression, const BuildContext &context);

/// The constraint of a file: its "//go:build" line, else its "// +build" lines rewritten as one expression, else empty.
/// Looks only above the package clause, as the go command does.
std::string constraintOfSource(std::string_view source);

/// Whether name_GOOS_GOARCH.go fits, and whether the name takes part in builds at all (no _test.go, no leading . or _).
bool fileNameFits(std::string_view fileName, const BuildContext &context);

} // namespace plugsmith
