// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "session/sessiontypes.h"

#include <QWidget>

class QFormLayout;

namespace plugsmith {

/// Arguments as a form: a row for each parameter, with a check box, a field or a text, as its type asks for. What a
/// field cannot show is shown as JSON, so that nothing is lost on the way.
class LoadCallForm : public QWidget
{
    Q_OBJECT

public:
    explicit LoadCallForm(QWidget *parent = nullptr);

    /// New rows for a function, filled from an array.
    void show(const SessionSymbol &symbol, const QByteArray &arguments);
    QByteArray arguments() const;

signals:
    void edited();

private:
    struct Row
    {
        QWidget *editor;
        bool isText; ///< a string, else JSON
        bool isRest; ///< the arguments of a variadic function, an array
    };

    void addRow(const SessionSymbol::Parameter &parameter, int number, const QByteArray &value, bool isRest);

    QFormLayout *m_form;
    QVector<Row> m_rows;
};

} // namespace plugsmith
