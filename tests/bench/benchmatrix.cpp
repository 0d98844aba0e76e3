// SPDX-License-Identifier: Apache-2.0
// The matrix of targets with 240 cells (all platforms, 24 Go versions) and 100 changes of a job's state a second: how
// much of one core that costs. The window is shown, so painting counts.
#include "gui/targetmatrixview.h"
#include "models/targetmatrixmodel.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <cstdio>
#include <ctime>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

constexpr int Versions = 24;
constexpr int ChangesASecond = 100;
constexpr double Seconds = 5;
constexpr double Bar = 0.10; // of one core

BuildMachine machine()
{
    BuildMachine made;
    for (int i = 0; i < Versions; ++i) {
        GoToolchain toolchain;
        toolchain.version = *GoVersion::parse(u"1.26.%1"_s.arg(i));
        toolchain.root = u"/go/"_s + toolchain.version.toString();
        toolchain.platform = Platform::thisMachine();
        toolchain.isVerified = true;
        made.toolchains += toolchain;
    }
    CCompiler compiler;
    compiler.program = u"/usr/bin/gcc"_s;
    compiler.versionText = u"gcc 12.2"_s;
    compiler.platform = Platform::thisMachine();
    made.compiler = compiler;
    return made;
}

double cpuSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication app(argc, argv);
    TargetMatrixModel model;
    model.setMachine(machine());
    TargetMatrixView view(model);
    view.resize(2600, 400);
    view.show();
    const int rows = model.rowCount();
    constexpr JobState States[] = {JobState::Queued, JobState::Preparing, JobState::Compiling, JobState::Linking,
                                   JobState::Done};
    int changes = 0;
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    timer.setInterval(1000 / ChangesASecond);
    QElapsedTimer clock;
    double before = 0;
    const auto step = [&] {
        const int cell = changes % (rows * Versions);
        const auto state = States[(changes / (rows * Versions) + changes) % std::size(States)];
        model.setJobState(model.targetAt(model.index(cell % rows, cell / rows)), state);
        ++changes;
        if (static_cast<double>(clock.elapsed()) >= Seconds * 1000)
            QApplication::quit();
    };
    QObject::connect(&timer, &QTimer::timeout, &timer, step);
    QTimer::singleShot(500, &timer, [&] { // after the first frames
        before = cpuSeconds();
        clock.start();
        timer.start();
    });
    QApplication::exec();
    const double elapsed = static_cast<double>(clock.elapsed()) / 1000;
    const double share = (cpuSeconds() - before) / elapsed;
    const bool good = share <= Bar;
    std::printf("(m) matrix of %d x %d cells, %.0f changes a second: %.1f %% of one core (at most %.0f %%) %s\n", rows,
                Versions, changes / elapsed, share * 100, Bar * 100, good ? "ok" : "MISSED");
    return good ? 0 : 1;
}
