// SPDX-License-Identifier: Apache-2.0
#include "gui/commandpanel.h"

#include "base/shellwords.h"
#include "gui/semanticcolors.h"
#include "gui/theme.h"
#include "models/clicommand.h"

#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSyntaxHighlighter>
#include <QVBoxLayout>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int LineWidth = 52; // fits beside the jobs in the smallest window that is not folded

/// Colours by role: names of variables, flags, quoted text, comments. The text says the same without them.
class CommandHighlighter : public QSyntaxHighlighter
{
public:
    CommandHighlighter(QTextDocument *document, const QWidget *widget)
        : QSyntaxHighlighter(document)
        , m_widget(widget)
    {
    }

protected:
    void highlightBlock(const QString &text) override
    {
        const QPalette palette = m_widget->palette();
        if (text.startsWith(u'#'))
            return setFormat(0, static_cast<int>(text.size()), secondaryText(palette));
        static const QRegularExpression variable(u"(?<![^ ])[A-Z][A-Z0-9_]*(?==)"_s);
        static const QRegularExpression flag(u"(?<![^ ])--?[a-zA-Z][\\w-]*"_s);
        static const QRegularExpression quoted(u"'[^']*'|\"[^\"]*\""_s);
        color(text, variable, isDark(palette) ? QColor(0xd19cf0) : QColor(0x7a3e9d));
        color(text, flag, semanticColors(SemanticRole::Information, palette).text);
        color(text, quoted, semanticColors(SemanticRole::Positive, palette).text);
    }

private:
    void color(const QString &text, const QRegularExpression &what, const QColor &with)
    {
        for (auto match = what.globalMatch(text); match.hasNext();) {
            const QRegularExpressionMatch found = match.next();
            setFormat(static_cast<int>(found.capturedStart()), static_cast<int>(found.capturedLength()), with);
        }
    }

    const QWidget *m_widget;
};

QString quotedTerminalCommand(const JobSpec &spec)
{
    QStringList words;
    for (const QString &word : cliCommand(spec))
        words += quoteShellWord(word);
    return wrappedCommand(words, LineWidth);
}

QString heading(const QString &text)
{
    return u"\n\n# "_s + text + u'\n';
}

} // namespace

CommandPanel::CommandPanel(QWidget *parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit)
{
    m_text->setObjectName(u"build.command"_s);
    m_text->setAccessibleName(tr("Command of the build"));
    m_text->setReadOnly(true);
    m_text->setFont(codeFont());
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(10);
    new CommandHighlighter(m_text->document(), this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
}

void CommandPanel::showPlan(const PlannedJob &job, const QString &name)
{
    if (job.blocked)
        return show(u"# "_s + job.blocked->sentence());
    QString text;
    if (const auto arguments = goArguments(job, {job.output.fileName(), {}, {}, {}, {}})) {
        QStringList words{u"GOTOOLCHAIN=local"_s};
        for (const EnvironmentEntry &entry : job.environment)
            words += quoteShellWord(entry.name + u'=' + entry.value);
        words += quoteShellWord(job.toolchain.program.isEmpty() ? u"go"_s : job.toolchain.program);
        for (const QString &argument : *arguments)
            words += quoteShellWord(argument);
        text = wrappedCommand(words, LineWidth);
    }
    text += heading(tr("the same build from a terminal")) + quotedTerminalCommand(specOf(job, name));
    for (const PlanNote &note : job.notes)
        text += u"\n\n# "_s + note.text;
    show(text);
}

void CommandPanel::showSpec(const JobSpec &spec)
{
    show(u"# "_s + tr("the same build from a terminal") + u'\n' + quotedTerminalCommand(spec));
}

void CommandPanel::clear()
{
    show({});
}

void CommandPanel::show(const QString &text)
{
    if (m_text->toPlainText() != text)
        m_text->setPlainText(text);
}

} // namespace plugsmith
