// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of other products' exports: where each goes, by resources/presets.
#include "exchange/plan/importplan.h"

#include "exchange/plan/foreignsystem.h"
#include "support/catch_qt.h"

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;
using test::valueOf;

namespace {

struct Planned {
    ImportPlan plan = {};

    // Where a column goes; "-" for nowhere.
    QString at(const QString &column) const
    {
        REQUIRE(plan.columns.contains(column));
        for (const ImportInput &input : plan.inputs) {
            if (input.columnName == column)
                return input.target.name;
        }
        return u"-"_s;
    }

    struct Goes {
        const char *column;
        const char *to;
    };
    void requireAt(std::initializer_list<Goes> table) const
    {
        for (const Goes &each : table) {
            CAPTURE(each.column);
            CHECK(at(QString::fromUtf8(each.column)) == QLatin1StringView(each.to));
        }
    }
};

Planned planned(const QString &system, EntityKind kind, const QStringList &columns)
{
    CHECK(systemOf(columns) == system);
    Planned result{valueOf(planImport(kind, columns, {}, {}))};
    CHECK(result.plan.product == system);
    return result;
}

QStringList columnsOf(const char *header)
{
    return QString::fromUtf8(header).split(u',');
}

} // namespace

TEST_CASE("EspoCRM: the name of a call is its subject, its parent whatever it is about", "[exchange]")
{
    const Planned call = planned(
        u"espocrm"_s, EntityKind::Activity,
        columnsOf(
            "id,name,deleted,status,dateStart,dateEnd,duration,reminders,direction,description,parentId,"
            "parentType,parentName,accountId,accountName,usersIds,contactsIds,contactsNames,leadsIds,"
            "createdAt,modifiedAt,createdById,assignedUserId,assignedUserName,teamsIds"));
    call.requireAt({{"id", "external_id"},
                    {"name", "subject"},
                    {"status", "state"},
                    {"dateStart", "at"},
                    {"dateEnd", "end"},
                    {"duration", "-"}, // its end says it
                    {"parentId", "record.external_id"}});
    CHECK_FALSE(call.plan.notImported.contains(u"parentType"_s)); // it says what the parent is
    CHECK(call.plan.find(u"record.external_id"_s)->labelColumn == 11);
    call.requireAt({{"contactsIds", "contact.external_id"},
                    {"leadsIds", "lead.external_id"},
                    {"assignedUserId", "owner.external_id"},
                    {"assignedUserName", "owner"}});
    planned(u"espocrm"_s, EntityKind::Activity,
            columnsOf("Name,Parent,Parent Type,Status,Date Start,Date End,Contacts,Assigned User,Created At"))
        .requireAt({{"Name", "subject"},
                    {"Parent", "record.external_id"},
                    {"Contacts", "contact"},
                    {"Assigned User", "owner"}});
    const Planned contact = planned(
        u"espocrm"_s, EntityKind::Contact,
        columnsOf("id,salutationName,firstName,lastName,accountId,accountName,title,emailAddress,phoneNumber,"
                  "addressStreet,addressCity,addressState,addressCountry,addressPostalCode,doNotCall,"
                  "createdAt,modifiedAt"));
    contact.requireAt({{"salutationName", "salutation"},
                       {"title", "job_title"},
                       {"emailAddress", "email"},
                       {"addressStreet", "street"},
                       {"addressPostalCode", "postal_code"}});
}

TEST_CASE("SuiteCRM: labels and names of the database are known alike", "[exchange]")
{
    planned(u"suitecrm"_s, EntityKind::Company,
            columnsOf(
                "Name,ID,Website,Email Address,Non Primary E-mails,Office Phone,Alternate Phone,Fax,"
                "Billing Street,Billing City,Billing State,Billing Postal Code,Billing Country,Type,Industry,"
                "Annual Revenue,Employees,Parent Account ID,Assigned to,Assigned User ID,Date Created,"
                "Date Modified,Modified By,Created By,Deleted"))
        .requireAt({{"Office Phone", "phone"},
                    {"Parent Account ID", "parent.external_id"},
                    {"Assigned User ID", "owner.external_id"},
                    {"Date Created", "created"},
                    {"Date Modified", "-"}});
    planned(
        u"suitecrm"_s, EntityKind::Deal,
        columnsOf("Opportunity Name,ID,Opportunity Amount,Currency,Expected Close Date,Sales Stage,"
                  "Probability (%),Next Step,Opportunity Type,Account Name,Description,Amount,Lead Source,"
                  "Assigned User Name,Assigned User ID,Date Created,Date Modified"))
        .requireAt({{"Opportunity Amount", "amount"},
                    {"Amount", "-"},   // the same in dollars
                    {"Currency", "-"}, // the number of a currency: -99
                    {"Expected Close Date", "close"},
                    {"Assigned User Name", "owner"}});
    planned(u"suitecrm"_s, EntityKind::Activity,
            columnsOf(
                "Subject,ID,Description,Status,Date Start,Date Due,Priority,Parent Type,Parent ID,Contact ID,"
                "Assigned to,Assigned User ID,Date Created,Date Modified"))
        .requireAt({{"Date Due", "at"},
                    {"Date Start", "-"},
                    {"Parent ID", "record.external_id"},
                    {"Contact ID", "contact.external_id"}});
    planned(u"suitecrm"_s, EntityKind::Activity,
            columnsOf(
                "name,id,date_entered,date_modified,assigned_user_id,description,status,direction,date_start,"
                "date_end,duration_hours,duration_minutes,parent_type,parent_id"))
        .requireAt({{"name", "subject"}, {"date_start", "at"}, {"duration_hours", "-"}});
}

TEST_CASE("Dynamics: times are whole moments, and its own bookkeeping is left", "[exchange]")
{
    planned(
        u"dynamics"_s, EntityKind::Activity,
        columnsOf(
            "(Do Not Modify) Appointment,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Subject,"
            "Regarding,Start Time,End Time,Owner,Status,Status Reason"))
        .requireAt({{"(Do Not Modify) Appointment", "external_id"},
                    {"(Do Not Modify) Row Checksum", "-"},
                    {"Regarding", "record.external_id"},
                    {"Start Time", "at"}, // not a time of day
                    {"End Time", "end"}});
    planned(
        u"dynamics"_s, EntityKind::Deal,
        columnsOf("(Nicht ändern) Verkaufschance,(Nicht ändern) Zeilenprüfsumme,(Nicht ändern) Geändert am,"
                  "Topic,Potential Customer,Contact,Est. Close Date,Actual Close Date,Est. Revenue,Currency,"
                  "Status,Status Reason,Pipeline Phase,Owner"))
        .requireAt({{"(Nicht ändern) Verkaufschance", "external_id"},
                    {"(Nicht ändern) Geändert am", "-"},
                    {"Potential Customer", "company"},
                    {"Contact", "contact"},
                    {"Actual Close Date", "closed_on"},
                    {"Pipeline Phase", "stage"},
                    {"Status Reason", "-"}});
    planned(
        u"dynamics"_s, EntityKind::Lead,
        columnsOf("(Do Not Modify) Lead,Name,Topic,Status,Status Reason,Company Name,Email,Business Phone"))
        .requireAt({{"Topic", "description"}, {"Status", "status"}});
}

TEST_CASE("Outlook is known in six languages; an office is no country, a place is no city", "[exchange]")
{
    planned(
        u"outlook"_s, EntityKind::Contact,
        columnsOf(
            "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,"
            "Business City,Business State,Business Postal Code,Business Country/Region,Home Street,Home City,"
            "Other Street,Business Fax,Business Phone,Business Phone 2,Home Phone,Mobile Phone,Other Phone,"
            "Account,Birthday,Categories,E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,"
            "Location,Notes,Office Location,Priority,Private,Web Page"))
        .requireAt({{"Title", "salutation"},
                    {"Job Title", "job_title"},
                    {"Office Location", "-"},
                    {"Account", "-"},
                    {"Company", "company"},
                    {"Business Country/Region", "country"},
                    {"E-mail 2 Address", "email"},
                    {"E-mail Type", "-"},
                    {"Categories", "tags"}});
    planned(
        u"outlook"_s, EntityKind::Contact,
        columnsOf(
            "Anrede,Vorname,Weitere Vornamen,Nachname,Suffix,Firma,Abteilung,Position,Straße geschäftlich,"
            "Ort geschäftlich,Region geschäftlich,Postleitzahl geschäftlich,Land/Region geschäftlich,"
            "Straße privat,Fax geschäftlich,Telefon geschäftlich,Telefon privat,Mobiltelefon,Büro,"
            "E-Mail-Adresse,E-Mail: Angezeigter Name,Geburtstag,Kategorien,Notizen,Ort,Webseite"))
        .requireAt({{"Weitere Vornamen", "middle_name"},
                    {"Ort geschäftlich", "city"},
                    {"Ort", "-"},
                    {"Land/Region geschäftlich", "country"},
                    {"E-Mail: Angezeigter Name", "-"},
                    {"Kategorien", "tags"}});
    planned(u"outlook"_s, EntityKind::Contact,
            columnsOf(
                "Titre,Prénom,Nom,Société,Service,Titre (2),Rue (bureau),Ville (bureau),Code postal (bureau),"
                "Téléphone (bureau),Tél. mobile,Adresse de messagerie,Anniversaire,Responsable"))
        .requireAt({
            {"Titre", "salutation"},
            {"Titre (2)", "job_title"},
            {"Service", "department"},
            {"Adresse de messagerie", "email"},
            {"Responsable", "-"}, // a manager's name, nobody's owner
        });
    planned(u"outlook"_s, EntityKind::Contact,
            columnsOf("Titel,Voornaam,Achternaam,Bedrijf,Functie")
                + QStringList{u"Werkadres, straat"_s, u"Werkadres, plaats"_s, u"Telefoon op werk"_s,
                              u"Mobiele telefoon"_s, u"E-mailadres"_s})
        .requireAt({{"Werkadres, straat", "street"}, {"Mobiele telefoon", "mobile"}});
    planned(u"outlook"_s, EntityKind::Contact,
            columnsOf(
                "Titolo,Nome,Cognome,Società,Posizione,Via (uff.),Città (uff.),CAP (uff.),Ufficio,Cellulare,"
                "Indirizzo posta elettronica,Compleanno,Categorie"))
        .requireAt({{"Nome", "first_name"}, {"Ufficio", "phone"}});
    planned(
        u"outlook"_s, EntityKind::Contact,
        columnsOf("Title,Nombre,Apellidos,Organización,Puesto,Calle del trabajo,Ciudad de trabajo,"
                  "Código postal del trabajo,Teléfono del trabajo,Mobile Phone,E-mail Address,Categorías"))
        .requireAt({{"Nombre", "first_name"}, {"Organización", "company"}});
}

TEST_CASE("Outlook's calendar: the time of a reminder is not that of the meeting", "[exchange]")
{
    planned(u"outlook"_s, EntityKind::Activity,
            columnsOf(
                "Subject,Start Date,Start Time,End Date,End Time,All day event,Reminder on/off,Reminder Date,"
                "Meeting Organizer,Required Attendees,Categories,Description,Location,Priority,Show time as"))
        .requireAt({{"Start Date", "at"}, {"Start Time", "start_time"}, {"Reminder Date", "-"}});
}

TEST_CASE("Google Contacts are known by their older and their newer columns", "[exchange]")
{
    planned(u"google"_s, EntityKind::Contact,
            columnsOf("Name,Given Name,Additional Name,Family Name,Name Prefix,Name Suffix,Birthday,Notes,"
                      "Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,"
                      "Phone 2 - Type,Phone 2 - Value,Organization 1 - Name,Organization 1 - Title,"
                      "Address 1 - Formatted,Address 1 - Street,Address 1 - City,Website 1 - Value"))
        .requireAt({{"Additional Name", "middle_name"},
                    {"Group Membership", "tags"},
                    {"Phone 2 - Value", "phone"},
                    {"Organization 1 - Name", "company"},
                    {"Organization 1 - Title", "job_title"},
                    {"Address 1 - Formatted", "-"},
                    {"Address 1 - City", "city"}});
    const Planned newer = planned(
        u"google"_s, EntityKind::Contact,
        columnsOf(
            "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Last Name,File As,"
            "Organization Name,Organization Title,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,"
            "Phone 1 - Value"));
    newer.requireAt({{"First Name", "first_name"}, {"Phonetic First Name", "-"}, {"Labels", "tags"}});
    for (const ImportInput &input : newer.plan.inputs) {
        if (input.columnName == u"Phone 1 - Value"_s)
            CHECK(input.labelColumn == 11);
    }
}

TEST_CASE("LinkedIn, Atomic CRM, monday.com and Freshsales are known by their columns", "[exchange]")
{
    planned(u"linkedin"_s, EntityKind::Contact,
            columnsOf("First Name,Last Name,URL,Email Address,Company,Position,Connected On"))
        .requireAt({{"URL", "website"}, {"Position", "job_title"}});
    planned(
        u"atomic"_s, EntityKind::Contact,
        columnsOf(
            "first_name,last_name,gender,title,background,first_seen,last_seen,has_newsletter,status,tags,"
            "linkedin_url,company,email_work,email_home,email_other,phone_work,phone_home,phone_other"))
        .requireAt({{"title", "job_title"},
                    {"status", "tags"}, // "hot" is kept
                    {"tags", "tags"},
                    {"phone_other", "phone"},
                    {"first_seen", "created"}});
    planned(u"atomic"_s, EntityKind::Deal,
            columnsOf("name,company,categories,stage,amount,expected_closing_date,description"))
        .requireAt({{"categories", "tags"}, {"expected_closing_date", "expected_close"}});
    const Planned monday =
        planned(u"monday"_s, EntityKind::Deal,
                columnsOf("Name,Subitems,Stage,People,Deal Value,Contacts,Accounts,Expected Close Date,"
                          "Close Probability,Forecast Value,Item ID (auto generated)"));
    monday.requireAt({{"Item ID (auto generated)", "external_id"},
                      {"People", "owner"},
                      {"Accounts", "company"},
                      {"Contacts", "contact"},
                      {"Deal Value", "amount"},
                      {"Forecast Value", "-"}});
    planned(
        u"freshsales"_s, EntityKind::Deal,
        columnsOf("Id,Name,Deal value,Deal stage,Deal pipeline,Expected close date,Closed date,Lost reason,"
                  "Sales account,Related contacts,Sales owner,Sales owner id,Created at,Updated at"))
        .requireAt({{"Deal stage", "stage"},
                    {"Deal pipeline", "pipeline"},
                    {"Sales account", "company"},
                    {"Closed date", "closed_on"},
                    {"Sales owner id", "owner.external_id"},
                    {"Updated at", "-"}});
}

TEST_CASE("Pipedrive is known in German and Czech", "[exchange]")
{
    planned(u"pipedrive"_s, EntityKind::Deal,
            columnsOf(
                "Deal - ID,Deal - Titel,Deal - Wert,Deal - Besitzer,Deal - Organisation,Deal - Kontaktperson,"
                "Deal - Phase,Deal - Status,Deal - Verlustgrund,Deal - Datum des gewonnenen Deals,"
                "Deal - Gewichteter Wert"))
        .requireAt({{"Deal - Titel", "name"},
                    {"Deal - Wert", "amount"},
                    {"Deal - Besitzer", "owner"},
                    {"Deal - Kontaktperson", "contact"},
                    {"Deal - Datum des gewonnenen Deals", "closed_on"},
                    {"Deal - Gewichteter Wert", "-"}});
    planned(u"pipedrive"_s, EntityKind::Deal,
            columnsOf("Deal - Titel,Deal - Wert,Deal - Währung von Wert,Deal - Letzte Phasenänderung,"
                      "Deal - Deal abgeschlossen am,Deal - Zu erledigende Aktivitäten"))
        .requireAt({{"Deal - Währung von Wert", "currency"},
                    {"Deal - Letzte Phasenänderung", "stage_entered_at"},
                    {"Deal - Deal abgeschlossen am", "closed_on"},
                    {"Deal - Zu erledigende Aktivitäten", "-"}});
    planned(u"pipedrive"_s, EntityKind::Contact,
            columnsOf(
                "Person - Name,Person - Telefon - Arbeit,Person - Telefon - Mobil,Person - Telefon - Privat,"
                "Person - E-Mail-Adresse - Arbeit,Person - E-Mail-Adresse - Privat,Person - Organisation,"
                "Person - Person erstellt"))
        .requireAt({{"Person - Telefon - Arbeit", "phone"},
                    {"Person - Telefon - Mobil", "mobile"},
                    {"Person - Telefon - Privat", "phone_home"},
                    {"Person - E-Mail-Adresse - Arbeit", "email"},
                    {"Person - E-Mail-Adresse - Privat", "email_home"},
                    {"Person - Organisation", "company"},
                    {"Person - Person erstellt", "created"}});
    planned(
        u"pipedrive"_s, EntityKind::Activity,
        columnsOf("Aktivität - Betreff,Aktivität - Typ,Aktivität - Erledigt,Aktivität - Fälligkeitsdatum,"
                  "Aktivität - Fälligkeitszeit,Aktivität - Dauer,Aktivität - Deal,Aktivität - Kontaktperson,"
                  "Aktivität - Notiz"))
        .requireAt({{"Aktivität - Betreff", "subject"},
                    {"Aktivität - Typ", "kind"},
                    {"Aktivität - Erledigt", "state"},
                    {"Aktivität - Fälligkeitsdatum", "at"},
                    {"Aktivität - Fälligkeitszeit", "start_time"},
                    {"Aktivität - Dauer", "duration"},
                    {"Aktivität - Deal", "deal"},
                    {"Aktivität - Kontaktperson", "contact"},
                    {"Aktivität - Notiz", "note"}});
    planned(u"pipedrive"_s, EntityKind::Deal, columnsOf("Obchod - Název,Obchod - Hodnota,Obchod - Fáze"))
        .requireAt({{"Obchod - Název", "name"}, {"Obchod - Fáze", "stage"}});
}

TEST_CASE("HubSpot, Zoho and Salesforce: what is reckoned from other columns is left", "[exchange]")
{
    planned(u"hubspot"_s, EntityKind::Deal,
            columnsOf(
                "Record ID,Deal Name,Amount in company currency,Weighted amount,Amount,Deal Stage,Close Date,"
                "Closed Won Reason,Closed Lost Reason,Forecast probability"))
        .requireAt({{"Amount", "amount"},
                    {"Amount in company currency", "-"},
                    {"Closed Won Reason", "close_note"},
                    {"Closed Lost Reason", "lost_reason"}});
    planned(u"hubspot"_s, EntityKind::Deal,
            columnsOf("hs_object_id,dealname,dealstage,pipeline,amount,closedate,createdate,"
                      "hubspot_owner_id,hs_date_entered_closedwon,hs_time_in_closedwon"))
        .requireAt({{"hs_object_id", "external_id"},
                    {"dealname", "name"},
                    {"dealstage", "stage"},
                    {"closedate", "close"},
                    {"createdate", "created"},
                    {"hubspot_owner_id", "owner.external_id"},
                    {"hs_date_entered_closedwon", "entered.closedwon"},
                    {"hs_time_in_closedwon", "-"}});
    planned(u"zoho"_s, EntityKind::Contact,
            columnsOf("Record Id,First Name,Last Name,Account Name.id,Account Name,Email,Secondary Email,"
                      "Mailing Street,Mailing City,Mailing Zip,Mailing Country,Email Opt Out,Asst Phone"))
        .requireAt({{"Mailing Zip", "postal_code"}, {"Secondary Email", "email"}, {"Asst Phone", "-"}});
    planned(
        u"salesforce"_s, EntityKind::Deal,
        columnsOf("Opportunity Owner,Owner Role,Account Name,Opportunity Name,Stage,Fiscal Period,Amount,"
                  "Expected Revenue,Probability (%),Age,Close Date,Created Date,Next Step,Lead Source,Type"))
        .requireAt(
            {{"Opportunity Owner", "owner"}, {"Expected Revenue", "-"}, {"Amount", "amount"}, {"Age", "-"}});
    planned(
        u"salesforce"_s, EntityKind::Activity,
        columnsOf("Id,WhoId,WhatId,Subject,ActivityDateTime,ActivityDate,StartDateTime,EndDateTime,OwnerId"))
        .requireAt({{"StartDateTime", "at"}, {"ActivityDate", "-"}});
}

TEST_CASE("A field of the user's own goes before what the product calls so; said columns before both",
          "[exchange]")
{
    const QStringList columns = columnsOf("Record ID,Deal Name,Weighted amount,Amount");
    const std::vector<CustomField> custom{{.name = u"weight"_s, .label = u"Weighted amount"_s}};
    const Planned own{valueOf(planImport(EntityKind::Deal, columns, {}, custom))};
    CHECK(own.at(u"Weighted amount"_s) == u"custom.weight"_s);
    const Planned said{
        valueOf(planImport(EntityKind::Deal, columns, {.map = {{u"Weighted amount"_s, u"amount"_s}}}, {}))};
    said.requireAt({{"Weighted amount", "amount"}, {"Amount", "-"}});
}

TEST_CASE("A product's words hold where the user says whose file it is, and never in files of ours",
          "[exchange]")
{
    const QStringList columns = columnsOf("Subject,Start Time,End Time");
    const Planned unknown{valueOf(planImport(EntityKind::Activity, columns, {}, {}))};
    CHECK(unknown.at(u"Start Time"_s) == u"start_time"_s);
    const Planned said{valueOf(planImport(EntityKind::Activity, columns, {.system = u"dynamics"_s}, {}))};
    CHECK(said.at(u"Start Time"_s) == u"at"_s);
    const Planned ours{
        valueOf(planImport(EntityKind::Contact, columnsOf("id,first_name,Connected On,URL,Position"),
                           {.ids = FileIds::Kept}, {}))};
    CHECK(ours.plan.product.isEmpty());
}

TEST_CASE("Copper: its own id is taken, and not that of the source", "[exchange]")
{
    planned(
        u"copper"_s, EntityKind::Deal,
        columnsOf("Copper ID,Name,Company,Company Id,Primary Contact,Primary Contact Id,Details,Close Date,"
                  "Pipeline,Stage,Status,Loss Reason,Owned By,Owner Id,Source,Source Id,Value,Currency,"
                  "Converted Value,Win Probability,Completed Date"))
        .requireAt({{"Copper ID", "external_id"},
                    {"Source Id", "-"},
                    {"Company Id", "company.external_id"},
                    {"Primary Contact", "contact"},
                    {"Primary Contact Id", "contact.external_id"},
                    {"Details", "description"},
                    {"Close Date", "expected_close"},
                    {"Completed Date", "closed_on"},
                    {"Owned By", "owner"},
                    {"Owner Id", "owner.external_id"},
                    {"Converted Value", "-"},
                    {"Win Probability", "probability"}});
    const Planned task =
        planned(u"copper"_s, EntityKind::Activity,
                columnsOf("Copper ID,Name,Related To,Related To Type,Related To Id,Due Date,Status,Details,"
                          "Owned By,Completed At"));
    task.requireAt(
        {{"Name", "subject"}, {"Related To Id", "record.external_id"}, {"Completed At", "done_at"}});
    CHECK(task.plan.find(u"record.external_id"_s)->labelColumn == 3);
}

TEST_CASE("Close: opportunities are sums with a lead's name, leads are firms with their people", "[exchange]")
{
    const QStringList columns =
        columnsOf("id,lead_id,lead_name,contact_id,contact_name,user_name,status_label,status_type,"
                  "pipeline_name,note,confidence,value,value_currency,value_formatted,date_created,date_won,"
                  "date_lost,close_at");
    planned(u"close"_s, EntityKind::Deal, columns)
        .requireAt({{"id", "external_id"},
                    {"lead_id", "company.external_id"},
                    {"lead_name", "company"},
                    {"status_label", "stage"},
                    {"status_type", "status"},
                    {"value", "-"}, // in hundredths
                    {"value_formatted", "amount"},
                    {"value_currency", "currency"},
                    {"date_won", "close"},
                    {"date_lost", "lost_time"},
                    {"close_at", "expected_close"}});
    planned(u"close"_s, EntityKind::Lead,
            columnsOf("id,display_name,url,description,status_label,html_url,primary_contact_name,"
                      "primary_contact_primary_phone,primary_contact_primary_email,primary_address_city"))
        .requireAt({{"display_name", "organisation"},
                    {"status_label", "status"},
                    {"primary_contact_name", "name"},
                    {"primary_contact_primary_email", "email"},
                    {"primary_address_city", "city"}});
    planned(u"close"_s, EntityKind::Contact,
            columnsOf("id,lead_id,lead_name,name,title,primary_phone,primary_email"))
        .requireAt({{"lead_name", "company"}, {"title", "job_title"}, {"primary_email", "email"}});
}

TEST_CASE("Insightly: British and American names of columns, stage and state side by side", "[exchange]")
{
    planned(
        u"insightly"_s, EntityKind::Deal,
        columnsOf("OpportunityID,OpportunityName,OpportunityState,OpportunityValue,BidAmount,CurrencyCode,"
                  "Pipeline,CurrentStage,StateReason,ForecastCloseDate,ActualCloseDate,OrganisationName"))
        .requireAt({{"OpportunityID", "external_id"},
                    {"OpportunityState", "status"},
                    {"OpportunityValue", "amount"},
                    {"BidAmount", "-"},
                    {"CurrencyCode", "currency"},
                    {"CurrentStage", "stage"},
                    {"StateReason", "lost_reason"},
                    {"ForecastCloseDate", "expected_close"},
                    {"ActualCloseDate", "closed_on"}});
    planned(u"insightly"_s, EntityKind::Contact,
            columnsOf("ContactID,FirstName,LastName,OrganisationID,OrganisationName,EmailPersonal,PhoneFax,"
                      "AddressMailStreet,Tag1,Tag2"))
        .requireAt({{"ContactID", "external_id"},
                    {"OrganisationID", "company.external_id"},
                    {"OrganisationName", "company"},
                    {"EmailPersonal", "email_home"},
                    {"PhoneFax", "fax"},
                    {"AddressMailStreet", "street"},
                    {"Tag2", "tags"}});
    planned(u"insightly"_s, EntityKind::Company,
            columnsOf("OrganizationID,OrganizationName,BillAddressStreet"))
        .requireAt({{"OrganizationID", "external_id"}, {"OrganizationName", "name"}});
}

TEST_CASE("Capsule, Odoo, Bitrix24 and Apollo: what only they call so", "[exchange]")
{
    planned(
        u"capsule"_s, EntityKind::Deal,
        columnsOf("Id,Name,Party Id,Party,Value,Currency,Milestone,Expected Close Date,Actual Close Date"))
        .requireAt({{"Party Id", "company.external_id"},
                    {"Party", "-"}, // may be a person
                    {"Milestone", "stage"},
                    {"Actual Close Date", "closed_on"}});
    planned(u"odoo"_s, EntityKind::Deal,
            columnsOf("id,name,type,partner_id/id,partner_id,stage_id,user_id,expected_revenue,"
                      "company_currency,date_deadline,lost_reason_id"))
        .requireAt({{"partner_id/id", "company.external_id"},
                    {"partner_id", "company"},
                    {"stage_id", "stage"},
                    {"user_id", "owner"},
                    {"expected_revenue", "amount"},
                    {"company_currency", "currency"},
                    {"date_deadline", "expected_close"}});
    planned(u"odoo"_s, EntityKind::Contact, columnsOf("id,name,is_company,parent_id/id,function,user_id"))
        .requireAt(
            {{"parent_id/id", "company.external_id"}, {"function", "job_title"}, {"user_id", "owner"}});
    planned(u"bitrix24"_s, EntityKind::Contact,
            QStringList{u"ID"_s, u"Vorname"_s, u"Nachname"_s, u"Zweiter Vorname"_s,
                        u"E-Mail-Adresse geschäftlich"_s, u"E-Mail-Adresse privat"_s, u"Unternehmen"_s})
        .requireAt({{"E-Mail-Adresse geschäftlich", "email"},
                    {"E-Mail-Adresse privat", "email_home"},
                    {"Unternehmen", "company"}});
    planned(u"apollo"_s, EntityKind::Contact,
            columnsOf("First Name,Last Name,Title,Company,Company Name for Emails,Email,Work Direct Phone,"
                      "Mobile Phone,Corporate Phone,# Employees,Apollo Contact Id"))
        .requireAt({{"Title", "job_title"},
                    {"Work Direct Phone", "phone"},
                    {"Corporate Phone", "phone"},
                    {"Apollo Contact Id", "external_id"}});
}

TEST_CASE("Salesforce, Zoho: rows of a stage history are moves, and say nothing else of their deals",
          "[exchange]")
{
    planned(u"salesforce"_s, EntityKind::Deal,
            columnsOf("Id,OpportunityId,CreatedById,CreatedDate,StageName,Amount,CloseDate,SystemModstamp"))
        .requireAt({{"Id", "-"},
                    {"OpportunityId", "external_id"},
                    {"CreatedDate", "moved_at"},
                    {"StageName", "moved_to"},
                    {"Amount", "-"},
                    {"CloseDate", "-"}});
    planned(u"salesforce"_s, EntityKind::Deal,
            columnsOf("Id,IsDeleted,OpportunityId,CreatedById,CreatedDate,Field,OldValue,NewValue"))
        .requireAt({{"Field", "moved_field"}, {"OldValue", "moved_from"}, {"NewValue", "moved_to"}});
    planned(u"salesforce"_s, EntityKind::Deal,
            columnsOf("Opportunity Name,Amount,From Stage,To Stage,Last Modified,Last Modified By"))
        .requireAt({{"Opportunity Name", "name"},
                    {"From Stage", "moved_from"},
                    {"To Stage", "moved_to"},
                    {"Last Modified", "moved_at"},
                    {"Amount", "-"}});
    planned(u"salesforce"_s, EntityKind::Deal,
            columnsOf("Opportunity Name,Opportunity ID,Stage Duration,From Stage,To Stage,Created Date,"
                      "Last Modified Date,Last Modified By"))
        .requireAt({{"Opportunity ID", "external_id"},
                    {"To Stage", "moved_to"},
                    {"Created Date", "-"},
                    {"Last Modified Date", "moved_at"}});
    planned(u"salesforce"_s, EntityKind::Deal,
            columnsOf("Opportunity Name,Edited By,Field / Event,Old Value,New Value,Edit Date"))
        .requireAt({{"Opportunity Name", "name"},
                    {"Field / Event", "moved_field"},
                    {"Old Value", "moved_from"},
                    {"New Value", "moved_to"},
                    {"Edit Date", "moved_at"},
                    {"Edited By", "-"}});
    planned(u"zoho"_s, EntityKind::Deal,
            columnsOf("Deal Name.id,Deal Name,Stage,Amount,Stage Duration (Calendar Days),Modified Time"))
        .requireAt({{"Deal Name.id", "external_id"},
                    {"Deal Name", "name"},
                    {"Stage", "moved_to"},
                    {"Modified Time", "moved_at"},
                    {"Amount", "-"}});
    // The deals themselves are as ever.
    planned(u"salesforce"_s, EntityKind::Deal,
            columnsOf("Id,IsDeleted,AccountId,Name,StageName,Amount,CreatedDate"))
        .requireAt({{"Id", "external_id"}, {"StageName", "stage"}, {"CreatedDate", "created"}});
}
