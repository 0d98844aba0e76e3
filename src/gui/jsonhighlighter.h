// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSyntaxHighlighter>

namespace plugsmith {

/// Colours JSON in a document: names, texts, and everything else that is a value. Very long lines stay plain.
class JsonHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit JsonHighlighter(QTextDocument *document);

    /// After a change of it.
    void setPalette(const QPalette &palette);

protected:
    void highlightBlock(const QString &text) override;

private:
    QTextCharFormat m_name;
    QTextCharFormat m_text;
    QTextCharFormat m_value;
    QTextCharFormat m_quiet; // lines that say "error: nil"
};

} // namespace plugsmith
