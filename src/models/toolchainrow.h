// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <Qt>

namespace plugsmith {

/// What the tables of the Toolchains page have in common, so that one delegate paints both.
struct ToolchainRow
{
    enum Role {
        ToneRole = Qt::UserRole, ///< Tone of a cell
        DetailRole,              ///< quieter words behind the text of a cell
        FractionRole,            ///< double from 0 to 1 while something runs, -1 if nobody knows; invalid: nothing runs
        ActionRole,              ///< Action of the row, in every cell
        ActionTextRole,          ///< the word on its button; empty: none
        LinkRole,                ///< a word behind the text that leads to the reason; empty: none
        KeyRole,                 ///< what the row is about, in every cell: a name that survives changes
        ReasonRole,              ///< why something does not work, sentences; empty: nothing to explain
    };
    /// How a cell is meant; icons and colours follow from it.
    enum class Tone { Plain, Strong, Quiet, Good, Checked, Busy, Caution, Bad };
    enum class Action { None, Get, Cancel, Remove, Retry, Copy, Why, Finish, Choose };
};

} // namespace plugsmith
