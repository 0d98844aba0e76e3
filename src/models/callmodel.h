// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "session/sessiontypes.h"

#include <QAbstractTableModel>
#include <QDateTime>

namespace plugsmith {

/// The calls of a session, the newest first; of the oldest only the line remains, and then nothing. GUI thread.
class CallModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { StateColumn, TimeColumn, CallColumn, OutcomeColumn, TookColumn, ColumnCount };
    enum class Kind { Call, Read, Set }; ///< the last two are of variables; arguments are then nothing, or the value
    enum class State { Running, Good, ReturnedError, Failed };
    enum Role { StateRole = Qt::UserRole, IdRole };

    struct Call
    {
        qint64 id = 0;
        QDateTime time; ///< local
        Kind kind = Kind::Call;
        CallRequest request;
        State state = State::Running;
        CallOutcome outcome;      ///< once it does not run any more
        bool isForgotten = false; ///< the returned values were large or long ago, and are gone
    };

    using QAbstractTableModel::QAbstractTableModel;

    void add(qint64 id, const CallRequest &request, Kind kind = Kind::Call);
    void finish(const CallOutcome &outcome);
    const Call *callAt(int row) const;
    const Call *find(qint64 id) const;
    int rowOf(qint64 id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void forgetOld();
    static QString wordOf(State state);
    static QString textOf(const Call &call);

    QVector<Call> m_calls; // newest first
};

} // namespace plugsmith

Q_DECLARE_METATYPE(plugsmith::CallModel::State)
