// SPDX-License-Identifier: Apache-2.0
#include "gui/semanticcolors.h"

#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

QPalette paletteOf(QRgb window, QRgb base, QRgb text, QRgb highlight)
{
    QPalette palette;
    palette.setColor(QPalette::Window, QColor::fromRgb(window));
    palette.setColor(QPalette::Base, QColor::fromRgb(base));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(role, QColor::fromRgb(text));
    palette.setColor(QPalette::Highlight, QColor::fromRgb(highlight));
    return palette;
}

} // namespace

class tst_SemanticColors : public QObject
{
    Q_OBJECT

private slots:
    void textCanBeRead_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << paletteOf(0xeff0f1, 0xffffff, 0x232629, 0x2577b5);
        QTest::newRow("dark") << paletteOf(0x202326, 0x141618, 0xfcfcfc, 0x2f80bf);
        QTest::newRow("grey") << paletteOf(0xc0c0c0, 0xd0d0d0, 0x000000, 0x000080);
        QTest::newRow("high contrast black") << paletteOf(0x000000, 0x000000, 0xffffff, 0xffff00);
        QTest::newRow("high contrast white") << paletteOf(0xffffff, 0xffffff, 0x000000, 0x000000);
    }
    void textCanBeRead()
    {
        QFETCH(QPalette, palette);
        for (const auto role :
             {SemanticRole::Positive, SemanticRole::Caution, SemanticRole::Negative, SemanticRole::Information}) {
            const SemanticColors colors = semanticColors(role, palette);
            for (const QColor &background :
                 {palette.color(QPalette::Window), palette.color(QPalette::Base), colors.tint}) {
                QVERIFY2(contrast(colors.text, background) >= 4.5,
                         qPrintable(colors.text.name() + u" on "_s + background.name()));
            }
        }
        QVERIFY(contrast(secondaryText(palette), palette.color(QPalette::Base)) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::Text), selectionTint(palette)) >= 4.5);
    }

    void contrastIsThatOfWcag()
    {
        QCOMPARE(qRound(contrast(Qt::black, Qt::white) * 100), 2100);
        QCOMPARE(qRound(contrast(Qt::white, Qt::white) * 100), 100);
        QCOMPARE(qRound(contrast(QColor(0x76, 0x76, 0x76), Qt::white) * 100), 454);
        QCOMPARE(contrast(Qt::red, Qt::blue), contrast(Qt::blue, Qt::red));
    }

    void mixesInBetween()
    {
        QCOMPARE(mixed(Qt::black, Qt::white, 0.0), QColor(Qt::black));
        QCOMPARE(mixed(Qt::black, Qt::white, 1.0), QColor(Qt::white));
        QVERIFY(isDark(paletteOf(0x202326, 0x141618, 0xfcfcfc, 0)));
        QVERIFY(!isDark(paletteOf(0xeff0f1, 0xffffff, 0x232629, 0)));
    }
};

QTEST_MAIN(tst_SemanticColors)
#include "tst_semanticcolors.moc"
