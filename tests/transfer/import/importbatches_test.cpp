// SPDX-License-Identifier: GPL-3.0-or-later
// A file of some thousand rows is written in batches while the next rows are read: rows that mean each other across
// batches, rows that are rejected, and an import that is cancelled wherever it is.
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/inenglish.h"
#include "store/maintenance/check.h"
#include "support/dump.h"
#include "support/transfer.h"
#include "transfer/archive.h"

#include <QTemporaryDir>

#include <limits>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int people = 2'000; // each with two points and an address: two batches

// Each hundredth says once more who an earlier one is, each 150th has no name.
QByteArray manyPeople(int count = people, int words = 1)
{
    QByteArray text = "First name,Last name,Email,Phone,City,Company,Job title\n";
    for (int i = 0; i < count; ++i) {
        const int who = i % 100 == 99 ? i - 90 : i;
        if (i % 150 == 149) {
            text += ",,,,Ulm,,\n";
            continue;
        }
        const QByteArray number = QByteArray::number(who);
        text += "Ana,Berg " + number + ",ana" + number + "@mail.example,+49 30 "
            + QByteArray::number(200'000 + who) + ",Ulm,Firm " + QByteArray::number(who % 40) + ',';
        for (int word = 0; word < words; ++word)
            text += QByteArray::number(
                        (quint64(who) * 64 + quint64(word) + 1) * 2'654'435'761 % 99'999'999'977, 36)
                + ' ';
        text += '\n';
    }
    return text;
}

transfer::ImportRequest peopleByAddress()
{
    transfer::ImportRequest request;
    request.kind = EntityKind::Contact;
    request.match = {u"email"_s};
    request.existing = transfer::DuplicatePolicy::Fill;
    request.createMissing = {EntityKind::Company};
    return request;
}

void checkSound(FreshBook &book)
{
    const auto report = valueOf(store::checkBook(book.connection(), store::CheckDepth::Thorough, {}));
    CAPTURE(linesInEnglish(report.sentences()));
    CHECK(report.isSound());
}

} // namespace

TEST_CASE("Thousands of people come in as one step, each once, and go again with it", "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    const TextFile file(manyPeople());
    const QString empty = dumpOf(book.connection(), {u"contact"_s, u"company"_s}, {});
    const auto report = importFile(book, peopleByAddress(), file.path());
    const int nameless = people / 150;
    CHECK(report.rejected == nameless);
    CHECK(report.created + report.unchanged + report.updated == people - nameless);
    CHECK(report.unchanged + report.updated > 10);
    CHECK(book.count(EntityKind::Contact) == report.created);
    CHECK(book.count(EntityKind::Company) == 40);
    const auto someone = all<Contact>(book).back();
    CHECK(someone.email.startsWith(u"ana"_s));
    CHECK(someone.phone.startsWith(u"+49 30"_s));
    CHECK(someone.city == u"Ulm"_s);
    checkSound(book);
    const auto again = importFile(book, peopleByAddress(), file.path());
    CHECK(again.created == 0);
    book.undo();
    CHECK(book.count(EntityKind::Contact) == 0);
    CHECK(book.count(EntityKind::Company) == 0);
    checkSound(book);
}

TEST_CASE("Wherever a large import is cancelled, also while its words are joined, nothing of it is there",
          "[transfer]")
{
    const sql::Engine engine = GENERATE(anyEngine());
    const TextFile file(manyPeople(2'000, 40)); // so many words that there is something to join
    int calls = 0;
    const auto cancelledAt = [&](FreshBook &book, int last) {
        calls = 0;
        return transfer::importFile(book.connection(), {.path = file.path()}, peopleByAddress(), book.actor(),
                                    [&](qint64, qint64) { return ++calls <= last; });
    };
    int joined = 0; // the first call after words were joined, where nobody cancels
    FreshBook whole(engine);
    whole.connection().setProbe([&](const QString &, const sql::Values &binds) -> Result<> {
        if (joined == 0 && !binds.empty() && textOf(binds.front()) == "merge"_L1)
            joined = calls;
        return {};
    });
    REQUIRE(cancelledAt(whole, 1'000'000));
    const int all = calls;
    REQUIRE(all > 4);
    if (engine == sql::Engine::Sqlite)
        REQUIRE(joined > 0); // a server joins nothing
    FreshBook book(engine);
    const QString before = dumpOf(book.connection());
    const int end = joined > 0 ? joined : all - 2;
    std::vector<int> places{0, 3, end / 2};
    for (int last = end; last < all; ++last)
        places.push_back(last);
    for (const int last : places) {
        CAPTURE(last, joined, all);
        const auto report = cancelledAt(book, last);
        REQUIRE_FALSE(report);
        CHECK(report.error().code == ErrorCode::Cancelled);
        CHECK(dumpOf(book.connection()) == before);
    }
    REQUIRE(cancelledAt(book, 1'000'000));
    checkSound(book);
}

TEST_CASE("An import's history is as short as that of any long step, though it looks for each company",
          "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    constexpr int rows = 3'000;
    QByteArray text = "First name,Last name,Company\n";
    for (int i = 0; i < rows; ++i)
        text += "Ana,Berg " + QByteArray::number(i) + ",Works " + QByteArray::number(i / 10) + '\n';
    const TextFile file(text);
    transfer::ImportRequest request;
    request.kind = EntityKind::Contact;
    request.createMissing = {EntityKind::Company};
    const auto report = importFile(book, request, file.path());
    CHECK(report.created == rows);
    CHECK(book.count(EntityKind::Company) == rows / 10);
    const auto counts = valueOf(book.connection().row(
        u"SELECT count(*), max(o.change_count) FROM change c JOIN operation o ON o.id = c.operation_id"_s));
    CHECK(std::get<qint64>(counts[1]) == rows + rows / 10);
    CHECK(std::get<qint64>(counts[0]) < std::get<qint64>(counts[1]) / 4);
    checkSound(book);
    const auto rowsOf = [&book]() {
        return dumpOf(book.connection(), {u"contact"_s, u"company"_s},
                      {u"version"_s, u"modified_at"_s, u"deleted_at"_s});
    };
    const QString before = rowsOf();
    CHECK_FALSE(book.undo().isEmpty());
    CHECK(book.count(EntityKind::Contact) == 0);
    CHECK(book.count(EntityKind::Company) == 0);
    checkSound(book);
    CHECK_FALSE(book.redo().isEmpty());
    CHECK(rowsOf() == before);
    CHECK(book.count(EntityKind::Contact) == rows);
    checkSound(book);
}

TEST_CASE("An archive comes in as fast as a file without numbers, and its history is as short", "[transfer]")
{
    const sql::Engine engine = GENERATE(anyEngine());
    constexpr int count = 3'000;
    FreshBook from(engine);
    std::vector<Change> changes;
    for (qint64 i = 1; i <= count; ++i)
        changes.push_back(create(Contact{.firstName = u"Ana"_s, .lastName = u"Berg %1"_s.arg(i)}, i));
    from.commit({Sentence::verbatim(u"People"_s), changes});
    const QTemporaryDir folder;
    valueOf(transfer::exportArchive(from.connection(), folder.path()));

    FreshBook into(engine);
    int statements = 0; // without the rows themselves
    into.connection().setProbe([&](const QString &statement, const sql::Values &) -> Result<> {
        statements += statement.startsWith(u"INSERT INTO") ? 0 : 1;
        return {};
    });
    const auto report = valueOf(transfer::importArchive(into.connection(), folder.path(), into.actor()));
    into.connection().setProbe({});
    CHECK(report.records >= count);
    CHECK(into.count(EntityKind::Contact) == count);
    CHECK(statements < 3 * count);
    CHECK(std::get<qint64>(valueOf(into.connection().cell(u"SELECT count(*) FROM change"_s))) < count / 4);
    checkSound(into);
}

TEST_CASE("An import into a book whose last number is taken is refused, and changes nothing", "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    book.commit({Sentence::verbatim(u"Add"_s),
                 {create(Company{.name = u"Last"_s}, std::numeric_limits<qint64>::max())}});
    const QString before = dumpOf(book.connection());
    const TextFile file("Company name\nAcme\n");
    transfer::ImportRequest request;
    request.kind = EntityKind::Company;
    const auto report = transfer::importFile(book.connection(), {.path = file.path()}, request, book.actor());
    REQUIRE_FALSE(report);
    CHECK(report.error().code == ErrorCode::Full);
    CHECK(inEnglish(report.error().text)
          == u"Nothing can be added: one record of this kind has the highest number that there is."_s);
    CHECK(dumpOf(book.connection()) == before);
}

TEST_CASE("Another window reads the book as it was until a large import has ended", "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    const TextFile file(manyPeople());
    const auto other = book.connection().engine() == sql::Engine::Sqlite
        ? valueOf(sql::openSqlite(book.place(), sql::Access::Read))
        : valueOf(sql::openPostgres(book.place(), sql::Access::Read));
    const auto seen = [&]() { return valueOf(other->cell(u"SELECT count(*) FROM contact"_s)); };
    int looks = 0;
    valueOf(transfer::importFile(book.connection(), {.path = file.path()}, peopleByAddress(), book.actor(),
                                 [&](qint64, qint64) {
                                     ++looks;
                                     CHECK(seen() == sql::Value(qint64(0)));
                                     return true;
                                 }));
    CHECK(looks > 5);
    CHECK(std::get<qint64>(seen()) > people / 2);
}

TEST_CASE("A batch that cannot be written ends the import, and nothing of it is there", "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    const TextFile file(manyPeople());
    const QString before = dumpOf(book.connection());
    const Error full{ErrorCode::Full, Sentence::verbatim(u"The disk is full; nothing was changed."_s)};
    // While the second one is read, at its first row, among its words, at the end.
    for (const int failAt : {200, 5'000, 8'000, 9'500}) {
        CAPTURE(failAt);
        int statement = 0;
        book.connection().setProbe([&](const QString &, const sql::Values &) -> Result<> {
            return statement++ == failAt ? Result<>(failure(full)) : Result<>();
        });
        const auto report =
            transfer::importFile(book.connection(), {.path = file.path()}, peopleByAddress(), book.actor());
        book.connection().setProbe({});
        REQUIRE_FALSE(report);
        CHECK(report.error() == full);
        CHECK(statement > failAt);
        CHECK(dumpOf(book.connection()) == before);
    }
    CHECK(importFile(book, peopleByAddress(), file.path()).created > people / 2);
    checkSound(book);
}
