// SPDX-License-Identifier: GPL-3.0-or-later
// The last step of writing a file through QSaveFile. On the thread that writes it.
#pragma once

#include <QSaveFile>

namespace headway {

// Puts what was written in the place of the older file; false if not all of it is there, and the older file stays.
// Qt's own commit() (6.4) does not notice that the last bytes found no room on the disk.
[[nodiscard]] inline bool commitWhole(QSaveFile &file)
{
    return file.flush() && file.commit();
}

} // namespace headway
