// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/newbook.h"

#include "store/book/book.h"
#include "store/book/newbook.h"

namespace headway::app {

Result<> createNewBook(const QString &address, const QString &firstUser, Instant now)
{
    HEADWAY_TRY(connection, store::createBook(address));
    HEADWAY_CHECK(store::fillNewBook(*connection, firstUser, now));
    return {};
}

} // namespace headway::app
