// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/conversion.h"

#include "domain/changes/customvalues.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/inenglish.h"
#include "support/catch_qt.h"

#include <algorithm>

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

Lead ada()
{
    return {.id = {7},
            .salutation = u"Ms"_s,
            .firstName = u"Ada"_s,
            .lastName = u"Byron"_s,
            .name = u"Ada Byron"_s,
            .jobTitle = u"Buyer"_s,
            .organisation = u"Acme"_s,
            .website = u"acme.example"_s,
            .employees = 40,
            .estimatedValue = 120'000,
            .currency = u"USD"_s,
            .owner = {3},
            .source = {2},
            .doNotCall = true,
            .description = u"Met at the fair"_s};
}

template <class E>
E made(const Lead &lead, const std::vector<CustomField> &custom = {})
{
    return fromRow<E>(rowFromLead(lead, Table<E>::kind, custom));
}

Record recordOf(EntityRef ref, const Row &row)
{
    Record record{.ref = ref};
    record.row = row;
    return record;
}

} // namespace

TEST_CASE("A lead's words become those of a company, a person and a deal", "[domain]")
{
    const auto company = made<Company>(ada());
    CHECK(company.name == u"Acme"_s);
    CHECK(company.website == u"acme.example"_s);
    CHECK(company.employees == 40);
    CHECK(company.description.isEmpty()); // that is about the person
    const auto contact = made<Contact>(ada());
    CHECK(contact.firstName == u"Ada"_s);
    CHECK(contact.jobTitle == u"Buyer"_s);
    CHECK(contact.description == u"Met at the fair"_s);
    CHECK(contact.doNotCall);
    CHECK_FALSE(contact.optedOut);
    const auto deal = made<Deal>(ada());
    CHECK(deal.name == u"Acme"_s);
    CHECK(deal.amount == 120'000);
    CHECK(deal.currency == u"USD"_s);
    CHECK(deal.source == SourceId{2});

    Lead lead = ada();
    lead.firstName = lead.lastName = QString();
    lead.name = lead.organisation;
    CHECK(made<Company>(lead).description == u"Met at the fair"_s);
}

TEST_CASE("What a lead does not name is not proposed", "[domain]")
{
    const Conversion all = proposedConversion(ada(), {});
    for (const EntityKind kind : conversionKinds)
        CHECK(all.part(kind).way == ConversionWay::New);
    Lead person = ada();
    person.organisation.clear();
    const Conversion without = proposedConversion(person, {});
    CHECK(without.part(EntityKind::Company).way == ConversionWay::None);
    CHECK(fromRow<Deal>(without.part(EntityKind::Deal).row).name == u"Ada Byron"_s);
    Lead organisation = ada();
    organisation.firstName = organisation.lastName = QString();
    CHECK(proposedConversion(organisation, {}).part(EntityKind::Contact).way == ConversionWay::None);
}

TEST_CASE("Own fields of the same name and type take the lead's value, others do not", "[domain]")
{
    const CustomField ours{.recordKind = EntityKind::Lead, .name = u"budget"_s, .kind = CustomKind::Text};
    const CustomField theirs{.recordKind = EntityKind::Deal, .name = u"budget"_s, .kind = CustomKind::Text};
    const CustomField day{.recordKind = EntityKind::Contact, .name = u"budget"_s, .kind = CustomKind::Day};
    Lead lead = ada();
    lead.custom = withCustomValue({}, ours, u"approved"_s);
    const std::vector<CustomField> all{ours, theirs, day};
    CHECK(customValue(made<Deal>(lead, all).custom, theirs) == Value(u"approved"_s));
    CHECK(made<Contact>(lead, all).custom.isEmpty());
    CHECK(made<Company>(lead, all).custom.isEmpty());
}

TEST_CASE("Of somebody who is there already only what is lacking is filled in", "[domain]")
{
    const Row fromLead = rowFromLead(ada(), EntityKind::Contact, {});
    const Contact there{.firstName = u"Ada"_s, .lastName = u"Byron"_s, .jobTitle = u"CEO"_s, .owner = {9}};
    const Record record = recordOf({EntityKind::Contact, 5}, toRow(there));
    const std::vector<LeadSays> says = leadSays(EntityKind::Contact, fromLead, record.row);
    const auto sayingOf = [&](QStringView name) {
        const int field = entityInfo(EntityKind::Contact).indexOf(name);
        return std::find_if(says.begin(), says.end(),
                            [field](const LeadSays &each) { return each.field == field; });
    };
    REQUIRE(sayingOf(u"salutation") != says.end());
    CHECK(sayingOf(u"salutation")->isLacking);
    REQUIRE(sayingOf(u"job_title") != says.end());
    CHECK_FALSE(sayingOf(u"job_title")->isLacking);
    CHECK(sayingOf(u"first_name") == says.end()); // the same
    CHECK(sayingOf(u"owner_id") == says.end());   // has one
    CHECK(sayingOf(u"source_id") != says.end());

    const Change change = takenOver(record, fromLead, lackingIn(says));
    Row after = rowAfter(record.row, change.fields);
    CHECK(fromRow<Contact>(after).jobTitle == u"CEO"_s);
    CHECK(fromRow<Contact>(after).salutation == u"Ms"_s);
    CHECK(fromRow<Contact>(after).doNotCall); // whoever does not want to be called is not called
}

TEST_CASE("A record that is there loses nothing to a lead that does not say it", "[domain]")
{
    const CustomField size{.recordKind = EntityKind::Lead, .name = u"size"_s};
    const CustomField plan{.recordKind = EntityKind::Lead, .name = u"plan"_s};
    std::vector<CustomField> all{size, plan};
    for (const CustomField &each : {size, plan}) {
        all.push_back(each);
        all.back().recordKind = EntityKind::Contact;
    }
    Lead lead = ada();
    lead.doNotCall = false;
    lead.custom = withCustomValue(withCustomValue({}, size, u"L"_s), plan, u"gold"_s);
    const Row fromLead = rowFromLead(lead, EntityKind::Contact, all);
    const Contact there{.lastName = u"Byron"_s,
                        .birthday = QDate(1815, 12, 10),
                        .doNotCall = true,
                        .custom = withCustomValue(withCustomValue({}, size, u"S"_s),
                                                  CustomField{.name = u"hobby"_s}, u"chess"_s)};
    const Record record = recordOf({EntityKind::Contact, 5}, toRow(there));
    std::vector<int> everything;
    for (int field = 0; field < int(fromLead.size()); ++field)
        everything.push_back(field);
    for (const std::vector<int> &taken :
         {everything, lackingIn(leadSays(EntityKind::Contact, fromLead, record.row))}) {
        const auto after = fromRow<Contact>(rowAfter(record.row, takenOver(record, fromLead, taken).fields));
        CHECK(after.birthday == there.birthday);
        CHECK(after.doNotCall);
        CHECK(customValue(after.custom, size) == Value(u"S"_s));
        CHECK(customValue(after.custom, CustomField{.name = u"hobby"_s}) == Value(u"chess"_s));
        CHECK(customValue(after.custom, plan) == Value(u"gold"_s));
    }
}

TEST_CASE("The same web page in other words is no news", "[domain]")
{
    const Row fromLead = rowFromLead(ada(), EntityKind::Company, {});
    const auto saysPage = [&](const QString &page) {
        const std::vector<LeadSays> says =
            leadSays(EntityKind::Company, fromLead, toRow(Company{.name = u"Acme"_s, .website = page}));
        const int field = entityInfo(EntityKind::Company).indexOf(u"website");
        return std::any_of(says.begin(), says.end(),
                           [field](const LeadSays &each) { return each.field == field; });
    };
    CHECK_FALSE(saysPage(u"https://www.acme.example/"_s));
    CHECK(saysPage(u"acme-shop.example"_s));
    CHECK(saysPage(QString()));
}

TEST_CASE("An amount that is taken over keeps its currency", "[domain]")
{
    const Row fromLead = rowFromLead(ada(), EntityKind::Deal, {});
    const Deal there{.name = u"Renewal"_s, .amount = 500, .currency = u"EUR"_s};
    const Record record = recordOf({EntityKind::Deal, 5}, toRow(there));
    const int amount = entityInfo(EntityKind::Deal).indexOf(u"amount");
    CHECK(takenOver(record, fromLead, {}).fields.empty());
    const Row after = rowAfter(record.row, takenOver(record, fromLead, {amount}).fields);
    CHECK(fromRow<Deal>(after).amount == 120'000);
    CHECK(fromRow<Deal>(after).currency == u"USD"_s);
}

TEST_CASE("A lead is converted once, and into something", "[domain]")
{
    CHECK(checkUnconverted(ada()));
    Lead lead = ada();
    const LeadStatus converted{.id = {7}, .name = u"Customer"_s, .type = LeadState::Converted};
    const Change change = markedConverted(lead, converted, {{1}, {-1}, {}}, Instant{5000});
    lead = fromRow<Lead>(rowAfter(toRow(lead), change.fields));
    CHECK(lead.status == converted.id);
    CHECK(lead.convertedContact == ContactId{-1});
    const auto again = checkUnconverted(lead);
    REQUIRE(!again);
    CHECK(inEnglish(again.error().text) == u"“Ada Byron” was converted already."_s);
    const auto nothing = checkParts({.lead = {7}});
    REQUIRE(!nothing);
    CHECK(inEnglish(nothing.error().text)
          == u"Choose what the lead becomes: a company, a contact, a deal, or some of them."_s);
}
