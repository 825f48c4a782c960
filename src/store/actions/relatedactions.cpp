// SPDX-License-Identifier: GPL-3.0-or-later
// Adding and changing child records, by the rules of domain/rules/childrecords.h.
#include "store/actions/relatedactions.h"

#include "domain/changes/derive.h"
#include "domain/changes/stepwords.h"
#include "domain/records/record.h"
#include "domain/rules/childrecords.h"
#include "domain/text/text.h"
#include "store/actions/actionparts.h"
#include "store/reading/importlookup.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

EntityRef referred(const Record &record, QStringView field)
{
    const int index = record.info().indexOf(field);
    return {record.info().field(index).target, integerOf(record.row[size_t(index)])};
}

// The record that it is a child of.
EntityRef ownerOf(const Record &record)
{
    switch (record.ref.kind) {
    case EntityKind::Affiliation: return referred(record, u"company_id");
    case EntityKind::DealContact: return referred(record, u"deal_id");
    default:
        return {entityKindNamed(textOf(record.value(u"record_kind"))).value_or(EntityKind::Deal),
                integerOf(record.value(u"record_id"))};
    }
}

// The record that a child without a name of its own links to its owner: a tag, a contact.
std::optional<EntityRef> joinedBy(const Record &record)
{
    for (const QStringView field : {u"tag_id", u"contact_id"}) {
        if (record.info().indexOf(field) >= 0)
            return referred(record, field);
    }
    return std::nullopt;
}

// Its name in a sentence: “VIP”, “+49 30 1234”, “the address”.
Result<SentencePart> nameOf(sql::Connection &connection, const Record &record)
{
    QString name;
    if (const auto joined = joinedBy(record)) {
        HEADWAY_TRY(title, titleOf(connection, *joined));
        name = title;
    } else if (record.ref.kind == EntityKind::Address) {
        for (const QStringView part : {u"street", u"city", u"country"}) {
            if (name.isEmpty())
                name = textOf(record.value(part));
        }
    } else {
        name = headway::titleOf(record.ref.kind, record.row);
    }
    if (!name.isEmpty())
        return Quoted{name};
    return std::make_shared<const Sentence>(Sentence(steps::theKind).arg(KindName{record.ref.kind}));
}

Result<Sentence> say(sql::Connection &connection, const Record &record, const Wording &wording)
{
    HEADWAY_TRY(name, nameOf(connection, record));
    HEADWAY_TRY(owner, titleOf(connection, ownerOf(record)));
    return Sentence(wording).arg(name, nameInSentence(ownerOf(record), owner));
}

// The child records of the same owner, without `except`.
template <class E>
Result<std::vector<E>> othersOf(sql::Connection &connection, EntityRef owner, qint64 except)
{
    std::vector<E> others;
    if (owner.id <= 0)
        return others;
    HEADWAY_TRY(records, childRecords(connection, Table<E>::kind, owner));
    for (const Record &record : records) {
        if (record.ref.id != except)
            others.push_back(as<E>(record));
    }
    return others;
}

template <class E>
Result<std::vector<Change>> addition(sql::Connection &connection, const Record &record)
{
    HEADWAY_TRY(others, othersOf<E>(connection, ownerOf(record), 0));
    E added = as<E>(record);
    HEADWAY_CHECK(checkAmong(added, others));
    std::vector<Change> changes;
    if constexpr (std::is_same_v<E, ContactPoint>) {
        HEADWAY_CHECK(checkContactPoint({}, added));
        added = withPrimary(added, others);
        changes = madeSecondary(added, others);
    }
    changes.push_back(create(added));
    return changes;
}

template <class E>
Result<std::vector<Change>> alteration(sql::Connection &connection, const Record &record, const Row &row)
{
    const E before = as<E>(record);
    E after = fromRow<E>(row);
    after.id = before.id;
    std::vector<Change> changes;
    if (toRow(before) == toRow(after))
        return changes;
    HEADWAY_TRY(others, othersOf<E>(connection, ownerOf(record), record.ref.id));
    HEADWAY_CHECK(checkAmong(after, others));
    if constexpr (std::is_same_v<E, ContactPoint>) {
        after.value = after.value.trimmed();
        after = retyped(before, after);
        HEADWAY_CHECK(checkContactPoint(before, after));
        changes = madeSecondary(after, others);
    }
    changes.push_back(update(before, after));
    return changes;
}

// Calls `with` with the C++ type of the kind.
template <class With>
auto forKind(EntityKind kind, With with)
{
    switch (kind) {
    case EntityKind::Address: return with.template operator()<Address>();
    case EntityKind::TagLink: return with.template operator()<TagLink>();
    case EntityKind::Affiliation: return with.template operator()<Affiliation>();
    case EntityKind::DealContact: return with.template operator()<DealContact>();
    default: return with.template operator()<ContactPoint>();
    }
}

bool onlyMakesPrimary(const Record &record, const Row &row)
{
    const int primary = record.info().indexOf(u"is_primary");
    if (primary < 0 || integerOf(row[size_t(primary)]) == 0)
        return false;
    Row same = record.row;
    same[size_t(primary)] = row[size_t(primary)];
    return same == row && row != record.row;
}

} // namespace

Result<Edit> addRelatedEdit(sql::Connection &connection, EntityKind kind, const Row &row)
{
    Record record{.ref = {kind, 0}};
    record.row = row;
    if (const int value = record.info().indexOf(u"value"); value >= 0)
        record.row[size_t(value)] = textOf(row[size_t(value)]).trimmed();
    if (ownerOf(record).id > 0)
        HEADWAY_CHECK(loadLive(connection, ownerOf(record)));
    Edit edit;
    HEADWAY_TRY(changes, forKind(kind, [&]<class E>() { return addition<E>(connection, record); }));
    edit.changes = changes;
    HEADWAY_TRY(label, say(connection, record, steps::childAdded));
    edit.label = label;
    return edit;
}

Result<Edit> changeRelatedEdit(sql::Connection &connection, const Record &record, const Row &after)
{
    Edit edit;
    HEADWAY_TRY(changes, forKind(record.ref.kind, [&]<class E>() {
                    return alteration<E>(connection, record, after);
                }));
    edit.changes = changes;
    HEADWAY_TRY(label,
                say(connection, record,
                    onlyMakesPrimary(record, after) ? steps::childMadePrimary : steps::childChanged));
    edit.label = label;
    return edit;
}

Result<Sentence> removalLabel(sql::Connection &connection, const Record &record)
{
    return say(connection, record, steps::childRemoved);
}

Result<Edit> addTagEdit(sql::Connection &connection, EntityRef record, const QString &name)
{
    const QString typed = name.trimmed();
    if (typed.isEmpty())
        return failure(ErrorCode::Invalid, Sentence::tr("A tag needs a name."));
    HEADWAY_TRY(tagged, loadLive(connection, record));
    HEADWAY_TRY(known, loadAll<Tag>(connection, {u"name_key = ?"_s, {fold(typed)}, u"id"_s}));
    TagLink link{.recordKind = record.kind, .recordId = record.id};
    if (!known.empty()) {
        link.tag = known.front().id;
        return addRelatedEdit(connection, EntityKind::TagLink, toRow(link));
    }
    link.tag = {-1};
    const QString title = titleOf(record.kind, tagged.row);
    return Edit{.label = Sentence(steps::childAdded).arg(Quoted{typed}, nameInSentence(record, title)),
                .changes = {create(Tag{.name = typed}, -1), create(link)}};
}

} // namespace headway::store
