// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QUrl>
#include <QWidget>

class QLabel;
class QLineEdit;
class QTextBrowser;
class QToolButton;
class QTreeWidget;

namespace plugsmith {

class Settings;

/// The texts of the Help menu, beside the main window: pages of ../resources/help in the language of the window, or in
/// English, with a list of their chapters. Needs no network. Deletes itself; remembers where it was.
class HelpWindow : public QWidget
{
    Q_OBJECT

public:
    /// The settings must live longer.
    HelpWindow(Settings &settings, QWidget *parent);
    ~HelpWindow() override;

    /// Names of the pages, in the order of the contents.
    static QStringList pages();
    /// Where they are for a language such as "de"; there is always one.
    static QUrl folderFor(const QString &language);

    /// Shows a page, and the window above others.
    void showPage(const QString &page);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeBar();
    void fillContents();
    void selectChapter(const QUrl &url);
    void search();
    void findNext(bool forward);
    void showCount();
    void recolor();

    Settings &m_settings;
    QUrl m_folder;
    QTextBrowser *m_text;
    QTreeWidget *m_contents;
    QToolButton *m_back;
    QToolButton *m_forward;
    QLineEdit *m_find;
    QLabel *m_count;
};

} // namespace plugsmith
