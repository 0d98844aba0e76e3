// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/jobstate.h"

#include <QWidget>

class QFormLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedLayout;

namespace plugsmith {

struct PlannedJob;

/// What a job made; before a build, what it will write and what the build info will say.
class ResultPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ResultPanel(QWidget *parent = nullptr);

    /// `loadName` is the plugin's name if it can be loaded on this machine, else empty.
    void showResult(const JobResult &result, double seconds, const QString &loadName);
    void showPlan(const PlannedJob &job);
    void showNothing();

signals:
    void showInFolderRequested(const QString &path);
    void loadRequested(const QString &path);

private:
    QWidget *makeFacts();
    QWidget *makePreview();

    QStackedLayout *m_pages;
    QFormLayout *m_form = nullptr;
    QVector<QLabel *> m_values;
    QPushButton *m_load = nullptr;
    QPushButton *m_showInFolder = nullptr;
    QLabel *m_plannedFile = nullptr;
    QLabel *m_plannedFolder = nullptr;
    QPlainTextEdit *m_plannedInfo = nullptr;
    QString m_path;
};

} // namespace plugsmith
