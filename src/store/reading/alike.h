// SPDX-License-Identifier: GPL-3.0-or-later
// Who is there already: people and organisations that may be the same as one that is described, the surest first, each
// with the reasons. On the connection's thread, interruptible; fails as the connection fails.
#pragma once

#include "domain/fields/field.h"
#include "domain/records/alikerecord.h"
#include "domain/result.h"
#include "sql/connection.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace headway::store {

// Which names are looked for. OfFound: only those of who is found by something else are compared.
enum class NamesSought { Similar, Same, OfFound };

struct Described {
    EntityKind kind = EntityKind::Contact; // contact, company or lead
    QString name = {};
    QStringList emails = {};
    QStringList phones = {};
    QString website = {}; // of companies, which are also known by the site of an e-mail address
    NamesSought names = NamesSought::Similar;
};

// Live records of the kind, at most `most`. A phone number is the same whichever way it is written; names are compared by
// domain/text/likename.h, similar ones among the newest some hundred that have all other words and a beginning of one.
Result<std::vector<AlikeRecord>> recordsAlike(sql::Connection &connection, const Described &described,
                                              int most);

// Who may be there already, of a new contact, company or lead with these fields, as they are typed so far: people among
// contacts and leads, organisations among companies; a lead is looked for among all three. At most `most`, those of the
// kind itself first among equals. Nothing for other kinds.
Result<std::vector<AlikeRecord>> alreadyHere(sql::Connection &connection, EntityKind kind, const Row &typed,
                                             int most);

} // namespace headway::store
