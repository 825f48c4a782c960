// SPDX-License-Identifier: GPL-3.0-or-later
// The child records that an imported row adds to its record: addresses and contact points, tags, products,
// links. Nothing that the record has is ever removed. Reads only; on the writer's thread; fails as the
// connection fails.
#pragma once

#include "transfer/rows/importrow.h"

namespace headway::transfer {

// A change of a child record; the owner's id is -1 until the owner is created. The id of `named` is put
// into `field` when that record exists.
struct ChildRecord {
    Change change = {};
    int field = -1;
    std::optional<NamedRecord> named = {};
};

// Invalid if one of those to be created breaks a rule.
Result<> checkNew(const std::vector<ChildRecord> &children);

class ChildRecords
{
public:
    ChildRecords(const ImportContext &context, sql::Connection &connection);

    // Those of a record that is to be created.
    std::vector<ChildRecord> ofNew(const ImportedRecord &imported) const;
    // Those that `owner` does not have yet.
    Result<std::vector<ChildRecord>> missing(const ImportedRecord &imported, EntityRef owner) const;

private:
    Result<> addPoints(const ImportedRecord &imported, EntityRef owner,
                       std::vector<ChildRecord> &result) const;
    Result<> addAddresses(const ImportedRecord &imported, EntityRef owner,
                          std::vector<ChildRecord> &result) const;
    Result<> addProduct(const ImportedRecord &imported, EntityRef owner,
                        std::vector<ChildRecord> &result) const;
    Result<> addLinks(const ImportedRecord &imported, EntityRef owner,
                      std::vector<ChildRecord> &result) const;
    ChildRecord newPoint(const ContactPoint &point) const;
    ChildRecord newTag(const NamedRecord &tag) const;
    ChildRecord newLink(const NamedRecord &link) const;
    ChildRecord newProduct(const ImportedRecord &imported) const;
    // A further company of a contact, or a further contact of a deal.
    ChildRecord newFurther(const NamedRecord &further) const;
    Result<> addFurther(const ImportedRecord &imported, EntityRef owner,
                        std::vector<ChildRecord> &result) const;
    ChildRecord newExternalRef(const QString &key) const;

    const ImportContext &m_context;
    sql::Connection &m_connection;
};

} // namespace headway::transfer
