// SPDX-License-Identifier: GPL-3.0-or-later
// What the system opens for a phone number, an e-mail address or a web page. Any thread; nothing fails.
#pragma once

#include "domain/records/contact.h"

namespace headway::app {

// "tel:+4930123", "mailto:a@b.example", "https://acme.example"; empty: `text` leads nowhere. Of pages only those of
// the web, never a file or a program, as what was imported may name any.
QString linkAddress(ContactPointType by, const QString &text);

// Numbers and addresses are written from the left in every language: the text, held together so among others that
// are written in this direction.
QString fromTheLeft(const QString &address, Qt::LayoutDirection among);

} // namespace headway::app
