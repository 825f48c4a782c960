// SPDX-License-Identifier: GPL-3.0-or-later
// Who works in a book: which of its users somebody at this computer probably is, and who has to stay so that
// the book remains in somebody's hands. Pure functions; any thread. Fails with Conflict and a sentence for the
// person.
#pragma once

#include "domain/records/user.h"
#include "domain/result.h"

#include <optional>
#include <span>
#include <vector>

namespace headway {

// In their order, without those who no longer work here.
std::vector<User> activeUsers(std::span<const User> users);

// The active user who has one of the system's `names` for a person (the login, the full name behind it) as
// their name, or as what stands before the @ of their e-mail address.
std::optional<UserId> userOfLogin(std::span<const User> users, const QStringList &names);

// The same as a list to choose from: who fits comes first, the others stay in their order.
std::vector<User> likeliestFirst(std::vector<User> users, const QStringList &names);

bool isActiveAdministrator(const User &user);

// `former` is no active administrator any more, and `users` are those there are now: one of them has to be,
// unless there is nobody at all. Conflict otherwise.
Result<> checkAdministrators(const User &former, std::span<const User> users);

} // namespace headway
