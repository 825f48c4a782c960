// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/users.h"

#include "domain/text/quoted.h"
#include "domain/text/text.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

bool isCalled(const User &user, const QString &name)
{
    return fold(user.name) == fold(name) || fold(user.email.section(u'@', 0, 0)) == fold(name);
}

} // namespace

std::vector<User> activeUsers(std::span<const User> users)
{
    std::vector<User> active;
    std::copy_if(users.begin(), users.end(), std::back_inserter(active),
                 [](const User &user) { return user.active; });
    return active;
}

std::optional<UserId> userOfLogin(std::span<const User> users, const QStringList &names)
{
    for (const QString &name : names) {
        const auto found = std::find_if(users.begin(), users.end(), [&name](const User &user) {
            return user.active && !name.isEmpty() && isCalled(user, name);
        });
        if (found != users.end())
            return found->id;
    }
    return std::nullopt;
}

std::vector<User> likeliestFirst(std::vector<User> users, const QStringList &names)
{
    if (const auto likeliest = userOfLogin(users, names)) {
        std::stable_partition(users.begin(), users.end(),
                              [&likeliest](const User &user) { return user.id == *likeliest; });
    }
    return users;
}

bool isActiveAdministrator(const User &user)
{
    return user.active && user.role == Role::Administrator;
}

Result<> checkAdministrators(const User &former, std::span<const User> users)
{
    if (users.empty() || std::any_of(users.begin(), users.end(), isActiveAdministrator))
        return {};
    return failure(
        ErrorCode::Conflict,
        Sentence::tr(
            "%1 is the last active administrator of this book; make somebody else an administrator first.")
            .arg(Quoted{former.name}));
}

} // namespace headway
