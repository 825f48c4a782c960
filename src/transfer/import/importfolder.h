// SPDX-License-Identifier: GPL-3.0-or-later
// The files of a folder that is imported: those of its subfolders as well, as backups have them; hidden files and those
// that programs leave while they work are passed over. Any thread; nothing fails.
#pragma once

#include <QString>
#include <QStringList>

namespace headway::transfer {

inline constexpr qsizetype mostFiles = 10'000; // in one import

// Their paths, in the order of their names; of too many just one more than may be imported.
[[nodiscard]] QStringList filesInFolder(const QString &folder);

// What a file, or a sheet of it, is called for people: by its path inside the folder, if that is what is imported, else by
// its name.
[[nodiscard]] QString nameInFolder(const QString &folder, const QString &path);

} // namespace headway::transfer
