// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/messagecard.h"
#include "gui/sourceopener.h"

namespace plugsmith {

class BuildSession;
struct LocalReplace;

/// What is wrong with the source that is open, or wants a decision before it is built (ui.md 18.1), below the card of
/// the source. Hidden when there is nothing to say.
class SourceMessage : public MessageCard
{
    Q_OBJECT

public:
    explicit SourceMessage(BuildSession &session, QWidget *parent = nullptr);

    void refresh();

signals:
    void openRequested();
    void localModuleRequested();
    void folderRequested(const QString &path);
    void fileRequested(const plugsmith::SourcePlace &place, int line);
    void said(const QString &sentence);

private:
    void showProblem();
    void showFinding();
    void showSynthetic();
    void showReplace(const LocalReplace &match);
    void addChooseAnother();
    void addCopyReport();
    void addPackages();
    void copyReport();
    void raiseLimit();

    BuildSession &m_session;
    QString m_acceptedSource; // whose go.mod that Plugsmith makes was agreed to
};

} // namespace plugsmith
