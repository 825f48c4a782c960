// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of products by everybody's words (resources/presets/common.tsv), which are enough for most of theirs, and of
// spreadsheets in six languages besides English.
#include "exchange/plan/importplan.h"

#include "support/catch_qt.h"

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;
using test::valueOf;

namespace {

// "Column > field; Column > -": a file of just these columns, where each of them goes, and whose columns they are.
void requireColumns(EntityKind kind, const QString &table, const QString &product = {})
{
    QStringList columns;
    QStringList targets;
    for (const QString &line : table.split(u';')) {
        columns += line.section(u'>', 0, 0).trimmed();
        targets += line.section(u'>', 1).trimmed();
    }
    const ImportPlan plan = valueOf(planImport(kind, columns, {}, {}));
    CHECK(plan.product == product);
    for (qsizetype i = 0; i < columns.size(); ++i) {
        QString target = u"-"_s;
        for (const ImportInput &input : plan.inputs) {
            if (input.column == i)
                target = input.target.name;
        }
        CAPTURE(columns[i]);
        CHECK(target == targets[i]);
        CHECK(plan.notImported.contains(columns[i]) == (target == "-"_L1));
    }
}

} // namespace

TEST_CASE("Copper: who owns it, what it is worth and why it was lost", "[exchange]")
{
    requireColumns(EntityKind::Deal,
                   u"Copper ID > external_id; Name > name; Primary Contact > contact; Company > company; "
                   "Pipeline > pipeline; Stage > stage; Owned By > owner; Status > status; Value > amount; "
                   "Currency > currency; Close Date > expected_close; Closed Date > closed_on; "
                   "Win Probability > probability; Priority > priority; Source > source; "
                   "Loss Reason > lost_reason; Tags > tags; Details > description; Created At > created; "
                   "Last Stage At > stage_entered_at; Days in Stage > -; Interaction Count > -"_s,
                   u"copper"_s);
    requireColumns(EntityKind::Contact,
                   u"Copper ID > external_id; First Name > first_name; Last Name > last_name; "
                   "Title > job_title; Company > company; Owned By > owner; Contact Type > -; Tags > tags; "
                   "Work Email > email; Personal Email > email_home; Work Phone > phone; "
                   "Mobile Phone > mobile; Street > street; City > city; State > region; "
                   "Postal Code > postal_code; Country > country; Details > description; "
                   "Created At > created"_s,
                   u"copper"_s);
    requireColumns(EntityKind::Company,
                   u"Copper ID > external_id; Name > name; Owned By > owner; Email Domain > website; "
                   "Phone Number > phone; Street > street; City > city; Details > description; Tags > tags"_s,
                   u"copper"_s);
}

TEST_CASE("Close: the lead of an opportunity is its company", "[exchange]")
{
    requireColumns(
        EntityKind::Deal,
        u"id > external_id; lead_id > company.external_id; lead_name > company; status_label > stage; "
        "status_type > status; pipeline_name > pipeline; value > amount; "
        "value_currency > currency; confidence > probability; date_won > close; "
        "date_lost > lost_time; contact_name > contact; user_name > owner; note > description; "
        "date_created > created"_s,
        u"close"_s);
    requireColumns(EntityKind::Company,
                   u"id > external_id; display_name > name; description > description; url > website; "
                   "status_label > -; address_1_city > city; address_1_state > region; "
                   "address_1_zipcode > postal_code; date_created > created"_s);
    requireColumns(EntityKind::Contact,
                   u"id > external_id; lead_name > company; first_name > first_name; last_name > last_name; "
                   "title > job_title; primary_email > email; primary_phone > phone; office_phone > phone; "
                   "mobile_phone > mobile"_s,
                   u"close"_s);
}

TEST_CASE("Insightly: bids are amounts, links are companies and contacts", "[exchange]")
{
    requireColumns(EntityKind::Deal,
                   u"RecordId > external_id; Opportunity Name > name; Opportunity Details > description; "
                   "Opportunity State > status; Bid Currency > currency; Bid Amount > amount; "
                   "Probability Of Winning > probability; Forecast Close Date > expected_close; "
                   "Actual Close Date > closed_on; Pipeline > pipeline; Current Stage > stage; "
                   "User Responsible > owner; Linked Organization > company; Linked Contact > contact; "
                   "State Reason > lost_reason; Tag List > tags; Date Created > created"_s);
    requireColumns(EntityKind::Contact,
                   u"RecordId > external_id; First Name > first_name; Last Name > last_name; "
                   "Job Title > job_title; Organisation Name > company; Email Address > email; "
                   "Phone > phone; Mobile Phone > mobile; Date of Birth > birthday; "
                   "Mail Address Street > street; Mail Address City > city; Mail Address State > region; "
                   "Mail Address Postal Code > postal_code; Mail Address Country > country; "
                   "Other Address Street > street_other; Other Address City > city_other; "
                   "Background > description; Tag List > tags; Contact Owner > owner"_s);
    requireColumns(EntityKind::Company,
                   u"Organization ID > external_id; Organization Name > name; Phone > phone; "
                   "Website > website; Billing Address Street > street; Billing Address City > city; "
                   "Shipping Address Street > street_other; "
                   "Shipping Address Postal Code > postal_code_other; Organization Owner > owner"_s);
}

TEST_CASE("Capsule: a milestone is a stage", "[exchange]")
{
    requireColumns(EntityKind::Deal,
                   u"ID > external_id; Name > name; Description > description; Organisation > company; "
                   "Contact > contact; Milestone > stage; Probability > probability; Value > amount; "
                   "Currency > currency; Expected Close Date > expected_close; "
                   "Actual Close Date > closed_on; Lost Reason > lost_reason; Owner > owner; "
                   "Created > created"_s,
                   u"capsule"_s);
    requireColumns(
        EntityKind::Contact,
        u"ID > external_id; Title > salutation; First Name > first_name; Last Name > last_name; "
        "Job Title > job_title; Organisation Name > company; About > description; Owner > owner; "
        "Email Address > email; Home Email > email_home; Work Phone > phone; "
        "Direct Phone > phone; Work Address Street > street; Work Address City > city; "
        "Work Address Postcode > postal_code; Home Address Street > street_home; "
        "Home Address City > city_home; Website Address > website; Tags > tags; Created > created"_s);
}

TEST_CASE("Nutshell: a lead is a deal of an account", "[exchange]")
{
    requireColumns(
        EntityKind::Deal,
        u"Name > name; Status > status; Stage > stage; Pipeline > pipeline; Value > amount; "
        "Confidence > probability; Primary account > company; Primary contact > contact; "
        "Assignee > owner; Sources > source; Products > product; Anticipated closed time > expected_close; "
        "Closed time > closed_on; Tags > tags"_s);
    requireColumns(EntityKind::Contact,
                   u"Name > name; Title > job_title; Accounts > company; Email > email; Phone > phone; "
                   "Owner > owner; Tags > tags"_s);
}

TEST_CASE("Nimble: people and deals, by its columns in lower case", "[exchange]")
{
    requireColumns(EntityKind::Contact,
                   u"first name > first_name; last name > last_name; title > job_title; "
                   "company name > company; work email > email; personal email > email_home; "
                   "other email > email; work phone > phone; mobile phone > mobile; "
                   "home phone > phone_home; work address > street; home address > street_home; "
                   "lead source > source; tags > tags; owner > owner"_s);
    requireColumns(
        EntityKind::Deal,
        u"Deal Name > name; Amount > amount; Stage > stage; Pipeline > pipeline; "
        "Probability > probability; Expected Close > expected_close; Close Date > close; "
        "Owner > owner; Related contacts > contact; Company > company; Reason lost > lost_reason"_s);
}

TEST_CASE("Streak: a box is a deal", "[exchange]")
{
    requireColumns(EntityKind::Deal,
                   u"Name > name; Box Key > external_id; Stage > stage; Assigned To > owner; "
                   "Contacts > contact; Organizations > company; Notes > description; "
                   "Date Created > created; Deal Size > amount; Close Date > close; "
                   "Last Stage Change Date > stage_entered_at; Freshness > -"_s);
}

TEST_CASE("Bitrix24: the responsible person is the owner", "[exchange]")
{
    requireColumns(EntityKind::Deal,
                   u"ID > external_id; Deal Name > name; Stage > stage; Type > type; Source > source; "
                   "Amount > amount; Currency > currency; Company > company; Contact > contact; "
                   "Probability > probability; End date > close; Responsible person > owner; "
                   "Created on > created; Comment > description; Deal pipeline > pipeline; "
                   "Product > product; Quantity > quantity; Stage change date > stage_entered_at; "
                   "Repeat deal > -"_s);
    requireColumns(EntityKind::Contact,
                   u"ID > external_id; Salutation > salutation; First name > first_name; "
                   "Second name > middle_name; Last name > last_name; Position > job_title; "
                   "Company > company; Work Phone > phone; Mobile > mobile; Work E-mail > email; "
                   "Private e-mail > email_home; Corporate website > website; Responsible person > owner; "
                   "Comment > description; Street, house no. > street; City > city; "
                   "Date of birth > birthday; Photo > -"_s);
    requireColumns(EntityKind::Company,
                   u"ID > external_id; Company name > name; Industry > sector; Annual income > revenue; "
                   "Work phone > phone; Work e-mail > email; Corporate website > website; "
                   "Responsible person > owner; Comment > description"_s);
}

TEST_CASE("Odoo: by its labels and by its names", "[exchange]")
{
    requireColumns(EntityKind::Deal,
                   u"External ID > external_id; Opportunity > name; Contact Name > contact; "
                   "Customer > company; Salesperson > owner; Expected Revenue > amount; "
                   "Probability > probability; Stage > stage; Expected Closing > expected_close; "
                   "Closed Date > closed_on; Lost Reason > lost_reason; Tags > tags; Priority > priority; "
                   "Created on > created; Last Stage Update > stage_entered_at; "
                   "Next Activity Deadline > next_step_on"_s);
    requireColumns(EntityKind::Deal,
                   u"id > external_id; name > name; partner_id/name > company; user_id/name > owner; "
                   "expected_revenue > amount; stage_id/name > stage; date_deadline > expected_close; "
                   "create_date > created; date_last_stage_update > stage_entered_at; "
                   "lost_reason_id/name > lost_reason; description > description"_s,
                   u"odoo"_s);
    requireColumns(EntityKind::Contact,
                   u"External ID > external_id; Name > name; Related Company > company; "
                   "Job Position > job_title; Email > email; Phone > phone; Mobile > mobile; "
                   "Street > street; City > city; Zip > postal_code; Country > country; "
                   "Website Link > website; Tags > tags; Salesperson > owner; Notes > description"_s);
    requireColumns(EntityKind::Company,
                   u"External ID > external_id; Display Name > name; Email > email; Phone > phone; "
                   "Website Link > website; Industry > sector; Related Company > parent"_s);
}

TEST_CASE("Airtable: the templates for sales", "[exchange]")
{
    requireColumns(EntityKind::Deal,
                   u"Opportunity name > name; Account > company; Primary contact > contact; Owner > owner; "
                   "Status > status; Priority > priority; Estimated value > amount; "
                   "Expected close date > expected_close; Closed date > closed_on; Next steps > next_step"_s);
    requireColumns(EntityKind::Contact,
                   u"Name > name; Email > email; Phone > phone; Company & organization > company; "
                   "Role > job_title; LinkedIn > website; Notes > description"_s);
}

TEST_CASE("Notion: the templates for sales", "[exchange]")
{
    requireColumns(EntityKind::Deal,
                   u"Name > name; Stage > stage; Company > company; Contact > contact; Deal Value > amount; "
                   "Expected Close > expected_close; Account Owner > owner; Priority > priority; "
                   "Lead Source > source; Next Action > next_step; Next Follow-Up > next_step_on; "
                   "Added > created; Reason Lost > lost_reason"_s);
    requireColumns(EntityKind::Contact,
                   u"Name > name; Company > company; Email > email; Phone > phone; Position > job_title; "
                   "Tags > tags; LinkedIn > website; Birthday > birthday; Address > street; City > city; "
                   "Owner > owner; Created time > created"_s);
}

TEST_CASE("A spreadsheet in German: deals, people and companies", "[exchange]")
{
    requireColumns(EntityKind::Deal,
                   u"Auftragsname > name; Auftragsphase > stage; Auftragssumme > amount; "
                   "Abschlusswahrscheinlichkeit > probability; Erwarteter Abschluss > expected_close; "
                   "Verantwortliche Person > owner; Kontakt > contact; Organisation > company; "
                   "Gewonnen am > closed_on; Verloren am > lost_time; Absagegrund > lost_reason; "
                   "Nächster Schritt > next_step; Wiedervorlage > next_step_on; Priorität > priority; "
                   "Wettbewerber > competitor; Produkt > product; Menge > quantity; "
                   "In Phase seit > stage_entered_at"_s);
    requireColumns(EntityKind::Contact,
                   u"Vorname > first_name; Zweiter Vorname > middle_name; Nachname > last_name; "
                   "Berufsbezeichnung > job_title; Arbeitgeber > company; E-Mail geschäftlich > email; "
                   "E-Mail privat > email_home; Durchwahl > phone; Handy > mobile; "
                   "Straße und Hausnummer > street; PLZ > postal_code; Ort > city; Hinweise > description; "
                   "Erstellungsdatum > created"_s);
    requireColumns(EntityKind::Company,
                   u"Organisation > name; Branche > sector; Gründungsjahr > founded; "
                   "Handelsregisternummer > registration_number; Muttergesellschaft > parent"_s);
}

TEST_CASE("A spreadsheet in French: deals and people", "[exchange]")
{
    requireColumns(EntityKind::Deal,
                   u"Nom de l'affaire > name; Étape de vente > stage; Montant total > amount; "
                   "Probabilité de gain > probability; Clôture prévue > expected_close; "
                   "Chargé d'affaires > owner; Interlocuteur > contact; Compte > company; "
                   "Gagné le > closed_on; Perdu le > lost_time; Motif de perte > lost_reason; "
                   "Prochaine étape > next_step; Date de relance > next_step_on; Priorité > priority; "
                   "Concurrent > competitor; Produit > product; Quantité > quantity; Statut > status"_s);
    requireColumns(
        EntityKind::Contact,
        u"Prénom > first_name; Nom > last_name; Intitulé du poste > job_title; "
        "Employeur > company; E-mail professionnel > email; E-mail personnel > email_home; "
        "Téléphone fixe > phone; Téléphone mobile > mobile; Adresse postale > street; "
        "Code postal > postal_code; Ville > city; Anniversaire > birthday; Remarque > description"_s);
}

TEST_CASE("A spreadsheet in Spanish: deals and people", "[exchange]")
{
    requireColumns(EntityKind::Deal,
                   u"Nombre del negocio > name; Etapa del negocio > stage; Monto > amount; "
                   "Probabilidad de cierre > probability; Cierre previsto > expected_close; "
                   "Persona responsable > owner; Persona de contacto > contact; Cuenta > company; "
                   "Ganado el > closed_on; Perdido el > lost_time; Motivo de pérdida > lost_reason; "
                   "Próximo paso > next_step; Fecha de seguimiento > next_step_on; Prioridad > priority; "
                   "Competidor > competitor; Producto > product; Cantidad > quantity; Estado > status; "
                   "Embudo > pipeline"_s);
    requireColumns(EntityKind::Contact,
                   u"Nombre > first_name; Apellidos > last_name; Puesto de trabajo > job_title; "
                   "Organización > company; Correo de trabajo > email; Correo personal > email_home; "
                   "Teléfono fijo > phone; Teléfono móvil > mobile; Domicilio > street; "
                   "Código postal > postal_code; Localidad > city; Cumpleaños > birthday; "
                   "Comentarios > description; Fecha de alta > created"_s);
}

TEST_CASE("A spreadsheet in Dutch: deals and people", "[exchange]")
{
    requireColumns(EntityKind::Deal,
                   u"Verkoopkans > name; Dealfase > stage; Dealwaarde > amount; Slagingskans > probability; "
                   "Verwachte afsluitdatum > expected_close; Toegewezen aan > owner; Contact > contact; "
                   "Organisatie > company; Gewonnen op > closed_on; Verloren op > lost_time; "
                   "Verliesreden > lost_reason; Volgende stap > next_step; Opvolgdatum > next_step_on; "
                   "Prioriteit > priority; Aantal > quantity"_s);
    requireColumns(EntityKind::Contact,
                   u"Voornaam > first_name; Achternaam > last_name; Functietitel > job_title; "
                   "Werkgever > company; E-mail zakelijk > email; E-mail privé > email_home; "
                   "Telefoon werk > phone; Mobiel nummer > mobile; Straat en huisnummer > street; "
                   "Postcode > postal_code; Stad > city; Verjaardag > birthday; Notities > description; "
                   "Aanmaakdatum > created"_s);
}

TEST_CASE("A spreadsheet in Portuguese: deals, people and companies", "[exchange]")
{
    requireColumns(EntityKind::Deal,
                   u"Nome do negócio > name; Etapa do funil > stage; Valor do negócio > amount; "
                   "Probabilidade > probability; Previsão de fechamento > expected_close; "
                   "Responsável > owner; Contato > contact; Organização > company; Ganho em > closed_on; "
                   "Perdido em > lost_time; Motivo da perda > lost_reason; Próxima ação > next_step; "
                   "Data de acompanhamento > next_step_on; Prioridade > priority; Concorrente > competitor; "
                   "Produto > product; Quantidade > quantity; Moeda > currency; Funil > pipeline; "
                   "Descrição > description; Origem > source; Criado em > created"_s);
    requireColumns(EntityKind::Contact,
                   u"Nome > first_name; Sobrenome > last_name; Função > job_title; Empresa > company; "
                   "Endereço de e-mail > email; E-mail pessoal > email_home; Telefone > phone; "
                   "Telemóvel > mobile; Endereço > street; CEP > postal_code; Cidade > city; UF > region; "
                   "Data de nascimento > birthday; Observações > description"_s);
    requireColumns(EntityKind::Company,
                   u"Razão social > name; Setor > sector; Número de funcionários > employees; "
                   "Receita anual > revenue; CNPJ > registration_number; Ano de fundação > founded"_s);
}

TEST_CASE("A spreadsheet in Italian: deals, people and companies", "[exchange]")
{
    requireColumns(EntityKind::Deal,
                   u"Nome trattativa > name; Fase trattativa > stage; Importo > amount; "
                   "Probabilità di chiusura > probability; Data di chiusura prevista > expected_close; "
                   "Responsabile > owner; Referente > contact; Azienda > company; Vinto il > closed_on; "
                   "Perso il > lost_time; Motivo della perdita > lost_reason; Prossimo passo > next_step; "
                   "Prossimo follow-up > next_step_on; Priorità > priority; Prodotto > product; "
                   "Quantità > quantity; Stato > status; Descrizione > description; Provenienza > source; "
                   "Creato il > created"_s);
    requireColumns(EntityKind::Contact,
                   u"Nome > first_name; Cognome > last_name; Ruolo > job_title; Azienda > company; "
                   "Indirizzo e-mail > email; E-mail personale > email_home; Telefono ufficio > phone; "
                   "Cellulare > mobile; Indirizzo > street; CAP > postal_code; Città > city; "
                   "Regione > region; Paese > country; Data di nascita > birthday; Note > description"_s);
    requireColumns(EntityKind::Company,
                   u"Ragione sociale > name; Settore > sector; Numero dipendenti > employees; "
                   "Fatturato > revenue; Società madre > parent; Sito web > website"_s);
}

TEST_CASE("Close: the value is in hundredths, and left where it is written as an amount as well",
          "[exchange]")
{
    const auto amountOf = [](const QStringList &columns) -> QString {
        const ImportPlan plan = valueOf(planImport(EntityKind::Deal, columns, {}, {}));
        const ImportInput *amount = plan.find(u"amount"_s);
        REQUIRE(amount);
        return amount->columnName + u' ' + QString::number(amount->amount.power);
    };
    const QStringList columns{u"id"_s,           u"lead_id"_s, u"lead_name"_s,
                              u"status_label"_s, u"value"_s,   u"value_currency"_s};
    CHECK(amountOf(columns) == u"value -2"_s);
    CHECK(amountOf(columns + QStringList{u"value_formatted"_s}) == u"value_formatted 0"_s);
    CHECK(amountOf({u"Deal name"_s, u"Stage"_s, u"Value"_s}) == u"Value 0"_s); // of nobody knows whom
}
