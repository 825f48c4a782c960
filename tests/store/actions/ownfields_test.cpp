// SPDX-License-Identifier: GPL-3.0-or-later
// The own fields of a book: how they are added and changed, and that no value is lost by that.
#include "domain/changes/customvalues.h"
#include "domain/records/company.h"
#include "domain/records/inenglish.h"
#include "domain/records/lists.h"
#include "store/actions/actions.h"
#include "store/actions/listactions.h"
#include "store/reading/lists.h"
#include "support/salesbook.h"

#include <algorithm>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

struct FieldBook : SalesBook {
    using SalesBook::SalesBook;

    Result<Edit> adding(const CustomField &field)
    {
        return store::createRecordEdit(connection(), EntityKind::CustomField, toRow(field), actor());
    }
    CustomField add(const QString &label, CustomKind kind, const QString &choices = {},
                    EntityKind of = EntityKind::Company)
    {
        const ChangeSet set =
            commit(valueOf(adding({.recordKind = of, .label = label, .kind = kind, .choices = choices})));
        return load<CustomField>({set.changes.front().ref.id});
    }
    QString refusal(const CustomField &field, QStringView name, const Value &value)
    {
        const Result<Edit> edit = changing(field, name, value);
        return edit ? QString() : inEnglish(edit.error().text);
    }
    Result<Edit> changing(const CustomField &field, QStringView name, const Value &value)
    {
        return store::setFieldsEdit(connection(), {EntityKind::CustomField, field.id.value},
                                    {{entityInfo(EntityKind::CustomField).indexOf(name), value}}, actor());
    }
    void give(CompanyId company, const CustomField &field, const Value &value)
    {
        const Company before = load<Company>(company);
        Company after = before;
        after.custom = withCustomValue(before.custom, field, value);
        commit({Sentence::verbatim(u"Give"_s), {update(before, after)}});
    }
};

} // namespace

TEST_CASE("An own field gets its key from its name, and its place after the others", "[store]")
{
    FieldBook book(GENERATE(anyEngine()));
    const CustomField region = book.add(u"Sales region"_s, CustomKind::Text);
    CHECK(region.name == u"sales_region"_s);
    CHECK(book.add(u"Sales-Region 2"_s, CustomKind::Text).position > region.position);
    CHECK(book.add(u"販売"_s, CustomKind::Text).name == u"販売"_s);
    CHECK(book.add(u"!"_s, CustomKind::Text).name == u"field"_s);
    CHECK(book.add(u"Sales region"_s, CustomKind::Text, {}, EntityKind::Deal).name == u"sales_region"_s);
    const Result<Edit> twin = book.adding({.recordKind = EntityKind::Company, .label = u"sales  region"_s});
    REQUIRE(!twin);
    CHECK(inEnglish(twin.error().text) == u"There is an own field “Sales region” for companies already."_s);
    CHECK(book.undo() == u"Added the own field “Sales region”"_s);
}

TEST_CASE("An own field changes its type only if all that is there fits, and says what does not", "[store]")
{
    FieldBook book(GENERATE(anyEngine()));
    const CustomField size = book.add(u"Size"_s, CustomKind::Text);
    CHECK(book.refusal(size, u"kind", u"number"_s).isEmpty()); // nobody has a value
    book.give(book.acme, size, u"tall"_s);
    CHECK(book.refusal(size, u"kind", u"number"_s)
          == u"“Size” stays as it is: 1 company hold what it could not hold then, such as “tall”."_s);
    CHECK(book.refusal(size, u"record_kind", u"deal"_s).startsWith(u"“Size” stays as it is"_s));
    CHECK(book.refusal(size, u"kind", u"long_text"_s).isEmpty());
    CHECK(book.refusal(size, u"label", u"Height"_s).isEmpty());
    CHECK(book.refusal(size, u"name", u"height"_s).contains(u"cannot be set"_s));
}

TEST_CASE("A number is never taken for an amount, nor a word for a day", "[store]")
{
    FieldBook book(GENERATE(anyEngine()));
    const CustomField size = book.add(u"Size"_s, CustomKind::Number);
    book.give(book.acme, size, qint64(25));
    CHECK(book.refusal(size, u"kind", u"money"_s).contains(u"such as “25”"_s));
    const CustomField due = book.add(u"Due"_s, CustomKind::Text);
    book.give(book.acme, due, u"soon"_s);
    CHECK(book.refusal(due, u"kind", u"day"_s).contains(u"such as “soon”"_s));
    book.give(book.acme, due, u"2026-12-24"_s);
    CHECK(book.refusal(due, u"kind", u"day"_s).isEmpty());
}

TEST_CASE("A value typed while its field got another type is refused, not kept unseen", "[store]")
{
    FieldBook book(GENERATE(anyEngine()));
    const CustomField size = book.add(u"Size"_s, CustomKind::Text);
    const QString typed = withCustomValue({}, size, u"tall"_s);
    book.commit(valueOf(book.changing(size, u"kind", u"number"_s)));
    const Result<Edit> late =
        store::setFieldsEdit(book.connection(), {EntityKind::Company, book.acme.value},
                             {{entityInfo(EntityKind::Company).indexOf(u"custom"), typed}}, book.actor());
    REQUIRE(!late);
    CHECK(late.error().code == ErrorCode::Conflict);
    CHECK(inEnglish(late.error().text) == u"“Size” has another type now: look at it again."_s);
}

TEST_CASE("A choice that records have cannot be taken from an own field", "[store]")
{
    FieldBook book(GENERATE(anyEngine()));
    const CustomField term = book.add(u"Term"_s, CustomKind::Choice, u"Annual\nMonthly"_s);
    book.give(book.acme, term, u"Monthly"_s);
    CHECK(book.refusal(term, u"choices", u"Annual\nWeekly"_s).contains(u"such as “Monthly”"_s));
    CHECK(book.refusal(term, u"choices", u"Monthly\nAnnual\nWeekly"_s).isEmpty());
    CHECK(book.refusal(term, u"choices", u"Monthly"_s).isEmpty()); // nobody has the other
    CHECK(book.refusal(term, u"kind", u"text"_s).isEmpty());
}

TEST_CASE("An own field with values is not deleted, and one without is", "[store]")
{
    FieldBook book(GENERATE(anyEngine()));
    const CustomField size = book.add(u"Size"_s, CustomKind::Number);
    const EntityRef ref{EntityKind::CustomField, size.id.value};
    book.give(book.acme, size, qint64(12));
    const Result<Edit> refused = store::deleteEdit(book.connection(), {ref});
    REQUIRE(!refused);
    CHECK(inEnglish(refused.error().text)
              .startsWith(u"Cannot delete “Size”: the own field “Size” has a value in"_s));
    CHECK(inEnglish(refused.error().text).endsWith(u"Empty it first."_s));
    book.give(book.acme, size, Value());
    book.commit(valueOf(store::deleteEdit(book.connection(), {ref})));
    CHECK(book.undo() == u"Deleted “Size”"_s);
    CHECK(book.load<CustomField>(size.id).label == u"Size"_s);
}

TEST_CASE("Own fields are put in order among those of the same records", "[store]")
{
    FieldBook book(GENERATE(anyEngine()));
    const CustomField first = book.add(u"First"_s, CustomKind::Text);
    book.add(u"Of deals"_s, CustomKind::Text, {}, EntityKind::Deal);
    const CustomField second = book.add(u"Second"_s, CustomKind::Text);
    book.commit(valueOf(
        store::movePicklistValueEdit(book.connection(), {EntityKind::CustomField, second.id.value}, -1)));
    CHECK(book.load<CustomField>(second.id).position < book.load<CustomField>(first.id).position);
}

TEST_CASE("A list is sorted by an own field, whatever its type, with empty cells first", "[store]")
{
    FieldBook book(GENERATE(anyEngine()));
    struct Case {
        CustomKind kind;
        Value low;
        Value high;
    };
    const Case each = GENERATE(Case{CustomKind::Number, Value(qint64(9)), Value(10.5)},
                               Case{CustomKind::Money, Value(qint64(900)), Value(qint64(1000))},
                               Case{CustomKind::Text, Value(u"Zebra"_s), Value(u"apple"_s)},
                               Case{CustomKind::Day, Value(u"2026-02-01"_s), Value(u"2026-10-01"_s)},
                               Case{CustomKind::YesNo, Value(qint64(0)), Value(qint64(1))});
    const CustomField field = book.add(u"Size"_s, each.kind);
    const CompanyId none = book.SalesBook::add(Company{.name = u"None"_s});
    book.give(book.acme, field, each.high);
    book.give(book.bolt, field, each.low);
    const auto sorted = [&](const QString &order) {
        const std::vector<CustomField> custom{field};
        const Query query{.kind = EntityKind::Company,
                          .order = valueOf(parseOrder(EntityKind::Company, order, custom))};
        std::vector<qint64> ids = valueOf(store::ids(book.connection(), query, {}, 0));
        if (each.kind == CustomKind::YesNo) // no and nothing are the same
            std::erase(ids, none.value);
        return ids;
    };
    std::vector<qint64> up{none.value, book.bolt.value, book.acme.value};
    if (each.kind == CustomKind::YesNo)
        std::erase(up, none.value);
    CHECK(sorted(u"size"_s) == up);
    CHECK(sorted(u"-custom.size"_s) == std::vector<qint64>{up.rbegin(), up.rend()});
}
