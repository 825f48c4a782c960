// SPDX-License-Identifier: GPL-3.0-or-later
// Files in the shapes of other products, by their presets: what a salesperson finds in the book afterwards.
#include "domain/records/activity.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/lists.h"
#include "domain/records/user.h"
#include "domain/text/datetext.h"
#include "support/transfer.h"

using namespace headway;
using namespace Qt::StringLiterals;
using test::Folder;
using test::FreshBook;
using test::importedAll;
using test::named;
using test::valueOf;
using transfer::AutoReport;

namespace {

// "kind state subject, when, seconds: kinds of records it is linked to"
QStringList activities(FreshBook &book)
{
    QStringList lines;
    for (const Activity &each : test::all<Activity>(book)) {
        QStringList linked;
        for (const ActivityLink &link : test::all<ActivityLink>(book)) {
            if (link.activity == each.id)
                linked += QString(tableName(link.recordKind));
        }
        linked.sort();
        const QString when = formatInstant(each.at.ms);
        lines += textOf(Codec<ActivityKind>::read(each.kind)) + u' '
            + textOf(Codec<ActivityState>::read(each.state)) + u' ' + each.subject + u", "_s
            + (each.allDay ? when.left(10) : when) + u", "_s
            + (each.duration ? QString::number(*each.duration) : u"-"_s) + u": "_s + linked.join(u' ');
    }
    lines.sort();
    return lines;
}

// "phone mobile +49 171 1" of a contact, the primary one of each sort with a star.
QStringList points(FreshBook &book, const Contact &contact)
{
    QStringList lines;
    for (const ContactPoint &point : test::all<ContactPoint>(book)) {
        if (point.recordKind == EntityKind::Contact && point.recordId == contact.id.value)
            lines += textOf(Codec<ContactPointType>::read(point.by)) + u' '
                + textOf(Codec<ContactPointPlace>::read(point.place)) + u' ' + point.value;
    }
    lines.sort();
    return lines;
}

QStringList tags(FreshBook &book)
{
    QStringList names;
    for (const Tag &tag : test::all<Tag>(book))
        names += tag.name;
    names.sort();
    return names;
}

} // namespace

TEST_CASE("All files of EspoCRM go in at once: subjects, parents, several contacts, tasks with an end only",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const QByteArray before = test::exportedWhole(book);
    Folder espo;
    espo.add(
        u"Account.csv"_s,
        "id,name,deleted,website,billingAddressCity,description,createdAt,modifiedAt,assignedUserId,assignedUserName\n"
        "a1,Alpha,0,alpha.example,Ulm,'- steel,2025-01-01 10:00:00,2025-01-02 10:00:00,u1,Ana Ruiz\n"
        "a2,Towers,0,,,'tis so,2025-01-01 10:00:00,2025-01-02 10:00:00,u1,Ana Ruiz\n");
    espo.add(
        u"Contact.csv"_s,
        "id,firstName,lastName,accountId,accountName,title,emailAddress,phoneNumber,createdAt,modifiedAt\n"
        "c1,Anna,Berg,a1,Alpha,Buyer,anna@alpha.example,'+49 30 123456,2025-01-01 10:00:00,\n"
        "c2,Bob,Cole,a1,Alpha,,,,2025-01-01 10:00:00,\n");
    espo.add(u"Opportunity.csv"_s,
             "id,name,amount,amountCurrency,stage,probability,closeDate,accountId,accountName,contactsIds,"
             "lastStage,createdAt,modifiedAt\n"
             "o1,Towers,1200.50,EUR,Closed Won,100,2025-12-01,a1,Alpha,\"[\"\"c1\"\",\"\"c2\"\"]\",Proposal,"
             "2025-01-01 10:00:00,\n"
             "o2,Cranes,800.00,EUR,Proposal,50,2033-12-24,a1,Alpha,[],,2025-01-01 10:00:00,\n");
    espo.add(u"Call.csv"_s,
             "id,name,status,dateStart,dateEnd,duration,direction,parentId,parentType,parentName,contactsIds,"
             "createdAt,modifiedAt\n"
             "l1,Hello,Held,2021-06-02 10:00:00,2021-06-02 10:15:00,900,Outbound,o1,Opportunity,Towers,"
             "\"[\"\"c1\"\"]\",2021-06-02 10:00:00,\n"
             "l2,Again,Planned,2033-06-02 10:00:00,2033-06-02 10:30:00,1800,Outbound,,Account,Alpha,[],"
             "2021-06-02 10:00:00,\n");
    espo.add(
        u"Task.csv"_s,
        "id,name,status,priority,dateStart,dateEnd,parentId,parentType,parentName,createdAt,modifiedAt\n"
        "t1,Send offer,Not Started,High,,2033-12-20 08:00:00,o2,Opportunity,Cranes,2025-01-01 10:00:00,\n");
    espo.add(u"Campaign.csv"_s, "id,name,createdAt,modifiedAt\nk1,Spring,2025-01-01 10:00:00,\n");
    const AutoReport report = importedAll(book, espo.path());
    REQUIRE(report.left.size() == 1);
    CHECK(inEnglish(report.left.front().reason) == u"It holds what this program has no place for."_s);
    for (const AutoReport::Part &part : report.parts) {
        CAPTURE(part.path);
        CHECK(part.report.system == u"espocrm"_s);
        CHECK(part.report.linksMissing() == 0); // a company is called like the deal, but the id says which
    }
    CHECK(activities(book)
          == QStringList{u"call done Hello, 2021-06-02T10:00:00Z, 900: contact deal"_s,
                         u"call planned Again, 2033-06-02T10:00:00Z, 1800: company"_s,
                         u"task planned Send offer, 2033-12-20T08:00:00Z, -: deal"_s});
    CHECK(named<Company>(book, u"Alpha"_s).description == u"- steel"_s);
    CHECK(named<Company>(book, u"Towers"_s).description == u"'tis so"_s);
    const Contact anna = named<Contact>(book, u"Anna Berg"_s);
    CHECK(anna.jobTitle == u"Buyer"_s);
    CHECK(anna.company == named<Company>(book, u"Alpha"_s).id);
    CHECK(points(book, anna)
          == QStringList{u"email work anna@alpha.example"_s, u"phone work +49 30 123456"_s});
    const Deal towers = named<Deal>(book, u"Towers"_s);
    CHECK(towers.contact == anna.id);
    CHECK(test::all<DealContact>(book).size() == 1);
    CHECK(towers.closedOn == QDate(2025, 12, 1));
    CHECK(named<Deal>(book, u"Cranes"_s).expectedClose == QDate(2033, 12, 24));

    test::checkAgainAndBack(book, espo.path(), before);
}

TEST_CASE("SuiteCRM: hours and minutes are not added to the end, and a task stands on its due day",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    Folder suite;
    suite.add(u"Accounts.csv"_s,
              "Name,ID,Office Phone,Non Primary E-mails,Parent Account ID,Assigned to,Assigned User ID,"
              "Date Created,Date Modified,Deleted\n"
              "Alpha,a1,030 123456,,a2,Ana Ruiz,u1,2025-01-01 10:00,2025-01-02 10:00,0\n"
              "Beta,a2,,,,Ana Ruiz,u1,2025-01-01 10:00,2025-01-02 10:00,0\n");
    suite.add(u"Opportunities.csv"_s,
              "Opportunity Name,ID,Opportunity Amount,Currency,Expected Close Date,Sales Stage,Account Name,"
              "Amount,Assigned User Name,Assigned User ID,Date Created,Date Modified\n"
              "Towers,o1,1200.50,-99,2025-12-01,Closed Lost,Alpha,1300.00,Ana Ruiz,u1,2025-01-01 10:00,\n");
    suite.add(
        u"Calls.csv"_s,
        "Subject,ID,Status,Direction,Date,Date End,Duration Hours,Duration Minutes,Parent Type,Parent ID,"
        "Assigned to,Assigned User ID,Date Created,Date Modified\n"
        "Ring,l1,Not Held,Inbound,2021-06-02 10:00,2021-06-02 11:15,1,15,Accounts,a1,Ana Ruiz,u1,"
        "2021-06-01 10:00,\n");
    suite.add(u"Tasks.csv"_s,
              "Subject,ID,Status,Date Start,Date Due,Priority,Parent Type,Parent ID,Assigned to,"
              "Assigned User ID,Date Created,Date Modified\n"
              "Send,t1,Not Started,2033-12-01 09:00,2033-12-20 08:00,High,Opportunities,o1,Ana Ruiz,u1,"
              "2025-01-01 10:00,\n");
    const AutoReport report = importedAll(book, suite.path());
    for (const AutoReport::Part &part : report.parts)
        CHECK(part.report.system == u"suitecrm"_s);
    CHECK(named<Company>(book, u"Alpha"_s).parent == named<Company>(book, u"Beta"_s).id);
    const Deal towers = named<Deal>(book, u"Towers"_s);
    CHECK(towers.amount == 120'050);
    CHECK(towers.status == StageType::Lost);
    CHECK(towers.closedOn == QDate(2025, 12, 1));
    CHECK(activities(book)
          == QStringList{u"call cancelled Ring, 2021-06-02T10:00:00Z, 4500: company"_s,
                         u"task planned Send, 2033-12-20T08:00:00Z, -: deal"_s});
}

TEST_CASE("Dynamics: currencies by name, appointments with moments, what is regarded by its name",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    Folder dynamics;
    dynamics.add(
        u"Accounts.csv"_s,
        "(Do Not Modify) Account,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Account Name,"
        "Main Phone,Address 1: City,Primary Contact\n"
        "g-1,x/y==,2026-01-01 10:00,Alpha,030 123456,Ulm,Anna Berg\n");
    dynamics.add(u"Opportunities.csv"_s,
                 "(Do Not Modify) Opportunity,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Topic,"
                 "Potential Customer,Est. Close Date,Est. Revenue,Currency,Status,Owner\n"
                 "g-2,x,2026-01-01 10:00,Towers,Alpha,2033-12-01,1200.50,US Dollar,Open,Ana Ruiz\n"
                 "g-3,x,2026-01-01 10:00,Cranes,Alpha,2033-12-24,800.00,Euro,Open,Ana Ruiz\n");
    dynamics.add(
        u"Appointments.csv"_s,
        "(Do Not Modify) Appointment,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Subject,"
        "Regarding,Start Time,End Time,Owner\n"
        "g-4,x,2026-01-01 10:00,Kick-off,Towers,2021-06-07 14:00,2021-06-07 15:30,Ana Ruiz\n");
    const AutoReport report = importedAll(book, dynamics.path());
    for (const AutoReport::Part &part : report.parts) {
        CAPTURE(part.path);
        CHECK(part.report.plan.notImported.contains(u"(Do Not Modify) Row Checksum"_s));
    }
    CHECK(named<Deal>(book, u"Towers"_s).currency == u"USD"_s);
    CHECK(named<Deal>(book, u"Cranes"_s).currency == u"EUR"_s);
    CHECK(named<Deal>(book, u"Cranes"_s).company == named<Company>(book, u"Alpha"_s).id);
    CHECK(activities(book) == QStringList{u"meeting done Kick-off, 2021-06-07T14:00:00Z, 5400: deal"_s});
}

TEST_CASE("Outlook's address book of a German computer: work before home, an office is no country",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    Folder folder;
    folder.add(
        u"Kontakte.CSV"_s,
        u"\"Anrede\",\"Vorname\",\"Weitere Vornamen\",\"Nachname\",\"Firma\",\"Position\",\"Straße geschäftlich\","
        "\"Ort geschäftlich\",\"Straße privat\",\"Fax geschäftlich\",\"Telefon geschäftlich\",\"Telefon privat\","
        "\"Mobiltelefon\",\"Büro\",\"E-Mail-Adresse\",\"E-Mail: Angezeigter Name\",\"E-Mail 2: Adresse\","
        "\"Geburtstag\",\"Kategorien\",\"Ort\",\"Privat\"\n"
        "\"Frau\",\"Anna\",\"Maria\",\"Berg\",\"Alpha\",\"Einkauf\",\"Münsterplatz 1\",\"Ulm\",\"Gasse 2\","
        "\"0731 9\",\"0731 12345\",\"0731 54321\",\"0171 1234567\",\"Raum 7\",\"anna@alpha.example\","
        "\"Anna Berg (anna@alpha.example)\",\"berg@privat.example\",\"0.0.00\",\"Kunde;Messe\",\"Ulm Mitte\","
        "\"Falsch\"\n"_s.toUtf8());
    const AutoReport report = importedAll(book, folder.path(u"Kontakte.CSV"_s));
    REQUIRE(report.parts.size() == 1);
    CHECK(report.parts.front().report.system == u"outlook"_s);
    QStringList notes;
    for (const Sentence &note : report.parts.front().report.notes)
        notes += inEnglish(note);
    CHECK(notes.contains(u"The columns are those of Microsoft Outlook."_s));
    const auto contacts = test::all<Contact>(book);
    REQUIRE(contacts.size() == 1);
    const Contact &anna = contacts.front();
    CHECK(anna.salutation == u"Frau"_s);
    CHECK(anna.middleName == u"Maria"_s);
    CHECK(anna.jobTitle == u"Einkauf"_s);
    CHECK(anna.company == named<Company>(book, u"Alpha"_s).id);
    const auto addresses = test::all<Address>(book);
    REQUIRE(addresses.size() == 2);
    CHECK(addresses[0].place == ContactPointPlace::Work);
    CHECK(addresses[0].street == u"Münsterplatz 1"_s);
    CHECK(addresses[0].city == u"Ulm"_s);
    CHECK(addresses[0].country.isEmpty());
    CHECK(addresses[1].place == ContactPointPlace::Home);
    CHECK(addresses[1].street == u"Gasse 2"_s);
    CHECK(points(book, anna)
          == QStringList{u"email work anna@alpha.example"_s, u"email work berg@privat.example"_s,
                         u"phone fax 0731 9"_s, u"phone home 0731 54321"_s, u"phone mobile 0171 1234567"_s,
                         u"phone work 0731 12345"_s});
    CHECK(tags(book) == QStringList{u"Kunde"_s, u"Messe"_s});
}

TEST_CASE("Google's newer columns, LinkedIn below its notes, and HubSpot, all in one folder, each its own",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    Folder folder;
    folder.add(u"Connections.csv"_s,
               "Notes:\n\"When exporting your connection data, you may notice that some are missing.\"\n\n"
               "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
               "Lea,Lind,https://www.linkedin.com/in/lea,,Lindholm,Owner,12 Mar 2024\n");
    folder.add(
        u"contacts.csv"_s,
        "First Name,Middle Name,Last Name,Phonetic First Name,File As,Organization Name,Organization Title,"
        "Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,"
        "Phone 2 - Value\n"
        "Anna,,Berg,,,Alpha,Buyer,Customers ::: * myContacts,* Work,anna@alpha.example,Mobile,"
        "0171 1234567,Work Fax,0731 9\n");
    folder.add(u"hubspot-all-companies.csv"_s, "Record ID,Company name\n9001,Alpha\n9002,Beta\n");
    const AutoReport report = importedAll(book, folder.path());
    REQUIRE(report.parts.size() == 3);
    QStringList systems;
    for (const AutoReport::Part &part : report.parts)
        systems += part.report.system;
    systems.sort();
    CHECK(systems == QStringList{u"google"_s, u"hubspot"_s, u"linkedin"_s});
    QStringList ids;
    for (const ExternalRef &ref : test::all<ExternalRef>(book))
        ids += ref.system + u' ' + ref.key;
    ids.sort();
    CHECK(ids == QStringList{u"hubspot 9001"_s, u"hubspot 9002"_s});
    const Contact lea = named<Contact>(book, u"Lea Lind"_s);
    CHECK(lea.jobTitle == u"Owner"_s);
    CHECK(lea.company == named<Company>(book, u"Lindholm"_s).id);
    const Contact anna = named<Contact>(book, u"Anna Berg"_s);
    CHECK(anna.company == named<Company>(book, u"Alpha"_s).id);
    CHECK(points(book, anna)
          == QStringList{u"email work anna@alpha.example"_s, u"phone fax 0731 9"_s,
                         u"phone mobile 0171 1234567"_s});
}

TEST_CASE("Atomic CRM keeps how warm a contact is; monday.com's words for tasks are known", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    Folder folder;
    folder.add(u"contacts.csv"_s,
               "first_name,last_name,gender,title,background,first_seen,last_seen,has_newsletter,status,tags,"
               "linkedin_url,company,email_work,email_other,phone_work,phone_other\n"
               "John,Doe,male,Sales,,2024-07-01T10:00:00Z,,false,hot,\"music, football\",,Acme,"
               "john@acme.example,,030 123456,\n");
    folder.add(u"Tasks_board.csv"_s,
               "Name,Subitems,Owner,Status,Due Date,Item ID (auto generated)\n"
               "Call Acme,,Ana Ruiz,Working on it,2033-05-04,77\n"
               "Send offer,,Ana Ruiz,Done,2021-05-04,78\n");
    const AutoReport report = importedAll(book, folder.path());
    for (const AutoReport::Part &part : report.parts) {
        CAPTURE(part.path);
        CHECK(part.report.questions.empty());
    }
    CHECK(tags(book) == QStringList{u"football"_s, u"hot"_s, u"music"_s});
    CHECK(named<Contact>(book, u"John Doe"_s).jobTitle == u"Sales"_s);
    CHECK(activities(book)
          == QStringList{u"task done Send offer, 2021-05-04, -: "_s,
                         u"task planned Call Acme, 2033-05-04, -: "_s});
}

TEST_CASE("Freshsales: the account, the contacts and the owner of a deal", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    Folder folder;
    folder.add(
        u"accounts.csv"_s,
        "Id,Name,Phone,Website,Industry type,Number of employees,Sales owner,Last contacted time,Recent note\n"
        "11,Alpha,030 123456,alpha.example,Steel,20,Ana Ruiz,,\n");
    folder.add(u"contacts.csv"_s,
               "Id,First name,Last name,Job title,Work,Mobile,Emails,Sales account,Sales owner,"
               "Last contacted time\n"
               "21,Anna,Berg,Buyer,030 123457,0171 1234567,anna@alpha.example,Alpha,Ana Ruiz,\n");
    folder.add(u"deals.csv"_s,
               "Id,Name,Deal value,Currency,Deal stage,Expected close date,Closed date,Sales account,"
               "Related contacts,Sales owner,Updated at\n"
               "31,Towers,1200.50,EUR,Won,,2025-12-01,Alpha,Anna Berg,Ana Ruiz,2026-01-01 10:00\n"
               "32,Cranes,800.00,EUR,Offer,2033-12-24,,Alpha,,Ana Ruiz,2026-01-01 10:00\n");
    const AutoReport report = importedAll(book, folder.path());
    for (const AutoReport::Part &part : report.parts)
        CHECK(part.report.system == u"freshsales"_s);
    const Company alpha = named<Company>(book, u"Alpha"_s);
    CHECK(alpha.sector == u"Steel"_s);
    const Contact anna = named<Contact>(book, u"Anna Berg"_s);
    CHECK(anna.company == alpha.id);
    CHECK(points(book, anna)
          == QStringList{u"email work anna@alpha.example"_s, u"phone mobile 0171 1234567"_s,
                         u"phone work 030 123457"_s});
    const Deal towers = named<Deal>(book, u"Towers"_s);
    CHECK(towers.contact == anna.id);
    CHECK(towers.company == alpha.id);
    CHECK(towers.closedOn == QDate(2025, 12, 1));
    CHECK(towers.status == StageType::Won);
    CHECK(named<Deal>(book, u"Cranes"_s).expectedClose == QDate(2033, 12, 24));
    CHECK(book.count(EntityKind::User) >= 1);
}

TEST_CASE("An address at home comes beside that at work, and a second import neither doubles nor mixes them",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const auto places = [&] {
        QStringList lines;
        for (const Address &address : test::all<Address>(book))
            lines += textOf(Codec<ContactPointPlace>::read(address.place)) + u' ' + address.street + u' '
                + address.city;
        lines.sort();
        return lines;
    };
    transfer::ImportRequest request{.kind = EntityKind::Contact};
    request.match = {u"email"_s};
    request.existing = transfer::DuplicatePolicy::Fill;
    request.map = {{u"Home street"_s, u"street_home"_s}, {u"Home city"_s, u"city_home"_s}};
    const QByteArray file = "Name,Email,Home street,Home city,Street,City\n"
                            "Anna Berg,anna@a.example,Gasse 2,Bonn,Platz 1,Ulm\n"
                            "Bob Cole,bob@b.example,Weg 3,,,\n";
    test::import(book, request, file);
    const QStringList all{u"home Gasse 2 Bonn"_s, u"home Weg 3 "_s, u"work Platz 1 Ulm"_s};
    CHECK(places() == all);
    CHECK(test::import(book, request, file).unchanged == 2);
    CHECK(places() == all);
    // The only address of a file is that of the record, whatever it is called there.
    transfer::ImportRequest other{.kind = EntityKind::Contact};
    other.match = {u"email"_s};
    other.existing = transfer::DuplicatePolicy::Fill;
    test::import(book, other, "Name,Email,City\nBob Cole,bob@b.example,Kiel\n");
    CHECK(places() == QStringList{u"home Gasse 2 Bonn"_s, u"home Weg 3 Kiel"_s, u"work Platz 1 Ulm"_s});
}
