// SPDX-License-Identifier: Apache-2.0
#include "models/targetmatrixmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

using CellState = TargetMatrixModel::CellState;

namespace {

GoToolchain toolchain(const QString &version)
{
    GoToolchain made;
    made.version = GoVersion::parse(version).value_or(GoVersion());
    made.versionText = u"go"_s + version;
    made.root = u"/sdk/go"_s + version;
    made.platform = Platform::thisMachine();
    made.isVerified = true;
    return made;
}

/// This machine with a C compiler of its own and Go 1.19.8, 1.22.6 and 1.26.8, found newest first.
BuildMachine machine()
{
    BuildMachine made;
    made.toolchains = {toolchain(u"1.26.8"_s), toolchain(u"1.22.6"_s), toolchain(u"1.19.8"_s)};
    CCompiler compiler;
    compiler.program = u"/usr/bin/gcc"_s;
    compiler.versionText = u"gcc 12.2"_s;
    compiler.platform = Platform::thisMachine();
    made.compiler = compiler;
    return made;
}

GoMod mod(const QByteArray &goVersion)
{
    return *GoMod::parse("module m\n\ngo " + goVersion + '\n', u"go.mod"_s);
}

Target target(const QString &version, const QString &platform = Platform::thisMachine().toString())
{
    return {*GoVersion::parse(version), *Platform::parse(platform)};
}

/// A platform that this machine has no compiler for.
QString foreign()
{
    return Platform::thisMachine().toString() == "linux/arm64"_L1 ? u"linux/s390x"_s : u"linux/arm64"_s;
}

} // namespace

class tst_TargetMatrixModel : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TargetMatrixModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    TargetMatrixModel &model() { return *m_model; }
    QVariant data(const Target &of, int role) { return model().data(model().indexOf(of), role); }
    CellState stateOf(const Target &of) { return data(of, TargetMatrixModel::CellStateRole).value<CellState>(); }

private slots:
    void init()
    {
        m_model = std::make_unique<TargetMatrixModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model->setMachine(machine());
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void knowsNothingAtFirst()
    {
        TargetMatrixModel empty;
        const QAbstractItemModelTester tester(&empty, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(empty.columnCount(), 1); // compilers
        QCOMPARE(empty.selected(), QVector<Target>());
        QCOMPARE(empty.buildable(), QVector<Target>());
        empty.select({target(u"1.22.6"_s)});
        empty.setModule(mod("1.22"));
        empty.setJobStates({{target(u"1.22.6"_s).toString(), JobState::Done}});
        QCOMPARE(empty.selected(), QVector<Target>());
        QCOMPARE(empty.targetAt(empty.index(0, 0)), Target());
    }

    void hasPlatformsAndVersionsInOrder()
    {
        QCOMPARE(model().versions(), (QVector<GoVersion>{*GoVersion::parse(u"1.19.8"), *GoVersion::parse(u"1.22.6"),
                                                         *GoVersion::parse(u"1.26.8")}));
        QCOMPARE(model().columnCount(), 4);
        QCOMPARE(model().compilerColumn(), 3);
        QStringList rows;
        for (int row = 0; row < model().rowCount(); ++row)
            rows += model().headerData(row, Qt::Vertical, Qt::DisplayRole).toString();
        QStringList expected{u"linux/amd64"_s,   u"linux/arm64"_s,  u"linux/386"_s,     u"linux/arm"_s,
                             u"linux/ppc64le"_s, u"linux/s390x"_s,  u"linux/riscv64"_s, u"darwin/arm64"_s,
                             u"darwin/amd64"_s,  u"freebsd/amd64"_s};
        expected.removeAll(Platform::thisMachine().toString());
        expected.prepend(Platform::thisMachine().toString());
        QCOMPARE(rows, expected);
        QStringList columns;
        for (int column = 0; column < model().columnCount(); ++column)
            columns += model().headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        QCOMPARE(columns, (QStringList{u"1.19.8"_s, u"1.22.6"_s, u"1.26.8"_s, u"Compiler"_s}));
        QCOMPARE(model().headerData(1, Qt::Horizontal, Qt::ToolTipRole), u"/sdk/go1.22.6"_s);
        QCOMPARE(model().headerData(1, Qt::Horizontal, TargetMatrixModel::DetailRole), u"installed"_s);
        QCOMPARE(model().headerData(9, Qt::Horizontal, Qt::DisplayRole), QVariant());
        QCOMPARE(model().headerData(99, Qt::Vertical, Qt::DisplayRole), QVariant());
    }

    void leavesOutBrokenAndDoubleToolchains()
    {
        BuildMachine with = machine();
        with.toolchains += toolchain(u"1.22.6"_s);
        with.toolchains += toolchain(u"1.23.0"_s);
        with.toolchains.last().problem = u"bin/go is missing."_s;
        with.toolchains += toolchain(u"1.24.0"_s);
        with.toolchains.last().isVerified = false;
        model().setMachine(with);
        QCOMPARE(model().versions().size(), 3);
    }

    void findsTargets()
    {
        const Target wanted = target(u"1.22.6"_s, foreign());
        const QModelIndex index = model().indexOf(wanted);
        QVERIFY(index.isValid());
        QCOMPARE(model().targetAt(index), wanted);
        QVERIFY(!model().indexOf(target(u"1.18"_s)).isValid());
        QVERIFY(!model().indexOf(target(u"1.22.6"_s, u"windows/amd64"_s)).isValid());
        QCOMPARE(model().targetAt(model().index(0, model().compilerColumn())), Target());
        QCOMPARE(model().targetAt({}), Target());
    }

    void saysWhatCannotBeBuilt_data()
    {
        QTest::addColumn<Target>("of");
        QTest::addColumn<QByteArray>("goVersion");
        QTest::addColumn<QString>("reason");
        QTest::newRow("nothing") << target(u"1.22.6"_s) << QByteArray("1.19") << QString();
        // In the order of the design: go directive, then Go release, then C compiler.
        QTest::newRow("too old") << target(u"1.19.8"_s) << QByteArray("1.22")
                                 << u"Go 1.19.8 is too old for this module. go.mod asks for Go 1.22 or later."_s;
        QTest::newRow("too old, and no plugins")
            << target(u"1.19.8"_s, u"linux/riscv64"_s) << QByteArray("1.22")
            << u"Go 1.19.8 is too old for this module. go.mod asks for Go 1.22 or later."_s;
        QTest::newRow("no plugins")
            << target(u"1.22.6"_s, u"linux/riscv64"_s) << QByteArray("1.22")
            << u"Go 1.22.6 cannot build plugins for linux/riscv64. Go supports this since 1.25."_s;
        QTest::newRow("no compiler")
            << target(u"1.22.6"_s, u"linux/s390x"_s) << QByteArray("1.22")
            << u"Install gcc-s390x-linux-gnu. Plugins need cgo, and cgo needs a C compiler for "
               "linux/s390x."_s;
        QTest::newRow("no SDK") << target(u"1.22.6"_s, u"darwin/arm64"_s) << QByteArray("1.22")
                                << u"darwin/arm64 needs an Apple SDK. Linking for macOS needs Apple's libraries. zig "
                                   "cc does not do: it has no CoreFoundation, and its linker does not know the flat "
                                   "namespace of plugins."_s;
    }
    void saysWhatCannotBeBuilt()
    {
        QFETCH(Target, of);
        QFETCH(QByteArray, goVersion);
        QFETCH(QString, reason);
        if (Platform::thisMachine().toString() != "linux/amd64"_L1)
            QSKIP("the compilers of linux/amd64 are what this is about");
        model().setModule(mod(goVersion));
        QCOMPARE(data(of, TargetMatrixModel::ReasonRole).toString(), reason);
        QCOMPARE(model().isBlocked(of), !reason.isEmpty());
        QCOMPARE(stateOf(of), reason.isEmpty() ? CellState::Free : CellState::Blocked);
        const QString name = of.platform.toString() + u", Go " + of.version.toString();
        const QString sentence =
            reason.isEmpty() ? QString(name + u", not selected") : QString(name + u", cannot be built: " + reason);
        QCOMPARE(data(of, Qt::AccessibleTextRole).toString(), sentence);
        QCOMPARE(data(of, Qt::CheckStateRole).isValid(), reason.isEmpty());
        QCOMPARE(model().flags(model().indexOf(of)).testFlag(Qt::ItemIsUserCheckable), reason.isEmpty());
    }

    void showsCompilers()
    {
        const auto cell = [this](const QString &platform, int role) {
            const QModelIndex row = model().indexOf(target(u"1.22.6"_s, platform));
            return model().data(row.siblingAtColumn(model().compilerColumn()), role);
        };
        const QString here = Platform::thisMachine().toString();
        QCOMPARE(cell(here, Qt::DisplayRole), u"gcc 12.2"_s);
        QCOMPARE(cell(here, Qt::ToolTipRole), QString(here + u" is built with /usr/bin/gcc"));
        QCOMPARE(cell(here, TargetMatrixModel::CellStateRole).value<CellState>(), CellState::Free);
        QCOMPARE(cell(u"linux/s390x"_s, Qt::DisplayRole), u"Install gcc-s390x-linux-gnu"_s);
        QCOMPARE(cell(u"linux/s390x"_s, TargetMatrixModel::CellStateRole).value<CellState>(), CellState::Blocked);
        QVERIFY(cell(u"linux/s390x"_s, TargetMatrixModel::ReasonRole).toString().contains(u"needs a C compiler"_s));
        const QModelIndex index = model().index(0, model().compilerColumn());
        QCOMPARE(model().flags(index), Qt::ItemIsEnabled);
        QVERIFY(!model().setData(index, Qt::Checked, Qt::CheckStateRole));
    }

    void selects()
    {
        QSignalSpy changed(&model(), &TargetMatrixModel::selectionChanged);
        const Target first = target(u"1.22.6"_s);
        const Target second = target(u"1.26.8"_s);
        model().select({second, first, target(u"1.22.6"_s, u"darwin/arm64"_s), target(u"1.18"_s)});
        QCOMPARE(model().selected(), (QVector<Target>{first, second})); // in the order of the matrix; blocked ones not
        QCOMPARE(changed.size(), 1);
        QCOMPARE(stateOf(first), CellState::Selected);
        QCOMPARE(data(first, Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Checked);
        QVERIFY(data(first, Qt::AccessibleTextRole).toString().endsWith(u", selected"_s));
        model().select({first, second}); // the same
        QCOMPARE(changed.size(), 1);
        model().setSelected(first, false);
        QCOMPARE(model().selected(), QVector<Target>{second});
        model().setSelected(first, false); // the same
        QCOMPARE(changed.size(), 2);
        model().select(model().buildable());
        QCOMPARE(model().selected().size(), 3);
    }

    void isTickedByViews()
    {
        const QModelIndex index = model().indexOf(target(u"1.22.6"_s));
        QVERIFY(model().setData(index, Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(model().selected(), QVector<Target>{target(u"1.22.6"_s)});
        QVERIFY(model().setData(index, Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(model().selected().isEmpty());
        QVERIFY(!model().setData(index, u"x"_s, Qt::EditRole));
        QVERIFY(
            !model().setData(model().indexOf(target(u"1.22.6"_s, u"darwin/arm64"_s)), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(!model().setData({}, Qt::Checked, Qt::CheckStateRole));
        QVERIFY(model().selected().isEmpty());
    }

    void dropsWhatAModuleForbids()
    {
        model().select({target(u"1.19.8"_s), target(u"1.26.8"_s)});
        model().setModule(mod("1.22"));
        QCOMPARE(model().selected(), QVector<Target>{target(u"1.26.8"_s)});
        model().setModule(std::nullopt);
        QVERIFY(!model().isBlocked(target(u"1.19.8"_s)));
    }

    void dropsVersionsThatAreGone()
    {
        model().select({target(u"1.19.8"_s), target(u"1.26.8"_s)});
        BuildMachine with = machine();
        with.toolchains.removeLast();
        model().setMachine(with);
        QCOMPARE(model().selected(), QVector<Target>{target(u"1.26.8"_s)});
        // It was not chosen again when it comes back.
        model().select({target(u"1.26.8"_s)});
        model().setMachine(machine());
        QCOMPARE(model().selected(), QVector<Target>{target(u"1.26.8"_s)});
    }

    void keepsTheSelectionWhenTheMachineIsReadAgain()
    {
        model().select({target(u"1.22.6"_s)});
        BuildMachine with = machine();
        with.toolchains += toolchain(u"1.21.13"_s);
        model().setMachine(with);
        QCOMPARE(model().selected(), QVector<Target>{target(u"1.22.6"_s)});
    }

    void showsJobs()
    {
        const Target job = target(u"1.22.6"_s);
        QSignalSpy changed(&model(), &TargetMatrixModel::dataChanged);
        model().setJobStates({{job.toString(), JobState::Compiling}});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex(), model().indexOf(job));
        QCOMPARE(data(job, TargetMatrixModel::JobStateRole).value<JobState>(), JobState::Compiling);
        QCOMPARE(data(job, Qt::DisplayRole), u"Compiling"_s);
        QVERIFY(data(job, Qt::AccessibleTextRole).toString().endsWith(u"Go 1.22.6, Compiling"_s));
        QCOMPARE(data(target(u"1.26.8"_s), TargetMatrixModel::JobStateRole), QVariant());
        model().setJobStates({{job.toString(), JobState::Compiling}}); // the same
        QCOMPARE(changed.size(), 1);
        model().setJobStates({{job.toString(), JobState::Done}, {target(u"1.26.8"_s).toString(), JobState::Held}});
        QCOMPARE(changed.size(), 3);
        QCOMPARE(data(target(u"1.26.8"_s), Qt::DisplayRole), u"Held"_s);
        model().setJobStates({});
        QCOMPARE(changed.size(), 5);
        QCOMPARE(data(job, Qt::DisplayRole), QVariant());
    }

    void saysHowFarAJobIs()
    {
        const Target job = target(u"1.22.6"_s);
        QSignalSpy changed(&model(), &TargetMatrixModel::dataChanged);
        model().setJobState(job, JobState::Compiling);
        model().setJobState(job, JobState::Compiling); // the same
        QCOMPARE(changed.size(), 1);
        model().setJobProgress(job, {214, 318});
        const QString sentence = data(job, Qt::AccessibleTextRole).toString();
        QVERIFY2(sentence.contains(u"compiling, 214 of 318 package"_s), qPrintable(sentence));
    }

    void saysWhatIsUpToDate()
    {
        const Target of = target(u"1.22.6"_s);
        model().select({of});
        QCOMPARE(data(of, TargetMatrixModel::UpToDateRole).toString(), QString());
        model().setUpToDate({{of.toString(), Scn(20261121143207)}});
        QCOMPARE(data(of, TargetMatrixModel::UpToDateRole).toString(), u"20261121143207"_s);
        QVERIFY(data(of, Qt::AccessibleTextRole).toString().endsWith(u"up to date, SCN 20261121143207"_s));
        model().setModule(mod("1.22")); // another source
        QCOMPARE(data(of, TargetMatrixModel::UpToDateRole).toString(), QString());
    }

    void showsTheLastFourReleases()
    {
        BuildMachine with = machine();
        for (const QString &version : {u"1.21.13"_s, u"1.23.12"_s, u"1.24.9"_s, u"1.24.1"_s, u"1.25.3"_s})
            with.toolchains += toolchain(version);
        model().setMachine(with);
        const auto shown = [this] {
            QStringList texts;
            for (const GoVersion &version : model().versions())
                texts += version.toString();
            return texts.join(u' ');
        };
        QCOMPARE(shown(), u"1.23.12 1.24.1 1.24.9 1.25.3 1.26.8"_s);
        QCOMPARE(model().installedVersions().size(), 8);
        QSignalSpy chosen(&model(), &TargetMatrixModel::versionsChosen);
        model().setVersionShown(*GoVersion::parse(u"1.24.1"), false);
        model().setVersionShown(*GoVersion::parse(u"1.19.8"), true);
        model().setVersionShown(*GoVersion::parse(u"1.27.0"), true); // not installed
        QCOMPARE(shown(), u"1.19.8 1.23.12 1.24.9 1.25.3 1.26.8 1.27.0"_s);
        QCOMPARE(chosen.size(), 3);
        QVERIFY(data(target(u"1.27.0"_s), TargetMatrixModel::ReasonRole).toString().contains(u"not installed"_s));
        QCOMPARE(model().headerData(5, Qt::Horizontal, TargetMatrixModel::DetailRole), u"not installed"_s);

        TargetMatrixModel next;
        next.setVersionChoices(model().versionChoices());
        next.setMachine(with);
        QCOMPARE(next.versions(), model().versions());
        // What was chosen before is shown, however old it is.
        next.resetVersions();
        next.select({target(u"1.21.13"_s)});
        QCOMPARE(next.selected(), QVector<Target>{target(u"1.21.13"_s)});
        QVERIFY(next.indexOf(target(u"1.21.13"_s)).isValid());
    }

    void showsWhatCanBeFetched()
    {
        const auto version = [](const char *text) { return *GoVersion::parse(QString::fromLatin1(text)); };
        model().setFetchable({{version("1.22.6"), 60'000'000}, // is here
                              {version("1.25.3"), 57'000'000},
                              {version("1.27.1"), 63'000'000},
                              {version("1.28rc1"), -1}});
        const QVector<GoVersion> shown = model().versions();
        QVERIFY(shown.contains(version("1.27.1"))); // the newest release
        QVERIFY(!shown.contains(version("1.25.3")) && !shown.contains(version("1.28rc1")));
        QCOMPARE(model().fetchableVersions(), (QVector<GoVersion>{version("1.25.3"), version("1.27.1")}));
        const Target newest = target(u"1.27.1"_s);
        QVERIFY(model().needsFetch(newest) && !model().needsFetch(target(u"1.22.6"_s)));
        QVERIFY(stateOf(newest) != CellState::Blocked);
        QVERIFY(stateOf(target(u"1.27.1"_s, foreign())) == CellState::Blocked); // that compiler is missing all the same
        QVERIFY(!model().buildable().contains(newest));
        QCOMPARE(model().bytesToFetch(), 0);
        model().select({newest, target(u"1.25.3"_s)}); // gets a column then
        QCOMPARE(model().bytesToFetch(), 120'000'000);
        QCOMPARE(model().selected().size(), 2);
        model().select({target(u"1.22.6"_s)});
        QCOMPARE(model().bytesToFetch(), 0);
        model().setFetchable({});
        QVERIFY(!model().versions().contains(version("1.27.1")));
    }

    void sortsByWhatBuildsHere()
    {
        BuildMachine with = machine();
        with.compiler->platform = *Platform::parse(foreign());
        model().setMachine(with);
        QVERIFY(!model().buildsHere(Platform::thisMachine()));
        QCOMPARE(model().platforms().first(), Platform::thisMachine());
        model().setBuildableFirst(true);
        QCOMPARE(model().platforms().first().toString(), foreign());
        model().setBuildableFirst(false);
        QCOMPARE(model().platforms().first(), Platform::thisMachine());
    }
};

QTEST_GUILESS_MAIN(tst_TargetMatrixModel)
#include "tst_targetmatrixmodel.moc"
