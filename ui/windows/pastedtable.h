// SPDX-License-Identifier: GPL-3.0-or-later
// A table that was copied in a spreadsheet program, as a file that can be imported; it is there as long as this is. GUI
// thread.
#pragma once

#include <QTemporaryDir>

#include <optional>

namespace headway::ui {

class PastedTable
{
public:
    // The path of a new file with what is on the clipboard; none if that is no table, or cannot be written.
    std::optional<QString> take();

private:
    QTemporaryDir m_folder;
    int m_taken = 0;
};

} // namespace headway::ui
