// SPDX-License-Identifier: GPL-3.0-or-later
// The words of records that a long step removed stay in the index of a file for a while: nobody finds them, and they
// come back as they were, or as they are by then.
#include "store/search/searchindex.h"

#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "store/maintenance/check.h"
#include "store/search/search.h"
#include "support/book.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int people = 1200;

struct Town {
    FreshBook book;
    CompanyId company;

    explicit Town(sql::Engine engine) : book(engine), company(book.add(Company{.name = u"Zeppelin"_s}))
    {
        Edit many{Sentence::verbatim(u"Import"_s)};
        for (int i = 0; i < people; ++i)
            many.changes.push_back(create(
                Contact{.firstName = u"Given%1"_s.arg(i), .lastName = u"Family"_s, .company = company}));
        book.commit(many);
        book.add(Contact{.firstName = u"Given"_s, .lastName = u"Last"_s});
    }
    void removeMany()
    {
        Edit many{Sentence::verbatim(u"Delete"_s)};
        for (int i = 1; i <= people; ++i)
            many.changes.push_back(remove({EntityKind::Contact, i}));
        book.commit(many);
    }
    int found(const QString &typed)
    {
        return int(valueOf(store::search(book.connection(), typed, 5000)).size());
    }
    qint64 resting()
    {
        return std::get<qint64>(
            valueOf(book.connection().cell(u"SELECT count(*) FROM search_doc WHERE resting > 0"_s)));
    }
    bool isSound()
    {
        return valueOf(store::checkBook(book.connection(), store::CheckDepth::Thorough, {})).isSound();
    }
};

} // namespace

TEST_CASE("Nobody finds a thousand deleted people, and taking that back finds them again", "[store]")
{
    Town town(GENERATE(anyEngine()));
    const bool isFile = town.book.connection().engine() == sql::Engine::Sqlite;
    CHECK(town.found(u"given7"_s) > 100);
    const int before = town.found(u"given"_s);
    town.removeMany();
    CHECK(town.resting() == (isFile ? people : 0));
    CHECK(town.found(u"given"_s) == 1);
    CHECK(town.found(u"given17"_s) == 0);
    CHECK(town.isSound());
    CHECK(town.book.undo() == u"Delete"_s);
    CHECK(town.resting() == 0);
    CHECK(town.found(u"given"_s) == before);
    CHECK(town.isSound());
    CHECK(town.book.redo() == u"Delete"_s);
    CHECK(town.found(u"given"_s) == 1);
    CHECK(town.isSound());
}

TEST_CASE("Words of deleted people are swept out of the index of a file in portions, at any time", "[store]")
{
    Town town(sql::Engine::Sqlite);
    town.removeMany();
    CHECK(valueOf(store::sweepSearch(town.book.connection(), 500)));
    CHECK(town.resting() == people - 500);
    CHECK(town.isSound());
    CHECK(town.book.undo() == u"Delete"_s); // some have to be written anew
    CHECK(town.found(u"given17"_s) > 10);
    CHECK(town.isSound());
    CHECK_FALSE(valueOf(store::sweepSearch(town.book.connection(), 500)));
    CHECK(town.book.redo() == u"Delete"_s);
    while (valueOf(store::sweepSearch(town.book.connection(), 500))) {
    }
    CHECK(town.resting() == 0);
    CHECK(town.found(u"given"_s) == 1);
    CHECK(town.isSound());
    CHECK(town.book.undo() == u"Delete"_s);
    CHECK(town.found(u"given17"_s) > 10);
    CHECK(town.isSound());
}

TEST_CASE("People who come back are found by what their company is called by then", "[store]")
{
    Town town(GENERATE(anyEngine()));
    CHECK(town.found(u"zeppelin family"_s) > 100);
    town.removeMany();
    const Company before = town.book.load<Company>(town.company);
    Company after = before;
    after.name = u"Balloon"_s;
    const qint64 deletion = town.book.history().front().id;
    town.book.commit({Sentence::verbatim(u"Rename"_s), {update(before, after)}});
    valueOf(store::revert(town.book.connection(), deletion, town.book.actor()));
    CHECK(town.found(u"zeppelin"_s) == 0);
    CHECK(town.found(u"balloon family"_s) > 100);
    CHECK(town.isSound());
}

TEST_CASE("A single person among many deleted ones can be brought back, and be deleted again", "[store]")
{
    Town town(GENERATE(anyEngine()));
    town.removeMany();
    town.book.commit(
        {Sentence::verbatim(u"Restore"_s), {{ChangeKind::Restore, {EntityKind::Contact, 17}, {}, {}}}});
    CHECK(town.found(u"given16"_s) == 1);
    CHECK(town.found(u"given"_s) == 2);
    CHECK(town.isSound());
    CHECK(town.book.undo() == u"Restore"_s);
    CHECK(town.found(u"given16"_s) == 0);
    CHECK(town.isSound());
}
