// SPDX-License-Identifier: Apache-2.0
#include "gui/targetmatrixview.h"

#include "models/targetmatrixmodel.h"
#include "toolchain/targets.h"

#include <QHeaderView>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace plugsmith;
using namespace Qt::StringLiterals;

class tst_TargetMatrixView : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TargetMatrixModel> m_model;
    std::unique_ptr<TargetMatrixView> m_view;

    static GoToolchain toolchain(const QString &version)
    {
        GoToolchain toolchain;
        toolchain.root = u"/go"_s + version;
        toolchain.program = toolchain.root + u"/bin/go"_s;
        toolchain.version = *GoVersion::parse(version);
        toolchain.versionText = u"go"_s + version;
        toolchain.platform = Platform::thisMachine();
        toolchain.isVerified = true;
        return toolchain;
    }
    QPoint centerOf(int row, int column) const { return m_view->visualRect(m_model->index(row, column)).center(); }
    void click(int row, int column)
    {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::NoModifier, centerOf(row, column));
    }
    int selected() const { return static_cast<int>(m_model->selected().size()); }

private slots:
    void init()
    {
        m_model = std::make_unique<TargetMatrixModel>();
        BuildMachine machine;
        machine.toolchains = {toolchain(u"1.22.6"_s), toolchain(u"1.23.12"_s), toolchain(u"1.24.9"_s)};
        machine.compiler.emplace();
        machine.compiler->program = u"/usr/bin/gcc"_s;
        machine.compiler->platform = Platform::thisMachine();
        machine.compiler->versionText = u"gcc 12.2"_s;
        m_model->setMachine(machine);
        m_model->setModule(GoMod());
        m_view = std::make_unique<TargetMatrixView>(*m_model);
        m_view->resize(900, 420);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void clickToggles()
    {
        QCOMPARE(m_model->versions().size(), 3);
        click(0, 0);
        QCOMPARE(selected(), 1);
        QCOMPARE(m_model->selected().first(), m_model->targetAt(m_model->index(0, 0)));
        click(0, 0);
        QCOMPARE(selected(), 0);
    }

    void blockedCellsStay()
    {
        int blocked = -1;
        for (int row = 0; row < m_model->rowCount() && blocked < 0; ++row) {
            if (m_model->isBlocked(m_model->targetAt(m_model->index(row, 0))))
                blocked = row;
        }
        QVERIFY(blocked > 0); // a platform without a compiler
        click(blocked, 0);
        QCOMPARE(selected(), 0);
        QVERIFY(!m_model->index(blocked, 0).data(Qt::ToolTipRole).toString().isEmpty());
    }

    void draggingPaints()
    {
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, Qt::NoModifier, centerOf(0, 0));
        QTest::mouseMove(m_view->viewport(), centerOf(0, 1));
        QTest::mouseMove(m_view->viewport(), centerOf(0, 2));
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, Qt::NoModifier, centerOf(0, 2));
        QCOMPARE(selected(), 3);
    }

    void spaceToggles()
    {
        m_view->setFocus();
        m_view->setCurrentIndex(m_model->index(0, 1));
        QTest::keyClick(m_view.get(), Qt::Key_Space);
        QCOMPARE(selected(), 1);
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QTest::keyClick(m_view.get(), Qt::Key_Space);
        QCOMPARE(selected(), 2);
    }

    void headingTogglesItsRow()
    {
        QHeaderView *rows = m_view->verticalHeader();
        const QPoint at(rows->width() / 2, rows->sectionViewportPosition(0) + rows->sectionSize(0) / 2);
        QTest::mouseClick(rows->viewport(), Qt::LeftButton, Qt::NoModifier, at);
        QCOMPARE(selected(), 3);
        QTest::mouseClick(rows->viewport(), Qt::LeftButton, Qt::NoModifier, at);
        QCOMPARE(selected(), 0);
    }

    void headingShowsTheLevelOfItsRow()
    {
        QHeaderView *rows = m_view->verticalHeader();
        const auto level = cpuLevelOf(m_model->platforms()[0]);
        if (!level)
            QSKIP("processors of this machine have no levels");
        const int before = rows->width();
        m_model->setLevels({{level->variable, level->values.last()}, {u"GONONE"_s, u"x"_s}});
        QVERIFY(rows->width() > before); // room beside the name
        const auto text = [this](int role) { return m_model->headerData(0, Qt::Vertical, role).toString(); };
        QCOMPARE(text(TargetMatrixModel::DetailRole), u"level "_s + level->values.last());
        QVERIFY(text(Qt::AccessibleTextRole).endsWith(level->variable + u'=' + level->values.last()));
        m_model->setLevels({});
        QCOMPARE(text(TargetMatrixModel::DetailRole), QString());
        QCOMPARE(rows->width(), before);
        QSignalSpy asked(m_view.get(), &TargetMatrixView::platformMenuRequested);
        emit rows->customContextMenuRequested(QPoint(10, rows->sectionViewportPosition(1) + 5));
        QCOMPARE(asked.value(0).value(0).value<Platform>(), m_model->platforms()[1]);
    }

    void theButtonCoversHeadings()
    {
        m_view->resize(400, 420); // so that the last columns lie under it
        const auto *button = m_view->findChild<QToolButton *>(u"build.matrix.addVersion"_s);
        QVERIFY(button && button->autoFillBackground());
        QVERIFY(button->height() >= m_view->horizontalHeader()->height() - 2);
    }

    void headingTogglesItsColumn()
    {
        QHeaderView *columns = m_view->horizontalHeader();
        const QPoint at(columns->sectionViewportPosition(1) + columns->sectionSize(1) / 2, columns->height() / 2);
        QTest::mouseClick(columns->viewport(), Qt::LeftButton, Qt::NoModifier, at);
        QCOMPARE(selected(), 1);
        QCOMPARE(m_model->selected().first().version, m_model->versions()[1]);
    }

    void jobsAreSelectedAndWaitingOnesTakenBack()
    {
        const Target running = m_model->targetAt(m_model->index(0, 0));
        const Target waiting = m_model->targetAt(m_model->index(0, 1));
        m_model->select({running, waiting});
        m_model->setJobStates({{running.toString(), JobState::Compiling}, {waiting.toString(), JobState::Queued}});
        click(0, 0);
        QCOMPARE(selected(), 2);
        QCOMPARE(m_view->currentIndex(), m_model->index(0, 0));
        click(0, 1);
        QCOMPARE(m_model->selected(), QVector<Target>{running});
    }

    void linkTellsHow()
    {
        QSignalSpy how(m_view.get(), &TargetMatrixView::howRequested);
        int blocked = 1;
        while (m_model->buildsHere(m_model->platforms()[blocked]))
            ++blocked;
        const QRect cell = m_view->visualRect(m_model->index(blocked, m_model->compilerColumn()));
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(cell.left() + 20, cell.center().y()));
        QCOMPARE(how.size(), 0);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(cell.right() - 16, cell.center().y()));
        QCOMPARE(how.size(), 1);
        m_view->setCurrentIndex(m_model->index(blocked, 0));
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(how.size(), 2);
        QCOMPARE(how[1][0].toModelIndex(), m_model->index(blocked, 0));
    }

    void hidesWhatCannotBeBuilt()
    {
        const int high = m_view->sizeHint().height();
        QSignalSpy changed(m_view.get(), &TargetMatrixView::hiddenCountChanged);
        m_view->setUnbuildableHidden(true);
        QCOMPARE(m_view->hiddenCount(), m_model->rowCount() - 1);
        QCOMPARE(changed.size(), 1);
        QVERIFY(m_view->sizeHint().height() < high);
        m_view->setUnbuildableHidden(false);
        QCOMPARE(m_view->hiddenCount(), 0);
    }

    void keysJumpInTheRow()
    {
        m_view->setFocus();
        m_view->setCurrentIndex(m_model->index(0, 1));
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QCOMPARE(m_view->currentIndex(), m_model->index(0, 2));
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QCOMPARE(m_view->currentIndex(), m_model->index(0, 0));
        QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(selected(), 3);
    }

    void cellsSayWhatTheyAre()
    {
        const QString words = m_model->index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(words.contains(m_model->versions()[0].toString()), qPrintable(words));
        QVERIFY2(words.contains(Platform::thisMachine().toString()), qPrintable(words));
        m_model->setSelected(m_model->targetAt(m_model->index(0, 0)), true);
        QVERIFY(m_model->index(0, 0).data(Qt::AccessibleTextRole).toString() != words);
    }
};

QTEST_MAIN(tst_TargetMatrixView)
#include "tst_targetmatrixview.moc"
