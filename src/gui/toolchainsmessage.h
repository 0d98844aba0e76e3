// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/messagecard.h"

namespace plugsmith {

class ToolchainSession;

/// The one message of the Toolchains page: what went wrong, that no source can be read, what asking would contact, or
/// that there is no Go; the first of these that holds.
class ToolchainsMessage : public MessageCard
{
    Q_OBJECT

public:
    explicit ToolchainsMessage(ToolchainSession &session, QWidget *parent = nullptr);

    /// Until somebody closes it.
    void showProblem(const Error &error);

signals:
    void addRequested();
    void settingsRequested();

private:
    enum class Kind { None, Problem, Offline, Asking, Consent, Empty };
    void refresh();
    Kind wanted() const;
    void fill(Kind kind);
    void addAdd();

    ToolchainSession &m_session;
    Error m_problem;         // empty message: none
    bool m_isPutOff = false; // the question, until the next start
    Kind m_kind = Kind::None;
    QString m_shown; // what the text depends on
};

} // namespace plugsmith
