// SPDX-License-Identifier: GPL-3.0-or-later
// The users of a book: which of them is probably at this computer, and that one administrator has to
// remain. Pure functions; any thread. Fails with Conflict and a sentence for the user.
#pragma once

#include "domain/records/user.h"
#include "domain/result.h"

#include <optional>
#include <span>
#include <vector>

namespace headway {

// The users in their order, without those who no longer work here.
std::vector<User> activeUsers(std::span<const User> users);

// The active user whose name, or whose e-mail address up to the @, is one of `names`: what the system calls
// the person logged in (the login, the full name).
std::optional<UserId> userOfLogin(std::span<const User> users, const QStringList &names);

// `users` as a list to choose from: the one who matches comes first, the others keep their order.
std::vector<User> likeliestFirst(std::vector<User> users, const QStringList &names);

bool isActiveAdministrator(const User &user);

// To be called when `former` stops being an active administrator; `users` are the users after that.
// Conflict if no active administrator is left, unless there are no active users at all.
Result<> checkAdministrators(const User &former, std::span<const User> users);

} // namespace headway
