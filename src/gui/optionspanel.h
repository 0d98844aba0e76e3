// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <memory>

namespace plugsmith {

class BuildSession;
namespace Ui {
class OptionsPanel;
}

/// Name, result, flags and folder of a build. Shows what the session holds and forwards what is edited.
class OptionsPanel : public QWidget
{
    Q_OBJECT

public:
    /// The section's heading, with the link to further options.
    QWidget *makeHeading();

    explicit OptionsPanel(BuildSession &session, QWidget *parent = nullptr);
    ~OptionsPanel() override;

private:
    void refresh();
    void applyOptions();
    void applyScn();
    void chooseFolder();
    void showAdvanced();

    BuildSession &m_session;
    std::unique_ptr<Ui::OptionsPanel> m_ui;
    bool m_refreshing = false;
};

} // namespace plugsmith
