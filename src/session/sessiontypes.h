// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "session/pluginfile.h"

#include <QByteArray>
#include <QMetaType>
#include <QStringList>
#include <QVector>

#include <chrono>

namespace plugsmith {

/// Something that can be got at by name in a loaded plugin: a function, a variable, or a method of one. A value, as the
/// host describes it.
struct SessionSymbol
{
    /// Why JSON cannot make the arguments; null and handles still can.
    enum class Problem { None, TakesFunction, TakesChannel, TakesInterface, TakesPointer, UnexportedOnly };

    struct Parameter
    {
        QString type;            ///< in Go's words: "context.Context", "*main.Order"
        QString kind;            ///< reflect.Kind: "struct", "int", "ptr"
        bool isSupplied = false; ///< a context: not part of the arguments
        Problem problem = Problem::None;
        QByteArray zero; ///< JSON of zeros, with the names of all fields

        bool operator==(const Parameter &) const = default;
    };

    QString name;
    bool isFunction = true; ///< else a variable
    QString type;           ///< of a variable its own, without a pointer
    QVector<Parameter> parameters;
    QStringList results;
    bool isVariadic = false;
    Problem problem = Problem::None;
    QVector<SessionSymbol> methods; ///< of variables

    /// What to start an editor with: an array with an element for each parameter that is not supplied.
    QByteArray zeroArguments() const;
    /// The problem in words: "takes a channel"; empty if there is none.
    QString problemText() const;

    bool operator==(const SessionSymbol &) const = default;
};

QVector<SessionSymbol> symbolsFromJson(const QByteArray &json);

/// One loaded build of a plugin. A value.
struct Generation
{
    enum class State {
        Opening,
        Answers,   ///< calls by the plugin's name go here
        Replaced,  ///< still in memory; can be made to answer again
        NotLoaded, ///< see `problem`
        Ended,     ///< it went with its process
    };

    int number = 0; ///< from 1 on, in the order of loading within the session
    PluginFile file;
    State state = State::Opening;
    QString goPath;                 ///< Go's path of the package
    QVector<SessionSymbol> symbols; ///< functions first
    qint64 initNanoseconds = 0;
    Error problem;

    const QString &name() const { return file.name(); }
    bool isInMemory() const { return state == State::Answers || state == State::Replaced; }
    const SessionSymbol *symbol(const QString &symbolName) const;
};

struct CallRequest
{
    int generation = 0; ///< number; 0: the one that answers for `plugin`
    QString plugin;     ///< name; empty: the only one
    QString symbol;     ///< "Total", "Contract.String"; with a handle, a method or nothing
    qint64 handle = 0;
    QByteArray arguments = "[]";                               ///< a JSON array
    std::chrono::milliseconds limit = std::chrono::seconds(5); ///< what the context gets; 0: none
};

struct CallResult
{
    QString type;
    bool isError = false; ///< declared as error
    QString errorText;    ///< of an error that is not nil
    QString dynamicType;  ///< what an interface holds
    qint64 handle = 0;    ///< for later calls; 0: none

    bool operator==(const CallResult &) const = default;
};

struct StackFrame
{
    QString function;
    QString file;
    int line = 0;
    bool isOfGo = false; ///< of Go's runtime, not of the plugin

    bool operator==(const StackFrame &) const = default;
};

/// What came of a call. A value.
struct CallOutcome
{
    enum class Kind {
        Returned,
        Refused,  ///< not called: `problem` says why (arguments, no such symbol)
        Panicked, ///< caught; the session keeps running
        Lost,     ///< the process ended
    };

    qint64 id = 0;
    CallRequest request;
    Kind kind = Kind::Returned;
    QByteArray json; ///< an array with the returned values
    QVector<CallResult> results;
    Error problem; ///< of all kinds but Returned
    QVector<StackFrame> frames;
    QString stack; ///< as Go prints it

    qint64 nanoseconds = 0; ///< within the plugin
    qint64 allocatedBytes = 0;
    qint64 allocations = 0;
    bool sharedAllocations = false; ///< other calls ran meanwhile
    QByteArray output;              ///< what the session printed meanwhile, at most the first megabyte
    QByteArray errorOutput;
    qint64 outputCut = 0; ///< bytes of both that were not kept

    /// The text of the last error that is not nil; empty if all is well.
    QString errorText() const;
};

/// What a call or load that does not return is doing.
struct Whereabouts
{
    QString state; ///< as Go names it: "chan receive", "running"
    QString stack;
    bool isStuck = false; ///< nothing is left that could wake it

    /// Why it does not return, in a sentence.
    QString words() const;
};

struct MemorySample
{
    qint64 secondsSinceEpoch = 0;
    qint64 residentBytes = 0;
};

} // namespace plugsmith

Q_DECLARE_METATYPE(plugsmith::Generation)
Q_DECLARE_METATYPE(plugsmith::CallOutcome)
Q_DECLARE_METATYPE(plugsmith::Whereabouts)
Q_DECLARE_METATYPE(plugsmith::MemorySample)
