// SPDX-License-Identifier: GPL-3.0-or-later
// A file of some thousand rows is written in batches while the next rows are read: rows that mean each other across
// batches, rows that are rejected, and an import that is cancelled wherever it is.
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/inenglish.h"
#include "store/maintenance/check.h"
#include "support/dump.h"
#include "support/transfer.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int people = 2'000; // each with two points and an address: two batches

// Each hundredth says once more who an earlier one is, each 150th has no name.
QByteArray manyPeople()
{
    QByteArray text = "First name,Last name,Email,Phone,City,Company\n";
    for (int i = 0; i < people; ++i) {
        const int who = i % 100 == 99 ? i - 90 : i;
        if (i % 150 == 149) {
            text += ",,,,Ulm,\n";
            continue;
        }
        const QByteArray number = QByteArray::number(who);
        text += "Ana,Berg " + number + ",ana" + number + "@mail.example,+49 30 "
            + QByteArray::number(200'000 + who) + ",Ulm,Firm " + QByteArray::number(who % 40) + '\n';
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
    FreshBook book(GENERATE(anyEngine()));
    const TextFile file(manyPeople());
    const QString before = dumpOf(book.connection());
    int calls = 0;
    const auto cancelledAt = [&](int last) {
        calls = 0;
        return transfer::importFile(book.connection(), {.path = file.path()}, peopleByAddress(), book.actor(),
                                    [&](qint64, qint64) { return ++calls <= last; });
    };
    for (const int last : {0, 3, 6, 9}) {
        CAPTURE(last);
        const auto report = cancelledAt(last);
        REQUIRE_FALSE(report);
        CHECK(report.error().code == ErrorCode::Cancelled);
        CHECK(dumpOf(book.connection()) == before);
    }
    valueOf(cancelledAt(1'000'000));
    checkSound(book);
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
