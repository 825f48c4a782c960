// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/stagecolumns.h"

#include "domain/records/inenglish.h"
#include "exchange/plan/presets.h"
#include "support/catch_qt.h"

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;
using test::valueOf;

namespace {

const QString ours = u"Deal name"_s; // something that a file of deals has

// Where a column of a file of deals goes; "-" for nowhere.
QString targetOf(const QString &column, const QStringList &others = {ours}, FileIds ids = FileIds::Ignored)
{
    const ImportPlan plan =
        valueOf(planImport(EntityKind::Deal, QStringList(others) << column, {.ids = ids}, {}));
    for (const ImportInput &input : plan.inputs) {
        if (input.columnName == column)
            return input.target.name;
    }
    CHECK(plan.notImported.contains(column));
    return u"-"_s;
}

QString inHubSpot(const QString &column)
{
    return targetOf(column, {u"Record ID"_s, u"Deal Name"_s});
}

QString wrong(const QString &line)
{
    const auto preset = Preset::read(u"moon"_s, u"signature\t1\ten\tMoon Id\n"_s + line);
    return preset ? QString() : inEnglish(preset.error().text);
}

} // namespace

TEST_CASE("HubSpot's columns of stages are known by every name that it gave them", "[exchange]")
{
    const QString entered = u"entered.Appointment Scheduled (Sales Pipeline)"_s;
    CHECK(inHubSpot(u"Date entered \"Appointment Scheduled (Sales Pipeline)\""_s) == entered);
    CHECK(inHubSpot(u"Date entered 'Appointment Scheduled (Sales Pipeline)'"_s) == entered);
    CHECK(inHubSpot(u"Date entered “Appointment Scheduled (Sales Pipeline)”"_s) == entered);
    CHECK(inHubSpot(u"Date exited \"Closed Won (Sales Pipeline)\""_s)
          == u"left.Closed Won (Sales Pipeline)"_s);
    CHECK(inHubSpot(u"hs_date_entered_appointmentscheduled"_s) == u"entered.appointmentscheduled"_s);
    CHECK(inHubSpot(u"hs_v2_date_entered_176875376"_s) == u"entered.176875376"_s);
    CHECK(inHubSpot(u"hs_v2_date_exited_closedwon"_s) == u"left.closedwon"_s);
    CHECK(inHubSpot(u"Date entered current stage"_s) == u"stage_entered_at"_s);
    for (const QString &span :
         {u"Time in 'Offer (Sales Pipeline)'"_s, u"Cumulative time in \"Offer (Sales)\""_s,
          u"Latest time in \"Offer (Sales)\""_s, u"Time in current stage"_s})
        CHECK(inHubSpot(span) == u"-"_s);
}

TEST_CASE("Everybody's words for the day of a stage are known in seven languages", "[exchange]")
{
    struct Goes {
        const char *column;
        const char *to;
    };
    for (const Goes &each : {
             Goes{"Date entered Offer", "entered.Offer"},
             Goes{"date_entered_closed_won", "entered.closed_won"},
             Goes{"Date Entered: Offer", "entered.Offer"},
             Goes{"Offer - entered on", "entered.Offer"},
             Goes{"Moved to Offer on", "entered.Offer"},
             Goes{"Offer since", "entered.Offer"},
             Goes{"Date left Offer", "left.Offer"},
             Goes{"Eingetreten in Angebot am", "entered.Angebot"},
             Goes{"Angebot seit", "entered.Angebot"},
             Goes{"Angebot verlassen am", "left.Angebot"},
             Goes{"Date d’entrée dans Offre", "entered.Offre"},
             Goes{"Date de sortie de Offre", "left.Offre"},
             Goes{"Fecha de entrada en Oferta", "entered.Oferta"},
             Goes{"Datum verlaten Offerte", "left.Offerte"},
             Goes{"Data de entrada em Proposta", "entered.Proposta"},
             Goes{"Data di uscita da Offerta", "left.Offerta"},
             Goes{"Last stage change", "stage_entered_at"},
             Goes{"Deal - Last stage change", "stage_entered_at"},
             Goes{"LastStageChangeDate", "stage_entered_at"},
             Goes{"Letzter Phasenwechsel", "stage_entered_at"},
             Goes{"Date entered", "created"}, // SuiteCRM's
         }) {
        CAPTURE(each.column);
        CHECK(targetOf(QString::fromUtf8(each.column)) == QString::fromUtf8(each.to));
    }
}

TEST_CASE("A name that is nothing but marks is no stage, and only deals have stages", "[exchange]")
{
    CHECK(targetOf(u"Date entered \"\""_s) != u"entered."_s);
    CHECK(targetOf(u"Date entered –"_s) != u"entered.–"_s);
    CHECK_FALSE(stageDateTarget(u"entered. "_s));
    CHECK_FALSE(importTarget(EntityKind::Company, u"entered.Offer"_s, {}));
    const ImportPlan company =
        valueOf(planImport(EntityKind::Company, {u"Company name"_s, u"Date entered Offer"_s}, {}, {}));
    CHECK(company.notImported == QStringList{u"Date entered Offer"_s});
    // An export of ours has the visits in a file of their own.
    CHECK(targetOf(u"Date entered Offer"_s, {u"id"_s, u"name"_s}, FileIds::Kept) == u"-"_s);
    CHECK_FALSE(importTarget(EntityKind::Deal, u"entered.Offer"_s, {}, FileIds::Kept));
}

TEST_CASE("The user may say of any column that it is the day of a stage", "[exchange]")
{
    const ImportPlan plan =
        valueOf(planImport(EntityKind::Deal, {ours, u"Angebot vom"_s},
                           {.map = {{u"Angebot vom"_s, u"entered.Offer (Sales)"_s}}}, {}));
    const ImportInput *input = plan.find(TargetRole::StageEntered);
    REQUIRE(input);
    CHECK(input->columnName == u"Angebot vom"_s);
    CHECK(stageNamesIn(input->target)
          == std::vector<StageName>{{u"Offer (Sales)"_s, {}}, {u"Offer"_s, u"Sales"_s}});
    CHECK(tellsStages(plan));
    CHECK(hasValuesOf(plan, u"stage"_s)); // by what the header says
    CHECK_FALSE(hasValuesOf(plan, u"company"_s));
    CHECK_FALSE(tellsStages(valueOf(planImport(EntityKind::Deal, {ours}, {}, {}))));
}

TEST_CASE("A field of the user's own goes before the day of a stage", "[exchange]")
{
    const CustomField own{
        .recordKind = EntityKind::Deal, .name = u"offered"_s, .label = u"Date entered Offer"_s};
    const ImportPlan plan =
        valueOf(planImport(EntityKind::Deal, {u"Record ID"_s, ours, u"Date entered Offer"_s}, {}, {own}));
    CHECK(plan.find(u"custom.offered"_s));
    CHECK_FALSE(plan.find(TargetRole::StageEntered));
}

TEST_CASE("A preset says where the stage stands in the name of a column", "[exchange]")
{
    CHECK(wrong(u"deal\tentered.*\ten\tSince * it is"_s).isEmpty());
    CHECK(wrong(u"deal\tnothing\ten\tDays in *"_s).isEmpty());
    for (const QString &line :
         {u"deal\tentered.*\ten\tSince"_s, u"deal\tamount\ten\tMoney of *"_s, u"deal\tentered.*?\ten\tIn *"_s,
          u"deal\tentered.*|left.*\ten\tIn *"_s, u"deal\tentered.*\ten\tFrom * to *"_s})
        CHECK(wrong(line).startsWith(u"Line 2: the column "_s));
    CHECK(wrong(u"company\tentered.*\ten\tSince *"_s).contains(u"has no field"_s));
    CHECK(wrong(u"deal\tentered.*\ten\tIn *\ndeal\tleft.*\ten\tin *"_s).contains(u"another field"_s));
}
