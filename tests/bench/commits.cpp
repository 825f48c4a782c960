// SPDX-License-Identifier: GPL-3.0-or-later
// One step of a user, from the loaded records to the disk: with rules, log, dates and search text.
#include "bench/families.h"
#include "bench/measure.h"
#include "store/actions/actions.h"
#include "store/actions/leadactions.h"
#include "store/rows/records.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace headway::bench {

namespace {

constexpr Budget budget{.ratio = 4, .p99 = 16.7};
constexpr qint64 firstMoment = 1'795'000'000'000; // later than anything the generator wrote

struct Clock {
    qint64 ms = firstMoment;
    Actor actor() { return {UserId{2}, Instant{ms += 1000}}; }
};

std::vector<DealId> someOpenDeals(Bench &bench, int count)
{
    std::vector<DealId> deals;
    for (const qint64 id : bench.someIds(EntityKind::Deal, count * 10)) {
        const Value status = must(bench.reader().cell(u"SELECT status FROM deal WHERE id = ?"_s, {id}));
        if (textOf(status) == u"open" && int(deals.size()) < count)
            deals.push_back({id});
    }
    return deals;
}

// Moves the deal between two open stages of its pipeline, to the top.
Result<> moveCard(sql::Connection &connection, DealId id, const Actor &actor)
{
    HEADWAY_TRY(deal, store::load<Deal>(connection, id));
    HEADWAY_TRY(
        stages,
        store::loadAll<Stage>(
            connection, {u"pipeline_id = ? AND type = 'open'"_s, {deal.pipeline.value}, u"position, id"_s}));
    const StageId to = deal.stage == stages[0].id ? stages[1].id : stages[0].id;
    HEADWAY_TRY(edit, store::moveDealEdit(connection, id, {to}, {}, actor));
    HEADWAY_CHECK(store::commit(connection, edit, actor));
    return {};
}

Result<> logCall(sql::Connection &connection, DealId id, const Actor &actor)
{
    LoggedActivity entry;
    entry.activity.kind = ActivityKind::Call;
    entry.activity.subject = u"Call about the offer"_s;
    entry.activity.note = u"Asked for two more units and a later delivery; will decide after the fair."_s;
    entry.activity.duration = 600;
    entry.links = {{EntityKind::Deal, id.value}};
    HEADWAY_TRY(edit, store::logActivityEdit(connection, entry, actor));
    HEADWAY_CHECK(store::commit(connection, edit, actor));
    return {};
}

Result<> rename(sql::Connection &connection, qint64 id, const Actor &actor)
{
    const int field = entityInfo(EntityKind::Contact).indexOf(u"job_title");
    HEADWAY_TRY(edit,
                store::setFieldsEdit(connection, {EntityKind::Contact, id},
                                     {{field, u"Head of step %1"_s.arg(actor.now.ms % 1'000'000)}}, actor));
    HEADWAY_CHECK(store::commit(connection, edit, actor));
    return {};
}

std::vector<LeadId> someOpenLeads(Bench &bench, int count)
{
    std::vector<LeadId> leads;
    for (const qint64 id : bench.someIds(EntityKind::Lead, count * 10)) {
        const Value converted =
            must(bench.reader().cell(u"SELECT state FROM lead WHERE id = ? AND deleted_at IS NULL"_s, {id}));
        if (!isNull(converted) && textOf(converted) != u"converted" && int(leads.size()) < count)
            leads.push_back({id});
    }
    return leads;
}

Result<> convert(sql::Connection &connection, LeadId lead, const Actor &actor)
{
    HEADWAY_TRY(offer, store::conversionOffer(connection, lead));
    HEADWAY_TRY(edit, store::convertLeadEdit(connection, offer.proposed, actor));
    HEADWAY_CHECK(store::commit(connection, edit, actor));
    return {};
}

// Looking for who is there already, and converting. A lead is converted once, so each is measured once, and the same rows
// cannot be written bare.
void measureConversions(Bench &bench, Clock &clock)
{
    const QString name = u"commit.convert-lead"_s;
    if (!bench.wants(name))
        return;
    std::vector<double> samples;
    for (const LeadId lead : someOpenLeads(bench, 40)) {
        QElapsedTimer timer;
        timer.start();
        must(convert(bench.writer(), lead, clock.actor()));
        samples.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    bench.add({name, {.p99 = 100}, int(samples.size())}, samples);
}

} // namespace

void measureCommits(Bench &bench)
{
    Clock clock;
    const std::vector<DealId> deals = someOpenDeals(bench, 40);
    const std::vector<qint64> contacts = bench.someIds(EntityKind::Contact, 40);
    const int count = int(deals.size());
    bench.compareWriting({u"commit.move-card"_s, budget, count}, [&](sql::Connection &connection, int i) {
        return moveCard(connection, deals[size_t(i)], clock.actor());
    });
    bench.compareWriting({u"commit.log-call"_s, budget, count}, [&](sql::Connection &connection, int i) {
        return logCall(connection, deals[size_t(i)], clock.actor());
    });
    bench.compareWriting({u"commit.edit-contact"_s, budget, int(contacts.size())},
                         [&](sql::Connection &connection, int i) {
                             return rename(connection, contacts[size_t(i)], clock.actor());
                         });
    measureConversions(bench, clock);
}

} // namespace headway::bench
