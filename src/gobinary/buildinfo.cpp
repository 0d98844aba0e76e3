// SPDX-License-Identifier: Apache-2.0
#include "gobinary/buildinfo.h"

#include "gobinary/damage.h"
#include "gobinary/gounquote.h"

#include <QCoreApplication>

#include <algorithm>

namespace plugsmith {
namespace {

struct BuildInfoText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::BuildInfo)
};

/// `line` without `word` and the tab behind it; nullopt if it does not start so.
std::optional<QByteArrayView> afterWord(QByteArrayView line, QByteArrayView word)
{
    if (line.size() <= word.size() || !line.startsWith(word) || line[word.size()] != '\t')
        return std::nullopt;
    return line.sliced(word.size() + 1);
}

/// The parts between tabs; not more than one above `most`, which is enough to know that there are too many.
QList<QByteArrayView> columnsOf(QByteArrayView line, qsizetype most)
{
    QList<QByteArrayView> columns;
    for (qsizetype tab = line.indexOf('\t'); tab >= 0 && columns.size() < most; tab = line.indexOf('\t')) {
        columns << line.first(tab);
        line = line.sliced(tab + 1);
    }
    return columns << line;
}

std::optional<ModuleVersion> moduleOf(QByteArrayView line, qsizetype leastColumns)
{
    constexpr qsizetype MostColumns = 3;
    const QList<QByteArrayView> columns = columnsOf(line, MostColumns);
    if (columns.size() < leastColumns || columns.size() > MostColumns)
        return std::nullopt;
    return ModuleVersion{QString::fromUtf8(columns[0]), QString::fromUtf8(columns[1]),
                         columns.size() == MostColumns ? QString::fromUtf8(columns[2]) : QString()};
}

std::optional<BuildSetting> settingOf(QByteArrayView line)
{
    BuildSetting setting;
    QByteArrayView value;
    if (const auto quotedKey = goQuotedPrefix(line)) {
        const auto key = goUnquote(*quotedKey);
        value = line.sliced(quotedKey->size());
        if (!key || !value.startsWith('='))
            return std::nullopt;
        setting.key = QString::fromUtf8(*key);
        value = value.sliced(1);
    } else {
        const qsizetype equals = line.indexOf('=');
        if (equals <= 0)
            return std::nullopt;
        setting.key = QString::fromUtf8(line.first(equals));
        value = line.sliced(equals + 1);
    }
    if (!value.startsWith('"') && !value.startsWith('`')) {
        setting.value = QString::fromUtf8(value);
        return setting;
    }
    const auto unquoted = goUnquote(value);
    if (!unquoted)
        return std::nullopt;
    setting.value = QString::fromUtf8(*unquoted);
    return setting;
}

/// Reads line by line; remembers which module a "=>" line belongs to.
class Parser
{
public:
    bool take(QByteArrayView line);
    BuildInfo info;

private:
    enum class Replaceable { None, Main, LastModule };

    bool replace(QByteArrayView line);
    Replaceable m_replaceable = Replaceable::None;
};

bool Parser::take(QByteArrayView line)
{
    if (const auto path = afterWord(line, "path")) {
        info.path = QString::fromUtf8(*path);
    } else if (const auto main = afterWord(line, "mod")) {
        const auto module = moduleOf(*main, 2);
        if (!module)
            return false;
        info.main = {*module, std::nullopt};
        m_replaceable = Replaceable::Main;
    } else if (const auto dependency = afterWord(line, "dep")) {
        const auto module = moduleOf(*dependency, 2);
        if (!module)
            return false;
        info.modules << BuildModule{*module, std::nullopt};
        m_replaceable = Replaceable::LastModule;
    } else if (const auto replacement = afterWord(line, "=>")) {
        return replace(*replacement);
    } else if (const auto build = afterWord(line, "build")) {
        const auto setting = settingOf(*build);
        if (!setting)
            return false;
        info.settings << *setting;
    }
    return true;
}

bool Parser::replace(QByteArrayView line)
{
    const auto module = moduleOf(line, 3);
    if (!module || m_replaceable == Replaceable::None)
        return false;
    (m_replaceable == Replaceable::Main ? info.main : info.modules.last()).replacement = module;
    m_replaceable = Replaceable::None;
    return true;
}

} // namespace

std::optional<QString> BuildInfo::setting(QLatin1StringView key) const
{
    const auto found = std::ranges::find_if(settings, [&](const BuildSetting &entry) { return entry.key == key; });
    return found == settings.end() ? std::nullopt : std::optional(found->value);
}

Result<BuildInfo> parseBuildInfo(QByteArrayView text, const QString &fileName)
{
    Parser parser;
    int number = 1;
    // Without a line end a line does not count, as in Go.
    for (qsizetype end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n')) {
        const QByteArrayView line = text.first(end);
        if (!parser.take(line)) {
            return damagedFile(fileName,
                               BuildInfoText::tr("Line %1 of its build information cannot be read.").arg(number),
                               QString::fromUtf8(line.first(std::min<qsizetype>(line.size(), 200))));
        }
        text = text.sliced(end + 1);
        ++number;
    }
    return std::move(parser.info);
}

} // namespace plugsmith
