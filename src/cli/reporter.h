// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/buildjob.h"

namespace plugsmith {

/// Tells somebody how builds go: a person at a terminal, or a program that reads JSON.
class Reporter
{
public:
    virtual ~Reporter() = default;

    virtual void note(const PlanNote &note) = 0;
    virtual void jobAdded(const BuildJob &job) = 0;
    virtual void jobChanged(const BuildJob &job) = 0;
    virtual void jobProgressed(const BuildJob &job) = 0;
    /// At the end of each job when logs are wanted.
    virtual void log(const BuildJob &job) = 0;
    virtual void error(const Error &error) = 0;
    virtual void finished(int built, int failed) = 0;
};

} // namespace plugsmith
