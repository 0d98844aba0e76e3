// SPDX-License-Identifier: Apache-2.0
#include "gui/symboldelegate.h"

#include "gui/rowpainting.h"
#include "gui/symbolicicon.h"
#include "gui/theme.h"
#include "models/symbolmodel.h"

#include <QPainter>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int Margin = 8;
constexpr int Symbol = 16;

/// Words of the language and the types that it has from the start.
bool isKeyword(QStringView word)
{
    static const QSet<QString> words = {
        u"func"_s,    u"map"_s,       u"chan"_s,       u"struct"_s, u"interface"_s, u"any"_s,     u"bool"_s,
        u"byte"_s,    u"rune"_s,      u"int"_s,        u"int8"_s,   u"int16"_s,     u"int32"_s,   u"int64"_s,
        u"uint"_s,    u"uint8"_s,     u"uint16"_s,     u"uint32"_s, u"uint64"_s,    u"uintptr"_s, u"float32"_s,
        u"float64"_s, u"complex64"_s, u"complex128"_s, u"string"_s, u"error"_s};
    return words.contains(word.toString());
}

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

QColor colorOf(GoTokenKind kind, const QPalette &palette)
{
    switch (kind) {
    case GoTokenKind::Keyword:
        return semanticColors(SemanticRole::Information, palette).text;
    case GoTokenKind::Package:
        return secondaryText(palette);
    case GoTokenKind::TypeName:
        return readableText(QColor(isDark(palette) ? 0xffd19cf0 : 0xff7a3e9d), palette);
    case GoTokenKind::Plain:
        break;
    }
    return palette.color(QPalette::Text);
}

void paintType(QPainter *painter, const QStyleOptionViewItem &option, const QString &type)
{
    const QPalette palette = rowPalette(option);
    const QFont font = codeFont();
    const QFontMetrics metrics(font);
    const QRect room = option.rect.adjusted(Margin, 0, -Margin, 0);
    painter->setFont(font);
    int x = room.left(); // Go types are read from the left in every language
    for (const GoToken &token : goTokens(metrics.elidedText(type, Qt::ElideRight, room.width()))) {
        painter->setPen(colorOf(token.kind, palette));
        const int width = metrics.horizontalAdvance(token.text);
        painter->drawText(QRect(x, room.top(), width + 1, room.height()),
                          static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine), token.text);
        x += width;
    }
}

QString iconOf(SymbolModel::Kind kind)
{
    switch (kind) {
    case SymbolModel::Kind::Function:
    case SymbolModel::Kind::Method:
        return u"code-function"_s;
    case SymbolModel::Kind::Variable:
    case SymbolModel::Kind::Field:
        return u"code-variable"_s;
    case SymbolModel::Kind::Type:
        return u"package"_s;
    }
    return {};
}

QColor iconColorOf(SymbolModel::Kind kind, const QPalette &palette)
{
    switch (kind) {
    case SymbolModel::Kind::Function:
        return semanticColors(SemanticRole::Information, palette).text;
    case SymbolModel::Kind::Variable:
        return semanticColors(SemanticRole::Caution, palette).text;
    default:
        return secondaryText(palette);
    }
}

} // namespace

QList<GoToken> goTokens(const QString &type)
{
    QList<GoToken> tokens;
    const auto add = [&tokens](const QString &text, GoTokenKind kind) {
        if (!tokens.isEmpty() && tokens.last().kind == kind)
            tokens.last().text += text;
        else
            tokens << GoToken{text, kind};
    };
    bool isBehindPackage = false;
    for (qsizetype at = 0; at < type.size();) {
        qsizetype end = at;
        while (end < type.size() && isWordCharacter(type[end]))
            ++end;
        if (end == at) {
            add(type.mid(at++, 1), GoTokenKind::Plain);
            isBehindPackage = false;
            continue;
        }
        const QString word = type.sliced(at, end - at);
        const bool isPackage = end + 1 < type.size() && type[end] == u'.' && isWordCharacter(type[end + 1]);
        if (isPackage) {
            add(word + u'.', GoTokenKind::Package);
            ++end;
        } else {
            add(word, isBehindPackage   ? GoTokenKind::TypeName
                      : isKeyword(word) ? GoTokenKind::Keyword
                                        : GoTokenKind::Plain);
        }
        isBehindPackage = isPackage;
        at = end;
    }
    return tokens;
}

QSize SymbolDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {index.column() == SymbolModel::NameColumn ? 200 : 80, rowHeight(option)};
}

void SymbolDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const QPalette palette = rowPalette(option);
    const auto kind = index.data(SymbolModel::KindRole).value<SymbolModel::Kind>();
    const QString text = index.data().toString();
    if (index.column() == SymbolModel::TypeColumn) {
        paintType(painter, option, text);
    } else {
        QRect room = option.rect.adjusted(Margin, 0, -Margin, 0);
        painter->setPen(palette.color(QPalette::Text));
        if (index.column() == SymbolModel::NameColumn) {
            room.setLeft(option.rect.left() + 2);
            const QRect place(room.left(), room.center().y() - Symbol / 2 + 1, Symbol, Symbol);
            paintSymbol(painter, iconOf(kind), QStyle::visualRect(option.direction, option.rect, place),
                        iconColorOf(kind, palette));
            room.setLeft(room.left() + Symbol + 6);
            painter->setFont(codeFont());
        } else {
            painter->setPen(secondaryText(palette));
            if (index.column() == SymbolModel::PlaceColumn)
                painter->setFont(codeFont());
        }
        painter->drawText(QStyle::visualRect(option.direction, option.rect, room),
                          static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter),
                          QFontMetrics(painter->font()).elidedText(text, Qt::ElideMiddle, room.width()));
    }
    painter->restore();
}

} // namespace plugsmith
