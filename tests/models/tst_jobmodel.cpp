// SPDX-License-Identifier: Apache-2.0
#include "models/jobmodel.h"

#include "fakequeue.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace plugsmith;
using namespace plugsmith::test;
using namespace Qt::StringLiterals;

class tst_JobModel : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<FakeQueue> m_fake;
    std::unique_ptr<JobModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    JobModel &model() { return *m_model; }
    QVariant cell(int row, int column, int role = Qt::DisplayRole)
    {
        return model().data(model().index(row, column), role);
    }
    QString step(int row) { return cell(row, JobModel::StepColumn).toString(); }
    JobState state(int row) { return cell(row, 0, JobModel::StateRole).value<JobState>(); }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init()
    {
        m_fake = std::make_unique<FakeQueue>();
        m_fake->queue.setParallel(2);
        m_model = std::make_unique<JobModel>(m_fake->queue);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_fake.reset();
    }

    void isEmptyAtFirst()
    {
        QCOMPARE(model().rowCount(), 0);
        QCOMPARE(model().columnCount(), 5);
        QVERIFY(!model().jobAt(0));
        QVERIFY(!model().planAt(0));
        QVERIFY(!model().isShowingPlan());
        QCOMPARE(model().headerData(JobModel::TargetColumn, Qt::Horizontal, Qt::DisplayRole), u"Target"_s);
        QCOMPARE(model().headerData(JobModel::StepColumn, Qt::Horizontal, Qt::DisplayRole), u"Step"_s);
        QCOMPARE(model().headerData(JobModel::TimeColumn, Qt::Horizontal, Qt::DisplayRole), u"Time"_s);
        QCOMPARE(model().headerData(0, Qt::Vertical, Qt::DisplayRole), QVariant());
    }

    void showsAPlan()
    {
        PlannedJob blocked = plannedJob(u"1.19.8"_s);
        blocked.blocked = Error{ErrorCode::Unsupported, u"Install gcc"_s, u"Plugins need cgo."_s, {}};
        model().showPlan({plannedJob(), blocked});
        QVERIFY(model().isShowingPlan());
        QCOMPARE(model().rowCount(), 2);
        QCOMPARE(model().headerData(JobModel::StepColumn, Qt::Horizontal, Qt::DisplayRole), u"Writes"_s);
        QCOMPARE(cell(0, JobModel::TargetColumn), u"linux/amd64 · 1.22.6"_s);
        QCOMPARE(step(0), u"pricing_1_22_6_linux_amd64.so"_s);
        QCOMPARE(cell(0, JobModel::TimeColumn), QVariant());
        QCOMPARE(cell(0, 0, JobModel::BlockedRole).toString(), QString());
        QCOMPARE(cell(0, 0, JobModel::JobIdRole).toString(), QString());
        QCOMPARE(state(0), JobState::Queued);
        QCOMPARE(cell(1, 0, JobModel::BlockedRole), u"Install gcc"_s);
        QVERIFY(!model().jobAt(0));
        QCOMPARE(model().planAt(1)->target, blocked.target);
        QVERIFY(!model().planAt(2));
        model().showPlan({});
        QCOMPARE(model().rowCount(), 0);
    }

    void jobsStayOutOfAPlan()
    {
        model().showPlan({plannedJob()});
        const QStringList ids = m_fake->add({u"1.22.6"_s, u"1.26.8"_s, u"1.19.8"_s});
        m_fake->reach(ids[0], JobState::Compiling);
        m_fake->progress(ids[0], 1, 2);
        m_fake->succeed(ids[0]);
        m_fake->queue.move(ids[2], 0);
        m_fake->fail(ids[1]);
        m_fake->queue.retry(ids[1]);
        m_fake->queue.clearFinished();
        QCOMPARE(model().rowCount(), 1);
        model().showQueue();
        QCOMPARE(model().rowCount(), 2);
        QCOMPARE(model().headerData(JobModel::StepColumn, Qt::Horizontal, Qt::DisplayRole), u"Step"_s);
        QSignalSpy reset(&model(), &QAbstractItemModel::modelReset);
        model().showQueue(); // it does already
        QCOMPARE(reset.size(), 0);
    }

    void followsJobs()
    {
        QSignalSpy inserted(&model(), &QAbstractItemModel::rowsInserted);
        const QStringList ids = m_fake->add({u"1.22.6"_s, u"1.26.8"_s, u"1.19.8"_s});
        QCOMPARE(inserted.size(), 3);
        QCOMPARE(model().rowCount(), 3);
        QCOMPARE(model().jobAt(1)->id(), ids[1]);
        QCOMPARE(model().planAt(1)->target.version, *GoVersion::parse(u"1.26.8"));
        QVERIFY(!model().jobAt(3));
        QCOMPARE(cell(1, 0, JobModel::JobIdRole), ids[1]);
        QCOMPARE(cell(1, JobModel::TargetColumn), u"linux/amd64 · 1.26.8"_s);
        QCOMPARE(step(0), u"Preparing"_s);
        QCOMPARE(step(2), u"Queued"_s);
        QCOMPARE(cell(2, JobModel::TimeColumn), QVariant());

        QSignalSpy changed(&model(), &QAbstractItemModel::dataChanged);
        m_fake->reach(ids[0], JobState::Compiling);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex(), model().index(0, 0));
        QCOMPARE(changed[0][1].toModelIndex(), model().index(0, JobModel::ActionColumn));
        m_fake->progress(ids[0], 214, 318);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(changed[1][0].toModelIndex(), model().index(0, JobModel::StepColumn));
        QCOMPARE(step(0), u"Compiling · 214 / 318"_s);
        QCOMPARE(cell(0, 0, JobModel::ProgressRole).value<JobProgress>(), (JobProgress{214, 318}));
        QCOMPARE(cell(0, 0, Qt::AccessibleTextRole), u"linux/amd64 · 1.22.6, step 3 of 6, Compiling · 214 / 318"_s);

        m_fake->succeed(ids[0]);
        QCOMPARE(state(0), JobState::Done);
        QCOMPARE(step(0), u"Done · 18.4 MB"_s);
        QCOMPARE(cell(0, JobModel::StepColumn, Qt::ToolTipRole), u"Done · 18.4 MB"_s);
        QCOMPARE(cell(0, 0, Qt::AccessibleTextRole), u"linux/amd64 · 1.22.6, Done · 18.4 MB"_s);
        QCOMPARE(step(2), u"Preparing"_s); // its turn

        m_fake->reach(ids[1], JobState::Linking);
        m_fake->fail(ids[1]);
        QCOMPARE(state(1), JobState::Failed);
        QCOMPARE(cell(1, 0, JobModel::LastStepRole).value<JobState>(), JobState::Linking);
        QCOMPARE(step(1), u"2 errors in main.go"_s);
        QVERIFY(cell(1, JobModel::StepColumn, Qt::ToolTipRole).toString().contains(u"undefined: x"_s));

        m_fake->succeed(ids[2], true);
        QCOMPARE(step(2), u"Up to date · 18.4 MB"_s);
    }

    void showsElapsedTimes()
    {
        const QStringList ids = m_fake->add({u"1.22.6"_s});
        QSignalSpy changed(&model(), &QAbstractItemModel::dataChanged);
        QTRY_COMPARE(cell(0, JobModel::TimeColumn), u"0:01"_s);
        QTRY_VERIFY(changed.size() >= 2); // by the clock
        QCOMPARE(changed[0][0].toModelIndex(), model().index(0, JobModel::TimeColumn));
        m_fake->queue.cancel(ids[0]);
        QCOMPARE(state(0), JobState::Cancelled);
        QVERIFY(cell(0, JobModel::TimeColumn).toString().startsWith(u"0:0"_s));
    }

    void replacesRetriedJobs()
    {
        const QStringList ids = m_fake->add({u"1.22.6"_s, u"1.26.8"_s});
        m_fake->fail(ids[0]);
        QSignalSpy changed(&model(), &QAbstractItemModel::dataChanged);
        const QString next = m_fake->queue.retry(ids[0]);
        QVERIFY(!next.isEmpty());
        QVERIFY(!changed.isEmpty());
        QCOMPARE(changed[0][0].toModelIndex().row(), 0);
        QCOMPARE(model().rowCount(), 2);
        QCOMPARE(cell(0, 0, JobModel::JobIdRole), next);
        QCOMPARE(state(0), JobState::Preparing);
    }

    void movesJobs()
    {
        const QStringList ids = m_fake->add({u"1.22.6"_s, u"1.26.8"_s, u"1.19.8"_s}, true);
        QCOMPARE(step(0), u"Held"_s);
        QSignalSpy moved(&model(), &QAbstractItemModel::rowsMoved);
        const QPersistentModelIndex last(model().index(2, 0));
        m_fake->queue.move(ids[2], 0);
        QCOMPARE(cell(0, 0, JobModel::JobIdRole), ids[2]);
        QCOMPARE(moved.size(), 1);
        QCOMPARE(last.row(), 0); // what is selected stays selected
        m_fake->queue.move(ids[2], 1);
        QCOMPARE(last.row(), 1);
        QCOMPARE(cell(0, 0, JobModel::JobIdRole), ids[0]);
    }

    void removesFinishedJobs()
    {
        const QStringList ids = m_fake->add({u"1.22.6"_s, u"1.26.8"_s, u"1.19.8"_s});
        m_fake->succeed(ids[0]);
        m_fake->succeed(ids[2]);
        QSignalSpy removed(&model(), &QAbstractItemModel::rowsRemoved);
        m_fake->queue.clearFinished();
        QCOMPARE(removed.size(), 2);
        QCOMPARE(model().rowCount(), 1);
        QCOMPARE(cell(0, 0, JobModel::JobIdRole), ids[1]);
    }

    void alignsTimes()
    {
        m_fake->add({u"1.22.6"_s});
        QVERIFY(cell(0, JobModel::TimeColumn, Qt::TextAlignmentRole).value<Qt::Alignment>().testFlag(Qt::AlignRight));
        QVERIFY(model()
                    .headerData(JobModel::TimeColumn, Qt::Horizontal, Qt::TextAlignmentRole)
                    .value<Qt::Alignment>()
                    .testFlag(Qt::AlignRight));
        QCOMPARE(cell(0, JobModel::StepColumn, Qt::TextAlignmentRole), QVariant());
    }
};

QTEST_GUILESS_MAIN(tst_JobModel)
#include "tst_jobmodel.moc"
