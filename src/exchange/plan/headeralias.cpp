// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/headeralias.h"

#include "domain/records/record.h"
#include "domain/text/text.h"

#include <QHash>
#include <QStringList>

#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

// `headers` are keys as returned by headerKey(), separated by spaces.
struct Alias {
    const char *target;
    const char *headers;
};

constexpr std::array ofAny{
    Alias{"created", "created createdat createdate createddate createdtime creationdate dateadded addtime"},
    Alias{"external_id", "id recordid externalid sourceid systemid pipedrivesystemid"},
    Alias{
        "owner",
        "accountmanager responsible salesrep salesperson salesagent agent assignedto assigneduser ownername"},
    Alias{"source", "leadsource originalsource originaltrafficsource sourceorigin sourcechannel"},
    Alias{"description", "background notes comments message"},
    Alias{"tags", "labels label categories groups tag"},
    Alias{"currency", "currencyisocode currencyofvalue amountcurrency"},
    Alias{"next_step", "nextsteps nextactivitysubject"},
    Alias{"next_step_on", "nextstepdate nextactivitydate nextactivity"},
    Alias{
        "created",
        "createdon datecreated dateentered angelegtam erstelltam creele datedecreation fechadecreacion creadoel aangemaaktop"},
    Alias{
        "owner",
        "salesowner verantwortlich verantwortlicher zustandig betreuer bearbeiter responsable proprietaire propietario comercial eigenaar verantwoordelijke"},
    Alias{"source", "quelle herkunft leadquelle provenance origine origen bron"},
    Alias{
        "description",
        "notiz notizen bemerkung bemerkungen anmerkung beschreibung kommentar commentaire commentaires remarques notas observaciones descripcion opmerking opmerkingen omschrijving"},
    Alias{"tags", "schlagworte schlagworter kategorie kategorien etiquettes etiquetas"},
    Alias{"currency", "wahrung devise moneda valuta"},
};

constexpr std::array ofReachable{
    Alias{"email", "emailaddress emailwork workemail email1 email1value emaillogin businessemail"},
    Alias{"email_home", "emailhome homeemail personalemail email2 email2value emailother"},
    Alias{
        "phone",
        "phonenumber phonework workphone businessphone phone1 phone1value companymainphone telephone tel mainphone"},
    Alias{"phone_home", "phonehome homephone phone2 phone2value altphone"},
    Alias{"mobile", "mobilephone mobilephonenumber cell cellphone phonemobile handy"},
    Alias{"fax", "faxnumber businessfax"},
    Alias{"website", "websiteurl web webpage url domain companydomainname homepage"},
    Alias{
        "street",
        "address address1 streetaddress businessstreet mailingstreet billingstreet streetroadnameofaddress"},
    Alias{
        "postal_code",
        "zip zipcode postcode plz businesspostalcode mailingzippostalcode mailingpostalcode billingpostalcode zippostalcode zippostalcodeofaddress"},
    Alias{
        "city",
        "town ort businesscity mailingcity billingcity citytownvillagelocality citytownvillagelocalityofaddress"},
    Alias{
        "region",
        "state province stateregion stateprovince businessstate mailingstate mailingstateprovince billingstate statecounty statecountyofaddress"},
    Alias{
        "country",
        "land countryregion businesscountry businesscountryregion mailingcountry billingcountry countryofaddress officelocation"},
    Alias{"email",
          "emails mail emailadresse courriel adressemail adresseemail correo correoelectronico emailadres"},
    Alias{
        "phone",
        "businessphone2 primaryphone otherphone telefon telefonnummer telefongeschaftlich rufnummer festnetz telefono telefoon telefoonnummer"},
    Alias{"phone_home", "telefonprivat"},
    Alias{
        "mobile",
        "mobil mobiltelefon mobilnummer mobiltel handynummer portable telephoneportable movil celular mobiel gsm"},
    Alias{"fax", "telefax faxnummer telecopie"},
    Alias{"website", "webseite internet internetseite siteweb siteinternet sitioweb paginaweb"},
    Alias{"street",
          "address1street address1street1 strasse adresse anschrift rue direccion calle straat adres"},
    Alias{"postal_code", "address1postalcode address1zippostalcode postleitzahl codepostal codigopostal"},
    Alias{"city", "address1city stadt wohnort ville ciudad plaats woonplaats"},
    Alias{"region", "address1region address1stateprovince bundesland provincia provincie"},
    Alias{"country", "address1country address1countryregion pays pais"},
};

constexpr std::array ofPerson{
    Alias{"first_name", "givenname forename vorname"},
    Alias{"last_name", "familyname surname nachname"},
    Alias{"salutation", "prefix nameprefix anrede"},
    Alias{"name", "fullname contactname personname displayname"},
    Alias{"job_title", "position jobposition role"},
    Alias{"do_not_call", "donotcall nocalls"},
    Alias{"opted_out", "hasoptedoutofemail emailoptout optedout unsubscribed"},
    Alias{"first_name", "prenom voornaam"},
    Alias{"last_name", "nom nomdefamille familienname apellido apellidos achternaam"},
    Alias{"salutation", "civilite tratamiento aanhef"},
    Alias{"name", "ansprechpartner kontaktperson nomcomplet nombrecompleto naam"},
    Alias{"job_title", "organizationtitle funktion fonction poste cargo puesto functie"},
    Alias{"department", "organizationdepartment abteilung departamento afdeling"},
    Alias{"do_not_call", "donotdisturb"},
};

constexpr std::array ofPersonInDoubt{
    Alias{"job_title", "title"},
    Alias{"salutation", "title"},
};

constexpr std::array ofContact{
    Alias{"suffix", "namesuffix"},
    Alias{
        "company",
        "companyname account accountname organization organisation organizationname associatedcompany employer"},
    Alias{"birthday", "birthdate dateofbirth"},
    Alias{"reports_to", "reportsto reportingto boss supervisor"},
    Alias{"owner", "contactowner personowner"},
    Alias{"created", "personcreated"},
    Alias{"external_id", "contactid personid donotmodifycontact"},
    Alias{"company", "firma firmenname unternehmen societe entreprise empresa bedrijf"},
    Alias{"birthday", "geburtsdatum geburtstag datedenaissance fechadenacimiento geboortedatum"},
};

constexpr std::array ofCompany{
    Alias{"name", "companyname account accountname organization organisation organizationname company"},
    Alias{"sector", "industry branch"},
    Alias{"parent", "parentaccount parentcompany subsidiaryof parentname"},
    Alias{"employees", "numberofemployees employeecount headcount noofemployees"},
    Alias{"revenue", "annualrevenue turnover"},
    Alias{"founded", "yearestablished yearfounded foundedyear foundingyear"},
    Alias{"owner", "companyowner accountowner organizationowner"},
    Alias{"type", "accounttype companytype"},
    Alias{"created", "organizationcreated organisationcreated"},
    Alias{"external_id", "accountid companyid organizationid organisationid donotmodifyaccount"},
    Alias{
        "name",
        "firma firmenname unternehmen kunde kundenname societe entreprise raisonsociale nom empresa razonsocial bedrijf bedrijfsnaam"},
    Alias{"sector", "branche secteur"},
    Alias{"employees",
          "mitarbeiter mitarbeiterzahl anzahlmitarbeiter effectif effectifs empleados medewerkers"},
    Alias{"revenue", "umsatz jahresumsatz chiffredaffaires facturacion omzet"},
    Alias{"external_id", "kdnr kundennr kundennummer"},
};

constexpr std::array ofLead{
    Alias{"organisation", "company companyname organization companyaccount account accountname"},
    Alias{"status", "leadstatus"},
    Alias{"owner", "leadowner owneralias"},
    Alias{"sector", "industry"},
    Alias{"employees", "numberofemployees noofemployees"},
    Alias{"estimated_value", "value amount leadvalue estimatedrevenue"},
    Alias{"created", "leadcreated"},
    Alias{"converted_at", "converteddate convertedtime convertedon"},
    Alias{"converted_company", "convertedaccount"},
    Alias{"converted_deal", "convertedopportunity"},
    Alias{"external_id", "leadid donotmodifylead"},
    Alias{"name", "leadname"},
    Alias{"estimated_value", "estvalue estimatedamount"},
    Alias{"organisation", "firma firmenname unternehmen societe entreprise empresa bedrijf"},
};

constexpr std::array ofDeal{
    Alias{"name", "deal title dealname dealtitle opportunityname opportunity subject"},
    Alias{"amount", "value closevalue dealvalue dealamount opportunityamount"},
    Alias{"stage", "dealstage stagename stagepipeline salesstage phase"},
    Alias{"status", "dealstatus"},
    Alias{"company",
          "account accountname organization organisation organizationname companyname associatedcompany"},
    Alias{"contact", "contactperson primarycontact associatedcontact contactname"},
    Alias{"owner", "dealowner opportunityowner"},
    Alias{"probability", "dealprobability winprobability"},
    Alias{"expected_close", "expectedclosedate expectedclosingdate"},
    Alias{"closed_on", "dealclosedon closedon wontime actualclosedate"},
    Alias{"close", "closedate closingdate"},
    Alias{"lost_time", "losttime lostdate loston"},
    Alias{"lost_reason", "lostreason closedlostreason reasonforloss lossreason reasonlost"},
    Alias{"type", "dealtype opportunitytype"},
    Alias{"forecast_category", "forecastcategoryname"},
    Alias{"description", "dealdescription"},
    Alias{"product", "productname"},
    Alias{"quantity", "productquantity totalopportunityquantity"},
    Alias{"created", "dealcreated engagedate opendate"},
    Alias{"external_id", "opportunityid dealid donotmodifyopportunity"},
    Alias{"name", "topic verkaufschance opportunite affaire negocio oportunidad bezeichnung"},
    Alias{"amount",
          "estrevenue estimatedrevenue betrag auftragswert montant wert valeur valor importe bedrag waarde"},
    Alias{"stage", "verkaufsphase stufe etape etapa fase"},
    Alias{
        "company",
        "potentialcustomer customer customername firma unternehmen kunde societe entreprise empresa bedrijf klant"},
    Alias{"contact", "ansprechpartner kontaktperson contactpersoon"},
    Alias{"probability", "closeprobability wahrscheinlichkeit probabilite probabilidad"},
    Alias{"expected_close", "estclosedate estimatedclosedate"},
    Alias{"close", "dateclosed abschlussdatum datedecloture fechadecierre sluitingsdatum"},
    Alias{"lost_reason", "verlustgrund"},
};

constexpr std::array ofActivity{
    Alias{"kind", "type activitytype"},
    Alias{"kind", "tasktype tasksubtype"},
    Alias{"subject", "title calltitle meetingname meetingtitle taskname tasktitle"},
    Alias{"note",
          "notes callnotes tasknotes meetingnotes meetingdescription description body content comments"},
    Alias{"at",
          "duedate startdatetime start datetime startdate begin beginn from callstarttime meetingstarttime"},
    Alias{"start_time", "starttime duetime time"},
    Alias{"end", "enddatetime enddate end ends to meetingendtime"},
    Alias{"end_time", "endtime"},
    Alias{"all_day", "alldayevent isalldayevent allday"},
    Alias{"direction", "calldirection calltype"},
    Alias{"outcome", "calloutcome calldisposition callresult result"},
    Alias{"location", "meetinglocation"},
    Alias{
        "duration",
        "calldurationinseconds calldurationseconds durationhours durationinseconds durationseconds durationsec durationms durationmilliseconds dauer"},
    Alias{"done_at",
          "closedtime closedat completeddate completiondate completedon completedat markedasdonetime"},
    Alias{"minutes", "durationminutes durationmin durationinminutes"},
    Alias{"state", "status callstatus outgoingcallstatus taskstatus meetingstatus meetingoutcome done"},
    Alias{"company", "organization organisation account accountname"},
    Alias{"contact", "contactperson contactname who"},
    Alias{"deal", "opportunity what"},
    Alias{"owner", "assignedtouser activityassignedto taskowner callowner meetingowner eventowner host"},
    Alias{"external_id", "activityid taskid eventid callid meetingid noteid engagementid"},
    Alias{"subject", "betreff aufgabe thema objet sujet asunto tarea onderwerp taak"},
    Alias{
        "note",
        "notiz notizen bemerkung bemerkungen beschreibung kommentar commentaire commentaires notas descripcion opmerkingen omschrijving"},
    Alias{"at",
          "datestart datedue fallig falligam falligkeit echeance datedecheance vencimiento vervaldatum"},
    Alias{"start_time", "uhrzeit heure hora"},
    Alias{"end", "dateend"},
    Alias{"done_at", "datecompleted"},
    Alias{"company", "firma unternehmen kunde societe entreprise empresa bedrijf klant"},
    Alias{"contact", "ansprechpartner kontaktperson contactpersoon"},
};

// A start with its time, and a duration with its unit, say more.
constexpr std::array ofActivityInDoubt{
    Alias{"at", "activitydate calldate meetingdate date day datum fecha"},
    Alias{"duration", "callduration"},
};

constexpr std::array ofUser{
    Alias{"name", "salesagent agent fullname user username salesperson"},
    Alias{"region", "regionaloffice office territory"},
    Alias{"email", "emailaddress mail"},
    Alias{"phone", "phonenumber mobile"},
    Alias{"team", "salesteam group"},
    Alias{"manager", "teammanager salesmanager"},
    Alias{"external_id", "userid employeeid"},
};

constexpr std::array ofProduct{
    Alias{"name", "product productname title"},
    Alias{"code", "productcode sku articlenumber"},
    Alias{"series", "family productfamily category line"},
    Alias{"price", "salesprice listprice unitprice unitprices"},
    Alias{"external_id", "productid"},
};

using Index = QHash<QString, QStringList>; // targets by key

Index indexOf(std::span<const Alias> aliases)
{
    Index index;
    for (const Alias &alias : aliases) {
        for (const QString &key : QString::fromLatin1(alias.headers).split(u' '))
            index[key] += QString::fromLatin1(alias.target);
    }
    return index;
}

// Made once: a file may have thousands of columns, each of which is looked up for every kind.
template <const auto &aliases>
QStringList lookUp(const QString &key)
{
    static const Index index = indexOf(aliases);
    return index.value(key);
}

QStringList lookUpSpecific(EntityKind kind, const QString &key)
{
    switch (kind) {
    case EntityKind::Contact: return lookUp<ofContact>(key);
    case EntityKind::Company: return lookUp<ofCompany>(key);
    case EntityKind::Lead: return lookUp<ofLead>(key);
    case EntityKind::Deal: return lookUp<ofDeal>(key);
    case EntityKind::Activity: return lookUp<ofActivity>(key);
    case EntityKind::User: return lookUp<ofUser>(key);
    case EntityKind::Product: return lookUp<ofProduct>(key);
    default: return {};
    }
}

// What other systems call records of a kind.
QLatin1StringView otherWords(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Contact: return "person people"_L1;
    case EntityKind::Company:
        return "organization organizations organisation organisations account accounts"_L1;
    case EntityKind::Deal: return "opportunity opportunities"_L1;
    case EntityKind::Activity:
        return "task tasks call calls meeting meetings event events note notes engagement engagements"_L1;
    case EntityKind::User: return "owner owners"_L1;
    default: return {};
    }
}

// What stands before a field without being a record.
bool isPartOfRecord(const QString &key)
{
    return key == "address"_L1;
}

// The place behind "Deal - ", "Deal.", "Deal: "; none if there is nothing like it.
qsizetype behindObject(const QString &text, std::optional<EntityKind> &object)
{
    for (const QLatin1StringView between : {" - "_L1, "."_L1, ": "_L1}) {
        const qsizetype at = text.indexOf(between);
        const qsizetype behind = at + between.size();
        if (at <= 0 || behind >= text.size())
            continue;
        const QString key = looseKey(text.left(at));
        const std::optional<EntityKind> named = objectNamed(key);
        if (named)
            object = named;
        if (named || isPartOfRecord(key))
            return behind;
    }
    return -1;
}

} // namespace

HeaderParts headerParts(const QString &header)
{
    QString text = header.trimmed();
    if (text.startsWith(QChar(QChar::ByteOrderMark)))
        text = text.mid(1);
    HeaderParts parts;
    for (qsizetype behind = behindObject(text, parts.object); behind > 0;
         behind = behindObject(text, parts.object))
        text = text.mid(behind);
    parts.key = looseKey(text);
    return parts;
}

std::optional<EntityKind> objectNamed(const QString &key)
{
    if (key.isEmpty())
        return std::nullopt;
    for (const EntityKind kind : importableKinds()) {
        const EntityInfo &info = entityInfo(kind);
        if (key == looseKey(QString::fromLatin1(info.singular))
            || key == looseKey(QString::fromLatin1(info.plural))
            || QString(otherWords(kind)).split(u' ').contains(key))
            return kind;
    }
    return std::nullopt;
}

std::optional<QString> idStem(const QString &key)
{
    QString text = key;
    if (text.endsWith("primary"_L1))
        text.chop(7);
    for (const QLatin1StringView ending : {"recordids"_L1, "recordid"_L1, "ids"_L1, "id"_L1}) {
        if (!text.endsWith(ending))
            continue;
        QString stem = text.chopped(ending.size());
        for (const QLatin1StringView before : {"associated"_L1, "primary"_L1, "linked"_L1}) {
            if (stem.startsWith(before) && stem.size() > before.size())
                stem.remove(0, before.size());
        }
        return stem;
    }
    return std::nullopt;
}

bool meansAnyRecord(const QString &stem)
{
    static const QStringList words{u"who"_s,      u"what"_s,          u"relatedto"_s,
                                   u"related"_s,  u"parent"_s,        u"regarding"_s,
                                   u"linkedto"_s, u"relatedrecord"_s, u"subjectof"_s};
    return words.contains(stem);
}

QStringList targetsForHeader(EntityKind kind, const QString &key)
{
    QStringList targets = lookUpSpecific(kind, key);
    const EntityInfo &info = entityInfo(kind);
    if (info.has(KindTrait::Person))
        targets += lookUp<ofPerson>(key);
    if (info.has(KindTrait::HasContactPoints))
        targets += lookUp<ofReachable>(key);
    return targets + lookUp<ofAny>(key);
}

QStringList doubtfulTargets(EntityKind kind, const QString &key)
{
    if (kind == EntityKind::Activity)
        return lookUp<ofActivityInDoubt>(key);
    return entityInfo(kind).has(KindTrait::Person) ? lookUp<ofPersonInDoubt>(key) : QStringList();
}

} // namespace headway::exchange
