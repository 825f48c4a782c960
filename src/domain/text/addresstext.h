// SPDX-License-Identifier: GPL-3.0-or-later
// By what somebody is reached, as it is typed: e-mail addresses, phone numbers, web pages. One rule for forms, cells
// and the command line, which refuse what is none; imports keep it (see exchange/cells/reachtext.h). Pure; any thread.
#pragma once

#include "domain/fields/field.h"
#include "domain/sentence.h"

#include <QStringView>

namespace headway {

// Why `text` is no address, number or page; empty if it is one, if it is blank, or for fields of other types.
Sentence addressProblem(FieldType type, QStringView text);

// The site of a web page or an e-mail address: "acme.example" of "https://www.acme.example/de" and of
// "ana@acme.example". Empty if it names none.
QString siteOf(const QString &address);
// Whether two pages or addresses are of one site; where both name a page of it, it is the same one, as thousands have
// theirs on "linkedin.com/company".
bool isSameSite(const QString &a, const QString &b);

} // namespace headway
