// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a book can be opened, for somebody who types its address: it is neither upgraded nor changed. On any
// thread; may take as long as a server does not answer.
#pragma once

#include "domain/result.h"
#include "sql/connection.h"

#include <memory>

namespace headway::store {

// As openBookAsItIs(), but also says why a server refuses.
Result<std::unique_ptr<sql::Connection>> visitBook(const QString &address);
// The same error, in words that say what is wrong with the address of a server.
Error explained(const QString &address, const Error &error);

} // namespace headway::store
