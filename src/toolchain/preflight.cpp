// SPDX-License-Identifier: Apache-2.0
#include "toolchain/preflight.h"

#include "base/deliver.h"
#include "base/folders.h"
#include "toolchain/answercache.h"
#include "toolchain/goenvironment.h"
#include "toolchain/preflightrun.h"

#include <QCryptographicHash>
#include <QJsonArray>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

QString digest(const QStringList &parts)
{
    const QByteArray text = parts.join(u'\n').toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().first(32));
}

QJsonObject toJson(const Linker &linker)
{
    return {{u"linker"_s, linker.word()}, {u"program"_s, linker.program}, {u"version"_s, linker.versionText}};
}

std::optional<Linker> linkerFromJson(const QJsonObject &object)
{
    const auto choice = LinkerChoice::parse(object[u"linker"_s].toString());
    if (!choice || choice->isAuto)
        return std::nullopt;
    return Linker{choice->kind, object[u"program"_s].toString(), object[u"version"_s].toString()};
}

QJsonObject toJson(const PreflightReport &report)
{
    QJsonArray rejected;
    for (const RejectedLinker &entry : report.rejected) {
        QJsonObject object = toJson(entry.linker);
        object[u"reason"_s] = entry.reason;
        rejected.append(object);
    }
    return {{u"chosen"_s, toJson(report.linker)}, {u"rejected"_s, rejected}, {u"seconds"_s, report.seconds}};
}

/// Only reports of compilers that work are remembered.
std::optional<PreflightReport> reportFromJson(const QJsonObject &object)
{
    const auto chosen = linkerFromJson(object[u"chosen"_s].toObject());
    if (!chosen)
        return std::nullopt;
    PreflightReport report;
    report.compilerWorks = true;
    report.linker = *chosen;
    report.seconds = object[u"seconds"_s].toDouble();
    report.fromCache = true;
    for (const auto &entry : object[u"rejected"_s].toArray()) {
        const auto linker = linkerFromJson(entry.toObject());
        if (!linker)
            return std::nullopt;
        report.rejected.append({*linker, entry[u"reason"_s].toString()});
    }
    return report;
}

} // namespace

Preflight::Preflight(const QProcessEnvironment &environment, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
    , m_cacheFile(folders::cache() + u"/preflight.json")
{
}

Preflight::~Preflight() = default;

int Preflight::check(const PreflightRequest &request)
{
    const int id = ++m_lastId;
    m_waiting.insert(id, QString());
    const auto look = [request, user = m_environment, file = m_cacheFile] { return lookUp(request, user, file); };
    runInPool(this, look, [this, id, request](const LookedUp &found) { onLookedUp(id, request, found); });
    return id;
}

Preflight::LookedUp Preflight::lookUp(const PreflightRequest &request, const QProcessEnvironment &user,
                                      const QString &cacheFile)
{
    LookedUp found;
    found.environment = goEnvironmentOf(user).variables;
    found.key.subject = digest(
        {request.toolchain.root, request.compiler.command(), request.wanted.toString(), request.platform.toString()});
    QStringList identities{QString::number(Version), request.toolchain.identity(), request.compiler.identity()};
    for (const Linker &linker : request.linkers)
        identities += linker.identity();
    found.key.stamp = digest(identities);
    if (const auto answer = AnswerCache::read(cacheFile).find(found.key.subject, found.key.stamp))
        found.report = reportFromJson(*answer);
    return found;
}

void Preflight::onLookedUp(int id, const PreflightRequest &request, const LookedUp &found)
{
    if (!m_waiting.contains(id))
        return; // cancelled
    if (found.report) {
        conclude(id, *found.report);
        return;
    }
    const QString key = found.key.subject + found.key.stamp;
    m_waiting[id] = key;
    if (m_runs.contains(key))
        return;
    auto *run = new PreflightRun(request, found.environment, this);
    m_runs.insert(key, run);
    const auto onDone = [this, run, key, place = found.key](const Result<PreflightReport> &result, bool isLasting) {
        m_runs.remove(key);
        run->deleteLater();
        if (result && isLasting) {
            const RememberedAnswer answer{place.subject, place.stamp, toJson(*result)};
            QThreadPool::globalInstance()->start(
                [file = m_cacheFile, answer] { (void)AnswerCache::add(file, {answer}); });
        }
        for (const int waiting : m_waiting.keys(key))
            conclude(waiting, result);
    };
    connect(run, &PreflightRun::done, this, onDone);
    run->start();
}

void Preflight::cancel(int request)
{
    const QString key = m_waiting.value(request);
    if (m_waiting.remove(request) == 0)
        return;
    if (m_waiting.keys(key).isEmpty()) {
        if (PreflightRun *run = m_runs.take(key)) {
            run->disconnect(this);
            run->deleteLater();
        }
    }
    const Error cancelled{ErrorCode::Cancelled, tr("The check of the C compiler was cancelled."), {}, {}};
    const auto tell = [this, request, cancelled] { emit finished(request, cancelled); };
    QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
}

void Preflight::conclude(int id, const Result<PreflightReport> &result)
{
    if (m_waiting.remove(id) > 0) // a receiver may have cancelled it a moment ago
        emit finished(id, result);
}

} // namespace plugsmith
