// SPDX-License-Identifier: Apache-2.0
#include "session/linkcheck.h"
#include "session/sandbox.h"

#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(plugsmith::LinkFacts)

namespace {

LinkFacts host()
{
    LinkFacts facts;
    facts.canOpenPlugins = true;
    facts.machine = 62;
    facts.wordSize = 8;
    facts.recordBytes = 560;
    facts.packages = {{"runtime", "r1"}, {"fmt", "f1"}};
    return facts;
}

LinkFacts plugin(const QByteArray &path, const QVector<PackageHash> &packages)
{
    LinkFacts facts = host();
    facts.canOpenPlugins = false;
    facts.isPlugin = true;
    facts.pluginPath = path;
    facts.packages = packages;
    return facts;
}

} // namespace

/// What is never given to Go's loader, and the sandbox in which the rest may run.
class tst_LinkCheck : public QObject
{
    Q_OBJECT

private slots:
    void refuses_data()
    {
        QTest::addColumn<LinkFacts>("plugin");
        QTest::addColumn<QString>("words"); // empty: it may be opened
        const auto row = [](const char *name, const LinkFacts &facts, const QString &words) {
            QTest::newRow(name) << facts << words;
        };
        const LinkFacts fine = plugin("a", {{"runtime", "r1"}, {"net", "n1"}});
        row("fine", fine, {});
        row("nothing in common", plugin("a", {{"net", "n1"}}), {});
        LinkFacts other = fine;
        other.isPlugin = false;
        row("no plugin", other, u"not a Go plugin"_s);
        other = fine;
        other.machine = 183;
        row("processor", other, u"another processor"_s);
        other = fine;
        other.wordSize = 4;
        row("word size", other, u"another processor"_s);
        other = fine;
        other.recordBytes = 552;
        row("release", other, u"another Go release"_s);
        row("one package", plugin("a", {{"runtime", "r1"}, {"fmt", "f2"}}), u": fmt"_s);
        row("same path as what is loaded", plugin("loaded", {{"runtime", "r1"}}), u"once"_s);
        row("differs from what is loaded", plugin("a", {{"shop", "s2"}}), u": shop"_s);
    }
    void refuses()
    {
        QFETCH(LinkFacts, plugin);
        QFETCH(QString, words);
        LinkScope scope(host());
        scope.add(::plugin("loaded", {{"shop", "s1"}, {"fmt", "f1"}}));
        const auto checked = scope.check(plugin, u"pricing"_s);
        QCOMPARE(checked.has_value(), words.isEmpty());
        if (!checked) {
            QVERIFY(checked.error().message.contains(u"pricing"_s));
            QVERIFY2(checked.error().reason.contains(words), qPrintable(checked.error().reason));
        }
    }

    void conflictsComeInTheOrderOfTheRuntime()
    {
        const LinkScope scope(host());
        const LinkFacts differing =
            plugin("a", {{"fmt", "x"}, {"net", "x"}, {"runtime", "x"}, {"fmt", "f1"}, {"runtime", "r1"}});
        QCOMPARE(scope.conflicts(differing), (QStringList{u"fmt"_s, u"runtime"_s}));
    }

    void manyConflictsAreCutInTheSentenceOnly()
    {
        LinkFacts facts = host();
        QVector<PackageHash> packages;
        for (const char *name : {"a", "b", "c", "d"}) {
            facts.packages += PackageHash{name, "1"};
            packages += PackageHash{name, "2"};
        }
        const auto checked = LinkScope(facts).check(plugin("p", packages), u"pricing"_s);
        QVERIFY(!checked);
        QVERIFY2(checked.error().reason.endsWith(u"a, b, c, …"_s), qPrintable(checked.error().reason));
        QCOMPARE(checked.error().detail, u"a\nb\nc\nd"_s);
    }

    void theSandboxIsWrappedAround()
    {
        ProcessSpec spec;
        spec.program = u"/hosts/one"_s;
        spec.arguments = {u"3"_s, u"4"_s};
        spec.descriptors = {3, 4};
        spec.memoryLimit = 5;
        const ProcessSpec wrapped = sandboxed(spec, u"/usr/bin/bwrap"_s, u"/scratch"_s);
        QCOMPARE(wrapped.program, u"/usr/bin/bwrap"_s);
        QCOMPARE(wrapped.descriptors, spec.descriptors);
        QCOMPARE(wrapped.memoryLimit, spec.memoryLimit);
        QCOMPARE(wrapped.environment.value(u"TMPDIR"_s), u"/scratch"_s);
        // The host's own arguments come last, behind the end of those of bubblewrap.
        const qsizetype end = wrapped.arguments.indexOf(u"--"_s);
        QCOMPARE(wrapped.arguments.mid(end + 1), (QStringList{u"/hosts/one"_s, u"3"_s, u"4"_s}));
        const QString all = wrapped.arguments.first(end).join(u' ');
        for (const QString &part : {u"--ro-bind / /"_s, u"--bind /scratch /scratch"_s, u"--unshare-net"_s,
                                    u"--die-with-parent"_s, u"--chdir /scratch"_s})
            QVERIFY2(all.contains(part), qPrintable(all));
        // What may be written comes after what may only be read, or it could not be written.
        QVERIFY(all.indexOf(u"--bind /scratch"_s) > all.indexOf(u"--ro-bind"_s));
    }

    void signalsWithinTheSandboxAreSignals_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("way");
        QTest::addColumn<int>("within");
        QTest::newRow("good") << 0 << int(ProcessEnd::Way::Exited) << 0;
        QTest::newRow("os.Exit") << 7 << int(ProcessEnd::Way::Exited) << 7;
        QTest::newRow("128") << 128 << int(ProcessEnd::Way::Exited) << 128;
        QTest::newRow("killed") << 137 << int(ProcessEnd::Way::Crashed) << 9;
        QTest::newRow("segmentation fault") << 139 << int(ProcessEnd::Way::Crashed) << 11;
        QTest::newRow("no signal") << 255 << int(ProcessEnd::Way::Exited) << 255;
    }
    void signalsWithinTheSandboxAreSignals()
    {
        QFETCH(int, code);
        QFETCH(int, way);
        QFETCH(int, within);
        const ProcessEnd end = endWithin({ProcessEnd::Way::Exited, code, {}});
        QCOMPARE(int(end.way), way);
        QCOMPARE(end.exitCode, within);
    }
};

QTEST_GUILESS_MAIN(tst_LinkCheck)
#include "tst_linkcheck.moc"
