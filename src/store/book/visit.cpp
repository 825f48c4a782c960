// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/book/visit.h"

#include "sql/refusal.h"
#include "store/book/book.h"
#include "store/schema/schema.h"

namespace headway::store {

Error explained(const QString &address, const Error &error)
{
    return isServer(address) && error.code == ErrorCode::Offline ? sql::refusalOf(address, error) : error;
}

Result<std::unique_ptr<sql::Connection>> visitBook(const QString &address)
{
    auto opened = openBookAsItIs(address);
    if (!opened)
        return failure(explained(address, opened.error()));
    return opened;
}

} // namespace headway::store
