// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/savefile.h"

namespace headway {

Error notWritten(const QIODevice &device)
{
    return {ErrorCode::Unreadable,
            Sentence::tr("The file could not be written: %1.").arg(device.errorString())};
}

Result<> writeAll(QIODevice &device, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qint64 count = device.write(bytes.data(), bytes.size());
        if (count <= 0)
            return failure(notWritten(device));
        bytes = bytes.sliced(count);
    }
    return {};
}

} // namespace headway
