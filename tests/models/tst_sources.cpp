// SPDX-License-Identifier: Apache-2.0
// Where sources come from before they are opened: several at once, and from a server.
#include "models/sourcedownload.h"
#include "models/sourcesorter.h"
#include "support/archivebuilder.h"

#include <QDir>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 30'000;

QByteArray moduleZip(const QByteArray &path, const QByteArray &package, const QByteArray &replaces = {})
{
    return builder::zipOf(
        {{"go.mod", "module " + path + "\n\ngo 1.20\n" + replaces}, {"a.go", "package " + package + "\n"}});
}

const QByteArray NeedsTypes = "\nrequire example.com/types v0.0.0\n\nreplace example.com/types => ../types\n";

/// Answers every request with what `answer` makes of it; counts requests.
class Server : public QTcpServer
{
public:
    Server()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                const QByteArray request = socket->readAll();
                requests += request.split('\r').first();
                answer(*socket, request.startsWith("HEAD"));
            });
        });
    }
    QUrl url(const QString &name) const { return QUrl(u"http://127.0.0.1:%1/%2"_s.arg(serverPort()).arg(name)); }
    static void reply(QTcpSocket &socket, const QByteArray &status, const QByteArray &headers, const QByteArray &body)
    {
        socket.write("HTTP/1.1 " + status + "\r\nConnection: close\r\n" + headers + "\r\n" + body);
        socket.disconnectFromHost();
    }

    std::function<void(QTcpSocket &, bool isHead)> answer;
    QByteArrayList requests;
};

QByteArray lengthOf(qsizetype bytes)
{
    return "Content-Length: " + QByteArray::number(bytes) + "\r\n";
}

} // namespace

class tst_Sources : public QObject
{
    Q_OBJECT

private slots:
    void severalAreSorted_data()
    {
        QTest::addColumn<QList<QByteArray>>("archives");
        QTest::addColumn<int>("first");
        QTest::addColumn<bool>("isDecided");
        const QByteArray plugin = moduleZip("example.com/pricing", "main", NeedsTypes);
        const QByteArray types = moduleZip("example.com/types", "types");
        const QByteArray other = moduleZip("example.com/other", "main");
        QTest::newRow("plugin last") << QList<QByteArray>{types, plugin} << 1 << true;
        QTest::newRow("plugin first") << QList<QByteArray>{plugin, types} << 0 << true;
        QTest::newRow("supplied beats other programs") << QList<QByteArray>{other, types, plugin} << 2 << true;
        QTest::newRow("one with a main package")
            << QList<QByteArray>{moduleZip("example.com/a", "a"), moduleZip("example.com/b", "main")} << 1 << true;
        QTest::newRow("two programs") << QList<QByteArray>{other, moduleZip("example.com/b", "main")} << 0 << false;
        QTest::newRow("no program") << QList<QByteArray>{types, moduleZip("example.com/a", "a")} << 0 << false;
        QTest::newRow("a damaged one") << QList<QByteArray>{types, "no archive"} << 0 << true;
    }
    void severalAreSorted()
    {
        QFETCH(QList<QByteArray>, archives);
        QFETCH(int, first);
        QFETCH(bool, isDecided);
        const QTemporaryDir folder;
        QStringList paths;
        for (const QByteArray &bytes : archives)
            paths += builder::writeFile(folder.filePath(u"%1.zip"_s.arg(paths.size())), bytes);
        SourceSorter sorter;
        QSignalSpy sorted(&sorter, &SourceSorter::sorted);
        sorter.sort(paths);
        QTRY_COMPARE_WITH_TIMEOUT(sorted.size(), 1, Patience);
        const QStringList order = sorted[0][0].toStringList();
        QCOMPARE(order.first(), paths[first]);
        QCOMPARE(QSet<QString>(order.begin(), order.end()), QSet<QString>(paths.begin(), paths.end()));
        QCOMPARE(sorted[0][1].toBool(), isDecided);
    }

    void downloadsWhatWasOffered()
    {
        const QByteArray bytes = moduleZip("example.com/pricing", "main") + QByteArray(3'000'000, 'x');
        Server server;
        server.answer = [&bytes](QTcpSocket &socket, bool isHead) {
            Server::reply(socket, "200 OK", lengthOf(bytes.size()), isHead ? QByteArray() : bytes);
        };
        const QTemporaryDir folder;
        SourceDownload download(folder.path());
        QSignalSpy asked(&download, &SourceDownload::asked);
        QSignalSpy finished(&download, &SourceDownload::finished);
        download.ask(server.url(u"shop/pricing-1.8.0.zip"_s));
        QTRY_COMPARE_WITH_TIMEOUT(asked.size(), 1, Patience);
        const DownloadOffer offer = download.offer();
        QCOMPARE(offer.host, u"127.0.0.1"_s);
        QCOMPARE(offer.fileName, u"pricing-1.8.0.zip"_s);
        QCOMPARE(offer.bytes, bytes.size());
        QVERIFY(!offer.isEncrypted);
        QCOMPARE(server.requests.size(), 1);
        QVERIFY(server.requests[0].startsWith("HEAD "));

        download.fetch();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, Patience);
        const auto path = finished[0][0].value<Result<QString>>();
        QVERIFY2(path, path ? "" : qPrintable(path.error().sentence()));
        QVERIFY(path->startsWith(folder.path()));
        QVERIFY(path->endsWith(u"/pricing-1.8.0.zip"));
        QFile file(*path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll() == bytes);
        QCOMPARE(QFileInfo(*path).dir().entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void offersAreHonest_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QString>("error"); // part of its title; empty: an offer
        QTest::addColumn<QString>("name");
        QTest::addColumn<qint64>("bytes");
        QTest::newRow("size unknown") << QByteArray("200 OK") << QByteArray() << QString() << u"a.zip"_s << qint64(-1);
        QTest::newRow("named by the server")
            << QByteArray("200 OK") << "Content-Disposition: attachment; filename=\"shop-2.zip\"\r\n" + lengthOf(7)
            << QString() << u"shop-2.zip"_s << qint64(7);
        QTest::newRow("a name that leads out")
            << QByteArray("200 OK")
            << QByteArray("Content-Disposition: attachment; filename=../../.bashrc\r\nContent-Length: 1\r\n")
            << QString() << u"bashrc"_s << qint64(1);
        QTest::newRow("HEAD not allowed")
            << QByteArray("405 Method Not Allowed") << lengthOf(0) << QString() << u"a.zip"_s << qint64(-1);
        QTest::newRow("gone") << QByteArray("404 Not Found") << lengthOf(0) << u"no such file"_s << QString()
                              << qint64(0);
        QTest::newRow("login") << QByteArray("401 Unauthorized") << lengthOf(0) << u"login"_s << QString() << qint64(0);
        QTest::newRow("too large") << QByteArray("200 OK") << lengthOf(5'000'000'000) << u"too large"_s << QString()
                                   << qint64(0);
    }
    void offersAreHonest()
    {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, headers);
        QFETCH(QString, error);
        QFETCH(QString, name);
        QFETCH(qint64, bytes);
        Server server;
        server.answer = [&](QTcpSocket &socket, bool) { Server::reply(socket, status, headers, {}); };
        const QTemporaryDir folder;
        SourceDownload download(folder.path());
        QSignalSpy asked(&download, &SourceDownload::asked);
        download.ask(server.url(u"a.zip"_s));
        QTRY_COMPARE_WITH_TIMEOUT(asked.size(), 1, Patience);
        const auto offer = asked[0][0].value<Result<DownloadOffer>>();
        QCOMPARE(offer.has_value(), error.isEmpty());
        if (!offer) {
            QVERIFY2(offer.error().message.contains(error), qPrintable(offer.error().message));
            return;
        }
        QCOMPARE(offer->fileName, name);
        QCOMPARE(offer->bytes, bytes);
    }

    void downloadsFail_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<qsizetype>("told");
        QTest::addColumn<qsizetype>("sent");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("breaks off") << QByteArray("200 OK") << qsizetype(1'000'000) << qsizetype(300'000)
                                    << ErrorCode::ReadFailed;
        QTest::newRow("gone in between") << QByteArray("410 Gone") << qsizetype(20) << qsizetype(20)
                                         << ErrorCode::NotFound;
        QTest::newRow("above the limit") << QByteArray("200 OK") << qsizetype(3'000'000) << qsizetype(3'000'000)
                                         << ErrorCode::TooLarge;
    }
    void downloadsFail()
    {
        QFETCH(QByteArray, status);
        QFETCH(qsizetype, told);
        QFETCH(qsizetype, sent);
        QFETCH(ErrorCode, code);
        Server server;
        server.answer = [&](QTcpSocket &socket, bool isHead) {
            if (isHead)
                Server::reply(socket, "405 Method Not Allowed", lengthOf(0), {});
            else
                Server::reply(socket, status, lengthOf(told), QByteArray(sent, 'x'));
        };
        const QTemporaryDir folder;
        SourceDownload download(folder.path(), nullptr, 2'000'000);
        download.setPatience({.tries = 2, .firstWait = std::chrono::milliseconds(1)});
        QSignalSpy asked(&download, &SourceDownload::asked);
        QSignalSpy finished(&download, &SourceDownload::finished);
        download.ask(server.url(u"a.zip"_s));
        QTRY_COMPARE_WITH_TIMEOUT(asked.size(), 1, Patience);
        download.fetch();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, Patience);
        const auto path = finished[0][0].value<Result<QString>>();
        QVERIFY(!path);
        QCOMPARE(path.error().code, code);
        QVERIFY(!path.error().message.isEmpty());
        QDir left(folder.path());
        for (const QString &name : left.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QVERIFY(QDir(left.filePath(name)).entryList(QDir::Files | QDir::Hidden).isEmpty());
    }

    void cancelledLeavesNothing()
    {
        Server server;
        server.answer = [](QTcpSocket &socket, bool isHead) {
            if (isHead)
                return Server::reply(socket, "200 OK", lengthOf(1'000'000), {});
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n" + QByteArray(1000, 'x'));
        };
        const QTemporaryDir folder;
        SourceDownload download(folder.path());
        QSignalSpy asked(&download, &SourceDownload::asked);
        QSignalSpy finished(&download, &SourceDownload::finished);
        download.cancel(); // idle: nothing
        download.ask(server.url(u"a.zip"_s));
        QTRY_COMPARE_WITH_TIMEOUT(asked.size(), 1, Patience);
        download.fetch();
        QTRY_VERIFY_WITH_TIMEOUT(server.requests.size() == 2, Patience);
        download.cancel();
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished[0][0].value<Result<QString>>().error().code, ErrorCode::Cancelled);
        QTest::qWait(20);
        QCOMPARE(finished.size(), 1);
    }

    void nobodyAnswers()
    {
        quint16 port = 0;
        {
            QTcpServer closed;
            QVERIFY(closed.listen(QHostAddress::LocalHost));
            port = closed.serverPort();
        }
        const QTemporaryDir folder;
        SourceDownload download(folder.path());
        QSignalSpy asked(&download, &SourceDownload::asked);
        download.ask(QUrl(u"http://127.0.0.1:%1/a.zip"_s.arg(port)));
        QTRY_COMPARE_WITH_TIMEOUT(asked.size(), 1, Patience);
        const auto offer = asked[0][0].value<Result<DownloadOffer>>();
        QVERIFY(!offer);
        QVERIFY2(offer.error().message.contains(u"cannot be reached"), qPrintable(offer.error().message));
    }
};

QTEST_GUILESS_MAIN(tst_Sources)
#include "tst_sources.moc"
