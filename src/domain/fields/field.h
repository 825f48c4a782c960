// SPDX-License-Identifier: GPL-3.0-or-later
// The field table: one line for each field of each entity. SQL columns, diff, change log, lists,
// forms, import, export and search all read it, so that a new field is one line here and one
// migration. It is not an object-relational mapper: joins and reports are written by hand in SQL.
#pragma once

#include "domain/fields/codec.h"

#include <QFlags>
#include <QString>

#include <array>
#include <span>
#include <vector>

namespace headway {

// What a field means; decides its editor, its display and how text is read into it.
enum class FieldType {
    Text,       // one line
    LongText,   // several lines
    Integer,    // whole number
    Money,      // minor units; the currency is in the record's `currency` field
    Currency,   // ISO 4217 code
    Percent,    // whole percent, 0 to 100
    Day,        // ISO text, no zone
    Moment,     // milliseconds since 1970 UTC
    Duration,   // seconds
    YesNo,      // 0 or 1
    Choice,     // one of a fixed list, stored as its code
    Reference,  // id of a record of the field's target kind
    RecordKind, // table name of the record that the next field refers to
    RecordId,   // id of a record of the kind named by the field before
    Email,
    Phone,
    Url,
    Rank, // order on the board, see deals.h
    Json, // custom fields
};
// Whether its values are whole numbers; else they are text.
bool holdsNumber(FieldType type);

enum class Trait {
    Plain = 0,
    Required = 1,         // must not be empty
    Searched = 2,         // its words are found by the search
    SearchedBeside = 512, // …these, too, but behind those who are called so
    Derived = 4,          // computed by the program from other fields or records; never logged
    System = 8,           // written by rules, not typed into a form
    Internal = 16,        // not shown to people at all
    Long = 32,            // may exceed the length of a line of text
    Exported = 64,        // Internal, but exported nevertheless
    Work = 128,           // changing it counts as work on the record and restarts its rotting
    Listed = 256,         // a reference: the record it points to lists this one among its related records
    Past = 1024,          // a day that is never ahead: it has come when it is typed
    Birthday = 2048,      // a day whose year may be unknown, and is no more than a life ago
};
Q_DECLARE_FLAGS(Traits, Trait)
Q_DECLARE_OPERATORS_FOR_FLAGS(Traits)

struct FieldInfo {
    QLatin1StringView name; // SQL column, CSV header, key in the change log
    const char *label = ""; // English, for display through translation
    FieldType type = FieldType::Text;
    Traits traits = Trait::Plain;
    EntityKind target = EntityKind::Deal; // FieldType::Reference only
    std::span<const Choice> choices = {}; // FieldType::Choice only

    bool has(Trait trait) const { return traits.testFlag(trait); }
    // Whether a change by a user may set it and the change log records it.
    bool isLogged() const { return !has(Trait::Derived); }
    bool isSearched() const { return has(Trait::Searched) || has(Trait::SearchedBeside); }
    // Its name in a sentence: its label; for a field that is not shown, its column name.
    QString caption() const;
};

// The cells of one record, in the order of its fields.
using Row = std::vector<Value>;

// The traits of a kind of record, for code that treats some kinds alike. A new distinction is a trait here,
// set in the rows of records/record.cpp; a list of kinds anywhere else is a mistake.
enum class KindTrait {
    None = 0,
    Person = 1,           // its name is made of a first and a last one
    HasContactPoints = 2, // and addresses; the primary ones are also in fields of the record
    HasActivities = 4,    // linked to it; it has fields for the last and the next one
    HasTags = 8,
    IsSearched = 16,      // found by its words and contact points; can be opened where it is mentioned
    IsNumerous = 32,      // up to millions in a book: looked up by key, never read as a whole
    IsAtHand = 64,        // so few in a book that each window keeps them all (Lookups)
    IsPicklist = 128,     // people choose from it and edit it in the settings, see rules/picklists.h
    IsPart = 256,         // belongs to another record and is deleted with it
    IsAddedAlone = 512,   // a part that people add and change on its own, see rules/childrecords.h
    IsNameable = 1024,    // can be created from a name alone, as imports do
    IsMadeUnasked = 2048, // …imports create it for an unknown name if no other kind fits better
    IsNumbered = 4096,    // people also name it by its number, and the search finds it by that
};
Q_DECLARE_FLAGS(KindTraits, KindTrait)
Q_DECLARE_OPERATORS_FOR_FLAGS(KindTraits)

// A kind of record: its names, its traits and its fields.
struct EntityInfo {
    const char *singular = "";
    const char *plural = "";
    const char *any = ""; // with its article: "an activity"
    KindTraits traits = KindTrait::None;
    const char *title = "name";    // the field that is its title; empty: it has no name of its own
    const char *detail = "";       // the field that tells apart two of the same title; IsSearched only
    const char *worth = "";        // the amount field that lists sum up
    const char *recognisedBy = ""; // the unique field by which a file without ids identifies a record
    // If a file fits two kinds equally well, the lower rank wins. 0: not offered for import.
    int importRank = 0;
    // How close to a sale; higher ones are listed first, what is sold before whom it is sold to. 0:
    // neither.
    int closeness = 0;

    // From the kind's Table.
    EntityKind kind = EntityKind::Deal;
    std::vector<FieldInfo> fields = {};
    Row defaults = {}; // a new record: empty texts, no dates, the first choices

    bool has(KindTrait trait) const { return traits.testFlag(trait); }
    // The field's index in a Row, or -1.
    int indexOf(QStringView name) const;
    const FieldInfo &field(int index) const { return fields[size_t(index)]; }
};

template <class E>
struct Field {
    FieldInfo info;
    Value (*read)(const E &);
    void (*write)(E &, const Value &);
};

template <class T>
struct MemberOf;
template <class E, class T>
struct MemberOf<T E::*> {
    using Entity = E;
    using Type = T;
};

// One line of a table: field<&Deal::name>("name", Label::tr("Name"), FieldType::Text, Trait::Required).
template <auto Member>
constexpr auto field(const char *name, const char *label, FieldType type, Traits traits = Trait::Plain)
{
    using E = typename MemberOf<decltype(Member)>::Entity;
    using T = typename MemberOf<decltype(Member)>::Type;
    Field<E> result{{QLatin1StringView(name), label, type, traits},
                    [](const E &entity) { return Codec<T>::read(entity.*Member); },
                    [](E &entity, const Value &value) { entity.*Member = Codec<T>::write(value); }};
    if constexpr (requires { T::kind; })
        result.info.target = T::kind;
    if constexpr (std::is_enum_v<T> && !std::is_same_v<T, EntityKind>)
        result.info.choices = Choices<T>::list;
    return result;
}

// Specialised by each entity: its kind, its names and its fields.
template <class E>
struct Table; // static constexpr EntityKind kind; static std::span<const Field<E>> fields();

template <class E>
Row toRow(const E &entity)
{
    Row row;
    row.reserve(Table<E>::fields().size());
    for (const Field<E> &f : Table<E>::fields())
        row.push_back(f.read(entity));
    return row;
}

template <class E>
E fromRow(const Row &row)
{
    E entity;
    size_t i = 0;
    for (const Field<E> &f : Table<E>::fields())
        f.write(entity, row[i++]);
    return entity;
}

} // namespace headway
