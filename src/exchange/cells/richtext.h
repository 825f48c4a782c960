// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that other systems keep as HTML: notes of HubSpot, Pipedrive and Odoo. Pure; any thread; nothing fails.
#pragma once

#include <QString>

namespace headway::exchange {

// What somebody would read of it: paragraphs, rows and items in a line each, links behind their words, entities as their
// letters. A text without tags of HTML is returned as it is: "a < b" and "<acme.example>" are none.
[[nodiscard]] QString plainText(const QString &text);

} // namespace headway::exchange
