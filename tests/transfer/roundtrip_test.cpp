// SPDX-License-Identifier: GPL-3.0-or-later
// Export, import into an empty book, export again: the same bytes, for every kind of record, on both engines,
// for any text.
#include "domain/records/company.h"
#include "domain/records/deal.h"
#include "domain/records/inenglish.h"
#include "domain/records/lead.h"
#include "support/naughtybook.h"
#include "support/transfer.h"
#include "transfer/archive.h"

#include <QCryptographicHash>
#include <QDir>

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::valueOf;

namespace {

void importWhole(FreshBook &from, FreshBook &into)
{
    for (const EntityKind kind : allEntityKinds()) {
        const test::TextFile file(test::exported(from, kind));
        const transfer::ImportReport report =
            test::importFile(into, {.kind = kind, .match = {u"id"_s}}, file.path());
        INFO(tableName(kind).data());
        if (!report.firstRejected.empty())
            CHECK(inEnglish(report.firstRejected.front().reason) == QString());
        CHECK(report.rejected == 0);
    }
}

} // namespace

TEST_CASE("An archive of naughty records comes back byte for byte from another book", "[transfer]")
{
    const sql::Engine engine = GENERATE(test::anyEngine());
    const unsigned seed = GENERATE(2u, 3u);
    CAPTURE(engine, seed);
    FreshBook book(engine);
    test::NaughtyBook(book, seed).fill(12);
    QTemporaryDir first;
    QTemporaryDir second;
    valueOf(transfer::exportArchive(book.connection(), first.path()));

    FreshBook other(engine);
    const transfer::ArchiveReport report =
        valueOf(transfer::importArchive(other.connection(), first.path(), other.actor()));
    CHECK(report.files == entityKindCount);
    CHECK(report.records == entityKindCount * 12);
    CHECK(other.history().size() == 1);
    valueOf(transfer::exportArchive(other.connection(), second.path()));
    for (const QString &name : QDir(first.path()).entryList(QDir::Files)) {
        CAPTURE(name);
        CHECK(test::contentOf(first.filePath(name)) == test::contentOf(second.filePath(name)));
    }
    // New records get ids after the imported ones.
    CHECK(other.add(Company{.name = u"New"_s}).value > 12);

    SECTION("and is empty again when the step is taken back")
    {
        FreshBook third(engine);
        const QByteArray empty = test::exportedWhole(third);
        valueOf(transfer::importArchive(third.connection(), first.path(), third.actor()));
        valueOf(store::revert(third.connection(), third.history().front().id, third.actor()));
        CHECK(test::exportedWhole(third) == empty);
    }
}

TEST_CASE("Each kind by itself comes back byte for byte, its forward references with a second import",
          "[transfer]")
{
    const sql::Engine engine = GENERATE(test::anyEngine());
    CAPTURE(engine);
    FreshBook book(engine);
    test::NaughtyBook(book, 4).fill(8);
    FreshBook other(engine);
    importWhole(book, other);
    for (const EntityKind kind : {EntityKind::Team, EntityKind::Lead}) {
        const test::TextFile file(test::exported(book, kind));
        test::importFile(other,
                         {.kind = kind, .match = {u"id"_s}, .existing = transfer::DuplicatePolicy::Fill},
                         file.path());
    }
    for (const EntityKind kind : allEntityKinds()) {
        INFO(tableName(kind).data());
        CHECK(test::exported(other, kind) == test::exported(book, kind));
    }
}

TEST_CASE("What we exported goes into the same book without changing anything", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::NaughtyBook(book, 5).fill(6);
    const QByteArray before = test::exportedWhole(book);
    for (const EntityKind kind : allEntityKinds()) {
        const test::TextFile file(test::exported(book, kind));
        const transfer::ImportReport report = test::importFile(
            book, {.kind = kind, .match = {u"id"_s}, .existing = transfer::DuplicatePolicy::Overwrite},
            file.path());
        INFO(tableName(kind).data());
        CHECK(report.unchanged == 6);
        CHECK(report.step.id == 0);
    }
    CHECK(test::exportedWhole(book) == before);
}

TEST_CASE("A deal deleted since the export comes back under its number", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::NaughtyBook(book, 6).fill(4);
    const QByteArray before = test::exported(book, EntityKind::Deal);
    const qint64 id = test::all<Deal>(book).front().id.value;
    book.commit({Sentence::verbatim(u"Delete"_s), {remove({EntityKind::Deal, id})}});
    const transfer::ImportReport report =
        test::import(book, {.kind = EntityKind::Deal, .match = {u"id"_s}}, before);
    CHECK(report.created == 1);
    CHECK(report.unchanged == 3);
    CHECK(test::exported(book, EntityKind::Deal) == before);
}

TEST_CASE("An archive of before, whose leads had fixed statuses, brings them along as the book's own",
          "[transfer]")
{
    QTemporaryDir folder;
    const auto write = [&folder](const QString &name, const QByteArray &text) {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text);
        return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
    };
    const QByteArray hash = write(u"lead.csv"_s,
                                  "id,last_name,name,status,created\n"
                                  "4,Ott,Ott,qualified,2026-11-30T22:33:33.148Z\n"
                                  "7,Lind,Lind,new,2026-11-30T22:33:33.210Z\n");
    write(u"manifest.json"_s,
          R"({"headway_archive": 1, "files": [{"file": "lead.csv", "kind": "lead", "records": 2, "sha256": ")"
              + hash + "\"}]}");
    FreshBook book(GENERATE(test::anyEngine()));
    valueOf(transfer::importArchive(book.connection(), folder.path(), book.actor()));
    CHECK(book.load<Lead>(LeadId{4}).state == LeadState::Qualified);
    CHECK(book.load<Lead>(LeadId{7}).state == LeadState::Open);
    CHECK(book.count(EntityKind::LeadStatus) == 7);
    book.undo();
    CHECK(book.count(EntityKind::LeadStatus) == 0);
}

TEST_CASE("A damaged archive, or a book that is not empty, is refused and nothing is changed", "[transfer]")
{
    FreshBook book(sql::Engine::Sqlite);
    test::NaughtyBook(book, 7).fill(2);
    QTemporaryDir folder;
    valueOf(transfer::exportArchive(book.connection(), folder.path()));
    CHECK(transfer::exportArchive(book.connection(), folder.path()).error().code == ErrorCode::Conflict);
    CHECK(transfer::importArchive(book.connection(), folder.path(), book.actor()).error().code
          == ErrorCode::Conflict);

    QFile file(folder.filePath(u"deal.csv"_s));
    REQUIRE(file.open(QIODevice::Append));
    file.write("x");
    file.close();
    FreshBook other(sql::Engine::Sqlite);
    CHECK(transfer::importArchive(other.connection(), folder.path(), other.actor()).error().code
          == ErrorCode::Unreadable);
    CHECK(other.history().empty());
}
