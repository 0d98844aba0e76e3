// SPDX-License-Identifier: Apache-2.0
// Somebody who does anything: random clicks, keys, drops, pastes and cancels on the real window while jobs of a fake go
// run. Nothing may crash, stall, warn, or leave a dialog behind. The seed is printed, and PLUGSMITH_RANDOM_SEED repeats
// it; PLUGSMITH_RANDOM_SECONDS makes it longer.
#include "support/watchedapplication.h"
#include "windowfixture.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QRandomGenerator>
#include <QTimer>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int DefaultSeconds = 3;
#ifdef PLUGSMITH_SANITIZED
constexpr double MostWork = 500; // sanitizers slow everything down, and unevenly
#else
constexpr double MostWork = 50; // milliseconds of the thread's own work for one event
#endif

const QByteArray Script = "[list]\nexit 0\n[build]\nerr plugsmith.example/greeter\nsleep 40\n"
                          "err # plugsmith.example/greeter\nerr ./main.go:3:23: undefined: nothing\nexit 1\n";

QStringList warnings;
QString lastAction;

void takeMessage(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    // The platform of tests has no window manager; that is not ours.
    if (type == QtDebugMsg || type == QtInfoMsg || text.startsWith(u"This plugin does not support"))
        return;
    warnings += text + u" (after: "_s + lastAction + u')';
}

class Person
{
public:
    Person(WindowFixture &fixture, quint32 seed)
        : m_fixture(fixture)
        , m_random(seed)
    {
        m_sources = {fixture.source("func Greet() {}\n"),
                     fixture.source("func Bye() {}\n", u"bye.zip"_s),
                     builder::writeFile(fixture.folder.filePath(u"bad.zip"_s), "no archive"),
                     builder::writeFile(fixture.folder.filePath(u"song.mp3"_s), "la"),
                     fixture.folder.path(),
                     builder::writeFile(fixture.folder.filePath(u"main.go"_s), "package main\nfunc F() {}\n")};
        // Menus of tool buttons, and Qt's own boxes, wait inside of the click that opened them.
        QObject::connect(&m_rescue, &QTimer::timeout, [this] {
            if (m_isActing)
                leaveAll();
        });
        m_rescue.start(100);
    }

    void act()
    {
        m_isActing = true;
        actOnce();
        m_isActing = false;
    }
    void actOnce()
    {
        // Qt's own file dialog asks with boxes that wait; that it opened is all that is ours.
        if (auto *files = qobject_cast<QFileDialog *>(openDialog())) {
            lastAction = u"reject of "_s + files->objectName();
            return files->reject();
        }
        switch (below(12)) {
        case 0:
        case 1:
        case 2:
            return press();
        case 3:
        case 4:
            return click();
        case 5:
            return trigger();
        case 6:
            return drop();
        case 7:
            return paste();
        case 8:
            return cancel();
        case 9:
            return resize();
        case 10:
            return build();
        default:
            return type();
        }
    }
    void leaveAll() const
    {
        for (int i = 0; i < 20; ++i) {
            if (QWidget *popup = QApplication::activePopupWidget()) {
                popup->close();
            } else if (auto *dialog = openDialog()) {
                dialog->reject();
            } else {
                return;
            }
        }
    }
    static QDialog *openDialog()
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            auto *dialog = qobject_cast<QDialog *>(widget);
            if (dialog && dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }

private:
    int below(qsizetype count) { return static_cast<int>(m_random.bounded(static_cast<quint32>(count))); }
    template<class T>
    T one(const QList<T> &list)
    {
        return list[below(list.size())];
    }
    QWidget *top()
    {
        if (QWidget *popup = QApplication::activePopupWidget())
            return popup;
        QDialog *dialog = openDialog();
        return dialog ? static_cast<QWidget *>(dialog) : m_fixture.window.get();
    }
    /// A widget that a person sees; sent events would also reach those behind a dialog.
    QWidget *seen()
    {
        QWidgetList widgets = top()->findChildren<QWidget *>();
        widgets.removeIf([](const QWidget *widget) { return !widget->isVisible() || !widget->isEnabled(); });
        return widgets.isEmpty() ? top() : one(widgets);
    }
    void click()
    {
        QWidget *widget = seen();
        if (!widget)
            return;
        lastAction =
            u"click on "_s + widget->objectName() + u' ' + QString::fromLatin1(widget->metaObject()->className());
        const QPoint at(below(qMax(1, widget->width())), below(qMax(1, widget->height())));
        const QPointer<QWidget> alive(widget);
        if (below(12) == 0)
            QTest::mouseDClick(widget, Qt::LeftButton, {}, at);
        else
            QTest::mouseClick(widget, below(10) == 0 ? Qt::RightButton : Qt::LeftButton, {}, at);
    }
    void press()
    {
        static const QList<int> keys{Qt::Key_Tab,  Qt::Key_Backtab, Qt::Key_Space,    Qt::Key_Return, Qt::Key_Escape,
                                     Qt::Key_Left, Qt::Key_Right,   Qt::Key_Up,       Qt::Key_Down,   Qt::Key_Home,
                                     Qt::Key_End,  Qt::Key_Delete,  Qt::Key_PageDown, Qt::Key_F6,     Qt::Key_F3,
                                     Qt::Key_F4,   Qt::Key_A,       Qt::Key_B,        Qt::Key_C,      Qt::Key_F};
        static const QList<Qt::KeyboardModifier> modifiers{Qt::NoModifier, Qt::NoModifier, Qt::NoModifier,
                                                           Qt::ShiftModifier, Qt::ControlModifier};
        QWidget *target = top()->focusWidget() ? top()->focusWidget() : top();
        const int key = one(keys);
        const Qt::KeyboardModifier modifier = one(modifiers);
        lastAction = u"key %1 in %2"_s.arg(
            QKeySequence(QKeyCombination(modifier, static_cast<Qt::Key>(key))).toString(), target->objectName());
        QTest::keyClick(target, static_cast<Qt::Key>(key), modifier);
    }
    void type()
    {
        if (auto *line = qobject_cast<QLineEdit *>(top()->focusWidget())) {
            lastAction = u"text in "_s + line->objectName();
            QTest::keyClicks(line, one(QStringList{u"a"_s, u"-s -w"_s, u"\""_s, u"../x"_s, u"x,b"_s}));
        }
    }
    void trigger()
    {
        QList<QAction *> actions = m_fixture.window->findChildren<QAction *>();
        actions.removeIf([](const QAction *action) {
            return !action->isEnabled() || !action->isVisible() || action->objectName().isEmpty() ||
                   action->objectName() == "file.quit"_L1;
        });
        if (top() != m_fixture.window.get() || actions.isEmpty())
            return;
        QAction *action = one(actions);
        lastAction = u"command "_s + action->objectName();
        action->trigger();
    }
    QStringList someSources()
    {
        QStringList paths;
        for (int i = 0; i <= below(3); ++i)
            paths += one(m_sources);
        return paths;
    }
    void drop()
    {
        const QStringList paths = someSources();
        lastAction = u"drop of "_s + paths.join(u' ');
        m_fixture.drop(paths, {200 + below(700), 100 + below(500)});
    }
    void paste()
    {
        if (top() != m_fixture.window.get())
            return;
        QApplication::clipboard()->setText(
            one(QStringList{someSources().join(u'\n'), u"http://127.0.0.1:9/a.zip"_s, u"words"_s, QString()}));
        lastAction = u"paste"_s;
        m_fixture.window->findChild<QAction *>(u"edit.paste"_s)->trigger();
    }
    void cancel()
    {
        lastAction = u"cancel"_s;
        BuildQueue &queue = m_fixture.engine->queue();
        if (below(3) == 0)
            m_fixture.session->cancelAll();
        else if (queue.count() > 0)
            queue.cancel(queue.at(below(queue.count()))->id());
    }
    void build()
    {
        lastAction = u"build"_s;
        m_fixture.session->setDestination(m_fixture.folder.filePath(u"out"_s));
        if (m_fixture.session->matrix().selected().isEmpty())
            m_fixture.selectOnly(FakeVersion);
        m_fixture.session->build(true);
    }
    void resize()
    {
        lastAction = u"resize"_s;
        m_fixture.window->resize(1024 + below(600), 640 + below(400));
    }

    WindowFixture &m_fixture;
    QRandomGenerator m_random;
    QTimer m_rescue;
    bool m_isActing = false;
    QStringList m_sources;
};

} // namespace

class tst_RandomActions : public QObject
{
    Q_OBJECT

private slots:
    void anythingGoes()
    {
        bool isGiven = false;
        quint32 seed = qEnvironmentVariable("PLUGSMITH_RANDOM_SEED").toUInt(&isGiven);
        if (!isGiven)
            seed = QRandomGenerator::global()->generate();
        const int seconds = qEnvironmentVariableIsSet("PLUGSMITH_RANDOM_SECONDS")
                                ? qEnvironmentVariableIntValue("PLUGSMITH_RANDOM_SECONDS")
                                : DefaultSeconds;
        WindowFixture fixture(Script);
        QVERIFY(fixture.start());
        Person person(fixture, seed);
        auto &watchdog = *static_cast<WatchedApplication *>(qApp);
        const QtMessageHandler before = qInstallMessageHandler(takeMessage);
        int actions = 0;
        QStringList stalls;
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < seconds * 1000) {
            watchdog.restart();
            person.act();
            ++actions;
            QTest::qWait(actions % 8 == 0 ? 5 : 0);
            if (watchdog.longestWork() > MostWork)
                stalls += u"%1 ms: %2 (after: %3)"_s.arg(watchdog.longestWork(), 0, 'f', 1)
                              .arg(QString::fromLatin1(watchdog.worst()), lastAction);
            if (actions % 100 == 0)
                person.leaveAll();
        }
        person.leaveAll();
        QTest::qWait(20);
        QDialog *left = Person::openDialog();
        qInstallMessageHandler(before);
        qInfo("seed %u: %d actions, %d jobs", seed, actions, static_cast<int>(fixture.engine->queue().count()));
        QVERIFY2(stalls.isEmpty(), qPrintable(stalls.join(u'\n')));
        QVERIFY2(warnings.isEmpty(), qPrintable(warnings.join(u'\n')));
        QVERIFY2(!left, left ? qPrintable(left->objectName()) : "");
        QVERIFY(fixture.window->isVisible());
        // The window still does its work.
        fixture.session->cancelAll();
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.session->isBuilding(), Patience);
        const QString last = fixture.source("func Greet() {}\n", u"last.zip"_s);
        const auto isOpen = [&fixture, &last] {
            const auto state = fixture.session->sourceState();
            const bool isLast = fixture.session->sourcePath() == last;
            if (state != BuildSession::SourceState::Scanning && !isLast)
                fixture.session->open({last}); // what was dropped before may have come in between
            return isLast && state == BuildSession::SourceState::Ready;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(), Patience);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    WatchedApplication application(argc, argv);
    QTEST_SET_MAIN_SOURCE_PATH
    tst_RandomActions test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_randomactions.moc"
