// SPDX-License-Identifier: GPL-3.0-or-later
// Which records of a kind, and in which order: as a value, and as the text people type into the filter
// bar and on the command line:
//     owner:me stage:Offer,Negotiation close:<2026-12-31 amount:>10k -tag:vip renewal
// A word without a colon is searched for in the record's text; a minus, "!" or NOT negates a condition, and leaves
// out what holds a word; commas mean "or"; `field:` without a value means empty, `-field:` not empty; quotes keep
// spaces and operators as text; a doubled quote within them is a quote. What stands side by side must all hold;
// `or` between two conditions means one of both, and brackets group: (stage:Offer amount:>10k or tag:vip),
// -(…) what does not meet them. A custom field of the book is named like any other, by its name or its label,
// `"Contract type":Annual`; where a field of the program has that name, `custom.` stands before it. Pure; any thread.
#pragma once

#include "domain/fields/field.h"
#include "domain/records/lists.h"
#include "domain/result.h"
#include "domain/text/daterange.h"

#include <QDate>
#include <QStringList>

#include <optional>
#include <vector>

namespace headway {

enum class Comparison { Equals, Less, LessOrEqual, Greater, GreaterOrEqual, Between, IsEmpty };
enum class Sense { Plain, Negated };

// What a condition is about: a field of the record itself, or one of these. A deal's probability is the
// effective one, and its weighted value is that of weighted() in rules/deals.h. Two are for the order only: Agenda, of
// activities (what is planned, the earliest first, then what was done, the latest first), and Closed (won and lost
// deals last). Id is the number in this book; ExternalId, under the same name in a filter, is what another system
// calls the record: id:17, id:zoho-17. Step and Made are those that a step of the history touched, or made: step:12.
// Custom is a field that the book has besides those of the program.
enum class Subject {
    Field,
    Tag,
    Team,
    Created,
    Modified,
    Id,
    ExternalId,
    Step,
    Made,
    Probability,
    Weighted,
    Agenda,
    Closed,
    Custom
};

// A custom field, as much of it as a condition has to know.
struct CustomSubject {
    QString name = {};
    CustomKind kind = CustomKind::Text;

    bool operator==(const CustomSubject &) const = default;
};

struct Condition {
    Subject subject = Subject::Field;
    int field = -1; // Subject::Field
    Comparison comparison = Comparison::Equals;
    Sense sense = Sense::Plain;
    // Any of these (Equals); the bound (Less …); both bounds, inclusive (Between). Numbers, days as ISO
    // text, money as decimal text ("10000"), names of records as typed (not folded), choices as codes, `me`
    // for the current user.
    QStringList values = {};
    CustomSubject custom = {}; // Subject::Custom

    bool operator==(const Condition &) const = default;
};

struct Filter;

// At least one of these filters has to hold; negated: none of them may. None is empty.
struct Alternatives {
    std::vector<Filter> filters; // no "= {}": clang wants the type complete for it
    Sense sense = Sense::Plain;
};

// All of it must hold.
struct Filter {
    std::vector<Condition> conditions = {};
    QStringList words = {}; // each has to be, or begin, a word of the record's text
    std::vector<Alternatives> alternatives = {};

    bool isEmpty() const { return conditions.empty() && words.isEmpty() && alternatives.empty(); }
    bool operator==(const Filter &) const = default;
};
bool operator==(const Alternatives &a, const Alternatives &b);
// The word that is all there is to leave out, as in -alpha; null if there is more, or another thing.
const QString *wordLeftOut(const Alternatives &alternatives);
// What `other` asks must hold, too.
void append(Filter &filter, Filter other);

enum class SortOrder { Ascending, Descending };

struct SortKey {
    Subject subject = Subject::Field; // neither Tag nor Team
    int field = -1;                   // Subject::Field
    SortOrder order = SortOrder::Ascending;
    CustomSubject custom = {}; // Subject::Custom

    bool operator==(const SortKey &) const = default;
};

// All records of a kind that match the filter; ties are broken by id, so that the order is total.
struct Query {
    EntityKind kind = EntityKind::Deal;
    Filter filter = {};
    std::vector<SortKey> order = {}; // empty: by name, or newest first if there is no name

    bool operator==(const Query &) const = default;
};

// An error and its place in the filter text, for the caret under the filter bar.
struct FilterError {
    qsizetype position = 0;
    qsizetype length = 0;
    Sentence text = {};
};

// `calendar` resolves words such as "today", "+7d" and "this-quarter"; `custom` are the custom fields of the book, of
// all kinds of records.
tl::expected<Filter, FilterError> parseFilter(EntityKind kind, QStringView text, const Calendar &calendar,
                                              const std::vector<CustomField> &custom = {});

// What can be read of a text, and what cannot: the rest still holds. For views, whose fields may be gone.
struct FilterParts {
    Filter filter = {};
    std::vector<FilterError> faults = {};
};
FilterParts readableParts(EntityKind kind, QStringView text, const Calendar &calendar,
                          const std::vector<CustomField> &custom = {});

// The text that parseFilter() turns into `filter` again.
QString filterText(EntityKind kind, const Filter &filter);

// What an empty order means for this kind: activities newest first, lists by their position, the rest by
// name.
std::vector<SortKey> defaultOrder(EntityKind kind);

// "amount", "-close": a leading minus for descending, fields as in filters. Invalid names the unknown word.
Result<std::vector<SortKey>> parseOrder(EntityKind kind, QStringView text,
                                        const std::vector<CustomField> &custom = {});
// The text that parseOrder() turns into `order` again.
QString orderText(EntityKind kind, const std::vector<SortKey> &order);

} // namespace headway
