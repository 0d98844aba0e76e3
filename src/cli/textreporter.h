// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/reporter.h"

#include <QStringList>
#include <QTimer>
#include <QVector>

namespace plugsmith {

/// For people. On a terminal a table that changes in place; elsewhere a line for each step. Colours only on a terminal
/// and not with NO_COLOR.
class TextReporter : public QObject, public Reporter
{
    Q_OBJECT

public:
    TextReporter();
    ~TextReporter() override;

    void note(const PlanNote &note) override;
    void jobAdded(const BuildJob &job) override;
    void jobChanged(const BuildJob &job) override;
    void jobProgressed(const BuildJob &job) override;
    void log(const BuildJob &job) override;
    void error(const Error &error) override;
    void finished(int built, int failed) override;

private:
    QString rowOf(const BuildJob &job) const;
    QString coloured(const QString &text, JobState state) const;
    void draw();
    void clearTable();
    void print(const QString &text) const;

    QVector<const BuildJob *> m_jobs;
    QTimer m_redraw; // elapsed times move on
    int m_drawnRows = 0;
    bool m_isTerminal;
    bool m_hasColour;
};

} // namespace plugsmith
