// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/failureadvice.h"

#include <optional>

/// How failures are recognised in what the go command said: each rule knows one row of the table, and its words.
namespace plugsmith::failurerules {

using Rule = std::optional<FailureAdvice> (*)(const FailureFacts &facts);

/// In the order to ask: what explains the others comes first.
const QVector<Rule> &rules();

// failuremodules.cpp: modules, proxies, sums
std::optional<FailureAdvice> requiredGo(const FailureFacts &facts);
std::optional<FailureAdvice> checksum(const FailureFacts &facts);
std::optional<FailureAdvice> missingReplace(const FailureFacts &facts);
std::optional<FailureAdvice> staleVendor(const FailureFacts &facts);
std::optional<FailureAdvice> notInCache(const FailureFacts &facts);
std::optional<FailureAdvice> unreachable(const FailureFacts &facts);
std::optional<FailureAdvice> privateModule(const FailureFacts &facts);
std::optional<FailureAdvice> missingSums(const FailureFacts &facts);
std::optional<FailureAdvice> missingModule(const FailureFacts &facts);

// failurerules.cpp: the system, C, Go code
std::optional<FailureAdvice> diskFull(const FailureFacts &facts);
std::optional<FailureAdvice> killed(const FailureFacts &facts);
std::optional<FailureAdvice> cgoOff(const FailureFacts &facts);
std::optional<FailureAdvice> noPlugins(const FailureFacts &facts);
std::optional<FailureAdvice> noCCompiler(const FailureFacts &facts);
std::optional<FailureAdvice> missingCLibrary(const FailureFacts &facts);
std::optional<FailureAdvice> noMainFunction(const FailureFacts &facts);
std::optional<FailureAdvice> importCycle(const FailureFacts &facts);
std::optional<FailureAdvice> missingEmbed(const FailureFacts &facts);
std::optional<FailureAdvice> oldDirective(const FailureFacts &facts);
std::optional<FailureAdvice> newerGo(const FailureFacts &facts);
std::optional<FailureAdvice> overflow(const FailureFacts &facts);
std::optional<FailureAdvice> compileErrors(const FailureFacts &facts);

/// "file.go:3:5: message", taken apart.
struct Position
{
    QString file;
    int line = 0;
    int column = 0;
    QString message;
};
std::optional<Position> positionOf(const QString &line);
void setPosition(FailureAdvice &advice, const Position &position);

} // namespace plugsmith::failurerules
