// SPDX-License-Identifier: Apache-2.0
#include "build/gomod.h"

#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Full = "// Our plugin.\n"
                        "module example.com/shop/pricing // here\n"
                        "\n"
                        "go 1.22\n"
                        "toolchain go1.22.6\n"
                        "require golang.org/x/net v0.26.0\n"
                        "require (\r\n"
                        "\tgithub.com/a/b v1.2.3\r\n"
                        "\t\"github.com/quoted\" v0.0.1 // indirect\n"
                        "\n"
                        "\t// comment\n"
                        "\texample.com/types v0.0.0 // indirect; needed\n"
                        ")\n"
                        "replace example.com/types => ../sharedtypes\n"
                        "replace (\n"
                        "\tgithub.com/a/b v1.2.3 => github.com/fork/b v1.2.4\n"
                        "\tx.y/z => \"./with space\"\n"
                        ")\n"
                        "exclude github.com/a/b v1.0.0\n"
                        "retract [v1.0.0, v1.1.0] // broken\n"
                        "godebug default=go1.21\n"
                        "tool golang.org/x/tools/cmd/stringer\n";

QByteArray sourceOf(const GoModWord &word)
{
    return Full.sliced(word.begin, word.end - word.begin);
}

} // namespace

class tst_GoMod : public QObject
{
    Q_OBJECT

private slots:
    void readsAWholeFile()
    {
        const auto mod = GoMod::parse(Full, u"go.mod"_s);
        QVERIFY(mod);
        QCOMPARE(mod->module.text, u"example.com/shop/pricing"_s);
        QCOMPARE(sourceOf(mod->module), "example.com/shop/pricing");
        QCOMPARE(mod->goDirective, u"1.22"_s);
        QCOMPARE(*mod->goVersion, *GoVersion::parse(u"1.22"_s));
        QCOMPARE(mod->toolchain.text, u"go1.22.6"_s);
        QCOMPARE(mod->toolchainLine, 5);
        QCOMPARE(mod->requires_.size(), 4);
        QCOMPARE(mod->requires_[1].path.text, u"github.com/a/b"_s);
        QCOMPARE(mod->requires_[1].version, u"v1.2.3"_s);
        QVERIFY(!mod->requires_[1].isIndirect);
        QCOMPARE(mod->requires_[2].path.text, u"github.com/quoted"_s);
        QCOMPARE(sourceOf(mod->requires_[2].path), "\"github.com/quoted\"");
        QVERIFY(mod->requires_[2].isIndirect);
        QVERIFY(mod->requires_[3].isIndirect);
        QCOMPARE(mod->replaces.size(), 3);
        QVERIFY(mod->replaces[0].isLocal());
        QCOMPARE(mod->replaces[0].newPath.text, u"../sharedtypes"_s);
        QVERIFY(!mod->replaces[1].isLocal());
        QCOMPARE(mod->replaces[1].oldVersion, u"v1.2.3"_s);
        QCOMPARE(mod->replaces[1].newVersion, u"v1.2.4"_s);
        QCOMPARE(mod->replaces[2].newPath.text, u"./with space"_s);
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("reason");
        QTest::newRow("unknown directive")
            << QByteArray("module a\ngo 1.20\n\n\n\n\nrequires x v1\n") << u"Line 7: unknown directive “requires”."_s;
        QTest::newRow("no module") << QByteArray("go 1.22\n") << u"Line 1: there is no “module”."_s;
        QTest::newRow("empty") << QByteArray() << u"Line 1: there is no “module”."_s;
        QTest::newRow("two modules") << QByteArray("module a\nmodule b\n") << u"Line 2: a second “module”."_s;
        QTest::newRow("open block") << QByteArray("module a\nrequire (\n")
                                    << u"Line 2: the block “require” is not closed."_s;
        QTest::newRow("open quote") << QByteArray("module \"a\n") << u"Line 1: a quote is not closed."_s;
        QTest::newRow("unknown escape") << QByteArray("module \"a\\q\"\n") << u"Line 1: \"a\\q\" is not a Go string."_s;
        QTest::newRow("no version") << QByteArray("module a\nrequire b\n") << u"Line 2: “require” is incomplete."_s;
        QTest::newRow("replaced by nothing")
            << QByteArray("module a\nreplace b => \"\"\n") << u"Line 2: “replace” is incomplete."_s;
        QTest::newRow("nothing required")
            << QByteArray("module a\nrequire (\n\t`` v1.0.0\n)\n") << u"Line 3: “require” is incomplete."_s;
        QTest::newRow("bad go") << QByteArray("module a\ngo one\n") << u"Line 2: “one” is not a Go version."_s;
        QTest::newRow("replace without arrow")
            << QByteArray("module a\nreplace b c\n") << u"Line 2: “replace” is incomplete."_s;
        QTest::newRow("binary") << QByteArray("\x7f"
                                              "ELF\0\0\0",
                                              7)
                                << u"Line 1: unknown directive “\x7f"
                                   "ELF"_s +
                                       QString(3, QChar(0)) + u"”."_s;
    }
    void saysWhatIsWrong()
    {
        QFETCH(QByteArray, text);
        const auto mod = GoMod::parse(text, u"go.mod"_s);
        QVERIFY(!mod);
        QCOMPARE(mod.error().message, u"go.mod cannot be read"_s);
        QTEST(mod.error().reason, "reason");
    }

    void editsOnlyTheWord()
    {
        const auto mod = GoMod::parse(Full, u"go.mod"_s);
        QVERIFY(mod);
        const GoModWord &types = mod->replaces[0].newPath;
        const QByteArray edited =
            editGoMod(Full, {{types.begin, types.end, u"/w/local 1/types"_s},
                             {mod->module.begin, mod->module.end, u"example.com/shop/pricing_g1"_s}});
        QByteArray expected = Full;
        expected.replace("module example.com/shop/pricing ", "module example.com/shop/pricing_g1 ");
        expected.replace("=> ../sharedtypes", "=> \"/w/local 1/types\"");
        QCOMPARE(edited, expected);
        QVERIFY(GoMod::parse(edited, u"go.mod"_s));
    }

    /// The go command takes "…" only, and wants it for these.
    void quotesAsTheGoCommandDoes_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("plain") << u"/w/é-1.2_x+~"_s << QByteArray("/w/é-1.2_x+~");
        QTest::newRow("blank") << u"/w/a b"_s << QByteArray("\"/w/a b\"");
        QTest::newRow("apostrophe") << u"/home/o'brien"_s << QByteArray("\"/home/o'brien\"");
        QTest::newRow("quotes") << u"/w/\"`\\"_s << QByteArray("\"/w/\\\"`\\\\\"");
        QTest::newRow("braces") << u"/w/{a}"_s << QByteArray("\"/w/{a}\"");
        QTest::newRow("comment") << u"/w//a"_s << QByteArray("\"/w//a\"");
        QTest::newRow("line end") << u"/w/\na"_s << QByteArray("\"/w/\\x0aa\"");
        QTest::newRow("arrow") << u"=>"_s << QByteArray("\"=>\"");
        QTest::newRow("bracket") << u"("_s << QByteArray("\"(\"");
    }
    void quotesAsTheGoCommandDoes()
    {
        QFETCH(QString, path);
        const auto mod = GoMod::parse(Full, u"go.mod"_s);
        QVERIFY(mod);
        const GoModWord &types = mod->replaces[0].newPath;
        const QByteArray edited = editGoMod(Full, {{types.begin, types.end, path}});
        QFETCH(QByteArray, written);
        QCOMPARE(edited, Full.left(types.begin) + written + Full.mid(types.end));
        const auto again = GoMod::parse(edited, u"go.mod"_s);
        QVERIFY(again);
        QCOMPARE(again->replaces[0].newPath.text, path);
    }

    void quotesWhatTouchesTheNextWord()
    {
        const QByteArray text = "module \"a\"// touches\nrequire \"b\"v1.0.0\n";
        const auto mod = GoMod::parse(text, u"go.mod"_s);
        QVERIFY(mod);
        const GoModWord &path = mod->requires_[0].path;
        QCOMPARE(editGoMod(text, {{path.begin, path.end, u"c"_s}}), QByteArray(text).replace("\"b\"", "\"c\""));
    }

    void readsWorkspaces()
    {
        const auto work = GoWork::parse(
            "go 1.22\n\nuse ./plugin\nuse (\n\t./types\n\t../outside\n)\nreplace a => ./b\n", u"go.work"_s);
        QVERIFY(work);
        QCOMPARE(work->uses.size(), 3);
        QCOMPARE(work->uses[2].text, u"../outside"_s);
        QCOMPARE(work->replaces.size(), 1);
        QVERIFY(!GoWork::parse("use\n", u"go.work"_s));
        QVERIFY(!GoWork::parse("module a\n", u"go.work"_s));
    }
};

QTEST_GUILESS_MAIN(tst_GoMod)
#include "tst_gomod.moc"
