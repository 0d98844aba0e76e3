// SPDX-License-Identifier: Apache-2.0
#include "base/settings.h"

#include "base/folders.h"

#include <QCryptographicHash>

namespace plugsmith {
namespace {

/// Subjects are paths and may hold anything; QSettings treats slashes as groups.
QString subjectKey(const QString &group, const QString &subject)
{
    const QByteArray digest = QCryptographicHash::hash(subject.toUtf8(), QCryptographicHash::Sha256).toHex().first(16);
    return group + u'/' + QString::fromLatin1(digest);
}

} // namespace

Settings::Settings()
    : Settings(folders::config() + u"/plugsmith.ini")
{
}

Settings::Settings(const QString &iniFile)
    : m_store(iniFile, QSettings::IniFormat)
{
}

QVariant Settings::subjectValue(const QString &group, const QString &subject) const
{
    return m_store.value(subjectKey(group, subject));
}

void Settings::setSubjectValue(const QString &group, const QString &subject, const QVariant &value)
{
    m_store.setValue(subjectKey(group, subject), value);
}

} // namespace plugsmith
