// SPDX-License-Identifier: Apache-2.0
// Any bytes as go.mod and go.work. What is behind a NUL replaces their words: editing changes these words and nothing
// else, whatever they are replaced by.
#include "build/gomod.h"

#include <cstdlib>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// What build jobs replace: paths of modules and folders.
QVector<GoModWord *> wordsOf(GoMod &mod)
{
    QVector<GoModWord *> words{&mod.module};
    for (GoModRequire &require : mod.requires_)
        words += &require.path;
    for (GoModReplace &replace : mod.replaces)
        words += {&replace.oldPath, &replace.newPath};
    return words;
}

QVector<GoModWord *> wordsOf(GoWork &work)
{
    QVector<GoModWord *> words;
    for (GoModWord &use : work.uses)
        words += &use;
    for (GoModReplace &replace : work.replaces)
        words += {&replace.oldPath, &replace.newPath};
    return words;
}

/// All that an edit of the words must leave alone.
QStringList restOf(const QVector<GoModReplace> &replaces)
{
    QStringList rest;
    for (const GoModReplace &replace : replaces)
        rest += {replace.oldVersion, replace.newVersion, QString::number(replace.line)};
    return rest;
}

QStringList restOf(const GoMod &mod)
{
    QStringList rest{mod.goDirective, mod.toolchain.text, QString::number(mod.toolchainLine)};
    for (const GoModRequire &require : mod.requires_)
        rest += {require.version, QString::number(require.isIndirect), QString::number(require.line)};
    return rest + restOf(mod.replaces);
}

QStringList restOf(const GoWork &work)
{
    return QStringList{work.goDirective} + restOf(work.replaces);
}

/// Replaces every word by what `replacement` says, and reads the result back.
template<class File, class Replacement>
void checkEdit(const QByteArray &text, File file, const Replacement &replacement)
{
    const QVector<GoModWord *> words = wordsOf(file);
    QVector<GoModEdit> edits;
    for (const GoModWord *word : words)
        edits += {word->begin, word->end, replacement(*word)};
    const QByteArray edited = editGoMod(text, edits);
    auto again = File::parse(edited, u"x"_s);
    require(again.has_value());
    const QVector<GoModWord *> editedWords = wordsOf(*again);
    require(editedWords.size() == words.size() && restOf(*again) == restOf(file));
    for (qsizetype i = 0; i < words.size(); ++i)
        require(editedWords[i]->text == replacement(*words[i]));
    require(edited.count('\n') == text.count('\n'));
}

template<class File>
void check(const QByteArray &text, const QString &replacement)
{
    auto file = File::parse(text, u"x"_s);
    if (!file) {
        require(!file.error().message.isEmpty() && !file.error().reason.isEmpty());
        return;
    }
    for (const GoModWord *word : wordsOf(*file))
        require(word->begin >= 0 && word->begin < word->end && word->end <= text.size());
    require(editGoMod(text, {}) == text);
    checkEdit(text, *file, [](const GoModWord &word) { return word.text; });
    if (!replacement.isEmpty())
        checkEdit(text, *file, [&](const GoModWord &) { return replacement; });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const qsizetype end = bytes.indexOf('\0');
    const QByteArray text = bytes.left(end);
    const QString replacement = end < 0 ? u"/home/o'brien/with space/{x}"_s : QString::fromUtf8(bytes.mid(end + 1));
    check<GoMod>(text, replacement);
    check<GoWork>(text, replacement);
    std::ignore = GoMod::parse(bytes, u"x"_s);
    std::ignore = GoWork::parse(bytes, u"x"_s);
    return 0;
}
