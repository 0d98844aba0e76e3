// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString> // with QT_USE_QSTRINGBUILDER, Qt 5 declares + for byte arrays only there

#include <tl/expected.hpp>

namespace plugsmith::unpack {

/// Why the worker stopped. A value that becomes the error frame; the other side makes the sentence for people.
struct Problem
{
    enum class Code {
        Foreign,     // does not start like an archive
        Damaged,     // breaks off or contradicts itself
        Encrypted,   //
        Outside,     // `entry` would be written outside of the folder
        Unsafe,      // `entry` breaks the rule `what`
        TooLarge,    // above the limit `what`
        Unsupported, // a real archive, but of a kind that we do not read
        Read,        // the system could not read
        Write,       // the system could not write
        Usage,       // wrong arguments
    };

    Code code = Code::Damaged;
    QByteArray entry;    ///< name inside the archive, UTF-8
    QByteArray what;     ///< the rule or limit, a word of the protocol (README.md)
    QByteArray other;    ///< the second entry of a conflict
    qint64 byte = -1;    ///< where reading stopped in the archive file; -1 if nobody knows
    qint64 needed = -1;  ///< bytes or entries; -1 if unknown
    qint64 limit = -1;   ///< in the unit of `needed`
    int systemError = 0; ///< errno
    QByteArray detail;   ///< for the log
};

inline Problem damaged(const QByteArray &entry, qint64 byte, const QByteArray &detail)
{
    Problem problem;
    problem.entry = entry;
    problem.byte = byte;
    problem.detail = detail;
    return problem;
}

inline Problem refused(Problem::Code code, const QByteArray &entry, const QByteArray &what,
                       const QByteArray &other = {})
{
    Problem problem;
    problem.code = code;
    problem.entry = entry;
    problem.what = what;
    problem.other = other;
    return problem;
}

inline Problem tooLarge(const QByteArray &what, qint64 needed, qint64 limit, const QByteArray &entry = {})
{
    Problem problem = refused(Problem::Code::TooLarge, entry, what);
    problem.needed = needed;
    problem.limit = limit;
    return problem;
}

inline Problem systemProblem(Problem::Code code, int systemError, const QByteArray &entry)
{
    Problem problem = refused(code, entry, {});
    problem.systemError = systemError;
    return problem;
}

/// A value or the reason why there is none; the worker's twin of base/result.h, which it may not use.
template<class T>
class [[nodiscard]] Outcome : public tl::expected<T, Problem>
{
public:
    using Base = tl::expected<T, Problem>;
    using Base::Base;
    Outcome(Problem problem)
        : Base(tl::unexpect, std::move(problem))
    {
    }
};

} // namespace plugsmith::unpack
