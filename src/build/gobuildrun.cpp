// SPDX-License-Identifier: Apache-2.0
#include "build/gobuildrun.h"

#include <chrono>

namespace plugsmith {

using namespace std::chrono_literals;

namespace {

constexpr qsizetype MaxErrorLines = 1000;
constexpr int ListNiceness = 19; // counting must not take processor time from what is counted

} // namespace

GoBuildRun::GoBuildRun(QObject *parent)
    : QObject(parent)
{
    // A warm build is over by then and should not pay for being counted.
    m_listDelay.setSingleShot(true);
    m_listDelay.setInterval(1s);
    connect(&m_listDelay, &QTimer::timeout, this, &GoBuildRun::startList);
    m_linkDelay.setSingleShot(true);
    m_linkDelay.setInterval(200ms);
    connect(&m_linkDelay, &QTimer::timeout, this, [this] { reach(JobState::Linking); });
    const auto forward = [this](LineSplitter &splitter) {
        return [this, &splitter](const QByteArray &bytes) {
            for (const QString &text : splitter.feed(bytes))
                readLine(text);
        };
    };
    connect(&m_build, &ChildProcess::outputArrived, this, forward(m_output));
    connect(&m_build, &ChildProcess::errorOutputArrived, this, forward(m_errorOutput));
    connect(&m_build, &ChildProcess::finished, this, &GoBuildRun::onFinished);
    connect(&m_list, &ChildProcess::outputArrived, this, [this](const QByteArray &bytes) { m_listOutput += bytes; });
    connect(&m_list, &ChildProcess::finished, this, [this](const ProcessEnd &end) {
        if (m_ended && !m_build.isRunning())
            return finish();
        if (!end.isSuccess())
            return; // no counts then; the build itself says what is wrong
        m_counter.setList(QString::fromUtf8(m_listOutput));
        m_listOutput.clear();
        emit progressed({m_counter.compiled(), m_counter.total()});
    });
}

void GoBuildRun::start(const Request &request)
{
    m_request = request;
    m_request.list.niceness = ListNiceness;
    m_counter.setMainPackage(request.mainPackage);
    m_clock.start();
    m_build.start(request.build);
    m_listDelay.start();
}

void GoBuildRun::cancel()
{
    m_listDelay.stop();
    m_linkDelay.stop();
    m_list.cancel();
    m_build.cancel();
}

void GoBuildRun::startList()
{
    if (!m_build.isRunning() || m_counter.isListKnown())
        return;
    if (m_state == JobState::ResolvingModules) { // the list would only wait for the same downloads
        m_listDelay.start();
        return;
    }
    m_list.start(m_request.list);
}

void GoBuildRun::reach(JobState state)
{
    if (state <= m_state)
        return;
    m_state = state;
    emit stateReached(state);
}

void GoBuildRun::readLine(const QString &raw)
{
    const GoOutputLine parsed = GoOutputLine::parse(raw);
    if (parsed.kind == GoOutputLine::Kind::Download) {
        reach(JobState::ResolvingModules);
    } else if (parsed.kind == GoOutputLine::Kind::Package) {
        reach(JobState::Compiling);
        m_counter.begin(parsed.subject);
        // Nothing says that linking begins. It follows the main package, which is compiled last: after a moment, since
        // the compiler may refuse that package.
        if (m_counter.isLastBegun())
            m_linkDelay.start();
        if (m_counter.isListKnown())
            emit progressed({m_counter.compiled(), m_counter.total()});
    }
    const QString text = m_request.tree.restored(raw);
    if (parsed.kind == GoOutputLine::Kind::Diagnostic)
        m_linkDelay.stop();
    const bool isProgress = parsed.kind == GoOutputLine::Kind::Package || parsed.kind == GoOutputLine::Kind::Download;
    if (!isProgress && m_errorLines.size() < MaxErrorLines)
        m_errorLines += text;
    emit line(m_state == JobState::Preparing ? JobState::Compiling : m_state, text);
}

void GoBuildRun::onFinished(const ProcessEnd &end)
{
    m_listDelay.stop();
    m_linkDelay.stop();
    m_list.cancel();
    for (LineSplitter *splitter : {&m_output, &m_errorOutput}) {
        for (const QString &text : splitter->finish())
            readLine(text);
    }
    m_seconds = static_cast<double>(m_clock.elapsed()) / 1000.0;
    m_ended = end;
    if (!m_list.isRunning())
        finish();
}

void GoBuildRun::finish()
{
    emit finished(*std::exchange(m_ended, std::nullopt));
}

} // namespace plugsmith
