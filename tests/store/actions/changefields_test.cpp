// SPDX-License-Identifier: GPL-3.0-or-later
// Changing fields from the values seen in a form: the number of statements, and the conflict for the second
// of two users.
#include "store/actions/actions.h"

#include "domain/records/inenglish.h"
#include "domain/records/lists.h"
#include "store/maintenance/check.h"
#include "store/search/search.h"
#include "support/salesbook.h"

#include <algorithm>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

struct Form {
    SalesBook book;
    EntityRef person{EntityKind::Contact, book.cara.value};

    explicit Form(sql::Engine engine) : book(engine) {}

    static int field(QStringView name) { return entityInfo(EntityKind::Contact).indexOf(name); }
    Value seen(QStringView name) { return book.record(person).row[size_t(field(name))]; }

    Result<ChangeSet> save(QStringView name, const Value &before, const Value &after)
    {
        HEADWAY_TRY(
            edit,
            store::changeFieldsEdit(book.connection(), person, {{field(name), before, after}}, book.actor()));
        return store::commit(book.connection(), edit, book.actor());
    }

    QStringList statementsOf(QStringView name, const Value &after)
    {
        const Value before = seen(name);
        QStringList statements;
        book.connection().setProbe([&statements](const QString &statement, const sql::Values &) {
            statements += statement;
            return Result<>();
        });
        const auto saved = save(name, before, after);
        book.connection().setProbe({});
        REQUIRE(saved);
        return statements;
    }
};

QString sentenceOf(const Result<ChangeSet> &saved)
{
    REQUIRE_FALSE(saved);
    CHECK(saved.error().code == ErrorCode::Conflict);
    return inEnglish(saved.error().text);
}

qsizetype countOf(const QStringList &statements, const QString &part)
{
    return std::count_if(statements.begin(), statements.end(),
                         [&part](const QString &statement) { return statement.contains(part); });
}

} // namespace

TEST_CASE("Saving a field reads its record twice: for the rules, and for the writing", "[store]")
{
    Form form(GENERATE(anyEngine()));
    form.statementsOf(u"job_title", u"Buyer"_s); // reads what is cached for a connection
    const QStringList searched = form.statementsOf(u"job_title", u"Head of purchasing"_s);
    CAPTURE(searched);
    CHECK(countOf(searched, u" FROM contact WHERE id = ?"_s) == 2);
    CHECK(searched.size() <= 16); // its company and its tags are words of it, too

    // A field that is not searched does not change the record's search text.
    const QStringList plain = form.statementsOf(u"description", u"Met at the fair"_s);
    CAPTURE(plain);
    CHECK(countOf(plain, u" FROM contact WHERE id = ?"_s) == 2);
    CHECK(countOf(plain, u"search"_s) == 0);
    CHECK(plain.size() <= 8);

    CHECK(valueOf(store::checkBook(form.book.connection(), store::CheckDepth::Thorough, {})).isSound());
}

TEST_CASE("The second of two people who change one field in a form hears what it is now", "[store]")
{
    Form form(GENERATE(anyEngine()));
    REQUIRE(form.save(u"job_title", u""_s, u"Buyer"_s));
    CHECK(sentenceOf(form.save(u"job_title", u""_s, u"Seller"_s))
          == u"Job title of “Cara Diaz” was changed in the meantime: it is now “Buyer”, not nothing."_s);
    CHECK(form.save(u"job_title", u""_s, u"Buyer"_s)); // both set the same value
    CHECK(form.seen(u"job_title") == Value(u"Buyer"_s));
}

TEST_CASE("So does the second who changes an address that stands in a row of its own", "[store]")
{
    Form form(GENERATE(anyEngine()));
    REQUIRE(form.save(u"email", u""_s, u"cara@acme.example"_s));
    CHECK(
        sentenceOf(form.save(u"email", u""_s, u"c.diaz@acme.example"_s))
        == u"E-mail of “Cara Diaz” was changed in the meantime: it is now “cara@acme.example”, not nothing."_s);
    REQUIRE(form.save(u"email", u"cara@acme.example"_s, u""_s));
    CHECK(sentenceOf(form.save(u"email", u"cara@acme.example"_s, u"c.diaz@acme.example"_s))
              .contains(u"it is now nothing"_s));
    CHECK(form.book.count(EntityKind::ContactPoint) == 0);
    REQUIRE(form.save(u"city", u""_s, u"Lima"_s));
    CHECK(form.seen(u"city") == Value(u"Lima"_s));
}

TEST_CASE("Two people who fill different custom fields of a record both keep theirs", "[store]")
{
    Form form(GENERATE(anyEngine()));
    for (const QString &name : {u"size"_s, u"shirt"_s})
        form.book.add(CustomField{.recordKind = EntityKind::Contact, .name = name, .label = name});
    const Value empty = form.seen(u"custom");
    REQUIRE(form.save(u"custom", empty, uR"({"size":"L"})"_s));
    REQUIRE(form.save(u"custom", empty, uR"({"shirt":"blue"})"_s));
    CHECK(inEnglish(form.book.history().front().label) == u"Changed shirt of “Cara Diaz”"_s);
    CHECK(form.seen(u"custom") == Value(uR"({"shirt":"blue","size":"L"})"_s));
    CHECK(sentenceOf(form.save(u"custom", empty, uR"({"size":"M"})"_s)).contains(u"in the meantime"_s));
}
