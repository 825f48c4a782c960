// SPDX-License-Identifier: GPL-3.0-or-later
// What kind of thing a file holds: what people call it goes before what its columns look like, and what could be
// anything is said to be unclear.
#include "transfer/import/filekind.h"

#include "domain/records/activity.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/lead.h"
#include "domain/records/user.h"
#include "support/transfer.h"
#include "transfer/import/importfolder.h"
#include "transfer/import/importparts.h"
#include "transfer/import/rowkinds.h"
#include "transfer/request/questionanswers.h"

#include <QDir>

using namespace headway;
using namespace Qt::StringLiterals;
using test::checkNothingTwice;
using test::Folder;
using test::FreshBook;
using test::importedAll;
using test::named;
using test::refusalOf;
using transfer::AutoReport;

namespace {

QStringList kindsOf(const QString &columns, const QString &fileName, const transfer::FirstRows &first = {})
{
    const QStringList header = columns.split(u',');
    const auto rows = transfer::rowKinds(header, first, transfer::kindsInName(fileName));
    QStringList kinds;
    for (const transfer::FilePart &part : transfer::partsOf(header, fileName, {}, rows))
        kinds += QString(tableName(part.kind));
    return kinds;
}

QStringList kindsIn(const QString &columns, const std::vector<QStringList> &rows,
                    const QString &fileName = u"export"_s)
{
    return kindsOf(columns, fileName, {rows, true});
}

struct Table {
    QString columns = {};
    QString fileName = {};
    QString kinds = {}; // with spaces between them
};

void checkKinds(const std::vector<Table> &tables)
{
    for (const Table &table : tables) {
        CAPTURE(table.columns, table.fileName);
        CHECK(kindsOf(table.columns, table.fileName).join(u' ') == table.kinds);
    }
}

} // namespace

TEST_CASE("A bank statement, invoices and a list of scores are nothing of ours, and that is said",
          "[transfer]")
{
    for (const QString &columns :
         {u"Date,Description,Debit"_s, u"Date,Name,Amount"_s, u"name,age,score"_s, u"Name,Amount"_s,
          u"Buchungstag,Verwendungszweck,Betrag,Saldo"_s, u"Date,Type,Description,Paid out,Balance"_s,
          u"Date,Account,Description,Debit,Credit"_s, u"Name"_s, u"Name,Status"_s, u"Date,Notes"_s,
          u"Date,Name,Score"_s, u"Name,City,Country,Population"_s, u"Date,Company,Amount"_s,
          u"Name,Due Date,Amount,Status"_s, u"Date,Company,Description,Amount"_s,
          u"Name,Start Date,End Date,Owner"_s}) {
        CAPTURE(columns);
        CHECK(kindsOf(columns, u"statement"_s).isEmpty());
    }
    FreshBook book(GENERATE(test::anyEngine()));
    Folder folder;
    folder.add(u"statement.csv"_s, "Date,Description,Debit\n11/13/2026,CARD,5\n11/14/2026,CARD,5\n");
    CHECK(
        refusalOf(book, {.path = folder.path(u"statement.csv"_s)})
        == "statement.csv: What it holds is not clear from its columns: Date, Description, Debit. Import it by "
           "itself, as contacts, deals or what it is."_L1);
    CHECK(book.count(EntityKind::Activity) == 0);
    folder.add(u"deals.csv"_s, "Deal Name,Stage\nTowers,Offer\n");
    test::givenPipeline(book);
    CHECK(importedAll(book, folder.path()).left.size() == 1);
    CHECK(book.count(EntityKind::Activity) == 0);
    CHECK(book.count(EntityKind::Deal) == 1);
}

TEST_CASE("One column that only this kind has shows what a file without a telling name holds", "[transfer]")
{
    checkKinds({
        {u"Name,Stage"_s, u"export"_s, u"deal"_s},
        {u"Deal Name,Amount"_s, u"export"_s, u"deal"_s},
        {u"Product,Company,Stage,Amount"_s, u"export"_s, u"deal"_s}, // called after product and company
        {u"Name,Company"_s, u"a"_s, u"contact"_s},
        {u"Name,Email"_s, u"a"_s, u"contact"_s},
        {u"First name,Last name,Company"_s, u"export(3)"_s, u"contact"_s},
        {u"Company,Industry,Employees"_s, u"a"_s, u"company"_s},
        {u"Subject,Date,Company"_s, u"a"_s, u"activity"_s},
        {u"Subject,Due Date,Status"_s, u"a"_s, u"activity"_s},
        {u"Name,Due Date,Status"_s, u"a"_s, u"activity"_s},
        {u"Date,Notes,Company"_s, u"a"_s, u"activity"_s},
        {u"Number,Name,Date,Duration,Type"_s, u"a"_s, u"activity"_s},
        {u"sales_agent,manager,regional_office"_s, u"sales_teams"_s, u"user_account"_s},
        {u"Deal - Title,Person - Name,Organization - Name"_s, u"x"_s, u"company contact deal"_s},
    });
}

TEST_CASE("The name of a file says what it holds, whatever stands around it", "[transfer]")
{
    for (const QString &name :
         {u"tasks"_s, u"Tasks_001"_s, u"my-todo-2026"_s, u"Aufgaben"_s, u"2026 Tâches"_s})
        checkKinds({{u"Name,Due Date,Owner,Priority"_s, name, u"activity"_s}});
    checkKinds({
        {u"Name,Date"_s, u"calls"_s, u"activity"_s},
        {u"Task,Assigned To,Due,Done"_s, u"tasks"_s, u"activity"_s},
        {u"Name,Start Date,End Date"_s, u"meetings"_s, u"activity"_s},
        {u"Name,Email"_s, u"res.partner"_s, u"contact"_s},
        {u"Kunde,Betrag,Status,Datum"_s, u"Angebote"_s, u"deal"_s},
        {u"id,Company,Value,note"_s, u"opportunities"_s, u"deal"_s},
        {u"Id,Name,AccountId"_s, u"OpportunityExport"_s, u"deal"_s},
        {u"Name,Owner"_s, u"hubspot-crm-exports-all-companies-2026-03-04"_s, u"company"_s},
        {u"Name,Email,Phone"_s, u"Deal contacts"_s, u"contact"_s},
        {u"Name,Phone,Email"_s, u"call list"_s, u"contact"_s}, // people to call are people
        {u"Moon,Phase"_s, u"tasks"_s, {}},
        {u"Moon,Phase"_s, u"contacts"_s, {}},
    });
    CHECK(transfer::partsOf({}, {}, {}).empty());
}

TEST_CASE("What the columns hold goes before a word in the name of the file", "[transfer]")
{
    checkKinds({
        // Customers are people where their company stands beside them.
        {u"Name;Firma;E-Mail;Telefon"_s.replace(u';', u','), u"Kunden"_s, u"contact"_s},
        {u"Name,Company,Phone"_s, u"customers"_s, u"contact"_s},
        {u"Firma,Telefon,Ort"_s, u"Kunden"_s, u"company"_s},
        // What customers owe makes no bank statement of them.
        {u"Customer,Contact,Phone,Email,Balance"_s, u"customers"_s, u"company contact"_s},
        // Leads are deals where they stand in stages and nobody in them has a name or a number.
        {u"Name,Stage,Value,Confidence,Primary account"_s, u"leads"_s, u"deal"_s},
        {u"Name,Email,Stage,Value"_s, u"leads"_s, u"lead"_s},
        {u"Name,Company,Status"_s, u"leads"_s, u"lead"_s},
    });
}

TEST_CASE("Tasks stand on the day they are due, by the name of their file", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    Folder folder;
    folder.add(u"Tasks_001.csv"_s,
               "Name,Due Date,Status\nCall Ann,2033-12-24,Open\nSend offer,2033-12-27,Open\n");
    importedAll(book, folder.path());
    CHECK(book.count(EntityKind::Deal) == 0);
    const std::vector<Activity> tasks = test::all<Activity>(book);
    REQUIRE(tasks.size() == 2);
    CHECK(tasks.front().subject == u"Call Ann"_s);
    CHECK(tasks.front().kind == ActivityKind::Task);
    CHECK(tasks.front().state == ActivityState::Planned);
    CHECK(tasks.front().allDay);
    checkNothingTwice(book, folder.path());
    CHECK(test::all<Activity>(book).size() == 2);
}

TEST_CASE("A task stands at whom it is related to; a name that nobody has stays as text", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    Folder folder;
    folder.add(u"people.csv"_s, "Name,Company\nAnn Lee,Acme\n");
    importedAll(book, folder.path(u"people.csv"_s));
    folder.add(u"tasks.csv"_s,
               "Name,Related To,Related To Type,Due Date\nCall back,Ann Lee,Person,2033-12-24\n"
               "Send quote,Nobody Ltd,Company,2033-12-27\n");
    importedAll(book, folder.path(u"tasks.csv"_s));
    const std::vector<ActivityLink> links = test::all<ActivityLink>(book);
    REQUIRE(links.size() == 1);
    CHECK(links.front().recordKind == EntityKind::Contact);
    CHECK(links.front().recordId == named<Contact>(book, u"Ann Lee"_s).id.value);
    const std::vector<Activity> tasks = test::all<Activity>(book);
    CHECK(tasks.size() == 2);
    for (const Activity &task : tasks)
        CHECK(task.note.contains("Nobody Ltd"_L1) == (task.subject == u"Send quote"_s));
}

TEST_CASE("A column says of each row whether it is a person or a company", "[transfer]")
{
    const QStringList both{u"company"_s, u"contact"_s};
    const QString columns = u"Id,Type,Name,Organisation,Email Address"_s;
    CHECK(kindsIn(columns, {{u"1"_s, u"Organisation"_s}, {u"2"_s, u"Person"_s}}) == both);
    CHECK(kindsIn(columns, {{u"1"_s, u"Organisation"_s}, {u"2"_s, u"Person"_s}}, u"contacts"_s) == both);
    CHECK(kindsIn(columns, {QStringList{u"2"_s, u"Person"_s}}) == QStringList{u"contact"_s});
    CHECK(kindsIn(u"id,name,is_company,email"_s, {{u"1"_s, u"a"_s, u"True"_s}, {u"2"_s, u"b"_s, u"False"_s}})
          == both);
    // Of a customer nobody says whether it is a person.
    CHECK(kindsIn(columns, {{u"1"_s, u"Organisation"_s}, {u"2"_s, u"Customer"_s}}, u"accounts"_s)
          == QStringList{u"company"_s});
    // More rows may follow.
    CHECK(kindsOf(columns, u"export"_s, {{QStringList{u"1"_s, u"Organisation"_s}}, false}) == both);
    // Leads and opportunities are another pair; a name that says something else goes before.
    CHECK(kindsIn(u"name,type,stage_id"_s, {{u"a"_s, u"Lead"_s}, {u"b"_s, u"Opportunity"_s}}, u"crm.lead"_s)
          == QStringList{u"lead"_s, u"deal"_s});
    CHECK(kindsIn(u"First Name,Last Name,Type"_s, {QStringList{u"A"_s, u"B"_s, u"Lead"_s}}, u"contacts"_s)
          == QStringList{u"contact"_s});
    CHECK(transfer::kindOfRow(u"is_company"_s, u"1"_s) == EntityKind::Company);
    CHECK(transfer::kindOfRow(u"is_company"_s, u"0"_s) == EntityKind::Contact);
    CHECK_FALSE(transfer::kindOfRow(u"is_company"_s, u"maybe"_s));
    CHECK_FALSE(transfer::kindOfRow(u"Type"_s, u"Customer"_s));
}

TEST_CASE("Organisations and people of one list become companies and their people, each once", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    Folder folder;
    folder.add(u"contacts.csv"_s,
               "Type,First Name,Last Name,Name,Organisation,Email Address\n"
               "Person,Ann,Lee,Ann Lee,Acme,a@acme.example\n"
               "Organisation,,,Acme,,i@acme.example\n"
               "Person,Bob,Cole,Bob Cole,,b@b.example\n");
    const AutoReport report = importedAll(book, folder.path(u"contacts.csv"_s));
    CHECK(book.count(EntityKind::Company) == 1);
    CHECK(book.count(EntityKind::Contact) == 2);
    CHECK(named<Contact>(book, u"Ann Lee"_s).company == named<Company>(book, u"Acme"_s).id);
    for (const AutoReport::Part &part : report.parts)
        CHECK(part.report.questions.empty());     // nobody asks what an organisation is
    CHECK(transfer::columnsLeft(report).empty()); // "Type" was of use
    checkNothingTwice(book, folder.path(u"contacts.csv"_s));
    CHECK(book.undo() == inEnglish(report.step.label));
    CHECK(book.count(EntityKind::Company) == 0);
    CHECK(book.count(EntityKind::Contact) == 0);
}

TEST_CASE("People of an address book with a yes or no for companies work where its ids say", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    Folder folder;
    folder.add(u"res.partner.csv"_s,
               "id,name,is_company,parent_id/id,function\n"
               "__export__.res_partner_13_cd,Ann Lee,False,__export__.res_partner_12_ab,CTO\n"
               "__export__.res_partner_12_ab,Acme,True,,\n");
    importedAll(book, folder.path(u"res.partner.csv"_s));
    CHECK(book.count(EntityKind::Company) == 1);
    CHECK(book.count(EntityKind::Deal) == 0);
    CHECK(named<Contact>(book, u"Ann Lee"_s).company == named<Company>(book, u"Acme"_s).id);
    checkNothingTwice(book, folder.path(u"res.partner.csv"_s));
}

TEST_CASE("A few other words in a column of kinds do not stop that its rows are told apart", "[transfer]")
{
    const QStringList both{u"company"_s, u"contact"_s};
    const QString columns = u"Id,Type,Name,Organisation,Email Address"_s;
    const QStringList company{u"1"_s, u"Organisation"_s};
    const QStringList person{u"2"_s, u"Person"_s};
    const QStringList household{u"3"_s, u"Household"_s};
    CHECK(kindsIn(columns, {company, person, household, person}) == both);
    CHECK(kindsIn(columns, {company, person, household, household}, u"accounts"_s)
          == QStringList{u"company"_s});
    CHECK(kindsIn(columns, {person, person, person, household}) == QStringList{u"contact"_s});
}

TEST_CASE("What the other words in a column of kinds mean is asked, once for each", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    Folder folder;
    folder.add(
        u"contacts.csv"_s,
        "Id,Type,Name,Organisation,Email Address\n1,Organisation,Alpha,,\n2,Person,Anna Berg,Alpha,\n"
        "3,Household,Lund House,,\n4,Person,Bob Cole,,\n5,Person,Eva Lang,,\n6,household,Berg House,,\n"
        "7,Person,Ida Holm,,\n8,Person,Jo Sales,,\n9,Test,Nobody Here,,\n10,Person,Kim Roe,,\n");
    transfer::AutoRequest request{.path = folder.path()};
    const auto asked = [](const AutoReport &report) {
        QStringList words;
        for (const AutoReport::Part &part : report.parts) {
            for (const transfer::ImportQuestion &each :
                 test::questionsAbout(part.report, transfer::ImportQuestion::About::RowKind))
                words += each.text + u' ' + QString::number(each.rows) + u' ' + transfer::optionFor(each);
        }
        return words;
    };
    SECTION("as it is")
    {
        const AutoReport report = test::importedWith(book, request);
        CHECK(asked(report)
              == QStringList{u"Household 2 --word 'row_kind:Household=contact|company'"_s,
                             u"Test 1 --word 'row_kind:Test=contact|company'"_s});
        CHECK(book.count(EntityKind::Company) == 1);
        CHECK(book.count(EntityKind::Contact) == 9);
    }
    SECTION("as the user says")
    {
        request.rules.meanings = {{u"row_kind"_s, u"Household"_s, u"company"_s},
                                  {u"row_kind"_s, u"Test"_s, {}}};
        CHECK(asked(test::importedWith(book, request)).isEmpty());
        CHECK(book.count(EntityKind::Company) == 3);
        CHECK(book.count(EntityKind::Contact) == 6);
        named<Company>(book, u"Berg House"_s);
    }
    SECTION("as the user answers the part that asks")
    {
        transfer::AutoFile said{.path = folder.path(u"contacts.csv"_s)};
        said.rules.push_back({.kind = EntityKind::Contact});
        said.rules.front().request.meanings = {{u"row_kind"_s, u"Household"_s, u"company"_s},
                                               {u"row_kind"_s, u"Test"_s, {}}};
        request.said = {said};
        CHECK(asked(test::importedWith(book, request)).isEmpty());
        CHECK(book.count(EntityKind::Company) == 3);
    }
}

TEST_CASE("Opportunities among leads become deals", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    Folder folder;
    folder.add(
        u"crm.lead.csv"_s,
        "id,name,type,Stage,Amount,Email\nl1,Big deal,Opportunity,Won,1000,\nl2,Lea Lind,Lead,,,l@l.example\n");
    importedAll(book, folder.path(u"crm.lead.csv"_s));
    CHECK(book.count(EntityKind::Lead) == 1);
    const Deal big = named<Deal>(book, u"Big deal"_s);
    CHECK(big.status == StageType::Won);
    CHECK(big.amount == 100'000);
}

TEST_CASE("The person beside a company is made, and works there", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    Folder folder;
    const auto [name, content] = GENERATE(table<QString, QByteArray>({
        {u"Kunden.csv"_s, "Firma;Ansprechpartner;Ort;Umsatz\nAcme;Ann Lee;Ulm;500\nBolt;;Rom;7\n"},
        {u"list.csv"_s,
         "Company,Contact Person,Email,Phone,Industry,Employees\nAcme,Ann Lee,a@acme.example,030 "
         "123456,Tools,5\nBolt,,,,Tools,7\n"},
        {u"accounts.csv"_s,
         "Account Id,Account Name,Primary Contact,Website\n7,Acme,Ann Lee,acme.example\n8,Bolt,,bolt.example\n"},
    }));
    CAPTURE(name);
    folder.add(name, content);
    importedAll(book, folder.path(name));
    CHECK(book.count(EntityKind::Company) == 2);
    CHECK(book.count(EntityKind::Contact) == 1);
    CHECK(named<Contact>(book, u"Ann Lee"_s).company == named<Company>(book, u"Acme"_s).id);
    checkNothingTwice(book, folder.path(name));
    CHECK(book.count(EntityKind::Contact) == 1);
    book.undo();
    CHECK(book.count(EntityKind::Company) == 0);
    CHECK(book.count(EntityKind::Contact) == 0);
}

TEST_CASE("A deal is called after its product and its customer, though the book has neither", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const auto report = test::import(book, {.kind = EntityKind::Deal},
                                     "Product,Company,Stage,Amount\nGTX,Cancity,Won,1054\n");
    CHECK(report.rejected == 0);
    CHECK(named<Deal>(book, u"GTX – Cancity"_s).amount == 105'400);
}

TEST_CASE("First and last names of users are one name", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    Folder folder;
    folder.add(u"users.csv"_s, "First Name,Last Name,Email\nJo,Sales,jo@me.example\n,Power,max@me.example\n");
    importedAll(book, folder.path(u"users.csv"_s));
    CHECK(named<User>(book, u"Jo Sales"_s).email == u"jo@me.example"_s);
    CHECK(named<User>(book, u"Power"_s).email == u"max@me.example"_s);
    checkNothingTwice(book, folder.path(u"users.csv"_s));
}

TEST_CASE("A folder is looked into down to its subfolders, and what programs leave there is passed over",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    Folder folder;
    REQUIRE(QDir(folder.path()).mkpath(u"Data/2026"_s));
    REQUIRE(QDir(folder.path()).mkpath(u".cache"_s));
    folder.add(u"Data/accounts.csv"_s, "ID,Name\n7,Acme\n");
    folder.add(u"Data/2026/contacts.csv"_s, "ID,Name,Account Id\n31,Ann Lee,7\n");
    folder.add(u".cache/contacts.csv"_s, "ID,Name\n99,Nobody\n");
    folder.add(u"Data/~$accounts.csv"_s, "x");
    folder.add(u"Data/accounts.csv~"_s, "ID,Name\n8,Old\n");
    const QStringList files = transfer::filesInFolder(folder.path());
    CHECK(files
          == QStringList{folder.path(u"Data/2026/contacts.csv"_s), folder.path(u"Data/accounts.csv"_s)});
    CHECK(transfer::nameInFolder(folder.path(), files.front()) == u"Data/2026/contacts.csv"_s);
    CHECK(transfer::nameInFolder(files.front(), files.front()) == u"contacts.csv"_s);
    CHECK(importedAll(book, folder.path()).left.empty());
    CHECK(named<Contact>(book, u"Ann Lee"_s).company == named<Company>(book, u"Acme"_s).id);
    CHECK(book.count(EntityKind::Company) == 1);
}

TEST_CASE("The calls of a telephone stand at the person who has the number, when they were", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    Folder people;
    people.add(u"contacts.csv"_s, "Name,Phone\nAnn Lee,+49 171 5550000\n");
    importedAll(book, people.path());
    Folder folder;
    folder.add(u"calls.csv"_s,
               "Number,Name,Date,Duration,Type\n"
               "+491715550000,Annie,1762000000000,12,1\n"
               "+491715550001,Ben Nguyen,1762043200,65,2\n");
    const AutoReport report = importedAll(book, folder.path(u"calls.csv"_s));
    CHECK(book.count(EntityKind::Contact) == 2);
    const ContactId ann = named<Contact>(book, u"Ann Lee"_s).id;
    const ContactId ben = named<Contact>(book, u"Ben Nguyen"_s).id;
    const std::vector<Activity> calls = test::all<Activity>(book);
    REQUIRE(calls.size() == 2);
    for (const Activity &call : calls) {
        CHECK(call.kind == ActivityKind::Call);
        const bool isFirst = call.at.ms == 1'762'000'000'000;
        CHECK((isFirst || call.at.ms == 1'762'043'200'000));
        for (const ActivityLink &link : test::all<ActivityLink>(book)) {
            if (link.activity == call.id)
                CHECK(link.recordId == (isFirst ? ann : ben).value);
        }
    }
    CHECK(test::all<ActivityLink>(book).size() == 2);
    CHECK(report.parts.front().report.linksMissing() == 0); // he was made, with his number
    // Whether 1 came in or went out is asked, with what telephones mean by it.
    QStringList asked;
    for (const transfer::ImportQuestion &question : report.parts.front().report.questions)
        asked += inEnglish(sentenceOf(question));
    CHECK(
        asked.contains(u"What does “1” mean in “Type”? In the log of a telephone it is an incoming call."_s));
    // The next log finds him by his number.
    folder.add(u"calls-2.csv"_s, "Number,Name,Date,Duration,Type\n+491715550001,,1762129600,5,2\n");
    importedAll(book, folder.path(u"calls-2.csv"_s));
    CHECK(book.count(EntityKind::Contact) == 2);
    CHECK(test::all<ActivityLink>(book).size() == 3);
}
