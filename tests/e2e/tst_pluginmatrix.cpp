// SPDX-License-Identifier: Apache-2.0
// Every kind of plugin with the newest Go that is here; PLUGSMITH_MATRIX=1: with every Go, in full size. Each is loaded
// and called, or refused, with the right words, and another session beside it never notices.
#include "pluginmatrix.h"
#include "sessionfixture.h"

#include <QElapsedTimer>

using namespace plugsmith;
using namespace plugsmith::e2e;
using namespace plugsmith::test;

namespace {

bool isWhole()
{
    return qEnvironmentVariableIsSet("PLUGSMITH_MATRIX");
}

/// What has to come of a plugin.
struct Expected
{
    QByteArray arguments = "[]";
    QByteArray json; ///< what it returns; empty: anything
    CallOutcome::Kind kind = CallOutcome::Kind::Returned;
    std::optional<EndReason::Kind> end = {}; ///< of the session
    QString words = {};                      ///< in the problem or the reason of the end
};

Expected expectedOf(const QString &name)
{
    using Kind = CallOutcome::Kind;
    using End = EndReason::Kind;
    const int resultBytes = isWhole() ? 100'000'000 : 5'000'000;
    const int lines = isWhole() ? 1'000'000 : 50'000;
    if (name == "vendored"_L1)
        return {"[]", "[\"hello vendor\"]"};
    if (name == "cgo"_L1)
        return {"[21]", "[42]"};
    if (name == "generics"_L1)
        return {"[[1.5, 2.5]]", "[4]"};
    if (name == "embed"_L1)
        return {"[\"greeting.txt\"]", "[\"embedded\",null]"};
    if (name == "large"_L1)
        return {"[]", "[30000000]"};
    if (name == "slowinit"_L1)
        return {"[]", "[\"ready\"]"};
    if (name == "goroutines"_L1)
        return {"[]", "[true]"};
    if (name == "exit"_L1)
        return {"[]", {}, Kind::Lost, End::Exit, u"os.Exit(7)"_s};
    if (name == "nilmap"_L1)
        return {"[]", {}, Kind::Panicked, std::nullopt, u"assignment to entry in nil map"_s};
    if (name == "concurrentmap"_L1)
        return {"[]", {}, Kind::Lost, End::FatalError, u"concurrent map writes"_s};
    if (name == "overflow"_L1)
        return {"[]", {}, Kind::Lost, End::StackOverflow, u"without end"_s};
    if (name == "result"_L1)
        return {'[' + QByteArray::number(resultBytes) + ']', "[\"" + QByteArray(resultBytes, 'x') + "\"]"};
    if (name == "printer"_L1)
        return {'[' + QByteArray::number(lines) + ']', '[' + QByteArray::number(lines) + ']'};
    return {};
}

} // namespace

class tst_PluginMatrix : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QVector<GoToolchain> m_toolchains;
    std::vector<MatrixPlugin> m_plugins;
    QMap<QString, HostProgram> m_hosts;                 // by Go version
    QMap<QString, std::shared_ptr<Session>> m_others;   // with a plugin that must not notice anything
    QMap<QString, QMap<QString, QByteArray>> m_results; // by Go version and plugin

    QString build(const MatrixPlugin &plugin, const QString &version) const
    {
        const QString source = m_folder.filePath(version + u'/' + QString::fromLatin1(plugin.name));
        builder::writeTree(plugin.files, source);
        return buildPlugin(source, QString::fromLatin1(plugin.name), {u"--go"_s, version});
    }
    /// The host of a version, and the session beside which everything happens.
    bool prepare(const QString &version)
    {
        if (m_hosts.contains(version))
            return true;
        const MatrixPlugin calm{"calm", {goMod("calm"), goMain("func Answer() string { return \"calm\" }\n")}};
        const auto file = readPluginFile(build(calm, version));
        if (!file)
            return false;
        const auto host = prepareHost(file->path, m_toolchains);
        if (!host)
            return false;
        m_hosts.insert(version, *host);
        m_others.insert(version, startSession(*host, {*file}));
        return m_others[version] && hasNotNoticed(version);
    }
    bool hasNotNoticed(const QString &version) const
    {
        return callAndWait(*m_others[version], u"Answer"_s).json == "[\"calm\"]";
    }
    std::shared_ptr<Session> begin(const PluginFile &file, const QString &version) const
    {
        SessionSetup setup;
        setup.host = m_hosts[version];
        setup.environment.insert(u"MATRIX_INIT"_s, isWhole() ? u"5s"_s : u"600ms"_s);
        auto session = std::make_shared<Session>(setup);
        session->setOverdueTimes(isWhole() ? 2000 : 200, 2000);
        session->start();
        session->load(file);
        return session;
    }

private slots:
    void initTestCase()
    {
        if (const QString reason = whyNoRealPlugins(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        m_toolchains = findToolchains();
        m_toolchains.removeIf(
            [](const GoToolchain &toolchain) { return toolchain.version < *GoVersion::parse(u"1.18"_s); });
        if (m_toolchains.isEmpty())
            QSKIP("no Go 1.18 or later is installed");
        m_plugins = matrixPlugins();
    }
    void cleanupTestCase()
    {
        for (auto version = m_results.cbegin(); version != m_results.cend(); ++version) {
            for (auto plugin = version->cbegin(); plugin != version->cend(); ++plugin)
                qInfo("Go %s | %s | %s", qPrintable(version.key()), qPrintable(plugin.key()), plugin->constData());
        }
    }

    void loadsOrIsRefused_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<qsizetype>("at");
        QStringList versions;
        for (const GoToolchain &toolchain : std::as_const(m_toolchains)) {
            if (!versions.contains(toolchain.version.toString()))
                versions += toolchain.version.toString();
        }
        for (const QString &version : isWhole() ? versions : versions.mid(0, 1)) {
            for (size_t at = 0; at < m_plugins.size(); ++at)
                QTest::addRow("%s, Go %s", m_plugins[at].name, qPrintable(version)) << version << qsizetype(at);
        }
    }
    void loadsOrIsRefused()
    {
        QFETCH(QString, version);
        QFETCH(qsizetype, at);
        QVERIFY(prepare(version));
        const MatrixPlugin &plugin = m_plugins[static_cast<size_t>(at)];
        const QString name = QString::fromLatin1(plugin.name);
        const auto file = readPluginFile(build(plugin, version));
        QVERIFY2(file, file ? "" : qPrintable(file.error().sentence()));
        QElapsedTimer clock;
        clock.start();
        const auto session = begin(*file, version);
        QSignalSpy overdue(session.get(), &Session::loadOverdue);
        QSignalSpy ended(session.get(), &Session::endedUnexpectedly);
        QSignalSpy printed(session.get(), &Session::printed);
        QVERIFY(QTest::qWaitFor([&] { return isSettled(*session); }, Patience));
        const Generation &generation = *session->generation(1);
        QByteArray &result = m_results[version][name];
        if (name == "panicinit"_L1) {
            QCOMPARE(generation.state, Generation::State::NotLoaded);
            QVERIFY2(generation.problem.sentence().contains(u"not today"_s), qPrintable(generation.problem.sentence()));
            result = "refused: " + generation.problem.sentence().toUtf8();
            QVERIFY(hasNotNoticed(version));
            return;
        }
        QVERIFY2(generation.state == Generation::State::Answers, qPrintable(generation.problem.sentence()));
        QCOMPARE(overdue.isEmpty(), name != "slowinit"_L1);
        const qint64 loaded = clock.elapsed();
        const Expected expected = expectedOf(name);
        clock.restart();
        const CallOutcome outcome = callAndWait(*session, u"Answer"_s, expected.arguments);
        QCOMPARE(outcome.kind, expected.kind);
        QVERIFY2(expected.json.isEmpty() || outcome.json == expected.json, outcome.json.left(200).constData());
        result = "loaded in " + QByteArray::number(loaded) + " ms, called in " + QByteArray::number(clock.elapsed()) +
                 " ms, " + QByteArray::number(outcome.json.size()) + " bytes";
        QString words = outcome.problem.sentence();
        if (expected.end) {
            QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, Patience);
            const auto reason = ended[0][0].value<EndReason>();
            QCOMPARE(int(reason.kind), int(*expected.end));
            words = reason.words.sentence();
        }
        QVERIFY2(words.contains(expected.words), qPrintable(words));
        if (!words.isEmpty())
            result = words.toUtf8();
        if (name == "printer"_L1) {
            qsizetype lines = 0;
            for (const QList<QVariant> &one : printed)
                lines += one[1].toByteArray().count('\n');
            QCOMPARE(QByteArray::number(lines), expected.json.sliced(1).chopped(1));
            QVERIFY(outcome.output.size() + outcome.outputCut > 0);
        }
        QVERIFY(hasNotNoticed(version));
    }
};

QTEST_GUILESS_MAIN(tst_PluginMatrix)
#include "tst_pluginmatrix.moc"
