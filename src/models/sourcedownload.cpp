// SPDX-License-Identifier: Apache-2.0
#include "models/sourcedownload.h"

#include "base/atomicfile.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QLocale>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QRegularExpression>
#include <QThreadPool>
#include <QTimer>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int StallMilliseconds = 30'000;
constexpr int MaxRedirects = 10;
constexpr qint64 BufferBytes = 1 << 20;
constexpr int MaxNameLength = 200;
constexpr int KeepDays = 30;

/// A name that stays in its folder, whatever the server called it.
QString safeName(QString name)
{
    name = name.section(u'/', -1).section(u'\\', -1);
    name.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    while (name.startsWith(u'.'))
        name.remove(0, 1);
    return name.right(MaxNameLength);
}

/// From "attachment; filename=pricing-1.8.0.zip".
QString namedBy(const QNetworkReply &reply)
{
    static const QRegularExpression pattern(u"filename\\s*=\\s*\"?([^\";]+)\"?"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QString header =
        QString::fromUtf8(reply.rawHeader("Content-Disposition")
                              .first(qMin(reply.rawHeader("Content-Disposition").size(), qsizetype(1000))));
    return safeName(pattern.match(header).captured(1).trimmed());
}

/// Old downloads are only a cache.
void removeOld(const QString &folder)
{
    const QDateTime limit = QDateTime::currentDateTimeUtc().addDays(-KeepDays);
    for (const QFileInfo &entry : QDir(folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (entry.lastModified() < limit)
            QDir(entry.absoluteFilePath()).removeRecursively();
    }
}

} // namespace

SourceDownload::SourceDownload(QString folder, QObject *parent, qint64 maxBytes)
    : QObject(parent)
    , m_folder(std::move(folder))
    , m_maxBytes(maxBytes)
{
}

SourceDownload::~SourceDownload()
{
    dropReply();
}

QNetworkRequest SourceDownload::requestFor(const QUrl &url) const
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setMaximumRedirectsAllowed(MaxRedirects);
    request.setTransferTimeout(StallMilliseconds);
    // An archive is compressed already; and the length that is told should be that of the file.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("User-Agent", "plugsmith");
    return request;
}

void SourceDownload::start(QNetworkReply *reply, void (SourceDownload::*onFinished)())
{
    m_reply = reply;
    reply->setReadBufferSize(BufferBytes);
    connect(reply, &QNetworkReply::finished, this, onFinished);
}

void SourceDownload::dropReply()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->deleteLater(); // which ends it; abort() may come while Qt tells of an error of its own
        m_reply = nullptr;
    }
    if (m_file.isOpen()) {
        m_file.close();
        m_file.remove();
    }
}

void SourceDownload::ask(const QUrl &url)
{
    dropReply();
    m_offer = {url, url.host(), safeName(url.fileName()), -1, url.scheme() == "https"_L1};
    m_isAsking = true;
    start(m_manager.head(requestFor(url)), &SourceDownload::onAnswered);
}

void SourceDownload::onAnswered()
{
    m_isAsking = false;
    QNetworkReply &reply = *m_reply;
    reply.deleteLater();
    m_reply = nullptr;
    // Some servers answer only requests for the content.
    const bool isMute = reply.error() == QNetworkReply::ContentOperationNotPermittedError ||
                        reply.error() == QNetworkReply::OperationNotImplementedError ||
                        reply.error() == QNetworkReply::ContentAccessDenied;
    if (reply.error() != QNetworkReply::NoError && !isMute)
        return emit asked(errorOf(reply));
    m_offer.host = reply.url().host();
    m_offer.isEncrypted = reply.url().scheme() == "https"_L1;
    if (!isMute) {
        const QVariant length = reply.header(QNetworkRequest::ContentLengthHeader);
        m_offer.bytes = length.isValid() ? length.toLongLong() : -1;
        if (const QString name = namedBy(reply); !name.isEmpty())
            m_offer.fileName = name;
    }
    if (m_offer.bytes > m_maxBytes)
        return emit asked(tooLarge(m_offer.bytes));
    emit asked(m_offer);
}

void SourceDownload::fetch()
{
    dropReply();
    QThreadPool::globalInstance()->start([folder = m_folder] { removeOld(folder); });
    const QByteArray digest = QCryptographicHash::hash(m_offer.url.toEncoded(), QCryptographicHash::Sha256).toHex();
    const QString folder = m_folder + u'/' + QString::fromLatin1(digest.first(16));
    m_path = folder + u'/' + m_offer.fileName;
    QDir().mkpath(folder);
    m_file.setFileName(temporaryNameFor(m_path));
    m_written = 0;
    m_sinceProgress.start();
    if (!m_file.open(QIODevice::WriteOnly)) {
        const Error error{ErrorCode::WriteFailed, tr("%1 was not downloaded").arg(m_offer.fileName),
                          tr("A file in %1 could not be made.").arg(folder), m_file.errorString()};
        QTimer::singleShot(0, this, [this, error] { emit finished(error); });
        return;
    }
    start(m_manager.get(requestFor(m_offer.url)), &SourceDownload::onFetched);
    connect(m_reply, &QNetworkReply::readyRead, this, &SourceDownload::onReadyRead);
}

void SourceDownload::onReadyRead()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 400)
        return; // the page that explains it
    const QByteArray bytes = m_reply->read(BufferBytes);
    m_written += bytes.size();
    if (m_written > m_maxBytes)
        return conclude(tooLarge(m_written));
    if (m_file.write(bytes) != bytes.size() || !m_file.flush()) {
        return conclude({ErrorCode::NoSpace, tr("%1 was not downloaded").arg(m_offer.fileName),
                         tr("It could not be written to %1.").arg(m_folder), m_file.errorString()});
    }
    if (m_sinceProgress.elapsed() >= 100) {
        m_sinceProgress.start();
        const QVariant length = m_reply->header(QNetworkRequest::ContentLengthHeader);
        emit progressed(m_written, length.isValid() ? length.toLongLong() : -1);
    }
}

void SourceDownload::onFetched()
{
    while (m_reply && m_reply->error() == QNetworkReply::NoError && m_reply->bytesAvailable() > 0)
        onReadyRead();
    if (!m_reply)
        return; // onReadyRead() has told why
    if (m_reply->error() != QNetworkReply::NoError)
        return conclude(errorOf(*m_reply));
    m_reply->deleteLater();
    m_reply = nullptr;
    m_file.close();
    if (const auto moved = renameOver(m_file.fileName(), m_path); !moved) {
        m_file.remove();
        return emit finished(moved.error());
    }
    emit finished(m_path);
}

void SourceDownload::conclude(const Error &error)
{
    dropReply();
    emit finished(error);
}

void SourceDownload::cancel()
{
    if (!m_reply)
        return;
    const Error error{ErrorCode::Cancelled, tr("The download was cancelled"), {}, {}};
    if (!m_isAsking)
        return conclude(error);
    m_isAsking = false;
    dropReply();
    emit asked(error);
}

Error SourceDownload::errorOf(const QNetworkReply &reply) const
{
    const QString host = reply.url().host();
    const QString words = reply.errorString();
    switch (reply.error()) {
    case QNetworkReply::ContentNotFoundError:
    case QNetworkReply::ContentGoneError:
        return {ErrorCode::NotFound, tr("%1 has no such file").arg(host), tr("The address may be old or mistyped."),
                words};
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ContentAccessDenied:
        return {ErrorCode::PermissionDenied, tr("%1 wants a login").arg(host),
                tr("Download the archive with a browser and drop the file."), words};
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::UnknownNetworkError:
        return {ErrorCode::ReadFailed, tr("%1 cannot be reached").arg(host),
                tr("The network or the server may be down."), words};
    case QNetworkReply::InsecureRedirectError:
        return {ErrorCode::Unsafe, tr("%1 was not downloaded").arg(m_offer.fileName),
                tr("The server leads to an address that is not encrypted."), words};
    default:
        break;
    }
    const QLocale locale;
    return {ErrorCode::ReadFailed, tr("The download stopped"),
            m_offer.bytes > 0 ? tr("The connection ended after %1 of %2.")
                                    .arg(locale.formattedDataSize(m_written, 1, QLocale::DataSizeSIFormat),
                                         locale.formattedDataSize(m_offer.bytes, 1, QLocale::DataSizeSIFormat))
                              : tr("The connection ended after %1.")
                                    .arg(locale.formattedDataSize(m_written, 1, QLocale::DataSizeSIFormat)),
            words};
}

Error SourceDownload::tooLarge(qint64 bytes) const
{
    const QLocale locale;
    return {ErrorCode::TooLarge,
            tr("%1 is too large to download").arg(m_offer.fileName),
            tr("It has %1 or more; the limit is %2.")
                .arg(locale.formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat),
                     locale.formattedDataSize(m_maxBytes, 1, QLocale::DataSizeSIFormat)),
            {}};
}

} // namespace plugsmith
