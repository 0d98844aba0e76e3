// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QObject>
#include <QString>

class QWidget;

namespace plugsmith {

/// The tooltip of the name of a source: where it is, when it was changed, and the SHA-256 of an archive. Files are
/// asked in the pool. The digest is worked out when somebody points at the name (or always for assistive tools): an
/// archive may be large and on another machine.
class SourceTip : public QObject
{
    Q_OBJECT

public:
    /// `name` gets the tooltip, also as its accessible description.
    explicit SourceTip(QWidget &name);

    /// The source that is open; the same path again looks whether it has changed.
    void setPath(const QString &path);
    QString text() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Facts
    {
        bool isFile = false;
        qint64 bytes = 0;
        QDateTime changed;
        QString sha256; ///< empty: not known
    };

    static Facts read(const QString &path, bool withDigest);
    void ask(bool withDigest);
    void take(Facts facts);
    void show();

    QWidget &m_name;
    QString m_path;
    Facts m_facts;
    bool m_isDigesting = false;
};

} // namespace plugsmith
