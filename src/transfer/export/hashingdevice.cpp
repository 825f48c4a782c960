// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/export/hashingdevice.h"

namespace headway::transfer {

HashingDevice::HashingDevice(QIODevice &target, Digest digest) : m_target(target), m_digest(digest)
{
    open(QIODevice::WriteOnly);
}

qint64 HashingDevice::writeData(const char *bytes, qint64 size)
{
    const qint64 written = m_target.write(bytes, size);
    if (written > 0 && m_digest != Digest::None)
        m_hash.addData(QByteArrayView(bytes, written));
    else if (written <= 0)
        setErrorString(m_target.errorString());
    return written;
}

} // namespace headway::transfer
