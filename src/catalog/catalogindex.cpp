// SPDX-License-Identifier: Apache-2.0
#include "catalog/catalogindex.h"

#include <QDataStream>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

// To be raised when entries hold something else than before, or the reader learns more: everything is read again.
constexpr int Version = 1;

QByteArray bytesOf(const PluginEntry &entry)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << entry;
    return bytes;
}

bool readFrom(const QByteArray &bytes, PluginEntry *entry)
{
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    stream >> *entry;
    return stream.status() == QDataStream::Ok && stream.atEnd();
}

/// Everything that begins with "FOLDER/". '0' is the character after '/'.
std::pair<QString, QString> rangeOf(const QString &folder)
{
    const QString base = folder.endsWith(u'/') ? folder.chopped(1) : folder;
    return {base + u'/', base + u'0'};
}

} // namespace

CatalogIndex::CatalogIndex(QString file)
    : m_file(std::move(file))
    , m_connection(u"catalog-"_s + QUuid::createUuid().toString(QUuid::Id128))
{
}

CatalogIndex::~CatalogIndex()
{
    m_thread.run([this] { close(); });
    m_thread.wait();
}

void CatalogIndex::close()
{
    if (m_isOpen)
        QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

void CatalogIndex::open()
{
    if (m_isOpen)
        return;
    m_isOpen = true;
    if (openDatabase())
        return;
    close();
    for (const auto suffix : {QLatin1StringView(), "-wal"_L1, "-shm"_L1})
        QFile::remove(m_file + suffix);
    openDatabase();
}

/// False when the file should be begun anew.
bool CatalogIndex::openDatabase()
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    database.setDatabaseName(m_file);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=10000"_s);
    m_isUsable = database.open();
    if (!m_isUsable)
        return true; // nothing to be done about it
    QSqlQuery query(database);
    // It can be made again, so nothing waits for the disk.
    query.exec(u"PRAGMA journal_mode=WAL"_s);
    query.exec(u"PRAGMA synchronous=OFF"_s);
    query.finish();
    if (!query.exec(u"PRAGMA user_version"_s) || !query.next())
        return false;
    const int version = query.value(0).toInt();
    query.finish();
    if (version == Version)
        return query.exec(u"SELECT path FROM files LIMIT 1"_s);
    if (version != 0)
        return false;
    return query.exec(u"CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, size INTEGER, modified INTEGER, inode "
                      "INTEGER, info_size INTEGER, info_modified INTEGER, info_inode INTEGER, facts BLOB) WITHOUT "
                      "ROWID"_s) &&
           query.exec(u"PRAGMA user_version=%1"_s.arg(Version));
}

QFuture<QList<PluginEntry>> CatalogIndex::load(const QString &folder)
{
    return queue([this, folder] {
        QList<PluginEntry> entries;
        if (!m_isUsable)
            return entries;
        QSqlQuery query(QSqlDatabase::database(m_connection, false));
        query.setForwardOnly(true);
        const auto [from, to] = rangeOf(folder);
        if (!query.prepare(u"SELECT * FROM files WHERE path>=? AND path<? ORDER BY path"_s))
            return entries;
        query.addBindValue(from);
        query.addBindValue(to);
        query.exec();
        while (query.next()) {
            PluginEntry entry;
            entry.path = query.value(0).toString();
            entry.stamp = {query.value(1).toLongLong(), query.value(2).toLongLong(),
                           static_cast<quint64>(query.value(3).toLongLong())};
            entry.infoStamp = {query.value(4).toLongLong(), query.value(5).toLongLong(),
                               static_cast<quint64>(query.value(6).toLongLong())};
            if (readFrom(query.value(7).toByteArray(), &entry))
                entries << entry;
        }
        return entries;
    });
}

void CatalogIndex::store(const QList<PluginEntry> &entries)
{
    queue([this, entries] {
        if (!m_isUsable)
            return;
        QSqlDatabase database = QSqlDatabase::database(m_connection, false);
        QSqlQuery query(database);
        query.exec(u"BEGIN IMMEDIATE"_s);
        query.prepare(u"INSERT OR REPLACE INTO files VALUES (?,?,?,?,?,?,?,?)"_s);
        for (const PluginEntry &entry : entries) {
            int column = 0;
            const auto bind = [&](const QVariant &value) { query.bindValue(column++, value); };
            bind(entry.path);
            for (const FileStamp &stamp : {entry.stamp, entry.infoStamp}) {
                bind(stamp.size);
                bind(stamp.modified);
                bind(static_cast<qint64>(stamp.inode));
            }
            bind(bytesOf(entry));
            query.exec();
        }
        query.exec(u"COMMIT"_s);
    });
}

void CatalogIndex::remove(const QStringList &paths)
{
    queue([this, paths] {
        if (!m_isUsable)
            return;
        QSqlQuery query(QSqlDatabase::database(m_connection, false));
        query.exec(u"BEGIN IMMEDIATE"_s);
        query.prepare(u"DELETE FROM files WHERE path=?"_s);
        for (const QString &path : paths) {
            query.bindValue(0, path);
            query.exec();
        }
        query.exec(u"COMMIT"_s);
    });
}

} // namespace plugsmith
