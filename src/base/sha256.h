// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace plugsmith {

/// SHA-256 of what comes in parts, with the instructions that processors have for it (through Nettle). Qt's own does
/// without them and takes five times as long: too long for whole plugins, archives and toolchains. Not thread-safe.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Q_DISABLE_COPY_MOVE(Sha256)

    void add(QByteArrayView bytes);
    /// The 32 bytes of the digest; begins anew.
    QByteArray take();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// SHA-256 of a file as lower-case hexadecimal digits. Blocks for as long as the file takes to read; an error says
/// what could not be read.
Result<QString> sha256OfFile(const QString &path);

} // namespace plugsmith
