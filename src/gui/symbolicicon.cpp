// SPDX-License-Identifier: Apache-2.0
#include "gui/symbolicicon.h"

#include <QApplication>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

QByteArray sourceOf(const QString &name)
{
    static QHash<QString, QByteArray> sources;
    auto found = sources.constFind(name);
    if (found == sources.constEnd()) {
        QFile file(u":/icons/"_s + name + u".svg"_s);
        found = sources.insert(name, file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    }
    return *found;
}

/// Rendered once for each size and colour; the cache is Qt's own and bounded.
QPixmap rendered(const QString &name, QSize pixels, const QColor &color)
{
    if (pixels.isEmpty())
        return {}; // nothing can be painted there
    const QString key =
        u"plugsmith/%1/%2x%3/%4"_s.arg(name).arg(pixels.width()).arg(pixels.height()).arg(color.rgba(), 0, 16);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QByteArray svg = sourceOf(name);
    svg.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(QPointF(), QSizeF(pixels)));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// QtSvg draws "currentColor" black, so the engine puts the palette's colour in when it draws.
class SymbolicIconEngine : public QIconEngine
{
public:
    SymbolicIconEngine(QString name, std::optional<SemanticRole> role, QPalette::ColorRole color = QPalette::ButtonText)
        : m_name(std::move(name))
        , m_role(role)
        , m_color(color)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintSymbol(painter, m_name, rect, colorFor(mode));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return rendered(m_name, size, colorFor(mode));
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        return pixmap(size, mode, state);
    }
    QIconEngine *clone() const override { return new SymbolicIconEngine(m_name, m_role, m_color); }
    QString key() const override { return u"plugsmith-symbolic"_s; }

private:
    QColor colorFor(QIcon::Mode mode) const
    {
        const QPalette palette = QApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        if (m_role)
            return semanticColors(*m_role, palette).text;
        return palette.color(mode == QIcon::Selected ? QPalette::HighlightedText : m_color);
    }

    QString m_name;
    std::optional<SemanticRole> m_role;
    QPalette::ColorRole m_color;
};

} // namespace

QIcon symbolicIcon(const QString &name, std::optional<SemanticRole> role)
{
    return QIcon(new SymbolicIconEngine(name, role));
}

QIcon accentIcon(const QString &name)
{
    return QIcon(new SymbolicIconEngine(name, std::nullopt, QPalette::HighlightedText));
}

QIcon themedIcon(const QString &name)
{
#ifdef Q_OS_MACOS
    return symbolicIcon(name);
#else
    return QIcon::hasThemeIcon(name) ? QIcon::fromTheme(name) : symbolicIcon(name);
#endif
}

void paintSymbol(QPainter *painter, const QString &name, const QRectF &rect, const QColor &color)
{
    const qreal ratio = painter->device()->devicePixelRatioF();
    QPixmap pixmap = rendered(name, (rect.size() * ratio).toSize(), color);
    pixmap.setDevicePixelRatio(ratio);
    painter->drawPixmap(rect.topLeft(), pixmap);
}

} // namespace plugsmith
