// SPDX-License-Identifier: Apache-2.0
#include "base/scn.h"

#include <QTimeZone>

namespace plugsmith {

Scn Scn::now()
{
    return fromUtc(QDateTime::currentDateTimeUtc());
}

Scn Scn::fromUtc(const QDateTime &time)
{
    const QDateTime utc = time.toUTC();
    const QDate date = utc.date();
    const QTime clock = utc.time();
    if (!utc.isValid() || date.year() < 1 || date.year() > 9999)
        return {};
    const qint64 day = (date.year() * 100LL + date.month()) * 100 + date.day();
    return Scn(((day * 100 + clock.hour()) * 100 + clock.minute()) * 100 + clock.second());
}

std::optional<Scn> Scn::parse(QStringView text)
{
    text = text.trimmed();
    if (text.size() != 14)
        return std::nullopt;
    bool isNumber = false;
    const Scn scn(text.toLongLong(&isNumber));
    if (!isNumber || !scn.isValid())
        return std::nullopt;
    return scn;
}

QDateTime Scn::toUtc() const
{
    if (m_value < 10'000'000'000'000 || m_value > 99'999'999'999'999)
        return {};
    qint64 rest = m_value;
    const auto takeTwoDigits = [&rest] {
        const int digits = static_cast<int>(rest % 100);
        rest /= 100;
        return digits;
    };
    const int second = takeTwoDigits();
    const int minute = takeTwoDigits();
    const int hour = takeTwoDigits();
    const int day = takeTwoDigits();
    const int month = takeTwoDigits();
    const QDate date(static_cast<int>(rest), month, day);
    const QTime clock(hour, minute, second);
    if (!date.isValid() || !clock.isValid())
        return {};
    return {date, clock, QTimeZone::utc()};
}

Scn Scn::next() const
{
    const QDateTime time = toUtc();
    return time.isValid() ? fromUtc(time.addSecs(1)) : Scn(m_value + 1);
}

} // namespace plugsmith
