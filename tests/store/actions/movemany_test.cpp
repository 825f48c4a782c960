// SPDX-License-Identifier: GPL-3.0-or-later
// Steps of many changes: what they read and log is read and logged together, and they do what each change would.
#include "domain/records/inenglish.h"
#include "support/flaws.h"
#include "support/salesbook.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int many = 60;

struct FullBook : SalesBook {
    std::vector<DealId> deals; // all in Offer

    explicit FullBook(sql::Engine engine, int number = many) : SalesBook(engine)
    {
        Edit edit{.label = Sentence::verbatim(u"Add"_s)};
        const auto stage = load<Stage>(offer);
        for (int i = 0; i < number; ++i) {
            const Deal deal{.name = u"Deal %1"_s.arg(i),
                            .pipeline = pipeline,
                            .stage = offer,
                            .amount = 100 + i,
                            .currency = u"EUR"_s,
                            .owner = ana};
            const auto changes = createDeal(deal, stage, ana, actor().now, -1 - i);
            edit.changes.insert(edit.changes.end(), changes.begin(), changes.end());
        }
        for (const Change &change : commit(edit).changes) {
            if (change.ref.kind == EntityKind::Deal)
                deals.push_back({change.ref.id});
        }
        REQUIRE(deals.size() == size_t(number));
    }

    // How many statements `action` sends.
    template <class Action>
    int statementsOf(Action action)
    {
        int count = 0;
        connection().setProbe([&count](const QString &, const sql::Values &) -> Result<> {
            ++count;
            return {};
        });
        action();
        connection().setProbe({});
        return count;
    }

    int openVisitsIn(StageId stage)
    {
        const auto visits = valueOf(store::loadAll<StageVisit>(
            connection(), {u"stage_id = ? AND left_at IS NULL"_s, {stage.value}, {}}));
        return int(visits.size());
    }

    // A description for each deal, from what it holds now.
    Edit describing(const QString &text)
    {
        Edit edit{.label = Sentence::verbatim(u"Describe"_s)};
        for (const DealId id : deals) {
            const auto before = load<Deal>(id);
            Deal after = before;
            after.description = text;
            edit.changes.push_back(update(before, after));
        }
        return edit;
    }

    void checkSound() { CHECK(flawsIn(connection()) == none); }
};

} // namespace

TEST_CASE("Many cards that move together are read together, and each is written as if it moved alone",
          "[store]")
{
    FullBook book(GENERATE(anyEngine()));
    Edit edit;
    const int read = book.statementsOf([&] {
        edit = valueOf(
            store::moveDealsEdit(book.connection(), book.deals, {book.negotiation, {}}, {}, book.actor()));
    });
    CHECK(read <= 12);
    const int written = book.statementsOf([&] { book.commit(edit); });
    // A deal, the visit it leaves, the visit it begins; the rest is for all of them.
    CHECK(written <= 3 * many + 30);
    CHECK(book.column(book.offer).isEmpty());
    CHECK(book.column(book.negotiation).size() == many);
    CHECK(book.column(book.negotiation).front() == u"Deal 0"_s);
    CHECK(book.openVisitsIn(book.offer) == 0);
    CHECK(book.openVisitsIn(book.negotiation) == many);
    CHECK(book.history().front().changeCount == qint64(edit.changes.size()));
    book.checkSound();

    CHECK(!book.undo().isNull());
    CHECK(book.column(book.negotiation).isEmpty());
    CHECK(book.column(book.offer).size() == many);
    CHECK(book.openVisitsIn(book.offer) == many);
    CHECK(!book.redo().isNull());
    CHECK(book.openVisitsIn(book.negotiation) == many);
    book.checkSound();
}

TEST_CASE("A record that a long step changes twice ends as the second change says", "[store]")
{
    FullBook book(GENERATE(anyEngine()));
    Edit edit = book.describing(u"first"_s);
    Deal first = book.load<Deal>(book.deals.front());
    first.description = u"first"_s;
    Deal second = first;
    second.description = u"second"_s;
    edit.changes.push_back(update(first, second));
    book.commit(edit);
    CHECK(book.load<Deal>(book.deals.front()).description == u"second"_s);
    CHECK(book.load<Deal>(book.deals.back()).description == u"first"_s);
    CHECK(!book.undo().isNull());
    CHECK(book.load<Deal>(book.deals.front()).description.isEmpty());
    book.checkSound();
}

TEST_CASE("One conflict in the middle of a long step stops it, and nothing of it is written", "[store]")
{
    FullBook book(GENERATE(anyEngine()));
    Edit edit = book.describing(u"mine"_s);
    const auto before = book.load<Deal>(book.deals[many / 2]);
    Deal theirs = before;
    theirs.description = u"theirs"_s;
    book.commit({Sentence::verbatim(u"Describe"_s), {update(before, theirs)}});
    const size_t steps = book.history().size();
    const auto refused = store::commit(book.connection(), edit, book.actor());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Conflict);
    CHECK(inEnglish(refused.error().text).contains(u"was changed in the meantime"_s));
    CHECK(book.history().size() == steps);
    CHECK(book.load<Deal>(book.deals.front()).description.isEmpty());
    CHECK(book.load<Deal>(book.deals[many / 2]).description == u"theirs"_s);
    book.checkSound();
}

TEST_CASE("A step too long to be read at once is undone as a whole, and stopped as a whole", "[store]")
{
    constexpr int more = 300; // than the 256 changes whose records are read together
    FullBook book(GENERATE(anyEngine()), more);
    Edit edit = book.describing(u"first"_s);
    Deal first = book.load<Deal>(book.deals.front());
    first.description = u"first"_s;
    Deal second = first;
    second.description = u"second"_s;
    edit.changes.push_back(update(first, second));
    book.commit(edit);
    CHECK(!book.undo().isNull());
    CHECK(book.load<Deal>(book.deals.front()).description.isEmpty());
    CHECK(book.load<Deal>(book.deals.back()).description.isEmpty());
    CHECK(!book.redo().isNull());
    CHECK(book.load<Deal>(book.deals.front()).description == u"second"_s);
    CHECK(book.load<Deal>(book.deals.back()).description == u"first"_s);

    const Edit late = book.describing(u"mine"_s);
    const auto before = book.load<Deal>(book.deals.back());
    Deal theirs = before;
    theirs.description = u"theirs"_s;
    book.commit({Sentence::verbatim(u"Describe"_s), {update(before, theirs)}});
    const auto refused = store::commit(book.connection(), late, book.actor());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Conflict);
    CHECK(book.load<Deal>(book.deals.front()).description == u"second"_s);
    book.checkSound();
}

TEST_CASE("Of many cards one that somebody deleted is named, and none moves", "[store]")
{
    FullBook book(GENERATE(anyEngine()));
    book.commit({Sentence::verbatim(u"Delete"_s), {remove({EntityKind::Deal, book.deals[7].value})}});
    const auto edit =
        store::moveDealsEdit(book.connection(), book.deals, {book.negotiation, {}}, {}, book.actor());
    REQUIRE_FALSE(edit);
    CHECK(edit.error().code == ErrorCode::NotFound);
    CHECK(inEnglish(edit.error().text) == u"The deal “Deal 7” was deleted."_s);
}
