// SPDX-License-Identifier: Apache-2.0
#include "gui/semanticcolors.h"
#include "gui/theme.h"

#include <QApplication>
#include <QStyle>
#include <QStyleFactory>
#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

QPalette paletteOf(QRgb window, QRgb base, QRgb text, QRgb highlight)
{
    QPalette palette;
    palette.setColor(QPalette::Window, QColor::fromRgb(window));
    palette.setColor(QPalette::Base, QColor::fromRgb(base));
    palette.setColor(QPalette::AlternateBase, QColor::fromRgb(base));
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
        QTest::addColumn<double>("least"); // on backgrounds that are not selected
        QTest::newRow("light") << themePalette(false) << 5.0;
        QTest::newRow("dark") << themePalette(true) << 5.0;
        QTest::newRow("running") << QApplication::palette() << 4.5;
        for (const QString &name : QStyleFactory::keys()) {
            const std::unique_ptr<QStyle> style(QStyleFactory::create(name));
            QTest::newRow(qPrintable(u"style "_s + name)) << style->standardPalette() << 4.5;
        }
        QTest::newRow("grey") << paletteOf(0xc0c0c0, 0xd0d0d0, 0x000000, 0x000080) << 4.5;
        QTest::newRow("high contrast black") << paletteOf(0x000000, 0x000000, 0xffffff, 0xffff00) << 4.5;
        QTest::newRow("high contrast white") << paletteOf(0xffffff, 0xffffff, 0x000000, 0x000000) << 4.5;
        QTest::newRow("blue on yellow") << paletteOf(0xffffc0, 0xffffe0, 0x000060, 0x800000) << 4.5;
    }
    void textCanBeRead()
    {
        QFETCH(QPalette, palette);
        QFETCH(double, least);
        const QColor selected = selectionTint(palette);
        const QVector<QColor> plain{palette.color(QPalette::Window), palette.color(QPalette::Base),
                                    palette.color(QPalette::AlternateBase)};
        const auto check = [&](const QColor &text, const QVector<QColor> &backgrounds, double wanted) {
            for (const QColor &background : backgrounds) {
                QVERIFY2(
                    contrast(text, background) >= wanted,
                    qPrintable(u"%1 on %2: %3"_s.arg(text.name(), background.name()).arg(contrast(text, background))));
            }
        };
        for (const auto role :
             {SemanticRole::Positive, SemanticRole::Caution, SemanticRole::Negative, SemanticRole::Information}) {
            const SemanticColors colors = semanticColors(role, palette);
            check(colors.text, plain + QVector<QColor>{colors.tint}, least);
            check(colors.text, {selected}, 4.5);
            check(palette.color(QPalette::Text), {colors.tint}, 4.5);
        }
        check(secondaryText(palette), plain + QVector<QColor>{selected}, 4.5);
        check(palette.color(QPalette::Text), {selected}, 4.5);
    }

    void highContrastIsKnown()
    {
        QVERIFY(isHighContrast(paletteOf(0x000000, 0x000000, 0xffffff, 0xffff00)));
        QVERIFY(isHighContrast(paletteOf(0xffffff, 0xffffff, 0x000000, 0x000000)));
        QVERIFY(!isHighContrast(themePalette(true)));
        QVERIFY(!isHighContrast(themePalette(false)));
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
