// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/platform.h"
#include "base/result.h"
#include "base/scn.h"

#include <QMap>
#include <QMetaType>

namespace plugsmith {

/// What the rules need to know about a plugin.
struct PluginCandidate
{
    QString name;
    Scn scn;
    QString version; ///< "1.22.6", as the build info or the file name says it
    Platform platform;

    bool operator==(const PluginCandidate &) const = default;
};

/// The state of a session as far as the rules go.
struct ManagerState
{
    Scn initialScn; ///< 0 refuses nothing
    QString version;
    Platform platform;
    QMap<QString, Scn> loaded; ///< the newest that was loaded, by name
};

/// Whether a Go program with viant/pgo's manager would take a plugin, and if not, by which rule. In this order, as
/// there (manager/service.go, build/runtime.go): its SCN is below the initial one; it is not above the loaded one of
/// the same name; another processor, another system, another Go version. A value.
struct ManagerVerdict
{
    enum class Rule { Fits, OlderThanInitial, Outdated, OtherProcessor, OtherSystem, OtherVersion };

    Rule rule = Rule::Fits;
    QString given;  ///< what the plugin has: an SCN, a platform or a version
    QString wanted; ///< what it is measured against

    bool fits() const { return rule == Rule::Fits; }
    /// The refusal in words of ui.md 18.5, with both numbers.
    Error words(const QString &name) const;

    bool operator==(const ManagerVerdict &) const = default;
};

ManagerVerdict judge(const PluginCandidate &candidate, const ManagerState &state);

} // namespace plugsmith

Q_DECLARE_METATYPE(plugsmith::ManagerVerdict)
