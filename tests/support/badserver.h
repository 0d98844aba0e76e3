// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>
#include <QVector>

/// An HTTP server on loopback that answers as told: right, wrong, cut short, slowly.
namespace plugsmith::test {

using namespace Qt::StringLiterals;

class BadServer : public QTcpServer
{
public:
    struct Answer
    {
        QByteArray body;
        int status = 200;
        QByteArray headers = {}; ///< further ones, each with CRLF
        qsizetype cutAfter = -1; ///< bytes of the body after which the connection is closed, once
        qsizetype dripBytes = 0; ///< so many bytes every 10 ms instead of all at once
        bool knowsRanges = true;
        bool lies = false; ///< answers a range with another part of the file
    };
    struct Request
    {
        QByteArray path;
        QByteArray range; ///< of the header; empty: none
    };

    BadServer()
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port");
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onBytes(socket); });
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
    }

    QUrl url(const QString &path = {}) const { return QUrl(u"http://127.0.0.1:%1/%2"_s.arg(serverPort()).arg(path)); }
    /// What each path answers, without its query; others are 404.
    QHash<QByteArray, Answer> answers;
    QVector<Request> requests;

private:
    void onBytes(QTcpSocket *socket)
    {
        const QByteArray head = socket->property("head").toByteArray() + socket->readAll();
        socket->setProperty("head", head);
        if (!head.contains("\r\n\r\n"))
            return;
        socket->setProperty("head", QByteArray());
        const QByteArray path = head.split(' ').value(1).split('?').value(0);
        QByteArray range;
        for (const QByteArray &line : head.split('\n')) {
            if (line.toLower().startsWith("range:"))
                range = line.mid(6).trimmed();
        }
        requests += {path, range};
        reply(socket, path, range);
    }

    void reply(QTcpSocket *socket, const QByteArray &path, const QByteArray &range)
    {
        if (!answers.contains(path)) {
            socket->write("HTTP/1.1 404 Not Found\r\nContent-Length: 3\r\nConnection: close\r\n\r\nno\n");
            socket->disconnectFromHost();
            return;
        }
        Answer &answer = answers[path];
        QByteArray body = answer.body;
        int status = answer.status;
        QByteArray headers = answer.headers;
        if (!range.isEmpty() && answer.knowsRanges && status == 200) {
            const qsizetype from = range.mid(6).chopped(1).toLongLong();
            if (from >= body.size()) {
                status = 416;
                body.clear();
            } else {
                status = 206;
                const qsizetype begin = answer.lies ? from + 1 : from;
                headers += "Content-Range: bytes " + QByteArray::number(begin) + '-' +
                           QByteArray::number(body.size() - 1) + '/' + QByteArray::number(body.size()) + "\r\n";
                body = body.mid(begin);
            }
        }
        socket->write("HTTP/1.1 " + QByteArray::number(status) + " X\r\n" + headers +
                      "Content-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n");
        if (answer.cutAfter >= 0) {
            socket->write(body.first(qMin(body.size(), answer.cutAfter)));
            answer.cutAfter = -1;
            socket->flush();
            socket->disconnectFromHost();
        } else if (answer.dripBytes > 0) {
            drip(socket, body, answer.dripBytes);
        } else {
            socket->write(body);
            socket->disconnectFromHost();
        }
    }

    static void drip(const QPointer<QTcpSocket> &socket, const QByteArray &rest, qsizetype bytes)
    {
        if (!socket || rest.isEmpty() || socket->state() != QAbstractSocket::ConnectedState)
            return;
        socket->write(rest.first(qMin(bytes, rest.size())));
        QTimer::singleShot(10, socket, [=] { drip(socket, rest.mid(bytes), bytes); });
    }
};

} // namespace plugsmith::test
