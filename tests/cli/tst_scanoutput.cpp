// SPDX-License-Identifier: Apache-2.0
#include "cli/scancommand.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

using Files = QVector<std::pair<const char *, const char *>>;

SourceScan scanOf(const Files &files, const char *origin = "/x/pricing.zip")
{
    SourceTree tree;
    tree.originPath = QString::fromLatin1(origin);
    tree.archiveBytes = 18'400;
    for (const auto &[path, content] : files) {
        SourceEntry entry;
        entry.path = QString::fromUtf8(path);
        entry.content = content;
        entry.contentIsWhole = true;
        entry.size = entry.content.size();
        tree.totalBytes += entry.size;
        tree.entries += entry;
    }
    return scanSource(tree);
}

const Files Pricing{{"cmd/main/main.go", "package main\n\nvar Contract = 1\n"},
                    {"cmd/tool/main.go", "package main\n\nfunc main() { println(1) }\n"},
                    {"domain/domain.go", "package domain\n"},
                    {"go.mod", "module example.com/pricing\n\ngo 1.19\n\nrequire example.com/types v1.2.0\n\n"
                               "require example.com/far v0.1.0 // indirect\n\n"
                               "replace example.com/types => ../types\n"}};
const Files Types{{"go.mod", "module example.com/types\n"}, {"types.go", "package types\n"}};

} // namespace

class tst_ScanOutput : public QObject
{
    Q_OBJECT

private slots:
    void json()
    {
        const QJsonObject object = scanToJson({scanOf(Pricing)});
        QCOMPARE(object.value("source"_L1), u"/x/pricing.zip"_s);
        QCOMPARE(object.value("bytes"_L1), 18'400);
        QCOMPARE(object.value("files"_L1), 4);
        QCOMPARE(object.value("workspace"_L1), false);
        QCOMPARE(object.value("modules"_L1).toArray().size(), 1);
        const QJsonObject module = object.value("modules"_L1)[0].toObject();
        QCOMPARE(module.value("path"_L1), u"example.com/pricing"_s);
        QCOMPARE(module.value("folder"_L1), u"."_s);
        QCOMPARE(module.value("go"_L1), u"1.19"_s);
        QCOMPARE(module.value("packages"_L1), 3);
        QCOMPARE(module.value("synthetic"_L1), false);
        const QJsonArray requirements{
            QJsonObject{{u"path"_s, u"example.com/types"_s}, {u"version"_s, u"v1.2.0"_s}, {u"indirect"_s, false}},
            QJsonObject{{u"path"_s, u"example.com/far"_s}, {u"version"_s, u"v0.1.0"_s}, {u"indirect"_s, true}}};
        QCOMPARE(module.value("requires"_L1).toArray(), requirements);
        const QJsonArray replaces{
            QJsonObject{{u"module"_s, u"example.com/types"_s}, {u"path"_s, u"../types"_s}, {u"state"_s, u"missing"_s}}};
        QCOMPARE(module.value("localReplaces"_L1).toArray(), replaces);
    }

    void jsonOfMains()
    {
        const QJsonArray mains = scanToJson({scanOf(Pricing)}).value("mains"_L1).toArray();
        QCOMPARE(mains.size(), 2);
        QCOMPARE(mains[0].toObject(), (QJsonObject{{u"folder"_s, u"./cmd/main"_s},
                                                   {u"file"_s, QString()},
                                                   {u"module"_s, u"example.com/pricing"_s},
                                                   {u"files"_s, QJsonArray{u"main.go"_s}},
                                                   {u"program"_s, false},
                                                   {u"cgo"_s, false},
                                                   {u"default"_s, true}}));
        QCOMPARE(mains[1].toObject().value("program"_L1), true);
        QCOMPARE(mains[1].toObject().value("default"_L1), false);
    }

    void jsonOfSuppliedModules()
    {
        const QJsonObject object = scanToJson({scanOf(Pricing), scanOf(Types, "/x/types.zip")});
        QCOMPARE(object.value("modules"_L1)[0].toObject().value("localReplaces"_L1)[0].toObject().value("state"_L1),
                 u"supplied"_s);
    }

    void jsonOfFindings()
    {
        const QJsonArray findings =
            scanToJson({scanOf({{"go.mod", "module m\n"}, {"a/a.go", "package a\n"}})}).value("findings"_L1).toArray();
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings[0].toObject().value("message"_L1), u"No “package main” was found"_s);
        QCOMPARE(findings[0].toObject().value("reason"_L1), u"A plugin is built from a main package."_s);
    }

    void text()
    {
        const QStringList lines = scanToText({scanOf(Pricing)}).split(u'\n');
        QVERIFY2(lines[0].startsWith(u"pricing.zip, 18.4 kB, 4 file"_s), qPrintable(lines[0]));
        QCOMPARE(lines[1], u"Module       example.com/pricing (.)"_s);
        QCOMPARE(lines[2], u"Go directive 1.19 or later"_s);
        QVERIFY2(lines[3].startsWith(u"Dependencies 2 module"_s), qPrintable(lines[3]));
        QCOMPARE(lines[4], u"Local module example.com/types ← ../types (missing)"_s);
        QVERIFY2(lines[5].startsWith(u"Package      ./cmd/main (1 file"_s), qPrintable(lines[5]));
        QVERIFY2(lines[5].endsWith(u", built by default"_s), qPrintable(lines[5]));
        QVERIFY2(lines[6].endsWith(u", a program"_s), qPrintable(lines[6]));
        QCOMPARE(lines.last(), QString());
    }

    void textOfFindings()
    {
        const QString text = scanToText({scanOf({{"go.mod", "module m\n"}, {"a/a.go", "package a\n"}})});
        QVERIFY2(text.endsWith(u"No “package main” was found. A plugin is built from a main package.\n"_s),
                 qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(tst_ScanOutput)
#include "tst_scanoutput.moc"
