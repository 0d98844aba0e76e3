// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QMetaType>
#include <QString>

#include <compare>
#include <optional>

namespace plugsmith {

/// Sequence change number: the UTC time of a build as the decimal number YYYYMMDDHHMMSS. Newest wins, by plain integer
/// order. Format of viant/pgo (build/scn.go); kept as 64 bits because it is above 2^32.
class Scn
{
public:
    constexpr Scn() = default;
    constexpr explicit Scn(qint64 value)
        : m_value(value)
    {
    }

    static Scn now();
    static Scn fromUtc(const QDateTime &time);
    /// 14 digits that are a real point in time; nullopt otherwise.
    static std::optional<Scn> parse(QStringView text);

    /// Whether it names a real second of the calendar. Files may carry any number; those still have an order.
    bool isValid() const { return toUtc().isValid(); }
    qint64 value() const { return m_value; }
    QDateTime toUtc() const;
    QString toString() const { return QString::number(m_value); }
    /// The following second. An SCN that is no point in time is followed by the next integer.
    Scn next() const;

    auto operator<=>(const Scn &) const = default;

private:
    qint64 m_value = 0;
};

} // namespace plugsmith

Q_DECLARE_METATYPE(plugsmith::Scn)
