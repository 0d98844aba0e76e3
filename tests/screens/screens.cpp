// SPDX-License-Identifier: Apache-2.0
// Puts the real main window into each state of the design's pictures and saves what it looks like: screens FOLDER
// [SCENE...]. Go and C compilers are scripts, so the states are the same everywhere. The look (PLUGSMITH_THEME,
// QT_SCALE_FACTOR) comes from the environment; tests/screens/run takes all of them.
#include "pagescenes.h"
#include "stage.h"

#include "app/startup.h"
#include "app/translation.h"
#include "gui/backgroundrun.h"
#include "gui/logfindfield.h"
#include "gui/targetmatrixview.h"

#include <QLineEdit>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

#include <cstdio>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

namespace {

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
    {"05-plugins", showPlugins},
    {"05-none", showNoPlugins},
    {"07-load", showLoad},
    {"08-toolchains", showToolchains},
    {"08-offline", showOffline},
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
