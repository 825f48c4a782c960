// SPDX-License-Identifier: GPL-3.0-or-later
// Each type of repairable damage is repaired, and nothing else changes; other damage is reported.
#include "store/maintenance/repair.h"

#include "domain/records/inenglish.h"
#include "domain/records/lists.h"
#include "store/commit/changelog.h"
#include "support/damagedbook.h"
#include "support/dump.h"
#include "support/flaws.h"

#include <QRegularExpression>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;
using store::FlawKind;

namespace {

struct Mendable {
    QStringList statements;
    QString sentence;
};

const Mendable mendables[] = {
    {{u"UPDATE contact SET name_key = 'zzz' WHERE id = 1"_s},
     u"Recomputed the fields that follow from others: 1."_s},
    {{u"UPDATE contact SET email = 'old@x.example' WHERE id = 1"_s,
      u"UPDATE deal SET last_activity = 5 WHERE id = 1"_s,
      u"UPDATE activity_link SET phase = 2 WHERE id = 1"_s},
     u"Recomputed the fields that follow from others: 3."_s},
    {{u"DELETE FROM search_doc WHERE entity = 'deal' AND entity_id = 1"_s,
      u"UPDATE search_doc SET body = 'other' WHERE entity = 'deal' AND entity_id = 2"_s,
      u"INSERT INTO search_doc (entity, entity_id, body) VALUES ('deal', 4711, 'ghost')"_s},
     u"Rewrote the words of the search: "_s},
    {{u"UPDATE deal SET company_id = 4711 WHERE id = 4"_s,
      u"UPDATE tag_link SET record_id = 4711 WHERE id = 1"_s},
     u"Took out links to what does not exist: 2."_s},
    {{u"UPDATE deal SET pipeline_id = NULL WHERE id = 1"_s},
     u"Brought deals into agreement with their stage: 1."_s},
    {{u"UPDATE stage_visit SET left_at = left_at - 5 WHERE id = 1"_s},
     u"Closed gaps in stage histories: 1."_s},
    {{u"UPDATE deal SET amount = 1 WHERE id = 2"_s, u"UPDATE stage SET probability = 3 WHERE id = 1"_s},
     u"Completed the history, where it did not lead to the present: 2."_s},
    {{u"UPDATE operation SET change_count = 99 WHERE id = 1"_s}, u"Recounted the changes of steps: 1."_s},
    {{u"UPDATE operation SET reverted_by = 2 WHERE id = 1"_s},
     u"Marked steps as what they are, taken back or not: 1."_s},
    {{u"DROP INDEX deal_board"_s}, u"Made what was missing in the file's structure: 1."_s},
};

store::RepairReport repaired(DamagedBook &book)
{
    return valueOf(store::repairBook(book.connection(), book.actor(), {}));
}

} // namespace

TEST_CASE("What can be mended without loss is, and the check passes afterwards", "[store]")
{
    // slow: a dozen thorough checks
    DamagedBook book(GENERATE(anyEngine()));
    for (const Mendable &damage : mendables) {
        CAPTURE(book.connection().engine(), damage.statements);
        for (const QString &statement : damage.statements)
            book.spoil(statement);
        const auto report = repaired(book);
        CAPTURE(linesInEnglish(report.done), linesInEnglish(report.left.sentences()));
        CHECK(report.left.isSound());
        CHECK(linesInEnglish(report.done).filter(damage.sentence).size() == 1);
    }
    const QString mended = dumpOf(book.connection());
    CHECK(linesInEnglish(repaired(book).done) == none); // a second repair finds nothing
    CHECK(dumpOf(book.connection()) == mended);
}

TEST_CASE("However many indexes are missing, a repair makes all of them anew", "[store]")
{
    DamagedBook book(GENERATE(anyEngine()));
    const QStringList whole = indexesOf(book.connection());
    const QRegularExpression named(u"INDEX (?:\\w+\\.)?(\\w+) ON"_s);
    int dropped = 0;
    for (const QString &definition : whole) {
        const QString name = named.match(definition).captured(1);
        if (!name.isEmpty() && !name.endsWith(u"_pkey") && !name.endsWith(u"_key")) {
            book.spoil(u"DROP INDEX "_s + name);
            ++dropped;
        }
    }
    CHECK(dropped > 20); // more than a report lists
    CHECK(repaired(book).left.isSound());
    CHECK(indexesOf(book.connection()) == whole);
}

TEST_CASE("A sound book is not touched by a repair", "[store]")
{
    DamagedBook book(GENERATE(anyEngine()));
    const QString before = dumpOf(book.connection());
    const auto report = repaired(book);
    CHECK(linesInEnglish(report.done) == none);
    CHECK(report.left.isSound());
    CHECK(dumpOf(book.connection()) == before);
}

TEST_CASE("What a repair does to records is one step, and can be taken back", "[store]")
{
    DamagedBook book(GENERATE(anyEngine()));
    book.spoil(u"UPDATE tag_link SET record_id = 4711 WHERE id = 1"_s);
    book.spoil(u"UPDATE stage_visit SET left_at = left_at - 5 WHERE id = 1"_s);
    (void)repaired(book);
    CHECK(book.record({EntityKind::TagLink, 1}).deletedAt);
    const auto newest = book.history().front();
    CHECK(inEnglish(newest.label) == u"Repaired the book"_s);
    valueOf(store::revert(book.connection(), newest.id, book.actor()));
    CHECK_FALSE(book.record({EntityKind::TagLink, 1}).deletedAt);
    CHECK(book.check().count(FlawKind::StageVisit) == 1);
}

TEST_CASE("What the history did not know is noted in it, with both values", "[store]")
{
    DamagedBook book(GENERATE(anyEngine()));
    const Value right = book.record({EntityKind::Deal, 2}).value(u"amount");
    book.spoil(u"UPDATE deal SET amount = 1 WHERE id = 2"_s);
    (void)repaired(book);
    CHECK(book.record({EntityKind::Deal, 2}).value(u"amount") == Value(qint64(1)));
    const auto past = valueOf(store::changesOf(book.connection(), EntityRef{EntityKind::Deal, 2}, 1));
    REQUIRE(past.size() == 1);
    CHECK(inEnglish(past.front().operation.label) == u"Noted what the history did not know"_s);
    REQUIRE(past.front().change.fields.size() == 1);
    CHECK(past.front().change.fields.front().before == right);
    CHECK(past.front().change.fields.front().after == Value(qint64(1)));
    valueOf(store::revert(book.connection(), past.front().operation.id, book.actor()));
    CHECK(book.record({EntityKind::Deal, 2}).value(u"amount") == right);
}

TEST_CASE("What cannot be mended is left as it is and said", "[store]")
{
    DamagedBook book(GENERATE(anyEngine()));
    book.spoil(u"UPDATE company SET name = '' WHERE id = 2"_s);
    book.spoil(
        u"UPDATE change SET after = '{\"name\":' WHERE entity = 'deal' AND entity_id = 2 AND kind = 'create'"_s);
    book.spoil(u"UPDATE change SET entity_id = 4711 WHERE entity = 'deal' AND entity_id = 3"_s);
    const store::CheckReport left = repaired(book).left;
    CAPTURE(linesInEnglish(left.sentences()));
    CHECK(left.count(FlawKind::BrokenRule) == 1);
    CHECK(left.count(FlawKind::DamagedLog) == 1);
    CHECK(left.count(FlawKind::Log) == 1);
    book.spoil(u"ALTER TABLE deal ADD COLUMN colour TEXT"_s);
    CHECK(repaired(book).left.count(FlawKind::Schema) == 1);
}

TEST_CASE("A repair that is cancelled says so", "[store]")
{
    DamagedBook book(sql::Engine::Sqlite);
    const auto cancelled =
        store::repairBook(book.connection(), book.actor(), [](qint64 done, qint64) { return done < 5; });
    REQUIRE_FALSE(cancelled);
    CHECK(cancelled.error().code == ErrorCode::Cancelled);
}
