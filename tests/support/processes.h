// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QVector>

/// What the system knows about processes; empty where there is no /proc.
namespace plugsmith::test {

struct ChildOfTest
{
    qint64 id = 0;
    char state = '?'; ///< 'Z': it has ended and nobody has asked how

    bool isZombie() const { return state == 'Z'; }
};

inline QVector<ChildOfTest> childrenOfTest()
{
    QVector<ChildOfTest> children;
    for (const QString &entry : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile file(QStringLiteral("/proc/%1/stat").arg(entry));
        if (!entry.at(0).isDigit() || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray text = file.readAll();
        const QByteArrayList words = text.mid(text.lastIndexOf(')') + 2).split(' '); // a name may hold anything
        if (words.value(1).toLongLong() == QCoreApplication::applicationPid())
            children += {entry.toLongLong(), words.value(0).isEmpty() ? '?' : words[0][0]};
    }
    return children;
}

} // namespace plugsmith::test
