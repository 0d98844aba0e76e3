// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSettings>
#include <QString>
#include <QVariant>

namespace plugsmith {

/// Name, type and default of one setting. All of them stand in settingkeys.h.
template<class T>
struct SettingKey
{
    const char *name;
    T fallback;
};

/// The one place that touches QSettings. Values of a wrong type count as missing: settings come from a file that people
/// edit. GUI thread only.
class Settings
{
public:
    Settings();
    explicit Settings(const QString &iniFile); // for tests

    template<class T>
    T get(const SettingKey<T> &key) const
    {
        const QVariant value = m_store.value(QLatin1StringView(key.name));
        return value.canConvert<T>() ? value.value<T>() : T(key.fallback);
    }
    template<class T>
    void set(const SettingKey<T> &key, const T &value)
    {
        m_store.setValue(QLatin1StringView(key.name), QVariant::fromValue(value));
    }

    /// Values that are kept per subject, such as the options of a module path.
    QVariant subjectValue(const QString &group, const QString &subject) const;
    void setSubjectValue(const QString &group, const QString &subject, const QVariant &value);

private:
    QSettings m_store;
};

} // namespace plugsmith
