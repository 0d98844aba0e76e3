// SPDX-License-Identifier: Apache-2.0
#include "toolchain/download.h"

#include "base/deliver.h"
#include "base/sha256.h"

#include <QDir>
#include <QFileInfo>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QRegularExpression>
#include <QStorageInfo>

#include <cerrno>

namespace plugsmith {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int MostRedirects = 10;
constexpr int HttpPartial = 206;
constexpr int HttpRangeBeyondEnd = 416;

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

/// Where the bytes of a partial answer belong, and how many the whole file has; -1: not said.
std::pair<qint64, qint64> rangeOf(const QNetworkReply &reply)
{
    static const QRegularExpression pattern(u"^bytes (\\d+)-\\d+/(\\d+|\\*)$"_s);
    const auto match = pattern.match(QString::fromLatin1(reply.rawHeader("Content-Range")));
    if (!match.hasMatch())
        return {-1, -1};
    return {match.captured(1).toLongLong(), match.captured(2) == "*"_L1 ? -1 : match.captured(2).toLongLong()};
}

/// Whether the same request may go better in a moment.
bool mayPass(QNetworkReply::NetworkError error, int status)
{
    switch (error) {
    case QNetworkReply::TooManyRedirectsError:
    case QNetworkReply::InsecureRedirectError:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::HostNotFoundError:
        return false;
    default:
        return status < 400 || status >= 500 || status == 408 || status == 429;
    }
}

} // namespace

QNetworkRequest downloadRequest(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setMaximumRedirectsAllowed(MostRedirects);
    request.setRawHeader("Accept-Encoding", "identity"); // lengths and ranges count the bytes of the file itself
    request.setRawHeader("User-Agent", "plugsmith");
    return request;
}

Download::Download(QNetworkAccessManager &network, QObject *parent)
    : QObject(parent)
    , m_network(network)
{
    connect(&m_watch, &QTimer::timeout, this, &Download::watch);
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &Download::request);
}

Download::~Download()
{
    dropReply();
}

void Download::start(const DownloadRequest &request)
{
    m_request = request;
    m_isRunning = true;
    m_vainTries = 0;
    m_total = request.bytes;
    m_tag.clear();
    QDir().mkpath(QFileInfo(request.file).path());
    m_file.setFileName(request.file);
    m_wait.start(0ms);
}

void Download::cancel()
{
    if (!m_isRunning)
        return;
    dropReply();
    m_wait.stop();
    m_file.close();
    m_file.remove();
    const auto tell = [this] { end(Error{ErrorCode::Cancelled, tr("The download was cancelled."), {}, {}}); };
    QTimer::singleShot(0, this, tell);
}

void Download::dropReply()
{
    m_watch.stop();
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

void Download::request()
{
    if (!m_file.isOpen() && !m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered)) {
        end(Error{ErrorCode::WriteFailed, tr("The download cannot be stored."), m_file.errorString(),
                  m_file.fileName()});
        return;
    }
    const qint64 have = m_file.size();
    if (have > 0 && have == m_request.bytes)
        return check(); // a download that ended a moment before its program did
    QNetworkRequest request = downloadRequest(m_request.url);
    if (have > 0) {
        request.setRawHeader("Range", "bytes=" + QByteArray::number(have) + '-');
        if (!m_tag.isEmpty())
            request.setRawHeader("If-Range", m_tag);
    }
    m_hasHeaders = false;
    m_bytesAtTry = m_bytesAtWatch = have;
    m_reply = m_network.get(request);
    connect(m_reply, &QNetworkReply::readyRead, this, &Download::onBytes);
    connect(m_reply, &QNetworkReply::finished, this, &Download::onReplyFinished);
    m_watch.start(m_patience.watchEvery);
}

void Download::onHeaders()
{
    m_hasHeaders = true;
    m_tag = m_reply->rawHeader("ETag");
    qint64 begin = 0;
    qint64 total = m_reply->header(QNetworkRequest::ContentLengthHeader).isValid()
                       ? m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong()
                       : -1;
    if (statusOf(*m_reply) == HttpPartial) {
        const auto range = rangeOf(*m_reply);
        begin = range.first;
        total = range.second;
    }
    // A server that knows no ranges sends everything again; one that sends other bytes than asked for is not believed.
    if (begin != m_file.size())
        begin = 0;
    if (statusOf(*m_reply) == HttpPartial && begin == 0 && m_file.size() > 0) {
        m_file.resize(0);
        return retry({ErrorCode::Damaged, tr("The download starts anew."), tr("The server sent another part."), {}});
    }
    m_file.resize(begin);
    m_file.seek(begin);
    if (m_request.bytes < 0)
        m_total = total;
}

void Download::onBytes()
{
    const int status = statusOf(*m_reply);
    if (status >= 300) // what an error or redirect says about itself
        return;
    if (!m_hasHeaders)
        onHeaders();
    if (!m_reply)
        return;
    const QByteArray bytes = m_reply->readAll();
    const qint64 most = m_request.bytes >= 0 ? m_request.bytes : m_request.mostBytes;
    if (m_file.size() + bytes.size() > most) {
        dropReply();
        m_file.close();
        m_file.remove();
        end(Error{ErrorCode::TooLarge, tr("The download was refused."), tr("It is larger than it should be."),
                  m_request.url.toString()});
        return;
    }
    if (m_file.write(bytes) != bytes.size() || !m_file.flush()) {
        // A write that was cut short says nothing about why.
        const bool isFull = m_file.error() == QFileDevice::ResourceError ||
                            QStorageInfo(QFileInfo(m_file).path()).bytesAvailable() < bytes.size();
        const QString title = tr("The download cannot be stored.");
        dropReply();
        end(isFull ? errorFromErrno(ENOSPC, title, QFileInfo(m_file).path())
                   : Error{ErrorCode::WriteFailed, title, m_file.errorString(), m_file.fileName()});
        return;
    }
    emit progressed(m_file.size(), m_total);
}

void Download::onReplyFinished()
{
    if (m_reply->error() == QNetworkReply::NoError)
        onBytes(); // also of an empty file
    if (!m_reply)
        return;
    QNetworkReply *reply = m_reply;
    const int status = statusOf(*reply);
    const auto error = reply->error();
    const Error words = errorOf(*reply, reply->errorString());
    dropReply();
    if (status == HttpRangeBeyondEnd) {
        m_file.resize(0); // of another version, or whole already, which its checksum would have told
        return retry(words);
    }
    if (error != QNetworkReply::NoError && !mayPass(error, status)) {
        end(words);
        return;
    }
    if (error != QNetworkReply::NoError)
        return retry(words);
    m_file.flush();
    if (m_total >= 0 && m_file.size() < m_total)
        return retry({ErrorCode::Damaged, words.message, tr("The connection broke off."), words.detail});
    check();
}

void Download::watch()
{
    const qint64 now = m_file.size();
    if (now - m_bytesAtWatch >= m_patience.leastBytes) {
        m_bytesAtWatch = now;
        return;
    }
    const Error slow = errorOf(*m_reply, tr("The server sends too little."));
    dropReply();
    retry({ErrorCode::TimedOut, slow.message, slow.reason, slow.detail});
}

void Download::retry(const Error &reason)
{
    dropReply();
    const bool isProgress = m_file.size() - m_bytesAtTry >= m_patience.leastBytes;
    m_vainTries = isProgress ? 1 : m_vainTries + 1;
    if (m_vainTries >= m_patience.tries) {
        end(reason);
        return;
    }
    const auto wait = m_patience.firstWait * (1 << (m_vainTries - 1));
    m_wait.start(wait);
    emit retrying(reason, wait);
}

void Download::check()
{
    m_file.close();
    emit checking();
    if (m_request.sha256.isEmpty()) {
        end({});
        return;
    }
    runInPool(
        this, [path = m_request.file] { return sha256OfFile(path); },
        [this](const Result<QString> &sha256) {
            if (!m_isRunning)
                return;
            if (!sha256)
                return end(sha256.error());
            if (*sha256 == QLatin1StringView(m_request.sha256))
                return end({});
            QFile::remove(m_request.file);
            end(Error{ErrorCode::Damaged, tr("The download was rejected and deleted."),
                      tr("Its SHA-256 does not match the published one."),
                      u"%1: expected %2, got %3"_s.arg(m_request.url.toString(), QString::fromLatin1(m_request.sha256),
                                                       *sha256)});
        });
}

Error Download::errorOf(const QNetworkReply &reply, const QString &reason) const
{
    const int status = statusOf(reply);
    const QString host = m_request.url.host();
    const QString detail = u"%1: %2"_s.arg(m_request.url.toString(), reply.errorString());
    if (status == 404 || status == 410) {
        return {ErrorCode::NotFound, tr("%1 does not have it.").arg(host),
                tr("The server says that there is no %1.").arg(m_request.url.fileName()), detail};
    }
    if (reply.error() == QNetworkReply::TooManyRedirectsError) {
        return {ErrorCode::ReadFailed, tr("%1 cannot be read.").arg(host), tr("The server redirects in a circle."),
                detail};
    }
    if (status >= 400) {
        return {ErrorCode::ReadFailed, tr("%1 cannot be read.").arg(host),
                tr("The server answers with status %1.").arg(status), detail};
    }
    return {ErrorCode::ReadFailed, tr("%1 cannot be reached.").arg(host), reason, detail};
}

void Download::end(const Result<void> &result)
{
    if (!m_isRunning)
        return;
    m_isRunning = false;
    m_watch.stop();
    m_file.close();
    emit finished(result);
}

} // namespace plugsmith
