// SPDX-License-Identifier: Apache-2.0
#include "models/ansitext.h"

#include <algorithm>

namespace plugsmith {
namespace {

constexpr char16_t Escape = 0x1b;
constexpr char16_t Bell = 0x07;
constexpr int LargestParameter = 9999;

bool isControl(QChar c)
{
    return (c < u' ' && c != u'\t') || (c >= u'\x7f' && c <= u'\x9f');
}

/// Moves over the text of a line and keeps the look that is in force.
class Parser
{
public:
    explicit Parser(const QString &line)
        : m_line(line)
    {
        m_result.text.reserve(line.size());
    }

    AnsiText parse()
    {
        while (m_at < m_line.size()) {
            const QChar c = m_line[m_at++];
            if (c == Escape)
                skipSequence();
            else if (!isControl(c))
                m_result.text += c;
        }
        endRun();
        return std::move(m_result);
    }

private:
    bool has(char16_t first, char16_t last) const
    {
        return m_at < m_line.size() && m_line[m_at] >= first && m_line[m_at] <= last;
    }

    void skipSequence()
    {
        if (m_at == m_line.size())
            return;
        const QChar kind = m_line[m_at];
        if (kind == u'[') {
            ++m_at;
            return controlSequence();
        }
        if (kind == u']' || kind == u'P' || kind == u'X' || kind == u'^' || kind == u'_')
            return skipString();
        while (has(u' ', u'/')) // intermediates, such as in ESC ( B
            ++m_at;
        if (has(u'0', u'~'))
            ++m_at;
    }

    /// Operating system commands and their like: up to BEL or ESC \.
    void skipString()
    {
        const auto ends = [](QChar c) { return c == Bell || c == Escape; };
        const auto *const end = std::find_if(m_line.cbegin() + m_at, m_line.cend(), ends);
        m_at = end - m_line.cbegin();
        if (m_at < m_line.size() && m_line[m_at++] == Escape && has(u'\\', u'\\'))
            ++m_at;
    }

    void controlSequence()
    {
        const qsizetype begin = m_at;
        while (has(u'0', u'?'))
            ++m_at;
        const QStringView parameters = QStringView(m_line).sliced(begin, m_at - begin);
        bool isPlain = true;
        for (; has(u' ', u'/'); ++m_at)
            isPlain = false;
        if (!has(u'@', u'~'))
            return;
        if (m_line[m_at++] == u'm' && isPlain)
            setLook(parameters);
    }

    void setLook(QStringView parameters)
    {
        endRun();
        QVector<int> numbers;
        for (const QStringView word : parameters.split(u';')) {
            bool isNumber = true;
            const int number = word.isEmpty() ? 0 : word.toInt(&isNumber);
            // Colons separate what belongs to one parameter, such as kinds of underlines; those are not ours.
            numbers += isNumber && number <= LargestParameter ? number : -1;
        }
        for (qsizetype i = 0; i < numbers.size(); ++i) {
            if (numbers[i] == 38 || numbers[i] == 48)
                i = extendedColor(numbers, i);
            else
                apply(numbers[i]);
        }
    }

    /// "38;5;N" and "38;2;R;G;B"; of these the 16 colours are taken. Returns the last parameter that belongs to it.
    qsizetype extendedColor(const QVector<int> &numbers, qsizetype at)
    {
        const int kind = at + 1 < numbers.size() ? numbers[at + 1] : 0;
        if (kind == 2)
            return at + 4;
        if (kind != 5)
            return at;
        if (at + 2 < numbers.size() && numbers[at] == 38 && numbers[at + 2] >= 0 && numbers[at + 2] < 16)
            apply(numbers[at + 2] < 8 ? 30 + numbers[at + 2] : 82 + numbers[at + 2]);
        return at + 2;
    }

    void apply(int number)
    {
        if (number == 0)
            m_look = {};
        else if (number == 1)
            m_look.bold = true;
        else if (number == 4)
            m_look.underline = true;
        else if (number == 22)
            m_look.bold = false;
        else if (number == 24)
            m_look.underline = false;
        else if (number == 39)
            setColor(AnsiColor::None, false);
        else if (number >= 30 && number <= 37)
            setColor(static_cast<AnsiColor>(number - 30 + 1), false);
        else if (number >= 90 && number <= 97)
            setColor(static_cast<AnsiColor>(number - 90 + 1), true);
    }

    void setColor(AnsiColor color, bool isBright)
    {
        m_look.color = color;
        m_isBright = isBright;
    }

    void endRun()
    {
        AnsiRun run = m_look;
        run.bold = run.bold || (m_isBright && run.color != AnsiColor::None);
        run.begin = m_begin;
        run.length = m_result.text.size() - m_begin;
        m_begin = m_result.text.size();
        if (run.length > 0 && (run.color != AnsiColor::None || run.bold || run.underline))
            m_result.runs += run;
    }

    const QString &m_line;
    qsizetype m_at = 0;
    AnsiText m_result;
    AnsiRun m_look;
    bool m_isBright = false;
    qsizetype m_begin = 0; // of the run in force
};

} // namespace

AnsiText AnsiText::parse(const QString &line)
{
    if (std::ranges::none_of(line, isControl)) // nearly all lines
        return {line, {}};
    return Parser(line).parse();
}

QString withoutEscapes(const QString &line)
{
    return AnsiText::parse(line).text;
}

} // namespace plugsmith
