// SPDX-License-Identifier: Apache-2.0
#include "session/managerrules.h"

#include <QCoreApplication>

namespace plugsmith {
namespace {

struct ManagerRulesText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::ManagerRules)
};

} // namespace

ManagerVerdict judge(const PluginCandidate &candidate, const ManagerState &state)
{
    using Rule = ManagerVerdict::Rule;
    if (candidate.scn < state.initialScn)
        return {Rule::OlderThanInitial, candidate.scn.toString(), state.initialScn.toString()};
    if (const auto loaded = state.loaded.constFind(candidate.name);
        loaded != state.loaded.cend() && candidate.scn <= *loaded)
        return {Rule::Outdated, candidate.scn.toString(), loaded->toString()};
    if (candidate.platform.arch != state.platform.arch)
        return {Rule::OtherProcessor, candidate.platform.toString(), state.platform.toString()};
    if (candidate.platform.os != state.platform.os)
        return {Rule::OtherSystem, candidate.platform.toString(), state.platform.toString()};
    if (candidate.version != state.version)
        return {Rule::OtherVersion, candidate.version, state.version};
    return {};
}

Error ManagerVerdict::words(const QString &name) const
{
    switch (rule) {
    case Rule::Fits:
        break;
    case Rule::OlderThanInitial:
        return {ErrorCode::Unsupported,
                ManagerRulesText::tr("%1 was not loaded: its SCN is older").arg(name),
                ManagerRulesText::tr("Initial SCN is %1, the plugin has %2.").arg(wanted, given),
                {}};
    case Rule::Outdated:
        return {ErrorCode::Unsupported,
                given == wanted ? ManagerRulesText::tr("%1 was not loaded: it is in memory already").arg(name)
                                : ManagerRulesText::tr("%1 was not loaded: a newer one is in memory").arg(name),
                ManagerRulesText::tr("The loaded one has SCN %1, the plugin has %2.").arg(wanted, given),
                {}};
    case Rule::OtherProcessor:
    case Rule::OtherSystem:
        return {ErrorCode::Unsupported,
                ManagerRulesText::tr("%1 is for %2").arg(name, given),
                ManagerRulesText::tr("This machine is %1.").arg(wanted),
                {}};
    case Rule::OtherVersion:
        return {ErrorCode::Unsupported,
                ManagerRulesText::tr("%1 needs Go %2").arg(name, given),
                ManagerRulesText::tr("This session runs Go %1.").arg(wanted),
                {}};
    }
    return {};
}

} // namespace plugsmith
