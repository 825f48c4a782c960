// SPDX-License-Identifier: GPL-3.0-or-later
// Leads that are put into another status by hand, one or several at once.
#include "store/actions/leadactions.h"

#include "domain/records/inenglish.h"
#include "domain/records/lead.h"
#include "store/actions/actions.h"
#include "store/book/defaults.h"
#include "store/summaries/board.h"
#include "support/everystatement.h"
#include "support/salesbook.h"

#include <algorithm>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

namespace ours = store::defaults;

struct MovingBook : SalesBook {
    explicit MovingBook(sql::Engine engine) : SalesBook(engine)
    {
        addLeadStatuses();
        eva = lead(u"Eva"_s, u"Kern"_s);
        max = lead(u"Max"_s, u"Ott"_s);
    }
    LeadId lead(const QString &first, const QString &last)
    {
        return add(Lead{.firstName = first,
                        .lastName = last,
                        .status = ours::newLead,
                        .estimatedValue = 100'00,
                        .currency = u"EUR"_s,
                        .owner = ben});
    }
    Result<Edit> moving(const std::vector<LeadId> &leads, LeadStatusId to,
                        const LeadTransition &transition = {})
    {
        return store::moveLeadsEdit(connection(), leads, to, transition, actor());
    }
    void move(const std::vector<LeadId> &leads, LeadStatusId to, const LeadTransition &transition = {})
    {
        commit(valueOf(moving(leads, to, transition)));
    }
    QString refusal(const std::vector<LeadId> &leads, LeadStatusId to, const LeadTransition &transition = {})
    {
        const Result<Edit> edit = moving(leads, to, transition);
        return edit ? QString() : inEnglish(edit.error().text);
    }
    QString lastStep() { return inEnglish(history().front().label); }
    std::vector<qint64> column(LeadStatusId status)
    {
        return valueOf(store::columnIds(connection(), LeadStatus{.id = status}, {}, {}, 0));
    }
    store::BoardColumn columnOf(LeadStatusId status)
    {
        for (const store::BoardColumn &each :
             valueOf(store::boardColumns(connection(), {.cards = EntityKind::Lead}, {}, {}))) {
            if (each.lane.id() == status.value)
                return each;
        }
        FAIL("no such column");
        return {};
    }

    LeadId eva, max;
};

} // namespace

TEST_CASE("Leads are moved to another status together, as one step", "[store]")
{
    MovingBook book(GENERATE(anyEngine()));
    book.move({book.eva}, ours::attempting);
    CHECK(book.lastStep() == u"Moved “Eva Kern” to Attempting"_s);
    book.move({book.eva, book.max}, ours::connected);
    CHECK(book.lastStep() == u"Moved 2 leads to Connected"_s);
    CHECK(book.load<Lead>(book.max).state == LeadState::Working);
    CHECK(book.columnOf(ours::connected).count == 2);
    CHECK(book.columnOf(ours::connected).sums == std::vector<MoneySum>{{u"EUR"_s, 200'00, 200'00}});
    CHECK(book.columnOf(ours::newLead).count == 0);
    CHECK(valueOf(book.moving({book.eva, book.max}, ours::connected)).changes.empty()); // there already
    book.undo();
    CHECK(book.load<Lead>(book.max).status == ours::newLead);
    CHECK(book.load<Lead>(book.eva).status == ours::attempting);
}

TEST_CASE("A status asks for its reason or its day, unless the lead comes from one of its type", "[store]")
{
    MovingBook book(GENERATE(anyEngine()));
    CHECK(book.refusal({book.eva}, ours::disqualified) == u"Say why it is given up."_s);
    CHECK(book.refusal({book.eva}, ours::nurture)
          == u"A lead sleeps until a day to come: tomorrow, +30d, 2027-01-15."_s);
    CHECK(book.refusal({book.eva}, ours::nurture, {.until = QDate(2030, 1, 15)})
          == u"Say what is to be done then, or nothing wakes it up."_s);
    CHECK(book.refusal({book.eva}, ours::converted) == u"“Eva Kern” gets to Converted by converting it."_s);
    book.move({book.eva, book.max}, ours::disqualified, {.reason = book.price, .note = u"Too dear"_s});
    CHECK(book.load<Lead>(book.max).disqualifyReason == book.price);
    const LeadStatusId wrong =
        book.add(LeadStatus{.name = u"Wrong data"_s, .position = 9, .type = LeadState::Disqualified});
    book.move({book.max}, wrong);
    CHECK(book.load<Lead>(book.max).disqualifyReason == book.price); // it is given up as it was
    book.move({book.max}, ours::connected);
    CHECK_FALSE(book.load<Lead>(book.max).disqualifyReason);
    book.move({book.max}, ours::nurture, {.until = QDate(2030, 1, 15), .step = u"Ask again"_s});
    CHECK(book.load<Lead>(book.max).recycleOn == QDate(2030, 1, 15));
    CHECK(book.load<Lead>(book.max).nextStep == u"Ask again"_s);
    book.move({book.max}, ours::attempting);
    CHECK_FALSE(book.load<Lead>(book.max).recycleOn.isValid());
    CHECK(book.load<Lead>(book.max).nextStep == u"Ask again"_s); // what was planned stays so
}

TEST_CASE("A status plans its step for each lead that is moved there with nothing to do", "[store]")
{
    MovingBook book(GENERATE(anyEngine()));
    const LeadStatusId demo = book.add(LeadStatus{.name = u"Demo promised"_s,
                                                  .position = 3,
                                                  .plannedStep = u"Fix a day"_s,
                                                  .plannedKind = ActivityKind::Call,
                                                  .plannedDays = 2});
    book.move({book.eva, book.max}, demo);
    CHECK(book.load<Lead>(book.eva).nextStep == u"Fix a day"_s);
    CHECK(book.load<Lead>(book.max).nextStep == u"Fix a day"_s);
    book.undo();
    CHECK(book.load<Lead>(book.eva).nextStep.isEmpty());
}

TEST_CASE("One that is gone or converted stops the move, and none is moved", "[store]")
{
    MovingBook book(GENERATE(anyEngine()));
    const Lead before = book.load<Lead>(book.eva);
    Lead after = before;
    after.status = ours::converted;
    after.convertedAt = book.actor().now;
    book.commit({Sentence::verbatim(u"Converted elsewhere"_s), {update(before, after)}});
    CHECK(book.refusal({book.max, book.eva}, ours::connected) == u"“Eva Kern” was converted already."_s);
    book.commit({Sentence::verbatim(u"Gone"_s),
                 {{.kind = ChangeKind::Remove, .ref = {EntityKind::Lead, book.max.value}}}});
    CHECK(book.refusal({book.max}, ours::connected) == u"The lead “Max Ott” was deleted."_s);
    CHECK(book.refusal({book.max}, LeadStatusId{99}).startsWith(u"There is no"_s));
}

TEST_CASE("The column of a status has what is due first on top, then what nothing is planned for", "[store]")
{
    MovingBook book(GENERATE(anyEngine()));
    const LeadId ida = book.lead(u"Ida"_s, u"Berg"_s);
    CHECK(book.column(ours::newLead) == std::vector{ida.value, book.max.value, book.eva.value});
    const auto plan = [&book](LeadId lead, qint64 inDays) {
        const Actor who = book.actor();
        const Activity step{.kind = ActivityKind::Call,
                            .state = ActivityState::Planned,
                            .subject = u"Call"_s,
                            .at = {who.now.ms + inDays * 86'400'000}};
        book.commit(valueOf(store::logActivityEdit(
            book.connection(), {.activity = step, .links = {{EntityKind::Lead, lead.value}}}, who)));
    };
    plan(book.eva, 3);
    plan(book.max, 1);
    CHECK(book.column(ours::newLead) == std::vector{book.max.value, book.eva.value, ida.value});
    CHECK(store::averageDays(book.columnOf(ours::newLead), {book.actor().now.ms + 86'400'000 * 4}) == 4);
}

TEST_CASE("A status that is out of use is a column as long as it has leads", "[store]")
{
    MovingBook book(GENERATE(anyEngine()));
    const LeadStatusId old =
        book.add(LeadStatus{.name = u"Old"_s, .position = 9, .type = LeadState::Working, .active = false});
    const auto isColumn = [&] {
        const auto columns =
            valueOf(store::boardColumns(book.connection(), {.cards = EntityKind::Lead}, {}, {}));
        return std::any_of(columns.begin(), columns.end(),
                           [old](const store::BoardColumn &each) { return each.lane.id() == old.value; });
    };
    CHECK_FALSE(isColumn());
    CHECK(book.refusal({book.eva}, old) == u"“Old” is out of use: no lead is put there."_s);
    const Lead before = book.load<Lead>(book.eva);
    Lead after = before;
    after.status = old; // since before it was retired
    book.commit({Sentence::verbatim(u"Put"_s), {update(before, after)}});
    CHECK(isColumn());
}

TEST_CASE("A move of leads is whole or not at all, whichever statement fails", "[store]")
{
    MovingBook book(GENERATE(anyEngine()));
    const int failed = failEveryStatement(book, [&]() -> Result<> {
        HEADWAY_TRY(edit, book.moving({book.eva, book.max}, ours::disqualified, {.reason = book.price}));
        HEADWAY_CHECK(store::commit(book.connection(), edit, book.actor()));
        return {};
    });
    CHECK(failed > 10);
    CHECK(book.load<Lead>(book.max).status == ours::disqualified);
}
