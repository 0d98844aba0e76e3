// SPDX-License-Identifier: Apache-2.0
#include "build/jobhistory.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <csignal>
#include <unistd.h>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int SchemaVersion = 1;
constexpr const char *Schema[] = {
    "CREATE TABLE jobs (id TEXT PRIMARY KEY, run TEXT, module TEXT, target TEXT, spec TEXT, state TEXT, created "
    "INTEGER,"
    " seconds REAL, owner TEXT, path TEXT, info TEXT, scn INTEGER, bytes INTEGER, sha256 TEXT, up_to_date INTEGER,"
    " packages INTEGER, error TEXT, log TEXT)",
    "CREATE INDEX jobs_created ON jobs (created)",
    "CREATE INDEX jobs_target ON jobs (module, target)",
    "CREATE TABLE scns (name TEXT PRIMARY KEY, scn INTEGER)",
    "CREATE TABLE outputs (fingerprint TEXT, path TEXT, info TEXT, sha256 TEXT, bytes INTEGER, modified INTEGER, scn "
    "INTEGER,"
    " PRIMARY KEY (fingerprint, path))",
    "CREATE TABLE archives (sha256 TEXT PRIMARY KEY, tree BLOB)",
};

/// This process, so that another instance can tell whether it still lives: the start time guards against reuse of ids.
QString startTimeOf(qint64 pid)
{
    QFile stat(u"/proc/%1/stat"_s.arg(pid));
    if (!stat.open(QIODevice::ReadOnly))
        return {};
    const QByteArray line = stat.readAll();
    const QList<QByteArray> fields = line.sliced(line.lastIndexOf(')') + 1).simplified().split(' ');
    return fields.size() > 19 ? QString::fromLatin1(fields[19]) : QString();
}

QString ownName()
{
    static const QString name = QString::number(::getpid()) + u':' + startTimeOf(::getpid());
    return name;
}

bool isAlive(const QString &owner)
{
    const qint64 pid = owner.section(u':', 0, 0).toLongLong();
    return pid > 0 && (::kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM) &&
           startTimeOf(pid) == owner.section(u':', 1);
}

qint64 modifiedAt(const QFileInfo &file)
{
    return file.lastModified().toMSecsSinceEpoch();
}

QString toText(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject toObject(const QVariant &text)
{
    return QJsonDocument::fromJson(text.toString().toUtf8()).object();
}

JobRecord recordOf(const QSqlQuery &row)
{
    JobRecord record;
    record.id = row.value(u"id"_s).toString();
    record.run = row.value(u"run"_s).toString();
    record.modulePath = row.value(u"module"_s).toString();
    if (auto spec = JobSpec::fromJson(toObject(row.value(u"spec"_s))))
        record.spec = *spec;
    record.state = jobStateFromWord(row.value(u"state"_s).toString());
    record.created = QDateTime::fromMSecsSinceEpoch(row.value(u"created"_s).toLongLong());
    record.seconds = row.value(u"seconds"_s).toDouble();
    record.result = {row.value(u"path"_s).toString(),
                     row.value(u"info"_s).toString(),
                     Scn(row.value(u"scn"_s).toLongLong()),
                     row.value(u"bytes"_s).toLongLong(),
                     row.value(u"sha256"_s).toString(),
                     row.value(u"up_to_date"_s).toBool(),
                     0,
                     row.value(u"packages"_s).toInt()};
    const QJsonObject error = toObject(row.value(u"error"_s));
    record.error = {static_cast<ErrorCode>(error.value("code"_L1).toInt()), error.value("message"_L1).toString(),
                    error.value("reason"_L1).toString(), error.value("detail"_L1).toString()};
    record.log = row.value(u"log"_s).toString();
    return record;
}

/// Whether SQLite found the bytes of the file wrong: SQLITE_CORRUPT or SQLITE_NOTADB, or one of their finer kinds.
bool isDamage(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt() & 0xFF;
    return code == 11 || code == 26;
}

/// Runs a statement with positional values. False, and a warning for developers, if the database refuses.
bool execute(QSqlQuery &query, const QString &statement, const QVariantList &values = {})
{
    query.setForwardOnly(true);
    if (!query.prepare(statement)) {
        qWarning("history: %s", qPrintable(query.lastError().text()));
        return false;
    }
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (query.exec())
        return true;
    qWarning("history: %s", qPrintable(query.lastError().text()));
    return false;
}

} // namespace

QJsonObject JobSpec::toJson() const
{
    return {{u"sources"_s, QJsonArray::fromStringList(sources)},
            {u"package"_s, packageFolder},
            {u"file"_s, singleFile},
            {u"name"_s, name},
            {u"destination"_s, destination},
            {u"go"_s, target.version.toString()},
            {u"platform"_s, target.platform.toString()},
            {u"options"_s, options.toJson()},
            {u"force"_s, force}};
}

Result<JobSpec> JobSpec::fromJson(const QJsonObject &object)
{
    JobSpec spec;
    for (const auto source : object.value("sources"_L1).toArray())
        spec.sources += source.toString();
    spec.packageFolder = object.value("package"_L1).toString();
    spec.singleFile = object.value("file"_L1).toString();
    spec.name = object.value("name"_L1).toString();
    spec.destination = object.value("destination"_L1).toString();
    const auto version = GoVersion::parse(object.value("go"_L1).toString());
    const auto platform = Platform::parse(object.value("platform"_L1).toString());
    if (spec.sources.isEmpty() || !version || !platform)
        return Error{ErrorCode::Damaged, u"A stored job cannot be read"_s, {}, {}};
    spec.target = {*version, *platform};
    auto options = BuildOptions::fromJson(object.value("options"_L1).toObject());
    if (!options)
        return options.error();
    spec.options = *options;
    spec.force = object.value("force"_L1).toBool();
    return spec;
}

JobHistory::JobHistory(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(file)
    , m_connection(u"history-"_s + QUuid::createUuid().toString(QUuid::Id128))
{
}

JobHistory::~JobHistory()
{
    m_thread.run([this] {
        if (m_isOpen)
            QSqlDatabase::database(m_connection, false).close();
        QSqlDatabase::removeDatabase(m_connection);
    });
    m_thread.wait();
}

void JobHistory::open()
{
    if (m_isOpen)
        return;
    m_isOpen = true;
    if (openDatabase() != Opened::Unusable)
        return;
    // Put aside, not deleted: it may hold what somebody wants to look at.
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
    QFile::rename(m_file, m_file + u".damaged-" + Scn::now().toString());
    QFile::remove(m_file + u"-wal");
    QFile::remove(m_file + u"-shm");
    openDatabase();
}

JobHistory::Opened JobHistory::openDatabase()
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    database.setDatabaseName(m_file);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=10000"_s);
    if (!database.open())
        return Opened::No;
    QSqlQuery query(database);
    // A failure of the disk, or another instance that has the database for itself just now, says nothing about the
    // file: the history of a running program must never be put aside.
    const auto failure = [&query] { return isDamage(query.lastError()) ? Opened::Unusable : Opened::No; };
    // A log beside the database: readers and writers of several instances do not wait for each other. Not synced at
    // every step: after a power cut the newest rows may be missing, the database is whole. SQLite refuses the change at
    // once while another instance makes it; then it is made.
    for (const auto &setting : {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=NORMAL"_s}) {
        if (!query.exec(setting) && isDamage(query.lastError()))
            return Opened::Unusable;
    }
    query.finish();
    if (!query.exec(u"PRAGMA user_version"_s) || !query.next())
        return failure();
    const int version = query.value(0).toInt();
    query.finish();
    if (version != 0 && version != SchemaVersion)
        return Opened::Unusable; // of another release
    if (version == SchemaVersion) {
        // A few milliseconds for the rows that are kept; damage would else show when a row is needed.
        if (!query.exec(u"PRAGMA quick_check(1)"_s) || !query.next())
            return failure();
        return query.value(0).toString() == "ok"_L1 ? Opened::Yes : Opened::Unusable;
    }
    if (!query.exec(u"BEGIN IMMEDIATE"_s))
        return failure();
    if (query.exec(u"PRAGMA user_version"_s) && query.next() && query.value(0).toInt() == SchemaVersion) {
        query.finish(); // another instance was faster
        return query.exec(u"COMMIT"_s) ? Opened::Yes : failure();
    }
    query.finish();
    for (const char *statement : Schema) {
        if (!query.exec(QString::fromLatin1(statement)))
            return failure();
    }
    return query.exec(u"PRAGMA user_version=%1"_s.arg(SchemaVersion)) && query.exec(u"COMMIT"_s) ? Opened::Yes
                                                                                                 : failure();
}

void JobHistory::write(const JobRecord &record)
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    const QJsonObject error{{u"code"_s, static_cast<int>(record.error.code)},
                            {u"message"_s, record.error.message},
                            {u"reason"_s, record.error.reason},
                            {u"detail"_s, record.error.detail}};
    execute(query, u"INSERT OR REPLACE INTO jobs VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"_s,
            {record.id, record.run, record.modulePath, record.spec.target.toString(), toText(record.spec.toJson()),
             wordOf(record.state), record.created.toMSecsSinceEpoch(), record.seconds, ownName(), record.result.path,
             record.result.infoPath, record.result.scn.value(), record.result.bytes, record.result.sha256,
             record.result.upToDate, record.result.packages, record.error.message.isEmpty() ? QString() : toText(error),
             record.log});
}

void JobHistory::add(const JobRecord &record)
{
    queue([this, record] { write(record); });
}

void JobHistory::update(const JobRecord &record)
{
    queue([this, record] { write(record); });
}

void JobHistory::remove(const QString &id)
{
    queue([this, id] {
        QSqlQuery query(QSqlDatabase::database(m_connection));
        execute(query, u"DELETE FROM jobs WHERE id=?"_s, {id});
    });
}

QFuture<Scn> JobHistory::reserveScn(const QString &name, Scn time, Scn atLeast)
{
    return queue([this, name, time, atLeast] {
        QSqlQuery query(QSqlDatabase::database(m_connection));
        Scn reserved = qMax(time, atLeast.value() > 0 ? atLeast.next() : time);
        if (const auto last = m_lastScns.constFind(name); last != m_lastScns.constEnd() && *last >= reserved)
            reserved = last->next(); // should the database be out of order
        execute(query, u"BEGIN IMMEDIATE"_s);
        if (execute(query, u"SELECT scn FROM scns WHERE name=?"_s, {name}) && query.next()) {
            const Scn last(query.value(0).toLongLong());
            if (last >= reserved)
                reserved = last.next();
        }
        query.finish();
        execute(query, u"INSERT OR REPLACE INTO scns VALUES (?,?)"_s, {name, reserved.value()});
        execute(query, u"COMMIT"_s);
        m_lastScns.insert(name, reserved);
        return reserved;
    });
}

void JobHistory::rememberOutput(const QString &fingerprint, const StoredOutput &output)
{
    queue([this, fingerprint, output] {
        QSqlQuery query(QSqlDatabase::database(m_connection));
        execute(query, u"DELETE FROM outputs WHERE path=?"_s, {output.path}); // it was replaced
        execute(query, u"INSERT OR REPLACE INTO outputs VALUES (?,?,?,?,?,?,?)"_s,
                {fingerprint, output.path, output.infoPath, output.sha256, output.bytes,
                 modifiedAt(QFileInfo(output.path)), output.built.value()});
    });
}

QFuture<std::optional<StoredOutput>> JobHistory::findOutput(const QString &fingerprint, const QString &path)
{
    return queue([this, fingerprint, path]() -> std::optional<StoredOutput> {
        QSqlQuery query(QSqlDatabase::database(m_connection));
        if (!execute(
                query,
                u"SELECT path, info, sha256, bytes, modified, scn FROM outputs WHERE fingerprint=? ORDER BY path=? DESC"_s,
                {fingerprint, path}))
            return std::nullopt;
        while (query.next()) {
            const QFileInfo file(query.value(0).toString());
            if (file.isFile() && file.size() == query.value(3).toLongLong() &&
                modifiedAt(file) == query.value(4).toLongLong())
                return StoredOutput{file.filePath(), query.value(1).toString(), query.value(2).toString(), file.size(),
                                    Scn(query.value(5).toLongLong())};
        }
        return std::nullopt;
    });
}

QFuture<QStringList> JobHistory::knownOutputs(const QStringList &paths)
{
    return queue([this, paths] {
        QStringList known;
        QSqlQuery query(QSqlDatabase::database(m_connection));
        for (const QString &path : paths) {
            if (execute(query, u"SELECT 1 FROM outputs WHERE path=? LIMIT 1"_s, {path}) && query.next())
                known += path;
        }
        return known;
    });
}

void JobHistory::rememberArchive(const QString &sha256, const QByteArray &treeDigest)
{
    queue([this, sha256, treeDigest] {
        QSqlQuery query(QSqlDatabase::database(m_connection));
        execute(query, u"INSERT OR REPLACE INTO archives VALUES (?,?)"_s, {sha256, treeDigest});
    });
}

QFuture<QByteArray> JobHistory::findArchive(const QString &sha256)
{
    return queue([this, sha256] {
        QSqlQuery query(QSqlDatabase::database(m_connection));
        const bool found = execute(query, u"SELECT tree FROM archives WHERE sha256=?"_s, {sha256}) && query.next();
        return found ? query.value(0).toByteArray() : QByteArray();
    });
}

QFuture<QVector<JobRecord>> JobHistory::recent(int count)
{
    return queue([this, count] {
        QVector<JobRecord> records;
        QSqlQuery query(QSqlDatabase::database(m_connection));
        if (execute(query, u"SELECT * FROM jobs ORDER BY created DESC, id DESC LIMIT ?"_s, {count})) {
            while (query.next())
                records += recordOf(query);
        }
        return records;
    });
}

QFuture<QVector<JobRecord>> JobHistory::takeInterrupted()
{
    return queue([this] {
        QVector<JobRecord> interrupted;
        QSqlQuery query(QSqlDatabase::database(m_connection));
        execute(query, u"BEGIN IMMEDIATE"_s);
        if (execute(query,
                    u"SELECT * FROM jobs WHERE state NOT IN ('done','failed','cancelled') ORDER BY created, id"_s)) {
            while (query.next()) {
                if (!isAlive(query.value(u"owner"_s).toString()))
                    interrupted += recordOf(query);
            }
        }
        query.finish();
        for (const JobRecord &record : interrupted)
            execute(query, u"UPDATE jobs SET state='cancelled' WHERE id=?"_s, {record.id});
        execute(query, u"COMMIT"_s);
        return interrupted;
    });
}

QFuture<QVector<double>> JobHistory::durations(const QString &modulePath, const Target &target, int count)
{
    return queue([this, modulePath, target, count] {
        QVector<double> seconds;
        QSqlQuery query(QSqlDatabase::database(m_connection));
        if (execute(query,
                    u"SELECT seconds FROM jobs WHERE module=? AND target=? AND state='done' AND up_to_date=0"
                    " ORDER BY created DESC LIMIT ?"_s,
                    {modulePath, target.toString(), count})) {
            while (query.next())
                seconds += query.value(0).toDouble();
        }
        return seconds;
    });
}

void JobHistory::prune(int keep)
{
    queue([this, keep] {
        QSqlQuery query(QSqlDatabase::database(m_connection));
        QStringList logs;
        QVariantList ids;
        if (execute(
                query,
                u"SELECT id, log FROM jobs WHERE state IN ('done','failed','cancelled') ORDER BY created DESC LIMIT -1 OFFSET ?"_s,
                {keep})) {
            while (query.next()) {
                ids += query.value(0);
                logs += query.value(1).toString();
            }
        }
        query.finish();
        execute(query, u"BEGIN"_s);
        for (const QVariant &id : ids)
            execute(query, u"DELETE FROM jobs WHERE id=?"_s, {id});
        execute(query, u"COMMIT"_s);
        for (const QString &log : logs)
            QFile::remove(log);
    });
}

} // namespace plugsmith
