// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of one of several files, how often each is looked at, and files that cannot be taken among others.
#include "transfer/import/importauto.h"

#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/pipeline.h"
#include "store/reading/lists.h"
#include "support/transfer.h"
#include "transfer/import/openpoints.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <set>

using namespace headway;
using namespace Qt::StringLiterals;
using test::Folder;
using test::FreshBook;
using test::importedWith;
using test::named;
using test::refusalOf;
using test::valueOf;
using transfer::AutoReport;
using transfer::AutoRequest;

namespace {

// Notes which files are opened, and which of those are looked at, since nothing is known of them yet.
struct Opened {
    std::multiset<QString> files;
    std::multiset<QString> lookedAt;
    QString unreadable; // this one may not be read

    void watch(AutoRequest &request)
    {
        request.open =
            [this](const transfer::SourceFile &file) -> Result<std::unique_ptr<transfer::RowSource>> {
            const QString name = QFileInfo(file.path).fileName();
            files.insert(name);
            if (!file.detection)
                lookedAt.insert(name);
            if (name == unreadable)
                return failure(ErrorCode::Unreadable,
                               Sentence::tr("%1 cannot be read: %2.").arg(file.path, u"Permission denied"_s));
            return transfer::openSource(file);
        };
    }
    void forget()
    {
        files.clear();
        lookedAt.clear();
    }
};

constexpr auto pipedrive = "Person - Name,Organization - Name,Deal - Title,Deal - Value\n"
                           "Anna Berg,Alpha,Towers,1200\nBob Cole,Beta,Cranes,800\n";

QStringList leftOf(const std::vector<AutoReport::Left> &left, const QString &file)
{
    QStringList reasons;
    for (const AutoReport::Left &each : left) {
        if (QFileInfo(each.path).fileName() == file)
            reasons += inEnglish(each.reason);
    }
    return reasons;
}

} // namespace

TEST_CASE("Each of several files is opened once to be seen and once to go in, and looked at once in all",
          "[transfer]")
{
    FreshBook book(sql::Engine::Sqlite);
    test::givenPipeline(book);
    Folder folder;
    folder.add(u"pipedrive.csv"_s, pipedrive);
    folder.add(u"organizations.csv"_s, "ID,Name\n7,Gamma\n");
    folder.add(u"days.csv"_s, "ID,Deal Name,Close Date,Stage\n91,Later,2027-04-03,Offer\n");
    const std::multiset<QString> each{u"days.csv"_s, u"organizations.csv"_s, u"pipedrive.csv"_s};
    Opened opened;
    AutoRequest request{.path = folder.path()};
    opened.watch(request);

    const auto seen = valueOf(transfer::previewAuto(request, {}));
    CHECK(seen.parts.size() == 5); // three of them of one file
    CHECK(opened.files == each);
    CHECK(opened.lookedAt == each);

    opened.forget();
    request.looks = seen.looks;
    request.rules.mode = transfer::RunMode::Dry;
    const AutoReport checked = importedWith(book, request);
    CHECK(opened.files == each);
    CHECK(opened.lookedAt.empty());

    SECTION("a file that changes meanwhile is looked at again, the others are not")
    {
        opened.forget();
        folder.add(u"organizations.csv"_s, "ID;Name\n7;Gamma\n8;Delta\n");
        request.looks = checked.looks;
        request.rules.mode = transfer::RunMode::Real;
        importedWith(book, request);
        CHECK(opened.files == each);
        CHECK(opened.lookedAt == std::multiset<QString>{u"organizations.csv"_s});
        CHECK(named<Company>(book, u"Delta"_s).id);
    }
    SECTION("a file of which something else is said is looked at again, the others are not")
    {
        opened.forget();
        request.said = {{.path = folder.path(u"days.csv"_s), .csv = {.headerLine = 1}}};
        valueOf(transfer::previewAuto(request, {}));
        CHECK(opened.lookedAt == std::multiset<QString>{u"days.csv"_s});
    }
    SECTION("without a look before, as on the command line, it is once, too")
    {
        opened.forget();
        request.looks = {};
        importedWith(book, request);
        CHECK(opened.files == each);
        CHECK(opened.lookedAt == each);
    }
}

TEST_CASE("How one of the files is written, and where its columns go, is said of it alone", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    Folder folder;
    folder.add(u"accounts.csv"_s, "List of firms\nID|Name|Ort\n7|M\xFCller|Bonn\n"); // of an old program
    folder.add(u"people.csv"_s, "ID,Name,Ort,Account Id\n31,Anna Berg,Rome,7\n");
    AutoRequest request{.path = folder.path()};
    request.said = {
        {.path = folder.path(u"accounts.csv"_s),
         .csv = {.separator = u'|', .encoding = exchange::TextEncoding::Windows1252, .headerLine = 2},
         .rules = {{.kind = EntityKind::Company, .request = {.map = {{u"Ort"_s, u"description"_s}}}}}}};
    const auto seen = valueOf(transfer::previewAuto(request, {}));
    REQUIRE(seen.parts.size() == 2);
    CHECK(seen.parts.front().columns == QStringList{u"ID"_s, u"Name"_s, u"Ort"_s});
    CHECK(seen.parts.front().targets.back() == u"description"_s);
    CHECK(seen.parts.back().targets.at(2) != u"description"_s);

    const AutoReport report = importedWith(book, request);
    CHECK(report.rejected() == 0);
    const Company firm = named<Company>(book, u"Müller"_s);
    CHECK(firm.description.contains(u"Bonn"_s));
    CHECK(firm.city.isEmpty());
    CHECK(named<Contact>(book, u"Anna Berg"_s).company == firm.id);
}

TEST_CASE("A kind of records that a file has, too, can be left out", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    Folder folder;
    folder.add(u"pipedrive.csv"_s, pipedrive);
    AutoRequest request{.path = folder.path(u"pipedrive.csv"_s)};
    request.said = {{.path = request.path, .without = {EntityKind::Deal}}};
    const AutoReport report = importedWith(book, request);
    CHECK(report.parts.size() == 2);
    CHECK(book.count(EntityKind::Contact) == 2);
    CHECK(book.count(EntityKind::Deal) == 0);
}

TEST_CASE("Who says that every row of a file is new gets each as often as it is imported", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    Folder folder;
    folder.add(u"accounts.csv"_s, "ID,Name\n7,Alpha\n");
    folder.add(u"people.csv"_s, "ID,Name\n31,Anna Berg\n");
    AutoRequest request{.path = folder.path()};
    using Keys = transfer::ImportRequest::Keys;
    request.said = {{.path = folder.path(u"accounts.csv"_s),
                     .rules = {{.request = {.keys = Keys::Said}, .areKeysSaid = true}}}};
    importedWith(book, request);
    importedWith(book, request);
    CHECK(book.count(EntityKind::Company) == 2);
    CHECK(book.count(EntityKind::Contact) == 1);
}

TEST_CASE("Records that are to stay as they are stay so, also where files of one kind refer to each other",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    Folder before;
    before.add(u"companies.csv"_s, "ID,Name\n1,Alpha\n");
    importedWith(book, {.path = before.path()});
    Folder folder;
    folder.add(u"companies-1.csv"_s, "ID,Name,City,Parent Id\n1,Alpha,Bonn,9\n");
    folder.add(u"companies-2.csv"_s, "ID,Name,Parent Id\n9,Omega,\n");
    AutoRequest request{.path = folder.path()};
    request.said = {{.path = folder.path(u"companies-1.csv"_s),
                     .rules = {{.request = {.existing = transfer::DuplicatePolicy::Skip,
                                            .keys = transfer::ImportRequest::Keys::Proposed,
                                            .isExistingSaid = true},
                                .areKeysSaid = true}}}};
    importedWith(book, request);
    CHECK(book.count(EntityKind::Company) == 2);
    CHECK(named<Company>(book, u"Alpha"_s).city.isEmpty());
    CHECK_FALSE(named<Company>(book, u"Alpha"_s).parent);
}

TEST_CASE("A new pipeline takes the deals of all files", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    Folder folder;
    folder.add(u"deals-1.csv"_s, "ID,Deal Name,Stage\n1,Towers,Draft\n");
    folder.add(u"deals-2.csv"_s, "ID,Deal Name,Stage\n2,Cranes,Draft\n3,Docks,Shaken\n");
    AutoRequest request{.path = folder.path()};
    request.rules.newPipeline = u"Of before"_s;
    const AutoReport report = importedWith(book, request);
    CHECK(report.rejected() == 0);
    CHECK(test::all<Pipeline>(book).size() == 2);
    const PipelineId pipeline = named<Pipeline>(book, u"Of before"_s).id;
    const std::vector<Deal> deals = test::all<Deal>(book);
    CHECK(deals.size() == 3);
    for (const Deal &deal : deals)
        CHECK(deal.pipeline == pipeline);
}

TEST_CASE("Rows that are not taken from files of one name in two folders are all kept", "[transfer]")
{
    FreshBook book(sql::Engine::Sqlite);
    test::givenPipeline(book);
    Folder north;
    Folder south;
    north.add(u"deals.csv"_s, "ID,Deal Name,Stage\n52,,Offer\n");
    south.add(u"deals.csv"_s, "ID,Deal Name,Stage\n53,,Offer\n");
    const Folder kept;
    AutoRequest request{.path = north.path(),
                        .files = {north.path(u"deals.csv"_s), south.path(u"deals.csv"_s)}};
    request.rules.rejectedPath = kept.path(u"r.csv"_s);
    const AutoReport report = importedWith(book, request);
    CHECK(report.rejected() == 2);
    CHECK(test::contentOf(kept.path(u"r-deals-deal.csv"_s)).contains("52,"));
    CHECK(test::contentOf(kept.path(u"r-deals-deal-2.csv"_s)).contains("53,"));
}

TEST_CASE("What is new of each file is a list of its own, beside what the other files of its kind made",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    Folder folder;
    folder.add(u"companies-1.csv"_s, "ID,Name\n1,Alpha\n2,Beta\n");
    folder.add(u"companies-2.csv"_s, "ID,Name\n9,Omega\n");
    const AutoReport report = importedWith(book, {.path = folder.path()});
    REQUIRE(report.parts.size() == 2);
    const auto listOf = [&](const AutoReport::Part &part) {
        const QString filter =
            u"made:%1 id:%2..%3"_s.arg(report.step.id).arg(part.lastBefore + 1).arg(part.last);
        const auto parsed = parseFilter(EntityKind::Company, filter, QDate(2026, 2, 15));
        REQUIRE(parsed);
        const Query query{EntityKind::Company, *parsed, {}};
        QStringList names;
        const auto ids =
            valueOf(store::ids(book.connection(), query, store::Viewer{UserId{}, QTimeZone::utc()}, 0));
        for (const LoadedRecord &row : valueOf(store::rows(book.connection(), EntityKind::Company, ids)))
            names += as<Company>(row.record).name;
        names.sort();
        return names;
    };
    CHECK(listOf(report.parts[0]) == QStringList{u"Alpha"_s, u"Beta"_s});
    CHECK(listOf(report.parts[1]) == QStringList{u"Omega"_s});
}

TEST_CASE("A file that was there when it was shown, and is gone when it is to go in, stops the import",
          "[transfer]")
{
    FreshBook book(sql::Engine::Sqlite);
    Folder folder;
    folder.add(u"companies.csv"_s, "ID,Name\n1,Alpha\n");
    folder.add(u"people.csv"_s, "ID,Name\n31,Anna Berg\n");
    AutoRequest request{.path = folder.path(),
                        .files = {folder.path(u"companies.csv"_s), folder.path(u"people.csv"_s)}};
    request.looks = valueOf(transfer::previewAuto(request, {})).looks;
    REQUIRE(QFile::remove(folder.path(u"people.csv"_s)));
    CHECK(refusalOf(book, request).count(u"people.csv"_s) == 1);
    CHECK(book.count(EntityKind::Company) == 0);
}

TEST_CASE("What is open of a file is a table to work through, which a spreadsheet cannot run", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    Folder folder;
    folder.add(u"leads.csv"_s,
               "ID,Last name,Lead Status,Moon\n1,Lind,Sleeping,full\n2,Ott,Sleeping,new\n3,Roe,=cmd(),new\n");
    folder.add(u"people.csv"_s, "ID,Name,Account Id\n31,Anna Berg,99\n");
    const AutoReport report = importedWith(book, {.path = folder.path()});
    REQUIRE(report.parts.size() == 2);
    const auto reportOf = [&](EntityKind kind) -> const transfer::ImportReport & {
        return report.parts[report.parts[0].request.kind == kind ? 0 : 1].report;
    };
    const auto points = transfer::openPoints(reportOf(EntityKind::Lead), inEnglish);
    CHECK(std::count_if(points.begin(), points.end(),
                        [](const QStringList &point) {
                            return point[1] == u"Lead Status"_s && point[2] == u"Sleeping"_s
                                && point[3] == u"2"_s;
                        })
          == 1);
    CHECK(points.back() == QStringList{{}, u"Moon"_s, {}, {}, u"This column was not imported."_s});
    const auto links = transfer::openPoints(reportOf(EntityKind::Contact), inEnglish);
    REQUIRE(links.size() == 1);
    CHECK(links.front().mid(0, 4) == QStringList{u"2"_s, u"Account Id"_s, u"99"_s, u"1"_s});
    CHECK(transfer::openPoints({}, inEnglish).empty());

    const QString path = folder.path(u"open.csv"_s);
    valueOf(transfer::saveOpenPoints(reportOf(EntityKind::Lead), path,
                                     exchange::CsvDialect::spreadsheet(u';'), inEnglish));
    const QString text = QString::fromUtf8(test::contentOf(path));
    CHECK(text.contains(u"Line;Column;Value;Rows;What is open"_s));
    CHECK(text.contains(u";'=cmd();"_s));
    CHECK_FALSE(transfer::saveOpenPoints(reportOf(EntityKind::Lead), folder.path(u"no/such/open.csv"_s),
                                         exchange::CsvDialect::machine(), inEnglish));
}

// More than stay open at once, which takes as long as 300 files take.
TEST_CASE("Of 300 files those that cannot be read are named, each with its reason, and the others go in",
          "[transfer]")
{
    FreshBook book(sql::Engine::Sqlite);
    Folder folder;
    for (int i = 0; i < 295; ++i)
        folder.add(u"people-%1.csv"_s.arg(i),
                   "Name,Email\nPerson %1,p%1@a.example\n"_ba.replace("%1", QByteArray::number(i)));
    folder.add(u"logo.png"_s, "\x89PNG\r\n\x1a\n");
    folder.add(u"book.csv"_s, "PK\x03\x04 xl/workbook.xml [Content_Types].xml");
    folder.add(u"nothing.csv"_s, "");
    folder.add(u"header.csv"_s, "Name,Email\n");
    folder.add(u"secret.csv"_s, "Name,Email\nEva Lang,eva@a.example\n");
    Opened opened;
    opened.unreadable = u"secret.csv"_s;
    AutoRequest request{.path = folder.path()};
    opened.watch(request);

    const auto seen = valueOf(transfer::previewAuto(request, {}));
    CHECK(seen.parts.size() == 296);
    REQUIRE(seen.left.size() == 4);
    for (const QString &file : {u"logo.png"_s, u"book.csv"_s, u"nothing.csv"_s, u"secret.csv"_s}) {
        CAPTURE(file);
        CHECK(leftOf(seen.left, file).size() == 1);
        CHECK_FALSE(leftOf(seen.left, file).join(QString()).isEmpty());
    }
    CHECK(leftOf(seen.left, u"logo.png"_s) != QStringList{u"It is no CSV file."_s});
    CHECK(leftOf(seen.left, u"secret.csv"_s).front().contains(u"Permission denied"_s));
    const auto empty = std::find_if(seen.parts.begin(), seen.parts.end(),
                                    [](const auto &part) { return part.path.endsWith(u"header.csv"_s); });
    REQUIRE(empty != seen.parts.end());
    CHECK(empty->isEmpty);

    request.looks = seen.looks;
    const AutoReport report = importedWith(book, request);
    CHECK(book.count(EntityKind::Contact) == 295);
    CHECK(report.left.size() == 4);
    for (const AutoReport::Part &part : report.parts) {
        const bool isTold =
            std::any_of(part.report.notes.begin(), part.report.notes.end(), [](const Sentence &note) {
                return inEnglish(note) == "There are no rows below the column names."_L1;
            });
        CHECK(isTold == part.path.endsWith(u"header.csv"_s));
    }
}

TEST_CASE("An address book goes in with the tables of its folder, whatever it is called", "[transfer][vcard]")
{
    FreshBook book(sql::Engine::Sqlite);
    Folder folder;
    folder.add(u"people.csv"_s, "Name,Email\nEva Lang,eva@a.example\n");
    folder.add(u"phone.backup"_s,
               "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Lee;Ann;;;\r\nFN:Ann Lee\r\nEND:VCARD\r\n");
    const AutoReport report = importedWith(book, {.path = folder.path()});
    CHECK(report.left.empty());
    CHECK(book.count(EntityKind::Contact) == 2);
}
