// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/book/newbook.h"

#include "domain/changes/stepwords.h"
#include "domain/records/user.h"
#include "store/book/defaults.h"

using namespace Qt::StringLiterals;

namespace headway::store {

Result<UserId> fillNewBook(sql::Connection &connection, const QString &firstUser, Instant now)
{
    const UserId user{1};
    Edit edit{.label = steps::bookBegun, .origin = Origin::Generated};
    edit.changes.push_back(create(User{.name = firstUser, .role = Role::Administrator}, user.value));
    for (const DefaultRecord &record : defaultRecords())
        edit.changes.push_back(createRow(record.kind, record.row, record.id));
    HEADWAY_CHECK(commit(connection, edit, {user, now}));
    return user;
}

} // namespace headway::store
