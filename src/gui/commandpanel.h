// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QPlainTextEdit;

namespace plugsmith {

struct JobSpec;
struct PlannedJob;

/// What a build runs, and the same from a terminal: to read and to copy.
class CommandPanel : public QWidget
{
    Q_OBJECT

public:
    explicit CommandPanel(QWidget *parent = nullptr);

    void showPlan(const PlannedJob &job, const QString &name);
    /// An earlier build, of which only the choices are known.
    void showSpec(const JobSpec &spec);
    void clear();

private:
    void show(const QString &text);

    QPlainTextEdit *m_text;
};

} // namespace plugsmith
