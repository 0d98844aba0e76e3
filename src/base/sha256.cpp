// SPDX-License-Identifier: Apache-2.0
#include "base/sha256.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <nettle/sha2.h>

namespace plugsmith {

namespace {

constexpr qsizetype BlockBytes = 256 * 1024; // what stays in a core's cache between reading and hashing

struct Sha256Text
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::Sha256)
};

} // namespace

struct Sha256::State
{
    sha256_ctx context;
};

Sha256::Sha256()
    : m_state(std::make_unique<State>())
{
    sha256_init(&m_state->context);
}

Sha256::~Sha256() = default;

void Sha256::add(QByteArrayView bytes)
{
    sha256_update(&m_state->context, static_cast<size_t>(bytes.size()),
                  reinterpret_cast<const uint8_t *>(bytes.data()));
}

QByteArray Sha256::take()
{
    QByteArray digest(SHA256_DIGEST_SIZE, Qt::Uninitialized);
    sha256_digest(&m_state->context, static_cast<size_t>(digest.size()), reinterpret_cast<uint8_t *>(digest.data()));
    return digest;
}

Result<QString> sha256OfFile(const QString &path)
{
    QFile file(path);
    Sha256 hash;
    QByteArray block(BlockBytes, Qt::Uninitialized);
    qint64 count = file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) ? 1 : -1;
    while (count > 0) {
        count = file.read(block.data(), block.size());
        if (count > 0)
            hash.add(QByteArrayView(block.constData(), count));
    }
    if (count < 0) {
        return Error{ErrorCode::ReadFailed,
                     Sha256Text::tr("%1 cannot be read.").arg(QFileInfo(path).fileName()),
                     {},
                     file.errorString()};
    }
    return QString::fromLatin1(hash.take().toHex());
}

} // namespace plugsmith
