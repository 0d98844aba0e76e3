// SPDX-License-Identifier: Apache-2.0
#include "app/composition.h"

#include "app/translation.h"
#include "base/folders.h"
#include "base/settingkeys.h"
#include "build/workarea.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QThreadPool>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

QString samplePath()
{
    const QString here = QCoreApplication::applicationDirPath();
    for (const char *place : {"/../share/plugsmith/samples/greeter.zip", "/../../../resources/samples/greeter.zip"}) {
        const QFileInfo file(here + QLatin1StringView(place));
        if (file.isFile())
            return file.canonicalFilePath();
    }
    return {};
}

} // namespace

Composition::Composition()
    : m_engine(
          {QProcessEnvironment::systemEnvironment(), m_settings.get(keys::GoFolders), {}, UserCompiler::of(m_settings)})
    , m_session(m_engine, m_settings)
    , m_plugins(m_engine, m_settings, folders::cache() + u"/catalog.sqlite"_s)
    , m_sessions(m_engine, m_settings)
{
    makeWindow();
}

void Composition::makeWindow()
{
    m_window = std::make_unique<MainWindow>(m_session, m_plugins, m_sessions, m_settings);
    m_window->setSamplePath(samplePath());
    connect(m_window.get(), &MainWindow::languageChanged, this, &Composition::changeLanguage, Qt::QueuedConnection);
    connect(m_window.get(), &MainWindow::quitRequested, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
}

/// Words are said when widgets are made, so that another language means another window. Source, jobs and choices belong
/// to the session and stay.
void Composition::changeLanguage()
{
    installTranslation(m_settings.get(keys::Language));
    const std::unique_ptr<MainWindow> old = std::move(m_window);
    old->saveState();
    makeWindow();
    m_window->show();
    old->hide();
}

void Composition::start(const QStringList &sources, bool buildAtOnce)
{
    connect(m_window.get(), &MainWindow::firstPainted, this, [this, sources, buildAtOnce] {
        m_engine.start();
        QThreadPool::globalInstance()->start(
            [days = m_settings.get(keys::KeepFailedDays)] { WorkArea::removeKept(days); });
        m_plugins.start();
        if (buildAtOnce)
            m_session.buildWhenReady();
        m_window->openSources(sources);
    });
    m_window->show();
}

} // namespace plugsmith
