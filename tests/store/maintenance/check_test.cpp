// SPDX-License-Identifier: GPL-3.0-or-later
// Each type of damage, done with direct SQL, is found and named.
#include "store/maintenance/check.h"

#include "domain/records/inenglish.h"
#include "domain/records/lists.h"
#include "support/damagedbook.h"
#include "support/flaws.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;
using store::CheckDepth;
using store::FlawKind;

namespace {

struct Damage {
    QString statement;
    FlawKind kind;
    QString sentence; // of the first finding
};

void expect(const Damage &damage)
{
    DamagedBook book(GENERATE(anyEngine()));
    CAPTURE(book.connection().engine(), damage.statement);
    book.spoil(damage.statement);
    const auto report = book.check();
    CAPTURE(linesInEnglish(report.sentences()));
    CHECK(report.count(damage.kind) > 0);
    CHECK(report.isSound() == (damage.kind == FlawKind::RemovedLink));
    CHECK(linesInEnglish(report.sentences()).contains(damage.sentence));
}

} // namespace

TEST_CASE("A sound book has nothing to report, and the check says how far it is", "[store]")
{
    DamagedBook book(GENERATE(anyEngine()));
    qint64 last = 0;
    qint64 all = 0;
    const auto report =
        valueOf(store::checkBook(book.connection(), CheckDepth::Thorough, [&](qint64 done, qint64 of) {
            last = done;
            all = of;
            return true;
        }));
    CHECK(linesInEnglish(report.sentences()) == none);
    CHECK(report.isSound());
    CHECK(last == all);
}

TEST_CASE("The check still passes after edits, undo and redo of every kind", "[store]")
{
    DamagedBook book(GENERATE(anyEngine()));
    const Record deal = book.record({EntityKind::Deal, 3});
    book.commit({Sentence::verbatim(u"Rename"_s),
                 {setField(deal, deal.info().indexOf(u"name"), u"Łódź extension"_s)}});
    book.commit({Sentence::verbatim(u"Delete a contact point"_s), {remove({EntityKind::ContactPoint, 1})}});
    book.commit({Sentence::verbatim(u"Delete an activity"_s), {remove({EntityKind::Activity, 2})}});
    const Record item = book.record({EntityKind::LineItem, 1});
    book.commit({Sentence::verbatim(u"Another deal's item"_s),
                 {setField(item, item.info().indexOf(u"deal_id"), qint64(2))}});
    CHECK(book.check().isSound());
    while (!book.undo().isNull())
        CHECK(book.check().isSound());
    while (!book.redo().isNull())
        CHECK(book.check().isSound());
}

TEST_CASE("Taking back a redo leaves steps and undos in agreement", "[store]")
{
    FreshBook book(GENERATE(anyEngine()));
    const auto made = book.commit({Sentence::verbatim(u"Add"_s), {create(Tag{.name = u"Important"_s})}});
    qint64 step = made.operation.id;
    for (int i = 0; i < 5; ++i) { // undo, redo, undo of the redo, …
        step = valueOf(store::revert(book.connection(), step, book.actor())).operation.id;
        const auto report = valueOf(store::checkBook(book.connection(), CheckDepth::Thorough, {}));
        CHECK(linesInEnglish(report.sentences()) == none);
    }
}

TEST_CASE("The check finds a field that breaks a rule", "[store]")
{
    expect({u"UPDATE deal SET currency = 'XX' WHERE id = 4"_s, FlawKind::BrokenRule,
            u"deal 4 “Renewal 3 Dünen”: Currency: “XX” is not a currency code."_s});
    expect({u"UPDATE company SET name = '' WHERE id = 2"_s, FlawKind::BrokenRule,
            u"company 2: Name is missing."_s});
}

TEST_CASE("The check finds links to nothing, and notes those to removed records", "[store]")
{
    expect({u"UPDATE deal SET company_id = 4711 WHERE id = 4"_s, FlawKind::Dangling,
            u"deal 4 “Renewal 3 Dünen”: Company is the company 4711, which does not exist."_s});
    expect({u"UPDATE tag_link SET record_id = 4711 WHERE id = 1"_s, FlawKind::Dangling,
            u"tag link 1: Record is the deal 4711, which does not exist."_s});
}

TEST_CASE("A link to a removed record is a note, not a flaw", "[store]")
{
    DamagedBook book(GENERATE(anyEngine()));
    book.commit({Sentence::verbatim(u"Delete"_s), {remove({EntityKind::Company, 2})}});
    const auto report = book.check();
    CHECK(report.isSound());
    CHECK(report.count(FlawKind::RemovedLink) > 0);
    CHECK(linesInEnglish(report.sentences())
              .contains(u"deal 2 “Renewal 1 birch”: Company is the company 2, which was deleted."_s));
}

TEST_CASE("The check finds derived fields that are out of date", "[store]")
{
    expect({u"UPDATE contact SET name_key = 'zzz' WHERE id = 1"_s, FlawKind::Derived,
            u"contact 1 “amber fjord 0”: name_key is “zzz” and should be “fjord 0 amber”."_s});
    expect({u"UPDATE contact SET email = 'old@x.example' WHERE id = 1"_s, FlawKind::Derived,
            u"contact 1 “amber fjord 0”: E-mail is not what follows from other records."_s});
    expect({u"UPDATE deal SET last_activity = 5 WHERE id = 1"_s, FlawKind::Derived,
            u"deal 1 “Renewal 0 amber”: Last activity is not what follows from other records."_s});
    expect({u"UPDATE activity_link SET phase = 2 WHERE id = 1"_s, FlawKind::Derived,
            u"activity link 1: phase is not what follows from other records."_s});
}

TEST_CASE("The check finds search text that is missing, old or too much", "[store]")
{
    expect({u"DELETE FROM search_doc WHERE entity = 'deal' AND entity_id = 1"_s, FlawKind::SearchText,
            u"deal 1 “Renewal 0 amber”: the search does not find it."_s});
    expect({u"UPDATE search_doc SET body = 'other' WHERE entity = 'deal' AND entity_id = 1"_s,
            FlawKind::SearchText, u"deal 1 “Renewal 0 amber”: the search finds it by old words."_s});
    expect({u"INSERT INTO search_doc (entity, entity_id, body) VALUES ('deal', 4711, 'ghost')"_s,
            FlawKind::SearchText, u"deal 4711: the search finds it, though it was deleted."_s});
}

TEST_CASE("The check finds a search index that differs from its texts", "[store]")
{
    DamagedBook book(sql::Engine::Sqlite);
    valueOf(book.connection().run(
        u"INSERT INTO search_index (search_index, rowid, body) VALUES ('delete', 1, 'amber')"_s));
    CHECK(
        linesInEnglish(book.check().sentences()).contains(u"The search index (search_index) is damaged."_s));
}

TEST_CASE("The check finds stages and visits that do not agree", "[store]")
{
    expect({u"UPDATE deal SET status = 'lost' WHERE id = 1"_s, FlawKind::Stage,
            u"deal 1 “Renewal 0 amber”: Status differs from what its stage means."_s});
    expect({u"UPDATE stage_visit SET left_at = left_at - 5 WHERE id = 1"_s, FlawKind::StageVisit,
            u"deal 1 “Renewal 0 amber”: it left a stage at another time than it entered the next."_s});
    expect({u"UPDATE stage_visit SET left_at = NULL WHERE id = 1"_s, FlawKind::StageVisit,
            u"deal 1 “Renewal 0 amber”: by its stage visits it is in another stage."_s});
}

TEST_CASE("The check finds a history that does not lead to the present", "[store]")
{
    expect({u"UPDATE deal SET amount = 1 WHERE id = 2"_s, FlawKind::Log,
            u"deal 2 “Renewal 1 birch”: Amount is not what the history says."_s});
    expect(
        {u"UPDATE change SET after = '{\"name\":' WHERE entity = 'deal' AND entity_id = 2 AND kind = 'create'"_s,
         FlawKind::DamagedLog, u"deal 2 “Renewal 1 birch”: an entry of its history is damaged."_s});
    expect(
        {u"UPDATE change SET after = '{\"name\":[1]}' WHERE entity = 'deal' AND entity_id = 2 AND kind = 'create'"_s,
         FlawKind::DamagedLog, u"deal 2 “Renewal 1 birch”: an entry of its history is damaged."_s});
    expect({u"UPDATE change SET kind = 'made' WHERE entity = 'deal' AND entity_id = 2 AND kind = 'create'"_s,
            FlawKind::DamagedLog, u"deal 2 “Renewal 1 birch”: an entry of its history is damaged."_s});
    expect({u"UPDATE change SET entity_id = 4711 WHERE entity = 'deal' AND entity_id = 2"_s, FlawKind::Log,
            u"deal 4711: it is in the history, but not in the book."_s});
    expect({u"UPDATE deal SET deleted_at = 7 WHERE id = 2"_s, FlawKind::Log,
            u"deal 2 “Renewal 1 birch”: it is deleted, but not by the history."_s});
    expect({u"UPDATE operation SET change_count = 99, label = 'Step', sentence = '' WHERE id = 1"_s,
            FlawKind::StepCount, u"Step 1 “Step” of the history counts other changes than it made."_s});
    expect({u"UPDATE operation SET reverted_by = 2, label = 'Step', sentence = '' WHERE id = 1"_s,
            FlawKind::Reverted,
            u"Step 1 “Step” of the history is marked as taken back by a step that did not."_s});
}

TEST_CASE("The check finds tables and indexes that are missing or strange", "[store]")
{
    DamagedBook book(GENERATE(anyEngine()));
    valueOf(book.connection().command(u"DROP INDEX deal_board"_s));
    valueOf(book.connection().command(u"ALTER TABLE deal ADD COLUMN colour TEXT"_s));
    const QStringList found = linesInEnglish(book.check().sentences());
    CAPTURE(found);
    CHECK(found.filter(u"deal_board is missing"_s).size() == 1);
    CHECK(found.filter(u"deal"_s).size() >= 2);
}

TEST_CASE("Many flaws of a kind are counted, and a few are named", "[store]")
{
    DamagedBook book(GENERATE(anyEngine()));
    book.spoil(u"UPDATE activity SET custom = 'x', subject = subject || '!'"_s);
    const auto report = book.check();
    CHECK(report.count(FlawKind::Log) == 120);
    CHECK(linesInEnglish(report.sentences()).contains(u"… and 100 more."_s));
}

TEST_CASE("A check that is cancelled says so", "[store]")
{
    DamagedBook book(GENERATE(anyEngine()));
    const auto cancelled = store::checkBook(book.connection(), CheckDepth::Thorough,
                                            [](qint64 done, qint64) { return done < 5; });
    REQUIRE_FALSE(cancelled);
    CHECK(cancelled.error().code == ErrorCode::Cancelled);
    book.add(Tag{.name = u"Work goes on"_s});
}
