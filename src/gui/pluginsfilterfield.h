// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>
#include <QStringListModel>

class QCompleter;

namespace plugsmith {

class CatalogueModel;

/// The filter of the catalogue. Completes the word at the cursor: keys, and behind a colon what there is.
class PluginsFilterField : public QLineEdit
{
    Q_OBJECT

public:
    explicit PluginsFilterField(const CatalogueModel &model, QWidget *parent = nullptr);

    /// What may stand for the word that ends at the cursor.
    QStringList completions() const;

signals:
    /// By typing, completing or clearing.
    void filterChanged(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString wordAtCursor() const;
    void offerCompletions();
    void complete(const QString &word);

    const CatalogueModel &m_model;
    QStringListModel m_words;
    QCompleter *m_completer;
};

} // namespace plugsmith
