// SPDX-License-Identifier: GPL-3.0-or-later
// Every action of a user on a book, as the window and the command line run it, while the database fails at
// the n-th statement, for every n: nothing is half done, and the same action succeeds afterwards.
// slow: each statement of each action fails once, and the whole book is compared each time.
#include "app/edits/bulkedits.h"
#include "domain/records/activity.h"
#include "store/actions/actions.h"
#include "store/commit/changelog.h"
#include "support/everystatement.h"
#include "support/salesbook.h"
#include "support/transfer.h"
#include "transfer/import/importer.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

// A book with three deals in a column, one of which has a planned call; the clock does not move.
struct Desk : SalesBook {
    explicit Desk(sql::Engine engine) : SalesBook(engine)
    {
        for (const QString &name : {u"Renewal"_s, u"Pump"_s, u"Fans"_s})
            ids.push_back(deal({.name = name, .company = acme, .stage = offer, .amount = 100'00}).value);
        LoggedActivity call{.activity = {.kind = ActivityKind::Call,
                                         .state = ActivityState::Planned,
                                         .subject = u"Price"_s,
                                         .at = {1'800'000'000'000}},
                            .links = {{EntityKind::Deal, ids[0]}}};
        const ChangeSet set = commit(valueOf(store::logActivityEdit(connection(), call, actor())));
        planned = {set.changes.front().ref.id};
        now = actor();
    }

    // Commits what an action wants to change.
    Result<> done(Result<Edit> edit)
    {
        HEADWAY_CHECK(edit);
        HEADWAY_CHECK(store::commit(connection(), *edit, now));
        return {};
    }

    std::vector<qint64> ids;
    ActivityId planned;
    Actor now;
};

struct Deed {
    const char *name;
    std::function<Result<>(Desk &)> act;
};

Result<> addDeal(Desk &desk)
{
    return desk.done(store::createDealEdit(desk.connection(), {.name = u"New"_s, .amount = 5'00}, desk.now));
}

Result<> dragBetween(Desk &desk)
{
    return desk.done(store::moveDealsEdit(desk.connection(), {{desk.ids[0]}, {desk.ids[1]}},
                                          {desk.negotiation, {}}, {}, desk.now));
}

Result<> win(Desk &desk)
{
    return desk.done(store::closeDealsEdit(desk.connection(), {{desk.ids[0]}, {desk.ids[2]}}, StageType::Won,
                                           {QDate(2026, 11, 23), {}, {}, {}}, desk.now));
}

Result<> logWithFollowUp(Desk &desk)
{
    const LoggedActivity entry{
        .activity = {.kind = ActivityKind::Call, .state = ActivityState::Done, .subject = u"Talked"_s},
        .links = {{EntityKind::Deal, desk.ids[1]}},
        .participants = {{EntityKind::Contact, desk.cara.value}},
        .followUp = Activity{.kind = ActivityKind::Task,
                             .state = ActivityState::Planned,
                             .subject = u"Send offer"_s,
                             .at = {1'800'100'000'000}}};
    return desk.done(store::logActivityEdit(desk.connection(), entry, desk.now));
}

Result<> completePlanned(Desk &desk)
{
    HEADWAY_TRY(activity, store::load<Activity>(desk.connection(), desk.planned));
    activity.state = ActivityState::Done;
    return desk.done(store::completeActivityEdit(desk.connection(), activity, std::nullopt, desk.now));
}

Result<> putOff(Desk &desk)
{
    return desk.done(store::moveActivitiesEdit(desk.connection(), {desk.planned}, QDate(2027, 3, 1),
                                               QTimeZone("Europe/Berlin")));
}

Result<> addContact(Desk &desk)
{
    Row row = toRow(Contact{.firstName = u"Bo"_s, .company = desk.bolt});
    row[size_t(entityInfo(EntityKind::Contact).indexOf(u"email"))] = u"bo@bolt.example"_s;
    row[size_t(entityInfo(EntityKind::Contact).indexOf(u"city"))] = u"Oslo"_s;
    return desk.done(store::createRecordEdit(desk.connection(), EntityKind::Contact, row, desk.now));
}

Result<> addNumber(Desk &desk)
{
    const ContactPoint point{.recordKind = EntityKind::Contact,
                             .recordId = desk.cara.value,
                             .by = ContactPointType::Phone,
                             .value = u"+49 30 123456"_s};
    return desk.done(
        store::createRecordEdit(desk.connection(), EntityKind::ContactPoint, toRow(point), desk.now));
}

Result<> hangNewTag(Desk &desk)
{
    return desk.done(store::addTagEdit(desk.connection(), {EntityKind::Deal, desk.ids[0]}, u"VIP"_s));
}

Result<> removeAll(Desk &desk)
{
    return desk.done(store::deleteEdit(
        desk.connection(), {{EntityKind::Deal, desk.ids[0]}, {EntityKind::Contact, desk.cara.value}}));
}

Result<> changeMany(Desk &desk)
{
    const int owner = entityInfo(EntityKind::Deal).indexOf(u"owner_id");
    const app::BulkChange change{EntityKind::Deal, desk.ids, {{owner, Codec<UserId>::read(desk.ben)}}};
    HEADWAY_CHECK(app::changeRecords(desk.connection(), change, desk.now, {}));
    return {};
}

Result<> deleteMany(Desk &desk)
{
    std::vector<EntityRef> refs;
    for (const qint64 id : desk.ids)
        refs.push_back({EntityKind::Deal, id});
    HEADWAY_CHECK(app::deleteRecords(desk.connection(), refs, desk.now, {}));
    return {};
}

Result<> importRows(Desk &desk)
{
    const TextFile file("First name,Last name,Company,E-mail,Tags\n"
                        "Dora,Fry,Acme,dora@acme.example,VIP\n"
                        "Emil,Gau,New Company,emil@new.example,\n");
    const transfer::ImportRequest request{.kind = EntityKind::Contact,
                                          .createMissing = {EntityKind::Company, EntityKind::Tag}};
    HEADWAY_CHECK(transfer::importFile(desk.connection(), {.path = file.path()}, request, desk.now));
    return {};
}

Result<> takeBack(Desk &desk)
{
    HEADWAY_TRY(last, store::undoable(desk.connection(), desk.now.user));
    HEADWAY_CHECK(store::revert(desk.connection(), last ? last->id : 0, desk.now));
    return {};
}

Result<> doAgain(Desk &desk)
{
    HEADWAY_TRY(last, store::redoable(desk.connection(), desk.now.user));
    HEADWAY_CHECK(store::revert(desk.connection(), last ? last->id : 0, desk.now));
    return {};
}

const Deed deeds[] = {{"add a deal", addDeal},
                      {"drag two cards", dragBetween},
                      {"win two deals", win},
                      {"log a call with a follow-up", logWithFollowUp},
                      {"tick off a call", completePlanned},
                      {"put off a call", putOff},
                      {"add a contact with e-mail and place", addContact},
                      {"add a number", addNumber},
                      {"hang a new tag", hangNewTag},
                      {"delete a deal and a contact", removeAll},
                      {"change many", changeMany},
                      {"delete many", deleteMany},
                      {"import", importRows},
                      {"take back", takeBack},
                      {"do again", doAgain}};

} // namespace

TEST_CASE("Whatever a user does, whichever statement fails: all of it or nothing", "[app][slow]")
{
    Desk desk(GENERATE(anyEngine()));
    const Deed deed = GENERATE(from_range(std::begin(deeds), std::end(deeds)));
    CAPTURE(desk.connection().engine(), deed.name);
    if (QLatin1StringView(deed.name) == "do again"_L1)
        valueOf(takeBack(desk));
    CHECK(failEveryStatement(desk, [&] { return deed.act(desk); }) > 5);
}
