// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/settings.h"
#include "build/buildengine.h"
#include "gui/mainwindow.h"
#include "models/buildsession.h"
#include "models/loadsessions.h"
#include "models/pluginssession.h"
#include "support/archivebuilder.h"
#include "support/faketool.h"

#include <QAbstractButton>
#include <QDragEnterEvent>
#include <QLabel>
#include <QMimeData>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

/// The real main window with the real engine, in folders of its own.
namespace plugsmith::test {

constexpr int Patience = 60'000;

/// Where a fake Go 1.25.3 is, for tests that need a build to fail or to last; its script is the caller's.
inline QString fakeRoot(const QTemporaryDir &folder)
{
    return folder.filePath(u"go1.25.3"_s);
}
inline const QByteArray Greeter = "func Greet() string { return \"hello\" }\n";
/// A go whose build lasts until it is ended, or fails as the compiler does.
inline const QByteArray Lasting = "[list]\nexit 0\n[build]\nerr plugsmith.example/greeter\nsleep 60000\n";
inline const QByteArray Failing = "[list]\nexit 0\n[build]\nerr # plugsmith.example/greeter\n"
                                  "err ./main.go:3:23: undefined: nothing\nexit 1\n";
inline const GoVersion FakeVersion = *GoVersion::parse(u"1.25.3"_s);

struct WindowFixture
{
    /// `goScript` has the sections of a fake go; empty: only what is installed here.
    explicit WindowFixture(const QByteArray &goScript = {})
    {
        if (!goScript.isEmpty()) {
            // The sections before the caller's are those of the preflight: a host that loads its plugin.
            const QString host = folder.filePath(u"host"_s);
            const QByteArray script = "[version]\nout go version go1.25.3 " +
                                      Platform::thisMachine().toString().toLatin1() + "\n[build ./host]\ncopy " +
                                      host.toLocal8Bit() + "\n[build ./plugin]\nwrite plugin\n" +
                                      "[build ./plain]\nwrite program\n";
            makeTool(host, "out ok\n");
            makeGoRoot(fakeRoot(folder), "go1.25.3", script + goScript);
        }
        settings = std::make_unique<Settings>(folder.filePath(u"settings.ini"_s));
        BuildEngine::Setup setup;
        setup.stateFolder = folder.filePath(u"state"_s);
        if (!goScript.isEmpty()) {
            setup.goFolders = QStringList{fakeRoot(folder)};
            // There, the real Go of that version may be.
            setup.environment.insert(u"GOMODCACHE"_s, folder.filePath(u"modules"_s));
        }
        replaceEngine(setup);
    }
    /// Before start() only.
    void replaceEngine(const BuildEngine::Setup &setup)
    {
        window.reset();
        sessions.reset();
        plugins.reset();
        session.reset();
        engine = std::make_unique<BuildEngine>(setup);
        session = std::make_unique<BuildSession>(*engine, *settings);
        plugins = std::make_unique<PluginsSession>(*engine, *settings, folder.filePath(u"catalog.sqlite"_s));
        sessions = std::make_unique<LoadSessions>(*engine, *settings);
        window = std::make_unique<MainWindow>(*session, *plugins, *sessions, *settings);
        window->resize(1280, 820);
    }
    ~WindowFixture() { engine->queue().cancelAll(); }

    /// Shows the window and waits until it knows the machine.
    bool start()
    {
        window->show();
        engine->start();
        plugins->start();
        return QTest::qWaitFor([this] { return engine->isMachineKnown(); }, Patience);
    }
    /// What a window manager does after a dialog; shortcuts need it.
    void activate() const
    {
        window->activateWindow();
        const bool isActive = QTest::qWaitFor([this] { return window->isActiveWindow(); }, Patience);
        Q_ASSERT(isActive);
        Q_UNUSED(isActive);
    }
    /// A zip with a one-file plugin; `body` follows the package clause.
    QString source(const QByteArray &body, const QString &name = u"greeter.zip"_s) const
    {
        return builder::writeFile(folder.filePath(name),
                                  builder::zipOf({{"go.mod", "module plugsmith.example/greeter\n\ngo 1.18\n"},
                                                  {"main.go", "package main\n\n" + body}}));
    }
    /// What a file manager does: enters, moves, lets go. Returns whether the window took it.
    bool drop(const QStringList &paths, QPoint at = {}) const
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls += QUrl::fromLocalFile(path);
        data.setUrls(urls);
        if (at.isNull())
            at = window->rect().center();
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window.get(), &enter);
        QDragMoveEvent move(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window.get(), &move);
        QDropEvent drop(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        drop.ignore();
        QCoreApplication::sendEvent(window.get(), &drop);
        return drop.isAccepted();
    }
    bool openAndWait(const QString &path)
    {
        session->open({path});
        return QTest::qWaitFor([this] { return session->sourceState() == BuildSession::SourceState::Ready; }, Patience);
    }
    void selectOnly(const GoVersion &version) { session->matrix().select({{version, Platform::thisMachine()}}); }
    template<class T = QAbstractButton>
    T *find(const char *name) const
    {
        return window->findChild<T *>(QLatin1StringView(name));
    }
    void click(const char *name) const { QTest::mouseClick(find<QWidget>(name), Qt::LeftButton); }
    BuildJob *job() const { return engine->queue().count() > 0 ? engine->queue().at(0) : nullptr; }
    bool waitFor(JobState state) const
    {
        return QTest::qWaitFor([this, state] { return job() && job()->state() == state; }, Patience);
    }

    QTemporaryDir folder;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<BuildEngine> engine;
    std::unique_ptr<BuildSession> session;
    std::unique_ptr<PluginsSession> plugins;
    std::unique_ptr<LoadSessions> sessions;
    std::unique_ptr<MainWindow> window;
};

/// What the visible labels in a widget say.
inline QString textOf(const QWidget *widget)
{
    QStringList words;
    for (const QLabel *label : widget->findChildren<QLabel *>()) {
        if (label->isVisibleTo(widget))
            words += label->text();
    }
    return words.join(u'\n');
}

/// The newest installed Go that builds here, for tests that build for real.
inline std::optional<GoVersion> realGo(const BuildEngine &engine)
{
    if (!engine.machine().compiler)
        return std::nullopt;
    for (const GoToolchain &toolchain : engine.machine().toolchains) {
        if (toolchain.version != FakeVersion && toolchain.version >= *GoVersion::parse(u"1.18"_s))
            return toolchain.version;
    }
    return std::nullopt;
}

} // namespace plugsmith::test
