// SPDX-License-Identifier: Apache-2.0
#include "build/jobstate.h"

#include <array>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    JobState state;
    const char16_t *word;
    const char16_t *step;
};

constexpr std::array AllWords = {
    Words{JobState::Held, u"held", u"queue"},
    Words{JobState::Queued, u"queued", u"queue"},
    Words{JobState::Preparing, u"preparing", u"prepare"},
    Words{JobState::FetchingToolchain, u"fetching-toolchain", u"toolchain"},
    Words{JobState::ResolvingModules, u"resolving-modules", u"modules"},
    Words{JobState::Compiling, u"compiling", u"compile"},
    Words{JobState::Linking, u"linking", u"link"},
    Words{JobState::Stamping, u"stamping", u"stamp"},
    Words{JobState::Done, u"done", u"done"},
    Words{JobState::Failed, u"failed", u"failed"},
    Words{JobState::Cancelled, u"cancelled", u"cancelled"},
};

} // namespace

bool isRunning(JobState state)
{
    return state >= JobState::Preparing && state <= JobState::Stamping;
}

bool isFinished(JobState state)
{
    return state >= JobState::Done;
}

QString wordOf(JobState state)
{
    return QStringView(AllWords[static_cast<std::size_t>(state)].word).toString();
}

QString stepOf(JobState state)
{
    return QStringView(AllWords[static_cast<std::size_t>(state)].step).toString();
}

JobState jobStateFromWord(const QString &word)
{
    for (const Words &words : AllWords) {
        if (word == QStringView(words.word))
            return words.state;
    }
    return JobState::Failed;
}

} // namespace plugsmith
