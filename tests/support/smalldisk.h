// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDir>
#include <QProcess>
#include <QString>

namespace plugsmith::test {

using namespace Qt::StringLiterals;

/// A disk that is soon full. Needs the right to mount.
class SmallDisk
{
public:
    SmallDisk(const QString &folder, const QString &size)
        : m_folder(folder)
    {
        QDir().mkpath(folder);
        const QStringList arguments{u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size="_s + size, u"none"_s, folder};
        m_isMounted = QProcess::execute(u"mount"_s, arguments) == 0;
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;
    ~SmallDisk()
    {
        if (m_isMounted)
            QProcess::execute(u"umount"_s, {m_folder});
    }
    bool isMounted() const { return m_isMounted; }

private:
    QString m_folder;
    bool m_isMounted = false;
};

} // namespace plugsmith::test
