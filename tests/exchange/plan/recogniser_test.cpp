// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/recogniser.h"

#include "domain/records/inenglish.h"
#include "domain/records/record.h"
#include "exchange/plan/foreignsystem.h"
#include "support/catch_qt.h"

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;
using test::valueOf;

namespace {

// "Column > target", one for each column that goes somewhere.
QStringList mapping(EntityKind kind, const QStringList &columns, const PlanRules &rules = {})
{
    QStringList lines;
    for (const ImportInput &input : valueOf(planImport(kind, columns, rules, {})).inputs)
        lines += input.columnName + u" > "_s + input.target.name;
    return lines;
}

QStringList leftOut(EntityKind kind, const QStringList &columns)
{
    return valueOf(planImport(kind, columns, {}, {})).notImported;
}

} // namespace

TEST_CASE("A column of ids is recognised by what it identifies, however it is written", "[exchange]")
{
    CHECK(mapping(EntityKind::Contact, {u"Name"_s, u"Account Id"_s, u"OwnerId"_s, u"ReportsToId"_s})
          == QStringList{u"Name > name"_s, u"Account Id > company.external_id"_s,
                         u"OwnerId > owner.external_id"_s, u"ReportsToId > reports_to.external_id"_s});
    CHECK(mapping(EntityKind::Contact, {u"Last Name"_s, u"Account Name.id"_s})
          == QStringList{u"Last Name > last_name"_s, u"Account Name.id > company.external_id"_s});
    CHECK(mapping(EntityKind::Deal,
                  {u"Deal Name"_s, u"Associated Company IDs"_s, u"Associated Contact IDs (Primary)"_s})
          == QStringList{u"Deal Name > name"_s, u"Associated Company IDs > company.external_id"_s,
                         u"Associated Contact IDs (Primary) > contact.external_id"_s});
    CHECK(mapping(EntityKind::Activity,
                  {u"Subject"_s, u"WhoId"_s, u"WhatId"_s, u"Deal ID"_s, u"Lead Id"_s, u"account_id"_s})
          == QStringList{u"Subject > subject"_s, u"WhoId > record.external_id"_s,
                         u"WhatId > record.external_id"_s, u"Deal ID > deal.external_id"_s,
                         u"Lead Id > lead.external_id"_s, u"account_id > company.external_id"_s});
    CHECK(mapping(EntityKind::Company, {u"Name"_s, u"ParentId"_s})
          == QStringList{u"Name > name"_s, u"ParentId > parent.external_id"_s});
}

TEST_CASE("A record's own id is what the other system calls it", "[exchange]")
{
    for (const QString &header : {u"ID"_s, u"Id"_s, u"Record ID"_s, u"Person - ID"_s, u"Contact Id"_s})
        CHECK(mapping(EntityKind::Contact, {u"Name"_s, header})
              == QStringList{u"Name > name"_s, header + u" > external_id"_s});
    CHECK(mapping(EntityKind::Deal, {u"Deal - ID"_s, u"Deal - Title"_s})
          == QStringList{u"Deal - ID > external_id"_s, u"Deal - Title > name"_s});
}

TEST_CASE("Words that only end like an id are no ids", "[exchange]")
{
    const QStringList words{u"Paid"_s, u"Bid"_s, u"Valid"_s, u"Kids"_s, u"Grid"_s};
    CHECK(leftOut(EntityKind::Deal, QStringList{u"Title"_s} + words) == words);
}

TEST_CASE("Ids of the book are offered for files of ours only; elsewhere company_id is the other system's",
          "[exchange]")
{
    const auto names = [](FileIds ids) {
        QStringList all;
        for (const ImportTarget &target : importTargets(EntityKind::Contact, {}, ids))
            all += target.name;
        return all;
    };
    CHECK_FALSE(names(FileIds::Ignored).contains(u"company_id"_s));
    CHECK_FALSE(names(FileIds::Ignored).contains(u"id"_s));
    CHECK(names(FileIds::Kept).contains(u"company_id"_s));
    CHECK_FALSE(names(FileIds::Kept).contains(u"company.external_id"_s));
    CHECK(mapping(EntityKind::Contact, {u"Name"_s, u"Firm"_s}, {.map = {{u"Firm"_s, u"company_id"_s}}})
          == QStringList{u"Name > name"_s, u"Firm > company.external_id"_s});
    CHECK(mapping(EntityKind::Contact, {u"id"_s, u"company_id"_s}, {.ids = FileIds::Kept})
          == QStringList{u"id > id"_s, u"company_id > company_id"_s});
}

TEST_CASE("A header says whose column it is", "[exchange]")
{
    const QStringList mixed{u"Person - Name"_s, u"Deal - Title"_s, u"Deal - Value"_s};
    CHECK(mapping(EntityKind::Deal, mixed)
          == QStringList{u"Person - Name > contact"_s, u"Deal - Title > name"_s, u"Deal - Value > amount"_s});
    CHECK(mapping(EntityKind::Contact, mixed) == QStringList{u"Person - Name > name"_s});
    CHECK(leftOut(EntityKind::Contact, mixed) == QStringList{u"Deal - Title"_s, u"Deal - Value"_s});
    CHECK(
        mapping(EntityKind::Contact, {u"LastName"_s, u"Account.Name"_s, u"Owner.Name"_s, u"Account.Phone"_s})
        == QStringList{u"LastName > last_name"_s, u"Account.Name > company"_s, u"Owner.Name > owner"_s});
    CHECK(mapping(EntityKind::Deal, {u"Deal - Title"_s, u"Product - Name"_s, u"Product - Quantity"_s})
          == QStringList{u"Deal - Title > name"_s, u"Product - Name > product"_s,
                         u"Product - Quantity > quantity"_s});
    CHECK(mapping(EntityKind::Lead, {u"Person - Name"_s, u"Organization - Name"_s, u"Person - Email"_s})
          == QStringList{u"Person - Name > name"_s, u"Organization - Name > organisation"_s,
                         u"Person - Email > email"_s});
    CHECK(mapping(EntityKind::Company,
                  {u"Organization - Name"_s, u"Organization - Address - Country of Address"_s})
          == QStringList{u"Organization - Name > name"_s,
                         u"Organization - Address - Country of Address > country"_s});
}

TEST_CASE("A header of signs only matches nothing", "[exchange]")
{
    const QStringList signs{u"#"_s, u"?"_s, u"☎"_s, u"—"_s, u"*"_s};
    for (const EntityKind kind : importableKinds())
        CHECK(leftOut(kind, QStringList{u"Name"_s, u"Subject"_s} + signs).endsWith(u"*"_s));
    CHECK(mapping(EntityKind::Deal, QStringList{u"Title"_s} + signs) == QStringList{u"Title > name"_s});
}

TEST_CASE("An alias never takes a field that another column names outright", "[exchange]")
{
    CHECK(mapping(EntityKind::Contact, {u"Title"_s, u"Last Name"_s, u"Job Title"_s})
          == QStringList{u"Title > salutation"_s, u"Last Name > last_name"_s, u"Job Title > job_title"_s});
    CHECK(mapping(EntityKind::Contact, {u"Title"_s, u"Last Name"_s})
          == QStringList{u"Title > job_title"_s, u"Last Name > last_name"_s});
    CHECK(mapping(EntityKind::Deal, {u"Subject"_s, u"Name"_s}) == QStringList{u"Name > name"_s});
}

TEST_CASE("Columns of German, French, Spanish and Dutch files are known", "[exchange]")
{
    CHECK(mapping(EntityKind::Company,
                  {u"Kd.-Nr."_s, u"Firma"_s, u"Straße"_s, u"Telefon"_s, u"Telefax"_s, u"E-Mail"_s})
          == QStringList{u"Kd.-Nr. > external_id"_s, u"Firma > name"_s, u"Straße > street"_s,
                         u"Telefon > phone"_s, u"Telefax > fax"_s, u"E-Mail > email"_s});
    CHECK(mapping(EntityKind::Contact,
                  {u"Nom"_s, u"Prénom"_s, u"Société"_s, u"Fonction"_s, u"Téléphone"_s, u"Portable"_s,
                   u"Courriel"_s, u"Code postal"_s, u"Date de naissance"_s})
          == QStringList{u"Nom > last_name"_s, u"Prénom > first_name"_s, u"Société > company"_s,
                         u"Fonction > job_title"_s, u"Téléphone > phone"_s, u"Portable > mobile"_s,
                         u"Courriel > email"_s, u"Code postal > postal_code"_s,
                         u"Date de naissance > birthday"_s});
    CHECK(mapping(EntityKind::Deal, {u"Negocio"_s, u"Empresa"_s, u"Valor"_s, u"Moneda"_s, u"Etapa"_s})
          == QStringList{u"Negocio > name"_s, u"Empresa > company"_s, u"Valor > amount"_s,
                         u"Moneda > currency"_s, u"Etapa > stage"_s});
    CHECK(mapping(EntityKind::Activity, {u"Aufgabe"_s, u"Fällig am"_s, u"Uhrzeit"_s, u"Firma"_s})
          == QStringList{u"Aufgabe > subject"_s, u"Fällig am > at"_s, u"Uhrzeit > start_time"_s,
                         u"Firma > company"_s});
    CHECK(mapping(EntityKind::Contact, {u"Achternaam"_s, u"Bedrijf"_s, u"Plaats"_s})
          == QStringList{u"Achternaam > last_name"_s, u"Bedrijf > company"_s, u"Plaats > city"_s});
}

TEST_CASE("Columns of Dynamics, EspoCRM, SuiteCRM, Google, Outlook and Freshsales are known", "[exchange]")
{
    CHECK(mapping(EntityKind::Deal,
                  {u"(Do Not Modify) Opportunity"_s, u"Topic"_s, u"Potential Customer"_s,
                   u"Est. Close Date"_s, u"Est. Revenue"_s})
          == QStringList{u"(Do Not Modify) Opportunity > external_id"_s, u"Topic > name"_s,
                         u"Potential Customer > company"_s, u"Est. Close Date > expected_close"_s,
                         u"Est. Revenue > amount"_s});
    CHECK(mapping(EntityKind::Activity, {u"Date Start"_s, u"Date End"_s, u"Created At"_s})
          == QStringList{u"Date Start > at"_s, u"Date End > end"_s, u"Created At > created"_s});
    CHECK(
        mapping(EntityKind::Deal, {u"Opportunity Name"_s, u"Date Closed"_s, u"Date Created"_s})
        == QStringList{u"Opportunity Name > name"_s, u"Date Closed > close"_s, u"Date Created > created"_s});
    CHECK(mapping(EntityKind::Contact,
                  {u"Organization Title"_s, u"Organization Department"_s, u"Address 1 - Street"_s,
                   u"Address 1 - Postal Code"_s})
          == QStringList{u"Organization Title > job_title"_s, u"Organization Department > department"_s,
                         u"Address 1 - Street > street"_s, u"Address 1 - Postal Code > postal_code"_s});
    CHECK(mapping(EntityKind::Contact,
                  {u"Business Phone"_s, u"Business Phone 2"_s, u"E-mail Address"_s, u"E-mail 2 Address"_s})
          == QStringList{u"Business Phone > phone"_s, u"Business Phone 2 > phone"_s,
                         u"E-mail Address > email"_s, u"E-mail 2 Address > email"_s});
    CHECK(mapping(EntityKind::Contact, {u"Last name"_s, u"Emails"_s, u"Sales owner"_s, u"Do not disturb"_s})
          == QStringList{u"Last name > last_name"_s, u"Emails > email"_s, u"Sales owner > owner"_s,
                         u"Do not disturb > do_not_call"_s});
    CHECK(mapping(EntityKind::Lead, {u"Lead Name"_s, u"Company"_s, u"Est. Value"_s})
          == QStringList{u"Lead Name > name"_s, u"Company > organisation"_s,
                         u"Est. Value > estimated_value"_s});
}

TEST_CASE("The system of a file is known by its columns, or not at all", "[exchange]")
{
    CHECK(systemOf({u"Record ID"_s, u"First Name"_s}) == u"hubspot"_s);
    CHECK(systemOf({u"Record Id"_s, u"Account Name"_s, u"Account Name.id"_s}) == u"zoho"_s);
    CHECK(systemOf({u"Person - Name"_s, u"Person - ID"_s}) == u"pipedrive"_s);
    CHECK(systemOf({u"Id"_s, u"IsDeleted"_s, u"AccountId"_s}) == u"salesforce"_s);
    CHECK(systemOf({u"ID"_s, u"Name"_s, u"Account Id"_s}).isEmpty());
    CHECK(systemOf({}).isEmpty());
}

TEST_CASE("A header of 16,384 columns is read like any other, and no column is lost", "[exchange]")
{
    QStringList columns{u"Name"_s, u"Account Id"_s};
    for (int i = 2; i < 16'384; ++i)
        columns += i % 2 ? u"Person - Field %1"_s.arg(i) : u"Column %1 id"_s.arg(i);
    const ImportPlan plan = valueOf(planImport(EntityKind::Contact, columns, {}, {}));
    CHECK(plan.inputs.size() == 2);
    CHECK(plan.notImported.size() == columns.size() - 2);
}

TEST_CASE("The id of what a record comes from is never the record's own id", "[exchange]")
{
    CHECK(leftOut(EntityKind::Deal, {u"Name"_s, u"Source"_s, u"Source Id"_s, u"Value"_s})
          == QStringList{u"Source Id"_s});
    CHECK(mapping(EntityKind::Deal, {u"Copper Id"_s, u"Name"_s, u"Source Id"_s})
              .contains(u"Copper Id > external_id"_s));
    CHECK(mapping(EntityKind::Contact, {u"Name"_s, u"Salesforce ID"_s})
          == QStringList{u"Name > name"_s, u"Salesforce ID > external_id"_s});
    // Beside an id of its own that of another system is another one.
    CHECK(leftOut(EntityKind::Contact, {u"Salesforce ID"_s, u"Id"_s, u"Name"_s})
          == QStringList{u"Salesforce ID"_s});
}

TEST_CASE("A column beside the amounts says their currency, whatever it is called", "[exchange]")
{
    for (const QString &header : {u"Currency Code"_s, u"CurrencyCode"_s, u"Value Currency"_s,
                                  u"value_currency"_s, u"company_currency"_s, u"Waehrung"_s,
                                  u"Währungscode"_s, u"Currency of Value"_s, u"Devise"_s, u"通貨"_s}) {
        CAPTURE(header);
        CHECK(mapping(EntityKind::Deal, {u"Deal Name"_s, u"Stage"_s, u"Value"_s, header}).last()
              == header + u" > currency"_s);
    }
    CHECK(mapping(EntityKind::Deal, {u"Deal Name"_s, u"Cost Currency"_s, u"Value"_s, u"Value Currency"_s})
          == QStringList{u"Deal Name > name"_s, u"Value > amount"_s, u"Value Currency > currency"_s});
}

TEST_CASE("Amounts in a currency, and the currency of amounts that are left, say nothing of the others",
          "[exchange]")
{
    for (const QString &header : {u"Amount in company currency"_s, u"Currency Rate"_s}) {
        CAPTURE(header);
        CHECK(leftOut(EntityKind::Deal, {u"Deal Name"_s, u"Value"_s, header}) == QStringList{header});
    }
    CHECK(
        leftOut(EntityKind::Deal, {u"Deal Name"_s, u"Value"_s, u"Converted Value"_s, u"Converted Currency"_s})
        == QStringList{u"Converted Value"_s, u"Converted Currency"_s});
    CHECK(leftOut(EntityKind::Deal, {u"Deal Name"_s, u"Cost Currency"_s})
          == QStringList{u"Cost Currency"_s}); // there is no amount
}

TEST_CASE("A column that is called name is all of it, or the half that no other column has", "[exchange]")
{
    CHECK(mapping(EntityKind::Contact, {u"Nom"_s, u"Email"_s})
          == QStringList{u"Nom > name"_s, u"Email > email"_s});
    CHECK(mapping(EntityKind::Contact, {u"Nom"_s, u"Prénom"_s})
          == QStringList{u"Nom > last_name"_s, u"Prénom > first_name"_s});
    CHECK(mapping(EntityKind::Contact, {u"Nome"_s, u"Cognome"_s})
          == QStringList{u"Nome > first_name"_s, u"Cognome > last_name"_s});
    CHECK(mapping(EntityKind::Contact, {u"Nombre"_s, u"Apellidos"_s})
          == QStringList{u"Nombre > first_name"_s, u"Apellidos > last_name"_s});
    CHECK(mapping(EntityKind::Contact, {u"Jméno"_s, u"E-mail"_s})
          == QStringList{u"Jméno > name"_s, u"E-mail > email"_s});
    CHECK(mapping(EntityKind::Contact, {u"Nom"_s, u"Email"_s}, {.map = {{u"Nom"_s, u"last_name"_s}}})
          == QStringList{u"Nom > last_name"_s, u"Email > email"_s}); // as the user says
}

TEST_CASE("Who is meant is known where a list has companies beside people, in many languages", "[exchange]")
{
    struct Header {
        QString person, company, email;
    };
    for (const Header &each :
         {Header{u"Contact Person"_s, u"Company"_s, u"Email"_s},
          Header{u"Contact"_s, u"Entreprise"_s, u"Courriel"_s},
          Header{u"Interlocuteur"_s, u"Société"_s, u"Adresse électronique"_s},
          Header{u"Ansprechpartnerin"_s, u"Firma"_s, u"E-Mail-Adresse geschäftlich"_s},
          Header{u"Persona de contacto"_s, u"Empresa"_s, u"Correo electrónico"_s},
          Header{u"Referente"_s, u"Azienda"_s, u"Posta elettronica"_s},
          Header{u"Pessoa de contato"_s, u"Empresa"_s, u"Endereço de e-mail"_s},
          Header{u"Contactpersoon"_s, u"Bedrijf"_s, u"E-mailadres"_s},
          Header{u"Osoba kontaktowa"_s, u"Firma"_s, u"Adres e-mail"_s},
          Header{u"Kontaktperson"_s, u"Företag"_s, u"E-post"_s},
          Header{u"Kontaktperson"_s, u"Virksomhed"_s, u"E-mail"_s},
          Header{u"Yhteyshenkilö"_s, u"Yritys"_s, u"Sähköposti"_s},
          Header{u"Kontaktní osoba"_s, u"Společnost"_s, u"E-mailová adresa"_s},
          Header{u"氏名"_s, u"会社名"_s, u"メールアドレス"_s}, Header{u"联系人"_s, u"公司"_s, u"邮箱"_s}}) {
        CAPTURE(each.person);
        CHECK(mapping(EntityKind::Contact, {each.person, each.company, each.email})
              == QStringList{each.person + u" > name"_s, each.company + u" > company"_s,
                             each.email + u" > email"_s});
    }
    CHECK(mapping(EntityKind::Contact, {u"姓"_s, u"名"_s, u"会社名"_s, u"携帯電話"_s})
          == QStringList{u"姓 > last_name"_s, u"名 > first_name"_s, u"会社名 > company"_s,
                         u"携帯電話 > mobile"_s});
}

TEST_CASE("The sum, stage, closing day and owner of a deal are known in many languages", "[exchange]")
{
    struct Header {
        QString amount, stage, closing, owner;
    };
    for (const Header &each :
         {Header{u"Estimated Value"_s, u"Milestone"_s, u"Expected Closing"_s, u"Owned By"_s},
          Header{u"Deal Size"_s, u"stage_id"_s, u"date_deadline"_s, u"Assignee"_s},
          Header{u"Angebotssumme"_s, u"Vertriebsphase"_s, u"Voraussichtlicher Abschluss"_s, u"Vertriebler"_s},
          Header{u"Montant HT"_s, u"Étape"_s, u"Échéance"_s, u"Commercial"_s},
          Header{u"Monto"_s, u"Etapa"_s, u"Cierre previsto"_s, u"Vendedor"_s},
          Header{u"Importo"_s, u"Fase"_s, u"Chiusura prevista"_s, u"Venditore"_s},
          Header{u"Montante"_s, u"Estágio"_s, u"Previsão de fechamento"_s, u"Proprietário"_s},
          Header{u"Orderwaarde"_s, u"Verkoopfase"_s, u"Verwachte sluiting"_s, u"Verkoper"_s},
          Header{u"Kwota"_s, u"Etap"_s, u"Planowana data zamknięcia"_s, u"Opiekun"_s},
          Header{u"Belopp"_s, u"Säljfas"_s, u"Förväntat avslut"_s, u"Säljare"_s},
          Header{u"Beløb"_s, u"Salgsfase"_s, u"Forventet lukkedato"_s, u"Sælger"_s},
          Header{u"Summa"_s, u"Vaihe"_s, u"Arvioitu päättymispäivä"_s, u"Myyjä"_s},
          Header{u"Částka"_s, u"Fáze"_s, u"Předpokládané datum uzavření"_s, u"Obchodník"_s},
          Header{u"金額"_s, u"フェーズ"_s, u"受注予定日"_s, u"営業担当"_s},
          Header{u"金额"_s, u"阶段"_s, u"预计成交日期"_s, u"负责人"_s}}) {
        CAPTURE(each.amount);
        CHECK(mapping(EntityKind::Deal, {u"Deal Name"_s, each.amount, each.stage, each.closing, each.owner})
              == QStringList{u"Deal Name > name"_s, each.amount + u" > amount"_s, each.stage + u" > stage"_s,
                             each.closing + u" > expected_close"_s, each.owner + u" > owner"_s});
    }
    // What another column names outright, or with a surer word, goes first.
    CHECK(leftOut(EntityKind::Deal,
                  {u"Deal Name"_s, u"Expected Revenue"_s, u"Amount"_s, u"Stage Id"_s, u"Stage"_s})
          == QStringList{u"Expected Revenue"_s, u"Stage Id"_s});
}

TEST_CASE("A German list of offers and a call log have columns that are known", "[exchange]")
{
    CHECK(mapping(EntityKind::Deal,
                  {u"Angebotsnr."_s, u"Angebotsdatum"_s, u"Kunde"_s, u"Projekt"_s, u"Angebotssumme"_s,
                   u"Status"_s, u"Vertriebler"_s})
          == QStringList{u"Angebotsnr. > external_id"_s, u"Angebotsdatum > created"_s, u"Kunde > company"_s,
                         u"Projekt > name"_s, u"Angebotssumme > amount"_s, u"Status > status"_s,
                         u"Vertriebler > owner"_s});
    CHECK(
        mapping(EntityKind::Activity, {u"Contact Name"_s, u"Call Date"_s, u"Duration (s)"_s, u"Direction"_s})
        == QStringList{u"Contact Name > contact"_s, u"Call Date > at"_s, u"Duration (s) > duration"_s,
                       u"Direction > direction"_s});
    CHECK(mapping(EntityKind::Activity, {u"Task"_s, u"Assigned To"_s, u"Due"_s, u"Done"_s})
          == QStringList{u"Task > subject"_s, u"Assigned To > owner"_s, u"Due > at"_s, u"Done > state"_s});
}
