// SPDX-License-Identifier: Apache-2.0
#include "support/archivebuilder.h"
#include "support/workerrun.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace plugsmith::builder;
using namespace Qt::StringLiterals;

/// Archives that must not be unpacked, each for its own reason. Nothing may be written before that is seen.
class tst_UnpackHostile : public QObject
{
    Q_OBJECT

private slots:
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("archive");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("what");
        addForeign();
        addNames();
        addTrees();
        addLinks();
        addTarKinds();
        addWrongZips();
        addWrongTars();
        addPasswords();
    }
    void refuses()
    {
        QFETCH(QByteArray, archive);
        QFETCH(QString, what);
        const QTemporaryDir dir;
        const QString path = writeFile(dir.filePath(u"archive"_s), archive);
        const QString folder = dir.filePath(u"out"_s);
        const WorkerRun run = runWorker({u"unpack"_s, path, folder});
        QVERIFY(run.isProtocol);
        QVERIFY(!run.hasCrashed);
        QTEST(run.errorCode(), "code");
        QTEST(run.errorText("what"), "what");
        if (isSeenLate(QString::fromUtf8(QTest::currentDataTag())))
            return;
        const auto all = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
        QVERIFY(QDir(folder).isEmpty(all));
        QCOMPARE(QDir(dir.path()).entryList(all), (QStringList{u"archive"_s, u"out"_s}));
        QCOMPARE(runWorker({u"read"_s, path}).errorCode(), run.errorCode());
    }

    void namesDifferingByCaseMatterWhereTheDiskSaysSo_data()
    {
        QTest::addColumn<QByteArray>("archive");
        QTest::addColumn<QString>("entry");
        QTest::newRow("files") << zipOf({{.name = "Main.go"}, {.name = "main.go"}}) << u"main.go"_s;
        QTest::newRow("folders") << zipOf({{.name = "A/x.go"}, {.name = "a/y.go"}}) << u"a"_s;
        QTest::newRow("composed and not")
            << zipOf({{.name = "\xC3\xA9.go"}, {.name = "e\xCC\x81.go"}}) << u"e\u0301.go"_s;
        QTest::newRow("Cyrillic") << zipOf({{.name = "\xD0\x96.go"}, {.name = "\xD0\xB6.go"}}) << u"ж.go"_s;
    }
    void namesDifferingByCaseMatterWhereTheDiskSaysSo()
    {
        QFETCH(QByteArray, archive);
        const QTemporaryDir dir;
        const QString path = writeFile(dir.filePath(u"archive"_s), archive);
        QCOMPARE(runWorker({u"unpack"_s, path, dir.filePath(u"out"_s)}).error, QJsonObject());
        const WorkerRun folded = runWorker({u"fold"_s, path}, builtProgram(u"unpackprobe"_s));
        QCOMPARE(folded.errorCode(), u"unsafe"_s);
        QCOMPARE(folded.errorText("what"), u"case"_s);
        QTEST(folded.errorText("entry"), "entry");
    }

private:
    /// A wrong content shows when it is read; the caller of the worker removes what was written until then.
    static bool isSeenLate(const QString &name)
    {
        return name.startsWith(u"zip: checksum"_s) || name.endsWith(u"than stated"_s);
    }

    static void row(const char *name, const QByteArray &archive, const char *code, const char *what = "")
    {
        QTest::newRow(name) << archive << QString::fromLatin1(code) << QString::fromLatin1(what);
    }

    static void addForeign()
    {
        row("empty", "", "foreign");
        row("text", "package main\n", "foreign");
        row("zeros", QByteArray(2048, '\0'), "foreign");
        row("gzipped text", gzipped("package main\n"), "foreign");
        row("gzipped long text", gzipped(QByteArray(5000, 'x')), "foreign");
        row("rar", QByteArray("Rar!\x1A\x07\x01\0", 8), "foreign");
        row("a program in front of a zip",
            "\x7F"
            "ELF" +
                zipOf({{.name = "x"}}),
            "foreign");
    }

    static void addNames()
    {
        const struct
        {
            const char *name;
            QByteArray path;
            const char *code;
            const char *what;
        } names[] = {
            {"up", "../x.go", "outside", ""},
            {"up from inside", "a/b/../../../x.go", "outside", ""},
            {"up and back", "a/../x.go", "outside", ""},
            {"up at the end", "a/..", "outside", ""},
            {"absolute", "/etc/x.go", "outside", ""},
            {"two slashes", "//x.go", "outside", ""},
            {"drive", "C:/x.go", "outside", ""},
            {"backslashes", "..\\..\\x.go", "unsafe", "backslash"},
            {"one backslash", "a\\x.go", "unsafe", "backslash"},
            {"line end", "a\nb.go", "unsafe", "control"},
            {"escape", "\x1B[2J.go", "unsafe", "control"},
            {"C1", "a\xC2\x9B.go", "unsafe", "control"},
            {"long name", QByteArray(256, 'x'), "unsafe", "long"},
            {"long path", QByteArray(QByteArray(200, 'x') + '/').repeated(20), "unsafe", "long"},
        };
        for (const auto &[name, path, code, what] : names) {
            row(qPrintable("zip: "_L1 + QLatin1StringView(name)), zipOf({{.name = path}}), code, what);
            row(qPrintable("tar: "_L1 + QLatin1StringView(name)), tarOf({{.name = path}}), code, what);
            row(qPrintable("pax: "_L1 + QLatin1StringView(name)), tarOf({{.name = "x", .pax = {{"path", path}}}}), code,
                what);
        }
        row("zip: NUL", zipOf({{.name = QByteArray("a\0b.go", 6)}}), "unsafe", "control");
        row("pax: NUL", tarOf({{.name = "x", .pax = {{"path", QByteArray("a\0b.go", 6)}}}}), "unsafe", "control");
        row("zip: unicode path field", zipOf({{.name = "/"}, {.name = "../x"}}), "outside");
    }

    static void addTrees()
    {
        row("zip: a file twice", zipOf({{.name = "x.go"}, {.name = "x.go"}}), "unsafe", "twice");
        row("zip: a file twice in other words", zipOf({{.name = "a/x.go"}, {.name = "a/./x.go"}}), "unsafe", "twice");
        row("zip: file and folder", zipOf({{.name = "x"}, {.name = "x/", .mode = 040755, .isDeflated = false}}),
            "unsafe", "twice");
        row("zip: file as folder", zipOf({{.name = "x"}, {.name = "x/y"}}), "unsafe", "through-file");
        row("zip: folder becomes file", zipOf({{.name = "x/y"}, {.name = "x"}}), "unsafe", "twice");
        row("tar: a file twice", tarOf({{.name = "x.go"}, {.name = "./x.go"}}), "unsafe", "twice");
        row("tar: file as root", tarOf({{.name = "."}}), "unsafe", "twice");
    }

    static void addLinks()
    {
        const auto zipLink = [](const QByteArray &name, const QByteArray &target) {
            return ZipItem{.name = name, .content = target, .mode = 0120777, .isDeflated = false};
        };
        const auto tarLink = [](const QByteArray &name, const QByteArray &target) {
            return TarItem{.name = name, .type = '2', .target = target};
        };
        for (const QByteArray target : {"/etc/passwd", "..", "../x", "a/../../x", "./../x", "a/b/../../../x"}) {
            row(qPrintable(u"zip: link to "_s + QString::fromLatin1(target)), zipOf({zipLink("l", target)}), "outside",
                "link");
            row(qPrintable(u"tar: link to "_s + QString::fromLatin1(target)), tarOf({tarLink("l", target)}), "outside",
                "link");
        }
        row("zip: deflated link", zipOf({{.name = "l", .content = "../x", .mode = 0120777}}), "outside", "link");
        row("zip: empty link", zipOf({zipLink("l", "")}), "outside", "link");
        row("zip: through a link", zipOf({zipLink("l", "a"), {.name = "l/x"}}), "unsafe", "through-link");
        row("tar: through a link", tarOf({tarLink("l", "a"), {.name = "l/x"}}), "unsafe", "through-link");
        row("tar: through a later link", tarOf({{.name = "l/x"}, tarLink("l", "a")}), "unsafe", "twice");
        row("tar: by way of another link", tarOf({tarLink("a/b/up", "../.."), tarLink("l", "a/b/up/../x")}), "outside",
            "link");
        row("tar: links in a circle", tarOf({tarLink("a", "b"), tarLink("b", "a")}), "outside", "link");
        QList<TarItem> costly;
        for (int i = 0; i < 1990; ++i)
            costly.append(tarLink("l" + QByteArray::number(i), QByteArray("a/").repeated(1999) + 'a'));
        row("tar: links that cost a minute to follow", gzipped(tarOf(costly)), "outside", "link");
        row("pax: long target", tarOf({{.name = "l", .type = '2', .pax = {{"linkpath", "../x"}}}}), "outside", "link");
        row("tar: control in a target", tarOf({tarLink("l", "a\nb")}), "unsafe", "control");
        row("tar: hard link outside", tarOf({{.name = "l", .type = '1', .target = "../x"}}), "unsafe", "hardlink");
        row("tar: hard link to nothing", tarOf({{.name = "l", .type = '1', .target = "x"}}), "unsafe", "hardlink");
        row("tar: hard link to later", tarOf({{.name = "l", .type = '1', .target = "x"}, {.name = "x"}}), "unsafe",
            "hardlink");
        row("tar: hard link to a link", tarOf({tarLink("a", "x"), {.name = "l", .type = '1', .target = "a"}}), "unsafe",
            "hardlink");
        row("tar: hard link to a folder",
            tarOf({{.name = "a/", .type = '5'}, {.name = "l", .type = '1', .target = "a"}}), "unsafe", "hardlink");
    }

    static void addTarKinds()
    {
        row("tar: character device", tarOf({{.name = "x", .type = '3'}}), "unsafe", "device");
        row("tar: block device", tarOf({{.name = "x", .type = '4'}}), "unsafe", "device");
        row("tar: pipe", tarOf({{.name = "x", .type = '6'}}), "unsafe", "device");
        row("tar: sparse", tarOf({{.name = "x", .type = 'S'}}), "unsupported", "sparse");
        row("pax: sparse", tarOf({{.name = "x", .pax = {{"GNU.sparse.major", "1"}}}}), "unsupported", "sparse");
        row("tar: unknown kind", tarOf({{.name = "x", .type = 'Q'}}), "unsupported", "type");
        row("tar: global name", tarOf({{.name = "g", .content = "12 path=abc\n", .type = 'g'}, {.name = "x"}}),
            "unsupported", "pax");
        row("zip: device", zipOf({{.name = "x", .mode = 020644}}), "unsafe", "device");
        row("zip: pipe", zipOf({{.name = "x", .mode = 010644}}), "unsafe", "device");
        row("zip: socket", zipOf({{.name = "x", .mode = 0140644}}), "unsafe", "device");
    }

    static void addWrongZips()
    {
        const QByteArray text(100, 'x');
        row("zip: method", zipOf({{.name = "x", .content = text, .method = 12}}), "unsupported", "method");
        row("zip: checksum", zipOf({{.name = "x.go", .content = text, .crc = 1}}), "damaged");
        row("zip: checksum of nothing", zipOf({{.name = "x.go", .content = "", .crc = 1}, {.name = "y.go"}}),
            "damaged");
        row("zip: more than stated", zipOf({{.name = "x.go", .content = text, .size = 99}}), "damaged");
        row("zip: less than stated", zipOf({{.name = "x.go", .content = text, .size = 101}}), "damaged");
        row("zip: headers disagree", zipOf({{.name = "x.go", .content = text, .localSize = 99}}), "damaged");
        row("zip: other local name", zipOf({{.name = "x.go", .content = text, .localName = "y.go"}}), "damaged");
        row("zip: content behind the end", zipOf({{.name = "x.go", .content = text, .packedSize = 5000}}), "damaged");
        row("zip: header behind the end", zipOf({{.name = "x.go", .content = text, .offset = 5000}}), "damaged");
        row("zip: overlap", zipOf({{.name = "x.go", .content = text}, {.name = "x.go", .content = text, .offset = 0}}),
            "damaged");
        row("zip: fewer entries", zipOf({{.name = "x"}, {.name = "y"}}, {.count = 1}), "damaged");
        row("zip: more entries", zipOf({{.name = "x"}, {.name = "y"}}, {.count = 3}), "damaged");
        row("zip: stored in two sizes",
            zipOf({{.name = "x", .content = text, .isDeflated = false, .size = 5, .packedSize = 100}}), "damaged");
        row("zip: folder with content", zipOf({{.name = "x/", .content = text, .mode = 040755}}), "damaged");
        row("zip: nameless with content", zipOf({{.name = "/", .content = text}}), "damaged");
    }

    static void addWrongTars()
    {
        row("tar: checksum", tarOf({{.name = "x"}, {.name = "y", .hasGoodChecksum = false}}), "damaged");
        row("tar: no end", tarOf({{.name = "x"}}, false), "damaged");
        row("tar: negative size",
            tarOf({{.name = "x", .sizeText = QByteArray("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFE")}}),
            "damaged");
        row("tar: size is no number", tarOf({{.name = "x", .sizeText = "00000000xyz"}}), "damaged");
        row("tar: enormous size",
            tarOf({{.name = "x", .sizeText = QByteArray("\x80\0\0\0\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 12)}}),
            "damaged");
        row("pax: enormous size", tarOf({{.name = "x", .pax = {{"size", "9223372036854775807"}}}}), "damaged");
        row("pax: negative size", tarOf({{.name = "x", .pax = {{"size", "-1"}}}}), "damaged");
        row("pax: no record", tarOf({{.name = "p", .content = "99 path=x\n", .type = 'x'}, {.name = "x"}}), "damaged");
        row("tar: endless name", tarOf({{.name = "L", .content = QByteArray(70'000, 'x'), .type = 'L'}, {.name = "x"}}),
            "damaged");
    }

    static void addPasswords()
    {
        row("zip: password", zipOf({{.name = "x", .content = "secret", .flags = 1}}), "encrypted");
        row("zip: strong encryption", zipOf({{.name = "x", .content = "secret", .flags = 0x41}}), "encrypted");
        row("zip: AES", zipOf({{.name = "x", .content = "secret", .flags = 1, .method = 99}}), "encrypted");
        row("zip: one of two", zipOf({{.name = "a"}, {.name = "x", .content = "secret", .flags = 1}}), "encrypted");
        row("7z: password", encryptedSevenZip(), "encrypted");
        row("7z: password for names", sealedSevenZip(), "encrypted");
    }
};

QTEST_GUILESS_MAIN(tst_UnpackHostile)
#include "tst_unpackhostile.moc"
