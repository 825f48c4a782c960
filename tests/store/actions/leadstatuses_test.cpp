// SPDX-License-Identifier: GPL-3.0-or-later
// The book's own statuses of leads, and what follows from them in the leads.
#include "domain/query/filter.h"
#include "domain/records/inenglish.h"
#include "domain/records/lead.h"
#include "store/actions/actions.h"
#include "store/actions/listactions.h"
#include "store/book/defaults.h"
#include "store/reading/lists.h"
#include "support/flaws.h"
#include "support/salesbook.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

namespace ours = store::defaults;

struct StatusBook : SalesBook {
    explicit StatusBook(sql::Engine engine) : SalesBook(engine)
    {
        addLeadStatuses();
        lead = {valueOf(made(Lead{.firstName = u"Ada"_s, .lastName = u"Byron"_s}))};
    }

    Result<qint64> made(const Lead &typed)
    {
        HEADWAY_TRY(edit, store::createRecordEdit(connection(), EntityKind::Lead, toRow(typed), actor()));
        return commit(edit).changes.front().ref.id;
    }
    Result<Edit> setting(EntityRef ref, QStringView field, const Value &value)
    {
        return store::setFieldsEdit(connection(), ref, {{entityInfo(ref.kind).indexOf(field), value}},
                                    actor());
    }
    void set(EntityRef ref, QStringView field, const Value &value)
    {
        commit(valueOf(setting(ref, field, value)));
    }
    void enter(LeadStatusId status) { set({EntityKind::Lead, lead.value}, u"status_id", status.value); }
    Lead present() { return load<Lead>(lead); }
    qint64 found(const QString &filter)
    {
        const auto parsed = parseFilter(EntityKind::Lead, filter, QDate(2026, 11, 30));
        REQUIRE(parsed);
        const store::Viewer viewer{.user = ana, .zone = QTimeZone::utc()};
        const Query query{.kind = EntityKind::Lead, .filter = *parsed};
        return qint64(valueOf(store::ids(connection(), query, viewer, 0)).size());
    }

    LeadId lead;
};

EntityRef refOf(LeadStatusId id)
{
    return {EntityKind::LeadStatus, id.value};
}

QString reasonOf(const Result<Edit> &edit)
{
    REQUIRE(!edit);
    return inEnglish(edit.error().text);
}

} // namespace

TEST_CASE("A new lead begins in the first open status, and its state is that status's type", "[store]")
{
    StatusBook book(GENERATE(anyEngine()));
    CHECK(book.present().status == ours::newLead);
    CHECK(book.present().state == LeadState::Open);
    book.enter(ours::qualifiedLead);
    CHECK(book.present().state == LeadState::Qualified);
    CHECK(book.found(u"status:qualified"_s) == 1);
    CHECK(book.found(u"state:qualified"_s) == 1);
    CHECK(book.found(u"state:open"_s) == 0);
    book.undo();
    CHECK(book.present().state == LeadState::Open);
    // taking the status away makes it a new one
    book.enter(ours::connected);
    book.set({EntityKind::Lead, book.lead.value}, u"status_id", Value());
    CHECK(book.present().status == ours::newLead);
    CHECK(flawsIn(book.connection()) == none);
}

TEST_CASE("A lead knows since when it is in its status, and taking back knows it, too", "[store]")
{
    StatusBook book(GENERATE(anyEngine()));
    CHECK_FALSE(book.present().statusEnteredAt); // since it was made
    book.enter(ours::attempting);
    const Instant first = book.present().statusEnteredAt;
    CHECK(first);
    book.enter(ours::connected);
    CHECK(book.present().statusEnteredAt > first);
    book.undo();
    CHECK(book.present().status == ours::attempting);
    CHECK(book.present().statusEnteredAt == first);
    book.set({EntityKind::Lead, book.lead.value}, u"job_title", u"Buyer"_s);
    CHECK(book.present().statusEnteredAt == first);
}

TEST_CASE("A status that becomes another type takes its leads along, and back", "[store]")
{
    StatusBook book(GENERATE(anyEngine()));
    book.enter(ours::connected);
    book.set(refOf(ours::connected), u"type", u"qualified"_s);
    CHECK(book.present().state == LeadState::Qualified);
    CHECK(flawsIn(book.connection()) == none);
    book.undo();
    CHECK(book.present().state == LeadState::Working);
    CHECK(flawsIn(book.connection()) == none);
}

TEST_CASE("What a status plans is planned for a lead that gets there without a next step", "[store]")
{
    StatusBook book(GENERATE(anyEngine()));
    book.set(refOf(ours::attempting), u"planned_step", u"Call again"_s);
    book.set(refOf(ours::attempting), u"planned_days", qint64(2));
    const size_t steps = book.history().size();
    book.enter(ours::attempting);
    CHECK(book.present().nextStep == u"Call again"_s);
    CHECK(book.history().size() == steps + 1);
    book.enter(ours::connected);
    book.enter(ours::attempting); // the step is there still
    CHECK(book.count(EntityKind::Activity) == 1);
    for (int i = 0; i < 3; ++i)
        book.undo();
    CHECK(book.present().nextStep.isEmpty());
    CHECK(book.count(EntityKind::Activity) == 0);
}

TEST_CASE("A status in use is made inactive instead of deleted, and the last of its kind stays", "[store]")
{
    StatusBook book(GENERATE(anyEngine()));
    book.enter(ours::connected);
    CHECK(reasonOf(store::deleteEdit(book.connection(), {refOf(ours::connected)}))
              .endsWith(u"Make it inactive instead."_s));
    book.set(refOf(ours::connected), u"active", qint64(0));
    CHECK(book.present().state == LeadState::Working);
    CHECK(reasonOf(book.setting(refOf(ours::converted), u"active", qint64(0)))
          == u"Leads that became customers need an active status of the type converted."_s);
    CHECK(reasonOf(book.setting(refOf(ours::nurture), u"type", u"working"_s))
          == u"Leads that sleep need an active status of the type nurture."_s);
    CHECK(reasonOf(store::deleteEdit(book.connection(), {refOf(ours::disqualified)}))
          == u"Leads that do not fit need an active status of the type disqualified."_s);
    CHECK(reasonOf(book.setting(refOf(ours::attempting), u"symbol", u"hot"_s))
          == u"A symbol is one character."_s);
    CHECK(reasonOf(book.setting(refOf(ours::attempting), u"planned_days", qint64(-1)))
          == u"Planned for (days later): a number between 0 and 10,000, not -1."_s);
    book.set(refOf(ours::attempting), u"symbol", u"★"_s);
    CHECK(valueOf(store::deleteEdit(book.connection(), {refOf(ours::qualifiedLead)})).changes.size() == 1);
}

TEST_CASE("A call that is logged or finished moves its lead as the outcome says, in the same step", "[store]")
{
    StatusBook book(GENERATE(anyEngine()));
    const OutcomeId tried = book.add(Outcome{.name = u"No answer"_s, .leadStatus = ours::attempting});
    const OutcomeId reached = book.add(Outcome{.name = u"Reached"_s, .leadStatus = ours::connected});
    const EntityRef lead{EntityKind::Lead, book.lead.value};
    const auto log = [&](OutcomeId outcome, ActivityState state) {
        const Actor who = book.actor();
        const Activity call{
            .kind = ActivityKind::Call, .state = state, .outcome = outcome, .at = who.now, .owner = book.ana};
        return book.commit(
            valueOf(store::logActivityEdit(book.connection(), {.activity = call, .links = {lead}}, who)));
    };
    const size_t steps = book.history().size();
    log(tried, ActivityState::Done);
    CHECK(book.present().status == ours::attempting);
    CHECK(book.history().size() == steps + 1);
    const ChangeSet planned = log({}, ActivityState::Planned);
    CHECK(book.present().status == ours::attempting);
    Activity call = book.load<Activity>(ActivityId{planned.changes.front().ref.id});
    call.outcome = reached;
    book.commit(valueOf(store::completeActivityEdit(book.connection(), call, std::nullopt, book.actor())));
    CHECK(book.present().status == ours::connected);
    log(tried, ActivityState::Done);
    CHECK(book.present().status == ours::connected);
    for (int i = 0; i < 4; ++i)
        book.undo();
    CHECK(book.present().status == ours::newLead);
    CHECK(book.count(EntityKind::Activity) == 0);
}

TEST_CASE("A status plans a step for who begins in it, and for who gets there by a call", "[store]")
{
    StatusBook book(GENERATE(anyEngine()));
    book.set(refOf(ours::newLead), u"planned_step", u"First call"_s);
    book.set(refOf(ours::connected), u"planned_step", u"Send the brochure"_s);
    const LeadId fresh{valueOf(book.made(Lead{.lastName = u"Cole"_s}))};
    CHECK(book.load<Lead>(fresh).nextStep == u"First call"_s);
    const OutcomeId reached = book.add(Outcome{.name = u"Reached"_s, .leadStatus = ours::connected});
    const Actor who = book.actor();
    const Activity call{.kind = ActivityKind::Call, .outcome = reached, .at = who.now, .owner = book.ana};
    for (const LeadId lead : {book.lead, fresh}) { // the second has something to do already
        const EntityRef link{EntityKind::Lead, lead.value};
        book.commit(
            valueOf(store::logActivityEdit(book.connection(), {.activity = call, .links = {link}}, who)));
    }
    CHECK(book.present().nextStep == u"Send the brochure"_s);
    CHECK(book.load<Lead>(fresh).nextStep == u"First call"_s);
    CHECK(flawsIn(book.connection()) == none);
}
