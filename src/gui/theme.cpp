// SPDX-License-Identifier: Apache-2.0
#include "gui/theme.h"

#include "gui/semanticcolors.h"
#include "gui/themestyle.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QIcon>
#include <QLabel>
#include <QPalette>
#include <QPushButton>
#include <QStyle>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct PaletteRow
{
    QPalette::ColorRole role;
    QRgb light;
    QRgb dark;
};

constexpr PaletteRow Rows[] = {
    {QPalette::Window, 0xffeff0f1, 0xff202326},
    {QPalette::WindowText, 0xff232629, 0xfffcfcfc},
    {QPalette::Base, 0xffffffff, 0xff141618},
    {QPalette::AlternateBase, 0xfff7f7f7, 0xff1d1f22},
    {QPalette::Text, 0xff232629, 0xfffcfcfc},
    {QPalette::Button, 0xfffcfcfc, 0xff292c30},
    {QPalette::ButtonText, 0xff232629, 0xfffcfcfc},
    {QPalette::BrightText, 0xffffffff, 0xffffffff},
    {QPalette::Highlight, 0xff2577b5, 0xff2f80bf},
    {QPalette::HighlightedText, 0xffffffff, 0xffffffff},
    {QPalette::Link, 0xff1d6a9f, 0xff6cbdf0},
    {QPalette::LinkVisited, 0xff7a3e9d, 0xffd19cf0},
    {QPalette::ToolTipBase, 0xfff7f7f7, 0xff292c30},
    {QPalette::ToolTipText, 0xff232629, 0xfffcfcfc},
    {QPalette::PlaceholderText, 0xff707376, 0xffa1a5a9},
    {QPalette::Light, 0xffffffff, 0xff383c41},
    {QPalette::Midlight, 0xfff6f7f7, 0xff2f3338},
    {QPalette::Mid, 0xffc4c8cc, 0xff43474d},
    {QPalette::Dark, 0xff888e93, 0xff0e0f10},
    {QPalette::Shadow, 0xff474a4c, 0xff070808},
};

} // namespace

QPalette themePalette(bool dark)
{
    QPalette palette;
    for (const PaletteRow &row : Rows)
        palette.setColor(row.role, QColor(dark ? row.dark : row.light));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(dark ? 0xff7c8185 : 0xffa0a4a8));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(dark ? 0xff43474d : 0xffc4c8cc));
    palette.setColor(QPalette::Inactive, QPalette::Highlight, palette.color(QPalette::Active, QPalette::Highlight));
    return palette;
}

namespace {

constexpr auto FollowerName = "palette.follower"_L1;

class PaletteFollower : public QObject
{
public:
    PaletteFollower(QWidget *widget, std::function<void()> update)
        : QObject(widget)
        , m_update(std::move(update))
    {
        setObjectName(FollowerName);
        widget->installEventFilter(this);
        run();
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::PaletteChange || event->type() == QEvent::EnabledChange)
            run();
        return QObject::eventFilter(watched, event);
    }

private:
    void run()
    {
        if (m_isRunning)
            return; // the update changes the palette itself
        m_isRunning = true;
        m_update();
        m_isRunning = false;
    }

    std::function<void()> m_update;
    bool m_isRunning = false;
};

QFont sized(qreal points, bool bold = false)
{
    QFont font = QApplication::font();
    font.setPointSizeF(std::max(8.0, font.pointSizeF() + points));
    font.setBold(bold);
    return font;
}

} // namespace

void applyTheme(QApplication &application, const QString &theme)
{
    // Before anything was forced:
    static const QString ofDesktop = application.style()->name();
    static const QPalette ofStyle = application.style()->standardPalette();
    static const bool hasDesktopColors = ofDesktop != "fusion"_L1 || QApplication::palette() != ofStyle;
    static bool wasForced = false;
    QString wished = qEnvironmentVariable("PLUGSMITH_THEME", theme);
    if (wished.isEmpty() && !hasDesktopColors)
        wished = isDark(ofStyle) ? u"dark"_s : u"light"_s;
    const bool isForced = wished == "light"_L1 || wished == "dark"_L1;
    if (isForced || ofDesktop == "fusion"_L1) {
        if (!qobject_cast<ThemeStyle *>(application.style()))
            application.setStyle(new ThemeStyle); // which takes it
    } else if (wasForced) {
        application.setStyle(ofDesktop);
    }
    if (isForced) // NOLINT(clang-analyzer-cplusplus.NewDeleteLeaks)
        QApplication::setPalette(themePalette(wished == "dark"_L1));
    else if (wasForced)
        QApplication::setPalette(QPalette());
    wasForced = isForced;
}

void followPalette(QWidget *widget, std::function<void()> update)
{
    delete widget->findChild<QObject *>(FollowerName, Qt::FindDirectChildrenOnly);
    new PaletteFollower(widget, std::move(update));
}

void setQuiet(QLabel *label)
{
    followPalette(label, [label] {
        QPalette quiet; // only this role, so that the others follow
        quiet.setColor(QPalette::WindowText, secondaryText(QApplication::palette(label)));
        label->setPalette(quiet);
    });
}

void setIcon(QLabel *label, const QIcon &icon, int size)
{
    followPalette(
        label, [label, icon, size] { label->setPixmap(icon.pixmap(QSize(size, size), label->devicePixelRatioF())); });
}

void setAccent(QPushButton *button, bool accented)
{
    followPalette(button, [button, accented] {
        QPalette palette;
        if (accented && button->isEnabled()) {
            const QPalette whole = QApplication::palette(button);
            palette.setColor(QPalette::Button, whole.color(QPalette::Highlight));
            palette.setColor(QPalette::ButtonText, whole.color(QPalette::HighlightedText));
        }
        button->setPalette(palette);
    });
}

QFont smallFont()
{
    return sized(-1);
}

QFont sectionFont()
{
    return sized(0, true);
}

QFont titleFont()
{
    return sized(1.5, true);
}

QFont displayFont()
{
    return sized(5);
}

QFont codeFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(std::max(8.0, QApplication::font().pointSizeF() - 0.5));
    return font;
}

} // namespace plugsmith
