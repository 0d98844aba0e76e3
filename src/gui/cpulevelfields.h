// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMap>
#include <QWidget>

class QComboBox;

namespace plugsmith {

/// A field for each kind of processor that has levels: the least one that a plugin runs on.
class CpuLevelFields : public QWidget
{
    Q_OBJECT

public:
    explicit CpuLevelFields(QWidget *parent = nullptr);

    /// "GOAMD64" → "v3"; what is missing is left to Go.
    QMap<QString, QString> levels() const;
    void setLevels(const QMap<QString, QString> &levels);

    /// How the choice of leaving a level to Go is named.
    static QString defaultText(const QString &value);

private:
    QMap<QString, QComboBox *> m_fields; // by variable
};

} // namespace plugsmith
