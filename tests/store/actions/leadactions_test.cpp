// SPDX-License-Identifier: GPL-3.0-or-later
// From lead to customer: what goes along, what stays, and that all of it is taken back.
#include "store/actions/leadactions.h"

#include "domain/records/inenglish.h"
#include "domain/records/lead.h"
#include "store/actions/bulkconversion.h"
#include "store/book/defaults.h"
#include "store/maintenance/check.h"
#include "store/reading/importlookup.h"
#include "support/everystatement.h"
#include "support/salesbook.h"

#include <random>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

struct LeadBook : SalesBook {
    explicit LeadBook(sql::Engine engine) : SalesBook(engine)
    {
        addLeadStatuses();
        lead = add(Lead{.firstName = u"Ada"_s,
                        .lastName = u"Byron"_s,
                        .jobTitle = u"Buyer"_s,
                        .organisation = u"Engines Ltd"_s,
                        .status = store::defaults::newLead,
                        .website = u"engines.example"_s,
                        .estimatedValue = 120'000,
                        .currency = u"EUR"_s,
                        .owner = ben,
                        .source = fair});
        reach({EntityKind::Lead, lead.value}, ContactPointType::Email, u"ada@engines.example"_s);
        reach({EntityKind::Lead, lead.value}, ContactPointType::Phone, u"+44 20 7946 0018"_s);
        add(Address{.recordKind = EntityKind::Lead, .recordId = lead.value, .city = u"London"_s});
        const TagId tag = add(Tag{.name = u"VIP"_s});
        add(TagLink{.tag = tag, .recordKind = EntityKind::Lead, .recordId = lead.value});
        log(ActivityState::Done);
        log(ActivityState::Planned);
    }

    void reach(EntityRef record, ContactPointType by, const QString &value)
    {
        add(ContactPoint{
            .recordKind = record.kind, .recordId = record.id, .by = by, .value = value, .primary = true});
    }
    void log(ActivityState state)
    {
        const Actor who = actor();
        commit(valueOf(
            store::logActivityEdit(connection(),
                                   {.activity = {.kind = ActivityKind::Call, .state = state, .at = who.now},
                                    .links = {{EntityKind::Lead, lead.value}}},
                                   who)));
    }
    Result<ConversionOffer> offered() { return store::conversionOffer(connection(), lead); }
    Lead convert(const Conversion &conversion)
    {
        commit(valueOf(store::convertLeadEdit(connection(), conversion, actor())));
        return load<Lead>(conversion.lead);
    }
    size_t has(EntityKind child, EntityRef record)
    {
        return valueOf(store::childRecords(connection(), child, record)).size();
    }
    // All live rows, as a person who looks sees them; but for when a deal was last worked on, which taking back is, too.
    QStringList seen()
    {
        QStringList lines;
        for (const EntityKind kind : allEntityKinds()) {
            const int touched = entityInfo(kind).indexOf(u"touched_at");
            for (const Record &record : valueOf(store::loadAll(connection(), kind))) {
                QStringList cells{tableName(kind), QString::number(record.ref.id)};
                for (int i = 0; i < int(record.row.size()); ++i) {
                    const Value &value = record.row[size_t(i)];
                    if (i != touched)
                        cells += isNull(value)                       ? u"-"_s
                            : std::holds_alternative<QString>(value) ? textOf(value)
                                                                     : QString::number(integerOf(value));
                }
                lines += cells.join(u'|');
            }
        }
        return lines;
    }

    LeadId lead;
};

Sentence reasonOf(const Result<Edit> &edit)
{
    REQUIRE(!edit);
    return edit.error().text;
}

} // namespace

TEST_CASE("A lead becomes a company, a person and a deal, and all it had goes along", "[store]")
{
    LeadBook book(GENERATE(anyEngine()));
    const QStringList before = book.seen();
    const ConversionOffer offer = valueOf(book.offered());
    const Lead lead = book.convert(offer.proposed);
    CHECK(inEnglish(book.history().front().label) == u"Converted “Ada Byron”"_s);
    CHECK(lead.status == store::defaults::converted);
    REQUIRE(lead.convertedCompany);
    REQUIRE(lead.convertedContact);
    REQUIRE(lead.convertedDeal);

    const auto company = book.load<Company>(lead.convertedCompany);
    CHECK(company.name == u"Engines Ltd"_s);
    CHECK(company.city == u"London"_s);
    CHECK(company.owner == book.ben);
    const auto contact = book.load<Contact>(lead.convertedContact);
    CHECK(contact.name == u"Ada Byron"_s);
    CHECK(contact.company == company.id);
    CHECK(contact.email == u"ada@engines.example"_s);
    CHECK(contact.phone == u"+44 20 7946 0018"_s);
    const auto deal = book.load<Deal>(lead.convertedDeal);
    CHECK(deal.contact == contact.id);
    CHECK(deal.company == company.id);
    CHECK(deal.stage == book.offer);
    CHECK(deal.amount == 120'000);
    CHECK(deal.nextActivity); // the call that was planned with the lead
    for (const EntityRef &ref :
         {EntityRef{EntityKind::Company, company.id.value}, EntityRef{EntityKind::Contact, contact.id.value},
          EntityRef{EntityKind::Deal, deal.id.value}})
        CHECK(book.has(EntityKind::ActivityLink, ref) == 2);
    CHECK(book.has(EntityKind::TagLink, {EntityKind::Contact, contact.id.value}) == 1);
    CHECK(book.has(EntityKind::TagLink, {EntityKind::Deal, deal.id.value}) == 1);

    CHECK(book.undo() == u"Converted “Ada Byron”"_s);
    CHECK(book.seen() == before);
    book.redo();
    CHECK(book.load<Lead>(book.lead).convertedDeal == lead.convertedDeal);
    CHECK(valueOf(store::checkBook(book.connection(), store::CheckDepth::Thorough, {})).isSound());
}

TEST_CASE("Who is there already is offered, linked, and only filled in where something lacks", "[store]")
{
    LeadBook book(GENERATE(anyEngine()));
    const CompanyId engines =
        book.add(Company{.name = u"ENGINES"_s, .sector = u"Machines"_s, .owner = book.ana});
    const ContactId ada =
        book.add(Contact{.firstName = u"A."_s, .lastName = u"Byron"_s, .company = book.acme});
    book.reach({EntityKind::Contact, ada.value}, ContactPointType::Email, u"Ada@Engines.example"_s);
    const DealId open = book.deal({.name = u"Pumps"_s, .company = engines, .stage = book.negotiation});
    book.deal({.name = u"Old"_s, .company = engines, .stage = book.won, .closedOn = QDate(2026, 3, 1)});

    ConversionOffer offer = valueOf(book.offered());
    CHECK(offer.proposed.part(EntityKind::Company).record == engines.value);
    CHECK(offer.proposed.part(EntityKind::Contact).record == ada.value);
    CHECK(offer.proposed.part(EntityKind::Deal).way == ConversionWay::New);
    REQUIRE(offer.candidatesOf(EntityKind::Deal).size() == 1); // none that is closed
    CHECK(offer.candidatesOf(EntityKind::Deal).front().hit.ref.id == open.value);
    offer.proposed.part(EntityKind::Deal) = {.way = ConversionWay::Link, .record = open.value};

    const QStringList before = book.seen();
    const Lead lead = book.convert(offer.proposed);
    CHECK(lead.convertedCompany == engines);
    CHECK(lead.convertedDeal == open);
    const auto company = book.load<Company>(engines);
    CHECK(company.name == u"ENGINES"_s);
    CHECK(company.website == u"engines.example"_s);
    CHECK(company.sector == u"Machines"_s);
    CHECK(company.owner == book.ana);
    const auto contact = book.load<Contact>(ada);
    CHECK(contact.firstName == u"A."_s);
    CHECK(contact.jobTitle == u"Buyer"_s);
    CHECK(contact.company == book.acme); // with a role in the other one
    CHECK(book.has(EntityKind::Affiliation, {EntityKind::Contact, ada.value}) == 1);
    CHECK(book.has(EntityKind::ContactPoint, {EntityKind::Contact, ada.value}) == 2); // the same address once
    CHECK(book.load<Deal>(open).contact == ada);
    CHECK_FALSE(book.load<Deal>(open).amount); // nobody chose it
    book.undo();
    CHECK(book.seen() == before);
}

TEST_CASE("Whoever shares an office's number or address is offered, and not taken for the same person",
          "[store]")
{
    LeadBook book(GENERATE(anyEngine()));
    const ContactId switchboard = book.add(Contact{.firstName = u"Tom"_s, .lastName = u"King"_s});
    book.reach({EntityKind::Contact, switchboard.value}, ContactPointType::Phone, u"020 7946 0018"_s);
    const ContactId mailbox = book.add(Contact{.firstName = u"Ada"_s, .lastName = u"Lee"_s});
    book.reach({EntityKind::Contact, mailbox.value}, ContactPointType::Email, u"ada@engines.example"_s);
    ConversionOffer offer = valueOf(book.offered());
    CHECK(offer.candidatesOf(EntityKind::Contact).size() == 2);
    CHECK(offer.proposed.part(EntityKind::Contact).way == ConversionWay::New);
    const ContactId same = book.add(Contact{.firstName = u"Ada"_s, .lastName = u"Biron"_s});
    book.reach({EntityKind::Contact, same.value}, ContactPointType::Phone, u"+44 20 7946 0018"_s);
    offer = valueOf(book.offered());
    CHECK(offer.proposed.part(EntityKind::Contact).record == same.value);
}

TEST_CASE("A lead that is converted twice, or into what is gone, is refused with a sentence", "[store]")
{
    LeadBook book(GENERATE(anyEngine()));
    const ConversionOffer offer = valueOf(book.offered());
    const Edit twin = valueOf(store::convertLeadEdit(book.connection(), offer.proposed, book.actor()));
    book.convert(offer.proposed);
    CHECK(inEnglish(reasonOf(store::convertLeadEdit(book.connection(), offer.proposed, book.actor())))
          == u"“Ada Byron” was converted already."_s);
    const int companies = book.count(EntityKind::Company);
    CHECK(store::commit(book.connection(), twin, book.actor()).error().code == ErrorCode::Conflict);
    CHECK(book.count(EntityKind::Company) == companies); // nothing of it
    book.undo();

    Conversion into{.lead = book.lead};
    into.part(EntityKind::Contact) = {.way = ConversionWay::Link, .record = book.cara.value};
    const Edit late = valueOf(store::convertLeadEdit(book.connection(), into, book.actor()));
    book.commit(valueOf(store::deleteEdit(book.connection(), {{EntityKind::Contact, book.cara.value}})));
    const auto gone = store::commit(book.connection(), late, book.actor());
    REQUIRE(!gone);
    CHECK(inEnglish(gone.error().text) == u"“Cara Diaz” was deleted in the meantime."_s);
    CHECK(inEnglish(reasonOf(store::convertLeadEdit(book.connection(), into, book.actor())))
          == u"The contact “Cara Diaz” was deleted."_s);
    CHECK(reasonOf(store::convertLeadEdit(book.connection(), {.lead = book.lead}, book.actor()))
          == checkParts({}).error().text);
}

TEST_CASE("Whatever is converted, edited and undone, the book is as it was before", "[store]")
{
    LeadBook book(GENERATE(anyEngine()));
    std::mt19937 dice(GENERATE(1u, 2u, 3u));
    const auto roll = [&dice](unsigned sides) { return dice() % sides; };
    std::vector<LeadId> leads{book.lead};
    for (int i = 0; i < 4; ++i)
        leads.push_back(book.add(Lead{.firstName = u"Ada"_s,
                                      .lastName = u"Byron %1"_s.arg(i),
                                      .organisation = i % 2 ? u"Engines Ltd"_s : QString()}));
    std::vector<QStringList> states{book.seen()};
    for (int i = 0; i < 12; ++i) {
        const LeadId lead = leads[roll(unsigned(leads.size()))];
        if (auto offer = store::conversionOffer(book.connection(), lead); offer && roll(3)) {
            for (const EntityKind kind : conversionKinds) {
                ConversionPart &part = offer->proposed.part(kind);
                const auto &known = offer->candidatesOf(kind);
                if (!known.empty() && roll(2)) {
                    const auto &chosen = known[roll(unsigned(known.size()))];
                    part.way = ConversionWay::Link;
                    part.record = chosen.hit.ref.id;
                    part.taken = roll(2) ? lackingIn(chosen.says) : std::vector<int>{};
                }
            }
            book.convert(offer->proposed);
        } else {
            const Lead was = book.load<Lead>(lead);
            Lead edited = was;
            edited.jobTitle += u"x"_s;
            book.commit({Sentence::verbatim(u"Edit"_s), {update(was, edited)}});
        }
        states.push_back(book.seen());
    }
    while (states.size() > 1) {
        states.pop_back();
        REQUIRE(!book.undo().isNull());
        REQUIRE(book.seen() == states.back());
    }
    CHECK(valueOf(store::checkBook(book.connection(), store::CheckDepth::Thorough, {})).isSound());
}

TEST_CASE("A lead that does not fit is given up with a reason, and a note where the reason asks for one",
          "[store]")
{
    LeadBook book(GENERATE(anyEngine()));
    const LostReasonId other = book.add(LostReason{.name = u"Other"_s, .needsNote = true});
    const auto giveUp = [&](LostReasonId reason, const QString &note) {
        return store::disqualifyLeadEdit(book.connection(), book.lead, reason, note, book.actor());
    };
    CHECK(inEnglish(reasonOf(giveUp(other, u" "_s))) == u"Say in the note what “Other” means here."_s);
    const QStringList before = book.seen();
    book.commit(valueOf(giveUp(other, u"They build their own"_s)));
    const Lead lead = book.load<Lead>(book.lead);
    CHECK(lead.status == store::defaults::disqualified);
    CHECK(lead.disqualifyReason == other);
    CHECK(book.has(EntityKind::ActivityLink, {EntityKind::Lead, book.lead.value}) == 3); // with the note
    CHECK(book.undo() == u"Disqualified “Ada Byron”"_s);
    CHECK(book.seen() == before);
    book.convert(valueOf(book.offered()).proposed);
    CHECK(inEnglish(reasonOf(giveUp(book.price, {}))) == u"“Ada Byron” was converted already."_s);
}

TEST_CASE("A lead that is put to sleep comes back with its next step on the day", "[store]")
{
    LeadBook book(GENERATE(anyEngine()));
    const LeadId idle = book.add(Lead{.organisation = u"Idle Ltd"_s, .owner = book.ben});
    const QDate day(2027, 1, 15);
    const auto putToSleep = [&](LeadId lead, QDate until) {
        return store::sleepLeadEdit(book.connection(), lead, until, u"Ask again"_s, book.actor());
    };
    for (const QDate wrong : {QDate(), QDate(2026, 11, 23), QDate(2020, 1, 1)})
        CHECK(inEnglish(reasonOf(putToSleep(idle, wrong)))
              == u"A lead sleeps until a day to come: tomorrow, +30d, 2027-01-15."_s);
    CHECK(inEnglish(reasonOf(store::sleepLeadEdit(book.connection(), idle, day, u" "_s, book.actor())))
          == u"Say what is to be done then, or nothing wakes it up."_s);
    const QStringList before = book.seen();
    book.commit(valueOf(putToSleep(idle, day)));
    Lead lead = book.load<Lead>(idle);
    CHECK(lead.status == store::defaults::nurture);
    CHECK(lead.recycleOn == day);
    CHECK(lead.nextStep == u"Ask again"_s);
    CHECK(lead.nextDay == day);
    CHECK(book.undo() == u"Put “Idle Ltd” to sleep until Fri 15 Jan 2027"_s);
    CHECK(book.seen() == before);

    book.commit(valueOf(putToSleep(book.lead, day))); // its planned call moves
    lead = book.load<Lead>(book.lead);
    CHECK(dayOf(lead.nextActivity, QTimeZone::utc()) == day); // at its time
    CHECK(lead.nextStep != u"Ask again"_s);
    CHECK(book.has(EntityKind::ActivityLink, {EntityKind::Lead, book.lead.value}) == 2);
}

TEST_CASE("Many leads are converted in one step; those of one new company become its people", "[store]")
{
    LeadBook book(GENERATE(anyEngine()));
    const LeadId colleague =
        book.add(Lead{.firstName = u"Charles"_s, .lastName = u"B."_s, .organisation = u"ENGINES"_s});
    const LeadId done = book.add(Lead{.organisation = u"Done Ltd"_s, .status = store::defaults::converted});
    store::BulkConversion wanted{.leads = {book.lead, done, colleague}, .deals = ConversionWay::None};
    const auto convert = [&](const Progress &progress = {}) {
        return store::convertLeads(book.connection(), wanted, book.actor(), progress);
    };
    const QStringList before = book.seen();
    const size_t steps = book.history().size();

    wanted.isDry = true;
    store::BulkConverted told = valueOf(convert());
    CHECK(told.leads[0].parts[0].way == ConversionWay::New);
    CHECK(told.leads[2].parts[0].way == ConversionWay::Link); // that very company
    CHECK(inEnglish(told.leads[1].refusal) == u"“Done Ltd” was converted already."_s);
    CHECK(book.seen() == before);

    wanted.isDry = false;
    CHECK(convert([](qint64 of, qint64) { return of < 2; }).error().code == ErrorCode::Cancelled);
    CHECK(book.seen() == before);
    CHECK(book.history().size() == steps);

    told = valueOf(convert());
    CHECK(told.leads[0].parts[0].record == told.leads[2].parts[0].record);
    CHECK(book.load<Lead>(colleague).convertedCompany == CompanyId{told.leads[0].parts[0].record});
    CHECK(book.load<Lead>(colleague).convertedContact == ContactId{told.leads[2].parts[1].record});
    CHECK_FALSE(book.load<Lead>(colleague).convertedDeal);
    CHECK(inEnglish(book.history().front().label) == u"Converted 2 leads"_s);
    book.undo();
    CHECK(book.seen() == before);

    wanted.leads = {done};
    CHECK(valueOf(convert()).set.operation.id == 0); // nothing to keep
    wanted.leads = {colleague};
    valueOf(convert());
    CHECK(inEnglish(book.history().front().label) == u"Converted “Charles B.”"_s);
    CHECK(valueOf(store::checkBook(book.connection(), store::CheckDepth::Thorough, {})).isSound());
}

TEST_CASE("A conversion that fails at any statement leaves the book as it was", "[store]")
{
    LeadBook book(GENERATE(anyEngine()));
    const LeadId colleague = book.add(Lead{.firstName = u"Charles"_s, .organisation = u"ENGINES"_s});
    const bool isBulk = GENERATE(false, true);
    const int failed = failEveryStatement(book, [&]() -> Result<> {
        if (isBulk) {
            HEADWAY_CHECK(
                store::convertLeads(book.connection(), {.leads = {book.lead, colleague}}, book.actor()));
            return {};
        }
        HEADWAY_TRY(offer, book.offered());
        HEADWAY_TRY(edit, store::convertLeadEdit(book.connection(), offer.proposed, book.actor()));
        HEADWAY_CHECK(store::commit(book.connection(), edit, book.actor()));
        return {};
    });
    CHECK(failed > 30);
    CHECK(book.load<Lead>(book.lead).convertedDeal);
}
