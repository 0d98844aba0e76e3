// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/reporter.h"

namespace plugsmith {

/// One JSON object in each line of standard output, written at once. The keys are a promise to scripts.
class JsonReporter : public Reporter
{
public:
    void note(const PlanNote &note) override;
    void jobAdded(const BuildJob &job) override;
    void jobChanged(const BuildJob &job) override;
    void jobProgressed(const BuildJob &job) override;
    void log(const BuildJob &job) override;
    void error(const Error &error) override;
    void finished(int built, int failed) override;
};

} // namespace plugsmith
