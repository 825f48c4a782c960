// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody finds in an empty book on the day she brings the lists of her old program.
#include "domain/records/activity.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/user.h"
#include "support/dealstages.h"
#include "support/transfer.h"

#include <algorithm>

using namespace headway;
using namespace Qt::StringLiterals;
using test::Folder;
using test::FreshBook;
using transfer::AutoReport;

namespace {

QString companyOf(FreshBook &book, const QString &person)
{
    const CompanyId company = test::named<Contact>(book, person).company;
    for (const Company &each : test::all<Company>(book)) {
        if (each.id == company)
            return each.name;
    }
    return {};
}

// "work anna@alpha.example | mobile +49 …", the primary ones first.
QString reachOf(FreshBook &book, EntityRef whose)
{
    QStringList first;
    QStringList others;
    for (const ContactPoint &point : test::all<ContactPoint>(book)) {
        if (EntityRef{point.recordKind, point.recordId} == whose)
            (point.primary ? first : others) +=
                textOf(Codec<ContactPointPlace>::read(point.place)) + u' ' + point.value;
    }
    first.sort();
    others.sort();
    return (first + others).join(" | "_L1);
}

QStringList asked(const AutoReport &report)
{
    QStringList columns;
    for (const AutoReport::Part &part : report.parts) {
        for (const transfer::ImportQuestion &question : part.report.questions)
            columns += question.column;
    }
    columns.sort();
    return columns;
}

} // namespace

TEST_CASE("Pipedrive in German: all numbers, addresses, amounts and activities are there", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const QByteArray before = test::exportedWhole(book);
    Folder pipedrive;
    pipedrive.add(
        u"organisationen.csv"_s,
        "Organisation - ID,Organisation - Name,Organisation - Besitzer,Organisation - Organisation erstellt\n"
        "11,Müller & Söhne KG,Jana Kühn,2023-04-01 10:00:00\n");
    pipedrive.add(u"personen.csv"_s,
                  "Person - ID,Person - Name,Person - Telefon - Arbeit,Person - Telefon - Mobil,"
                  "Person - E-Mail-Adresse - Arbeit,Person - E-Mail-Adresse - Privat,Person - Organisation,"
                  "Person - Organisation ID\n"
                  "21,Vera Müller,+49 711 5550120,+49 170 5550121,vera@mueller.example,vera@web.example,"
                  "Müller & Söhne KG,11\n");
    pipedrive.add(
        u"deals.csv"_s,
        "Deal - ID,Deal - Titel,Deal - Organisation,Deal - Kontaktperson,Deal - Wert,"
        "Deal - Währung von Wert,Deal - Status,Deal - Phase,Deal - Besitzer,Deal - Deal abgeschlossen am,"
        "Deal - Datum des gewonnenen Deals\n"
        "31,Anlage 4,Müller & Söhne KG,Vera Müller,15000,CHF,Gewonnen,Offer,Jana Kühn,2025-03-01 12:00:00,"
        "2025-03-01 12:00:00\n");
    pipedrive.add(
        u"export-7.csv"_s,
        "Aktivität - ID,Aktivität - Betreff,Aktivität - Typ,Aktivität - Erledigt,Aktivität - Fälligkeitsdatum,"
        "Aktivität - Fälligkeitszeit,Aktivität - Dauer,Aktivität - Deal,Aktivität - Kontaktperson,"
        "Aktivität - Notiz\n"
        "41,Angebot besprechen,Anruf,Erledigt,2022-02-20,09:30,00:30,Anlage 4,Vera Müller,"
        "\"<p>Gut gelaufen,<br>will <b>zwei</b></p>\"\n");
    const AutoReport report = test::importedAll(book, pipedrive.path());
    CHECK(report.left.empty());
    CHECK(asked(report).isEmpty());
    const Contact vera = test::named<Contact>(book, u"Vera Müller"_s);
    CHECK(
        reachOf(book, {EntityKind::Contact, vera.id.value})
        == u"work +49 711 5550120 | work vera@mueller.example | home vera@web.example | mobile +49 170 5550121"_s);
    CHECK(companyOf(book, vera.name) == u"Müller & Söhne KG"_s);
    const Deal deal = test::named<Deal>(book, u"Anlage 4"_s);
    CHECK(deal.currency == u"CHF"_s);
    CHECK(deal.status == StageType::Won);
    CHECK(deal.closedOn == QDate(2025, 3, 1));
    const std::vector<Activity> activities = test::all<Activity>(book);
    REQUIRE(activities.size() == 1);
    CHECK(activities.front().kind == ActivityKind::Call);
    CHECK(activities.front().state == ActivityState::Done);
    CHECK(activities.front().duration == 1800);
    CHECK(activities.front().note == u"Gut gelaufen,\nwill zwei"_s);
    CHECK(test::all<ActivityLink>(book).size() == 2);
    test::checkAgainAndBack(book, pipedrive.path(), before);
}

TEST_CASE("Salesforce's report of stages is the history of the deals, whatever its time is called",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const QByteArray time =
        GENERATE(QByteArray("Last Modified"), QByteArray("Last Modified Date"), QByteArray("Edit Date"));
    Folder reports;
    reports.add(
        u"opportunities.csv"_s,
        "Opportunity Owner,Account Name,Opportunity Name,Stage,Fiscal Period,Amount,Close Date,Created Date\n"
        "Ida Kern,Lumen Oy,Towers,Offer,Q1-2033,\"42,000.00\",2/28/2033,9/1/2023\n");
    reports.add(u"Opportunity History.csv"_s,
                "Opportunity Name,From Stage,To Stage,Amount,Last Modified By," + time
                    + ",Stage Duration\n"
                      "Towers,,Qualified,\"42,000.00\",Ida Kern,\"9/1/2023, 9:00 AM\",0\n"
                      "Towers,Qualified,Offer,\"42,000.00\",Ida Kern,\"10/13/2023, 3:30 PM\",42\n");
    test::importedAll(book, reports.path());
    CHECK(book.count(EntityKind::Deal) == 1);
    CHECK(test::stagesOf(book, u"Towers"_s) == u"Qualified 2023-09-01T09:00 | Offer 2023-10-13T15:30"_s);
}

TEST_CASE("Salesforce's report of changed fields tells when the stage has changed", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    Folder reports;
    reports.add(
        u"opportunities.csv"_s,
        "Opportunity Owner,Account Name,Opportunity Name,Stage,Fiscal Period,Amount,Close Date,Created Date\n"
        "Ida Kern,Lumen Oy,Towers,Offer,Q1-2033,\"42,000.00\",2/28/2033,9/1/2023\n");
    reports.add(u"Opportunity Field History.csv"_s,
                "Opportunity Name,Edited By,Field / Event,Old Value,New Value,Edit Date\n"
                "Towers,Ida Kern,Stage,Qualified,Offer,\"10/13/2023, 3:30 PM\"\n"
                "Towers,Ida Kern,Amount,1000,42000,\"10/14/2023, 3:30 PM\"\n");
    test::importedAll(book, reports.path());
    CHECK(book.count(EntityKind::Deal) == 1);
    CHECK(test::stagesOf(book, u"Towers"_s).endsWith(u"Offer 2023-10-13T15:30"_s));
}

TEST_CASE("HubSpot's calls last as many milliseconds as the file says", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    Folder hubspot;
    hubspot.add(
        u"all-calls.csv"_s,
        "Record ID,Call Title,Activity date,Call direction,Call duration,Call status,Call notes,"
        "Activity assigned to\n"
        "31,Ring,2021-04-01 09:15,OUTBOUND,125000,COMPLETED,<p>Talked about <b>valves</b></p>,Ana Ruiz\n");
    const AutoReport report = test::importedAll(book, hubspot.path());
    CHECK(asked(report).isEmpty());
    const std::vector<Activity> activities = test::all<Activity>(book);
    REQUIRE(activities.size() == 1);
    CHECK(activities.front().duration == 125);
    CHECK(activities.front().note == u"Talked about valves"_s);
}

TEST_CASE("In Close the day on which a deal is won is the expected one while it is open", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    Folder close;
    close.add(u"opportunities.csv"_s,
              "id,lead_id,lead_name,status_label,status_type,value,value_formatted,value_currency,date_won\n"
              "oppo_1,lead_1,Harbour Tools,Offer,active,1250000,\"$12,500\",USD,2033-12-20\n"
              "oppo_2,lead_2,Quiet Mill,Won,won,90000,$900,USD,2023-03-01\n");
    const AutoReport report = test::importedAll(book, close.path());
    CHECK(asked(report).isEmpty());
    CHECK(test::named<Deal>(book, u"Harbour Tools"_s).expectedClose == QDate(2033, 12, 20));
    CHECK(test::named<Deal>(book, u"Harbour Tools"_s).description.isEmpty());
    CHECK(test::named<Deal>(book, u"Quiet Mill"_s).closedOn == QDate(2023, 3, 1));
}

TEST_CASE("The leads of a program whose leads are deals become deals, and its people work at their accounts",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const QByteArray before = test::exportedWhole(book);
    Folder nutshell;
    nutshell.add(u"accounts.csv"_s,
                 "Id,Name,Account type,Phone\n1-accounts,Delta Glass,Customer,+1 734 555 0110\n");
    nutshell.add(u"people.csv"_s,
                 "Id,Name,Title,Accounts,Email\n1-contacts,Lou Day,Buyer,Delta Glass,lou@delta.example\n");
    nutshell.add(u"leads.csv"_s,
                 "Name,Status,Stage,Value,Confidence,Primary account,Primary contact,Assignee,"
                 "Anticipated closed time,Closed time\n"
                 "Windows,Open,Offer,\"$8,000.00\",40%,Delta Glass,Lou Day,Ida Kern,2033-12-24,\n"
                 "Doors,Won,Offer,$900.00,100%,Delta Glass,Lou Day,Ida Kern,2023-05-01,2023-05-03\n");
    test::importedAll(book, nutshell.path());
    CHECK(book.count(EntityKind::Lead) == 0);
    CHECK(companyOf(book, u"Lou Day"_s) == u"Delta Glass"_s);
    CHECK(test::named<Deal>(book, u"Windows"_s).expectedClose == QDate(2033, 12, 24));
    CHECK(test::named<Deal>(book, u"Windows"_s).contact == test::named<Contact>(book, u"Lou Day"_s).id);
    CHECK(test::named<Deal>(book, u"Doors"_s).closedOn == QDate(2023, 5, 3));
    test::checkAgainAndBack(book, nutshell.path(), before);
}

TEST_CASE("A dealer's list: the town comes apart from its code, and of two people the first is the contact",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const QByteArray before = test::exportedWhole(book);
    Folder dealer;
    dealer.add(
        u"Kundenliste 2026.csv"_s,
        "Kd-Nr.;Firma;Ansprechpartner;Straße;PLZ Ort;Telefon 1;E-Mail;Umsatz in T€\n"
        "1001;Bäckerei Groß;Frau Anja Groß;Marktplatz 2;89073 Ulm;0731/555010;info@gross.example;12,5\n"
        "1002;Möbel Österle KG;Hr. Jan Österle / Fr. Eva Maier;Industriestr. 8;D-70565 Stuttgart;0711 555020;;350\n"
        "1003;Café am See;;Seeweg 1;Konstanz;07531 555030;;\n");
    test::importedAll(book, dealer.path());
    QStringList towns;
    for (const Address &address : test::all<Address>(book)) {
        if (address.recordKind == EntityKind::Company)
            towns += address.postalCode + u'|' + address.city;
    }
    CHECK(towns == QStringList{u"89073|Ulm"_s, u"D-70565|Stuttgart"_s, u"|Konstanz"_s});
    CHECK(test::named<Company>(book, u"Bäckerei Groß"_s).revenue == 12'500'00);
    const Contact jan = test::named<Contact>(book, u"Jan Österle"_s);
    CHECK(jan.salutation == u"Hr."_s);
    CHECK(jan.description == u"Ansprechpartner: Fr. Eva Maier"_s);
    CHECK(book.count(EntityKind::Contact) == 2);
    test::checkAgainAndBack(book, dealer.path(), before);
}

TEST_CASE("A list of customers by name, each with a company, is one of people who work there", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    Folder numbers;
    numbers.add(
        u"Kunden.csv"_s,
        "Tabelle 1;;;\nName;Firma;E-Mail;Telefon\nRita Vogt;Vogt Reisen;rita@vogt.example;030 5550140\n"
        "Sven Abt;;sven@abt.example;\n");
    test::importedAll(book, numbers.path());
    CHECK(book.count(EntityKind::Company) == 1);
    CHECK(companyOf(book, u"Rita Vogt"_s) == u"Vogt Reisen"_s);
    CHECK(companyOf(book, u"Sven Abt"_s).isEmpty());
}

TEST_CASE("Who is named with a company in a list of deals is made at that company", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const QByteArray before = test::exportedWhole(book);
    Folder lists;
    lists.add(u"negocios.csv"_s,
              "Negócio;Contato;Empresa;Valor;Etapa;Responsável\n"
              "Forno novo;João Silva;Padaria Lua;R$ 12.500,00;Offer;Ida Kern\n"
              "Vitrine;João Silva;Padaria Lua;R$ 1.200,50;Offer;Ida Kern\n"
              "Balcão;Maria Souza;;R$ 900,00;Offer;Ida Kern\n");
    test::importedAll(book, lists.path());
    CHECK(book.count(EntityKind::Contact) == 2);
    CHECK(companyOf(book, u"João Silva"_s) == u"Padaria Lua"_s);
    CHECK(companyOf(book, u"Maria Souza"_s).isEmpty());
    test::checkAgainAndBack(book, lists.path(), before);
}

TEST_CASE("What stands around a name in LinkedIn and Odoo is no part of it", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    Folder exports;
    exports.add(
        u"Connections.csv"_s,
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Max,\"Stone, MBA\",https://www.linkedin.com/in/max-stone,,\"Stone, Inc.\",CEO,12 Feb 2025\n");
    exports.add(u"res.partner.csv"_s,
                "id,name,is_company,parent_id/id,parent_id,email\n"
                "p_1,Azur Conseil,True,,,info@azur.example\n"
                "p_2,\"Azur Conseil, Lucie Roux\",False,p_1,Azur Conseil,lucie@azur.example\n");
    test::importedAll(book, exports.path());
    const Contact max = test::named<Contact>(book, u"Max Stone"_s);
    CHECK(max.suffix == u"MBA"_s);
    const Contact lucie = test::named<Contact>(book, u"Lucie Roux"_s);
    CHECK(lucie.lastName == u"Roux"_s);
    CHECK(companyOf(book, lucie.name) == u"Azur Conseil"_s);
}

TEST_CASE("A hand-made sheet with its columns in groups: company, person and deal of each row go in, linked",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    Folder own;
    own.add(u"pipeline.csv"_s,
            "Company,,Contact,,Deal,,\n"
            "Name,City,Name,E-mail,Title,Value (EUR),Expected close\n"
            "Nordwind GmbH,Kiel,Petra Lange,p.lange@nordwind.example,Halle 3,12500,2026-12-15\n"
            "Süd AG,Ulm,Max Roth,m.roth@sued.example,Wartung,800.50,2027-01-31\n");
    const AutoReport report = test::importedAll(book, own.path());
    CHECK(report.left.empty());
    CHECK(asked(report).isEmpty());
    CHECK(companyOf(book, u"Petra Lange"_s) == u"Nordwind GmbH"_s);
    CHECK(test::all<Company>(book).size() == 2);
    const Deal deal = test::named<Deal>(book, u"Halle 3"_s);
    CHECK(deal.amount == 12'500'00);
    CHECK(deal.currency == u"EUR"_s);
    CHECK(deal.expectedClose == QDate(2026, 12, 15));
    CHECK(deal.contact == test::named<Contact>(book, u"Petra Lange"_s).id);
}
