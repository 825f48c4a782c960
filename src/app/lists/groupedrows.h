// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a list that is divided into groups: a head for each group, and the records of those that are
// unfolded. A head has an id of its own, below zero and the same as long as the list is open, so that heads and
// records are one list of ids. Pure values; GUI thread; nothing fails.
#pragma once

#include "domain/records/totals.h"
#include "store/reading/groups.h"

#include <QSet>

#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

namespace headway::app {

// What a group sums up to, as soon as it has been read.
struct GroupFigures {
    std::vector<MoneySum> sums = {};
    qint64 withoutNextStep = 0;

    bool operator==(const GroupFigures &) const = default;
};

struct GroupHead {
    qint64 id = 0;
    Value key = {};
    QString title = {}; // of the record that the key is the id of
    int count = 0;      // records
    int loaded = 0;     // of them: fewer in the last group of a list of which only the first rows are there
    bool isFolded = false;
    std::optional<GroupFigures> figures = {};
};

class GroupedRows
{
public:
    // Which groups are folded stays, by their keys, and so do figures until there are others.
    void take(store::GroupedIds found);
    void takeFigures(const std::vector<store::GroupTotals> &totals);

    // Heads and unfolded records, in their order.
    std::vector<qint64> shown() const;

    const GroupHead *head(qint64 id) const; // nullptr: it is no head
    const std::vector<GroupHead> &heads() const { return m_heads; }
    // The head above a record; nullptr if the record is not there. Looks through all rows.
    const GroupHead *headOf(qint64 record) const;

    void fold(qint64 head, bool isFolded);
    void foldAll(bool areFolded);

private:
    std::vector<qint64> m_ids; // of all records, group by group
    std::vector<GroupHead> m_heads;
    std::unordered_map<qint64, size_t> m_places; // of heads, by id
    std::map<Value, qint64> m_headIds;           // of all keys there ever were
    std::map<Value, GroupFigures> m_figures;
    QSet<qint64> m_folded; // ids of heads, also of groups that are gone for now
};

} // namespace headway::app
