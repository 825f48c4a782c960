// SPDX-License-Identifier: GPL-3.0-or-later
// The very file once more: whatever it holds, nothing is made twice and nothing changes, and what was made can be taken
// back.
#include "domain/records/activity.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/inenglish.h"
#include "domain/records/lead.h"
#include "support/foreignfiles.h"
#include "support/transfer.h"
#include "transfer/import/importfolder.h"
#include "transfer/import/importkeys.h"
#include "transfer/rows/rowrecords.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;
using transfer::ImportReport;
using transfer::ImportRequest;
using transfer::RowRecords;

namespace {

// The counts of all files together.
struct Counts {
    qint64 created = 0;
    qint64 rejected = 0;
    qint64 step = 0; // 0: nothing changed
};

Result<Counts> importedAuto(FreshBook &book, const QString &path)
{
    HEADWAY_TRY(report, transfer::importAuto(book.connection(), {.path = path}, book.actor()));
    Counts counts{.rejected = report.rejected(), .step = report.step.id};
    for (const transfer::AutoReport::Part &part : report.parts)
        counts.created += part.report.created;
    return counts;
}

Result<Counts> importedAlone(FreshBook &book, const ForeignFile &file, const QString &path, bool isMaking)
{
    ImportRequest request{.kind = file.kind, .keys = ImportRequest::Keys::Proposed};
    if (isMaking)
        request.createMissing = kindsWith(KindTrait::IsMadeUnasked);
    HEADWAY_TRY(report, transfer::importFile(book.connection(), {.path = path}, request, book.actor()));
    return Counts{report.created, report.rejected, report.step.id};
}

// Twice the same, and back; whether anything was made.
template <class Import>
bool checkTwice(FreshBook &book, const Import &run)
{
    const QByteArray before = exportedWhole(book);
    const Result<Counts> first = run();
    if (!first) { // what the file holds is not clear, say
        CHECK(first.error().code == ErrorCode::Invalid);
        CHECK(exportedWhole(book) == before);
        return false;
    }
    const QByteArray after = exportedWhole(book);
    const Counts second = valueOf(run());
    CHECK(second.created == 0);
    CHECK(second.rejected <= first->rejected);
    CHECK(second.step == 0);
    CHECK(exportedWhole(book) == after);
    if (second.step)
        book.undo();
    if (first->step)
        book.undo();
    CHECK(exportedWhole(book) == before);
    return first->created > 0;
}

QByteArray contentOf(const std::vector<ForeignFile> &files)
{
    QByteArray all;
    for (const ForeignFile &file : files)
        all += file.name.toUtf8() + '\n' + file.content + '\n';
    return all;
}

} // namespace

TEST_CASE("The same files a second time add nothing and change nothing, whatever is in them", "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    givenPipeline(book);
    constexpr unsigned runs = 40;
    int made = 0;
    for (unsigned seed = 1; seed <= runs; ++seed) {
        const std::vector<ForeignFile> files = foreignFiles(seed, 3);
        CAPTURE(seed, contentOf(files).toStdString());
        const Folder folder;
        for (const ForeignFile &file : files)
            folder.add(file.name, file.content);
        const QString path = files.size() == 1 ? folder.path(files.front().name) : folder.path();
        made += checkTwice(book, [&] { return importedAuto(book, path); }) ? 1 : 0;
    }
    CHECK(made > int(runs) / 3);
}

TEST_CASE("The same file a second time adds nothing, whether names without a record are made or kept as text",
          "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    givenPipeline(book);
    constexpr unsigned runs = 40;
    int made = 0;
    for (unsigned seed = 1001; seed <= 1000 + runs; ++seed) {
        const ForeignFile file = foreignFiles(seed, 1).front();
        CAPTURE(seed, file.name.toStdString(), file.content.toStdString());
        const Folder folder;
        folder.add(file.name, file.content);
        made +=
            checkTwice(book, [&] { return importedAlone(book, file, folder.path(file.name), seed % 2 == 0); })
            ? 1
            : 0;
    }
    CHECK(made > int(runs) / 3);
}

TEST_CASE("Firms among people, calls without a subject, numbers without a name: nobody is made twice",
          "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    givenPipeline(book);
    const std::vector<std::pair<QString, QByteArray>> files{
        {u"contacts.csv"_s, "Id,Name,Email\n7,\"Granite Peak, Inc.\",i@g.example\n"},
        {u"leads.csv"_s, "Id,Name,Status\n7,\"Granite Peak, Inc.\",New\n"},
        {u"deals.csv"_s, "Deal Name,Stage,Company\nA,Lead,Acme Inc\nB,Lead,Acme Inc.\n"},
        {u"calendar.csv"_s,
         "Subject,Start Date,Start Time,End Date,End Time,All day event\n"
         ",12/24/2026,9:00 AM,12/24/2026,10:00 AM,False\n,12/24/2026,9:00 AM,12/24/2026,10:00 AM,False\n"},
        {u"google.csv"_s, "First Name,Last Name,Phone 1 - Label,Phone 1 - Value\n,,Mobile,+44 7700 900106\n"},
        {u"companies.csv"_s, "Website,Email,City\nbeta.example,,Rome\n,hello@acme.example,Ulm\n"}};
    for (const auto &[name, content] : files) {
        CAPTURE(name.toStdString());
        const Folder folder;
        folder.add(name, content);
        const QString path = folder.path(name);
        CHECK(checkTwice(book, [&] { return importedAuto(book, path); }));
    }
}

TEST_CASE("The file of next month makes only what it has more, whatever is blank in it or no record",
          "[transfer]")
{
    struct File {
        QString name = {};
        QByteArray now = {};
        QByteArray more = {};
    };
    const std::vector<File> files{
        {u"contacts.csv"_s, "Id,Name,Email\n7,\"Granite Peak, Inc.\",i@g.example\n",
         "8,Bob Cole,b@b.example\n"},
        {u"leads.csv"_s, "Id,Name,Status\n7,\"Granite Peak, Inc.\",New\n", "8,Bob Cole,New\n"},
        {u"deals.csv"_s, "Deal Name,Stage,Company\nA,Lead,Acme Inc\nB,Lead,Acme Inc.\nB,Lead,\n",
         "B,Lead,Alpha\n"},
        {u"calendar.csv"_s,
         "Subject,Start Date,Start Time,End Date,End Time,Description\n"
         ",12/24/2026,9:00 AM,12/24/2026,10:00 AM,with Ann\n,12/24/2026,9:00 AM,12/24/2026,10:00 AM,with Bob\n",
         ",12/24/2026,9:00 AM,12/24/2026,10:00 AM,with Eva\n"},
        {u"google.csv"_s,
         "First Name,Last Name,Phone 1 - Label,Phone 1 - Value\n,,Mobile,+44 7700 900106\nAnn,Lee,,\n",
         ",,Mobile,+44 7700 900999\n"},
        {u"people.csv"_s, "Name,Company,Phone\nJan Novak,,+49 30 123456\n",
         "Jan Novak,,+49 40 654321\nJan Novak,Beta,\n"}};
    FreshBook book(GENERATE(anyEngine()));
    givenPipeline(book);
    for (const File &file : files) {
        CAPTURE(file.name.toStdString());
        const Folder folder;
        folder.add(file.name, file.now);
        importedAll(book, folder.path(file.name));
        folder.add(file.name, file.now + file.more);
        const transfer::AutoReport report = importedAll(book, folder.path(file.name));
        REQUIRE(report.parts.size() == 1);
        const ImportReport &part = report.parts.front().report;
        CHECK_FALSE(part.earlier);
        CHECK(part.created == file.more.count('\n'));
        CHECK(part.updated == 0);
        CHECK(part.unchanged == file.now.count('\n') - 1);
    }
}

TEST_CASE("Somebody without a company who stands in the row of each of their deals is one person",
          "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    givenPipeline(book);
    const QByteArray before = exportedWhole(book);
    const Folder folder;
    folder.add(u"pipedrive.csv"_s,
               "Person - Name,Person - Phone,Organization - Name,Deal - Title\n"
               "Bob Cole,+49 30 123456,,Towers\nBob Cole,+49 30 123456,,Cranes\n"
               "Bob Cole,+49 40 654321,,Dams\n");
    importedAll(book, folder.path(u"pipedrive.csv"_s));
    CHECK(book.count(EntityKind::Contact) == 2); // another number is somebody else's
    checkAgainAndBack(book, folder.path(u"pipedrive.csv"_s), before);

    folder.add(u"pipedrive.csv"_s,
               "Person - Name,Organization - Name,Deal - Title\nBob Cole,,Towers\nBob Cole,,Cranes\n");
    importedAll(book, folder.path(u"pipedrive.csv"_s));
    REQUIRE(book.count(EntityKind::Contact) == 1);
    CHECK(named<Deal>(book, u"Towers"_s).contact == named<Contact>(book, u"Bob Cole"_s).id);
    CHECK(named<Deal>(book, u"Cranes"_s).contact == named<Contact>(book, u"Bob Cole"_s).id);
}

TEST_CASE("A row that goes in once more is the record that it became, whatever that is called by now",
          "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    givenPipeline(book);
    const TextFile file("Deal name,Stage\nTowers,Qualified\nCranes,Offer\n", u"deals.csv"_s);
    ImportRequest request{.kind = EntityKind::Deal, .keys = ImportRequest::Keys::Proposed};
    importFile(book, request, file.path());
    const Deal towers = named<Deal>(book, u"Towers"_s);
    Deal renamed = towers;
    renamed.name = u"Twin towers"_s;
    book.commit({Sentence::verbatim(u"Rename"_s), {update(towers, renamed)}});
    const ImportReport again = importFile(book, request, file.path());
    CHECK(again.areRowsKnown);
    CHECK(again.unchanged == 2);
    CHECK(again.step.id == 0);
    CHECK(inEnglish(transfer::sentenceOfEarlier(again, again.match))
              .endsWith("each row is known by what it became."_L1));

    // Who says by what rows are known means that.
    request.match = {u"name"_s};
    request.keys = ImportRequest::Keys::Said;
    CHECK(importFile(book, request, file.path()).created == 1);
}

TEST_CASE("A next step that was done is not planned again by the file that named it", "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    givenPipeline(book);
    const TextFile file("Deal name,Stage,Next step\nTowers,Qualified,Visit\n", u"deals.csv"_s);
    const ImportRequest request{.kind = EntityKind::Deal, .keys = ImportRequest::Keys::Proposed};
    importFile(book, request, file.path());
    const Activity visit = all<Activity>(book).front();
    Activity done = visit;
    done.state = ActivityState::Done;
    done.doneAt = book.actor().now;
    book.commit({Sentence::verbatim(u"Done"_s), {update(visit, done)}});
    CHECK(named<Deal>(book, u"Towers"_s).nextStep.isEmpty());
    CHECK(importFile(book, request, file.path()).step.id == 0);
    CHECK(book.count(EntityKind::Activity) == 1);
}

TEST_CASE("The same file twice in a folder is taken once", "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    const Folder folder;
    folder.add(u"contacts.csv"_s, "First Name,Phone\nAnna,\n,+49 30 123456\n");
    folder.add(u"contacts (copy).csv"_s, "First Name,Phone\nAnna,\n,+49 30 123456\n");
    const QByteArray before = exportedWhole(book);
    importedAll(book, folder.path());
    CHECK(book.count(EntityKind::Contact) == 2);
    checkAgainAndBack(book, folder.path(), before);
}

TEST_CASE("Of too many files none is taken, rather than some of them", "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    const Folder folder;
    folder.add(u"contacts.csv"_s, "First Name\nAnna\n");
    QStringList files{folder.path(u"contacts.csv"_s)};
    for (qsizetype i = 0; i < transfer::mostFiles; ++i)
        files += folder.path(u"contacts %1.csv"_s.arg(i));
    const auto report = transfer::importAuto(book.connection(), {.files = files}, book.actor());
    REQUIRE_FALSE(report);
    CHECK(inEnglish(report.error().text)
          == u"There are more than 10,000 files; import them a folder at a time."_s);
    CHECK(book.count(EntityKind::Contact) == 0);
}

TEST_CASE("An import can be cancelled, too, while its files are read a second time", "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    const Folder folder;
    SECTION("for the stages of a new pipeline")
    {
        QByteArray deals = "Deal name,Stage\n";
        for (int i = 0; i < 250; ++i)
            deals += "Deal " + QByteArray::number(i) + ",Offer\n";
        folder.add(u"deals.csv"_s, deals);
        const auto report =
            transfer::importFile(book.connection(), {.path = folder.path(u"deals.csv"_s)},
                                 {.kind = EntityKind::Deal, .newPipeline = u"Sales"_s, .currency = u"EUR"_s},
                                 book.actor(), [](qint64 done, qint64) { return done > 0; });
        REQUIRE_FALSE(report);
        CHECK(report.error().code == ErrorCode::Cancelled);
    }
    SECTION("for links to what a later file has brought")
    {
        QByteArray children = "ID,Name,Parent Id\n";
        QByteArray parents = children;
        for (int i = 0; i < 250; ++i) {
            const QByteArray id = QByteArray::number(1000 + i);
            children += id + ",Child " + id + ",9" + id + '\n';
            parents += '9' + id + ",Parent " + id + ",\n";
        }
        folder.add(u"companies-1.csv"_s, children);
        folder.add(u"companies-2.csv"_s, parents);
        int ofLast = 0; // reports; of the rows of the last file there is one
        const auto report = transfer::importAuto(book.connection(), {.path = folder.path()}, book.actor(),
                                                 [&](qint64 done, qint64) {
                                                     ofLast += done > children.size() ? 1 : 0;
                                                     return ofLast < 2;
                                                 });
        REQUIRE_FALSE(report);
        CHECK(report.error().code == ErrorCode::Cancelled);
        CHECK(importedAll(book, folder.path()).parts.front().report.linksMissing() == 0);
        book.undo();
    }
    CHECK(book.count(EntityKind::Deal) == 0);
    CHECK(book.count(EntityKind::Company) == 0);
}

TEST_CASE("A row that could not be taken is no other row of its file when that comes again", "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    givenPipeline(book);
    // The first deal has neither a name nor anybody to be called by.
    const TextFile file("ID,Title,Company,Next step\n4,,,Visit\n4,Towers,Alpha,\n", u"deals.csv"_s);
    ImportRequest request{.kind = EntityKind::Deal, .keys = ImportRequest::Keys::Proposed};
    request.system = u"crm"_s;
    CHECK(importFile(book, request, file.path()).rejected == 1);
    const ImportReport again = importFile(book, request, file.path());
    CHECK(again.rejected == 1);
    CHECK(again.unchanged == 1);
    CHECK(again.step.id == 0);
    CHECK(named<Deal>(book, u"Towers"_s).nextStep.isEmpty());
}

TEST_CASE("What rows became is written down in a few words, and read again", "[transfer]")
{
    RowRecords rows;
    for (qint64 line = 2; line < 1'000'002; ++line)
        rows.add(line, line + 40);
    rows.add(1'000'009, 7);
    rows.add(1'000'007, 6); // it waited for a later one
    CHECK(rows.text() == u"2:42*1000000 1000007:6 1000009:7"_s);
    const RowRecords read = RowRecords::parse(rows.text());
    CHECK(read.text() == rows.text());
    CHECK(read.at(2) == 42);
    CHECK(read.at(1'000'001) == 1'000'041);
    CHECK(read.at(1'000'002) == 0);
    CHECK(read.at(1'000'007) == 6);
    CHECK(read.at(1) == 0);
    CHECK(read.lineOf(6) == 1'000'007);
    CHECK(read.lineOf(500'000) == 499'960);
    CHECK(read.lineOf(8) == 0);
    CHECK(read.lineOf(1'000'042) == 0);
    // Several rows may be one record; of that the first one counts.
    const RowRecords alike = RowRecords::parse(u"2:5 4:5*3 9:5*10 30:6"_s);
    CHECK(alike.lineOf(5) == 2);
    CHECK(alike.lineOf(6) == 5);
    CHECK(alike.lineOf(14) == 18);
    // Of a damaged text only what is sound is taken.
    const QString damaged = u"2:5 x 0:3 4:-1 6:9*0 :8 7: 10:3*2 99999999999999999999:1"_s;
    CHECK(RowRecords::parse(damaged).text() == u"2:5 10:3*2"_s);
    CHECK(RowRecords::parse({}).isEmpty());
    CHECK(RowRecords::parse({}).lineOf(5) == 0);
}
