// SPDX-License-Identifier: GPL-3.0-or-later
// Whole exports in the shapes of other products, into a book in one go: every link, state, kind, day and sum; nothing
// by a second run; and nothing left after one undo.
#include "domain/records/activity.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/lead.h"
#include "domain/records/lists.h"
#include "domain/records/user.h"
#include "domain/text/datetext.h"
#include "support/transfer.h"
#include "transfer/import/importauto.h"

#include <map>

using namespace headway;
using namespace Qt::StringLiterals;
using test::Folder;
using test::FreshBook;
using test::valueOf;
using transfer::AutoReport;
using transfer::ImportQuestion;

namespace {

// What a salesperson sees of a record, in words.
class Seen
{
public:
    explicit Seen(FreshBook &book) : m_book(book) {}

    QStringList deals()
    {
        QStringList lines;
        for (const Deal &deal : test::all<Deal>(m_book)) {
            const auto closes = deal.closedOn.isValid() ? deal.closedOn : deal.expectedClose;
            lines += QStringList{deal.name,
                                 nameOf<Company>(deal.company),
                                 nameOf<Contact>(deal.contact),
                                 nameOf<Pipeline>(deal.pipeline),
                                 nameOf<Stage>(deal.stage),
                                 textOf(Codec<StageType>::read(deal.status)),
                                 deal.amount ? QString::number(*deal.amount) : QString(),
                                 formatDay(closes),
                                 nameOf<User>(deal.owner)}
                         .join(u'|');
        }
        lines.sort();
        return lines;
    }
    QStringList activities()
    {
        std::map<qint64, QStringList> links;
        for (const ActivityLink &link : test::all<ActivityLink>(m_book))
            links[link.activity.value] += tableName(link.recordKind);
        QStringList lines;
        for (const Activity &each : test::all<Activity>(m_book)) {
            QStringList &linked = links[each.id.value];
            linked.sort();
            lines += QStringList{textOf(Codec<ActivityKind>::read(each.kind)),
                                 textOf(Codec<ActivityState>::read(each.state)),
                                 each.subject,
                                 each.allDay ? formatInstant(each.at.ms).left(10) : formatInstant(each.at.ms),
                                 each.duration ? QString::number(*each.duration) : QString(),
                                 nameOf<User>(each.owner),
                                 linked.join(u' ')}
                         .join(u'|');
        }
        lines.sort();
        return lines;
    }

private:
    template <class E, class Id>
    QString nameOf(Id id)
    {
        return id ? m_book.load<E>(id).name : QString();
    }

    FreshBook &m_book;
};

AutoReport taken(FreshBook &book, const Folder &exports, const transfer::ImportRequest &rules = {})
{
    AutoReport report = test::importedAll(book, exports.path(), rules);
    for (const AutoReport::Left &left : report.left)
        FAIL_CHECK(left.path.toStdString() << " was left");
    return report;
}

QStringList asked(const AutoReport &report)
{
    QStringList columns;
    for (const AutoReport::Part &part : report.parts) {
        for (const ImportQuestion &question : part.report.questions)
            columns += question.column;
    }
    columns.sort();
    return columns;
}

} // namespace

TEST_CASE("All files of HubSpot go in at once, with every link, state, kind, day and sum", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const QByteArray before = test::exportedWhole(book);
    Folder hubspot;
    hubspot.add(
        u"all-companies.csv"_s,
        "\"Record ID\",\"Company name\",\"Company owner\",\"Company Domain Name\",\"Parent Company IDs\"\n"
        "\"9001\",\"Alpha GmbH\",\"Ana Ruiz\",\"alpha.example\",\"\"\n"
        "\"9002\",\"Beta, Inc.\",\"Ben Okoro\",\"\",\"9001\"\n");
    hubspot.add(
        u"all-contacts.csv"_s,
        "Record ID,First Name,Last Name,Email,Contact owner,Associated Company,Associated Company IDs\n"
        "1,Anna,Berg,anna@alpha.example,Ana Ruiz,Alpha GmbH,9001\n"
        "2,Bob,Cole,bob@beta.example,Ben Okoro,\"Beta, Inc.;Alpha GmbH\",9002;9001\n");
    hubspot.add(
        u"all-deals.csv"_s,
        "Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Pipeline,Associated Company IDs,"
        "Associated Contact IDs,Deal probability\n"
        "501,Towers,Closed Won,2025-12-01 00:00,Ana Ruiz,12500.5,Sales Pipeline,9001,1,1.0\n"
        "502,Cranes,Appointment Scheduled,2026-06-30 00:00,Ben Okoro,8000,Sales Pipeline,9002,2;1,0.2\n"
        "503,Dams,Closed Lost,2025-11-02 00:00,Ben Okoro,,Sales Pipeline,9002,,0.0\n");
    hubspot.add(u"all-calls.csv"_s,
                "Record ID,Call Title,Activity date,Call direction,Call duration,Activity assigned to,"
                "Associated Contact IDs,Associated Deal IDs\n"
                "701,Hello,2021-06-02 10:00,OUTBOUND,120000,Ana Ruiz,1,501\n");
    hubspot.add(u"all-meetings.csv"_s,
                "Record ID,Meeting name,Meeting start time,Meeting end time,Meeting outcome,"
                "Activity assigned to,Associated Contact IDs,Associated Deal IDs\n"
                "801,Kick-off,2021-06-05 14:00,2021-06-05 15:30,Completed,Ana Ruiz,1;2,501\n"
                "802,Review,2033-06-05 14:00,2033-06-05 15:00,Scheduled,Ben Okoro,2,502\n");
    hubspot.add(u"all-tasks.csv"_s,
                "Record ID,Task Title,Due date,Task status,Priority,Task Type,Task notes,Assigned to,"
                "Associated Contact IDs,Associated Deal IDs\n"
                "811,Send offer,2033-12-15 08:00,Not started,High,To-do,as promised,Ana Ruiz,1,502\n"
                "812,Call back,2021-12-01 08:00,Completed,None,Call,,Ben Okoro,2,\n");
    CHECK(asked(taken(book, hubspot)).isEmpty());
    Seen seen(book);
    CHECK(
        seen.deals()
        == QStringList{
            u"Cranes|Beta, Inc.|Bob Cole|Sales Pipeline|Appointment Scheduled|open|800000|2026-06-30|Ben Okoro"_s,
            u"Dams|Beta, Inc.||Sales Pipeline|Closed Lost|lost||2025-11-02|Ben Okoro"_s,
            u"Towers|Alpha GmbH|Anna Berg|Sales Pipeline|Closed Won|won|1250050|2025-12-01|Ana Ruiz"_s});
    CHECK(seen.activities()
          == QStringList{u"call|done|Call back|2021-12-01T08:00:00Z||Ben Okoro|contact"_s,
                         u"call|done|Hello|2021-06-02T10:00:00Z|120|Ana Ruiz|contact deal"_s,
                         u"meeting|done|Kick-off|2021-06-05T14:00:00Z|5400|Ana Ruiz|contact contact deal"_s,
                         u"meeting|planned|Review|2033-06-05T14:00:00Z|3600|Ben Okoro|contact deal"_s,
                         u"task|planned|Send offer|2033-12-15T08:00:00Z||Ana Ruiz|contact deal"_s});
    test::checkAgainAndBack(book, hubspot.path(), before);
}

TEST_CASE("All files of Salesforce go in at once: tasks, calls and events are what they were", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    book.addLeadStatuses();
    test::givenPipeline(book);
    const QByteArray before = test::exportedWhole(book);
    Folder salesforce;
    salesforce.add(u"User.csv"_s,
                   "Id,Username,LastName,FirstName,Name,Email\n"
                   "005000000000001AAA,ana@us.example,Ruiz,Ana,Ana Ruiz,ana@us.example\n");
    salesforce.add(u"Account.csv"_s,
                   "Id,IsDeleted,Name,Type,ParentId,OwnerId,CreatedDate\n"
                   "001000000000001AAA,0,Alpha,Customer - Direct,001000000000002AAA,005000000000001AAA,"
                   "2025-01-01T10:00:00.000Z\n"
                   "001000000000002AAA,0,Beta,,,005000000000001AAA,2025-01-02T10:00:00.000Z\n");
    salesforce.add(u"Contact.csv"_s,
                   "Id,AccountId,LastName,FirstName,Name,Email,OwnerId\n"
                   "003000000000001AAA,001000000000001AAA,Berg,Anna,Anna Berg,anna@alpha.example,"
                   "005000000000001AAA\n");
    salesforce.add(u"Lead.csv"_s,
                   "Id,LastName,FirstName,Company,Status,Rating,IsConverted,ConvertedDate,ConvertedAccountId,"
                   "ConvertedContactId,ConvertedOpportunityId,OwnerId\n"
                   "00Q000000000001AAA,Lind,Lea,Lindholm,Working - Contacted,Hot,0,,,,,005000000000001AAA\n"
                   "00Q000000000002AAA,Berg,Anna,Alpha,Closed - Converted,,1,2025-01-05,001000000000001AAA,"
                   "003000000000001AAA,006000000000001AAA,005000000000001AAA\n");
    salesforce.add(
        u"Opportunity.csv"_s,
        "Id,AccountId,Name,StageName,Amount,Probability,CloseDate,IsClosed,IsWon,OwnerId,ContactId\n"
        "006000000000001AAA,001000000000001AAA,Towers,Closed Won,12500.50,100,2025-12-01,1,1,"
        "005000000000001AAA,003000000000001AAA\n"
        "006000000000002AAA,001000000000002AAA,Cranes,Negotiation/Review,8000,90,2033-12-30,0,0,"
        "005000000000001AAA,\n");
    salesforce.add(
        u"Task.csv"_s,
        "Id,WhoId,WhatId,Subject,ActivityDate,Status,Priority,OwnerId,AccountId,IsClosed,"
        "CallDurationInSeconds,CallType,TaskSubtype\n"
        "00T000000000001AAA,003000000000001AAA,006000000000001AAA,Ring,2021-06-03,Completed,Normal,"
        "005000000000001AAA,001000000000001AAA,1,300,Outbound,Call\n"
        "00T000000000002AAA,00Q000000000001AAA,,Send letter,2033-12-24,Not Started,High,"
        "005000000000001AAA,,0,,,Task\n"
        "00T000000000003AAA,,001000000000002AAA,Look,2021-06-05,Completed,Low,005000000000001AAA,"
        ",1,,,\n");
    salesforce.add(u"Event.csv"_s,
                   "Id,WhoId,WhatId,Subject,IsAllDayEvent,ActivityDateTime,ActivityDate,DurationInMinutes,"
                   "StartDateTime,EndDateTime,OwnerId\n"
                   "00U000000000001AAA,003000000000001AAA,006000000000002AAA,Talk,0,2021-06-07T14:00:00.000Z,"
                   "2021-06-07,90,2021-06-07T14:00:00.000Z,2021-06-07T15:30:00.000Z,005000000000001AAA\n");
    const AutoReport report = taken(book, salesforce);
    CHECK(asked(report).isEmpty());
    for (const AutoReport::Part &part : report.parts) {
        CAPTURE(part.path);
        CHECK(part.report.linksMissing() == 0); // the deal that a lead became comes later, and is found
    }
    Seen seen(book);
    CHECK(seen.deals()
          == QStringList{u"Cranes|Beta||Sales|Negotiation/Review|open|800000|2033-12-30|Ana Ruiz"_s,
                         u"Towers|Alpha|Anna Berg|Sales|Closed Won|won|1250050|2025-12-01|Ana Ruiz"_s});
    CHECK(seen.activities()
          == QStringList{u"call|done|Ring|2021-06-03|300|Ana Ruiz|company contact deal"_s,
                         u"meeting|done|Talk|2021-06-07T14:00:00Z|5400|Ana Ruiz|contact deal"_s,
                         u"task|done|Look|2021-06-05||Ana Ruiz|company"_s,
                         u"task|planned|Send letter|2033-12-24||Ana Ruiz|lead"_s});
    for (const Lead &lead : test::all<Lead>(book)) {
        const bool isConverted = lead.lastName == u"Berg"_s;
        CHECK(bool(lead.convertedDeal) == isConverted);
        CHECK(bool(lead.convertedCompany) == isConverted);
        CHECK(bool(lead.convertedContact) == isConverted);
        CHECK(bool(lead.convertedAt) == isConverted);
    }
    for (const Activity &activity : test::all<Activity>(book)) {
        if (activity.subject == u"Send letter"_s)
            CHECK(activity.priority == 3);
    }
    test::checkAgainAndBack(book, salesforce.path(), before);
}

TEST_CASE("All files of Pipedrive go in at once, though each repeats something of the others", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const QByteArray before = test::exportedWhole(book);
    Folder pipedrive;
    pipedrive.add(u"organizations-1.csv"_s,
                  "Organization - ID;Organization - Name;Organization - Owner;Organization - Label\n"
                  "1;Alpha;Ana Ruiz;Hot\n2;Beta;Ben Okoro;\n");
    pipedrive.add(u"people-1.csv"_s,
                  "Person - ID;Person - Name;Person - Organization;Person - Email - Work;Person - Owner;"
                  "Organization - ID\n"
                  "11;Anna Berg;Alpha;anna@alpha.example;Ana Ruiz;1\n12;Bob Cole;Beta;;Ben Okoro;2\n");
    pipedrive.add(
        u"deals-1.csv"_s,
        "Deal - ID;Deal - Title;Deal - Value;Deal - Currency of Value;Deal - Stage;Deal - Status;"
        "Deal - Won time;Deal - Lost time;Deal - Lost reason;Deal - Expected close date;Deal - Owner;"
        "Organization - ID;Person - ID\n"
        "21;Towers;1.200,50;EUR;Qualified;Won;2025-05-05 12:00:00;;;;Ana Ruiz;1;11\n"
        "22;Cranes;800,00;EUR;Offer;Open;;;;2033-12-24;Ben Okoro;2;12\n"
        "23;Dams;0,00;EUR;Qualified;Lost;;2025-06-06 12:00:00;Too expensive;;Ben Okoro;2;\n");
    pipedrive.add(u"leads-1.csv"_s,
                  "Lead - ID;Lead - Title;Lead - Owner;Lead - Value;Lead - Currency of Value;Person - ID;"
                  "Person - Name;Organization - ID;Organization - Name\n"
                  "abc-1;Bridges;Ana Ruiz;100,00;EUR;11;Anna Berg;1;Alpha\n");
    pipedrive.add(u"activities-1.csv"_s,
                  "Activity - ID;Activity - Subject;Activity - Type;Activity - Due date;Activity - Due time;"
                  "Activity - Duration;Activity - Done;Activity - Assigned to user;Deal - ID;Deal - Title;"
                  "Person - ID;Person - Name;Organization - ID;Organization - Name\n"
                  "31;Ring;Call;2021-04-01;09:15;00:30;Done;Ana Ruiz;21;Towers;11;Anna Berg;1;Alpha\n"
                  "32;Lunch;Lunch;2033-04-02;12:00;01:00;To do;Ben Okoro;22;Cranes;12;Bob Cole;2;Beta\n"
                  "33;Send;Task;2033-12-20;;;To do;Ben Okoro;22;Cranes;;;2;Beta\n");
    const AutoReport report = taken(book, pipedrive);
    CHECK(asked(report) == QStringList{u"Deal - Lost reason"_s}); // not in this book; it stays as text
    Seen seen(book);
    CHECK(seen.deals()
          == QStringList{u"Cranes|Beta|Bob Cole|Sales|Offer|open|80000|2033-12-24|Ben Okoro"_s,
                         u"Dams|Beta||Sales|Lost|lost|0|2025-06-06|Ben Okoro"_s,
                         u"Towers|Alpha|Anna Berg|Sales|Won|won|120050|2025-05-05|Ana Ruiz"_s});
    CHECK(seen.activities()
          == QStringList{u"call|done|Ring|2021-04-01T09:15:00Z|1800|Ana Ruiz|company contact deal"_s,
                         u"meeting|planned|Lunch|2033-04-02T12:00:00Z|3600|Ben Okoro|company contact deal"_s,
                         u"task|planned|Send|2033-12-20||Ben Okoro|company deal"_s});
    CHECK(test::named<Deal>(book, u"Dams"_s).description == u"Deal - Lost reason: Too expensive"_s);
    CHECK(book.count(EntityKind::Company) == 2);
    CHECK(book.count(EntityKind::Contact) == 2);
    const std::vector<Lead> leads = test::all<Lead>(book);
    REQUIRE(leads.size() == 1);
    CHECK(leads.front().name == u"Anna Berg"_s);
    CHECK(leads.front().organisation == u"Alpha"_s);
    CHECK(leads.front().description == u"Bridges"_s);
    CHECK(leads.front().estimatedValue == 10'000);
    CHECK(leads.front().jobTitle.isEmpty());
    test::checkAgainAndBack(book, pipedrive.path(), before);
}

TEST_CASE("All files of Zoho go in at once, in UTF-16 as in UTF-8", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const QByteArray before = test::exportedWhole(book);
    const bool isWide = GENERATE(false, true);
    Folder zoho;
    const auto add = [&](const QString &name, const QString &content) {
        if (!isWide) {
            zoho.add(name, content.toUtf8());
            return;
        }
        QByteArray wide("\xFF\xFE", 2);
        for (const QChar c : content) {
            wide += char(c.unicode() & 0xFF);
            wide += char(c.unicode() >> 8);
        }
        zoho.add(name, wide);
    };
    add(u"Accounts_001.csv"_s,
        u"Record Id,Account Owner.id,Account Owner,Account Name,Parent Account.id,Parent Account,Tag\n"
        "zcrm_1,zcrm_91,Ana Ruiz,Älpha,zcrm_2,Beta,vip\nzcrm_2,zcrm_92,Ben Okoro,Beta,,,\n"_s);
    add(u"Contacts_001.csv"_s,
        u"Record Id,Contact Owner.id,Contact Owner,First Name,Last Name,Account Name.id,Account Name,Email,"
        "Reporting To.id,Reporting To\n"
        "zcrm_11,zcrm_91,Ana Ruiz,Anna,Berg,zcrm_1,Älpha,anna@alpha.example,zcrm_12,Bob Cole\n"
        "zcrm_12,zcrm_92,Ben Okoro,Bob,Cole,zcrm_2,Beta,,,\n"_s);
    add(u"Deals_001.csv"_s,
        u"Record Id,Deal Owner.id,Deal Owner,Deal Name,Amount,Closing Date,Account Name.id,Account Name,Stage,"
        "Probability (%),Contact Name.id,Contact Name\n"
        "zcrm_31,zcrm_91,Ana Ruiz,Towers,12500.5,2025-12-01,zcrm_1,Älpha,Closed Won,100,zcrm_11,Anna Berg\n"
        "zcrm_32,zcrm_92,Ben Okoro,Cranes,8000,2033-12-30,zcrm_2,Beta,Offer,90,zcrm_12,Bob Cole\n"_s);
    add(u"Tasks_001.csv"_s,
        u"Record Id,Task Owner.id,Task Owner,Subject,Due Date,Contact Name.id,Contact Name,Related To.id,"
        "Related To,Status,Priority,Closed Time\n"
        "zcrm_41,zcrm_91,Ana Ruiz,Send,2033-12-20,zcrm_11,Anna Berg,zcrm_31,Towers,Not Started,High,\n"
        "zcrm_42,zcrm_92,Ben Okoro,Clean,2021-05-20,,,zcrm_2,Beta,Completed,Low,2021-05-21 09:00:00\n"_s);
    add(u"Calls_001.csv"_s,
        u"Record Id,Call Owner.id,Call Owner,Subject,Call Type,Contact Name.id,Contact Name,Related To.id,"
        "Related To,Call Start Time,Call Duration,Call Duration (in seconds),Outgoing Call Status\n"
        "zcrm_51,zcrm_91,Ana Ruiz,Ring,Outbound,zcrm_11,Anna Berg,zcrm_31,Towers,2021-06-03 10:00:00,05:00,300,"
        "Completed\n"_s);
    add(u"Meetings_001.csv"_s,
        u"Record Id,Host.id,Host,Title,From,To,All day,Related To.id,Related To,Contact Name.id,Contact Name\n"
        "zcrm_61,zcrm_91,Ana Ruiz,Kick-off,2021-06-05 14:00:00,2021-06-05 15:30:00,false,zcrm_31,Towers,"
        "zcrm_11,Anna Berg\n"_s);
    const AutoReport report = taken(book, zoho);
    CHECK(asked(report).isEmpty());
    for (const AutoReport::Part &part : report.parts)
        CHECK(part.report.linksMissing() == 0);
    Seen seen(book);
    CHECK(seen.deals()
          == QStringList{u"Cranes|Beta|Bob Cole|Sales|Offer|open|800000|2033-12-30|Ben Okoro"_s,
                         u"Towers|Älpha|Anna Berg|Sales|Closed Won|won|1250050|2025-12-01|Ana Ruiz"_s});
    CHECK(seen.activities()
          == QStringList{u"call|done|Ring|2021-06-03T10:00:00Z|300|Ana Ruiz|contact deal"_s, // not five hours
                         u"meeting|done|Kick-off|2021-06-05T14:00:00Z|5400|Ana Ruiz|contact deal"_s,
                         u"task|done|Clean|2021-05-20||Ben Okoro|company"_s,
                         u"task|planned|Send|2033-12-20||Ana Ruiz|contact deal"_s});
    for (const Activity &activity : test::all<Activity>(book)) {
        if (activity.subject == u"Clean"_s)
            CHECK(formatInstant(activity.doneAt.ms) == u"2021-05-21T09:00:00Z"_s);
    }
    for (const Contact &contact : test::all<Contact>(book))
        CHECK(bool(contact.reportsTo) == (contact.firstName == u"Anna"_s));
    test::checkAgainAndBack(book, zoho.path(), before);
}

TEST_CASE("Deals that were won and lost in an open stage of a new pipeline stand in its closed columns",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    Folder pipedrive;
    pipedrive.add(u"deals-1.csv"_s,
                  "Deal - ID,Deal - Title,Deal - Stage,Deal - Pipeline,Deal - Status,Deal - Won time,"
                  "Deal - Lost time\n"
                  "21,Towers,Demo,Renewals,Won,2025-05-05 12:00:00,\n"
                  "22,Cranes,Demo,Renewals,Open,,\n"
                  "23,Dams,Demo,Renewals,Lost,,2025-06-06 12:00:00\n"
                  "24,Mills,Demo,Renewals,Won,2025-05-06 12:00:00,\n");
    taken(book, pipedrive);
    CHECK(Seen(book).deals()
          == QStringList{u"Cranes|||Renewals|Demo|open|||"_s, u"Dams|||Renewals|Lost|lost||2025-06-06|"_s,
                         u"Mills|||Renewals|Won|won||2025-05-06|"_s,
                         u"Towers|||Renewals|Won|won||2025-05-05|"_s});
    CHECK(book.count(EntityKind::Stage) == 4 + 3);
}

TEST_CASE("Close's value is read in hundredths, and what is no whole number of them stays as text",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const transfer::ImportReport report =
        test::import(book, {.kind = EntityKind::Deal, .createMissing = {EntityKind::Company}},
                     "id,lead_id,lead_name,status_label,value,value_currency\n"
                     "1,l1,Alpha,Offer,1200050,USD\n2,l2,Beta,Offer,12.5,USD\n3,l3,Gamma,Offer,7,USD\n");
    std::map<QString, std::optional<qint64>> amounts;
    for (const Deal &deal : test::all<Deal>(book))
        amounts[book.load<Company>(deal.company).name] = deal.amount;
    CHECK(amounts[u"Alpha"_s] == 1200050);
    CHECK(amounts[u"Gamma"_s] == 7);
    CHECK_FALSE(amounts[u"Beta"_s]);
    CHECK(test::questionsAbout(report, transfer::ImportQuestion::About::NotUnderstood).size() == 1);
}

TEST_CASE("HubSpot's codes of industries are words here", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::import(book, {.kind = EntityKind::Company},
                 "Record ID,Company name,Industry\n1,Alpha,COMPUTER_SOFTWARE\n2,Beta,Banking\n");
    CHECK(test::named<Company>(book, u"Alpha"_s).sector == u"Computer Software"_s);
    CHECK(test::named<Company>(book, u"Beta"_s).sector == u"Banking"_s);
}
