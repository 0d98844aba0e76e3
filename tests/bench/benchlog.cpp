// SPDX-License-Identifier: Apache-2.0
// Measures the log view: against QPlainTextEdit, while lines rush in, and with ten million lines. Needs a screen.
#include "../support/watchedapplication.h"
#include "gui/logview.h"
#include "models/logdocument.h"
#include "models/logsearch.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <unistd.h>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

constexpr double DecidedAt = 40;   // times slower: the rest of the rival's lines need not be waited for
constexpr int BatchLines = 10'000; // what comes in 50 ms at 200,000 lines a second

/// About a hundred bytes, as the lines of a log of 1 GB with ten million of them.
QByteArray lineOf(int number)
{
    QByteArray line =
        "14:32:24.001\tcompile\tgithub.com/example/module/package/of/some/length/number" + QByteArray::number(number);
    line += number % 50'000 == 49'999 ? QByteArray("/hash.go:4:18: needle ") : QByteArray();
    return line.leftJustified(99, 'x') + '\n';
}

QByteArray batch(int first, int lines)
{
    QByteArray bytes;
    bytes.reserve(qsizetype(lines) * 110);
    for (int i = first; i < first + lines; ++i)
        bytes += lineOf(i);
    return bytes;
}

double secondsOf(const QElapsedTimer &clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e9;
}

/// Handles events until something holds.
double waitFor(const std::function<bool()> &holds)
{
    QElapsedTimer clock;
    clock.start();
    while (!holds() && clock.elapsed() < 600'000)
        QApplication::processEvents(QEventLoop::AllEvents, 5);
    return secondsOf(clock);
}

double residentMegabytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

bool report(const char *name, double value, const char *unit, double bar, bool atLeast = false)
{
    const bool good = atLeast ? value >= bar : value <= bar;
    std::printf("%-62s %9.1f %s (at %s %.0f) %s\n", name, value, unit, atLeast ? "least" : "most", bar,
                good ? "ok" : "MISSED");
    std::fflush(stdout);
    return good;
}

class Bench
{
public:
    explicit Bench(test::WatchedApplication &app)
        : m_app(app)
        , m_search(m_document)
        , m_view(m_document, m_search)
    {
        m_view.resize(900, 600);
        m_view.show();
        waitFor([this] { return m_view.isVisible(); });
    }

    bool appending()
    {
        constexpr int Lines = 1'000'000;
        QVector<QByteArray> batches;
        for (int i = 0; i < Lines; i += BatchLines)
            batches += batch(i, BatchLines);
        QFile file(m_folder.filePath(u"append.log"_s));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return false;
        m_document.open(file.fileName());
        QElapsedTimer clock;
        clock.start();
        for (const QByteArray &bytes : batches) {
            file.write(bytes);
            m_document.update();
            QApplication::processEvents();
        }
        waitFor([this] { return m_document.lineCount() == Lines; });
        const double ours = secondsOf(clock);
        m_document.open({});

        QPlainTextEdit edit;
        edit.setReadOnly(true);
        edit.setLineWrapMode(QPlainTextEdit::NoWrap);
        edit.setUndoRedoEnabled(false);
        edit.resize(m_view.size());
        edit.show();
        waitFor([&edit] { return edit.isVisible(); });
        qsizetype done = 0;
        clock.restart();
        for (const QByteArray &bytes : batches) {
            for (qsizetype at = 0; at < bytes.size();) {
                const qsizetype end = bytes.indexOf('\n', at);
                edit.appendPlainText(QString::fromUtf8(QByteArrayView(bytes).sliced(at, end - at)));
                at = end + 1;
            }
            QApplication::processEvents();
            if (++done < batches.size() && secondsOf(clock) > ours * DecidedAt) // it takes minutes
                break;
        }
        const double theirs = secondsOf(clock);
        std::printf("1,000,000 lines: %.2f s; QPlainTextEdit: %lld lines in %.2f s\n", ours,
                    static_cast<long long>(done) * BatchLines, theirs);
        return report("(a) 1,000,000 lines appended, times faster", theirs / ours, "x", 20, true);
    }

    bool rushing()
    {
        constexpr int Seconds = 10;
        QVector<QByteArray> batches;
        for (int i = 0; i < 20; ++i)
            batches += batch(i * BatchLines, BatchLines);
        QFile file(m_folder.filePath(u"rush.log"_s));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return false;
        m_document.open(file.fileName());
        QTimer timer;
        int count = 0;
        QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
            file.write(batches[count++ % batches.size()]);
            m_document.update();
        });
        m_app.restart();
        timer.start(50);
        waitFor([&count] { return count >= Seconds * 20; });
        timer.stop();
        std::printf("    the busiest event took %.1f ms of the processor\n", m_app.longestWork());
        return report("(b) 200,000 lines a second for 10 s: longest event", m_app.longest(), "ms", 16);
    }

    bool tenMillion()
    {
        constexpr int Lines = 10'000'000;
        const QString path = m_folder.filePath(u"ten.log"_s);
        {
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
                return false;
            for (int i = 0; i < Lines; i += BatchLines)
                file.write(batch(i, BatchLines));
        }
        m_document.open({});
        QApplication::processEvents();
        const double before = residentMegabytes();
        m_app.restart();
        QElapsedTimer clock;
        clock.start();
        m_document.open(path);
        m_view.viewport()->repaint();
        const bool isAtEnd = m_document.text(m_document.lineCount() - 1).contains(u"number9999999"_s);
        bool good = isAtEnd && report("(c) a log of 1 GB opened at its end", secondsOf(clock) * 1e3, "ms", 1000);
        waitFor([this] { return m_document.isWhole(); });
        std::printf("    all of its %d lines known after %.2f s\n", m_document.lineCount(), secondsOf(clock));
        good &= m_document.lineCount() == Lines;

        m_view.setFollowing(false);
        const auto matcher = LogMatcher::of({u"n[e]+dle\\b"_s, true, true});
        double first = -1;
        QObject here; // the connection must not outlive what it writes to
        QObject::connect(&m_search, &LogSearch::found, &here, [&first, &clock] { first = secondsOf(clock); });
        clock.restart();
        m_search.start(*matcher, 0);
        waitFor([this] { return m_search.isComplete(); });
        good &= report("(d) regular expression over 10,000,000 lines: first hit", first * 1e3, "ms", 100);
        std::printf("    all %d hits after %.2f s\n", m_search.hits(), secondsOf(clock));
        good &= first >= 0 && m_search.hits() == Lines / 50'000;
        std::printf("    the busiest event took %.1f ms of the processor\n", m_app.longestWork());
        good &= report("    longest event while opening and finding", m_app.longest(), "ms", 16);
        good &= report("(e) memory of view, index and hits", residentMegabytes() - before, "MB", 50);
        m_search.stop();
        return good;
    }

private:
    test::WatchedApplication &m_app;
    QTemporaryDir m_folder;
    LogDocument m_document;
    LogSearch m_search;
    LogView m_view;
};

} // namespace

int main(int argc, char *argv[])
{
    test::WatchedApplication app(argc, argv);
    Bench bench(app);
    const QStringList wanted = QApplication::arguments().sliced(1);
    const auto isWanted = [&wanted](const QString &name) { return wanted.isEmpty() || wanted.contains(name); };
    bool good = true;
    if (isWanted(u"find"_s)) // first: its memory is measured
        good &= bench.tenMillion();
    if (isWanted(u"append"_s))
        good &= bench.appending();
    if (isWanted(u"rush"_s))
        good &= bench.rushing();
    return good ? 0 : 1;
}
