// SPDX-License-Identifier: GPL-3.0-or-later
// Which records of a kind, and in which order: as a value, and as the text people type into the filter
// bar and on the command line:
//     owner:me stage:Offer,Negotiation close:<2026-12-31 amount:>10k -tag:vip renewal
// A word without a colon is searched for in the record's text; a minus turns a condition round; commas
// mean "or"; `field:` with nothing behind it means empty, `-field:` not empty; quotes hold spaces
// together and take a sign as it is; doubled within them they stand for themselves. Pure; any thread.
#pragma once

#include "domain/fields/field.h"
#include "domain/result.h"
#include "domain/text/daterange.h"

#include <QDate>
#include <QStringList>

#include <vector>

namespace headway {

enum class Comparison { Equals, Less, LessOrEqual, Greater, GreaterOrEqual, Between, IsEmpty };
enum class Sense { Plain, Negated };

// What a condition speaks of: a field of the record itself, or one of these. A deal's probability is the
// one in force, and its weighted value that of the rule in deals.h.
enum class Subject { Field, Tag, Team, Created, Modified, Id, Probability, Weighted };

struct Condition {
    Subject subject = Subject::Field;
    int field = -1; // Subject::Field
    Comparison comparison = Comparison::Equals;
    Sense sense = Sense::Plain;
    // Any of these (Equals); the bound (Less …); both bounds, inclusive (Between). Numbers, days as ISO
    // text, money as decimal text ("10000"), names of records folded by nobody yet, choices as codes,
    // `me` for the user who asks.
    QStringList values = {};

    bool operator==(const Condition &) const = default;
};

struct Filter {
    std::vector<Condition> conditions = {}; // all of them
    QStringList words = {};                 // each must occur, or begin a word, in the record's text

    bool isEmpty() const { return conditions.empty() && words.isEmpty(); }
    bool operator==(const Filter &) const = default;
};

enum class SortOrder { Ascending, Descending };

struct SortKey {
    Subject subject = Subject::Field; // neither Tag nor Team
    int field = -1;                   // Subject::Field
    SortOrder order = SortOrder::Ascending;

    bool operator==(const SortKey &) const = default;
};

// All of a kind that meet the filter; ties are broken by id, so that the order is total.
struct Query {
    EntityKind kind = EntityKind::Deal;
    Filter filter = {};
    std::vector<SortKey> order = {}; // empty: by name, or newest first where there is no name

    bool operator==(const Query &) const = default;
};

// Where in the text a filter went wrong: for the caret under the filter bar.
struct FilterError {
    qsizetype position = 0;
    qsizetype length = 0;
    Sentence text = {};
};

// `calendar` is what words such as "today", "+7d" and "this-quarter" count by.
tl::expected<Filter, FilterError> parseFilter(EntityKind kind, QStringView text, const Calendar &calendar);

// The text that parses to `filter` again.
QString filterText(EntityKind kind, const Filter &filter);

// The names that may stand before the colon, for completion: "owner", "close", "amount" …
QStringList filterNames(EntityKind kind);

// What an empty order means for this kind: activities newest first, lists by their position, the rest by
// name.
std::vector<SortKey> defaultOrder(EntityKind kind);

// "amount", "-close": a leading minus for descending, fields as in filters. Invalid names the word.
Result<std::vector<SortKey>> parseOrder(EntityKind kind, QStringView text);

} // namespace headway
