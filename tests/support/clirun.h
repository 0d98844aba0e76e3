// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QVector>

/// Runs the real plugsmith-cli.
namespace plugsmith::test {

using namespace Qt::StringLiterals;

inline QString cliProgram()
{
    return qEnvironmentVariable("PLUGSMITH_BIN") + u"/plugsmith-cli";
}

struct CliRun
{
    int exitCode = -1; ///< -1: it crashed, hung or did not start
    QByteArray out;
    QByteArray err;

    QString text() const { return QString::fromUtf8(out); }
    QString errorText() const { return QString::fromUtf8(err); }
    QByteArray everything() const { return "exit " + QByteArray::number(exitCode) + '\n' + out + err; }

    /// What --json printed: one object a line. A line that is none gives an empty object.
    QVector<QJsonObject> events() const
    {
        QVector<QJsonObject> objects;
        for (const QByteArray &line : out.split('\n')) {
            if (!line.isEmpty())
                objects += QJsonDocument::fromJson(line).object();
        }
        return objects;
    }
    /// The events of jobs that have come to `state`.
    QVector<QJsonObject> jobs(const QString &state) const
    {
        QVector<QJsonObject> found;
        for (const QJsonObject &event : events()) {
            if (event.value("event"_L1).toString() == "job"_L1 && event.value("state"_L1).toString() == state)
                found += event;
        }
        return found;
    }
    QJsonObject lastEvent() const { return events().isEmpty() ? QJsonObject() : events().last(); }
};

/// Any program; `input` is what it reads.
inline CliRun runProgram(const QString &program, const QStringList &arguments,
                         const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment(),
                         const QString &folder = QDir::currentPath(), int patience = 240'000,
                         const QByteArray &input = {})
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    CliRun run;
    if (process.waitForFinished(patience) && process.exitStatus() == QProcess::NormalExit)
        run.exitCode = process.exitCode();
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    return run;
}

inline CliRun runCli(const QStringList &arguments,
                     const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment(),
                     const QString &folder = QDir::currentPath(), int patience = 240'000)
{
    return runProgram(cliProgram(), arguments, environment, folder, patience);
}

} // namespace plugsmith::test
