// SPDX-License-Identifier: GPL-3.0-or-later
// Whole files of other systems whose cells hold what people and programs write.
#include "domain/records/activity.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/inenglish.h"
#include "domain/records/lead.h"
#include "domain/records/lists.h"
#include "support/transfer.h"
#include "transfer/import/importer.h"

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::import;
using test::valueOf;
using transfer::ImportQuestion;
using transfer::ImportReport;
using transfer::ImportRequest;

namespace {

using About = ImportQuestion::About;

template <class E>
E only(FreshBook &book)
{
    const auto all = test::all<E>(book);
    REQUIRE(all.size() == 1);
    return all.front();
}

// The question of a kind, with its rows; the test fails if there is not just one.
ImportQuestion only(const ImportReport &report, About about)
{
    std::vector<ImportQuestion> found;
    for (const ImportQuestion &question : report.questions) {
        if (question.about == about)
            found.push_back(question);
    }
    REQUIRE(found.size() == 1);
    return found.front();
}

std::vector<ContactPoint> pointsOf(FreshBook &book)
{
    return test::all<ContactPoint>(book);
}

ContactPoint primaryPhone(FreshBook &book)
{
    for (const ContactPoint &point : pointsOf(book)) {
        if (point.by == ContactPointType::Phone && point.primary)
            return point;
    }
    FAIL("no phone number is primary");
    return {};
}

} // namespace

TEST_CASE("The primary number is decided by its kind, not by the order of the columns", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    import(
        book, {.kind = EntityKind::Contact},
        "Last name,Fax,Home Phone,Mobile,Phone\nOne,030 1,030 222222,0171 333333,\"030 444444, ext. 5\"\n");
    CHECK(primaryPhone(book).value == u"030 444444 ext. 5"_s);
    CHECK(only<Contact>(book).phone == u"030 444444 ext. 5"_s);
    CHECK(pointsOf(book).size() == 4);
}

TEST_CASE("A number marked by its label is primary, a fax only where there is nothing else", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    SECTION("a fax and a mobile phone")
    {
        import(book, {.kind = EntityKind::Contact},
               "Last name,Phone\nOne,030 222222 Fax; 0171 333333 mobil\n");
        CHECK(primaryPhone(book).value == u"0171 333333"_s);
        CHECK(primaryPhone(book).place == ContactPointPlace::Mobile);
    }
    SECTION("a label with a star")
    {
        import(book, {.kind = EntityKind::Contact},
               "Family Name,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value\n"
               "One,Work,030 222222,* Mobile,0171 333333\n");
        CHECK(primaryPhone(book).value == u"0171 333333"_s);
    }
    SECTION("added to somebody who has none")
    {
        import(book, {.kind = EntityKind::Contact}, "Last name\nOne\n");
        ImportRequest request{.kind = EntityKind::Contact, .match = {u"name"_s}};
        request.existing = transfer::DuplicatePolicy::Overwrite;
        CHECK(import(book, request, "Last name,Fax,Mobile\nOne,030 222222,0171 333333\n").updated == 1);
        CHECK(primaryPhone(book).value == u"0171 333333"_s);
    }
}

TEST_CASE("Nobody is lost for a detail: what does not fit stays as text and is told", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const ImportReport report = import(book, {.kind = EntityKind::Contact},
                                       "First name,Last name,Birthday,Email,Mobile,Do not call\n"
                                       "Ben,Two,yesterday,nowhere,4.91512E+11,sometimes\n");
    CHECK(report.created == 1);
    CHECK(report.rejected == 0);
    const Contact contact = only<Contact>(book);
    CHECK_FALSE(contact.birthday.isValid());
    CHECK(contact.description.contains(u"Birthday: yesterday"_s));
    CHECK(contact.description.contains(u"Do not call: sometimes"_s));
    CHECK(contact.description.contains(u"Mobile: 4.91512E+11"_s));
    const auto points = pointsOf(book);
    REQUIRE(points.size() == 1);
    CHECK(points.front().value == u"nowhere"_s);
    CHECK(points.front().invalid);
    CHECK(only(report, About::Spoilt).rows == 1);
}

TEST_CASE("The same file again, to overwrite, repeats nothing that it kept", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    ImportRequest request{.kind = EntityKind::Contact, .match = {u"name"_s}};
    request.existing = transfer::DuplicatePolicy::Overwrite;
    const QByteArray csv = "Last name,Birthday,Phone\nTwo,yesterday,030 123456 (neu)\n";
    CHECK(import(book, request, csv).created == 1);
    CHECK(only<Contact>(book).description == u"Birthday: yesterday\nPhone: 030 123456: neu"_s);
    CHECK(import(book, request, csv).unchanged == 1);
    // What is only the beginning of a line is another one.
    CHECK(import(book, request, "Last name,Birthday\nTwo,yester\n").updated == 1);
    CHECK(only<Contact>(book).description.endsWith(u"neu\nBirthday: yester"_s));
}

TEST_CASE("Who has no name is called by what is known: the name beside the address, the address, the domain",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const ImportReport people = import(book, {.kind = EntityKind::Contact},
                                       "Name,Email\n"
                                       ",Bob Cole (bob@a.example)\n"
                                       ",eva@x.example\n"
                                       ",\n"
                                       "\"Rell, Tomas, Jr.\",\n"
                                       "Dr. Ilse Brandt,\n"
                                       "\"Smith & Sons, Ltd.\",\n");
    CHECK(people.created == 5);
    std::map<QString, Contact> byName;
    for (const Contact &contact : test::all<Contact>(book))
        byName[contact.name] = contact;
    CHECK(byName.count(u"Bob Cole"_s) == 1);
    CHECK(byName.count(u"eva@x.example"_s) == 1);
    CHECK(byName[u"Tomas Rell"_s].suffix == u"Jr."_s);
    CHECK(byName[u"Ilse Brandt"_s].salutation == u"Dr."_s);
    CHECK(byName.count(u"Smith & Sons, Ltd."_s) == 1);
    CHECK(
        import(book, {.kind = EntityKind::Company}, "Name,Website\n,https://www.acme.example/about\n").created
        == 1);
    CHECK(only<Company>(book).name == u"acme.example"_s);
    import(book, {.kind = EntityKind::Lead}, "Name\n\"Smith & Sons, Ltd.\"\n");
    CHECK(only<Lead>(book).organisation == u"Smith & Sons, Ltd."_s);
    book.undo();
    import(book, {.kind = EntityKind::Lead}, "Name,Company\n\"Smith & Sons, Ltd.\",Acme\n");
    CHECK(only<Lead>(book).organisation == u"Acme"_s);
    CHECK(only<Lead>(book).lastName == u"Smith & Sons, Ltd."_s);
}

TEST_CASE("What stands for no name makes no company, tag or place of it", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    ImportRequest request{.kind = EntityKind::Contact};
    request.createMissing = {EntityKind::Company, EntityKind::Tag};
    CHECK(import(book, request,
                 "Name,Company,City,Tags\n"
                 "Anna Berg,-,–,-\n"
                 "Bob Cole,n/a,#N/A,n/a\n"
                 "Eva Lang,A/S N,Å,* Kunden ::: VIP\n")
              .created
          == 3);
    CHECK(only<Company>(book).name == u"A/S N"_s);
    CHECK(only<Address>(book).city == u"Å"_s);
    QStringList tags;
    for (const Tag &tag : test::all<Tag>(book))
        tags += tag.name;
    CHECK(tags == QStringList{u"Kunden"_s, u"VIP"_s});
}

TEST_CASE("A deal without a name is called by its parts", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    book.add(Company{.name = u"Acme"_s});
    ImportRequest request{.kind = EntityKind::Deal, .currency = u"EUR"_s};
    request.createMissing = {EntityKind::Product};
    CHECK(import(book, request, "Title,Product,Company\n,Pump,acme\n").created == 1);
    CHECK(only<Deal>(book).name == u"Pump – acme"_s);
}

TEST_CASE("Days of a contact are past or nothing, on the clock of whoever imports", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    import(book, {.kind = EntityKind::Contact, .dateOrder = DateOrder::DayMonthYear},
           "Last name,Birthday\nOne,4.3.68\nTwo,0000-00-00\nThree,n/a\nFour,4. März\n");
    std::map<QString, Contact> byName;
    for (const Contact &contact : test::all<Contact>(book))
        byName[contact.lastName] = contact;
    CHECK(byName[u"One"_s].birthday == QDate(1968, 3, 4));
    CHECK_FALSE(byName[u"Two"_s].birthday.isValid());
    CHECK_FALSE(byName[u"Three"_s].birthday.isValid());
    CHECK(byName[u"Three"_s].description.isEmpty());
    CHECK(byName[u"Four"_s].birthday == QDate(1604, 3, 4));
    CHECK(byName[u"Four"_s].description == u"Birthday: 4. März"_s);
}

TEST_CASE("A column with midnights and moments is said to have both", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    ImportRequest request{.kind = EntityKind::Deal, .currency = u"EUR"_s, .zone = QTimeZone("Europe/Berlin")};
    const ImportReport report = import(book, request,
                                       "Title,Stage,Close date\nA,Offer,2026-03-04T00:00:00Z\n"
                                       "B,Offer,2026-03-04T23:30:00Z\n");
    CHECK(report.created == 2);
    std::map<QString, Deal> byName;
    for (const Deal &deal : test::all<Deal>(book))
        byName[deal.name] = deal;
    CHECK(byName[u"A"_s].expectedClose == QDate(2026, 3, 4));
    CHECK(byName[u"B"_s].expectedClose == QDate(2026, 3, 5));
    REQUIRE(report.notes.size() == 1);
    CHECK(inEnglish(report.notes.front()).startsWith(u"“Close date” has days"_s));
}

TEST_CASE("A bare number under Duration is asked, and read as told", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    ImportRequest request{.kind = EntityKind::Activity};
    const QByteArray csv = "Type,Subject,Date,Duration\nCall,One,2023-03-04 10:00,15\n";
    SECTION("not told")
    {
        const ImportReport report = import(book, request, csv);
        CHECK(only<Activity>(book).duration == std::nullopt);
        CHECK(only<Activity>(book).note == u"Duration: 15"_s);
        CHECK(only(report, About::DurationUnit).rows == 1);
    }
    SECTION("told")
    {
        request.durationUnit = exchange::DurationUnit::Minutes;
        CHECK(import(book, request, csv).questions.empty());
        CHECK(only<Activity>(book).duration == 900);
    }
    SECTION("said by the cell")
    {
        CHECK(import(book, request, QByteArray(csv).replace(",15\n", ",1h30\n")).questions.empty());
        CHECK(only<Activity>(book).duration == 5400);
    }
    SECTION("in hours and minutes, a column each")
    {
        CHECK(import(book, request,
                     "Type,Subject,Date,Duration Hours,Duration Minutes\nCall,One,2023-03-04 10:00,1,30\n")
                  .questions.empty());
        CHECK(only<Activity>(book).duration == 5400);
    }
    SECTION("in seconds with a mark between thousands")
    {
        request.decimalMark = u'.';
        CHECK(import(book, request,
                     "Type,Subject,Date,Duration (seconds)\nCall,One,2023-03-04 10:00,\"1,234\"\n")
                  .created
              == 1);
        CHECK(only<Activity>(book).duration == 1234);
    }
    SECTION("said by the header")
    {
        CHECK(import(book, request, QByteArray(csv).replace("Duration", "CallDurationInSeconds"))
                  .questions.empty());
        CHECK(only<Activity>(book).duration == 15);
    }
}

TEST_CASE("What kind an activity is follows from its columns, else it is asked", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const auto kindOf = [&](const QByteArray &csv) {
        book.undo();
        const ImportReport report = import(book, {.kind = EntityKind::Activity}, csv);
        CHECK(report.rejected == 0);
        return std::pair(only<Activity>(book), report);
    };
    import(book, {.kind = EntityKind::Activity},
           "Subject,Call Direction,Date\nHi,Inbound,2023-03-04 10:00\n");
    const Activity call = only<Activity>(book);
    CHECK(call.kind == ActivityKind::Call);
    CHECK(call.direction == Direction::Incoming);
    CHECK(call.state == ActivityState::Done);
    const auto meeting = kindOf("Subject,Start Date,Start Time,End Date,End Time\n"
                                "Hi,2023-03-04,10:00,2023-03-04,11:30\n")
                             .first;
    CHECK(meeting.kind == ActivityKind::Meeting);
    CHECK(formatInstant(meeting.at.ms) == u"2023-03-04T10:00:00Z"_s);
    CHECK(meeting.duration == 5400);
    CHECK_FALSE(meeting.allDay);
    const auto task = kindOf("Subject,Due Date,Status\nHi,2023-03-04,\n").first;
    CHECK(task.kind == ActivityKind::Task);
    CHECK(task.state == ActivityState::Planned);
    CHECK(task.allDay);
    const auto [something, report] = kindOf("Subject,Date\nHi,2023-03-04\n");
    CHECK(something.kind != ActivityKind::Note);
    CHECK(only(report, About::ActivityKind).rows == 1);
    CHECK(only(report, About::ActivityKind).answers.contains(u"call"_s));
}

TEST_CASE("An end behind midnight is the next day's; one that makes no duration stays as text", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const ImportRequest request{.kind = EntityKind::Activity};
    CHECK(import(book, request, "Subject,Start Date,Start Time,End Time\nNight,2023-03-04,23:00,01:00\n")
              .created
          == 1);
    CHECK(only<Activity>(book).duration == 7200);
    book.undo();
    import(book, request, "Subject,Start,End\nFair,2023-03-04,2023-03-07\n");
    CHECK(only<Activity>(book).allDay);
    CHECK(only<Activity>(book).note == u"End: 2023-03-07"_s);
    book.undo();
    import(book, request, "Subject,Start,End\nBack,2023-03-04 10:00,2023-03-04 09:00\n");
    CHECK_FALSE(only<Activity>(book).duration);
    CHECK(only<Activity>(book).note == u"End: 2023-03-04 09:00"_s);
    book.undo();
    import(book, request, "Subject,Start,End\nDay,2023-03-04,2023-03-05\n");
    CHECK(only<Activity>(book).note.isEmpty());
}

TEST_CASE("A meeting without a day stands on that of its creation, and that is said", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const ImportReport report = import(book, {.kind = EntityKind::Activity},
                                       "Type,Subject,Start,Created Time\n"
                                       "Meeting,Kick-off,2023-03-04 10:00,2023-01-01 08:00\n"
                                       "Meeting,Review,,2023-01-02 08:00\n"
                                       "Note,Remark,,2023-01-03 08:00\n");
    CHECK(report.created == 3);
    REQUIRE(report.notes.size() == 1);
    CHECK(inEnglish(report.notes.front()) == u"1 activity without a day stands on the day it was created."_s);
}

TEST_CASE("What lies ahead is planned, what is past is done, and a missing day is said", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const ImportReport report = import(book, {.kind = EntityKind::Activity},
                                       "Type,Subject,Date,Status\n"
                                       "Meeting,Ahead,2033-03-04 10:00,\n"
                                       "Meeting,Past,2023-03-04 10:00,\n"
                                       "Meeting,Held,2033-03-04 10:00,Held\n"
                                       "Meeting,Off,2023-03-04 10:00,Not Held\n"
                                       "Meeting,Whenever,,\n");
    CHECK(report.created == 5);
    std::map<QString, Activity> bySubject;
    for (const Activity &activity : test::all<Activity>(book))
        bySubject[activity.subject] = activity;
    CHECK(bySubject[u"Ahead"_s].state == ActivityState::Planned);
    CHECK(bySubject[u"Past"_s].state == ActivityState::Done);
    CHECK(bySubject[u"Held"_s].state == ActivityState::Done);
    CHECK(bySubject[u"Off"_s].state == ActivityState::Cancelled);
    CHECK(bySubject[u"Whenever"_s].state == ActivityState::Done);
    CHECK(bySubject[u"Whenever"_s].allDay);
    CHECK(only(report, About::ActivityDay).rows == 1);
}

TEST_CASE("Probabilities are fractions where their column says so", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    ImportRequest request{.kind = EntityKind::Deal, .currency = u"EUR"_s};
    const auto probabilityOf = [&](const QByteArray &cells) {
        for (const Deal &deal : test::all<Deal>(book)) {
            if (deal.name.toUtf8() == cells)
                return deal.probabilityOverride;
        }
        return std::optional<qint64>(-1);
    };
    import(book, request, "Title,Stage,Probability\nA,Offer,0.4\nB,Offer,1\n");
    CHECK(probabilityOf("A") == 40);
    CHECK(probabilityOf("B") == 100);
    const ImportReport unclear = import(book, request, "Title,Stage,Probability\nC,Offer,1\n");
    CHECK(probabilityOf("C") == std::nullopt);
    CHECK(only(unclear, About::PercentScale).rows == 1);
    request.percent = exchange::PercentScale::Fraction;
    CHECK(import(book, request, "Title,Stage,Probability\nD,Offer,1\n").questions.empty());
    CHECK(probabilityOf("D") == 100);
}

TEST_CASE("Decimals beyond the currency's are asked about, and rounded as told", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    ImportRequest request{.kind = EntityKind::Deal, .currency = u"EUR"_s};
    const QByteArray csv = "Title,Stage,Value\nA,Offer,12.3456\n";
    const ImportReport asked = import(book, request, csv);
    CHECK(only(asked, About::Rounding).text == u"12.3456"_s);
    book.undo();
    request.rounding = exchange::Rounding::Nearest;
    CHECK(import(book, request, csv).created == 1);
    CHECK(only<Deal>(book).amount == 1235);
}

TEST_CASE("When a closed deal was closed is taken from another column, as told, or asked", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    ImportRequest request{.kind = EntityKind::Deal, .currency = u"EUR"_s};
    const QByteArray csv = "Title,Stage,Close date,Modified\nA,Won,,2023-02-03\n";
    SECTION("asked, with its rows")
    {
        const ImportReport report = import(book, request, csv);
        CHECK_FALSE(only<Deal>(book).closedOn.isValid());
        CHECK(only(report, About::ClosingDay).rows == 1);
    }
    SECTION("from another column")
    {
        request.closingColumn = u"modified"_s;
        CHECK(import(book, request, csv).created == 1);
        CHECK(only<Deal>(book).closedOn == QDate(2023, 2, 3));
    }
    SECTION("the day of the import")
    {
        request.closing = ImportRequest::Closing::ImportDay;
        CHECK(import(book, request, csv).created == 1);
        CHECK(only<Deal>(book).closedOn == QDate(2023, 11, 14));
    }
    SECTION("no day at all")
    {
        request.closing = ImportRequest::Closing::None;
        CHECK(import(book, request, csv).created == 1);
        CHECK(only<Deal>(book).status == StageType::Won);
        CHECK_FALSE(only<Deal>(book).closedOn.isValid());
    }
    SECTION("won and lost in columns of their own")
    {
        CHECK(import(book, request,
                     "Title,Stage,Won time,Lost time\nA,Lost,,2023-02-03 10:00\nB,Won,2023-02-04 10:00,\n"
                     "C,Offer,,2023-02-03 10:00\n")
                  .created
              == 3);
        std::map<QString, Deal> byName;
        for (const Deal &deal : test::all<Deal>(book))
            byName[deal.name] = deal;
        CHECK(byName[u"A"_s].closedOn == QDate(2023, 2, 3));
        CHECK(byName[u"B"_s].closedOn == QDate(2023, 2, 4));
        CHECK_FALSE(byName[u"C"_s].expectedClose.isValid());
    }
}

TEST_CASE("A column that holds something else than its name says is asked about once, and left out",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const QByteArray csv = "Last name,Created\nOne,Yes\nTwo,No\nThree,\nFour,yes\n";
    ImportRequest request{.kind = EntityKind::Contact};
    const ImportReport report = import(book, request, csv);
    CHECK(report.created == 4);
    CHECK(report.rejected == 0);
    const ImportQuestion asked = only(report, About::Misfit);
    CHECK(asked.column == u"Created"_s);
    CHECK(asked.text == u"Yes"_s);
    CHECK(asked.rows == 3); // one is blank
    CHECK(report.plan.notImported == QStringList{u"Created"_s});
    book.undo();
    request.map = {{u"Created"_s, u"nothing"_s}};
    CHECK(import(book, request, csv).questions.empty());
    book.undo();
    request.map = {{u"Created"_s, u"job_title"_s}};
    CHECK(import(book, request, csv).questions.empty());
    CHECK(test::all<Contact>(book).front().jobTitle == u"Yes"_s);
}

TEST_CASE("A next step of words under Next Activity refuses no deal", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const ImportRequest request{.kind = EntityKind::Deal, .currency = u"EUR"_s};
    const ImportReport words = import(book, request, "Title,Next activity\nA,Call Bo\nB,Send the offer\n");
    CHECK(words.created == 2);
    CHECK(only(words, About::Misfit).rows == 2);
    const ImportReport days =
        import(book, request, "Title,Next step,Next activity\nC,Visit,2033-03-04\nD,Visit,soon\n");
    CHECK(days.created == 2);
    CHECK(only(days, About::NotUnderstood).text == u"soon"_s);
    CHECK(formatInstant(test::named<Deal>(book, u"C"_s).nextActivity.ms) == u"2033-03-04T00:00:00Z"_s);
}

TEST_CASE("The kind and the day of the rows that lack them are said without touching the others",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const QByteArray csv = "Type,Subject,Date\nMeeting,Held,2023-03-04 10:00\n,Nothing,\n";
    ImportRequest request{.kind = EntityKind::Activity};
    const ImportReport asked = import(book, request, csv);
    CHECK(only(asked, About::ActivityKind).column == u"Type"_s);
    CHECK(only(asked, About::ActivityDay).column == u"Date"_s);
    book.undo();
    request.values = {{u"kind"_s, u""_s, u"call"_s}, {u"at"_s, u""_s, u"2023-05-06"_s}};
    CHECK(import(book, request, csv).questions.empty());
    REQUIRE(book.count(EntityKind::Activity) == 2);
    for (const Activity &activity : test::all<Activity>(book)) {
        const bool isHeld = activity.subject == u"Held"_s;
        CHECK(activity.kind == (isHeld ? ActivityKind::Meeting : ActivityKind::Call));
        CHECK(formatInstant(activity.at.ms)
              == (isHeld ? u"2023-03-04T10:00:00Z"_s : u"2023-05-06T00:00:00Z"_s));
    }
}

TEST_CASE("A task that is due someday goes in, says so, and its day is asked", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const ImportReport report = import(book, {.kind = EntityKind::Activity},
                                       "Type,Subject,Due date,Completed date\n"
                                       "Task,Send,someday,\nTask,Call,2023-03-04,yesterday\n");
    CHECK(report.created == 2);
    CHECK(report.rejected == 0);
    CHECK(report.questions.size() == 2); // what is meant, and not on which day as well
    for (const Activity &activity : test::all<Activity>(book)) {
        CHECK(activity.state == ActivityState::Planned);
        CHECK(activity.note
              == (activity.subject == u"Send"_s ? u"Due date: someday"_s : u"Completed date: yesterday"_s));
    }
}
