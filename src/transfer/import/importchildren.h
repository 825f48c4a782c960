// SPDX-License-Identifier: GPL-3.0-or-later
// What an imported row brings along for its record: addresses and numbers, tags, products, links. Nothing
// that the record has is ever taken away. Reads only; on the writer's thread; fails as the connection does.
#pragma once

#include "transfer/import/importrow.h"

namespace headway::transfer {

// A change of a belonging, whose owner is -1 until it is made; `named` goes into `field` when its record
// is there.
struct Belonging {
    Change change = {};
    int field = -1;
    std::optional<NamedRecord> named = {};
};

// Invalid if one of those that are to be made breaks a rule.
Result<> checkNew(const std::vector<Belonging> &belongings);

class Belongings
{
public:
    Belongings(const ImportContext &context, sql::Connection &connection);

    // Of a record that is to be made.
    std::vector<Belonging> ofNew(const Draft &draft) const;
    // Those that `owner` does not have yet.
    Result<std::vector<Belonging>> missing(const Draft &draft, EntityRef owner) const;

private:
    Result<> addPoints(const Draft &draft, EntityRef owner, std::vector<Belonging> &result) const;
    Result<> addAddress(const Draft &draft, EntityRef owner, std::vector<Belonging> &result) const;
    Result<> addProduct(const Draft &draft, EntityRef owner, std::vector<Belonging> &result) const;
    Result<> addLinks(const Draft &draft, EntityRef owner, std::vector<Belonging> &result) const;
    Belonging newPoint(const ContactPoint &point) const;
    Belonging newTag(const NamedRecord &tag) const;
    Belonging newLink(const NamedRecord &link) const;
    Belonging newProduct(const Draft &draft) const;
    Belonging newExternalRef(const QString &key) const;

    const ImportContext &m_context;
    sql::Connection &m_connection;
};

} // namespace headway::transfer
