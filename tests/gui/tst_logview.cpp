// SPDX-License-Identifier: Apache-2.0
#include "gui/logview.h"

#include "models/logdocument.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

class tst_LogView : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LogDocument> m_document;
    std::unique_ptr<LogView> m_view;

    QString path() const { return m_folder->filePath(u"job.log"_s); }
    void append(int lines)
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::Append));
        if (file.size() == 0)
            file.write("# Plugsmith build log 1\n");
        for (int i = 0; i < lines; ++i)
            file.write("14:32:24.001\tcompile\tpackage number " + QByteArray::number(i) + '\n');
        file.close();
        m_document->update();
    }
    QScrollBar *bar() const { return m_view->verticalScrollBar(); }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_document = std::make_unique<LogDocument>();
        m_view = std::make_unique<LogView>(*m_document);
        m_view->resize(500, 300);
        m_view->show();
    }
    void cleanup()
    {
        m_view.reset();
        m_document.reset();
    }

    void followsTheEnd()
    {
        append(200);
        m_document->open(path());
        QTRY_VERIFY(m_document->lineCount() >= 200);
        QTRY_VERIFY(bar()->maximum() > 0);
        QTRY_COMPARE(bar()->value(), bar()->maximum());
        append(200);
        QTRY_VERIFY(m_document->lineCount() >= 400);
        QTRY_COMPARE(bar()->value(), bar()->maximum());
        QCOMPARE(m_view->unseenLines(), 0);
    }

    void scrollingUpEndsFollowing()
    {
        append(300);
        m_document->open(path());
        QTRY_VERIFY(bar()->maximum() > 0);
        QSignalSpy following(m_view.get(), &LogView::followingChanged);
        bar()->setValue(0);
        QVERIFY(!m_view->isFollowing());
        QCOMPARE(following.count(), 1);
        append(10);
        QTRY_COMPARE(m_view->unseenLines(), 10);
        QCOMPARE(bar()->value(), 0);
        m_view->setFollowing(true);
        QCOMPARE(m_view->unseenLines(), 0);
        QCOMPARE(bar()->value(), bar()->maximum());
    }

    void copiesWithoutTheMargin()
    {
        append(3);
        m_document->open(path());
        QTRY_VERIFY(m_document->lineCount() >= 3);
        m_view->selectAll();
        QCOMPARE(m_view->selectedText(), u"package number 0\npackage number 1\npackage number 2"_s);
        m_view->copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), m_view->selectedText());
    }

    void keysScroll()
    {
        append(500);
        m_document->open(path());
        QTRY_VERIFY(bar()->maximum() > 0);
        m_view->setFocus();
        QTest::keyClick(m_view.get(), Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(bar()->value(), 0);
        QTest::keyClick(m_view.get(), Qt::Key_PageDown);
        QVERIFY(bar()->value() > 0);
        QTest::keyClick(m_view.get(), Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(bar()->value(), bar()->maximum());
    }

    void zoomKeepsTheEnd()
    {
        append(100);
        m_document->open(path());
        QTRY_VERIFY(bar()->maximum() > 0);
        const int before = bar()->maximum();
        m_view->zoom(8);
        QVERIFY(bar()->maximum() > before); // fewer lines fit
        QCOMPARE(bar()->value(), bar()->maximum());
    }

    void anotherFileStartsAnew()
    {
        append(100);
        m_document->open(path());
        QTRY_VERIFY(m_document->lineCount() >= 100);
        m_view->selectAll();
        m_document->open({});
        QCOMPARE(m_document->lineCount(), 0);
        QVERIFY(m_view->selectedText().isEmpty());
        QVERIFY(!m_view->grab().isNull()); // paints its placeholder
    }
};

QTEST_MAIN(tst_LogView)
#include "tst_logview.moc"
