// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/inenglish.h"
#include "domain/rules/users.h"
#include "support/catch_qt.h"

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

User person(qint64 id, const QString &name, const QString &email = {})
{
    return {.id = {id}, .name = name, .email = email};
}

QStringList namesOf(const std::vector<User> &users)
{
    QStringList names;
    for (const User &user : users)
        names += user.name;
    return names;
}

const std::vector<User> team{person(1, u"Ana Ito"_s, u"ana@acme.example"_s),
                             person(2, u"Bea Sánchez"_s, u"b.sanchez@acme.example"_s), person(3, u"Cem"_s)};

} // namespace

TEST_CASE("Who sits at the computer is known by login, full name or e-mail address", "[domain]")
{
    CHECK(userOfLogin(team, {u"cem"_s}) == UserId{3});
    CHECK(userOfLogin(team, {u"ana"_s}) == UserId{1});
    CHECK(userOfLogin(team, {u"B.Sanchez"_s}) == UserId{2});
    CHECK(userOfLogin(team, {u"u1000"_s, u"Bea Sanchez"_s}) == UserId{2}); // the full name of the login
    CHECK_FALSE(userOfLogin(team, {u"root"_s}));
    CHECK_FALSE(userOfLogin(team, {QString()})); // nor those without an address
    CHECK_FALSE(userOfLogin(team, {}));
}

TEST_CASE("Who no longer works here is nobody at the computer", "[domain]")
{
    std::vector<User> users = team;
    users[2].active = false;
    CHECK_FALSE(userOfLogin(users, {u"cem"_s}));
    CHECK(namesOf(activeUsers(users)) == QStringList{u"Ana Ito"_s, u"Bea Sánchez"_s});
}

TEST_CASE("Who fits the login is offered first, and the others in their order", "[domain]")
{
    CHECK(namesOf(likeliestFirst(team, {u"cem"_s})) == QStringList{u"Cem"_s, u"Ana Ito"_s, u"Bea Sánchez"_s});
    CHECK(namesOf(likeliestFirst(team, {u"root"_s})) == namesOf(team));
}

TEST_CASE("A book keeps an active administrator, also when all others have left", "[domain]")
{
    std::vector<User> users = team;
    const User former = users[0];
    const auto refused = checkAdministrators(former, users);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Conflict);
    CHECK(
        inEnglish(refused.error().text)
        == u"“Ana Ito” is the last active administrator of this book; make somebody else an administrator first."_s);

    users[1].role = Role::Administrator;
    CHECK(checkAdministrators(former, users));
    users[1].active = false; // a former user cannot administrate
    CHECK_FALSE(checkAdministrators(former, users));

    for (User &user : users)
        user.active = false;
    CHECK_FALSE(checkAdministrators(former, users)); // no one could reactivate them
    CHECK(checkAdministrators(former, {}));          // the step that created the book is undone
}
