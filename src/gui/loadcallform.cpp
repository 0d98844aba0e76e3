// SPDX-License-Identifier: Apache-2.0
#include "gui/loadcallform.h"

#include "gui/theme.h"
#include "session/rawjson.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int TextLines = 4;

bool isNumber(const QString &kind)
{
    return kind.startsWith("int"_L1) || kind.startsWith("uint"_L1) || kind.startsWith("float"_L1);
}

QByteArray quoted(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

} // namespace

LoadCallForm::LoadCallForm(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
{
    setObjectName(u"load.call.form"_s);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(6);
}

void LoadCallForm::show(const SessionSymbol &symbol, const QByteArray &arguments)
{
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
    m_rows.clear();
    const QByteArrayList values = rawElements(arguments);
    qsizetype next = 0;
    for (qsizetype i = 0; i < symbol.parameters.size(); ++i) {
        const SessionSymbol::Parameter &parameter = symbol.parameters[i];
        if (parameter.isSupplied)
            continue;
        const bool isRest = symbol.isVariadic && i == symbol.parameters.size() - 1;
        const QByteArray zero = parameter.zero.isEmpty() ? QByteArray("null") : parameter.zero;
        const QByteArray value = isRest                 ? '[' + values.mid(next).join(", ") + ']'
                                 : next < values.size() ? values[next]
                                                        : zero;
        addRow(parameter, static_cast<int>(++next), value, isRest);
    }
    if (m_rows.isEmpty()) {
        auto *nothing = new QLabel(tr("It takes no arguments."));
        setQuiet(nothing);
        m_form->addRow(nothing);
    }
}

void LoadCallForm::addRow(const SessionSymbol::Parameter &parameter, int number, const QByteArray &value, bool isRest)
{
    const bool isText = parameter.kind == "string"_L1 && value.startsWith('"') && !isRest;
    QWidget *editor = nullptr;
    if (parameter.kind == "bool"_L1 && !isRest && (value == "true" || value == "false")) {
        auto *box = new QCheckBox(tr("true"));
        box->setChecked(value == "true");
        connect(box, &QCheckBox::toggled, this, &LoadCallForm::edited);
        editor = box;
    } else if (isText || (isNumber(parameter.kind) && !isRest)) {
        auto *field = new QLineEdit(isText ? QJsonDocument::fromJson('[' + value + ']').array().at(0).toString()
                                           : QString::fromUtf8(value));
        field->setFont(codeFont());
        connect(field, &QLineEdit::textEdited, this, &LoadCallForm::edited);
        editor = field;
    } else {
        auto *text = new QPlainTextEdit(QString::fromUtf8(indentedJson(value)));
        text->setFont(codeFont());
        text->setTabChangesFocus(true);
        text->setFixedHeight(text->fontMetrics().lineSpacing() * TextLines + 12);
        connect(text, &QPlainTextEdit::textChanged, this, &LoadCallForm::edited);
        editor = text;
    }
    editor->setObjectName(u"load.call.argument.%1"_s.arg(number));
    editor->setAccessibleName(tr("Argument %1, %2").arg(number).arg(parameter.type));
    auto *label = new QLabel(isRest ? u"..."_s + parameter.type.mid(2) : parameter.type);
    label->setFont(codeFont());
    label->setBuddy(editor);
    m_form->addRow(label, editor);
    m_rows += {editor, isText, isRest};
}

QByteArray LoadCallForm::arguments() const
{
    QByteArrayList elements;
    for (const Row &row : m_rows) {
        QByteArray value;
        if (const auto *box = qobject_cast<QCheckBox *>(row.editor))
            value = box->isChecked() ? "true" : "false";
        else if (const auto *field = qobject_cast<QLineEdit *>(row.editor))
            value = row.isText ? quoted(field->text()) : field->text().trimmed().toUtf8();
        else if (const auto *text = qobject_cast<QPlainTextEdit *>(row.editor))
            value = text->toPlainText().trimmed().toUtf8();
        if (row.isRest)
            elements += rawElements(value);
        else
            elements += value;
    }
    return '[' + elements.join(", ") + ']';
}

} // namespace plugsmith
