// SPDX-License-Identifier: Apache-2.0
#include "app/composition.h"

#include "base/settingkeys.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

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
    : m_engine({QProcessEnvironment::systemEnvironment(), m_settings.get(keys::GoFolders), {}})
    , m_session(m_engine, m_settings)
    , m_window(m_session, m_settings)
{
    m_window.setSamplePath(samplePath());
    if (const int parallel = m_settings.get(keys::ParallelBuilds); parallel > 0)
        m_engine.queue().setParallel(parallel);
}

void Composition::start(const QStringList &sources, bool buildAtOnce)
{
    QObject::connect(&m_window, &MainWindow::firstPainted, &m_window, [this, sources, buildAtOnce] {
        m_engine.start();
        if (buildAtOnce)
            m_session.buildWhenReady();
        m_session.open(sources);
    });
    m_window.show();
}

} // namespace plugsmith
