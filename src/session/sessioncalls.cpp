// SPDX-License-Identifier: Apache-2.0
// The part of Session that calls and reads.
#include "session/callreply.h"
#include "session/session.h"

namespace plugsmith {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto Grace = 200ms; // for plugins that return when their context ends

} // namespace

/// The request to the host for what is named; an error when there is nothing that it could mean.
Result<QJsonObject> Session::target(const CallRequest &request, const QString &action) const
{
    const QString subject = request.symbol;
    if (m_state == State::Ended || m_state == State::Starting)
        return Error{ErrorCode::NotFound, tr("%1 was not called").arg(subject), tr("The session does not run."), {}};
    const Generation *generation =
        request.generation != 0 ? this->generation(request.generation) : answering(request.plugin);
    const bool isInMemory = generation && generation->isInMemory();
    if (request.handle == 0 && !isInMemory) {
        return Error{ErrorCode::NotFound,
                     tr("%1 was not called").arg(subject),
                     request.plugin.isEmpty() ? tr("No plugin is loaded that could be meant.")
                                              : tr("%1 is not loaded.").arg(request.plugin),
                     {}};
    }
    QJsonObject header{{u"do"_s, action}, {u"symbol"_s, request.symbol}};
    if (request.handle != 0)
        header.insert("handle"_L1, request.handle);
    else
        header.insert("plugin"_L1, QString::number(generation->number));
    return header;
}

qint64 Session::call(const CallRequest &request)
{
    const qint64 id = ++m_lastCall;
    CallOutcome outcome;
    outcome.id = id;
    outcome.request = request;
    auto header = target(request, u"call"_s);
    if (!header) {
        outcome.kind = CallOutcome::Kind::Refused;
        outcome.problem = header.error();
        finishSoon(std::move(outcome));
        return id;
    }
    if (request.limit > 0ms)
        header->insert("timeMs"_L1, qint64(request.limit.count()));
    RunningCall &call = m_calls[id];
    call.outcome = std::move(outcome);
    if (request.limit > 0ms) {
        call.overdue = std::make_unique<QTimer>();
        call.overdue->setSingleShot(true);
        connect(call.overdue.get(), &QTimer::timeout, this, [this, id] { onOverdue(id); });
        call.overdue->start(request.limit + Grace);
    }
    call.hostId = m_host->ask(*header, request.arguments, [this, id](const HostFrame &reply) {
        heardFromHost();
        finishCall(id, [&reply](CallOutcome *filled) { readCallReply(reply, filled); });
    });
    return id;
}

void Session::finishSoon(CallOutcome outcome)
{
    QMetaObject::invokeMethod(
        this, [this, outcome = std::move(outcome)] { emit callFinished(outcome); }, Qt::QueuedConnection);
}

void Session::finishCall(qint64 id, const std::function<void(CallOutcome *)> &fill)
{
    auto call = m_calls.extract(id);
    if (call.empty())
        return;
    CallOutcome outcome = std::move(call.mapped().outcome);
    if (auto &timer = call.mapped().overdue)
        timer.release()->deleteLater(); // this may be its own signal
    fill(&outcome);
    emit callFinished(outcome);
}

void Session::onOverdue(qint64 id)
{
    const auto call = m_calls.find(id);
    if (call == m_calls.end())
        return;
    askWhere(call->second.hostId, [this, id](const Whereabouts &where) {
        if (m_calls.contains(id))
            emit callOverdue(id, where);
    });
}

void Session::cancelCall(qint64 id)
{
    const auto call = m_calls.find(id);
    if (call != m_calls.end() && m_host)
        m_host->ask({{u"do"_s, u"cancel"_s}, {u"call"_s, call->second.hostId}}, {},
                    [this](const HostFrame &) { heardFromHost(); });
}

qint64 Session::readValue(const CallRequest &what, int limit)
{
    return exchangeValue(what, u"get"_s, {{u"limit"_s, limit}}, {});
}

qint64 Session::writeValue(const CallRequest &what, const QByteArray &json)
{
    return exchangeValue(what, u"set"_s, {}, json);
}

qint64 Session::exchangeValue(const CallRequest &what, const QString &action, QJsonObject more, const QByteArray &json)
{
    const qint64 id = ++m_lastCall;
    m_reads += id;
    const auto header = target(what, action);
    if (!header) {
        QMetaObject::invokeMethod(
            this, [this, id, error = header.error()] { failValue(id, error); }, Qt::QueuedConnection);
        return id;
    }
    for (auto member = header->begin(); member != header->end(); ++member)
        more.insert(member.key(), member.value());
    m_host->ask(more, json, [this, id, json, symbol = what.symbol](const HostFrame &reply) {
        heardFromHost();
        if (!reply.header.value("ok"_L1).toBool())
            return failValue(id, replyProblem(reply, symbol));
        m_reads.remove(id);
        emit valueArrived(id, reply.header.value("type"_L1).toString(), json.isEmpty() ? reply.content : json);
    });
    return id;
}

void Session::failValue(qint64 id, const Error &problem)
{
    if (m_reads.remove(id))
        emit valueFailed(id, problem);
}

/// The process ended: nothing will be answered any more.
void Session::loseCalls(const Error &problem)
{
    while (!m_calls.empty()) {
        finishCall(m_calls.begin()->first, [&problem](CallOutcome *outcome) {
            outcome->kind = CallOutcome::Kind::Lost;
            outcome->problem = problem;
        });
    }
    for (const qint64 id : std::exchange(m_reads, {}))
        emit valueFailed(id, problem);
}

} // namespace plugsmith
