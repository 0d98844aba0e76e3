// SPDX-License-Identifier: Apache-2.0
// The ELF files of this machine, read by us and by readelf. A sample of them each time; all of them, which takes
// minutes, with PLUGSMITH_EVERY_ELF=1 in the environment.
#include "gobinary/elfsymbols.h"
#include "gobinary/mappedfile.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>
#include <array>
#include <elf.h>
#include <limits>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 240'000; // ms
constexpr qsizetype SampleSize = 100;
constexpr qint64 LargestInSample = 4'000'000; // bytes; readelf takes seconds for some

using Names = std::pair<QLatin1StringView, quint64>;

// As readelf abbreviates them; others are not compared.
constexpr std::array SectionTypes = {
    Names{"NULL"_L1, SHT_NULL},
    Names{"PROGBITS"_L1, SHT_PROGBITS},
    Names{"SYMTAB"_L1, SHT_SYMTAB},
    Names{"STRTAB"_L1, SHT_STRTAB},
    Names{"RELA"_L1, SHT_RELA},
    Names{"HASH"_L1, SHT_HASH},
    Names{"DYNAMIC"_L1, SHT_DYNAMIC},
    Names{"NOTE"_L1, SHT_NOTE},
    Names{"NOBITS"_L1, SHT_NOBITS},
    Names{"REL"_L1, SHT_REL},
    Names{"DYNSYM"_L1, SHT_DYNSYM},
    Names{"INIT_ARRAY"_L1, SHT_INIT_ARRAY},
    Names{"FINI_ARRAY"_L1, SHT_FINI_ARRAY},
    Names{"PREINIT_ARRAY"_L1, SHT_PREINIT_ARRAY},
    Names{"GROUP"_L1, SHT_GROUP},
    Names{"GNU_HASH"_L1, SHT_GNU_HASH},
    Names{"VERDEF"_L1, SHT_GNU_verdef},
    Names{"VERNEED"_L1, SHT_GNU_verneed},
    Names{"VERSYM"_L1, SHT_GNU_versym},
};
constexpr std::array SectionFlags = {
    std::pair{'W', SHF_WRITE},      std::pair{'A', SHF_ALLOC},   std::pair{'X', SHF_EXECINSTR},
    std::pair{'M', SHF_MERGE},      std::pair{'S', SHF_STRINGS}, std::pair{'I', SHF_INFO_LINK},
    std::pair{'L', SHF_LINK_ORDER}, std::pair{'G', SHF_GROUP},   std::pair{'T', SHF_TLS},
    std::pair{'C', SHF_COMPRESSED},
};
constexpr std::array SymbolTypes = {
    Names{"NOTYPE"_L1, STT_NOTYPE},   Names{"OBJECT"_L1, STT_OBJECT},   Names{"FUNC"_L1, STT_FUNC},
    Names{"SECTION"_L1, STT_SECTION}, Names{"FILE"_L1, STT_FILE},       Names{"COMMON"_L1, STT_COMMON},
    Names{"TLS"_L1, STT_TLS},         Names{"IFUNC"_L1, STT_GNU_IFUNC},
};
constexpr std::array SymbolBindings = {
    Names{"LOCAL"_L1, STB_LOCAL},
    Names{"GLOBAL"_L1, STB_GLOBAL},
    Names{"WEAK"_L1, STB_WEAK},
    Names{"UNIQUE"_L1, STB_GNU_UNIQUE},
};
constexpr std::array SymbolSections = {
    Names{"UND"_L1, SHN_UNDEF},
    Names{"ABS"_L1, SHN_ABS},
    Names{"COM"_L1, SHN_COMMON},
};

template<std::size_t Count>
std::optional<quint64> numberOf(const std::array<Names, Count> &names, QStringView word)
{
    const auto found = std::ranges::find_if(names, [&](const Names &each) { return each.first == word; });
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

/// Nothing is wrong with what readelf has a word for that we do not know.
template<std::size_t Count>
bool agrees(const std::array<Names, Count> &names, QStringView word, quint64 value)
{
    const auto number = numberOf(names, word);
    return !number || *number == value;
}

quint64 hexOf(QStringView text)
{
    return text.toULongLong(nullptr, 16);
}

/// readelf writes some numbers in base 10 and large ones with "0x".
quint64 numberOf(QStringView text)
{
    return text.toULongLong(nullptr, 0);
}

/// What readelf says about one file, line by line.
struct Listing
{
    QStringList sections;
    QStringList dynamic;
    QStringList symbols;
};

Listing listingOf(const QString &text)
{
    static const QRegularExpression table(u"^Symbol table '(.*)' contains"_s);
    Listing listing;
    bool isDynamic = false;
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        if (line.startsWith("  [ "_L1) || (line.startsWith("  ["_L1) && line.size() > 3 && line[3].isDigit())) {
            if (!line.startsWith("  [Nr]"_L1))
                listing.sections << line;
        } else if (line.startsWith(" 0x"_L1)) {
            listing.dynamic << line;
        } else if (line.startsWith("Symbol table"_L1)) {
            isDynamic = table.match(line).captured(1) == ".dynsym"_L1;
        } else if (isDynamic && line.contains(u": ") && line.trimmed().front().isDigit()) {
            listing.symbols << line;
        }
    }
    return listing;
}

QString differenceOf(const QString &line, const ElfSection &section)
{
    static const QRegularExpression form(
        u"^  \\[ *\\d+\\] (.*?) +(<[^>]+>: \\S+|SYMTAB SECTION INDICES|\\S+) +([0-9a-f]{8,16}) ([0-9a-f]{6,}) ([0-9a-f]{6,}) ([0-9a-f]{2,}) (.{3,}?) +(\\d+) +(\\d+) +(\\d+)$"_s);
    const auto match = form.match(line);
    if (!match.hasMatch())
        return u"cannot be parsed: "_s + line;
    quint64 flags = 0;
    quint64 known = 0;
    for (const auto &[letter, bit] : SectionFlags) {
        known |= static_cast<quint64>(bit);
        if (match.capturedView(7).contains(QLatin1Char(letter)))
            flags |= static_cast<quint64>(bit);
    }
    const bool isSame =
        match.captured(1).trimmed() == QString::fromUtf8(section.name) &&
        agrees(SectionTypes, match.capturedView(2), section.type) && hexOf(match.capturedView(3)) == section.address &&
        hexOf(match.capturedView(4)) == section.offset && hexOf(match.capturedView(5)) == section.size &&
        hexOf(match.capturedView(6)) == section.entrySize && flags == (section.flags & known) &&
        numberOf(match.capturedView(8)) == section.link;
    return isSame ? QString() : line;
}

QString differenceOf(const QString &line, const ElfSymbol &symbol)
{
    static const QRegularExpression form(
        u"^ *\\d+: ([0-9a-f]{8,16}) +(\\S+) (<[^>]+>: \\d+|\\S+) +(<[^>]+>: \\d+|\\S+) +\\S+ +(?:\\[.*\\] +)?(\\S+)(?: (.*))?$"_s);
    const auto match = form.match(line);
    if (!match.hasMatch())
        return u"cannot be parsed: "_s + line;
    const auto section = numberOf(SymbolSections, match.capturedView(5));
    const QString name = match.captured(6);
    const QString ours = QString::fromUtf8(symbol.name);
    // readelf adds versions, and names the symbols of sections after them.
    const bool isName = symbol.type == STT_SECTION || name == ours || name.startsWith(ours + u'@');
    const bool isSame = isName && hexOf(match.capturedView(1)) == symbol.value &&
                        numberOf(match.capturedView(2)) == symbol.size &&
                        agrees(SymbolTypes, match.capturedView(3), symbol.type) &&
                        agrees(SymbolBindings, match.capturedView(4), symbol.binding) &&
                        section.value_or(numberOf(match.capturedView(5))) == symbol.section;
    return isSame ? QString() : line;
}

/// Of tags that occur more than once, all but DT_NEEDED, the first counts.
QString differenceOf(const QStringList &lines, const ElfImage &image)
{
    static const QRegularExpression form(u"^ 0x([0-9a-f]+) \\((.*?)\\) +(.*)$"_s);
    static const QRegularExpression inBrackets(u"\\[(.*)\\]$"_s);
    static const QRegularExpression number(u"^(0x[0-9a-f]+|\\d+)(?: \\(bytes\\))?$"_s);
    QStringList needed;
    QList<qint64> seen;
    for (const QString &line : lines) {
        const auto match = form.match(line);
        if (!match.hasMatch())
            return u"cannot be parsed: "_s + line;
        const quint64 raw = hexOf(match.capturedView(1));
        const qint64 tag = image.isWide() ? static_cast<qint64>(raw) : static_cast<qint32>(raw);
        if (tag == DT_NULL)
            break;
        const QString text = match.captured(3).trimmed();
        const auto named = inBrackets.match(text);
        if (tag == DT_NEEDED)
            needed << named.captured(1);
        if (seen.contains(tag))
            continue;
        seen << tag;
        const auto value = image.dynamicValue(tag);
        if (!value)
            return line;
        const auto plain = number.match(text);
        if (plain.hasMatch() && numberOf(plain.capturedView(1)) != *value)
            return line;
        if (tag == DT_SONAME || tag == DT_RUNPATH || tag == DT_RPATH) {
            if (QString::fromUtf8(image.dynamicText(*value).value_or(QByteArrayView())) != named.captured(1))
                return line;
        }
    }
    QStringList ours;
    for (const QByteArrayView name : image.neededLibraries())
        ours << QString::fromUtf8(name);
    return ours == needed ? QString() : u"needed: "_s + ours.join(u' ') + u" instead of "_s + needed.join(u' ');
}

/// The first thing that is not alike; empty when everything is.
QString difference(const Listing &listing, const ElfImage &image)
{
    const QList<ElfSection> sections = image.sections();
    if (sections.size() != listing.sections.size())
        return u"%1 sections instead of %2"_s.arg(sections.size()).arg(listing.sections.size());
    for (qsizetype i = 0; i < sections.size(); ++i) {
        if (const QString found = differenceOf(listing.sections[i], sections[i]); !found.isEmpty())
            return found;
    }
    if (const QString found = differenceOf(listing.dynamic, image); !found.isEmpty())
        return found;
    const ElfSymbols symbols(image);
    const quint64 count = symbols.count();
    if (count != static_cast<quint64>(listing.symbols.size()))
        return u"%1 dynamic symbols instead of %2"_s.arg(count).arg(listing.symbols.size());
    for (quint64 i = 0; i < count; ++i) {
        const auto symbol = symbols.at(i);
        const QString &line = listing.symbols[static_cast<qsizetype>(i)];
        if (!symbol)
            return line;
        if (const QString found = differenceOf(line, *symbol); !found.isEmpty())
            return found;
    }
    return {};
}

bool isElf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(SELFMAG) == ELFMAG;
}

/// Programs and libraries of the machine, and those of other machines that cross compilers have.
QStringList elfFiles(qint64 largest)
{
    QStringList folders{u"/usr/bin"_s, u"/usr/lib"_s};
    const QDir usr(u"/usr"_s);
    for (const QString &name : usr.entryList({u"*-linux-*"_s}, QDir::Dirs, QDir::Name))
        folders << usr.filePath(name);
    QStringList files;
    for (const QString &folder : std::as_const(folders)) {
        QDirIterator each(folder, QDir::Files | QDir::NoSymLinks | QDir::Hidden, QDirIterator::Subdirectories);
        while (each.hasNext()) {
            each.next();
            if (each.fileInfo().size() <= largest && isElf(each.filePath()))
                files << each.filePath();
        }
    }
    files.sort();
    return files;
}

} // namespace

class tst_Readelf : public QObject
{
    Q_OBJECT

private slots:
    void saysTheSame_data()
    {
        QTest::addColumn<QString>("path");
        if (QStandardPaths::findExecutable(u"readelf"_s).isEmpty())
            QSKIP("no readelf on PATH");
        const bool isWhole = qEnvironmentVariableIntValue("PLUGSMITH_EVERY_ELF") != 0;
        const QStringList files = elfFiles(isWhole ? std::numeric_limits<qint64>::max() : LargestInSample);
        if (files.isEmpty())
            QSKIP("no ELF files in /usr");
        const qsizetype step = isWhole ? 1 : std::max<qsizetype>(1, files.size() / SampleSize);
        for (qsizetype i = 0; i < files.size(); i += step)
            QTest::newRow(qPrintable(files[i])) << files[i];
    }
    void saysTheSame()
    {
        QFETCH(QString, path);
        const auto file = MappedFile::open(path);
        QVERIFY(file);
        const auto image = ElfImage::parse(file->bytes(), QFileInfo(path).fileName());
        QVERIFY2(image, image ? "" : qPrintable(image.error().sentence() + image.error().detail));
        QProcess readelf;
        readelf.start(u"readelf"_s, {u"-W"_s, u"-S"_s, u"-d"_s, u"--dyn-syms"_s, path});
        QVERIFY(readelf.waitForStarted() && readelf.waitForFinished(Patience));
        QCOMPARE(readelf.exitCode(), 0);
        const Listing listing = listingOf(QString::fromUtf8(readelf.readAllStandardOutput()));
        QCOMPARE(difference(listing, *image), QString());
    }
};

QTEST_GUILESS_MAIN(tst_Readelf)
#include "tst_readelf.moc"
