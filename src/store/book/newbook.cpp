// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/book/newbook.h"

#include "domain/records/user.h"
#include "store/book/book.h"
#include "store/book/defaults.h"

using namespace Qt::StringLiterals;

namespace headway::app {

Result<UserId> beginBook(sql::Connection &connection, const QString &firstUser, Instant now)
{
    const UserId user{1};
    Edit edit{.label = u"Began the book"_s, .origin = Origin::Generated};
    edit.changes.push_back(create(User{.name = firstUser, .role = Role::Administrator}, user.value));
    for (const DefaultRecord &record : defaultRecords())
        edit.changes.push_back(createRow(record.kind, record.row, record.id));
    HEADWAY_CHECK(store::commit(connection, edit, {user, now}));
    return user;
}

Result<> makeBook(const QString &address, const QString &firstUser, Instant now)
{
    HEADWAY_TRY(connection, store::createBook(address));
    HEADWAY_CHECK(beginBook(*connection, firstUser, now));
    return {};
}

} // namespace headway::app
