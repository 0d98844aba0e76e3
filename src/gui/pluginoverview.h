// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/machineverdict.h"
#include "models/pluginreading.h"

#include <QScrollArea>

class QFormLayout;
class QLabel;
class QVBoxLayout;

namespace plugsmith {

class MessageCard;

/// What a plugin says about itself, as a form; above it what does not fit together, and whether this machine loads it.
class PluginOverview : public QScrollArea
{
    Q_OBJECT

public:
    explicit PluginOverview(QWidget *parent = nullptr);

    void showReading(const PluginReading &reading, const MachineVerdict &verdict, const LocalMachine &machine);

signals:
    /// The build info of what is shown should be written or corrected.
    void infoRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showCards(const PluginReading &reading, const MachineVerdict &verdict, const LocalMachine &machine);
    void showContradictions(const PluginEntry &entry);
    void showMissingInfo(const PluginEntry &entry);
    void showFacts(const PluginReading &reading);
    void addFact(const QString &name, const QString &value, bool isCode = false);

    MessageCard *m_verdict;
    MessageCard *m_contradictions;
    MessageCard *m_missingInfo;
    QFormLayout *m_form;
    QLabel *m_infoHeading;
    QLabel *m_info;
};

} // namespace plugsmith
