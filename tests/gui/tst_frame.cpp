// SPDX-License-Identifier: Apache-2.0
// The parts around the pages: the way through them, messages, shortcuts, settings, large text, other languages, and
// what the desktop is told.
#include "base/settingkeys.h"
#include "gui/desktopnotifier.h"
#include "gui/elidedlabel.h"
#include "gui/messagecard.h"
#include "gui/navigator.h"
#include "gui/shortcuts.h"
#include "gui/windowmessages.h"
#include "windowfixture.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QListWidget>
#include <QMenuBar>
#include <QProcess>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTranslator>
#include <QTreeWidget>
#include <QXmlStreamReader>
#ifdef PLUGSMITH_HAS_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#endif

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

namespace {

/// Three pages that remember their subject.
struct Pages
{
    Pages()
        : navigator(stack, back, forward)
    {
        for (const QString &id : {u"one"_s, u"two"_s, u"three"_s}) {
            auto *action = new QAction(id, &stack);
            action->setCheckable(true);
            auto *button = new QPushButton;
            button->setObjectName(id + u".button");
            auto *page = new QWidget;
            button->setParent(page);
            navigator.addPage({id,
                               action,
                               page,
                               [this, id] { return subjects.value(id); },
                               [this, id](const QString &subject) { subjects.insert(id, subject); },
                               {},
                               {}});
        }
    }
    QString here() const { return navigator.current().id + u' ' + subjects.value(navigator.current().id); }

    QHash<QString, QString> subjects;
    QStackedWidget stack;
    QAction back;
    QAction forward;
    Navigator navigator;
};

/// Whether a widget is as wide as its text; those that shorten their text, break it or scroll need not be.
bool isCut(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return !label->text().isEmpty() && !label->wordWrap() && !qobject_cast<const ElidedLabel *>(label) &&
               label->width() < label->sizeHint().width();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return !button->text().isEmpty() && button->width() < button->minimumSizeHint().width();
    return false;
}

} // namespace

#ifdef PLUGSMITH_HAS_DBUS
/// What a desktop does with notifications.
class FakeDesktop : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public slots:
    uint Notify(const QString &, uint replaces, const QString &, const QString &title, const QString &text,
                const QStringList &actions, const QVariantMap &, int)
    {
        calls += title + u'|' + text + u'|' + QString::number(replaces);
        lastActions = actions;
        return 7;
    }
    void Update(const QString &uri, const QVariantMap &values)
    {
        progress +=
            uri + u' ' + values.value(u"progress"_s).toString() + u' ' + values.value(u"progress-visible"_s).toString();
    }

signals:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);

public:
    QStringList calls;
    QStringList lastActions;
    QStringList progress;
};
#endif

class tst_Frame : public QObject
{
    Q_OBJECT

private slots:
    void backAndForwardFollowTheWay()
    {
        Pages pages;
        QCOMPARE(pages.here(), u"one "_s);
        QVERIFY(!pages.back.isEnabled() && !pages.forward.isEnabled());
        pages.navigator.go({u"two"_s, u"pricing.so"_s, {}});
        pages.navigator.go({u"three"_s, {}, {}});
        pages.navigator.go({u"two"_s, u"greeter.so"_s, {}});
        QCOMPARE(pages.here(), u"two greeter.so"_s);
        pages.back.trigger();
        QCOMPARE(pages.here(), u"three "_s);
        pages.back.trigger();
        QCOMPARE(pages.here(), u"two pricing.so"_s);
        pages.back.trigger();
        QCOMPARE(pages.here(), u"one "_s);
        QVERIFY(!pages.back.isEnabled());
        pages.forward.trigger();
        pages.forward.trigger();
        QCOMPARE(pages.here(), u"three "_s);
        QVERIFY(pages.forward.isEnabled());
        pages.navigator.go({u"one"_s, {}, {}}); // another way: the old one ahead is gone
        QVERIFY(!pages.forward.isEnabled());
        QVERIFY(pages.navigator.pages()[0].action->isChecked());
        QVERIFY(!pages.navigator.pages()[2].action->isChecked());
    }

    void goingNowhereIsNoStep()
    {
        Pages pages;
        pages.navigator.go({u"one"_s, {}, {}});
        pages.navigator.go({u"missing"_s, {}, {}});
        QVERIFY(!pages.back.isEnabled());
        pages.navigator.goBack();
        pages.navigator.goForward();
        QCOMPARE(pages.here(), u"one "_s);
    }

    void newestMessageIsShownAndNoneIsLost()
    {
        MessageCard card;
        WindowMessages messages(card);
        QStringList done;
        const auto message = [&done](const QString &id) {
            return WindowMessage{id,
                                 SemanticRole::Information,
                                 id + u" title",
                                 {},
                                 {{u"Do"_s, id + u".button", [&done, id] { done += id; }}},
                                 [&done, id] { done += id + u" closed"; }};
        };
        messages.show(message(u"a"_s));
        messages.show(message(u"b"_s));
        QCOMPARE(card.title(), u"b title"_s);
        messages.update(u"b"_s, u"half"_s, 50);
        QVERIFY(card.findChild<QPushButton *>(u"b.button"_s));
        QVERIFY(!card.findChild<QProgressBar *>()->isHidden());
        card.findChild<QPushButton *>(u"b.button"_s)->click();
        QCOMPARE(card.title(), u"a title"_s);
        QVERIFY(card.findChild<QProgressBar *>()->isHidden());
        messages.show(message(u"a"_s)); // takes its own place
        card.findChild<QAbstractButton *>(u"message.close"_s)->click();
        QVERIFY(card.isHidden());
        QCOMPARE(done, QStringList({u"b"_s, u"a closed"_s}));
        messages.remove(u"a"_s);
        QVERIFY(!messages.has(u"a"_s));
    }

    void shortcutsAreKept()
    {
        const QTemporaryDir folder;
        Settings settings(folder.filePath(u"settings.ini"_s));
        QAction open;
        open.setObjectName(u"open"_s);
        QAction close;
        close.setObjectName(u"close"_s);
        const QVector<QAction *> actions{&open, &close};
        shortcuts::setDefaults(&open, {QKeySequence(u"Ctrl+O"_s)});
        shortcuts::setDefaults(&close, {});
        shortcuts::set(&open, {});
        shortcuts::set(&close, {QKeySequence(u"Ctrl+W"_s), QKeySequence(u"Ctrl+Shift+W"_s)});
        shortcuts::save(actions, settings);
        shortcuts::set(&open, {QKeySequence(u"F9"_s)});
        shortcuts::load(actions, settings);
        QVERIFY(open.shortcuts().isEmpty());
        QCOMPARE(close.shortcuts().size(), 2);
        // What somebody wrote into the file does not take keys away from others.
        settings.set(keys::Shortcuts, {u"close=Ctrl+O"_s, u"missing=F1"_s, u"="_s, u"rubbish"_s});
        shortcuts::load(actions, settings);
        QCOMPARE(open.shortcut(), QKeySequence(u"Ctrl+O"_s));
        QVERIFY(close.shortcuts().isEmpty());
        QCOMPARE(shortcuts::ownerOf(QKeySequence(u"Ctrl+O"_s), actions, &close), &open);
        QCOMPARE(shortcuts::ownerOf(QKeySequence(u"Ctrl+O, A"_s), actions, &close), &open);
        QCOMPARE(shortcuts::ownerOf(QKeySequence(u"Ctrl+P"_s), actions, &close), nullptr);
    }

    void settingsAreAppliedAtOnce()
    {
        WindowFixture fixture;
        QVERIFY(fixture.start());
        QTRY_VERIFY(fixture.window->isVisible());
        QTest::qWait(1); // painted
        fixture.find<QAction>("edit.settings")->trigger();
        auto *dialog = fixture.find<QDialog>("settings");
        QVERIFY(dialog);
        dialog->findChild<QSpinBox *>(u"settings.build.parallel"_s)->setValue(1);
        auto *theme = dialog->findChild<QComboBox *>(u"settings.general.theme"_s);
        theme->setCurrentIndex(theme->findData(u"dark"_s));
        dialog->findChild<QSpinBox *>(u"settings.build.keepFailed"_s)->setValue(5);
        const bool wasDark = isDark(QApplication::palette());
        QVERIFY(!wasDark);
        QTest::mouseClick(dialog->findChild<QWidget *>(u"settings.apply"_s), Qt::LeftButton);
        QVERIFY(isDark(QApplication::palette())); // widgets follow in a running event loop
        QCOMPARE(fixture.engine->queue().parallel(), 1);
        QCOMPARE(fixture.settings->get(keys::KeepFailedDays), 5);
        theme->setCurrentIndex(0);
        QTest::mouseClick(dialog->findChild<QWidget *>(u"settings.ok"_s), Qt::LeftButton);
        QTRY_VERIFY(!fixture.find<QDialog>("settings"));
        QVERIFY(!isDark(QApplication::palette()));
    }

    void cancelledSettingsAreNotKept()
    {
        WindowFixture fixture;
        QVERIFY(fixture.start());
        fixture.find<QAction>("edit.settings")->trigger();
        auto *dialog = fixture.find<QDialog>("settings");
        dialog->findChild<QSpinBox *>(u"settings.build.keepFailed"_s)->setValue(5);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!fixture.find<QDialog>("settings"));
        QCOMPARE(fixture.settings->get(keys::KeepFailedDays), 0);
    }

    void shortcutsCanBeChanged()
    {
        WindowFixture fixture;
        QVERIFY(fixture.start());
        QTest::qWait(1);
        fixture.find<QAction>("help.shortcuts")->trigger();
        auto *dialog = fixture.find<QDialog>("settings");
        QCOMPARE(dialog->findChild<QListWidget *>(u"settings.pages"_s)->currentRow(), 1);
        auto *tree = dialog->findChild<QTreeWidget *>(u"settings.shortcuts.list"_s);
        const auto items = tree->findItems(u"Build Selected"_s, Qt::MatchExactly | Qt::MatchRecursive);
        QCOMPARE(items.size(), 1);
        QVERIFY(items[0]->text(1).contains(u"Ctrl+B"_s));
        tree->setCurrentItem(items[0]);
        auto *edit = dialog->findChild<QKeySequenceEdit *>(u"settings.shortcuts.keys"_s);
        edit->setKeySequence(QKeySequence(u"Ctrl+O"_s)); // Open Archive has it
        emit edit->editingFinished();
        QVERIFY(dialog->findChild<QLabel *>(u"settings.shortcuts.problem"_s)->text().contains(u"Open Archive"));
        edit->setKeySequence(QKeySequence(u"F8"_s));
        emit edit->editingFinished();
        QTest::mouseClick(dialog->findChild<QWidget *>(u"settings.ok"_s), Qt::LeftButton);
        const auto *build = fixture.find<QAction>("build.build");
        QCOMPARE(build->shortcut(), QKeySequence(u"F8"_s));
        QVERIFY(build->toolTip().contains(u"F8"));
        // The next window has it, too.
        fixture.replaceEngine({QProcessEnvironment::systemEnvironment(), {}, fixture.folder.filePath(u"state2"_s)});
        QCOMPARE(fixture.find<QAction>("build.build")->shortcut(), QKeySequence(u"F8"_s));
    }

    void germanKeepsPlaceholders()
    {
        QFile file(QStringLiteral(PLUGSMITH_SOURCE_DIR "/translations/plugsmith_de.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        static const QRegularExpression placeholder(u"%(?:[0-9]+|n)"_s);
        const auto placeholdersOf = [](const QString &text) {
            QSet<QString> found;
            for (const auto &match : placeholder.globalMatch(text))
                found += match.captured();
            return found;
        };
        QXmlStreamReader xml(&file);
        QString source;
        bool isPlural = false;
        int checked = 0;
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement())
                continue;
            if (xml.name() == "message"_L1)
                isPlural = xml.attributes().value("numerus"_L1) == "yes"_L1;
            if (xml.name() == "source"_L1)
                source = xml.readElementText();
            const bool isForm = xml.name() == "numerusform"_L1;
            if (!isForm && (xml.name() != "translation"_L1 || isPlural))
                continue;
            const QString words = xml.readElementText();
            QVERIFY2(!words.isEmpty(), qPrintable(source));
            QSet<QString> wanted = placeholdersOf(source);
            if (isForm && !words.contains(u"%n"))
                wanted.remove(u"%n"_s); // "Alles ist aktuell" for one
            QVERIFY2(placeholdersOf(words) == wanted, qPrintable(source + u" / "_s + words));
            ++checked;
        }
        QVERIFY(!xml.hasError());
        QVERIFY(checked > 500);
    }

    void germanFits()
    {
        QTranslator german;
        QVERIFY(german.load(QStringLiteral(PLUGSMITH_GERMAN)));
        QCoreApplication::installTranslator(&german);
        QStringList cut;
        QStringList clashes;
        {
            WindowFixture fixture;
            fixture.window->resize(1280, 800);
            QVERIFY(fixture.start());
            QVERIFY(fixture.openAndWait(fixture.source("func Greet() {}\n")));
            QTest::qWait(1);
            QCOMPARE(fixture.find<QAction>("view.build")->iconText(), u"Bauen"_s);
            QCOMPARE(fixture.find("build.action.build")
                         ->text()
                         .remove(u'&')
                         .remove(QRegularExpression(u"[0-9]"_s))
                         .trimmed(),
                     u"Plugin bauen"_s);
            for (QWidget *widget : fixture.window->findChildren<QWidget *>()) {
                if (widget->isVisible() && isCut(widget))
                    cut += widget->objectName() + u' ' + widget->property("text").toString();
            }
            QList<const QMenu *> menus =
                fixture.window->menuBar()->findChildren<const QMenu *>(Qt::FindDirectChildrenOnly);
            for (const QMenu *menu : menus) {
                QHash<QChar, QString> letters;
                for (const QAction *action : menu->actions()) {
                    if (action->isSeparator())
                        continue;
                    const qsizetype mark = action->text().indexOf(u'&');
                    const QChar letter = mark < 0 ? QChar() : action->text()[mark + 1].toLower();
                    if (letters.contains(letter) || letter.isNull())
                        clashes += action->text() + u" and "_s + letters.value(letter);
                    letters.insert(letter, action->text());
                }
            }
        }
        QCoreApplication::removeTranslator(&german);
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
        QVERIFY2(clashes.isEmpty(), qPrintable(clashes.join(u'\n')));
    }

    void largeTextIsNotCut()
    {
        const QFont before = QApplication::font();
        QFont large = before;
        large.setPointSizeF(before.pointSizeF() * 2);
        QApplication::setFont(large);
        QStringList cut;
        {
            WindowFixture fixture;
            fixture.window->resize(1280, 800);
            QVERIFY(fixture.start());
            QVERIFY(fixture.openAndWait(fixture.source("func Greet() {}\n")));
            fixture.find<QAction>("edit.settings")->trigger();
            QTest::qWait(10);
            QCOMPARE(fixture.window->size(), QSize(1280, 800));
            auto *pages = fixture.find<QListWidget>("settings.pages");
            for (int page = 0; page < pages->count(); ++page) {
                pages->setCurrentRow(page);
                QTest::qWait(1);
                for (QWidget *widget : fixture.window->findChildren<QWidget *>()) {
                    if (widget->isVisible() && isCut(widget))
                        cut += u"%1 %2 “%3”: %4 of %5"_s
                                   .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
                                        widget->property("text").toString())
                                   .arg(widget->width())
                                   .arg(widget->sizeHint().width());
                }
            }
        }
        QApplication::setFont(before);
        cut.removeDuplicates();
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
    }

#ifdef PLUGSMITH_HAS_DBUS
    void desktopIsTold()
    {
        QProcess daemon;
        const QTemporaryDir folder;
        const QString config =
            builder::writeFile(folder.filePath(u"bus.conf"_s),
                               "<busconfig><type>session</type><listen>unix:dir=" + folder.path().toUtf8() +
                                   "</listen><auth>EXTERNAL</auth><policy context=\"default\">"
                                   "<allow send_destination=\"*\" eavesdrop=\"true\"/>"
                                   "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>");
        daemon.start(u"dbus-daemon"_s, {u"--config-file="_s + config, u"--nofork"_s, u"--print-address"_s});
        if (!QTest::qWaitFor([&daemon] { return daemon.canReadLine() || daemon.state() == QProcess::NotRunning; }) ||
            !daemon.canReadLine())
            QSKIP("No dbus-daemon is installed");
        const QString address = QString::fromLocal8Bit(daemon.readLine().trimmed());
        FakeDesktop desktop;
        QDBusConnection bus = QDBusConnection::connectToBus(address, u"desktop"_s);
        QVERIFY(bus.isConnected());
        QVERIFY(bus.registerObject(u"/org/freedesktop/Notifications"_s, &desktop,
                                   QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(bus.registerService(u"org.freedesktop.Notifications"_s));
        QVERIFY(bus.connect({}, {}, u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s, &desktop,
                            SLOT(Update(QString, QVariantMap))));
        {
            DesktopNotifier notifier(address);
            QSignalSpy shown(&notifier, &DesktopNotifier::showRequested);
            notifier.setProgress(0.25);
            notifier.notify(u"5 built, 1 failed"_s, u"pricing.zip"_s);
            QTRY_COMPARE(desktop.calls, QStringList{u"5 built, 1 failed|pricing.zip|0"_s});
            QVERIFY(desktop.lastActions.contains(u"show"_s));
            QTRY_COMPARE(desktop.progress, QStringList{u"application://plugsmith.desktop 0.25 true"_s});
            notifier.setProgress(0.2501); // too little to tell
            notifier.setProgress(-1);
            QTRY_COMPARE(desktop.progress.size(), 2);
            QVERIFY(desktop.progress[1].endsWith(u"false"));
            QTest::qWait(20); // the answer to Notify
            emit desktop.ActionInvoked(99, u"show"_s);
            emit desktop.ActionInvoked(7, u"show"_s);
            QTRY_COMPARE(shown.size(), 1);
            notifier.notify(u"again"_s, {});
            QTRY_COMPARE(desktop.calls.size(), 2);
            QVERIFY(desktop.calls[1].endsWith(u"|7")); // takes the place of the first
        }
        QDBusConnection::disconnectFromBus(u"desktop"_s);
        daemon.kill();
        daemon.waitForFinished();
    }
#endif
};

QTEST_MAIN(tst_Frame)
#include "tst_frame.moc"
