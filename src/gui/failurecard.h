// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/failureadvice.h"
#include "gui/messagecard.h"

namespace plugsmith {

class BuildJob;
class BuildSession;

/// Explains why the job failed that is shown, above its log: what happened, why, and buttons that do something about
/// it. Hidden for any other job. Never takes the place of the log.
class FailureCard : public MessageCard
{
    Q_OBJECT

public:
    explicit FailureCard(BuildSession &session, QWidget *parent = nullptr);

    /// nullptr: none.
    void showJob(const BuildJob *job);
    const FailureAdvice &advice() const { return m_advice; }

signals:
    /// A file as the log of the job names it; line and column may be 0.
    void fileRequested(const QString &jobId, const QString &file, int line, int column);
    void folderRequested(const QString &path);
    void localModuleRequested();
    void said(const QString &sentence);
    /// It appeared, went away, or says something else.
    void changed();

private:
    void fill(const BuildJob &job);
    void addButtonFor(const FailureAction &action);
    QString labelOf(const FailureAction &action) const;
    void perform(const FailureAction &action);
    void retryWith(const BuildOptions &options);
    void leaveOut(const QString &platform);
    void buildWith(const QString &version);
    void askForPrivate(const QString &pattern);
    QString report() const;
    const BuildJob *job() const;

    BuildSession &m_session;
    QString m_jobId; // of the job that is explained; empty: none
    FailureAdvice m_advice;
};

} // namespace plugsmith
