// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/commit/commit.h"

#include "domain/records/activity.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/inenglish.h"
#include "store/book/book.h"
#include "store/commit/changelog.h"
#include "store/rows/records.h"
#include "support/book.h"

#include <future>

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;

TEST_CASE("A company that was entered is there with all its fields", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    Company company;
    company.name = u"Śląskie Zakłady Fan-Tech"_s;
    company.revenue = 1200050;
    company.currency = u"PLN"_s;
    const CompanyId id = book.add(company);

    const Company found = book.load<Company>(id);
    CHECK(found.name == company.name);
    CHECK(found.nameKey == u"slaskie zaklady fan-tech"_s);
    CHECK(found.revenue == 1200050);
    CHECK(found.employees == std::nullopt);
}

TEST_CASE("An edit that breaks a rule changes nothing and names the field", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    Edit edit{Sentence::verbatim(u"Add two companies"_s),
              {create(Company{.name = u"Good"_s}), create(Company{})}};
    const auto result = store::commit(book.connection(), edit, book.actor());
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::Invalid);
    CHECK(inEnglish(result.error().text) == u"Name is missing."_s);
    CHECK(book.count(EntityKind::Company) == 0);
    CHECK(book.history().empty());
}

TEST_CASE("A record and those that refer to it are made in one step", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    Edit edit{Sentence::verbatim(u"Add Ana at Acme"_s),
              {create(Company{.name = u"Acme"_s}, -1),
               create(Contact{.firstName = u"Ana"_s, .lastName = u"Núñez"_s, .company = {-1}}, -1),
               create(ContactPoint{
                   .recordKind = EntityKind::Contact, .recordId = -1, .value = u"ana@acme.example"_s})}};
    const ChangeSet set = book.commit(edit);
    REQUIRE(set.changes.size() == 3);
    const Contact ana = book.load<Contact>({set.changes[1].ref.id});
    CHECK(ana.company.value == set.changes[0].ref.id);
    CHECK(ana.name == u"Ana Núñez"_s);
    CHECK(ana.nameKey == u"nunez ana"_s);
    CHECK(ana.email == u"ana@acme.example"_s);
}

TEST_CASE("Two people who change different fields of a record both keep their change", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const CompanyId id = book.add(Company{.name = u"Acme"_s});
    const Company seen = book.load<Company>(id);
    Company mine = seen;
    mine.sector = u"Retail"_s;
    Company theirs = seen;
    theirs.website = u"acme.example"_s;
    book.commit({Sentence::verbatim(u"Mine"_s), {update(seen, mine)}});
    book.commit({Sentence::verbatim(u"Theirs"_s), {update(seen, theirs)}});
    CHECK(book.load<Company>(id).sector == u"Retail"_s);
    CHECK(book.load<Company>(id).website == u"acme.example"_s);
}

TEST_CASE("Two people who change the same field: the second hears of both values", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const CompanyId id = book.add(Company{.name = u"Acme"_s, .sector = u"Retail"_s});
    const Company seen = book.load<Company>(id);
    Company mine = seen;
    mine.sector = u"Medical"_s;
    Company theirs = seen;
    theirs.sector = u"Software"_s;
    book.commit({Sentence::verbatim(u"Mine"_s), {update(seen, mine)}});
    const auto result = store::commit(
        book.connection(), {Sentence::verbatim(u"Theirs"_s), {update(seen, theirs)}}, book.actor());
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::Conflict);
    CHECK(inEnglish(result.error().text)
          == u"Sector of “Acme” was changed in the meantime: it is now “Medical”, not “Retail”."_s);
}

TEST_CASE("Each step can be taken back and done again, down to the beginning", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const CompanyId id = book.add(Company{.name = u"Acme"_s});
    const Company first = book.load<Company>(id);
    Company second = first;
    second.name = u"Acme Ltd"_s;
    second.employees = 40;
    book.commit({Sentence::verbatim(u"Rename"_s), {update(first, second)}});
    book.commit({Sentence::verbatim(u"Delete"_s), {remove({EntityKind::Company, id.value})}});

    CHECK(book.undo() == u"Delete"_s);
    CHECK(book.load<Company>(id).name == u"Acme Ltd"_s);
    CHECK(book.undo() == u"Rename"_s);
    CHECK(book.load<Company>(id).name == u"Acme"_s);
    CHECK(book.load<Company>(id).employees == std::nullopt);
    CHECK(book.undo() == u"Add"_s);
    CHECK(book.count(EntityKind::Company) == 0);
    CHECK(book.undo().isNull());

    CHECK(book.redo() == u"Add"_s);
    CHECK(book.redo() == u"Rename"_s);
    CHECK(book.load<Company>(id).name == u"Acme Ltd"_s);
    CHECK(book.redo() == u"Delete"_s);
    CHECK(book.redo().isNull());
    CHECK(book.count(EntityKind::Company) == 0);
}

TEST_CASE("An old step is taken back though later steps touched other fields", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const CompanyId id = book.add(Company{.name = u"Acme"_s});
    const Company first = book.load<Company>(id);
    Company second = first;
    second.sector = u"Retail"_s;
    const ChangeSet old = book.commit({Sentence::verbatim(u"Sector"_s), {update(first, second)}});
    Company third = second;
    third.website = u"acme.example"_s;
    book.commit({Sentence::verbatim(u"Website"_s), {update(second, third)}});

    REQUIRE(store::revert(book.connection(), old.operation.id, book.actor()));
    CHECK(book.load<Company>(id).sector.isEmpty());
    CHECK(book.load<Company>(id).website == u"acme.example"_s);
}

TEST_CASE("A step on which something depends is not taken back, and it is said what", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const ChangeSet made =
        book.commit({Sentence::verbatim(u"Add Acme"_s), {create(Company{.name = u"Acme"_s})}});
    const CompanyId acme{made.changes.front().ref.id};
    book.add(Contact{.firstName = u"Ana"_s, .company = acme});
    const auto result = store::revert(book.connection(), made.operation.id, book.actor());
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::Conflict);
    CHECK(inEnglish(result.error().text)
          == u"Cannot take back “Add Acme”: the company “Acme” is used by the contact “Ana”."_s);
    CHECK(book.load<Company>(acme).name == u"Acme"_s);
}

TEST_CASE("What is linked to a record is said by its name, and so is what was added to it", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const auto refusal = [&](auto &&add) {
        const ChangeSet made =
            book.commit({Sentence::verbatim(u"Add Acme"_s), {create(Company{.name = u"Acme"_s})}});
        add(made.changes.front().ref.id);
        const auto result = store::revert(book.connection(), made.operation.id, book.actor());
        return result ? QString() : inEnglish(result.error().text);
    };
    CHECK(refusal([&](qint64 acme) {
              const ActivityId call =
                  book.add(Activity{.kind = ActivityKind::Call, .subject = u"Call back"_s, .at = {1}});
              book.add(ActivityLink{.activity = call, .recordKind = EntityKind::Company, .recordId = acme});
          })
          == u"Cannot take back “Add Acme”: the company “Acme” is linked to the activity “Call back”."_s);
    CHECK(refusal([&](qint64 acme) {
              book.add(Address{.recordKind = EntityKind::Company, .recordId = acme, .city = u"Ulm"_s});
          })
          == u"Cannot take back “Add Acme”: the company “Acme” has been given an address in the meantime."_s);
}

TEST_CASE("A planned call shows as the next activity of its deal until it is done", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const CompanyId acme = book.add(Company{.name = u"Acme"_s});
    Activity call{
        .kind = ActivityKind::Call, .state = ActivityState::Planned, .subject = u"Call back"_s, .at = {5000}};
    const ChangeSet set =
        book.commit({Sentence::verbatim(u"Plan"_s),
                     {create(call, -1),
                      create(ActivityLink{
                          .activity = {-1}, .recordKind = EntityKind::Company, .recordId = acme.value})}});
    CHECK(book.load<Company>(acme).nextActivity == Instant{5000});
    CHECK_FALSE(book.load<Company>(acme).lastActivity);

    const Activity planned = book.load<Activity>({set.changes[0].ref.id});
    Activity done = planned;
    done.state = ActivityState::Done;
    book.commit({Sentence::verbatim(u"Done"_s), {update(planned, done)}});
    CHECK_FALSE(book.load<Company>(acme).nextActivity);
    CHECK(book.load<Company>(acme).lastActivity == Instant{5000});
    book.undo();
    CHECK(book.load<Company>(acme).nextActivity == Instant{5000});
}

TEST_CASE("A text that begins with a byte order mark is undone and done again like any other", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const QString marked = u"\uFEFFx\uFEFF"_s;
    const CompanyId id = book.add(Company{.name = u"Acme"_s, .sector = marked});
    const Company seen = book.load<Company>(id);
    CHECK(seen.sector == marked);
    Company changed = seen;
    changed.sector = u"\uFEFF"_s;
    book.commit({Sentence::verbatim(u"Sector"_s), {update(seen, changed)}});
    book.undo();
    CHECK(book.load<Company>(id).sector == marked);
    book.redo();
    CHECK(book.load<Company>(id).sector == u"\uFEFF"_s);
}

TEST_CASE("Two people who take back the same step at the same time do it once", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const CompanyId id = book.add(Company{.name = u"Acme"_s});
    const Company before = book.load<Company>(id);
    SECTION("an addition")
    {
    }
    SECTION("a change")
    {
        Company after = before;
        after.sector = u"Foundry"_s;
        book.commit({Sentence::verbatim(u"Change"_s), {update(before, after)}});
    }
    SECTION("a removal")
    {
        book.commit({Sentence::verbatim(u"Remove"_s), {remove({EntityKind::Company, id.value})}});
    }
    const std::vector<Operation> steps = book.history();
    const qint64 step = steps.front().id;
    const Actor actor = book.actor();
    // The other one begins during this one, and ends at any time.
    std::future<Result<ChangeSet>> other;
    const auto inTheMiddle = [&](qint64, qint64) {
        if (other.valid())
            return true; // asked a last time
        other = std::async(std::launch::async, [&]() -> Result<ChangeSet> {
            HEADWAY_TRY(connection, store::openBook(book.place(), sql::Access::ReadWrite));
            return store::revert(*connection, step, actor);
        });
        return true;
    };
    REQUIRE(store::revert(book.connection(), step, actor, inTheMiddle));
    const Result<ChangeSet> second = other.get();
    REQUIRE_FALSE(second);
    CHECK(second.error().code == ErrorCode::Conflict);
    CHECK(book.history().size() == steps.size() + 1);
    CHECK(book.redo() == inEnglish(steps.front().label));
}

TEST_CASE("What is not there is named by its number as one types it", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const auto deal = store::load(book.connection(), {EntityKind::Deal, 12'345});
    REQUIRE_FALSE(deal);
    CHECK(inEnglish(deal.error().text) == u"There is no deal 12345."_s);
    const auto step = store::revert(book.connection(), 12'345, book.actor());
    REQUIRE_FALSE(step);
    CHECK(inEnglish(step.error().text) == u"There is no step 12345 in the history."_s);
}

TEST_CASE("A step whose entry is damaged is not taken back, and the book is as it was", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const CompanyId acme = book.add(Company{.name = u"Acme"_s});
    const qint64 step = book.history().front().id;
    const QString damage = GENERATE(u"kind = 'made'"_s, u"after = '[]'"_s, u"after = '{\"name\":true}'"_s,
                                    u"before = '{\"name\":\"A\"}', after = '{}'"_s);
    CAPTURE(damage);
    test::valueOf(book.connection().run(u"UPDATE change SET "_s + damage));
    const auto undone = store::revert(book.connection(), step, book.actor());
    REQUIRE_FALSE(undone);
    CHECK(undone.error().code == ErrorCode::Unreadable);
    CHECK(inEnglish(undone.error().text) == u"An entry of the history is damaged."_s);
    CHECK(book.load<Company>(acme).name == u"Acme"_s);
    CHECK(book.history().size() == 1);
}

TEST_CASE("Steps that take one another back in a circle do not lead round for ever", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    for (const QString &name : {u"A"_s, u"B"_s, u"C"_s, u"D"_s})
        book.add(Company{.name = name});
    const std::vector<Operation> steps = book.history(); // newest first
    const auto link = [&](size_t step, size_t reverts, std::optional<size_t> by) {
        test::valueOf(book.connection().run(
            u"UPDATE operation SET reverts = ?, reverted_by = ? WHERE id = ?"_s,
            {steps[reverts].id, by ? sql::Value(steps[*by].id) : sql::Value(), steps[step].id}));
    };
    link(3, 2, {});
    link(2, 1, 3);
    link(1, 0, {});
    link(0, 2, 1);
    const auto undone = store::revert(book.connection(), steps[3].id, book.actor());
    REQUIRE_FALSE(undone);
    CHECK(undone.error().code == ErrorCode::Unreadable);
    CHECK(book.history().size() == 4);
}
