// SPDX-License-Identifier: Apache-2.0
// The help: what the window does, and that its texts say what is so.
#include "gui/helpwindow.h"

#include "base/settingkeys.h"
#include "windowfixture.h"

#include <QAction>
#include <QDirIterator>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

class tst_HelpWindow : public QObject
{
    Q_OBJECT

private:
    static QString read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    static QString page(const QString &language, const QString &name)
    {
        return read(u":/help/%1/%2.html"_s.arg(language, name));
    }
    static QStringList languages() { return QDir(u":/help"_s).entryList(QDir::Dirs, QDir::Name); }
    static QStringList all(const QString &expression, const QString &text)
    {
        QStringList found;
        for (const auto &match : QRegularExpression(expression).globalMatch(text))
            found += match.captured(1);
        return found;
    }

private slots:
    void menuOpensOneWindow()
    {
        WindowFixture fixture;
        QVERIFY(fixture.start());
        const auto *menu = fixture.window->menuBar()->findChild<QMenu *>(u"menu.help"_s);
        QStringList names;
        for (const QAction *action : menu->actions()) {
            if (!action->isSeparator())
                names += action->objectName().section(u'.', 1);
        }
        QCOMPARE(names.join(u' '), u"manual shortcuts sample pluginNeeds diagnostics about"_s);
        fixture.activate();
        QTest::keyClick(fixture.window.get(), Qt::Key_F1);
        auto *help = fixture.find<HelpWindow>("help");
        QVERIFY(help && help->isVisible());
        QVERIFY(help->isWindow());
        QVERIFY(!help->isModal());
        auto *text = help->findChild<QTextBrowser *>(u"help.text"_s);
        QVERIFY(text->toPlainText().startsWith(u"Manual"));
        fixture.find<QAction>("help.pluginNeeds")->trigger();
        QCOMPARE(fixture.window->findChildren<HelpWindow *>().size(), 1);
        QVERIFY(text->toPlainText().startsWith(u"What a Plugin Needs"));
        help->resize(700, 500);
        help->close();
        QTRY_VERIFY(!fixture.find<HelpWindow>("help"));
        fixture.find<QAction>("help.manual")->trigger();
        QCOMPARE(fixture.find<HelpWindow>("help")->size(), QSize(700, 500));
    }

    void doesNotKeepTheProgram()
    {
        WindowFixture fixture;
        QVERIFY(fixture.start());
        fixture.find<QAction>("help.manual")->trigger();
        QVERIFY(fixture.find<HelpWindow>("help")->isVisible());
        // Only a running loop ends with the last window.
        QTimer::singleShot(0, fixture.window.get(), &QWidget::close);
        QTimer::singleShot(Patience / 2, fixture.window.get(), [] { QCoreApplication::exit(1); });
        QCOMPARE(QApplication::exec(), 0);
    }

    void chaptersAndHistory()
    {
        const QTemporaryDir folder;
        Settings settings(folder.filePath(u"settings.ini"_s));
        HelpWindow help(settings, nullptr);
        help.setAttribute(Qt::WA_DeleteOnClose, false);
        help.showPage(u"manual"_s);
        QVERIFY(QTest::qWaitForWindowExposed(&help));
        auto *text = help.findChild<QTextBrowser *>(u"help.text"_s);
        auto *contents = help.findChild<QTreeWidget *>(u"help.contents"_s);
        auto *back = help.findChild<QToolButton *>(u"help.back"_s);
        QCOMPARE(contents->topLevelItemCount(), HelpWindow::pages().size());
        QCOMPARE(contents->currentItem(), contents->topLevelItem(0));
        QVERIFY(!back->isEnabled());
        contents->setCurrentItem(contents->topLevelItem(0)->child(5));
        QVERIFY(text->verticalScrollBar()->value() > 0);
        contents->setCurrentItem(contents->topLevelItem(1)->child(1));
        QVERIFY(text->source().toString().endsWith(u"/plugin.html#exports"));
        QVERIFY(back->isEnabled());
        back->click();
        QCOMPARE(contents->currentItem(), contents->topLevelItem(0)->child(5));
        QTest::keyClick(&help, Qt::Key_Right, Qt::AltModifier);
        QTRY_COMPARE(contents->currentItem(), contents->topLevelItem(1)->child(1));
        QTest::keyClick(text, Qt::Key_Escape);
        QTRY_VERIFY(!help.isVisible());
    }

    void finds()
    {
        const QTemporaryDir folder;
        Settings settings(folder.filePath(u"settings.ini"_s));
        HelpWindow help(settings, nullptr);
        help.setAttribute(Qt::WA_DeleteOnClose, false);
        help.showPage(u"plugin"_s);
        QVERIFY(QTest::qWaitForWindowActive(&help));
        auto *text = help.findChild<QTextBrowser *>(u"help.text"_s);
        auto *field = help.findChild<QLineEdit *>(u"help.find"_s);
        QTest::keyClick(&help, Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, u"trimpath"_s);
        QCOMPARE(text->textCursor().selectedText(), u"trimpath"_s);
        QVERIFY(field->accessibleDescription().startsWith(u"1 of "));
        const int first = text->textCursor().position();
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(text->textCursor().position() > first);
        QVERIFY(field->accessibleDescription().startsWith(u"2 of "));
        QTest::keyClick(&help, Qt::Key_F3, Qt::ShiftModifier);
        QTRY_COMPARE(text->textCursor().position(), first);
        QTest::keyClick(&help, Qt::Key_F3, Qt::ShiftModifier); // round to the last
        QTRY_VERIFY(text->textCursor().position() > first);
        const QString last = field->accessibleDescription();
        QCOMPARE(last.section(u' ', 0, 0), last.section(u' ', -1));
        field->setText(u"nowhere to be found"_s);
        QCOMPARE(field->accessibleDescription(), u"not on this page"_s);
    }

    /// Not from the beginning of the page, which may be far away.
    void findsFromWhereItIs()
    {
        const QTemporaryDir folder;
        Settings settings(folder.filePath(u"settings.ini"_s));
        HelpWindow help(settings, nullptr);
        help.setAttribute(Qt::WA_DeleteOnClose, false);
        help.showPage(u"manual"_s);
        QVERIFY(QTest::qWaitForWindowExposed(&help));
        auto *contents = help.findChild<QTreeWidget *>(u"help.contents"_s);
        contents->setCurrentItem(contents->topLevelItem(0)->child(4));
        help.findChild<QLineEdit *>(u"help.find"_s)->setText(u"plugin"_s);
        const QTextCursor found = help.findChild<QTextBrowser *>(u"help.text"_s)->textCursor();
        QCOMPARE(found.selectedText(), u"plugin"_s);
        QVERIFY(found.block().previous().text().startsWith(u"Load and call"));
    }

    void languageDecides()
    {
        QCOMPARE(HelpWindow::folderFor(u"de"_s), QUrl(u"qrc:/help/de/"_s));
        QCOMPARE(HelpWindow::folderFor(u"tlh"_s), QUrl(u"qrc:/help/en/"_s));
    }

    void linksLeadSomewhere()
    {
        QVERIFY(languages().contains(u"en"_s));
        for (const QString &language : languages()) {
            for (const QString &name : HelpWindow::pages()) {
                const QString text = page(language, name);
                QVERIFY(!text.isEmpty());
                for (const QString &link : all(u"href=\"([^\"]*)\""_s, text)) {
                    const QString target = page(language, link.section(u'.', 0, 0));
                    QVERIFY2(!target.isEmpty(), qPrintable(link));
                    const QString anchor = link.section(u'#', 1);
                    QVERIFY2(anchor.isEmpty() || target.contains(u"name=\""_s + anchor + u'"'), qPrintable(link));
                }
                // Nothing that a dark palette would make unreadable, and nothing from the network.
                QVERIFY(!text.contains(QRegularExpression(u"color|bgcolor|style=|<img|http"_s)));
            }
        }
    }

    /// Each language has all that English has: chapters, commands, keys.
    void languagesAgree()
    {
        for (const QString &language : languages()) {
            for (const QString &name : HelpWindow::pages()) {
                const QString english = page(u"en"_s, name);
                const QString other = page(language, name);
                for (const char *what :
                     {"<a name=\"([^\"]*)\"", "(plugsmith-cli [a-z][^\n<]*)", "<(kbd)>", "<(tr)>", "<(li)>"})
                    QCOMPARE(all(QLatin1StringView(what), other), all(QLatin1StringView(what), english));
            }
        }
    }

    void keysAreTheProgramsOwn()
    {
        WindowFixture fixture;
        QSet<QString> known;
        for (const QAction *action : fixture.window->actions()) {
            for (const QKeySequence &keys : action->shortcuts())
                known += keys.toString(QKeySequence::PortableText);
        }
        const QSet<QString> others{u"Ctrl"_s, u"Space"_s};
        for (const QString &keys : all(u"<kbd>([^<]*)</kbd>"_s, page(u"en"_s, u"manual"_s)))
            QVERIFY2(known.contains(keys) || others.contains(keys), qPrintable(keys));
    }

    /// What the manual says of menus is there.
    void menuEntriesExist()
    {
        WindowFixture fixture;
        QSet<QString> known;
        for (const QMenu *menu : fixture.window->menuBar()->findChildren<const QMenu *>(Qt::FindDirectChildrenOnly)) {
            for (const QAction *action : menu->actions())
                known += QString(menu->title() + u" ▸ "_s + action->text()).remove(u'&').remove(u'…');
        }
        for (QString entry :
             all(u"<i>((?:File|Edit|View|Build|Plugin|Session|Help) ▸ [^<]*)</i>"_s, page(u"en"_s, u"manual"_s))) {
            entry = entry.simplified();
            QVERIFY2(known.contains(entry), qPrintable(entry));
        }
    }

    void optionsExist()
    {
        QString sources;
        QDirIterator files(QStringLiteral(PLUGSMITH_SOURCE_DIR "/src/cli"), {u"*commandline.cpp"_s});
        while (files.hasNext())
            sources += read(files.next());
        QVERIFY(!sources.isEmpty());
        const QString manual = page(u"en"_s, u"manual"_s);
        QStringList options = all(u"[\\s>]--([a-z][a-z-]*)"_s, manual);
        QVERIFY(options.size() > 10);
        options.removeAll(u"help"_s);
        for (const QString &option : options)
            QVERIFY2(sources.contains(u'"' + option + u'"'), qPrintable(option));
        for (const QString &command : all(u"plugsmith-cli ([a-z]+)"_s, manual))
            QVERIFY2(sources.contains(u"plugsmith-cli "_s + command), qPrintable(command));
    }
};

QTEST_MAIN(tst_HelpWindow)
#include "tst_helpwindow.moc"
