// SPDX-License-Identifier: GPL-3.0-or-later
// A list that is called one by one.
#include "app/calls/callqueue.h"

#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/lead.h"
#include "store/actions/actions.h"
#include "store/book/defaults.h"
#include "support/livebook.h"

#include <catch2/catch.hpp>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

using app::CallQueue;
using app::NotCalled;

struct Fair : LiveBook {
    Fair()
    {
        book.add(User{.name = u"Ana"_s});
        book.add(User{.name = u"Ben"_s});
        book.addLeadStatuses();
        reached = book.add(Outcome{.name = u"Reached"_s, .reached = true});
        silent = book.add(Outcome{.name = u"No answer"_s});
        for (const QString &name : {u"Ada"_s, u"Bob"_s, u"Cyd"_s})
            leads.push_back(met(name, u"+44 20 7946 001"_s + QString::number(leads.size())));
    }

    qint64 met(const QString &name, const QString &phone, bool doNotCall = false)
    {
        const LeadId lead = book.add(Lead{.firstName = name, .lastName = u"Fair"_s, .doNotCall = doNotCall});
        if (!phone.isEmpty())
            book.add(ContactPoint{.recordKind = EntityKind::Lead,
                                  .recordId = lead.value,
                                  .by = ContactPointType::Phone,
                                  .value = phone});
        return lead.value;
    }

    OutcomeId reached, silent;
    std::vector<qint64> leads;
};

// Somebody who calls, in a window of their own.
struct Desk {
    explicit Desk(Fair &fair, UserId user = {1})
        : now(fair.now), workspace(opened(fair.options())), queue(*workspace)
    {
        workspace->beginAs(user);
        QObject::connect(&queue, &CallQueue::finished, &queue, [this] { isFinished = true; });
    }

    // Waits for the next one; 0: there is none.
    qint64 turn()
    {
        REQUIRE(await([this] { return queue.current().id || !queue.isRunning(); }));
        return queue.current().id;
    }
    void begin(const std::vector<qint64> &ids)
    {
        isFinished = false;
        queue.begin(EntityKind::Lead, ids);
    }
    void log(EntityRef record, OutcomeId outcome, ActivityKind kind = ActivityKind::Call)
    {
        bool isDone = false;
        workspace->submit(
            workspace.get(),
            [this, record, outcome, kind](sql::Connection &connection) {
                const Activity call{.kind = kind, .outcome = outcome, .at = now};
                return store::logActivityEdit(connection, {.activity = call, .links = {record}},
                                              workspace->actor());
            },
            [&](const Result<ChangeSet> &set) {
                REQUIRE(set);
                isDone = true;
            });
        REQUIRE(await([&] { return isDone; }));
    }
    void awaitWritten()
    {
        bool isWritten = false;
        workspace->whenWritten(workspace.get(), [&] { isWritten = true; });
        REQUIRE(await([&] { return isWritten; }));
    }
    void call(OutcomeId outcome) { log(queue.current(), outcome); }
    CallQueue::Counts counts() const { return queue.counts(); }

    Instant &now;
    std::shared_ptr<app::Workspace> workspace;
    CallQueue queue;
    bool isFinished = false;
};

} // namespace

TEST_CASE("Whoever is called gives way to the next, and the run says how many were reached", "[app]")
{
    Fair fair;
    Desk desk(fair);
    desk.begin(fair.leads);
    CHECK(desk.turn() == fair.leads[0]);
    CHECK_FALSE(desk.counts().reachRate());
    desk.call(fair.reached);
    CHECK(desk.turn() == fair.leads[1]);
    desk.call(fair.silent);
    CHECK(desk.turn() == fair.leads[2]);
    CHECK(desk.counts().reachRate() == 50);
    desk.call(fair.silent);
    CHECK(desk.turn() == 0);
    CHECK(await([&] { return desk.isFinished; }));
    CHECK(desk.counts().called == 3);
    CHECK(desk.counts().reachRate() == 33);
}

TEST_CASE("Who is skipped comes back at the end; what is logged about others is no call of the list", "[app]")
{
    Fair fair;
    const qint64 other = fair.met(u"Eve"_s, u"+44 20 7946 0099"_s);
    Desk desk(fair);
    desk.begin(fair.leads);
    CHECK(desk.turn() == fair.leads[0]);
    desk.queue.skip();
    CHECK(desk.turn() == fair.leads[1]);
    CHECK(desk.counts().skipped == 1);
    desk.log({EntityKind::Lead, other}, fair.reached);
    CHECK(desk.turn() == fair.leads[1]);
    desk.call(fair.silent);
    CHECK(desk.turn() == fair.leads[2]);
    desk.call(fair.silent);
    CHECK(desk.turn() == fair.leads[0]);
    desk.queue.skip(); // the only one left: it is its turn again
    CHECK(desk.turn() == fair.leads[0]);
    desk.call(fair.reached);
    CHECK(desk.turn() == 0);
    CHECK(desk.counts().skipped == 0);
}

TEST_CASE("Who must not or cannot be called is left out, and counted", "[app]")
{
    Fair fair;
    std::vector<qint64> list{fair.met(u"Never"_s, u"+44 20 7946 0050"_s, true), fair.met(u"Mute"_s, {})};
    const qint64 gone = fair.met(u"Gone"_s, u"+44 20 7946 0051"_s);
    fair.book.commit({Sentence::verbatim(u"Delete"_s), {remove({EntityKind::Lead, gone})}});
    list.push_back(gone);
    const qint64 customer = fair.met(u"Customer"_s, u"+44 20 7946 0052"_s);
    Lead converted = fair.book.load<Lead>(LeadId{customer});
    const Lead lead = converted;
    converted.status = store::defaults::converted;
    fair.book.commit({Sentence::verbatim(u"Convert"_s), {update(lead, converted)}});
    list.push_back(customer);
    list.push_back(fair.leads[0]);
    Desk desk(fair);
    desk.begin(list);
    CHECK(desk.turn() == fair.leads[0]);
    const auto leftOut = desk.counts().leftOut;
    CHECK(leftOut.at(NotCalled::DoNotCall) == 1);
    CHECK(leftOut.at(NotCalled::NoNumber) == 1);
    CHECK(leftOut.at(NotCalled::Gone) == 1);
    CHECK(leftOut.at(NotCalled::Converted) == 1);
    desk.begin({list[0], list[1]}); // nobody at all
    CHECK(desk.turn() == 0);
    CHECK(await([&] { return desk.isFinished; }));
    CHECK(desk.counts().called == 0);
}

TEST_CASE("A call that is taken back brings its record back", "[app]")
{
    Fair fair;
    Desk desk(fair);
    desk.begin(fair.leads);
    desk.turn();
    desk.call(fair.reached);
    CHECK(desk.turn() == fair.leads[1]);
    desk.workspace->undo();
    REQUIRE(await([&] { return desk.counts().called == 0; }));
    desk.queue.skip();
    CHECK(desk.turn() == fair.leads[0]);
}

TEST_CASE("The last call, too, is taken back and done again", "[app]")
{
    Fair fair;
    Desk desk(fair);
    desk.begin({fair.leads[0]});
    desk.turn();
    desk.call(fair.silent);
    CHECK(desk.turn() == 0);
    desk.workspace->undo();
    REQUIRE(await([&] { return desk.queue.current().id == fair.leads[0]; }));
    CHECK(desk.counts().called == 0);
    desk.workspace->redo();
    REQUIRE(await([&] { return !desk.queue.isRunning(); }));
    CHECK(desk.counts().called == 1);
    CHECK(desk.counts().leftOut.empty());
}

TEST_CASE("A note or a task that is ticked off while calling is no call", "[app]")
{
    Fair fair;
    Desk desk(fair);
    desk.begin(fair.leads);
    const EntityRef ada{EntityKind::Lead, desk.turn()};
    desk.log(ada, {}, ActivityKind::Note);
    desk.log(ada, {}, ActivityKind::Task);
    CHECK(desk.turn() == ada.id);
    CHECK(desk.counts().called == 0);
    desk.queue.skip(); // nor does it keep her from being called later
    desk.turn();
    desk.call(fair.silent);
    desk.turn();
    desk.call(fair.silent);
    CHECK(desk.turn() == ada.id);
}

TEST_CASE("Who has only an e-mail address is called by the number of the company", "[app]")
{
    Fair fair;
    const CompanyId acme = fair.book.add(Company{.name = u"Acme"_s});
    const ContactId cara = fair.book.add(Contact{.lastName = u"Diaz"_s, .company = acme});
    const auto reach = [&](EntityRef who, ContactPointType by, const QString &value) {
        fair.book.add(ContactPoint{.recordKind = who.kind, .recordId = who.id, .by = by, .value = value});
    };
    reach({EntityKind::Contact, cara.value}, ContactPointType::Email, u"cara@acme.example"_s);
    reach({EntityKind::Company, acme.value}, ContactPointType::Phone, u"+49 30 1234567"_s);
    Desk desk(fair);
    desk.queue.begin(EntityKind::Contact, {cara.value});
    CHECK(desk.turn() == cara.value);
}

TEST_CASE("Two people with the same list never get the same one, and each is called once", "[app]")
{
    Fair fair;
    Desk ana(fair, {1});
    Desk ben(fair, {2});
    ana.begin(fair.leads);
    CHECK(ana.turn() == fair.leads[0]);
    ben.begin(fair.leads);
    CHECK(ben.turn() == fair.leads[1]);
    fair.now.ms += 1000;
    ana.call(fair.reached);
    CHECK(ana.turn() == fair.leads[2]);
    ben.call(fair.reached);
    // Ada is called, and Cyd is Ana's just now.
    CHECK(ben.turn() == 0);
    CHECK(ben.counts().leftOut.at(NotCalled::CalledMeanwhile) == 1);
    CHECK(ben.counts().leftOut.at(NotCalled::CalledByOthers) == 1);
    ana.queue.end();
    ana.awaitWritten();
    ben.begin({fair.leads[2]});
    CHECK(ben.turn() == fair.leads[2]);
}

TEST_CASE("Whoever comes back after a crash has again whom they were calling", "[app]")
{
    Fair fair;
    valueOf(store::claimCall(fair.book.connection(), {EntityKind::Lead, fair.leads[0]}, {u"crashed"_s, {1}},
                             fair.now));
    Desk ana(fair, {1});
    Desk ben(fair, {2});
    ben.begin(fair.leads);
    CHECK(ben.turn() == fair.leads[1]);
    ana.begin(fair.leads);
    CHECK(ana.turn() == fair.leads[0]);
}
