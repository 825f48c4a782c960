// SPDX-License-Identifier: GPL-3.0-or-later
// Steps of many records: they leave what their changes one by one leave, and their history, which does not repeat what
// the records hold, tells the same whatever happens afterwards.
#include "store/commit/commit.h"

#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/inenglish.h"
#include "domain/records/lists.h"
#include "store/commit/changelog.h"
#include "store/maintenance/check.h"
#include "store/maintenance/repair.h"
#include "support/book.h"
#include "support/dump.h"
#include "support/everystatement.h"
#include "support/flaws.h"

#include <algorithm>
#include <map>
#include <random>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 people = 700;

// People with a company and an address each, as an import writes them.
std::vector<Change> manyPeople()
{
    std::vector<Change> changes;
    for (qint64 i = 1; i <= people; ++i) {
        if (i % 7 == 1)
            changes.push_back(
                create(Company{.name = u"Works %1"_s.arg(i), .sector = u"Steel, \"tools\""_s}, i));
        changes.push_back(create(Contact{.firstName = u"Given%1"_s.arg(i),
                                         .lastName = u"Family Ö%1"_s.arg(i % 31),
                                         .jobTitle = i % 3 ? u"Buyer"_s : QString(),
                                         .company = {i - (i - 1) % 7}},
                                 i));
        changes.push_back(create(ContactPoint{.recordKind = EntityKind::Contact,
                                              .recordId = i,
                                              .by = ContactPointType::Email,
                                              .value = u"p%1@works.example"_s.arg(i)},
                                 i));
    }
    return changes;
}

// A change of some of the people, by chance.
std::vector<Change> someChanges(FreshBook &book, std::mt19937 &dice, qint64 count)
{
    std::vector<Change> changes;
    for (qint64 i = 0; i < count; ++i) {
        const EntityRef ref{EntityKind::Contact, 1 + qint64(dice() % people)};
        const Record record = book.record(ref);
        const bool isTaken = std::any_of(changes.begin(), changes.end(),
                                         [ref](const Change &each) { return each.ref == ref; });
        if (record.deletedAt || isTaken)
            continue;
        switch (dice() % 4) {
        case 0: changes.push_back(remove(ref)); break;
        case 1:
            changes.push_back(
                setField(record, record.info().indexOf(u"last_name"), u"Other %1"_s.arg(dice() % 100)));
            break;
        case 2: changes.push_back(setField(record, record.info().indexOf(u"job_title"), QString())); break;
        default: changes.push_back(setField(record, record.info().indexOf(u"company_id"), Value()));
        }
    }
    return changes;
}

const QStringList tables{u"company"_s, u"contact"_s, u"contact_point"_s, u"search_doc"_s};

QString rowsOf(FreshBook &book)
{
    return dumpOf(book.connection(), tables, {u"version"_s, u"modified_at"_s, u"deleted_at"_s})
        + QString::number(book.count(EntityKind::Contact));
}

bool isSound(FreshBook &book)
{
    const auto report = valueOf(store::checkBook(book.connection(), store::CheckDepth::Thorough, {}));
    CAPTURE(linesInEnglish(report.sentences()));
    CHECK(report.isSound());
    return report.isSound();
}

std::map<EntityRef, std::vector<FieldDelta>> byRecord(const std::vector<Change> &changes)
{
    std::map<EntityRef, std::vector<FieldDelta>> found;
    for (const Change &change : changes) {
        if (change.kind != ChangeKind::Create)
            continue;
        auto &fields = found[change.ref];
        fields = change.fields;
        std::sort(fields.begin(), fields.end(),
                  [](const FieldDelta &a, const FieldDelta &b) { return a.field < b.field; });
    }
    return found;
}

qint64 entriesOf(FreshBook &book)
{
    return std::get<qint64>(valueOf(book.connection().cell(u"SELECT count(*) FROM change"_s)));
}

} // namespace

TEST_CASE("A step of many records leaves what their changes one by one leave", "[store]")
{
    const sql::Engine engine = GENERATE(anyEngine());
    FreshBook together(engine);
    FreshBook oneByOne(engine);
    std::mt19937 dice(7);
    std::vector<Change> changes = manyPeople();
    changes.resize(400);
    together.commit({Sentence::verbatim(u"Import"_s), changes});
    oneByOne.commit({Sentence::verbatim(u"Import"_s), changes});
    changes = {};
    std::map<qint64, Record> present;
    for (qint64 i = 1; i <= 120; ++i) { // some twice, and some with one another
        const qint64 id = 1 + qint64(dice() % 120);
        Record &record = present.try_emplace(id, together.record({EntityKind::Contact, id})).first->second;
        if (i % 9 == 0) {
            changes.push_back(remove({EntityKind::ContactPoint, 1 + qint64(dice() % 120)}));
            continue;
        }
        const int field = record.info().indexOf(i % 2 ? u"job_title" : u"salutation");
        const QString text = u"Text %1"_s.arg(i % 5 ? i : 1);
        changes.push_back(setField(record, field, text));
        record.row[size_t(field)] = text;
    }
    together.commit({Sentence::verbatim(u"Many"_s), changes});
    auto step = valueOf(store::StepWriter::begin(oneByOne.connection(), Sentence::verbatim(u"Many"_s),
                                                 Origin::Typed, oneByOne.actor()));
    for (const Change &change : changes)
        valueOf(step.apply(change));
    valueOf(step.finish());
    QStringList compared{u"change"_s, u"operation"_s, u"search_doc"_s};
    for (const EntityKind kind : allEntityKinds())
        compared += tableName(kind);
    CHECK(dumpOf(together.connection(), compared, {}) == dumpOf(oneByOne.connection(), compared, {}));
    isSound(together);
}

TEST_CASE("Whatever happens afterwards, the history of a long step tells what it created", "[store]")
{
    // slow: some thousand records
    FreshBook book(GENERATE(anyEngine()));
    const unsigned seed = GENERATE(1U, 2U);
    CAPTURE(book.connection().engine(), seed);
    std::mt19937 dice(seed);
    const std::vector<Change> created = manyPeople();
    const qint64 step = book.commit({Sentence::verbatim(u"Import"_s), created}).operation.id;
    CHECK(entriesOf(book) < qint64(created.size()) / 4);
    std::vector<std::pair<qint64, QString>> past; // steps, and the rows before them
    for (int i = 0; i < 8; ++i) {
        const QString before = rowsOf(book);
        std::vector<Change> changes = someChanges(book, dice, i % 4 == 3 ? 1000 : 5);
        past.emplace_back(book.commit({Sentence::verbatim(u"Work"_s), changes}).operation.id, before);
        if (i % 3 == 0) {
            CHECK_FALSE(book.undo().isEmpty());
            CHECK(rowsOf(book) == before);
            CHECK_FALSE(book.redo().isEmpty());
        }
    }
    isSound(book);

    const auto expected = byRecord(created);
    CHECK(byRecord(valueOf(store::changesOf(book.connection(), step, 10'000))) == expected);
    for (qint64 id = 1; id <= people; id += 13) {
        const EntityRef ref{EntityKind::Contact, id};
        const auto all = valueOf(store::changesOf(book.connection(), ref, 1000));
        REQUIRE_FALSE(all.empty());
        CHECK(byRecord({all.back().change}).at(ref) == expected.at(ref));
        CHECK(all.back().operation.id == step);
        const auto steps = valueOf(store::operations(book.connection(), {.record = ref}, 0, 1000));
        CHECK(steps.back().id == step);
        CHECK(steps.size() == all.size());
    }
    for (auto it = past.rbegin(); it != past.rend(); ++it) {
        // the redone step is the one in effect
        CHECK_FALSE(book.undo().isEmpty());
        CHECK(rowsOf(book) == it->second);
    }
    CHECK(inEnglish(book.history().back().label) == u"Import"_s);
    CHECK(book.undo() == u"Import"_s);
    CHECK(book.count(EntityKind::Contact) == 0);
    isSound(book);
    CHECK(book.redo() == u"Import"_s);
    CHECK(book.count(EntityKind::Contact) == people);
    isSound(book);
}

TEST_CASE("The history tells of each record that a long step took away or brought back", "[store]")
{
    FreshBook book(GENERATE(anyEngine()));
    constexpr qint64 firms = 1'200;
    std::vector<Change> changes;
    for (qint64 i = 1; i <= firms; ++i)
        changes.push_back(create(Company{.name = u"Works %1"_s.arg(i)}, i));
    const qint64 made = book.commit({Sentence::verbatim(u"Import"_s), changes}).operation.id;
    changes.clear();
    for (qint64 i = 1; i <= firms; ++i)
        changes.push_back(remove({EntityKind::Company, i}));
    const qint64 removed = book.commit({Sentence::verbatim(u"Clear"_s), changes}).operation.id;
    CHECK_FALSE(book.undo().isEmpty());
    const qint64 back = book.history().front().id;
    CHECK(entriesOf(book) == 3); // one run each
    CHECK(book.count(EntityKind::Company) == firms);
    for (const qint64 id : {qint64(1), qint64(600), firms}) {
        CAPTURE(id);
        const auto all = valueOf(store::changesOf(book.connection(), {EntityKind::Company, id}, 10));
        REQUIRE(all.size() == 3);
        CHECK(all[0].operation.id == back);
        CHECK(all[0].change.kind == ChangeKind::Restore);
        CHECK(all[1].operation.id == removed);
        CHECK(all[1].change.kind == ChangeKind::Remove);
        CHECK(all[2].operation.id == made);
        CHECK(all[2].change.ref == EntityRef{EntityKind::Company, id});
    }
    for (const qint64 step : {removed, back}) {
        const auto all = valueOf(store::changesOf(book.connection(), step, 5'000));
        REQUIRE(all.size() == size_t(firms));
        const auto kind = step == removed ? ChangeKind::Remove : ChangeKind::Restore;
        for (size_t i = 0; i < all.size(); ++i) {
            CHECK(all[i].kind == kind);
            CHECK(all[i].ref == EntityRef{EntityKind::Company, firms - qint64(i)});
        }
        const auto newest = valueOf(store::changesOf(book.connection(), step, 7));
        REQUIRE(newest.size() == 7);
        CHECK(newest.back().ref.id == firms - 6);
    }
    isSound(book);
}

TEST_CASE("An import is not taken back if somebody changed one of its thousand records since", "[store]")
{
    FreshBook book(GENERATE(anyEngine()));
    const qint64 step = book.commit({Sentence::verbatim(u"Import"_s), manyPeople()}).operation.id;
    const Record record = book.record({EntityKind::Contact, 300});
    book.commit({Sentence::verbatim(u"Rename"_s),
                 {setField(record, record.info().indexOf(u"job_title"), u"Head of purchasing"_s)}});
    const QString before = dumpOf(book.connection());
    const auto result = store::revert(book.connection(), step, book.actor());
    REQUIRE_FALSE(result);
    CHECK(inEnglish(result.error().text).contains(u"Head of purchasing"));
    CHECK(dumpOf(book.connection()) == before);
    CHECK_FALSE(book.undo().isEmpty());
    CHECK(book.undo() == u"Import"_s);
    CHECK(book.count(EntityKind::Contact) == 0);
}

TEST_CASE("Taking back a step of many records can be cancelled at its last moment, which leaves all",
          "[store]")
{
    FreshBook book(GENERATE(anyEngine()));
    const qint64 step = book.commit({Sentence::verbatim(u"Import"_s), manyPeople()}).operation.id;
    const QString before = dumpOf(book.connection());
    int asked = 0;
    valueOf(store::StepWriter::begin(book.connection(), Sentence::verbatim(u"None"_s), Origin::Typed,
                                     book.actor())); // is dropped
    const auto count = [&asked](qint64, qint64) {
        ++asked;
        return true;
    };
    const auto undone = valueOf(store::revert(book.connection(), step, book.actor(), count));
    valueOf(store::revert(book.connection(), undone.operation.id, book.actor()));
    const QString again = dumpOf(book.connection());
    for (const int last : {1, asked / 2, asked}) {
        int turn = 0;
        const auto result =
            store::revert(book.connection(), undone.operation.id + 1, book.actor(),
                          [&turn, last](qint64 done, qint64 all) { return done <= all && ++turn < last; });
        REQUIRE_FALSE(result);
        CHECK(result.error().code == ErrorCode::Cancelled);
        CHECK(dumpOf(book.connection()) == again);
    }
    CHECK(before != again); // there are two steps more
}

TEST_CASE("The database fails at each statement of taking back a thousand records, and nothing is lost",
          "[store]")
{
    FreshBook book(GENERATE(anyEngine()));
    const qint64 step = book.commit({Sentence::verbatim(u"Import"_s), manyPeople()}).operation.id;
    const int failed = failEveryStatement(book, [&]() -> Result<> {
        HEADWAY_CHECK(store::revert(book.connection(), step, book.actor()));
        return {};
    });
    CHECK(failed > 10);
    CHECK(book.count(EntityKind::Contact) == 0);
    isSound(book);
}

TEST_CASE("The check finds what was changed behind the back of a long step's history", "[store]")
{
    FreshBook book(GENERATE(anyEngine()));
    book.commit({Sentence::verbatim(u"Import"_s), manyPeople()});
    const Record record = book.record({EntityKind::Contact, 70});
    book.commit({Sentence::verbatim(u"Rename"_s),
                 {setField(record, record.info().indexOf(u"job_title"), u"Head"_s)}});
    isSound(book);
    const auto spoil = [&book](const QString &statement) { valueOf(book.connection().run(statement)); };
    const auto complaints = [&book] {
        return linesInEnglish(
            valueOf(store::checkBook(book.connection(), store::CheckDepth::Thorough, {})).sentences());
    };
    const auto repair = [&book] {
        CHECK(valueOf(store::repairBook(book.connection(), book.actor(), {})).left.isSound());
    };
    spoil(u"UPDATE contact SET company_id = 8 WHERE id = 70"_s);
    CHECK(complaints().filter(u"created").size() == 1);
    repair();
    spoil(u"UPDATE contact SET job_title = 'Boss' WHERE id = 70"_s);
    CHECK(complaints().filter(u"Job title").size() == 1);
    repair();
    spoil(u"UPDATE contact SET deleted_at = 5 WHERE id = 71"_s);
    CHECK(complaints().filter(u"not by the history").size() == 1);
    repair();
    // entries that make no sense
    for (const QString &damage :
         {u"last_id = entity_id - 1"_s, u"last_id = 4000000000000000000"_s, u"after = 'AAAA'"_s}) {
        CAPTURE(damage);
        const auto run =
            valueOf(book.connection().row(u"SELECT id, last_id, after FROM change WHERE last_id IS NOT NULL"
                                          " AND entity = 'contact' ORDER BY id LIMIT 1"_s));
        spoil(u"UPDATE change SET "_s + damage + u" WHERE id = "_s
              + QString::number(std::get<qint64>(run[0])));
        CHECK_FALSE(complaints().filter(u"damaged").isEmpty());
        CHECK_FALSE(store::revert(book.connection(), 1, book.actor()));
        valueOf(book.connection().run(u"UPDATE change SET last_id = ?, after = ? WHERE id = ?"_s,
                                      {run[1], run[2], run[0]}));
    }
    isSound(book);
}
