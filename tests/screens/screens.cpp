// SPDX-License-Identifier: Apache-2.0
// Puts the real main window into each state of the design's pictures and saves what it looks like: screens FOLDER
// [SCENE...]. Go and C compilers are scripts, so the states are the same everywhere. The look (PLUGSMITH_THEME,
// QT_SCALE_FACTOR) comes from the environment; tests/screens/run takes all of them.
#include "workshop.h"

#include "app/startup.h"
#include "app/translation.h"
#include "base/settingkeys.h"
#include "gui/backgroundrun.h"
#include "gui/logfindfield.h"
#include "gui/targetmatrixview.h"
#include "gui/windowfixture.h"
#include "models/presetstore.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QPainter>
#include <QTabWidget>
#include <QTimeZone>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

#include <cstdio>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize Sizes[] = {{1440, 900}, {1024, 640}};

QVector<Target> targetsOf(const QStringList &texts)
{
    QVector<Target> targets;
    for (const QString &text : texts)
        targets += {*GoVersion::parse(text.section(u' ', 1)), *Platform::parse(text.section(u' ', 0, 0))};
    return targets;
}

const QStringList Six{u"linux/amd64 1.22.6"_s, u"linux/amd64 1.23.12"_s, u"linux/amd64 1.24.9"_s,
                      u"linux/arm64 1.22.6"_s, u"linux/arm64 1.23.12"_s, u"linux/386 1.22.6"_s};

/// The window in a workshop, and the ways to its states.
class Stage
{
public:
    Stage(QString folder, QString scene)
        : m_workshop(m_fixture.folder.filePath(u"machine"_s))
        , m_out(std::move(folder))
        , m_scene(std::move(scene))
    {
        QDir(folders::config() + u"/presets"_s).removeRecursively();
        Workshop::offerRelease();
        m_fixture.settings->set(keys::MatrixVersions, {});
        useMachine(true);
    }

    WindowFixture &fixture() { return m_fixture; }
    const Workshop &workshop() const { return m_workshop; }
    void useMachine(bool hasTools) { m_fixture.replaceEngine(m_workshop.setup(hasTools)); }
    void start()
    {
        m_fixture.window->resize(Sizes[0]);
        m_fixture.start();
        m_fixture.window->setSamplePath(u"/usr/share/plugsmith/samples/greeter.zip"_s);
        m_fixture.activate();
        TargetMatrixModel &matrix = m_fixture.session->matrix();
        for (const GoVersion &version : matrix.installedVersions()) { // a real one is not part of the picture
            if (!Workshop::versions().contains(version.toString().toLatin1()))
                matrix.setVersionShown(version, false);
        }
        settle();
    }

    QString pricing(const QString &name = u"pricing-1.8.0.zip"_s) const
    {
        QByteArray mod = "module git.example.com/shop/pricing\n\ngo 1.22\n\nrequire (\n";
        for (int i = 0; i < 23; ++i)
            mod += "\texample.com/dep" + QByteArray::number(i) + " v1.0." + QByteArray::number(i) +
                   (i < 6 ? "\n" : " // indirect\n");
        mod += ")\n\nreplace git.example.com/shop/sharedtypes => ../sharedtypes\n";
        QList<builder::ZipItem> items{{"go.mod", mod},
                                      {"cmd/plugin/main.go", "package main\n\nfunc Quote() int { return 1 }\n"},
                                      {"rules/hash.go", "package rules\n"}};
        for (int i = 0; i < 34; ++i)
            items += builder::ZipItem{"rules/rule" + QByteArray::number(i) + ".go", "package rules\n"};
        builder::ZipItem prices{"rules/prices.bin", QByteArray(1'400'000, 'x')};
        prices.isDeflated = false;
        return builder::writeFile(m_fixture.folder.filePath(name), builder::zipOf(items << prices));
    }
    QString sharedTypes() const
    {
        return builder::writeFile(m_fixture.folder.filePath(u"sharedtypes.zip"_s),
                                  builder::zipOf({{"go.mod", "module git.example.com/shop/sharedtypes\n\ngo 1.22\n"},
                                                  {"money.go", "package sharedtypes\n"}}));
    }
    /// Earlier builds, so that there are estimates.
    void addHistory()
    {
        double seconds = 24;
        for (const Target &target : targetsOf(Six)) {
            JobRecord record;
            record.id = u"earlier-"_s + target.toString();
            record.run = u"earlier"_s;
            record.modulePath = u"git.example.com/shop/pricing"_s;
            record.spec.sources = QStringList{pricing()};
            record.spec.name = u"pricing"_s;
            record.spec.destination = QDir::homePath() + u"/plugins/pricing"_s;
            record.spec.target = target;
            record.state = JobState::Done;
            record.created = QDateTime(QDate(2026, 11, 20), QTime(18, 12), QTimeZone::utc());
            record.seconds = seconds++;
            record.result.bytes = 18'400'000;
            m_fixture.engine->history().add(record);
        }
    }
    void openPricing()
    {
        Preset preset{u"Gateway release"_s, targetsOf(Six), {}};
        preset.options.linkerFlags = u"-s -w"_s;
        if (!PresetStore().save(preset))
            std::fputs("a preset was not saved\n", stderr);
        useMachine(true);
        addHistory();
        start();
        m_fixture.session->open({pricing(), sharedTypes()});
        waitFor([this] { return m_fixture.session->sourceState() == BuildSession::SourceState::Ready; });
        m_fixture.engine->queue().setParallel(2);
        m_fixture.session->applyPreset(preset);
        settle(300);
    }
    void build(Workshop::Build build, BuildSession &session)
    {
        m_workshop.set(build);
        session.build();
        if (build != Workshop::Build::Lasts)
            waitFor([&session] { return !session.isBuilding(); });
        else
            settle(4000);
        settle(300);
    }
    static void waitFor(const std::function<bool()> &condition)
    {
        if (!QTest::qWaitFor(condition, Patience))
            std::fputs("a state was not reached\n", stderr);
    }
    static void settle(int milliseconds = 150) { QTest::qWait(milliseconds); }

    /// At each size; what lies over the window is painted onto it.
    void shoot(const QString &what = {}) const
    {
        for (const QSize &size : Sizes) {
            m_fixture.window->resize(size);
            settle(200);
            save(size, what);
        }
        m_fixture.window->resize(Sizes[0]);
        settle();
    }
    /// Popovers stay where they were opened, so that one size has to do.
    void shootOnce(const QString &what = {}) const { save(m_fixture.window->size(), what); }

private:
    void save(const QSize &size, const QString &what) const
    {
        QPixmap picture = m_fixture.window->grab();
        QPainter painter(&picture);
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (widget != m_fixture.window.get() && widget->isVisible())
                painter.drawPixmap(widget->pos() - m_fixture.window->pos(), widget->grab());
        }
        painter.end();
        QDir().mkpath(m_out);
        const QString name = u"%1/%2%3-%4.png"_s.arg(m_out, m_scene, what, QString::number(size.width()));
        picture.save(name);
        std::printf("%s\n", qPrintable(name));
    }

    WindowFixture m_fixture;
    Workshop m_workshop;
    QString m_out;
    QString m_scene;
};

void showEmpty(Stage &stage)
{
    stage.start();
    stage.shoot();
}

void showBareMachine(Stage &stage)
{
    stage.useMachine(false);
    stage.start();
    stage.shoot();
}

void showRecent(Stage &stage)
{
    stage.fixture().settings->set(keys::RecentSources, QStringList{stage.pricing(), stage.sharedTypes()});
    stage.useMachine(true);
    stage.start();
    stage.shoot();
}

void showScanning(Stage &stage)
{
    QList<builder::ZipItem> items{{"go.mod", "module example.com/large\n"}};
    for (int i = 0; i < 190'000; ++i)
        items += builder::ZipItem{"assets/file" + QByteArray::number(i) + ".txt", "x"};
    const QString large =
        builder::writeFile(stage.fixture().folder.filePath(u"large-2.0.0.zip"_s), builder::zipOf(items));
    stage.start();
    stage.fixture().session->open({large});
    Stage::settle(450);
    stage.shootOnce();
}

void showProblem(Stage &stage)
{
    stage.start();
    QFile file(stage.pricing());
    file.resize(file.size() - 40);
    stage.fixture().session->open({file.fileName()});
    Stage::waitFor([&] { return stage.fixture().session->sourceState() == BuildSession::SourceState::Problem; });
    stage.shoot();
}

void showMissingModule(Stage &stage)
{
    stage.start();
    stage.fixture().session->open({stage.pricing()});
    Stage::waitFor([&] { return stage.fixture().session->sourceState() == BuildSession::SourceState::Ready; });
    stage.shoot();
}

void showReady(Stage &stage)
{
    stage.openPricing();
    stage.shoot();
    auto *matrix = stage.fixture().find<TargetMatrixView>("build.matrix");
    matrix->setFocus(Qt::TabFocusReason);
    matrix->setCurrentIndex(matrix->model()->index(1, 2));
    stage.shootOnce(u"-focus"_s);
    stage.fixture().find<QTabWidget>("build.details")->setCurrentIndex(2);
    stage.shootOnce(u"-result"_s);
}

void showNothingSelected(Stage &stage)
{
    stage.openPricing();
    stage.fixture().session->matrix().select({});
    stage.shoot();
}

void showPopovers(Stage &stage)
{
    stage.openPricing();
    auto *matrix = stage.fixture().find<TargetMatrixView>("build.matrix");
    const QModelIndex how = matrix->model()->index(3, matrix->model()->columnCount() - 1);
    emit matrix->howRequested(
        how, QRect(matrix->viewport()->mapToGlobal(matrix->visualRect(how).topLeft()), matrix->visualRect(how).size()));
    Stage::settle();
    stage.shootOnce(u"-how"_s);
    const auto shootPopup = [&](const char *button, const QString &what) {
        while (QWidget *popup = QApplication::activePopupWidget())
            popup->close();
        stage.fixture().click(button);
        Stage::settle();
        stage.shootOnce(what);
    };
    shootPopup("build.matrix.addVersion", u"-versions"_s);
    shootPopup("build.jobs.history", u"-history"_s);
    while (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
    emit stage.fixture().find<QLabel>("build.source.dependencies")->linkActivated({});
    Stage::settle();
    stage.shootOnce(u"-dependencies"_s);
}

void showDialogs(Stage &stage)
{
    stage.openPricing();
    const auto shootDialog = [&stage](const char *name, const QString &what) {
        Stage::settle();
        stage.shootOnce(what);
        if (auto *dialog = stage.fixture().find<QWidget>(name))
            dialog->close();
        Stage::settle();
    };
    emit stage.fixture().find<QLabel>("build.options.advancedLink")->linkActivated({});
    shootDialog("build.advanced", u"-advanced"_s);
    for (const char *action : {"file.presets", "edit.settings", "help.about"}) {
        stage.fixture().find<QAction>(action)->trigger();
        Stage::settle();
        stage.shootOnce(u'-' + QString::fromLatin1(action).section(u'.', 1));
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (widget != stage.fixture().window.get() && widget->isVisible())
                widget->close();
        }
        Stage::settle();
    }
}

void showRunning(Stage &stage)
{
    stage.openPricing();
    stage.build(Workshop::Build::Lasts, *stage.fixture().session);
    auto *jobs = stage.fixture().find<QTreeView>("build.jobs");
    jobs->setCurrentIndex(jobs->model()->index(3, 1));
    Stage::settle();
    stage.shoot();
}

void showFailed(Stage &stage)
{
    stage.openPricing();
    stage.build(Workshop::Build::FailsFor386, *stage.fixture().session);
    stage.shoot();
    auto *field = stage.fixture().find<LogFindField>("build.log.find");
    field->setFocus();
    field->setText(u"overflows"_s);
    Stage::settle(400);
    stage.shootOnce(u"-find"_s);
}

void showAllFailed(Stage &stage)
{
    stage.openPricing();
    stage.build(Workshop::Build::Fails, *stage.fixture().session);
    stage.shoot();
}

void showBuilt(Stage &stage)
{
    stage.openPricing();
    stage.build(Workshop::Build::Succeeds, *stage.fixture().session);
    stage.shoot();
    // The same choices again: what is up to date says so.
    stage.fixture().session->setName(u"pricing2"_s);
    stage.fixture().session->setName(u"pricing"_s);
    Stage::settle(3000);
    stage.shootOnce(u"-uptodate"_s);
}

void showCancelled(Stage &stage)
{
    stage.openPricing();
    stage.build(Workshop::Build::Lasts, *stage.fixture().session);
    stage.fixture().session->cancelAll();
    Stage::waitFor([&] { return !stage.fixture().session->isBuilding(); });
    Stage::settle(300);
    stage.shoot();
}

/// Something that is dragged and not let go of.
void drag(Stage &stage, const QStringList &paths, QPoint at)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls += QUrl::fromLocalFile(path);
    data.setUrls(urls);
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(stage.fixture().window.get(), &enter);
    QDragMoveEvent move(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(stage.fixture().window.get(), &move);
    Stage::settle(250);
}

void showDrop(Stage &stage)
{
    stage.openPricing();
    for (const QSize &size : Sizes) {
        stage.fixture().window->resize(size);
        Stage::settle();
        drag(stage, {stage.pricing(u"pricing-1.8.1.zip"_s)}, {size.width() / 3, size.height() / 2});
        stage.shootOnce();
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(stage.fixture().window.get(), &leave);
    }
    drag(stage, {u"/home/user/notes.pdf"_s}, {700, 400});
    stage.shootOnce(u"-unusable"_s);
}

void showHelp(Stage &stage)
{
    stage.start();
    for (const char *action : {"help.manual", "help.pluginNeeds"}) {
        stage.fixture().find<QAction>(action)->trigger();
        Stage::settle();
        stage.shootOnce(u'-' + QString::fromLatin1(action).section(u'.', 1));
    }
    auto *contents = stage.fixture().find<QTreeWidget>("help.contents");
    contents->setCurrentItem(contents->topLevelItem(0)->child(3));
    stage.fixture().find<QLineEdit>("help.find")->setText(u"plugin"_s);
    Stage::settle();
    stage.shootOnce(u"-find"_s);
    contents->setCurrentItem(contents->topLevelItem(0)->child(6));
    Stage::settle();
    stage.shootOnce(u"-commands"_s);
}

/// The question before the window is closed, on a desktop with a tray.
void showQuitting(Stage &stage)
{
    stage.openPricing();
    stage.fixture().window->background().setTray([] { return true; });
    stage.build(Workshop::Build::Lasts, *stage.fixture().session);
    stage.fixture().window->close();
    Stage::settle();
    stage.shootOnce();
}

void showGerman(Stage &stage)
{
    stage.openPricing();
    stage.shoot();
    stage.build(Workshop::Build::FailsFor386, *stage.fixture().session);
    stage.shoot(u"-failed"_s);
}

struct Scene
{
    const char *name;
    void (*show)(Stage &stage);
};

constexpr Scene Scenes[] = {
    {"01-empty", showEmpty},
    {"01-bare", showBareMachine},
    {"01-recent", showRecent},
    {"02-ready", showReady},
    {"02-scanning", showScanning},
    {"02-problem", showProblem},
    {"02-missing", showMissingModule},
    {"02-nothing", showNothingSelected},
    {"02-popover", showPopovers},
    {"02-dialog", showDialogs},
    {"03-running", showRunning},
    {"04-failed", showFailed},
    {"04-allfailed", showAllFailed},
    {"04-built", showBuilt},
    {"04-cancelled", showCancelled},
    {"12-drop", showDrop},
    {"13-help", showHelp},
    {"13-help-german", showHelp},
    {"14-quitting", showQuitting},
    {"15-german", showGerman},
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    const std::jthread fonts = prepareStart();
    QApplication application(argc, argv);
    setUp(application);
    const QStringList words = QCoreApplication::arguments().sliced(1);
    if (words.isEmpty()) {
        std::fputs("screens FOLDER [SCENE...]\n", stderr);
        return 2;
    }
    for (const Scene &scene : Scenes) {
        const QString name = QString::fromLatin1(scene.name);
        if (words.size() > 1 && !words.contains(name))
            continue;
        installTranslation(name.endsWith("german"_L1) ? u"de"_s : u"en"_s);
        Stage stage(words[0], name);
        scene.show(stage);
    }
    return 0;
}
