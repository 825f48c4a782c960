// SPDX-License-Identifier: GPL-3.0-or-later
// A model whose rows are replaced by the smallest row operations (rowchanges.h), so that views keep their
// selection and scroll position. A base for models over QAbstractListModel or QAbstractTableModel; GUI
// thread; nothing fails.
#pragma once

#include "app/lists/rowchanges.h"

#include <QAbstractItemModel>

#include <algorithm>
#include <vector>

namespace headway::app {

template <class Model>
class SteadyRows : public Model
{
public:
    using Model::Model;

protected:
    // Applies the changes one after the other; inserted rows are taken from `next`, the whole new list.
    template <class Row>
    void change(std::vector<Row> &rows, const std::vector<Row> &next, const std::vector<RowChange> &changes)
    {
        for (const RowChange &change : changes) {
            const auto first = rows.begin() + change.row;
            const int last = change.row + change.count - 1;
            switch (change.kind) {
            case RowChange::Kind::Remove:
                this->beginRemoveRows({}, change.row, last);
                rows.erase(first, first + change.count);
                this->endRemoveRows();
                break;
            case RowChange::Kind::Move:
                this->beginMoveRows({}, change.row, last, {}, change.to);
                if (change.to > change.row)
                    std::rotate(first, first + change.count, rows.begin() + change.to);
                else
                    std::rotate(rows.begin() + change.to, first, first + change.count);
                this->endMoveRows();
                break;
            case RowChange::Kind::Insert:
                this->beginInsertRows({}, change.row, last);
                rows.insert(first, next.begin() + change.row, next.begin() + change.row + change.count);
                this->endInsertRows();
                break;
            }
        }
    }

    // Replaces rows that are the same items, but may have other contents.
    template <class Row>
    void exchange(std::vector<Row> &rows, std::vector<Row> next)
    {
        const QAbstractItemModel &model = *this; // QAbstractListModel makes columnCount() private
        for (size_t i = 0; i < next.size(); ++i) {
            if (rows[i] == next[i])
                continue;
            rows[i] = std::move(next[i]);
            Q_EMIT this->dataChanged(this->index(int(i), 0), this->index(int(i), model.columnCount() - 1));
        }
    }
};

} // namespace headway::app
