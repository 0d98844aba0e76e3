// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gobinary/elfimage.h"

#include <QByteArray>

namespace plugsmith {

/// At most `most` bytes of ".debug_<name>", unpacked where it is packed: by SHF_COMPRESSED as today, or in the older
/// form ".zdebug_<name>" that Go wrote up to 1.18. Empty when there is none, or none that zlib can read. May look into
/// the image's bytes, which must outlive it.
QByteArray debugSection(const ElfImage &image, QByteArrayView name, qsizetype most);

} // namespace plugsmith
