// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/headeralias.h"

#include "domain/records/record.h"
#include "domain/text/text.h"

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
    Alias{"created", "created createdat createdate createddate creationdate dateadded addtime"},
    Alias{"external_id", "recordid externalid sourceid systemid pipedrivesystemid"},
    Alias{
        "owner",
        "accountmanager responsible salesrep salesperson salesagent agent assignedto assigneduser ownername"},
    Alias{"source", "leadsource originalsource originaltrafficsource sourceorigin sourcechannel"},
    Alias{"description", "background notes comments message"},
    Alias{"tags", "labels label categories groups"},
    Alias{"currency", "currencyisocode currencyofvalue amountcurrency"},
    Alias{"next_step", "nextsteps nextactivitysubject"},
    Alias{"next_step_on", "nextstepdate nextactivitydate"},
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
};

constexpr std::array ofPerson{
    Alias{"first_name", "givenname forename vorname"},
    Alias{"last_name", "familyname surname nachname"},
    Alias{"salutation", "prefix nameprefix anrede"},
    Alias{"name", "fullname contactname personname displayname"},
    Alias{"job_title", "title position jobposition role"},
    Alias{"do_not_call", "donotcall nocalls"},
    Alias{"opted_out", "hasoptedoutofemail emailoptout optedout unsubscribed"},
};

constexpr std::array ofContact{
    Alias{"suffix", "namesuffix"},
    Alias{
        "company",
        "companyname account accountname organization organisation organizationname associatedcompany employer"},
    Alias{"birthday", "birthdate dateofbirth"},
    Alias{"reports_to", "reportsto boss supervisor"},
    Alias{"owner", "contactowner personowner"},
    Alias{"external_id", "contactid"},
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
    Alias{"external_id", "accountid companyid organizationid"},
};

constexpr std::array ofLead{
    Alias{"organisation", "company companyname organization companyaccount account accountname"},
    Alias{"status", "leadstatus"},
    Alias{"owner", "leadowner owneralias"},
    Alias{"sector", "industry"},
    Alias{"employees", "numberofemployees noofemployees"},
    Alias{"estimated_value", "value amount leadvalue estimatedrevenue"},
    Alias{"external_id", "leadid"},
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
    Alias{"lost_reason", "lostreason closedlostreason"},
    Alias{"type", "dealtype opportunitytype"},
    Alias{"forecast_category", "forecastcategoryname"},
    Alias{"description", "dealdescription"},
    Alias{"product", "productname"},
    Alias{"quantity", "productquantity totalopportunityquantity"},
    Alias{"created", "dealcreated engagedate opendate"},
    Alias{"external_id", "opportunityid dealid"},
};

constexpr std::array ofActivity{
    Alias{"kind", "type activitytype"},
    Alias{"subject", "title calltitle meetingname taskname"},
    Alias{"note", "notes callnotes description body content comments"},
    Alias{"at", "activitydate date duedate startdatetime start datetime startdate begin beginn"},
    Alias{"start_time", "starttime duetime time"},
    Alias{"end", "enddatetime enddate end ends"},
    Alias{"end_time", "endtime"},
    Alias{"all_day", "alldayevent isalldayevent allday"},
    Alias{"direction", "calldirection calltype"},
    Alias{"outcome", "calloutcome calldisposition result"},
    Alias{
        "duration",
        "callduration calldurationinseconds calldurationseconds durationhours durationinseconds durationseconds durationsec durationms durationmilliseconds dauer"},
    Alias{"minutes", "durationminutes durationmin"},
    Alias{"state", "status callstatus done"},
    Alias{"company", "organization organisation account accountname"},
    Alias{"contact", "contactperson who"},
    Alias{"deal", "opportunity what"},
    Alias{"owner", "assignedtouser"},
    Alias{"external_id", "activityid"},
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

QString lookUp(std::span<const Alias> aliases, const QString &key)
{
    for (const Alias &alias : aliases) {
        const QString headers = QString::fromLatin1(alias.headers);
        if (headers.split(u' ').contains(key))
            return QString::fromLatin1(alias.target);
    }
    return {};
}

QString specific(EntityKind kind, const QString &key)
{
    switch (kind) {
    case EntityKind::Contact: return lookUp(ofContact, key);
    case EntityKind::Company: return lookUp(ofCompany, key);
    case EntityKind::Lead: return lookUp(ofLead, key);
    case EntityKind::Deal: return lookUp(ofDeal, key);
    case EntityKind::Activity: return lookUp(ofActivity, key);
    case EntityKind::User: return lookUp(ofUser, key);
    case EntityKind::Product: return lookUp(ofProduct, key);
    default: return {};
    }
}

} // namespace

QString headerKey(const QString &header)
{
    QString text = header.trimmed();
    if (text.startsWith(QChar(QChar::ByteOrderMark)))
        text = text.mid(1);
    // "Deal - Title", "Organization - Address - Country of Address": the kind of record, then the field.
    static const QStringList prefixes{u"deal"_s,    u"lead"_s,         u"person"_s,       u"contact"_s,
                                      u"company"_s, u"organization"_s, u"organisation"_s, u"activity"_s,
                                      u"product"_s, u"note"_s,         u"address"_s};
    qsizetype dash = text.indexOf(u" - "_s);
    while (dash > 0 && prefixes.contains(fold(text.left(dash)))) {
        text = text.mid(dash + 3);
        dash = text.indexOf(u" - "_s);
    }
    return looseKey(text);
}

QString targetForHeader(EntityKind kind, const QString &key)
{
    if (const QString target = specific(kind, key); !target.isEmpty())
        return target;
    const EntityInfo &info = entityInfo(kind);
    if (info.has(KindTrait::Person)) {
        if (const QString target = lookUp(ofPerson, key); !target.isEmpty())
            return target;
    }
    if (info.has(KindTrait::HasContactPoints)) {
        if (const QString target = lookUp(ofReachable, key); !target.isEmpty())
            return target;
    }
    return lookUp(ofAny, key);
}

} // namespace headway::exchange
