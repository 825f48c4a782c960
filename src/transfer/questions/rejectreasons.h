// SPDX-License-Identifier: GPL-3.0-or-later
// Why rows were rejected: all reasons of a row at once, and for the report a table of them, each with its rows and
// with what helps. Memory does not grow with the file. On the writer's thread; nothing fails.
#pragma once

#include "domain/result.h"

#include <QString>

#include <map>
#include <tuple>
#include <vector>

namespace headway::transfer {

// What is to be written so that the row goes in; the command line has an option for each.
enum class Remedy {
    None,       // only the file can be mended
    OtherValue, // what the value means, or nothing in its place
    SetField,   // a text for the field, of other columns
    NewRecord,  // such records may be made
    OtherMatch, // what tells the records apart
};

struct RejectReason {
    QString column = {}; // of the file, else the field; empty: the row as a whole
    QString target = {}; // the field, as on the command line; empty: none
    QString value = {};  // as the file has it; empty: none, or many more of this column
    Sentence reason = {};
    Remedy remedy = Remedy::None;
    QString made = {}; // NewRecord: what --create-missing calls them
    qint64 rows = 0;
};

class RejectReasons
{
public:
    void beginRow() { m_ofThisRow.clear(); }
    void add(const RejectReason &reason) { m_ofThisRow.push_back(reason); }
    bool hasAny() const { return !m_ofThisRow.empty(); }
    bool isAbout(const QString &column) const;
    // Of the row that is being read, as the rejected file has them: "Price, Name", and the sentences in a line.
    QString columns() const;
    Sentence sentence() const;
    // Called for a row that is rejected.
    void countRow();

    // The table, the most frequent first.
    std::vector<RejectReason> all() const;

private:
    using Key = std::tuple<QString, QString, QString>; // column, value, the sentence in English
    std::map<Key, RejectReason> m_counted;
    std::map<QString, int> m_values; // of each column: how many different ones
    std::vector<RejectReason> m_ofThisRow;
};

} // namespace headway::transfer
