// SPDX-License-Identifier: Apache-2.0
#include "base/goversion.h"

#include <QHashFunctions>

#include <tuple>

namespace plugsmith {
namespace {

// The first series whose first release is named 1.N.0 instead of 1.N.
constexpr int FirstSeriesWithZero = 21;

/// Takes a decimal number without leading zeros off the front of `text`; nullopt (and `text` untouched) if there is
/// none.
std::optional<int> takeNumber(QStringView &text)
{
    qsizetype length = 0;
    int value = 0;
    while (length < text.size() && text[length] >= u'0' && text[length] <= u'9') {
        if (length == 6)
            return std::nullopt; // no version number is that long, and an int must hold it
        value = value * 10 + (text[length].unicode() - u'0');
        ++length;
    }
    if (length == 0 || (length > 1 && text[0] == u'0'))
        return std::nullopt;
    text = text.mid(length);
    return value;
}

bool takeWord(QStringView &text, QStringView word)
{
    if (!text.startsWith(word))
        return false;
    text = text.mid(word.size());
    return true;
}

bool startsSuffix(QStringView rest)
{
    return rest.isEmpty() || rest[0] == u'-' || rest[0] == u'+' || rest[0] == u' ';
}

} // namespace

std::optional<GoVersion> GoVersion::parse(QStringView text)
{
    text = text.trimmed();
    takeWord(text, u"devel ");
    takeWord(text, u"go");

    GoVersion version;
    const auto release = takeNumber(text);
    if (!release || *release < 1 || !takeWord(text, u"."))
        return std::nullopt;
    const auto series = takeNumber(text);
    if (!series)
        return std::nullopt;
    version.release = *release;
    version.series = *series;

    const bool candidate = text.startsWith(u"rc");
    if (candidate || text.startsWith(u"beta")) {
        text = text.mid(candidate ? 2 : 4);
        const auto number = takeNumber(text);
        if (!number)
            return std::nullopt;
        version.stage = candidate ? Stage::Candidate : Stage::Beta;
        version.stageNumber = *number;
    } else if (takeWord(text, u".")) {
        const auto patch = takeNumber(text);
        if (!patch)
            return std::nullopt;
        version.patch = *patch;
    }
    if (!startsSuffix(text))
        return std::nullopt;
    version.suffix = text.toString();
    return version;
}

QString GoVersion::toString() const
{
    if (!isValid())
        return {};
    QString text = QString::number(release) + u'.' + QString::number(series);
    if (stage == Stage::Candidate)
        text += u"rc" + QString::number(stageNumber);
    else if (stage == Stage::Beta)
        text += u"beta" + QString::number(stageNumber);
    else if (patch >= 0)
        text += u'.' + QString::number(patch);
    return text;
}

QString GoVersion::toFileToken() const
{
    return toString().replace(u'.', u'_');
}

GoVersion GoVersion::languageVersion() const
{
    GoVersion language;
    language.release = release;
    language.series = series;
    return language;
}

bool GoVersion::isSameRelease(const GoVersion &other) const
{
    return release == other.release && series == other.series && stage == other.stage &&
           stageNumber == other.stageNumber && qMax(patch, 0) == qMax(other.patch, 0);
}

std::strong_ordering GoVersion::operator<=>(const GoVersion &other) const
{
    // A text without a patch number is the release itself up to 1.20, and the language version, which lies before all
    // pre-releases, from 1.21 on.
    const auto key = [](const GoVersion &v) {
        const bool language = v.stage == Stage::Release && v.patch < 0 && v.series >= FirstSeriesWithZero;
        const int order = language ? -1 : static_cast<int>(v.stage);
        return std::tuple(v.release, v.series, order, v.stageNumber, qMax(v.patch, 0));
    };
    if (const auto order = key(*this) <=> key(other); order != 0)
        return order;
    return suffix.compare(other.suffix) <=> 0;
}

size_t qHash(const GoVersion &version, size_t seed)
{
    return qHashMulti(seed, version.release, version.series, qMax(version.patch, 0), static_cast<int>(version.stage),
                      version.stageNumber, version.suffix);
}

} // namespace plugsmith
