// SPDX-License-Identifier: Apache-2.0
#include "gui/semanticcolors.h"

#include <QVector>

#include <algorithm>
#include <cmath>

namespace plugsmith {
namespace {

struct Row
{
    QRgb text;
    QRgb tint;
    QRgb line;
};

// Positive, caution, negative, information.
constexpr Row Light[] = {
    {0xff14713a, 0xffe3f3e8, 0xffa9d6b9},
    {0xff8a4b00, 0xfffdf0dc, 0xffebc78f},
    {0xffb3202c, 0xfffce8e9, 0xffeab0b4},
    {0xff1d6a9f, 0xffe4f1fa, 0xffabd0ea},
};
constexpr Row Dark[] = {
    {0xff57cf85, 0xff173425, 0xff2c6443},
    {0xfff5b04c, 0xff3a2b12, 0xff6e5424},
    {0xffff8b8b, 0xff3f1c1f, 0xff7a3539},
    {0xff6cbdf0, 0xff16303f, 0xff2d5a78},
};

constexpr double ReadableContrast = 4.5;
constexpr double TintContrast = 5.5; // what text keeps on a tint, so that coloured text has room to move
constexpr double HighContrast = 15;
constexpr int Steps = 20;

double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// `color` moved towards `goal` until it can be read on each of the backgrounds.
QColor readable(const QColor &color, const QColor &goal, const QVector<QColor> &backgrounds)
{
    QColor text = color;
    for (int step = 1; step <= Steps; ++step) {
        const bool isReadable = std::ranges::all_of(
            backgrounds, [&text](const QColor &background) { return contrast(text, background) >= ReadableContrast; });
        if (isReadable)
            break;
        text = mixed(color, goal, static_cast<double>(step) / Steps);
    }
    return text;
}

/// What text stands on besides the tints of meanings.
QVector<QColor> backgroundsOf(const QPalette &palette)
{
    return {palette.color(QPalette::Window), palette.color(QPalette::Base), palette.color(QPalette::AlternateBase),
            selectionTint(palette)};
}

/// `wished`, or less of it where text could not be read on it.
QColor readableTint(const QPalette &palette, const QColor &wished)
{
    const QColor text = palette.color(QPalette::Text);
    const QColor base = palette.color(QPalette::Base);
    for (int step = Steps; step > 0; --step) {
        const QColor tint = mixed(base, wished, static_cast<double>(step) / Steps);
        if (contrast(text, tint) >= TintContrast)
            return tint;
    }
    return base;
}

} // namespace

QColor readableText(const QColor &text, const QPalette &palette)
{
    return readable(text, palette.color(QPalette::WindowText), backgroundsOf(palette));
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

bool isHighContrast(const QPalette &palette)
{
    return contrast(palette.color(QPalette::Window), palette.color(QPalette::WindowText)) > HighContrast &&
           (palette.color(QPalette::Highlight).saturation() == 255 ||
            palette.color(QPalette::Highlight) == palette.color(QPalette::WindowText));
}

SemanticColors semanticColors(SemanticRole role, const QPalette &palette)
{
    const Row &row = (isDark(palette) ? Dark : Light)[static_cast<int>(role)];
    const QColor tint = readableTint(palette, QColor(row.tint));
    QVector<QColor> backgrounds = backgroundsOf(palette);
    backgrounds += tint;
    const QColor text = readable(QColor(row.text), palette.color(QPalette::WindowText), backgrounds);
    return {text, tint, isHighContrast(palette) ? text : QColor(row.line)};
}

QColor secondaryText(const QPalette &palette)
{
    const QColor text = palette.color(QPalette::WindowText);
    return readable(mixed(palette.color(QPalette::Window), text, 0.7), text, backgroundsOf(palette));
}

QColor lineColor(const QPalette &palette)
{
    if (isHighContrast(palette))
        return palette.color(QPalette::WindowText);
    // QPalette::Mid is near black in some dark palettes and would draw frames harder than text.
    return mixed(palette.color(QPalette::Window), palette.color(QPalette::WindowText), isDark(palette) ? 0.2 : 0.18);
}

QColor selectionTint(const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor highlight = palette.color(QPalette::Highlight);
    return readableTint(palette, mixed(base, highlight, isDark(palette) ? 0.42 : 0.24));
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor mixed(const QColor &from, const QColor &to, double share)
{
    const auto mix = [share](float a, float b) { return static_cast<float>(a + (b - a) * share); };
    return QColor::fromRgbF(mix(from.redF(), to.redF()), mix(from.greenF(), to.greenF()),
                            mix(from.blueF(), to.blueF()));
}

} // namespace plugsmith
