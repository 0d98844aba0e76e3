// SPDX-License-Identifier: Apache-2.0
#include "models/callmodel.h"

#include "models/sessionwords.h"

#include <QLocale>

#include <algorithm>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxValueInLine = 200;
constexpr qsizetype MaxCalls = 500;
constexpr qint64 MaxBytes = 64 << 20; // of all values together; the newest call keeps its own in any case

qint64 bytesOf(const CallModel::Call &call)
{
    return call.outcome.json.size() + call.request.arguments.size() + call.outcome.output.size() +
           call.outcome.errorOutput.size();
}

CallModel::State stateOf(const CallOutcome &outcome)
{
    if (outcome.kind != CallOutcome::Kind::Returned)
        return CallModel::State::Failed;
    return outcome.errorText().isEmpty() ? CallModel::State::Good : CallModel::State::ReturnedError;
}

} // namespace

void CallModel::add(qint64 id, const CallRequest &request, Kind kind)
{
    beginInsertRows({}, 0, 0);
    m_calls.prepend({id, QDateTime::currentDateTime(), kind, request, State::Running, {}, false});
    endInsertRows();
    forgetOld();
}

void CallModel::finish(const CallOutcome &outcome)
{
    const int row = rowOf(outcome.id);
    if (row < 0)
        return;
    m_calls[row].outcome = outcome;
    m_calls[row].outcome.request.arguments.clear(); // they are in the request already
    m_calls[row].state = stateOf(outcome);
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    forgetOld();
}

void CallModel::forgetOld()
{
    if (m_calls.size() > MaxCalls) {
        beginRemoveRows({}, static_cast<int>(MaxCalls), static_cast<int>(m_calls.size()) - 1);
        m_calls.resize(MaxCalls);
        endRemoveRows();
    }
    qint64 bytes = 0;
    for (qsizetype i = 0; i < m_calls.size(); ++i) {
        Call &call = m_calls[i];
        bytes += bytesOf(call);
        if (i == 0 || bytes <= MaxBytes || call.state == State::Running || call.isForgotten)
            continue;
        bytes -= bytesOf(call);
        call.outcome.json.clear();
        call.outcome.output.clear();
        call.outcome.errorOutput.clear();
        call.request.arguments = "[]";
        call.isForgotten = true;
    }
}

const CallModel::Call *CallModel::callAt(int row) const
{
    return row >= 0 && row < m_calls.size() ? &m_calls[row] : nullptr;
}

const CallModel::Call *CallModel::find(qint64 id) const
{
    return callAt(rowOf(id));
}

int CallModel::rowOf(qint64 id) const
{
    const auto found = std::ranges::find(m_calls, id, &Call::id);
    return found == m_calls.end() ? -1 : static_cast<int>(found - m_calls.begin());
}

int CallModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_calls.size());
}

int CallModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString CallModel::textOf(const Call &call)
{
    if (call.kind == Kind::Read)
        return call.request.symbol;
    if (call.kind == Kind::Set)
        return call.request.symbol + u" = "_s + QString::fromUtf8(call.request.arguments.left(MaxValueInLine));
    return shownCall(call.request);
}

QString CallModel::wordOf(State state)
{
    switch (state) {
    case State::Running:
        return tr("running");
    case State::Good:
        return tr("returned");
    case State::ReturnedError:
        return tr("returned an error");
    case State::Failed:
        return tr("failed");
    }
    return {};
}

QVariant CallModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const Call &call = m_calls[index.row()];
    const bool isRunning = call.state == State::Running;
    const QString outcome = isRunning ? tr("Running") : call.isForgotten ? QString() : shownOutcome(call.outcome);
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case TimeColumn:
            return QLocale().toString(call.time.time(), u"HH:mm:ss"_s);
        case CallColumn:
            return textOf(call);
        case OutcomeColumn:
            return outcome;
        case TookColumn:
            return call.outcome.kind == CallOutcome::Kind::Returned && call.kind == Kind::Call && !isRunning
                       ? shownTook(call.outcome.nanoseconds)
                       : QString();
        default:
            return {};
        }
    case Qt::ToolTipRole:
        return index.column() == CallColumn ? textOf(call) : outcome;
    case Qt::AccessibleTextRole:
        return tr("%1, %2: %3").arg(textOf(call), wordOf(call.state), outcome);
    case Qt::TextAlignmentRole:
        return index.column() == TookColumn ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case StateRole:
        return QVariant::fromValue(call.state);
    case IdRole:
        return call.id;
    default:
        return {};
    }
}

QVariant CallModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case CallColumn:
        return tr("Call");
    case OutcomeColumn:
        return tr("Outcome");
    case TookColumn:
        return tr("Took");
    default:
        return {};
    }
}

} // namespace plugsmith
