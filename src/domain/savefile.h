// SPDX-License-Identifier: GPL-3.0-or-later
// Writing files so that nothing is lost unseen when the disk fills. On the thread that writes.
#pragma once

#include "domain/result.h"

#include <QByteArrayView>
#include <QSaveFile>

namespace headway {

// Puts what was written in the place of the older file; false if not all of it is there, and the older file stays.
// Qt's own commit() (6.4) does not notice that the last bytes found no room on the disk.
[[nodiscard]] inline bool commitWhole(QSaveFile &file)
{
    return file.flush() && file.commit();
}

// What the device said when it took no more.
[[nodiscard]] Error notWritten(const QIODevice &device);

// Writes all bytes, however few the device takes at a time. Fails with notWritten().
[[nodiscard]] Result<> writeAll(QIODevice &device, QByteArrayView bytes);

} // namespace headway
