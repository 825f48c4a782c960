// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/changes/change.h"

#include "domain/records/company.h"
#include "domain/records/deal.h"
#include "support/catch_qt.h"
#include "support/naughtytext.h"

using namespace headway;
using namespace Qt::StringLiterals;
using test::NaughtyText;

namespace {

// Any row: not necessarily one that makes sense.
Row randomRow(EntityKind kind, NaughtyText &random)
{
    Row row = entityInfo(kind).defaults;
    for (Value &value : row) {
        switch (random.number(5)) {
        case 0: value = random.text(); break;
        case 1: value = qint64(random.number(1'000'000)) - 500'000; break;
        case 2: value = Value(); break;
        default: break;
        }
    }
    return row;
}

Row applied(Row row, const std::vector<FieldDelta> &fields)
{
    for (const FieldDelta &delta : fields) {
        CHECK(row[size_t(delta.field)] == delta.before);
        row[size_t(delta.field)] = delta.after;
    }
    return row;
}

// A minimal book of one record.
struct Shelf {
    std::optional<Row> row = {};
    Row removed = {};

    void take(const Change &change)
    {
        switch (change.kind) {
        case ChangeKind::Create: row = applied(entityInfo(change.ref.kind).defaults, change.fields); break;
        case ChangeKind::Update: row = applied(*row, change.fields); break;
        case ChangeKind::Remove:
            for (const FieldDelta &delta : change.fields)
                CHECK((*row)[size_t(delta.field)] == delta.before);
            removed = *row;
            row.reset();
            break;
        case ChangeKind::Restore: row = removed; break;
        }
    }
};

} // namespace

TEST_CASE("The difference of two records turns the one into the other", "[domain]")
{
    for (unsigned seed = 0; seed < 500; ++seed) {
        NaughtyText random(seed);
        const EntityKind kind = EntityKind(random.number(entityKindCount - 1));
        Row before = randomRow(kind, random);
        Row after = randomRow(kind, random);
        const std::vector<FieldDelta> delta = difference(kind, before, after);
        // Derived fields are computed.
        const EntityInfo &info = entityInfo(kind);
        Row expected = after;
        for (size_t i = 0; i < info.fields.size(); ++i) {
            if (!info.fields[i].isLogged())
                expected[i] = before[i];
        }
        CAPTURE(seed);
        CHECK(applied(before, delta) == expected);
        CHECK(difference(kind, before, before).empty());
    }
}

TEST_CASE("Taking a step back and doing it again is as if nothing had been", "[domain]")
{
    for (unsigned seed = 0; seed < 300; ++seed) {
        NaughtyText random(seed);
        const EntityKind kind = EntityKind(random.number(entityKindCount - 1));
        const Row first = randomRow(kind, random);
        const Row second = randomRow(kind, random);
        std::vector<Change> step{createRow(kind, first, 1)};
        step.push_back({ChangeKind::Update, {kind, 1}, difference(kind, first, second), {}});
        if (random.number(1) == 0)
            step.push_back(remove({kind, 1}));

        Shelf shelf;
        const auto take = [&shelf](const std::vector<Change> &changes) {
            for (const Change &change : changes)
                shelf.take(change);
        };
        CAPTURE(seed);
        take(step);
        const std::optional<Row> done = shelf.row;
        const std::vector<Change> back = inverse(step);
        take(back);
        CHECK_FALSE(shelf.row);
        take(inverse(back));
        CHECK(shelf.row == done);
        take(inverse(inverse(back)));
        CHECK_FALSE(shelf.row);
    }
}

TEST_CASE("Taking a new record back expects every field as it was made, also those without anything",
          "[domain]")
{
    const std::vector<Change> back = inverse(std::vector{create(Company{.name = u"Acme"_s}, 7)});
    REQUIRE(back.size() == 1);
    CHECK(back[0].kind == ChangeKind::Remove);
    CHECK(back[0].ref == EntityRef{EntityKind::Company, 7});
    REQUIRE(deltaOf(back[0], u"name"));
    CHECK(deltaOf(back[0], u"name")->before == Value(u"Acme"_s));
    REQUIRE(deltaOf(back[0], u"sector"));
    CHECK(deltaOf(back[0], u"sector")->before == Value(u""_s));
    CHECK(deltaOf(back[0], u"last_activity") == nullptr); // follows from others
}

TEST_CASE("A new record is what differs from an empty one", "[domain]")
{
    const Change change = create(Company{.name = u"Acme"_s}, -1);
    CHECK(change.kind == ChangeKind::Create);
    CHECK(change.ref == EntityRef{EntityKind::Company, -1});
    REQUIRE(change.fields.size() == 1);
    CHECK(deltaOf(change, u"name")->after == Value(u"Acme"_s));
    CHECK(deltaOf(change, u"sector") == nullptr);
    CHECK(deltaOf(change, u"no such field") == nullptr);
}

TEST_CASE("A cell that is set to what it holds changes nothing", "[domain]")
{
    const Record record{{EntityKind::Company, 3}, 1, {}, {}, {}, toRow(Company{.name = u"Acme"_s})};
    const int name = record.info().indexOf(u"name");
    CHECK(setField(record, name, u"Acme"_s).fields.empty());
    const Change change = setField(record, name, u"Acme Ltd"_s);
    REQUIRE(change.fields.size() == 1);
    CHECK(change.fields[0] == FieldDelta{name, u"Acme"_s, u"Acme Ltd"_s});
}

TEST_CASE("What the program derives is no part of a change", "[domain]")
{
    Deal before{.id = {1}, .name = u"Renewal"_s};
    Deal after = before;
    after.lastActivity = {5};
    after.nameKey = u"anything"_s;
    CHECK(update(before, after).fields.empty());
}
