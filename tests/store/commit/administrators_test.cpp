// SPDX-License-Identifier: GPL-3.0-or-later
// Every book keeps an active administrator, whatever a step does.
#include "domain/records/inenglish.h"
#include "domain/rules/users.h"
#include "store/actions/actions.h"
#include "support/salesbook.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

const QString refusal =
    u"“Ana” is the last active administrator of this book; make somebody else an administrator first."_s;

struct TeamBook : FreshBook {
    explicit TeamBook(sql::Engine engine) : FreshBook(engine)
    {
        ana = add(User{.name = u"Ana"_s, .role = Role::Administrator});
        ben = add(User{.name = u"Ben"_s});
    }

    UserId ana;
    UserId ben;

    Result<ChangeSet> set(UserId user, QStringView field, const Value &value)
    {
        HEADWAY_TRY(edit,
                    store::setFieldsEdit(connection(), {EntityKind::User, user.value},
                                         {{entityInfo(EntityKind::User).indexOf(field), value}}, actor()));
        return store::commit(connection(), edit, actor());
    }
    Change turned(UserId user, Role role)
    {
        const User before = load<User>(user);
        User after = before;
        after.role = role;
        return update(before, after);
    }
};

QString sentenceOf(const Result<ChangeSet> &result)
{
    return result ? u"done"_s : inEnglish(result.error().text);
}

} // namespace

TEST_CASE("The last active administrator can be neither demoted, nor made inactive, nor deleted", "[store]")
{
    TeamBook book(GENERATE(anyEngine()));
    CHECK(sentenceOf(book.set(book.ana, u"role", u"manager"_s)) == refusal);
    CHECK(sentenceOf(book.set(book.ana, u"active", qint64(0))) == refusal);
    const Edit deletion = valueOf(store::deleteEdit(book.connection(), {{EntityKind::User, book.ana.value}}));
    CHECK(sentenceOf(store::commit(book.connection(), deletion, book.actor())) == refusal);
    CHECK(isActiveAdministrator(book.load<User>(book.ana)));

    CHECK(book.set(book.ana, u"name", u"Ana Ito"_s)); // everything else may change
    CHECK(book.set(book.ben, u"role", u"administrator"_s));
    CHECK(book.set(book.ana, u"active", qint64(0)));
    CHECK(sentenceOf(book.set(book.ben, u"role", u"salesperson"_s)).startsWith(u"“Ben” is the last"_s));
}

TEST_CASE("One step may hand a book over from one administrator to another", "[store]")
{
    TeamBook book(GENERATE(anyEngine()));
    book.commit({Sentence::verbatim(u"Hand over"_s),
                 {book.turned(book.ana, Role::Salesperson), book.turned(book.ben, Role::Administrator)}});
    CHECK(isActiveAdministrator(book.load<User>(book.ben)));
    CHECK(book.undo() == u"Hand over"_s);
    CHECK(isActiveAdministrator(book.load<User>(book.ana)));
}

TEST_CASE("A step is not taken back when nobody would be left to administrate the book", "[store]")
{
    TeamBook book(GENERATE(anyEngine()));
    const ChangeSet promotion =
        book.commit({Sentence::verbatim(u"Promote"_s), {book.turned(book.ben, Role::Administrator)}});
    book.commit({Sentence::verbatim(u"Step down"_s), {book.turned(book.ana, Role::Manager)}});
    const auto undone = store::revert(book.connection(), promotion.operation.id, book.actor());
    CHECK(sentenceOf(undone).startsWith(u"“Ben” is the last active administrator"_s));
    CHECK(isActiveAdministrator(book.load<User>(book.ben)));
}

TEST_CASE("A user who owns something cannot be deleted, and the sentence says what to do instead", "[store]")
{
    SalesBook book(GENERATE(anyEngine()));
    const DealId deal = book.deal({.name = u"Renewal"_s, .stage = book.offer, .owner = book.ben});
    REQUIRE(deal);
    const auto refused = store::deleteEdit(book.connection(), {{EntityKind::User, book.ben.value}});
    REQUIRE_FALSE(refused);
    CHECK(
        inEnglish(refused.error().text)
        == u"Cannot delete “Ben Okri”: the user “Ben Okri” is used by the deal “Renewal”. Make them inactive instead."_s);
}
