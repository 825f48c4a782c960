// SPDX-License-Identifier: GPL-3.0-or-later
// The smallest row operations that turn one list of ids into another, for models that must keep
// selection and scrolling. Pure; any thread; nothing fails.
#pragma once

#include <QtGlobal>

#include <optional>
#include <vector>

namespace headway::app {

// As in QAbstractItemModel: `to` is the row before which a moved row is put, counted before the move;
// inserted rows get the ids that the new list has there.
struct RowChange {
    enum class Kind { Remove, Move, Insert };
    Kind kind = Kind::Remove;
    int row = 0;
    int count = 0;
    int to = 0; // Move only

    bool operator==(const RowChange &) const = default;
};

// To be applied one after the other. None if more than `most` would be needed. Ids are unique within a
// list.
std::optional<std::vector<RowChange>> rowChanges(const std::vector<qint64> &from,
                                                 const std::vector<qint64> &to, int most);

// The same for lists of millions, where rows are only inserted and removed: none also if rows have moved.
// Takes a few milliseconds, because it looks ahead only where the lists differ, and then at most `most`
// rows.
std::optional<std::vector<RowChange>> comingsAndGoings(const std::vector<qint64> &from,
                                                       const std::vector<qint64> &to, int most);

} // namespace headway::app
