// SPDX-License-Identifier: GPL-3.0-or-later
// What the places to which columns of an import go are called, and how they are grouped.
#include "app/text/display.h"
#include "app/transfer/targetsections.h"
#include "domain/records/record.h"
#include "support/catch_qt.h"

#include <algorithm>

using namespace headway;
using namespace headway::app;
using namespace Qt::StringLiterals;

namespace {

Display english()
{
    return {QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc()};
}

CustomField own(EntityKind kind, const QString &name, const QString &label)
{
    return CustomField{.recordKind = kind, .name = name, .label = label};
}

QStringList titles(const std::vector<TargetSection> &sections)
{
    QStringList titles;
    for (const TargetSection &section : sections)
        titles += section.title;
    return titles;
}

QStringList labelsIn(const std::vector<TargetSection> &sections, const QString &title)
{
    QStringList labels;
    for (const TargetSection &section : sections) {
        if (section.title == title) {
            for (const TargetOffer &offer : section.offers)
                labels += offer.label;
        }
    }
    return labels;
}

QStringList targetsIn(const std::vector<TargetSection> &sections)
{
    QStringList targets;
    for (const TargetSection &section : sections) {
        for (const TargetOffer &offer : section.offers)
            targets += offer.target;
    }
    return targets;
}

} // namespace

TEST_CASE("A column goes into what the forms call it, not into a word of the command line", "[app]")
{
    const TargetLabels deal(english(), EntityKind::Deal,
                            {own(EntityKind::Deal, u"sla"_s, u"Service level"_s)});
    CHECK(deal.label(u"expected_close"_s) == u"Expected close"_s);
    CHECK(deal.label(u"company"_s) == u"Company"_s);
    CHECK(deal.label(u"company.external_id"_s) == u"Company (id in the other program)"_s);
    CHECK(deal.label(u"next_step"_s) == u"Next step"_s);
    CHECK(deal.label(u"custom.sla"_s) == u"Service level"_s);
    CHECK(deal.label(u"stage_entered_at"_s) == u"In stage since"_s);
    CHECK(deal.label(u"entered.Offer (Sales)"_s) == u"Entered the stage “Offer (Sales)”"_s);
    CHECK(deal.label(u"left.Offer"_s) == u"Left the stage “Offer”"_s);
    CHECK(deal.labels({u"name"_s, u"external_id"_s}) == QStringList{u"Name"_s, u"Id in the other program"_s});

    const TargetLabels contact(english(), EntityKind::Contact, {});
    CHECK(contact.label(u"email"_s) == u"E-mail (work)"_s);
    CHECK(contact.label(u"mobile"_s) == u"Phone (mobile)"_s);
    CHECK(contact.label(u"city_home"_s) == u"City (home)"_s);
    CHECK(contact.label(u"name"_s) == u"Full name"_s);
    CHECK(contact.label(u"reports_to"_s) == u"Reports to"_s);

    const TargetLabels call(english(), EntityKind::Activity, {});
    CHECK(call.label(u"deal"_s) == u"Deal"_s);
    CHECK(call.label(u"lead.external_id"_s) == u"Lead (id in the other program)"_s);
    CHECK(call.label(u"nobody_knows"_s) == u"nobody knows"_s);
}

TEST_CASE("An own field that is called like a field of Headway is told apart from it", "[app]")
{
    const std::vector<CustomField> custom{own(EntityKind::Deal, u"amount_2"_s, u"Amount"_s)};
    const TargetLabels deal(english(), EntityKind::Deal, custom);
    CHECK(deal.label(u"amount"_s) == u"Amount"_s);
    CHECK(deal.label(u"custom.amount_2"_s) == u"Amount (own field)"_s);
}

TEST_CASE("No two fields that a column can go into are called alike", "[app]")
{
    for (const EntityKind kind : importableKinds()) {
        CAPTURE(entityInfo(kind).singular);
        QStringList labels;
        for (const TargetSection &section : targetSections(english(), kind, {}, {})) {
            for (const TargetOffer &offer : section.offers) {
                CAPTURE(offer.target);
                CHECK_FALSE(offer.label.isEmpty());
                CHECK_FALSE(offer.label.contains(u'_'));
                CHECK_FALSE(labels.contains(offer.label));
                labels += offer.label;
            }
        }
    }
}

TEST_CASE("The fields of a deal stand in the sections of its form", "[app]")
{
    const std::vector<CustomField> custom{own(EntityKind::Deal, u"sla"_s, u"Service level"_s)};
    const auto sections = targetSections(english(), EntityKind::Deal, custom, {});
    CHECK(titles(sections)
          == QStringList{u"Main fields"_s, u"Closing"_s, u"About"_s, u"Own fields"_s, u"More"_s,
                         u"In other systems"_s});
    const QStringList main = labelsIn(sections, u"Main fields"_s);
    REQUIRE(main.size() > 6);
    CHECK(main.front() == u"Name"_s);
    CHECK(main.indexOf(u"Currency"_s) == main.indexOf(u"Amount"_s) + 1);
    CHECK(main.contains(u"Company"_s));
    CHECK(main.contains(u"Owner"_s));
    CHECK(labelsIn(sections, u"Own fields"_s) == QStringList{u"Service level"_s});
    CHECK(labelsIn(sections, u"Closing"_s).contains(u"Lost reason"_s));
    const QStringList ids = labelsIn(sections, u"In other systems"_s);
    CHECK(ids.contains(u"Id in the other program"_s));
    CHECK(ids.contains(u"Company (id in the other program)"_s));
}

TEST_CASE("Somebody's numbers and addresses have sections of their own", "[app]")
{
    const auto sections = targetSections(english(), EntityKind::Contact, {}, {});
    CHECK(labelsIn(sections, u"Phones and e-mail"_s)
          == QStringList{u"E-mail (work)"_s, u"E-mail (home)"_s, u"Phone (work)"_s, u"Phone (home)"_s,
                         u"Phone (mobile)"_s, u"Fax"_s, u"Website"_s});
    CHECK(labelsIn(sections, u"Addresses"_s).size() == 15);
    const QStringList names = labelsIn(sections, u"Name"_s);
    REQUIRE_FALSE(names.isEmpty());
    CHECK(names.front() == u"Full name"_s);
}

TEST_CASE("Every field of a file can be chosen, but for those that are of use to Headway only", "[app]")
{
    for (const EntityKind kind : importableKinds()) {
        CAPTURE(entityInfo(kind).singular);
        const QStringList offered = targetsIn(targetSections(english(), kind, {}, {}));
        for (const exchange::ImportTarget &target : exchange::importTargets(kind, {})) {
            CAPTURE(target.name);
            const bool isOurs = target.name == "stage_entered_at"_L1
                || target.name.startsWith("noted_step"_L1) || target.name == "probability_override"_L1
                || target.name == "vcard_rest"_L1;
            CHECK(offered.count(target.name) == (isOurs ? 0 : 1));
        }
    }
}

TEST_CASE("What a plan or a profile names is offered, of whatever use it is", "[app]")
{
    const QStringList wanted{u"stage_entered_at"_s, u"company_id"_s, u"id"_s, u"amount"_s, QString()};
    const auto sections = targetSections(english(), EntityKind::Deal, {}, wanted);
    const QStringList targets = targetsIn(sections);
    CHECK(targets.count(u"stage_entered_at"_s) == 1);
    CHECK(targets.count(u"company_id"_s) == 1);
    CHECK(targets.count(u"id"_s) == 1);
    CHECK(targets.count(u"amount"_s) == 1);
    CHECK(TargetLabels(english(), EntityKind::Deal, {}).label(u"company_id"_s)
          == u"Company (id in Headway)"_s);
}

TEST_CASE("A reason names the column of the file, and a field where there is none", "[app]")
{
    const TargetLabels deal(english(), EntityKind::Deal, {});
    const QStringList columns{u"Firm"_s, u"name"_s};
    CHECK(deal.column(u"name"_s, columns) == u"name"_s); // the file calls it so
    CHECK(deal.column(u"name"_s, {u"Firm"_s}) == u"Name"_s);
    CHECK(deal.column(u"Firm, expected_close"_s, columns) == u"Firm, Expected close"_s);
    CHECK(deal.column(u"Price, net"_s, {u"Price, net"_s}) == u"Price, net"_s);
    CHECK(deal.column({}, columns).isEmpty());
}

TEST_CASE("Names in a column mean records of one kind", "[app]")
{
    CHECK(kindMeantBy(EntityKind::Deal, u"company"_s) == EntityKind::Company);
    CHECK(kindMeantBy(EntityKind::Deal, u"product"_s) == EntityKind::Product);
    CHECK(kindMeantBy(EntityKind::Activity, u"lead"_s) == EntityKind::Lead);
    CHECK(kindMeantBy(EntityKind::Contact, u"reports_to"_s) == EntityKind::Contact);
    CHECK_FALSE(kindMeantBy(EntityKind::Deal, u"amount"_s));
}
