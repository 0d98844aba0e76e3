// SPDX-License-Identifier: Apache-2.0
#include "gui/semanticcolors.h"

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

double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

QColor readableText(QColor text, const QPalette &palette)
{
    for (int step = 0; step < 10; ++step) {
        const double least =
            std::min(contrast(text, palette.color(QPalette::Window)), contrast(text, palette.color(QPalette::Base)));
        if (least >= ReadableContrast)
            break;
        text = mixed(text, palette.color(QPalette::WindowText), 0.15);
    }
    return text;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

SemanticColors semanticColors(SemanticRole role, const QPalette &palette)
{
    const Row &row = (isDark(palette) ? Dark : Light)[static_cast<int>(role)];
    return {readableText(QColor(row.text), palette), QColor(row.tint), QColor(row.line)};
}

QColor secondaryText(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Window), palette.color(QPalette::WindowText), 0.7);
}

QColor lineColor(const QPalette &palette)
{
    // QPalette::Mid is near black in some dark palettes and would draw frames harder than text.
    return mixed(palette.color(QPalette::Window), palette.color(QPalette::WindowText), isDark(palette) ? 0.2 : 0.18);
}

QColor selectionTint(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Base), palette.color(QPalette::Highlight), isDark(palette) ? 0.42 : 0.24);
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
