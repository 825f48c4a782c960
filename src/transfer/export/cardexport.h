// SPDX-License-Identifier: GPL-3.0-or-later
// Writes people or companies of the book as an address book, vCard 3.0 or 4.0, a page at a time in constant memory, all
// from one state of the book. Called on a reader's thread. Fails as the database and the device do, on other kinds of
// records, and when the user cancels.
#pragma once

#include "exchange/vcard/card.h"
#include "transfer/export/exporter.h"

class QIODevice;

namespace headway::transfer {

// What the request says of columns does not matter: a card has all that there is. The device is open for writing.
[[nodiscard]] Result<ExportReport> exportCards(sql::Connection &connection, const ExportRequest &request,
                                               QIODevice &device, exchange::CardVersion version,
                                               const Progress &progress = {});

} // namespace headway::transfer
